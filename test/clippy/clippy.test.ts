/** What Clippy says, in place of what the rules guess; cargo is a script here, and real in test/slow. */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.js';
import { runClippy } from '../../src/clippy/run.js';
import { loadSettings } from '../../src/settings/load.js';

const SOURCE = [
  'pub fn number(text: &str) -> u32 {',
  '    let ä = text; ä.parse().expect(&format!("{} ä", ä))',
  '}',
  'pub fn length(v: &Vec<u32>) -> usize { v.len() }',
  '',
].join('\n');

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rustperf-clippy-'));
  for (const folder of ['.git', 'app/src', 'bin']) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'Cargo.toml'), '[workspace]\nmembers = ["app"]\n');
  writeFileSync(
    join(root, 'app/Cargo.toml'),
    '[package]\nname = "app"\nversion = "0.1.0"\nedition = "2021"\n',
  );
  writeFileSync(join(root, 'app/src/lib.rs'), SOURCE);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function message(name: string, [line, from, to]: readonly [number, number, number], change = {}) {
  const span = {
    file_name: 'app/src/lib.rs',
    line_start: line,
    column_start: from,
    line_end: line,
    column_end: to,
    is_primary: true,
    text: [{ text: SOURCE.split('\n')[line - 1] }],
    suggested_replacement: null,
    expansion: null,
    ...change,
  };
  return {
    reason: 'compiler-message',
    manifest_path: join(root, 'app', 'Cargo.toml'),
    message: {
      message: 'function call inside of `expect`',
      code: { code: `clippy::${name}` },
      spans: [span],
      children: [{ message: 'try', spans: [{ ...span, suggested_replacement: 'tried()' }], children: [] }],
    },
  };
}

const EXPECT = () => message('expect_fun_call', [2, 28, 55]);

/** Audits with a cargo that prints these lines, and keeps what it was called with. */
async function check(
  lines: readonly object[],
  more: { exit?: number; tail?: string; env?: Record<string, string>; path?: string } = {},
) {
  const cargo = join(root, 'bin', 'cargo');
  writeFileSync(
    join(root, 'bin', 'said'),
    lines.map((line) => JSON.stringify(line)).join('\n') + (more.tail ?? ''),
  );
  writeFileSync(
    cargo,
    `#!/bin/sh\necho "$@" > ${root}/bin/asked\ncat ${root}/bin/said\necho 'error: it broke' >&2\nexit ${more.exit ?? 0}\n`,
  );
  chmodSync(cargo, 0o755);
  const told = {
    path: root,
    only: ['clippy-perf', 'ptr-arg', 'expect-fun-call', 'regex-compiled-hot'],
    cache: false,
    jobs: '1',
  };
  const settings = await loadSettings(told, { cwd: root });
  const env = { PATH: more.path ?? `${join(root, 'bin')}:${process.env.PATH ?? ''}`, ...more.env };
  const clippy = await runClippy(settings, { env, signal: new AbortController().signal, log: () => {} });
  const { report } = await audit(settings, { changes: null, clippy });
  const found = report.findings.map(
    ({ rule, path, line, column, endColumn, help }) =>
      `${rule} ${path}:${line}:${column}-${endColumn} ${help}`,
  );
  return { report, found, notes: report.notes.map((note) => `${note.kind}: ${note.message}`) };
}

const GUESSED = [
  'expect-fun-call app/src/lib.rs:2:29-56 use `unwrap_or_else` with a closure that panics',
  'ptr-arg app/src/lib.rs:4:18-27 take `&[u32]`',
];

it('takes the place of guesses, under the names of our rules', async () => {
  const { found, report, notes } = await check([EXPECT(), { reason: 'build-finished', success: true }]);
  expect(found).toEqual(['expect-fun-call app/src/lib.rs:2:28-55 write `tried()`']);
  expect(report.findings[0]?.message).toBe(
    'message for `expect` built on success too: function call inside of `expect` (`clippy::expect_fun_call`)',
  );
  expect({ notes, complete: report.complete }).toEqual({ notes: [], complete: true });
  const asked = readFileSync(join(root, 'bin', 'asked'), 'utf8');
  expect(asked).toContain(
    `--manifest-path ${join(root, 'Cargo.toml')} --workspace -- --cap-lints=warn -Wclippy::perf`,
  );
});

it('counts columns as every other finding does', async () => {
  const wide = { ...EXPECT() };
  const [span] = wide.message.spans;
  if (span !== undefined) span.text = [{ text: `    /* 🦀🦀 */${SOURCE}` }];
  expect((await check([wide])).found[0]).toContain(':2:30-57');
});

it('reports the other lints of the group once, and nothing else', async () => {
  const lines = [
    message('result_large_err', [4, 1, 9]),
    message('result_large_err', [4, 1, 9]),
    message('doc_markdown', [4, 1, 9]),
    message('manual_memcpy', [4, 1, 9], { expansion: {} }),
    message('manual_memcpy', [4, 1, 9], { file_name: '../elsewhere.rs' }),
    message('manual_memcpy', [4, 1, 9], { file_name: '/usr/lib/core.rs' }),
    { reason: 'compiler-artifact' },
  ];
  expect((await check(lines)).found).toEqual(['clippy-perf app/src/lib.rs:4:1-9 write `tried()`']);
});

describe('where it cannot run', () => {
  it.each<[string, Parameters<typeof check>[1], string]>([
    [
      'the project does not compile',
      { exit: 101 },
      'incomplete: `cargo clippy` ended with status 101: error: it broke',
    ],
    ['there is no cargo', { path: '/nowhere' }, 'incomplete: `cargo clippy` could not be started'],
    [
      'strangers wrote the code, and secrets lie beside it',
      { env: { GITHUB_EVENT_NAME: 'pull_request_target' } },
      'info: `cargo clippy` compiles, and so runs, the code: not done for `pull_request_target`',
    ],
  ])('because %s, guesses stand and it is said', async (_, more, note) => {
    const { found, notes } = await check([], more);
    expect(found).toEqual(GUESSED);
    expect(notes).toEqual([expect.stringContaining(note)]);
  });

  it('what came before still counts, and a line that was cut off does not', async () => {
    const lines = [EXPECT(), message('manual_memcpy', [1, 1, 4])];
    const { found } = await check(lines, { exit: 1, tail: '\n{"reason":"compiler-message","mani' });
    expect(found).toEqual(['clippy-perf app/src/lib.rs:1:1-4 write `tried()`', ...GUESSED]);
  });
});

it('is never started by a file of the repository', async () => {
  writeFileSync(join(root, 'rustperf.toml'), 'clippy = true\n');
  await expect(loadSettings({ path: root }, { cwd: root })).rejects.toThrow('unknown key `clippy`');
});
