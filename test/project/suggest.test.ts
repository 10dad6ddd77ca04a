import { describe, expect, it } from 'vitest';
import type { Location } from '../../src/findings/finding.js';
import { link } from '../../src/program/program.js';
import { parseToml, tableAt } from '../../src/project/toml.js';
import type { SuggestedProfile } from '../../src/report/report.js';
import { unwindingPlaces } from '../../src/rules/cargo/facts.js';
import { suggestProfiles } from '../../src/rules/cargo/suggest.js';
import { type Files, PROGRAM, read } from './tree.js';

async function suggested(
  files: Files,
  deploy: 'portable' | 'native' | null = null,
  runs: (rule: string) => boolean = () => true,
): Promise<readonly SuggestedProfile[]> {
  const project = await read({ ...PROGRAM, ...files });
  const settings = { deploy, profile: null, isHotPath: () => false };
  return suggestProfiles({ project, program: link(project, new Map()), settings }, runs);
}

describe('the suggested profile', () => {
  it('holds only what differs, with reason and cost, and is TOML to paste', async () => {
    const [profile] = await suggested({
      'Cargo.toml': `${PROGRAM['Cargo.toml']}[profile.release]\ncodegen-units = 1\nopt-level = "z"\n`,
    });
    expect(profile).toMatchObject({ manifest: 'Cargo.toml', profile: 'release' });
    expect(profile?.settings.map(({ key, value, current }) => [key, value, current])).toEqual([
      ['profile.release.opt-level', '3', '"z"'],
      ['profile.release.lto', '"thin"', null],
      ['profile.release.panic', '"abort"', null],
    ]);
    expect(profile?.settings.every(({ reason, cost }) => reason !== '' && cost !== '')).toBe(true);
    const table = tableAt(parseToml('Cargo.toml', profile?.toml ?? '').values, 'profile', 'release');
    expect(table).toEqual({ 'opt-level': 3, lto: 'thin', panic: 'abort' });
  });

  it('leaves out what a rule would say that does not run', async () => {
    const [profile] = await suggested({}, null, (rule) => rule !== 'cargo-panic-abort');
    expect(profile?.settings.map(({ key }) => key)).toEqual([
      'profile.release.lto',
      'profile.release.codegen-units',
    ]);
    expect(await suggested({}, 'native', (rule) => rule === 'seqcst-ordering')).toEqual([]);
  });

  it('is about the profile that ships, and says how we know', async () => {
    const [profile] = await suggested({
      'Cargo.toml': `${PROGRAM['Cargo.toml']}[profile.dist]\ninherits = "release"\npanic = "abort"\nlto = "fat"\n`,
      Dockerfile: 'FROM rust:1\nRUN cargo build --profile dist\n',
    });
    expect(profile).toBeUndefined();
    const [other] = await suggested({
      'Cargo.toml': `${PROGRAM['Cargo.toml']}[profile.dist]\ninherits = "release"\npanic = "abort"\n`,
      Dockerfile: 'FROM rust:1\nRUN cargo build --profile dist\n',
    });
    expect(other).toMatchObject({
      profile: 'dist',
      because: '`Dockerfile` line 2 builds with `--profile dist`',
    });
  });

  it('keeps unwinding where a server isolates panics, and is silent for libraries', async () => {
    const [server] = await suggested({
      'Cargo.toml': `${PROGRAM['Cargo.toml']}[dependencies]\naxum = "0.8"\n`,
    });
    expect(server?.settings.map(({ key }) => key)).toEqual([
      'profile.release.lto',
      'profile.release.codegen-units',
    ]);
    expect(
      await suggested({
        'src/main.rs': '',
        'Cargo.toml': '[package]\nname = "l"\nversion = "0.1.0"\nautobins = false\n',
        'src/lib.rs': '',
      }),
    ).toEqual([]);
  });

  it('takes the CPU of the machines only when they are known', async () => {
    const [native] = await suggested({}, 'native');
    expect(native?.settings.at(-1)).toMatchObject({
      key: 'build.rustflags',
      value: '["-C", "target-cpu=native"]',
    });
    const [portable] = await suggested({}, 'portable');
    expect(portable?.settings.some(({ key }) => key === 'build.rustflags')).toBe(false);
  });
});

describe('panic isolation', () => {
  const at: Location = { path: 'src/main.rs', line: 1, column: 1, endLine: 1, endColumn: 1 };

  it('is seen in paths and in methods', () => {
    const nothing = {
      mentions: () => [],
      methodCalls: () => [],
      attributes: () => [],
      crateAttributes: () => [],
    };
    expect(unwindingPlaces(nothing)).toEqual([]);
    expect(
      unwindingPlaces({ ...nothing, mentions: (path) => (path === 'std::panic::catch_unwind' ? [at] : []) }),
    ).toEqual([at]);
    expect(unwindingPlaces({ ...nothing, methodCalls: (name) => (name === 'is_panic' ? [at] : []) })).toEqual(
      [at],
    );
  });
});
