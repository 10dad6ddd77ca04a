/** A workspace with a program in it becomes the subject of configuration advice: its profile, products and places. */

import type { Fix, Location, Span } from '../../findings/finding.js';
import { quoted } from '../../project/paths.js';
import {
  definedProfiles,
  type EffectiveProfile,
  type Origin,
  resolveProfile,
  type Setting,
} from '../../project/profiles.js';
import type { Package, Target, Workspace } from '../../project/project.js';
import { isProductionPackage } from '../../project/scope.js';
import { locateKey, locateTable, type TomlFile } from '../../project/toml.js';
import type { JudgeContext } from '../rule.js';

export interface Subject {
  readonly workspace: Workspace;
  readonly manifest: TomlFile;
  /** The profile that ships. */
  readonly profile: EffectiveProfile;
  /** How we know, one clause. */
  readonly because: string;
  /** Packages that ship with a program or a C library in them. */
  readonly packages: readonly Package[];
}

/** Workspaces with at least one binary or C library, in project order. Libraries decide no profile. */
export function subjectsOf({ project, settings }: Pick<JudgeContext, 'project' | 'settings'>): Subject[] {
  return project.workspaces.flatMap((workspace) => {
    const manifest = workspace.manifestFile;
    const packages = workspace.packages.filter(
      (pkg) => isProductionPackage(pkg) && pkg.targets.some(isProduct),
    );
    if (!manifest || packages.length === 0) return [];
    const sources = { manifest, config: workspace.config, environment: workspace.shipping.environment };
    const named = settings.profile === null ? null : resolveProfile(settings.profile, sources);
    const profile =
      named ?? resolveProfile(workspace.shipping.profile, sources) ?? resolveProfile('release', sources);
    if (!profile) return [];
    const because = named ? '`profile` in the settings names it' : workspace.shipping.because;
    return [{ workspace, manifest, profile, because, packages }];
  });
}

export function isProduct(target: Target): boolean {
  if (target.kind === 'bin') return true;
  return target.kind === 'lib' && target.crateTypes.some((type) => type === 'cdylib' || type === 'staticlib');
}

/** Some package of the product depends on the crate, development aside. */
export function dependsOn(packages: readonly Package[], ...crates: readonly string[]): boolean {
  return packages.some((pkg) =>
    pkg.dependencies.some(
      (dependency) => dependency.kind === 'normal' && crates.includes(dependency.package),
    ),
  );
}

/** Built for browsers or for bare metal, where CPU and size advice differ. */
export function isSpecialTarget({ workspace, packages }: Subject): boolean {
  const special = /wasm|-none(?:-|$)|thumbv|espidf|xtensa/u;
  const targets = workspace.shipping.builds.flatMap((command) => command.targets);
  const configured = workspace.config.flatMap((file) => [configTarget(file)]);
  return (
    (targets.length > 0 && targets.every((target) => special.test(target))) ||
    configured.some((target) => special.test(target)) ||
    dependsOn(packages, 'wasm-bindgen', 'cortex-m', 'cortex-m-rt', 'esp-hal', 'embassy-executor', 'riscv-rt')
  );
}

function configTarget(file: TomlFile): string {
  const build = file.values.build;
  return typeof build === 'object' && 'target' in build && typeof build.target === 'string'
    ? build.target
    : '';
}

/** Findings outside the audited root have no place; those files are judged when their own root is audited. */
export function isInsideRoot(path: string): boolean {
  return !path.startsWith('../');
}

/** Where a set value is written; null for defaults and for files above the root. */
export function placeOfOrigin(origin: Origin): Location | null {
  if (origin.kind === 'default') return null;
  if (origin.kind === 'environment') return isInsideRoot(origin.at.path) ? origin.at : null;
  if (!isInsideRoot(origin.file.path)) return null;
  const place = locateKey(origin.file, ...origin.keys);
  return { path: origin.file.path, ...(place?.pair ?? FILE_START) };
}

/** The key's line; for a missing key the header it belongs under; without one the root manifest's first table. */
export function placeOfSetting(subject: Subject, setting: Setting<unknown>): Location {
  return placeOfOrigin(setting.origin) ?? headerOfProfile(subject)?.at ?? headOfManifest(subject.manifest);
}

interface ProfileHeader {
  readonly file: TomlFile;
  readonly keys: readonly string[];
  readonly at: Location;
}

/** `[profile.<name>]` of the shipping profile, nearest configuration first after the manifest. */
function headerOfProfile({ manifest, workspace, profile }: Subject): ProfileHeader | null {
  for (const name of profile.chain) {
    for (const file of [manifest, ...workspace.config]) {
      if (!isInsideRoot(file.path)) continue;
      const keys = ['profile', name];
      const span = locateTable(file, ...keys)?.header ?? locateKey(file, ...keys)?.pair;
      if (span) return { file, keys, at: { path: file.path, ...span } };
    }
  }
  return null;
}

/** The `[package]` or `[workspace]` line. */
export function headOfManifest(manifest: TomlFile): Location {
  const span = locateTable(manifest, 'package')?.header ?? locateTable(manifest, 'workspace')?.header;
  return { path: manifest.path, ...(span ?? FILE_START) };
}

const FILE_START: Span = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** Sets `profile.<name>.<key>` to a TOML value: replaces it, adds the line, or adds the table. */
export function setProfileKey(
  subject: Subject,
  setting: Setting<unknown>,
  key: string,
  value: string,
): Fix | null {
  const { origin } = setting;
  const title = `set \`${key} = ${value}\` in ${quoted(`profile.${subject.profile.name}`)}`;
  if (origin.kind === 'environment') return null;
  const own = subject.profile.name;
  // What another profile says is overridden here, not changed there: other builds may want it.
  if (origin.kind === 'file' && origin.keys[1] === own) {
    const place = isInsideRoot(origin.file.path) ? locateKey(origin.file, ...origin.keys) : undefined;
    if (!place) return null;
    return safe(title, { path: origin.file.path, ...place.value, newText: value });
  }
  const { manifest } = subject;
  const table = locateTable(manifest, 'profile', own);
  if (table) {
    // Two keys added at once must not want the same place.
    const after = key === 'lto' ? table.header.endLine : table.lastLine;
    return safe(title, insertAfterLine(manifest, after, `${key} = ${value}`));
  }
  // Written inline or as dotted keys: rare, and for people to edit.
  if (locateKey(manifest, 'profile', own) || own !== 'release') return null;
  const separator = manifest.text === '' || manifest.text.endsWith('\n') ? '' : '\n';
  const lines = manifest.text.split('\n');
  const at = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  return safe(title, {
    path: manifest.path,
    ...at,
    endLine: at.line,
    endColumn: at.column,
    newText: `${separator}\n[profile.${own}]\n${key} = ${value}\n`,
  });
}

function insertAfterLine(file: TomlFile, line: number, text: string): Fix['edits'][number] {
  const raw = (file.text.split('\n')[line - 1] ?? '').replace(/\r$/u, '');
  const column = raw.length + 1;
  const newline = file.text.includes('\r\n') ? '\r\n' : '\n';
  return { path: file.path, line, column, endLine: line, endColumn: column, newText: `${newline}${text}` };
}

/** Takes a `key = value` line out, with its line break. Null inside `{ … }`, where commas would have to go too. */
export function removeKey(origin: Origin, title: string): Fix | null {
  if (origin.kind !== 'file' || !isInsideRoot(origin.file.path)) return null;
  const place = locateKey(origin.file, ...origin.keys);
  if (!place || place.inline || place.pair.line !== place.pair.endLine) return null;
  const { line } = place.pair;
  const lines = origin.file.text.split('\n');
  const end =
    line < lines.length
      ? { endLine: line + 1, endColumn: 1 }
      : { endLine: line, endColumn: (lines[line - 1] ?? '').length + 1 };
  return safe(title, { path: origin.file.path, line, column: 1, ...end, newText: '' });
}

function safe(title: string, edit: Fix['edits'][number]): Fix {
  return { applicability: 'machine-applicable', title, edits: [edit] };
}

/** Fields of a draft that only exist where there is a fix. */
export function withFix(fix: Fix | null): { readonly fix?: Fix } {
  return fix ? { fix } : {};
}

/**
 * How sure advice can be. A workspace that CI never builds beside one that it does may be a tool, and so may the
 * side programs of libraries that CI tests but never builds for release.
 */
export function confidenceFor(subject: Subject): 'high' | 'low' {
  return subject.workspace.shipping.isAside || isSideProgram(subject) ? 'low' : 'high';
}

function isSideProgram({ workspace, packages }: Subject): boolean {
  const { hasCi, command, publishing } = workspace.shipping;
  return (
    hasCi &&
    command === null &&
    publishing.length === 0 &&
    packages.every(
      ({ name, targets }) => targets.some(({ kind }) => kind === 'lib') && !targets.some(isMain(name)),
    )
  );
}

function isMain(name: string): (target: Target) => boolean {
  return (target) => target.kind === 'bin' && (target.path.endsWith('src/main.rs') || target.name === name);
}

/**
 * Nothing shows which profile ships, and one that inherits from `release`, so probably made for shipping, has
 * what `release` lacks.
 */
export function isDecidedElsewhere(
  { workspace, manifest, profile }: Subject,
  decides: (other: EffectiveProfile) => boolean,
): boolean {
  if (workspace.shipping.command !== null || profile.name !== 'release') return false;
  const sources = { manifest, config: workspace.config, environment: workspace.shipping.environment };
  return definedProfiles(sources).some((name) => {
    if (name === 'bench' || name === 'release') return false;
    const other = resolveProfile(name, sources);
    return other?.chain.includes('release') === true && decides(other);
  });
}
