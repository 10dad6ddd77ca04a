/** A parsed file before it is lowered: plain arrays. */

/**
 * A syntax tree as parallel arrays in document order (parents before children). Positions are UTF-16
 * offsets into the text. `next[i]` is the index after the last descendant of node `i`.
 */
export interface FlatTree {
  readonly text: string;
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
