/** Turns `rustperf: allow(rule): reason` comments into suppressions, and says which of them do not hold. */
import { closest, distance } from 'fastest-levenshtein';
import type { RuleSpec } from '../rules/rule.js';
import type { Draft, Location, Severity, Span } from './finding.js';
import { groupBy } from './group.js';

/** One comment that speaks to rustperf, as the file's summary carries it. */
export interface Directive {
  /** 1-based line of the comment. */
  readonly line: number;
  /** The comment with or without its slashes or hash sign. */
  readonly text: string;
  /** False when code stands before it on its line. */
  readonly ownLine: boolean;
  /** The statement or item that it applies to; its own line when code stands before it. */
  readonly covers: Span;
  /** False where code stands before it in the file; absent where that does not matter. */
  readonly head?: boolean;
}

/** An `#[allow(…)]` or `#[expect(…)]` attribute. */
export interface LintAttribute {
  /** As written, with or without `#[…]`. */
  readonly text: string;
  /** The item, statement or field that it stands on; the file or module of an inner one. */
  readonly covers: Span;
}

/** The rule under which comments that suppress nothing, or not properly, are reported. */
export const SUPPRESSION_RULE: RuleSpec = {
  id: 'suppression',
  area: 'rustperf',
  title: 'a suppression comment that does not hold',
  severity: 'warning',
  confidence: 'high',
  // The comment configures rustperf; it says nothing about the code.
  tier: 1,
  default: 'on',
  seed: '',
  why:
    'A comment that allows a rule hides findings from everyone who reads the report. It has to say why, name ' +
    'rules that exist, and go when the finding goes; otherwise it hides the next one as well.',
  fix:
    'Write `// rustperf: allow(rule-id): reason` on the line or above the statement or item, ' +
    '`// rustperf: allow-file(rule-id): reason` in the head of a file, or delete the comment.',
  limits: 'Comments that name only rules which did not run are left alone.',
  references: [],
  message: 'this comment suppresses nothing',
  help: 'delete the comment, or write `// rustperf: allow(rule-id): reason`',
  clippy: [],
  match: null,
  examples: [],
};

interface Allowance {
  readonly path: string;
  readonly rule: string;
  readonly wholeFile: boolean;
  readonly covers: Span;
  readonly at: Location;
  used: boolean;
}

/** Everything that the comments of the audited files allow. */
export interface Suppressions {
  /** True when a comment allows this finding; remembers that the comment is of use. */
  readonly allows: (finding: { rule: string; places: readonly Location[] }) => boolean;
  /** Comments that are wrong or, by the time this is asked, of no use. `couldFind`: the rule ran, and there. */
  readonly problems: (couldFind: (rule: string, path: string) => boolean) => readonly Draft[];
}

const ADDRESS = /^\s*rustperf\s*:/;
const FORM = /^\s*rustperf\s*:\s*(allow|allow-file)\s*\(([^()]*)\)\s*(?::\s*(\S.*)?)?$/;

/**
 * @param known ids of every rule of the catalogue, whether it runs or not.
 * @param linesOf the text of a file's lines, to point at a comment and not at the code before it.
 */
export function readSuppressions(
  directives: ReadonlyMap<string, readonly Directive[]>,
  known: ReadonlySet<string>,
  linesOf: (path: string) => readonly string[],
): Suppressions {
  const allowances: Allowance[] = [];
  const wrong: Draft[] = [];
  for (const [path, comments] of directives) {
    for (const comment of comments) {
      readComment(placeOf(path, comment, linesOf(path)), comment, known, allowances, wrong);
    }
  }
  const byRule = groupBy(allowances, (allowance) => `${allowance.path}\0${allowance.rule}`);

  return {
    allows({ rule, places }) {
      let allowed = false;
      for (const place of places) {
        for (const allowance of byRule.get(`${place.path}\0${rule}`) ?? []) {
          if (!allowance.wholeFile && !covers(allowance.covers, place)) continue;
          allowance.used = true;
          allowed = true;
        }
      }
      return allowed;
    },
    problems(couldFind) {
      const unused = allowances.filter(({ used, rule, path }) => !used && couldFind(rule, path));
      return [...wrong, ...unused.map(reportUnused)];
    },
  };
}

function readComment(
  at: Location,
  comment: Directive,
  known: ReadonlySet<string>,
  allowances: Allowance[],
  wrong: Draft[],
): void {
  const text = bareText(comment.text);
  if (text === undefined || !ADDRESS.test(text)) return;
  const form = FORM.exec(text);
  const rules = (form?.[2] ?? '')
    .split(',')
    .map((rule) => rule.trim())
    .filter((rule) => rule !== '');
  if (form === null || rules.length === 0) {
    wrong.push(problem(at, 'warning', 'this comment is not understood, so it suppresses nothing', FORM_HELP));
    return;
  }
  if (form[1] === 'allow-file' && comment.head === false) {
    const message = '`allow-file` stands below code, so it suppresses nothing';
    wrong.push(problem(at, 'warning', message, 'move it to the head of the file, or use `allow`'));
    return;
  }
  if (form[3] === undefined) {
    const message = `\`${rules.join(', ')}\` is allowed without a reason, so it suppresses nothing`;
    wrong.push(
      problem(at, 'warning', message, `say why: \`rustperf: ${form[1]}(${rules.join(', ')}): reason\``),
    );
    return;
  }
  for (const rule of new Set(rules)) {
    if (known.has(rule)) {
      allowances.push({
        path: at.path,
        rule,
        wholeFile: form[1] === 'allow-file',
        covers: comment.covers,
        at,
        used: false,
      });
    } else {
      wrong.push(problem(at, 'warning', `there is no rule \`${oneWord(rule)}\``, nearestRule(rule, known)));
    }
  }
}

function placeOf(path: string, { line }: Directive, lines: readonly string[]): Location {
  const text = lines[line - 1] ?? '';
  const address = text.search(/(\/\/|\/\*|#)[\s/*#]*rustperf\s*:/);
  return { path, line, column: Math.max(0, address) + 1, endLine: line, endColumn: text.length + 1 };
}

const FORM_HELP = 'write `rustperf: allow(rule-id): reason` or `rustperf: allow-file(rule-id): reason`';

/** Undefined for doc comments: those speak about rustperf, not to it. */
function bareText(text: string): string | undefined {
  const comment = text.trim();
  if (/^(\/\/[/!]|\/\*[*!])/.test(comment)) return undefined;
  return comment.replace(/^(\/\/|\/\*|#+)/, '').replace(/\*\/$/, '');
}

function covers(span: Span, place: Location): boolean {
  return [place.line, place.endLine].some((line) => span.line <= line && line <= span.endLine);
}

function reportUnused(allowance: Allowance): Draft {
  const where = allowance.wholeFile ? 'in this file' : 'here';
  const message = `nothing is left ${where} for \`${allowance.rule}\` to find: this comment suppresses nothing`;
  return problem(allowance.at, 'suggestion', message, 'delete the comment, or it hides the next finding');
}

function problem(at: Location, severity: Severity, message: string, help: string): Draft {
  return { rule: SUPPRESSION_RULE.id, at, message, help, severity };
}

function nearestRule(rule: string, known: ReadonlySet<string>): string {
  const ids = [...known];
  const near = ids.length === 0 ? '' : closest(rule, ids);
  return near !== '' && distance(rule, near) <= Math.max(2, rule.length / 3)
    ? `did you mean \`${near}\``
    : '`rustperf rules` lists all of them';
}

function oneWord(rule: string): string {
  return rule.replaceAll('`', "'").slice(0, 60);
}

const ALLOWING = /^(?:#!?\[)?\s*(?:allow|expect)\s*\(/;

/**
 * Asks whether an attribute that silences one of these Clippy lints covers the place: who has told Clippy that
 * the code is meant so need not say it twice.
 */
export function readLintAttributes(
  attributes: ReadonlyMap<string, readonly LintAttribute[]>,
): (lints: readonly string[], place: Location) => boolean {
  const allowing = new Map(
    [...attributes].map(([path, all]) => [
      path,
      all
        .filter(({ text }) => ALLOWING.test(text))
        .map(({ text, covers }) => ({ covers, lints: new Set(lintsIn(text)) })),
    ]),
  );
  return (lints, place) =>
    lints.length > 0 &&
    (allowing.get(place.path) ?? []).some(
      (attribute) => lints.some((lint) => attribute.lints.has(lint)) && covers(attribute.covers, place),
    );
}

function lintsIn(text: string): string[] {
  return [...text.matchAll(/\bclippy\s*::\s*(\w+)/g)].map((match) => match[1] ?? '');
}

const HASH_COMMENT = /^(.*?)(#+\s*rustperf\s*:.*)$/;
const TABLE_HEADER = /^\s*\[/;

/**
 * The `# rustperf: …` comments of a TOML or YAML file. On a line of its own a comment covers the next line with
 * content; above a `[table]`, the whole table.
 */
export function hashDirectives(text: string): readonly Directive[] {
  const lines = text.split(/\r?\n/);
  return lines.flatMap((line, index) => {
    const found = HASH_COMMENT.exec(line);
    if (found === null) return [];
    const ownLine = (found[1] ?? '').trim() === '';
    const last = ownLine ? lastCovered(lines, index) : index;
    const span = { line: index + 1, column: 1, endLine: last + 1, endColumn: (lines[last] ?? '').length + 1 };
    return [{ line: index + 1, text: found[2] ?? '', ownLine, covers: span }];
  });
}

function lastCovered(lines: readonly string[], comment: number): number {
  const target = lines.findIndex((line, index) => index > comment && !/^\s*(#|$)/.test(line));
  if (target === -1) return comment;
  if (!TABLE_HEADER.test(lines[target] ?? '')) return target;
  const next = lines.findIndex((line, index) => index > target && TABLE_HEADER.test(line));
  return next === -1 ? lines.length - 1 : next - 1;
}
