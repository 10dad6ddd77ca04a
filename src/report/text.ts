/** A report becomes what rustc would print: one block a finding with its code frame, then one closing line. */
import type { Finding, Note } from '../findings/finding.js';
import { oneLine, printable } from './escape.js';
import type { ReadLines } from './frame.js';
import { ranked } from './rank.js';
import type { Report, ReportContext, SuggestedProfile } from './report.js';
import { findingBlock } from './text/finding.js';
import { labelled, type Page, pageOf, paintOf, placeOf, type TextOptions } from './text/page.js';
import { count, grouped, novelty, scopeWords, severityCounts, total, unparsedWords } from './words.js';

export type { TextOptions } from './text/page.js';

export function renderText(report: Report, context: ReportContext, options: TextOptions = {}): string {
  const page = pageOf(context, options);
  const written = options.quiet ? quietLines(report, page) : fullBlocks(report, context, page);
  return written.length === 0 ? '' : `${written.join('\n')}\n`;
}

/** One finding as it stands in the text report, without colours: what editors show as the full message. */
export function renderFindingText(finding: Finding, lines: ReadLines): string {
  return `${findingBlock(finding, { ...pageOf({ source: () => undefined }, {}), lines }).join('\n')}\n`;
}

function fullBlocks(report: Report, context: ReportContext, page: Page): string[] {
  return [
    ...shownOf(report, page).flatMap((finding) => [...findingBlock(finding, page), '']),
    ...leftOut(report, page),
    ...report.suggestedProfiles.flatMap((profile) => [...profileBlock(profile, page), '']),
    ...report.notes.map((note) => noteLine(note, page)),
    ...(report.notes.length > 0 ? [''] : []),
    ...closing(report, context, page),
  ];
}

function quietLines(report: Report, page: Page): string[] {
  const { colors } = page;
  const lines = shownOf(report, page).map((finding) => {
    const head = `${finding.severity}[${printable(finding.rule)}]`;
    const place = atLineStart(placeOf(finding));
    return `${place}: ${paintOf(finding.severity, colors)(head)}: ${oneLine(finding.message)}`;
  });
  const unfinished = report.notes.filter((note) => note.kind === 'incomplete');
  return [...lines, ...leftOut(report, page), ...unfinished.map((note) => noteLine(note, page))];
}

/** In the published order, whatever the rank that chose them. */
function shownOf({ findings }: Report, { options: { most } }: Page): readonly Finding[] {
  if (most === undefined || findings.length <= most) return findings;
  const best = new Set(ranked(findings).slice(0, most));
  return findings.filter((finding) => best.has(finding));
}

function leftOut({ findings }: Report, { options }: Page): string[] {
  const missing = findings.length - (options.most ?? findings.length);
  if (missing <= 0) return [];
  const gap = options.quiet ? [] : [''];
  return [
    `${count(missing, 'more finding')} of lower rank left out here: the reports have all of them`,
    ...gap,
  ];
}

/** CI runners take a line that starts with `::` for a command of theirs. */
function atLineStart(text: string): string {
  return text.trimStart().startsWith('::') ? `./${text}` : text;
}

function profileBlock(profile: SuggestedProfile, page: Page): string[] {
  const { bold, blue, green } = page.colors;
  const head = `suggested profile: \`${printable(profile.profile)}\` in \`${printable(profile.manifest)}\``;
  const rail = `  ${bold(blue('|'))}`;
  return [
    `${bold(green(head))} (${oneLine(profile.because)})`,
    rail,
    ...profile.toml
      .trimEnd()
      .split(/\r?\n/)
      .map((line) => `${rail} ${printable(line)}`),
    rail,
    // Comments in the block say the same, where it has them.
    ...profile.settings
      .filter(({ reason }) => !profile.toml.includes(reason))
      .flatMap((setting) => labelled(setting.key, `${setting.reason}; costs: ${setting.cost}`, 1, page)),
  ];
}

function noteLine(note: Note, page: Page): string {
  const { bold, cyan, magenta } = page.colors;
  const head = note.kind === 'incomplete' ? bold(magenta('incomplete')) : bold(cyan('note'));
  return `${head}: ${note.path === undefined ? '' : `${printable(note.path)}: `}${oneLine(note.message)}`;
}

function closing(report: Report, context: ReportContext, page: Page): string[] {
  const { bold, green, red, magenta } = page.colors;
  const counts = severityCounts(report.summary);
  const fails = context.gate.length;
  const verdict =
    counts === undefined ? bold(green('no findings')) : bold((fails > 0 ? red : String)(counts));
  const fresh = novelty(report);
  const unparsed = unparsedWords(report);
  return [
    `${verdict}${fresh ? `, ${grouped(total(fresh.new))} of them new` : ''}; ${scopeWords(report)}`,
    ...(unparsed === undefined ? [] : [unparsed]),
    ...(fails === 0 ? [] : [`fails: ${count(fails, 'finding')} at or above \`${context.failOn}\``]),
    ...(report.complete
      ? []
      : [bold(magenta('incomplete: not everything could be audited, see the notes above'))]),
    ...(report.findings.length === 0
      ? []
      : [`\`rustperf explain ${exampleRule(report)}\` says why, and what to write instead`]),
  ];
}

function exampleRule(report: Report): string {
  return printable(ranked(report.findings)[0]?.rule ?? 'RULE');
}
