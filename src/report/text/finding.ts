/** A finding becomes a block of text: what, where, the code, related places, and what helps. */
import type { Finding, Location, Related } from '../../findings/finding.js';
import { oneLine, printable, webUrl } from '../escape.js';
import { frameOf } from '../frame.js';
import { frameLines } from './frame.js';
import { bar, labelled, linked, type Page, type Paint, paintOf, placeOf } from './page.js';

export function findingBlock(finding: Finding, page: Page): string[] {
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

/** Digits of the largest line number that the block shows. */
function gutterOf(locations: readonly Location[]): number {
  return String(Math.max(...locations.map((location) => location.endLine))).length;
}
