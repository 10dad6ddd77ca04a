/** Chromium as the slow tests use it: from the distribution, offline, in two sizes and two colour schemes. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
export const WIDE = { width: 1280, height: 900 };
export const NARROW = { width: 390, height: 844 };

export const SCHEMES = ['light', 'dark'] as const;
export const SHAPES = [
  ['wide', WIDE],
  ['narrow', NARROW],
] as const;

export async function launch(): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error('no Chromium found; try `apt-get install chromium`');
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}
