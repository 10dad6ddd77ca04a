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

it.each([
  [
    'an untagged enum that reads an old format too',
    `use serde::Deserialize;
#[derive(Deserialize)]
#[serde(untagged)]
pub enum Headers { Legacy { inner: std::collections::HashMap<String, String> }, Current(Row) }
#[derive(Deserialize)]
pub struct Row { pub name: String }
`,
  ],
  [
    'an untagged enum of known names and others',
    `use serde::Deserialize;
#[derive(Deserialize)]
pub enum Known { Insert, Update }
#[derive(Deserialize)]
#[serde(untagged)]
pub enum Kind { Known(Known), Unknown(String) }
`,
  ],
  [
    'an untagged enum of what a builder makes',
    `use serde::Deserialize;
#[derive(Deserialize, typed_builder::TypedBuilder)]
pub struct Aws { pub region: String }
#[derive(Deserialize, typed_builder::TypedBuilder)]
pub struct Gcp { pub project: String }
#[derive(Deserialize, typed_builder::TypedBuilder)]
pub struct Local { pub key: Vec<u8> }
#[derive(Deserialize)]
#[serde(untagged)]
pub enum Master { Aws(Aws), Gcp(Gcp), Local(Local) }
`,
  ],
  [
    'the copy of a literal as a default',
    'pub fn name(given: Option<String>) -> String { given.unwrap_or("unknown".to_string()) }\n',
  ],
  [
    'a key that an entry would copy each time',
    `use std::collections::HashMap;
pub fn note(seen: &mut HashMap<String, u8>, key: &str) {
 if !seen.contains_key(key) { seen.insert(key.to_owned(), 1); }
}
`,
  ],
  [
    'two writes to a file that is opened for them',
    `use std::io::Write;
pub fn save(text: &str) -> std::io::Result<()> {
 let mut file = std::fs::File::create("out")?;
 file.write_all(text.as_bytes())?;
 file.write_all(b"end")
}
`,
  ],
  [
    'text about what was waited for',
    `pub async fn passes(jobs: &[String]) -> String {
 let outputs = futures::future::join_all(jobs.iter().map(run)).await;
 let mut out = String::new();
 for (job, output) in jobs.iter().zip(outputs) { out.push_str(&format!("{job}: {output}")); }
 out
}
async fn run(_: &String) -> u8 { 1 }
`,
  ],
  [
    'the parts of a line that is taken apart',
    `use std::collections::HashMap;
pub fn parts(line: &[u8]) -> Result<HashMap<usize, usize>, ()> {
 let mut ends = Vec::new();
 for (i, c) in line.iter().enumerate() { if *c == b',' { ends.push(i); } }
 let mut found = HashMap::new();
 for end in &ends {
  if *end == 0 { return Err(()); }
  found.insert(*end, 1);
 }
 Ok(found)
}
`,
  ],
])('does not show %s', async (_, code) => {
  const dependencies = 'serde = "1"\nfutures = "0.3"\ntyped-builder = "0.20"\n';
  expect(await found({ 'Cargo.toml': manifest(dependencies), 'src/lib.rs': code })).toEqual([]);
});

it('shows no file of a tool that only its own user waits for', async () => {
  const code = `#[tokio::main]
async fn main() {
 let text = std::fs::read_to_string("in").unwrap();
 tokio::spawn(async move { std::fs::write("out", text).unwrap(); }).await.unwrap();
 std::thread::sleep(std::time::Duration::from_secs(1));
}
`;
  const tool = manifest('clap = "4"\ntokio = "1"\n');
  expect(await found({ 'Cargo.toml': tool, 'src/main.rs': code })).toEqual([
    'blocking-fs-in-async src/main.rs:4',
    'blocking-sleep-in-async src/main.rs:5',
  ]);
  expect(await found({ 'Cargo.toml': manifest('tokio = "1"\n'), 'src/main.rs': code })).toContain(
    'blocking-fs-in-async src/main.rs:3',
  );
});
