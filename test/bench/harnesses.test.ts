/** Parsers read what several versions of each harness really printed, and refuse what is cut off or foreign. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseFullId, parseList, parseSample } from '../../src/bench/harnesses/criterion.js';
import { parseDivan, parseDivanTree } from '../../src/bench/harnesses/divan.js';
import { parseGungraun } from '../../src/bench/harnesses/gungraun.js';
import { HarnessError } from '../../src/bench/harnesses/harness.js';
import { parseLibtest } from '../../src/bench/harnesses/libtest.js';
import { parseCollected } from '../../src/bench/instructions.js';

const recordings = new URL('fixtures/harnesses/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, recordings), 'utf8');
const versions = (harness: string) => readdirSync(recordings).filter((name) => name.startsWith(harness));

const LONG = 'flat/a very long name that goes on and on beyond the sixty-four characters of a directory';

describe.each(versions('criterion-'))('%s', (version) => {
  it('lists every benchmark, quotes and slashes included', () => {
    const expected = ['pick one', 'basket/of "apples"/many/1000', 'basket/of "apples"/many/10000', LONG];
    expect(parseList(read(`${version}/list.txt`))).toEqual(expected);
  });

  it('leaves the full name and the samples', () => {
    const files = readdirSync(new URL(version, recordings)).filter((name) => name.startsWith('benchmark-'));
    const names = files.map((file) => parseFullId(read(`${version}/${file}`)));
    expect(names.toSorted()).toEqual([LONG, 'pick one']);
    for (const [i, name] of names.entries()) {
      const file = files[i]?.replace('benchmark', 'sample') ?? '';
      const times = parseSample(read(`${version}/${file}`));
      expect(times).toHaveLength(10);
      // 100 and 3,000,000 steps of a few cycles: the unit is nanoseconds for one iteration.
      const [low, high] = name === LONG ? [1e5, 1e9] : [5, 5000];
      for (const time of times) expect(time > low && time < high).toBe(true);
    }
  });
});

it('reads the terse list of criterion like the long one', () => {
  expect(parseList(read('criterion-0.8.2/list-terse.txt'))).toEqual(
    parseList(read('criterion-0.8.2/list.txt')),
  );
});

describe.each([
  ['cut off', '{"sampling_mode":"Flat","iters":[1.0,2.0'],
  ['empty', ''],
  ['of unequal lengths', '{"iters":[1],"times":[1,2]}'],
  ['without iterations', '{"iters":[0],"times":[1]}'],
  ['foreign', '{"benchmarks":[{"name":"pick"}]}'],
  ['not an object', '17'],
])('criterion sample that is %s', (_, text) => {
  it('is refused', () => expect(() => parseSample(text)).toThrow(HarnessError));
});

describe.each(versions('libtest-'))('%s', (version) => {
  it('lists benchmarks and not tests', () => {
    expect(parseList(read(`${version}/list.txt`))).toEqual([
      'basket::broken',
      'basket::many',
      'basket::skipped',
      'pick_one',
    ]);
  });

  it('reads the benchmarks that ran', () => {
    const readings = parseLibtest(read(`${version}/bench.txt`));
    expect(readings.map(({ name }) => name)).toEqual(['basket::many', 'pick_one']);
    for (const { values } of readings) expect(values[0]).toBeGreaterThan(1);
  });
});

it('reads libtest’s thousands, older whole numbers and throughput', () => {
  const text =
    'test a::b ... bench:   1,234,567.89 ns/iter (+/- 1,000.5) = 12 MB/s\ntest c    ... bench:       1,050 ns/iter (+/- 3)\n';
  expect(parseLibtest(text)).toEqual([
    { name: 'a::b', values: [1234567.89] },
    { name: 'c', values: [1050] },
  ]);
});

it('finds nothing in a cut-off libtest line and refuses an unknown unit', () => {
  expect(parseLibtest('test pick ... bench:      12.3')).toEqual([]);
  expect(() => parseLibtest('test pick ... bench:  12 parsecs/iter (+/- 1)')).toThrow(HarnessError);
});

const DIVAN_LEAVES = [
  ...['pick::many::1000', 'pick::many::10000', 'pick::pick_one', 'pick::basket::slow'],
  ...[
    'pick::basket::threads::t=1',
    'pick::basket::threads::t=2',
    'pick::basket::empty::u32',
    'pick::basket::empty::u64',
  ],
];

describe.each(versions('divan-'))('%s', (version) => {
  it('names the leaves of the tree, arguments and threads included, ignored ones not', () => {
    expect(parseDivanTree(read(`${version}/test.txt`))).toEqual(DIVAN_LEAVES);
    expect(parseDivan(read(`${version}/bench.txt`)).map(({ name }) => name)).toEqual(DIVAN_LEAVES);
  });

  it('takes the median column in its unit', () => {
    const slow = parseDivan(read(`${version}/bench.txt`)).find(({ name }) => name === 'pick::basket::slow');
    expect(slow?.values[0]).toBeGreaterThan(1e6);
    expect(slow?.values[0]).toBeLessThan(1e9);
  });
});

it('refuses a divan table whose cells are not times, and finds nothing in other text', () => {
  const table =
    'pick      fastest │ slowest │ median │ mean │ samples │ iters\n╰─ one    1 ns    │ 2 ns    │ quick  │ 1 ns │ 1       │ 1\n';
  expect(() => parseDivan(table)).toThrow(HarnessError);
  expect(parseDivan('Timer precision: 21 ns\n├─ a tree of something else\n')).toEqual([]);
});

describe.each(['gungraun-0.20.0', 'iai-callgrind-0.16.1'])('%s', (version) => {
  it('reads the instructions of the newest run', () => {
    expect(parseGungraun(read(`${version}/bench.jsonl`))).toEqual([
      { name: 'pick::basket::many::small', values: [356] },
      { name: 'pick::basket::many::large', values: [32531] },
    ]);
  });

  it('refuses a line that is cut off', () => {
    expect(() => parseGungraun(read(`${version}/bench.jsonl`).slice(0, 900))).toThrow(HarnessError);
  });
});

it('passes over text around gungraun’s JSON and refuses foreign objects', () => {
  expect(parseGungraun('hello\n')).toEqual([]);
  expect(() => parseGungraun('{"reason":"build-finished"}')).toThrow(HarnessError);
});

it('reads callgrind’s total, of the last process when there are several', () => {
  expect(parseCollected('==12== Collected : 17\n==9== Events    : Ir\n==9== Collected : 48213\n')).toBe(
    48213,
  );
  expect(parseCollected('valgrind: failed to start\n')).toBeNull();
});
