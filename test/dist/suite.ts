/** What the bundle must do as users get it: alone in a folder, with nothing but Node.js. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

  describe('what the last run left', () => {
    const project = 'kept';
    const main = join(project, 'src/main.rs');
    const folder = join(project, 'target/rustperf');

    beforeAll(() => {
      cpSync(join(alone, 'test/projects/chat-server'), join(alone, project), {
        recursive: true,
        filter: (path) => !/\/target(?:\/|$)/.test(path),
      });
    });

    /** What is reported with the help of the last run, held against what is reported without. */
    function checked(...options: string[]): { readonly cached: number; readonly notes: unknown[] } {
      const audit = (...more: string[]) =>
        JSON.parse(rustperf('check', project, '--format', 'json', ...options, ...more).stdout);
      const { stats: fresh, notes: none, ...anew } = audit('--no-cache');
      const { stats, notes, ...report } = audit();
      expect(report).toEqual(anew);
      expect({ ...stats, cached: 0, durationMs: 0 }).toEqual({ ...fresh, durationMs: 0 });
      return { cached: stats.cached, notes: notes.slice(none.length) };
    }
    const edit = (change: (text: string) => string) =>
      writeFileSync(join(alone, main), change(readFileSync(join(alone, main), 'utf8')));

    it.each([
      ['the first run', () => {}, 0, 'again'],
      ['nothing changed', () => {}, 'all', 'remembered'],
      ['a comment is added', () => edit((text) => `${text}// more\n`), 'all but one', 'remembered'],
      ['lines move', () => edit((text) => `// first\n\n${text}`), 'all but one', 'again'],
      [
        'a problem is added',
        () =>
          edit(
            (text) => `${text}async fn added() { std::thread::sleep(std::time::Duration::from_secs(1)); }\n`,
          ),
        'all but one',
        'again',
      ],
      [
        'a file is added',
        () => writeFileSync(join(alone, project, 'src/new.rs'), 'pub fn f() {}\n'),
        'all but one',
        'again',
      ],
      ['a file goes', () => rmSync(join(alone, project, 'src/new.rs')), 'all', 'again'],
      [
        'the manifest changes',
        () =>
          writeFileSync(
            join(alone, project, 'Cargo.toml'),
            `${manifest()}\n[profile.release]\nopt-level = 1\n`,
          ),
        'all',
        'again',
      ],
    ] as const)('is of use, and of no harm: %s', (_, change, expected, judging) => {
      const judged = () => statSync(join(alone, folder, 'judged.bin'), { throwIfNoEntry: false })?.mtimeMs;
      change();
      const before = judged();
      const { cached, notes } = checked();
      expect(judged() === before ? 'remembered' : 'again').toBe(judging);
      const files = readdirSync(join(alone, project, 'src'), { recursive: true }).filter((name) =>
        String(name).endsWith('.rs'),
      ).length;
      expect(cached).toBe(expected === 'all' ? files : expected === 'all but one' ? files - 1 : expected);
      expect(notes).toEqual([]);
    });
    const manifest = () => readFileSync(join(alone, project, 'Cargo.toml'), 'utf8');

    it.each([[['--only', 'cargo-*']], [['--pedantic']], [['--all-targets']], [['--min-confidence', 'low']]])(
      'is judged again under %j',
      (options) => void checked(...options),
    );

    it.each(['judged.bin', 'summaries-*.bin', 'index.bin'])(
      'is thrown away when %s is damaged',
      (damaged) => {
        checked();
        const [start = '', end = ''] = damaged.split('*');
        const files = readdirSync(join(alone, folder)).filter(
          (name) => name.startsWith(start) && name.endsWith(end),
        );
        expect(files).not.toEqual([]);
        for (const name of files) {
          const bytes = readFileSync(join(alone, folder, name));
          bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 0xff;
          writeFileSync(join(alone, folder, name), bytes);
        }
        // Summaries are looked at when there is something to judge.
        edit((text) => `${text}pub fn more() {}\n`);
        expect(checked().notes).toEqual([
          expect.objectContaining({ message: expect.stringContaining('checksum') }),
        ]);
        expect(checked().notes).toEqual([]);
      },
    );
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
