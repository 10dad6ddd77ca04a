import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rebase } from '../../src/settings/file.js';
import { loadSettings } from '../../src/settings/load.js';
import type { Told } from '../../src/settings/told.js';
import { folderWith } from './folder.js';

function load(files: Readonly<Record<string, string>>, told: Told = {}) {
  return loadSettings(told, { cwd: folderWith(files) });
}

describe('precedence', () => {
  it('falls back to defaults', async () => {
    const settings = await load({});
    expect(settings).toMatchObject({
      failOn: 'critical',
      minSeverity: 'suggestion',
      minConfidence: 'medium',
      only: [],
      pedantic: false,
      cache: true,
      jobs: 0,
      shownRoot: '.',
      outputs: [{ format: 'text', file: null }],
    });
  });

  it('lets the file win over defaults, and flags over the file', async () => {
    const files = { 'rustperf.toml': 'fail-on = "warning"\nmin-severity = "warning"\nskip = ["a"]\n' };
    const settings = await load(files, { failOn: 'never', skip: ['b'] });
    expect(settings).toMatchObject({ failOn: 'never', minSeverity: 'warning', skip: ['b'] });
  });

  it('shows low confidence when pedantic, unless told otherwise', async () => {
    expect((await load({}, { pedantic: true })).minConfidence).toBe('low');
    expect((await load({ 'rustperf.toml': 'pedantic = true\n' })).minConfidence).toBe('low');
    expect((await load({}, { pedantic: true, minConfidence: 'high' })).minConfidence).toBe('high');
  });
});

describe('rustperf.toml', () => {
  it('resolves paths against the folder it lies in', async () => {
    const root = folderWith({ 'conf/rustperf.toml': 'rules = ["perf/"]\nbaseline = "known.json"\n' });
    const settings = await loadSettings({ config: 'conf/rustperf.toml' }, { cwd: root });
    expect(settings.rulePaths).toEqual([join(root, 'conf', 'perf')]);
    expect(settings.baseline).toBe(join(root, 'conf', 'known.json'));
  });

  it('keeps what it says of rules, and where', async () => {
    const settings = await load({
      'rustperf.toml':
        '[rule.locked-map]\nseverity = "off"\n\n[rule.serde-untagged]\nexclude = ["src/a/**"]\n',
    });
    expect(Object.fromEntries(settings.ruleSettings)).toEqual({
      'locked-map': { severity: 'off' },
      'serde-untagged': { exclude: ['src/a/**'] },
    });
    expect(settings.rulePlaces?.get('serde-untagged')).toBe('rustperf.toml:4:7');
  });

  it.each([
    ['workspace', '[workspace]\nmembers = []\n[workspace.metadata.rustperf]\nfail-on = "warning"\n'],
    ['package', '[package]\nname = "a"\n[package.metadata.rustperf]\nfail-on = "warning"\n'],
  ])('may stand in Cargo.toml as %s metadata', async (_, manifest) => {
    expect((await load({ 'Cargo.toml': manifest })).failOn).toBe('warning');
  });

  it('is found at the workspace root when a member is audited, with its globs made relative to the member', async () => {
    const root = folderWith({
      'Cargo.toml': '[workspace]\nmembers = ["crates/*"]\n',
      'rustperf.toml': 'exclude = ["crates/api/gen/**", "crates/web/**", "**/vendor/**"]\n',
      'crates/api/Cargo.toml': '[package]\nname = "api"\n',
    });
    const settings = await loadSettings({ path: 'crates/api' }, { cwd: root });
    expect(settings.exclude).toEqual(['gen/**', '**/vendor/**']);
  });

  it('is not searched for beyond the workspace', async () => {
    const root = folderWith({ 'rustperf.toml': 'fail-on = "never"\n', 'inner/Cargo.toml': '[workspace]\n' });
    expect((await loadSettings({ path: 'inner' }, { cwd: root })).failOn).toBe('critical');
  });

  it('is read for the folder of a single file', async () => {
    const root = folderWith({ 'rustperf.toml': 'fail-on = "never"\n', 'one.rs': '' });
    expect((await loadSettings({ path: 'one.rs' }, { cwd: root })).failOn).toBe('never');
  });

  it('leaves a broken Cargo.toml to the audit', async () => {
    expect((await load({ 'Cargo.toml': '[workspace\n' })).failOn).toBe('critical');
  });
});

describe('mistakes say where, what and what to try', () => {
  const broken: [string, string, string][] = [
    [
      'an unknown key',
      'fail-one = "critical"\n',
      'rustperf.toml:1:1: unknown key `fail-one`, did you mean `fail-on`?',
    ],
    [
      'an unknown key of a rule',
      '\n[rule.locked-map]\nseverety = "off"\n',
      'rustperf.toml:3:1: unknown key `severety` in `rule.locked-map`, did you mean `severity`?',
    ],
    [
      'a value that is near a valid one',
      'fail-on = "critcal"\n',
      'rustperf.toml:1:1: `fail-on` is `critcal`, did you mean `critical`?',
    ],
    [
      'a value that is near nothing',
      'deploy = "moon"\n',
      'rustperf.toml:1:1: `deploy` is `moon`, one of `portable`, `native` is expected',
    ],
    ['a wrong type', 'hot = "src/**"\n', 'rustperf.toml:1:1: `hot` is `src/**`, expected array'],
    [
      'an inline table',
      'rule = { locked-map = { severity = 1 } }\n',
      'rustperf.toml:1:25: `rule.locked-map.severity` is `1`, one of `critical`, `warning`, `suggestion`, `off` is expected',
    ],
  ];
  it.each(broken)('%s', async (_, text, message) => {
    await expect(load({ 'rustperf.toml': text })).rejects.toThrow(message);
  });

  it('a file that is not TOML', async () => {
    await expect(load({ 'rustperf.toml': 'a = 1\nb = = 2\n' })).rejects.toThrow(
      /^rustperf\.toml:2:\d+: not TOML: [a-z]/,
    );
  });

  it('all problems at once', async () => {
    const two = load({ 'rustperf.toml': 'hott = []\nprofil = "x"\n' });
    await expect(two).rejects.toThrow('rustperf.toml:1:1: unknown key `hott`, did you mean `hot`?');
    await expect(two).rejects.toThrow('rustperf.toml:2:1: unknown key `profil`, did you mean `profile`?');
  });

  it('in Cargo.toml metadata', async () => {
    const manifest = '[package]\nname = "a"\n\n[package.metadata.rustperf]\nfail-one = "never"\n';
    await expect(load({ 'Cargo.toml': manifest })).rejects.toThrow('Cargo.toml:5:1: unknown key `fail-one`');
  });

  it('settings in two places', async () => {
    const files = {
      'Cargo.toml': '[package.metadata.rustperf]\nfail-on = "never"\n',
      'rustperf.toml': '',
    };
    await expect(load(files)).rejects.toThrow('keep one of them');
  });

  const flags: [Told, string][] = [
    [{ failOn: 'criticl' }, '`--fail-on` is `criticl`, did you mean `critical`?'],
    [{ minConfidence: 'sure' }, '`--min-confidence` is `sure`, one of `high`, `medium`, `low` is expected'],
    [{ format: 'jsn' }, '`--format` is `jsn`, did you mean `json`?'],
    [{ output: ['sarif'] }, '`--output` is `sarif`, expected FORMAT=FILE'],
    [{ output: ['srif=x'] }, '`--output` is `srif`, did you mean `sarif`?'],
    [{ jobs: '0' }, '`--jobs` is `0`, expected a whole number from 1'],
    [{ shard: '3/2' }, '`--shard` is `3/2`: part 3 of 2 does not exist'],
    [{ shard: '1' }, '`--shard` is `1`, expected I/N'],
    [{ config: 'nowhere.toml' }, '`nowhere.toml` does not exist'],
  ];
  it.each(flags)('%j', async (told, message) => {
    await expect(load({}, told)).rejects.toThrow(message);
  });

  it('in the spelling of the entry', async () => {
    const wrong = loadSettings({ failOn: 'x' }, { cwd: folderWith({}), spell: (name) => `input ${name}` });
    await expect(wrong).rejects.toThrow('`input fail-on` is `x`');
  });
});

describe('outputs', () => {
  it('prints to standard output and writes any number of files', async () => {
    const root = folderWith({});
    const told = { format: 'json', output: ['sarif=out/a.sarif', 'html=b=c.html'] };
    expect((await loadSettings(told, { cwd: root })).outputs).toEqual([
      { format: 'json', file: null },
      { format: 'sarif', file: join(root, 'out', 'a.sarif') },
      { format: 'html', file: join(root, 'b=c.html') },
    ]);
  });
});

describe('globs of a file above the audited folder', () => {
  it.each([
    ['src/**', '/w', '/w', ['src/**']],
    ['crates/api/src/**', '/w', '/w/crates/api', ['src/**']],
    ['crates/*/src/**', '/w', '/w/crates/api', ['src/**']],
    ['crates', '/w', '/w/crates/api', ['**']],
    ['./crates/api/', '/w', '/w/crates/api', ['**']],
    ['crates/web/**', '/w', '/w/crates/api', []],
    ['**/gen/*.rs', '/w', '/w/crates/api', ['**/gen/*.rs']],
  ])('%s from %s seen from %s', (pattern, from, to, expected) => {
    expect(rebase(pattern, from, to)).toEqual(expected);
  });
});
