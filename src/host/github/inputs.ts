/** Turns the action's inputs into what settings and publishing are told; nothing else reads them. */

import { suggest } from '../../settings/schema.js';
import { SettingsError } from '../../settings/settings.js';
import type { Told } from '../../settings/told.js';
import type { Environment } from './context.js';

export interface Inputs {
  readonly told: Told;
  readonly token: string;
  readonly comment: boolean;
  readonly suggest: boolean;
  readonly checkRun: boolean;
  readonly uploadSarif: boolean;
  /** As given; relative to the workspace. */
  readonly sarifFile: string | null;
  /** What other jobs collected with `shard`: files or directories, as given. */
  readonly summaries: readonly string[];
  readonly bench: 'off' | 'auto' | 'on';
  readonly benchArgs: string;
  readonly benchProfiles: readonly string[];
}

/** @throws SettingsError that names the input and what it may be. */
export function readInputs(env: Environment): Inputs {
  // The runner writes the name in capitals and keeps its hyphens.
  const given = (name: string): string | undefined => {
    const value = env[`INPUT_${name.toUpperCase()}`]?.trim();
    return value === '' ? undefined : value;
  };
  const flag = (name: string): boolean | undefined => {
    const value = given(name)?.toLowerCase();
    if (value === undefined) return undefined;
    if (value !== 'true' && value !== 'false') {
      throw new SettingsError(`\`${name}\` is \`${value}\`, expected \`true\` or \`false\``);
    }
    return value === 'true';
  };
  const list = (name: string): readonly string[] | undefined => {
    const entries = (given(name) ?? '').split(/[\n,]/).map((entry) => entry.trim());
    const filled = entries.filter((entry) => entry !== '');
    return filled.length === 0 ? undefined : filled;
  };
  return {
    told: {
      path: given('path'),
      config: given('config'),
      failOn: given('fail-on'),
      minSeverity: given('min-severity'),
      minConfidence: given('min-confidence'),
      only: list('only'),
      skip: list('skip'),
      baseline: given('baseline'),
      onlyChanged: flag('only-changed'),
      changedSince: given('changed-since'),
      clippy: flag('clippy'),
      pedantic: flag('pedantic'),
      allTargets: flag('all-targets'),
      allowIncomplete: flag('allow-incomplete'),
      profileData: list('profile-data'),
      shard: given('shard'),
      cache: flag('cache'),
    },
    token: given('github-token') ?? '',
    comment: flag('comment') ?? false,
    suggest: flag('suggest') ?? false,
    checkRun: flag('check-run') ?? true,
    uploadSarif: flag('upload-sarif') ?? false,
    sarifFile: given('sarif-file') ?? null,
    summaries: list('summaries') ?? [],
    bench: benchMode(given('bench')),
    benchArgs: given('bench-args') ?? '',
    benchProfiles: list('bench-profiles') ?? [],
  };
}

const BENCH_MODES = ['off', 'auto', 'on'] as const;

function benchMode(given = 'off'): Inputs['bench'] {
  const mode = BENCH_MODES.find((candidate) => candidate === given);
  if (mode === undefined) throw new SettingsError(`\`bench\` is \`${given}\`${suggest(given, BENCH_MODES)}`);
  return mode;
}
