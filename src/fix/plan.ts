/** Findings become the changed files, and a reason for every fix that is left out. */
import { compareText, type Finding } from '../findings/finding.js';
import { chooseFixes, type Fixable, isFixable } from './choose.js';
import { type Opened, type OpenOptions, openForFix } from './files.js';
import { rewrite } from './rewrite.js';

export interface FileChange extends Opened {
  readonly newText: string;
}

export interface LeftOut {
  readonly finding: Finding;
  /** One clause. */
  readonly why: string;
}

export interface FixPlan {
  /** Sorted by path. */
  readonly changes: readonly FileChange[];
  /** What the changes fix, in the published order. */
  readonly fixes: readonly Fixable[];
  readonly leftOut: readonly LeftOut[];
  /** Fixes that may be wrong, and that were not asked for. */
  readonly unasked: number;
}

export interface PlanOptions extends OpenOptions {
  /** Fixes that may be incorrect, too. */
  readonly unsafe: boolean;
}

/** Reads the files that would change; writes nothing. */
export function planFixes(findings: readonly Finding[], options: PlanOptions): FixPlan {
  const fixable = findings.filter(isFixable);
  const wanted = fixable.filter(({ fix }) => options.unsafe || fix.applicability === 'machine-applicable');
  const opened = new Map<string, Opened | string>();
  for (const path of new Set(wanted.flatMap(({ fix }) => fix.edits.map((edit) => edit.path))))
    opened.set(path, openForFix(path, options));

  const refused = wanted.flatMap((finding) => refusal(finding, opened));
  const possible = wanted.filter((finding) => !refused.some((one) => one.finding === finding));
  const { chosen, overlaps, edits } = chooseFixes(possible);
  const changes = [...edits].flatMap(([path, list]): FileChange[] => {
    const file = opened.get(path);
    if (file === undefined || typeof file === 'string') return [];
    const newText = rewrite(file.text, list, !path.endsWith('.rs'));
    // Cannot be: `refusal` has tried each edit.
    if (newText === null) throw new Error(`the edits of ${path} do not fit its text`);
    return newText === file.text ? [] : [{ ...file, newText }];
  });
  return {
    changes: changes.sort((a, b) => compareText(a.path, b.path)),
    fixes: chosen,
    leftOut: [
      ...refused,
      ...overlaps.map(({ finding, with: other }) => ({
        finding,
        why: `it changes the same code as \`${other.rule}\` at line ${other.line}; run \`rustperf fix\` again`,
      })),
    ],
    unasked: fixable.length - wanted.length,
  };
}

function refusal(finding: Fixable, opened: ReadonlyMap<string, Opened | string>): LeftOut[] {
  for (const { path } of finding.fix.edits) {
    const file = opened.get(path);
    if (file === undefined) continue;
    if (typeof file === 'string') return [{ finding, why: file }];
    const alone = finding.fix.edits.filter((edit) => edit.path === path);
    if (rewrite(file.text, alone, !path.endsWith('.rs')) === null)
      return [{ finding, why: 'its place is not in the file; please report it' }];
  }
  return [];
}
