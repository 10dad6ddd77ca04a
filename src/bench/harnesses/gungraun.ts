/** Gungraun (once iai-callgrind) executables become instruction counts: one JSON object a line. */
import {
  type Executable,
  execute,
  type Harness,
  HarnessError,
  type Reading,
  type RunOptions,
  type Unit,
} from './harness.js';

export const gungraun: Harness = { name: 'gungraun', unit: 'instructions', list, measure, once: () => null };

const EVERYTHING = '';

/** It has no list that every version understands, so one run of everything tells. */
async function list(executable: Executable, options: RunOptions): Promise<Unit[]> {
  const names = (await runAll(executable, options)).map(({ name }) => name);
  return names.length === 0 ? [] : [{ filter: EVERYTHING, names }];
}

async function measure(executable: Executable, unit: Unit, options: RunOptions): Promise<Reading[]> {
  return (await runAll(executable, options)).filter(({ name }) => unit.names.includes(name));
}

async function runAll(executable: Executable, options: RunOptions): Promise<Reading[]> {
  const env = { GUNGRAUN_HOME: options.scratch, IAI_CALLGRIND_HOME: options.scratch };
  try {
    return parseGungraun(
      (await execute(executable, ['--bench', '--output-format=json'], options, env)).stdout,
    );
  } catch (error) {
    if (!(error instanceof HarnessError) || !/runner/.test(error.message)) throw error;
    throw new HarnessError(`${error.message}: install the runner of the same version and valgrind`, {
      cause: error,
    });
  }
}

/** Instructions read (`Ir`) of each benchmark. Lines that are not JSON objects are passed over. */
export function parseGungraun(stdout: string): Reading[] {
  return stdout.split(/\r?\n/).flatMap((line) => {
    if (!line.startsWith('{')) return [];
    const summary = parseLine(line);
    const name = [get(summary, 'module_path'), get(summary, 'id')]
      .filter((part) => typeof part === 'string')
      .join('::');
    const profiles = get(summary, 'profiles');
    if (name === '' || !Array.isArray(profiles)) {
      throw new HarnessError(
        'a line of gungraun’s JSON has no `module_path` and `profiles`: this version is not known',
      );
    }
    const counts = profiles.flatMap((profile) => instructionsOf(profile) ?? []);
    return counts.length === 0 ? [] : [{ name, values: counts.slice(0, 1) }];
  });
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new HarnessError('a line of gungraun’s JSON is cut off', { cause: error });
  }
}

/** From 0.20 on the new run is called `new`; before, it stood on the left, or first of both. */
function instructionsOf(profile: unknown): number | null {
  const now = ['data', 'total', 'metrics', 'Ir', 'values', 'new'].reduce(get, profile);
  if (typeof now === 'number') return now;
  const path = ['summaries', 'total', 'summary', 'Callgrind', 'Ir', 'metrics'];
  const metrics = path.reduce(get, profile);
  const left = get(metrics, 'Left') ?? firstOf(get(metrics, 'Both'));
  const value = typeof left === 'number' ? left : (get(left, 'Int') ?? get(left, 'Float'));
  return typeof value === 'number' ? value : null;
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : undefined;
}

function get(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}
