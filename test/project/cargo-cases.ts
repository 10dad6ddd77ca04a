/** Random but repeatable Cargo workspaces: manifests, configuration files and environment for the oracle. */

export type Random = () => number;

/** The same numbers for the same seed (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface ProfileCase {
  /** Text by path; the workspace lies in `outer/ws`. */
  readonly files: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
  readonly profile: string;
}

export function profileCase(random: Random): ProfileCase {
  const pick = <T>(items: readonly [T, ...T[]]): T => items[Math.floor(random() * items.length)] ?? items[0];
  const chance = (share: number): boolean => random() < share;
  const value = (key: string, isOverride: boolean): string | null => {
    if (chance(0.6)) return null;
    switch (key) {
      case 'opt-level':
        return pick(['0', '1', '2', '3', '"s"', '"z"']);
      case 'lto':
        return isOverride ? null : pick(['true', 'false', '"thin"', '"fat"', '"off"', '"no"', '"n"']);
      case 'codegen-units':
        return pick(['1', '4', '16', '256']);
      case 'panic':
        return isOverride ? null : pick(['"abort"', '"unwind"']);
      case 'strip':
        return pick(['true', 'false', '"none"', '"symbols"', '"debuginfo"']);
      case 'debug':
        return pick(['true', 'false', '0', '1', '2', '"limited"', '"line-tables-only"']);
      default:
        return pick(['true', 'false']);
    }
  };
  const keys = [
    'opt-level',
    'lto',
    'codegen-units',
    'panic',
    'strip',
    'debug',
    'debug-assertions',
    'overflow-checks',
    'incremental',
  ];
  const settings = (isOverride: boolean): string =>
    keys
      .map((key) => [key, value(key, isOverride)] as const)
      .filter(([, text]) => text !== null)
      .map(([key, text]) => `${key} = ${text}\n`)
      .join('');
  const custom = ['dist', 'fast-ci'] as const;
  const profiles = (isManifest: boolean): string => {
    let text = '';
    for (const name of ['release', 'dev', 'bench', 'test'] as const) {
      if (chance(name === 'release' ? 0.7 : 0.3)) text += `[profile.${name}]\n${settings(false)}\n`;
      for (const spec of ['"*"', 'core', '"ext@0.3.1"', 'hostlib'] as const) {
        if (chance(0.12)) text += `[profile.${name}.package.${spec}]\n${settings(true)}\n`;
      }
      if (chance(0.15)) text += `[profile.${name}.build-override]\n${settings(true)}\n`;
    }
    for (const [index, name] of custom.entries()) {
      if (!isManifest && !chance(0.25)) continue;
      const parent = index === 0 ? pick(['release', 'release', 'bench']) : pick(['dev', 'dist', 'release']);
      const inherits = isManifest || chance(0.3) ? `inherits = "${parent}"\n` : '';
      text += `[profile.${name}]\n${inherits}${settings(false)}\n`;
      if (chance(0.15)) text += `[profile.${name}.package.core]\n${settings(true)}\n`;
    }
    return text;
  };
  const files: Record<string, string> = {
    'outer/ws/Cargo.toml': `[package]\nname = "app"\nversion = "0.1.0"\nedition = "2021"\n\n[workspace]\nmembers = ["core", "macros"]\nexclude = ["ext", "hostlib"]\n\n[dependencies]\ncore = { path = "core" }\nmacros = { path = "macros" }\next = { path = "ext" }\n\n${profiles(true)}`,
    'outer/ws/src/main.rs': 'fn main() {}\n',
    'outer/ws/build.rs': 'fn main() {}\n',
    'outer/ws/core/Cargo.toml': '[package]\nname = "core"\nversion = "0.2.0"\nedition = "2021"\n',
    'outer/ws/core/src/lib.rs': '',
    'outer/ws/macros/Cargo.toml':
      '[package]\nname = "macros"\nversion = "0.1.0"\nedition = "2021"\n[lib]\nproc-macro = true\n[dependencies]\nhostlib = { path = "../hostlib" }\n',
    'outer/ws/macros/src/lib.rs': '',
    'outer/ws/ext/Cargo.toml': '[package]\nname = "ext"\nversion = "0.3.1"\nedition = "2021"\n',
    'outer/ws/ext/src/lib.rs': '',
    'outer/ws/hostlib/Cargo.toml': '[package]\nname = "hostlib"\nversion = "0.1.0"\nedition = "2021"\n',
    'outer/ws/hostlib/src/lib.rs': '',
  };
  const build = (): string => (chance(0.15) ? `[build]\nincremental = ${pick(['true', 'false'])}\n` : '');
  if (chance(0.5)) {
    const include = chance(0.3) ? 'include = ["extra.toml"]\n' : '';
    if (include !== '') files['outer/ws/.cargo/extra.toml'] = build() + profiles(false);
    files[`outer/ws/.cargo/${chance(0.8) ? 'config.toml' : 'config'}`] = include + build() + profiles(false);
  }
  if (chance(0.4)) files['outer/.cargo/config.toml'] = build() + profiles(false);
  const environment: Record<string, string> = {};
  for (const name of ['RELEASE', 'DEV', 'DIST', 'BENCH', 'FAST_CI']) {
    for (const key of keys) {
      const text = chance(0.06) ? value(key, false) : null;
      if (text !== null)
        environment[`CARGO_PROFILE_${name}_${key.toUpperCase().replaceAll('-', '_')}`] = text.replaceAll(
          '"',
          '',
        );
    }
    if (chance(0.06)) environment[`CARGO_PROFILE_${name}_BUILD_OVERRIDE_OPT_LEVEL`] = pick(['0', '3', 's']);
  }
  if (chance(0.15)) environment.CARGO_INCREMENTAL = pick(['0', '1']);
  return {
    files,
    environment,
    profile: pick(['release', 'release', 'dev', 'dist', 'dist', 'bench', 'test', 'fast-ci']),
  };
}

/** A tree of packages with members, globs, exclusions, pointers, path dependencies and target layouts. */
export function workspaceCase(random: Random): Readonly<Record<string, string>> {
  const chance = (share: number): boolean => random() < share;
  const pick = <T>(items: readonly [T, ...T[]]): T => items[Math.floor(random() * items.length)] ?? items[0];
  const directories = [
    'crates/alpha',
    'crates/beta',
    'nested/deep/gamma',
    'tools/delta',
    'extra/epsilon',
    'zeta',
  ].filter(() => chance(0.75));
  const files: Record<string, string> = {};
  const nameOf = (directory: string): string => directory.split('/').at(-1) ?? directory;
  for (const directory of directories) {
    const others = directories.filter((other) => other !== directory && other > directory && chance(0.25));
    const up = '../'.repeat(directory.split('/').length);
    const dependencies = others.map((other) => `${nameOf(other)} = { path = "${up}${other}" }\n`).join('');
    const table = pick([
      'dependencies',
      'dev-dependencies',
      'build-dependencies',
      "target.'cfg(unix)'.dependencies",
    ]);
    const pointer = chance(0.2) ? `workspace = "${up}"\n` : '';
    const edition = pick(['edition = "2021"\n', 'edition = "2018"\n', 'edition.workspace = true\n', '']);
    const auto = chance(0.2)
      ? `${pick(['autobins', 'autotests', 'autoexamples', 'autobenches'])} = false\n`
      : '';
    files[`${directory}/Cargo.toml`] =
      `[package]\nname = "${nameOf(directory)}"\nversion = "0.1.0"\n${edition}${pointer}${auto}\n[${table}]\n${dependencies}${targetTables(files, directory, chance, pick)}`;
  }
  const members = [
    'crates/*',
    'crates/alpha',
    'tools/*',
    'extra/epsilon',
    'zet?',
    '[z]eta',
    'nested/*/*',
    './zeta',
    'crates/b*/',
  ]
    .filter(() => chance(0.4))
    // Cargo refuses members and patterns that name nothing.
    .filter((pattern) => {
      const start = pattern
        .replace('./', '')
        .replace('[z]', 'z')
        .replace(/[*?].*$/u, '');
      return directories.some((directory) => directory.startsWith(start));
    });
  const exclude = ['crates/beta', 'tools', 'zeta', 'nested/deep'].filter(() => chance(0.2));
  const isVirtual = chance(0.5);
  const rootDependencies = directories
    .filter(() => chance(0.2))
    .map((directory) => `${nameOf(directory)} = { path = "${directory}" }\n`);
  const defaults = chance(0.15) ? `default-members = ["crates/*"]\n` : '';
  let root = `[workspace]\nresolver = "2"\nmembers = ${JSON.stringify(members)}\nexclude = ${JSON.stringify(exclude)}\n${defaults}\n[workspace.package]\nedition = "2021"\n`;
  if (!isVirtual) {
    root = `[package]\nname = "root"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\n${rootDependencies.join('')}\n${root}`;
    files['src/main.rs'] = 'fn main() {}\n';
  }
  files['Cargo.toml'] = root;
  return files;
}

function targetTables(
  files: Record<string, string>,
  directory: string,
  chance: (share: number) => boolean,
  pick: <T>(items: readonly [T, ...T[]]) => T,
): string {
  const add = (path: string): void => {
    files[`${directory}/${path}`] = 'fn main() {}\n';
  };
  let tables = '\n';
  const hasLib = chance(0.7);
  if (hasLib) add('src/lib.rs');
  if (!hasLib || chance(0.4)) add('src/main.rs');
  if (chance(0.3)) add('src/bin/one.rs');
  if (chance(0.2)) add('src/bin/two/main.rs');
  if (chance(0.2)) add('src/bin/two/part.rs');
  if (chance(0.3)) add('tests/it.rs');
  if (chance(0.2)) add('tests/common/mod.rs');
  if (chance(0.2)) add('examples/show.rs');
  if (chance(0.2)) add('examples/large/main.rs');
  if (chance(0.2)) add('benches/speed.rs');
  if (chance(0.2)) add('build.rs');
  if (hasLib && chance(0.2))
    tables += `[lib]\nname = "renamed_${pick(['a', 'b'])}"\ncrate-type = ["rlib", "cdylib"]\n`;
  if (chance(0.2)) {
    add('cmd/extra.rs');
    tables += '[[bin]]\nname = "extra-tool"\npath = "cmd/extra.rs"\n';
  }
  if (chance(0.15) && files[`${directory}/benches/speed.rs`] !== undefined)
    tables += '[[bench]]\nname = "speed"\nharness = false\n';
  return tables;
}
