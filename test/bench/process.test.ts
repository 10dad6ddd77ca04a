/** Started processes end with everything they started, whatever the reason; strangers' code is not started at all. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { describeFailure, run } from '../../src/bench/spawn.js';
import { reasonToRefuse } from '../../src/bench/trust.js';

const here = { cwd: os.tmpdir(), env: { PATH: process.env.PATH }, signal: new AbortController().signal };
const node = (code: string, options: Partial<Parameters<typeof run>[2]> = {}) =>
  run(process.execPath, ['-e', code], { ...here, ...options });

/** Starts a grandchild that would live on, prints its id, and never ends. */
const FAMILY = `
  const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  console.log(child.pid);
  setInterval(() => {}, 1000);
`;

async function isGone(pid: number): Promise<boolean> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

describe.runIf(process.platform !== 'win32')('a process', () => {
  it('that hangs is ended with its children', async () => {
    const finished = await node(FAMILY, { limitSeconds: 1 });
    expect(finished.timedOut).toBe(true);
    expect(describeFailure(finished)).toMatch(/did not end within/);
    expect(await isGone(Number(finished.stdout))).toBe(true);
  });

  it('that is cancelled is ended with its children', async () => {
    const controller = new AbortController();
    const running = node(FAMILY, { signal: controller.signal });
    setTimeout(() => controller.abort(), 700);
    const finished = await running;
    expect(finished.cancelled).toBe(true);
    if (finished.stdout !== '') expect(await isGone(Number(finished.stdout))).toBe(true);
  });

  it('is not started any more after a cancellation', async () => {
    const finished = await node('process.exit(3)', { signal: AbortSignal.abort() });
    expect(finished.cancelled).toBe(true);
    expect(finished.code).toBeNull();
  });
});

describe('a failure', () => {
  it('says what the process said', async () => {
    expect(describeFailure(await node('process.exit(0)'))).toBeNull();
    const usage = await node('console.error("note: x\\nusage: gnomon --height=METRES"); process.exit(2)');
    expect(describeFailure(usage)).toBe('ended with status 2: usage: gnomon --height=METRES');
    const panic = "thread 'main' panicked at benches/quake.rs:2:5:\\nthe ground shook\\nnote: run with";
    const panicked = await node(`console.error("${panic}"); process.exit(101)`);
    expect(describeFailure(panicked)).toMatch(
      /status 101: .*panicked at benches\/quake\.rs:2:5: the ground shook/,
    );
  });

  it('to start is told apart', async () => {
    const missing = await run('no-such-program-anywhere', [], here);
    expect(describeFailure(missing)).toMatch(/could not be started/);
  });
});

describe('code of strangers', () => {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });
  const event = (head: unknown) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'event-'));
    folders.push(folder);
    const file = path.join(folder, 'event.json');
    writeFileSync(
      file,
      JSON.stringify({
        pull_request: { head: { repo: head }, base: { repo: { full_name: 'garden/dial' } } },
      }),
    );
    return { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: file };
  };

  it.each([
    ['pull_request_target', { GITHUB_EVENT_NAME: 'pull_request_target' }],
    ['a fork', event({ full_name: 'stranger/dial' })],
    ['a deleted fork', event(null)],
    ['an unreadable event', { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: '/nowhere/event.json' }],
    [
      'a merge request from elsewhere',
      { CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '7', CI_MERGE_REQUEST_PROJECT_ID: '8' },
    ],
  ])('is refused for %s', (_, env) => {
    expect(reasonToRefuse(env)).toMatch(/--trust/);
  });

  it.each([
    ['a terminal', {}],
    ['a push', { GITHUB_EVENT_NAME: 'push' }],
    ['an own branch', event({ full_name: 'garden/dial' })],
    ['an own merge request', { CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '7', CI_MERGE_REQUEST_PROJECT_ID: '7' }],
  ])('is not what %s brings', (_, env) => {
    expect(reasonToRefuse(env)).toBeNull();
  });
});
