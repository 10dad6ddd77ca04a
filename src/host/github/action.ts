/** The GitHub action on one screen: inputs → changed lines → audit → verdict → publish. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { choiceOf } from '../../findings/trend.js';
import { MOST_IN_LOG } from '../../report/index.js';
import { sentence } from '../../report/markdown-text.js';
import type { Report, ReportContext } from '../../report/report.js';
import { renderText } from '../../report/text.js';
import { count } from '../../report/words.js';
import { loadSettings } from '../../settings/load.js';
import type { Settings } from '../../settings/settings.js';
import { collectFrom, readShards, SHARD_ENDING } from '../../summaries/shard.js';
import type { Collect } from '../../summaries/summarise.js';
import { version } from '../../version.js';
import type { Outcome } from '../attempt.js';
import { directoryOf, findChanges, type KnownChanges, prefixOf } from '../changes.js';
import type { GitOptions } from '../git.js';
import { snapshotOf, withTrend } from '../trend.js';
import { type CacheStore, restoreSummaries } from './cache.js';
import { connectGithub, type Github, reasonOf } from './client.js';
import { type Environment, type GithubContext, readGithubContext } from './context.js';
import { comparisonOf, githubDiffs } from './diff.js';
import { type Inputs, readInputs } from './inputs.js';
import { outcomeLine, publishOnGithub, verdict } from './publish.js';
import { quietly } from './quiet-store.js';
import type { Runner } from './runner.js';
import { recallBase, rememberBranch } from './trend.js';

export type Audit = (
  settings: Settings,
  known: KnownChanges,
  collect?: Collect,
) => Promise<{ readonly report: Report; readonly context: ReportContext }>;

/** What a benchmark of the suggested profile says. */
export interface Measured {
  /** Finished Markdown for the summary. */
  readonly markdown: string;
  /** The same for the log. */
  readonly text: string;
  /** Absolute path of the results. */
  readonly json: string;
  /** 1.18 is 18 % more work in the same time; null where no difference was found. */
  readonly speedup: number | null;
}

export interface BenchWish {
  readonly args: string;
  readonly profiles: readonly string[];
  /** Absolute directory for files that only this job needs. */
  readonly temp: string;
  readonly log: (line: string) => void;
}

/** Summarises one part of the sources, as text for a file. */
export type CollectShard = (settings: Settings, part: NonNullable<Settings['shard']>) => Promise<string>;

/** Builds and runs the project. Gives a clause that says why where nothing was measured. @throws BenchError */
export type Bench = (report: Report, settings: Settings, wish: BenchWish) => Promise<Measured | string>;

export interface ActionOptions {
  readonly env: Environment;
  readonly runner: Runner;
  readonly audit: Audit;
  /** Told as soon as it is known, so that nothing later can lose it. */
  readonly decided: (status: 0 | 1 | 2) => void;
  readonly bench?: Bench;
  readonly collectShard?: CollectShard;
  /** For tests. */
  readonly connect?: typeof connectGithub;
  readonly store?: CacheStore;
}

/** @throws what keeps the audit from happening at all: SettingsError, ProjectError, RuleFileError. */
export async function runAction(options: ActionOptions): Promise<void> {
  const { env, runner, audit, decided } = options;
  const inputs = readInputs(env);
  const context = readGithubContext(env);
  const settings = await settingsOf(inputs, context);
  const temp = env.RUNNER_TEMP ?? context.workspace;
  if (settings.shard !== null) return collectPart(settings, settings.shard, temp, options);
  const collect =
    inputs.summaries.length === 0
      ? undefined
      : collectFrom(readShards(inputs.summaries, context.workspace), version);
  const git: GitOptions = { cwd: directoryOf(settings.root), env, trustOwner: true };
  const prefix = await prefixOf(context.workspace, git);
  const github = clientOf(inputs, context, options);

  // @actions/cache is a megabyte: loaded only where it is used.
  const store =
    inputs.told.cache !== false
      ? (options.store ?? quietly(await import('@actions/cache'), process.stdout))
      : null;
  const shared = { context, prefix, git, reason: reasonOf };
  const choice = choiceOf(settings, version);
  const trend = store === null ? null : { ...shared, store, choice };
  const base = trend === null ? null : recallBase(trend);
  const known = await changesOf(settings, context, github, { ...git, prefix });
  const cache =
    store === null || !settings.cache
      ? null
      : await restoreSummaries({ ...shared, store, root: settings.root });
  const { report: audited, context: reportContext } = await audit(settings, known, collect);
  decided(statusOf(audited, reportContext, settings));
  const now = { commit: context.sha, choice };
  const report = withTrend(audited, reportContext, await base, now);

  if (report.findings.length > 0 || report.notes.length > 0)
    runner.print(renderText(report, reportContext, { most: MOST_IN_LOG }));
  const benchmark = await measure(report, settings, inputs, temp, options);
  const outcomes = await publishOnGithub(report, reportContext, {
    context,
    github,
    runner,
    onlyChanged: settings.onlyChanged,
    prefix,
    comment: inputs.comment,
    suggest: inputs.suggest,
    checkRun: inputs.checkRun,
    uploadSarif: inputs.uploadSarif,
    sarifFile: inputs.sarifFile === null ? null : join(context.workspace, inputs.sarifFile),
    temp,
    ...(benchmark === undefined ? {} : { benchmark }),
  });
  const saved = (await cache?.save(report.stats.cached < report.stats.files)) ?? cache?.outcome;
  const kept =
    trend === null || !report.complete
      ? null
      : await rememberBranch(trend, (branch) => snapshotOf(report, reportContext, { ...now, branch }));
  runner.log(
    `rustperf ${version} audited ${count(report.stats.files, 'file')}${cachedWords(report)}; changed lines: ${originOf(known)}`,
  );
  runner.log(`published: ${outcomeLine([...outcomes, ...[saved, kept].filter(isOutcome)])}`);
  runner.log(verdict(report, reportContext));
}

/** For the job that judges all parts; there is nothing to judge here, so this step passes. */
async function collectPart(
  settings: Settings,
  part: NonNullable<Settings['shard']>,
  temp: string,
  { runner, collectShard, decided }: ActionOptions,
): Promise<void> {
  if (collectShard === undefined) return;
  const file = join(temp, `rustperf-${part.index}-of-${part.count}${SHARD_ENDING}`);
  writeFileSync(file, await collectShard(settings, part));
  runner.setOutput('summaries-file', file);
  decided(0);
  runner.log(`rustperf ${version} summarised part ${part.index} of ${part.count}: ${file}`);
}

/** Markdown for the summary, or nothing where no benchmark is wanted; what goes wrong is said there. */
async function measure(
  report: Report,
  settings: Settings,
  { bench: mode, benchArgs, benchProfiles }: Inputs,
  temp: string,
  { bench, runner }: ActionOptions,
): Promise<string | undefined> {
  const isWorthIt = mode === 'on' || (mode === 'auto' && report.suggestedProfiles.length > 0);
  if (bench === undefined || !isWorthIt) return undefined;
  try {
    const wish = { args: benchArgs, profiles: benchProfiles, temp, log: runner.log };
    const measured = await bench(report, settings, wish);
    if (typeof measured === 'string') return unmeasured(measured, runner);
    runner.print(measured.text);
    runner.setOutput('bench-json', measured.json);
    if (measured.speedup !== null) runner.setOutput('bench-speedup', measured.speedup.toFixed(2));
    return measured.markdown;
  } catch (error) {
    return unmeasured(reasonOf(error), runner);
  }
}

function unmeasured(reason: string, runner: Runner): string {
  runner.log(`benchmark: ${reason}`);
  return `Benchmark: ${sentence(reason)}`;
}

async function settingsOf(inputs: Inputs, context: GithubContext): Promise<Settings> {
  const settings = await loadSettings(inputs.told, { cwd: context.workspace, spell: (name) => name });
  // Elsewhere, on the main branch for instance, everything counts.
  const isProposal = context.event.startsWith('pull_request') || context.event === 'merge_group';
  return {
    ...settings,
    onlyChanged: settings.onlyChanged && isProposal,
    // A cache would answer for files that the summaries speak of.
    cache: settings.cache && inputs.summaries.length === 0,
  };
}

function statusOf(report: Report, context: ReportContext, settings: Settings): 0 | 1 | 2 {
  if (!report.complete && !settings.allowIncomplete) return 2;
  return context.gate.length > 0 ? 1 : 0;
}

function clientOf(inputs: Inputs, context: GithubContext, options: ActionOptions): Github | null {
  const { connect = connectGithub } = options;
  return inputs.token === '' ? null : connect({ token: inputs.token, apiUrl: context.apiUrl });
}

async function changesOf(
  settings: Settings,
  context: GithubContext,
  github: Github | null,
  git: GitOptions & { readonly prefix: string },
): Promise<KnownChanges> {
  const comparison =
    settings.changedSince === null
      ? await comparisonOf(context, git)
      : {
          base: settings.changedSince,
          exact: false,
          head: context.sha,
          name: `\`${settings.changedSince}\``,
          option: 'changed-since',
        };
  if (comparison === null) return { changes: null };
  return findChanges(comparison, {
    ...git,
    ...(github === null ? {} : { remote: githubDiffs(github, context) }),
  });
}

function isOutcome(outcome: Outcome | null | undefined): outcome is Outcome {
  return outcome !== null && outcome !== undefined;
}

function cachedWords({ stats }: Report): string {
  return stats.cached > 0 ? ` (${stats.cached} unchanged)` : '';
}

function originOf({ changes, note }: KnownChanges): string {
  return changes?.origin ?? note?.message ?? 'this event has none';
}
