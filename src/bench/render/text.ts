/** A judged run becomes plain text for the terminal. */
import type { Arm, BenchData } from '../data.js';
import type { BenchmarkResult, BenchResult, CandidateResult } from '../judge.js';
import { percent, plural } from '../recommend.js';
import {
  attestedOf,
  change,
  changeOf,
  costsOf,
  countsOf,
  instructionsOf,
  machineOf,
  onTopOf,
  printable,
  relinkedOf,
  remarksOf,
  settingsOf,
  time,
  trustOf,
  verdictOf,
} from './words.js';

export function renderText(data: BenchData, result: BenchResult): string {
  const base = data.arms.find((arm) => arm.role === 'base');
  const blocks = [
    head(data),
    ...result.candidates.map((candidate) => candidateBlock(candidate, data, result, base)),
    attributionBlock(result),
    flagsBlock(data.arms),
    [`control: ${trustOf(result)}`],
    remarksOf(data),
    recommendationBlock(result),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.map(printable).join('\n'))
    .join('\n\n')}\n`;
}

function head(data: BenchData): string[] {
  const { root, profile, plannedRounds, seed, machine } = data;
  return [
    `bench of ${root}, profile \`${profile}\`, ${plural(plannedRounds, 'round')}, seed ${seed}`,
    machineOf(machine),
    `${machine.rustc}, ${machine.cargo}`,
  ];
}

function candidateBlock(
  candidate: CandidateResult,
  data: BenchData,
  result: BenchResult,
  base: Arm | undefined,
): string[] {
  const arm = data.arms.find(({ id }) => id === candidate.arm);
  if (arm === undefined) return [];
  const settings = settingsOf(arm);
  const costs = costsOf(arm, base);
  return [
    settings === '' ? arm.id : `${arm.id}: ${settings}`,
    ...align(result.benchmarks.flatMap((benchmark) => row(benchmark, arm.id))),
    ...summary(candidate),
    ...[relinkedOf(candidate), instructionsOf(candidate)].flatMap((words) =>
      words === null ? [] : [`  ${words}`],
    ),
    ...(costs.length > 0 ? [`  costs: ${costs.join(', ')}`] : []),
  ];
}

function row(benchmark: BenchmarkResult, arm: string): string[][] {
  return benchmark.comparisons
    .filter((comparison) => comparison.arm === arm)
    .map((comparison) => [
      `${benchmark.target} ${benchmark.name === benchmark.target ? '' : benchmark.name}`.trim(),
      benchmark.baseNanoseconds === null ? '' : time(benchmark.baseNanoseconds),
      changeOf(comparison),
      comparison.instructions === null ? '' : `${percent(comparison.instructions)} instructions`,
      verdictOf(comparison),
    ]);
}

function summary({ effect, interval, benchmarks, ...rest }: CandidateResult): string[] {
  if (effect === null || interval === null) return ['  no benchmark could be judged by its time'];
  const mean = `geometric mean of ${plural(benchmarks, 'benchmark')}: ${change(effect, interval)}`;
  return [`  ${mean}; ${countsOf({ effect, interval, benchmarks, ...rest })}`];
}

function attributionBlock({ attribution }: BenchResult): string[] {
  if (attribution.length === 0) return [];
  const rows = attribution.map((one) => [
    one.setting,
    `on top of ${onTopOf(one)}`,
    one.effect === null || one.interval === null ? 'not judged' : change(one.effect, one.interval),
    one.buildTime === null ? '' : `build time ${percent(one.buildTime, 0)}`,
    one.size === null ? '' : `size ${percent(one.size, 0)}`,
  ]);
  return ['what single settings did', ...align(rows)];
}

function flagsBlock(arms: readonly Arm[]): string[] {
  const lines = arms.flatMap((arm) => attestedOf(arm).map((flags) => [arm.id, flags]));
  return lines.length === 0
    ? []
    : ['flags that the benches were compiled with, from cargo’s own output', ...align(lines)];
}

function recommendationBlock({ recommendation }: BenchResult): string[] {
  const { words, toml } = recommendation;
  return [`recommendation: ${words}`, ...(toml === '' ? [] : ['', ...toml.trimEnd().split('\n')])];
}

/** Columns padded to the widest cell, indented by two. */
function align(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((cells) => (cells[column] ?? '').length)),
  );
  return rows.map((cells) => `  ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd());
}
