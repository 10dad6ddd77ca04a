/** Gives the text of audited files to whoever shows code. Reads each file once, and only files inside the root. */
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

export function sourceReader(root: string): (path: string) => string | undefined {
  const base = statSync(root).isFile() ? dirname(root) : root;
  const texts = new Map<string, string | undefined>();
  return (path) => {
    if (texts.has(path)) return texts.get(path);
    let text: string | undefined;
    try {
      text =
        path === '' || path.startsWith('/') || path.split('/').includes('..')
          ? undefined
          : readFileSync(join(base, path), 'utf8');
    } catch {
      // The file went away, or is a directory: there is no code to show.
      text = undefined;
    }
    texts.set(path, text);
    return text;
  };
}
