/** A report becomes the job summary: verdict and counts on the first screen, details folded, 1 MiB at most. */
import type { Finding, Location, Severity } from '../findings/finding.js';
import { SEVERITIES } from '../findings/finding.js';
import { cut, webUrl } from './escape.js';
import { lineReader, type ReadLines } from './frame.js';
import { code, codeBlock, labelledProse, prose, sentence } from './markdown-text.js';
import { byRule, bySeverity, type RuleGroup, ranked, type SeverityGroup } from './rank.js';
import type { Report, ReportContext, SuggestedProfile } from './report.js';
import {
  count,
  grouped,
  novelty,
  scopeWords,
  severityCounts,
  total,
  trendWords,
  unparsedWords,
} from './words.js';

export interface MarkdownOptions {
  /** The address of a place in the code at the audited commit; without it places are plain text. */
  readonly linkBase?: (location: Location) => string | undefined;
  /** Finished Markdown of the benchmark, printed as it is. */
  readonly benchmark?: string;
  /** Finished Markdown lines about this run, for instance how many annotations were left out. */
  readonly remarks?: readonly string[];
  /** Show what the change brings; fold what was there before. */
  readonly onlyChanged?: boolean;
  /** UTF-8 bytes; GitHub refuses a step's summary above 1 MiB. */
  readonly limit?: number;
}

const ONE_MEBIBYTE = 1_048_576;
/** Places that a rule shows before the rest is folded: fewer where there are many findings. */
const PLACES_OPEN = 10;
const PLACES_OPEN_OF_MANY = 3;
const MANY = 100;
const LONGEST_MESSAGE = 400;
const LONGEST_CODE = 140;
const MOST_NOTES = 50;

const HEADINGS: Readonly<Record<Severity, string>> = {
  critical: 'Critical',
  warning: 'Warnings',
  suggestion: 'Suggestions',
};

export function renderMarkdown(
  report: Report,
  context: ReportContext,
  options: MarkdownOptions = {},
): string {
  const isClean =
    report.findings.length === 0 && report.notes.length === 0 && report.suggestedProfiles.length === 0;
  const extras = [...(options.remarks ?? []), options.benchmark].filter(isPresent);
  if (isClean && extras.length === 0) return cleanLines(report).join('\n');
  const head = [...opening(report, context), ...(options.remarks ?? []).flatMap(paragraph)];
  const tail = [
    ...report.suggestedProfiles.flatMap(profileSection),
    ...paragraph(options.benchmark),
    ...notesSection(report),
  ];
  const limit = options.limit ?? ONE_MEBIBYTE;
  const whole = within(report, context, options, head, tail, limit);
  if (size(whole) <= limit) return whole;
  // The sections around the findings are themselves too long, which takes an enormous benchmark or profile.
  const short = within(
    report,
    context,
    options,
    head,
    ['_The rest of the summary was too long to show._', ''],
    limit,
  );
  return size(short) <= limit ? short : `${opening(report, context).join('\n')}\n`;
}

function isPresent(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}

function paragraph(text: string | undefined): string[] {
  return isPresent(text) ? [text.trim(), ''] : [];
}

function size(text: string): number {
  return Buffer.byteLength(text);
}

/** A run without problems is three lines. */
function cleanLines(report: Report): string[] {
  const unparsed = unparsedWords(report);
  const isNews = report.trend !== undefined && report.trend.removed > 0;
  return [
    '### ✅ rustperf: no performance problems found',
    '',
    `${capital(scopeWords(report))}${unparsed === undefined ? '' : `; ${unparsed}`}.`,
    '',
    ...paragraph(isNews ? trendLine(report) : undefined),
  ];
}

function trendLine(report: Report): string | undefined {
  const words = trendWords(report, code);
  return words === undefined ? undefined : `**Trend:** ${words}.`;
}

function opening(report: Report, context: ReportContext): string[] {
  const unparsed = unparsedWords(report);
  return [
    `### ${verdict(report, context)}`,
    '',
    `${gateWords(context)}${capital(scopeWords(report))}${unparsed === undefined ? '' : `; ${unparsed}`}.`,
    '',
    ...whatChanged(report),
    ...paragraph(trendLine(report)),
    ...countsTable(report),
  ];
}

function verdict(report: Report, context: ReportContext): string {
  const failing = context.gate.length;
  const counts = severityCounts(report.summary) ?? 'no findings';
  if (failing > 0) return `❌ rustperf fails: ${counts}`;
  if (!report.complete) return `⚠️ rustperf: ${counts}, but not everything could be audited`;
  return report.findings.length === 0 ? '✅ rustperf: no findings' : `✅ rustperf: passed with ${counts}`;
}

function gateWords(context: ReportContext): string {
  const failing = context.gate.length;
  if (failing === 0) return '';
  return `${count(failing, 'finding')} at or above ${context.failOn} ${failing === 1 ? 'makes' : 'make'} it fail. `;
}

function whatChanged(report: Report): string[] {
  const fresh = novelty(report);
  if (!fresh) return [];
  const added = severityCounts(fresh.new);
  const old = total(fresh.old);
  const rest = old === 0 ? '' : ` ${count(old, 'older finding')} ${old === 1 ? 'was' : 'were'} there before.`;
  return [
    added === undefined
      ? `**What changed:** nothing new on the lines of this change.${rest}`
      : `**What changed:** ${added} on the lines of this change.${rest}`,
    '',
  ];
}

function countsTable(report: Report): string[] {
  if (report.findings.length === 0) return [];
  const fresh = novelty(report);
  const rows = SEVERITIES.map((severity) =>
    fresh
      ? `| ${severity} | ${grouped(fresh.new[severity])} | ${grouped(fresh.old[severity])} |`
      : `| ${severity} | ${grouped(report.summary[severity])} |`,
  );
  return fresh
    ? ['| | new | older |', '|:--|--:|--:|', ...rows, '']
    : ['| | findings |', '|:--|--:|', ...rows, ''];
}

/** Head, as many findings as fit in rank order, and tail. */
function within(
  report: Report,
  context: ReportContext,
  options: MarkdownOptions,
  head: readonly string[],
  tail: readonly string[],
  limit: number,
): string {
  const placesOpen = report.findings.length > MANY ? PLACES_OPEN_OF_MANY : PLACES_OPEN;
  const page: Page = { context, options, lines: lineReader(context), placesOpen };
  const order = options.onlyChanged ? changedFirst(ranked(report.findings)) : ranked(report.findings);
  const around = size([...head, ...tail].join('\n'));
  const kept = order.slice(0, fitting(order, page, limit - around - RESERVE));
  const missing = order.length - kept.length;
  const note =
    missing === 0
      ? []
      : [
          `_${count(missing, 'finding')} of lower rank left out: a summary may not be longer than ${bound(limit)}. The JSON report has all of them._`,
          '',
        ];
  return [...head, ...note, ...findingSections(kept, page), ...tail].join('\n');
}

function changedFirst(findings: readonly Finding[]): readonly Finding[] {
  return [...findings.filter(isFresh), ...findings.filter((finding) => !isFresh(finding))];
}

function isFresh(finding: Finding): boolean {
  return finding.changed !== false;
}

function findingSections(findings: readonly Finding[], page: Page): string[] {
  const shown = page.options.onlyChanged ? findings.filter(isFresh) : findings;
  const older = page.options.onlyChanged ? findings.filter((finding) => !isFresh(finding)) : [];
  return [
    ...bySeverity(shown).flatMap((group) => severitySection(group, page)),
    ...(older.length === 0
      ? []
      : fold(
          `${count(older.length, 'older finding')}, not part of this change`,
          older.map((finding) => place(finding, page)),
        )),
  ];
}

interface Page {
  readonly context: ReportContext;
  readonly options: MarkdownOptions;
  readonly lines: ReadLines;
  readonly placesOpen: number;
}

/** Room for headings, folds and the note on what was left out. */
const RESERVE = 2000;
const RULE_FRAME = 200;

function bound(limit: number): string {
  return limit === ONE_MEBIBYTE ? '1 MiB' : `${grouped(limit)} bytes`;
}

/** How many findings of the ranked list fit into so many bytes, with the words of their rules. */
function fitting(order: readonly Finding[], page: Page, room: number): number {
  const known = new Set<string>();
  let used = 0;
  for (const [index, finding] of order.entries()) {
    const group = `${finding.severity} ${finding.rule}`;
    if (!known.has(group))
      used +=
        size([...ruleWords(finding.rule, page), ruleHead(finding.rule, 0, page)].join('\n')) + RULE_FRAME;
    known.add(group);
    used += size(place(finding, page)) + 1;
    if (used > room) return index;
  }
  return order.length;
}

function severitySection(group: SeverityGroup, page: Page): string[] {
  const rules = byRule(group.findings);
  return [
    `#### ${HEADINGS[group.severity]} (${grouped(group.findings.length)})`,
    '',
    ...rules.flatMap((rule) => ruleSection(rule, page)),
  ];
}

function ruleSection({ rule, findings }: RuleGroup, page: Page): string[] {
  const places = findings.map((finding) => place(finding, page));
  const folded = places.slice(page.placesOpen);
  return [
    ruleHead(rule, findings.length, page),
    '',
    ...places.slice(0, page.placesOpen),
    '',
    ...(folded.length === 0 ? [] : fold(`${grouped(folded.length)} more`, folded)),
    ...ruleWords(rule, page),
  ];
}

function ruleHead(rule: string, number: number, page: Page): string {
  const title = page.context.rules.get(rule)?.title;
  const words = title === undefined ? '' : `: ${sentence(title)}`;
  return `**${code(rule)}**${words}${number === 1 ? '' : ` (${grouped(number)})`}`;
}

function fold(summary: string, lines: readonly string[]): string[] {
  return [`<details><summary>${summary}</summary>`, '', ...lines, '', '</details>', ''];
}

function ruleWords(rule: string, page: Page): string[] {
  const words = page.context.rules.get(rule);
  if (!words) return [];
  const url = webUrl(words.url);
  return fold('Why, and what to write instead', [
    prose(words.why),
    '',
    labelledProse('Instead', words.fix),
    ...(url === undefined ? [] : ['', `[More about this rule](<${url}>)`]),
  ]);
}

/** One list item: where, what, and the line of code itself. */
function place(finding: Finding, page: Page): string {
  const isNew = finding.changed === true ? '**new** ' : '';
  const message = sentence(cut(finding.message, LONGEST_MESSAGE));
  const doubt = finding.confidence === 'high' ? '' : ` (${finding.confidence} confidence)`;
  const measured = finding.evidence
    .slice(0, 1)
    .map((evidence) => `; measured: ${sentence(cut(evidence.message, LONGEST_MESSAGE))}`);
  return `- ${isNew}${linkTo(finding, page)}: ${message}${doubt}${measured.join('')}${sourceLine(finding, page)}`;
}

function linkTo(finding: Finding, page: Page): string {
  const text = code(`${finding.path}:${finding.line}`);
  const url = webUrl(page.options.linkBase?.(finding) ?? '');
  return url === undefined ? text : `[${text}](<${url}>)`;
}

function sourceLine(finding: Finding, page: Page): string {
  const line = page.lines(finding.path)?.[finding.line - 1]?.trim();
  return line === undefined || line === '' ? '' : `<br>${code(cut(line, LONGEST_CODE))}`;
}

function profileSection(suggested: SuggestedProfile): string[] {
  return [
    `#### Suggested ${code(suggested.profile)} profile`,
    '',
    `For ${code(suggested.manifest)}: ${sentence(suggested.because)}.`,
    '',
    codeBlock(suggested.toml.trimEnd(), 'toml'),
    '',
    ...fold(
      'What each line brings and costs',
      suggested.settings.map((setting) => {
        const now = setting.current === null ? '' : ` (now ${code(setting.current)})`;
        return `- ${code(`${setting.key} = ${setting.value}`)}${now}: ${sentence(setting.reason)}; costs ${sentence(setting.cost)}`;
      }),
    ),
  ];
}

function notesSection(report: Report): string[] {
  if (report.notes.length === 0) return [];
  const lines = report.notes.slice(0, MOST_NOTES).map((note) => {
    const where = note.path === undefined ? '' : `${code(note.path)}: `;
    return `- ${where}${sentence(cut(note.message, LONGEST_MESSAGE))}`;
  });
  const more = report.notes.length - lines.length;
  const all = [...lines, ...(more > 0 ? [`- and ${count(more, 'more note')}`] : [])];
  return report.complete
    ? fold(count(report.notes.length, 'note'), all)
    : ['#### Not audited', '', ...all, ''];
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
