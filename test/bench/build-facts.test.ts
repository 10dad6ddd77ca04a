/** Cargo's own words become facts: flags attested, flags resolved, artifacts named, candidates chosen. */
import { describe, expect, it } from 'vitest';
import { attest, lostFlags, readRunningLines } from '../../src/bench/attest.js';
import { chooseCandidates, type Limits } from '../../src/bench/candidates.js';
import { matchesCfg } from '../../src/bench/cfg.js';
import { BenchError } from '../../src/bench/error.js';
import { readArtifacts } from '../../src/bench/messages.js';
import { resolveRunner } from '../../src/bench/runner.js';
import { resolveRustflags } from '../../src/bench/rustflags.js';

const RUSTC = '     Running `/toolchain/bin/rustc --crate-name';
const OPEN = '-C opt-level=3 -C embed-bitcode=no';

describe('running lines', () => {
  const stderr = [
    '   Compiling dial v0.1.0 (/dial)',
    `${RUSTC} build_script_build --edition=2021 build.rs --crate-type bin -C metadata=11 --out-dir /t/build\``,
    `${RUSTC} dial --edition=2021 src/lib.rs --crate-type lib -C opt-level=3 -C linker-plugin-lto -C codegen-units=1 --check-cfg 'cfg(feature, values("std"))' --cfg 'feature="std"' -C metadata=22 -C extra-filename=-22 --target x86_64-unknown-linux-gnu --cfg sundial -Cforce-frame-pointers=yes\``,
    `${RUSTC} shadow benches/shadow.rs -C opt-level=3 -C lto=fat -C codegen-units=1 --cfg test -C metadata=33 --target x86_64-unknown-linux-gnu --cfg sundial -C target-cpu=x86-64-v2 -Ctarget-cpu=x86-64-v3\``,
    '     Running `/node -e record /t/deps/shadow-33 --bench`',
    '    Finished `bench` profile [optimized] target(s) in 1.00s',
  ].join('\n');
  const units = readRunningLines(stderr);

  it('are read with their quotes, without paths and hashes', () => {
    expect(units.map(({ crate, forHost }) => [crate, forHost])).toEqual([
      ['build_script_build', true],
      ['dial', false],
      ['shadow', false],
    ]);
    expect(units[1]?.flags).toEqual([
      ...['--cfg=feature="std"', '--cfg=sundial', 'codegen-units=1', 'force-frame-pointers=yes'],
      ...['linker-plugin-lto', 'opt-level=3'],
    ]);
  });

  it('keep the last of a repeated option, as rustc does', () => {
    expect(units[2]?.flags.filter((flag) => flag.startsWith('target-cpu'))).toEqual(['target-cpu=x86-64-v3']);
  });

  it('are grouped without what is compiled for the host', () => {
    expect(attest(units).map(({ crates }) => crates)).toEqual([['shadow'], ['dial']]);
  });

  it('show when a candidate loses the project’s own flags, and not what the profile changes', () => {
    const line = (flags: string) => readRunningLines(`${RUSTC} dial src/lib.rs ${flags} --target x\``);
    const base = line(`${OPEN} -C lto=thin --cfg sundial -Ctarget-feature=+aes`);
    expect(lostFlags(base, line(`${OPEN} -C codegen-units=1 --cfg sundial -Ctarget-feature=+aes`))).toEqual(
      [],
    );
    expect(lostFlags(base, line('-C opt-level=2 -Ctarget-cpu=x86-64-v3'))).toEqual([
      '--cfg=sundial',
      'target-feature=+aes',
    ]);
  });
});

describe('rustflags', () => {
  const cfg = new Set(['unix', 'target_os="linux"', 'target_arch="x86_64"']);
  const triple = 'x86_64-unknown-linux-gnu';
  const config = {
    build: { rustflags: ['--cfg', 'from_build'] },
    target: {
      'cfg(unix)': { rustflags: ['-Cfrom-cfg'] },
      'cfg(windows)': { rustflags: ['-Cnever'] },
      [triple]: { rustflags: '-Cfrom-triple -Ctwo' },
    },
  };
  const flags = (env: Record<string, string>, from: unknown = config) =>
    resolveRustflags({ config: from, env, triple, cfg }).flags;

  it('come from the first source that has any, and never from two', () => {
    expect(flags({ CARGO_ENCODED_RUSTFLAGS: '-Ca b\u001f-Cc', RUSTFLAGS: '-Cd' })).toEqual(['-Ca b', '-Cc']);
    expect(flags({ RUSTFLAGS: ' -Cd  -Ce ' })).toEqual(['-Cd', '-Ce']);
    expect(flags({})).toEqual(['-Cfrom-triple', '-Ctwo', '-Cfrom-cfg']);
    expect(flags({}, { build: config.build })).toEqual(['--cfg', 'from_build']);
    expect(flags({}, {})).toEqual([]);
  });

  it('of an empty variable win too: that is how people turn flags off', () => {
    expect(flags({ RUSTFLAGS: '' })).toEqual([]);
  });

  it.each([
    ['cfg(all(unix, target_arch = "x86_64"))', true],
    ['cfg(any(windows, not(target_os = "linux")))', false],
    ['cfg(not(any()))', true],
    ['cfg(all())', true],
  ])('of %s apply: %s', (expression, expected) => {
    expect(matchesCfg(expression, cfg)).toBe(expected);
  });

  it('of a broken expression are an error', () => {
    for (const broken of ['cfg(all(unix)', 'cfg(', 'cfg(both(unix))', 'cfg(unix))']) {
      expect(() => matchesCfg(broken, cfg)).toThrow(BenchError);
    }
  });
});

describe('the project’s runner', () => {
  const triple = 'x86_64-unknown-linux-gnu';
  const cfg = new Set(['unix', 'target_os="linux"']);
  const runner = (target: unknown, env: Record<string, string> = {}) =>
    resolveRunner({ config: { target }, env, triple, cfg });

  it('comes from the variable, then the platform, then what matches', () => {
    const target = { [triple]: { runner: ['nice', '-n', '5'] }, 'cfg(unix)': { runner: 'env A=1' } };
    const variable = { CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_RUNNER: 'qemu -L /usr' };
    expect(runner(target, variable)?.words).toEqual(['qemu', '-L', '/usr']);
    expect(runner(target)).toMatchObject({ words: ['nice', '-n', '5'], asText: false });
    expect(runner({ 'cfg(unix)': target['cfg(unix)'] })).toMatchObject({
      words: ['env', 'A=1'],
      asText: false,
    });
    expect(runner({ 'cfg(windows)': { runner: 'wine' } })).toBeNull();
    expect(runner(undefined)).toBeNull();
  });

  it('is known as text where Cargo takes no list in its place', () => {
    expect(runner({ [triple]: { runner: 'env A=1' } })).toMatchObject({
      words: ['env', 'A=1'],
      asText: true,
    });
  });

  it('of another kind is an error', () => {
    expect(() => runner({ [triple]: { runner: { program: 'env' } } })).toThrow(BenchError);
  });
});

describe('artifacts', () => {
  const artifact = (id: string) =>
    JSON.stringify({
      ...{
        reason: 'compiler-artifact',
        package_id: id,
        manifest_path: '/garden/Cargo.toml',
        executable: '/t/shadow-1',
      },
      ...{ target: { name: 'shadow', kind: ['bench'] }, profile: { test: true } },
    });

  it.each([
    ['path+file:///garden#0.1.0', 'garden'],
    ['registry+https://example.org/index#garden-tools@1.0.0', 'garden-tools'],
    ['garden 0.1.0 (path+file:///somewhere)', 'garden'],
  ])('of %s belong to %s', (id, name) => {
    expect(readArtifacts(artifact(id)).map((one) => one.package)).toEqual([name]);
  });

  it('are found among other lines', () => {
    const text = [
      '{"reason":"build-finished"}',
      '{broken',
      'hello',
      artifact('path+file:///garden#0.1.0'),
    ].join('\n');
    expect(readArtifacts(text)).toHaveLength(1);
  });
});

describe('candidates', () => {
  const limits: Limits = {
    reliesOnUnwinding: false,
    deploy: 'native',
    host: 'x86_64-unknown-linux-gnu',
    suggested: null,
  };
  const ids = (names: string[] | null, over: Partial<Limits> = {}) =>
    chooseCandidates(names, { ...limits, ...over }).candidates.map(({ id }) => id);
  const setting = (key: string, value: string) => ({
    key,
    value,
    current: null,
    reason: '',
    cost: 'longer builds',
  });
  const suggested = (settings: ReturnType<typeof setting>[]) => ({
    ...{ manifest: 'Cargo.toml', profile: 'release', because: '', toml: '', settings },
  });

  it('default to what changes nothing but the build', () => {
    expect(ids(null)).toEqual(['thin', 'thin1', 'fat']);
    expect(ids([])).toEqual([]);
  });

  it('may be spelled out', () => {
    const [candidate] = chooseCandidates(
      ['lto=thin+codegen-units=1+rustflags=-Ctarget-cpu=x86-64-v2'],
      limits,
    ).candidates;
    expect(candidate?.settings).toEqual([
      { key: 'lto', value: '"thin"' },
      { key: 'codegen-units', value: '1' },
    ]);
    expect(candidate?.rustflags).toEqual(['-Ctarget-cpu=x86-64-v2']);
    expect(candidate?.cost.cpu).toBe('x86-64-v2');
  });

  it('never abort where the code relies on unwinding, and need known machines for a processor', () => {
    expect(ids(['abort', 'v3', 'native'])).toEqual(['abort', 'v3', 'native']);
    expect(ids(['abort'], { reliesOnUnwinding: true })).toEqual([]);
    expect(ids(['v3', 'native', 'rustflags=-Ctarget-cpu=znver4'], { deploy: 'portable' })).toEqual([]);
    expect(ids(['v3'], { host: 'aarch64-apple-darwin' })).toEqual([]);
  });

  it('follow the audit’s suggestion once, without what a bench cannot show', () => {
    const settings = [
      setting('profile.release.lto', '"thin"'),
      setting('profile.release.strip', '"symbols"'),
    ];
    expect(ids(null, { suggested: suggested(settings) })).toEqual(['suggested', 'thin1', 'fat']);
  });

  it('take the suggestion apart, to see which setting does the work', () => {
    const settings = [
      setting('profile.release.lto', '"fat"'),
      setting('profile.release.codegen-units', '1'),
      setting('profile.release.panic', '"abort"'),
    ];
    expect(ids(['suggested', 'each'], { suggested: suggested(settings) })).toEqual([
      ...['suggested', 'lto=fat', 'codegen-units=1', 'rustflags=-Cpanic=abort'],
    ]);
    expect(() => ids(['each'])).toThrow(/`each` need an audit/);
  });

  it('carry a suggested abort as a compiler flag, unless the code relies on unwinding', () => {
    const abort = suggested([setting('profile.release.panic', '"abort"')]);
    const flags = (reliesOnUnwinding: boolean) =>
      chooseCandidates(['suggested'], { ...limits, suggested: abort, reliesOnUnwinding }).candidates[0]
        ?.rustflags;
    expect(flags(false)).toEqual(['-Cpanic=abort']);
    expect(flags(true)).toEqual([]);
  });

  it('that are unknown or malformed are errors that say what is known', () => {
    expect(() => ids(['fast'])).toThrow(/unknown profile `fast`.*`thin`/);
    expect(() => ids(['lto='])).toThrow(BenchError);
    expect(() => ids(['suggested'])).toThrow(BenchError);
  });
});
