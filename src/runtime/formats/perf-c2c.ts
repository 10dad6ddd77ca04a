/** `perf c2c report --stdio`: cache lines that cores take from each other, and the code that touches them. */
import { type Format, linesOf, type Profile, ProfileFault, type Sample, sum } from '../profile.js';

const PARETO = /Shared Cache Line Distribution Pareto/;
/** A cache line: its number, HITM remote and local, store references, address. */
const LINE = /^\s*\d+\s+(\d+)\s+(\d+)\s+(?:\d+\s+)*0x[0-9a-f]+\s*$/;
/** An access: shares of HITM and stores, offset, code address, counts, symbol, object, place. */
const ACCESS =
  /^\s*((?:[\d.]+%\s+)+)(0x[0-9a-f]+)\s.*?(0x[0-9a-f]+)\s+([\d\s]+?)\s*\[[.k]\]\s+(\S.*?)\s{2,}(\S+)(?:\s+(\S+):(\d+))?/;

interface Access {
  readonly offset: string;
  readonly hitm: number;
  readonly stores: boolean;
  readonly cpus: number;
  readonly symbol: string;
  readonly file: string | null;
  readonly line: number | null;
}

export const perfC2c: Format = {
  isIt: (text) => PARETO.test(text) || /Global Shared Cache Line Event Information/.test(text),
  read(text): Profile {
    const lines = linesOf(text);
    const start = lines.findIndex(({ text: line }) => PARETO.test(line));
    if (start < 0)
      throw new ProfileFault(
        'the section `Shared Cache Line Distribution Pareto` is missing: is the file cut off?',
      );
    const cacheLines: Access[][] = [];
    // Since Linux 6.0 a column counts what came from a peer's cache.
    const hasPeers = lines.slice(start).some(({ text: line }) => /^#\s+Num\b.*\bLclHitm\s+Peer\b/.test(line));
    let counts = { remote: 0, local: 0 };
    for (const { text: line } of lines.slice(start + 1)) {
      const head = LINE.exec(line);
      if (head !== null) {
        counts = { remote: Number(head[1]), local: Number(head[2]) };
        cacheLines.push([]);
        continue;
      }
      const access = accessOf(line, counts, hasPeers);
      if (access !== null) cacheLines.at(-1)?.push(access);
    }
    const samples = cacheLines.flatMap(samplesOf);
    return {
      source: 'perf c2c',
      kind: 'cache-line',
      unit: 'HITM',
      total: sum(samples.map(({ weight }) => weight)),
      samples,
    };
  },
};

function accessOf(
  line: string,
  counts: { readonly remote: number; readonly local: number },
  hasPeers: boolean,
): Access | null {
  const [, shares = '', offset = '', , numbers = '', symbol, , file, place] = ACCESS.exec(line) ?? [];
  if (symbol === undefined) return null;
  const [remote = 0, local = 0, ...others] = shares.trim().split(/\s+/).map(Number.parseFloat);
  return {
    offset,
    hitm: (remote * counts.remote + local * counts.local) / 100,
    stores: others.slice(hasPeers ? 1 : 0).some((share) => share > 0),
    cpus: Number(numbers.trim().split(/\s+/).at(-1)),
    symbol,
    file: file ?? null,
    line: place === undefined ? null : Number(place),
  };
}

function samplesOf(accesses: readonly Access[]): Sample[] {
  const offsets = new Set(accesses.map(({ offset }) => offset)).size;
  const cpus = Math.max(0, ...accesses.map((access) => access.cpus));
  const isWritten = accesses.some(({ stores }) => stores);
  const isFalse = offsets >= 2 && isWritten && (cpus >= 2 || accesses.length >= 2);
  return accesses.map(({ hitm, symbol, file, line }) => ({
    frames: [{ symbol, file, line }],
    weight: hitm,
    second: isFalse ? offsets : 1,
    fact: isFalse
      ? `${offsets} different places in one cache line are used by several cores`
      : 'one place is written by several cores',
  }));
}
