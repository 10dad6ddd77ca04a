/** A real recorded run gives the same verdicts again, in every format, and damaged recordings are refused. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { bench } from '../../src/bench/bench.js';
import type { BenchData } from '../../src/bench/data.js';
import { judge } from '../../src/bench/judge.js';
import { render } from '../../src/bench/render/render.js';
import { parseRecording } from '../../src/bench/replay.js';
import type { BenchFormat, BenchRequest } from '../../src/bench/request.js';

const file = fileURLToPath(new URL('replay-grok.json', import.meta.url));
const httpdate = fileURLToPath(new URL('replay-httpdate.json', import.meta.url));
const metronome = fileURLToPath(new URL('replay-metronome.json', import.meta.url));
const text = readFileSync(file, 'utf8');
const schema = JSON.parse(
  readFileSync(new URL('../../src/bench/bench.schema.json', import.meta.url), 'utf8'),
);
const data = parseRecording(text, file);
const result = judge(data);

/** Four untouched copies of the benches of the crate `grok` 2.4.1 (divan), on two cores with a load of 17. */
describe('the recorded self-test', () => {
  it('gives the verdicts that were recorded with it', () => {
    const recorded: { result: unknown } = JSON.parse(text);
    const again: { result: unknown } = JSON.parse(render('json', data, result));
    expect(again.result).toEqual(recorded.result);
  });

  it('calls none of 64 comparisons of equal executables faster or slower', () => {
    const verdicts = result.benchmarks.flatMap(({ comparisons }) =>
      comparisons.map(({ verdict }) => verdict),
    );
    expect(verdicts).toHaveLength(64);
    expect(verdicts.filter((verdict) => verdict !== 'equivalent' && verdict !== 'inconclusive')).toEqual([]);
  });

  it('finds a slowdown as soon as one of the copies is made slower in the data', () => {
    const benchmarks = data.benchmarks.map((benchmark) => ({
      ...benchmark,
      runs: benchmark.runs.map((run) =>
        run.arm === 'copy-2' ? { ...run, times: run.times.map((time) => time * 1.1) } : run,
      ),
    }));
    const slowed = judge({ ...data, benchmarks }).candidates;
    expect(slowed.find(({ arm }) => arm === 'copy-2')?.counts.slower).toBeGreaterThanOrEqual(10);
    expect(slowed.find(({ arm }) => arm === 'copy-1')?.counts.slower).toBe(0);
  });

  it('recommends nothing', () => {
    expect(result.recommendation).toMatchObject({ arm: null, toml: '', pareto: [] });
  });

  it('is valid by the published schema, before and after', () => {
    const validate = new Ajv({ allowUnionTypes: true }).compile(schema);
    for (const json of [text, render('json', data, result)]) {
      validate(JSON.parse(json));
      expect(validate.errors).toBeNull();
    }
  });
});

/** The loops of test/projects/bench-metronome (divan) with 2, 5, 10 and 20 % more steps, on two cores with a load of 18. */
describe('the recorded metronome', () => {
  const slowed = judge(parseRecording(readFileSync(metronome, 'utf8'), metronome));
  const candidate = (share: number) =>
    slowed.candidates.find(({ arm }) => arm === `rustflags=--cfg=slow${share}`);

  it.each([2, 5, 10, 20])('shows %d %% within its interval or a little above, never as faster', (share) => {
    const { effect, interval, counts } = candidate(share) ?? {};
    expect(effect).toBeGreaterThan(Math.log(1 + share / 100) * 0.9);
    expect(interval?.low).toBeLessThan(Math.log(1 + share / 100) * 1.1);
    expect(counts?.faster).toBe(0);
  });

  it('finds most of the loops slower, and the untouched copy of none', () => {
    expect(candidate(20)?.counts.slower).toBeGreaterThanOrEqual(9);
    expect(candidate(10)?.counts.slower).toBeGreaterThanOrEqual(7);
    const copy = slowed.candidates.find(({ arm }) => arm === 'copy-1');
    expect(copy?.counts).toMatchObject({ faster: 0, slower: 0, void: 0 });
  });

  it('advises to keep the profile, since every change was for the worse', () => {
    expect(slowed.recommendation).toMatchObject({ arm: null, toml: '' });
  });
});

/** The benches of the crate `httpdate` 1.0.3 (criterion) with fat LTO, which is linked twice, and a trained profile. */
describe('the recorded gain', () => {
  const gained = judge(parseRecording(readFileSync(httpdate, 'utf8'), httpdate));
  const comparison = (name: string, arm: string) =>
    gained.benchmarks.find((one) => one.name === name)?.comparisons.find((one) => one.arm === arm);

  it('is credited where another order of functions has it too, and nowhere else', () => {
    expect(comparison('parse_asctime', 'fat')).toMatchObject({ verdict: 'faster', ofLayout: false });
    const { effect, relinked, ...encode } = comparison('encode_date', 'fat') ?? {};
    expect(encode).toMatchObject({ verdict: 'inconclusive', ofLayout: true });
    expect(effect).toBeLessThan(Math.log(0.85));
    expect(relinked?.effect).toBeGreaterThan(0);
  });

  it('carries the recommendation', () => {
    expect(gained.recommendation).toMatchObject({ arm: 'fat', pareto: ['fat'] });
    expect(gained.recommendation.toml).toContain('lto = "fat"');
  });

  it('judges the trained profile only on what did not train it', () => {
    expect(comparison('parse_imf_fixdate', 'pgo')).toBeUndefined();
    expect(comparison('encode_date', 'pgo')?.verdict).toBe('slower');
    expect(gained.candidates.find(({ arm }) => arm === 'pgo')?.benchmarks).toBe(2);
  });
});

describe('replaying', () => {
  const request: BenchRequest = {
    ...{
      root: '/',
      shownRoot: '.',
      version: '0.0.0',
      profiles: null,
      profile: null,
      benches: [],
      budgetSeconds: 60,
    },
    ...{
      rounds: null,
      seed: null,
      limitSeconds: 5,
      replay: file,
      compare: null,
      selfTest: 0,
      instructions: false,
      relink: false,
    },
    ...{ cargoArgs: [], benchArgs: [], trust: false, suggested: null, reliesOnUnwinding: true, deploy: null },
    ...{ format: 'text', outputs: [] },
  };

  it('runs nothing, and so is allowed even for strangers’ code', async () => {
    let printed = '';
    const stdout = { write: (piece: string) => (printed += piece) };
    const env = { GITHUB_EVENT_NAME: 'pull_request_target', PATH: '' };
    const outcome = await bench(request, {
      stdout,
      stderr: stdout,
      env,
      signal: new AbortController().signal,
    });
    expect(outcome).toMatchObject({ status: 'measured', exitCode: 0 });
    expect(printed).toBe(render('text', data, result));
  });

  it('says at once that a report cannot be written', async () => {
    const outputs = [{ format: 'svg', file: path.join(file, 'plot.svg') }] as const;
    const nobody = { write: () => true };
    const io = { stdout: nobody, stderr: nobody, env: {}, signal: new AbortController().signal };
    await expect(bench({ ...request, outputs }, io)).rejects.toThrow(/plot\.svg` cannot be written/);
  });

  it.each([
    ['cut off', text.slice(0, 5000), /cut off or not JSON/],
    ['of another schema', JSON.stringify({ schema: 2 }), /schema 2/],
    ['foreign', '{"benchmarks":[]}', /not a recorded bench/],
    [
      'without its rounds',
      JSON.stringify({ data: { ...data, benchmarks: [{ name: 'pick' }] } }),
      /`benchmarks`/,
    ],
    ['without a machine', JSON.stringify({ data: { ...data, machine: undefined } }), /`machine`/],
  ])('refuses a file that is %s', (_, broken, message) => {
    expect(() => parseRecording(broken, 'run.json')).toThrow(message);
  });
});

describe('the formats', () => {
  const hostile: BenchData = {
    ...data,
    root: '\u001b[2J<script>',
    benchmarks: data.benchmarks.map((one) => ({
      ...one,
      name: `${one.name} | </td><script>alert(1)</script> \`x\` \u001b[31m`,
    })),
  };

  it.each<BenchFormat>(['text', 'markdown', 'svg'])(
    '%s lets no markup or control of the repository through',
    (format) => {
      const out = render(format, hostile, judge(hostile));
      expect(out).not.toContain('\u001b');
      if (format !== 'text') expect(out).not.toContain('<script>');
      if (format === 'markdown') {
        const rows = out.split('\n').filter((line) => line.startsWith('| <code>'));
        expect(rows.length).toBeGreaterThan(0);
        for (const row of rows) expect(row.split('|')).toHaveLength(7);
      }
    },
  );

  it('say what the machine was, how far to trust the run, and what was really compiled', () => {
    const out = render('text', data, result);
    expect(out).toContain(data.machine.cpu);
    expect(out).toMatch(/two equal copies were told apart on \d+ of 16 benchmarks/);
    expect(out).toMatch(/a copy made 10 % slower would have been found on \d+ of \d+/);
    expect(out).toMatch(/base +opt-level=3/);
    expect(out).toMatch(/recommendation: .*nothing is advised/);
  });

  it('never call a difference absent that could not have been seen', () => {
    for (const { comparisons } of result.benchmarks) {
      for (const { verdict, detectable } of comparisons)
        if (verdict === 'inconclusive') expect(detectable).toBeGreaterThan(0);
    }
    expect(render('text', data, result)).not.toMatch(/inconclusive(?!:|$|[;,])/m);
  });

  it('draw every interval', () => {
    const svg = render('svg', data, result);
    const intervals = result.benchmarks.flatMap((one) => one.comparisons).length + result.candidates.length;
    expect(svg.match(/<circle /g)).toHaveLength(intervals);
  });
});
