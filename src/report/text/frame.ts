/** A code frame drawn as rustc draws it: line numbers in a gutter, the span underlined or bracketed. */
import { clip, type Frame, type FrameLine } from '../frame.js';
import { bar, LEAST_WIDTH, numbered, type Page, type Paint, shown, widthOf } from './page.js';

/** Longest part of a source line that is shown where no width is known. */
const LOG_WIDTH = 160;

export function frameLines(
  frame: Frame,
  underline: string,
  paint: Paint,
  label: string,
  gutter: number,
  page: Page,
): string[] {
  const room = Math.max(LEAST_WIDTH, (page.options.width ?? LOG_WIDTH) - gutter - (frame.multiline ? 6 : 4));
  const lines = frame.lines.map((line) => fitted(line, room));
  return frame.multiline
    ? multilineFrame(lines, underline, paint, label, gutter, page)
    : lines.flatMap((line) => [
        numbered(line.number, shown(line.text), gutter, page),
        `${bar(gutter, page)} ${paint(`${indentOf(line)}${underline.repeat(Math.max(1, markWidth(line)))}`)}${suffix(label, paint)}`,
      ]);
}

/** Clipped to so many columns, where wide characters and tabs take more than one. */
function fitted(line: FrameLine, room: number): FrameLine {
  const clipped = clip(line, room);
  const width = widthOf(clipped.text);
  return width <= room + 2 ? clipped : clip(line, Math.floor((room * room) / width));
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

/** As many blanks as the text before the mark is wide. */
function indentOf(line: FrameLine): string {
  return ' '.repeat(widthOf(line.text.slice(0, line.mark?.from ?? 0)));
}

function markWidth(line: FrameLine): number {
  return line.mark ? widthOf(line.text.slice(line.mark.from, line.mark.to)) : 0;
}
