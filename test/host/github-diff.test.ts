import { afterEach, expect, it } from 'vitest';
import { githubDiffs } from '../../src/host/github/diff.js';
import { type FakeGithub, fakeGithub } from './github-api.js';
import type { Trouble } from './loopback.js';
import { GITHUB, quickGithub } from './make.js';

const servers: FakeGithub[] = [];
afterEach(async () => {
  for (const server of servers) expect(server.violations).toEqual([]);
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const comparison = { base: 'a'.repeat(40), exact: true, head: 'c'.repeat(40), name: 'main' };

async function ask(setup: Parameters<typeof fakeGithub>[0], change: Partial<typeof comparison> = {}) {
  const server = await fakeGithub(setup);
  servers.push(server);
  const diffs = githubDiffs(quickGithub(server.url, 300), GITHUB);
  return { server, answer: diffs({ ...comparison, ...change }) };
}

it('asks for the whole diff, for which `contents: read` is enough', async () => {
  const { server, answer } = await ask({ diff: 'diff --git a/a b/a\n' });
  expect((await answer).diff).toBe('diff --git a/a b/a\n');
  expect(server.calls()).toEqual([`GET /repos/acme/chat/compare/${comparison.base}...${comparison.head}`]);
});

it('names a branch as GitHub knows it', async () => {
  const { server, answer } = await ask({}, { base: 'origin/main' });
  await answer;
  expect(server.calls()).toEqual([`GET /repos/acme/chat/compare/main...${comparison.head}`]);
});

it.each<[string, Trouble, string]>([
  ['refused', { status: 403, body: { message: 'no' } }, 'the token may not (403)'],
  ['too large', { status: 406, body: { message: 'diff exceeded the maximum' } }, 'GitHub refused it (406)'],
  ['something other than a diff', { status: 200, body: { files: [] } }, 'something other than a diff'],
  ['silent', 'hang', 'GitHub did not answer in time'],
])('says why when the answer is %s: no diff must never look like no change', async (_, trouble, expected) => {
  const { answer } = await ask({ faults: [{ on: /compare/, play: [trouble, trouble, trouble] }] });
  await expect(answer).rejects.toThrow(expected);
});
