/** The entry of the GitHub action: the process on one side, src/host/github/ on the other. */
import { join } from 'node:path';
import { audit } from './audit.js';
import type { ClippyRun } from './clippy/join.js';
import { type Bench, runAction } from './host/github/action.js';
import { runner } from './host/github/runner.js';
import type { Settings } from './settings/settings.js';
import { expectShortRun } from './short-run.js';
import { writeShard } from './summaries/shard.js';
import { version } from './version.js';

expectShortRun();

// Fails until the audit has said otherwise: a step that dies on the way must not be green.
process.exitCode = 2;

// A late answer to a request that was given up must not change the verdict.
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => {
    runner.log(
      `internal error, please report it at https://github.com/rustperf/action/issues: ${describe(error)}`,
    );
  });
}

/** Half an hour is the least that a job has; building several profiles takes most of it. */
const BENCH_BUDGET_S = 600;
const BENCH_LIMIT_S = 120;

/** Loaded when it is wanted: most jobs never measure. */
const bench: Bench = async (report, settings, { args, profiles, temp, log }) => {
  const { bench: run } = await import('./bench/bench.js');
  const { render } = await import('./bench/render/render.js');
  const suggested = report.suggestedProfiles[0] ?? null;
  const json = join(temp, 'rustperf-bench.json');
  const words = args.split(/\s+/).filter((word) => word !== '');
  const own = words.indexOf('--');
  let text = '';
  const interrupted = new AbortController();
  const interrupt = (): void => interrupted.abort();
  process.once('SIGTERM', interrupt).once('SIGINT', interrupt);
  const outcome = await run(
    {
      root: settings.root,
      shownRoot: settings.shownRoot,
      version,
      profiles: profiles.length === 0 ? null : profiles,
      profile: settings.profile ?? suggested?.profile ?? null,
      benches: [],
      budgetSeconds: BENCH_BUDGET_S,
      rounds: null,
      seed: null,
      limitSeconds: BENCH_LIMIT_S,
      replay: null,
      compare: null,
      selfTest: 0,
      instructions: false,
      relink: true,
      cargoArgs: own < 0 ? words : words.slice(0, own),
      benchArgs: own < 0 ? [] : words.slice(own + 1),
      trust: false,
      suggested,
      // The audit suggests `panic = "abort"` only where nothing relies on unwinding.
      reliesOnUnwinding: !suggested?.settings.some(({ key }) => key.endsWith('.panic')),
      deploy: settings.deploy,
      format: 'text',
      outputs: [{ format: 'json', file: json }],
    },
    {
      stdout: { write: (part: string) => (text += part) },
      stderr: { write: (part: string) => log(part.trimEnd()) },
      env: process.env,
      signal: interrupted.signal,
    },
  );
  const { data, result } = outcome;
  if (outcome.status !== 'measured' || data === null || result === null) {
    return outcome.reason ?? 'nothing was measured';
  }
  const chosen = result.candidates.find(({ arm }) => arm === result.recommendation.arm);
  const speedup = chosen?.effect === undefined || chosen.effect === null ? null : Math.exp(-chosen.effect);
  return { markdown: render('markdown', data, result), text, json, speedup };
};

/** Loaded when it is wanted, as above. */
async function clippy(settings: Settings): Promise<ClippyRun> {
  const { runClippy } = await import('./clippy/run.js');
  return runClippy(settings, {
    env: process.env,
    signal: new AbortController().signal,
    log: (text) => runner.log(text.trimEnd()),
  });
}

try {
  await runAction({
    env: process.env,
    runner,
    audit: async (settings, known, collect) =>
      audit(settings, settings.clippy ? { ...known, clippy: await clippy(settings) } : known, collect),
    collectShard: async (settings, part) => {
      const { collectShard } = await import('./shard.js');
      return writeShard(await collectShard(settings, part));
    },
    bench,
    decided: (status) => {
      process.exitCode = status;
    },
  });
} catch (error) {
  runner.fail(describe(error));
}
// Open connections and timers of requests that were given up would hold the job for minutes.
process.exit();

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
