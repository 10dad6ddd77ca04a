/** Lines of shell become the Cargo commands in them, with profile, targets, features and environment. */

import type { Location } from '../../findings/finding.js';
import type { Environment, EnvironmentValue } from '../profiles.js';
import { lineLocation } from './builds.js';

/** One line of shell as it stands in its file. */
export interface ShellLine {
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based column of the text's first character. */
  readonly column: number;
}

export interface CargoCommand {
  readonly at: Location;
  readonly subcommand: string;
  readonly profile: string | null;
  readonly targets: readonly string[];
  readonly features: readonly string[];
  readonly allFeatures: boolean;
  readonly packages: readonly string[];
  readonly binaries: readonly string[];
  readonly environment: Environment;
  readonly directory: string | null;
  /** Everything after the program's name. */
  readonly words: readonly string[];
}

/** Gives a variable's possible values; an empty list when unknown. */
export type Lookup = (name: string) => readonly string[];

interface Word {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** Commands in order. `export A=b` and `A=b cargo …` add to `inherited` for what follows. */
export function readShell(
  path: string,
  lines: readonly ShellLine[],
  inherited: Environment,
  lookup: Lookup = () => [],
): CargoCommand[] {
  const commands: CargoCommand[] = [];
  const exported = new Map(inherited);
  let directory: string | null = null;
  const resolve: Lookup = (name) => {
    const known = exported.get(name);
    return known && !/[$`]/u.test(known.value) ? [known.value] : lookup(name);
  };
  for (const words of splitCommands(lines)) {
    const local = new Map(exported);
    let index = 0;
    const [first] = words;
    if (first?.text === 'cd' && words[1]) directory = words[1].text;
    for (; index < words.length; index += 1) {
      const word = words[index];
      if (!word) break;
      const assignment = /^([A-Za-z_]\w*)=(.*)$/su.exec(word.text);
      if (assignment?.[1] !== undefined && assignment[2] !== undefined) {
        const value: EnvironmentValue = {
          value: assignment[2],
          at: lineLocation(path, word.line, word.column, word.text.length),
        };
        local.set(assignment[1], value);
        if (first?.text === 'export' || words.every((other) => /^[A-Za-z_]\w*=/u.test(other.text))) {
          exported.set(assignment[1], value);
        }
      } else if (!isWrapper(word.text)) break;
    }
    const program = words[index];
    if (!program) continue;
    const command = cargoCommand(path, program, words.slice(index + 1), resolve);
    if (command) commands.push({ ...command, environment: local, directory: command.directory ?? directory });
  }
  return commands;
}

function isWrapper(word: string): boolean {
  return (
    /^(?:sudo|env|time|exec|nice|export|command|then|do|else|if|!|xvfb-run|\{|\()$/u.test(word) ||
    /^(?:-|--mount=|--security=|--network=)/u.test(word)
  );
}

/** Logical commands: continuations joined, comments dropped, split at the shell's separators. */
function splitCommands(lines: readonly ShellLine[]): Word[][] {
  const commands: Word[][] = [];
  let words: Word[] = [];
  const finish = (): void => {
    if (words.length > 0) commands.push(words);
    words = [];
  };
  for (const { text, line, column } of lines) {
    const continues = /(?:\\|`|\^)\s*$/u.test(text) && !/``\s*$/u.test(text);
    const body = continues ? text.replace(/(?:\\|`|\^)\s*$/u, '') : text;
    if (/^\s*#/u.test(body)) continue;
    for (const token of tokenize(body)) {
      if (token.separator) finish();
      else words.push({ text: token.text, line, column: column + token.offset });
    }
    if (!continues) finish();
  }
  finish();
  return commands;
}

interface Token {
  readonly text: string;
  /** 0-based within the line. */
  readonly offset: number;
  readonly separator: boolean;
}

const TOKEN =
  /(?<expression>\$\{\{[^}]*\}\})|(?<separator>&&|\|\||;|\||&(?!\d))|(?<space>\s+)|(?<double>"(?:[^"\\]|\\.)*"?)|(?<single>'[^']*'?)|(?<plain>[^\s;|&"'$]+|\$)/guy;

function tokenize(line: string): Token[] {
  const tokens: Token[] = [];
  let text = '';
  let start = -1;
  const finish = (): void => {
    if (start >= 0) tokens.push({ text, offset: start, separator: false });
    text = '';
    start = -1;
  };
  for (const match of line.matchAll(TOKEN)) {
    const groups = match.groups ?? {};
    if (groups.space !== undefined) finish();
    else if (groups.separator !== undefined) {
      finish();
      tokens.push({ text: match[0], offset: match.index, separator: true });
    } else {
      if (start < 0) {
        if (match[0] === '#' || match[0].startsWith('#')) return tokens;
        start = match.index;
      }
      if (groups.double !== undefined) text += match[0].slice(1).replace(/"$/u, '');
      else if (groups.single !== undefined) text += match[0].slice(1).replace(/'$/u, '');
      else text += match[0];
    }
  }
  finish();
  return tokens;
}

/** Programs that compile Rust, with the profile they take when nothing is said. */
const PROGRAM =
  /^(?:@|-)?(?:.*\/)?(cargo|cross|cargo-zigbuild|maturin|wasm-pack|trunk|dist|cargo-dist)(?:\.exe|\.cmd|\.sh)?$/u;
const CARGO_VARIABLE =
  /^(?:@|-)?(?:\$\(?\{?CARGO\}?\)?|\$\{\{\s*(?:env|matrix|inputs)\.(?:CARGO|cargo|BUILD_CMD|command|tool)\s*\}\}|\$\{?\{?BUILD_CMD\}?\}?)$/u;

const ALIASES: Readonly<Record<string, string>> = {
  b: 'build',
  r: 'run',
  t: 'test',
  c: 'check',
  zigbuild: 'build',
  rustc: 'build',
};
/** Subcommands that wrap another one. */
const WRAPPERS = new Set([
  'auditable',
  'xwin',
  'zigbuild',
  'hack',
  'ndk',
  'llvm-cov',
  'component',
  'chef',
  'lambda',
  'leptos',
  'pgo',
  'msrv',
]);
const RELEASE_BY_DEFAULT = new Set(['install', 'deb', 'generate-rpm', 'wix', 'bundle']);

function cargoCommand(
  path: string,
  program: Word,
  rest: readonly Word[],
  lookup: Lookup,
): Omit<CargoCommand, 'environment'> | null {
  const name = PROGRAM.exec(program.text)?.[1] ?? (CARGO_VARIABLE.test(program.text) ? 'cargo' : null);
  if (name === null) return null;
  const end = rest.findIndex((word) => word.text === '--');
  const words = (end < 0 ? rest : rest.slice(0, end)).map((word) => word.text);
  const plain = words.filter((word) => !word.startsWith('-') && !word.startsWith('+'));
  let subcommand =
    name === 'cargo' || name === 'cross'
      ? (plain[0] ?? '')
      : name === 'cargo-zigbuild'
        ? 'build'
        : `${name} ${plain[0] ?? ''}`;
  if (subcommand.startsWith('cargo-dist')) subcommand = subcommand.replace('cargo-dist', 'dist');
  if (WRAPPERS.has(subcommand)) {
    const inner = plain[1] ?? 'build';
    subcommand =
      subcommand === 'chef'
        ? `chef ${inner}`
        : subcommand === 'pgo'
          ? `pgo ${inner}`
          : (ALIASES[inner] ?? inner);
    if (/^[a-z-]+$/u.test(inner) === false) subcommand = 'build';
  }
  if (subcommand === 'dist' || subcommand === 'tauri') subcommand = `${subcommand} ${plain[1] ?? ''}`;
  // The installers and checksums of `dist`, which compile nothing.
  if (subcommand === 'dist build' && words.includes('--artifacts=global')) subcommand = 'dist assemble';
  subcommand = ALIASES[subcommand] ?? subcommand;
  // Without `--path`, `cargo install` builds somebody else's program.
  if (subcommand === 'install' && !words.some((word) => word.startsWith('--path')))
    subcommand = 'install-tool';
  const option = (...names: readonly string[]): string[] => optionValues(words, names);
  const manifest = option('--manifest-path')[0];
  return {
    at: lineLocation(
      path,
      program.line,
      program.column + (/^[@-]/u.test(program.text) ? 1 : 0),
      program.text.length - (/^[@-]/u.test(program.text) ? 1 : 0),
    ),
    subcommand,
    profile: profileOf(subcommand, words, option('--profile'), lookup),
    targets: option('--target', '-t')
      .flatMap((value) => expandVariables(value, lookup))
      .filter(isTriple),
    features: option('--features', '-F')
      .flatMap((value) => value.split(/[\s,]+/u))
      .filter((value) => value !== ''),
    allFeatures: words.includes('--all-features'),
    packages: option('--package', '-p'),
    binaries: option('--bin'),
    directory:
      manifest === undefined
        ? (option('--path', '-C')[0] ?? null)
        : manifest.replace(/\/?Cargo\.toml$/u, '') || '.',
    words,
  };
}

function profileOf(
  subcommand: string,
  words: readonly string[],
  named: readonly string[],
  lookup: Lookup,
): string | null {
  const [name] = named;
  if (name !== undefined) {
    const [value, ...others] = expandVariables(name, lookup);
    return value === undefined || others.length > 0 || value === ''
      ? null
      : value === 'debug'
        ? 'dev'
        : value;
  }
  if (words.includes('--release') || words.includes('-r')) return 'release';
  // A variable among the arguments may well be `--release`.
  const variable = words.find((word) => /^\$/u.test(word));
  if (variable !== undefined) {
    const values = expandVariables(variable, lookup);
    if (values.some((value) => /(?:^|\s)(?:--release|-r)(?:\s|$)/u.test(value))) return 'release';
    const inner = values
      .map((value) => /--profile[= ](\S+)/u.exec(value)?.[1])
      .find((value) => value !== undefined);
    if (inner !== undefined) return inner;
    if (values.length === 0) return null;
  }
  if (subcommand.startsWith('dist ')) return 'dist';
  if (subcommand === 'pgo build' || subcommand === 'pgo optimize' || subcommand === 'pgo bench')
    return 'release';
  if (/^(?:maturin publish|wasm-pack build|tauri build)$/u.test(subcommand))
    return words.some((word) => word === '--dev' || word === '--debug') ? 'dev' : 'release';
  if (RELEASE_BY_DEFAULT.has(subcommand)) return words.includes('--debug') ? 'dev' : 'release';
  if (subcommand === 'test' || subcommand === 'bench') return subcommand;
  return 'dev';
}

function optionValues(words: readonly string[], names: readonly string[]): string[] {
  const values: string[] = [];
  words.forEach((word, index) => {
    for (const name of names) {
      if (word === name) {
        const next = words[index + 1];
        if (next !== undefined) values.push(next);
      } else if (word.startsWith(`${name}=`)) values.push(word.slice(name.length + 1));
    }
  });
  return values;
}

const VARIABLE =
  /\$\{\{\s*(?:env|matrix|inputs|vars)\.([\w.-]+)[^}]*\}\}|\$\{([A-Za-z_]\w*)(?::-([^}]*))?\}|\$\(([A-Za-z_]\w*)\)|\$env:([A-Za-z_]\w*)|\$([A-Za-z_]\w*)/u;

/** Every value the text can take; empty when a variable is unknown. */
export function expandVariables(text: string, lookup: Lookup, depth = 0): string[] {
  const match = VARIABLE.exec(text);
  if (!match) return [text];
  if (depth > 4) return [];
  const name = match.slice(1).find((group, index) => group !== undefined && index !== 2) ?? '';
  const fallback = match[3];
  const known = lookup(name);
  const values = known.length > 0 ? known : fallback === undefined ? [] : [fallback];
  return values.flatMap((value) =>
    expandVariables(
      text.slice(0, match.index) + value + text.slice(match.index + match[0].length),
      lookup,
      depth + 1,
    ),
  );
}

function isTriple(value: string): boolean {
  return /^[\w.]+(?:-[\w.]+)+$/u.test(value);
}
