/** The least of Rust's lexer that finding one's way takes: where strings, chars and comments end, which bracket closes which. */
import type { Comment } from './ast.js';

const NEWLINE = 10;
const QUOTE = 34;
const HASH = 35;
const APOSTROPHE = 39;
const STAR = 42;
const SLASH = 47;
const BACKSLASH = 92;
const LETTER_B = 98;
const LETTER_C = 99;
const LETTER_R = 114;

const PLAIN = 0;
const SKIPPABLE = 1;
const OPENING = 2;
const CLOSING = 3;

/** What an ASCII character may begin. */
const CLASS = new Uint8Array(128);
for (const c of '"\'/') CLASS[c.charCodeAt(0)] = SKIPPABLE;
for (const c of '([{') CLASS[c.charCodeAt(0)] = OPENING;
for (const c of ')]}') CLASS[c.charCodeAt(0)] = CLOSING;

const WORD = new Uint8Array(128);
for (const c of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_') WORD[c.charCodeAt(0)] = 1;

/** Letters, digits and `_`; whatever is not ASCII may stand in a name, too. */
export function isWord(code: number): boolean {
  return code < 128 ? WORD[code] === 1 : code >= 128;
}

export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

export function isOpening(code: number): boolean {
  return code < 128 && CLASS[code] === OPENING;
}

/** The first offset from `at` on that is no white space, at most `end`. */
export function skipSpace(text: string, at: number, end: number): number {
  let i = at;
  while (i < end && isSpace(text.charCodeAt(i))) i++;
  return i;
}

/** The offset after the string, char or comment that begins at `at`; `at` when none does. */
export function skipToken(text: string, at: number, end: number): number {
  switch (text.charCodeAt(at)) {
    case QUOTE:
      return skipString(text, at, end);
    case SLASH:
      return skipComment(text, at, end);
    case APOSTROPHE:
      return skipChar(text, at, end);
    default:
      return at;
  }
}

/** The offset after the comment at `at`, without the line's end; `at` when none begins there. */
export function skipComment(text: string, at: number, end: number): number {
  if (text.charCodeAt(at) !== SLASH) return at;
  const next = text.charCodeAt(at + 1);
  if (next === SLASH) {
    const line = text.indexOf('\n', at);
    return line < 0 || line > end ? end : line;
  }
  if (next !== STAR) return at;
  let depth = 1;
  for (let i = at + 2; i + 1 < end; i++) {
    const c = text.charCodeAt(i);
    if (c === STAR && text.charCodeAt(i + 1) === SLASH) {
      i++;
      if (--depth === 0) return i + 1;
    } else if (c === SLASH && text.charCodeAt(i + 1) === STAR) {
      i++;
      depth++;
    }
  }
  return end;
}

/** The offset after the string whose opening quote stands at `at`; what is written before it makes it raw. */
export function skipString(text: string, at: number, end: number): number {
  const raw = rawStart(text, at);
  if (raw >= 0) {
    const hashes = at - raw - 1;
    const close = text.indexOf(hashes === 0 ? '"' : `"${'#'.repeat(hashes)}`, at + 1);
    return close < 0 ? end : Math.min(end, close + 1 + hashes);
  }
  for (let i = at + 1; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === BACKSLASH) i++;
    else if (c === QUOTE) return i + 1;
  }
  return end;
}

/** The offset of the `r` that makes the string with its quote at `at` a raw one, or -1. */
export function rawStart(text: string, at: number): number {
  let i = at - 1;
  while (text.charCodeAt(i) === HASH) i--;
  if (text.charCodeAt(i) !== LETTER_R) return -1;
  const before = text.charCodeAt(i - 1);
  if (before === LETTER_B || before === LETTER_C) return isWord(text.charCodeAt(i - 2)) ? -1 : i;
  return isWord(before) ? -1 : i;
}

/** A char literal; a lifetime is nothing to skip. */
function skipChar(text: string, at: number, end: number): number {
  if (text.charCodeAt(at + 1) === BACKSLASH) {
    const close = text.indexOf("'", at + 3);
    return close < 0 || close >= end ? end : close + 1;
  }
  const width = (text.codePointAt(at + 1) ?? 0) > 0xffff ? 2 : 1;
  return text.charCodeAt(at + 1 + width) === APOSTROPHE && text.charCodeAt(at + 1) !== NEWLINE
    ? at + 2 + width
    : at;
}

/**
 * The offset of the bracket that closes the one at `open`; `end` when none does. Kinds of brackets are not
 * told apart: what rustc accepts is balanced.
 */
export function closingBracket(text: string, open: number, end: number, comments?: Comment[]): number {
  let depth = 0;
  for (let at = open; at < end; at++) {
    const c = text.charCodeAt(at);
    if (c >= 128) continue;
    const is = CLASS[c] ?? PLAIN;
    if (is === PLAIN) continue;
    if (is === OPENING) depth++;
    else if (is === CLOSING) {
      depth--;
      if (depth === 0) return at;
    } else {
      const after = skipToken(text, at, end);
      if (after > at) {
        if (c === SLASH) comments?.push({ start: at, end: after });
        at = after - 1;
      }
    }
  }
  return end;
}

/** Calls `visit` with every character outside all nesting, strings, chars and comments; brackets are at the top when they open there. */
export function eachTop(
  text: string,
  start: number,
  end: number,
  visit: (at: number, code: number) => boolean,
): number {
  for (let at = start; at < end; at++) {
    const c = text.charCodeAt(at);
    const is = c < 128 ? (CLASS[c] ?? PLAIN) : PLAIN;
    if (is === SKIPPABLE) {
      const after = skipToken(text, at, end);
      if (after > at) {
        at = after - 1;
        continue;
      }
    }
    if (visit(at, c)) return at;
    if (is === OPENING) at = closingBracket(text, at, end);
  }
  return -1;
}
