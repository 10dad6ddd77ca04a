/** Disk use is bounded: what a build no longer needs goes at once, what a killed run left goes at the next start. */
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';

const PREFIX = 'rustperf-bench-';

/** The directory of this run below Cargo's target directory. */
export function scratchDirectory(targetDirectory: string): string {
  return path.join(targetDirectory, `${PREFIX}${process.pid}`);
}

/** Removes directories of runs that no longer exist. */
export async function removeStale(targetDirectory: string): Promise<void> {
  for (const name of await list(targetDirectory)) {
    const pid = Number(name.startsWith(PREFIX) ? name.slice(PREFIX.length) : Number.NaN);
    if (Number.isInteger(pid) && !isAlive(pid))
      await rm(path.join(targetDirectory, name), { recursive: true, force: true });
  }
}

/** Libraries and object files are most of a target directory, and no executable reads them when it runs. */
export async function prune(targetDirectory: string): Promise<void> {
  const doomed = (await list(targetDirectory, true)).filter((name) =>
    /\.(rlib|rmeta|o|d|rcgu\.o)$/.test(name),
  );
  for (const name of doomed) await rm(path.join(targetDirectory, name), { force: true });
}

async function list(directory: string, recursive = false): Promise<string[]> {
  try {
    return await readdir(directory, { recursive });
  } catch (error) {
    // The first build of a project has no target directory yet.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, but as somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
