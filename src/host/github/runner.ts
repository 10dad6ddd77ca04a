/** The runner's own channels, which need no token: log, annotations, outputs, summary. */
import { randomUUID } from 'node:crypto';
import * as core from '@actions/core';
import type { Annotation } from '../../report/annotations.js';

export interface Runner {
  readonly log: (line: string) => void;
  /** Text from the repository: nothing in it is taken for a command. */
  readonly print: (text: string) => void;
  /** An error of the run itself, shown on the workflow's page. */
  readonly fail: (message: string) => void;
  readonly annotate: (annotation: Annotation) => void;
  readonly setOutput: (name: string, value: string | number | boolean) => void;
  /** Adds Markdown to the step's summary; GitHub drops a summary above 1 MiB. */
  readonly summarize: (markdown: string) => Promise<void>;
}

export const runner: Runner = {
  log: (line) => core.info(guarded(line)),
  print(text) {
    const word = randomUUID();
    core.info(`::stop-commands::${word}`);
    core.info(text.replace(/\n+$/, ''));
    core.info(`::${word}::`);
  },
  fail: (message) => core.error(message, { title: 'rustperf could not audit' }),
  annotate({ level, path, line, endLine, column, endColumn, title, message }) {
    const place = {
      title,
      file: path,
      startLine: line,
      endLine,
      ...(column === null ? {} : { startColumn: column }),
      ...(endColumn === null ? {} : { endColumn }),
    };
    COMMANDS[level](message, place);
  },
  setOutput: (name, value) => core.setOutput(name, value),
  async summarize(markdown) {
    await core.summary.addRaw(markdown, true).write();
    core.summary.emptyBuffer();
  },
};

const COMMANDS = { error: core.error, warning: core.warning, notice: core.notice };

/** A line that begins with two colons would be a command. */
function guarded(line: string): string {
  return line.replace(/^(\s*)::/, '$1\u200b::').replaceAll('##[', '#\u200b#[');
}
