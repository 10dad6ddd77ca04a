/**
 * Runs a rule over marked code and says where findings and markers differ.
 *
 * A line that must be found ends in `//~ <rule-id>` (`#~ <rule-id>` in TOML and YAML); `//~^ <rule-id>` on a
 * line of its own speaks of the line above. One marker, one finding. A single file becomes a small package;
 * its first lines may say `// edition: 2024`, `// deps: tokio, axum = "0.8"`, and `// unparsed: allowed`
 * where it holds what no parser takes. Files in `profile/` are given as `--profile-data`,
 * files in `clippy/` are what `cargo clippy --message-format=json` printed.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { audit } from '../../src/audit.js';
import { readLints } from '../../src/clippy/lints.js';
import type { Finding } from '../../src/findings/finding.js';
import type { Report } from '../../src/report/report.js';
import type { ExampleCode, RuleSpec } from '../../src/rules/rule.js';
import { voiceProblems } from '../../src/rules/voice.js';
import { loadSettings } from '../../src/settings/load.js';

/** Text by path relative to the case's root. */
type Files = Readonly<Record<string, string>>;

export interface Case {
  readonly rule: string;
  /** Unique within the rule. */
  readonly name: string;
  /** Whether markers must, must not, or may appear. */
  readonly marked: 'yes' | 'no' | 'either';
  readonly files: Files;
}

interface Marker {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
}

/** The rule's examples, and its fixtures: files and folders in test/rules/<id>/. */
export function casesOf(spec: RuleSpec, fixtures: string): Case[] {
  const examples = spec.examples.map(
    ({ kind, code }, index): Case => ({
      rule: spec.id,
      name: `example ${index + 1} (${kind})`,
      marked: kind === 'bad' ? 'yes' : 'no',
      files: withManifest(code),
    }),
  );
  return [...examples, ...fixtureCases(spec.id, join(fixtures, spec.id))];
}

/** What is wrong, as readable lines; empty when findings and markers agree. */
export async function problemsOf(one: Case): Promise<string[]> {
  const markers = markersOf(one.files);
  const problems = markerProblems(one, markers);
  if (problems.length > 0) return problems;
  const report = await auditFiles(one.files, one.rule);
  return [...reportProblems(report, one.files), ...differences(report.findings, markers, one.files)];
}

async function auditFiles(files: Files, rule: string): Promise<Report> {
  const root = mkdtempSync(join(tmpdir(), 'rustperf-rule-'));
  try {
    // Without this, settings would be searched for above the folder.
    mkdirSync(join(root, '.git'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const profileData = Object.keys(files).filter((path) => path.startsWith('profile/'));
    const told = { path: root, only: [rule], pedantic: true, cache: false, jobs: '1', profileData };
    const said = Object.keys(files).filter((path) => path.startsWith('clippy/'));
    const clippy = {
      lints: said.flatMap((path) => readLints(files[path] ?? '')),
      complete: said.length > 0,
      notes: [],
    };
    const { report } = await audit(await loadSettings(told, { cwd: root }), { changes: null, clippy });
    return report;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function fixtureCases(rule: string, folder: string): Case[] {
  return entriesOf(folder).map((entry): Case => {
    const path = join(folder, entry.name);
    const files = entry.isDirectory() ? filesBelow(path) : withManifest(readFileSync(path, 'utf8'));
    return { rule, name: entry.name, marked: 'either', files };
  });
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

function filesBelow(folder: string): Files {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [relative(folder, file).split(sep).join('/'), readFileSync(file, 'utf8')];
    }),
  );
}

/** Code without a Cargo.toml of its own becomes a package with one target. */
function withManifest(code: ExampleCode): Files {
  const files = typeof code === 'string' ? { [rootFile(code)]: code } : code;
  if (Object.keys(files).some((path) => path.endsWith('Cargo.toml'))) return files;
  const head = Object.values(files).join('\n');
  const edition = /^\/\/ edition: (\d{4})$/m.exec(head)?.[1] ?? '2021';
  const deps = (/^\/\/ deps: (.+)$/m.exec(head)?.[1] ?? '').match(/(?:[^,{[]|\{[^}]*\}|\[[^\]]*\])+/g) ?? [];
  const lines = deps.map((dep) => (dep.includes('=') ? dep.trim() : `${dep.trim()} = "*"`));
  const manifest = `[package]\nname = "case"\nversion = "0.1.0"\nedition = "${edition}"\n\n[dependencies]\n${lines.join('\n')}\n`;
  return { ...files, 'Cargo.toml': manifest };
}

function rootFile(code: string): string {
  return /\bfn main\s*\(/.test(code) ? 'src/main.rs' : 'src/lib.rs';
}

function markersOf(files: Files): Marker[] {
  return Object.entries(files).flatMap(([path, text]) =>
    text.split('\n').flatMap((line, index) =>
      [...line.matchAll(/(?:\/\/|#)~(\^*)\s*([\w-]+)/g)].map(([, up = '', rule = '']) => ({
        path,
        line: index + 1 - up.length,
        rule,
      })),
    ),
  );
}

function markerProblems({ rule, marked }: Case, markers: readonly Marker[]): string[] {
  const strangers = markers.filter((marker) => marker.rule !== rule);
  if (strangers.length > 0)
    return strangers.map((m) => `${m.path}:${m.line}: marker of another rule: ${m.rule}`);
  if (marked === 'yes' && markers.length === 0)
    return [`no line is marked: end the bad line in \`//~ ${rule}\``];
  if (marked === 'no' && markers.length > 0) return ['a line of good code is marked'];
  return [];
}

function reportProblems({ findings, notes, stats }: Report, files: Files): string[] {
  const undone = notes
    .filter(({ kind }) => kind === 'incomplete')
    .map(({ path, message }) => `${path ?? 'run'}: ${message}`);
  const mayFail = Object.values(files).some((text) => /^\/\/ unparsed: allowed$/m.test(text));
  const unparsed = stats.unparsedBytes > 0 && !mayFail ? [`${stats.unparsedBytes} bytes are not Rust`] : [];
  return [...undone, ...unparsed, ...new Set(findings.flatMap(wordProblems))];
}

function wordProblems({ message, help }: Finding): string[] {
  return [message, help].flatMap((text) => {
    const leftover = /\{[a-z][\w-]*\}/.exec(text.replaceAll(/`[^`]*`/g, ''));
    const problems = voiceProblems(text);
    if (leftover !== null) problems.push(`${leftover[0]} is not filled in`);
    return problems.map((problem) => `"${text}": ${problem}`);
  });
}

function differences(findings: readonly Finding[], markers: readonly Marker[], files: Files): string[] {
  const open = [...markers];
  const surplus = findings.filter(({ path, line, rule }) => {
    const index = open.findIndex(
      (marker) => marker.path === path && marker.line === line && marker.rule === rule,
    );
    if (index >= 0) open.splice(index, 1);
    return index < 0;
  });
  const shown = (path: string, line: number) => `\n    ${files[path]?.split('\n')[line - 1]?.trim() ?? ''}`;
  return [
    ...open.map(({ path, line }) => `${path}:${line}: marked, but not found${shown(path, line)}`),
    ...surplus.map(
      ({ path, line, column, message }) =>
        `${path}:${line}:${column}: found, but not marked: ${message}${shown(path, line)}`,
    ),
  ];
}
