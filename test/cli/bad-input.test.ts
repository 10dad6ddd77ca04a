import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.js';
import { run } from '../../src/cli/program.js';
import { folderWith } from '../settings/folder.js';
import { fakeTerminal } from './terminal.js';

const manifest = '[package]\nname = "service"\nversion = "0.1.0"\nedition = "2021"\n';
const slow = 'async fn wait() {\n    std::thread::sleep(std::time::Duration::from_secs(1));\n}\n';
const isRoot = process.getuid?.() === 0;

/** The whole tool in this process, on one thread. */
async function check(cwd: string, ...args: string[]) {
  const terminal = fakeTerminal({ cwd });
  const status = await run(
    ['check', ...args, '--fail-on', 'warning', '--jobs', '1', '--no-cache'],
    audit,
    terminal,
  );
  return { status, ...terminal.written };
}

/** A service with one finding that fails, and whatever else the case brings. */
function service(files: Readonly<Record<string, string>> = {}): string {
  return folderWith({
    'Cargo.toml': manifest,
    'src/main.rs': `mod slow;\nfn main() {}\n`,
    'src/slow.rs': slow,
    ...files,
  });
}

const stillFound = /src\/slow\.rs:2:5/;

describe('nothing can be audited', () => {
  it('a path that does not exist', async () => {
    const { status, out, err } = await check(folderWith({}), 'no/such/place');
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(/^error: `.*no\/such\/place` does not exist/);
  });

  it('a folder without Rust', async () => {
    const { status, out, err } = await check(folderWith({ 'README.md': '# Nothing here\n' }));
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(/^error: .*(Rust|\.rs)/);
  });

  it('a broken rustperf.toml', async () => {
    const { status, err } = await check(service({ 'rustperf.toml': 'fail-on = critical\n' }));
    expect(status).toBe(2);
    expect(err).toMatch(/^error: rustperf\.toml:1:\d+: not TOML/);
  });

  it('an unknown option', async () => {
    const { status, err } = await check(service(), '--formt', 'json');
    expect(status).toBe(2);
    expect(err).toContain('Did you mean --format?');
  });
});

describe('the rest is audited, and what was left out is said', () => {
  it('a Cargo.toml with a syntax error', async () => {
    const { status, out } = await check(service({ 'Cargo.toml': '[package\nname = 1\n' }));
    expect(out).toMatch(/Cargo\.toml/);
    expect(out).toMatch(stillFound);
    expect(status).not.toBe(0);
  });

  it('a Rust file with a syntax error', async () => {
    const broken = `fn ok() {}\nfn broken( { let = ;\n}\n${slow}`;
    const { out } = await check(
      service({ 'src/main.rs': 'mod slow;\nmod broken;\nfn main() {}\n', 'src/broken.rs': broken }),
    );
    expect(out).toMatch(stillFound);
    expect(out).toMatch(/broken\.rs|could not be analysed/);
  });

  it('a file that is not UTF-8', async () => {
    const root = service({ 'src/main.rs': 'mod slow;\nmod odd;\nfn main() {}\n' });
    writeFileSync(join(root, 'src', 'odd.rs'), Buffer.from([0x66, 0x6e, 0x20, 0xff, 0xfe, 0x28]));
    const { out } = await check(root);
    expect(out).toMatch(stillFound);
    expect(out).toMatch(/src\/odd\.rs/);
  });

  it('a file of 20 MB', async () => {
    const root = service({ 'src/main.rs': 'mod slow;\nmod data;\nfn main() {}\n' });
    writeFileSync(join(root, 'src', 'data.rs'), `pub const DATA: &[u8] = &[${'0, '.repeat(7_000_000)}];\n`);
    const { out } = await check(root);
    expect(out).toMatch(stillFound);
    expect(out).toMatch(/src\/data\.rs/);
  });

  it.skipIf(isRoot)('a file that may not be read', async () => {
    const root = service({
      'src/main.rs': 'mod slow;\nmod secret;\nfn main() {}\n',
      'src/secret.rs': 'fn f() {}\n',
    });
    chmodSync(join(root, 'src', 'secret.rs'), 0);
    const { status, out } = await check(root);
    expect(status).toBe(2);
    expect(out).toMatch(stillFound);
    expect(out).toMatch(/src\/secret\.rs/);
    expect((await check(root, '--allow-incomplete')).status).toBe(1);
  });
});

describe('what cannot be seen is said', () => {
  it('a pipe named like Rust, and modules in files named otherwise', async () => {
    const main =
      'mod slow;\n#[path = "-"]\nmod dash;\n#[cfg(test)]\n#[path = "t.inc"]\nmod t;\nfn main() {}\n';
    const root = service({ 'src/main.rs': main, 'src/-': slow });
    execFileSync('mkfifo', [join(root, 'src', 'pipe.rs')]);
    const { status, out } = await check(root);
    expect(status).toBe(2);
    expect(out).toMatch(stillFound);
    expect(out).toContain('src/pipe.rs: not audited: it is no ordinary file');
    expect(out).toContain('module `dash` is not audited: its file `-` does not end in `.rs`');
    expect(out).not.toContain('t.inc');
  });
});

it('a baseline is written into a directory that is not there yet', async () => {
  const root = service();
  const { status } = await check(root, '--write-baseline', join(root, 'ci', 'new', 'baseline.json'));
  expect(status).toBe(1);
  const again = await check(root, '--baseline', join(root, 'ci', 'new', 'baseline.json'));
  expect(again.status).toBe(0);
});

describe('what is odd but harmless passes without a word', () => {
  it('an empty file', async () => {
    const { status, out } = await check(
      service({ 'src/main.rs': 'mod slow;\nmod empty;\nfn main() {}\n', 'src/empty.rs': '' }),
    );
    expect(out).toMatch(stillFound);
    expect(out).not.toMatch(/empty\.rs/);
    expect(status).toBe(1);
  });

  it('links in a circle', async () => {
    const root = service();
    mkdirSync(join(root, 'src', 'a'));
    symlinkSync(join(root, 'src'), join(root, 'src', 'a', 'loop'), 'dir');
    const { status, out } = await check(root);
    expect(status).toBe(1);
    expect(out).toMatch(stillFound);
  });

  it('a link out of the root', async () => {
    const outside = folderWith({ 'other.rs': slow });
    const root = service();
    symlinkSync(join(outside, 'other.rs'), join(root, 'src', 'other.rs'));
    const { out } = await check(root);
    expect(out).not.toMatch(/other\.rs:2/);
  });
});
