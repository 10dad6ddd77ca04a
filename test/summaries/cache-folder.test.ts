/** The cache is never kept behind a link: an audited tree may not make us write elsewhere. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { audit } from '../../src/audit.js';
import { loadSettings } from '../../src/settings/load.js';

test.each(['target', join('target', 'rustperf')])('nothing is written through a link at %s', async (link) => {
  const base = mkdtempSync(join(tmpdir(), 'rustperf-link-'));
  try {
    const root = join(base, 'pkg');
    const elsewhere = join(base, 'elsewhere');
    mkdirSync(join(root, 'src'), { recursive: true });
    mkdirSync(elsewhere);
    if (link !== 'target') mkdirSync(join(root, 'target'));
    symlinkSync(elsewhere, join(root, link));
    writeFileSync(join(root, 'Cargo.toml'), '[package]\nname = "a"\nversion = "0.1.0"\nedition = "2021"\n');
    writeFileSync(join(root, 'src', 'lib.rs'), 'pub fn f() {}\n');
    await audit(await loadSettings({ path: root }, { cwd: root }));
    expect(readdirSync(elsewhere)).toEqual([]);
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
});
