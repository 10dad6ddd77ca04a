import { chmodSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ProjectError } from '../../src/project/project.js';
import { readProject } from '../../src/project/read.js';
import { PROGRAM, read, sourcesOf, tree } from './tree.js';

const request = (root: string) => ({ root, exclude: [], allTargets: false });

describe('what can be audited', () => {
  it('takes a directory without a manifest: each file is its own crate of edition 2021', async () => {
    const project = await read({ 'a.rs': '', 'deep/my-part.rs': '' });
    expect(sourcesOf(project)).toEqual(['a.rs', 'deep/my-part.rs']);
    expect(project.workspaces[0]?.packages[0]?.targets).toMatchObject([
      { crate: 'a', path: 'a.rs', edition: '2021' },
      { crate: 'my_part', path: 'deep/my-part.rs', edition: '2021' },
    ]);
  });

  it('takes one file, and the manifest in place of its directory', async () => {
    const root = tree({ ...PROGRAM, 'other/lone.rs': '' });
    expect(sourcesOf(await readProject(request(path.join(root, 'other/lone.rs'))))).toEqual(['lone.rs']);
    expect(sourcesOf(await readProject(request(path.join(root, 'Cargo.toml'))))).toEqual(['src/main.rs']);
  });

  it.each([
    ['missing', 'does not exist'],
    ['notes.txt', 'is not Rust'],
    ['empty', 'holds no Rust'],
  ])('refuses %s and says why', async (name, reason) => {
    const root = tree({ 'notes.txt': '', 'empty/readme.md': '' });
    const attempt = readProject(request(path.join(root, name)));
    await expect(attempt).rejects.toThrow(ProjectError);
    await expect(attempt).rejects.toThrow(reason);
  });

  it('audits the files beside a broken manifest and marks the run incomplete', async () => {
    const project = await read({ ...PROGRAM, 'Cargo.toml': '[package\nname = "x"\n', 'tests/it.rs': '' });
    expect(sourcesOf(project)).toEqual(['src/main.rs']);
    expect(project.notes).toMatchObject([{ path: 'Cargo.toml', kind: 'incomplete' }]);
    expect(project.notes[0]?.message).toContain('line 1');
  });

  it('says nothing about manifests that a test suite breaks on purpose', async () => {
    const project = await read({ ...PROGRAM, 'tests/fixtures/broken/Cargo.toml': '= =' });
    expect(project.notes).toEqual([]);
  });
});

describe('what is in scope', () => {
  const layout = {
    ...PROGRAM,
    'src/engine/mod.rs': '',
    'src/target/mod.rs': '',
    'tests/it.rs': '',
    'benches/speed.rs': '',
    'examples/show.rs': '',
    'build.rs': '',
    'target/debug/build/out.rs': '',
    'scripts/stray.rs': '',
    'fuzz/Cargo.toml': '[package]\nname = "fuzz"\nversion = "0.0.0"\n[workspace]\n',
    'fuzz/src/main.rs': '',
  };

  it('is the code of libraries and programs', async () => {
    expect(sourcesOf(await read(layout))).toEqual(['src/engine/mod.rs', 'src/main.rs', 'src/target/mod.rs']);
  });

  it('is everything but build output with `allTargets`', async () => {
    expect(sourcesOf(await read(layout, { allTargets: true }))).toEqual([
      'benches/speed.rs',
      'build.rs',
      'examples/show.rs',
      'fuzz/src/main.rs',
      'scripts/stray.rs',
      'src/engine/mod.rs',
      'src/main.rs',
      'src/target/mod.rs',
      'tests/it.rs',
    ]);
  });

  it('leaves out what serves tests: by the name of its place, by what it is made of, by the target it is part of', async () => {
    const member = (name: string, rest = ''): string =>
      `[package]\nname = "${name}"\nversion = "0.1.0"\n${rest}`;
    const project = await read({
      'Cargo.toml': '[workspace]\nmembers = ["*"]\n',
      'quay/Cargo.toml': member('quay', '[[test]]\nname = "all"\npath = "src/tests/mod.rs"\n'),
      'quay/src/lib.rs': '',
      'quay/src/latest.rs': '',
      'quay/src/tests/mod.rs': 'mod arrivals;',
      'quay/src/tests/arrivals.rs': '',
      'quay_test_db/Cargo.toml': member('quay_test_db'),
      'quay_test_db/src/lib.rs': '',
      'harness/Cargo.toml': member(
        'harness',
        '[dependencies]\nquay = { path = "../quay" }\nassert_cmd = "2"\n',
      ),
      'harness/src/lib.rs': '',
      'harness/tests/all.rs': '',
      // Its modules carry the tests, and it says so.
      'cluster/Cargo.toml': member(
        'cluster',
        'description = "End-to-end tests against a cluster"\n[dependencies]\nquay = { path = "../quay" }\nserial_test = "3"\n',
      ),
      'cluster/src/lib.rs': '',
      // A program that carries its own checks, and a library with them that the program needs, are products.
      'pilot/Cargo.toml': member('pilot', '[dependencies]\nchecks = { path = "../checks" }\ninsta = "1"\n'),
      'pilot/src/main.rs': '',
      'pilot/tests/all.rs': '',
      'checks/Cargo.toml': member('checks', '[dependencies]\nproptest = "1"\n'),
      'checks/src/lib.rs': '',
      'checks/tests/all.rs': '',
      // For the tests of others, behind a feature, it offers more; what it is for is something else.
      'client/Cargo.toml': member(
        'client',
        '[dependencies]\nwiremock = { version = "0.6", optional = true }\n',
      ),
      'client/src/lib.rs': '',
      'client/tests/all.rs': '',
      // Another's tests need it, or it is made of what serves development.
      'stage/Cargo.toml': member('stage', '[dependencies]\ntower-test = "0.4"\n'),
      'stage/src/lib.rs': '',
      'ferry/Cargo.toml': member('ferry', '[dev-dependencies]\nstage = { path = "../stage" }\n'),
      'ferry/src/lib.rs': '',
      'ferry/src/test_harness.rs': '',
      'ferry/src/test_harness/snapshots.rs': '',
      'ferry/src/crossing/test.rs': '',
      'ferry/src/contest.rs': '',
      'whole/Cargo.toml': member('whole', '[dependencies]\nquay_test_db = { path = "../quay_test_db" }\n'),
      'whole/src/lib.rs': '',
      // A command of that name.
      'runner/Cargo.toml': member('runner'),
      'runner/src/main.rs': '',
      'runner/src/test.rs': '',
    });
    expect(sourcesOf(project)).toEqual([
      'checks/src/lib.rs',
      'client/src/lib.rs',
      'ferry/src/contest.rs',
      'ferry/src/lib.rs',
      'pilot/src/main.rs',
      'quay/src/latest.rs',
      'quay/src/lib.rs',
      'runner/src/main.rs',
      'runner/src/test.rs',
    ]);
  });

  it('leaves out procedural macros, vendored crates and what .gitignore or `exclude` names', async () => {
    const files = {
      'Cargo.toml': '[workspace]\nmembers = ["app", "derive"]\n',
      'app/Cargo.toml': '[package]\nname = "app"\nversion = "0.1.0"\nedition = "2021"\n',
      'app/src/main.rs': '',
      'app/src/generated/pb.rs': '',
      'app/src/old.rs': '',
      'app/.gitignore': 'generated/\n',
      'derive/Cargo.toml': '[package]\nname = "derive"\nversion = "0.1.0"\n[lib]\nproc-macro = true\n',
      'derive/src/lib.rs': '',
      'vendor/libc/Cargo.toml': '[package]\nname = "libc"\nversion = "0.2.0"\n',
      'vendor/libc/src/lib.rs': '',
      'mirror/libm/.cargo-checksum.json': '{}',
      'mirror/libm/src/lib.rs': '',
    };
    expect(sourcesOf(await read(files, { exclude: ['app/src/old.rs'] }))).toEqual(['app/src/main.rs']);
  });

  it('audits an ignored directory when it is the root', async () => {
    const root = tree({
      '.gitignore': 'unpacked/\n',
      'unpacked/Cargo.toml': PROGRAM['Cargo.toml'] ?? '',
      'unpacked/src/main.rs': '',
    });
    expect(sourcesOf(await readProject(request(path.join(root, 'unpacked'))))).toEqual(['src/main.rs']);
  });

  it('follows no link out of the root, no loop, and no file twice', async () => {
    const outside = tree({ 'secret.rs': '' });
    const root = tree({ ...PROGRAM, 'shared/lib.rs': '' });
    symlinkSync(outside, path.join(root, 'src/outside'));
    symlinkSync(path.join(outside, 'secret.rs'), path.join(root, 'src/secret.rs'));
    symlinkSync('..', path.join(root, 'src/loop'));
    symlinkSync('nowhere', path.join(root, 'src/dangling.rs'));
    symlinkSync('../shared/lib.rs', path.join(root, 'src/shared.rs'));
    symlinkSync('../shared/lib.rs', path.join(root, 'src/again.rs'));
    symlinkSync('main.rs', path.join(root, 'src/alias.rs'));
    expect(sourcesOf(await readProject(request(root)))).toEqual(['src/again.rs', 'src/main.rs']);
  });

  it.skipIf(process.getuid?.() === 0)('notes a directory that cannot be read', async () => {
    const root = tree({ ...PROGRAM, 'src/locked/a.rs': '' });
    chmodSync(path.join(root, 'src/locked'), 0);
    const project = await readProject(request(root));
    chmodSync(path.join(root, 'src/locked'), 0o755);
    expect(project.notes).toMatchObject([{ path: 'src/locked', kind: 'incomplete' }]);
  });
});

describe('packages', () => {
  it('inherit from the workspace what they say they do', async () => {
    const project = await read({
      'Cargo.toml':
        '[workspace]\nmembers = ["crates/*"]\n[workspace.package]\nedition = "2024"\nrust-version = "1.85"\nversion = "3.1.0"\n' +
        '[workspace.dependencies]\nserde = { version = "1.0", default-features = false, features = ["derive"] }\nutil = { path = "crates/util" }\n',
      'crates/app/Cargo.toml':
        '[package]\nname = "app"\nedition.workspace = true\nrust-version.workspace = true\nversion = { workspace = true }\n' +
        '[dependencies]\nserde = { workspace = true, features = ["rc"] }\nutil.workspace = true\nold-log = { package = "log", version = "0.4", optional = true }\n' +
        '[target."cfg(unix)".dependencies]\nlibc = "0.2"\n[dev-dependencies]\ninsta = "1"\n',
      'crates/app/src/main.rs': '',
      'crates/util/Cargo.toml': '[package]\nname = "util"\nversion = "0.1.0"\n',
      'crates/util/src/lib.rs': '',
    });
    const app = project.workspaces[0]?.packages[0];
    expect(app).toMatchObject({ name: 'app', version: '3.1.0', edition: '2024', rustVersion: '1.85' });
    expect(app?.dependencies).toMatchObject([
      {
        crate: 'serde',
        kind: 'normal',
        requirement: '1.0',
        features: ['derive', 'rc'],
        defaultFeatures: false,
      },
      { crate: 'util', path: 'crates/util' },
      { crate: 'old_log', package: 'log', optional: true },
      { crate: 'insta', kind: 'dev' },
      { crate: 'libc', kind: 'normal', keys: ['target', 'cfg(unix)', 'dependencies', 'libc'] },
    ]);
    expect(project.workspaces[0]?.packages[1]).toMatchObject({ name: 'util', edition: '2015' });
  });

  it('of several workspaces stay apart', async () => {
    const project = await read({
      'api/Cargo.toml': '[workspace]\nmembers = ["*"]\n',
      'api/server/Cargo.toml': '[package]\nname = "server"\nversion = "0.1.0"\n',
      'api/server/src/main.rs': '',
      'cli/Cargo.toml': '[package]\nname = "cli"\nversion = "0.1.0"\n',
      'cli/src/main.rs': '',
    });
    expect(project.workspaces.map(({ dir, packages }) => [dir, packages.map(({ name }) => name)])).toEqual([
      ['api', ['server']],
      ['cli', ['cli']],
    ]);
  });
});

describe('a manifest without a package', () => {
  it('is read as one, and says so', async () => {
    const project = await read({ 'Cargo.toml': '[lints.clippy]\nperf = "warn"\n', 'src/main.rs': '' });
    expect(sourcesOf(project)).toEqual(['src/main.rs']);
    expect(project.notes).toMatchObject([{ path: 'Cargo.toml', kind: 'info' }]);
  });
});

describe('values of the wrong type', () => {
  it.each([
    'workspace = 1',
    'workspace.members = "x"',
    'workspace.members = [1, "[z", "../..", ""]',
    'package.name = []\npackage.edition = 5\npackage.build = {}\npackage.workspace = "../../.."',
    'lib = "x"\nbin = {}\ntest = [1]\nfeatures = { default = 3 }',
    'dependencies = "x"\n[target]\nx = 1',
    'dependencies = { a = 1, b = { path = 2 }, c = { workspace = true }, d = { path = "/etc" } }',
    'profile = 1',
    'profile.release = { lto = {}, package = 1, codegen-units = "x", inherits = "release" }',
  ])('are read as if they were not there: %s', async (text) => {
    const files = {
      'Cargo.toml': text,
      '.cargo/config.toml': text,
      'rust-toolchain.toml': text,
      'src/main.rs': '',
    };
    const project = await read(files);
    expect(project.notes.filter(({ kind }) => kind === 'incomplete')).toEqual([]);
    expect(sourcesOf(project).every((path) => path === 'src/main.rs')).toBe(true);
  });
});
