/** The GitLab component as a pipeline runs it, with the shell executor of gitlab-ci-local; reports are read back. */
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { type FakeGitlab, fakeGitlab } from '../host/gitlab-api.js';
import { debianTool, npmTool, ROOT, withPath } from './tools.js';

let node24 = '';
let runner = '';
beforeAll(() => {
  node24 = npmTool('node@24');
  runner = join(npmTool('gitlab-ci-local@4.75.1'), 'gitlab-ci-local');
  debianTool('rsync');
});

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

function repository(project: string, path: string, inputs: Readonly<Record<string, string | boolean>> = {}) {
  const dir = mkdtempSync(join(tmpdir(), 'rustperf-gitlab-ci-'));
  cleanups.push(() => rmSync(dir, { recursive: true, force: true }));
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=Ferris', '-c', 'user.email=ferris@example.test', ...args], {
      cwd: dir,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  const commit = (message: string): string => {
    // The runner works in the checkout itself: what it keeps there is its cache.
    git('add', '-A', '-f', ':!.rustperf-trend');
    git('commit', '-q', '-m', message);
    return git('rev-parse', 'HEAD');
  };
  git('init', '-q', '-b', 'main');
  git('remote', 'add', 'origin', 'https://gitlab.com/acme/chat.git');
  cpSync(join(ROOT, 'templates'), join(dir, 'templates'), { recursive: true });
  cpSync(join(ROOT, 'test', 'projects', project), join(dir, path), {
    recursive: true,
    filter: (source) => !source.endsWith('/target'),
  });
  const all = { path, command: `node ${join(ROOT, 'dist', 'cli.js')}`, ...inputs };
  const lines = Object.entries(all).map(([name, value]) => `      ${name}: ${JSON.stringify(value)}`);
  writeFileSync(
    join(dir, '.gitlab-ci.yml'),
    `include:\n  - local: templates/rustperf/template.yml\n    inputs:\n${lines.join('\n')}\n`,
  );
  return { dir, git, commit, path, start: commit('start') };
}

interface Issue {
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/** A folder with an `npx` that runs the bundle, whatever version it is asked for. */
function bundleAsNpx(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rustperf-npx-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  const script = `#!/bin/sh\nshift 2\nexec node ${join(ROOT, 'dist', 'cli.js')} "$@"\n`;
  writeFileSync(join(folder, 'npx'), script, { mode: 0o755 });
  return folder;
}

async function runPipeline(
  dir: string,
  variables: Readonly<Record<string, string>> = {},
  more: readonly string[] = [],
) {
  // The runner itself says that it is not GitLab; the job is to believe that it is.
  const all = { GITLAB_CI: 'true', ...variables };
  const args = [
    '--force-shell-executor',
    '--no-color',
    ...more,
    ...Object.entries(all).flatMap(([name, value]) => ['--variable', `${name}=${value}`]),
  ];
  const { status, log } = await new Promise<{ status: number; log: string }>((resolve) => {
    const options = { cwd: dir, env: withPath(bundleAsNpx(), node24), timeout: 90_000, maxBuffer: 2 ** 26 };
    execFile(runner, [...args, 'rustperf'], options, (error, stdout, stderr) => {
      resolve({ status: error === null ? 0 : 1, log: stdout + stderr });
    });
  });
  const file = join(dir, '.gitlab-ci-local', 'artifacts', 'rustperf', 'gl-code-quality-report.json');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const issues: readonly Issue[] = text === '' ? [] : JSON.parse(text);
  return { status, log, text, issues };
}

async function api(): Promise<FakeGitlab> {
  const server = await fakeGitlab();
  cleanups.push(() => {
    expect(server.violations).toEqual([]);
    return server.close();
  });
  return server;
}

it('fails on critical findings and leaves a Code Quality report with paths of the repository', async () => {
  const { dir } = repository('chat-server', 'services/chat');
  const run = await runPipeline(dir);
  expect(run.status, run.log).toBe(1);
  expect(run.text.startsWith('[')).toBe(true);
  expect(run.issues).toContainEqual(
    expect.objectContaining({
      check_name: 'blocking-fs-in-async',
      severity: 'blocker',
      location: expect.objectContaining({ path: expect.stringMatching(/^services\/chat\/src\//) }),
    }),
  );
  expect(new Set(run.issues.map((issue) => issue.fingerprint)).size).toBe(run.issues.length);
  for (const { location } of run.issues) expect(existsSync(join(dir, location.path))).toBe(true);
});

it('passes a clean project with an empty report', async () => {
  const run = await runPipeline(repository('clean-service', 'clean').dir);
  expect(run.status, run.log).toBe(0);
  expect(JSON.parse(run.text)).toEqual([]);
});

it('in a merge request gates on the change alone, and writes one note with a project token', async () => {
  const repo = repository('chat-server', 'services/chat', { 'only-changed': true });
  writeFileSync(join(repo.dir, 'services/chat/README.md'), 'other words\n');
  const head = repo.commit('words');
  const server = await api();
  const variables = {
    CI_PIPELINE_SOURCE: 'merge_request_event',
    CI_API_V4_URL: `${server.url}/api/v4`,
    CI_PROJECT_ID: '42',
    CI_COMMIT_SHA: head,
    CI_MERGE_REQUEST_IID: '3',
    CI_MERGE_REQUEST_DIFF_BASE_SHA: repo.start,
    RUSTPERF_TOKEN: 'glpat-test',
  };
  const run = await runPipeline(repo.dir, variables);
  expect(run.status, run.log).toBe(0);
  expect(run.issues.length).toBeGreaterThan(0);
  // What the change did not bring is counted, not shouted.
  expect(server.notes).toEqual([]);

  writeFileSync(
    join(repo.dir, 'services/chat/src/motd.rs'),
    'pub async fn motd() -> Vec<u8> {\n    std::fs::read("motd.txt").unwrap_or_default()\n}\n',
  );
  const main = join(repo.dir, 'services/chat/src/main.rs');
  writeFileSync(main, `${readFileSync(main, 'utf8')}\nmod motd;\n`);
  const worse = { ...variables, CI_COMMIT_SHA: repo.commit('motd') };
  const failing = await runPipeline(repo.dir, worse);
  expect(failing.status, failing.log).toBe(1);
  expect(server.notes).toHaveLength(1);
  expect(server.notes[0]?.body).toContain('blocking-fs-in-async');
  await runPipeline(repo.dir, worse);
  expect(server.notes).toHaveLength(1);
});

it('says in a merge request how it differs from what the job on the default branch left in the cache', async () => {
  const repo = repository('chat-server', 'services/chat');
  const first = await runPipeline(repo.dir, { CI_COMMIT_SHA: repo.start });
  expect(first.status, first.log).toBe(1);
  writeFileSync(
    join(repo.dir, 'services/chat/src/motd.rs'),
    'pub async fn motd() -> Vec<u8> {\n    std::fs::read("motd.txt").unwrap_or_default()\n}\n',
  );
  const main = join(repo.dir, 'services/chat/src/main.rs');
  writeFileSync(main, `${readFileSync(main, 'utf8')}\nmod motd;\n`);
  const server = await api();
  await runPipeline(repo.dir, {
    CI_PIPELINE_SOURCE: 'merge_request_event',
    CI_API_V4_URL: `${server.url}/api/v4`,
    CI_PROJECT_ID: '42',
    CI_COMMIT_SHA: repo.commit('motd'),
    CI_MERGE_REQUEST_IID: '3',
    CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
    CI_MERGE_REQUEST_DIFF_BASE_SHA: repo.start,
    RUSTPERF_TOKEN: 'glpat-test',
  });
  expect(server.notes[0]?.body).toContain(`**Trend:** +1 / −0 against \`main@${repo.start.slice(0, 7)}\`.`);
});

it('runs the job that `rustperf init` writes', async () => {
  const { dir, commit } = repository('chat-server', '.');
  rmSync(join(dir, '.gitlab-ci.yml'));
  execFileSync('node', [join(ROOT, 'dist', 'cli.js'), 'init', '--host', 'gitlab'], { cwd: dir });
  commit('init');
  const run = await runPipeline(dir);
  expect(run.status, run.log).toBe(1);
  expect(run.issues.length).toBeGreaterThan(0);
  expect(run.log).toContain('code quality: `gl-code-quality-report.json`');
});

it('judges what parallel jobs collected as one job would', async () => {
  const { dir, commit } = repository('chat-server', '.');
  const whole = await runPipeline(dir);
  const recipe = /```yaml\n(rustperf-collect:[\s\S]*?)```/.exec(
    readFileSync(join(ROOT, 'templates', 'README.md'), 'utf8'),
  )?.[1];
  writeFileSync(join(dir, '.gitlab-ci.yml'), recipe ?? '');
  commit('shards');
  const run = await runPipeline(dir, {}, ['--needs']);
  expect(run.log).toContain('part 4 of 4');
  expect(run.issues).toEqual(whole.issues);
});
