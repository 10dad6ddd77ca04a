/** Writes a check run with every annotation; GitHub takes 50 a request, and later requests add to them. */
import { type Annotation, annotate } from '../../report/annotations.js';
import { cut } from '../../report/escape.js';
import type { Report, ReportContext } from '../../report/report.js';
import type { Github } from './client.js';

export interface CheckRunOptions {
  readonly owner: string;
  readonly repo: string;
  /** In pull requests the tip of the branch, not the merge commit: only there GitHub shows it. */
  readonly headSha: string;
  readonly name: string;
  readonly title: string;
  /** Markdown. */
  readonly summary: string;
  readonly onlyChanged: boolean;
  readonly repositoryPath: (path: string) => string;
}

/** docs.github.com, "Create a check run". */
const ANNOTATIONS_PER_REQUEST = 50;
export const LONGEST_SUMMARY = 65_535;
/** A workflow's token has 1,000 requests an hour for the whole repository. */
const MOST_ANNOTATIONS = 1_000;

const LEVELS = { error: 'failure', warning: 'warning', notice: 'notice' } as const;

/** Says in a clause what was done. @throws what the API answers to the first request. */
export async function writeCheckRun(
  github: Github,
  report: Report,
  context: ReportContext,
  options: CheckRunOptions,
): Promise<string> {
  const { owner, repo, headSha, name } = options;
  const { records, leftOut } = annotate(report.findings, {
    onlyChanged: options.onlyChanged,
    repositoryPath: options.repositoryPath,
    limits: { perLevel: MOST_ANNOTATIONS, perJob: MOST_ANNOTATIONS },
  });
  const annotations = records.map(toCheckAnnotation);
  const output = { title: cut(options.title, 255), summary: cut(options.summary, LONGEST_SUMMARY) };
  const { data: run } = await github.rest.checks.create({
    owner,
    repo,
    name,
    head_sha: headSha,
    // Finished from the start: a job that dies while it adds annotations leaves no check that never ends.
    status: 'completed',
    conclusion: conclusionOf(report, context),
    output: { ...output, annotations: annotations.slice(0, ANNOTATIONS_PER_REQUEST) },
  });
  let written = Math.min(annotations.length, ANNOTATIONS_PER_REQUEST);
  const more = Object.values(leftOut).reduce((sum, one) => sum + one, 0);
  try {
    while (written < annotations.length) {
      const next = annotations.slice(written, written + ANNOTATIONS_PER_REQUEST);
      await github.rest.checks.update({
        owner,
        repo,
        check_run_id: run.id,
        output: { ...output, annotations: next },
      });
      written += next.length;
    }
  } catch {
    return `a check run with ${written} of ${annotations.length} annotations: GitHub took no more`;
  }
  return `a check run with ${annotations.length === 1 ? '1 annotation' : `${annotations.length} annotations`}${
    more > 0 ? `, ${more} findings have none` : ''
  }`;
}

function conclusionOf(report: Report, context: ReportContext): 'success' | 'neutral' | 'failure' {
  if (context.gate.length > 0) return 'failure';
  return report.complete ? 'success' : 'neutral';
}

function toCheckAnnotation(annotation: Annotation) {
  return {
    path: annotation.path,
    start_line: annotation.line,
    end_line: annotation.endLine,
    ...(annotation.column === null ? {} : { start_column: annotation.column }),
    ...(annotation.endColumn === null ? {} : { end_column: annotation.endColumn }),
    annotation_level: LEVELS[annotation.level],
    title: annotation.title,
    message: annotation.message,
  };
}
