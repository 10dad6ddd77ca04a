/** Finds large libraries that are compiled into the product in two incompatible versions. */

import type { Draft } from '../../findings/finding.js';
import { quoted } from '../../project/paths.js';
import type { Workspace } from '../../project/project.js';
import { compareVersions, compatibilityOf } from '../../project/versions.js';
import type { Rule } from '../rule.js';
import { confidenceOfLock, type ShippedPackage, shippedFrom } from './locked.js';

export const rule: Rule = {
  id: 'duplicate-heavy-deps',
  judge: ({ project }) => project.workspaces.flatMap(judgeWorkspace),
};

const HEAVY = [
  'tokio',
  'hyper',
  'h2',
  'http',
  'rustls',
  'ring',
  'aws-lc-rs',
  'reqwest',
  'tonic',
  'prost',
  'axum',
  'tower',
  'syn',
];

function judgeWorkspace(workspace: Workspace): Draft[] {
  const shipped = shippedFrom(workspace);
  return HEAVY.flatMap((name): Draft[] => {
    const versions = shipped
      .filter(({ locked }) => locked.name === name)
      .toSorted((a, b) => compareVersions(a.locked.version, b.locked.version));
    const [oldest, ...newer] = versions;
    if (!oldest || new Set(versions.map(({ locked }) => compatibilityOf(locked.version))).size < 2) return [];
    return [
      {
        rule: 'duplicate-heavy-deps',
        at: oldest.at,
        params: {
          package: name,
          versions: versions.map(({ locked }) => locked.version).join(', '),
          count: versions.length === 2 ? 'two copies' : `${versions.length} copies`,
          cost: COSTS[name] ?? 'bigger program, slower build, separate pools and types',
        },
        help: `the oldest is asked for by ${usersOf(oldest, shipped)}: update it there; \`cargo tree -d\` shows the way`,
        confidence: confidenceOfLock(workspace),
        item: name,
        related: newer.map(({ locked, at }) => ({ ...at, message: `also ${locked.version}` })),
      },
    ];
  });
}

const COSTS: Readonly<Record<string, string>> = { syn: 'slower build' };

/** Who still asks for the oldest copy. */
function usersOf({ locked }: ShippedPackage, shipped: readonly ShippedPackage[]): string {
  const users = shipped
    .filter((other) =>
      other.locked.dependencies.some((dependency) =>
        dependency.startsWith(`${locked.name} ${locked.version}`),
      ),
    )
    .map((other) => quoted(other.locked.name));
  const shown = [...new Set(users)].slice(0, 3).join(', ');
  return shown === '' ? 'some dependency' : shown;
}
