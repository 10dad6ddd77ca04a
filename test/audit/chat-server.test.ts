/** The demo project is found out exactly: every natural problem, and none of the good code around it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { audit } from '../../src/audit.js';
import { loadSettings } from '../../src/settings/load.js';

interface Place {
  readonly rule: string;
  readonly path: string;
  readonly lines: readonly number[];
}
const { expected, absent }: { expected: Place[]; absent: Place[] } = JSON.parse(
  readFileSync(new URL('../projects/chat-server.expected.json', import.meta.url), 'utf8'),
);
const places = (list: readonly Place[]): string[] =>
  list.flatMap(({ rule, path, lines }) => lines.map((line) => `${rule} ${path}:${line}`)).sort();

test('chat-server: every problem, nothing else', async () => {
  const root = fileURLToPath(new URL('../projects/chat-server', import.meta.url));
  const { report } = await audit(await loadSettings({ path: root, cache: false }, { cwd: root }));
  const found = report.findings.map((f) => `${f.rule} ${f.path}:${f.line}`).sort();
  expect(found).toEqual(places(expected));
  expect(found.filter((place) => places(absent).includes(place))).toEqual([]);
  expect(report.complete).toBe(true);
});
