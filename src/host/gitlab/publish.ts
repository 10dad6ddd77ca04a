/** Shows a finished audit on GitLab: a Code Quality artifact always, a note and threads with a token. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Location } from '../../findings/finding.js';
import { urlPath } from '../../report/escape.js';
import { renderGitlab } from '../../report/gitlab.js';
import { renderMarkdown } from '../../report/markdown.js';
import type { Report, ReportContext } from '../../report/report.js';
import { attempt, type Outcome } from '../attempt.js';
import { commentMarker } from '../marker.js';
import type { GitlabClient } from './client.js';
import type { GitlabContext } from './context.js';
import { openDiscussions } from './discussions.js';
import { LONGEST_NOTE, writeNote } from './note.js';

export interface GitlabPublishOptions {
  readonly context: GitlabContext;
  /** Null without a token. */
  readonly client: GitlabClient | null;
  readonly onlyChanged: boolean;
  /** Directory of the audited root in the repository, '' for its root. */
  readonly prefix: string;
}

/** The name that GitLab's own templates use. */
const CODE_QUALITY_FILE = 'gl-code-quality-report.json';

/** Never throws, and never changes the verdict: what cannot be published is named in the log. */
export async function publishOnGitlab(
  report: Report,
  reportContext: ReportContext,
  options: GitlabPublishOptions,
): Promise<readonly Outcome[]> {
  const { context, client, prefix } = options;
  const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));
  const repositoryPath = (path: string): string => (prefix === '' ? path : `${prefix}/${path}`);
  const outcomes = [
    await attempt(
      'code quality',
      async () => {
        const file = join(context.projectDir, CODE_QUALITY_FILE);
        writeFileSync(file, renderGitlab(report, reportContext, { repositoryPath }));
        return `\`${CODE_QUALITY_FILE}\``;
      },
      { reason },
    ),
  ];
  const { mergeRequest } = context;
  if (mergeRequest === null || client === null) return outcomes;

  const { iid } = mergeRequest;
  const marker = commentMarker(`${prefix}/`);
  const shown = options.onlyChanged
    ? report.findings.filter((one) => one.changed !== false)
    : report.findings;
  const note = async (): Promise<string> => {
    const linkBase = linksTo(context, repositoryPath);
    const { onlyChanged } = options;
    const body = renderMarkdown(report, reportContext, { linkBase, onlyChanged, limit: LONGEST_NOTE });
    return writeNote(client, { iid, marker, body, start: shown.length > 0 });
  };
  outcomes.push(await attempt('note', note, { reason }));
  if (context.discussions) {
    const { findings } = report;
    const run = () =>
      openDiscussions(client, { iid, findings, source: reportContext.source, prefix, repositoryPath });
    outcomes.push(await attempt('threads', run, { reason }));
  }
  return outcomes;
}

function linksTo(
  context: GitlabContext,
  repositoryPath: (path: string) => string,
): (location: Location) => string {
  return ({ path, line, endLine }) => {
    const lines = endLine > line ? `L${line}-${endLine}` : `L${line}`;
    return `${context.projectUrl}/-/blob/${context.sha}/${urlPath(repositoryPath(path))}#${lines}`;
  };
}
