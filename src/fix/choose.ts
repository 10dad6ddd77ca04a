/** Picks the fixes that can be made together: each whole or not at all, and the first by position wins. */
import { compareFindings, compareText, type Edit, type Finding, type Fix } from '../findings/finding.js';

export type Fixable = Finding & { readonly fix: Fix };

export interface Overlap {
  readonly finding: Fixable;
  /** The chosen finding that changes the same code. */
  readonly with: Finding;
}

export interface Choice {
  /** In the published order. */
  readonly chosen: readonly Fixable[];
  readonly overlaps: readonly Overlap[];
  /** By path; sorted by position, none overlapping another. */
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
}

export function isFixable(finding: Finding): finding is Fixable {
  return finding.fix !== undefined && finding.fix.edits.length > 0;
}

/** An edit that two fixes share, such as the same `use`, is made once. */
export function chooseFixes(findings: readonly Fixable[]): Choice {
  const chosen: Fixable[] = [];
  const overlaps: Overlap[] = [];
  const made: { readonly edit: Edit; readonly by: Fixable }[] = [];
  for (const finding of [...findings].sort(compareFindings)) {
    const fresh = finding.fix.edits.filter((edit) => !made.some((other) => isSame(edit, other.edit)));
    const rival = made.find((other) => fresh.some((edit) => isOverlapping(edit, other.edit)));
    if (rival !== undefined) {
      overlaps.push({ finding, with: rival.by });
      continue;
    }
    chosen.push(finding);
    made.push(...fresh.map((edit) => ({ edit, by: finding })));
  }
  return { chosen, overlaps, edits: byPath(made.map(({ edit }) => edit)) };
}

function byPath(edits: readonly Edit[]): Map<string, Edit[]> {
  const sorted = [...edits].sort(
    (a, b) => compareText(a.path, b.path) || compareStarts(a, b) || compareEnds(a, b),
  );
  const found = new Map<string, Edit[]>();
  for (const edit of sorted) {
    const list = found.get(edit.path);
    if (list === undefined) found.set(edit.path, [edit]);
    else list.push(edit);
  }
  return found;
}

function isSame(a: Edit, b: Edit): boolean {
  return a.path === b.path && compareStarts(a, b) === 0 && compareEnds(a, b) === 0 && a.newText === b.newText;
}

/** Edits that only touch can both be made; two insertions at one point cannot, for nobody knows their order. */
function isOverlapping(a: Edit, b: Edit): boolean {
  if (a.path !== b.path) return false;
  if (compareStarts(a, b) === 0 && compareEnds(a, b) === 0) return true;
  return isBefore(a, b) && isBefore(b, a);
}

/** `a` starts before `b` ends. */
function isBefore(a: Edit, b: Edit): boolean {
  return a.line < b.endLine || (a.line === b.endLine && a.column < b.endColumn);
}

function compareStarts(a: Edit, b: Edit): number {
  return a.line - b.line || a.column - b.column;
}

function compareEnds(a: Edit, b: Edit): number {
  return a.endLine - b.endLine || a.endColumn - b.endColumn;
}
