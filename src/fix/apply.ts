/** A plan becomes files on disk; when one cannot be written, or the result does not compile, all go back. */

import { replaceFile } from './files.js';
import type { FileChange } from './plan.js';

/** What to call to bring every file back to its old content. */
export type Undo = () => void;

/** @throws Error of the file system, after the files already written went back */
export function applyChanges(changes: readonly FileChange[]): Undo {
  const written: FileChange[] = [];
  const undo = () => {
    for (const { file, bytes, mode } of written.splice(0).reverse()) replaceFile(file, bytes, mode);
  };
  try {
    for (const change of changes) {
      replaceFile(change.file, Buffer.from(change.newText, 'utf8'), change.mode);
      written.push(change);
    }
  } catch (error) {
    undo();
    throw error;
  }
  return undo;
}
