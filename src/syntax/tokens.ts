/** A scanner just good enough to split a macro's body: it knows strings, chars, comments and nesting. */

/** A range of the file's text. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

const OPEN = '([{';
const CLOSE = ')]}';

export class Tokens {
  readonly #text: string;
  readonly #piece: Piece;

  constructor(text: string, piece: Piece) {
    this.#text = text;
    this.#piece = piece;
  }

  /** The first offset outside all nesting, strings and comments for which `test` holds, or -1. */
  findTop(test: (at: number) => boolean): number {
    let depth = 0;
    for (let at = this.#piece.start; at < this.#piece.end; ) {
      const skipped = this.#skip(at);
      if (skipped > at) {
        at = skipped;
        continue;
      }
      const c = this.#text[at] ?? '';
      if (CLOSE.includes(c)) depth--;
      if (depth === 0 && test(at)) return at;
      if (OPEN.includes(c)) depth++;
      at++;
    }
    return -1;
  }

  /** The offset of the bracket that closes the one at `open`; the piece's last offset when none does. */
  closing(open: number): number {
    let depth = 0;
    for (let at = open; at < this.#piece.end; ) {
      const skipped = this.#skip(at);
      if (skipped > at) {
        at = skipped;
        continue;
      }
      const c = this.#text[at] ?? '';
      if (OPEN.includes(c)) depth++;
      else if (CLOSE.includes(c)) {
        depth--;
        if (depth === 0) return at;
      }
      at++;
    }
    return this.#piece.end - 1;
  }

  /** Insides of the outermost groups that open with `bracket`. */
  groups(bracket: '(' | '[' | '{'): Piece[] {
    const found: Piece[] = [];
    for (let at = this.#piece.start; at < this.#piece.end; ) {
      const skipped = this.#skip(at);
      if (skipped > at) {
        at = skipped;
        continue;
      }
      const c = this.#text[at] ?? '';
      if (OPEN.includes(c)) {
        const end = this.closing(at);
        if (c === bracket) found.push({ start: at + 1, end });
        at = end + 1;
      } else at++;
    }
    return found;
  }

  /** The parts between the `separator`s outside all nesting; an empty last part is left out. */
  split(separator: ',' | ';'): Piece[] {
    const found: Piece[] = [];
    let from = this.#piece.start;
    this.findTop((at) => {
      if (this.#text[at] === separator) {
        found.push({ start: from, end: at });
        from = at + 1;
      }
      return false;
    });
    if (this.#text.slice(from, this.#piece.end).trim() !== '')
      found.push({ start: from, end: this.#piece.end });
    return found;
  }

  /** The offset after a string, char or comment that begins at `at`; `at` when none does. */
  #skip(at: number): number {
    const text = this.#text;
    const end = this.#piece.end;
    const c = text[at];
    if (c === '"') return skipString(text, at, end);
    if (c === '/' && text[at + 1] === '/') {
      const line = text.indexOf('\n', at);
      return line < 0 || line > end ? end : line;
    }
    if (c === '/' && text[at + 1] === '*') {
      const close = text.indexOf('*/', at + 2);
      return close < 0 ? end : close + 2;
    }
    if (c === 'r' && (text[at + 1] === '"' || text[at + 1] === '#') && !isWord(text[at - 1])) {
      let hashes = 0;
      while (text[at + 1 + hashes] === '#') hashes++;
      if (text[at + 1 + hashes] !== '"') return at;
      const close = text.indexOf(`"${'#'.repeat(hashes)}`, at + 2 + hashes);
      return close < 0 ? end : close + 1 + hashes;
    }
    if (c === "'") {
      // A char literal, or a lifetime.
      if (text[at + 1] === '\\') {
        const close = text.indexOf("'", at + 3);
        return close < 0 ? end : close + 1;
      }
      const width = (text.codePointAt(at + 1) ?? 0) > 0xffff ? 2 : 1;
      if (text[at + 1 + width] === "'") return at + 2 + width;
    }
    return at;
  }
}

function skipString(text: string, at: number, end: number): number {
  for (let i = at + 1; i < end; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '"') return i + 1;
  }
  return end;
}

function isWord(c: string | undefined): boolean {
  return c !== undefined && /\w/.test(c);
}
