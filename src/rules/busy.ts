/** How much a saving weighs: where requests pass, or on the way to one result. */
import type { Confidence } from '../findings/finding.js';
import type { Program, Sighting } from '../program/program.js';

/**
 * Rules of many small savings are surest of themselves in code that requests run through; elsewhere, what they
 * find is true, and less often worth a change.
 * @param usual The confidence where it matters.
 */
export function confidenceByLoad(
  program: Program,
  sighting: Sighting,
  usual: Confidence = 'medium',
): Confidence {
  return usual === 'low' || program.inHandler(sighting) ? usual : 'medium';
}

const SIDE_DOORS =
  /(?:^|[/_])(?:health\w*|metrics|tracing|admin|console|debug|prometheus|status|\w*auth|captive\w*|test_helpers?|test_utils?)(?:[/_.]|$)/;

/** A file that serves probes, operators or tests: one small answer now and then. */
export function isSideDoor(file: string): boolean {
  return SIDE_DOORS.test(file);
}
