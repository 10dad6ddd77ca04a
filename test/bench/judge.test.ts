/** Several arms of one run: what single settings did, and what another order of functions leaves of a gain. */
import { describe, expect, it } from 'vitest';
import { type Arm, type BenchData, type Benchmark, relinkedId } from '../../src/bench/data.js';
import { judge } from '../../src/bench/judge.js';
import { seededRandom } from '../../src/bench/random.js';
import { render } from '../../src/bench/render/render.js';

const ROUNDS = 20;
const thin = { key: 'lto', value: '"thin"' };
const fat = { key: 'lto', value: '"fat"' };
const one = { key: 'codegen-units', value: '1' };

function arm(id: string, settings: Arm['settings'], over: Partial<Arm> = {}): Arm {
  return {
    ...{ id, role: 'candidate', settings, rustflags: [], attested: [] },
    ...{ cost: { words: [], cpu: null, rank: settings.length }, buildSeconds: 10 * (1 + settings.length) },
    ...{ buildPeakBytes: null, executables: [], binaries: [], failure: null, ...over },
  };
}

/** Each arm takes `times[id]` nanoseconds, give or take a thousandth. */
function benchmark(name: string, times: Readonly<Record<string, number>>): Benchmark {
  const random = seededRandom(name.length);
  const runs = Object.entries(times).flatMap(([id, nanoseconds]) =>
    Array.from({ length: ROUNDS }, (_, round) => ({
      ...{ round, arm: id },
      times: [nanoseconds * (1 + 0.002 * (random() - 0.5))],
    })),
  );
  return {
    ...{ package: 'clock', target: 'dial', harness: 'divan', name, identical: [], runs },
    ...{ instructions: [], training: false },
  };
}

function recorded(arms: readonly Arm[], benchmarks: readonly Benchmark[]): BenchData {
  const base = arm('base', [], { role: 'base' });
  return {
    ...{ schema: 1, tool: { name: 'rustperf', version: '0.0.0' }, root: '.', kind: 'profiles' },
    ...{ profile: 'bench', complete: true, seed: 1, plannedRounds: ROUNDS, budgetSeconds: 600 },
    machine: {
      ...{ cpu: 'a processor', cores: 2, memoryBytes: 1, os: 'Linux', governor: null, virtualised: null },
      ...{ load: [0, 0], steal: null, busy: null, rustc: 'rustc', cargo: 'cargo', valgrind: null },
    },
    ...{ arms: [base, { ...base, id: 'control', role: 'control' }, ...arms], benchmarks },
    ...{ unmeasured: [], failures: [], notes: [], phases: [] },
  };
}

describe('what single settings did', () => {
  const arms = [
    arm('thin', [thin]),
    arm('thin1', [thin, one]),
    arm('fat', [fat, one], { cost: { words: [], cpu: null, rank: 3 } }),
  ];
  const times = { base: 100, control: 100, thin: 90, thin1: 81, fat: 81 };
  const data = recorded(arms, [benchmark('hand', times), benchmark('chime', times)]);

  it('is told by the arms that differ in one of them', () => {
    const { attribution } = judge(data);
    expect(attribution.map((found) => [found.setting, found.without, found.arm])).toEqual([
      ['lto = "thin"', 'base', 'thin'],
      ['codegen-units = 1', 'thin', 'thin1'],
      ['lto = "fat"', 'thin1', 'fat'],
    ]);
    const [first, second, third] = attribution.map(({ effect }) => effect ?? Number.NaN);
    expect(first).toBeCloseTo(Math.log(0.9), 2);
    expect(second).toBeCloseTo(Math.log(0.9), 2);
    expect(third).toBeCloseTo(0, 2);
    expect(attribution[1]?.buildTime).toBeCloseTo(Math.log(30 / 20), 6);
  });

  it('stands for the base where an arm has the same bytes', () => {
    const { thin: _, ...ran } = times;
    const same = { ...benchmark('hand', ran), identical: ['thin'] };
    const { attribution } = judge(recorded(arms, [same]));
    const [first, second] = attribution.map(({ effect }) => effect ?? Number.NaN);
    expect(first).toBe(0);
    expect(second).toBeCloseTo(Math.log(0.81), 2);
  });

  it('goes without saying when there are single settings only', () => {
    expect(judge(recorded([arm('thin', [thin])], data.benchmarks)).attribution).toEqual([]);
  });

  it('is shown', () => {
    expect(render('markdown', data, judge(data))).toMatch(
      /codegen-units = 1<\/code> \| <code>thin<\/code> \| −10\.0&nbsp;%/,
    );
    expect(render('text', data, judge(data))).toMatch(/codegen-units = 1 +on top of `thin` +−10\.0 %/);
  });
});

it('sees no point in what the profile as it is beats', () => {
  const dear = (id: string, time: number) => ({
    made: arm(id, [thin], { buildSeconds: 90 }),
    times: { base: 100, control: 100, [id]: time },
  });
  const paretoOf = ({ made, times }: ReturnType<typeof dear>) =>
    judge(recorded([made], [benchmark('hand', times)])).recommendation.pareto;
  expect(paretoOf(dear('thin', 80))).toEqual(['thin']);
  expect(paretoOf(dear('thin', 99.9))).toEqual([]);
  expect(paretoOf(dear('thin', 120))).toEqual([]);
});

describe('another order of functions', () => {
  const fatter = arm('fat', [fat]);
  const relinked = ['base', 'fat'].map((id) => arm(relinkedId(id), [], { role: 'relinked' }));
  const withAgain = (again: number) =>
    judge(
      recorded(
        [fatter, ...relinked],
        [
          benchmark('hand', {
            base: 100,
            control: 100,
            fat: 90,
            [relinkedId('base')]: 100,
            [relinkedId('fat')]: again,
          }),
        ],
      ),
    );

  it('confirms a gain that is in the code', () => {
    const { recommendation, candidates } = withAgain(91);
    expect(candidates[0]?.counts.faster).toBe(1);
    expect(recommendation).toMatchObject({ arm: 'fat' });
    expect(recommendation.words).toContain('−9.0 % with the functions in another order');
  });

  it('takes back a gain that was in the layout', () => {
    const { recommendation, candidates, benchmarks } = withAgain(101);
    expect(candidates[0]?.counts).toMatchObject({ faster: 0, inconclusive: 1 });
    expect(benchmarks[0]?.comparisons[0]).toMatchObject({ verdict: 'inconclusive', ofLayout: true });
    expect(recommendation).toMatchObject({ arm: null, toml: '' });
    expect(recommendation.words).toMatch(/`fat` showed −10\.0 % time, but \+1\.0 % with the functions/);
  });
});
