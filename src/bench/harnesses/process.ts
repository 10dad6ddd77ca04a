/** Executables of no known harness become wall times: the whole process is the benchmark. */
import {
  type Executable,
  execute,
  type Harness,
  type Reading,
  type RunOptions,
  type Unit,
} from './harness.js';

export const wholeProcess: Harness = {
  name: 'process',
  unit: 'nanoseconds',
  list: (executable) => Promise.resolve([{ filter: executable.target, names: [executable.target] }]),
  measure,
  once: () => [],
};

async function measure(executable: Executable, unit: Unit, options: RunOptions): Promise<Reading[]> {
  const { seconds } = await execute(executable, ['--bench'], options);
  return [{ name: unit.filter, values: [Math.round(seconds * 1e9)] }];
}
