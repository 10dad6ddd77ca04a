/** What the bundle must do as users get it: alone in a folder, with nothing but Node.js. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { version } from '../../src/version.js';

const root = resolve(import.meta.dirname, '..', '..');
const schema = JSON.parse(readFileSync(join(root, 'src/report/report.schema.json'), 'utf8'));

/** @param node the Node.js to run it with */
export function bundleSuite(node: string): void {
  let alone: string;

  beforeAll(() => {
    alone = mkdtempSync(join(tmpdir(), 'rustperf-dist-'));
    for (const name of ['dist', 'test/projects/chat-server']) {
      cpSync(join(root, name), join(alone, name), { recursive: true });
    }
  });

  afterAll(() => rmSync(alone, { recursive: true, force: true }));

  function rustperf(...args: string[]) {
    return spawnSync(node, ['dist/cli.js', ...args], {
      cwd: alone,
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
      maxBuffer: 1 << 26,
    });
  }

  it('says its version', () => {
    expect(rustperf('--version')).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('audits the example service', () => {
    const { status, stdout, stderr } = rustperf('check', 'test/projects/chat-server');
    expect(stderr).toBe('');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^critical\[[a-z-]+\]/m);
    expect(stdout).toMatch(/--> \S+\.rs:\d+:\d+/);
  });

  it('prints the published JSON, whatever the number of threads', () => {
    const [one, two] = ['1', '2'].map((jobs) => {
      const { stdout } = rustperf(
        'check',
        'test/projects/chat-server',
        '--format',
        'json',
        '--no-cache',
        '--jobs',
        jobs,
      );
      return JSON.parse(stdout);
    });
    const validate = new Ajv({ allErrors: true }).compile(schema);
    validate(one);
    expect(validate.errors ?? []).toEqual([]);
    expect({ ...two, stats: null }).toEqual({ ...one, stats: null });
  });

  it('can be called through a link, as npm and cargo do', () => {
    symlinkSync(join(alone, 'dist', 'cli.js'), join(alone, 'cargo-rustperf'));
    const { status, stdout } = spawnSync(node, ['cargo-rustperf', 'rustperf', 'rules'], {
      cwd: alone,
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(stdout).toContain('blocking-fs-in-async');
  });

  it('keeps its exit status when its reader goes away', () => {
    const command = `"${node}" dist/cli.js check test/projects/chat-server | head -1; exit \${PIPESTATUS[0]}`;
    expect(spawnSync('bash', ['-c', command], { cwd: alone, encoding: 'utf8' })).toMatchObject({
      status: 1,
      stderr: '',
    });
  });

  it("reads a team's own rules and settings, with the libraries that only they need", () => {
    const rule = readFileSync(join(root, 'rules/async/blocking-fs-in-async.yml'), 'utf8');
    mkdirSync(join(alone, 'perf'));
    writeFileSync(join(alone, 'perf/our-files.yml'), rule.replaceAll('blocking-fs-in-async', 'our-files'));
    writeFileSync(join(alone, 'perf.toml'), 'rules = ["perf"]\n[rule.our-files]\nseverity = "warning"\n');
    expect(rustperf('explain', 'our-files', '--config', 'perf.toml')).toMatchObject({
      status: 0,
      stderr: '',
    });

    writeFileSync(join(alone, 'perf.toml'), '[rule.our-files]\nseverty = "warning"\n');
    const { status, stderr } = rustperf('rules', '--config', 'perf.toml');
    expect(status).toBe(2);
    expect(stderr).toBe(
      'error: perf.toml:2:1: unknown key `severty` in `rule.our-files`, did you mean `severity`?\n',
    );
  });
}
