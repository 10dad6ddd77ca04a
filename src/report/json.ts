/** A report becomes the JSON of schema 1, field by field, in a fixed order (report.schema.json). */
import type { Edit, Evidence, Finding, Location, Note, Related } from '../findings/finding.js';
import type { Report, SuggestedProfile, Trend } from './report.js';

/** Ends with a line break; two blanks of indentation. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(published(report), null, 2)}\n`;
}

/** Only what is published, so that fields which the stages add for themselves never leak into the contract. */
function published(report: Report): Report {
  const { schema, tool, root, complete, summary, stats } = report;
  return {
    schema,
    tool: { name: tool.name, version: tool.version },
    root,
    complete,
    summary: {
      critical: summary.critical,
      warning: summary.warning,
      suggestion: summary.suggestion,
      suppressed: summary.suppressed,
      baselined: summary.baselined,
    },
    stats: {
      files: stats.files,
      bytes: stats.bytes,
      cached: stats.cached,
      unparsedBytes: stats.unparsedBytes,
      durationMs: stats.durationMs,
    },
    findings: report.findings.map(publishedFinding),
    notes: report.notes.map(publishedNote),
    suggestedProfiles: report.suggestedProfiles.map(publishedProfile),
    ...(report.trend && { trend: publishedTrend(report.trend) }),
  };
}

function publishedFinding(finding: Finding): Finding {
  const {
    rule,
    severity,
    confidence,
    tier,
    message,
    help,
    url,
    fingerprint,
    changed,
    related,
    evidence,
    fix,
  } = finding;
  return {
    rule,
    severity,
    confidence,
    tier,
    ...publishedLocation(finding),
    message,
    help,
    url,
    fingerprint,
    changed,
    related: related.map(publishedRelated),
    evidence: evidence.map(publishedEvidence),
    ...(fix && {
      fix: {
        applicability: fix.applicability,
        ...(fix.title !== undefined && { title: fix.title }),
        edits: fix.edits.map(publishedEdit),
      },
    }),
  };
}

function publishedLocation({ path, line, column, endLine, endColumn }: Location): Location {
  return { path, line, column, endLine, endColumn };
}

function publishedRelated(related: Related): Related {
  return { ...publishedLocation(related), message: related.message };
}

function publishedEdit(edit: Edit): Edit {
  return { ...publishedLocation(edit), newText: edit.newText };
}

function publishedEvidence({ source, message, weight, unit }: Evidence): Evidence {
  return { source, message, weight, unit };
}

function publishedNote({ path, message, kind }: Note): Note {
  return path === undefined ? { message, kind } : { path, message, kind };
}

function publishedProfile(suggested: SuggestedProfile): SuggestedProfile {
  const { manifest, profile, because, settings, toml } = suggested;
  return {
    manifest,
    profile,
    because,
    settings: settings.map(({ key, value, current, reason, cost }) => ({
      key,
      value,
      current,
      reason,
      cost,
    })),
    toml,
  };
}

function publishedTrend({ branch, commit, added, removed }: Trend): Trend {
  return { branch, commit, added, removed };
}
