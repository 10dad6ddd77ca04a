/**
 * Turns the drafts of the rules into the findings of the report. The only place that filters: activation, scope,
 * suppression, thresholds, baseline, changed lines, gate.
 */
import type { Summary } from '../report/report.js';
import type { RuleSpec } from '../rules/rule.js';
import type { Settings } from '../settings/settings.js';
import { chosenSeverity, leastConfidence, pathMatcher, reachOf, scopeOf } from './activate.js';
import { type Baseline, compareWithBaseline } from './baseline.js';
import { type Changes, isChanged } from './changed.js';
import {
  compareConfidence,
  compareFindings,
  compareSeverity,
  type Draft,
  type Finding,
  type Note,
  type Related,
  SEVERITIES,
} from './finding.js';
import { fingerprint, normaliseCode } from './fingerprint.js';
import { gateOf } from './gate.js';
import { groupBy } from './group.js';
import { dropOutdone, dropRepeated, foldPerFunction, type Placed } from './overlap.js';
import {
  type Directive,
  hashDirectives,
  type LintAttribute,
  readLintAttributes,
  readSuppressions,
  SUPPRESSION_RULE,
} from './suppress.js';
import { fillWords, oneLine } from './words.js';

export interface DecideInput {
  readonly drafts: readonly Draft[];
  /** The whole catalogue and the team's rules, also those that did not run. */
  readonly rules: ReadonlyMap<string, RuleSpec>;
  readonly settings: DecideSettings;
  /** Comments of the Rust files that begin with `rustperf:`, by root-relative path. */
  readonly directives: ReadonlyMap<string, readonly Directive[]>;
  /** Lint attributes of the Rust files, by root-relative path. */
  readonly lintAttributes?: ReadonlyMap<string, readonly LintAttribute[]>;
  /** Root-relative configuration files that may hold `# rustperf: allow(…)`, beside those with drafts. */
  readonly configuration?: readonly string[];
  /** The text of an audited file; undefined when it cannot be read. */
  readonly source: (path: string) => string | undefined;
  /** Null when no change is known. */
  readonly changes: Changes | null;
  /** A note says already why `changes` is null. */
  readonly isChangeExplained?: boolean;
  readonly baseline: Baseline | null;
  /** The page of a rule. */
  readonly url: (rule: string) => string;
  /** False when a rule or a file was left out: then nothing can be called stale or unused. */
  readonly complete?: boolean;
}

export type DecideSettings = Pick<
  Settings,
  | 'failOn'
  | 'minSeverity'
  | 'minConfidence'
  | 'only'
  | 'skip'
  | 'pedantic'
  | 'onlyChanged'
  | 'exclude'
  | 'ruleSettings'
  | 'hot'
  | 'profileData'
>;

export interface Decision {
  /** In the published order: path, line, column, rule. */
  readonly findings: readonly Finding[];
  readonly summary: Summary;
  /** What makes the run fail. */
  readonly gate: readonly Finding[];
  readonly notes: readonly Note[];
  /** What `--write-baseline` accepts: every shown finding, new or known, before any is folded away. */
  readonly known: readonly Finding[];
}

/** A draft with its words, weights and identity, on its way through the filters. */
interface Judged extends Placed {
  readonly draft: Draft;
  readonly finding: Finding;
}

export function decide(input: DecideInput): Decision {
  const { settings, changes, complete = true } = input;
  const specs = new Map([...input.rules, [SUPPRESSION_RULE.id, SUPPRESSION_RULE]]);
  const suppressions = readSuppressions(
    allDirectives(input),
    new Set(input.rules.keys()),
    lineReader(input.source),
  );

  const judged = judge(input.drafts, input, specs);
  const visible = judged.filter((one) => isShown(one.finding, settings));
  const hidden = judged.filter((one) => !isShown(one.finding, settings));
  const standing = dropOutdone(visible, visible);
  const isLintAllowed = readLintAttributes(input.lintAttributes ?? new Map());
  const allowed = new Set(
    [...visible, ...hidden].filter(({ finding, rule }) => {
      const byComment = suppressions.allows({ rule, places: [finding, ...finding.related] });
      return byComment || isLintAllowed(specs.get(rule)?.clippy ?? [], finding);
    }),
  );
  const remaining = standing.filter((one) => !allowed.has(one));

  const ran = new Set(
    [...input.rules.values()]
      .filter((spec) => reachOf(spec, settings) === 'everywhere')
      .map((spec) => spec.id),
  );
  const isInScope = scopeOf(settings);
  const couldFind = (rule: string, path: string): boolean =>
    complete && ran.has(rule) && isInScope(rule, path);
  const problems = judge(suppressions.problems(couldFind), input, specs).filter((one) =>
    isShown(one.finding, settings),
  );

  const candidates = [...remaining, ...problems].sort((a, b) => compareFindings(a.finding, b.finding));
  const { fresh, accepted, stale } = splitByBaseline(candidates, input.baseline);
  const findings = foldPerFunction(fresh, {
    item: (one) => one.draft.item,
    isChanged: (one) => one.finding.changed === true,
  }).map(({ finding, folded }) => withFolded(finding, folded));

  const count = (severity: string): number => findings.filter((one) => one.severity === severity).length;
  const [critical, warning, suggestion] = SEVERITIES.map(count);
  return {
    findings,
    summary: {
      critical: critical ?? 0,
      warning: warning ?? 0,
      suggestion: suggestion ?? 0,
      suppressed: standing.length - remaining.length,
      baselined: accepted.length,
    },
    gate: gateOf(findings, settings),
    notes: [
      ...staleNotes(
        stale.filter(({ rule }) => complete && ran.has(rule)),
        input.baseline,
      ),
      ...(settings.onlyChanged && changes === null && !input.isChangeExplained ? [UNKNOWN_CHANGE] : []),
    ],
    known: candidates.map((one) => one.finding),
  };
}

const UNKNOWN_CHANGE: Note = {
  kind: 'info',
  message: 'the changed lines are not known, so every finding counts, not only those of this change',
};

function allDirectives(input: DecideInput): ReadonlyMap<string, readonly Directive[]> {
  const configuration = new Set([
    ...(input.configuration ?? []),
    ...input.drafts.map((draft) => draft.at.path).filter((path) => !path.endsWith('.rs')),
  ]);
  const inConfiguration = [...configuration]
    .filter((path) => !input.directives.has(path))
    .sort()
    .map((path) => [path, hashDirectives(input.source(path) ?? '')] as const);
  return new Map([...input.directives, ...inConfiguration]);
}

/** Drafts of rules that are wanted at their place, with words and fingerprint, one for each place, sorted. */
function judge(
  drafts: readonly Draft[],
  input: DecideInput,
  specs: ReadonlyMap<string, RuleSpec>,
): readonly Judged[] {
  const isInScope = scopeOf(input.settings);
  const isHot = pathMatcher(input.settings.hot);
  const linesOf = lineReader(input.source);
  const wanted = drafts
    .flatMap((draft) => {
      const spec = specs.get(draft.rule);
      return spec !== undefined &&
        isWanted(draft, spec, input.settings, isHot) &&
        isInScope(draft.rule, draft.at.path)
        ? [{ draft, spec, ...describe(draft, spec, input.settings) }]
        : [];
    })
    .sort((a, b) => comparePlaces(a.draft, b.draft));

  const occurrences = new Map<string, number>();
  return dropRepeated(wanted).map(({ draft, spec, ...words }) => {
    const code = normaliseCode(linesOf(draft.at.path), draft.at);
    const identity = { rule: draft.rule, item: draft.item ?? '', code };
    const first = fingerprint(identity, 0);
    const occurrence = occurrences.get(first) ?? 0;
    occurrences.set(first, occurrence + 1);
    const finding: Finding = {
      rule: draft.rule,
      severity: words.severity,
      confidence: words.confidence,
      tier: spec.tier,
      ...draft.at,
      message: words.message,
      help: words.help,
      url: input.url(draft.rule),
      fingerprint: fingerprint(identity, occurrence),
      changed: input.changes === null ? null : isTouched(input.changes, draft),
      related: (draft.related ?? []).map((related) => ({ ...related, message: oneLine(related.message) })),
      evidence: draft.evidence ?? [],
      ...(draft.fix === undefined ? {} : { fix: draft.fix }),
    };
    return { draft, finding, ...words };
  });
}

function describe(draft: Draft, spec: RuleSpec, settings: DecideSettings): Placed & { help: string } {
  const params = draft.params ?? {};
  return {
    rule: draft.rule,
    tier: spec.tier,
    at: draft.at,
    severity: chosenSeverity(draft.rule, settings) ?? draft.severity ?? spec.severity,
    confidence: draft.confidence ?? spec.confidence,
    message: oneLine(draft.message ?? fillWords(spec.message, params)),
    help: oneLine(draft.help ?? fillWords(spec.help, params)),
  };
}

function isWanted(
  draft: Draft,
  spec: RuleSpec,
  settings: DecideSettings,
  isHotPath: (path: string) => boolean,
): boolean {
  const reach = reachOf(spec, settings);
  if (reach !== 'where-hot') return reach === 'everywhere';
  if ((draft.evidence ?? []).length > 0) return true;
  // A rule of hot code looks for the heat itself; a rule that is off needs a profiler's word.
  return spec.default === 'hot' && (draft.hot !== false || isHotPath(draft.at.path));
}

function isShown(finding: Finding, settings: DecideSettings): boolean {
  return (
    compareSeverity(finding.severity, settings.minSeverity) <= 0 &&
    compareConfidence(finding.confidence, leastConfidence(finding.rule, settings)) <= 0
  );
}

/** A change of the called function can make a finding at an untouched call: its related places count. */
function isTouched(changes: Changes, draft: Draft): boolean {
  return [draft.at, ...(draft.related ?? [])].some((place) => isChanged(changes, place));
}

function comparePlaces(a: Draft, b: Draft): number {
  const place = (draft: Draft) => ({ ...draft.at, rule: draft.rule });
  return compareFindings(place(a), place(b));
}

function lineReader(source: (path: string) => string | undefined): (path: string) => readonly string[] {
  const cache = new Map<string, readonly string[]>();
  return (path) => {
    const known = cache.get(path);
    if (known !== undefined) return known;
    const lines = (source(path) ?? '').split(/\r\n|\n|\r/);
    cache.set(path, lines);
    return lines;
  };
}

function splitByBaseline(candidates: readonly Judged[], baseline: Baseline | null) {
  if (baseline === null) return { fresh: candidates, accepted: [], stale: [] };
  const byFinding = new Map(candidates.map((one) => [one.finding, one]));
  const split = compareWithBaseline([...byFinding.keys()], baseline);
  const back = (findings: readonly Finding[]): readonly Judged[] =>
    findings.flatMap((finding) => byFinding.get(finding) ?? []);
  return { fresh: back(split.fresh), accepted: back(split.accepted), stale: split.stale };
}

const MOST_STALE_NAMED = 5;

function staleNotes(
  stale: readonly { rule: string; path: string }[],
  baseline: Baseline | null,
): readonly Note[] {
  if (stale.length === 0 || baseline === null) return [];
  const named = [...groupBy(stale, ({ rule, path }) => `\`${rule}\` in \`${path}\``)].map(
    ([name, entries]) => (entries.length === 1 ? name : `${entries.length} × ${name}`),
  );
  const more = named.length > MOST_STALE_NAMED ? ', …' : '';
  const what = stale.length === 1 ? '1 entry is' : `${stale.length} entries are`;
  return [
    {
      kind: 'info',
      message:
        `${what} in the baseline \`${baseline.file}\` but no longer found: ` +
        `${named.slice(0, MOST_STALE_NAMED).join(', ')}${more}; write it again with \`--write-baseline\``,
    },
  ];
}

const MOST_FOLDED_NAMED = 10;

function withFolded({ finding, draft }: Judged, folded: readonly Judged[]): Finding {
  if (folded.length === 0) return finding;
  const places = folded
    .slice(0, MOST_FOLDED_NAMED)
    .map((one): Related => ({ ...one.draft.at, message: 'the same here' }));
  return {
    ...finding,
    message: `${finding.message} (and ${folded.length} more in \`${oneLine(draft.item ?? '').replaceAll('`', "'")}\`)`,
    related: [...finding.related, ...places],
  };
}
