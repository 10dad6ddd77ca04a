/** Where the findings are, as bars that filter the list: by rule and by directory. */
import { compareText, type Finding, SEVERITIES, type Severity } from '../../findings/finding.js';
import { count, grouped, severityCount, total } from '../words.js';
import { html, type Markup, NOTHING } from './markup.js';

type Counts = Readonly<Record<Severity, number>>;

interface Row {
  readonly name: string;
  readonly counts: Counts;
}

const MOST_ROWS = 8;

/** One stripe that shows how the severities relate. */
export function severityBar(counts: Counts): Markup {
  const words = SEVERITIES.map((severity) => severityCount(severity, counts[severity])).join(', ');
  return html`<svg class="whole" viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label="${words}">${stripes(counts, total(counts), 4)}</svg>`;
}

export function chartsSection(findings: readonly Finding[]): Markup {
  const rules = rowsBy(findings, (finding) => finding.rule);
  const depth = depthOf(findings);
  const places = rowsBy(findings, (finding) => directory(finding.path, depth));
  return html`<section aria-labelledby="overview"><h2 id="overview">Where they are</h2><div class="charts">
${chart('By rule', 'rule', rules, 'rule')}${places.length > 1 ? chart('By place', 'path', places, 'place') : NOTHING}
</div></section>`;
}

function chart(title: string, field: 'rule' | 'path', rows: readonly Row[], unit: string): Markup {
  const shown = rows.slice(0, MOST_ROWS);
  const most = Math.max(...shown.map((row) => total(row.counts)));
  const rest = rows.length - shown.length;
  return html`<div class="chart"><h3>${title}</h3><ul>${shown.map((row) => barOf(row, field, most))}</ul>${
    rest > 0 ? html`<p class="more">and ${count(rest, `more ${unit}`)}</p>` : NOTHING
  }</div>`;
}

function barOf(row: Row, field: string, most: number): Markup {
  const all = total(row.counts);
  const words = SEVERITIES.filter((severity) => row.counts[severity] > 0).map((severity) =>
    severityCount(severity, row.counts[severity]),
  );
  return html`<li><button type="button" class="bar" data-field="${field}" data-value="${field === 'path' ? `./${row.name}` : row.name}" aria-pressed="false" title="${words.join(', ')}"><span class="name">${row.name}</span><span class="number">${grouped(all)}</span><svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="rest" width="100" height="4"/>${stripes(row.counts, most, 4)}</svg></button></li>`;
}

function stripes(counts: Counts, whole: number, height: number): readonly Markup[] {
  let x = 0;
  return SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => {
    const width = (100 * counts[severity]) / whole;
    const stripe = html`<rect class="${severity}" x="${x.toFixed(2)}" width="${width.toFixed(2)}" height="${height}"/>`;
    x += width;
    return stripe;
  });
}

/** Most findings first. */
function rowsBy(findings: readonly Finding[], nameOf: (finding: Finding) => string): readonly Row[] {
  const rows = new Map<string, Record<Severity, number>>();
  for (const finding of findings) {
    const name = nameOf(finding);
    const counts = rows.get(name) ?? { critical: 0, warning: 0, suggestion: 0 };
    counts[finding.severity] += 1;
    rows.set(name, counts);
  }
  return [...rows]
    .map(([name, counts]) => ({ name, counts }))
    .sort((a, b) => total(b.counts) - total(a.counts) || compareText(a.name, b.name));
}

const DEEPEST = 6;

/** The deepest level of directories that still fits the chart; files themselves where they are few. */
function depthOf(findings: readonly Finding[]): number {
  for (let depth = DEEPEST; depth > 1; depth -= 1) {
    if (new Set(findings.map((finding) => directory(finding.path, depth))).size <= MOST_ROWS) return depth;
  }
  return DEEPEST_WHEN_MANY;
}

/** In a large workspace (`crates/name/…`) two levels tell crates apart. */
const DEEPEST_WHEN_MANY = 2;

function directory(path: string, depth: number): string {
  const parts = path.split('/');
  return parts.length <= depth ? path : `${parts.slice(0, depth).join('/')}/`;
}
