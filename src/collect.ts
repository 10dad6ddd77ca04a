/**
 * Collecting, with all that it takes: the parser, threads, and the code of the rules. Loaded only when there is a
 * file that the last run did not know.
 */
import type { Declared } from './rules/active.js';
import type { Collect } from './summaries/summarise.js';
import { collectInThreads, engineBytes } from './summaries/threads.js';
import { RustParser } from './syntax/parse.js';

export const collectHere: Collect = async (sources, options) => {
  // The engine is compiled on other threads while this one loads the rules.
  const parser = RustParser.start(engineBytes());
  const { collectorTable } = await import('./rules/code.js');
  const { rules, declared } = options;
  const table = collectorTable({ rules, declared: declared as readonly Declared[] });
  return collectInThreads(sources, options, { table, parser });
};
