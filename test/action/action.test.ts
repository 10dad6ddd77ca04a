/** The action without a runner: what it makes of inputs, events and audits, and which verdict it reaches. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/findings/finding.js';
import { gateOf } from '../../src/findings/gate.js';
import { type ActionOptions, runAction } from '../../src/host/github/action.js';
import type { CacheStore } from '../../src/host/github/cache.js';
import { readInputs } from '../../src/host/github/inputs.js';
import type { Settings } from '../../src/settings/settings.js';
import { writeShard } from '../../src/summaries/shard.js';
import { contextOf, finding, recordedRunner, report } from '../host/make.js';

let workspace = '';
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'rustperf-action-'));
  writeFileSync(join(workspace, 'Cargo.toml'), '[package]\nname = "chat"\n');
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

const inputs = (given: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));

async function run(
  findings: readonly Finding[],
  given: Readonly<Record<string, string>> = {},
  more: Partial<ActionOptions> & {
    complete?: boolean;
    event?: string;
    payload?: object;
    sha?: string;
    ref?: string;
  } = {},
) {
  const runner = recordedRunner();
  const statuses: number[] = [];
  let used: Settings | undefined;
  const eventFile = join(workspace, 'event.json');
  writeFileSync(eventFile, JSON.stringify(more.payload ?? {}));
  await runAction({
    runner,
    env: {
      ...inputs(given),
      PATH: process.env.PATH,
      GITHUB_WORKSPACE: workspace,
      GITHUB_REPOSITORY: 'acme/chat',
      GITHUB_EVENT_NAME: more.event ?? 'push',
      GITHUB_EVENT_PATH: eventFile,
      GITHUB_SHA: more.sha ?? 'c'.repeat(40),
      GITHUB_REF: more.ref,
      RUNNER_TEMP: join(workspace, 'temp'),
    },
    audit: async (settings) => {
      used = settings;
      // What an audit with a cache leaves behind.
      if (settings.cache) mkdirSync(join(workspace, 'target', 'rustperf'), { recursive: true });
      const done = report(findings, { complete: more.complete ?? true });
      return { report: done, context: { ...contextOf(done), gate: gateOf(findings, settings) } };
    },
    decided: (status) => statuses.push(status),
    ...more,
  });
  return { runner, statuses, settings: used };
}

describe('the verdict', () => {
  const warning = finding({ severity: 'warning' });
  it.each<[string, readonly Finding[], Record<string, string>, boolean, number]>([
    ['nothing', [], {}, true, 0],
    ['a warning', [warning], {}, true, 0],
    ['a critical finding', [finding()], {}, true, 1],
    ['a warning that is not wanted', [warning], { 'fail-on': 'warning' }, true, 1],
    ['a critical finding that may be', [finding()], { 'fail-on': 'never' }, true, 0],
    ['an incomplete audit', [], {}, false, 2],
    ['an incomplete audit with a critical finding', [finding()], {}, false, 2],
    ['an incomplete audit that may be', [finding()], { 'allow-incomplete': 'true' }, false, 1],
  ])('of %s', async (_, findings, given, complete, expected) => {
    expect((await run(findings, given, { complete })).statuses).toEqual([expected]);
  });

  it('of only-changed counts everything outside of pull requests', async () => {
    const old = finding({ changed: false });
    expect((await run([old], { 'only-changed': 'true' })).statuses).toEqual([1]);
    expect((await run([old], { 'only-changed': 'true' }, { event: 'pull_request' })).statuses).toEqual([0]);
    expect((await run([old], { 'only-changed': 'true' }, { event: 'merge_group' })).statuses).toEqual([0]);
  });

  it('is said before anything is published', async () => {
    const runner = {
      ...recordedRunner(),
      setOutput: () => {
        throw new Error('the disk is full');
      },
    };
    const { statuses } = await run([finding()], {}, { runner });
    expect(statuses).toEqual([1]);
  });
});

describe('the log', () => {
  it('of a problem-free run has three lines', async () => {
    const { runner } = await run([]);
    expect(runner.lines).toHaveLength(3);
    expect(runner.lines.at(-1)).toBe('passed: no findings');
  });

  it('has the whole report otherwise, and ends with the verdict', async () => {
    const { runner } = await run([finding()]);
    expect(runner.lines[0]).toContain('critical[blocking-fs-in-async]');
    expect(runner.lines.at(-1)).toBe('failed: 1 finding to fix (1 critical, 0 warnings, 0 suggestions)');
  });
});

describe('inputs', () => {
  it('are those of action.yml, no more and no less', () => {
    const names = Object.keys(
      (load(readFileSync('action.yml', 'utf8')) as { inputs: Record<string, unknown> }).inputs,
    );
    const asked = new Set<string>();
    const env = new Proxy<Record<string, string>>(
      {},
      {
        get: (_, name) => {
          asked.add(String(name).replace('INPUT_', '').toLowerCase());
          return undefined;
        },
      },
    );
    readInputs(env);
    expect([...asked].sort()).toEqual(names.sort());
  });

  it('reach the settings', async () => {
    const { settings } = await run([], {
      path: '.',
      only: 'blocking-*, locked-map\nserde-untagged',
      'min-confidence': 'high',
      pedantic: 'TRUE',
      cache: 'false',
    });
    expect(settings).toMatchObject({
      root: workspace,
      only: ['blocking-*', 'locked-map', 'serde-untagged'],
      minConfidence: 'high',
      pedantic: true,
      cache: false,
    });
  });

  it.each([
    [{ pedantic: 'yes' }, '`pedantic` is `yes`, expected `true` or `false`'],
    [{ 'fail-on': 'critcal' }, '`fail-on` is `critcal`'],
    [{ bench: 'onn' }, '`bench` is `onn`'],
  ])('%o is refused by its name', async (given, message) => {
    await expect(run([], given)).rejects.toThrow(message);
  });
});

describe('the benchmark', () => {
  const measured = { markdown: '## Bench', text: 'faster', json: '/tmp/bench.json', speedup: 1.1849 };

  it('is shown and set as outputs where it is wanted', async () => {
    const { runner } = await run([], { bench: 'on' }, { bench: async () => measured });
    expect(runner.outputs.get('bench-speedup')).toBe('1.18');
    expect(runner.outputs.get('bench-json')).toBe('/tmp/bench.json');
    expect(runner.summaries[0]).toContain('## Bench');
    expect(runner.lines[0]).toBe('faster');
  });

  it.each([{}, { bench: 'off' }, { bench: 'auto' }])(
    'is not run for %o without a suggested profile',
    async (given) => {
      const bench = () => Promise.reject(new Error('not to be run'));
      const { runner } = await run([], given, { bench });
      expect(runner.lines).toHaveLength(3);
    },
  );

  it.each<[string, ActionOptions['bench']]>([
    ['finds nothing', async () => 'there is no bench target'],
    ['fails', () => Promise.reject(new Error('the project does not build'))],
  ])('that %s changes no verdict', async (_, bench) => {
    const { runner, statuses } = await run(
      [finding()],
      { bench: 'on' },
      bench === undefined ? {} : { bench },
    );
    expect(statuses).toEqual([1]);
    expect(runner.summaries[0]).toMatch(/Benchmark: (there is no bench target|the project does not build)/);
  });
});

describe('the cache', () => {
  const entries = new Map<string, string>();
  const store: CacheStore = {
    isFeatureAvailable: () => true,
    restoreCache: async (_, key, others = []) =>
      [...entries.keys()].find((known) => known === key || others.some((other) => known.startsWith(other))),
    saveCache: async (paths, key) => {
      entries.set(key, paths.join());
      return 1;
    },
  };
  const project = (files: number): void => {
    execFileSync('git', ['init', '-q'], { cwd: workspace });
    mkdirSync(join(workspace, 'src'));
    for (let index = 0; index < files; index += 1) writeFileSync(join(workspace, 'src', `f${index}.rs`), '');
    execFileSync('git', ['add', '-A'], { cwd: workspace });
  };
  beforeEach(() => entries.clear());

  it('is filled by the first run, used by the next, and left alone for one commit', async () => {
    project(400);
    const first = await run([], {}, { store });
    expect(first.runner.lines[1]).toContain('cache: saved');
    expect([...entries.values()]).toEqual(['target/rustperf']);
    const second = await run([], {}, { store });
    expect(second.runner.lines[1]).toContain('cache: restored');
    expect(entries.size).toBe(1);
  });

  it('costs small projects nothing', async () => {
    project(20);
    const broken = { ...store, restoreCache: () => Promise.reject(new Error('not to be asked')) };
    expect((await run([], {}, { store: broken })).runner.lines[1]).toContain('cache: not needed');
  });

  it('that fails loses time and nothing else', async () => {
    project(400);
    const failing: CacheStore = {
      isFeatureAvailable: () => true,
      restoreCache: () => Promise.reject(new Error('the cache service is down')),
      saveCache: () => Promise.reject(new Error('the cache service is down')),
    };
    const { runner, statuses } = await run([finding()], {}, { store: failing });
    expect(statuses).toEqual([1]);
    expect(runner.lines.at(-2)).toContain('cache: the cache service is down');
  });
});

describe('the trend', () => {
  const files = new Map<string, string>();
  const store: CacheStore = {
    isFeatureAvailable: () => true,
    restoreCache: async ([file = ''], key, others = []) => {
      const found = files.has(key)
        ? key
        : [...files.keys()].reverse().find((known) => others.some((other) => known.startsWith(other)));
      if (found === undefined) return undefined;
      mkdirSync(join(workspace, file, '..'), { recursive: true });
      writeFileSync(join(workspace, file), files.get(found) ?? '');
      return found;
    },
    saveCache: async ([file = ''], key) => {
      files.set(key, readFileSync(join(workspace, file), 'utf8'));
      return 1;
    },
  };
  beforeEach(() => files.clear());

  const commit = (): string => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=F', '-c', 'user.email=f@example.test', ...args], {
        cwd: workspace,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim();
    git('init', '-q', '-b', 'main');
    git('commit', '-q', '--allow-empty', '-m', 'work');
    return git('rev-parse', 'HEAD');
  };
  const [kept, gone, fresh, other] = ['1', '2', '3', '4'].map((digit) =>
    finding({ fingerprint: digit.repeat(32) }),
  ) as [Finding, Finding, Finding, Finding];
  const repository = { default_branch: 'main' };
  const push = (sha: string, findings: readonly Finding[], more = {}) =>
    run(findings, {}, { store, sha, ref: 'refs/heads/main', payload: { repository }, ...more });
  const pullRequest = (findings: readonly Finding[], given = {}, base: string | null = 'a'.repeat(40)) =>
    run(findings, given, {
      store,
      event: 'pull_request',
      payload: {
        repository,
        pull_request: { number: 7, head: { sha: 'b'.repeat(40) }, base: { sha: base, ref: 'main' } },
      },
    });

  it('compares a pull request with what its base branch had, by identity', async () => {
    const sha = commit();
    const first = await push(sha, [kept, gone]);
    expect(first.runner.lines.at(-2)).toContain('trend: kept for the pull requests of `main`');
    const { runner } = await pullRequest([kept, fresh, other]);
    const words = `+2 / −1 against main@${sha.slice(0, 7)}`;
    expect(runner.lines.at(-1)).toBe(
      `failed: 3 findings to fix (3 critical, 0 warnings, 0 suggestions); ${words}`,
    );
    expect(runner.summaries[0]).toContain('**Trend:** +2 / −1 against `main@');
    const json = JSON.parse(readFileSync(String(runner.outputs.get('report-json')), 'utf8'));
    expect(json.trend).toEqual({ branch: 'main', commit: sha, added: 2, removed: 1 });
    // A proposal is no state of the branch, and the checkout is left as it was found.
    expect(files.size).toBe(1);
    expect(existsSync(join(workspace, '.rustperf-trend'))).toBe(false);
  });

  it('compares a push with the one before', async () => {
    await push(commit(), [kept, gone]);
    const { runner } = await push(commit(), [kept]);
    expect(runner.lines.at(-1)).toContain('; +0 / −1 against main@');
  });

  it('is silent where nothing, or nothing alike, is known', async () => {
    const said = async (done: Awaited<ReturnType<typeof run>>) => {
      expect(done.statuses).toEqual([1]);
      expect(done.runner.summaries[0]).not.toContain('Trend');
    };
    await said(await pullRequest([kept]));
    await push(commit(), [kept]);
    await said(await pullRequest([kept], { pedantic: 'true' }));
    for (const key of files.keys()) files.set(key, '{"version":1,"findings":[],"commit":"$(x)"}');
    await said(await pullRequest([kept]));
    const broken = { ...store, restoreCache: () => Promise.reject(new Error('down')) };
    await said(await run([kept], {}, { store: broken, ref: 'refs/heads/main', payload: { repository } }));
  });

  it('remembers only what the branch itself is, and nothing that the checkout brings', async () => {
    commit();
    // The job checked out something else than the commit that it runs for.
    await push('d'.repeat(40), [kept]);
    await push(commit(), [kept], { event: 'workflow_run' });
    await push(commit(), [kept], { complete: false });
    mkdirSync(join(workspace, '.rustperf-trend'));
    await push(commit(), [kept]);
    expect(files.size).toBe(0);
    expect(existsSync(join(workspace, '.rustperf-trend'))).toBe(true);
  });
});

describe('shards', () => {
  it('are summarised without a verdict, and judged together', async () => {
    mkdirSync(join(workspace, 'temp'));
    const collectShard = async (_: Settings, { index, count }: { index: number; count: number }) =>
      writeShard({ rustperf: 'summaries', made: 'now', rules: [], tests: false, index, count, results: [] });
    const parts = await Promise.all(
      ['1/2', '2/2'].map((shard) => run([finding()], { shard }, { collectShard })),
    );
    for (const { runner, statuses } of parts) {
      expect(statuses).toEqual([0]);
      expect(runner.lines).toHaveLength(1);
      expect(existsSync(String(runner.outputs.get('summaries-file')))).toBe(true);
    }
    // The directory that they were downloaded to.
    const both = await run([finding()], { summaries: 'temp' });
    expect(both.statuses).toEqual([1]);
    expect(both.settings?.cache).toBe(false);
    const first = String(parts[0]?.runner.outputs.get('summaries-file'));
    await expect(run([], { summaries: first })).rejects.toThrow('parts are missing: 2/2');
    await expect(run([], { summaries: 'nowhere' })).rejects.toThrow('`nowhere` cannot be read');
  });
});
