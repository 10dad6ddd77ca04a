/** A Dockerfile or Containerfile becomes its builds: arguments and environment applied, stages told apart. */
import { quoted } from '../paths.js';
import type { EnvironmentValue } from '../profiles.js';
import { type BuildCommand, type BuildFacts, lineLocation, type Mention, type Publishing } from './builds.js';
import { expandVariables, readShell, type ShellLine } from './shell.js';
import { scanText } from './text.js';

interface Instruction {
  readonly name: string;
  readonly lines: readonly ShellLine[];
}

export function readContainerfile(path: string, text: string): BuildFacts {
  const scanned = scanText(path, text);
  const variables = new Map<string, EnvironmentValue>();
  const commands: BuildCommand[] = [];
  const targets: Mention[] = [...scanned.musl];
  let buildsOnAlpine: Mention | null = null;
  for (const { name, lines } of readInstructions(text)) {
    const [first] = lines;
    if (!first) continue;
    if (name === 'ARG' || name === 'ENV') {
      for (const { key, value } of assignments(lines.map((line) => line.text).join(' '), name)) {
        const earlier = variables.get(key);
        // `ENV X $X` hands an argument on.
        const [expanded] = expandVariables(value, (other) => {
          const known = variables.get(other);
          return known ? [known.value] : [];
        });
        if (value === '' && earlier) continue;
        variables.set(key, {
          value: expanded ?? value,
          at: lineLocation(path, first.line, 1, first.column - 1 + first.text.length),
        });
      }
    } else if (name === 'FROM') {
      const image = /rust(?:lang\/rust)?:\S*alpine\S*|\S*(?:rust-musl|musl-rust|muslrust)\S*/u.exec(
        first.text,
      );
      buildsOnAlpine = image
        ? { value: image[0], at: lineLocation(path, first.line, first.column + image.index, image[0].length) }
        : null;
    } else if (name === 'RUN') {
      const found = readShell(path, lines, variables);
      for (const command of found) {
        const { words, ...rest } = command;
        if (words.length === 0) continue;
        commands.push({ ...rest, source: 'container', directory: null, publishes: true });
      }
      const compiles = found.some(
        (command) => command.subcommand === 'build' || command.subcommand === 'install',
      );
      if (compiles && buildsOnAlpine && !targets.includes(buildsOnAlpine)) targets.push(buildsOnAlpine);
    }
  }
  const shipped = commands.find(
    (command) => command.subcommand === 'build' || command.subcommand === 'install',
  );
  const publishing: Publishing[] = shipped
    ? [{ how: 'container', because: `${quoted(path)} builds it into a container image`, at: shipped.at }]
    : [];
  return {
    commands,
    // An image that compiles nothing of ours (a cross toolchain, say) tells nothing about the product.
    targets: shipped ? targets : [],
    publishing,
    targetCpus: scanned.targetCpus,
    clippy: scanned.clippy,
    pgo: scanned.pgo,
    isCi: false,
  };
}

function readInstructions(text: string): Instruction[] {
  const instructions: { name: string; lines: ShellLine[] }[] = [];
  let open = false;
  let heredoc: string | null = null;
  text.split('\n').forEach((raw, index) => {
    const line = raw.replace(/\r$/u, '');
    const current = instructions.at(-1);
    if (heredoc !== null) {
      if (line.trim() === heredoc) heredoc = null;
      else current?.lines.push({ text: line, line: index + 1, column: 1 });
      return;
    }
    if (/^\s*(?:#|$)/u.test(line)) return;
    if (open && current) current.lines.push({ text: line, line: index + 1, column: 1 });
    else {
      const match = /^\s*([A-Za-z]+)\s+/u.exec(line);
      if (!match?.[1]) return;
      instructions.push({
        name: match[1].toUpperCase(),
        lines: [{ text: line.slice(match[0].length), line: index + 1, column: match[0].length + 1 }],
      });
    }
    open = /\\\s*$/u.test(line);
    heredoc = /<<-?["']?(\w+)["']?/u.exec(line)?.[1] ?? null;
  });
  return instructions;
}

function assignments(text: string, name: string): { key: string; value: string }[] {
  const body = text.replace(/\\\s/gu, ' ').trim();
  const old = /^([A-Za-z_]\w*)\s+(.+)$/su.exec(body);
  if (name === 'ENV' && old?.[1] !== undefined && old[2] !== undefined)
    return [{ key: old[1], value: unquote(old[2]) }];
  return [...body.matchAll(/([A-Za-z_]\w*)(?:=("(?:[^"\\]|\\.)*"|'[^']*'|\S*))?/gu)].map((match) => ({
    key: match[1] ?? '',
    value: unquote(match[2] ?? ''),
  }));
}

function unquote(text: string): string {
  return text.replace(/^(["'])(.*)\1$/su, '$2').trim();
}
