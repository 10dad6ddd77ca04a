/** A heap profile's many small allocations by a vector become advice to keep its elements inline. */
import type { Draft } from '../findings/finding.js';
import type { Program, Sighting } from '../program/program.js';
import type { LocalVec } from '../rules/memory/smallvec-candidate.js';
import { leastSize } from '../rules/sizes.js';
import type { Place } from './place.js';
import type { Frame, Profile, Sample } from './profile.js';
import { type Attribution, number } from './spots.js';

const RULE = 'smallvec-candidate';
/** Fewer allocations by one vector are not worth a dependency. */
const MANY_BLOCKS = 10_000;
/** Longer vectors would fill the stack, or spill anyway. */
const SHORT = 16;

const GROWTH = /raw_vec|RawVec|(?:^|[<:])vec::Vec|spec_from_iter|SpecFromIter|from_elem/;
/** They keep their elements in a vector too, and cannot keep them elsewhere. */
const OTHERS = /string::String|fmt::|collections::|hashbrown|boxed::|bytes::/;

/**
 * @param attribute Which place of the workspace a sample belongs to.
 * @returns one draft for each local vector, and nothing for vectors whose elements are of unknown size
 */
export function shortVectors(
  profile: Profile,
  program: Program,
  attribute: (sample: Sample) => Attribution<Place> | null,
): Draft[] {
  if (profile.kind !== 'allocation') return [];
  const vectors = new Map<Sighting, { blocks: number; bytes: number }>();
  for (const sample of profile.samples) {
    const found = attribute(sample);
    if (found === null || !isGrowth(sample.frames.slice(0, found.depth))) continue;
    const vector = vectorAt(program, found.owner);
    if (vector === null) continue;
    const known = vectors.get(vector) ?? { blocks: 0, bytes: 0 };
    known.blocks += sample.weight;
    known.bytes += sample.second ?? 0;
    vectors.set(vector, known);
  }
  return [...vectors].flatMap(
    ([vector, { blocks, bytes }]) => draftOf(program, profile, vector, blocks, bytes) ?? [],
  );
}

function isGrowth(below: readonly Frame[]): boolean {
  return below.some(({ symbol }) => GROWTH.test(symbol)) && !below.some(({ symbol }) => OTHERS.test(symbol));
}

/** The one local vector that allocates on the measured line. */
function vectorAt(program: Program, { node, line }: Place): Sighting | null {
  if (line === null) return null;
  const fitting = program.candidates(RULE).filter((sighting) => {
    const { lines }: LocalVec = sighting.data;
    return sighting.path === node.file && lines.includes(line);
  });
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

function draftOf(
  program: Program,
  { source, unit }: Profile,
  vector: Sighting,
  blocks: number,
  bytes: number,
): Draft | null {
  const { name, element }: LocalVec = vector.data;
  const size = leastSize(program, vector.path, element);
  if (blocks <= MANY_BLOCKS || size === null || size === 0) return null;
  const mean = bytes / blocks / size;
  if (mean > SHORT) return null;
  const elements = Math.max(1, Math.round(mean));
  return {
    rule: RULE,
    at: { path: vector.path, ...vector.at },
    params: { name, blocks: number(blocks), elements: String(elements) },
    confidence: 'medium',
    hot: true,
    evidence: [
      {
        source,
        message: `${source}: ${number(blocks)} allocations of ${number(bytes)} bytes`,
        weight: Math.round(blocks),
        unit,
      },
    ],
  };
}
