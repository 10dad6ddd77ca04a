/** A report becomes SARIF 2.1.0 within what GitHub code scanning accepts, cut by rank where it would not. */
import { gzipSync } from 'node:zlib';
import type {
  Log,
  Notification,
  PhysicalLocation,
  Region,
  ReportingDescriptor,
  Result,
  Fix as SarifFix,
  Location as SarifLocation,
} from 'sarif';
import type { Confidence, Finding, Fix, Location, Severity } from '../findings/finding.js';
import { compareFindings, compareText } from '../findings/finding.js';
import { oneLine, urlPath, webUrl, wellFormed } from './escape.js';
import { lineReader, type ReadLines } from './frame.js';
import { ranked } from './rank.js';
import type { Report, ReportContext, RuleWords } from './report.js';
import { count } from './words.js';

export interface SarifOptions {
  /** Turns a path below the audited root into one below the repository's root; absent when they are the same. */
  readonly repositoryPath?: (path: string) => string;
  /** Tells runs over the same commit apart, for instance two audited directories; `rustperf` by default. */
  readonly category?: string;
  /**
   * Set for uploads through the API, which finds duplicates by `primaryLocationLineHash` alone. Not for files:
   * the `upload-sarif` action computes that key itself, and warns about every value that is not its own.
   */
  readonly forUpload?: boolean;
  /** Defaults to GitHub's: 25,000 results a run, 10 MB gzipped. */
  readonly limits?: { readonly results: number; readonly gzippedBytes: number };
}

/** docs.github.com, "SARIF support for code scanning". */
const GITHUB_LIMITS = { results: 25_000, gzippedBytes: 10_000_000 };
const MOST_RELATED = 50;
const HOME = 'https://github.com/rustperf/action';

type Level = 'error' | 'warning' | 'note';
const LEVELS: Readonly<Record<Severity, Level>> = {
  critical: 'error',
  warning: 'warning',
  suggestion: 'note',
};
const PROBLEM_SEVERITIES = { critical: 'error', warning: 'warning', suggestion: 'recommendation' } as const;
const PRECISIONS: Readonly<Record<Confidence, string>> = { high: 'very-high', medium: 'high', low: 'low' };

export function renderSarif(report: Report, context: ReportContext, options: SarifOptions = {}): string {
  const limits = options.limits ?? GITHUB_LIMITS;
  const order = ranked(report.findings);
  let kept = Math.min(order.length, limits.results);
  for (;;) {
    const text = `${JSON.stringify(logOf(report, context, options, order.slice(0, kept)))}\n`;
    // A gzipped text is never longer than the text and a small header: most reports need no second look.
    const size = text.length * 3 < limits.gzippedBytes ? 0 : gzipSync(text).length;
    if (size <= limits.gzippedBytes || kept === 0) return text;
    kept = Math.floor(kept * Math.min(0.95, (0.95 * limits.gzippedBytes) / size));
  }
}

function logOf(report: Report, context: ReportContext, options: SarifOptions, kept: readonly Finding[]): Log {
  const findings = [...kept].sort(compareFindings);
  const rules = [...new Set(findings.map((finding) => finding.rule))].sort(compareText);
  const ruleIndex = new Map(rules.map((rule, index) => [rule, index]));
  const lines = lineReader(context);
  const result = (finding: Finding) => resultOf(finding, ruleIndex.get(finding.rule) ?? -1, lines, options);
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'rustperf',
            version: report.tool.version,
            semanticVersion: report.tool.version,
            informationUri: HOME,
            rules: rules.map((rule) => descriptorOf(rule, context.rules.get(rule), findings)),
          },
        },
        automationDetails: { id: `${options.category ?? 'rustperf'}/` },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
        invocations: [
          {
            executionSuccessful: report.complete,
            toolExecutionNotifications: notificationsOf(report, kept.length, options),
          },
        ],
        results: findings.map(result),
      },
    ],
  };
}

function notificationsOf(report: Report, kept: number, options: SarifOptions): Notification[] {
  const notes = report.notes.map((note): Notification => {
    const level = note.kind === 'incomplete' ? 'error' : 'note';
    const locations =
      note.path === undefined
        ? {}
        : { locations: [{ physicalLocation: { artifactLocation: artifact(note.path, options) } }] };
    return { level, message: { text: oneLine(note.message) }, ...locations };
  });
  const missing = report.findings.length - kept;
  if (missing === 0) return notes;
  const text = `${count(missing, 'finding')} of lower rank left out to stay within the limits of code scanning; \`--format json\` has all of them`;
  return [...notes, { level: 'warning', message: { text } }];
}

function descriptorOf(
  id: string,
  words: RuleWords | undefined,
  findings: readonly Finding[],
): ReportingDescriptor {
  const sample = findings.find((finding) => finding.rule === id);
  const severity = words?.severity ?? sample?.severity ?? 'warning';
  const helpUri = webUrl(words?.url ?? sample?.url ?? '');
  const title = sentence(words?.title ?? id.replaceAll('-', ' '));
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: title },
    fullDescription: { text: sentence(words ? oneLine(words.why) : title) },
    help: helpOf(words, title),
    ...(helpUri !== undefined && { helpUri }),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags: ['performance', 'rust', ...(words ? [words.area] : [])],
      precision: PRECISIONS[words?.confidence ?? sample?.confidence ?? 'medium'],
      'problem.severity': PROBLEM_SEVERITIES[severity],
    },
  };
}

function helpOf(words: RuleWords | undefined, title: string): { text: string; markdown: string } {
  if (!words) return { text: title, markdown: title };
  const why = wellFormed(words.why.trim());
  const fix = wellFormed(words.fix.trim());
  return { text: `${why}\n\nInstead:\n${fix}`, markdown: `## Why\n\n${why}\n\n## Instead\n\n${fix}\n` };
}

function pascalCase(id: string): string {
  return id.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** SARIF's texts are sentences, ours are clauses. */
function sentence(text: string): string {
  const line = oneLine(text);
  const first = line.charAt(0).toUpperCase();
  return `${first}${line.slice(1)}${/[.!?]$/.test(line) ? '' : '.'}`;
}

function resultOf(finding: Finding, ruleIndex: number, lines: ReadLines, options: SarifOptions): Result {
  const { confidence, tier, changed } = finding;
  const related = finding.related.slice(0, MOST_RELATED).map(
    (place, index): SarifLocation => ({
      id: index + 1,
      physicalLocation: physical(place, lines, options),
      message: { text: sentence(place.message) },
    }),
  );
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: LEVELS[finding.severity],
    message: { text: messageOf(finding) },
    locations: [{ physicalLocation: physical(finding, lines, options) }],
    ...(related.length > 0 && { relatedLocations: related }),
    partialFingerprints: {
      'rustperf/v1': finding.fingerprint,
      ...(options.forUpload && { primaryLocationLineHash: `${finding.fingerprint}:1` }),
    },
    ...(finding.fix && { fixes: [fixOf(finding.fix, finding.help, options)] }),
    properties: { confidence, tier, ...(changed !== null && { changed }) },
  };
}

function messageOf(finding: Finding): string {
  const message = sentence(escapeLinks(finding.message));
  const measured = finding.evidence.map((evidence) => sentence(escapeLinks(`measured: ${evidence.message}`)));
  const help = finding.help === '' ? [] : [sentence(escapeLinks(finding.help))];
  return [message, ...help, ...measured].join(' ');
}

/** In SARIF messages `[text](1)` is a link to a related location, so brackets need a backslash. */
function escapeLinks(text: string): string {
  return text.replace(/[\\[\]]/g, '\\$&');
}

function fixOf(fix: Fix, help: string, options: SarifOptions): SarifFix {
  const paths = [...new Set(fix.edits.map((edit) => edit.path))];
  return {
    description: { text: sentence(fix.title ?? (help === '' ? 'replace the code' : help)) },
    artifactChanges: paths.map((path) => ({
      artifactLocation: artifact(path, options),
      replacements: fix.edits
        .filter((edit) => edit.path === path)
        .map((edit) => ({
          deletedRegion: exactRegion(edit),
          ...(edit.newText !== '' && { insertedContent: { text: wellFormed(edit.newText) } }),
        })),
    })),
  };
}

function physical(location: Location, lines: ReadLines, options: SarifOptions): PhysicalLocation {
  return { artifactLocation: artifact(location.path, options), region: shortRegion(location, lines) };
}

function artifact(path: string, options: SarifOptions): { uri: string; uriBaseId: string } {
  return { uri: urlPath(options.repositoryPath?.(path) ?? path), uriBaseId: '%SRCROOT%' };
}

/** Viewers print the whole region into the alert: a long one is cut to its first line. */
const LONGEST_REGION = 4;

function shortRegion(span: Location, lines: ReadLines): Region {
  if (span.endLine - span.line < LONGEST_REGION) return exactRegion(span);
  const length = lines(span.path)?.[span.line - 1]?.trimEnd().length ?? 0;
  return {
    startLine: span.line,
    startColumn: span.column,
    endLine: span.line,
    endColumn: Math.max(span.column + 1, length + 1),
  };
}

function exactRegion({ line, column, endLine, endColumn }: Location): Region {
  return { startLine: line, startColumn: column, endLine, endColumn };
}
