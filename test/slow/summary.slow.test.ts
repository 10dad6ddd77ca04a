/** The job summary as GitHub shows it: Markdown, its style sheet, a browser, wide and narrow, light and dark. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { marked } from 'marked';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { urlPath } from '../../src/report/escape.js';
import { renderMarkdown } from '../../src/report/markdown.js';
import type { Report } from '../../src/report/report.js';
import { context, FILES, finding, large, PROFILE, report, SAMPLE } from '../report/factory.js';
import { TRICKS } from '../report/hostile.js';
import { launch, NARROW, SCHEMES, SHAPES } from './browser.js';

const STYLE = readFileSync(createRequire(import.meta.url).resolve('github-markdown-css'), 'utf8');

const linkBase = ({ path, line }: { path: string; line: number }) =>
  `https://github.com/acme/chat/blob/0123abc/${urlPath(path)}#L${line}`;
const LARGE = large(2000);
const LONG = `src/${'a_directory_whose_name_has_no_end_'.repeat(5)}/mod.rs`;
const NOTES: Report['notes'] = [
  {
    kind: 'info',
    path: 'src/odd.rs',
    message: 'not understood from line 1 to 2; the rest of the file was audited',
  },
];
const TREND = { branch: 'main', commit: 'abc1234'.padEnd(40, '0'), added: 2, removed: 1 };

/** One finding a trick, in every place that text from a repository can come to stand. */
function hostile(): string {
  const found = TRICKS.map((trick, index) =>
    finding(
      index % 2 === 0 ? 'unbounded-channel' : 'blocking-fs-in-async',
      { path: `src/${trick}.rs`, line: 1, column: 1, endLine: 1, endColumn: 2 },
      `a ${trick} b \`${trick}\``,
      { help: trick, evidence: [{ source: trick, message: trick, weight: 1, unit: 'samples' }] },
    ),
  );
  const files = Object.fromEntries(found.map(({ path }) => [path, `${TRICKS.join(' ')}\n`]));
  const all = report(found, {
    root: TRICKS.join(''),
    notes: TRICKS.map((trick) => ({ kind: 'info', path: trick, message: trick })),
    trend: { ...TREND, branch: TRICKS.join('') },
  });
  return renderMarkdown(all, context(found, files), { linkBase });
}

const PAGES: readonly (readonly [string, string])[] = [
  ['nothing found', renderMarkdown(report([], { trend: TREND }), context([]), { linkBase })],
  [
    'five findings, a profile, a trend and a note',
    renderMarkdown(
      report(SAMPLE, { suggestedProfiles: [PROFILE], notes: NOTES, trend: TREND }),
      context(SAMPLE),
      {
        linkBase,
        remarks: ['12 more findings without an annotation: GitHub shows 10 of each kind a step.'],
      },
    ),
  ],
  [
    'a path without an end',
    renderMarkdown(
      report([
        finding('unbounded-channel', { path: LONG, line: 1, column: 1, endLine: 1, endColumn: 2 }, 'grows'),
      ]),
      context(SAMPLE, { ...FILES, [LONG]: `let ${'x'.repeat(300)} = 1;` }),
      { linkBase },
    ),
  ],
  [
    '2,000 findings',
    renderMarkdown(report(LARGE.findings), context(LARGE.findings, LARGE.files), { linkBase }),
  ],
  ['hostile text', hostile()],
];

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

interface View {
  readonly scheme?: 'light' | 'dark';
  readonly size?: { readonly width: number; readonly height: number };
}

/** Scripts are on, unlike at GitHub, and nothing is filtered: what could act, would. */
async function open(markdown: string, { scheme = 'light', size = NARROW }: View = {}) {
  const tab = await browser.newContext({ colorScheme: scheme, viewport: size });
  const page = await tab.newPage();
  const troubles: string[] = [];
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => troubles.push(`request: ${request.url()}`));
  const body = marked.parse(markdown, { gfm: true, async: false });
  await page.setContent(
    `<!doctype html><meta charset=utf-8><meta name=viewport content="width=device-width">` +
      `<style>${STYLE} body { margin: 0; padding: 16px; }</style><article class=markdown-body>${body}</article>`,
  );
  return { page, troubles };
}

const overflow = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
/** Elements that are wider than the page lets them be, outside of boxes that scroll by themselves. */
const cutOff = (page: Page) =>
  page.evaluate<string[]>(`[...document.querySelectorAll('h3, h4, p, li, summary, a, code')]
    .filter((one) => one.closest('pre, table') === null && one.getBoundingClientRect().right > innerWidth + 1)
    .map((one) => one.outerHTML.slice(0, 200))`);

describe.each(PAGES)('a summary with %s', (_, markdown) => {
  for (const scheme of SCHEMES) {
    for (const [shape, size] of SHAPES) {
      test(`fits the screen, ${shape} and ${scheme}, folded and unfolded`, async () => {
        const { page, troubles } = await open(markdown, { scheme, size });
        expect(await page.locator('details[open]').count()).toBe(0);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
        await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true; })');
        expect(await overflow(page)).toBeLessThanOrEqual(0);
        expect(await cutOff(page)).toEqual([]);
        expect(troubles).toEqual([]);
        await page.context().close();
      });
    }
  }

  test('has its verdict first, headings in order, and no elements but its own', async () => {
    const { page } = await open(markdown);
    const first = page.locator('article > :first-child');
    expect(await first.evaluate((one) => one.tagName)).toBe('H3');
    expect(await first.textContent()).toContain('rustperf');
    const levels = await page.evaluate<number[]>(
      `[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((one) => Number(one.tagName[1]))`,
    );
    levels.slice(1).forEach((level, index) => {
      expect(level).toBeLessThanOrEqual((levels[index] ?? 0) + 1);
    });
    expect(levels.filter((level) => level === 3)).toHaveLength(1);
    const names = await page.evaluate<string[]>(
      `[...new Set([...document.querySelectorAll('article *')].map((one) => one.tagName.toLowerCase()))].sort()`,
    );
    const own = [
      'a',
      'br',
      'code',
      'details',
      'em',
      'h3',
      'h4',
      'li',
      'p',
      'pre',
      'strong',
      'summary',
      'table',
    ];
    expect(
      names.filter((name) => ![...own, 'tbody', 'td', 'th', 'thead', 'tr', 'ul'].includes(name)),
    ).toEqual([]);
    const addresses = await page.evaluate<string[]>(
      `[...document.querySelectorAll('article a')].map((one) => new URL(one.href).host)`,
    );
    expect(
      [...new Set(addresses)].filter((host) => host !== 'github.com' && host !== 'example.test'),
    ).toEqual([]);
    await page.context().close();
  });
});

test('verdict, change and counts are on the first screen of a phone', async () => {
  for (const [name, markdown] of PAGES.filter(([name]) => name.includes('findings'))) {
    const { page } = await open(markdown);
    const table = await page.locator('table').first().boundingBox();
    expect((table?.y ?? 0) + (table?.height ?? 0), name).toBeLessThan(NARROW.height);
    await page.context().close();
  }
});

test('the checks find what is wrong', async () => {
  const { page, troubles } = await open(
    '# big\n\n<p style="width: 3000px"><img src="https://evil.example/x.png"></p>\n',
  );
  expect(await overflow(page)).toBeGreaterThan(0);
  expect((await cutOff(page)).length).toBe(1);
  await expect.poll(() => troubles).toEqual(['request: https://evil.example/x.png']);
  await page.context().close();
});
