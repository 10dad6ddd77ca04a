/** The SARIF project's own validator accepts our logs, by the standard's rules and by GitHub's. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderSarif } from '../../src/report/sarif.js';
import { context, finding, large, report, SAMPLE } from '../report/factory.js';

const binary: string = createRequire(import.meta.url)('@microsoft/sarif-multitool');
let dir = '';

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'rustperf-sarif-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** The validator's complaints as `error SARIF1002`; its notes are style advice, such as numbered rule ids. */
function complaints(text: string): readonly string[] {
  const input = join(dir, 'input.sarif');
  const output = join(dir, 'output.sarif');
  writeFileSync(input, text);
  const args = [
    'validate',
    input,
    '--output',
    output,
    '--rule-kind',
    'Sarif;Ghas',
    '--level',
    'Error;Warning',
    '--log',
    'ForceOverwrite',
  ];
  const run = spawnSync(binary, args, { encoding: 'utf8' });
  if (run.error) throw run.error;
  const log: Log = JSON.parse(readFileSync(output, 'utf8').replace(/^\ufeff/, ''));
  return (log.runs[0]?.results ?? []).map((result) => `${result.level ?? 'warning'} ${result.ruleId}`);
}

describe('the official validator', () => {
  test('accepts a report with everything in it', () => {
    const notes = [
      { kind: 'incomplete', path: 'src/odd name.rs', message: 'not audited: it is not UTF-8' },
    ] as const;
    expect(complaints(renderSarif(report(SAMPLE, { complete: false, notes }), context(SAMPLE)))).toEqual([]);
    expect(complaints(renderSarif(report(SAMPLE), context(SAMPLE), { forUpload: true }))).toEqual([]);
  });

  test('accepts an empty report', () => {
    expect(complaints(renderSarif(report([]), context([])))).toEqual([]);
  });

  test('accepts hostile paths and messages', () => {
    const place = { path: 'src/[x](1)/%2e%2e/ä b#?.rs', line: 1, column: 1, endLine: 30, endColumn: 2 };
    const found = [finding('unbounded-channel', place, 'see [this](0) {0} <b>\u202e\u0000 ')];
    expect(complaints(renderSarif(report(found), context(found)))).toEqual([]);
  });

  test('accepts the 25,000 worst of 30,000 findings, which is what code scanning takes', () => {
    const { findings, files } = large(30_000);
    const text = renderSarif(report(findings), context(findings, files));
    const log: Log = JSON.parse(text);
    expect(log.runs[0]?.results).toHaveLength(25_000);
    expect(complaints(text)).toEqual([]);
  }, 300_000);

  test('would complain about a broken log', () => {
    expect(
      complaints(renderSarif(report(SAMPLE), context(SAMPLE)).replace('"startLine":7', '"startLine":0')),
    ).not.toEqual([]);
  });
});
