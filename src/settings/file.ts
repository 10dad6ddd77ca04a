/** Finds and checks rustperf.toml, or its tables in Cargo.toml, and turns it into typed settings. */
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Confidence, Severity } from '../findings/finding.js';
import { checkAgainst, isRecord, type KeyPath } from './schema.js';
import { type RuleSetting, SettingsError } from './settings.js';
import { parseToml, type TomlDocument, TomlSyntaxError } from './toml.js';
import { settingsValidator } from './validator.js';

/** What the file says; absent keys are undefined. Paths are absolute, globs relative to the audited root. */
export interface FileSettings {
  /** As shown in messages; null when there is no file. */
  readonly source: string | null;
  readonly failOn?: Severity | 'never' | undefined;
  readonly minSeverity?: Severity | undefined;
  readonly minConfidence?: Confidence | undefined;
  readonly only?: readonly string[] | undefined;
  readonly skip?: readonly string[] | undefined;
  readonly pedantic?: boolean | undefined;
  readonly allTargets?: boolean | undefined;
  readonly baseline?: string | undefined;
  readonly rulePaths?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
  readonly hot?: readonly string[] | undefined;
  readonly profile?: string | undefined;
  readonly deploy?: 'portable' | 'native' | undefined;
  readonly ruleSettings?: ReadonlyMap<string, RuleSetting> | undefined;
  /** Where each `[rule.<id>]` stands, as `file:line:column`. */
  readonly rulePlaces?: ReadonlyMap<string, string>;
}

/** rustperf.toml as its schema accepts it. */
interface Table {
  readonly 'fail-on'?: Severity | 'never';
  readonly 'min-severity'?: Severity;
  readonly 'min-confidence'?: Confidence;
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly pedantic?: boolean;
  readonly 'all-targets'?: boolean;
  readonly baseline?: string;
  readonly rules?: readonly string[];
  readonly exclude?: readonly string[];
  readonly hot?: readonly string[];
  readonly profile?: string;
  readonly deploy?: 'portable' | 'native';
  readonly rule?: Readonly<Record<string, RuleSetting>>;
}

interface Found {
  readonly file: string;
  readonly document: TomlDocument;
  /** Where the settings start in the document: empty for rustperf.toml. */
  readonly base: KeyPath;
}

const none: FileSettings = { source: null };

/**
 * Reads `config` when given, else the nearest rustperf.toml or `metadata.rustperf` table from `root` up to
 * the workspace's root or the end of the repository.
 * @param root absolute folder that globs are made relative to
 * @param config absolute path, or null to search
 * @param cwd absolute folder that paths in messages are relative to
 * @throws SettingsError
 */
export async function readSettingsFile(
  root: string,
  config: string | null,
  cwd: string,
): Promise<FileSettings> {
  const found = config === null ? search(root, cwd) : openGiven(config, cwd);
  if (found === null) return none;
  const { file } = found;
  const table = await checkTable(found, cwd);
  const dir = dirname(file);
  const globs = (patterns: readonly string[] | undefined) => patterns?.flatMap((p) => rebase(p, dir, root));
  const ruleSettings = Object.entries(table.rule ?? {}).map(
    ([id, { severity, include, exclude }]): [string, RuleSetting] => [
      id,
      {
        ...(severity && { severity }),
        ...(include && { include: include.flatMap((pattern) => rebase(pattern, dir, root)) }),
        ...(exclude && { exclude: exclude.flatMap((pattern) => rebase(pattern, dir, root)) }),
      },
    ],
  );
  return {
    source: shownPath(file, cwd),
    failOn: table['fail-on'],
    minSeverity: table['min-severity'],
    minConfidence: table['min-confidence'],
    only: table.only,
    skip: table.skip,
    pedantic: table.pedantic,
    allTargets: table['all-targets'],
    baseline: table.baseline === undefined ? undefined : resolve(dir, table.baseline),
    rulePaths: table.rules?.map((path) => resolve(dir, path)),
    exclude: globs(table.exclude),
    hot: globs(table.hot),
    profile: table.profile,
    deploy: table.deploy,
    ruleSettings: new Map(ruleSettings),
    rulePlaces: new Map(ruleSettings.map(([id]) => [id, placeOf(found, ['rule', id], cwd)])),
  };
}

/**
 * A glob written relative to `from`, as globs relative to `to`, a folder at or below it: none when it
 * speaks of other folders only. A glob that starts with a wildcard can match anywhere and stays as it is.
 */
export function rebase(pattern: string, from: string, to: string): string[] {
  const below = relative(from, to).split(sep).filter(Boolean);
  const parts = pattern.replace(/^\.?\/|\/$/g, '').split('/');
  while (below.length > 0 && parts.length > 0) {
    if (parts[0] === '**') break;
    if (parts[0] !== below[0] && parts[0] !== '*') return [];
    below.shift();
    parts.shift();
  }
  return [parts.length === 0 ? '**' : parts.join('/')];
}

function openGiven(file: string, cwd: string): Found {
  if (!existsSync(file)) {
    throw new SettingsError(
      `\`${shownPath(file, cwd)}\` does not exist: \`--config\` takes the path of a rustperf.toml`,
    );
  }
  return { file, document: read(file, cwd), base: [] };
}

/** Cargo's own root search stops at `[workspace]`; a repository's end (`.git`) bounds it too. */
function search(root: string, cwd: string): Found | null {
  for (let dir = root; ; dir = dirname(dir)) {
    const found = inFolder(dir, cwd);
    if (found !== null) return found;
    if (existsSync(join(dir, '.git')) || isWorkspaceRoot(dir) || dirname(dir) === dir) return null;
  }
}

function inFolder(dir: string, cwd: string): Found | null {
  const file = join(dir, 'rustperf.toml');
  const metadata = inManifest(join(dir, 'Cargo.toml'));
  if (!existsSync(file)) return metadata;
  // What is audited may not make us read files outside of it.
  if (lstatSync(file).isSymbolicLink()) {
    throw new SettingsError(
      `\`${shownPath(file, cwd)}\` is a link, and links of the audited code are not followed: give its target with \`--config\``,
    );
  }
  if (metadata !== null) {
    throw new SettingsError(
      `settings stand in both \`${shownPath(file, cwd)}\` and \`[${metadata.base.join('.')}]\` of \`${shownPath(metadata.file, cwd)}\`: keep one of them`,
    );
  }
  return { file, document: read(file, cwd), base: [] };
}

/** A manifest that is not TOML holds no settings; the audit itself reports it. */
function inManifest(file: string): Found | null {
  const document = readManifest(file);
  if (document === null) return null;
  for (const owner of ['workspace', 'package']) {
    const base = [owner, 'metadata', 'rustperf'];
    if (tableAt(document, base) !== undefined) return { file, document, base };
  }
  return null;
}

function isWorkspaceRoot(dir: string): boolean {
  return readManifest(join(dir, 'Cargo.toml'))?.value.workspace !== undefined;
}

function readManifest(file: string): TomlDocument | null {
  try {
    const text = readFileSync(file, 'utf8');
    return text.includes('workspace') || text.includes('rustperf') ? parseToml(text) : null;
  } catch (error) {
    if (error instanceof TomlSyntaxError || isSystemError(error)) return null;
    throw error;
  }
}

function read(file: string, cwd: string): TomlDocument {
  try {
    return parseToml(readFileSync(file, 'utf8'));
  } catch (error) {
    const shown = shownPath(file, cwd);
    if (error instanceof TomlSyntaxError) {
      throw new SettingsError(`${shown}:${error.line}:${error.column}: not TOML: ${error.message}`, {
        cause: error,
      });
    }
    if (isSystemError(error)) {
      throw new SettingsError(
        `\`${shown}\` cannot be read (${error.code}): check what it is and its permissions`,
        {
          cause: error,
        },
      );
    }
    throw error;
  }
}

async function checkTable(found: Found, cwd: string): Promise<Table> {
  const checked = checkAgainst(await settingsValidator<Table>(), tableAt(found.document, found.base));
  if (checked.ok) return checked.value;
  const lines = checked.violations.map(({ path, message }) => `${placeOf(found, path, cwd)}: ${message}`);
  throw new SettingsError(lines.join('\n'));
}

function tableAt(document: TomlDocument, base: KeyPath): unknown {
  return base.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), document.value);
}

function placeOf({ file, document, base }: Found, path: KeyPath, cwd: string): string {
  const { line, column } = document.keyAt([...base, ...path]);
  return `${shownPath(file, cwd)}:${line}:${column}`;
}

function shownPath(file: string, cwd: string): string {
  const shown = relative(cwd, file);
  return shown.startsWith('..') || shown === '' ? file : shown.split(sep).join('/');
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
