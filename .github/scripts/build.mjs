// Compiles src/ to build/ and bundles that into dist/, which runs with nothing but Node.js.
// The same sources give the same bytes, wherever the checkout lies. `--out DIR` writes elsewhere.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { minify } from '@swc/core';
import ncc from '@vercel/ncc';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
// The bundler names modules by their path below the working directory.
process.chdir(root);

const { default: standaloneCode } = standalone;

const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } } });
const out = resolve(values.out);
const staging = `${out}.new-${process.pid}`;

const entries = {
  'cli.js': 'build/cli.js',
  'worker.js': 'build/worker.js',
  'action.js': 'build/action.js',
};

const licenses = 'licenses.txt';

// Both locate files relative to themselves and load ES modules by name at run time, which a bundler
// breaks; as plain files beside the bundles they work as published.
const vendored = {
  'web-tree-sitter': {
    to: './vendor/web-tree-sitter/web-tree-sitter.js',
    files: ['web-tree-sitter.js', 'LICENSE'],
  },
  // Its grammar is copied below; this is the licence it comes under.
  'tree-sitter-rust': { files: ['LICENSE'] },
  tinypool: { to: './vendor/tinypool/dist/index.js', files: ['dist', 'LICENSE'] },
};

const copied = {
  'web-tree-sitter.wasm': 'node_modules/web-tree-sitter/web-tree-sitter.wasm',
  'tree-sitter-rust.wasm': 'node_modules/tree-sitter-rust/tree-sitter-rust.wasm',
};

process.on('exit', () => rmSync(staging, { recursive: true, force: true }));

compile();
await precompile('build/settings/validator.js', 'settingsValidator', 'src/settings/rustperf.schema.json');
await precompile('build/rules/validator.js', 'ruleValidator', 'src/rules/rule.schema.json');
mkdirSync(staging, { recursive: true });
for (const [name, file] of Object.entries(entries)) await bundle(name, file);
vendor();
for (const [name, file] of Object.entries(copied)) cpSync(file, join(staging, name));
await writeRules();
writeBuildId();
rmSync(out, { recursive: true, force: true });
renameSync(staging, out);

function compile() {
  rmSync('build', { recursive: true, force: true });
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'], {
    stdio: 'inherit',
  });
}

// In the bundle, validators are plain code: making them at start-up costs more than a small audit.
async function precompile(module, name, schema) {
  const { validatorOptions } = await import(pathToFileURL(resolve('build/settings/compile.js')).href);
  const ajv = new Ajv({ ...validatorOptions, code: { source: true, esm: true } });
  const code = standaloneCode(ajv, ajv.compile(JSON.parse(readFileSync(schema, 'utf8'))));
  writeFileSync(module, `${code}\nexport const ${name} = async () => validate;\n`);
}

async function bundle(name, file) {
  const external = Object.entries(vendored).filter(([, { to }]) => to !== undefined);
  const externals = Object.fromEntries(external.map(([module, { to }]) => [module, to]));
  const { code, assets } = await ncc(resolve(file), {
    cache: false,
    filename: name,
    externals,
    license: licenses,
    minify: true,
    quiet: true,
  });
  write(name, code);
  for (const [asset, { source }] of Object.entries(assets)) {
    // Each bundle lists only the libraries that those before it did not.
    if (asset === licenses) appendFileSync(join(staging, asset), source);
    else write(asset, asset.endsWith('.js') ? await minified(source) : source);
  }
  if (code.startsWith('#!')) chmodSync(join(staging, name), 0o755);
}

// The bundler leaves the parts that are loaded later as they are, comments and all.
async function minified(source) {
  const { code } = await minify(String(source), { module: true, compress: true, mangle: true });
  return code;
}

function vendor() {
  for (const [module, { files }] of Object.entries(vendored)) {
    for (const file of files) {
      cpSync(join('node_modules', module, file), join(staging, 'vendor', module, file), {
        recursive: true,
        filter: (path) => !path.endsWith('.d.ts'),
      });
    }
  }
}

async function writeRules() {
  const { readRules } = await import(pathToFileURL(resolve('build/rules/load.js')).href);
  write('rules.json', `${JSON.stringify(await readRules(resolve('rules')), null, 1)}\n`);
}

// What was computed by other code, rules or parser is not taken for what these would compute.
function writeBuildId() {
  const hash = createHash('sha1');
  const files = readdirSync(staging, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:m?js|json|wasm)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(`${relative(staging, file)}\0`).update(readFileSync(file));
  write('build-id.txt', `${hash.digest('hex')}\n`);
}

function write(name, content) {
  const file = join(staging, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
