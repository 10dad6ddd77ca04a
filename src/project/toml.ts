/** TOML text becomes values at once and, when somebody asks, positions. The only importer of TOML parsers. */
import { parse, TomlError } from 'smol-toml';
import { type AST, parseTOML } from 'toml-eslint-parser';
import type { Span } from '../findings/finding.js';

export type TomlValue = string | number | bigint | boolean | Date | readonly TomlValue[] | TomlTable;
export interface TomlTable {
  readonly [key: string]: TomlValue | undefined;
}

/** A parsed file. Plain data: positions are computed from `text` by `locateKey` and its siblings. */
export interface TomlFile {
  /** Relative to the audited root, forward slashes; starts with `../` when the file lies above the root. */
  readonly path: string;
  readonly text: string;
  readonly values: TomlTable;
}

/** The text is not TOML. `line` and `column` count from 1. */
export class TomlSyntaxError extends Error {
  override readonly name = 'TomlSyntaxError';
  constructor(
    message: string,
    readonly line: number,
    readonly column: number,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** @throws {TomlSyntaxError} */
export function parseToml(path: string, text: string): TomlFile {
  try {
    // Windows editors leave a byte order mark, which Cargo strips and the parser rejects. It is kept as a
    // space-like character of its own line prefix, so that columns of the first line stay true.
    const clean = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
    return { path, text: clean, values: plainTable(parse(clean)) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [first = 'not valid TOML'] = error.message.split('\n');
    throw new TomlSyntaxError(first.replace(/^Invalid TOML document: /u, ''), error.line, error.column, {
      cause: error,
    });
  }
}

function plainTable(value: object): TomlTable {
  return Object.fromEntries(Object.entries(value));
}

/** The value at a path of keys, or undefined. */
export function tomlAt(table: TomlTable | undefined, ...keys: readonly string[]): TomlValue | undefined {
  let value: TomlValue | undefined = table;
  for (const key of keys) {
    if (!isTable(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

export function isTable(value: TomlValue | undefined): value is TomlTable {
  return typeof value === 'object' && !(value instanceof Date) && !Array.isArray(value);
}

export function tableAt(table: TomlTable | undefined, ...keys: readonly string[]): TomlTable | undefined {
  const value = tomlAt(table, ...keys);
  return isTable(value) ? value : undefined;
}

export function stringAt(table: TomlTable | undefined, ...keys: readonly string[]): string | undefined {
  const value = tomlAt(table, ...keys);
  return typeof value === 'string' ? value : undefined;
}

export function booleanAt(table: TomlTable | undefined, ...keys: readonly string[]): boolean | undefined {
  const value = tomlAt(table, ...keys);
  return typeof value === 'boolean' ? value : undefined;
}

/** The strings of an array; undefined when there is no array. */
export function stringsAt(table: TomlTable | undefined, ...keys: readonly string[]): string[] | undefined {
  const value = tomlAt(table, ...keys);
  if (!Array.isArray(value)) return undefined;
  return value.filter((item): item is string => typeof item === 'string');
}

/** Where one `key = value` stands. */
export interface KeyPlace {
  /** From the key's first character to the value's last. */
  readonly pair: Span;
  readonly value: Span;
  /** The pair is written inside `{ … }`, so lines cannot be added or removed around it. */
  readonly inline: boolean;
}

/** Where one `[table]` stands. */
export interface TablePlace {
  /** The header, brackets included. */
  readonly header: Span;
  /** Line of the last key in the table, or the header's own line when it has none. */
  readonly lastLine: number;
}

interface Index {
  readonly keys: ReadonlyMap<string, KeyPlace>;
  readonly tables: ReadonlyMap<string, TablePlace>;
}

const indexes = new WeakMap<TomlFile, Index>();

/** Where the pair with this full path is written (array-of-table elements count as `"0"`, `"1"`, …). */
export function locateKey(file: TomlFile, ...keys: readonly string[]): KeyPlace | undefined {
  return indexOf(file).keys.get(joinKeys(keys));
}

/** Where `[a.b]` or an element of `[[a]]` (`a`, `0`) is opened; undefined for tables that only exist implicitly. */
export function locateTable(file: TomlFile, ...keys: readonly string[]): TablePlace | undefined {
  return indexOf(file).tables.get(joinKeys(keys));
}

function indexOf(file: TomlFile): Index {
  const known = indexes.get(file);
  if (known) return known;
  const index = buildIndex(file.text);
  indexes.set(file, index);
  return index;
}

function buildIndex(text: string): Index {
  const keys = new Map<string, KeyPlace>();
  const tables = new Map<string, TablePlace>();
  const addPairs = (prefix: readonly string[], pairs: readonly AST.TOMLKeyValue[], inline: boolean): void => {
    for (const pair of pairs) {
      const path = [...prefix, ...pair.key.keys.map(keyName)];
      keys.set(joinKeys(path), { pair: spanOf(pair), value: spanOf(pair.value), inline });
      addValue(path, pair.value);
    }
  };
  const addValue = (path: readonly string[], value: AST.TOMLContentNode): void => {
    if (value.type === 'TOMLInlineTable') addPairs(path, value.body, true);
    else if (value.type === 'TOMLArray') {
      value.elements.forEach((element, position) => {
        keys.set(joinKeys([...path, String(position)]), {
          pair: spanOf(element),
          value: spanOf(element),
          inline: true,
        });
        addValue([...path, String(position)], element);
      });
    }
  };

  let top: AST.TOMLTopLevelTable;
  try {
    [top] = parseTOML(text, { tomlVersion: '1.0' }).body;
  } catch {
    // The two parsers disagree about a corner of the language: the values stand, without positions.
    return { keys, tables };
  }
  for (const entry of top.body) {
    if (entry.type === 'TOMLKeyValue') {
      addPairs([], [entry], false);
      continue;
    }
    const path = entry.resolvedKey.map(String);
    const headerEnd = entry.key.loc.end;
    const brackets = entry.kind === 'array' ? 2 : 1;
    tables.set(joinKeys(path), {
      header: {
        line: entry.loc.start.line,
        column: entry.loc.start.column + 1,
        endLine: headerEnd.line,
        endColumn: headerEnd.column + 1 + brackets,
      },
      lastLine: entry.body.at(-1)?.loc.end.line ?? headerEnd.line,
    });
    addPairs(path, entry.body, false);
  }
  return { keys, tables };
}

function keyName(key: AST.TOMLBare | AST.TOMLQuoted): string {
  return key.type === 'TOMLBare' ? key.name : key.value;
}

function joinKeys(keys: readonly string[]): string {
  return keys.join('\u0000');
}

/** The parser counts lines from 1 and columns from 0; we count both from 1. */
function spanOf(node: AST.TOMLNode): Span {
  const { start, end } = node.loc;
  return { line: start.line, column: start.column + 1, endLine: end.line, endColumn: end.column + 1 };
}
