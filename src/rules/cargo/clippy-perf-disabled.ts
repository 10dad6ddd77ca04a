/** Finds projects where Clippy's performance lints are switched off, or never run. */
import type { Draft, Fix, Location } from '../../findings/finding.js';
import type { Package, Workspace } from '../../project/project.js';
import { isProductionPackage } from '../../project/scope.js';
import { isTable, locateKey, locateTable, type TomlFile, tomlAt } from '../../project/toml.js';
import type { JudgeContext, Rule } from '../rule.js';
import { headOfManifest, isInsideRoot } from './subject.js';

export const rule: Rule = {
  id: 'clippy-perf-disabled',
  judge: (context) => [...allowedInCode(context), ...context.project.workspaces.flatMap(judgeWorkspace)],
};

function allowedInCode({ program, project }: JudgeContext): Draft[] {
  const packages = project.workspaces.flatMap((workspace) => workspace.packages);
  const roots = new Set(packages.flatMap((pkg) => pkg.targets.map((target) => target.path)));
  return program
    .crateAttributes()
    .filter(({ at }) => roots.has(at.path))
    .filter(({ text }) => /\ballow\s*\(/u.test(text) && /\bclippy\s*::\s*(?:all|perf)\b/u.test(text))
    .map(({ text, at }) => ({
      rule: 'clippy-perf-disabled',
      at,
      message: `\`${group(text)}\` is allowed for the whole crate: Clippy finds no performance problem in it`,
      item: 'crate',
    }));
}

function group(text: string): string {
  return /clippy\s*::\s*perf/u.test(text) ? 'clippy::perf' : 'clippy::all';
}

function judgeWorkspace(workspace: Workspace): Draft[] {
  const tables = [
    { file: workspace.manifestFile, keys: ['workspace', 'lints', 'clippy'] },
    ...workspace.packages
      .filter(isProductionPackage)
      .map((pkg: Package) => ({ file: pkg.manifestFile, keys: ['lints', 'clippy'] })),
  ];
  const allowed = tables.flatMap(({ file, keys }) => (file ? allowedIn(file, keys) : []));
  return allowed.length > 0 ? allowed : neverRun(workspace);
}

function allowedIn(file: TomlFile, keys: readonly string[]): Draft[] {
  return ['perf', 'all'].flatMap((name): Draft[] => {
    const value = tomlAt(file.values, ...keys, name);
    const level = isTable(value) ? value.level : value;
    // `perf` set by itself wins over `all` where its priority is higher; who writes both knows.
    if (level !== 'allow' || (name === 'all' && tomlAt(file.values, ...keys, 'perf') !== undefined))
      return [];
    const place = locateKey(file, ...keys, name);
    return [
      {
        rule: 'clippy-perf-disabled',
        at: { path: file.path, ...(place?.pair ?? { line: 1, column: 1, endLine: 1, endColumn: 1 }) },
        message: `\`clippy::${name}\` is off: Clippy finds no performance problem here`,
        item: 'lints.clippy',
        ...(place && name === 'perf' && { fix: warnInstead(file, keys) }),
      },
    ];
  });
}

function warnInstead(file: TomlFile, keys: readonly string[]): Fix {
  const level = locateKey(file, ...keys, 'perf', 'level') ?? locateKey(file, ...keys, 'perf');
  const span = level?.value ?? { line: 1, column: 1, endLine: 1, endColumn: 1 };
  return {
    applicability: 'machine-applicable',
    title: 'set `perf = "warn"`',
    edits: [{ path: file.path, ...span, newText: '"warn"' }],
  };
}

/** CI files exist, and none of them so much as names Clippy. */
function neverRun({ shipping, manifestFile }: Workspace): Draft[] {
  const buildsInCi = shipping.builds.some(({ source }) => source === 'workflow' || source === 'gitlab');
  if (!shipping.hasCi || !buildsInCi || shipping.clippy.length > 0) return [];
  if (!manifestFile || !isInsideRoot(manifestFile.path)) return [];
  return [
    {
      rule: 'clippy-perf-disabled',
      at: placeOfLints(manifestFile),
      message: 'CI never runs Clippy: its performance lints find nothing',
      confidence: 'medium',
      item: 'lints.clippy',
    },
  ];
}

function placeOfLints(file: TomlFile): Location {
  const span =
    locateTable(file, 'lints', 'clippy')?.header ?? locateTable(file, 'workspace', 'lints', 'clippy')?.header;
  return span ? { path: file.path, ...span } : headOfManifest(file);
}
