/** Budgets become rounds and benchmarks that can still tell something, in an order that favours no arm. */
import { describe, expect, it } from 'vitest';
import { fitBudget, type PlanRequest, plan } from '../../src/bench/plan.js';
import { schedule } from '../../src/bench/schedule.js';
import { pairsNeeded } from '../../src/bench/statistics.js';

const usual: PlanRequest = { units: 8, arms: 5, candidates: 3, budgetSeconds: 600, rounds: null, seed: 1 };

describe('a plan', () => {
  it('aims at fifteen rounds and measures everything when there is time', () => {
    const planned = plan(usual);
    expect(planned.rounds).toBeGreaterThanOrEqual(15);
    expect(planned.chosen).toHaveLength(8);
    expect(planned.runSeconds).toBeGreaterThan(0.3);
  });

  it('never has fewer rounds than the correction needs', () => {
    for (const units of [1, 20, 300]) {
      const planned = plan({ ...usual, units, budgetSeconds: 3600 * units });
      expect(planned.rounds).toBeGreaterThan(pairsNeeded(units * usual.candidates, 0.01));
    }
  });

  it('samples benchmarks by the seed when the budget is small', () => {
    const small = { ...usual, units: 200, budgetSeconds: 120 };
    const { chosen } = plan(small);
    expect(chosen.length).toBeGreaterThan(0);
    expect(chosen.length).toBeLessThan(10);
    expect(plan(small).chosen).toEqual(chosen);
    expect(plan({ ...small, seed: 2 }).chosen).not.toEqual(chosen);
  });

  it('keeps at least one benchmark, and does what it is told about rounds', () => {
    const planned = plan({ ...usual, budgetSeconds: 1, rounds: 12 });
    expect(planned.chosen).toHaveLength(1);
    expect(planned.rounds).toBe(12);
  });

  it('gives up rounds first and the slowest benchmarks next', () => {
    const request = { ...usual, units: 3, budgetSeconds: 300 };
    const planned = plan(request);
    const { rounds, kept } = fitBudget([1, 30, 1], planned, request);
    expect(kept).toEqual([0, 2]);
    expect(rounds).toBe(25);
    expect(fitBudget([5, 5, 5], planned, request)).toEqual({ rounds: planned.fewestRounds, kept: [2] });
  });
});

describe('a schedule', () => {
  const arms = ['base', 'control', 'thin', 'fat'];
  const blocks = schedule(
    ['pick', 'press'].map((unit) => ({ unit, arms })),
    16,
    7,
  );

  it('runs every arm of every benchmark once a round', () => {
    expect(blocks).toHaveLength(32);
    for (const block of blocks) expect(block.arms.toSorted()).toEqual(arms.toSorted());
  });

  it('puts every arm in every place equally often', () => {
    for (const unit of ['pick', 'press']) {
      for (const arm of arms) {
        for (let place = 0; place < arms.length; place += 1) {
          const there = blocks.filter((block) => block.unit === unit && block.arms[place] === arm);
          expect(there).toHaveLength(4);
        }
      }
    }
  });

  it('is the same for the same seed and another for another', () => {
    const again = (seed: number) =>
      schedule([{ unit: 'pick', arms }], 16, seed).map((block) => block.arms.join());
    expect(again(7)).toEqual(again(7));
    expect(again(7)).not.toEqual(again(8));
  });
});
