/** Finds Cargo features that cost speed in production, and profilers that ship with the program. */
import type { Draft, Location } from '../../findings/finding.js';
import type { Dependency, Package, Workspace } from '../../project/project.js';
import { locateKey, stringsAt, type TomlFile } from '../../project/toml.js';
import type { Rule } from '../rule.js';
import { confidenceFor, headOfManifest, isInsideRoot, type Subject, subjectsOf } from './subject.js';

export const rule: Rule = {
  id: 'perf-feature-misconfig',
  judge: (context) => onePerPlace(subjectsOf(context).flatMap(judgeSubject)),
};

/** Members that inherit one dependency share its line. */
function onePerPlace(drafts: readonly Draft[]): Draft[] {
  const seen = new Set<string>();
  return drafts.filter(({ at, message }) => {
    const key = `${at.path}\u0000${at.line}\u0000${message}`;
    return !seen.has(key) && seen.add(key);
  });
}

interface CostlyFeature {
  readonly package: string;
  readonly feature: string;
  readonly cost: string;
  readonly help: string;
}

const COSTLY_FEATURES: readonly CostlyFeature[] = [
  {
    package: 'parking_lot',
    feature: 'deadlock_detection',
    cost: 'every lock operation is recorded to look for deadlocks',
    help: 'switch it on with a feature of your own while debugging',
  },
  {
    package: 'serde_json',
    feature: 'float_roundtrip',
    cost: 'floats are parsed about two times slower',
    help: 'drop it where the last digit of a float does not matter',
  },
  {
    package: 'serde_json',
    feature: 'arbitrary_precision',
    cost: 'every number is kept as a string, on the heap',
    help: 'drop it, or read the fields that need it as `RawValue`',
  },
];

const TOOLS: readonly { readonly package: string; readonly cost: string }[] = [
  { package: 'console-subscriber', cost: 'records every task and resource for tokio-console' },
  { package: 'dhat', cost: 'records every allocation when its allocator is installed' },
];

function judgeSubject(subject: Subject): Draft[] {
  return subject.packages.flatMap((pkg) =>
    pkg.dependencies
      .filter((dependency) => dependency.kind === 'normal' && !dependency.optional)
      .flatMap((dependency) => [
        ...costlyFeatures(subject, pkg, dependency),
        ...slowRegex(subject, pkg, dependency),
        ...tools(subject, pkg, dependency),
      ]),
  );
}

function costlyFeatures(subject: Subject, pkg: Package, dependency: Dependency): Draft[] {
  return COSTLY_FEATURES.flatMap((entry): Draft[] => {
    if (entry.package !== dependency.package || !dependency.features.includes(entry.feature)) return [];
    return [
      {
        rule: 'perf-feature-misconfig',
        at: placeOfFeature(subject.workspace, pkg, dependency, entry.feature),
        message: `feature \`${entry.feature}\` of \`${entry.package}\`: ${entry.cost}`,
        help: entry.help,
        confidence: confidenceFor(subject) === 'low' ? 'low' : 'medium',
        item: dependency.package,
      },
    ];
  });
}

/** `regex` without its `perf` features runs the slowest of its engines. */
function slowRegex(subject: Subject, pkg: Package, dependency: Dependency): Draft[] {
  if (dependency.package !== 'regex' || hasPerf(dependency) || isPerfElsewhere(subject.workspace)) return [];
  return [
    {
      rule: 'perf-feature-misconfig',
      at: placeOfDefaults(subject.workspace, pkg, dependency),
      message: '`regex` without its `perf` features searches with its slowest engine',
      help: 'add `features = ["std", "perf"]`; Unicode tables can stay out',
      confidence: confidenceFor(subject) === 'low' ? 'low' : 'medium',
      item: 'regex',
    },
  ];
}

function hasPerf({ defaultFeatures, features }: Dependency): boolean {
  return defaultFeatures || features.some((feature) => feature === 'default' || feature.startsWith('perf'));
}

/** Cargo unites the features that all packages of a build ask for. */
function isPerfElsewhere(workspace: Workspace): boolean {
  return workspace.packages.some((pkg) =>
    pkg.dependencies.some(
      (dependency) =>
        dependency.package === 'regex' &&
        dependency.kind === 'normal' &&
        !dependency.optional &&
        hasPerf(dependency),
    ),
  );
}

function tools(subject: Subject, pkg: Package, dependency: Dependency): Draft[] {
  const tool = TOOLS.find((entry) => entry.package === dependency.package);
  if (!tool) return [];
  return [
    {
      rule: 'perf-feature-misconfig',
      at: placeOf(pkg, dependency),
      message: `\`${tool.package}\` ships with the program: it ${tool.cost}`,
      help: 'make it `optional = true` behind a feature that shipped builds leave off',
      confidence: confidenceFor(subject) === 'low' ? 'low' : 'medium',
      item: dependency.package,
    },
  ];
}

function placeOf(pkg: Package, dependency: Dependency): Location {
  const file = pkg.manifestFile;
  const span = file && locateKey(file, ...dependency.keys)?.pair;
  // `[dependencies.regex]` is a table of its own.
  return span ? { path: pkg.manifest, ...span } : placeOfTable(pkg, dependency);
}

function placeOfTable(pkg: Package, dependency: Dependency): Location {
  const file = pkg.manifestFile;
  if (!file) return { path: pkg.manifest, line: 1, column: 1, endLine: 1, endColumn: 1 };
  for (const key of ['version', 'workspace', 'path', 'git', 'features', 'default-features']) {
    const span = locateKey(file, ...dependency.keys, key)?.pair;
    if (span) return { path: pkg.manifest, ...span };
  }
  return headOfManifest(file);
}

function placeOfFeature(
  workspace: Workspace,
  pkg: Package,
  dependency: Dependency,
  feature: string,
): Location {
  return (
    placeInList(pkg.manifestFile, [...dependency.keys, 'features'], feature) ??
    placeInList(
      sharedFile(workspace),
      ['workspace', 'dependencies', dependency.keys.at(-1) ?? '', 'features'],
      feature,
    ) ??
    placeOf(pkg, dependency)
  );
}

function placeInList(file: TomlFile | null, keys: readonly string[], text: string): Location | null {
  const index = file ? (stringsAt(file.values, ...keys)?.indexOf(text) ?? -1) : -1;
  const span = file && index >= 0 ? locateKey(file, ...keys, String(index))?.value : undefined;
  return file && span ? { path: file.path, ...span } : null;
}

function placeOfDefaults(workspace: Workspace, pkg: Package, dependency: Dependency): Location {
  const own = pkg.manifestFile && locateKey(pkg.manifestFile, ...dependency.keys, 'default-features')?.pair;
  if (own) return { path: pkg.manifest, ...own };
  const shared = sharedFile(workspace);
  const span =
    shared &&
    locateKey(shared, 'workspace', 'dependencies', dependency.keys.at(-1) ?? '', 'default-features')?.pair;
  return shared && span ? { path: shared.path, ...span } : placeOf(pkg, dependency);
}

function sharedFile({ manifestFile }: Workspace): TomlFile | null {
  return manifestFile && isInsideRoot(manifestFile.path) ? manifestFile : null;
}
