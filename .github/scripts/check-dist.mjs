// Fails when the committed dist/ is not, byte for byte, what the sources build.
import { execFileSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
execFileSync(process.execPath, [join(root, '.github', 'scripts', 'build.mjs')], { stdio: 'inherit' });
const changed = execFileSync('git', ['status', '--porcelain', '--untracked-files=all', '--', 'dist'], {
  cwd: root,
  encoding: 'utf8',
});
if (changed === '') {
  console.log('dist/ is fresh');
} else {
  console.error(`dist/ is not what the sources build, commit the result of \`npm run build\`:\n${changed}`);
  process.exitCode = 1;
}
