#!/usr/bin/env node
/** The entry of `rustperf` and `cargo rustperf`: the process on one side, src/cli/ on the other. */
import type { Audit } from './cli/check.js';
import { run } from './cli/program.js';
import type { Stream } from './cli/terminal.js';
import { expectShortRun } from './short-run.js';

expectShortRun();

// A reader that has seen enough, such as `head`, is no failure; the exit status still tells what was found.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

let stop: AbortSignal | undefined;

// Help and the catalogue need not wait for the pipeline to load.
const audit: Audit = async (...inputs) => (await import('./audit.js')).audit(...inputs);

try {
  process.exitCode = await run(process.argv.slice(2), audit, {
    cwd: process.cwd(),
    env: process.env,
    out: streamOf(process.stdout),
    err: streamOf(process.stderr),
    interrupted,
  });
} catch (error) {
  process.stderr.write(
    `internal error, please report it at https://github.com/rustperf/action/issues\n${
      error instanceof Error ? (error.stack ?? error.message) : String(error)
    }\n`,
  );
  process.exitCode = 2;
}

function interrupted(): AbortSignal {
  if (stop === undefined) {
    const controller = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => controller.abort());
    stop = controller.signal;
  }
  return stop;
}

function streamOf(stream: NodeJS.WriteStream): Stream {
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY === true,
    width: stream.isTTY === true ? stream.columns : undefined,
  };
}
