/** Rounds, units and arms become one reproducible order in which no arm is favoured by its place. */
import { type Random, seededRandom, shuffled } from './random.js';

/** All arms of one unit in one round, run back to back. */
export interface Block<U> {
  /** 0-based. */
  readonly round: number;
  readonly unit: U;
  /** Arm ids in the order to run them. */
  readonly arms: readonly string[];
}

/**
 * Units are in random order in each round. Over every k rounds of k arms each arm of a unit stands
 * once in every place (a random Latin square, drawn anew each time), so that warm-up and drift within a block cancel.
 */
export function schedule<U>(
  units: readonly { readonly unit: U; readonly arms: readonly string[] }[],
  rounds: number,
  seed: number,
): Block<U>[] {
  const random = seededRandom(seed);
  const orders = units.map(({ arms }) => balancedOrders(arms, rounds, random));
  return Array.from({ length: rounds }, (_, round) =>
    shuffled([...units.keys()], random).flatMap((index): Block<U>[] => {
      const entry = units[index];
      return entry === undefined
        ? []
        : [{ round, unit: entry.unit, arms: orders[index]?.[round] ?? entry.arms }];
    }),
  ).flat();
}

function balancedOrders(arms: readonly string[], rounds: number, random: Random): string[][] {
  const orders: string[][] = [];
  while (orders.length < rounds) {
    const base = shuffled(arms, random);
    const rows = base.map((_, shift) => [...base.slice(shift), ...base.slice(0, shift)]);
    orders.push(...shuffled(rows, random));
  }
  return orders.slice(0, rounds);
}
