/** The first half of the pipeline for one part of the sources: settings in, a shard's summaries out. `merge` does the rest. */
import { collectHere } from './collect.js';
import { readProject } from './project/read.js';
import { activeRules } from './rules/active.js';
import { openCatalogue } from './rules/catalogue.js';
import type { Settings } from './settings/settings.js';
import { madeBy, partOf, rulesOf, type Shard } from './summaries/shard.js';
import { version } from './version.js';

/**
 * Collects for every rule, so that which of them are judged is decided where the shards are merged.
 * @throws SettingsError, ProjectError, RuleFileError when there is nothing that could be audited
 */
export async function collectShard(
  settings: Settings,
  part: { readonly index: number; readonly count: number },
): Promise<Shard> {
  const { rules, declared } = activeRules(await openCatalogue(settings), settings, true);
  const { sources } = await readProject(settings);
  const options = { rules, declared, tests: settings.allTargets, jobs: settings.jobs, kept: false };
  const results = await collectHere(partOf(sources, part), options);
  return {
    rustperf: 'summaries',
    made: madeBy(version),
    rules: rulesOf(options),
    tests: options.tests,
    ...part,
    results,
  };
}
