/** The same input gives the same report: warm or cold, with a broken cache, after touching a file. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { audit } from '../../src/audit.js';
import type { Report } from '../../src/report/report.js';
import { loadSettings } from '../../src/settings/load.js';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'rustperf-cache-'));
  cpSync(fileURLToPath(new URL('../projects/chat-server', import.meta.url)), root, {
    recursive: true,
    filter: (path) => !/\/target(?:\/|$)/.test(path),
  });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function run(told: Record<string, unknown> = {}): Promise<Report> {
  const { report } = await audit(await loadSettings({ path: root, ...told }, { cwd: root }));
  return report;
}
const findings = (report: Report): string =>
  JSON.stringify([report.findings, report.summary, report.suggestedProfiles]);

test('cold, warm, corrupt and foreign caches all give the same findings', async () => {
  const without = await run({ cache: false });
  expect(without.findings.length).toBeGreaterThan(5);
  const cold = await run();
  expect([cold.stats.cached, findings(cold)]).toEqual([0, findings(without)]);

  const warm = await run();
  expect([warm.stats.cached, findings(warm)]).toEqual([warm.stats.files, findings(without)]);

  const folder = join(root, 'target', 'rustperf');
  for (const file of readdirSync(folder)) writeFileSync(join(folder, file), 'not a cache');
  const mended = await run();
  expect([mended.complete, findings(mended)]).toEqual([true, findings(without)]);
  expect(mended.notes.map((n) => n.message).join()).toContain('the cache of summaries was not used');
  expect((await run()).stats.cached).toBe(warm.stats.files);
});

test('a touched file is read again, and only that one', async () => {
  const before = await run();
  const path = join(root, 'src', 'main.rs');
  const text = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    `${text}\nasync fn added() { std::thread::sleep(std::time::Duration::from_secs(1)); }\n`,
  );
  const after = await run();
  expect(after.stats.cached).toBe(after.stats.files - 1);
  const rules = (report: Report) =>
    report.findings.filter((f) => f.rule === 'blocking-sleep-in-async').length;
  expect(rules(after)).toBe(rules(before) + 1);
});
