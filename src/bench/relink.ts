/** The winner and the base are linked once more with their functions in another order: a gain of layout alone does not survive it. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type ArmOrder, type BuiltArm, buildArm, NO_COST, type Workshop } from './arms.js';
import { type Arm, type BenchData, type Benchmark, type Failure, type Run, relinkedId } from './data.js';
import { judge } from './judge.js';
import { type Cell, type RunnableArm, type RunnableUnit, type RunSettings, runRounds } from './run.js';
import { describeFailure, run } from './spawn.js';
import { FEWEST_FOR_INTERVAL } from './verdict.js';

/** Enough for an interval that excludes zero where all rounds agree; with fewer than the least there is none. */
const ROUNDS = 10;
const LEAST_ROUNDS = FEWEST_FOR_INTERVAL;
/** Share of the measuring budget that this may use on top of it. */
const BUDGET_SHARE = 0.5;

export interface Relinked {
  readonly arms: readonly Arm[];
  readonly benchmarks: readonly Benchmark[];
  readonly failures: readonly Failure[];
  readonly notes: readonly string[];
}

export interface RelinkRequest {
  /** What the rounds so far have given. */
  readonly data: BenchData;
  readonly base: BuiltArm;
  readonly built: readonly BuiltArm[];
  readonly units: readonly RunnableUnit[];
  /** Where the base and the candidates are built. */
  readonly baseCwd: string;
  /** What harnesses are told to measure for. */
  readonly runSeconds: number;
}

/** The arm that a claim would rest on; null where nothing is claimed. */
function armToRelink(data: BenchData): string | null {
  const { recommendation, candidates } = judge(data);
  if (data.kind === 'profiles') return recommendation.arm;
  return candidates.find(({ counts }) => counts.faster + counts.slower > 0)?.arm ?? null;
}

/** Builds both in another order and measures them against each other. What is missing for it is a note. */
export async function relink(
  request: RelinkRequest,
  shop: Workshop,
  settings: RunSettings,
): Promise<Relinked> {
  const { data, built } = request;
  const nothing = { arms: [], benchmarks: data.benchmarks, failures: [], notes: [] };
  const id = armToRelink(data);
  const winner = built.find(({ arm }) => arm.id === id);
  if (winner === undefined || settings.signal.aborted) return nothing;
  const flag = await shuffleFlag(shop, data.seed);
  if (flag === null) {
    const note = `\`${winner.arm.id}\` was not tried with its functions in another order: this linker has no \`--shuffle-sections\`, lld has`;
    return { ...nothing, notes: [note] };
  }
  const order = (of: string, cwd: string, nth: number, arm: Arm | null): ArmOrder => ({
    ...{ id: relinkedId(of), role: 'relinked', cwd, index: built.length + nth, of: built.length + 3 },
    candidate: {
      ...{ id: of, settings: arm?.settings ?? [], rustflags: [...(arm?.rustflags ?? []), flag] },
      ...{ cost: NO_COST, pgo: false },
    },
  });
  const base = await buildArm(order('base', request.baseCwd, 1, null), shop, null);
  const other = await buildArm(order(winner.arm.id, shop.request.root, 2, winner.arm), shop, request.base);
  const arms = [base.arm, other.arm];
  if (arms.some(({ failure }) => failure !== null)) return { ...nothing, arms };
  const measured = await measurePair(request, winner.arm.id, [base.runnable, other.runnable], settings);
  return { ...nothing, arms, ...measured };
}

/** lld can shuffle; whether it is the linker here, a small program tells. Null when not. */
async function shuffleFlag(
  { request, io, toolchain, scratch }: Workshop,
  seed: number,
): Promise<string | null> {
  // Zero would mean reversed, and minus one a seed of the day.
  const flag = `-Clink-arg=-Wl,--shuffle-sections=.text*=${(seed % 9999) + 1}`;
  const source = path.join(scratch, 'shuffled.rs');
  await writeFile(source, 'fn main() {}\n');
  const own = toolchain.rustflags?.flags ?? [];
  const args = ['--target', toolchain.host, ...own, flag, '--out-dir', scratch, source];
  const { root: cwd } = request;
  const { env, signal } = io;
  const finished = await run(env.RUSTC ?? 'rustc', args, { cwd, env, signal, limitSeconds: 120 });
  return describeFailure(finished) === null ? flag : null;
}

async function measurePair(
  { data, units, runSeconds }: RelinkRequest,
  winner: string,
  arms: readonly [RunnableArm, RunnableArm],
  settings: RunSettings,
): Promise<Pick<Relinked, 'benchmarks' | 'failures' | 'notes'>> {
  const wasTimed = (unit: RunnableUnit) =>
    data.benchmarks.some(
      (one) => isOf(one, unit) && one.runs.filter(({ arm }) => arm === winner).length >= LEAST_ROUNDS,
    );
  const cells = units
    .filter(wasTimed)
    .map((source): Cell => ({ source, arms, identical: [], runs: new Map(), excluded: new Set() }));
  const failures: Failure[] = [];
  const deadline = Date.now() + data.budgetSeconds * BUDGET_SHARE * 1000;
  const pace = { rounds: ROUNDS, least: LEAST_ROUNDS, until: deadline, deadline };
  settings.progress.log(`\`${winner}\` is measured once more, with its functions in another order`);
  const { complete } = await runRounds(
    cells,
    { ...pace, seconds: runSeconds, seed: data.seed + 1 },
    settings,
    failures,
  );
  const extra = (benchmark: Benchmark): readonly Run[] =>
    cells
      .filter(({ source }) => isOf(benchmark, source))
      .flatMap(({ runs }) => runs.get(benchmark.name) ?? []);
  return {
    benchmarks: data.benchmarks.map((one) => ({ ...one, runs: [...one.runs, ...extra(one)] })),
    failures,
    notes:
      complete || settings.signal.aborted ? [] : ['the second link order was not measured on all benchmarks'],
  };
}

function isOf(benchmark: Benchmark, { executable, unit }: RunnableUnit): boolean {
  return (
    benchmark.package === executable.package &&
    benchmark.target === executable.target &&
    unit.names.includes(benchmark.name)
  );
}
