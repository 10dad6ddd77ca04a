/** Cargo.lock (versions 1 to 4) becomes its list of packages with the place of each block. */
import type { LockedPackage } from './project.js';

/**
 * Reads by line: the file is written by Cargo in one fixed form, and a large one takes a TOML parser with
 * positions a quarter of a second.
 */
export function readLock(text: string): LockedPackage[] {
  const lines = text.split('\n');
  const packages: LockedPackage[] = [];
  let start = -1;
  let fields: Record<string, string> = {};
  let last = -1;
  const finish = (): void => {
    const { name, version, source } = fields;
    if (start >= 0 && name !== undefined && version !== undefined) {
      packages.push({
        name,
        version,
        source: source ?? null,
        span: {
          line: start + 1,
          column: 1,
          endLine: last + 1,
          endColumn: (lines[last]?.trimEnd().length ?? 0) + 1,
        },
      });
    }
    start = -1;
    fields = {};
  };
  lines.forEach((raw, index) => {
    const line = raw.trimEnd();
    if (line.startsWith('[')) {
      finish();
      if (line === '[[package]]') start = index;
    } else if (start >= 0) {
      const pair = /^(name|version|source) = "([^"]*)"$/u.exec(line);
      if (pair?.[1] !== undefined && pair[2] !== undefined) fields[pair[1]] = pair[2];
    }
    if (line !== '' && start >= 0) last = index;
  });
  finish();
  return packages;
}
