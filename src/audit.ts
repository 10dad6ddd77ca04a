/**
 * The whole pipeline. Settings in, an audited report out; data only flows forward:
 * project → summaries (of syntax) → program → rules → findings → report.
 */
import type { ClippyRun } from './clippy/join.js';
import { readBaseline, writeBaseline } from './findings/baseline-file.js';
import type { Changes } from './findings/changed.js';
import { decide } from './findings/decide.js';
import type { Note } from './findings/finding.js';
import { SUPPRESSION_RULE } from './findings/suppress.js';
import type { Judging } from './judge.js';
import { readProject } from './project/read.js';
import { sourceReader } from './project/source.js';
import type { Report, ReportContext } from './report/report.js';
import { activeRules } from './rules/active.js';
import { openCatalogue, ruleUrl, ruleWords } from './rules/catalogue.js';
import type { Settings } from './settings/settings.js';
import { remember } from './store/remember.js';
import { type Collect, markersOf, statsOf, summarise } from './summaries/summarise.js';
import { keyOf, openStore, storeNotes } from './unchanged.js';
import { version } from './version.js';

/** What the entry found out beforehand. */
export interface Known {
  /** The lines that the change under review touches; null when they are not known. */
  readonly changes: Changes | null;
  readonly note?: Note;
  /** What Clippy says, where it was asked for. */
  readonly clippy?: ClippyRun;
}

// Only a run that has something to collect, or to judge, waits for the code that does.
const collectHere: Collect = async (...files) => (await import('./collect.js')).collectHere(...files);
const judge = async (judging: Judging) => (await import('./judge.js')).judge(judging);

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
  const { allTargets: tests, jobs, cache: kept } = settings;
  const collecting = { ...active, tests, jobs, kept, collect };
  const store = settings.cache ? openStore(project, collecting) : null;
  const summaries = await summarise(project.sources, { ...collecting, store });
  const judging = { settings, catalogue, active, project, summaries, clippy: known.clippy };
  const judged = await remember(store, 'judged', keyOf(judging), () => judge(judging), isComplete);

  const notes = [
    ...project.notes,
    ...summaries.notes,
    ...judged.notes,
    ...storeNotes(store),
    ...(known.note === undefined ? [] : [known.note]),
    ...(known.clippy?.notes ?? []),
  ];
  const complete = isComplete({ notes });
  const source = sourceReader(project.root);
  const decision = decide({
    drafts: judged.drafts,
    rules: catalogue.byId,
    settings,
    ...markersOf(summaries),
    configuration: project.workspaces.flatMap(({ packages }) => packages.map((pkg) => pkg.manifest)),
    source,
    changes: known.changes,
    isChangeExplained: known.note !== undefined,
    baseline: readBaseline(settings.baseline),
    url: (id) => ruleUrl(catalogue.byId.get(id)),
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
    suggestedProfiles: judged.suggestedProfiles,
  };
  const rules = new Map([...catalogue.all, SUPPRESSION_RULE].map((spec) => [spec.id, ruleWords(spec)]));
  const { gate, known: unfolded } = decision;
  return { report, context: { rules, source, gate, failOn: settings.failOn, unfolded } };
}

function isComplete({ notes }: { readonly notes: readonly Note[] }): boolean {
  return !notes.some((note) => note.kind === 'incomplete');
}
