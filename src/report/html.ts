/**
 * A report becomes one self-contained page for people who were not there: overview and charts are plain HTML, the
 * findings are embedded data that the page's own script shows as far as they are looked at.
 */
import { createHash } from 'node:crypto';
import { type Finding, type Location, SEVERITIES, type Severity } from '../findings/finding.js';
import { webUrl } from './escape.js';
import { lineReader } from './frame.js';
import { chartsSection, severityBar } from './html/charts.js';
import { embedded, pageData } from './html/data.js';
import { html, Markup, NOTHING } from './html/markup.js';
import { proseMarkup, sentenceMarkup } from './html/prose-markup.js';
import { SCRIPT } from './html/script.js';
import { STYLE } from './html/style.js';
import { ranked } from './rank.js';
import type { Report, ReportContext, RuleWords, SuggestedProfile } from './report.js';
import { count, grouped, novelty, scopeWords, severityCounts, unparsedWords } from './words.js';

export interface HtmlOptions {
  /** The address of a place in the code at the audited commit; without it places are plain text. */
  readonly linkBase?: (location: Location) => string | undefined;
}

/** How many findings are also there as plain HTML, for readers without scripts. */
const STATIC_FINDINGS = 100;

export function renderHtml(report: Report, context: ReportContext, options: HtmlOptions = {}): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${severityCounts(report.summary) ?? 'no findings'} · rustperf</title>
<style>${Markup.trusted(STYLE)}</style>
</head>
<body>
<a class="skip" href="#findings">Skip to the findings</a>
${headerOf(report, context)}
<main>
${report.findings.length === 0 ? NOTHING : chartsSection(report.findings)}
${report.suggestedProfiles.length === 0 ? NOTHING : profilesSection(report.suggestedProfiles)}
${notesSection(report)}
${report.findings.length === 0 ? emptySection(report) : findingsSection(report)}
</main>
<footer><p>Written by <a href="https://github.com/rustperf/action" rel="noreferrer">rustperf</a> ${report.tool.version}.</p></footer>
${report.findings.length === 0 ? NOTHING : dataSection(report, context, options)}
</body>
</html>
`;
  return page.text;
}

/** Nothing is loaded, sent or framed; only the page's own style and script run, known by their hashes. */
function policy(): string {
  return [
    "default-src 'none'",
    `style-src '${digest(STYLE)}'`,
    `script-src '${digest(SCRIPT)}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function headerOf(report: Report, context: ReportContext): Markup {
  return html`<header>
<p class="brand"><b>rustperf</b> performance audit</p>
<h1>${severityCounts(report.summary) ?? 'No performance problems found'}</h1>
<p class="under"><code>${report.root}</code> · ${scope(report)}</p>
${banner(report, context)}
${tiles(report)}
</header>`;
}

function scope(report: Report): string {
  return [scopeWords(report), unparsedWords(report)].filter((text) => text !== undefined).join('; ');
}

function banner(report: Report, context: ReportContext): Markup {
  const failing = context.gate.length;
  const unfinished = report.notes.filter((note) => note.kind === 'incomplete');
  const partial = report.complete
    ? NOTHING
    : html`<div class="banner partial"><p><b>Not everything could be audited.</b></p><ul>${unfinished.map(
        (note) =>
          html`<li>${note.path === undefined ? NOTHING : html`<code>${note.path}</code>: `}${sentenceMarkup(note.message)}</li>`,
      )}</ul></div>`;
  if (failing > 0) {
    return html`<div class="banner fails"><p><b>This run fails:</b> ${count(failing, 'finding')} at or above ${context.failOn}.</p></div>${partial}`;
  }
  return report.complete ? html`<div class="banner passes"><p><b>This run passes.</b></p></div>` : partial;
}

function tiles(report: Report): Markup {
  if (report.findings.length === 0) return NOTHING;
  const fresh = novelty(report);
  const tile = (severity: Severity) => {
    const added = fresh?.new[severity] ?? 0;
    return html`<div class="tile ${severity}"><dt>${severity}</dt><dd>${grouped(report.summary[severity])}${
      added > 0 ? html`<small>${grouped(added)} new</small>` : NOTHING
    }</dd></div>`;
  };
  return html`<dl class="tiles">${SEVERITIES.map(tile)}</dl>${severityBar(report.summary)}`;
}

function findingsSection(report: Report): Markup {
  const rules = [...new Set(report.findings.map((finding) => finding.rule))].sort();
  const known = report.findings.some((finding) => finding.changed !== null);
  return html`<section aria-labelledby="findings">
<h2 id="findings" tabindex="-1">Findings</h2>
<form id="filters" class="filters" role="search" aria-label="filter the findings">
<div class="field wide"><label for="text">Message or rule</label><input type="search" id="text" name="text" autocomplete="off"></div>
<div class="field wide"><label for="path">Path</label><input type="search" id="path" name="path" autocomplete="off" spellcheck="false"></div>
<div class="field"><label for="rule">Rule</label><select id="rule" name="rule"><option value="">all rules</option>${rules.map(
    (rule) => html`<option value="${rule}">${rule}</option>`,
  )}</select></div>
<div class="field"><label for="sort">Order</label><select id="sort" name="sort"><option value="rank">worst first</option><option value="file">by file</option></select></div>
<fieldset><legend>Severity</legend><div class="checks">${SEVERITIES.map(
    (severity) => html`<label><input type="checkbox" name="${severity}" checked>${severity}</label>`,
  )}</div></fieldset>
${known ? html`<fieldset><legend>Change</legend><div class="checks"><label><input type="checkbox" name="new">only new</label></div></fieldset>` : NOTHING}
<button class="plain" type="reset">Reset</button>
</form>
<p class="status" id="status" role="status"></p>
<div id="list">${staticList(report.findings)}</div>
<p class="center" id="more" hidden><button class="plain" type="button">Show more findings</button></p>
</section>`;
}

/** The script replaces this list; where scripts do not run, it stays. */
function staticList(findings: readonly Finding[]): Markup {
  const shown = ranked(findings).slice(0, STATIC_FINDINGS);
  const rest = findings.length - shown.length;
  return html`<ul class="notes">${shown.map(
    (finding) =>
      html`<li><span class="tag ${finding.severity}">${finding.severity}</span><code>${finding.path}:${finding.line}</code> ${sentenceMarkup(finding.message)}</li>`,
  )}</ul>${rest > 0 ? html`<p>${count(rest, 'more finding')} with scripts enabled.</p>` : NOTHING}`;
}

function emptySection(report: Report): Markup {
  const hidden = report.summary.suppressed + report.summary.baselined;
  const words =
    hidden === 0
      ? 'Nothing was suppressed.'
      : `${count(hidden, 'known finding')} not shown: suppressed in the source or in the baseline.`;
  return html`<section aria-labelledby="findings"><h2 id="findings" tabindex="-1">Findings</h2><p class="empty"><b aria-hidden="true">✓</b>No findings. ${words}</p></section>`;
}

function profilesSection(profiles: readonly SuggestedProfile[]): Markup {
  return html`<section aria-labelledby="profiles"><h2 id="profiles">Suggested build profile</h2>${profiles.map(profileOf)}</section>`;
}

function profileOf(suggested: SuggestedProfile): Markup {
  return html`<div class="profile"><p>For <code>${suggested.manifest}</code>: ${sentenceMarkup(suggested.because)}.</p>
<pre><code>${suggested.toml.trimEnd()}</code></pre>
<table class="wide-table"><thead><tr><th scope="col">Setting</th><th scope="col">Now</th><th scope="col">Brings</th><th scope="col">Costs</th></tr></thead><tbody>${suggested.settings.map(
    (setting) =>
      html`<tr><td><code>${setting.key} = ${setting.value}</code></td><td data-label="Now">${setting.current === null ? 'not set' : html`<code>${setting.current}</code>`}</td><td data-label="Brings">${sentenceMarkup(setting.reason)}</td><td data-label="Costs">${sentenceMarkup(setting.cost)}</td></tr>`,
  )}</tbody></table></div>`;
}

function notesSection(report: Report): Markup {
  const notes = report.notes.filter((note) => note.kind === 'info');
  if (notes.length === 0) return NOTHING;
  return html`<section aria-labelledby="notes"><h2 id="notes">Notes</h2><details><summary>${count(notes.length, 'note')}</summary><ul class="notes">${notes.map(
    (note) =>
      html`<li>${note.path === undefined ? NOTHING : html`<code>${note.path}</code>: `}${sentenceMarkup(note.message)}</li>`,
  )}</ul></details></section>`;
}

function dataSection(report: Report, context: ReportContext, options: HtmlOptions): Markup {
  const data = pageData(report.findings, {
    lines: lineReader(context),
    linkBase: options.linkBase ?? (() => undefined),
  });
  return html`${data.rules.map((rule) => ruleTemplate(context.rules.get(rule)))}
<script type="application/json" id="data">${Markup.trusted(embedded(data))}</script>
<script>${Markup.trusted(SCRIPT)}</script>`;
}

function ruleTemplate(words: RuleWords | undefined): Markup {
  if (!words) return NOTHING;
  const url = webUrl(words.url);
  const link =
    url === undefined
      ? NOTHING
      : html`<p><a href="${url}" rel="noreferrer">More about <code>${words.id}</code></a></p>`;
  return html`<template id="rule-${words.id}">${proseMarkup(words.why)}<p><b>Instead:</b></p>${proseMarkup(words.fix)}${link}</template>`;
}
