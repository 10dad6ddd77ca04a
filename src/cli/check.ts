/** `rustperf check`: settings → audit → one report per output → exit status. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Known } from '../audit.js';
import type { KnownChanges } from '../host/changes.js';
import type { CiHost } from '../host/ci.js';
import { MOST_IN_LOG, type RenderOptions, renderers } from '../report/index.js';
import type { Report, ReportContext } from '../report/report.js';
import { loadSettings } from '../settings/load.js';
import { type Output, type Settings, SettingsError } from '../settings/settings.js';
import type { Told } from '../settings/told.js';
import type { Collect } from '../summaries/summarise.js';
import { withProgress } from './progress.js';
import { type ColorChoice, isWatched, type Terminal, wantsColor } from './terminal.js';

/** The pipeline, src/audit.ts. Without changes, every finding counts as much as any other. */
export type Audit = (
  settings: Settings,
  known?: Known,
  collect?: Collect,
) => Promise<{ readonly report: Report; readonly context: ReportContext }>;

export interface CheckOptions {
  readonly told: Told;
  readonly color: ColorChoice;
  readonly quiet: boolean;
  /** Detect the CI host, take its changed lines, and publish there. */
  readonly ci: boolean;
}

/** 0: nothing at or above `--fail-on`; 1: findings; 2: the audit is incomplete. */
export type ExitStatus = 0 | 1 | 2;

/** @throws SettingsError, ProjectError, RuleFileError when nothing can be audited */
export async function check(options: CheckOptions, audit: Audit, terminal: Terminal): Promise<ExitStatus> {
  // A cache that a checkout brings along is somebody's word for what their own code does.
  const told = options.ci ? { ...options.told, cache: false } : options.told;
  const settings = await loadSettings(told, { cwd: terminal.cwd });
  const host = options.ci ? await hostOf(terminal) : null;
  const run = async () =>
    audit(settings, {
      ...(await changesOf(settings, host, terminal)),
      ...(settings.clippy ? { clippy: await clippyOf(settings, options, terminal) } : {}),
    });
  const { report: audited, context } = options.quiet
    ? await run()
    : await withProgress('auditing', terminal, run);
  const report = host === null ? audited : await host.compare(audited, context, settings);
  for (const output of settings.outputs) await print(output, report, context, settings, options, terminal);
  if (host !== null) terminal.err.write(`published: ${await host.publish(report, context, settings)}\n`);
  return exitStatus(report, context, settings);
}

/** An audit that left work undone fails before its findings are counted, unless that is allowed. */
function exitStatus(
  report: Pick<Report, 'complete'>,
  context: Pick<ReportContext, 'gate'>,
  settings: Pick<Settings, 'allowIncomplete'>,
): ExitStatus {
  if (!report.complete && !settings.allowIncomplete) return 2;
  return context.gate.length > 0 ? 1 : 0;
}

/** Loaded when asked for: the clients of the hosts are larger than the rest of the tool. */
async function hostOf({ env }: Terminal): Promise<CiHost> {
  const { detectCi } = await import('../host/ci.js');
  return detectCi(env);
}

async function changesOf(settings: Settings, host: CiHost | null, { env }: Terminal): Promise<KnownChanges> {
  if (host !== null) return host.changes(settings);
  if (settings.changedSince === null) return { changes: null };
  const { changesSince } = await import('../host/ci.js');
  return changesSince(settings.changedSince, settings.root, env);
}

/** Compiles, and so runs, what the audited manifests say: only where the user asked for it. */
async function clippyOf(settings: Settings, { quiet }: CheckOptions, { env, err, interrupted }: Terminal) {
  const { runClippy } = await import('../clippy/run.js');
  const log = (text: string): void => (quiet ? undefined : err.write(text));
  return runClippy(settings, { env, signal: interrupted(), log });
}

async function print(
  { format, file }: Output,
  report: Report,
  context: ReportContext,
  settings: Settings,
  { color, quiet, ci }: CheckOptions,
  { out, env, cwd }: Terminal,
): Promise<void> {
  const render = await renderers[format]();
  if (file !== null) {
    save(file, render(report, context, {}), cwd);
    return;
  }
  const options: RenderOptions = {
    color: wantsColor(color, out, env),
    quiet,
    ...(ci && { most: MOST_IN_LOG }),
    ...(out.width !== undefined && { width: out.width }),
    ...(isWatched(out, env) && { hyperlinks: true, linkBase: ({ path }) => fileUrl(settings.root, path) }),
  };
  out.write(render(report, context, options));
}

function fileUrl(root: string, path: string): string {
  return pathToFileURL(`${root}/${path}`).href;
}

function save(file: string, text: string, cwd: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const shown = relative(cwd, file).split(sep).join('/');
    throw new SettingsError(`\`${shown}\` cannot be written: ${error.message}`, { cause: error });
  }
}
