/** Which findings a measurement speaks of, from when on, and which finding it becomes where no rule saw anything. */
import type { Spot, SpotKind } from './spots.js';

export interface RuleFacts {
  readonly id: string;
  readonly area: string;
}

interface Meaning {
  /** Hot enough to make a finding worse. */
  readonly isHot: (spot: Spot<unknown>) => boolean;
  readonly speaksOf: (rule: RuleFacts) => boolean;
  /** Hot enough to be told where no rule found anything, and the rule that tells it. */
  readonly alone: { readonly rule: string; readonly isStrong: (spot: Spot<unknown>) => boolean } | null;
}

/** Shares from which code is hot, and from which it stands alone. */
const HOT = 0.01;
const STRONG = 0.05;
/** Sizes of futures in bytes. */
const LARGE = 4096;
const VERY_LARGE = 16_384;
/** tokio's own warnings start at a poll of 10 ms, in nanoseconds. */
const LONG_POLL = 10e6;
/** A function that became this many copies is worth a look. */
const COPIES = 20;
/** Fewer allocations say nothing about the running program. */
const FEW_BLOCKS = 1000;

const isHot = (spot: Spot<unknown>) => spot.share >= HOT;
const blocking = /^(?:blocking-|block-on-)|^(?:cpu-heavy-in-async|regex-compiled-hot|busy-poll)$/;
const locks =
  /^(?:locked-map|http-client-in-mutex|async-mutex-unneeded|sync-guard-across-await|rayon-blocking-in-parallel|dashmap-ref-across-await)$/;
const copies = /clone|owned|copy|to-vec|cow-candidate/;
const writes = /^(?:unbuffered-|flush-in-loop$|sequential-writes$|blocking-io|blocking-fs|blocking-net)/;

export const MEANINGS: Readonly<Record<SpotKind, Meaning>> = {
  cpu: {
    isHot,
    speaksOf: ({ id, area }) =>
      ['memory', 'serialization', 'errors', 'clippy'].includes(area) || id === 'cpu-heavy-in-async',
    alone: { rule: 'hot-function', isStrong: (spot) => spot.share >= STRONG && spot.weight >= 20 },
  },
  allocation: {
    isHot,
    speaksOf: ({ id, area }) => ['memory', 'errors', 'serialization'].includes(area) || copies.test(id),
    alone: {
      rule: 'hot-allocation',
      isStrong: (spot) => spot.unit === 'blocks' && spot.share >= STRONG && spot.weight >= FEW_BLOCKS,
    },
  },
  copy: { isHot, speaksOf: ({ id }) => copies.test(id), alone: null },
  io: { isHot, speaksOf: ({ id }) => writes.test(id), alone: null },
  lock: {
    isHot,
    speaksOf: ({ id }) => locks.test(id),
    alone: { rule: 'hot-lock', isStrong: (spot) => spot.unit === 'ns' && spot.share >= STRONG },
  },
  'cache-line': {
    isHot,
    speaksOf: ({ id }) => id === 'false-sharing' || id === 'seqcst-ordering',
    alone: { rule: 'measured-false-sharing', isStrong: (spot) => spot.share >= HOT && spot.second >= 2 },
  },
  poll: {
    isHot: (spot) => spot.weight >= LONG_POLL,
    speaksOf: ({ id }) => blocking.test(id),
    alone: { rule: 'long-poll', isStrong: (spot) => spot.weight >= LONG_POLL },
  },
  size: {
    isHot: (spot) => spot.weight >= LARGE,
    speaksOf: ({ id }) => id === 'large-future' || id === 'large-enum-variant',
    alone: { rule: 'measured-large-future', isStrong: (spot) => spot.weight >= VERY_LARGE },
  },
  code: {
    isHot: (spot) => spot.share >= HOT && spot.second >= COPIES,
    speaksOf: ({ id }) => id === 'monomorphization-bloat',
    alone: null,
  },
  // Of the whole process, without a place: `syscalls.ts` tells what they mean.
  syscall: { isHot: () => false, speaksOf: () => false, alone: null },
};
