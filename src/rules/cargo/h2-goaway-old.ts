/** Finds HTTP/2 stacks from before the reset-flood fix. */
import semver from 'semver';
import type { Rule } from '../rule.js';
import { confidenceOfLock, shippedFrom } from './locked.js';

export const rule: Rule = {
  id: 'h2-goaway-old',
  judge: ({ project }) =>
    project.workspaces.flatMap((workspace) =>
      shippedFrom(workspace)
        .filter(({ locked }) => locked.name === 'h2' && semver.satisfies(locked.version, '<0.3.17'))
        .map(({ locked, at }) => ({
          rule: 'h2-goaway-old',
          at,
          params: { version: locked.version },
          confidence: confidenceOfLock(workspace),
          item: 'h2',
        })),
    ),
};
