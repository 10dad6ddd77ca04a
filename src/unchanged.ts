/** What one run leaves for the next: where, made by whom, and whether it still holds. */
import { serialize } from 'node:v8';
import type { Note } from './findings/finding.js';
import type { Judging } from './judge.js';
import type { Project } from './project/project.js';
import { buildId } from './shipped.js';
import { cacheFolder, digestOf, SealedFolder } from './store/sealed.js';
import { madeBy, rulesOf } from './summaries/shard.js';
import type { CollectorOptions } from './summaries/summarise.js';
import { version } from './version.js';

/** Null where nothing may be kept. What was collected by other code, or for other rules, is not used. */
export function openStore(project: Project, options: CollectorOptions): SealedFolder | null {
  const folder = cacheFolder(project);
  const maker = [buildId() ?? madeBy(version), options.tests, ...rulesOf(options)];
  return folder === null ? null : new SealedFolder(folder, JSON.stringify(maker));
}

/**
 * Stands for all that `judge` depends on. Null when that cannot be said: profiles and Clippy's words come from
 * outside, and a checkout of this tool may change at any time.
 */
export function keyOf({ settings, active, project, summaries, clippy }: Judging): string | null {
  const build = buildId();
  if (build === null || summaries.digest === null) return null;
  if (clippy !== undefined || settings.profileData.length > 0) return null;
  const { workspaces, root } = project;
  const { deploy, profile, hot, allTargets } = settings;
  // The words of our own rules belong to the build.
  const team = active.specs.filter(({ area }) => area === 'team');
  const rules = active.specs.map(({ id }) => id);
  const all = {
    build,
    summaries: summaries.digest,
    workspaces,
    root,
    rules,
    team,
    deploy,
    profile,
    hot,
    allTargets,
  };
  return digestOf(serialize(all));
}

/** What went wrong with it: the audit is as good without, but takes longer. */
export function storeNotes(store: SealedFolder | null): Note[] {
  const problem = store?.problem ?? null;
  return problem === null
    ? []
    : [{ kind: 'info', message: `the cache of summaries was not used: ${problem}` }];
}
