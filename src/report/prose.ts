/** The little Markdown that rules are worded in, taken apart so that every format can print it its own way. */

/** A piece of a line: a name in backticks, or plain words. */
export interface Piece {
  readonly kind: 'code' | 'words';
  readonly text: string;
}

export type Block =
  | { readonly kind: 'paragraph'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Piece[])[] }
  | { readonly kind: 'code'; readonly language: string; readonly text: string };

/** Splits at backtick spans. An unpaired backtick is an ordinary character. */
export function pieces(line: string): readonly Piece[] {
  const found: Piece[] = [];
  let rest = 0;
  for (const match of line.matchAll(/(`+)([^`]+)\1(?!`)/g)) {
    if (match.index > rest) found.push({ kind: 'words', text: line.slice(rest, match.index) });
    found.push({ kind: 'code', text: match[2] ?? '' });
    rest = match.index + match[0].length;
  }
  if (rest < line.length) found.push({ kind: 'words', text: line.slice(rest) });
  return found;
}

/** Paragraphs, bullet lists and fenced code; anything else is a paragraph of words. */
export function blocks(markdown: string): readonly Block[] {
  const found: Block[] = [];
  const lines = markdown.split(/\r?\n/);
  let index = 0;
  while (index < lines.length) {
    const line = lines[index] ?? '';
    const fence = /^\s*```\s*([\w-]*)/.exec(line);
    if (fence) {
      const close = lines.findIndex((other, at) => at > index && /^\s*```\s*$/.test(other));
      const end = close === -1 ? lines.length : close;
      found.push({ kind: 'code', language: fence[1] ?? '', text: lines.slice(index + 1, end).join('\n') });
      index = end + 1;
    } else if (line.trim() === '') {
      index += 1;
    } else {
      const end = paragraphEnd(lines, index);
      found.push(...paragraphOrList(lines.slice(index, end)));
      index = end;
    }
  }
  return found;
}

function paragraphEnd(lines: readonly string[], start: number): number {
  const end = lines.findIndex((line, at) => at > start && (line.trim() === '' || /^\s*```/.test(line)));
  return end === -1 ? lines.length : end;
}

const BULLET = /^\s*(?:[-*]|\d+\.)\s+/;

function paragraphOrList(lines: readonly string[]): Block[] {
  const first = lines.findIndex((line) => BULLET.test(line));
  const intro = first === -1 ? lines : lines.slice(0, first);
  const found: Block[] = [];
  if (intro.length > 0) found.push({ kind: 'paragraph', pieces: pieces(joined(intro)) });
  if (first === -1) return found;
  const items: string[][] = [];
  for (const line of lines.slice(first)) {
    if (BULLET.test(line)) items.push([line.replace(BULLET, '')]);
    else items.at(-1)?.push(line);
  }
  found.push({ kind: 'list', items: items.map((item) => pieces(joined(item))) });
  return found;
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => line.trim()).join(' ');
}
