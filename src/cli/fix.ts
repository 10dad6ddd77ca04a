/** `rustperf fix`: audit → plan → files, with cargo's word on the result where it is asked for. */
import type { Finding } from '../findings/finding.js';
import { applyChanges } from '../fix/apply.js';
import { unifiedDiff } from '../fix/diff.js';
import { type FixPlan, planFixes } from '../fix/plan.js';
import { cargoProblem } from '../fix/verify.js';
import { oneLine, printable } from '../report/escape.js';
import { loadSettings } from '../settings/load.js';
import { SettingsError } from '../settings/settings.js';
import type { Told } from '../settings/told.js';
import type { Audit, ExitStatus } from './check.js';
import { withProgress } from './progress.js';
import type { Terminal } from './terminal.js';

export interface FixOptions {
  readonly told: Told;
  /** Fixes that may be incorrect, too. */
  readonly unsafe: boolean;
  /** Print what would change, and change nothing. */
  readonly dryRun: boolean;
  /** Run `cargo check` on the result, and take everything back when it fails. */
  readonly verify: boolean;
}

/**
 * 0: every fix was applied, or there was none; 1: some were left out or taken back; 2: the audit is incomplete.
 * @throws SettingsError, ProjectError, RuleFileError when nothing can be audited or written
 */
export async function fix(options: FixOptions, audit: Audit, terminal: Terminal): Promise<ExitStatus> {
  const { err } = terminal;
  const settings = await loadSettings(options.told, { cwd: terminal.cwd });
  const since = Date.now();
  const { report, context } = await withProgress('auditing', terminal, () => audit(settings));
  for (const note of report.notes.filter(({ kind }) => kind === 'incomplete'))
    err.write(
      `incomplete: ${note.path === undefined ? '' : `${printable(note.path)}: `}${oneLine(note.message)}\n`,
    );
  const plan = planFixes(context.unfolded ?? report.findings, {
    root: settings.root,
    audited: context.source,
    since,
    unsafe: options.unsafe,
  });
  const status = options.dryRun ? show(plan, terminal) : await apply(plan, options, terminal);
  return report.complete || settings.allowIncomplete ? status : 2;
}

function show(plan: FixPlan, { out, err, env }: Terminal): ExitStatus {
  const diff = unifiedDiff(plan.changes);
  // A terminal or a CI log is read by more than people; a file or a pipe must get the diff as it is.
  out.write(out.isTerminal || env.CI ? diff.split('\n').map(shownLine).join('\n') : diff);
  err.write(leftOutLines(plan) + closing(plan, 'would be applied'));
  return plan.leftOut.length > 0 ? 1 : 0;
}

function shownLine(line: string): string {
  return printable(line.replace(/\r$/, '')).replace(/^([ +-]?\s*):(?=:)/, '$1\u02d0');
}

async function apply(plan: FixPlan, { verify }: FixOptions, terminal: Terminal): Promise<ExitStatus> {
  const { out, err, env } = terminal;
  const undo = write(plan);
  if (verify && plan.changes.length > 0) {
    const signal = terminal.interrupted();
    const files = plan.changes.map(({ file }) => file);
    let problem: string | null;
    try {
      problem = await withProgress('cargo check', terminal, () => cargoProblem(files, { env, signal }));
    } catch (error) {
      undo();
      throw error;
    }
    if (problem !== null) {
      undo();
      err.write(`${problem.split('\n').map(printable).join('\n')}\n`);
      err.write(`error: ${fixes(plan.fixes.length)} taken back, because cargo check failed with them\n`);
      return 1;
    }
  }
  for (const finding of plan.fixes) out.write(`fixed ${fixLine(finding)}\n`);
  out.write(leftOutLines(plan) + closing(plan, verify ? 'applied, and cargo check passes' : 'applied'));
  return plan.leftOut.length > 0 ? 1 : 0;
}

function write({ changes }: FixPlan): () => void {
  try {
    return applyChanges(changes);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new SettingsError(`nothing was changed: ${error.message}`, { cause: error });
  }
}

function fixLine(finding: Finding): string {
  return `${place(finding)}: ${oneLine(finding.fix?.title ?? finding.help)}`;
}

function place({ path, line, column, rule }: Finding): string {
  return `${printable(path)}:${line}:${column} \`${printable(rule)}\``;
}

function leftOutLines({ leftOut }: FixPlan): string {
  return leftOut.map(({ finding, why }) => `left out ${place(finding)}: ${oneLine(why)}\n`).join('');
}

function closing({ fixes: made, changes, leftOut, unasked }: FixPlan, done: string): string {
  const files = changes.length === 1 ? '1 file' : `${changes.length} files`;
  const parts = [
    made.length === 0 ? 'no fix to apply' : `${fixes(made.length)} in ${files} ${done}`,
    ...(leftOut.length === 0 ? [] : [`${leftOut.length} left out`]),
    ...(unasked === 0
      ? []
      : [`${fixes(unasked)} may be incorrect and ${unasked === 1 ? 'waits' : 'wait'} for \`--unsafe\``]),
  ];
  return `${parts.join('; ')}\n`;
}

function fixes(count: number): string {
  return count === 1 ? '1 fix' : `${count} fixes`;
}
