/** The floor of any analysis: parses every Rust file below a directory once, on one thread, and forgets the trees. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Language, Parser } from 'web-tree-sitter';
import { rustFiles } from './corpus-crates.mjs';

const require = createRequire(import.meta.url);
const grammar = path.join(
  path.dirname(require.resolve('tree-sitter-rust/package.json')),
  'tree-sitter-rust.wasm',
);

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(readFileSync(grammar)));
let bytes = 0;
for (const file of rustFiles(path.resolve(process.argv[2] ?? '.'))) {
  const text = readFileSync(file, 'utf8');
  bytes += Buffer.byteLength(text);
  parser.parse(text)?.delete();
}
console.log(bytes);
