/** Names a finding by what it is about instead of where it stands, so that moved lines keep their history. */
import { createHash } from 'node:crypto';
import type { Span } from './finding.js';

const IDENTITY_DIGITS = 28;
const OCCURRENCE_DIGITS = 4;

/** What two places must share to be the same finding, but for their occurrence. */
export interface Identity {
  readonly rule: string;
  /** The enclosing item or TOML table; '' at the top of a file. */
  readonly item: string;
  /** The offending code, as `normaliseCode` gives it. */
  readonly code: string;
}

/** Lower-case hexadecimal: 28 digits of identity, then 4 of occurrence (0-based), 32 in all. */
export function fingerprint(identity: Identity, occurrence: number): string {
  const digest = createHash('sha256')
    .update([identity.rule, identity.item, identity.code].join('\0'))
    .digest('hex');
  const count = Math.min(occurrence, 16 ** OCCURRENCE_DIGITS - 1);
  return digest.slice(0, IDENTITY_DIGITS) + count.toString(16).padStart(OCCURRENCE_DIGITS, '0');
}

/** The part of a fingerprint that all occurrences of one finding share. */
export function identityOf(print: string): string {
  return print.slice(0, IDENTITY_DIGITS);
}

/** The text of a span, white space folded; what formatting changes does not change the finding. */
export function normaliseCode(lines: readonly string[], span: Span): string {
  const picked = lines.slice(span.line - 1, span.endLine);
  const last = picked.length - 1;
  return picked
    .map((text, index) =>
      text.slice(index === 0 ? span.column - 1 : 0, index === last ? span.endColumn - 1 : undefined),
    )
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/ ?([()[\]{},;.]) ?/g, '$1')
    .replace(/,([)\]}])/g, '$1')
    .trim();
}
