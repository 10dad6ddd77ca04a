/** `rustperf check --ci`: knows which CI host it runs on, what changed there, and publishes there. */
import { choiceOf, type Snapshot } from '../findings/trend.js';
import type { Report, ReportContext } from '../report/report.js';
import { type Settings, SettingsError } from '../settings/settings.js';
import { version } from '../version.js';
import { type Comparison, directoryOf, findChanges, type KnownChanges, prefixOf } from './changes.js';
import type { GitOptions } from './git.js';
import { connectGithub } from './github/client.js';
import { readGithubContext } from './github/context.js';
import { comparisonOf as githubComparison, githubDiffs } from './github/diff.js';
import { outcomeLine, publishOnGithub } from './github/publish.js';
import { runner } from './github/runner.js';
import { connectGitlab } from './gitlab/client.js';
import {
  type GitlabContext,
  comparisonOf as gitlabComparison,
  gitlabDiffs,
  readGitlabContext,
} from './gitlab/context.js';
import { publishOnGitlab } from './gitlab/publish.js';
import { recallBase } from './gitlab/trend.js';
import { snapshotFile, snapshotOf, withTrend, writeSnapshot } from './trend.js';

type Environment = Readonly<Record<string, string | undefined>>;

export interface CiHost {
  readonly name: 'github' | 'gitlab';
  /**
   * What cannot be found out is unknown, and then every finding counts.
   * @throws SettingsError when `--changed-since` names nothing
   */
  readonly changes: (settings: Pick<Settings, 'root' | 'changedSince'>) => Promise<KnownChanges>;
  /** The report with its trend against the base branch, where that is known. Never throws. */
  readonly compare: (report: Report, context: ReportContext, settings: Settings) => Promise<Report>;
  /** Never throws, and changes no verdict. One line for the log: what was published, and what was not and why. */
  readonly publish: (
    report: Report,
    context: ReportContext,
    settings: Pick<Settings, 'root' | 'onlyChanged'>,
  ) => Promise<string>;
}

/** @throws SettingsError outside of the CI hosts that rustperf knows. */
export function detectCi(env: Environment): CiHost {
  if (env.GITLAB_CI === 'true') return gitlabHost(env);
  if (env.GITHUB_ACTIONS === 'true') return githubHost(env);
  throw new SettingsError(
    '`--ci` publishes on GitHub and GitLab, and this is neither: leave it out, and write reports with `--output`',
  );
}

/** The lines changed since `--changed-since`, on any machine. @throws SettingsError when it names nothing */
export function changesSince(revision: string, root: string, env: Environment): Promise<KnownChanges> {
  const option = '--changed-since';
  const comparison = { base: revision, exact: false, head: '', name: `\`${revision}\``, option };
  return findChanges(comparison, { cwd: directoryOf(root), env });
}

function githubHost(env: Environment): CiHost {
  const context = readGithubContext(env);
  const token = env.GITHUB_TOKEN ?? '';
  const github = token === '' ? null : connectGithub({ token, apiUrl: context.apiUrl });
  return {
    name: 'github',
    changes: (settings) =>
      hostChanges(settings, env, (git) => githubComparison(context, git), {
        ...(github === null ? {} : { remote: githubDiffs(github, context) }),
      }),
    // Only the action can reach the cache that carries it from run to run.
    compare: async (report) => report,
    async publish(report, reportContext, { root, onlyChanged }) {
      const outcomes = await publishOnGithub(report, reportContext, {
        context,
        github,
        runner,
        onlyChanged,
        prefix: await prefixOf(context.workspace, { cwd: directoryOf(root), env, trustOwner: true }),
        comment: false,
        suggest: false,
        checkRun: github !== null,
        uploadSarif: false,
        sarifFile: null,
        temp: env.RUNNER_TEMP ?? context.workspace,
      });
      return outcomeLine(outcomes);
    },
  };
}

function gitlabHost(env: Environment): CiHost {
  const context = readGitlabContext(env);
  const { apiUrl, projectId, token, mergeRequest } = context;
  const client = token === null ? null : connectGitlab({ apiUrl, projectId, token });
  return {
    name: 'gitlab',
    changes: (settings) =>
      hostChanges(settings, env, (git) => gitlabComparison(context, git), {
        ...(client === null || mergeRequest === null
          ? {}
          : { remote: gitlabDiffs(client, mergeRequest.iid) }),
      }),
    async compare(report, reportContext, settings) {
      const git = { cwd: directoryOf(settings.root), env, trustOwner: true };
      const prefix = await prefixOf(context.projectDir, git);
      const now = { commit: context.sha, choice: choiceOf(settings, version) };
      const base = await recallBase({ context, client, prefix, git });
      if (report.complete)
        remember(context, prefix, snapshotOf(report, reportContext, { ...now, branch: branchOf(context) }));
      return withTrend(report, reportContext, base, now);
    },
    async publish(report, reportContext, { root, onlyChanged }) {
      const prefix = await prefixOf(context.projectDir, { cwd: directoryOf(root), env, trustOwner: true });
      const outcomes = await publishOnGitlab(report, reportContext, { context, client, onlyChanged, prefix });
      const hint =
        mergeRequest !== null && client === null
          ? '; note: off, the job token cannot comment, `RUSTPERF_TOKEN` can'
          : '';
      return outcomeLine(outcomes) + hint;
    },
  };
}

/** Also of a merge request: a job whose cache and artifact are always there gives GitLab nothing to warn of. */
function branchOf({ branch, mergeRequest }: GitlabContext): string {
  return branch ?? `!${mergeRequest?.iid ?? ''}`;
}

function remember({ projectDir }: GitlabContext, prefix: string, snapshot: Snapshot): void {
  try {
    writeSnapshot(projectDir, snapshotFile(prefix, snapshot.branch), snapshot);
  } catch {
    // A checkout that cannot be written to: later audits will have nothing to compare with, and say nothing.
  }
}

async function hostChanges(
  settings: Pick<Settings, 'root' | 'changedSince'>,
  env: Environment,
  compare: (git: GitOptions) => Promise<Comparison | null>,
  more: Pick<Parameters<typeof findChanges>[1], 'remote'>,
): Promise<KnownChanges> {
  if (settings.changedSince !== null) return changesSince(settings.changedSince, settings.root, env);
  const git = { cwd: directoryOf(settings.root), env, trustOwner: true };
  const comparison = await compare(git);
  return comparison === null ? { changes: null } : findChanges(comparison, { ...git, ...more });
}
