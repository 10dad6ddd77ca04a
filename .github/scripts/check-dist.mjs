// Builds anew into a temporary folder and compares it with the committed dist/, byte by byte.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const temporary = mkdtempSync(join(tmpdir(), 'rustperf-dist-'));
try {
  const fresh = join(temporary, 'dist');
  execFileSync(process.execPath, [join(root, '.github', 'scripts', 'build.mjs'), '--out', fresh], {
    stdio: 'inherit',
  });
  const stale = differences(join(root, 'dist'), fresh);
  for (const file of stale) console.error(`dist/${file} is not what the sources build`);
  if (stale.length > 0) {
    console.error('run `npm run build` and commit dist/');
    process.exitCode = 1;
  } else {
    console.log('dist/ is fresh');
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

function differences(before, after) {
  const names = new Set([...files(before), ...files(after)]);
  return [...names].sort().filter((name) => !content(join(before, name)).equals(content(join(after, name))));
}

function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

function content(file) {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error.code === 'ENOENT') return Buffer.from('(absent)');
    throw error;
  }
}
