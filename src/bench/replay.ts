/** A recorded file becomes the data it was written from, or a clear refusal. */
import { readFile } from 'node:fs/promises';
import { ARM_ROLES, type BenchData, HARNESSES } from './data.js';
import { BenchError } from './error.js';

/** Throws BenchError when the file cannot be read, is cut off, foreign, or of another schema. */
export async function readRecording(file: string): Promise<BenchData> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new BenchError(
      `\`${file}\` cannot be read: give the JSON file that \`rustperf bench --output json=FILE\` wrote`,
      {
        cause: error,
      },
    );
  }
  return parseRecording(text, file);
}

/** `file` is for messages. */
export function parseRecording(text: string, file: string): BenchData {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new BenchError(`\`${file}\` is cut off or not JSON`, { cause: error });
  }
  // `--output json=` writes the verdicts beside the data; only the data count.
  const data = isRecord(parsed) && 'data' in parsed ? parsed.data : parsed;
  if (!isRecord(data) || !('schema' in data)) throw new BenchError(`\`${file}\` is not a recorded bench`);
  if (data.schema !== 1) {
    throw new BenchError(
      `\`${file}\` has schema ${String(data.schema)}, and this version reads 1: use the one that wrote it`,
    );
  }
  const missing = REQUIRED.find(([key, check]) => !check(data[key]));
  if (missing !== undefined)
    throw new BenchError(`\`${missing[0]}\` in \`${file}\` is missing or wrong: is it cut off?`);
  if (!isBenchData(data)) throw new BenchError(`\`${file}\` is not a recorded bench`);
  return data;
}

const REQUIRED: readonly (readonly [string, (value: unknown) => boolean])[] = [
  ['tool', isRecord],
  ['root', (value) => typeof value === 'string'],
  ['kind', (value) => value === 'profiles' || value === 'revisions'],
  ['profile', (value) => typeof value === 'string'],
  ['complete', (value) => typeof value === 'boolean'],
  ['seed', isNumber],
  ['plannedRounds', isNumber],
  ['budgetSeconds', isNumber],
  ['machine', isMachine],
  ['arms', (value) => isListOf(value, isArm)],
  ['benchmarks', (value) => isListOf(value, isBenchmark)],
  ['unmeasured', (value) => isListOf(value, (one) => typeof one === 'string')],
  ['failures', (value) => isListOf(value, isRecord)],
  ['notes', (value) => isListOf(value, (one) => typeof one === 'string')],
  ['phases', (value) => isListOf(value, isRecord)],
];

/** The checks above have been made: this only tells the compiler. */
function isBenchData(value: unknown): value is BenchData {
  return isRecord(value) && REQUIRED.every(([key, check]) => check(value[key]));
}

function isMachine(value: unknown): boolean {
  return isRecord(value) && typeof value.cpu === 'string' && isListOf(value.load, isNumber);
}

function isArm(value: unknown): boolean {
  const isRole = (role: unknown) => ARM_ROLES.some((one) => one === role);
  return isRecord(value) && typeof value.id === 'string' && isRole(value.role) && isRecord(value.cost);
}

function isBenchmark(value: unknown): boolean {
  const isHarness = (name: unknown) => HARNESSES.some((one) => one === name);
  return (
    isRecord(value) &&
    typeof value.name === 'string' &&
    isHarness(value.harness) &&
    isListOf(value.identical, (one) => typeof one === 'string') &&
    isListOf(value.runs, isRun) &&
    isListOf(value.instructions, (one) => isRecord(one) && isListOf(one.counts, isNumber))
  );
}

function isRun(value: unknown): boolean {
  const { round, arm, times } = isRecord(value) ? value : {};
  return isNumber(round) && typeof arm === 'string' && isListOf(times, isNumber);
}

function isListOf(value: unknown, check: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(check);
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
