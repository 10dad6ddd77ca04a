import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.js';
import type { Finding } from '../../src/findings/finding.js';
import { loadSettings } from '../../src/settings/load.js';
import type { Told } from '../../src/settings/told.js';
import { folderWith } from '../settings/folder.js';

const recorded = join(import.meta.dirname, 'recorded');

async function check(root: string, told: Told) {
  const settings = await loadSettings({ path: root, cache: false, jobs: '1', ...told }, { cwd: root });
  return (await audit(settings)).report;
}

/** The findings of the recorded program, with one profile or none. */
async function kettle(profile?: string): Promise<readonly Finding[]> {
  const root = folderWith({});
  cpSync(join(recorded, 'kettle'), root, { recursive: true });
  return (await check(root, profile === undefined ? {} : { profileData: [join(recorded, profile)] }))
    .findings;
}

function weights(findings: readonly Finding[], rule: string) {
  return findings
    .filter((finding) => finding.rule === rule)
    .map(({ path, severity, confidence, evidence }) => ({
      path,
      severity,
      confidence,
      measured: evidence.length,
    }));
}

describe('what was measured of the kettle', () => {
  it('makes the large future worse and sure', async () => {
    const place = { path: 'src/brew.rs' };
    expect(weights(await kettle(), 'large-future')).toEqual([
      { ...place, severity: 'warning', confidence: 'medium', measured: 0 },
    ]);
    const measured = await kettle('type-sizes.txt');
    expect(weights(measured, 'large-future')).toEqual([
      { ...place, severity: 'critical', confidence: 'high', measured: 1 },
    ]);
    expect(weights(measured, 'measured-large-future')).toEqual([]);
  });

  it.each(['perf.folded', 'dhat.heap'])(
    '%s makes the string that is formatted in a loop worse',
    async (profile) => {
      const [before] = weights(await kettle(), 'format-in-loop');
      const [after] = weights(await kettle(profile), 'format-in-loop');
      expect(before).toMatchObject({
        path: 'src/orders.rs',
        severity: 'warning',
        confidence: 'medium',
        measured: 0,
      });
      expect(after).toMatchObject({ path: 'src/orders.rs', severity: 'critical', confidence: 'high' });
      expect(after?.measured).toBeGreaterThan(0);
    },
  );

  it('changes nothing elsewhere', async () => {
    const others = (findings: readonly Finding[]) =>
      findings.filter(({ path }) => path !== 'src/orders.rs' && path !== 'src/brew.rs');
    expect(others(await kettle('perf.folded'))).toEqual(others(await kettle()));
  });
});

const shop = {
  'Cargo.toml': '[package]\nname = "shop"\nversion = "0.1.0"\nedition = "2021"\n',
  'src/main.rs': 'mod till;\nfn main() { println!("{}", till::receipt(&[])); }\n',
  'src/till.rs':
    'pub fn receipt(items: &[u32]) -> String {\n    let mut text = String::new();\n    for item in items {\n        text.push_str(&format!("{item}"));\n    }\n    text\n}\n',
};

describe('a profile', () => {
  it('that shows a function cold makes advice on it milder', async () => {
    const root = folderWith({
      ...shop,
      'cpu.folded': 'shop;other::work 5000\nshop;shop::main;shop::till::receipt 1\n',
    });
    const told = { only: ['format-in-loop'], profileData: ['cpu.folded'] };
    const { findings } = await check(root, told);
    expect(findings[0]?.severity).toBe('suggestion');
    expect(findings[0]?.evidence[0]?.message).toMatch(/measured cold, 0\.0 % of 5001 samples/);
  });

  it('of another program is told apart', async () => {
    const root = folderWith({ ...shop, 'cpu.folded': 'bakery;bakery::main;bakery::bread 10\n' });
    const { notes, complete } = await check(root, { profileData: ['cpu.folded'] });
    expect(notes.map(({ message }) => message).join()).toMatch(/is it of another program/);
    expect(complete).toBe(true);
  });

  it('does not overrule what rustperf.toml says', async () => {
    const root = folderWith({
      ...shop,
      'rustperf.toml':
        '[rule.hot-function]\nseverity = "off"\n[rule.format-in-loop]\nseverity = "suggestion"\n',
      'cpu.folded': 'shop;shop::main;shop::till::receipt 100\nshop;shop::main 50\n',
    });
    const { findings } = await check(root, { profileData: ['cpu.folded'] });
    expect(findings.filter(({ rule }) => rule === 'hot-function')).toEqual([]);
    expect(weights(findings, 'format-in-loop')).toMatchObject([
      { severity: 'suggestion', confidence: 'high' },
    ]);
  });

  it('whose place an inlined frame names is joined by file and function', async () => {
    const profile = {
      dhatFileVersion: 2,
      mode: 'heap',
      pps: [{ tb: 90_000, tbk: 5000, tl: 9, fs: [1, 2, 3] }],
      ftbl: [
        '[root]',
        '0x1: grow_one<alloc::alloc::Global> (mod.rs:491)',
        '0x1: receipt (till.rs:4)',
        '0x1: shop::main (main.rs:2)',
      ],
    };
    const root = folderWith({ ...shop, 'heap.json': JSON.stringify(profile) });
    const { findings } = await check(root, { profileData: ['heap.json'] });
    expect(weights(findings, 'format-in-loop')).toMatchObject([{ severity: 'critical', measured: 1 }]);
    expect(findings.filter(({ rule }) => rule === 'hot-allocation')).toEqual([]);
  });
});
