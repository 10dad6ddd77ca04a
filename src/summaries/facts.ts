/** What a report needs to know of a file even when nothing of it has to be judged again. */
import type { FileSummary } from './summary.js';

export interface FileFacts extends Pick<FileSummary, 'unparsed' | 'directives'> {
  /** UTF-8 bytes of its content. */
  readonly bytes: number;
  /** Those that may silence a lint of Clippy. */
  readonly attributes: FileSummary['attributes'];
  /** Modules whose file is no `.rs` file: rustc compiles them, and we never find them. */
  readonly unseen: readonly { readonly name: string; readonly path: string; readonly test: boolean }[];
}

export function factsOf(
  { unparsed, directives, attributes, modules }: FileSummary,
  bytes: number,
): FileFacts {
  const unseen = modules.flatMap(({ files }) =>
    files.flatMap(({ name, path, test }) =>
      path === null || path.endsWith('.rs') ? [] : [{ name, path, test }],
    ),
  );
  return { bytes, unparsed, directives, attributes: attributes.filter(speaksOfClippy), unseen };
}

function speaksOfClippy({ text }: FileSummary['attributes'][number]): boolean {
  return text.includes('clippy');
}
