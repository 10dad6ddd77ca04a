/** One measurement from start to end: arms are built, benchmarks listed, rounds run, and all of it recorded. */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import {
  type ArmOrder,
  type BuiltArm,
  buildArm,
  buildWithProfile,
  NO_COST,
  unreached,
  type Workshop,
} from './arms.js';
import { type Candidate, type Choice, chooseCandidates } from './candidates.js';
import { type Checkout, checkOut } from './compare.js';
import type { Arm, BenchData, Phase } from './data.js';
import { BenchError } from './error.js';
import { countInstructions } from './instructions.js';
import { describeMachine, load, processorTime } from './machine.js';
import { chooseTraining } from './pgo.js';
import { createProgress } from './progress.js';
import { relink } from './relink.js';
import type { BenchIo, BenchRequest } from './request.js';
import {
  copyArm,
  listUnits,
  type Measured,
  measure,
  type RunnableArm,
  type RunnableUnit,
  type RunSettings,
} from './run.js';
import { removeStale, scratchDirectory } from './scratch.js';
import { askToolchain } from './toolchain.js';

/** Share of the measuring budget that instruction counts may use on top of it. */
const COUNTING_SHARE = 0.25;

/**
 * Throws BenchError when the toolchain is missing or the project as it stands cannot be built. Nothing
 * of the project is written to, except a directory below Cargo's target directory that is removed again.
 */
export async function record(request: BenchRequest, io: BenchIo): Promise<BenchData> {
  const toolchain = await askToolchain(request.root, io.env, io.signal);
  await removeStale(toolchain.targetDirectory);
  const scratch = scratchDirectory(toolchain.targetDirectory);
  await mkdir(scratch, { recursive: true });
  const progress = createProgress(io.stderr);
  let checkout: Checkout | null = null;
  try {
    if (request.compare !== null) checkout = await checkOut(request.compare, request.root, io.env, io.signal);
    return await recordIn({ request, io, toolchain, scratch, progress }, checkout);
  } finally {
    progress.end();
    await checkout?.remove();
    await rm(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function recordIn(shop: Workshop, checkout: Checkout | null): Promise<BenchData> {
  const { request, io, toolchain, scratch, progress } = shop;
  const seed = request.seed ?? Math.floor(Math.random() * 2 ** 31);
  const settings: RunSettings = {
    ...{ scratch: path.join(scratch, 'runs'), limitSeconds: request.limitSeconds },
    ...{ benchArgs: request.benchArgs, signal: io.signal, progress },
  };
  const clock = stopwatch();
  const choice = checkout === null ? candidatesFor(request, toolchain.host) : workingTree(checkout);
  const of = choice.candidates.length + 1;
  const first: ArmOrder = {
    ...{ id: 'base', role: 'base', candidate: null, index: 0, of },
    cwd: checkout?.directory ?? request.root,
  };
  const base = await buildArm(first, shop, null);
  if (base.arm.failure !== null && !io.signal.aborted) {
    throw new BenchError(`\`cargo bench\` in ${request.shownRoot} ${base.arm.failure}`);
  }
  const listed = await listUnits(base.built.executables, settings);
  clock.lap('build and list the base');
  const training = choice.candidates.some((one) => one.pgo)
    ? chooseTraining(listed.units, seed)
    : new Set<RunnableUnit>();
  const built: BuiltArm[] = [];
  for (const [index, candidate] of choice.candidates.entries()) {
    if (io.signal.aborted || listed.units.length === 0) break;
    const order: ArmOrder = {
      id: candidate.id,
      role: 'candidate',
      candidate,
      cwd: request.root,
      index: index + 1,
      of,
    };
    built.push(
      candidate.pgo
        ? await buildWithProfile(order, shop, base, training, settings)
        : await buildArm(order, shop, base),
    );
  }
  clock.lap('build the candidates');
  const usage = { before: processorTime(), load: load() };
  const measured = await measureArms(shop, seed, base, built, listed.units, training, settings);
  clock.lap('measure');
  const after = { before: usage.before, after: processorTime(), load: [usage.load, load()] as const };
  const counted = await countArms(shop, base, built, listed.units, measured, settings);
  clock.lap('count instructions');
  const data: BenchData = {
    ...{ schema: 1, tool: { name: 'rustperf', version: request.version }, root: request.shownRoot },
    kind: checkout === null ? 'profiles' : 'revisions',
    profile: request.profile === null || request.profile === 'release' ? 'bench' : request.profile,
    complete: measured.complete && !io.signal.aborted,
    ...{ seed, plannedRounds: measured.rounds, budgetSeconds: request.budgetSeconds },
    machine: await describeMachine(toolchain, after, io.env, new AbortController().signal),
    arms: [base.arm, ...copies(request, base.arm), ...built.map(({ arm }) => arm)],
    benchmarks: counted.benchmarks,
    unmeasured: measured.unmeasured,
    failures: [...listed.failures, ...measured.failures],
    notes: [
      ...choice.notes,
      ...flagNotes(shop, choice.candidates, built),
      ...measured.notes,
      ...unjudgedProfile(built, measured),
      ...counted.notes,
    ],
    phases: clock.phases(),
  };
  if (!request.relink || built.length === 0) return data;
  const { runSeconds } = measured;
  const again = await relink(
    { data, base, built, units: listed.units, baseCwd: first.cwd, runSeconds },
    shop,
    settings,
  );
  clock.lap('link and measure in another order');
  return {
    ...data,
    complete: data.complete && !io.signal.aborted,
    arms: [...data.arms, ...again.arms],
    benchmarks: again.benchmarks,
    failures: [...data.failures, ...again.failures],
    notes: [...data.notes, ...again.notes],
    phases: clock.phases(),
  };
}

function candidatesFor(request: BenchRequest, host: string): Choice {
  const { reliesOnUnwinding, deploy, suggested } = request;
  return chooseCandidates(request.profiles, { reliesOnUnwinding, deploy, suggested, host });
}

/** Two revisions: the older one is the base, what lies in the working tree is the candidate. */
function workingTree({ commit }: Checkout): Choice {
  const candidate: Candidate = { id: 'working tree', settings: [], rustflags: [], cost: NO_COST, pgo: false };
  return { candidates: [candidate], notes: [`the base is commit \`${commit}\``] };
}

/** The control, and for a self-test more copies that are judged as if they were candidates. */
function copies(request: BenchRequest, base: Arm): Arm[] {
  const control: Arm = {
    ...base,
    id: 'control',
    role: 'control',
    attested: [],
    buildSeconds: null,
    buildPeakBytes: null,
  };
  return [control, ...copyNames(request).map((id): Arm => ({ ...control, id, role: 'candidate' }))];
}

function copyNames({ selfTest }: BenchRequest): string[] {
  return Array.from({ length: selfTest }, (_, i) => `copy-${i + 1}`);
}

/** Last letters of the copies' file names: hashes are hexadecimal and never end in one of these. */
const COPY_MARKS = 'ghijklmno';
const CONTROL_MARK = 'z';

async function measureArms(
  { request }: Workshop,
  seed: number,
  base: BuiltArm,
  built: readonly BuiltArm[],
  units: readonly RunnableUnit[],
  training: ReadonlySet<RunnableUnit>,
  settings: RunSettings,
): Promise<Measured> {
  const nothing = { benchmarks: [], unmeasured: [], failures: [], rounds: 0, runSeconds: 0, notes: [] };
  if (settings.signal.aborted || units.length === 0)
    return { ...nothing, complete: !settings.signal.aborted };
  const control = await copyArm(base.runnable, 'control', CONTROL_MARK);
  const copied: RunnableArm[] = [];
  for (const [i, id] of copyNames(request).entries()) {
    copied.push(await copyArm(base.runnable, id, COPY_MARKS.charAt(i)));
  }
  const candidates = built.filter(({ arm }) => arm.failure === null).map(({ runnable }) => runnable);
  return measure(
    {
      ...{
        units,
        base: base.runnable,
        control,
        candidates: [...copied, ...candidates],
        copies: copyNames(request),
      },
      ...{ budgetSeconds: request.budgetSeconds, rounds: request.rounds, seed, training },
    },
    settings,
  );
}

/** Processors beyond valgrind's cannot be counted for; the others are compared with the base. */
async function countArms(
  { request, progress }: Workshop,
  base: BuiltArm,
  built: readonly BuiltArm[],
  units: readonly RunnableUnit[],
  measured: Measured,
  settings: RunSettings,
): Promise<{ readonly benchmarks: BenchData['benchmarks']; readonly notes: readonly string[] }> {
  if (!request.instructions) return { benchmarks: measured.benchmarks, notes: [] };
  const arms = [base, ...built.filter(({ arm }) => arm.failure === null && arm.cost.cpu !== 'native')];
  const runnable = arms.map((one) => one.runnable);
  const budgetSeconds = request.budgetSeconds * COUNTING_SHARE;
  return countInstructions(
    { units, benchmarks: measured.benchmarks, arms: runnable, budgetSeconds, progress },
    settings,
  );
}

function flagNotes(
  { toolchain }: Workshop,
  candidates: readonly Candidate[],
  built: readonly BuiltArm[],
): string[] {
  const own = toolchain.rustflags;
  const kept =
    own === null || own.source === null
      ? []
      : [`every arm keeps the project's flags from ${own.source}: \`${own.flags.join(' ')}\``];
  const runner =
    toolchain.runner === null
      ? []
      : [
          `benches are run through the project's \`${toolchain.runner.words.join(' ')}\` from ${toolchain.runner.source}`,
        ];
  return [
    ...kept,
    ...runner,
    ...candidates.flatMap((candidate, i) =>
      unreached(candidate, built[i]?.built.units ?? []).map((words) => `\`${candidate.id}\`: ${words}`),
    ),
  ];
}

/** A small budget may leave only benchmarks that trained the profile, and those cannot judge it. */
function unjudgedProfile(built: readonly BuiltArm[], { benchmarks }: Measured): string[] {
  const isBuilt = built.some(({ arm }) => arm.id === 'pgo' && arm.failure === null);
  const isJudged = benchmarks.some(({ runs }) => runs.some(({ arm }) => arm === 'pgo'));
  return isBuilt && !isJudged
    ? ['`pgo` was not judged: every benchmark that was measured had trained it; raise `--budget`']
    : [];
}

function stopwatch(): { lap(name: string): void; phases(): Phase[] } {
  const phases: Phase[] = [];
  let last = Date.now();
  return {
    lap(name) {
      const now = Date.now();
      phases.push({ name, seconds: Math.round((now - last) / 100) / 10 });
      last = now;
    },
    phases: () => phases,
  };
}
