/** `rustperf bench …` becomes a BenchRequest: the command line's words for the measurement. */
import path from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { SuggestedProfile } from '../report/report.js';
import { bench } from './bench.js';
import { BenchError } from './error.js';
import {
  BENCH_FORMATS,
  type BenchFormat,
  type BenchIo,
  type BenchOutcome,
  type BenchRequest,
} from './request.js';

/** What the audit knows and the command line does not. */
export interface AuditHints {
  readonly suggested: SuggestedProfile | null;
  readonly reliesOnUnwinding: boolean;
  readonly deploy: 'portable' | 'native' | null;
  /** The profile that ships; null means `release`. */
  readonly profile: string | null;
}

export interface BenchContext {
  readonly version: string;
  /** Absolute. */
  readonly cwd: string;
  readonly io: BenchIo;
  /** Audits the project at an absolute path; called only when profiles are compared. */
  audit(root: string): Promise<AuditHints>;
  /** Gets the outcome; the entry sets the exit status from it. */
  done(outcome: BenchOutcome): void;
}

interface Flags {
  readonly profiles?: string[];
  readonly profile?: string;
  readonly bench: string[];
  readonly budget: number;
  readonly rounds?: number;
  readonly seed?: number;
  readonly limit: number;
  readonly replay?: string;
  readonly compare?: string;
  readonly selfTest: number;
  readonly instructions: boolean;
  readonly relink: boolean;
  readonly trust: boolean;
  readonly format: BenchFormat;
  readonly output: { format: BenchFormat; file: string }[];
}

/** Mounts the command: `addBenchCommand(program, context)`. */
export function addBenchCommand(program: Command, context: BenchContext): Command {
  return program
    .command('bench')
    .description('measure the suggested profile against the one you have, on your own benchmarks')
    .argument('[path]', 'a package or workspace', '.')
    .argument('[args...]', 'after `--`: for `cargo bench`, then after a second `--` for the benches')
    .option(
      '--profiles <names>',
      'what to compare: suggested, each (of its settings), thin, thin1, fat, v3, native, abort, pgo, or key=value+key=value',
      commaList,
    )
    .option('--profile <name>', 'the profile that ships')
    .option('--bench <name>', 'only this bench target (repeatable)', collect, [])
    .option('--budget <time>', 'time to measure, builds not included', seconds, 600)
    .option('--rounds <n>', 'rounds instead of what the budget allows', count)
    .option('--seed <n>', 'for the order of runs and the bootstrap', count)
    .option('--limit <time>', 'when one run counts as hanging', seconds, 120)
    .option('--replay <file>', 'judge a recorded run again, running nothing')
    .option('--compare <rev>', 'compare the working tree with a git revision instead')
    .option(
      '--self-test <n>',
      'also judge up to 9 untouched copies, to see this machine’s false alarms',
      copies,
      0,
    )
    .option('--no-instructions', 'do not count instructions, even where valgrind is present')
    .option('--no-relink', 'do not try the winner again with its functions in another order')
    .option('--trust', 'run even code from a fork or a stranger’s pull request', false)
    .addOption(new Option('--format <format>', 'standard output').choices(BENCH_FORMATS).default('text'))
    .option('--output <format=file>', 'also write a file (repeatable)', output, [])
    .action(async (target: string, args: string[], flags: Flags) => {
      const request = await toRequest(target, args, flags, context);
      context.done(await benchOrExplain(request, context.io));
    });
}

/** What the user can put right is said in one line; anything else is a fault of ours and goes on. */
async function benchOrExplain(request: BenchRequest, io: BenchIo): Promise<BenchOutcome> {
  try {
    return await bench(request, io);
  } catch (error) {
    if (!(error instanceof BenchError)) throw error;
    io.stderr.write(`error: ${error.message}\n`);
    return { status: 'nothing', reason: error.message, data: null, result: null, exitCode: 2 };
  }
}

async function toRequest(
  target: string,
  args: readonly string[],
  flags: Flags,
  context: BenchContext,
): Promise<BenchRequest> {
  const root = path.resolve(context.cwd, target);
  const own = args.indexOf('--');
  const needsAudit = flags.replay === undefined && flags.compare === undefined;
  const hints: AuditHints = needsAudit
    ? await context.audit(root)
    : { suggested: null, reliesOnUnwinding: true, deploy: null, profile: null };
  return {
    ...{ root, shownRoot: target, version: context.version },
    ...{ suggested: hints.suggested, reliesOnUnwinding: hints.reliesOnUnwinding, deploy: hints.deploy },
    ...{ profiles: flags.profiles ?? null, profile: flags.profile ?? hints.profile, benches: flags.bench },
    ...{
      budgetSeconds: flags.budget,
      rounds: flags.rounds ?? null,
      seed: flags.seed ?? null,
      limitSeconds: flags.limit,
    },
    replay: flags.replay === undefined ? null : path.resolve(context.cwd, flags.replay),
    ...{
      compare: flags.compare ?? null,
      selfTest: flags.selfTest,
      instructions: flags.instructions,
      relink: flags.relink,
      trust: flags.trust,
    },
    cargoArgs: own < 0 ? args : args.slice(0, own),
    benchArgs: own < 0 ? [] : args.slice(own + 1),
    format: flags.format,
    outputs: flags.output.map(({ format, file }) => ({ format, file: path.resolve(context.cwd, file) })),
  };
}

function commaList(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function collect(value: string, earlier: string[]): string[] {
  return [...earlier, value];
}

/** `90`, `90s`, `10m`, `1h` in seconds. */
function seconds(text: string): number {
  const match = /^(\d+(?:\.\d+)?)(s|m|h)?$/.exec(text);
  const scale = { s: 1, m: 60, h: 3600 }[match?.[2] ?? 's'];
  if (match === null || scale === undefined || Number(match[1]) <= 0) {
    throw new InvalidArgumentError('give a time such as `90s`, `10m` or `1h`');
  }
  return Number(match[1]) * scale;
}

function count(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('give a whole number');
  return Number(text);
}

function copies(text: string): number {
  if (!/^\d$/.test(text)) throw new InvalidArgumentError('give a number from 0 to 9');
  return Number(text);
}

function output(
  text: string,
  earlier: { format: BenchFormat; file: string }[],
): { format: BenchFormat; file: string }[] {
  const at = text.indexOf('=');
  const format = BENCH_FORMATS.find((one) => one === text.slice(0, at));
  if (format === undefined || at + 1 === text.length) {
    throw new InvalidArgumentError(`give FORMAT=FILE with one of ${BENCH_FORMATS.join(', ')}`);
  }
  return [...earlier, { format, file: text.slice(at + 1) }];
}
