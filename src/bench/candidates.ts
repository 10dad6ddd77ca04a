/** Names such as `thin` or `lto=fat+codegen-units=1` become the builds to compare, with what each one costs. */
import type { SuggestedProfile } from '../report/report.js';
import type { CandidateCost, ProfileSetting } from './data.js';
import { BenchError } from './error.js';

export interface Candidate {
  readonly id: string;
  readonly settings: readonly ProfileSetting[];
  readonly rustflags: readonly string[];
  readonly cost: CandidateCost;
  /** Needs an instrumented build and a training run before its own build. */
  readonly pgo: boolean;
}

/** What decides which candidates are allowed. */
export interface Limits {
  /** The audit found code that survives panics: `catch_unwind`, thread joins, task isolation. */
  readonly reliesOnUnwinding: boolean;
  /** `native`: the machines are known; `portable` or null: the binary must run anywhere. */
  readonly deploy: 'portable' | 'native' | null;
  /** The host triple. */
  readonly host: string;
  readonly suggested: SuggestedProfile | null;
}

export interface Choice {
  readonly candidates: readonly Candidate[];
  /** Candidates asked for and not allowed, with the reason. */
  readonly notes: readonly string[];
}

const THIN: ProfileSetting = { key: 'lto', value: '"thin"' };
const FAT: ProfileSetting = { key: 'lto', value: '"fat"' };
const ONE_UNIT: ProfileSetting = { key: 'codegen-units', value: '1' };

const BUILD_TIME = 'longer builds';
const NO_COST: CandidateCost = { words: [], cpu: null, rank: 0 };

/** Names that `--profiles` knows, in the order of what they cost. */
const NAMED: Readonly<Record<string, Omit<Candidate, 'id'>>> = {
  thin: plain([THIN], [], [BUILD_TIME], 1),
  thin1: plain([THIN, ONE_UNIT], [], [BUILD_TIME], 2),
  fat: plain([FAT, ONE_UNIT], [], ['much longer builds', 'much memory to link'], 3),
  abort: plain(
    [],
    ['-Cpanic=abort'],
    ['a panic ends the process: `catch_unwind` and join errors no longer work'],
    4,
  ),
  v3: plain(
    [],
    ['-Ctarget-cpu=x86-64-v3'],
    ['needs an x86-64-v3 processor (AVX2, from about 2013)'],
    5,
    'x86-64-v3',
  ),
  native: plain([], ['-Ctarget-cpu=native'], ['runs only on processors like this one'], 6, 'native'),
  pgo: { ...plain([], [], ['a training run in every release build'], 7), pgo: true },
};

/** What is measured when the user names nothing. */
const DEFAULTS = ['thin', 'thin1', 'fat'];

function plain(
  settings: readonly ProfileSetting[],
  rustflags: readonly string[],
  words: readonly string[],
  rank: number,
  cpu: string | null = null,
): Omit<Candidate, 'id'> {
  return { settings, rustflags, cost: { words, cpu, rank }, pgo: false };
}

/** `names` null means the audit's suggestion and the usual ones. Throws BenchError for an unknown name. */
export function chooseCandidates(names: readonly string[] | null, limits: Limits): Choice {
  const suggested = limits.suggested === null ? [] : ['suggested'];
  const wanted = (names?.filter((name) => name !== 'none') ?? [...suggested, ...DEFAULTS]).flatMap((name) =>
    name === 'each' ? eachAlone(limits) : [read(name, limits)],
  );
  const notes: string[] = [];
  const candidates: Candidate[] = [];
  for (const candidate of wanted) {
    const refusal = refuse(candidate, limits);
    const twin = candidates.find((other) => buildKey(other) === buildKey(candidate));
    if (refusal !== null) notes.push(`\`${candidate.id}\` was left out: ${refusal}`);
    else if (twin === undefined) candidates.push(candidate);
    else if (twin.id !== candidate.id) notes.push(`\`${candidate.id}\` is the same build as \`${twin.id}\``);
  }
  return { candidates, notes };
}

function buildKey({ settings, rustflags, pgo }: Candidate): string {
  return JSON.stringify([settings.map(({ key, value }) => `${key}=${value}`).toSorted(), rustflags, pgo]);
}

function read(name: string, limits: Limits): Candidate {
  if (name === 'suggested') return suggestion(limits.suggested, limits);
  const named = NAMED[name];
  if (named !== undefined) return { id: name, ...named };
  if (name.includes('=')) return custom(name);
  const known = ['suggested', 'each', ...Object.keys(NAMED)].map((one) => `\`${one}\``).join(', ');
  throw new BenchError(
    `unknown profile \`${name}\`: use ${known}, or settings such as \`lto=thin+codegen-units=1+rustflags=-Ctarget-cpu=x86-64-v2\``,
  );
}

/** `key=value+key=value`; `rustflags=` takes one flag and may be repeated. */
function custom(name: string): Candidate {
  const settings: ProfileSetting[] = [];
  const rustflags: string[] = [];
  for (const part of name.split('+')) {
    const at = part.indexOf('=');
    const key = part.slice(0, at);
    const value = part.slice(at + 1);
    if (at < 1 || value === '')
      throw new BenchError(`\`${part}\` in profile \`${name}\` is not \`key=value\``);
    if (key === 'rustflags') rustflags.push(value);
    else settings.push({ key, value: toToml(value) });
  }
  const cpu =
    rustflags.find((flag) => flag.startsWith('-Ctarget-cpu='))?.slice('-Ctarget-cpu='.length) ?? null;
  return { id: name, settings, rustflags, cost: { words: [], cpu, rank: cpu === null ? 2 : 5 }, pgo: false };
}

function toToml(value: string): string {
  return /^(true|false|\d+|".*")$/.test(value) ? value : JSON.stringify(value);
}

/** Cargo ignores `panic` for benches, so the audit's `panic = "abort"` travels as a compiler flag. */
function suggestion(suggested: SuggestedProfile | null, limits: Limits): Candidate {
  if (suggested === null)
    throw new BenchError(
      'profiles `suggested` and `each` need an audit that suggests something: name others',
    );
  const own = suggested.settings.filter(({ key }) => key.startsWith('profile.'));
  const settings = own
    .map(({ key, value }) => ({ key: key.split('.').slice(2).join('.'), value }))
    .filter(({ key }) => !['panic', 'strip', 'debug', 'split-debuginfo', 'incremental'].includes(key));
  const aborts = own.some(({ key, value }) => key.endsWith('.panic') && value === '"abort"');
  const rustflags = aborts && !limits.reliesOnUnwinding ? ['-Cpanic=abort'] : [];
  const words = [...new Set(own.map(({ cost }) => cost).filter((cost) => cost !== ''))];
  return { id: 'suggested', settings, rustflags, cost: { ...NO_COST, words, rank: 2 }, pgo: false };
}

/** One candidate for each setting of the suggestion, to see which of them does the work. */
function eachAlone(limits: Limits): Candidate[] {
  const { settings, rustflags, cost } = suggestion(limits.suggested, limits);
  return [
    ...settings.map(({ key, value }) => custom(`${key}=${value.replace(/^"(.*)"$/, '$1')}`)),
    ...rustflags.map((flag) => custom(`rustflags=${flag}`)),
  ].map((one) => ({ ...one, cost: { ...cost, words: [], rank: 1 } }));
}

function refuse(candidate: Candidate, { reliesOnUnwinding, deploy, host }: Limits): string | null {
  if (candidate.rustflags.includes('-Cpanic=abort') && reliesOnUnwinding) {
    return 'the code relies on unwinding, and a panic would end the process';
  }
  if (candidate.cost.cpu === null) return null;
  if (candidate.cost.cpu.startsWith('x86-64') && !host.startsWith('x86_64'))
    return `this machine is \`${host}\``;
  if (deploy !== 'native') {
    return 'the binary must run on any machine: say `deploy = "native"` in rustperf.toml when they are known';
  }
  return null;
}
