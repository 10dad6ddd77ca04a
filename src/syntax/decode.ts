/**
 * Reads a tree-sitter tree straight out of the parser's memory into a FlatTree.
 *
 * Asking the parser node by node costs a call into WebAssembly for every kind, position and step:
 * 1.05 times the parse itself with a cursor, 0.65 with `namedChildren` (11.9 MB of Rust, one thread);
 * reading the same tree from memory costs about 0.1. The layout is that of `SubtreeHeapData` and
 * `SubtreeInlineData` in tree-sitter's subtree.h, 32-bit little endian, version 0.27; package.json pins that
 * version, and test/syntax/decode.test.ts compares every node with the parser's own cursor.
 */
import type { Language } from 'web-tree-sitter';
import type { FlatTree } from './flat.js';

const HEAP = {
  paddingBytes: 4,
  sizeBytes: 16,
  childCount: 36,
  symbol: 40,
  flags: 44,
  productionId: 66,
} as const;

/** Byte offsets of the tables in `TSLanguage`, language ABI 15 (and 14) on 32 bits. */
const LANGUAGE = {
  symbolCount: 4,
  aliasCount: 8,
  productionIdCount: 28,
  fieldCount: 32,
  maxAliasSequenceLength: 36,
  fieldMapSlices: 64,
  fieldMapEntries: 68,
  symbolMetadata: 72,
  publicSymbolMap: 76,
  aliasSequences: 84,
} as const;

const VISIBLE = 2;
const EXTRA = 8;
const HEAP_VISIBLE = 1;
const HEAP_EXTRA = 4;
const SUBTREE_BYTES = 8;
const ERROR_SYMBOL = 65535;
const ERROR_REPEAT_SYMBOL = 65534;

/** The grammar's tables that say how a child is renamed and which field names it. */
export class LanguageTables {
  readonly publicSymbol: Uint16Array;
  /** Alias by `production * width + structural child`; 0 for none. */
  readonly aliases: Uint16Array;
  /** Field id by `production * width + structural child`; 0 for none. */
  readonly fields: Uint8Array;
  readonly width: number;

  constructor(language: Language, memory: WebAssembly.Memory) {
    const view = new DataView(memory.buffer);
    const at = languageAddress(language);
    const word = (offset: number): number => view.getUint32(at + offset, true);
    const symbols = word(LANGUAGE.symbolCount) + word(LANGUAGE.aliasCount);
    const productions = word(LANGUAGE.productionIdCount);
    const aliasWidth = view.getUint16(at + LANGUAGE.maxAliasSequenceLength, true);

    this.publicSymbol = new Uint16Array(symbols);
    const publicMap = word(LANGUAGE.publicSymbolMap);
    for (let i = 0; i < symbols; i++) this.publicSymbol[i] = view.getUint16(publicMap + 2 * i, true);

    const slices = word(LANGUAGE.fieldMapSlices);
    const entries = word(LANGUAGE.fieldMapEntries);
    let width = aliasWidth;
    const eachField = (visit: (production: number, field: number, child: number) => void): void => {
      for (let production = 0; production < productions; production++) {
        const index = view.getUint16(slices + 4 * production, true);
        const length = view.getUint16(slices + 4 * production + 2, true);
        for (let i = index; i < index + length; i++) {
          const inherited = view.getUint8(entries + 4 * i + 3) !== 0;
          if (inherited) continue;
          visit(production, view.getUint16(entries + 4 * i, true), view.getUint8(entries + 4 * i + 2));
        }
      }
    };
    eachField((_production, _field, child) => {
      width = Math.max(width, child + 1);
    });
    this.width = width;
    this.aliases = new Uint16Array(productions * width);
    this.fields = new Uint8Array(productions * width);
    const sequences = word(LANGUAGE.aliasSequences);
    for (let production = 1; production < productions; production++) {
      for (let child = 0; child < aliasWidth; child++) {
        this.aliases[production * width + child] = view.getUint16(
          sequences + 2 * (production * aliasWidth + child),
          true,
        );
      }
    }
    eachField((production, field, child) => {
      // The cursor reports the first entry that fits.
      const slot = production * width + child;
      if (this.fields[slot] === 0) this.fields[slot] = field;
    });
  }
}

function languageAddress(language: Language): number {
  const address: unknown = Reflect.get(language, 0);
  if (typeof address !== 'number') throw new Error('web-tree-sitter no longer keeps the language address');
  return address;
}

/** Grown as needed and used again for every file: a tree's arrays are only valid until the next decode. */
class Arena {
  capacity = 1 << 16;
  kind = new Uint16Array(this.capacity);
  field = new Uint8Array(this.capacity);
  start = new Int32Array(this.capacity);
  end = new Int32Array(this.capacity);
  next = new Int32Array(this.capacity);

  grow(): void {
    this.capacity *= 2;
    const bigger = <T extends Uint16Array | Uint8Array | Int32Array>(old: T, fresh: T): T => {
      fresh.set(old);
      return fresh;
    };
    this.kind = bigger(this.kind, new Uint16Array(this.capacity));
    this.field = bigger(this.field, new Uint8Array(this.capacity));
    this.start = bigger(this.start, new Int32Array(this.capacity));
    this.end = bigger(this.end, new Int32Array(this.capacity));
    this.next = bigger(this.next, new Int32Array(this.capacity));
  }
}

const arena = new Arena();

/**
 * @param root Address of the root `Subtree`, as the root node's `id`.
 * @returns Arrays that are overwritten by the next call.
 */
export function decodeTree(root: number, tables: LanguageTables, memory: WebAssembly.Memory): FlatTree {
  const u8 = new Uint8Array(memory.buffer);
  const u16 = new Uint16Array(memory.buffer);
  const u32 = new Uint32Array(memory.buffer);
  const { publicSymbol, aliases, fields, width } = tables;
  let count = 0;

  const open = (kind: number, field: number, startByte: number, sizeBytes: number): number => {
    if (count === arena.capacity) arena.grow();
    arena.kind[count] =
      kind === ERROR_SYMBOL || kind === ERROR_REPEAT_SYMBOL ? kind : (publicSymbol[kind] ?? kind);
    arena.field[count] = field;
    arena.start[count] = startByte >>> 1;
    arena.end[count] = (startByte + sizeBytes) >>> 1;
    return count++;
  };

  const leaf = (kind: number, field: number, startByte: number, sizeBytes: number): void => {
    // Opened first: it may replace the arrays, and the entry belongs into the new ones.
    const index = open(kind, field, startByte, sizeBytes);
    arena.next[index] = count;
  };

  /** `pointer` addresses a SubtreeHeapData; `start` is its first byte after the padding. */
  const children = (pointer: number, start: number): void => {
    const childCount = u32[(pointer + HEAP.childCount) >>> 2] ?? 0;
    const production = u16[(pointer + HEAP.productionId) >>> 1] ?? 0;
    let slot = pointer - childCount * SUBTREE_BYTES;
    let position = start;
    let structural = 0;
    for (let i = 0; i < childCount; i++, slot += SUBTREE_BYTES) {
      const word = u32[slot >>> 2] ?? 0;
      if ((word & 1) !== 0) {
        const size = u8[slot + 7] ?? 0;
        if (i > 0) position += u8[slot + 6] ?? 0;
        let alias = 0;
        let field = 0;
        if ((word & EXTRA) === 0) {
          if (production !== 0) alias = aliases[production * width + structural] ?? 0;
          if (structural < width) field = fields[production * width + structural] ?? 0;
          structural++;
        }
        if (alias !== 0) leaf(alias, field || inherited, position, size);
        else if ((word & VISIBLE) !== 0)
          leaf((word >>> 8) & 0xff, (word & EXTRA) === 0 ? field || inherited : 0, position, size);
        position += size;
        continue;
      }
      const size = u32[(word + HEAP.sizeBytes) >>> 2] ?? 0;
      const flags = u8[word + HEAP.flags] ?? 0;
      if (i > 0) position += u32[(word + HEAP.paddingBytes) >>> 2] ?? 0;
      let alias = 0;
      let field = 0;
      const extra = (flags & HEAP_EXTRA) !== 0;
      if (!extra) {
        if (production !== 0) alias = aliases[production * width + structural] ?? 0;
        if (structural < width) field = fields[production * width + structural] ?? 0;
        structural++;
      }
      const named = extra ? 0 : field || inherited;
      const hasChildren = (u32[(word + HEAP.childCount) >>> 2] ?? 0) > 0;
      if (alias !== 0 || (flags & HEAP_VISIBLE) !== 0) {
        const index = open(
          alias !== 0 ? alias : (u16[(word + HEAP.symbol) >>> 1] ?? 0),
          named,
          position,
          size,
        );
        if (hasChildren) {
          const outer = inherited;
          inherited = 0;
          children(word, position);
          inherited = outer;
        }
        arena.next[index] = count;
      } else if (hasChildren) {
        const outer = inherited;
        inherited = named;
        children(word, position);
        inherited = outer;
      }
      position += size;
    }
  };
  /** The field that hidden ancestors give to the node being opened. */
  let inherited = 0;

  const pointer = u32[root >>> 2] ?? 0;
  const start = u32[(pointer + HEAP.paddingBytes) >>> 2] ?? 0;
  const index = open(
    u16[(pointer + HEAP.symbol) >>> 1] ?? 0,
    0,
    start,
    u32[(pointer + HEAP.sizeBytes) >>> 2] ?? 0,
  );
  children(pointer, start);
  arena.next[index] = count;
  return {
    count,
    kind: arena.kind,
    field: arena.field,
    start: arena.start,
    end: arena.end,
    next: arena.next,
  };
}
