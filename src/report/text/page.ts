/** The paper that the text report is written on: colours, widths, links, and lines with a gutter. */
import picocolors from 'picocolors';
import stringWidth from 'string-width';
import type { Location, Severity } from '../../findings/finding.js';
import { oneLine, printable } from '../escape.js';
import { lineReader, type ReadLines } from '../frame.js';
import type { ReportContext } from '../report.js';

export interface TextOptions {
  readonly color?: boolean;
  /** Columns of the terminal; absent for logs and files, where nothing is wrapped. */
  readonly width?: number;
  /** Whether the terminal understands OSC 8 hyperlinks. */
  readonly hyperlinks?: boolean;
  /** The address that a place in the code links to, for instance a `file:` URL. */
  readonly linkBase?: (location: Location) => string | undefined;
  /** Findings to print, the first by rank; the logs of CI hosts end somewhere (GitLab's at 4 MiB), with the verdict. */
  readonly most?: number;
  /** One line a finding, no frames, nothing at all when there is nothing to say. */
  readonly quiet?: boolean;
}

type Colors = ReturnType<typeof picocolors.createColors>;
export type Paint = (text: string) => string;

/** What every block needs to be written. */
export interface Page {
  readonly colors: Colors;
  readonly lines: ReadLines;
  readonly options: TextOptions;
}

/** However narrow the terminal, this much of a line is used. */
export const LEAST_WIDTH = 24;
const TAB = '    ';

export function pageOf(context: Pick<ReportContext, 'source'>, options: TextOptions): Page {
  return { colors: picocolors.createColors(options.color ?? false), lines: lineReader(context), options };
}

export function placeOf(location: Location): string {
  return `${printable(location.path)}:${location.line}:${location.column}`;
}

/** Source text as it appears on the terminal. */
export function shown(text: string): string {
  return text.split('\t').map(printable).join(TAB).trimEnd();
}

/** Everything outside printable ASCII needs the slow way. */
const NOT_ASCII = /[^\u0020-\u007e]/;

/** Columns that source text takes on the terminal. */
export function widthOf(text: string): number {
  if (!NOT_ASCII.test(text)) return text.length;
  return stringWidth(text.split('\t').map(printable).join(TAB));
}

export function bar(gutter: number, page: Page): string {
  return `${' '.repeat(gutter + 1)}${page.colors.bold(page.colors.blue('|'))}`;
}

export function numbered(number: number, text: string, gutter: number, page: Page): string {
  const { bold, blue } = page.colors;
  return `${bold(blue(`${String(number).padStart(gutter)} |`))} ${text}`;
}

/** `= label: text`, wrapped with its lines under each other. */
export function labelled(label: string, text: string, gutter: number, page: Page): string[] {
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
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > Math.max(LEAST_WIDTH, most)) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

export function linked(text: string, address: string | undefined, page: Page): string {
  if (!page.options.hyperlinks || address === undefined || NOT_ASCII.test(address)) return text;
  return `\u001b]8;;${address}\u001b\\${text}\u001b]8;;\u001b\\`;
}

export function paintOf(severity: Severity, colors: Colors): Paint {
  const color = { critical: colors.red, warning: colors.yellow, suggestion: colors.cyan }[severity];
  return (text) => colors.bold(color(text));
}
