/** Orders findings by how much they deserve a place where there is not room for all. */
import { compareConfidence, compareFindings, compareSeverity, type Finding } from './finding.js';

/** Negative when `a` deserves the place more: severity, then touched by the change, measured, sure, position. */
export function compareRank(a: Finding, b: Finding): number {
  return (
    compareSeverity(a.severity, b.severity) ||
    Number(a.changed === false) - Number(b.changed === false) ||
    Number(a.evidence.length === 0) - Number(b.evidence.length === 0) ||
    compareConfidence(a.confidence, b.confidence) ||
    compareFindings(a, b)
  );
}

/** The findings, best first; the input stays as it is. */
export function rank(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(compareRank);
}
