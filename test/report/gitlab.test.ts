import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/findings/finding.js';
import { renderGitlab } from '../../src/report/gitlab.js';
import { context, report, SAMPLE } from './factory.js';
import { hostileText } from './hostile.js';

function issues(findings: readonly Finding[], options = {}) {
  return JSON.parse(renderGitlab(report(findings), context(findings), options));
}

describe('the Code Quality report', () => {
  test('is an array without a byte order mark, also when empty', () => {
    expect(renderGitlab(report([]), context([]))).toBe('[]\n');
    expect(renderGitlab(report(SAMPLE), context(SAMPLE)).charCodeAt(0)).toBe('['.charCodeAt(0));
  });

  test('has the fields that GitLab reads', () => {
    expect(issues(SAMPLE)[1]).toEqual({
      type: 'issue',
      check_name: 'blocking-fs-in-async',
      description:
        '`load_greeting` reads a file on the async worker thread; use `tokio::fs::read_to_string(…).await`, or move the call into `spawn_blocking`',
      categories: ['Performance'],
      severity: 'blocker',
      fingerprint: SAMPLE[1]?.fingerprint,
      location: { path: 'src/rooms.rs', lines: { begin: 10, end: 10 } },
    });
  });

  test('spreads three severities over five: what fails the run blocks', () => {
    const [suggestion, critical] = SAMPLE;
    if (!suggestion || !critical) throw new Error('the sample is too small');
    const doubtful = { ...critical, confidence: 'low', fingerprint: 'abc' } as const;
    const levels = issues([suggestion, { ...suggestion, confidence: 'medium' }, critical, doubtful]);
    expect(levels.map((issue: { severity: string }) => issue.severity)).toEqual([
      'minor',
      'info',
      'blocker',
      'critical',
    ]);
  });

  test('gives paths below the repository, which may lie above the audited root', () => {
    const paths = issues(SAMPLE, { repositoryPath: (path: string) => `./services/chat/${path}` });
    expect(paths[0].location.path).toBe('services/chat/Cargo.toml');
  });

  test('never repeats a fingerprint', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'a-2', 'a-3', 'b')), hostileText, (fingerprints, message) => {
        const [sample] = SAMPLE;
        const findings = fingerprints.flatMap((fingerprint) =>
          sample ? [{ ...sample, fingerprint, message }] : [],
        );
        const seen = issues(findings).map((issue: { fingerprint: string }) => issue.fingerprint);
        expect(new Set(seen).size).toBe(findings.length);
      }),
    );
  });
});
