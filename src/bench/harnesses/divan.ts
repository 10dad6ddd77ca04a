/** Divan executables become medians: it prints a tree with a table beside it, to four significant digits. */
import {
  type Executable,
  execute,
  type Harness,
  HarnessError,
  type Reading,
  type RunOptions,
  type Unit,
} from './harness.js';

export const divan: Harness = {
  name: 'divan',
  unit: 'nanoseconds',
  list,
  measure,
  once: (filter) => ['--test', '--exact', filter],
};

/** `--list` shows neither arguments nor threads; running everything once does. */
async function list(executable: Executable, options: RunOptions): Promise<Unit[]> {
  const { stdout } = await execute(executable, ['--test', '--color', 'never'], options);
  const units = new Map<string, string[]>();
  for (const name of parseDivanTree(stdout)) {
    const filter = name.replace(/::t=\d+$/, '');
    units.set(filter, [...(units.get(filter) ?? []), name]);
  }
  return [...units].map(([filter, names]) => ({ filter, names }));
}

async function measure(executable: Executable, unit: Unit, options: RunOptions): Promise<Reading[]> {
  const times = ['--min-time', (options.seconds * 0.6).toFixed(3), '--max-time', options.seconds.toFixed(3)];
  const args = ['--bench', '--color', 'never', ...times, '--exact', unit.filter];
  const readings = parseDivan((await execute(executable, args, options)).stdout);
  const wanted = readings.filter(({ name }) => unit.names.includes(name));
  if (wanted.length > 0) return wanted;
  throw new HarnessError(`divan printed no row for \`${unit.filter}\``);
}

const NANOSECONDS: Readonly<Record<string, number>> = {
  ps: 1e-3,
  ns: 1,
  µs: 1e3,
  μs: 1e3,
  us: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 6e10,
  h: 3.6e12,
};

/** One line of the tree: its path from the root (`crate::module::bench::argument`) and the cells beside it. */
interface Branch {
  readonly name: string;
  readonly depth: number;
  /** The text after the label and between the bars; one empty cell where there is no table. */
  readonly cells: readonly string[];
}

/**
 * Median nanoseconds of each leaf. Text without any table gives nothing; a table whose cells are not
 * times throws HarnessError.
 */
export function parseDivan(stdout: string): Reading[] {
  const heading = stdout.split(/\r?\n/).find((line) => /\sfastest\s+│.*\smedian\s/.test(line));
  if (heading === undefined) return [];
  const column = splitCells(heading).indexOf('median');
  return readBranches(stdout).flatMap(({ name, cells }) => {
    const cell = cells[column];
    return cell === undefined || cell === '' || cells[0] === '(ignored)'
      ? []
      : [{ name, values: [readTime(cell, name)] }];
  });
}

/** Names of the leaves that `--test` has run, in its order; ignored ones are left out. */
export function parseDivanTree(stdout: string): string[] {
  const branches = readBranches(stdout);
  return branches
    .filter(({ depth, cells }, i) => (branches[i + 1]?.depth ?? 0) <= depth && cells[0] !== '(ignored)')
    .map(({ name }) => name);
}

function readBranches(stdout: string): Branch[] {
  const branches: Branch[] = [];
  let parents: string[] = [];
  for (const line of stdout.split(/\r?\n/)) {
    const match = /^((?:│ {2}| {3})*)[├╰]─ (.*)$/.exec(line);
    if (match === null) {
      const root = /^(\w+)(\s|$)/.exec(line)?.[1];
      if (root !== undefined) parents = [root];
      continue;
    }
    const depth = (match[1] ?? '').length / 3 + 1;
    const [first = '', ...rest] = splitCells(match[2] ?? '');
    const row = /^(.*?\S)\s{2,}(\S.*)$/.exec(first);
    parents = [...parents.slice(0, depth), row?.[1] ?? first];
    branches.push({ name: parents.join('::'), depth, cells: [row?.[2] ?? '', ...rest] });
  }
  return branches;
}

function splitCells(line: string): string[] {
  return line.split('│').map((cell) => cell.trim());
}

function readTime(cell: string, name: string): number {
  const match = /^([0-9.]+) (\S+)$/.exec(cell);
  const scale = NANOSECONDS[match?.[2] ?? ''];
  if (match === null || scale === undefined) {
    throw new HarnessError(`divan’s median \`${cell}\` of \`${name}\` is not a time that is known`);
  }
  return Number(match[1]) * scale;
}
