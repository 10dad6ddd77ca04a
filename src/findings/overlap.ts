/** One place, one finding: drops what says again, or less exactly, what another finding says there. */
import {
  type Confidence,
  compareConfidence,
  compareSeverity,
  type Location,
  type Severity,
} from './finding.js';
import { groupBy } from './group.js';

/** What of a finding decides whether another one repeats it. */
export interface Placed {
  readonly rule: string;
  readonly tier: 1 | 2 | 3;
  readonly at: Location;
  readonly message: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
}

/** Of two rules that both fit a place, the first says it better (rule catalogue, 0.7 and 0.8, and chat-server). */
const SAYS_IT_BETTER: readonly (readonly [winner: string, loser: string])[] = [
  ['blocking-client-in-async', 'blocking-io-trait-in-async'],
  ['blocking-client-in-async', 'blocking-net-in-async'],
  // Who opens a file or socket through a call usually reads or writes it there too.
  ['blocking-fs-in-async', 'blocking-io-trait-in-async'],
  ['blocking-net-in-async', 'blocking-io-trait-in-async'],
  ['dashmap-ref-across-await', 'sync-guard-across-await'],
  ['eager-error-format', 'or-fun-call'],
  ['h2-goaway-old', 'known-slow-version'],
  ['http-client-per-request', 'connect-per-request'],
  ['json-reader-slow', 'unbuffered-file-io'],
  ['tonic-connect-per-request', 'connect-per-request'],
];

/** How many findings of one rule within one function are shown one by one (rule catalogue, 0.2). */
const SHOWN_PER_FUNCTION = 3;

/**
 * One finding of a rule for each line of source; in configuration, one for each message and place. Of two, the
 * worse and surer stays. Keeps the order of the input.
 */
export function dropRepeated<T extends Placed>(findings: readonly T[]): readonly T[] {
  const groups = groupBy(findings, ({ rule, tier, at, message }) =>
    JSON.stringify([rule, at.path, at.line, ...(tier === 2 ? [] : [at.column, message])]),
  );
  const kept = new Set([...groups.values()].map(best));
  return findings.filter((finding) => kept.has(finding));
}

/** Drops findings where one of `winners` stands at the same place and says it better. */
export function dropOutdone<T extends Placed>(findings: readonly T[], winners: readonly T[]): readonly T[] {
  const standing = groupBy(winners, ({ rule, at }) => `${rule}\0${at.path}`);
  return findings.filter(({ rule, at }) =>
    SAYS_IT_BETTER.every(
      ([winner, loser]) =>
        loser !== rule ||
        !(standing.get(`${winner}\0${at.path}`) ?? []).some((other) => isSamePlace(other.at, at)),
    ),
  );
}

/**
 * Keeps the first three findings that say the same of one function, and names how many more there are. What the
 * change touches comes first, so that folding never hides something new behind something old.
 */
export function foldPerFunction<T extends Placed>(
  findings: readonly T[],
  describe: { item: (finding: T) => string | undefined; isChanged: (finding: T) => boolean },
): readonly { readonly finding: T; readonly folded: readonly T[] }[] {
  const groups = groupBy(findings, (finding) => {
    const item = finding.tier === 2 ? describe.item(finding) : undefined;
    // Outside functions and types, on their attributes, each is about something else.
    return item === undefined || item === ''
      ? finding
      : JSON.stringify([finding.rule, finding.at.path, item, finding.severity, finding.confidence]);
  });
  const foldedInto = new Map<T, readonly T[]>();
  for (const group of groups.values()) {
    const order = [...group.filter(describe.isChanged), ...group.filter((one) => !describe.isChanged(one))];
    const shown = order.slice(0, SHOWN_PER_FUNCTION);
    for (const [index, finding] of shown.entries()) {
      foldedInto.set(finding, index === SHOWN_PER_FUNCTION - 1 ? order.slice(SHOWN_PER_FUNCTION) : []);
    }
  }
  return findings.flatMap((finding) => {
    const folded = foldedInto.get(finding);
    return folded === undefined ? [] : [{ finding, folded }];
  });
}

function best<T extends Placed>(group: readonly [T, ...T[]] | readonly T[]): T | undefined {
  return [...group].sort(
    (a, b) =>
      compareSeverity(a.severity, b.severity) ||
      compareConfidence(a.confidence, b.confidence) ||
      a.at.column - b.at.column,
  )[0];
}

/** Overlapping, or starting on one line: rules start at different words of one expression. */
function isSamePlace(a: Location, b: Location): boolean {
  return a.line === b.line || (a.line <= b.endLine && b.line <= a.endLine && overlaps(a, b));
}

function overlaps(a: Location, b: Location): boolean {
  const startsBeforeEnd = (x: Location, y: Location): boolean =>
    x.line < y.endLine || (x.line === y.endLine && x.column < y.endColumn);
  return startsBeforeEnd(a, b) && startsBeforeEnd(b, a);
}
