/** Cargo's `Running` lines become the compiler flags that each crate was really built with. */
import { split } from 'shlex';
import type { AttestedFlags } from './data.js';

/** One call of rustc. */
export interface CompiledUnit {
  readonly crate: string;
  /** Package id is not in the line; the source path tells units of one name apart. */
  readonly source: string;
  /** Compiled for the host itself: build scripts and procedural macros. */
  readonly forHost: boolean;
  readonly crateTypes: readonly string[];
  readonly test: boolean;
  /** Sorted; output paths and metadata hashes are left out. */
  readonly flags: readonly string[];
}

/** Codegen options that differ from build to build or say nothing about the code. */
const NOISE = new Set(['metadata', 'extra-filename', 'incremental']);

/** Reads Cargo's verbose standard error. Lines that are not calls of rustc are passed over. */
export function readRunningLines(stderr: string): CompiledUnit[] {
  return [...stderr.matchAll(/^\s+Running `(.*)`\s*$/gm)].flatMap(
    (match) => readCommand(match[1] ?? '') ?? [],
  );
}

function readCommand(command: string): CompiledUnit | null {
  if (!/rustc|--crate-name/.test(command)) return null;
  const words = split(command);
  const name = words.indexOf('--crate-name');
  const crate = words[name + 1];
  if (name < 0 || crate === undefined) return null;
  const flags: string[] = [];
  const crateTypes: string[] = [];
  for (let i = name + 2; i < words.length; i += 1) {
    const word = words[i] ?? '';
    const next = words[i + 1] ?? '';
    if (word === '-C' || word === '-Z') flags.push(...option(word.slice(1), next));
    else if (/^-[CZ]./.test(word)) flags.push(...option(word.charAt(1), word.slice(2)));
    else if (word === '--cfg') flags.push(`--cfg=${next}`);
    else if (word.startsWith('--cfg=')) flags.push(word);
    else if (word === '--crate-type') crateTypes.push(next);
    else if (word === '-O') flags.push('opt-level=2');
  }
  return {
    crate,
    source: words.find((word) => word.endsWith('.rs')) ?? '',
    forHost: !words.includes('--target') && !words.some((word) => word.startsWith('--target=')),
    crateTypes,
    test: words.includes('--test') || words.includes('test'),
    flags: lastOfEachKey(flags).toSorted(),
  };
}

function option(letter: string, text: string): string[] {
  const key = text.split('=')[0] ?? '';
  if (letter === 'C' && NOISE.has(key)) return [];
  return [letter === 'Z' ? `-Z${text}` : text];
}

/** rustc lets the last one win, except for flags that add up. */
function lastOfEachKey(flags: readonly string[]): string[] {
  const adding = /^(--cfg=|link-arg|llvm-args|target-feature|-Z)/;
  return flags.filter((flag, i) => {
    if (adding.test(flag)) return flags.indexOf(flag) === i;
    const key = flag.split('=')[0];
    return !flags.slice(i + 1).some((later) => later.split('=')[0] === key);
  });
}

/** Groups the units for the measured target by their flags; features (`--cfg=feature`) are not shown. */
export function attest(units: readonly CompiledUnit[]): AttestedFlags[] {
  const groups = new Map<string, { flags: readonly string[]; crates: Set<string> }>();
  for (const unit of units.filter((one) => !one.forHost)) {
    const flags = unit.flags.filter((flag) => !flag.startsWith('--cfg=feature'));
    const key = flags.join(' ');
    const group = groups.get(key) ?? { flags, crates: new Set<string>() };
    group.crates.add(unit.crate);
    groups.set(key, group);
  }
  return [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { flags, crates }]) => ({ flags, crates: [...crates].sort() }));
}

/**
 * Flags of the project's own that a candidate lost: every `--cfg`, `target-cpu`, linker and LLVM option
 * that the base was compiled with must still be there, unless the candidate sets the same key.
 */
export function lostFlags(base: readonly CompiledUnit[], candidate: readonly CompiledUnit[]): string[] {
  const ofProfile =
    /^(opt-level|lto|codegen-units|embed-bitcode|linker-plugin-lto|debuginfo|strip|panic|overflow-checks|debug-assertions|split-debuginfo|linker-flavor|prefer-dynamic|force-frame-pointers)(=|$)/;
  const keep = (units: readonly CompiledUnit[]) =>
    new Set(units.filter((unit) => !unit.forHost).flatMap((unit) => unit.flags));
  const kept = keep(candidate);
  const keys = new Set([...kept].map((flag) => flag.split('=')[0]));
  return [...keep(base)]
    .filter((flag) => !ofProfile.test(flag) && !kept.has(flag))
    .filter((flag) => flag.startsWith('--cfg=') || !keys.has(flag.split('=')[0]))
    .sort();
}
