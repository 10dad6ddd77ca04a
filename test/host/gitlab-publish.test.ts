import { execFileSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/findings/finding.js';
import { formatSnapshot } from '../../src/findings/trend.js';
import { connectGitlab } from '../../src/host/gitlab/client.js';
import { gitlabDiffs, readGitlabContext } from '../../src/host/gitlab/context.js';
import { publishOnGitlab } from '../../src/host/gitlab/publish.js';
import { recallBase } from '../../src/host/gitlab/trend.js';
import { commentMarker } from '../../src/host/marker.js';
import { snapshotFile, writeSnapshot } from '../../src/host/trend.js';
import { type FakeGitlab, fakeGitlab } from './gitlab-api.js';
import type { Trouble } from './loopback.js';
import { contextOf, finding, folderForTest, report } from './make.js';

const servers: FakeGitlab[] = [];
afterEach(async () => {
  for (const server of servers) expect(server.violations).toEqual([]);
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const DIFF = `diff --git a/src/a.rs b/src/a.rs\n--- a/src/a.rs\n+++ b/src/a.rs\n@@ -1,2 +1,5 @@\n use std::fs;\n async fn load() {\n+    let text = fs::read_to_string("a.toml").unwrap();\n+    let order = Ordering::SeqCst;\n+}\n`;
const CHANGED = finding({ changed: true, fingerprint: '1'.repeat(32) });
const FIXED = finding({
  line: 4,
  endLine: 4,
  changed: true,
  fingerprint: '2'.repeat(32),
  fix: {
    applicability: 'machine-applicable',
    edits: [{ path: 'src/a.rs', line: 4, column: 27, endLine: 4, endColumn: 33, newText: 'Relaxed' }],
  },
});

async function publish(
  findings: readonly Finding[],
  setup: Parameters<typeof fakeGitlab>[0] & { timeout?: number },
  variables: Readonly<Record<string, string>> = {},
  onlyChanged = false,
) {
  const server = await fakeGitlab(setup);
  servers.push(server);
  const dir = folderForTest();
  const context = readGitlabContext({
    CI_API_V4_URL: `${server.url}/api/v4`,
    CI_PROJECT_ID: '42',
    CI_PROJECT_URL: 'https://gitlab.test/acme/chat',
    CI_PROJECT_DIR: dir,
    CI_COMMIT_SHA: 'c'.repeat(40),
    CI_MERGE_REQUEST_IID: '3',
    RUSTPERF_TOKEN: 'glpat-test',
    ...variables,
  });
  const { apiUrl, projectId } = context;
  const client = connectGitlab({
    apiUrl,
    projectId,
    token: context.token ?? '',
    timeout: setup.timeout ?? 5_000,
    second: 1,
  });
  const done = report(findings);
  const outcomes = await publishOnGitlab(done, contextOf(done), {
    context,
    client: context.token === null ? null : client,
    onlyChanged,
    prefix: 'services/chat',
  });
  return { server, dir, client, said: Object.fromEntries(outcomes.map((one) => [one.name, one.detail])) };
}

it('writes the Code Quality report and, with a token, one note that is updated in place', async () => {
  const first = await publish([finding()], {});
  expect(first.said).toEqual({ 'code quality': '`gl-code-quality-report.json`', note: 'a note is written' });
  const issues = JSON.parse(readFileSync(join(first.dir, 'gl-code-quality-report.json'), 'utf8'));
  expect(issues[0].location.path).toBe('services/chat/src/a.rs');
  const { notes } = first.server;
  expect(notes[0]?.body).toContain(
    `https://gitlab.test/acme/chat/-/blob/${'c'.repeat(40)}/services/chat/src/a.rs#L3`,
  );

  expect((await publish([finding()], { notes })).said.note).toBe('the note is up to date');
  const clean = await publish([], { notes });
  expect(clean.said.note).toBe('the note is updated');
  expect(clean.server.notes).toHaveLength(1);
});

it('folds what the change did not bring, where only the change counts', async () => {
  const old = finding({ line: 2, endLine: 2, changed: false, fingerprint: '3'.repeat(32) });
  const body = async (onlyChanged: boolean): Promise<string> =>
    (await publish([CHANGED, old], {}, {}, onlyChanged)).server.notes[0]?.body ?? '';
  expect(await body(true)).toContain('<summary>1 older finding, not part of this change</summary>');
  expect(await body(false)).not.toContain('older finding, not part');
});

it('starts no note when there is nothing to say, and none without a token or a merge request', async () => {
  expect((await publish([], {})).said.note).toBe('there is nothing to say, so no note is started');
  expect((await publish([finding()], {}, { RUSTPERF_TOKEN: '' })).server.calls()).toEqual([]);
  expect((await publish([finding()], {}, { CI_MERGE_REQUEST_IID: '' })).server.calls()).toEqual([]);
});

it('finds its note behind hundreds of others', async () => {
  const others = Array.from({ length: 230 }, (_, id) => ({ id, body: 'words' }));
  const notes = [...others, { id: 999, body: `old\n\n${commentMarker('services/chat/')}` }];
  const { server } = await publish([finding()], { notes });
  expect(server.calls().filter((call) => !call.startsWith('GET'))).toEqual([
    'PUT /api/v4/projects/42/merge_requests/3/notes/999',
  ]);
});

describe('threads', () => {
  const asked = { RUSTPERF_DISCUSSIONS: 'true' };

  it('are opened once for each finding on a changed line, with a suggestion where a fix is safe', async () => {
    const findings = [
      CHANGED,
      FIXED,
      finding({ line: 2, endLine: 2, changed: false, fingerprint: '3'.repeat(32) }),
    ];
    const first = await publish(findings, { diff: DIFF.replaceAll('/src/', '/services/chat/src/') }, asked);
    expect(first.said.threads).toBe('2 threads are opened');
    expect(first.server.discussions.map(({ position }) => position)).toMatchObject([
      { new_path: 'services/chat/src/a.rs', new_line: 3, head_sha: 'b'.repeat(40) },
      { new_path: 'services/chat/src/a.rs', new_line: 4 },
    ]);
    expect(first.server.discussions[1]?.notes[0]?.body).toContain(
      '```suggestion:-0+0\n    let order = Ordering::Relaxed;\n```',
    );
    const again = await publish(
      findings,
      { diff: DIFF.replaceAll('/src/', '/services/chat/src/'), discussions: first.server.discussions },
      asked,
    );
    expect(again.said.threads).toBe('0 threads are opened');
  });

  it('are left out where GitLab does not take the position', async () => {
    const refused: Trouble = { status: 400, body: { message: 'line_code can not be blank' } };
    const { said } = await publish(
      [CHANGED],
      {
        diff: DIFF.replaceAll('/src/', '/services/chat/src/'),
        faults: [{ on: /POST .*discussions/, play: [refused] }],
      },
      asked,
    );
    expect(said.threads).toBe('0 threads are opened');
  });
});

describe('on the worst day', () => {
  it('says what a token lacks', async () => {
    const { said } = await publish([finding()], { readOnly: true });
    expect(said).toMatchObject({
      'code quality': '`gl-code-quality-report.json`',
      note: 'the token may not: it needs the scope `api` and the role Reporter or higher (403)',
    });
  });

  it.each<[string, () => Trouble[], string]>([
    ['a rate limit', () => [{ status: 429, body: {}, headers: { 'retry-after': '2' } }], 'a note is written'],
    [
      'a rate limit of an hour',
      () => [{ status: 429, headers: { 'retry-after': '3600' } }],
      'the rate limit is used up (429)',
    ],
    ['failing servers', () => [{ status: 500 }, { status: 502 }], 'a note is written'],
    ['a reset connection', () => ['reset'], 'a note is written'],
    ['silence', () => ['hang', 'hang', 'hang'], 'GitLab did not answer in time'],
    [
      'a body that never ends',
      () => ['slow-body', 'slow-body', 'slow-body'],
      'GitLab did not answer in time',
    ],
    [
      'a page of a proxy',
      () => [{ status: 200, body: '<html>' }],
      'GitLab answered with something other than JSON',
    ],
    [
      'a redirect',
      () => [{ status: 302, headers: { location: '/elsewhere' } }, 'reset', 'reset'],
      'GitLab could not be reached',
    ],
  ])('copes with %s', async (_, play, expected) => {
    const { said } = await publish([finding()], { faults: [{ on: /^GET/, play: play() }], timeout: 300 });
    expect(said.note).toBe(expected);
    expect(said['code quality']).toBe('`gl-code-quality-report.json`');
  });

  it('does not write a note twice when the server fails after it wrote', async () => {
    const { server, said } = await publish([finding()], {
      faults: [{ on: /^POST/, play: [{ status: 500 }] }],
    });
    expect(said.note).toBe('GitLab answered 500');
    expect(server.notes).toHaveLength(1);
  });

  it('writes the note anew when it was deleted in between', async () => {
    const notes = [{ id: 5, body: `old\n\n${commentMarker('services/chat/')}` }];
    const gone: Trouble = { status: 404, body: { message: '404 Not found' } };
    const { said } = await publish([finding()], { notes, faults: [{ on: /^PUT/, play: [gone] }] });
    expect(said.note).toBe('a note is written');
  });
});

it("offers GitLab's own diff where the checkout has too little history", async () => {
  const { client } = await publish([], { diff: DIFF });
  const remote = gitlabDiffs(client, 3);
  expect((await remote({ base: 'a', exact: true, head: 'b', name: 'main' })).diff).toBe(DIFF);
});

describe('the trend', () => {
  const prefix = 'services/chat';
  const snapshot = { branch: 'main', commit: 'd'.repeat(40), choice: 'c', findings: [FIXED] };
  const recall = async (setup: Parameters<typeof publish>[1], prepare: (dir: string) => void = () => {}) => {
    const { dir, client } = await publish([], setup);
    prepare(dir);
    const context = readGitlabContext({
      CI_PROJECT_DIR: dir,
      CI_MERGE_REQUEST_IID: '3',
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
      CI_JOB_NAME: 'rust perf',
    });
    return recallBase({ context, client, prefix, git: { cwd: dir, env: { PATH: process.env.PATH } } });
  };

  it('comes from the cache of the job, or with a token from the last artifact of the target branch', async () => {
    const file = snapshotFile(prefix, 'main');
    expect(await recall({}, (dir) => writeSnapshot(dir, file, snapshot))).toMatchObject(
      snapshotHead(snapshot),
    );
    expect(await recall({ artifacts: { [file]: formatSnapshot(snapshot) } })).toMatchObject(
      snapshotHead(snapshot),
    );
    expect(await recall({})).toBeNull();
    expect(await recall({ artifacts: { [file]: '<html>' } })).toBeNull();
  });

  it('is not what the repository itself brings along', async () => {
    const tracked = (dir: string): void => {
      writeSnapshot(dir, snapshotFile(prefix, 'main'), snapshot);
      execFileSync('git', ['init', '-q'], { cwd: dir });
      execFileSync('git', ['add', '-A', '-f'], { cwd: dir });
    };
    expect(await recall({}, tracked)).toBeNull();
    const linked = (dir: string): void => {
      const elsewhere = folderForTest();
      writeSnapshot(elsewhere, snapshotFile(prefix, 'main'), snapshot);
      symlinkSync(join(elsewhere, '.rustperf-trend'), join(dir, '.rustperf-trend'));
      expect(() => writeSnapshot(dir, snapshotFile(prefix, 'other'), snapshot)).toThrow('is a link');
    };
    expect(await recall({}, linked)).toBeNull();
  });
});

function snapshotHead({ branch, commit }: { branch: string; commit: string }) {
  return { branch, commit, findings: [{ fingerprint: FIXED.fingerprint }] };
}
