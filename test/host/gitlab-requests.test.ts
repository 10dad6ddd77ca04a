/** Our calls of GitLab's API beside those of a client library that is kept in step with it: the same requests. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Gitlab } from '@gitbeaker/rest';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connectGitlab } from '../../src/host/gitlab/client.js';
import { readGitlabContext } from '../../src/host/gitlab/context.js';
import { openDiscussions } from '../../src/host/gitlab/discussions.js';
import { writeNote } from '../../src/host/gitlab/note.js';
import { recallBase } from '../../src/host/gitlab/trend.js';
import { snapshotFile } from '../../src/host/trend.js';
import { type FakeGitlab, fakeGitlab } from './gitlab-api.js';
import type { Received } from './loopback.js';
import { finding } from './make.js';

const DIFF = `diff --git a/src/a.rs b/src/a.rs\n--- a/src/a.rs\n+++ b/src/a.rs\n@@ -2,1 +2,2 @@\n fn a() {\n+    read();\n`;
const SOURCE = '\nfn a() {\n    read();\n';

let theirs: FakeGitlab;
let ours: FakeGitlab;
const marker = '<!-- ours -->';
beforeEach(async () => {
  const setup = () => ({ notes: [{ id: 5, body: `old\n\n${marker}` }], diff: DIFF });
  [theirs, ours] = await Promise.all([fakeGitlab(setup()), fakeGitlab(setup())]);
});
afterEach(() => Promise.all([theirs.close(), ours.close()]));

const library = () => new Gitlab({ host: theirs.url, token: 'glpat-test' });
const client = () => connectGitlab({ apiUrl: `${ours.url}/api/v4`, projectId: '42', token: 'glpat-test' });

/** What a server can tell requests apart by; how often and how large pages are asked for is everybody's own affair. */
function shape({ method, path, query, headers, body }: Received) {
  const names = [...query].filter(([name]) => !['page', 'per_page', 'pagination'].includes(name)).sort();
  return { method, path: decodeURIComponent(path), query: names, token: headers['private-token'], body };
}

function expectSame(): void {
  expect(ours.received.length).toBeGreaterThan(0);
  expect(ours.received.map(shape)).toEqual(theirs.received.map(shape));
}

it('lists and changes a note', async () => {
  const { MergeRequestNotes } = library();
  await MergeRequestNotes.all(42, 3, { sort: 'asc', orderBy: 'created_at' });
  await MergeRequestNotes.edit(42, 3, 5, { body: `words\n\n${marker}` });
  await writeNote(client(), { iid: 3, marker, body: 'words', start: true });
  expectSame();
});

it('starts a note', async () => {
  theirs.notes.pop();
  ours.notes.pop();
  const { MergeRequestNotes } = library();
  await MergeRequestNotes.all(42, 3, { sort: 'asc', orderBy: 'created_at' });
  await MergeRequestNotes.create(42, 3, `words\n\n${marker}`);
  await writeNote(client(), { iid: 3, marker, body: 'words', start: true });
  expectSame();
});

it('opens a thread on a line', async () => {
  const one = finding({ changed: true, fingerprint: 'f'.repeat(32) });
  const options = { iid: 3, findings: [one], source: () => SOURCE, prefix: '', repositoryPath: String };
  expect(await openDiscussions(client(), options)).toBe('1 thread is opened');
  const { body } = Object(ours.received.at(-1)?.body);
  const { MergeRequestDiscussions, MergeRequests } = library();
  await MergeRequestDiscussions.all(42, 3);
  await MergeRequests.allDiffVersions(42, 3);
  await fetch(`${theirs.url}/api/v4/projects/42/merge_requests/3/raw_diffs`, {
    headers: { 'private-token': 'glpat-test' },
  });
  await MergeRequestDiscussions.create(42, 3, body, {
    position: {
      positionType: 'text',
      baseSha: 'a'.repeat(40),
      startSha: 'a'.repeat(40),
      headSha: 'b'.repeat(40),
      oldPath: 'src/a.rs',
      newPath: 'src/a.rs',
      newLine: '3',
    },
  });
  // The library sends a form, whose fields are all words; GitLab's documentation says integer.
  const position = Object(Object(theirs.received.at(-1)?.body).position);
  position.new_line = Number(position.new_line);
  expectSame();
});

it('reads a file of the last artifact of a branch', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'rustperf-requests-'));
  execFileSync('git', ['init', '-q'], { cwd: dir });
  const context = readGitlabContext({
    CI_PROJECT_DIR: dir,
    CI_MERGE_REQUEST_IID: '3',
    CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
    CI_JOB_NAME: 'rust perf: [a/b, 1]',
  });
  const git = { cwd: dir, env: { PATH: process.env.PATH } };
  await recallBase({ context, client: client(), prefix: '', git });
  rmSync(dir, { recursive: true });
  await library()
    .JobArtifacts.downloadArchive(42, {
      ref: 'main',
      artifactPath: snapshotFile('', 'main'),
      job: context.job,
    })
    .catch(() => 'there is none');
  expectSame();
});
