/** Finds locked releases with a known performance defect, abandoned crates and outdated pinned toolchains. */
import semver from 'semver';
import type { Draft } from '../../findings/finding.js';
import type { Workspace } from '../../project/project.js';
import { locateKey, stringAt } from '../../project/toml.js';
import { TUNNELS } from '../../summaries/asked.js';
import type { JudgeContext, Rule } from '../rule.js';
import {
  HYPER_TUNNELS,
  SLOW_RUST,
  SLOW_VERSIONS,
  type SlowVersion,
  UNMAINTAINED,
} from './data/slow-versions.js';
import { isWithin } from './facts.js';
import { confidenceOfLock, type ShippedPackage, shippedFrom } from './locked.js';
import { isInsideRoot } from './subject.js';

export const rule: Rule = {
  id: 'known-slow-version',
  judge: (context) =>
    context.project.workspaces.flatMap((workspace) => [
      ...slowPackages(workspace, context),
      ...unmaintained(workspace),
      ...oldToolchain(workspace),
    ]),
};

function slowPackages(workspace: Workspace, { program }: JudgeContext): Draft[] {
  const tunnels = TUNNELS.flatMap((name) => program.methodCalls(name)).some((at) =>
    isWithin(at, workspace.dir),
  );
  const known = tunnels ? [...SLOW_VERSIONS, HYPER_TUNNELS] : SLOW_VERSIONS;
  return shippedFrom(workspace).flatMap((shipped) => {
    // One package, one finding: the entry that stands first says the most.
    const slow = known.find((entry) => entry.package === shipped.locked.name && isIn(shipped, entry));
    return slow ? [draft(workspace, shipped, slow)] : [];
  });
}

function isIn({ locked }: ShippedPackage, { range }: SlowVersion): boolean {
  return semver.satisfies(locked.version, range);
}

function draft(workspace: Workspace, { locked, at }: ShippedPackage, slow: SlowVersion): Draft {
  return {
    rule: 'known-slow-version',
    at,
    params: {
      package: locked.name,
      version: locked.version,
      cost: slow.cost,
      fixed: slow.fixedIn,
      source: slow.source,
    },
    confidence: confidenceOfLock(workspace),
    item: locked.name,
  };
}

function unmaintained(workspace: Workspace): Draft[] {
  const wanted = new Set(
    workspace.packages.flatMap((pkg) =>
      pkg.dependencies.filter(({ kind }) => kind === 'normal').map((dependency) => dependency.package),
    ),
  );
  const asked = workspace.lock
    .filter(({ source }) => source === null)
    .flatMap(({ dependencies }) => dependencies);
  const isDirect = (name: string, version: string): boolean =>
    wanted.has(name) &&
    (asked.length === 0 ||
      asked.some(
        (entry) =>
          `${entry} `.startsWith(`${name} `) && (entry === name || entry.startsWith(`${name} ${version}`)),
      ));
  return shippedFrom(workspace).flatMap(({ locked, at }): Draft[] => {
    const entry = UNMAINTAINED.find((candidate) => candidate.package === locked.name);
    if (!entry || !isDirect(locked.name, locked.version)) return [];
    return [
      {
        rule: 'known-slow-version',
        at,
        message: `\`${locked.name}\` ${locked.version.replaceAll('`', '')} is no longer maintained: slow paths in it stay slow`,
        help: `use ${entry.instead} instead; see ${entry.source}`,
        severity: 'suggestion',
        confidence: confidenceOfLock(workspace),
        item: locked.name,
      },
    ];
  });
}

function oldToolchain(workspace: Workspace): Draft[] {
  const pinned = workspace.toolFiles.flatMap((file): Draft[] => {
    const channel = stringAt(file.values, 'toolchain', 'channel');
    if (channel === undefined || !isOld(channel) || !isInsideRoot(file.path)) return [];
    const place = locateKey(file, 'toolchain', 'channel')?.pair ?? {
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 1,
    };
    return [{ ...rustDraft(channel), at: { path: file.path, ...place } }];
  });
  if (pinned.length > 0) return pinned;
  // The lowest version that a package accepts is seldom the one that builds it: for `--pedantic` eyes only.
  return workspace.packages.flatMap((pkg): Draft[] => {
    const file = pkg.manifestFile;
    if (file === null || pkg.rustVersion === null || !isOld(pkg.rustVersion)) return [];
    const place = locateKey(file, 'package', 'rust-version')?.pair;
    if (place === undefined) return [];
    return [{ ...rustDraft(pkg.rustVersion), at: { path: pkg.manifest, ...place }, confidence: 'low' }];
  });
}

function isOld(channel: string): boolean {
  const version = semver.coerce(channel);
  return /^\d/u.test(channel) && version !== null && semver.lt(version, SLOW_RUST.before);
}

function rustDraft(channel: string): Omit<Draft, 'at'> {
  return {
    rule: 'known-slow-version',
    message: `built with Rust ${channel}: ${SLOW_RUST.cost}`,
    help: `build with Rust ${semver.parse(SLOW_RUST.before)?.major ?? 1}.67 or later; see ${SLOW_RUST.source}`,
    item: 'rust',
  };
}
