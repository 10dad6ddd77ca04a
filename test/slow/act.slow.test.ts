/** The action as users run it: a workflow with `uses: ./`, the committed bundle, Node.js 24, real events. */
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type FakeGithub, fakeGithub } from '../host/github-api.js';
import { goTool, npmTool, pipTool, ROOT, withPath } from './tools.js';

let act = '';
let node24 = '';
beforeAll(() => {
  act = goTool('github.com/nektos/act@v0.2.89');
  node24 = npmTool('node@24');
});

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

const WORKFLOW = 'test/slow/workflows/audit.yml';

/** A repository with the action, its bundle, the workflow and one project at `path`. */
function repository(project: string, path: string) {
  const dir = mkdtempSync(join(tmpdir(), 'rustperf-act-'));
  cleanups.push(() => rmSync(dir, { recursive: true, force: true }));
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=Ferris', '-c', 'user.email=ferris@example.test', ...args], {
      cwd: dir,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  const commit = (message: string): string => {
    git('add', '-A', '-f');
    git('commit', '-q', '-m', message);
    return git('rev-parse', 'HEAD');
  };
  git('init', '-q', '-b', 'main');
  git('remote', 'add', 'origin', 'https://github.com/acme/chat.git');
  cpSync(join(ROOT, 'action.yml'), join(dir, 'action.yml'));
  cpSync(join(ROOT, 'dist'), join(dir, 'dist'), { recursive: true });
  mkdirSync(join(dir, '.github', 'workflows'), { recursive: true });
  cpSync(join(ROOT, WORKFLOW), join(dir, '.github', 'workflows', 'audit.yml'));
  cpSync(join(ROOT, 'test', 'projects', project), join(dir, path), {
    recursive: true,
    filter: (source) => !source.endsWith('/target'),
  });
  return { dir, path, git, commit, start: commit('start') };
}

type Repository = ReturnType<typeof repository>;

/** What GitHub checks out for a pull request: the branch's commit, merged into a main that has moved on. */
function pullRequest(repo: Repository, file: string, change: (text: string) => string, fork = false) {
  const { dir, git, commit, start } = repo;
  git('checkout', '-q', '-b', 'feature');
  const path = join(dir, repo.path, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  const head = commit('change');
  git('checkout', '-q', 'main');
  writeFileSync(join(dir, 'NEWS.md'), 'meanwhile\n');
  commit('meanwhile');
  git('merge', '-q', '--no-ff', '-m', 'merge', 'feature');
  return {
    action: 'synchronize',
    number: 7,
    pull_request: {
      number: 7,
      head: { sha: head, ref: 'feature', repo: { full_name: fork ? 'somebody/chat' : 'acme/chat' } },
      base: { sha: start, ref: 'main', repo: { full_name: 'acme/chat' } },
    },
    repository: { full_name: 'acme/chat', default_branch: 'main' },
  };
}

async function api(setup: Parameters<typeof fakeGithub>[0] = {}): Promise<FakeGithub> {
  const server = await fakeGithub(setup);
  cleanups.push(() => {
    expect(server.violations).toEqual([]);
    return server.close();
  });
  return server;
}

interface Run {
  readonly status: number;
  readonly log: string;
  readonly summary: string;
  /** What the workflow's own last step saw of the action. */
  readonly seen: Readonly<Record<string, string>>;
  readonly annotations: readonly string[];
}

async function runWorkflow(
  repo: Repository,
  event: string,
  payload: object,
  server: FakeGithub,
  caches?: string,
): Promise<Run> {
  const cache = mkdtempSync(join(tmpdir(), 'rustperf-act-cache-'));
  cleanups.push(() => rmSync(cache, { recursive: true, force: true }));
  const eventFile = join(cache, 'event.json');
  writeFileSync(eventFile, JSON.stringify(payload));
  const args = [
    event,
    '--platform=ubuntu-latest=-self-hosted',
    `--eventpath=${eventFile}`,
    `--env=GITHUB_API_URL=${server.url}`,
    `--env=AUDIT_PATH=${repo.path}`,
    '--secret=GITHUB_TOKEN=not-a-token',
    '--cache-server-addr=127.0.0.1',
    `--cache-server-path=${caches ?? join(cache, 'caches')}`,
  ];
  const env = { ...withPath(node24), XDG_CACHE_HOME: cache };
  const { status, log } = await new Promise<{ status: number; log: string }>((resolve) => {
    execFile(
      act,
      args,
      { cwd: repo.dir, env, timeout: 90_000, maxBuffer: 2 ** 26 },
      (error, stdout, stderr) => {
        resolve({ status: error === null ? 0 : 1, log: stdout + stderr });
      },
    );
  });
  return {
    status,
    log,
    // act prints what the step wrote, and removes the file.
    summary: [...log.matchAll(/Summary - ([\s\S]*?)(?=\n\[audit\/)/g)].map((match) => match[1]).join('\n'),
    seen: Object.fromEntries(
      [...log.matchAll(/seen ([\w-]+)=(\S*)/g)].map((match) => [match[1], match[2] ?? '']),
    ),
    annotations: log
      .split('\n')
      .filter((line) => /::(error|warning|notice) /.test(line) || /[❗🚧]\s*::/u.test(line)),
  };
}

const PUSH = { before: '0'.repeat(40), repository: { full_name: 'acme/chat', default_branch: 'main' } };

describe('push', () => {
  it('fails the step on critical findings, in the log, the summary, the outputs and a check run', async () => {
    const repo = repository('chat-server', 'services/chat');
    const server = await api();
    const run = await runWorkflow(repo, 'push', PUSH, server);
    expect(run.status, run.log).toBe(1);
    expect(run.seen).toMatchObject({ outcome: 'failure', passed: 'false' });
    expect(Number(run.seen.critical)).toBeGreaterThan(0);
    expect(run.summary).toContain('❌ rustperf fails');
    expect(run.summary).toMatch(/acme\/chat\/blob\/[0-9a-f]{40}\/services\/chat\/src\//);
    expect(server.checkRuns).toMatchObject([{ name: 'rustperf (services/chat)', conclusion: 'failure' }]);
    expect(server.checkRuns[0]?.annotations).toContainEqual(
      expect.objectContaining({
        path: expect.stringMatching(/^services\/chat\/src\//),
        annotation_level: 'failure',
      }),
    );
  });

  it('passes a clean project in three lines', async () => {
    const run = await runWorkflow(repository('clean-service', 'clean'), 'push', PUSH, await api());
    expect(run.status, run.log).toBe(0);
    expect(run.seen).toMatchObject({ outcome: 'success', passed: 'true', critical: '0', warning: '0' });
    expect(run.summary).toContain('✅');
    const step = run.log.split('Run Main ./')[1]?.split('Success - Main ./')[0] ?? '';
    expect(step.split('\n').filter((line) => line.includes('  | '))).toHaveLength(3);
  });
});

describe('pull request', () => {
  const BLOCKING =
    'pub async fn motd() -> String {\n    std::fs::read_to_string("motd.txt").unwrap_or_default()\n}\n';

  it('passes when the old findings are none of its doing', async () => {
    const repo = repository('chat-server', 'services/chat');
    const payload = pullRequest(repo, 'README.md', (text) => `${text}\nMore words.\n`);
    const run = await runWorkflow(repo, 'pull_request', payload, await api());
    expect(run.status, run.log).toBe(0);
    expect(run.seen).toMatchObject({ outcome: 'success', passed: 'true', new: '0' });
    expect(Number(run.seen.critical)).toBeGreaterThan(0);
    expect(run.log).toContain('changed lines: git diff against the target branch');
  });

  it('fails for what it brings, and comments once', async () => {
    const repo = repository('clean-service', 'services/clean');
    const payload = pullRequest(repo, 'src/greeting.rs', (text) => `${text}\n${BLOCKING}`);
    const server = await api();
    const first = await runWorkflow(repo, 'pull_request', payload, server);
    expect(first.status, first.log).toBe(1);
    expect(first.seen).toMatchObject({ outcome: 'failure', passed: 'false' });
    expect(Number(first.seen.new)).toBeGreaterThan(0);
    expect(Number(first.seen.critical)).toBeGreaterThan(0);
    expect(server.comments).toHaveLength(1);
    expect(server.comments[0]?.body).toContain('blocking-fs-in-async');
    await runWorkflow(repo, 'pull_request', payload, server);
    expect(server.comments).toHaveLength(1);
  });

  it('says how it differs from what the last push to its base branch had', async () => {
    const repo = repository('clean-service', 'services/clean');
    const caches = mkdtempSync(join(tmpdir(), 'rustperf-act-caches-'));
    cleanups.push(() => rmSync(caches, { recursive: true, force: true }));
    const push = await runWorkflow(repo, 'push', PUSH, await api(), caches);
    expect(push.log).toContain('trend: kept for the pull requests of `main`');
    const payload = pullRequest(repo, 'src/greeting.rs', (text) => `${text}\n${BLOCKING}`);
    const run = await runWorkflow(repo, 'pull_request', payload, await api(), caches);
    expect(run.log).toContain(`+1 / −0 against main@${repo.start.slice(0, 7)}`);
    expect(run.summary).toContain('**Trend:** +1 / −0 against `main@');
  });

  it('from a fork keeps its verdict, its annotations and its summary with a token that only reads', async () => {
    const repo = repository('clean-service', 'services/clean');
    const payload = pullRequest(repo, 'src/greeting.rs', (text) => `${text}\n${BLOCKING}`, true);
    const run = await runWorkflow(repo, 'pull_request', payload, await api({ readOnly: true }));
    expect(run.status, run.log).toBe(1);
    expect(run.seen).toMatchObject({ outcome: 'failure', passed: 'false' });
    expect(run.log).toContain('pull requests from forks get a token that only reads');
    expect(run.annotations.join('\n')).toContain('blocks the async worker thread');
    expect(run.summary).toContain('Not published');
  });
});

it('merge group: gates on what the group brings', async () => {
  const repo = repository('clean-service', 'clean');
  const file = join(repo.dir, 'clean', 'src', 'greeting.rs');
  writeFileSync(
    file,
    `${readFileSync(file, 'utf8')}\npub async fn motd() -> Vec<u8> {\n    std::fs::read("motd.txt").unwrap_or_default()\n}\n`,
  );
  const head = repo.commit('queued');
  const payload = {
    action: 'checks_requested',
    merge_group: { base_sha: repo.start, head_sha: head },
    repository: PUSH.repository,
  };
  const run = await runWorkflow(repo, 'merge_group', payload, await api());
  expect(run.status, run.log).toBe(1);
  expect(run.seen).toMatchObject({ outcome: 'failure' });
  expect(Number(run.seen.new)).toBeGreaterThan(0);
  expect(run.log).toContain('git diff against the base of the merge group');
});

it('a large project: the next commit reads only what it changed', async () => {
  const repo = repository('clean-service', 'big');
  const names = Array.from({ length: 400 }, (_, index) => `part${index}`);
  for (const name of names) {
    writeFileSync(
      join(repo.dir, 'big/src', `${name}.rs`),
      `pub fn ${name}() -> usize {\n    ${name.length}\n}\n`,
    );
  }
  const main = join(repo.dir, 'big/src/main.rs');
  writeFileSync(main, `${readFileSync(main, 'utf8')}\n${names.map((name) => `mod ${name};\n`).join('')}`);
  repo.commit('big');
  const caches = mkdtempSync(join(tmpdir(), 'rustperf-act-caches-'));
  cleanups.push(() => rmSync(caches, { recursive: true, force: true }));
  const first = await runWorkflow(repo, 'push', PUSH, await api(), caches);
  expect(first.log).toContain('cache: saved');
  writeFileSync(join(repo.dir, 'big/src/part7.rs'), 'pub fn part7() -> usize {\n    8\n}\n');
  repo.commit('one file');
  const second = await runWorkflow(repo, 'push', PUSH, await api(), caches);
  expect(second.log).toMatch(/audited 402 files \(401 unchanged\)/);
});

/** What `rustperf init` gives a repository. */
function writtenByInit(): string {
  const dir = mkdtempSync(join(tmpdir(), 'rustperf-init-'));
  cleanups.push(() => rmSync(dir, { recursive: true, force: true }));
  writeFileSync(join(dir, 'Cargo.toml'), '[package]\nname = "chat"\nversion = "0.1.0"\nedition = "2021"\n');
  execFileSync(process.execPath, [join(ROOT, 'dist', 'cli.js'), 'init', dir, '--host', 'github'], {
    stdio: 'ignore',
  });
  return readFileSync(join(dir, '.github', 'workflows', 'rustperf.yml'), 'utf8');
}

/** Tags are what people read and what Dependabot turns into commits; everybody else's actions are pinned. */
const ZIZMOR_CONFIG = `rules:
  unpinned-uses:
    config:
      policies:
        actions/*: ref-pin
        rustperf/action: ref-pin
        "*": hash-pin
`;

describe('the workflows that we ship and document', () => {
  const workflows = (): string[] => {
    const folder = mkdtempSync(join(tmpdir(), 'rustperf-workflows-'));
    cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
    mkdirSync(join(folder, '.github', 'workflows'), { recursive: true });
    const files: string[] = [];
    const add = (name: string, text: string): void => {
      const file = join(folder, '.github', 'workflows', name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      files.push(file);
    };
    const shipped = join(ROOT, '.github', 'workflows');
    for (const name of readdirSync(shipped)) add(name, readFileSync(join(shipped, name), 'utf8'));
    add('act.yml', readFileSync(join(ROOT, WORKFLOW), 'utf8'));
    add('init.yml', writtenByInit());
    for (const page of ['README.md', '.github/FORKS.md', 'templates/README.md']) {
      const blocks = readFileSync(join(ROOT, page), 'utf8').matchAll(/```ya?ml\n([\s\S]*?)```/g);
      for (const [index, block] of [...blocks].entries()) {
        const text = block[1] ?? '';
        if (/^jobs:/m.test(text) && /^on:/m.test(text))
          add(`${page.replace(/\W+/g, '-')}-${index}.yml`, text);
      }
    }
    return files;
  };

  it('pass actionlint', () => {
    const tool = goTool('github.com/rhysd/actionlint/cmd/actionlint@v1.7.12');
    const files = workflows();
    expect(files.length).toBeGreaterThan(2);
    execFileSync(tool, ['-shellcheck=', '-pyflakes=', ...files], {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
  });

  it('pass zizmor', () => {
    const tool = pipTool('zizmor==1.32.0');
    const config = join(mkdtempSync(join(tmpdir(), 'rustperf-zizmor-')), 'zizmor.yml');
    cleanups.push(() => rmSync(dirname(config), { recursive: true, force: true }));
    writeFileSync(config, ZIZMOR_CONFIG);
    const options = ['--offline', '--no-progress', '--persona=regular', `--config=${config}`];
    execFileSync(tool, [...options, ...workflows(), join(ROOT, 'action.yml')], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
  });
});
