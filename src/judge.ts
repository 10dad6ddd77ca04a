/**
 * The second half of the pipeline: summaries in, what the rules say of the linked program out. Loaded and run only
 * when something has changed that it depends on.
 */
import { type ClippyRun, joinClippy } from './clippy/join.js';
import { pathMatcher } from './findings/activate.js';
import type { Draft, Note } from './findings/finding.js';
import { link } from './program/program.js';
import type { Project } from './project/project.js';
import type { SuggestedProfile } from './report/report.js';
import type { ActiveRules } from './rules/active.js';
import { suggestProfiles } from './rules/cargo/suggest.js';
import type { Catalogue } from './rules/catalogue.js';
import { codeOf } from './rules/code.js';
import { judgeAll } from './rules/judge.js';
import { joinProfiles } from './runtime/join.js';
import type { Settings } from './settings/settings.js';
import type { Summaries } from './summaries/summarise.js';

export interface Judged {
  readonly drafts: readonly Draft[];
  readonly notes: readonly Note[];
  readonly suggestedProfiles: readonly SuggestedProfile[];
}

export interface Judging {
  readonly settings: Settings;
  readonly catalogue: Catalogue;
  readonly active: ActiveRules;
  readonly project: Project;
  readonly summaries: Summaries;
  readonly clippy: ClippyRun | undefined;
}

export async function judge(judging: Judging): Promise<Judged> {
  const { settings, catalogue, active, project, summaries, clippy } = judging;
  const { files, notes } = await summaries.read();
  const program = link(project, files, { tests: settings.allTargets });
  const wishes = { deploy: settings.deploy, profile: settings.profile, isHotPath: pathMatcher(settings.hot) };
  const judged = judgeAll(codeOf(active.specs), project, program, wishes);
  const linted = joinClippy(judged.drafts, clippy, {
    sources: project.sources,
    program,
    rules: catalogue.byId,
  });
  const joined = joinProfiles(linted, settings.profileData, program, catalogue.byId);
  return {
    drafts: joined.drafts,
    notes: [...notes, ...judged.notes, ...joined.notes],
    suggestedProfiles: suggestProfiles({ project, program, settings: wishes }, active.isActive),
  };
}
