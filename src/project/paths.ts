/** Native paths become the root-relative, forward-slash form that every later room speaks. */
import path from 'node:path';

export function slashed(native: string): string {
  return path.sep === '/' ? native : native.split(path.sep).join('/');
}

/** `directory` and everything below it; `''` is the root and holds all. */
export function isInside(at: string, directory: string): boolean {
  return directory === '' || at === directory || at.startsWith(`${directory}/`);
}

/** A path or name of the audited repository inside backticks; its own backticks must not end the quote. */
export function quoted(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``;
}
