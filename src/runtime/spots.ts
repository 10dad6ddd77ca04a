/** A profile becomes hot spots: its weights gathered where they belong, with the words that say how hot. */
import type { Frame, Kind, Profile, Sample } from './profile.js';

/** What a hot spot speaks of: a CPU profile also shows what the time went into. */
export type SpotKind = Kind | 'copy' | 'io';

export interface Spot<Owner> {
  readonly source: string;
  readonly kind: SpotKind;
  readonly owner: Owner;
  /** Between 0 and 1, of all that was measured; of blocks or bytes the larger. */
  readonly share: number;
  /** In `unit`. */
  readonly weight: number;
  readonly unit: string;
  readonly second: number;
  /** How hot, one clause. */
  readonly message: string;
}

/** Whose a sample is: a key that is the same for all samples of one place, and how many frames lie below it. */
export interface Attribution<Owner> {
  readonly key: string;
  readonly owner: Owner;
  readonly depth: number;
}

interface Gathered<Owner> {
  readonly owner: Owner;
  weight: number;
  second: number;
  fact: string | undefined;
  factWeight: number;
  readonly families: Map<SpotKind, number>;
}

/** What stands below a function tells what its time went into. */
const FAMILIES: readonly { readonly kind: SpotKind; readonly isIn: (below: readonly Frame[]) => boolean }[] =
  [
    {
      kind: 'allocation',
      isIn: has(
        /(?:^|[^a-z])(?:malloc|calloc|realloc|free|cfree|dealloc|finish_grow)(?:$|[^a-z])|__rust_(?:re|de)?alloc|^alloc::alloc::/,
      ),
    },
    { kind: 'lock', isIn: has(/futex|lock_contended|pthread_mutex_lock|__lll_lock_wait|parking_lot/) },
    {
      kind: 'copy',
      isIn: (below) => has(/mem(?:move|cpy)/)(below) && has(/::clone\b|to_vec|to_owned|Clone/)(below),
    },
    {
      kind: 'io',
      isIn: has(/(?:^|[^a-z])(?:sendto|recvfrom|writev?|readv?|send|recv)(?:$|[^a-z(])|ksys_(?:read|write)/),
    },
  ];

function has(pattern: RegExp): (frames: readonly Frame[]) => boolean {
  return (frames) => frames.some(({ symbol }) => pattern.test(symbol));
}

/**
 * Each sample counts for one owner: the innermost that `attribute` knows. Hottest first.
 * The time of callers is not counted: by that measure `main` would always be the hottest.
 */
export function spotsOf<Owner>(
  profile: Profile,
  attribute: (sample: Sample) => Attribution<Owner> | null,
): Spot<Owner>[] {
  const places = new Map<string, Gathered<Owner>>();
  for (const sample of profile.samples) {
    const found = attribute(sample);
    if (found === null) continue;
    const place = places.get(found.key) ?? empty(found.owner);
    places.set(found.key, place);
    gather(place, sample, found.depth, profile.kind);
  }
  return [...places.entries()]
    .flatMap(([key, place]) => spots(place, profile).map((spot) => ({ key, spot })))
    .sort((a, b) => b.spot.share - a.spot.share || b.spot.weight - a.spot.weight || (a.key < b.key ? -1 : 1))
    .map(({ spot }) => spot);
}

function empty<Owner>(owner: Owner): Gathered<Owner> {
  return { owner, weight: 0, second: 0, fact: undefined, factWeight: -1, families: new Map() };
}

function gather(place: Gathered<unknown>, sample: Sample, depth: number, kind: Kind): void {
  // Sizes and polls do not add up: the worst one is what counts.
  const adds = kind !== 'size' && kind !== 'poll';
  place.weight = adds ? place.weight + sample.weight : Math.max(place.weight, sample.weight);
  place.second =
    kind === 'cache-line' ? Math.max(place.second, sample.second ?? 0) : place.second + (sample.second ?? 0);
  if (sample.fact !== undefined && sample.weight > place.factWeight) {
    place.fact = sample.fact;
    place.factWeight = sample.weight;
  }
  if (kind !== 'cpu') return;
  const below = sample.frames.slice(0, depth);
  for (const family of FAMILIES) {
    if (!family.isIn(below)) continue;
    place.families.set(family.kind, (place.families.get(family.kind) ?? 0) + sample.weight);
    break;
  }
}

function spots<Owner>(place: Gathered<Owner>, profile: Profile): Spot<Owner>[] {
  const { source, kind, unit, total, secondTotal } = profile;
  const { owner, weight, second } = place;
  const first = total === 0 ? 0 : weight / total;
  const other = kind === 'allocation' && secondTotal ? second / secondTotal : 0;
  const share = Math.max(first, other);
  const whole: Spot<Owner> = {
    source,
    kind,
    owner,
    share,
    weight,
    unit,
    second,
    message: `${source}: ${words(place, profile)}`,
  };
  const families = [...place.families].map(
    ([family, part]): Spot<Owner> => ({
      ...whole,
      kind: family,
      share: part / total,
      weight: part,
      message: `${source}: ${percent(part / total)} of ${number(total)} samples are ${familyWords[family] ?? family} here`,
    }),
  );
  return [whole, ...families];
}

const familyWords: Readonly<Partial<Record<SpotKind, string>>> = {
  allocation: 'allocating and freeing',
  lock: 'waiting for locks',
  copy: 'copying what is cloned',
  io: 'reading and writing',
};

function words({ weight, second, fact }: Gathered<unknown>, profile: Profile): string {
  const share = percent(profile.total === 0 ? 0 : weight / profile.total);
  const more = fact === undefined ? '' : `, ${fact}`;
  switch (profile.kind) {
    case 'cpu':
      return `${share} of ${number(profile.total)} samples`;
    case 'allocation':
      return `${number(weight)} allocations (${share}) of ${number(second)} bytes (${percent(second / (profile.secondTotal || 1))})${more}`;
    case 'lock':
      return `waited ${milliseconds(weight)} (${share} of all waiting) in ${number(second)} waits`;
    case 'cache-line':
      return `${share} of the reads that hit a line modified by another core${more}`;
    case 'poll':
      return `the longest of ${number(second)} polls took ${milliseconds(weight)}${more}`;
    case 'size':
      return `${number(weight)} bytes${more}`;
    case 'syscall':
      return `${number(weight)} calls (${share})`;
    case 'code':
      return `${number(second)} copies, ${number(weight)} lines of LLVM IR (${share})`;
  }
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

export function number(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

function milliseconds(nanoseconds: number): string {
  return `${(nanoseconds / 1e6).toLocaleString('en-US', { maximumFractionDigits: 2 })} ms`;
}
