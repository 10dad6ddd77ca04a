/** How much a saving weighs: where requests pass, or on the way to one result. */
import type { Confidence } from '../findings/finding.js';
import type { Program, Sighting } from '../program/program.js';

/**
 * Rules of many small savings are sure of themselves only in code that requests run through; elsewhere, what they
 * find is true and yet seldom worth a change.
 * @param usual The confidence where it matters.
 */
export function confidenceByLoad(
  program: Program,
  sighting: Sighting,
  usual: Confidence = 'medium',
): Confidence {
  return program.inHandler(sighting) ? usual : 'low';
}

const SIDE_DOORS =
  /(?:^|[/_])(?:health\w*|metrics|tracing|admin|console|debug|prometheus|status|\w*auth|captive\w*|test_helpers?|test_utils?)(?:[/_.]|$)/;

/** A file that serves probes, operators or tests: one small answer now and then. */
export function isSideDoor(file: string): boolean {
  return SIDE_DOORS.test(file);
}
