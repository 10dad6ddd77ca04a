import { createHash } from 'node:crypto';
import { Script } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/findings/finding.js';
import { html } from '../../src/report/html/markup.js';
import { SCRIPT } from '../../src/report/html/script.js';
import { renderHtml } from '../../src/report/html.js';
import { at, context, FILES, finding, large, PROFILE, report, SAMPLE, words } from './factory.js';
import { hostileText, hostileWords } from './hostile.js';

function page(findings: readonly Finding[] = SAMPLE, files = FILES) {
  return renderHtml(report(findings), context(findings, files));
}

function dataOf(text: string) {
  return JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(text)?.[1] ?? '');
}

describe('the page', () => {
  test('shows verdict, counts and charts without any script', () => {
    const text = page();
    expect(text).toContain('<h1>3 critical, 1 warning, 1 suggestion</h1>');
    expect(text).toContain('<b>This run fails:</b> 3 findings at or above critical.');
    expect(text).toContain('<dt>critical</dt><dd>3<small>2 new</small></dd>');
    expect(text).toContain('role="img" aria-label="3 critical, 1 warning, 1 suggestion"');
    expect(text).toContain(
      '<code>src/rooms.rs:15</code> <code>std::thread::sleep</code> stops the async worker thread',
    );
  });

  test('without findings has neither filters nor data', () => {
    const text = renderHtml(report([]), context([]));
    expect(text).toContain('<h1>No performance problems found</h1>');
    expect(text).toContain('This run passes.');
    expect(text).not.toContain('<script');
  });

  test('never passes an incomplete run', () => {
    const notes = [
      { kind: 'incomplete', path: 'src/<b>.rs', message: 'not audited: permission denied' },
    ] as const;
    const text = renderHtml(report([], { complete: false, notes }), context([]));
    expect(text).toContain('Not everything could be audited.');
    expect(text).toContain('<code>src/&lt;b&gt;.rs</code>: not audited: permission denied');
    expect(text).not.toContain('This run passes.');
  });

  test('offers the profile to paste', () => {
    const text = renderHtml(report(SAMPLE, { suggestedProfiles: [PROFILE] }), context(SAMPLE));
    expect(text).toContain(
      '<pre><code>[profile.release]\nlto = &quot;thin&quot;\ncodegen-units = 1</code></pre>',
    );
  });

  test('asks for the change filter only where a change is known', () => {
    expect(page()).toContain('name="new"');
    expect(page(SAMPLE.map((each) => ({ ...each, changed: null })))).not.toContain('name="new"');
  });
});

describe('safety', () => {
  test('loads nothing, and allows only its own style and script', () => {
    const text = page();
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1] ?? '';
    const hash = (tag: string) => {
      const content = new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(text)?.[1] ?? '';
      return `sha256-${createHash('sha256').update(content).digest('base64')}`;
    };
    expect(policy).toContain('default-src &#39;none&#39;');
    expect(policy).toContain(`script-src &#39;${hash('script')}&#39;`);
    expect(policy).toContain(`style-src &#39;${hash('style')}&#39;`);
    expect(text).not.toMatch(/<(?:link|img|iframe|object|embed)|\ssrc=|url\(|@import|\sstyle=|\son\w+=/i);
  });

  test('the script is one that browsers can read, and never writes HTML', () => {
    expect(() => new Script(SCRIPT)).not.toThrow();
    expect(SCRIPT).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|new Function/);
    expect(SCRIPT).not.toContain('</');
  });

  test('templates escape whatever is put into them', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const written = html`<p title="${text}">${text}</p>`.text;
        expect(written.match(/[<>]/g)).toHaveLength(4);
        expect(written.match(/"/g)).toHaveLength(2);
      }),
    );
  });

  test('no text of the repository adds an element, an attribute or a script', () => {
    const tags = (text: string) =>
      text
        .replace(/>[^<]*</g, '><')
        .match(/<[^>]*>/g)
        ?.map((tag) => tag.replace(/"[^"]*"/g, '""'));
    const render = (path: string, text: string) => {
      const place = { path, line: 1, column: 1, endLine: 1, endColumn: 2 };
      const found = [
        finding('unbounded-channel', place, text, {
          help: text,
          related: [{ ...place, message: text }],
          evidence: [{ source: text, message: text, weight: 1, unit: text }],
        }),
      ];
      const rule = { ...words('unbounded-channel'), title: text };
      const all = report(found, {
        root: text,
        notes: [{ kind: 'info', path, message: text }],
        suggestedProfiles: [{ ...PROFILE, toml: text, manifest: path }],
      });
      return renderHtml(all, context(found, { [path]: text }, new Map([[rule.id, rule]])), {
        linkBase: () => text,
      });
    };
    // Backticks are our own way to write `<code>`; everything else must not change the page's elements.
    const expected = tags(render('path', 'word'));
    fc.assert(
      fc.property(hostileWords, hostileWords, (path, text) => {
        const plain = text.replaceAll('`', "'");
        expect(tags(render(path, plain))).toEqual(expected);
      }),
    );
  });

  test('the embedded data carries any text and ends where it should', () => {
    fc.assert(
      fc.property(hostileWords, (text) => {
        const place = { path: 'src/a.rs', line: 1, column: 1, endLine: 1, endColumn: 2 };
        const written = page([finding('unbounded-channel', place, text)], { 'src/a.rs': text });
        const data = dataOf(written);
        expect(data.findings).toHaveLength(1);
        expect(written.match(/<script/g)).toHaveLength(2);
        expect(JSON.stringify(data)).not.toMatch(/\\ud[89a-f]|[\u202a-\u202e\u2066-\u2069]/i);
      }),
    );
  });

  test('links only to web addresses', () => {
    const linked = (url: string) =>
      dataOf(renderHtml(report(SAMPLE), context(SAMPLE), { linkBase: () => url })).findings[0].u;
    expect(linked('javascript:alert(1)')).toBeUndefined();
    expect(linked('data:text/html,x')).toBeUndefined();
    expect(linked('https://example.com/a b')).toBe('https://example.com/a%20b');
  });
});

describe('the data', () => {
  test('has the worst first, with their code marked', () => {
    const data = dataOf(page());
    const [first] = data.findings;
    expect(data.rules[first.r]).toBe('blocking-fs-in-async');
    const [number, text, from, to] = first.f[1];
    expect(number).toBe(10);
    expect(data.texts[text].slice(from, to)).toBe('load_greeting(room)');
    expect(first.o).toHaveLength(1);
  });

  test('shortens very long lines around the mark', () => {
    const files = { 'src/a.rs': `${'x'.repeat(90_000)}lock()${'y'.repeat(90_000)}` };
    const data = dataOf(page([finding('unbounded-channel', at('src/a.rs', 'lock()', files), 'm')], files));
    const [, text, from, to] = data.findings[0].f[0];
    expect(data.texts[text].length).toBeLessThan(300);
    expect(data.texts[text].slice(from, to)).toBe('lock()');
  });

  test('of 2,000 findings stays below a megabyte', () => {
    const { findings, files } = large(2000);
    expect(Buffer.byteLength(page(findings, files))).toBeLessThan(1_000_000);
  });
});
