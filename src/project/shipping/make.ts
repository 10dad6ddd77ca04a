/** A Makefile, justfile or shell script becomes the Cargo commands of its recipes, with the file's own variables applied. */
import type { BuildCommand, BuildFacts, BuildSource } from './builds.js';
import { readShell, type ShellLine } from './shell.js';
import { scanText } from './text.js';

export function readRecipes(path: string, text: string, source: BuildSource): BuildFacts {
  const scanned = scanText(path, text);
  const variables = new Map<string, string>();
  const lines: ShellLine[] = [];
  text.split('\n').forEach((raw, index) => {
    const assignment = /^(?:export\s+)?([A-Za-z_]\w*)\s*[:?+]?=\s*(.*)$/u.exec(raw);
    if (assignment?.[1] !== undefined && assignment[2] !== undefined) {
      const value = assignment[2].trim().replace(/^(["'])(.*)\1$/u, '$2');
      if (!variables.has(assignment[1])) variables.set(assignment[1], value);
    } else if (/^\s+\S/u.test(raw)) {
      const indent = /^\s*/u.exec(raw)?.[0].length ?? 0;
      lines.push({
        text: raw.slice(indent).replaceAll('{{', '${').replaceAll('}}', '}'),
        line: index + 1,
        column: indent + 1,
      });
    }
  });
  const lookup = (name: string): readonly string[] => {
    const value = variables.get(name);
    return value === undefined ? [] : [value];
  };
  const commands = readShell(path, lines, new Map(), lookup).map(
    ({ words: _words, ...command }): BuildCommand => ({ ...command, source, publishes: false }),
  );
  return {
    commands,
    targets: scanned.musl,
    publishing: [],
    targetCpus: scanned.targetCpus,
    clippy: scanned.clippy,
    pgo: scanned.pgo,
    isCi: false,
  };
}

export function readScript(path: string, text: string): BuildFacts {
  const scanned = scanText(path, text);
  const lines = text.split('\n').map((raw, index): ShellLine => {
    const indent = /^\s*/u.exec(raw)?.[0].length ?? 0;
    return { text: raw.slice(indent), line: index + 1, column: indent + 1 };
  });
  const commands = readShell(path, lines, new Map()).map(
    ({ words: _words, ...command }): BuildCommand => ({ ...command, source: 'script', publishes: false }),
  );
  return {
    commands,
    targets: commands.length > 0 ? scanned.musl : [],
    publishing: [],
    targetCpus: scanned.targetCpus,
    clippy: scanned.clippy,
    pgo: scanned.pgo,
    isCi: false,
  };
}
