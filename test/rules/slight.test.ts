/** Savings that nobody would notice are not shown by default; the same code on the way of a request is. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { audit } from '../../src/audit.js';
import { loadSettings } from '../../src/settings/load.js';

const APPEND = 'for name in names { out.push_str(&format!("<li>{name}</li>")); }';

async function found(files: Readonly<Record<string, string>>): Promise<string[]> {
  const root = mkdtempSync(join(tmpdir(), 'rustperf-slight-'));
  try {
    mkdirSync(join(root, '.git'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const told = { path: root, cache: false, jobs: '1' };
    const { report } = await audit(await loadSettings(told, { cwd: root }));
    return report.findings
      .filter(({ path }) => path.endsWith('.rs'))
      .map(({ rule, path, line }) => `${rule} ${path}:${line}`);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const manifest = (dependencies = '') =>
  `[package]\nname = "case"\nversion = "0.1.0"\nedition = "2021"\n[dependencies]\n${dependencies}`;

it('shows what a library does for whoever calls it', async () => {
  const code = `pub fn list(names: &[String]) -> String {\n let mut out = String::new();\n ${APPEND}\n out\n}\n`;
  expect(await found({ 'Cargo.toml': manifest(), 'src/lib.rs': code })).toEqual([
    'format-in-loop src/lib.rs:3',
  ]);
});

it('does not show what a command-line program does once', async () => {
  const code = `fn main() { let names: Vec<String> = std::env::args().collect(); println!("{}", list(&names)); }
fn list(names: &[String]) -> String {\n let mut out = String::new();\n ${APPEND}\n out\n}\n`;
  expect(await found({ 'Cargo.toml': manifest('clap = "4"\n'), 'src/main.rs': code })).toEqual([]);
  const often = code.replace('println!("{}", list(&names))', 'for _ in 0..99 { drop(list(&names)); }');
  expect(await found({ 'Cargo.toml': manifest('clap = "4"\n'), 'src/main.rs': often })).toEqual([
    'format-in-loop src/main.rs:4',
  ]);
});

it.each([
  ['waits in each round', 'pub async fn list(names: &[String]) -> String {', 'rest(name).await; '],
  [
    'goes over a list written by hand',
    'pub fn list(options: &[String]) -> String {\n let names = options;',
    '',
  ],
])('does not show a loop that %s', async (_, head, wait) => {
  const loop = APPEND.replace('{ ', `{ ${wait}`).replace('in names', wait === '' ? 'in options' : 'in names');
  const code = `${head}\n let mut out = String::new();\n ${loop}\n out\n}\nasync fn rest(_: &str) {}\n`;
  expect(await found({ 'Cargo.toml': manifest(), 'src/lib.rs': code })).toEqual([]);
});

it('does not show copies that each round keeps for itself', async () => {
  const copies = (use: string) =>
    `pub struct Row { pub tags: Vec<String> }\npub fn rows(ids: &[u32], tags: Vec<String>) {\n for id in ids { for _ in 0..*id {\n ${use}\n } }\n}\nfn take(_: Vec<String>) {}\n`;
  const kept = copies('drop(Row { tags: tags.clone() });');
  expect(await found({ 'Cargo.toml': manifest(), 'src/lib.rs': kept })).toEqual([]);
  const given = copies('take(tags.clone());');
  expect(await found({ 'Cargo.toml': manifest(), 'src/lib.rs': given })).toEqual([
    'heavy-clone-in-loop src/lib.rs:4',
  ]);
});

it('takes an untagged enum of different kinds for no trial', async () => {
  const code = `use serde::Deserialize;
#[derive(Deserialize)]
#[serde(untagged)]
pub enum OneOrMany { One(String), Many(Vec<String>) }
`;
  expect(await found({ 'Cargo.toml': manifest('serde = "1"\n'), 'src/lib.rs': code })).toEqual([]);
});
