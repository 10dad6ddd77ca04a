/** Text that comes from the audited repository is hostile: here it is made harmless for where it is printed. */

/** Controls, bidirectional overrides, invisible marks, line separators, lone surrogates; not the joiners of emoji. */
const UNPRINTABLE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * One line for a terminal or a log: every unprintable character becomes a visible stand-in of as many UTF-16
 * units, so that columns stay true. `##[`, which CI runners read as a command anywhere in a line, is broken.
 */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, standIn).replaceAll('##[', '#\u266f[');
}

function standIn(character: string): string {
  const code = character.charCodeAt(0);
  if (code === 0x09) return ' ';
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd'.repeat(character.length);
}

/** Words on one line: line breaks and runs of blanks become one blank, the rest as `printable`. */
export function oneLine(text: string): string {
  return printable(text.replace(/\s+/gu, ' ').trim());
}

/** Lone surrogates cannot be written as UTF-8, and JSON readers in Rust reject them. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** At most `most` UTF-16 units, never half a surrogate pair, with an ellipsis where something is missing. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = isHighSurrogate(text, most - 2) ? most - 2 : most - 1;
  return `${text.slice(0, Math.max(0, end))}…`;
}

function isHighSurrogate(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xd800 && code <= 0xdbff;
}

/** The URL when it is a plain web address, otherwise undefined: no `javascript:`, no relative tricks. */
export function webUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') return undefined;
  return parsed.href
    .replaceAll('(', '%28')
    .replaceAll(')', '%29')
    .replaceAll("'", '%27')
    .replaceAll('\\', '%5C');
}

/** A relative path as the path of a URL: every segment percent-encoded, slashes kept. */
export function urlPath(path: string): string {
  return wellFormed(path).split('/').map(encodeURIComponent).join('/');
}
