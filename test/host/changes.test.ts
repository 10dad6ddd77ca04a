import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isChanged } from '../../src/findings/changed.js';
import { findChanges, mergeParents, prefixByGit } from '../../src/host/changes.js';
import { comparisonOf } from '../../src/host/github/diff.js';
import { comparisonOf as gitlabComparison, readGitlabContext } from '../../src/host/gitlab/context.js';
import { GITHUB } from './make.js';

const env = process.env;
let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'rustperf-git-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** A repository with a helper for each thing that the tests do to it. */
function repository(name: string) {
  const dir = join(home, name);
  mkdirSync(dir, { recursive: true });
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=Ferris', '-c', 'user.email=ferris@example.test', ...args], {
      cwd: dir,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  const write = (path: string, ...lines: string[]): void => {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), `${lines.join('\n')}\n`);
  };
  const commit = (message: string): string => {
    git('add', '-A');
    git('commit', '-q', '-m', message);
    return git('rev-parse', 'HEAD');
  };
  git('init', '-q', '-b', 'main');
  return { dir, git, write, commit };
}

/** main has moved on since the branch left it, and the branch is merged as GitHub does for a pull request. */
function pullRequest() {
  const repo = repository('upstream');
  repo.write('src/a.rs', 'one', 'two', 'three', 'four', 'five');
  repo.write('src/main_only.rs', 'old');
  const base = repo.commit('start');
  repo.git('checkout', '-q', '-b', 'feature');
  repo.write('src/a.rs', 'one', 'two', 'three', 'FOUR', 'five');
  const head = repo.commit('change four');
  repo.git('checkout', '-q', 'main');
  repo.write('src/a.rs', 'zero', 'one', 'two', 'three', 'four', 'five');
  repo.write('src/main_only.rs', 'new');
  const target = repo.commit('meanwhile');
  repo.git('checkout', '-q', '--detach', 'main');
  repo.git('merge', '-q', '--no-ff', '-m', 'merge', 'feature');
  const merge = repo.git('rev-parse', 'HEAD');
  repo.git('branch', 'merged', merge);
  repo.git('config', 'uploadpack.allowReachableSHA1InWant', 'true');
  return { ...repo, base, head, target, merge };
}

function shallowClone(of: string): string {
  const dir = join(home, 'shallow');
  execFileSync('git', ['clone', '-q', '--depth=1', '--branch=merged', `file://${of}`, dir], {
    stdio: 'ignore',
  });
  return dir;
}

const lines = (known: Awaited<ReturnType<typeof findChanges>>) =>
  known.changes === null ? null : Object.fromEntries(known.changes.files);

describe('a pull request', () => {
  it('is what the merge brings beside its first parent, whatever happened on main', async () => {
    const repo = pullRequest();
    const options = { cwd: repo.dir, env };
    const context = {
      ...GITHUB,
      pullRequest: { number: 7, head: repo.head, base: repo.base, baseBranch: 'main', fromFork: false },
    };
    const comparison = await comparisonOf(context, options);
    expect(comparison).toMatchObject({ base: repo.target, exact: true });
    if (comparison === null) return;
    // The line is the fifth of the merge, and was the fourth of the branch.
    expect(lines(await findChanges(comparison, options))).toEqual({ 'src/a.rs': [{ from: 5, to: 5 }] });
  });

  it('of which the branch itself is checked out starts at the merge base', async () => {
    const repo = pullRequest();
    repo.git('checkout', '-q', 'feature');
    const options = { cwd: repo.dir, env };
    const context = {
      ...GITHUB,
      pullRequest: { number: 7, head: repo.head, base: repo.target, baseBranch: 'main', fromFork: false },
    };
    const comparison = await comparisonOf(context, options);
    expect(comparison).toMatchObject({ exact: false });
    if (comparison === null) return;
    expect(lines(await findChanges(comparison, options))).toEqual({ 'src/a.rs': [{ from: 4, to: 4 }] });
  });

  it('in a checkout of depth 1 fetches the one commit that it needs', async () => {
    const repo = pullRequest();
    const options = { cwd: shallowClone(repo.dir), env };
    expect(await mergeParents(options)).toEqual([repo.target, repo.head]);
    const known = await findChanges(
      { base: repo.target, exact: true, head: repo.merge, name: 'main' },
      options,
    );
    expect(lines(known)).toEqual({ 'src/a.rs': [{ from: 5, to: 5 }] });
  });

  describe('without history and without a remote', () => {
    const DIFF =
      'diff --git a/src/a.rs b/src/a.rs\n--- a/src/a.rs\n+++ b/src/a.rs\n@@ -4,3 +4,3 @@\n three\n-four\n+FOUR\n five\n';
    const offline = () => {
      const repo = pullRequest();
      const cwd = shallowClone(repo.dir);
      rmSync(repo.dir, { recursive: true });
      return { cwd, env, comparison: { base: repo.target, exact: true, head: repo.merge, name: 'main' } };
    };

    it('asks the API', async () => {
      const { comparison, ...options } = offline();
      const known = await findChanges(comparison, {
        ...options,
        remote: async () => ({ diff: DIFF, from: 'the API' }),
      });
      expect(known.changes?.origin).toBe('the API against main');
      expect(lines(known)).toEqual({ 'src/a.rs': [{ from: 5, to: 5 }] });
    });

    it('takes a whole file when the API speaks of other lines than are checked out', async () => {
      const { comparison, ...options } = offline();
      const shifted = DIFF.replace('+4,3', '+3,3');
      const known = await findChanges(comparison, {
        ...options,
        remote: async () => ({ diff: shifted, from: 'the API' }),
      });
      expect(lines(known)).toEqual({ 'src/a.rs': 'all' });
    });

    it('is unknown, and says why, when the API fails as well', async () => {
      const { comparison, ...options } = offline();
      const remote = async () => {
        throw new Error('the token may not (403)');
      };
      const known = await findChanges(comparison, { ...options, remote });
      expect(known.changes).toBeNull();
      expect(known.note?.message).toContain('the token may not (403)');
      expect(known.note?.message).toContain('every finding counts');
    });
  });
});

describe('git', () => {
  it('sees from the audited directory of a monorepo, untracked files included', async () => {
    const repo = repository('mono');
    repo.write('services/chat/src/a.rs', 'one');
    repo.write('services/pay/src/a.rs', 'one');
    const base = repo.commit('start');
    repo.write('services/chat/src/a.rs', 'one', 'two');
    repo.write('services/chat/src/ä b.rs', 'new');
    repo.write('services/pay/src/a.rs', 'one', 'two');
    const options = { cwd: join(repo.dir, 'services/chat'), env };
    const known = await findChanges({ base, exact: false, head: '', name: 'main' }, options);
    expect(lines(known)).toEqual({ 'src/a.rs': [{ from: 2, to: 2 }], 'src/ä b.rs': 'all' });
    expect(await prefixByGit(options)).toBe('services/chat');
  });

  it('does not run programs that the repository names', async () => {
    const repo = repository('hostile');
    repo.write('.gitattributes', '*.rs diff=evil');
    repo.write('src/a.rs', 'one');
    const base = repo.commit('start');
    const proof = join(home, 'proof');
    repo.git('config', 'diff.evil.textconv', `touch ${proof};cat`);
    repo.git('config', 'diff.external', `touch ${proof};true`);
    repo.git('config', 'core.fsmonitor', `touch ${proof};true`);
    repo.write('src/a.rs', 'two');
    const known = await findChanges({ base, exact: false, head: '', name: 'main' }, { cwd: repo.dir, env });
    expect(known.changes?.files.get('src/a.rs')).toEqual([{ from: 1, to: 1 }]);
    expect(() => execFileSync('ls', [proof], { stdio: 'ignore' })).toThrow();
  });

  it.each([
    ['an unknown revision', 'nowhere'],
    ['an option in place of a revision', '--output=/tmp/rustperf-evil'],
  ])('%s leaves the change unknown', async (_, base) => {
    const repo = repository('plain');
    repo.write('a.rs', 'one');
    repo.commit('start');
    const known = await findChanges(
      { base, exact: false, head: '', name: `\`${base}\`` },
      { cwd: repo.dir, env },
    );
    expect(known.changes).toBeNull();
    expect(known.note?.kind).toBe('info');
  });

  it('outside of any repository leaves the change unknown', async () => {
    const known = await findChanges(
      { base: 'main', exact: false, head: '', name: 'main' },
      { cwd: home, env },
    );
    expect(known.changes).toBeNull();
    expect(await prefixByGit({ cwd: home, env })).toBeUndefined();
  });

  it('refuses a typed revision that is nowhere, and only then', async () => {
    const repo = repository('typed');
    writeFileSync(join(repo.dir, 'a.rs'), 'one\n');
    repo.commit('start');
    const typed = (base: string, cwd = repo.dir) =>
      findChanges({ base, exact: false, head: '', name: base, option: '--changed-since' }, { cwd, env });
    await expect(typed('mian')).rejects.toThrow(
      '`--changed-since` is `mian`, and git knows no such commit, branch or tag here, did you mean `main`?',
    );
    await expect(typed('--output=x')).rejects.toThrow('knows no such commit');
    expect((await typed('main')).changes).not.toBeNull();
    // What CI names, a shallow checkout and a directory without git: unknown, not wrong.
    const named = { base: 'mian', exact: false, head: '', name: 'mian' };
    expect((await findChanges(named, { cwd: repo.dir, env })).changes).toBeNull();
    expect((await typed('origin/main', shallowClone(pullRequest().dir))).changes).toBeNull();
    expect((await typed('main', home)).changes).toBeNull();
  });

  it('knows moved code from new code', async () => {
    const repo = repository('moved');
    const text = Array.from({ length: 30 }, (_, index) => `line ${index}`);
    repo.write('src/old.rs', ...text);
    const base = repo.commit('start');
    repo.git('mv', 'src/old.rs', 'src/new.rs');
    repo.write('src/new.rs', ...text, 'and one more');
    repo.commit('move');
    const { changes } = await findChanges(
      { base, exact: false, head: '', name: 'main' },
      { cwd: repo.dir, env },
    );
    const at = (line: number) => ({ path: 'src/new.rs', line, column: 1, endLine: line, endColumn: 5 });
    expect(changes && [1, 30, 31].map((line) => isChanged(changes, at(line)))).toEqual([false, false, true]);
  });
});

describe('events', () => {
  const before = 'd'.repeat(40);
  it.each([
    [
      'push',
      { event: 'push', pullRequest: null, before, ref: 'refs/heads/main' },
      { base: before, exact: false },
    ],
    ['merge group', { event: 'merge_group', pullRequest: null, before }, { base: before, exact: true }],
    [
      'a new branch',
      { event: 'push', pullRequest: null, ref: 'refs/heads/feature' },
      { base: 'origin/main', exact: false },
    ],
    ['the first push of main', { event: 'push', pullRequest: null, ref: 'refs/heads/main' }, null],
    ['a tag', { event: 'push', pullRequest: null, ref: 'refs/tags/v1' }, null],
    ['a schedule', { event: 'schedule', pullRequest: null, ref: 'refs/heads/main' }, null],
  ])('GitHub: %s', async (_, change, expected) => {
    const comparison = await comparisonOf({ ...GITHUB, ...change }, { cwd: home, env });
    if (expected === null) expect(comparison).toBeNull();
    else expect(comparison).toMatchObject(expected);
  });

  const zeros = '0'.repeat(40);
  it.each([
    [
      'merge request',
      { CI_MERGE_REQUEST_IID: '3', CI_MERGE_REQUEST_DIFF_BASE_SHA: before },
      { base: before, exact: true },
    ],
    [
      'merged results',
      {
        CI_MERGE_REQUEST_IID: '3',
        CI_MERGE_REQUEST_DIFF_BASE_SHA: 'e'.repeat(40),
        CI_MERGE_REQUEST_TARGET_BRANCH_SHA: before,
      },
      { base: before, exact: true },
    ],
    ['branch', { CI_COMMIT_BEFORE_SHA: before, CI_COMMIT_BRANCH: 'main' }, { base: before, exact: false }],
    [
      'new branch',
      { CI_COMMIT_BEFORE_SHA: zeros, CI_COMMIT_BRANCH: 'feature', CI_DEFAULT_BRANCH: 'main' },
      { base: 'origin/main', exact: false },
    ],
    [
      'first push',
      { CI_COMMIT_BEFORE_SHA: zeros, CI_COMMIT_BRANCH: 'main', CI_DEFAULT_BRANCH: 'main' },
      null,
    ],
  ])('GitLab: %s', async (_, variables, expected) => {
    const comparison = await gitlabComparison(readGitlabContext(variables), { cwd: home, env });
    if (expected === null) expect(comparison).toBeNull();
    else expect(comparison).toMatchObject(expected);
  });
});
