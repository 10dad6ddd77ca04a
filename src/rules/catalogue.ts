/** Every rule that exists, ours and the team's, and which of them this run uses. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import picomatch from 'picomatch';
import { compareText } from '../findings/finding.js';
import type { RuleWords } from '../report/report.js';
import { suggest } from '../settings/schema.js';
import { type Settings, SettingsError } from '../settings/settings.js';
import { shippedPath } from '../shipped.js';
import { readRules } from './load.js';
import { rules } from './registry.js';
import type { Rule, RuleSpec } from './rule.js';

export interface CataloguedRule {
  readonly spec: RuleSpec;
  /** Its code; null for a rule that is all patterns. */
  readonly rule: Rule | null;
}

export interface Catalogue {
  /** Every rule, sorted by id. */
  readonly all: readonly CataloguedRule[];
  readonly byId: ReadonlyMap<string, CataloguedRule>;
}

/**
 * Joins words and code, and makes sure that every rule that the settings name exists.
 * Which rules run is decided by `isActive` of src/findings/activate.ts.
 * @throws SettingsError for a rule name that no rule has
 * @throws RuleFileError for a team rule that cannot be used
 */
export async function openCatalogue(settings: RuleSettings): Promise<Catalogue> {
  const specs = [...(await builtinRules())];
  for (const path of settings.rulePaths) specs.push(...(await readRules(path)));
  const code = new Map(rules.map((rule) => [rule.id, rule]));
  const all = specs
    .map((spec): CataloguedRule => ({ spec, rule: code.get(spec.id) ?? null }))
    .sort((a, b) => compareText(a.spec.id, b.spec.id));
  rejectTwins(all);
  rejectUnknown(
    settings,
    all.map(({ spec }) => spec.id),
  );
  return { all, byId: new Map(all.map((entry) => [entry.spec.id, entry])) };
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
export function findRule(all: readonly CataloguedRule[], id: string): CataloguedRule {
  const found = all.find(({ spec }) => spec.id === id);
  if (found !== undefined) return found;
  throw unknownRule(
    id,
    all.map(({ spec }) => spec.id),
    '',
  );
}

function rejectTwins(all: readonly CataloguedRule[]): void {
  for (const [index, { spec }] of all.entries()) {
    if (all[index - 1]?.spec.id === spec.id) {
      throw new SettingsError(`two rules are named \`${spec.id}\`: rename the one in your \`rules\` folder`);
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
