/** A report becomes what rustc would print: one block a finding with its code frame, then one closing line. */
import picocolors from 'picocolors';
import stringWidth from 'string-width';
import type { Finding, Location, Note, Related, Severity } from '../findings/finding.js';
import { oneLine, printable, webUrl } from './escape.js';
import { clip, type Frame, type FrameLine, frameOf, lineReader, type ReadLines } from './frame.js';
import { ranked } from './rank.js';
import type { Report, ReportContext, SuggestedProfile } from './report.js';
import { count, grouped, novelty, scopeWords, severityCounts, total, unparsedWords } from './words.js';

export interface TextOptions {
  readonly color?: boolean;
  /** Columns of the terminal; absent for logs and files, where nothing is wrapped. */
  readonly width?: number;
  /** Whether the terminal understands OSC 8 hyperlinks. */
  readonly hyperlinks?: boolean;
  /** The address that a place in the code links to, for instance a `file:` URL. */
  readonly linkBase?: (location: Location) => string | undefined;
  /** One line a finding, no frames, nothing at all when there is nothing to say. */
  readonly quiet?: boolean;
}

type Colors = ReturnType<typeof picocolors.createColors>;
type Paint = (text: string) => string;

/** What every block needs to be written. */
interface Page {
  readonly colors: Colors;
  readonly lines: ReadLines;
  readonly options: TextOptions;
}

/** Longest part of a source line that is shown where no width is known. */
const LOG_WIDTH = 160;
/** However narrow the terminal, this much of a source line is shown. */
const LEAST_CODE = 24;
const TAB = '    ';

export function renderText(report: Report, context: ReportContext, options: TextOptions = {}): string {
  const page = pageOf(context, options);
  const written = options.quiet ? quietLines(report, page) : fullBlocks(report, context, page);
  return written.length === 0 ? '' : `${written.join('\n')}\n`;
}

/** One finding as it stands in the text report, without colours: what editors show as the full message. */
export function renderFindingText(finding: Finding, lines: ReadLines): string {
  return `${findingBlock(finding, { colors: picocolors.createColors(false), lines, options: {} }).join('\n')}\n`;
}

function pageOf(context: ReportContext, options: TextOptions): Page {
  return { colors: picocolors.createColors(options.color ?? false), lines: lineReader(context), options };
}

function fullBlocks(report: Report, context: ReportContext, page: Page): string[] {
  return [
    ...report.findings.flatMap((finding) => [...findingBlock(finding, page), '']),
    ...report.suggestedProfiles.flatMap((profile) => [...profileBlock(profile, page), '']),
    ...report.notes.map((note) => noteLine(note, page)),
    ...(report.notes.length > 0 ? [''] : []),
    ...closing(report, context, page),
  ];
}

function quietLines(report: Report, page: Page): string[] {
  const { colors } = page;
  const lines = report.findings.map((finding) => {
    const head = `${finding.severity}[${printable(finding.rule)}]`;
    const place = atLineStart(placeOf(finding));
    return `${place}: ${paintOf(finding.severity, colors)(head)}: ${oneLine(finding.message)}`;
  });
  const unfinished = report.notes.filter((note) => note.kind === 'incomplete');
  return [...lines, ...unfinished.map((note) => noteLine(note, page))];
}

/** CI runners take a line that starts with `::` for a command of theirs. */
function atLineStart(text: string): string {
  return text.trimStart().startsWith('::') ? `./${text}` : text;
}

function placeOf(location: Location): string {
  return `${printable(location.path)}:${location.line}:${location.column}`;
}

function findingBlock(finding: Finding, page: Page): string[] {
  const { colors } = page;
  const paint = paintOf(finding.severity, colors);
  const gutter = gutterOf([finding, ...finding.related]);
  const rule = linked(`${finding.severity}[${printable(finding.rule)}]`, webUrl(finding.url), page);
  const extra = extraLines(finding);
  return [
    `${paint(rule)}${colors.bold(`: ${oneLine(finding.message)}`)}`,
    ...placed(finding, '-->', '^', paint, '', gutter, page),
    ...finding.related.flatMap((related) => [bar(gutter, page), ...secondary(related, gutter, page)]),
    ...(extra.length > 0 ? [bar(gutter, page)] : []),
    ...extra.flatMap(([label, text]) => labelled(label, text, gutter, page)),
  ];
}

function extraLines(finding: Finding): (readonly [string, string])[] {
  return [
    ...(finding.help === '' ? [] : [['help', finding.help] as const]),
    ...finding.evidence.map((evidence) => ['measured', evidence.message] as const),
    ...(finding.confidence === 'high' ? [] : [['confidence', finding.confidence] as const]),
    ...(finding.fix ? [['fix', fixWords(finding.fix.applicability)] as const] : []),
  ];
}

function fixWords(applicability: 'machine-applicable' | 'maybe-incorrect'): string {
  return applicability === 'machine-applicable'
    ? '`rustperf fix` applies it'
    : '`rustperf fix --unsafe` applies it; read the result';
}

function secondary(related: Related, gutter: number, page: Page): string[] {
  const { blue, bold } = page.colors;
  return placed(related, ':::', '-', (text) => bold(blue(text)), oneLine(related.message), gutter, page);
}

/** The arrow line and, where the file can be read, the frame below it. */
function placed(
  location: Location,
  arrow: string,
  underline: string,
  paint: Paint,
  label: string,
  gutter: number,
  page: Page,
): string[] {
  const { colors, options } = page;
  const margin = ' '.repeat(gutter);
  const address = options.linkBase?.(location);
  const head = `${margin}${colors.bold(colors.blue(arrow))} ${linked(placeOf(location), address, page)}`;
  const frame = frameOf(page.lines(location.path), location);
  if (!frame)
    return label === '' ? [head] : [head, `${margin} ${colors.bold(colors.blue('='))} note: ${label}`];
  return [head, bar(gutter, page), ...frameLines(frame, underline, paint, label, gutter, page)];
}

function frameLines(
  frame: Frame,
  underline: string,
  paint: Paint,
  label: string,
  gutter: number,
  page: Page,
): string[] {
  const room = Math.max(LEAST_CODE, (page.options.width ?? LOG_WIDTH) - gutter - (frame.multiline ? 6 : 4));
  const lines = frame.lines.map((line) => clip(line, room));
  return frame.multiline
    ? multilineFrame(lines, underline, paint, label, gutter, page)
    : lines.flatMap((line) => [
        numbered(line.number, shown(line.text), gutter, page),
        `${bar(gutter, page)} ${paint(`${indentOf(line)}${underline.repeat(Math.max(1, markWidth(line)))}`)}${suffix(label, paint)}`,
      ]);
}

/** rustc's drawing of a span over several lines: a bracket at the left from its start to its end. */
function multilineFrame(
  lines: readonly FrameLine[],
  underline: string,
  paint: Paint,
  label: string,
  gutter: number,
  page: Page,
): string[] {
  const written: string[] = [];
  lines.forEach((line, index) => {
    const previous = lines[index - 1];
    if (previous && line.number > previous.number + 1) {
      written.push(`${page.colors.bold(page.colors.blue('...'.padEnd(gutter + 1)))} ${paint('|')}`);
    }
    if (index > 0) {
      written.push(numbered(line.number, `${paint('|')} ${shown(line.text)}`, gutter, page));
    } else if (
      indentOf(line).trim() === '' &&
      shown(line.text.slice(0, line.mark?.from ?? 0)).trim() === ''
    ) {
      written.push(numbered(line.number, `${paint('/')} ${shown(line.text)}`, gutter, page));
    } else {
      written.push(numbered(line.number, `  ${shown(line.text)}`, gutter, page));
      written.push(`${bar(gutter, page)}  ${paint(`_${'_'.repeat(indentOf(line).length)}${underline}`)}`);
    }
  });
  const last = lines.at(-1);
  const reach = last ? Math.max(1, indentOf(last).length + markWidth(last)) : 1;
  written.push(`${bar(gutter, page)} ${paint(`|${'_'.repeat(reach)}${underline}`)}${suffix(label, paint)}`);
  return written;
}

function suffix(label: string, paint: Paint): string {
  return label === '' ? '' : ` ${paint(label)}`;
}

/** Source text as it appears on the terminal. */
function shown(text: string): string {
  return text.split('\t').map(printable).join(TAB).trimEnd();
}

/** As many blanks as the text before the mark is wide. */
function indentOf(line: FrameLine): string {
  return ' '.repeat(widthOf(line.text.slice(0, line.mark?.from ?? 0)));
}

function markWidth(line: FrameLine): number {
  return line.mark ? widthOf(line.text.slice(line.mark.from, line.mark.to)) : 0;
}

/** Everything outside printable ASCII needs the slow way. */
const NOT_ASCII = /[^\u0020-\u007e]/;

function widthOf(text: string): number {
  if (!NOT_ASCII.test(text)) return text.length;
  return stringWidth(text.split('\t').map(printable).join(TAB));
}

/** Digits of the largest line number that the block shows. */
function gutterOf(locations: readonly Location[]): number {
  return String(Math.max(...locations.map((location) => location.endLine))).length;
}

function bar(gutter: number, page: Page): string {
  return `${' '.repeat(gutter + 1)}${page.colors.bold(page.colors.blue('|'))}`;
}

function numbered(number: number, text: string, gutter: number, page: Page): string {
  const { bold, blue } = page.colors;
  return `${bold(blue(`${String(number).padStart(gutter)} |`))} ${text}`;
}

function labelled(label: string, text: string, gutter: number, page: Page): string[] {
  const { bold, blue } = page.colors;
  const margin = ' '.repeat(gutter + 1);
  const hang = `${margin}${' '.repeat(label.length + 4)}`;
  const [first = '', ...rest] = wrapped(
    oneLine(text),
    (page.options.width ?? Number.POSITIVE_INFINITY) - hang.length,
  );
  return [`${margin}${bold(blue('='))} ${bold(label)}: ${first}`, ...rest.map((line) => `${hang}${line}`)];
}

/** Breaks at blanks, never inside a word: names and code stay whole. */
function wrapped(text: string, most: number): string[] {
  if (!Number.isFinite(most)) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > Math.max(LEAST_CODE, most)) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

function linked(text: string, address: string | undefined, page: Page): string {
  if (!page.options.hyperlinks || address === undefined || NOT_ASCII.test(address)) return text;
  return `\u001b]8;;${address}\u001b\\${text}\u001b]8;;\u001b\\`;
}

function paintOf(severity: Severity, colors: Colors): Paint {
  const color = { critical: colors.red, warning: colors.yellow, suggestion: colors.cyan }[severity];
  return (text) => colors.bold(color(text));
}

function profileBlock(profile: SuggestedProfile, page: Page): string[] {
  const { bold, blue, green } = page.colors;
  const head = `suggested profile: \`${printable(profile.profile)}\` in \`${printable(profile.manifest)}\``;
  const rail = `  ${bold(blue('|'))}`;
  return [
    `${bold(green(head))} (${oneLine(profile.because)})`,
    rail,
    ...profile.toml
      .trimEnd()
      .split(/\r?\n/)
      .map((line) => `${rail} ${printable(line)}`),
    rail,
    ...profile.settings.flatMap((setting) =>
      labelled(setting.key, `${setting.reason}; costs: ${setting.cost}`, 1, page),
    ),
  ];
}

function noteLine(note: Note, page: Page): string {
  const { bold, cyan, magenta } = page.colors;
  const head = note.kind === 'incomplete' ? bold(magenta('incomplete')) : bold(cyan('note'));
  return `${head}: ${note.path === undefined ? '' : `${printable(note.path)}: `}${oneLine(note.message)}`;
}

function closing(report: Report, context: ReportContext, page: Page): string[] {
  const { bold, green, red, magenta } = page.colors;
  const counts = severityCounts(report.summary);
  const fails = context.gate.length;
  const verdict =
    counts === undefined ? bold(green('no findings')) : bold((fails > 0 ? red : String)(counts));
  const fresh = novelty(report);
  const unparsed = unparsedWords(report);
  return [
    `${verdict}${fresh ? `, ${grouped(total(fresh.new))} of them new` : ''}; ${scopeWords(report)}`,
    ...(unparsed === undefined ? [] : [unparsed]),
    ...(fails === 0 ? [] : [`fails: ${count(fails, 'finding')} at or above \`${context.failOn}\``]),
    ...(report.complete
      ? []
      : [bold(magenta('incomplete: not everything could be audited, see the notes above'))]),
    ...(report.findings.length === 0
      ? []
      : [`\`rustperf explain ${exampleRule(report)}\` says why, and what to write instead`]),
  ];
}

function exampleRule(report: Report): string {
  return printable(ranked(report.findings)[0]?.rule ?? 'RULE');
}
