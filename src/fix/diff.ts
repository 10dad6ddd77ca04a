/** Changed files become one unified diff that `git apply` and `patch -p1` take. */
import { createTwoFilesPatch } from 'diff';
import type { FileChange } from './plan.js';

const SEPARATOR = /^=+\n/;

export function unifiedDiff(changes: readonly FileChange[]): string {
  return changes
    .map(({ path, text, newText }) =>
      createTwoFilesPatch(`a/${path}`, `b/${path}`, text, newText, undefined, undefined, {
        context: 3,
      }).replace(SEPARATOR, ''),
    )
    .join('');
}
