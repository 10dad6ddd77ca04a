/** The HTML report in a real browser: accessible, filterable, within the screen, and deaf to hostile text. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../src/findings/finding.js';
import { renderHtml } from '../../src/report/html.js';
import type { Report } from '../../src/report/report.js';
import { context, FILES, finding, large, PROFILE, report, SAMPLE } from '../report/factory.js';
import { launch, SCHEMES, SHAPES, WIDE } from './browser.js';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const NOTES: Report['notes'] = [
  { kind: 'info', path: 'src/odd.rs', message: 'not audited: it is not UTF-8' },
];
const UNFINISHED: Report['notes'] = [
  { kind: 'incomplete', path: 'src/b.rs', message: 'not audited: permission denied' },
];
const LARGE = large(2000);

let browser: Browser;
let dir = '';

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'rustperf-html-'));
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  rmSync(dir, { recursive: true, force: true });
});

interface View {
  readonly scheme?: 'light' | 'dark';
  readonly size?: { readonly width: number; readonly height: number };
  readonly javaScriptEnabled?: boolean;
  /** The part of the address after `#`. */
  readonly state?: string;
}

/** Opens the page; anything that it logs, or that its policy forbids, ends up in `troubles`. */
async function open(text: string, view: View = {}): Promise<{ page: Page; troubles: string[] }> {
  const file = join(dir, 'report.html');
  writeFileSync(file, text);
  const { scheme = 'light', size = WIDE, javaScriptEnabled = true, state = '' } = view;
  const tab = await browser.newContext({
    colorScheme: scheme,
    viewport: size,
    javaScriptEnabled,
  });
  const page = await tab.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => troubles.push(message.text()));
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) troubles.push(`request: ${request.url()}`);
  });
  await page.goto(`${pathToFileURL(file).href}${state}`);
  return { page, troubles };
}

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(readFileSync(AXE, 'utf8'));
  const results: AxeResults = await page.evaluate('axe.run(document, { resultTypes: ["violations"] })');
  return results.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.html}`),
  );
}

const PAGES: readonly (readonly [string, string])[] = [
  ['nothing found', renderHtml(report([]), context([]))],
  ['an incomplete run', renderHtml(report([], { complete: false, notes: UNFINISHED }), context([]))],
  [
    'five findings and a profile',
    renderHtml(report(SAMPLE, { suggestedProfiles: [PROFILE], notes: NOTES }), context(SAMPLE), {
      linkBase: ({ path, line }) => `https://github.com/acme/chat/blob/0123abc/${path}#L${line}`,
    }),
  ],
  ['2,000 findings', renderHtml(report(LARGE.findings), context(LARGE.findings, LARGE.files))],
];

describe.each(PAGES)('a page with %s', (_, text) => {
  for (const scheme of SCHEMES) {
    for (const [shape, size] of SHAPES) {
      test(`is accessible and fits the screen, ${shape} and ${scheme}`, async () => {
        const { page, troubles } = await open(text, { scheme, size });
        for (const details of await page.locator('details > summary').all()) {
          if (await details.isVisible()) await details.click();
        }
        expect(await violations(page)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(
          0,
        );
        expect(troubles).toEqual([]);
        await page.context().close();
      });
    }
  }
});

test('the accessibility check finds what is wrong', async () => {
  const { page } = await open(renderHtml(report([]), context([])));
  await page.evaluate('document.querySelector("main").append(document.createElement("button"))');
  expect(await violations(page)).toEqual(['button-name: <button></button>']);
  await page.context().close();
});

describe('the list', () => {
  const text = renderHtml(report(LARGE.findings), context(LARGE.findings, LARGE.files));
  const status = (page: Page) => page.locator('#status').textContent();

  test('builds only what is looked at, and more on demand', async () => {
    const { page } = await open(text);
    const built = () => page.locator('article').count();
    const first = await built();
    expect(first).toBeLessThanOrEqual(120);
    await page.evaluate('scrollTo(0, document.body.scrollHeight)');
    await expect.poll(built).toBeGreaterThan(first);
    await page.context().close();
  });

  test('filters by rule, severity, path and text, says how many are left, and can be linked to', async () => {
    const { page } = await open(text);
    expect(await status(page)).toBe('Showing 2,000 of 2,000 findings');
    await page.selectOption('#rule', 'unbounded-channel');
    await expect.poll(() => status(page)).toBe('Showing 400 of 2,000 findings');
    await page.fill('#path', 'service-07');
    await expect.poll(() => status(page)).toBe('Showing 10 of 2,000 findings');
    expect(await page.evaluate('location.hash')).toBe('#path=service-07&rule=unbounded-channel');
    const again = await open(text, { state: '#path=service-07&rule=unbounded-channel' });
    expect(await status(again.page)).toBe('Showing 10 of 2,000 findings');
    await page.click('button[type=reset]');
    await expect.poll(() => status(page)).toBe('Showing 2,000 of 2,000 findings');
    await page.uncheck('input[name=critical]');
    await expect.poll(() => status(page)).toBe('Showing 800 of 2,000 findings');
    await page.fill('#text', 'no such thing');
    await expect.poll(() => status(page)).toBe('Showing 0 of 2,000 findings');
    expect(await page.locator('#list').textContent()).toBe('No finding matches these filters.');
    await page.context().close();
    await again.page.context().close();
  });

  test('is filtered by its charts, from the keyboard too', async () => {
    const { page } = await open(text);
    const bar = page.locator('.bar[data-field=path]').first();
    await bar.focus();
    await page.keyboard.press('Enter');
    expect(await status(page)).toBe('Showing 50 of 2,000 findings');
    expect(await bar.getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('Space');
    expect(await status(page)).toBe('Showing 2,000 of 2,000 findings');
    await page.context().close();
  });

  test('is reached by the first press of the tab key', async () => {
    const { page } = await open(text);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('findings');
    await page.context().close();
  });

  test('is there in short without scripts', async () => {
    const { page } = await open(text, { javaScriptEnabled: false });
    expect(await page.locator('#list li').count()).toBe(100);
    await page.context().close();
  });
});

test('hostile text is shown, never run', async () => {
  const evil = `</script><script>alert(1)</script><img src=x onerror="alert(2)"><svg onload=alert(3)> " ' \u202e {{1}} javascript:alert(4)`;
  const place = { path: evil, line: 1, column: 1, endLine: 1, endColumn: 9 };
  const found: readonly Finding[] = [
    finding('unbounded-channel', place, evil, { help: evil, related: [{ ...place, message: evil }] }),
  ];
  const text = renderHtml(report(found, { root: evil }), context(found, { ...FILES, [evil]: evil }), {
    linkBase: () => 'javascript:alert(5)',
  });
  const { page, troubles } = await open(text);
  await page.click('article summary');
  expect(
    await page.locator('img, svg[onload], #list script, a:not([href^="https:"], [href^="#"])').count(),
  ).toBe(0);
  expect(await page.locator('article h4').textContent()).toContain('<img src=x onerror="alert(2)">');
  expect(troubles).toEqual([]);
  await page.context().close();
});
