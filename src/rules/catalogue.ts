/** The words of every rule that exists, ours and the team's. Their code is loaded by code.ts, where it is needed. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import picomatch from 'picomatch';
import { compareText } from '../findings/finding.js';
import type { RuleWords } from '../report/report.js';
import { suggest } from '../settings/schema.js';
import { type Settings, SettingsError } from '../settings/settings.js';
import { shippedPath } from '../shipped.js';
import { readRules } from './load.js';
import type { RuleSpec } from './rule.js';

export interface Catalogue {
  /** Every rule, sorted by id. */
  readonly all: readonly RuleSpec[];
  readonly byId: ReadonlyMap<string, RuleSpec>;
}

/**
 * Makes sure that every rule that the settings name exists.
 * Which rules run is decided by `isActive` of src/findings/activate.ts.
 * @throws SettingsError for a rule name that no rule has
 * @throws RuleFileError for a team rule that cannot be used
 */
export async function openCatalogue(settings: RuleSettings): Promise<Catalogue> {
  const specs = [...(await builtinRules())];
  for (const path of settings.rulePaths) specs.push(...(await readRules(path)));
  const all = specs.sort((a, b) => compareText(a.id, b.id));
  rejectTwins(all);
  rejectUnknown(
    settings,
    all.map(({ id }) => id),
  );
  return { all, byId: new Map(all.map((spec) => [spec.id, spec])) };
}

type RuleSettings = Pick<Settings, 'only' | 'skip' | 'rulePaths' | 'ruleSettings' | 'rulePlaces'>;

let builtin: Promise<readonly RuleSpec[]> | undefined;

/** Our own rules, sorted by id: from the bundle's rules.json, or from rules/ in a checkout. Read once. */
export function builtinRules(): Promise<readonly RuleSpec[]> {
  builtin ??= readBuiltinRules();
  return builtin;
}

async function readBuiltinRules(): Promise<readonly RuleSpec[]> {
  const path = shippedPath('rules.json');
  if (existsSync(path) && statSync(path).isDirectory()) return readRules(path);
  // Written and checked by the build from the same folder.
  const specs: readonly RuleSpec[] = JSON.parse(readFileSync(path, 'utf8'));
  return specs;
}

/** The page of one of our rules; '' for a team's rule, which has none. */
export function ruleUrl(spec: RuleSpec | undefined): string {
  return spec === undefined || spec.area === 'team'
    ? ''
    : `https://github.com/rustperf/action/blob/main/rules/README.md#${spec.id}`;
}

/** What reporters print of a rule. */
export function ruleWords(spec: RuleSpec): RuleWords {
  const { id, title, area, severity, confidence, tier, why, fix } = spec;
  return { id, title, area, severity, confidence, tier, why, fix, url: ruleUrl(spec) };
}

/** @throws SettingsError that names the nearest rule */
export function findRule({ all, byId }: Catalogue, id: string): RuleSpec {
  const found = byId.get(id);
  if (found !== undefined) return found;
  throw unknownRule(
    id,
    all.map((spec) => spec.id),
    '',
  );
}

function rejectTwins(all: readonly RuleSpec[]): void {
  for (const [index, { id }] of all.entries()) {
    if (all[index - 1]?.id === id) {
      throw new SettingsError(`two rules are named \`${id}\`: rename the one in your \`rules\` folder`);
    }
  }
}

function rejectUnknown(settings: RuleSettings, ids: readonly string[]): void {
  for (const [id] of settings.ruleSettings) {
    if (!ids.includes(id)) throw unknownRule(id, ids, settings.rulePlaces?.get(id) ?? '');
  }
  for (const option of ['only', 'skip'] as const) {
    for (const glob of settings[option]) {
      if (!ids.some((id) => picomatch.isMatch(id, glob))) throw unknownRule(glob, ids, `\`${option}\``);
    }
  }
}

function unknownRule(id: string, ids: readonly string[], place: string): SettingsError {
  const hint = suggest(id, ids) || '; `rustperf rules` lists them all';
  return new SettingsError(`${place === '' ? '' : `${place}: `}no rule is named \`${id}\`${hint}`);
}
