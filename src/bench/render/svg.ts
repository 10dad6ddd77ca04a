/** A judged run becomes a plot: every benchmark and candidate with its interval around no change. */
import type { BenchData } from '../data.js';
import type { BenchResult, Comparison } from '../judge.js';
import { percent } from '../recommend.js';
import { change, printable, verdictOf } from './words.js';

const ROW = 22;
const TOP = 46;
const LABELS = 330;
const PLOT = 420;
const RIGHT = 190;

/** Readable in light and dark pages, and without colour: each verdict also has its own mark. */
const COLOURS: Readonly<Record<Comparison['verdict'], string>> = {
  faster: '#1a7f37',
  slower: '#cf222e',
  equivalent: '#57606a',
  inconclusive: '#9a6700',
  void: '#8c959f',
};

interface Row {
  readonly label: string;
  readonly effect: number;
  readonly low: number;
  readonly high: number;
  /** Null for a mean over benchmarks: each of them has its own verdict. */
  readonly verdict: Comparison['verdict'] | null;
  readonly words: string;
}

/** Self-contained: no script, no style sheet, no font of its own. */
export function renderSvg(data: BenchData, result: BenchResult): string {
  const rows = result.benchmarks.flatMap(({ target, name, comparisons }) =>
    comparisons.flatMap((comparison): Row[] =>
      Number.isNaN(comparison.effect)
        ? []
        : [
            {
              label: `${name === target ? target : `${target} ${name}`} · ${comparison.arm}`,
              ...{ effect: comparison.effect, ...comparison.interval },
              ...{ verdict: comparison.verdict, words: verdictOf(comparison) },
            },
          ],
    ),
  );
  const means = result.candidates.flatMap(({ arm, effect, interval }): Row[] =>
    effect === null || interval === null
      ? []
      : [
          {
            label: `geometric mean · ${arm}`,
            effect,
            ...interval,
            verdict: null,
            words: change(effect, interval),
          },
        ],
  );
  return draw([...rows, ...means], `bench of ${data.root}: time against the profile as it is`);
}

function draw(rows: readonly Row[], title: string): string {
  const reach = Math.max(0.05, ...rows.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
  const x = (log: number) => (LABELS + ((log / reach + 1) / 2) * PLOT).toFixed(1);
  const height = TOP + rows.length * ROW + 34;
  const bottom = TOP + rows.length * ROW;
  const ticks = [-reach, -reach / 2, 0, reach / 2, reach].map(
    (log) =>
      `<line x1="${x(log)}" y1="${TOP - 8}" x2="${x(log)}" y2="${bottom}" stroke="#8c959f" stroke-width="${log === 0 ? 1.5 : 0.5}"/>` +
      `<text x="${x(log)}" y="${bottom + 18}" text-anchor="middle">${percent(log)}</text>`,
  );
  const body = rows.map((row, i) => drawRow(row, TOP + i * ROW + ROW / 2, x));
  const width = LABELS + PLOT + RIGHT;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" font-family="sans-serif" font-size="12" fill="#57606a">`,
    `<title>${escapeXml(title)}</title>`,
    `<text x="8" y="20" font-size="14" font-weight="bold">${escapeXml(title)}</text>`,
    `<text x="${x(-reach)}" y="34">◀ faster</text><text x="${x(reach)}" y="34" text-anchor="end">slower ▶</text>`,
    ...ticks,
    ...body,
    '</svg>',
    '',
  ].join('\n');
}

function drawRow(row: Row, y: number, x: (log: number) => string): string {
  const colour = row.verdict === null ? '#57606a' : COLOURS[row.verdict];
  const label = row.label.length > 48 ? `${row.label.slice(0, 47)}…` : row.label;
  const mark =
    row.verdict === 'void' || row.verdict === 'inconclusive'
      ? `<circle cx="${x(row.effect)}" cy="${y}" r="4" fill="none" stroke="${colour}" stroke-width="2"/>`
      : `<circle cx="${x(row.effect)}" cy="${y}" r="4" fill="${colour}"/>`;
  return (
    `<g><title>${escapeXml(`${row.label}: ${row.words}`)}</title>` +
    `<text x="${LABELS - 8}" y="${y + 4}" text-anchor="end">${escapeXml(label)}</text>` +
    `<line x1="${x(row.low)}" y1="${y}" x2="${x(row.high)}" y2="${y}" stroke="${colour}" stroke-width="2"/>${mark}` +
    `<text x="${LABELS + PLOT + 10}" y="${y + 4}" fill="${colour}">${percent(row.effect)} ${row.verdict ?? ''}</text></g>`
  );
}

function escapeXml(text: string): string {
  return printable(text).replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
