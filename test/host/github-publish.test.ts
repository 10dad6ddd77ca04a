import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/findings/finding.js';
import { type PublishOptions, publishOnGithub } from '../../src/host/github/publish.js';
import { commentMarker, suggestionMarker } from '../../src/host/marker.js';
import { type FakeGithub, fakeGithub } from './github-api.js';
import type { Trouble } from './loopback.js';
import {
  contextOf,
  finding,
  folderForTest,
  GITHUB,
  many,
  publishOptions,
  quickGithub,
  recordedRunner,
  report,
} from './make.js';

const servers: FakeGithub[] = [];
afterEach(async () => {
  for (const server of servers) expect(server.violations).toEqual([]);
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const DIFF = `diff --git a/src/a.rs b/src/a.rs\n--- a/src/a.rs\n+++ b/src/a.rs\n@@ -1,2 +1,5 @@\n use std::fs;\n async fn load() {\n+    let text = fs::read_to_string("a.toml").unwrap();\n+    let order = Ordering::SeqCst;\n+}\n`;

const FIXED = finding({
  rule: 'seqcst-ordering',
  severity: 'suggestion',
  line: 4,
  column: 17,
  endLine: 4,
  endColumn: 33,
  changed: true,
  fingerprint: 'f'.repeat(32),
  fix: {
    applicability: 'machine-applicable',
    edits: [{ path: 'src/a.rs', line: 4, column: 27, endLine: 4, endColumn: 33, newText: 'Relaxed' }],
  },
});

async function publish(
  findings: readonly Finding[],
  setup: Parameters<typeof fakeGithub>[0] & { timeout?: number },
  change: Partial<PublishOptions> = {},
) {
  const server = await fakeGithub(setup);
  servers.push(server);
  const runner = recordedRunner();
  const temp = folderForTest();
  const done = report(findings);
  const github = quickGithub(server.url, setup.timeout);
  const outcomes = await publishOnGithub(
    done,
    contextOf(done),
    publishOptions({ runner, github, temp, ...change }),
  );
  return { server, runner, temp, said: Object.fromEntries(outcomes.map((one) => [one.name, one.detail])) };
}

describe('with a token that may everything', () => {
  it('writes all annotations into a check run, 50 a request, on the tip of the pull request', async () => {
    const { server, runner, said } = await publish(many(120), {});
    expect(said['check run']).toBe('a check run with 120 annotations');
    expect(server.calls()).toEqual([
      'POST /repos/acme/chat/check-runs',
      'PATCH /repos/acme/chat/check-runs/1',
      'PATCH /repos/acme/chat/check-runs/1',
    ]);
    expect(server.checkRuns[0]).toMatchObject({ name: 'rustperf', conclusion: 'failure' });
    expect(server.checkRuns[0]?.annotations).toHaveLength(120);
    expect(server.received[0]?.body).toMatchObject({ head_sha: 'b'.repeat(40), status: 'completed' });
    // The same words twice beside one line would be noise.
    expect(runner.annotations).toEqual([]);
  });

  it('writes a check run that passes when there is nothing to say, because branches may require it', async () => {
    const { server } = await publish([], {});
    expect(server.checkRuns).toMatchObject([{ conclusion: 'success', annotations: [] }]);
  });

  it('sets outputs and writes the reports', async () => {
    const findings = [
      ...many(2, { changed: true }),
      finding({ severity: 'warning', changed: false, line: 40 }),
    ];
    const sarifFile = join(folderForTest(), 'reports', 'out.sarif');
    const { runner, temp } = await publish(findings, {}, { sarifFile });
    expect(Object.fromEntries(runner.outputs)).toMatchObject({
      critical: 2,
      warning: 1,
      suggestion: 0,
      new: 2,
      passed: false,
      'report-json': join(temp, 'rustperf.json'),
      'sarif-file': sarifFile,
    });
    expect(JSON.parse(readFileSync(join(temp, 'rustperf.json'), 'utf8')).findings).toHaveLength(3);
    expect(existsSync(sarifFile)).toBe(true);
  });

  it('folds in the summary what the change did not bring, where only the change counts', async () => {
    const findings = [finding({ changed: true }), finding({ changed: false, line: 40, endLine: 40 })];
    const { runner } = await publish(findings, {}, { onlyChanged: true });
    expect(runner.summaries[0]).toContain('<summary>1 older finding, not part of this change</summary>');
  });

  it('links findings of a monorepo to the audited commit', async () => {
    const { runner } = await publish([finding()], {}, { prefix: 'services/chat', checkRun: false });
    expect(runner.summaries[0]).toContain(
      `https://github.test/acme/chat/blob/${'c'.repeat(40)}/services/chat/src/a.rs#L3`,
    );
    expect(runner.annotations[0]?.path).toBe('services/chat/src/a.rs');
  });

  it('uploads SARIF as gzip in base64', async () => {
    const { server, said } = await publish([finding()], {}, { uploadSarif: true });
    expect(said['code scanning']).toBe('uploaded to code scanning');
    const upload = server.uploads[0] as { sarif: string; ref: string; commit_sha: string };
    expect(upload).toMatchObject({ ref: 'refs/pull/7/merge', commit_sha: 'c'.repeat(40) });
    expect(JSON.parse(gunzipSync(Buffer.from(upload.sarif, 'base64')).toString('utf8')).version).toBe(
      '2.1.0',
    );
  });
});

describe('the comment', () => {
  const marker = commentMarker('/');
  const bot = { type: 'Bot' };

  it('is written once and then updated in place', async () => {
    const first = await publish([finding()], {}, { comment: true });
    expect(first.said.comment).toBe('a comment is written');
    const comments = first.server.comments;
    expect(comments[0]?.body).toContain(marker);

    const again = await publish([finding()], { comments }, { comment: true });
    expect(again.said.comment).toBe('the comment is up to date');
    const better = await publish([], { comments }, { comment: true });
    expect(better.said.comment).toBe('the comment is updated');
    expect(better.server.comments).toHaveLength(1);
    expect(better.server.comments[0]?.body).not.toContain('blocking-fs-in-async');
  });

  it('is not started when there is nothing to say', async () => {
    const { server, said } = await publish([], {}, { comment: true });
    expect(said.comment).toBe('there is nothing to say, so no comment is started');
    expect(server.comments).toEqual([]);
  });

  it('is found behind hundreds of others, and told from a quote', async () => {
    const others = Array.from({ length: 250 }, (_, id) => ({
      id,
      body: `> ${marker}\n\nwhat is this?`,
      user: bot,
    }));
    const comments = [...others, { id: 999, body: `old\n\n${marker}`, user: bot }];
    const { server, said } = await publish([finding()], { comments }, { comment: true });
    expect(said.comment).toBe('the comment is updated');
    expect(server.calls().filter((call) => call.startsWith('PATCH'))).toEqual([
      'PATCH /repos/acme/chat/issues/comments/999',
    ]);
  });

  it('is written anew when it was deleted in between', async () => {
    const comments = [{ id: 5, body: `old\n\n${marker}`, user: bot }];
    const gone: Trouble = { status: 404, body: { message: 'Not Found' } };
    const { said, server } = await publish(
      [finding()],
      { comments, faults: [{ on: /^PATCH .*comments\/5$/, play: [gone] }] },
      { comment: true },
    );
    expect(said.comment).toBe('a comment is written');
    expect(server.comments).toHaveLength(2);
  });

  it('is not written twice when the server fails after it wrote', async () => {
    const failing: Trouble = { status: 502, body: {} };
    const { said, server } = await publish(
      [finding()],
      { faults: [{ on: /^POST .*comments$/, play: [failing] }] },
      { comment: true },
    );
    expect(said.comment).toBe('GitHub answered 502');
    expect(server.comments).toHaveLength(1);
  });

  it('never grows beyond what GitHub takes', async () => {
    const findings = many(3_000, { message: 'm'.repeat(300) });
    const { server } = await publish(findings, {}, { comment: true, checkRun: false });
    expect(server.comments[0]?.body.length).toBeLessThanOrEqual(65_536);
    expect(server.comments[0]?.body.length).toBeGreaterThan(30_000);
  });
});

describe('suggestions', () => {
  it('are made once, on changed lines, as a block that a click applies', async () => {
    const first = await publish([FIXED], { diff: DIFF }, { suggest: true });
    expect(first.said.suggestions).toBe('1 fix is suggested');
    const review = first.server.received.find(({ path }) => path.endsWith('/reviews'))?.body;
    expect(review).toMatchObject({
      event: 'COMMENT',
      commit_id: 'b'.repeat(40),
      comments: [{ path: 'src/a.rs', line: 4, side: 'RIGHT' }],
    });
    expect(first.server.reviewComments[0]?.body).toContain(
      '```suggestion\n    let order = Ordering::Relaxed;\n```',
    );

    const second = await publish(
      [FIXED],
      { diff: DIFF, reviewComments: first.server.reviewComments },
      { suggest: true },
    );
    expect(second.said.suggestions).toBe('there is no new fix to suggest on the changed lines');
  });

  it('follow lines that the target branch moved', async () => {
    const moved = DIFF.replace('+1,5', '+11,5');
    const { server } = await publish([FIXED], { diff: moved }, { suggest: true });
    expect(server.received.find(({ path }) => path.endsWith('/reviews'))?.body).toMatchObject({
      comments: [{ line: 14 }],
    });
  });

  it.each<[string, Finding, string]>([
    [
      'fixes that may be wrong',
      { ...FIXED, fix: { applicability: 'maybe-incorrect', edits: FIXED.fix?.edits ?? [] } },
      DIFF,
    ],
    ['old lines', { ...FIXED, changed: false }, DIFF],
    ['lines that the diff does not show', FIXED, DIFF.replace('SeqCst', 'AcqRel')],
    ['context lines alone', FIXED, DIFF.replaceAll('\n+  ', '\n   ')],
  ])('leave out %s', async (_, only, diff) => {
    const { server } = await publish([only], { diff }, { suggest: true });
    expect(server.reviewComments).toEqual([]);
  });

  it('go one by one when GitHub refuses the review', async () => {
    const refused: Trouble = { status: 422, body: { message: 'Line must be part of the diff' } };
    const { said, server } = await publish(
      [FIXED],
      { diff: DIFF, faults: [{ on: /reviews$/, play: [refused] }] },
      { suggest: true },
    );
    expect(said.suggestions).toBe('1 fix is suggested');
    expect(server.reviewComments.at(-1)?.body).toContain(suggestionMarker(FIXED.fingerprint));
  });
});

describe('on the worst day', () => {
  const everything = { comment: true, suggest: true, uploadSarif: true };
  const limited = (
    headers: Record<string, string>,
    message = 'You have exceeded a secondary rate limit',
  ): Trouble => ({
    status: 429,
    body: { message },
    headers,
  });
  const anything = (...play: Trouble[]) => [{ on: /./, play }];

  it('steps down with a token that only reads, and says so', async () => {
    const context = {
      ...GITHUB,
      pullRequest: {
        number: 7,
        head: 'b'.repeat(40),
        base: 'a'.repeat(40),
        baseBranch: 'main',
        fromFork: true,
      },
    };
    const { runner, said, server } = await publish(
      [FIXED, finding()],
      { readOnly: true, diff: DIFF },
      { ...everything, context },
    );
    const hint = 'the token may not (403): pull requests from forks get a token that only reads';
    expect(said).toMatchObject({
      outputs: 'set',
      annotations: '2',
      summary: 'written',
      'check run': hint,
      comment: hint,
      suggestions: hint,
    });
    expect(said['code scanning']).toContain('code scanning is off or the token lacks');
    expect(runner.annotations).toHaveLength(2);
    expect(runner.summaries).toHaveLength(2);
    expect(runner.summaries[1]).toContain('comment');
    expect(server.comments).toEqual([]);
  });

  it('needs no token at all', async () => {
    const { runner, said } = await publish([finding()], {}, { ...everything, github: null });
    expect(said.comment).toBe('there is no `github-token`');
    expect(runner.annotations).toHaveLength(1);
  });

  it.each<[string, () => Trouble[], string]>([
    ['a secondary rate limit', () => [limited({ 'retry-after': '1' })], 'a comment is written'],
    ['a bare 429', () => [limited({ 'retry-after': '1' }, 'slow down')], 'a comment is written'],
    [
      'a server error',
      () => [
        { status: 500, body: {} },
        { status: 502, body: {} },
      ],
      'a comment is written',
    ],
    ['a reset connection', () => ['reset'], 'a comment is written'],
    [
      'a rate limit of an hour',
      () => [limited({ 'retry-after': '3600' })],
      'the rate limit is used up (429)',
    ],
  ])('copes with %s', async (_, play, expected) => {
    const { said } = await publish(
      [finding()],
      { faults: [{ on: /^GET .*comments/, play: play() }] },
      { comment: true, checkRun: false },
    );
    expect(said.comment).toBe(expected);
  });

  it.each<[string, Trouble]>([
    ['refusals', { status: 403, body: { message: 'no' } }],
    ['absences', { status: 404, body: { message: 'no' } }],
    ['invalid content', { status: 422, body: { message: 'no' } }],
    ['failing servers', { status: 500, body: { message: 'no' } }],
    ['silence', 'hang'],
    ['bodies that never end', 'slow-body'],
    ['broken connections', 'reset'],
    ['answers that are no JSON', { status: 200, body: '<html>' }],
  ])('survives nothing but %s', async (_, trouble) => {
    const { runner, said } = await publish(
      [FIXED, finding()],
      { faults: anything(...Array<Trouble>(60).fill(trouble)), timeout: 60 },
      everything,
    );
    expect(said).toMatchObject({ outputs: 'set', summary: 'written' });
    expect(runner.outputs.get('passed')).toBe(false);
    expect(runner.summaries[0]).toContain('blocking-fs-in-async');
  });

  it('asks a silent GitHub once, and not for every way of publishing', async () => {
    const { server, said } = await publish(
      [FIXED, finding()],
      { faults: anything(...Array<Trouble>(60).fill('hang')), timeout: 60 },
      everything,
    );
    expect(said['check run']).toBe('GitHub did not answer in time');
    expect(said.comment).toBe('not tried, because GitHub did not answer before');
    expect(new Set(server.calls())).toEqual(new Set(['POST /repos/acme/chat/check-runs']));
  });

  it('keeps the annotations it has when the check run breaks off', async () => {
    const { said } = await publish(many(120), {
      faults: [{ on: /^PATCH/, play: Array<Trouble>(9).fill({ status: 500, body: {} }) }],
    });
    expect(said['check run']).toBe('a check run with 50 of 120 annotations: GitHub took no more');
  });

  it('survives a disk that is full', async () => {
    const { runner, said } = await publish([finding()], {}, { temp: '/dev/null/reports' });
    expect(said.outputs).toContain('/dev/null/reports');
    expect(runner.outputs.get('critical')).toBe(1);
    expect(runner.summaries[0]).toContain('blocking-fs-in-async');
  });
});
