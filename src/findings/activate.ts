/** Says which rules run under the user's settings, how sure they must be, and where. */
import picomatch from 'picomatch';
import type { RuleSpec } from '../rules/rule.js';
import type { Settings } from '../settings/settings.js';
import type { Confidence, Severity } from './finding.js';

type RuleChoice = Pick<Settings, 'only' | 'skip' | 'pedantic' | 'ruleSettings' | 'profileData'>;

/** `where-hot`: only where a profiler or the rule itself says that the code is hot. */
export type Reach = 'never' | 'where-hot' | 'everywhere';

/** False when nothing that the rule could say would be reported, so it need not run. */
export function isActive(spec: Pick<RuleSpec, 'id' | 'default'>, settings: RuleChoice): boolean {
  return reachOf(spec, settings) !== 'never';
}

/** `--skip` and `--only` win over rustperf.toml, rustperf.toml over `--pedantic`, and that over the rule's default. */
export function reachOf(spec: Pick<RuleSpec, 'id' | 'default'>, settings: RuleChoice): Reach {
  const { only, skip, ruleSettings } = settings;
  if (matchesRule(skip, spec.id)) return 'never';
  if (only.includes(spec.id)) return 'everywhere';
  if (ruleSettings.get(spec.id)?.severity === 'off') return 'never';
  if (only.length > 0 && !matchesRule(only, spec.id)) return 'never';
  if (isAskedFor(spec.id, settings) || settings.pedantic || spec.default === 'on') return 'everywhere';
  if (spec.default === 'hot') return 'where-hot';
  return settings.profileData.length > 0 ? 'where-hot' : 'never';
}

/** True when the user names the rule, and so wants to see it however unsure it is. */
function isAskedFor(rule: string, settings: RuleChoice): boolean {
  const severity = settings.ruleSettings.get(rule)?.severity;
  return matchesRule(settings.only, rule) || (severity !== undefined && severity !== 'off');
}

/** The least confidence that is shown. A threshold that the user raised holds even for rules asked for. */
export function leastConfidence(
  rule: string,
  settings: RuleChoice & Pick<Settings, 'minConfidence'>,
): Confidence {
  return isAskedFor(rule, settings) && settings.minConfidence === 'medium' ? 'low' : settings.minConfidence;
}

/** The severity that rustperf.toml gives the rule, if it gives one. */
export function chosenSeverity(rule: string, settings: Pick<Settings, 'ruleSettings'>): Severity | undefined {
  const severity = settings.ruleSettings.get(rule)?.severity;
  return severity === 'off' ? undefined : severity;
}

/** Asks of a rule and a root-relative path whether rustperf.toml wants findings there. */
export function scopeOf(
  settings: Pick<Settings, 'exclude' | 'ruleSettings'>,
): (rule: string, path: string) => boolean {
  const everywhere = pathMatcher(settings.exclude);
  const scopes = new Map(
    [...settings.ruleSettings].map(([rule, { include, exclude }]) => [
      rule,
      {
        included: include === undefined ? undefined : pathMatcher(include),
        excluded: pathMatcher(exclude ?? []),
      },
    ]),
  );
  return (rule, path) => {
    if (everywhere(path)) return false;
    const scope = scopes.get(rule);
    if (scope === undefined) return true;
    return !scope.excluded(path) && (scope.included === undefined || scope.included(path));
  };
}

/** Globs over paths; a bare directory stands for everything below it, as in `.gitignore`. */
export function pathMatcher(globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  const bare = globs.map((glob) => glob.replace(/^\.\//, '').replace(/\/$/, ''));
  return picomatch([...bare, ...bare.map((glob) => `${glob}/**`)], { dot: true });
}

/** Globs are compiled once for each list, and asked about every finding. */
const compiled = new WeakMap<readonly string[], (rule: string) => boolean>();

function matchesRule(globs: readonly string[], rule: string): boolean {
  if (globs.length === 0) return false;
  const matches = compiled.get(globs) ?? picomatch([...globs]);
  compiled.set(globs, matches);
  return matches(rule);
}
