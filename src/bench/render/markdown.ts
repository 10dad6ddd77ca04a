/** A judged run becomes Markdown for a job summary or a pull request, with a chart that needs no image. */
import type { BenchData } from '../data.js';
import type { BenchResult, CandidateResult } from '../judge.js';
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

export function renderMarkdown(data: BenchData, result: BenchResult): string {
  return [
    '## Bench',
    '',
    `**${prose(result.recommendation.words)}**`,
    ...fenced(result.recommendation.toml, 'toml'),
    '',
    ...candidateTable(data, result),
    '',
    ...fenced(chart(result.candidates), 'text'),
    '',
    ...remarksOf(data).map((remark) => `- ${prose(remark)}`),
    '',
    ...attributionTable(result),
    ...benchmarkTables(data, result),
    ...details('Flags, machine and trust', facts(data, result)),
    '',
  ].join('\n');
}

function candidateTable(data: BenchData, result: BenchResult): string[] {
  const base = data.arms.find((arm) => arm.role === 'base');
  const rows = result.candidates.map((candidate) => {
    const arm = data.arms.find(({ id }) => id === candidate.arm);
    const mean = [
      candidate.effect === null || candidate.interval === null
        ? 'not judged'
        : change(candidate.effect, candidate.interval),
      relinkedOf(candidate),
      instructionsOf(candidate),
    ]
      .filter((words) => words !== null)
      .join('<br>');
    const costs = arm === undefined ? '' : costsOf(arm, base).map(prose).join('<br>');
    // A candidate that was named by its settings shows them already.
    const settings = arm === undefined || arm.id.includes('=') ? '' : settingsOf(arm);
    const pareto = result.recommendation.pareto.includes(candidate.arm) ? 'yes' : 'beaten';
    return `| ${code(candidate.arm)}${settings === '' ? '' : `<br>${code(settings)}`} | ${mean} | ${countsOf(candidate)} | ${costs} | ${pareto} |`;
  });
  if (rows.length === 0) return [];
  return [
    '| candidate | time (geometric mean) | benchmarks | costs | on the Pareto front |',
    '|---|---|---|---|---|',
    ...rows.map(unbroken),
  ];
}

function attributionTable({ attribution }: BenchResult): string[] {
  if (attribution.length === 0) return [];
  return [
    '| what a setting did | on top of | time (geometric mean) | build time | size |',
    '|---|---|---|---|---|',
    ...attribution.map((one) => {
      const mean =
        one.effect === null || one.interval === null ? 'not judged' : change(one.effect, one.interval);
      const [build, size] = [one.buildTime, one.size].map((log) => (log === null ? '' : percent(log, 0)));
      return unbroken(`| ${code(one.setting)} | ${prose(onTopOf(one))} | ${mean} | ${build} | ${size} |`);
    }),
    '',
  ];
}

const CHART_WIDTH = 48;

/** One line a candidate: the interval as a bar around the mean, on a common scale. */
function chart(candidates: readonly CandidateResult[]): string {
  const drawn = candidates.flatMap(({ arm, effect, interval }) =>
    effect === null || interval === null ? [] : [{ arm, effect, ...interval }],
  );
  if (drawn.length === 0) return '';
  const reach = Math.max(0.02, ...drawn.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
  const column = (log: number) => Math.round(((log / reach + 1) / 2) * CHART_WIDTH);
  const width = Math.max(...drawn.map(({ arm }) => arm.length));
  const lines = drawn.map(({ arm, effect, low, high }) => {
    const cells = Array.from({ length: CHART_WIDTH + 1 }, (_, i) => {
      if (i === column(effect)) return '●';
      if (i >= column(low) && i <= column(high)) return '─';
      return i === column(0) ? '│' : ' ';
    });
    return `${arm.padEnd(width)}  ${cells.join('')}  ${percent(effect)}`;
  });
  const scale = `${percent(-reach)} faster`.padEnd(CHART_WIDTH / 2 - 1);
  return [
    ...lines,
    `${' '.repeat(width)}  ${scale}0 ${`slower ${percent(reach)}`.padStart(CHART_WIDTH / 2 - 1)}`,
  ].join('\n');
}

function benchmarkTables(data: BenchData, result: BenchResult): string[] {
  return result.candidates.flatMap(({ arm }) => {
    const rows = result.benchmarks.flatMap(({ target, name, baseNanoseconds, comparisons }) =>
      comparisons
        .filter((comparison) => comparison.arm === arm)
        .map((comparison) => {
          const base = baseNanoseconds === null ? '' : time(baseNanoseconds);
          const instructions = comparison.instructions === null ? '' : percent(comparison.instructions);
          const title = name === target ? target : `${target} ${name}`;
          return `| ${code(title)} | ${base} | ${changeOf(comparison)} | ${verdictOf(comparison)} | ${instructions} |`;
        }),
    );
    if (rows.length === 0) return [];
    const table = [
      '| benchmark | base | time | verdict | instructions (secondary) |',
      '|---|---|---|---|---|',
      ...rows.map(unbroken),
    ];
    const summary = data.kind === 'revisions' ? 'Every benchmark' : `Every benchmark with ${code(arm)}`;
    return details(summary, table);
  });
}

function facts(data: BenchData, result: BenchResult): string[] {
  return [
    ...data.arms.flatMap((arm) =>
      attestedOf(arm).map((flags) => `- ${code(arm.id)} was compiled with ${code(flags)}`),
    ),
    `- ${prose(machineOf(data.machine))}`,
    `- ${prose(`${data.machine.rustc}, ${data.machine.cargo}`)}`,
    `- ${prose(trustOf(result))}`,
    `- ${plural(data.plannedRounds, 'round')}, seed ${data.seed}, profile ${code(data.profile)}`,
    ...data.phases.map(({ name, seconds }) => `- ${seconds} s to ${name}`),
  ];
}

function details(summary: string, lines: readonly string[]): string[] {
  return [`<details><summary>${summary}</summary>`, '', ...lines, '', '</details>', ''];
}

function fenced(text: string, language: string): string[] {
  return text === '' ? [] : ['', `\`\`\`${language}`, text.trimEnd(), '```'];
}

/** Names come from the repository: neither markup nor a table's bars may get out of the cell. */
function code(text: string): string {
  return `<code>${entities(printable(text))}</code>`;
}

/** Cells are narrow, and a number that is torn from its sign of percent is hard to read. */
function unbroken(row: string): string {
  return row.replaceAll(' %', '&nbsp;%');
}

/** Our own words with names in backticks, which become code. */
function prose(text: string): string {
  return text
    .split('`')
    .map((piece, i) => (i % 2 === 1 ? code(piece) : entities(printable(piece))))
    .join('');
}

function entities(text: string): string {
  return text.replaceAll(/[&<>|*_[\]\\`~@#]/g, (character) => `&#${character.charCodeAt(0)};`);
}
