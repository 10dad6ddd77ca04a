/** Reads and writes the findings that a team has accepted for now, and tells them from new ones. */
import { SettingsError } from '../settings/settings.js';
import { compareText, type Finding } from './finding.js';
import { identityOf } from './fingerprint.js';
import { groupBy } from './group.js';

export interface BaselineEntry {
  readonly rule: string;
  /** Where it was when the baseline was written; the finding may have moved since. */
  readonly path: string;
  readonly fingerprint: string;
}

export interface Baseline {
  /** As messages name the file. */
  readonly file: string;
  readonly entries: readonly BaselineEntry[];
}

const VERSION = 1;
const FINGERPRINT = /^[0-9a-f]{32}$/;

/**
 * @param file how messages name it.
 * @throws SettingsError when the text is no baseline of a version that this tool knows.
 */
export function parseBaseline(text: string, file: string): Baseline {
  const data = parseJson(text, file);
  if (!isRecord(data) || !Array.isArray(data.findings)) {
    throw new SettingsError(`\`${file}\` is not a baseline: write one with \`--write-baseline\``);
  }
  if (data.version !== VERSION) {
    throw new SettingsError(
      `\`${file}\` is a baseline of version \`${String(data.version)}\`, this tool knows \`${VERSION}\`: ` +
        'update rustperf, or write the baseline again with `--write-baseline`',
    );
  }
  return { file, entries: data.findings.map((entry, index) => toEntry(entry, index, file)) };
}

/** The text of a baseline that accepts these findings: sorted, one finding a line, so that it merges well. */
export function formatBaseline(findings: readonly Pick<Finding, 'rule' | 'path' | 'fingerprint'>[]): string {
  const lines = findings
    .map(({ rule, path, fingerprint }): BaselineEntry => ({ rule, path, fingerprint }))
    .sort(compareEntries)
    .map((entry) => `    ${JSON.stringify(entry)}`);
  const body = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "version": ${VERSION},\n  "findings": ${body}\n}\n`;
}

/**
 * Splits findings into accepted and new ones. Every entry accepts one finding: first one in the file that it
 * names, then one of the same identity anywhere, because code moves.
 */
export function compareWithBaseline<T extends Pick<Finding, 'path' | 'fingerprint'>>(
  findings: readonly T[],
  baseline: Baseline,
): {
  readonly fresh: readonly T[];
  readonly accepted: readonly T[];
  readonly stale: readonly BaselineEntry[];
} {
  const remaining = new Set([...baseline.entries].sort(compareEntries));
  const accepted = new Set<T>();
  const acceptBy = (keyOf: (one: Pick<Finding, 'path' | 'fingerprint'>) => string): void => {
    const open = groupBy([...remaining], keyOf);
    const used = new Map<string, number>();
    for (const finding of findings) {
      if (accepted.has(finding)) continue;
      const key = keyOf(finding);
      const count = used.get(key) ?? 0;
      const entry = open.get(key)?.[count];
      if (entry === undefined) continue;
      used.set(key, count + 1);
      remaining.delete(entry);
      accepted.add(finding);
    }
  };
  acceptBy(({ path, fingerprint }) => `${path}\0${fingerprint}`);
  acceptBy(({ path, fingerprint }) => `${path}\0${identityOf(fingerprint)}`);
  acceptBy(({ fingerprint }) => identityOf(fingerprint));
  return {
    fresh: findings.filter((finding) => !accepted.has(finding)),
    accepted: findings.filter((finding) => accepted.has(finding)),
    stale: [...remaining],
  };
}

function compareEntries(a: BaselineEntry, b: BaselineEntry): number {
  return (
    compareText(a.path, b.path) || compareText(a.rule, b.rule) || compareText(a.fingerprint, b.fingerprint)
  );
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SettingsError(`\`${file}\` is not a baseline: it is not JSON`, { cause });
  }
}

function toEntry(entry: unknown, index: number, file: string): BaselineEntry {
  if (isRecord(entry)) {
    const { rule, path, fingerprint } = entry;
    if (
      typeof rule === 'string' &&
      typeof path === 'string' &&
      typeof fingerprint === 'string' &&
      FINGERPRINT.test(fingerprint)
    ) {
      return { rule, path, fingerprint };
    }
  }
  throw new SettingsError(
    `\`${file}\`: \`findings[${index}]\` needs \`rule\`, \`path\` and a \`fingerprint\` of 32 hexadecimal digits`,
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
