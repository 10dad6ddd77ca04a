import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Audit } from '../../src/cli/check.js';
import { run } from '../../src/cli/program.js';
import type { Edit, Finding, Fix } from '../../src/findings/finding.js';
import { sourceReader } from '../../src/project/source.js';
import { fakeTerminal } from '../cli/terminal.js';
import { folderWith } from '../settings/folder.js';

const recipe = 'fn brew() {\n    let cup = tea.clone();\n    let pot = tea.clone();\n}\n';

function at(line: number, column: number, endColumn: number, newText: string, path = 'src/a.rs'): Edit {
  return { path, line, column, endLine: line, endColumn, newText };
}

function found(edits: readonly Edit[], applicability: Fix['applicability'] = 'machine-applicable'): Finding {
  const { newText: _, ...place } = edits[0] ?? at(1, 1, 1, '');
  return {
    ...place,
    rule: 'cold-tea',
    severity: 'warning',
    confidence: 'high',
    tier: 2,
    message: 'the tea gets cold',
    help: 'drink it',
    url: '',
    fingerprint: '0',
    changed: null,
    related: [],
    evidence: [],
    fix: { applicability, title: 'drink it', edits },
  };
}

/** An audit that finds what it is told, and then lets something happen before the fixes are applied. */
function audits(findings: readonly Finding[], meanwhile: () => void = () => {}): Audit {
  return async (settings) => {
    const source = sourceReader(settings.root);
    for (const { path } of findings.flatMap(({ fix }) => fix?.edits ?? [])) source(path);
    meanwhile();
    return {
      report: {
        schema: 1,
        tool: { name: 'rustperf', version: '0' },
        root: '.',
        complete: true,
        summary: { critical: 0, warning: 0, suggestion: 0, suppressed: 0, baselined: 0 },
        stats: { files: 0, bytes: 0, cached: 0, unparsedBytes: 0, durationMs: 0 },
        findings,
        notes: [],
        suggestedProfiles: [],
      },
      context: { rules: new Map(), source, gate: [], failOn: 'never' },
    };
  };
}

async function fix(cwd: string, audit: Audit, ...args: string[]) {
  const terminal = fakeTerminal({
    cwd,
    env: process.env.PATH === undefined ? {} : { ...process.env, CI: '' },
  });
  const status = await run(['fix', ...args], audit, terminal);
  return { status, ...terminal.written, text: readFileSync(join(cwd, 'src/a.rs'), 'utf8') };
}

const first = found([at(2, 18, 26, '')]);
const second = found([at(3, 18, 26, '')], 'maybe-incorrect');

describe('applies', () => {
  it('what is safe, and says what waits', async () => {
    const root = folderWith({ 'src/a.rs': recipe });
    const { status, out, text } = await fix(root, audits([first, second]));
    expect(text).toBe(recipe.replace('.clone()', ''));
    expect(out).toBe(
      'fixed src/a.rs:2:18 `cold-tea`: drink it\n' +
        '1 fix in 1 file applied; 1 fix may be incorrect and waits for `--unsafe`\n',
    );
    expect(status).toBe(0);
    expect(readdirSync(join(root, 'src'))).toEqual(['a.rs']);
  });

  it('what may be incorrect, when asked', async () => {
    const { text } = await fix(folderWith({ 'src/a.rs': recipe }), audits([first, second]), '--unsafe');
    expect(text).toBe(recipe.replaceAll('.clone()', ''));
  });

  it('nothing where there is nothing', async () => {
    const { status, out } = await fix(folderWith({ 'src/a.rs': recipe }), audits([]));
    expect({ status, out }).toEqual({ status: 0, out: 'no fix to apply\n' });
  });

  it('an edit that two fixes share once', async () => {
    const use = at(1, 1, 1, 'use std::fmt::Write;\n');
    const { status, text } = await fix(
      folderWith({ 'src/a.rs': recipe }),
      audits([found([use, at(2, 18, 26, '')]), found([use, at(3, 18, 26, '')])]),
    );
    expect(text).toBe(`use std::fmt::Write;\n${recipe.replaceAll('.clone()', '')}`);
    expect(status).toBe(0);
  });

  it('with permissions, line endings and byte order mark as they were', async () => {
    const root = folderWith({ 'src/a.rs': `\uFEFF${recipe.replaceAll('\n', '\r\n')}` });
    chmodSync(join(root, 'src/a.rs'), 0o755);
    const { text } = await fix(root, audits([first]));
    expect(text).toBe(`\uFEFF${recipe.replace('.clone()', '').replaceAll('\n', '\r\n')}`);
    expect(statSync(join(root, 'src/a.rs')).mode & 0o777).toBe(0o755);
  });
});

describe('leaves out', () => {
  it('the later of two that overlap, whole', async () => {
    const whole = found([at(2, 15, 26, 'milk'), at(3, 18, 26, '')]);
    const { status, out, text } = await fix(folderWith({ 'src/a.rs': recipe }), audits([first, whole]));
    expect(text).toBe(recipe.replace('tea.clone()', 'milk').replace('tea.clone()', 'tea'));
    expect(out).toContain(
      'left out src/a.rs:2:18 `cold-tea`: it changes the same code as `cold-tea` at line 2',
    );
    expect(status).toBe(1);
  });

  it('a file that changed since the audit', async () => {
    const root = folderWith({ 'src/a.rs': recipe });
    const edited = `// a new line\n${recipe}`;
    const { status, out, text } = await fix(
      root,
      audits([first], () => writeFileSync(join(root, 'src/a.rs'), edited)),
    );
    expect({ status, text }).toEqual({ status: 1, text: edited });
    expect(out).toContain('it changed since the audit');
  });

  it.each([
    ['above the root', '../outside.rs'],
    ['an absolute path', '/etc/hostname'],
  ])('%s', async (_, path) => {
    const { status, out } = await fix(
      folderWith({ 'src/a.rs': recipe }),
      audits([found([at(1, 1, 2, '', path)])]),
    );
    expect(status).toBe(1);
    expect(out).toContain('it lies outside the audited folder');
  });

  it('what is behind a symbolic link', async () => {
    const outside = folderWith({ 'real.rs': recipe });
    const root = folderWith({ 'src/a.rs': recipe });
    symlinkSync(join(outside, 'real.rs'), join(root, 'src/link.rs'));
    mkdirSync(join(root, 'deep'));
    symlinkSync(outside, join(root, 'deep/folder'));
    const { status, out } = await fix(
      root,
      audits([found([at(2, 18, 26, '', 'src/link.rs')]), found([at(2, 18, 26, '', 'deep/folder/real.rs')])]),
    );
    expect(status).toBe(1);
    expect(out.match(/it is reached through a symbolic link/g)).toHaveLength(2);
    expect(readFileSync(join(outside, 'real.rs'), 'utf8')).toBe(recipe);
  });

  it('bytes that are not UTF-8', async () => {
    const root = folderWith({ 'src/a.rs': recipe });
    const bytes = Buffer.concat([Buffer.from(recipe), Buffer.from([0xff, 0x0a])]);
    writeFileSync(join(root, 'src/a.rs'), bytes);
    const { status } = await fix(root, audits([first]));
    expect(status).toBe(1);
    expect(readFileSync(join(root, 'src/a.rs'))).toEqual(bytes);
  });
});

it('shows a diff and changes nothing', async () => {
  const { status, out, text } = await fix(folderWith({ 'src/a.rs': recipe }), audits([first]), '--dry-run');
  expect({ status, text }).toEqual({ status: 0, text: recipe });
  expect(out).toBe(
    [
      '--- a/src/a.rs',
      '+++ b/src/a.rs',
      '@@ -1,4 +1,4 @@',
      ' fn brew() {',
      '-    let cup = tea.clone();',
      '+    let cup = tea;',
      '     let pot = tea.clone();',
      ' }',
      '',
    ].join('\n'),
  );
});

it('will not verify what it does not write', async () => {
  const { status, err } = await fix(
    folderWith({ 'src/a.rs': recipe }),
    audits([first]),
    '--dry-run',
    '--verify',
  );
  expect(status).toBe(2);
  expect(err).toMatch(/cannot be used with/);
});

const hasCargo = spawnSync('cargo', ['--version']).status === 0;

describe.skipIf(!hasCargo)('with cargo', () => {
  const manifest =
    '[package]\nname = "kettle"\nversion = "0.1.0"\nedition = "2021"\n[lib]\npath = "src/a.rs"\n';
  const code = 'pub fn brew(tea: &str) -> String {\n    tea.to_owned()\n}\n';

  it('keeps what compiles', async () => {
    const root = folderWith({ 'Cargo.toml': manifest, 'src/a.rs': code });
    const { status, out, text } = await fix(root, audits([found([at(2, 9, 17, 'to_string')])]), '--verify');
    expect({ status, text }).toEqual({ status: 0, text: code.replace('to_owned', 'to_string') });
    expect(out).toContain('1 fix in 1 file applied, and cargo check passes');
  });

  it("takes everything back when it does not compile, with cargo's words", async () => {
    const root = folderWith({ 'Cargo.toml': manifest, 'src/a.rs': code });
    const { status, out, err, text } = await fix(root, audits([found([at(2, 8, 19, '')])]), '--verify');
    expect({ status, out, text }).toEqual({ status: 1, out: '', text: code });
    expect(err).toMatch(/error\[E0308\].*\n.*src\/a\.rs:2/s);
    expect(err).toMatch(/1 fix taken back, because cargo check failed/);
  });

  it('takes everything back when there is no cargo', async () => {
    const root = folderWith({ 'Cargo.toml': manifest, 'src/a.rs': code });
    const terminal = fakeTerminal({ cwd: root, env: { PATH: '/nowhere' } });
    const status = await run(['fix', '--verify'], audits([found([at(2, 9, 17, 'to_string')])]), terminal);
    expect(status).toBe(1);
    expect(terminal.written.err).toContain('cargo could not be started');
    expect(readFileSync(join(root, 'src/a.rs'), 'utf8')).toBe(code);
  });
});
