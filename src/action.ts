/** The entry of the GitHub action: the process on one side, src/host/github/ on the other. */
import { audit } from './audit.js';
import { runAction } from './host/github/action.js';
import { runner } from './host/github/runner.js';

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

try {
  await runAction({
    env: process.env,
    runner,
    audit,
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
