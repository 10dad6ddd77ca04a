import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { readRules } from '../../src/rules/load.js';
import { folderWith } from '../settings/folder.js';

const script = join('.github', 'scripts', 'new-rule.mjs');

function checkout(): string {
  const root = folderWith({});
  mkdirSync(join(root, 'rules'));
  cpSync(resolve(import.meta.dirname, '..', '..', script), join(root, script));
  return root;
}

it.each([
  ['async', 'test/rules/slow-thing/near-misses.rs'],
  ['cargo', 'test/rules/slow-thing/service/Cargo.toml'],
])('scaffolds a rule of area %s that can be read', async (area, fixture) => {
  const root = checkout();
  execFileSync(process.execPath, [script, 'slow-thing', area], { cwd: root });
  const [rule] = await readRules(join(root, 'rules'));
  expect(rule).toMatchObject({ id: 'slow-thing', area, default: 'on' });
  expect(rule?.examples.map(({ kind }) => kind)).toEqual(['bad', 'good']);
  expect(existsSync(join(root, `src/rules/${area}/slow-thing.ts`))).toBe(true);
  expect(existsSync(join(root, fixture))).toBe(true);
});

it('takes no id twice, and no id that is none', () => {
  const root = checkout();
  const scaffold = (...args: string[]) =>
    spawnSync(process.execPath, [script, ...args], { cwd: root, encoding: 'utf8' });
  expect(scaffold('slow-thing', 'io').status).toBe(0);
  expect(scaffold('slow-thing', 'async')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('exists'),
  });
  expect(scaffold('SlowThing')).toMatchObject({ status: 2, stderr: expect.stringContaining('usage') });
});
