/**
 * A report becomes what `cargo check --message-format=json` prints, one JSON object a line, so that editors and
 * tools that read cargo show findings and offer their fixes. Columns are counted in characters here, and offsets
 * in UTF-8 bytes, as rustc does.
 */
import type { Edit, Finding, Location, Severity, Span } from '../findings/finding.js';
import type { Package, Project, Target } from '../project/project.js';
import { oneLine, urlPath, wellFormed } from './escape.js';
import { lineReader, type ReadLines } from './frame.js';
import type { Report, ReportContext } from './report.js';
import { renderFindingText } from './text.js';

type Owner = Pick<Package, 'name' | 'version' | 'manifest' | 'dir' | 'targets'>;

/** What of a `Project` says which target a file belongs to. */
export interface Owners {
  readonly root: Project['root'];
  readonly workspaces: readonly { readonly packages: readonly Owner[] }[];
}

export interface CargoJsonOptions {
  /** Names the package and target that each file belongs to; without it one package stands for all. */
  readonly project?: Owners;
}

/** Of a note, rust-analyzer makes an information; of a help, a hint. */
const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  warning: 'warning',
  suggestion: 'note',
};

export function renderCargoJson(
  report: Report,
  context: ReportContext,
  options: CargoJsonOptions = {},
): string {
  const lines = lineReader(context);
  const offsets = offsetReader(context);
  const spans: Spans = { lines, offsets };
  const messages = report.findings.map((finding) => ({
    reason: 'compiler-message',
    ...ownerOf(finding.path, options.project),
    message: diagnosticOf(finding, spans),
  }));
  const end = { reason: 'build-finished', success: report.complete && context.gate.length === 0 };
  return [...messages, end].map((message) => `${JSON.stringify(message)}\n`).join('');
}

interface Spans {
  readonly lines: ReadLines;
  readonly offsets: (path: string) => readonly number[] | undefined;
}

function diagnosticOf(finding: Finding, spans: Spans): object {
  return {
    $message_type: 'diagnostic',
    message: oneLine(finding.message),
    code: { code: `rustperf::${finding.rule}`, explanation: null },
    level: LEVELS[finding.severity],
    spans: [spanOf(finding, spans, { primary: true })],
    children: [
      ...finding.related.map((related) =>
        child('note', related.message, [spanOf(related, spans, { primary: true })]),
      ),
      ...finding.evidence.map((evidence) => child('note', `measured: ${evidence.message}`, [])),
      ...helpOf(finding, spans),
    ],
    rendered: renderFindingText(finding, spans.lines),
  };
}

/** With a fix, the help carries the replacement: that is what editors make a quick fix of. */
function helpOf(finding: Finding, spans: Spans): object[] {
  const plain = finding.help === '' ? [] : [child('help', finding.help, [])];
  const { fix } = finding;
  if (!fix) return plain;
  const applicability = fix.applicability === 'machine-applicable' ? 'MachineApplicable' : 'MaybeIncorrect';
  const title = fix.title ?? (finding.help === '' ? 'replace the code' : finding.help);
  const edits = fix.edits.map((edit) => spanOf(edit, spans, { primary: true, edit, applicability }));
  return [...(fix.title === undefined ? [] : plain), child('help', title, edits)];
}

function child(level: 'note' | 'help', message: string, spans: readonly object[]): object {
  return { message: oneLine(message), code: null, level, spans, children: [], rendered: null };
}

interface SpanRole {
  readonly primary: boolean;
  readonly edit?: Edit;
  readonly applicability?: 'MachineApplicable' | 'MaybeIncorrect';
}

function spanOf(location: Location, spans: Spans, role: SpanRole): object {
  const lines = spans.lines(location.path) ?? [];
  const offsets = spans.offsets(location.path) ?? [];
  return {
    file_name: wellFormed(location.path),
    byte_start: byteOffset(lines, offsets, location.line, location.column),
    byte_end: byteOffset(lines, offsets, location.endLine, location.endColumn),
    line_start: location.line,
    line_end: location.endLine,
    column_start: characterColumn(lines, location.line, location.column),
    column_end: characterColumn(lines, location.endLine, location.endColumn),
    is_primary: role.primary,
    text: markedLines(lines, location),
    label: null,
    suggested_replacement: role.edit === undefined ? null : wellFormed(role.edit.newText),
    suggestion_applicability: role.applicability ?? null,
    expansion: null,
  };
}

/** Most lines of a span that are quoted: tools show the rendered text, this only feeds highlighting. */
const MOST_LINES = 8;

function markedLines(lines: readonly string[], span: Span): object[] {
  return lines
    .slice(span.line - 1, Math.min(span.endLine, span.line - 1 + MOST_LINES))
    .map((text, index) => ({
      text: wellFormed(text),
      highlight_start: index === 0 ? characterColumn(lines, span.line, span.column) : 1,
      highlight_end:
        span.line + index === span.endLine
          ? characterColumn(lines, span.endLine, span.endColumn)
          : [...text].length + 1,
    }));
}

/** UTF-16 column to character column, both 1-based. */
function characterColumn(lines: readonly string[], line: number, column: number): number {
  return [...(lines[line - 1] ?? '').slice(0, column - 1)].length + 1;
}

/** UTF-16 position to 0-based UTF-8 offset in the file; 0 when the file cannot be read. */
function byteOffset(
  lines: readonly string[],
  offsets: readonly number[],
  line: number,
  column: number,
): number {
  const start = offsets[line - 1] ?? offsets.at(-1) ?? 0;
  return start + Buffer.byteLength((lines[line - 1] ?? '').slice(0, column - 1));
}

/** The UTF-8 offset at which each line starts, by path; every file is measured once. */
function offsetReader(context: ReportContext): (path: string) => readonly number[] | undefined {
  const known = new Map<string, readonly number[] | undefined>();
  return (path) => {
    if (!known.has(path)) {
      const text = context.source(path);
      known.set(path, text === undefined ? undefined : lineOffsets(text));
    }
    return known.get(path);
  };
}

function lineOffsets(text: string): readonly number[] {
  const offsets = [0];
  let end = 0;
  let bytes = 0;
  for (const match of text.matchAll(/\r\n|\n|\r/g)) {
    const next = match.index + match[0].length;
    bytes += Buffer.byteLength(text.slice(end, next));
    offsets.push(bytes);
    end = next;
  }
  return offsets;
}

/** The part of a message that says which package and target were being compiled. */
function ownerOf(path: string, project: Owners | undefined): object {
  const owner = project && packageOf(path, project);
  const root = project?.root ?? '';
  const dir = absolute(root, owner?.dir ?? '');
  const name = owner?.name ?? 'rustperf';
  const target = owner && targetOf(path, owner);
  return {
    package_id: `path+file://${urlPath(dir)}#${name}@${owner?.version ?? '0.0.0'}`,
    manifest_path: absolute(root, owner?.manifest || 'Cargo.toml'),
    target: {
      kind: [kindOf(target)],
      crate_types: target?.crateTypes ?? ['lib'],
      name: target?.name ?? name,
      src_path: absolute(root, target?.path ?? path),
      edition: target?.edition ?? '2021',
      doc: true,
      doctest: false,
      test: true,
    },
  };
}

function packageOf(path: string, project: Owners): Owner | undefined {
  const packages = project.workspaces.flatMap((workspace) => workspace.packages);
  const around = packages.filter((candidate) => candidate.dir === '' || path.startsWith(`${candidate.dir}/`));
  return around.sort((a, b) => b.dir.length - a.dir.length)[0];
}

/** The target whose root is nearest above the file; a library before its binaries. */
function targetOf(path: string, owner: Owner): Target | undefined {
  const above = owner.targets.filter(
    (target) => path === target.path || path.startsWith(directoryOf(target.path)),
  );
  return (
    above.find((target) => target.path === path) ??
    above.sort(
      (a, b) => directoryOf(b.path).length - directoryOf(a.path).length || libFirst(a) - libFirst(b),
    )[0] ??
    owner.targets[0]
  );
}

function libFirst(target: Target): number {
  return target.kind === 'lib' ? 0 : 1;
}

function directoryOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function kindOf(target: Target | undefined): string {
  if (target === undefined) return 'lib';
  if (target.procMacro) return 'proc-macro';
  return target.kind === 'build-script' ? 'custom-build' : target.kind;
}

function absolute(root: string, path: string): string {
  const base = root.replaceAll('\\', '/').replace(/\/$/, '');
  return wellFormed(path === '' ? base : `${base}/${path}`);
}
