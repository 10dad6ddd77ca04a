import { describe, expect, it } from 'vitest';
import type { Environment } from '../../src/project/profiles.js';
import { matchesSpec, resolveProfile, settingsFor } from '../../src/project/profiles.js';
import { parseToml } from '../../src/project/toml.js';
import { PROGRAM, read } from './tree.js';

const at = { path: 'ci.yml', line: 1, column: 1, endLine: 1, endColumn: 1 };
const variables = (values: Readonly<Record<string, string>>): Environment =>
  new Map(Object.entries(values).map(([name, value]) => [name, { value, at }]));
const manifest = parseToml(
  'Cargo.toml',
  '[profile.release]\nlto = "thin"\nstrip = true\n[profile.dist]\ninherits = "release"\ncodegen-units = 1\n' +
    '[profile.lost]\ninherits = "nowhere"\n[profile.round]\ninherits = "trip"\n[profile.trip]\ninherits = "round"\n' +
    '[profile.release.package.codec]\nopt-level = "s"\n[profile.release.build-override]\nopt-level = 1\n',
);

describe('a profile', () => {
  it('inherits, and each setting knows who wrote it', () => {
    const dist = resolveProfile('dist', { manifest, config: [], environment: new Map() });
    expect(dist?.chain).toEqual(['dist', 'release']);
    expect(dist?.lto).toMatchObject({
      value: 'thin',
      origin: { kind: 'file', keys: ['profile', 'release', 'lto'] },
    });
    expect(dist?.codegenUnits).toMatchObject({
      value: 1,
      origin: { keys: ['profile', 'dist', 'codegen-units'] },
    });
    expect(dist?.panic).toEqual({ value: 'unwind', origin: { kind: 'default' } });
    expect(dist?.strip.value).toBe('symbols');
  });

  it('that Cargo would refuse is none', () => {
    for (const name of ['unknown', 'lost', 'round']) {
      expect(resolveProfile(name, { manifest, config: [], environment: new Map() })).toBeNull();
    }
  });

  it('is overridden by configuration files, nearest first, and by the environment above all', () => {
    const near = parseToml('.cargo/config.toml', '[profile.release]\nlto = "fat"\n');
    const far = parseToml('../.cargo/config.toml', '[profile.release]\nlto = false\npanic = "abort"\n');
    const sources = { manifest, config: [near, far], environment: new Map() };
    expect(resolveProfile('release', sources)).toMatchObject({
      lto: { value: 'fat' },
      panic: { value: 'abort' },
    });
    const environment = variables({
      CARGO_PROFILE_RELEASE_LTO: 'off',
      CARGO_PROFILE_DIST_OPT_LEVEL: '2',
      CARGO_INCREMENTAL: '1',
    });
    expect(resolveProfile('dist', { ...sources, environment })).toMatchObject({
      lto: { value: 'off', origin: { kind: 'environment', name: 'CARGO_PROFILE_RELEASE_LTO' } },
      optLevel: { value: '2' },
      incremental: { value: true },
    });
  });

  it('treats members, dependencies and build scripts differently', () => {
    const profile = resolveProfile('release', { manifest, config: [], environment: new Map() });
    if (!profile) throw new Error('release is always defined');
    const unit = { package: 'codec', version: '1.0.0', member: true, local: true, host: false };
    expect(settingsFor(profile, unit).optLevel.value).toBe('s');
    expect(settingsFor(profile, { ...unit, package: 'app', host: true })).toMatchObject({
      optLevel: { value: '1' },
      codegenUnits: { value: null },
    });
    expect(settingsFor(profile, { ...unit, package: 'serde' }).optLevel.value).toBe('3');
  });

  it('matches package specs as Cargo writes them', () => {
    const unit = { package: 'serde', version: '1.0.200' };
    expect(
      ['serde', 'serde@1', 'serde:1.0.200', 'https://github.com/rust-lang/crates.io-index#serde@1.0'].map(
        (spec) => matchesSpec(spec, unit),
      ),
    ).toEqual([true, true, true, true]);
    expect(['serde_json', 'serde@2', 'serde@1.0.20'].map((spec) => matchesSpec(spec, unit))).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('configuration files', () => {
  it('are found up to the repository, with includes, and the old name wins', async () => {
    const project = await read({
      ...PROGRAM,
      '.cargo/config.toml': '[build]\ntarget = "never-read"\n',
      '.cargo/config':
        'include = ["extra.toml", { path = "missing.toml", optional = true }]\n[build]\njobs = 1\n',
      '.cargo/extra.toml': '[profile.release]\nlto = true\n',
    });
    const workspace = project.workspaces[0];
    expect(workspace?.config.map((file) => file.path)).toEqual(['.cargo/config', '.cargo/extra.toml']);
  });

  it('with a syntax error make the run incomplete', async () => {
    const project = await read({ ...PROGRAM, '.cargo/config.toml': '[build\n' });
    expect(project.notes).toMatchObject([{ path: '.cargo/config.toml', kind: 'incomplete' }]);
  });
});
