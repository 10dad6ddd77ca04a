/** Shows a finished audit on GitHub by every way that is wanted and allowed, and says which ways it took. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Location } from '../../findings/finding.js';
import { annotate } from '../../report/annotations.js';
import { oneLine, urlPath } from '../../report/escape.js';
import { renderJson } from '../../report/json.js';
import { renderMarkdown } from '../../report/markdown.js';
import { sentence } from '../../report/markdown-text.js';
import type { Report, ReportContext } from '../../report/report.js';
import { renderSarif } from '../../report/sarif.js';
import { count, trendWords } from '../../report/words.js';
import { attempt, type Outcome } from '../attempt.js';
import { commentMarker } from '../marker.js';
import { LONGEST_SUMMARY, writeCheckRun } from './check-run.js';
import { type Github, isUnanswered, reasonOf, statusOf } from './client.js';
import { uploadSarif } from './code-scanning.js';
import { LONGEST_COMMENT, writeComment } from './comment.js';
import type { GithubContext } from './context.js';
import { suggestFixes } from './review.js';
import type { Runner } from './runner.js';

export interface PublishOptions {
  readonly context: GithubContext;
  /** Null without a token. */
  readonly github: Github | null;
  readonly runner: Runner;
  /** Annotate only what the change brings. */
  readonly onlyChanged: boolean;
  /** Directory of the audited root in the repository, '' for its root. */
  readonly prefix: string;
  readonly comment: boolean;
  readonly suggest: boolean;
  readonly checkRun: boolean;
  readonly uploadSarif: boolean;
  /** Absolute path, or null for no file. */
  readonly sarifFile: string | null;
  /** Absolute directory for files that only this job needs. */
  readonly temp: string;
  /** Finished Markdown of the benchmark. */
  readonly benchmark?: string;
}

/** Never throws, and never changes the verdict: what cannot be published is named in the log. */
export async function publishOnGithub(
  report: Report,
  reportContext: ReportContext,
  options: PublishOptions,
): Promise<readonly Outcome[]> {
  const { runner, context, github } = options;
  const outcomes: Outcome[] = [];
  const tryTo = async (name: string, run: () => Promise<string>): Promise<boolean> => {
    const outcome = await attempt(name, run, { reason: (error) => hinted(error, context) });
    outcomes.push(outcome);
    return outcome.done;
  };
  let isSilent = false;
  const api = async (name: string, run: (github: Github) => Promise<string>): Promise<boolean> =>
    tryTo(name, async () => {
      if (github === null) throw new Error('there is no `github-token`');
      // Every further try would cost the job another minute.
      if (isSilent) throw new Error('not tried, because GitHub did not answer before');
      try {
        return await run(github);
      } catch (error) {
        isSilent = isUnanswered(error);
        throw error;
      }
    });

  await tryTo('outputs', async () => setOutputs(report, reportContext, options));
  // Also without findings: a check that branches require must be there to pass.
  const hasCheckRun =
    options.checkRun &&
    (await api('check run', (client) => checkRun(client, report, reportContext, options)));
  if (!hasCheckRun) await tryTo('annotations', async () => annotateLog(report, options));
  await tryTo('summary', async () => {
    await runner.summarize(summary(report, reportContext, options, hasCheckRun));
    return 'written';
  });

  if (options.comment) await api('comment', (client) => comment(client, report, reportContext, options));
  if (options.suggest) await api('suggestions', (client) => suggest(client, report, reportContext, options));
  if (options.uploadSarif)
    await api('code scanning', (client) => upload(client, report, reportContext, options));

  // The check run is an extra that most tokens may not write; the annotations say the same.
  const missing = outcomes.filter(({ done, name }) => !done && name !== 'check run');
  if (missing.length > 0) {
    const lines = missing.map(({ name, detail }) => `- ${name}: ${sentence(detail)}`);
    await attempt(
      'remarks',
      async () => {
        await runner.summarize(`\n\nNot published:\n\n${lines.join('\n')}\n`);
        return 'written';
      },
      { reason: reasonOf },
    );
  }
  return outcomes;
}

/** `outputs: written; comment: the token may not (403)`: one line for the log. */
export function outcomeLine(outcomes: readonly Outcome[]): string {
  return outcomes.map(({ name, detail }) => `${name}: ${detail}`).join('; ');
}

function hinted(error: unknown, { event, pullRequest, actor }: GithubContext): string {
  const reason = reasonOf(error);
  if (statusOf(error) !== 403 || event !== 'pull_request') return reason;
  if (pullRequest?.fromFork) return `${reason}: pull requests from forks get a token that only reads`;
  return actor === 'dependabot[bot]' ? `${reason}: Dependabot gets a token that only reads` : reason;
}

async function setOutputs(report: Report, context: ReportContext, options: PublishOptions): Promise<string> {
  const { runner, temp, sarifFile } = options;
  const { critical, warning, suggestion } = report.summary;
  const json = join(temp, 'rustperf.json');
  const known = report.findings.filter((finding) => finding.changed !== null);
  const values = {
    critical,
    warning,
    suggestion,
    new: known.length === 0 && report.findings.length > 0 ? '' : known.filter((one) => one.changed).length,
    passed: context.gate.length === 0 && report.complete,
  };
  for (const [name, value] of Object.entries(values)) runner.setOutput(name, value);
  save(json, renderJson(report));
  runner.setOutput('report-json', json);
  if (sarifFile !== null) {
    save(sarifFile, renderSarif(report, context, { repositoryPath: repositoryPath(options) }));
    runner.setOutput('sarif-file', sarifFile);
  }
  return 'set';
}

function save(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

async function annotateLog(report: Report, options: PublishOptions): Promise<string> {
  const { records } = annotationsOf(report, options);
  for (const record of records) options.runner.annotate(record);
  return String(records.length);
}

function annotationsOf(report: Report, options: PublishOptions) {
  return annotate(report.findings, {
    onlyChanged: options.onlyChanged,
    repositoryPath: repositoryPath(options),
  });
}

function checkRun(
  github: Github,
  report: Report,
  context: ReportContext,
  options: PublishOptions,
): Promise<string> {
  const { owner, repo, sha, pullRequest } = options.context;
  return writeCheckRun(github, report, context, {
    owner,
    repo,
    headSha: pullRequest?.head ?? sha,
    name: options.prefix === '' ? 'rustperf' : `rustperf (${options.prefix})`,
    title: verdict(report, context),
    summary: markdown(report, context, options, { limit: LONGEST_SUMMARY - 500 }),
    onlyChanged: options.onlyChanged,
    repositoryPath: repositoryPath(options),
  });
}

/** The verdict in a few words: titles and the last line of the log. */
export function verdict(report: Report, context: ReportContext): string {
  const { critical, warning, suggestion } = report.summary;
  const counts = [
    count(critical, 'critical', 'critical'),
    count(warning, 'warning'),
    count(suggestion, 'suggestion'),
  ].join(', ');
  const words = trendWords(report, oneLine);
  const trend = words === undefined ? '' : `; ${words}`;
  if (context.gate.length > 0)
    return `failed: ${count(context.gate.length, 'finding')} to fix (${counts})${trend}`;
  if (!report.complete) return `incomplete: not all of the code could be audited (${counts})`;
  return `${report.findings.length === 0 ? 'passed: no findings' : `passed (${counts})`}${trend}`;
}

function summary(
  report: Report,
  context: ReportContext,
  options: PublishOptions,
  hasCheckRun: boolean,
): string {
  const { leftOut } = annotationsOf(report, options);
  const missing = leftOut.error + leftOut.warning + leftOut.notice;
  const remarks =
    hasCheckRun || missing === 0
      ? []
      : [`${count(missing, 'more finding')} without an annotation: GitHub shows 10 of each kind a step.`];
  // Room for the remarks that are added when something could not be published.
  return markdown(report, context, options, { remarks, limit: 1_000_000 });
}

function comment(
  github: Github,
  report: Report,
  context: ReportContext,
  options: PublishOptions,
): Promise<string> {
  const { owner, repo, pullRequest } = options.context;
  if (pullRequest === null) return Promise.resolve('there is no pull request to comment on');
  const marker = commentMarker(`${options.prefix}/`);
  const shown = options.onlyChanged
    ? report.findings.filter((one) => one.changed !== false)
    : report.findings;
  return writeComment(
    github,
    { owner, repo, number: pullRequest.number },
    {
      marker,
      body: markdown(report, context, options, { limit: LONGEST_COMMENT - marker.length - 100 }),
      start: shown.length > 0,
    },
  );
}

function suggest(
  github: Github,
  report: Report,
  context: ReportContext,
  options: PublishOptions,
): Promise<string> {
  const { owner, repo, pullRequest } = options.context;
  if (pullRequest === null) return Promise.resolve('there is no pull request to review');
  return suggestFixes(github, {
    owner,
    repo,
    pullRequest,
    findings: report.findings,
    source: context.source,
    prefix: options.prefix,
    repositoryPath: repositoryPath(options),
  });
}

function upload(
  github: Github,
  report: Report,
  context: ReportContext,
  options: PublishOptions,
): Promise<string> {
  const { owner, repo, sha, ref } = options.context;
  const sarif = renderSarif(report, context, {
    repositoryPath: repositoryPath(options),
    forUpload: true,
    ...(options.prefix === '' ? {} : { category: `rustperf/${options.prefix}` }),
  });
  return uploadSarif(github, { owner, repo, sha, ref, sarif });
}

function markdown(
  report: Report,
  context: ReportContext,
  options: PublishOptions,
  more: { readonly limit: number; readonly remarks?: readonly string[] },
): string {
  return renderMarkdown(report, context, {
    linkBase: linkBase(options),
    onlyChanged: options.onlyChanged,
    ...more,
    ...(options.benchmark === undefined ? {} : { benchmark: options.benchmark }),
  });
}

function linkBase(options: PublishOptions): (location: Location) => string {
  const { serverUrl, owner, repo, sha } = options.context;
  const pathOf = repositoryPath(options);
  return ({ path, line, endLine }) => {
    const lines = endLine > line ? `L${line}-L${endLine}` : `L${line}`;
    return `${serverUrl}/${owner}/${repo}/blob/${sha}/${urlPath(pathOf(path))}#${lines}`;
  };
}

function repositoryPath({ prefix }: Pick<PublishOptions, 'prefix'>): (path: string) => string {
  return (path) => (prefix === '' ? path : `${prefix}/${path}`);
}
