/** The `.cargo/config.toml` files that Cargo would read in a directory, nearest first. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Note } from '../findings/finding.js';
import { slashed } from './paths.js';
import { booleanAt, isTable, parseToml, stringAt, type TomlFile, TomlSyntaxError } from './toml.js';

/** Reads configuration files once each, however many workspaces share them. */
export interface ConfigReader {
  /**
   * Files in force for builds started in `directory` (relative to the root), strongest first. Goes up to the
   * repository's root. The user's own `~/.cargo/config.toml` is not part of the project and is not read.
   */
  readonly filesFor: (directory: string) => readonly TomlFile[];
  /** What could not be read so far. */
  readonly notes: readonly Note[];
}

/** Both paths absolute; `limit` is the highest directory to look in, at or above `root`. */
export function configReader(root: string, limit: string): ConfigReader {
  const parsed = new Map<string, TomlFile | null>();
  const notes: Note[] = [];

  const read = (file: string): TomlFile | null => {
    const known = parsed.get(file);
    if (known !== undefined) return known;
    const at = slashed(path.relative(root, file));
    let result: TomlFile | null = null;
    try {
      result = parseToml(at, readFileSync(file, 'utf8'));
    } catch (error) {
      notes.push({ path: at, kind: 'incomplete', message: configFailure(error) });
    }
    parsed.set(file, result);
    return result;
  };

  /** The file itself, then what it includes, the last include first: the order of precedence. */
  const withIncludes = (file: string, seen: ReadonlySet<string>): TomlFile[] => {
    const toml = read(file);
    if (!toml) return [];
    const inner = new Set([...seen, file]);
    const included = includesOf(toml)
      .map((relative) => path.resolve(path.dirname(file), relative))
      .filter((target) => isBelow(target, limit) && !inner.has(target) && existsSync(target));
    return [toml, ...included.toReversed().flatMap((target) => withIncludes(target, inner))];
  };

  const filesFor = (directory: string): readonly TomlFile[] => {
    const files: TomlFile[] = [];
    for (let at = path.join(root, directory); isBelow(at, limit); at = path.dirname(at)) {
      // Where both exist, Cargo takes the old name.
      const file = ['config', 'config.toml']
        .map((name) => path.join(at, '.cargo', name))
        .find((candidate) => existsSync(candidate));
      if (file !== undefined) files.push(...withIncludes(file, new Set()));
      if (path.dirname(at) === at) break;
    }
    return files;
  };
  return { filesFor, notes };
}

function includesOf(file: TomlFile): string[] {
  const { include } = file.values;
  const entries = Array.isArray(include) ? include : [include];
  return entries.flatMap((entry) => {
    if (typeof entry === 'string') return [entry];
    if (!isTable(entry) || booleanAt(entry, 'enabled') === false) return [];
    return stringAt(entry, 'path') ?? [];
  });
}

function configFailure(error: unknown): string {
  if (error instanceof TomlSyntaxError) {
    return `configuration not audited: line ${error.line}, column ${error.column}: ${error.message}`;
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === undefined) throw error;
  return `configuration not audited: cannot be read (${code})`;
}

function isBelow(file: string, directory: string): boolean {
  const relative = path.relative(directory, file);
  return (
    relative === '' ||
    !(relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative))
  );
}
