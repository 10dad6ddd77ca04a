/** Which findings come first where a platform shows only some of them. */
import {
  compareConfidence,
  compareFindings,
  compareSeverity,
  type Finding,
  SEVERITIES,
  type Severity,
} from '../findings/finding.js';

/** Worst first; then what this change brings; then the surest; then the published order. */
export function compareRank(a: Finding, b: Finding): number {
  return (
    compareSeverity(a.severity, b.severity) ||
    changedFirst(a) - changedFirst(b) ||
    compareConfidence(a.confidence, b.confidence) ||
    compareFindings(a, b)
  );
}

function changedFirst(finding: Finding): number {
  return finding.changed === true ? 0 : 1;
}

export function ranked(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(compareRank);
}

export interface SeverityGroup {
  readonly severity: Severity;
  readonly findings: readonly Finding[];
}

/** Severities that have findings, worst first; the order inside is kept. */
export function bySeverity(findings: readonly Finding[]): readonly SeverityGroup[] {
  return SEVERITIES.map((severity) => ({
    severity,
    findings: findings.filter((finding) => finding.severity === severity),
  })).filter((group) => group.findings.length > 0);
}

export interface RuleGroup {
  readonly rule: string;
  readonly findings: readonly Finding[];
}

/** Rules in the order of their first finding; the order inside is kept. */
export function byRule(findings: readonly Finding[]): readonly RuleGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.rule);
    if (group) group.push(finding);
    else groups.set(finding.rule, [finding]);
  }
  return [...groups].map(([rule, found]) => ({ rule, findings: found }));
}
