/**
 * Rust text in, less text with the same code out, for the parser. Left out is what costs parsing and tells
 * nothing: comments, the insides of strings, test modules, the rules of `macro_rules!`, and the bodies of
 * macros that are read in a second round (macros.ts). Macros whose arguments are a list of expressions are
 * written as calls, so that they are parsed where they stand, once. A map leads every offset back to the file.
 */
import type { Comment } from './ast.js';
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

export interface Condensed {
  readonly text: string;
  /** The file's offset for each offset of `text`. Valid until the next text is condensed. */
  readonly origin: Int32Array;
  /** Offsets of the `!` of each macro that was written as a call, and how its arguments are to be read. */
  readonly calls: ReadonlyMap<number, 'args' | 'repeat'>;
}

/** What stands around: `items` where only items may stand, `code` where expressions may. */
type Place = 'items' | 'code';

const BANG = 33;
const QUOTE = 34;
const HASH = 35;
const AMPERSAND = 38;
const APOSTROPHE = 39;
const SLASH = 47;
const SEMICOLON = 59;
const BRACKET = 91;
const BRACE_OPEN = 123;
const BRACE_CLOSE = 125;

/** Characters that the scan stops at. */
const STOPS = new Uint8Array(128);
for (const c of '!"#&\'/') STOPS[c.charCodeAt(0)] = 1;
/** These matter only where items stand. */
const ITEM_STOPS = new Uint8Array(STOPS);
for (const c of ';{}') ITEM_STOPS[c.charCodeAt(0)] = 1;

/** Strings up to this length are cheaper to parse than to cut. */
const SHORT_STRING = 16;
/** Macros written as calls inside each other; deeper ones are left to the second round. */
const MAX_NESTING = 24;

const CONTAINER = /^\s*(?:pub(?:\s*\([^)]*\))?\s+)?(?:(?:unsafe|default|auto|const)\s+)*(?:impl|trait|mod)\b/;
const TEST_ATTRIBUTE = /^#\[\s*cfg\s*\(\s*test\s*\)\s*\]$/;
const MODULE = /^(?:pub(?:\s*\([^)]*\))?\s+)?mod\s+\w+\s*\{/;
/** Words that may stand before `!(…)` without being a macro's name. */
const KEYWORDS = new Set('return if while match in else break as move'.split(' '));

let arena = new Int32Array(1 << 16);

/** Collects the pieces of one text. */
export class Condenser {
  readonly #text: string;
  readonly #keepTests: boolean;
  readonly #chunks: string[] = [];
  /** For each chunk: the offset it was copied from, or -1 - the offset that all of it stands for. */
  readonly #from: number[] = [];
  readonly #calls = new Map<number, 'args' | 'repeat'>();
  readonly #comments: Comment[] | undefined;
  #length = 0;
  #nesting = 0;

  /** `comments`, where given, receives every comment that is met. */
  constructor(text: string, options: { readonly tests: boolean; readonly comments?: Comment[] }) {
    this.#text = text;
    this.#keepTests = options.tests;
    this.#comments = options.comments;
  }

  /** The length of the text so far. */
  get length(): number {
    return this.#length;
  }

  done(): Condensed {
    const length = this.#length;
    if (arena.length <= length) arena = new Int32Array(Math.max(arena.length * 2, length + 1));
    const origin = arena;
    let at = 0;
    let last = 0;
    this.#chunks.forEach((chunk, i) => {
      const from = this.#from[i] ?? 0;
      const stop = at + chunk.length;
      if (from < 0) {
        last = -1 - from;
        while (at < stop) origin[at++] = last;
      } else {
        for (let offset = from; at < stop; ) origin[at++] = offset++;
        last = from + chunk.length;
      }
    });
    origin[length] = last;
    return { text: this.#chunks.join(''), origin, calls: this.#calls };
  }

  /** Text that is not in the file; all of it stands for the offset `at`. */
  write(chunk: string, at: number): void {
    this.#chunks.push(chunk);
    this.#from.push(-1 - at);
    this.#length += chunk.length;
  }

  /** The file's text as it is. */
  copy(start: number, end: number): void {
    if (end <= start) return;
    this.#chunks.push(this.#text.slice(start, end));
    this.#from.push(start);
    this.#length += end - start;
  }

  /** The file's text from `start` to `end`, condensed. */
  condense(start: number, end: number, place: Place): void {
    const text = this.#text;
    /** Copied up to here. */
    let done = start;
    /** Depths of the braces around that hold items, the innermost last; none in code. */
    const containers: number[] = place === 'items' ? [0] : [];
    let depth = 0;
    const inItems = (): boolean => containers[containers.length - 1] === depth;
    /** Where the item begins whose brace may open next. */
    let head = start;
    const stops = place === 'items' ? ITEM_STOPS : STOPS;
    for (let at = start; at < end; at++) {
      const c = text.charCodeAt(at);
      if (c >= 128 || stops[c] === 0) continue;
      switch (c) {
        case SLASH: {
          const after = skipComment(text, at, end);
          if (after === at) break;
          this.#comments?.push({ start: at, end: after });
          this.copy(done, at);
          this.write(' ', at);
          if (inItems() && skipSpace(text, head, at) === at) head = after;
          done = after;
          at = after - 1;
          break;
        }
        case QUOTE: {
          const after = skipString(text, at, end);
          const raw = rawStart(text, at);
          if (raw >= done) {
            this.copy(done, raw);
            this.write('"', raw);
            this.write('"', after - 1);
            done = after;
          } else if (after - at > SHORT_STRING) {
            this.copy(done, at + 1);
            done = after - 1;
          }
          at = after - 1;
          break;
        }
        case AMPERSAND: {
          // `&raw` borrows a variable of that name, which the grammar only knows as the start of `&raw const x`.
          if (!text.startsWith('raw', at + 1) || isWord(text.charCodeAt(at + 4))) break;
          if (/^\s+(?:const|mut)\b/.test(text.slice(at + 4, at + 20))) break;
          this.copy(done, at + 1);
          this.write('r#', at + 1);
          done = at + 1;
          break;
        }
        case APOSTROPHE: {
          const after = skipToken(text, at, end);
          if (after > at) at = after - 1;
          break;
        }
        case HASH: {
          const open = text.charCodeAt(at + 1) === BANG ? at + 2 : at + 1;
          if (text.charCodeAt(open) !== BRACKET) break;
          const close = closingBracket(text, open, end, this.#comments);
          const module = this.#keepTests ? -1 : this.#testModule(at, close, end);
          if (module >= 0) {
            const last = closingBracket(text, module, end, this.#comments);
            this.copy(done, module + 1);
            done = last;
            at = last;
            head = last + 1;
            break;
          }
          if (inItems() && skipSpace(text, head, at) === at) head = close + 1;
          at = close;
          break;
        }
        case BANG: {
          const after = this.#macro(done, at, end, inItems());
          if (after.at > at) {
            done = after.done;
            at = after.at - 1;
          }
          break;
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
    }
    this.copy(done, end);
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

  /** Handles the macro whose `!` stands at `bang`; `at` is `bang` when there is none. */
  #macro(done: number, bang: number, end: number, inItems: boolean): { done: number; at: number } {
    const text = this.#text;
    const none = { done, at: bang };
    let from = bang;
    while (from > 0 && isWord(text.charCodeAt(from - 1))) from--;
    if (from === bang) return none;
    const name = text.slice(from, bang);
    if (KEYWORDS.has(name)) return none;
    let open = skipSpace(text, bang + 1, end);
    if (name === 'macro_rules') {
      while (open < end && isWord(text.charCodeAt(open))) open++;
      open = skipSpace(text, open, end);
    }
    if (open >= end || !isOpening(text.charCodeAt(open))) return none;
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
        this.copy(done, bang);
        this.write('(', open);
        this.#calls.set(bang, list.form);
        this.#nesting++;
        for (const piece of list.pieces) {
          this.condense(piece.start, piece.end, 'code');
          this.write(',', piece.end);
        }
        this.#nesting--;
        this.write(')', close);
        return { done: close + 1, at: close + 1 };
      }
    }
    const close = closingBracket(text, open, end, this.#comments);
    this.copy(done, open + 1);
    return { done: close, at: close + 1 };
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
