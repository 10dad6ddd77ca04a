/** What Clippy found becomes drafts of our rules, in place of what those rules could only guess without types. */
import { posix } from 'node:path';
import type { Draft, Location, Note } from '../findings/finding.js';
import type { Program } from '../program/program.js';
import type { SourceFile } from '../project/project.js';
import type { RuleSpec } from '../rules/rule.js';
import { ASKED, type Lint, type LintSpan } from './lints.js';

/** What a run of Clippy said. */
export interface ClippyRun {
  readonly lints: readonly Lint[];
  /** False when not all of the code was compiled: then what our rules guess still stands. */
  readonly complete: boolean;
  readonly notes: readonly Note[];
}

export interface JoinContext {
  readonly sources: readonly SourceFile[];
  readonly program: Program;
  readonly rules: ReadonlyMap<string, RuleSpec>;
}

/** The rule of every lint that no rule of ours speaks of. */
export const OTHERS = 'clippy-perf';
const LONGEST_CODE = 100;

/**
 * Lints outside of the audited files, tests for instance, are left out.
 * @param run absent where Clippy was not asked
 */
export function joinClippy(
  drafts: readonly Draft[],
  run: ClippyRun | undefined,
  { sources, program, rules }: JoinContext,
): readonly Draft[] {
  if (run === undefined) return drafts;
  const { lints, complete } = run;
  const locate = locator(sources);
  const native = complete ? drafts.filter(({ rule }) => !isGuessOf(rules.get(rule))) : drafts;
  const byLint = new Map(
    [...rules.values()]
      .filter((spec) => spec.area === 'clippy')
      .flatMap((spec) => spec.clippy.map((name) => [name, spec] as const)),
  );
  const found = lints.flatMap((lint) => {
    const at = locate(lint.manifest, lint.at);
    const spec = byLint.get(lint.name) ?? rules.get(OTHERS);
    if (at === null || spec === undefined) return [];
    const isSaid = native.some(
      (draft) => isSame(draft.at, at) && rules.get(draft.rule)?.clippy.includes(lint.name) === true,
    );
    return isSaid ? [] : [draftOf(lint, at, spec, program)];
  });
  return [...native, ...found];
}

/** Rules that look for what Clippy knows, and for nothing else. */
function isGuessOf(spec: RuleSpec | undefined): boolean {
  return spec?.area === 'clippy' && spec.clippy.length > 0 && spec.clippy.every((name) => ASKED.has(name));
}

function isSame(a: Location, b: Location): boolean {
  return a.path === b.path && a.line <= b.endLine && b.line <= a.endLine;
}

function draftOf(lint: Lint, at: Location, spec: RuleSpec, program: Program): Draft {
  const lead = spec.id === OTHERS ? '' : `${spec.title}: `;
  const item = itemAt(program, at);
  return {
    rule: spec.id,
    at,
    message: `${lead}${lint.message} (\`clippy::${lint.name}\`)`,
    help: helpOf(lint),
    ...(item === null ? {} : { item }),
  };
}

/** The code that Clippy would write, where it is short enough to read. */
function helpOf({ replacement }: Lint): string {
  const code = replacement?.trim() ?? '';
  const isShort = code !== '' && !/[\n`]/.test(code) && code.length <= LONGEST_CODE;
  return isShort ? `write \`${code}\`` : 'see what `cargo clippy` says here';
}

const ABSOLUTE = /^(?:[A-Za-z]:)?\//;

/** Finds the audited file that the compiler names from the root of a workspace, which it does not name. */
function locator(sources: readonly SourceFile[]): (manifest: string, span: LintSpan) => Location | null {
  const paths = new Map(
    sources.flatMap(({ file, path }) => [
      [file.replaceAll('\\', '/'), path],
      [path, path],
    ]),
  );
  return (manifest, span) => {
    for (let folder = posix.dirname(manifest.replaceAll('\\', '/')); ; folder = posix.dirname(folder)) {
      const path = paths.get(ABSOLUTE.test(span.file) ? span.file : posix.join(folder, span.file));
      if (path !== undefined) return { path, ...inUtf16(span) };
      if (folder === posix.dirname(folder)) return null;
    }
  };
}

function inUtf16({ line, column, endLine, endColumn, text }: LintSpan) {
  const units = (code: string | undefined, characters: number): number =>
    code === undefined ? characters : [...code].slice(0, characters - 1).join('').length + 1;
  return { line, column: units(text[0], column), endLine, endColumn: units(text.at(-1), endColumn) };
}

/** The innermost function around the place. */
function itemAt(program: Program, { path, line }: Location): string | null {
  const around = (program.graph.nodes.get(path) ?? []).filter(
    ({ fn: { span } }) => span.line <= line && line <= span.endLine,
  );
  const inner = around.sort((a, b) => b.fn.span.line - a.fn.span.line)[0];
  return inner?.fn.path.replace(/^(?:self|super|crate)::/, '') ?? null;
}
