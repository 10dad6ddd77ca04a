/** Picks the findings that make a run fail. */
import type { Settings } from '../settings/settings.js';
import { compareConfidence, compareSeverity, type Finding } from './finding.js';

/**
 * At or above `failOn`, of at least medium confidence, and with `onlyChanged` on lines that the change touches.
 * Where the change is unknown (`changed` is null) everything counts: better red than wrongly green.
 */
export function gateOf(
  findings: readonly Finding[],
  settings: Pick<Settings, 'failOn' | 'onlyChanged'>,
): readonly Finding[] {
  const { failOn, onlyChanged } = settings;
  if (failOn === 'never') return [];
  return findings.filter(
    (finding) =>
      compareSeverity(finding.severity, failOn) <= 0 &&
      compareConfidence(finding.confidence, 'medium') <= 0 &&
      !(onlyChanged && finding.changed === false),
  );
}
