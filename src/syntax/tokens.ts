/** Splits a macro's body at the tokens outside all nesting. */
import { closingBracket, eachTop } from './lexer.js';

/** A range of the file's text. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

const COMMA = 44;
const SEMICOLON = 59;

export class Tokens {
  readonly #text: string;
  readonly #piece: Piece;

  constructor(text: string, piece: Piece) {
    this.#text = text;
    this.#piece = piece;
  }

  /** The first offset outside all nesting, strings and comments for which `test` holds, or -1. */
  findTop(test: (at: number) => boolean): number {
    return eachTop(this.#text, this.#piece.start, this.#piece.end, test);
  }

  /** The offset of the bracket that closes the one at `open`; the piece's last offset when none does. */
  closing(open: number): number {
    return Math.min(closingBracket(this.#text, open, this.#piece.end), this.#piece.end - 1);
  }

  /** Insides of the outermost groups that open with `bracket`. */
  groups(bracket: '(' | '[' | '{'): Piece[] {
    const found: Piece[] = [];
    this.findTop((at) => {
      if (this.#text[at] === bracket) found.push({ start: at + 1, end: this.closing(at) });
      return false;
    });
    return found;
  }

  /** The parts between the `separator`s outside all nesting; an empty last part is left out. */
  split(separator: ',' | ';'): Piece[] {
    const found: Piece[] = [];
    const code = separator === ',' ? COMMA : SEMICOLON;
    let from = this.#piece.start;
    eachTop(this.#text, this.#piece.start, this.#piece.end, (at, c) => {
      if (c === code) {
        found.push({ start: from, end: at });
        from = at + 1;
      }
      return false;
    });
    if (this.#text.slice(from, this.#piece.end).trim() !== '')
      found.push({ start: from, end: this.#piece.end });
    return found;
  }
}
