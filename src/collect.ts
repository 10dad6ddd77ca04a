/**
 * Collecting, with all that it takes: the parser, threads, and the code of the rules. Loaded only when there is a
 * file that the last run did not know.
 */
import type { Declared } from './rules/active.js';
import { collectorTable } from './rules/code.js';
import type { Collect } from './summaries/summarise.js';
import { collectInThreads } from './summaries/threads.js';

export const collectHere: Collect = (sources, options) => {
  const { rules, declared } = options;
  return collectInThreads(
    sources,
    options,
    collectorTable({ rules, declared: declared as readonly Declared[] }),
  );
};
