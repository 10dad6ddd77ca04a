import fc from 'fast-check';
import { unescape as unescapeHtml } from 'html-escaper';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { oneLine } from '../../src/report/escape.js';
import { type MarkdownOptions, renderMarkdown } from '../../src/report/markdown.js';
import { code, codeBlock, words } from '../../src/report/markdown-text.js';
import { context, finding, large, PROFILE, report, words as ruleWords, SAMPLE } from './factory.js';
import { hostileText, hostileWords } from './hostile.js';

const linkBase: NonNullable<MarkdownOptions['linkBase']> = ({ path, line }) =>
  `https://github.com/acme/chat/blob/0123abc/${encodeURI(path)}#L${line}`;

function summary(findings = SAMPLE, options: MarkdownOptions = { linkBase }) {
  return renderMarkdown(report(findings), context(findings), options);
}

describe('the summary', () => {
  test('of a run without problems is three lines', () => {
    const written = renderMarkdown(report([]), context([]), { linkBase });
    expect(written).toBe(
      '### ✅ rustperf: no performance problems found\n\nAudited 42 files (1.2 MB of Rust) in 812 ms.\n',
    );
  });

  test('of a run without problems says what went, and nothing when nothing did', () => {
    const trend = { branch: 'a`|<b>@x', commit: 'abc1234'.padEnd(40, '0'), added: 0, removed: 1 };
    const fixed = renderMarkdown(report([], { trend }), context([]));
    expect(fixed.split('\n').slice(-2, -1)).toEqual([
      `**Trend:** +0 / −1 against <code>${words('a`|<b>@x@abc1234')}</code>.`,
    ]);
    const same = renderMarkdown(report([], { trend: { ...trend, removed: 0 } }), context([]));
    expect(same).toBe(renderMarkdown(report([]), context([])));
  });

  test('opens with the verdict, what changed, and the counts', () => {
    expect(summary().split('\n').slice(0, 12)).toEqual([
      '### ❌ rustperf fails: 3 critical, 1 warning, 1 suggestion',
      '',
      '3 findings at or above critical make it fail. Audited 42 files (1.2 MB of Rust) in 812 ms.',
      '',
      '**What changed:** 2 critical, 1 warning on the lines of this change. 2 older findings were there before.',
      '',
      '| | new | older |',
      '|:--|--:|--:|',
      '| critical | 2 | 1 |',
      '| warning | 1 | 0 |',
      '| suggestion | 0 | 1 |',
      '',
    ]);
  });

  test('speaks of no change where none is known', () => {
    const findings = SAMPLE.map((each) => ({ ...each, changed: null }));
    expect(summary(findings)).not.toContain('What changed');
    expect(summary(findings)).toContain('| | findings |\n|:--|--:|\n| critical | 3 |');
  });

  test('links each place at the commit and quotes its line', () => {
    expect(summary()).toContain(
      '- **new** [`src/rooms.rs:15`](<https://github.com/acme/chat/blob/0123abc/src/rooms.rs#L15>): `std::thread::sleep` stops the async worker thread<br>`std::thread::sleep(Duration::from_millis(50));`',
    );
    expect(summary(SAMPLE, {})).toContain('- **new** `src/rooms.rs:15`: `std::thread::sleep` stops');
  });

  test('folds what the change did not bring, when only the change counts', () => {
    const written = summary(SAMPLE, { onlyChanged: true });
    expect(written).toContain('#### Critical (2)');
    expect(written).toContain(
      '<details><summary>2 older findings, not part of this change</summary>\n\n- `src/rooms.rs:11`',
    );
    expect(written).not.toContain('#### Suggestions');
  });

  test('folds why and fix per rule, once', () => {
    expect(summary().match(/<details>/g)).toHaveLength(5);
    expect(summary()).toContain(
      '**Instead:** Use `tokio::fs`, or move the work off the workers:\n\n```rust\n',
    );
  });

  test('folds all but the first places of a rule', () => {
    const { findings, files } = large(100);
    const written = renderMarkdown(report(findings), context(findings, files));
    expect(written).toContain('<details><summary>10 more</summary>');
    const many = large(101);
    expect(renderMarkdown(report(many.findings), context(many.findings, many.files))).toContain(
      '<summary>17 more</summary>',
    );
  });

  test('is never a pass when the audit was incomplete', () => {
    const notes = [
      { kind: 'incomplete', path: 'src/a.rs', message: 'not audited: permission denied' },
    ] as const;
    const written = renderMarkdown(report([], { complete: false, notes }), context([]));
    expect(written).toContain('### ⚠️ rustperf: no findings, but not everything could be audited');
    expect(written).toContain('#### Not audited\n\n- `src/a.rs`: not audited: permission denied');
  });

  test('takes in the profile, the benchmark, the trend and remarks', () => {
    const trend = { branch: 'main', commit: 'abc1234'.padEnd(40, '0'), added: 2, removed: 1 };
    const done = report(SAMPLE, { suggestedProfiles: [PROFILE], trend });
    const written = renderMarkdown(done, context(SAMPLE), {
      benchmark: '#### Benchmark\n\n| a | b |',
      remarks: ['12 annotations were left out.'],
    });
    expect(written).toContain('```toml\n[profile.release]\nlto = "thin"\n');
    expect(written).toContain('\n**Trend:** +2 / −1 against `main@abc1234`.\n\n| |');
    expect(written.indexOf('12 annotations')).toBeLessThan(written.indexOf('#### Critical'));
    expect(written.indexOf('#### Benchmark')).toBeGreaterThan(written.indexOf('#### Suggestions'));
  });
});

describe('the size limit', () => {
  test('of one mebibyte holds with 30,000 findings, worst first, and says what is missing', () => {
    const { findings, files } = large(30_000);
    const written = renderMarkdown(report(findings), context(findings, files), { linkBase });
    expect(Buffer.byteLength(written)).toBeLessThanOrEqual(1_048_576);
    expect(Buffer.byteLength(written)).toBeGreaterThan(900_000);
    expect(written).toMatch(
      /_[\d,]+ findings of lower rank left out: a summary may not be longer than 1 MiB\./,
    );
    expect(written).not.toContain('#### Suggestions');
    expect(written.match(/<details>/g)?.length).toBe(written.match(/<\/details>/g)?.length);
  });

  test.each([500, 3000, 6000])('of %i bytes holds', (limit) => {
    const written = renderMarkdown(report(SAMPLE, { suggestedProfiles: [PROFILE] }), context(SAMPLE), {
      linkBase,
      limit,
    });
    expect(Buffer.byteLength(written)).toBeLessThanOrEqual(limit);
    expect(written).toContain('### ❌ rustperf fails');
  });

  test('sacrifices an enormous benchmark before the findings', () => {
    const written = summary(SAMPLE, { benchmark: 'x'.repeat(2_000_000) });
    expect(Buffer.byteLength(written)).toBeLessThanOrEqual(1_048_576);
    expect(written).toContain('#### Critical (3)');
    expect(written).toContain('_The rest of the summary was too long to show._');
  });
});

describe('escaping', () => {
  test('plain words stay exactly what they are, and nothing in them acts', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const html = marked.parse(`a ${words(text)}`, { async: false, gfm: true }).trim();
        expect(html).toMatch(/^<p>[^<]*<\/p>$/);
        expect(textOf(html).trim()).toBe(`a ${oneLine(text)}`.trim());
      }),
      { numRuns: 500 },
    );
  });

  test('mentions, references, emoji, links and commands are broken up', () => {
    for (const [text, active] of [
      ['@octocat and @acme/team', /@\w/],
      ['see #12 and acme/chat#7', /#\d/],
      [':rocket:', /:rocket/],
      ['https://evil.example', /:\/\//],
      ['www.evil.example', /www\./],
      ['::error::x', /::/],
      ['!7 %3 ~bug $9', /[!%~$]\w/],
    ] as const) {
      expect(words(text)).not.toMatch(active);
    }
  });

  test('code spans hold exactly their text', () => {
    fc.assert(
      fc.property(hostileWords, (text) => {
        const html = marked.parse(`a ${code(text)} b`, { async: false, gfm: true }).trim();
        expect(html).toMatch(/^<p>a <code>[^<]*<\/code> b<\/p>$/);
        expect(textOf(html)).toBe(`a ${oneLine(text)} b`);
      }),
      { numRuns: 500 },
    );
  });

  test('code blocks cannot be left', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const html = marked.parse(`${codeBlock(text)}\n\nafter`, { async: false, gfm: true }).trim();
        expect(html).toMatch(/^<pre><code>[^<]*<\/code><\/pre>\n<p>after<\/p>$/);
      }),
      { numRuns: 500 },
    );
  });

  test('a whole summary of hostile text has only our own elements and links', () => {
    const allowed =
      /^<\/?(?:h3|h4|p|strong|em|code|pre|ul|ol|li|br|table|thead|tbody|tr|t[hd](?: align="\w+")?|details|summary|code class="language-[\w-]+"|a(?: href="https:\/\/github\.com\/[^"<>]*")?)>$/;
    fc.assert(
      fc.property(hostileWords, hostileText, (path, text) => {
        const place = { path, line: 1, column: 1, endLine: 1, endColumn: 2 };
        const findings = [
          finding('unbounded-channel', place, text, {
            evidence: [{ source: text, message: text, weight: 1, unit: text }],
          }),
        ];
        const rule = { ...ruleWords('unbounded-channel'), title: text, why: text, fix: text };
        const profile = { ...PROFILE, manifest: path, profile: text, because: text, toml: text };
        const all = report(findings, {
          notes: [{ kind: 'info', path, message: text }],
          suggestedProfiles: [profile],
        });
        const written = renderMarkdown(all, context(findings, { [path]: text }, new Map([[rule.id, rule]])), {
          linkBase: () => `https://github.com/acme/chat/blob/0123abc/${encodeURIComponent(oneLine(path))}#L1`,
        });
        const html = marked.parse(written, { async: false, gfm: true });
        for (const tag of html.match(/<[^>]*>/g) ?? []) expect(tag).toMatch(allowed);
        expect(html.match(/<details>/g)?.length).toBe(html.match(/<\/details>/g)?.length);
        for (const line of written.split('\n')) expect(line.trimStart()).not.toMatch(/^::/);
        expect(written).not.toContain('##[');
      }),
      { numRuns: 300 },
    );
  });
});

function textOf(html: string): string {
  const decoded = html
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
  return unescapeHtml(decoded).replaceAll('\u200b', '');
}
