import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/findings/finding.js';
import { annotate } from '../../src/report/annotations.js';
import { at, finding, large, SAMPLE } from './factory.js';

const NOTHING = { error: 0, warning: 0, notice: 0 };

/** So many warnings, each in a file of its own. */
function warnings(number: number): readonly Finding[] {
  return Array.from({ length: number }, (_, index) =>
    finding(
      'unbounded-channel',
      { path: `src/f${index}.rs`, line: 1, column: 1, endLine: 1, endColumn: 2 },
      'm',
    ),
  );
}

describe('annotations', () => {
  test('come worst first, new before old, with title, message and help', () => {
    const { records, leftOut } = annotate(SAMPLE);
    expect(records.map((record) => [record.level, record.line])).toEqual([
      ['error', 10],
      ['error', 15],
      ['error', 11],
      ['warning', 16],
      ['notice', 7],
    ]);
    expect(records[0]).toEqual({
      level: 'error',
      path: 'src/rooms.rs',
      line: 10,
      endLine: 10,
      column: 24,
      endColumn: 42,
      title: 'critical: blocking-fs-in-async',
      message:
        '`load_greeting` reads a file on the async worker thread\nhelp: use `tokio::fs::read_to_string(…).await`, or move the call into `spawn_blocking`',
    });
    expect(leftOut).toEqual(NOTHING);
  });

  test('have no columns over several lines, as GitHub refuses them there', () => {
    const place = at('src/rooms.rs', 'fetch(\n            &self.client,');
    const [record] = annotate([finding('unbounded-channel', place, 'm')]).records;
    expect(record).toMatchObject({ line: 17, endLine: 18, column: null, endColumn: null });
  });

  test('stop at ten of a level and count the rest', () => {
    const { records, leftOut } = annotate([
      ...warnings(25),
      ...SAMPLE.filter((each) => each.severity === 'critical'),
    ]);
    expect(records.filter((record) => record.level === 'warning')).toHaveLength(10);
    expect(records.filter((record) => record.level === 'error')).toHaveLength(3);
    expect(leftOut).toEqual({ ...NOTHING, warning: 15 });
  });

  test('share one place when a rule fires often in a file and there are too many', () => {
    const inOneFile = warnings(12).map((each, index) => ({
      ...each,
      path: 'src/f.rs',
      line: index + 1,
      endLine: index + 1,
    }));
    const { records, leftOut } = annotate(inOneFile);
    expect(records).toHaveLength(1);
    expect(records[0]?.message).toBe(
      'm\nand 11 more places in this file: lines 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …',
    );
    expect(leftOut).toEqual(NOTHING);
  });

  test('respect what other steps of the job have used up', () => {
    const { records, leftOut } = annotate([...warnings(10), ...SAMPLE], { alreadyUsed: 46 });
    expect(records.map((record) => record.level)).toEqual(['error', 'error', 'error', 'warning']);
    expect(leftOut).toEqual({ error: 0, warning: 10, notice: 1 });
  });

  test('show only what the change brings when asked to, and everything while no change is known', () => {
    expect(annotate(SAMPLE, { onlyChanged: true }).records).toHaveLength(3);
    expect(annotate(warnings(3), { onlyChanged: true }).records).toHaveLength(3);
  });

  test('name files from the root of the repository', () => {
    const { records } = annotate(SAMPLE, { repositoryPath: (path) => `services/chat/${path}` });
    expect(records[0]?.path).toBe('services/chat/src/rooms.rs');
  });

  test('account for every finding', () => {
    const { findings } = large(2000);
    const { records, leftOut } = annotate(findings);
    const shared = records.reduce(
      (sum, { message }) => sum + 1 + Number(/and (\d+) more/.exec(message)?.[1] ?? 0),
      0,
    );
    expect(shared + leftOut.error + leftOut.warning + leftOut.notice).toBe(2000);
    expect(records).toHaveLength(30);
  });
});
