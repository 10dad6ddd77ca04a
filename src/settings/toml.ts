/** Reads TOML into plain data that remembers where each key stands. */
import { type AST, getStaticTOMLValue, ParseError, parseTOML } from 'toml-eslint-parser';
import { isRecord, type KeyPath } from './schema.js';

/** Lines and columns count from 1, columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface TomlDocument {
  readonly value: Readonly<Record<string, unknown>>;
  /** Where the key at `path` is written; for a path that is not there, its nearest ancestor. */
  readonly keyAt: (path: KeyPath) => Place;
}

/** The text is not TOML. Lines and columns count from 1. */
export class TomlSyntaxError extends Error {
  override readonly name = 'TomlSyntaxError';

  constructor(
    message: string,
    readonly line: number,
    readonly column: number,
    options: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** @throws TomlSyntaxError */
export function parseToml(text: string): TomlDocument {
  const program = parseProgram(text);
  const value = getStaticTOMLValue(program);
  const places = new Map<string, Place>();
  for (const node of program.body[0].body) {
    if (node.type === 'TOMLTable') notePath(places, node.resolvedKey, node.key);
    const entries = node.type === 'TOMLTable' ? node.body : [node];
    const base = node.type === 'TOMLTable' ? node.resolvedKey : [];
    for (const entry of entries) noteEntry(places, base, entry);
  }
  return { value: isRecord(value) ? value : {}, keyAt: (path) => nearestPlace(places, path) };
}

function parseProgram(text: string): AST.TOMLProgram {
  try {
    return parseTOML(text);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    const message = error.message.charAt(0).toLowerCase() + error.message.slice(1).replace(/\.$/, '');
    throw new TomlSyntaxError(message, error.lineNumber, error.column + 1, { cause: error });
  }
}

function noteEntry(places: Map<string, Place>, base: KeyPath, entry: AST.TOMLKeyValue): void {
  const path = notePath(places, base, entry.key);
  if (entry.value.type !== 'TOMLInlineTable') return;
  for (const inner of entry.value.body) noteEntry(places, path, inner);
}

/** Notes every step of a dotted key. For a table header, `path` already holds the key. */
function notePath(places: Map<string, Place>, path: KeyPath, key: AST.TOMLKey): KeyPath {
  const names = key.keys.map((part) => (part.type === 'TOMLBare' ? part.name : part.value));
  const isHeader = key.parent.type === 'TOMLTable';
  const full = isHeader ? path : [...path, ...names];
  const start = isHeader ? 0 : path.length;
  let named = 0;
  for (let depth = start; depth < full.length; depth++) {
    const part = key.keys[Math.min(named, key.keys.length - 1)];
    if (typeof full[depth] === 'string') named++;
    const step = JSON.stringify(full.slice(0, depth + 1));
    if (part === undefined || places.has(step)) continue;
    places.set(step, { line: part.loc.start.line, column: part.loc.start.column + 1 });
  }
  return full;
}

function nearestPlace(places: ReadonlyMap<string, Place>, path: KeyPath): Place {
  for (let length = path.length; length > 0; length--) {
    const place = places.get(JSON.stringify(path.slice(0, length)));
    if (place !== undefined) return place;
  }
  return { line: 1, column: 1 };
}
