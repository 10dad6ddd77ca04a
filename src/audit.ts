/**
 * The whole pipeline. Settings in, an audited report out; data only flows forward:
 * project → summaries (of syntax) → program → rules → findings → report.
 */
import { type ClippyRun, joinClippy } from './clippy/join.js';
import { pathMatcher } from './findings/activate.js';
import { readBaseline, writeBaseline } from './findings/baseline-file.js';
import type { Changes } from './findings/changed.js';
import { decide } from './findings/decide.js';
import type { Note } from './findings/finding.js';
import { SUPPRESSION_RULE } from './findings/suppress.js';
import { link } from './program/program.js';
import { readProject } from './project/read.js';
import { sourceReader } from './project/source.js';
import type { Report, ReportContext } from './report/report.js';
import { activeRules } from './rules/active.js';
import { suggestProfiles } from './rules/cargo/suggest.js';
import { openCatalogue, ruleUrl, ruleWords } from './rules/catalogue.js';
import { judgeAll } from './rules/judge.js';
import { joinProfiles } from './runtime/join.js';
import type { Settings } from './settings/settings.js';
import { cacheFolder } from './summaries/cache.js';
import { type Collect, collectHere, markersOf, statsOf, summarise } from './summaries/summarise.js';
import { version } from './version.js';

/** What the entry found out beforehand. */
export interface Known {
  /** The lines that the change under review touches; null when they are not known. */
  readonly changes: Changes | null;
  readonly note?: Note;
  /** What Clippy says, where it was asked for. */
  readonly clippy?: ClippyRun;
}

/**
 * Audits what `settings.root` names. Executes nothing of it and follows no link out of it.
 * @throws SettingsError, ProjectError, RuleFileError when there is nothing that could be audited
 */
export async function audit(
  settings: Settings,
  known: Known = { changes: null },
  collect: Collect = collectHere,
): Promise<{ readonly report: Report; readonly context: ReportContext }> {
  const begin = performance.now();
  const catalogue = await openCatalogue(settings);
  const active = activeRules(catalogue, settings, settings.cache);
  const project = await readProject(settings);
  const summaries = await summarise(project.sources, {
    ...active,
    tests: settings.allTargets,
    jobs: settings.jobs,
    cacheFolder: settings.cache ? cacheFolder(project) : null,
    toolVersion: version,
    collect,
  });
  const program = link(project, summaries.files, { tests: settings.allTargets });
  const judging = {
    deploy: settings.deploy,
    profile: settings.profile,
    isHotPath: pathMatcher(settings.hot),
  };
  const judged = judgeAll(active.rules, project, program, judging);
  const specs = new Map(catalogue.all.map(({ spec }) => [spec.id, spec]));
  const linted = joinClippy(judged.drafts, known.clippy, { sources: project.sources, program, rules: specs });
  const joined = joinProfiles(linted, settings.profileData, program, catalogue.byId);

  const notes = [
    ...project.notes,
    ...summaries.notes,
    ...judged.notes,
    ...joined.notes,
    ...(known.note === undefined ? [] : [known.note]),
    ...(known.clippy?.notes ?? []),
  ];
  const complete = !notes.some((note) => note.kind === 'incomplete');
  const source = sourceReader(project.root);
  const decision = decide({
    drafts: joined.drafts,
    rules: specs,
    settings,
    ...markersOf(summaries),
    configuration: project.workspaces.flatMap(({ packages }) => packages.map((pkg) => pkg.manifest)),
    source,
    changes: known.changes,
    isChangeExplained: known.note !== undefined,
    baseline: readBaseline(settings.baseline),
    url: (id) => ruleUrl(specs.get(id)),
    complete,
  });
  if (settings.writeBaseline !== null) writeBaseline(settings.writeBaseline, decision.known);

  const report: Report = {
    schema: 1,
    tool: { name: 'rustperf', version },
    root: settings.shownRoot,
    complete,
    summary: decision.summary,
    stats: { ...statsOf(summaries), durationMs: Math.round(performance.now() - begin) },
    findings: decision.findings,
    notes: [...notes, ...decision.notes],
    suggestedProfiles: suggestProfiles({ project, program, settings: judging }, active.isActive),
  };
  const rules = new Map([...specs.values(), SUPPRESSION_RULE].map((spec) => [spec.id, ruleWords(spec)]));
  const { gate, known: unfolded } = decision;
  return { report, context: { rules, source, gate, failOn: settings.failOn, unfolded } };
}
