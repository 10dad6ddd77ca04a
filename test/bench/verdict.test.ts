/** Verdicts say no more than the rounds carry, and every path to each of the five is shown. */
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/bench/random.js';
import { detectableEffect, judgeEvidence, weigh, weighControl } from '../../src/bench/verdict.js';

/** Symmetric scatter of the given half-width around a log ratio. */
function rounds(count: number, effect: number, scatter: number, seed = 1): number[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => effect + scatter * (random() * 2 - 1));
}

const steady = weighControl(rounds(15, 0, 0.005), 1);

describe('a verdict', () => {
  it.each([
    ['faster', -0.1, 0.02],
    ['slower', 0.1, 0.02],
    ['equivalent', 0.001, 0.004],
    ['inconclusive', 0.015, 0.1],
  ])('of %s for an effect of %d with a scatter of %d', (verdict, effect, scatter) => {
    const evidence = weigh(rounds(15, effect, scatter), 1);
    expect(judgeEvidence(evidence, evidence.p, steady)).toBe(verdict);
  });

  it('is void when two equal copies differ', () => {
    const broken = weighControl(rounds(15, 0.05, 0.01), 1);
    const evidence = weigh(rounds(15, -0.3, 0.01), 1);
    expect(broken.holds).toBe(false);
    expect(judgeEvidence(evidence, evidence.p, broken)).toBe('void');
  });

  it('is never faster below one percent, however sure the test is', () => {
    const evidence = weigh(rounds(20, -0.006, 0.0005), 1);
    expect(evidence.p).toBeLessThan(0.001);
    expect(judgeEvidence(evidence, evidence.p, steady)).toBe('equivalent');
  });

  it('is never faster within the spread of the control', () => {
    const noisy = weighControl(rounds(15, 0, 0.2), 1);
    const evidence = weigh(rounds(15, -0.03, 0.001), 1);
    expect(judgeEvidence(evidence, evidence.p, noisy)).toBe('inconclusive');
  });

  it('waits for enough rounds when there are many comparisons', () => {
    const evidence = weigh(rounds(10, -0.2, 0.01), 1);
    expect(judgeEvidence(evidence, evidence.p * 4, steady)).toBe('faster');
    expect(judgeEvidence(evidence, evidence.p * 40, steady)).toBe('inconclusive');
  });
});

it('is never equivalent after a handful of rounds, however alike they are', () => {
  const evidence = weigh(rounds(7, 0.001, 0.001), 1);
  expect(judgeEvidence(evidence, evidence.p, steady)).toBe('inconclusive');
});

describe('the detectable effect', () => {
  const evidence = weigh(rounds(15, 0, 0.03), 1);
  const detectable = detectableEffect(evidence, 1, steady);

  it('is an effect that would have been called, and a smaller one would not', () => {
    const shifted = (by: number) => {
      const moved = weigh(
        evidence.logs.map((log) => log - evidence.effect + by),
        1,
      );
      return judgeEvidence(moved, moved.p, steady);
    };
    expect(shifted(detectable + 0.001)).toBe('slower');
    expect(shifted(detectable - 0.001)).not.toBe('slower');
  });

  it('is infinite when no effect could pass the correction', () => {
    expect(detectableEffect(weigh(rounds(8, 0, 0.03), 1), 10, steady)).toBe(Number.POSITIVE_INFINITY);
  });
});

it('alarms in at most one of a hundred runs when nothing differs', () => {
  let alarms = 0;
  for (let seed = 1; seed <= 150; seed += 1) {
    const control = weighControl(rounds(15, 0, 0.08, seed), 1);
    const evidence = weigh(rounds(15, 0, 0.08, seed + 10_000), 1);
    const verdict = judgeEvidence(evidence, evidence.p, control);
    if (verdict === 'faster' || verdict === 'slower') alarms += 1;
  }
  expect(alarms).toBeLessThanOrEqual(2);
});
