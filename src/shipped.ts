/** Finds the files that ship beside the code: in the bundle's own folder, or in the checkout during development. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the running bundle (`dist/`), or `src/` or `build/` in a checkout. */
const here = dirname(fileURLToPath(import.meta.url));

/** Where a checkout keeps what the build copies into `dist/`, relative to its root. */
const inCheckout = {
  'web-tree-sitter.wasm': ['node_modules', 'web-tree-sitter', 'web-tree-sitter.wasm'],
  'tree-sitter-rust.wasm': ['node_modules', 'tree-sitter-rust', 'tree-sitter-rust.wasm'],
  'rules.json': ['rules'],
  'worker.js': ['build', 'worker.js'],
} as const;

export type Shipped = keyof typeof inCheckout;

/**
 * Absolute path of a shipped file. In a checkout `rules.json` is the folder `rules/` that it is made from,
 * and `worker.js` is the compiled module, which exists after `npm run build`.
 */
export function shippedPath(name: Shipped): string {
  const bundled = join(here, name);
  return existsSync(bundled) ? bundled : join(here, '..', ...inCheckout[name]);
}

/** Names the code of this bundle, its rules and its parser, by their content; null in a checkout. */
export function buildId(): string | null {
  try {
    return readFileSync(join(here, 'build-id.txt'), 'utf8').trim();
  } catch {
    return null;
  }
}
