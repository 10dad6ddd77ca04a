import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/findings/finding.js';
import { renderSarif, type SarifOptions } from '../../src/report/sarif.js';
import { at, context, finding, large, report, SAMPLE } from './factory.js';
import { hostileText, hostileWords } from './hostile.js';

function sarif(findings: readonly Finding[], options: SarifOptions = {}) {
  const log: Log = JSON.parse(renderSarif(report(findings), context(findings), options));
  const [run] = log.runs;
  if (!run) throw new Error('no run');
  return { run, rules: run.tool.driver.rules ?? [], results: run.results ?? [] };
}

describe('SARIF', () => {
  test('describes each rule as code scanning wants it', () => {
    const { rules } = sarif(SAMPLE);
    const rule = rules.find(({ id }) => id === 'blocking-fs-in-async');
    expect(rule).toMatchObject({
      name: 'BlockingFsInAsync',
      shortDescription: { text: 'Blocking file access on an async worker thread.' },
      helpUri: 'https://github.com/rustperf/action/blob/v1/rules/README.md#blocking-fs-in-async',
      defaultConfiguration: { level: 'error' },
      properties: {
        precision: 'very-high',
        'problem.severity': 'error',
        tags: ['performance', 'rust', 'async'],
      },
    });
    expect(rule?.help?.markdown).toContain('```rust');
  });

  test('never claims to be about security', () => {
    expect(renderSarif(report(SAMPLE), context(SAMPLE))).not.toContain('security');
  });

  test('points at code by relative, encoded paths and UTF-16 columns', () => {
    const place = { ...at('src/rooms.rs', 'load_greeting(room)'), path: 'src/my rooms#1.rs' };
    const { run, results } = sarif([finding('blocking-fs-in-async', place, 'm')]);
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(results[0]?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'src/my%20rooms%231.rs', uriBaseId: '%SRCROOT%' },
      region: { startLine: 10, startColumn: 24, endLine: 10, endColumn: 43 },
    });
  });

  test('cuts long regions to their first line', () => {
    const place = { path: 'src/rooms.rs', line: 9, column: 5, endLine: 23, endColumn: 6 };
    const { results } = sarif([finding('unbounded-channel', place, 'm')]);
    expect(results[0]?.locations?.[0]?.physicalLocation?.region).toEqual({
      startLine: 9,
      startColumn: 5,
      endLine: 9,
      endColumn: 81,
    });
  });

  test('carries the second places, the fix and the measured weight', () => {
    const { results } = sarif(SAMPLE);
    expect(results[1]?.relatedLocations?.[0]).toMatchObject({
      id: 1,
      message: { text: '`std::fs::read_to_string` blocks here.' },
    });
    expect(results[1]?.message.text).toContain('Measured: 12.4 % of all samples.');
    expect(results[0]?.fixes?.[0]?.artifactChanges[0]?.replacements).toEqual([
      {
        deletedRegion: { startLine: 7, startColumn: 17, endLine: 7, endColumn: 19 },
        insertedContent: { text: '1' },
      },
    ]);
  });

  test('has one identity for a finding; the line hash only where the API needs it', () => {
    const print = SAMPLE[0]?.fingerprint;
    expect(sarif(SAMPLE).results[0]?.partialFingerprints).toEqual({ 'rustperf/v1': print });
    expect(sarif(SAMPLE, { forUpload: true }).results[0]?.partialFingerprints).toEqual({
      'rustperf/v1': print,
      primaryLocationLineHash: `${print}:1`,
    });
  });

  test('says when the audit was incomplete', () => {
    const log: Log = JSON.parse(
      renderSarif(
        report([], { complete: false, notes: [{ kind: 'incomplete', path: 'a.rs', message: 'not read' }] }),
        context([]),
      ),
    );
    expect(log.runs[0]?.invocations?.[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: 'error', message: { text: 'not read' } }],
    });
  });

  test('above the limit keeps the worst, in published order, and says how many are missing', () => {
    const { run, results } = sarif(SAMPLE, { limits: { results: 3, gzippedBytes: 10_000_000 } });
    expect(results.map((result) => result.level)).toEqual(['error', 'error', 'error']);
    expect(run.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toContain(
      '2 findings of lower rank left out',
    );
  });

  test('stays below the size limit', () => {
    const { findings, files } = large(3000);
    const limits = { results: 25_000, gzippedBytes: 60_000 };
    const text = renderSarif(report(findings), context(findings, files), { limits });
    expect(gzipSync(text).length).toBeLessThanOrEqual(limits.gzippedBytes);
    const log: Log = JSON.parse(text);
    expect(log.runs[0]?.results?.length).toBeGreaterThan(500);
  });

  test('obeys the official schema, whatever the text', () => {
    // The validator's package for this platform carries the schema; elsewhere the slow suite does the checking.
    const path = schemaPath();
    if (path === undefined) return;
    const schema = JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, ''));
    const validate = new Ajv({ strict: false, validateFormats: false, validateSchema: false }).compile({
      ...schema,
      $schema: undefined,
    });
    fc.assert(
      fc.property(hostileWords, hostileText, (path, message) => {
        const place = { path, line: 1, column: 1, endLine: 9, endColumn: 2 };
        const found = [
          ...SAMPLE,
          finding('unbounded-channel', place, message, { help: message, related: [{ ...place, message }] }),
        ];
        const text = renderSarif(report(found), context(found));
        validate(JSON.parse(text));
        expect(validate.errors ?? []).toEqual([]);
        expect(text).not.toMatch(/\\ud[89a-f]/i);
      }),
      { numRuns: 50 },
    );
  });
});

function schemaPath(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(
      `@microsoft/sarif-multitool-${process.platform}/sarif-2.1.0.json`,
    );
  } catch {
    return undefined;
  }
}
