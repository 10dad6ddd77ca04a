/**
 * Rust text in, less text with the same code out, for the parser. Left out is what costs parsing and tells
 * nothing: comments, white space, the insides of strings and attributes, the letters of long names, test
 * modules, the rules of `macro_rules!`, and the bodies of macros that are read in a second round (macros.ts).
 * Macros whose arguments are a list of expressions are written as calls, so that they are parsed where they
 * stand, once. A map leads every offset back to the file, and names are read there.
 */
import type { Comment } from './ast.js';
import type { ParserText } from './flat.js';
import {
  closingBracket,
  isOpening,
  isWord,
  rawStart,
  skipComment,
  skipSpace,
  skipString,
  skipToken,
} from './lexer.js';
import { ARGUMENT_MACROS, argumentsIn, MATCH_MACROS, NO_CODE_MACROS, repeatIn } from './macro-names.js';
import type { Piece } from './tokens.js';

/** The arrays are valid until the next text is condensed. */
export interface Condensed extends ParserText {
  /** The file's offset for each offset of the text, and for its end. */
  readonly origin: Int32Array;
  /** Offsets of the `!` of each macro that was written as a call, and how its arguments are to be read. */
  readonly calls: ReadonlyMap<number, 'args' | 'repeat'>;
}

/** What stands around: `items` where only items may stand, `code` where expressions may. */
type Place = 'items' | 'code';

const SPACE = 32;
const BANG = 33;
const QUOTE = 34;
const HASH = 35;
const AMPERSAND = 38;
const APOSTROPHE = 39;
const PARENTHESIS = 40;
const PARENTHESIS_CLOSE = 41;
const COMMA = 44;
const SLASH = 47;
const DIGIT_NINE = 57;
const SEMICOLON = 59;
const BRACKET = 91;
const LETTER_A = 97;
const BRACE_OPEN = 123;
const BRACE_CLOSE = 125;

const OTHER = 0;
const STOP = 1;
const WORD = 2;
const BLANK = 3;

/** What the scan does at an ASCII character. */
const CODE_CLASS = new Uint8Array(128);
for (let c = 0; c < 128; c++) CODE_CLASS[c] = isWord(c) ? WORD : OTHER;
for (const c of ' \t\n\v\f\r') CODE_CLASS[c.charCodeAt(0)] = BLANK;
for (const c of '!"#&\'/') CODE_CLASS[c.charCodeAt(0)] = STOP;
/** These matter only where items stand. */
const ITEM_CLASS = new Uint8Array(CODE_CLASS);
for (const c of ';{}') ITEM_CLASS[c.charCodeAt(0)] = STOP;

/** Names from this length on are written as two letters: the first and the last offset of the name. */
const LONG_NAME = 6;
/** Words of that length that the grammar knows, by their length. */
const KEPT_WORDS: readonly (readonly string[] | undefined)[] = [];
for (const word of 'return static struct unsafe extern default continue macro_rules'.split(' ')) {
  const list = KEPT_WORDS[word.length] ?? [];
  (KEPT_WORDS as (readonly string[])[])[word.length] = [...list, word];
}
/** Macros written as calls inside each other; deeper ones are left to the second round. */
const MAX_NESTING = 24;

const CONTAINER = /^\s*(?:pub(?:\s*\([^)]*\))?\s+)?(?:(?:unsafe|default|auto|const)\s+)*(?:impl|trait|mod)\b/;
const TEST_ATTRIBUTE = /^#\[\s*cfg\s*\(\s*test\s*\)\s*\]$/;
const MODULE = /^(?:pub(?:\s*\([^)]*\))?\s+)?mod\s+\w+\s*\{/;
/** Words that may stand before `!(…)` without being a macro's name. */
const KEYWORDS = new Set('return if while match in else break as move'.split(' '));

let units = new Uint16Array(1 << 16);
let origin = new Int32Array(1 << 16);

/** Writes the condensed form of pieces of one text. There is room for one at a time. */
export class Condenser {
  readonly #text: string;
  readonly #keepTests: boolean;
  readonly #calls = new Map<number, 'args' | 'repeat'>();
  readonly #comments: Comment[] | undefined;
  #length = 0;
  /** What the end of the text so far stands for. */
  #end = 0;
  #nesting = 0;

  /** `comments`, where given, receives every comment that is met. */
  constructor(text: string, options: { readonly tests: boolean; readonly comments?: Comment[] }) {
    this.#text = text;
    this.#keepTests = options.tests;
    this.#comments = options.comments;
  }

  /** The length of the text so far, in UTF-16 units. */
  get length(): number {
    return this.#length;
  }

  done(): Condensed {
    this.#room(1);
    origin[this.#length] = this.#end;
    return { units, length: this.#length, origin, calls: this.#calls };
  }

  /** Text that is not in the file; all of it stands for the offset `at`. */
  write(chunk: string, at: number): void {
    this.#room(chunk.length);
    for (let i = 0; i < chunk.length; i++) this.#put(chunk.charCodeAt(i), at);
    this.#end = at;
  }

  /** The file's text as it is. */
  copy(start: number, end: number): void {
    if (end <= start) return;
    this.#room(end - start);
    for (let at = start; at < end; at++) this.#put(this.#text.charCodeAt(at), at);
    this.#end = end;
  }

  /** The file's text from `start` to `end`, condensed. */
  condense(start: number, end: number, place: Place): void {
    const text = this.#text;
    /** Depths of the braces around that hold items, the innermost last; none in code. */
    const containers: number[] = place === 'items' ? [0] : [];
    let depth = 0;
    const inItems = (): boolean => containers[containers.length - 1] === depth;
    /** Where the item begins whose brace may open next. */
    let head = start;
    const classes = place === 'items' ? ITEM_CLASS : CODE_CLASS;
    // Nothing that is written for a character is longer than twice that.
    this.#room(2 * (end - start));
    let at = start;
    while (at < end) {
      const c = text.charCodeAt(at);
      const what = c < 128 ? classes[c] : WORD;
      if (what === OTHER) {
        this.#put(c, at++);
        continue;
      }
      if (what === WORD) {
        at = this.#word(at, end);
        continue;
      }
      if (what === BLANK) {
        this.#blank(at);
        at = skipSpace(text, at + 1, end);
        continue;
      }
      switch (c) {
        case SLASH: {
          const after = skipComment(text, at, end);
          if (after === at) break;
          this.#comments?.push({ start: at, end: after });
          this.#blank(at);
          if (inItems() && skipSpace(text, head, at) === at) head = after;
          at = after;
          continue;
        }
        case QUOTE: {
          const after = skipString(text, at, end);
          const raw = rawStart(text, at);
          // What makes it raw was written letter by letter.
          if (raw >= start) this.#length -= at - raw;
          this.#put(QUOTE, raw >= start ? raw : at);
          if (after > at + 1) this.#put(raw >= start ? QUOTE : text.charCodeAt(after - 1), after - 1);
          at = after;
          continue;
        }
        case AMPERSAND:
          // `&raw` borrows a variable of that name, which the grammar only knows as the start of `&raw const x`.
          if (!text.startsWith('raw', at + 1) || isWord(text.charCodeAt(at + 4))) break;
          if (/^\s+(?:const|mut)\b/.test(text.slice(at + 4, at + 20))) break;
          this.#put(c, at);
          this.write('r#', at + 1);
          at++;
          continue;
        case APOSTROPHE: {
          const after = skipToken(text, at, end);
          if (after === at) break;
          this.copy(at, after);
          at = after;
          continue;
        }
        case HASH: {
          const open = text.charCodeAt(at + 1) === BANG ? at + 2 : at + 1;
          if (text.charCodeAt(open) !== BRACKET) break;
          const close = closingBracket(text, open, end, this.#comments);
          const module = this.#keepTests ? -1 : this.#testModule(at, close, end);
          if (module >= 0) {
            this.copy(at, module + 1);
            at = closingBracket(text, module, end, this.#comments);
            if (at < end) this.#put(BRACE_CLOSE, at++);
            head = at;
            continue;
          }
          if (inItems() && skipSpace(text, head, at) === at) head = close + 1;
          this.#attribute(at, Math.min(close + 1, end));
          at = close + 1;
          continue;
        }
        case BANG: {
          const after = this.#macro(at, end, inItems());
          if (after === at) break;
          at = after;
          continue;
        }
        case SEMICOLON:
          head = at + 1;
          break;
        case BRACE_OPEN: {
          const isContainer = inItems() && CONTAINER.test(text.slice(head, at));
          depth++;
          if (isContainer) containers.push(depth);
          head = at + 1;
          break;
        }
        case BRACE_CLOSE:
          if (inItems()) containers.pop();
          depth--;
          head = at + 1;
          break;
        default:
      }
      this.#put(c, at++);
    }
    this.#end = Math.max(start, end);
  }

  #put(unit: number, at: number): void {
    units[this.#length] = unit;
    origin[this.#length++] = at;
  }

  #blank(at: number): void {
    if (this.#length === 0 || units[this.#length - 1] !== SPACE) this.#put(SPACE, at);
  }

  #room(more: number): void {
    const needed = this.#length + more;
    if (needed <= units.length) return;
    const size = Math.max(2 * units.length, needed);
    const [oldUnits, oldOrigin] = [units, origin];
    units = new Uint16Array(size);
    units.set(oldUnits);
    origin = new Int32Array(size);
    origin.set(oldOrigin);
  }

  /** The name, keyword or number at `at`. @returns the offset after it */
  #word(at: number, end: number): number {
    const text = this.#text;
    let stop = at;
    let isPlain = text.charCodeAt(at) > DIGIT_NINE;
    for (; stop < end; stop++) {
      const c = text.charCodeAt(stop);
      if (!isWord(c)) break;
      if (c >= 128) isPlain = false;
    }
    const length = stop - at;
    if (isPlain && length >= LONG_NAME && !KEPT_WORDS[length]?.some((word) => text.startsWith(word, at))) {
      this.#put(LETTER_A, at);
      this.#put(LETTER_A, stop - 1);
    } else for (let i = at; i < stop; i++) this.#put(text.charCodeAt(i), i);
    return stop;
  }

  /** An attribute without what stands in its parentheses. */
  #attribute(start: number, end: number): void {
    const attribute = this.#text.slice(start, end);
    const open = attribute.indexOf('(');
    const close = attribute.lastIndexOf(')');
    const equals = attribute.indexOf('=');
    if (open < 0 || close < open || (equals >= 0 && equals < open)) this.copy(start, end);
    else {
      this.copy(start, start + open + 1);
      this.copy(start + close, end);
    }
  }

  /** The offset of the brace of the module that only tests see and whose attribute ends at `close`, or -1. */
  #testModule(start: number, close: number, end: number): number {
    const text = this.#text;
    if (close - start > 30 || !TEST_ATTRIBUTE.test(text.slice(start, close + 1))) return -1;
    let at = close + 1;
    for (;;) {
      at = skipSpace(text, at, end);
      const after = skipComment(text, at, end);
      if (after > at) at = after;
      else if (text.charCodeAt(at) === HASH && text.charCodeAt(at + 1) === BRACKET) {
        at = closingBracket(text, at + 1, end) + 1;
      } else break;
    }
    const found = MODULE.exec(text.slice(at, Math.min(end, at + 200)));
    return found === null ? -1 : at + found[0].length - 1;
  }

  /** Writes the macro whose `!` stands at `bang`. @returns the offset after it; `bang` when there is none */
  #macro(bang: number, end: number, inItems: boolean): number {
    const text = this.#text;
    let from = bang;
    while (from > 0 && isWord(text.charCodeAt(from - 1))) from--;
    if (from === bang) return bang;
    const name = text.slice(from, bang);
    if (KEYWORDS.has(name)) return bang;
    let open = skipSpace(text, bang + 1, end);
    if (name === 'macro_rules') {
      while (open < end && isWord(text.charCodeAt(open))) open++;
      open = skipSpace(text, open, end);
    }
    if (open >= end || !isOpening(text.charCodeAt(open))) return bang;
    const before = text.charCodeAt(from - 1);
    const written =
      !inItems &&
      before !== HASH &&
      text.charCodeAt(open) !== BRACE_OPEN &&
      ARGUMENT_MACROS.has(name) &&
      !NO_CODE_MACROS.has(name) &&
      !MATCH_MACROS.has(name) &&
      this.#nesting < MAX_NESTING;
    if (written) {
      const close = closingBracket(text, open, end);
      const list = close < end ? this.#arguments(name, { start: open + 1, end: close }) : null;
      if (list !== null) {
        this.#put(PARENTHESIS, open);
        this.#calls.set(bang, list.form);
        this.#nesting++;
        for (const piece of list.pieces) {
          this.condense(piece.start, piece.end, 'code');
          this.#put(COMMA, piece.end);
        }
        this.#nesting--;
        this.#put(PARENTHESIS_CLOSE, close);
        return close + 1;
      }
    }
    const close = closingBracket(text, open, end, this.#comments);
    this.copy(bang, open + 1);
    this.copy(close, Math.min(close + 1, end));
    return close + 1;
  }

  /** The arguments as pieces of the file; null when they are no plain list. */
  #arguments(
    name: string,
    body: Piece,
  ): { readonly form: 'args' | 'repeat'; readonly pieces: readonly Piece[] } | null {
    const { pieces, semicolons } = argumentsIn(this.#text, body);
    if (!semicolons) return { form: 'args', pieces };
    const repeat = repeatIn(this.#text, body, name);
    return repeat === null ? null : { form: 'repeat', pieces: repeat };
  }
}
