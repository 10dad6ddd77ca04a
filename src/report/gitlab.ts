/** A report becomes GitLab's Code Quality report: a JSON array, one issue a finding. */
import type { Finding } from '../findings/finding.js';
import { oneLine, wellFormed } from './escape.js';
import type { Report, ReportContext } from './report.js';

export interface GitlabOptions {
  /** Turns a path below the audited root into one below the repository's root; absent when they are the same. */
  readonly repositoryPath?: (path: string) => string;
}

type GitlabSeverity = 'info' | 'minor' | 'major' | 'critical' | 'blocker';

/** Without a byte order mark: GitLab refuses reports that have one. Fingerprints are unique in the file. */
export function renderGitlab(report: Report, context: ReportContext, options: GitlabOptions = {}): string {
  const gate = new Set(context.gate.map((finding) => finding.fingerprint));
  const unique = uniqueNames();
  const issues = report.findings.map((finding) => ({
    type: 'issue',
    check_name: finding.rule,
    description: oneLine(finding.help === '' ? finding.message : `${finding.message}; ${finding.help}`),
    categories: ['Performance'],
    severity: severityOf(finding, gate),
    fingerprint: unique(finding.fingerprint),
    location: {
      path: relative(options.repositoryPath?.(finding.path) ?? finding.path),
      lines: { begin: finding.line, end: finding.endLine },
    },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}

/** What fails this run blocks; GitLab has five steps where we have three. */
function severityOf(finding: Finding, gate: ReadonlySet<string>): GitlabSeverity {
  if (finding.severity === 'critical') return gate.has(finding.fingerprint) ? 'blocker' : 'critical';
  if (finding.severity === 'warning') return 'major';
  return finding.confidence === 'high' ? 'minor' : 'info';
}

/** GitLab drops paths that begin with `./` from the diff view. */
function relative(path: string): string {
  return wellFormed(path.replace(/^(?:\.\/)+/, ''));
}

function uniqueNames(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    let candidate = name;
    for (let occurrence = 2; taken.has(candidate); occurrence += 1) candidate = `${name}-${occurrence}`;
    taken.add(candidate);
    return candidate;
  };
}
