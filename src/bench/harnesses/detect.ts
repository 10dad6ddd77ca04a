/** A built executable becomes the harness that it was linked with: each one carries its own words. */
import { readFile } from 'node:fs/promises';
import { criterion } from './criterion.js';
import { divan } from './divan.js';
import { gungraun } from './gungraun.js';
import type { Harness } from './harness.js';
import { libtest } from './libtest.js';
import { wholeProcess } from './process.js';

/** Environment variables that only the harness itself reads. The first that is found decides. */
const MARKS: readonly (readonly [string, Harness])[] = [
  ['GUNGRAUN_', gungraun],
  ['IAI_CALLGRIND_', gungraun],
  ['CRITERION_HOME', criterion],
  ['DIVAN_MAX_TIME', divan],
  ['RUST_TEST_THREADS', libtest],
];

/** Renamed and wrapped dependencies are seen through, because the linked code is looked at, not the manifest. */
export async function detectHarness(file: string): Promise<Harness> {
  const bytes = await readFile(file);
  return MARKS.find(([mark]) => bytes.includes(mark))?.[1] ?? wholeProcess;
}
