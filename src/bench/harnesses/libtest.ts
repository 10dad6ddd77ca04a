/** The compiler's own `#[bench]` executables become medians: one printed line for each benchmark. */
import { parseList } from './criterion.js';
import {
  type Executable,
  execute,
  type Harness,
  HarnessError,
  type Reading,
  type RunOptions,
  type Unit,
} from './harness.js';

export const libtest: Harness = {
  name: 'libtest',
  unit: 'nanoseconds',
  list,
  measure,
  once: (filter) => ['--test', '--exact', filter],
};

async function list(executable: Executable, options: RunOptions): Promise<Unit[]> {
  const { stdout } = await execute(executable, ['--bench', '--list', '--format', 'terse'], options);
  return parseList(stdout).map((name) => ({ filter: name, names: [name] }));
}

async function measure(executable: Executable, unit: Unit, options: RunOptions): Promise<Reading[]> {
  const { stdout } = await execute(executable, ['--bench', '--exact', unit.filter], options);
  const readings = parseLibtest(stdout).filter(({ name }) => name === unit.filter);
  if (readings.length > 0) return readings;
  if (/\.\.\. ignored/.test(stdout)) throw new HarnessError('is marked `#[ignore]`');
  throw new HarnessError('printed no `... bench:` line: it was filtered out, or its output is not libtest’s');
}

const NANOSECONDS: Readonly<Record<string, number>> = {
  'ns/iter': 1,
  'us/iter': 1e3,
  'ms/iter': 1e6,
  's/iter': 1e9,
};

/** Median nanoseconds of each `test NAME ... bench: 1,234.56 ns/iter (+/- 7.8)` line. Other lines are passed over. */
export function parseLibtest(stdout: string): Reading[] {
  const line = /^test (.+?)\s+\.\.\. bench:\s+([0-9,.]+) (\w+\/\w+) \(\+\/- [0-9,.]+\)/gm;
  return [...stdout.matchAll(line)].map(([, name = '', number = '', unit = '']) => {
    const scale = NANOSECONDS[unit];
    const value = Number(number.replaceAll(',', ''));
    if (scale === undefined || !Number.isFinite(value)) {
      throw new HarnessError(`libtest’s \`${number} ${unit}\` for \`${name}\` is not a time that is known`);
    }
    return { name, values: [value * scale] };
  });
}
