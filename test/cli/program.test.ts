import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import type { Audit } from '../../src/cli/check.js';
import { run } from '../../src/cli/program.js';
import { isWatched, wantsColor } from '../../src/cli/terminal.js';
import type { Finding } from '../../src/findings/finding.js';
import { ProjectError } from '../../src/project/project.js';
import type { Report, ReportContext } from '../../src/report/report.js';
import type { Settings } from '../../src/settings/settings.js';
import { version } from '../../src/version.js';
import { folderWith } from '../settings/folder.js';
import { fakeTerminal } from './terminal.js';

const emptyReport: Report = {
  schema: 1,
  tool: { name: 'rustperf', version },
  root: '.',
  complete: true,
  summary: { critical: 0, warning: 0, suggestion: 0, suppressed: 0, baselined: 0 },
  stats: { files: 1, bytes: 10, cached: 0, unparsedBytes: 0, durationMs: 1 },
  findings: [],
  notes: [],
  suggestedProfiles: [],
};

const finding: Finding = {
  rule: 'unbounded-channel',
  severity: 'critical',
  confidence: 'high',
  tier: 2,
  path: 'src/main.rs',
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 3,
  message: 'grows without bound',
  help: 'bound it',
  url: '',
  fingerprint: '00',
  changed: null,
  related: [],
  evidence: [],
};

/** Runs one command line on a fresh folder, with an audit that answers what it is told to. */
async function rustperf(line: string, answer: Partial<Report & ReportContext> = {}, files = {}) {
  const cwd = folderWith(files);
  const seen: Settings[] = [];
  const audit: Audit = async (settings) => {
    seen.push(settings);
    const context: ReportContext = {
      rules: new Map(),
      source: () => undefined,
      gate: [],
      failOn: 'critical',
    };
    return { report: { ...emptyReport, ...answer }, context: { ...context, ...answer } };
  };
  const terminal = fakeTerminal({ cwd });
  const status = await run(line.split(' ').filter(Boolean), audit, terminal);
  return { status, ...terminal.written, cwd, settings: seen[0] };
}

describe('exit status', () => {
  it('is 0 without findings', async () => expect((await rustperf('check')).status).toBe(0));

  it('is 1 with findings that fail', async () => {
    expect((await rustperf('check', { findings: [finding], gate: [finding] })).status).toBe(1);
  });

  it('is 0 with findings that do not', async () => {
    expect((await rustperf('check', { findings: [finding] })).status).toBe(0);
  });

  it('is 2 when work was left undone, unless that is allowed', async () => {
    expect((await rustperf('check', { complete: false, gate: [finding] })).status).toBe(2);
    expect((await rustperf('check --allow-incomplete', { complete: false })).status).toBe(0);
    expect((await rustperf('check --allow-incomplete', { complete: false, gate: [finding] })).status).toBe(1);
  });

  it.each([
    ['check --fromat json', 'Did you mean --format?'],
    ['chek', 'Did you mean check?'],
    ['check a b', 'too many arguments'],
    ['check --fail-on', 'argument missing'],
    ['check --fail-on critcal', 'error: `--fail-on` is `critcal`, did you mean `critical`?'],
    ['check --color sometimes', 'Allowed choices are auto, always, never'],
    ['check --ci', 'error: `--ci` publishes on GitHub and GitLab, and this is neither'],
    ['explain no-such-rule', 'error: no rule is named `no-such-rule`'],
    ['', 'Usage: rustperf'],
  ])('is 2 for `rustperf %s`', async (line, message) => {
    const { status, err, out } = await rustperf(line);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(message);
  });

  it('is 2 when nothing can be audited', async () => {
    const failing: Audit = () => Promise.reject(new ProjectError('`nowhere` does not exist'));
    const terminal = fakeTerminal();
    expect(await run(['check', 'nowhere'], failing, terminal)).toBe(2);
    expect(terminal.written.err).toBe('error: `nowhere` does not exist\n');
  });

  it('leaves unknown errors to the entry', async () => {
    const broken: Audit = () => Promise.reject(new TypeError('x is undefined'));
    await expect(run(['check'], broken, fakeTerminal())).rejects.toThrow(TypeError);
  });
});

describe('check', () => {
  it('hands every option on', async () => {
    const { settings, cwd } = await rustperf(
      'check crates/a --fail-on warning --min-severity warning --min-confidence high --only a --only b* --skip c ' +
        '--pedantic --baseline known.json --write-baseline new.json --changed-since HEAD~1 --only-changed ' +
        '--all-targets --jobs 3 --no-cache --allow-incomplete',
    );
    expect(settings).toMatchObject({
      root: join(cwd, 'crates', 'a'),
      shownRoot: 'crates/a',
      failOn: 'warning',
      minSeverity: 'warning',
      minConfidence: 'high',
      only: ['a', 'b*'],
      skip: ['c'],
      pedantic: true,
      baseline: join(cwd, 'known.json'),
      writeBaseline: join(cwd, 'new.json'),
      changedSince: 'HEAD~1',
      onlyChanged: true,
      allTargets: true,
      jobs: 3,
      cache: false,
      allowIncomplete: true,
    });
  });

  it("drops cargo's own word", async () => {
    expect((await rustperf('rustperf check src')).settings?.shownRoot).toBe('src');
  });

  it('prints one format and writes others', async () => {
    const { out, cwd } = await rustperf('check --format json --output sarif=reports/a.sarif');
    expect(JSON.parse(out)).toMatchObject({ schema: 1, findings: [] });
    expect(JSON.parse(readFileSync(join(cwd, 'reports', 'a.sarif'), 'utf8'))).toMatchObject({
      version: '2.1.0',
    });
  });

  it('says which report cannot be written', async () => {
    const { status, err } = await rustperf('check --output json=taken/x.json', {}, { taken: 'a file' });
    expect(status).toBe(2);
    expect(err).toContain('`taken/x.json` cannot be written');
  });
});

describe('help', () => {
  it.each(['--help', 'check --help', 'explain --help', 'rules --help', 'init --help', 'bench --help'])(
    '%s',
    async (line) => {
      const { status, out, err } = await rustperf(line);
      expect({ status, err }).toEqual({ status: 0, err: '' });
      expect(out).toContain('Usage: rustperf');
    },
  );

  it.each(['--version', 'check --version', 'rules -V'])('%s', async (line) => {
    expect(await rustperf(line)).toMatchObject({ status: 0, out: `${version}\n` });
  });
});

describe('rules', () => {
  const rule = (id: string) => `id: ${id}
title: a slow thing
severity: warning
confidence: high
why: it is slow
fix: do the fast thing
message: it is slow
help: call the fast one
examples: [{ bad: "fn f() {}" }]
`;
  const files = { 'rustperf.toml': 'rules = ["perf"]', 'perf/a-slow-thing.yml': rule('a-slow-thing') };

  it("lists the team's rules too", async () => {
    expect((await rustperf('rules', {}, files)).out).toMatch(/^a-slow-thing +warning +high +a slow thing$/m);
    expect(JSON.parse((await rustperf('rules --format json', {}, files)).out)).toContainEqual(
      expect.objectContaining({ id: 'a-slow-thing', why: 'it is slow' }),
    );
  });

  it('explains one', async () => {
    expect((await rustperf('explain a-slow-thing', {}, files)).out).toContain('# a-slow-thing\n');
  });

  it('names the nearest', async () => {
    const { err } = await rustperf('explain a-slow-think', {}, files);
    expect(err).toContain('no rule is named `a-slow-think`, did you mean `a-slow-thing`?');
  });
});

describe('init', () => {
  it('writes settings that can be read, and a workflow for the host', async () => {
    const { cwd, out } = await rustperf('init', {}, { '.github/dependabot.yml': '' });
    expect(out).toBe('rustperf.toml written\n.github/workflows/rustperf.yml written\n');
    expect(readFileSync(join(cwd, '.github/workflows/rustperf.yml'), 'utf8')).toContain(
      'permissions:\n  contents: read',
    );
    expect(readFileSync(join(cwd, 'rustperf.toml'), 'utf8')).toContain('fail-on = "critical"');
  });

  it('recognises the host by the remote, and the default branch', async () => {
    const { cwd } = await rustperf(
      'init',
      {},
      {
        '.git/config': '[remote "origin"]\n\turl = git@github.com:team/service.git\n',
        '.git/refs/remotes/origin/HEAD': 'ref: refs/remotes/origin/trunk\n',
      },
    );
    expect(readFileSync(join(cwd, '.github/workflows/rustperf.yml'), 'utf8')).toContain('branches: [trunk]');
  });

  it('writes a job for GitLab that compares and publishes', async () => {
    const { cwd, out } = await rustperf('init --host gitlab');
    expect(out).toBe('rustperf.toml written\n.gitlab-ci.yml written\n');
    const pipeline = Object(load(readFileSync(join(cwd, '.gitlab-ci.yml'), 'utf8')));
    expect(pipeline.rustperf).toMatchObject({
      script: [`npx --yes rustperf@${version.split('.')[0]} check --ci`],
      artifacts: { when: 'always', reports: { codequality: 'gl-code-quality-report.json' } },
    });
  });

  it('never overwrites', async () => {
    const files = { '.gitlab-ci.yml': 'build: {}\n', 'rustperf.toml': '# mine\n' };
    const { cwd, out } = await rustperf('init', {}, files);
    expect(readFileSync(join(cwd, '.gitlab-ci.yml'), 'utf8')).toBe('build: {}\n');
    expect(readFileSync(join(cwd, 'rustperf.toml'), 'utf8')).toBe('# mine\n');
    expect(out).toContain('.gitlab-ci.yml exists, left as it is\nadd to it:\n');
  });

  it('writes no workflow for a host it does not know', async () => {
    const { cwd, out } = await rustperf('init');
    expect(existsSync(join(cwd, '.github'))).toBe(false);
    expect(out).toContain('no CI host was recognised');
  });
});

describe('colours and progress', () => {
  const terminal = fakeTerminal({ isTerminal: true }).out;
  const pipe = fakeTerminal().out;

  it.each([
    ['auto', terminal, {}, true],
    ['auto', pipe, {}, false],
    ['auto', terminal, { NO_COLOR: '1' }, false],
    ['auto', terminal, { TERM: 'dumb' }, false],
    ['auto', pipe, { FORCE_COLOR: '1' }, true],
    ['always', pipe, { NO_COLOR: '1' }, true],
    ['never', terminal, { FORCE_COLOR: '1' }, false],
  ] as const)('%s %j %j: %s', (choice, stream, env, expected) => {
    expect(wantsColor(choice, stream, env)).toBe(expected);
  });

  it('shows no progress in logs', () => {
    expect(isWatched(terminal, {})).toBe(true);
    expect(isWatched(terminal, { CI: 'true' })).toBe(false);
    expect(isWatched(pipe, {})).toBe(false);
  });
});
