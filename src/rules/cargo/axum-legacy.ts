/** Finds axum releases whose nested types make builds slow. */
import semver from 'semver';
import type { Rule } from '../rule.js';
import { confidenceOfLock, shippedFrom } from './locked.js';

export const rule: Rule = {
  id: 'axum-legacy',
  judge: ({ project }) =>
    project.workspaces.flatMap((workspace) =>
      shippedFrom(workspace)
        .filter(({ locked }) => locked.name === 'axum' && semver.satisfies(locked.version, '<0.3.0'))
        .map(({ locked, at }) => ({
          rule: 'axum-legacy',
          at,
          params: { version: locked.version },
          confidence: confidenceOfLock(workspace),
          item: 'axum',
        })),
    ),
};
