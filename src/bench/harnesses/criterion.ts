/** Criterion executables become samples: it leaves them as JSON in a directory that can be chosen. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type Executable,
  execute,
  type Harness,
  HarnessError,
  type Reading,
  type RunOptions,
  type Unit,
} from './harness.js';

export const criterion: Harness = {
  name: 'criterion',
  unit: 'nanoseconds',
  list,
  measure,
  once: (filter) => ['--test', '--exact', filter],
};

async function list(executable: Executable, options: RunOptions): Promise<Unit[]> {
  let names: string[];
  try {
    names = parseList(
      (await execute(executable, ['--bench', '--list', '--format', 'terse'], options)).stdout,
    );
  } catch (error) {
    if (!(error instanceof HarnessError)) throw error;
    // Before 0.5 there is no `--format`, and the list says `bench` instead of `benchmark`.
    names = parseList((await execute(executable, ['--bench', '--list'], options)).stdout);
  }
  return names.map((name) => ({ filter: name, names: [name] }));
}

/** Names of the benchmarks; other lines are passed over, tests among them. */
export function parseList(stdout: string): string[] {
  return [...stdout.matchAll(/^(.+): bench(?:mark)?\r?$/gm)].map((match) => match[1] ?? '');
}

const FEW_SAMPLES = 10;
const MANY_SAMPLES = 50;
const sampleSizes = new WeakMap<Unit, number>();

/**
 * Many short samples keep the median out of reach of other processes, but slow code cannot give them in
 * time: the first run of a unit decides, so that every arm is sampled alike.
 */
function chooseSampleSize(unit: Unit, nanoseconds: readonly number[], seconds: number): void {
  if (sampleSizes.has(unit)) return;
  // Criterion's linear sampling runs 1 + 2 + … + n batches of at least one iteration.
  const least = (Math.max(...nanoseconds) * MANY_SAMPLES * (MANY_SAMPLES + 1)) / 2;
  sampleSizes.set(unit, least < seconds * 0.7e9 ? MANY_SAMPLES : FEW_SAMPLES);
}

async function measure(executable: Executable, unit: Unit, options: RunOptions): Promise<Reading[]> {
  const env = { CRITERION_HOME: options.scratch };
  const samples = String(sampleSizes.get(unit) ?? FEW_SAMPLES);
  const common = ['--bench', '--noplot', '--sample-size', samples, '--nresamples', '1001'];
  const times = (seconds: number) => [
    ...['--warm-up-time', (seconds * 0.3).toFixed(2)],
    ...['--measurement-time', (seconds * 0.7).toFixed(2)],
  ];
  const whole = [
    '--warm-up-time',
    '1',
    '--measurement-time',
    String(Math.max(1, Math.round(options.seconds))),
  ];
  const pattern = `^${unit.filter.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`;
  // Newest first: 0.5 and later; 0.4, whose filter is a pattern; 0.3, which wants whole seconds.
  const dialects = [
    [...common, '--exact', ...times(options.seconds), unit.filter],
    [...common, ...times(options.seconds), pattern],
    [...common, ...whole, pattern],
  ];
  for (const [i, args] of dialects.entries()) {
    try {
      await execute(executable, args, options, env);
      break;
    } catch (error) {
      const misunderstood = error instanceof HarnessError && /argument|usage/i.test(error.message);
      if (!misunderstood || i === dialects.length - 1) throw error;
    }
  }
  const sample = await findSample(options.scratch, unit.filter);
  const values = parseSample(sample);
  chooseSampleSize(unit, values, options.seconds);
  return [{ name: unit.filter, values }];
}

/** Directory names are cut at 64 characters, so the benchmark is known by what its own file says. */
async function findSample(home: string, id: string): Promise<string> {
  const files = await readdir(home, { recursive: true });
  for (const file of files.filter((one) => one.endsWith(path.join('new', 'benchmark.json'))).sort()) {
    const text = await readFile(path.join(home, file), 'utf8');
    if (parseFullId(text) === id) {
      return readFile(path.join(home, path.dirname(file), 'sample.json'), 'utf8');
    }
  }
  throw new HarnessError(`criterion ran but left no result for \`${id}\``);
}

/** `full_id` of a `benchmark.json`; throws HarnessError when the file is not one. */
export function parseFullId(text: string): string {
  const parsed = parseJson(text, 'benchmark.json');
  if (isRecord(parsed) && typeof parsed.full_id === 'string') return parsed.full_id;
  throw new HarnessError('criterion’s `benchmark.json` has no `full_id`: this version is not known');
}

/** Nanoseconds per iteration from a `sample.json`; throws HarnessError when it is truncated or foreign. */
export function parseSample(text: string): number[] {
  const parsed = parseJson(text, 'sample.json');
  const times = isRecord(parsed) ? parsed.times : undefined;
  const iterations = isRecord(parsed) ? parsed.iters : undefined;
  if (
    !isNumbers(times) ||
    !isNumbers(iterations) ||
    times.length !== iterations.length ||
    times.length === 0
  ) {
    throw new HarnessError(
      'criterion’s `sample.json` has no matching `iters` and `times`: this version is not known',
    );
  }
  const perIteration = times.map((time, i) => time / (iterations[i] ?? Number.NaN));
  if (perIteration.every((time) => Number.isFinite(time) && time >= 0)) return perIteration;
  throw new HarnessError('criterion’s `sample.json` counts no iterations');
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new HarnessError(`criterion’s \`${file}\` is cut off or not JSON`, { cause: error });
  }
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'number');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
