/** Merges what an entry was told, rustperf.toml and the defaults into one readonly Settings. */
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { CONFIDENCES, SEVERITIES } from '../findings/finding.js';
import { readSettingsFile } from './file.js';
import { suggest } from './schema.js';
import { FORMATS, type Output, type Settings, SettingsError } from './settings.js';
import type { Told } from './told.js';

export interface LoadOptions {
  /** Absolute folder that relative paths start from. */
  readonly cwd: string;
  /** How this entry spells an option: `--fail-on` on a command line, `fail-on` as an action input. */
  readonly spell?: (name: string) => string;
}

const thresholds = [...SEVERITIES, 'never'] as const;

/**
 * What was told wins over rustperf.toml, which wins over the defaults; lists replace each other whole.
 * That the audited path exists is for the project room to judge.
 * @throws SettingsError
 */
export async function loadSettings(told: Told, options: LoadOptions): Promise<Settings> {
  const { cwd, spell = (name) => `--${name}` } = options;
  const shownRoot = told.path ?? '.';
  const root = resolve(cwd, shownRoot);
  const absolute = (path: string | undefined) => (path === undefined ? null : resolve(cwd, path));
  const file = await readSettingsFile(folderOf(root), absolute(told.config), cwd);

  return {
    root,
    shownRoot,
    failOn: choice(spell('fail-on'), told.failOn, thresholds) ?? file.failOn ?? 'critical',
    minSeverity:
      choice(spell('min-severity'), told.minSeverity, SEVERITIES) ?? file.minSeverity ?? 'suggestion',
    minConfidence:
      choice(spell('min-confidence'), told.minConfidence, CONFIDENCES) ??
      (told.pedantic ? 'low' : undefined) ??
      file.minConfidence ??
      (file.pedantic ? 'low' : 'medium'),
    only: told.only ?? file.only ?? [],
    skip: told.skip ?? file.skip ?? [],
    pedantic: told.pedantic ?? file.pedantic ?? false,
    allTargets: told.allTargets ?? file.allTargets ?? false,
    outputs: outputs(told, cwd, spell),
    jobs: count(spell('jobs'), told.jobs) ?? 0,
    cache: told.cache ?? true,
    shard: shard(spell('shard'), told.shard),
    allowIncomplete: told.allowIncomplete ?? false,
    baseline: absolute(told.baseline) ?? file.baseline ?? null,
    writeBaseline: absolute(told.writeBaseline),
    changedSince: told.changedSince ?? null,
    onlyChanged: told.onlyChanged ?? false,
    // Never from a file of the repository: it compiles, and so runs, what the repository says.
    clippy: told.clippy ?? false,
    profileData: (told.profileData ?? []).map((path) => resolve(cwd, path)),
    exclude: file.exclude ?? [],
    rulePaths: file.rulePaths ?? [],
    ruleSettings: file.ruleSettings ?? new Map(),
    rulePlaces: file.rulePlaces ?? new Map(),
    profile: file.profile ?? null,
    deploy: file.deploy ?? null,
    hot: file.hot ?? [],
  };
}

/** A path that does not exist counts as a folder, so that its absence is reported once, by the project room. */
function folderOf(path: string): string {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? dirname(path) : path;
}

function choice<T extends string>(
  name: string,
  given: string | undefined,
  valid: readonly T[],
): T | undefined {
  if (given === undefined) return undefined;
  const match = valid.find((candidate) => candidate === given);
  if (match === undefined) throw new SettingsError(`\`${name}\` is \`${given}\`${suggest(given, valid)}`);
  return match;
}

function outputs(told: Told, cwd: string, spell: (name: string) => string): readonly Output[] {
  const format = choice(spell('format'), told.format, FORMATS) ?? 'text';
  const files = (told.output ?? []).map((given): Output => {
    const split = given.indexOf('=');
    if (split < 1 || split === given.length - 1) {
      throw new SettingsError(
        `\`${spell('output')}\` is \`${given}\`, expected FORMAT=FILE, for example \`sarif=rustperf.sarif\``,
      );
    }
    const name = given.slice(0, split);
    return {
      format: choice(spell('output'), name, FORMATS) ?? 'text',
      file: resolve(cwd, given.slice(split + 1)),
    };
  });
  return [{ format, file: null }, ...files];
}

/** A whole number from 1. */
function count(name: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (!/^[1-9]\d{0,3}$/.test(given)) {
    throw new SettingsError(`\`${name}\` is \`${given}\`, expected a whole number from 1`);
  }
  return Number(given);
}

function shard(name: string, given: string | undefined): Settings['shard'] {
  if (given === undefined) return null;
  const [index, total, rest] = given.split('/');
  if (index === undefined || total === undefined || rest !== undefined) {
    throw new SettingsError(`\`${name}\` is \`${given}\`, expected I/N, for example \`1/4\``);
  }
  const part = { index: count(name, index) ?? 1, count: count(name, total) ?? 1 };
  if (part.index > part.count) {
    throw new SettingsError(
      `\`${name}\` is \`${given}\`: part ${part.index} of ${part.count} does not exist`,
    );
  }
  return part;
}
