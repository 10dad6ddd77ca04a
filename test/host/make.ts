/** Small valid values for the tests of this room. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Bottleneck from 'bottleneck';
import { onTestFinished } from 'vitest';
import type { Finding } from '../../src/findings/finding.js';
import { gateOf } from '../../src/findings/gate.js';
import { connectGithub } from '../../src/host/github/client.js';
import type { GithubContext } from '../../src/host/github/context.js';
import type { PublishOptions } from '../../src/host/github/publish.js';
import type { Runner } from '../../src/host/github/runner.js';
import type { Annotation } from '../../src/report/annotations.js';
import type { Report, ReportContext } from '../../src/report/report.js';
import { finding } from '../findings/make.js';

export { finding };

/** An empty folder that is gone when the running test is over. */
export function folderForTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rustperf-host-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const SOURCE = [
  'use std::fs;',
  'async fn load() {',
  '    let text = fs::read_to_string("a.toml").unwrap();',
  '    let order = Ordering::SeqCst;',
  '}',
  '',
].join('\n');

export function report(findings: readonly Finding[], change: Partial<Report> = {}): Report {
  const count = (severity: string) => findings.filter((one) => one.severity === severity).length;
  return {
    schema: 1,
    tool: { name: 'rustperf', version: '0.0.0' },
    root: '.',
    complete: true,
    summary: {
      critical: count('critical'),
      warning: count('warning'),
      suggestion: count('suggestion'),
      suppressed: 0,
      baselined: 0,
    },
    stats: { files: 1, bytes: SOURCE.length, cached: 0, unparsedBytes: 0, durationMs: 5 },
    findings,
    notes: [],
    suggestedProfiles: [],
    ...change,
  };
}

export function contextOf(of: Report): ReportContext {
  return {
    rules: new Map(),
    source: (path) => (path.endsWith('.rs') ? SOURCE : undefined),
    gate: gateOf(of.findings, { failOn: 'critical', onlyChanged: false }),
    failOn: 'critical',
  };
}

/** `count` findings on lines of their own. */
export function many(count: number, change: Partial<Finding> = {}): Finding[] {
  return Array.from({ length: count }, (_, index) =>
    finding({
      line: index + 1,
      endLine: index + 1,
      path: `src/file${index % 7}.rs`,
      fingerprint: index.toString(16).padStart(32, '0'),
      ...change,
    }),
  );
}

export const GITHUB: GithubContext = {
  event: 'pull_request',
  owner: 'acme',
  repo: 'chat',
  sha: 'c'.repeat(40),
  ref: 'refs/pull/7/merge',
  serverUrl: 'https://github.test',
  apiUrl: '',
  workspace: '/nowhere',
  workflow: 'ci',
  job: 'audit',
  runId: 1,
  actor: 'ferris',
  defaultBranch: 'main',
  pullRequest: { number: 7, head: 'b'.repeat(40), base: 'a'.repeat(40), baseBranch: 'main', fromFork: false },
  mergeBranch: null,
  before: null,
  files: {},
};

export interface RecordedRunner extends Runner {
  readonly lines: string[];
  readonly annotations: Annotation[];
  readonly outputs: Map<string, unknown>;
  readonly summaries: string[];
  readonly failures: string[];
}

export function recordedRunner(): RecordedRunner {
  const lines: string[] = [];
  const annotations: Annotation[] = [];
  const outputs = new Map<string, unknown>();
  const summaries: string[] = [];
  const failures: string[] = [];
  return {
    lines,
    annotations,
    outputs,
    summaries,
    failures,
    log: (line) => lines.push(line),
    print: (text) => lines.push(text),
    fail: (message) => failures.push(message),
    annotate: (annotation) => annotations.push(annotation),
    setOutput: (name, value) => outputs.set(name, value),
    summarize: async (markdown) => {
      summaries.push(markdown);
    },
  };
}

/** Waits a thousandth of what the real client waits, and spaces nothing out. */
export function quickGithub(url: string, timeout = 5_000) {
  const free = () => new Bottleneck.Group({ maxConcurrent: 10 });
  return connectGithub({
    token: 'token',
    apiUrl: url,
    timeout,
    second: 1,
    throttle: { global: free(), write: free(), notifications: free(), search: free(), auth: free() },
  });
}

export function publishOptions(change: Partial<PublishOptions> & { runner: Runner }): PublishOptions {
  return {
    context: GITHUB,
    github: null,
    onlyChanged: false,
    prefix: '',
    comment: false,
    suggest: false,
    checkRun: true,
    uploadSarif: false,
    sarifFile: null,
    temp: '/tmp',
    ...change,
  };
}
