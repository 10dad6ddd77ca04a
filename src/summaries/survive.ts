/** Batches in, results out, even when a worker thread dies over one of their files. */
import type { FileResult } from './read.js';

/**
 * Runs every batch. One whose thread ended (out of memory, say) is run again file by file, so that only the file
 * at fault is lost; it comes back as a problem to show, as an unreadable file would.
 */
export async function survive<F extends { readonly path: string }>(
  batches: readonly (readonly F[])[],
  run: (files: readonly F[]) => Promise<readonly FileResult[]>,
): Promise<FileResult[]> {
  const outcomes = await Promise.allSettled(batches.map((files) => run(files)));
  const results: FileResult[] = [];
  for (const [i, outcome] of outcomes.entries()) {
    const files = batches[i] ?? [];
    if (outcome.status === 'fulfilled') results.push(...outcome.value);
    else if (files.length === 1) results.push(...files.map((file) => lost(file.path, outcome.reason)));
    // One after another: two large files at once may be what the thread died of.
    else for (const file of files) results.push(...(await run([file]).catch((e) => [lost(file.path, e)])));
  }
  return results;
}

function lost(path: string, error: unknown): FileResult {
  const words = error instanceof Error ? error.message : String(error);
  return {
    path,
    hash: '',
    bytes: 0,
    summary: null,
    problem: `not audited: its worker thread ended (${words}); put it under \`exclude\` in rustperf.toml, or report it with this file`,
    crashes: [],
  };
}
