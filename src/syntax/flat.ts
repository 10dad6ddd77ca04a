/** What goes into the parser, and what comes out of it: plain arrays. */

/** Text as the parser takes it; the array may be longer. */
export interface ParserText {
  /** UTF-16 units. */
  readonly units: Uint16Array;
  readonly length: number;
}

/**
 * A syntax tree as parallel arrays in document order (parents before children). Positions are UTF-16
 * offsets into the text. `next[i]` is the index after the last descendant of node `i`.
 */
export interface FlatTree {
  readonly count: number;
  /** Grammar symbol, as `Engine.kindOf` names it. */
  readonly kind: Uint16Array;
  /** Grammar field by which the parent names this node; 0 for none. */
  readonly field: Uint8Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly next: Int32Array;
}

/** tree-sitter's own symbol for text that fits no rule. */
export const ERROR_KIND = 65535;
