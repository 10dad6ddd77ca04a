/** Built arms become samples: list, try each benchmark once, then rounds of all arms side by side. */
import { copyFile, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Benchmark, Failure, Run } from './data.js';
import { detectHarness } from './harnesses/detect.js';
import {
  Cancelled,
  type Executable,
  type Harness,
  HarnessError,
  type Reading,
  type RunOptions,
  type Unit,
} from './harnesses/harness.js';
import { fitBudget, type PlanRequest, plan } from './plan.js';
import type { Progress } from './progress.js';
import { schedule } from './schedule.js';

/** An arm as the rounds see it: which file to start for which bench target. */
export interface RunnableArm {
  readonly id: string;
  readonly executables: ReadonlyMap<string, Executable>;
  /** SHA-256 by the same keys. */
  readonly digests: ReadonlyMap<string, string>;
}

/** A benchmark that can be run alone, on every arm. */
export interface RunnableUnit {
  readonly key: string;
  readonly executable: Executable;
  readonly harness: Harness;
  readonly unit: Unit;
}

export interface RunSettings {
  readonly scratch: string;
  readonly limitSeconds: number;
  readonly benchArgs: readonly string[];
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** Names an executable across arms. */
export function executableKey({
  package: name,
  kind,
  target,
}: {
  package: string;
  kind: string;
  target: string;
}): string {
  return `${name} ${kind} ${target}`;
}

/** Asks every executable for its benchmarks. One that fails is reported and the others go on. */
export async function listUnits(
  executables: readonly Executable[],
  settings: RunSettings,
): Promise<{ readonly units: readonly RunnableUnit[]; readonly failures: readonly Failure[] }> {
  const units: RunnableUnit[] = [];
  const failures: Failure[] = [];
  for (const executable of executables) {
    const harness = await detectHarness(executable.file);
    // Tests of a library are built for benches too; without a known harness there is nothing to time in them.
    if (harness.name === 'process' && executable.kind !== 'bench') continue;
    try {
      const options = await freshOptions('list', 0.3, settings);
      const listed = await harness.list(executable, { ...options, args: [] });
      if (listed.length === 0 && executable.kind === 'bench') {
        failures.push({ target: executable.target, name: null, arm: 'base', reason: 'lists no benchmark' });
      }
      units.push(...listed.map((unit) => ({ key: executableKey(executable), executable, harness, unit })));
    } catch (error) {
      if (!(error instanceof HarnessError)) throw error;
      failures.push({ target: executable.target, name: null, arm: 'base', reason: error.message });
    }
  }
  return { units, failures };
}

/** A second file with the base's bytes, its path as long as the first's: path length moves the stack. */
export async function copyArm(base: RunnableArm, id: string, mark: string): Promise<RunnableArm> {
  const executables = new Map<string, Executable>();
  for (const [key, executable] of base.executables) {
    const extension = path.extname(executable.file) === '.exe' ? '.exe' : '';
    const stem = executable.file.slice(0, executable.file.length - extension.length);
    const file = `${stem.slice(0, -1)}${mark}${extension}`;
    await copyFile(executable.file, file);
    executables.set(key, { ...executable, file });
  }
  return { id, executables, digests: base.digests };
}

export interface Measured {
  readonly benchmarks: readonly Benchmark[];
  readonly unmeasured: readonly string[];
  readonly failures: readonly Failure[];
  readonly rounds: number;
  /** What harnesses were told to measure for. */
  readonly runSeconds: number;
  readonly complete: boolean;
  readonly notes: readonly string[];
}

export interface MeasureRequest {
  readonly units: readonly RunnableUnit[];
  readonly base: RunnableArm;
  readonly control: RunnableArm;
  readonly candidates: readonly RunnableArm[];
  readonly budgetSeconds: number;
  readonly rounds: number | null;
  readonly seed: number;
  /** Copies of the base that are measured although they are identical. */
  readonly copies: readonly string[];
  /** Filters of the units that trained a profile. */
  readonly training: ReadonlySet<RunnableUnit>;
}

/** One unit, the arms that it is measured on, and what they gave so far. */
export interface Cell {
  readonly source: RunnableUnit;
  readonly arms: readonly RunnableArm[];
  readonly identical: readonly string[];
  readonly runs: Map<string, Run[]>;
  readonly excluded: Set<string>;
}

/** Never throws for a benchmark's fault. Stops early, with what it has, when cancelled or far over the budget. */
export async function measure(request: MeasureRequest, settings: RunSettings): Promise<Measured> {
  const failures: Failure[] = [];
  const cells = request.units.map((source) => toCell(source, request));
  const timed = cells.filter((cell) => cell.arms.length > 0 && cell.source.harness.unit === 'nanoseconds');
  const planRequest: PlanRequest = {
    units: timed.length,
    arms: Math.max(2, ...timed.map((cell) => cell.arms.length)),
    candidates: Math.max(1, request.candidates.length),
    ...{ budgetSeconds: request.budgetSeconds, rounds: request.rounds, seed: request.seed },
  };
  const planned = plan(planRequest);
  const wanted = planned.chosen.flatMap((index) => timed[index] ?? []);
  const until = Date.now() + request.budgetSeconds * 1000;
  const deadline = Date.now() + request.budgetSeconds * 1250;
  const notes: string[] = [];
  try {
    const tried = await rehearse(wanted, planned.runSeconds, settings, failures);
    const { rounds, kept } = fitBudget(
      tried.map(({ seconds }) => seconds),
      planned,
      planRequest,
    );
    const running = kept.flatMap((index) => tried[index]?.cell ?? []);
    const pace: Pace = {
      rounds,
      least: request.rounds ?? Math.min(rounds, planned.fewestRounds),
      ...{ seconds: planned.runSeconds, until, deadline, seed: request.seed },
    };
    const { complete, done } = await runRounds(running, pace, settings, failures);
    if (!complete && !settings.signal.aborted)
      notes.push(
        'the machine turned slower than at the start: some benchmarks have fewer rounds, raise `--budget`',
      );
    const failed = wanted.filter((cell) => !tried.some((one) => one.cell === cell));
    const left = timed.filter((cell) => !running.includes(cell) && !failed.includes(cell));
    return finish(
      cells,
      left,
      failures,
      { rounds: done, runSeconds: planned.runSeconds, complete, notes },
      request,
    );
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    return finish(cells, timed, failures, { ...planned, complete: false, notes }, request);
  }
}

/** Arms whose bytes are the base's take no part; when none is left there is nothing to time. */
function toCell(source: RunnableUnit, request: MeasureRequest): Cell {
  // A profile is not judged on what trained it, so there is nothing to time there.
  const present = request.candidates.filter(
    (arm) => arm.executables.has(source.key) && !(arm.id === 'pgo' && request.training.has(source)),
  );
  const isIdentical = (arm: RunnableArm) =>
    !request.copies.includes(arm.id) && arm.digests.get(source.key) === request.base.digests.get(source.key);
  const different = present.filter((arm) => !isIdentical(arm));
  return {
    source,
    arms: different.length === 0 ? [] : [request.base, request.control, ...different],
    identical: present.filter(isIdentical).map((arm) => arm.id),
    runs: new Map(),
    excluded: new Set(),
  };
}

/** One run of every arm: shows what fails or hangs, fills the caches, and tells how long a run takes. */
async function rehearse(
  cells: readonly Cell[],
  seconds: number,
  settings: RunSettings,
  failures: Failure[],
): Promise<{ cell: Cell; seconds: number }[]> {
  const tried: { cell: Cell; seconds: number }[] = [];
  for (const [index, cell] of cells.entries()) {
    settings.progress.show(`trying benchmark ${index + 1} of ${cells.length}: ${label(cell.source)}`);
    const started = process.hrtime.bigint();
    const base = cell.arms[0];
    if (base === undefined || (await timeOne(cell, base, seconds, settings, failures)) === null) continue;
    tried.push({ cell, seconds: Number(process.hrtime.bigint() - started) / 1e9 });
  }
  return tried;
}

/** How many rounds to run, and when to run fewer. Times are milliseconds since the epoch. */
export interface Pace {
  readonly rounds: number;
  /** With fewer rounds nothing could be told about any benchmark. */
  readonly least: number;
  /** Seconds that a harness is told to measure for. */
  readonly seconds: number;
  /** When the budget ends: rounds beyond the least stop then. */
  readonly until: number;
  /** When everything stops. */
  readonly deadline: number;
  readonly seed: number;
}

/**
 * `complete` is false when cancelled or out of time. A machine that turns slower first costs rounds that
 * are not needed, then benchmarks; `done` counts the rounds of those that stayed.
 */
export async function runRounds(
  cells: readonly Cell[],
  { rounds, least, seconds, until, deadline, seed }: Pace,
  settings: RunSettings,
  failures: Failure[],
): Promise<{ readonly complete: boolean; readonly done: number }> {
  const blocks = schedule(
    cells.map((cell) => ({ unit: cell, arms: cell.arms.map((arm) => arm.id) })),
    rounds,
    seed,
  );
  const active = new Set(cells);
  const spent = new Map<Cell, number>();
  const started = Date.now();
  for (const [index, { round, unit: cell, arms }] of blocks.entries()) {
    if (index % cells.length === 0 && round > 0) {
      const perRound = (Date.now() - started) / round;
      if (round >= least && Date.now() + perRound > until)
        return { complete: active.size === cells.length, done: round };
      if (round < least) dropUnaffordable(active, spent, least - round, round, deadline);
    }
    if (!active.has(cell)) continue;
    settings.progress.measure(round, rounds, index / blocks.length, label(cell.source));
    const began = Date.now();
    for (const id of arms) {
      if (settings.signal.aborted) return { complete: false, done: round };
      await timeBlockArm(cell, id, round, seconds, settings, failures);
    }
    spent.set(cell, (spent.get(cell) ?? 0) + Date.now() - began);
    const done = Math.floor((index + 1) / cells.length);
    if (Date.now() > deadline && done < rounds)
      return { complete: done >= least && active.size === cells.length, done };
  }
  return { complete: active.size === cells.length, done: rounds };
}

/** A few slow rounds do not make a slow machine. */
const TOLERANCE = 1.2;

/** The costliest benchmarks go until the rest can finish; what they have run so far is kept. */
function dropUnaffordable(
  active: Set<Cell>,
  spent: ReadonlyMap<Cell, number>,
  roundsLeft: number,
  roundsDone: number,
  deadline: number,
): void {
  const cost = (cell: Cell) => ((spent.get(cell) ?? 0) / roundsDone) * roundsLeft;
  const costliestFirst = [...active].sort((a, b) => cost(b) - cost(a));
  let total = costliestFirst.reduce((sum, cell) => sum + cost(cell), 0);
  for (const cell of costliestFirst) {
    if (active.size === 1 || total <= (deadline - Date.now()) * TOLERANCE) return;
    active.delete(cell);
    total -= cost(cell);
  }
}

async function timeBlockArm(
  cell: Cell,
  id: string,
  round: number,
  seconds: number,
  settings: RunSettings,
  failures: Failure[],
): Promise<void> {
  const arm = cell.arms.find((one) => one.id === id);
  if (arm === undefined || cell.excluded.has(id) || cell.excluded.has('base')) return;
  for (const { name, values } of (await timeOne(cell, arm, seconds, settings, failures)) ?? []) {
    const runs = cell.runs.get(name) ?? [];
    runs.push({ round, arm: id, times: values.map(sixDigits) });
    cell.runs.set(name, runs);
  }
}

/** Null when the benchmark failed, which takes this arm (or, for the base, the benchmark) out of the run. */
async function timeOne(
  cell: Cell,
  arm: RunnableArm,
  seconds: number,
  settings: RunSettings,
  failures: Failure[],
): Promise<readonly Reading[] | null> {
  const { harness, unit, key, executable } = cell.source;
  const own = arm.executables.get(key);
  if (own === undefined) return null;
  try {
    return await repeated(harness, own, unit, await freshOptions(arm.id, seconds, settings));
  } catch (error) {
    if (!(error instanceof HarnessError)) throw error;
    const decisive = arm.id === 'control' ? 'base' : arm.id;
    cell.excluded.add(decisive);
    failures.push({ target: executable.target, name: unit.filter, arm: arm.id, reason: error.message });
    return null;
  }
}

const MOST_REPEATS = 5;

/** Harnesses that cannot be told how long to measure are started again until the time is used. */
async function repeated(
  harness: Harness,
  executable: Executable,
  unit: Unit,
  options: RunOptions,
): Promise<Reading[]> {
  const started = Date.now();
  const sums = new Map<string, number[]>();
  for (let repeat = 0; repeat < MOST_REPEATS; repeat += 1) {
    for (const { name, values } of await harness.measure(executable, unit, options)) {
      sums.set(name, [...(sums.get(name) ?? []), ...values]);
    }
    const elapsed = (Date.now() - started) / 1000;
    if (harness.name === 'criterion' || elapsed * (1 + 1 / (repeat + 1)) > options.seconds) break;
  }
  return [...sums].map(([name, values]) => ({ name, values }));
}

/** Directory names are equally long for every arm: the length of the environment moves the stack too. */
async function freshOptions(arm: string, seconds: number, settings: RunSettings): Promise<RunOptions> {
  const scratch = path.join(
    settings.scratch,
    arm
      .replaceAll(/[^a-z0-9]/gi, '-')
      .padEnd(12, '-')
      .slice(0, 12),
  );
  await rm(scratch, { recursive: true, force: true });
  await mkdir(scratch, { recursive: true });
  const { limitSeconds, signal, benchArgs: args } = settings;
  return { scratch, seconds, limitSeconds, signal, args };
}

function finish(
  cells: readonly Cell[],
  left: readonly Cell[],
  failures: readonly Failure[],
  { rounds, runSeconds, complete, notes }: Pick<Measured, 'rounds' | 'runSeconds' | 'complete' | 'notes'>,
  request: MeasureRequest,
): Measured {
  const benchmarks = cells.flatMap((cell) =>
    cell.source.unit.names
      .filter(
        (name) =>
          cell.runs.has(name) ||
          (cell.arms.length === 0 && cell.identical.length > 0) ||
          cell.source.harness.unit === 'instructions',
      )
      .map((name): Benchmark => {
        const { executable, harness } = cell.source;
        const runs = (cell.runs.get(name) ?? []).filter((run) => !cell.excluded.has(run.arm));
        return {
          ...{ package: executable.package, target: executable.target, harness: harness.name, name },
          ...{
            identical: cell.identical,
            runs,
            instructions: [],
            training: request.training.has(cell.source),
          },
        };
      }),
  );
  const unmeasured = left.filter((cell) => cell.runs.size === 0).map((cell) => label(cell.source));
  return { benchmarks, unmeasured, failures, rounds, runSeconds, complete, notes };
}

export function label({ executable, unit }: { executable: Executable; unit: Unit }): string {
  return unit.filter === '' || unit.filter === executable.target
    ? executable.target
    : `${executable.target} ${unit.filter}`;
}

/** Far below any clock's resolution, and it keeps the recorded file small. */
function sixDigits(value: number): number {
  return Number(value.toPrecision(6));
}
