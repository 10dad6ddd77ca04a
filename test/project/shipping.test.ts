import { describe, expect, it } from 'vitest';
import type { Shipping } from '../../src/project/shipping/detect.js';
import { type Files, PROGRAM, read } from './tree.js';

async function shipping(files: Files): Promise<Shipping> {
  const project = await read({ ...PROGRAM, ...files });
  const [workspace] = project.workspaces;
  if (!workspace) throw new Error('one workspace');
  return workspace.shipping;
}

/** As GitHub writes it: `${{ name }}`. */
function expression(name: string): string {
  return ['$', `{{ ${name} }}`].join('');
}

const profiles = `${PROGRAM['Cargo.toml']}[profile.dist]\ninherits = "release"\n[profile.fast]\ninherits = "dev"\n`;

describe('the profile that ships', () => {
  it('is assumed to be release where nothing is built', async () => {
    expect(await shipping({})).toMatchObject({
      profile: 'release',
      command: null,
      publishing: [],
      hasCi: false,
    });
  });

  it('is what the release workflow builds, not what its tests build', async () => {
    const answer = await shipping({
      'Cargo.toml': profiles,
      '.github/workflows/ci.yml':
        'on: push\njobs:\n  t:\n    steps:\n      - run: cargo build --profile fast\n      - run: cargo test --release\n',
      '.github/workflows/release.yml': [
        'on: { push: { tags: ["v*"] } }',
        'env: { CARGO_PROFILE_DIST_LTO: "fat" }',
        'jobs:',
        '  build:',
        '    strategy:',
        '      matrix:',
        '        include:',
        '          - { target: x86_64-unknown-linux-gnu }',
        '          - { target: x86_64-unknown-linux-musl }',
        '    steps:',
        '      - run: |',
        '          # cargo build --release',
        '          cargo build --locked \\',
        `            --profile dist --target ${expression('matrix.target')}`,
        '      - uses: softprops/action-gh-release@v2',
      ].join('\n'),
    });
    expect(answer).toMatchObject({
      profile: 'dist',
      because: '`.github/workflows/release.yml` line 13 builds with `--profile dist`',
    });
    expect(answer.command?.targets).toEqual(['x86_64-unknown-linux-gnu', 'x86_64-unknown-linux-musl']);
    expect(answer.environment.get('CARGO_PROFILE_DIST_LTO')).toMatchObject({ value: 'fat', at: { line: 2 } });
    expect(answer.publishing).toMatchObject([{ how: 'release', at: { line: 15 } }]);
    expect(answer.muslTargets.map(({ at }) => at.line)).toEqual([9, 13]);
  });

  it('follows arguments through a Dockerfile', async () => {
    const answer = await shipping({
      'Cargo.toml': profiles,
      Dockerfile: [
        'FROM rust:1-alpine AS build',
        'ARG BUILD_PROFILE=dist',
        'ENV PROFILE=$BUILD_PROFILE',
        'RUN --mount=type=cache,target=/x \\',
        '    cd /src && \\',
        '    RUSTFLAGS="-C target-cpu=native" cargo build --profile "$PROFILE"',
        'FROM alpine',
      ].join('\n'),
    });
    expect(answer).toMatchObject({ profile: 'dist', command: { at: { line: 6 } } });
    expect(answer.environment.get('RUSTFLAGS')?.value).toBe('-C target-cpu=native');
    expect(answer.muslTargets).toMatchObject([{ value: 'rust:1-alpine', at: { line: 1 } }]);
    expect(answer.publishing).toMatchObject([{ how: 'container' }]);
  });

  it('is no image of ours when it compiles nothing, or only for debugging', async () => {
    const answer = await shipping({
      Dockerfile: 'FROM rust:1\nRUN cargo build\n',
      'cross/musl.Dockerfile': 'FROM debian\nRUN install-toolchain x86_64-unknown-linux-musl\n',
    });
    expect(answer).toMatchObject({ command: null, publishing: [], muslTargets: [] });
  });

  it('comes from GitLab with its variables', async () => {
    const answer = await shipping({
      '.gitlab-ci.yml': [
        'variables:',
        '  CARGO_PROFILE_RELEASE_CODEGEN_UNITS: 1',
        'build:',
        '  script:',
        '    - cargo build --release --target x86_64-unknown-linux-musl',
        '    - docker push registry.example.com/harbour',
      ].join('\n'),
    });
    expect(answer).toMatchObject({ profile: 'release', command: { at: { line: 5 }, source: 'gitlab' } });
    expect(answer.environment.get('CARGO_PROFILE_RELEASE_CODEGEN_UNITS')?.value).toBe('1');
    expect(answer.publishing).toMatchObject([{ how: 'container', at: { line: 6 } }]);
  });

  it('comes from `dist`, unless the workflow spells its builds out', async () => {
    const dist = {
      'Cargo.toml': profiles,
      'dist-workspace.toml': '[dist]\ntargets = ["aarch64-unknown-linux-musl"]\n',
    };
    expect(await shipping(dist)).toMatchObject({
      profile: 'dist',
      publishing: [{ how: 'release', at: { path: 'dist-workspace.toml', line: 1 } }],
      muslTargets: [{ value: 'aarch64-unknown-linux-musl', at: { line: 2 } }],
    });
    const own = {
      ...dist,
      '.github/workflows/release.yml': 'jobs:\n  b:\n    steps:\n      - run: cargo build --release\n',
    };
    expect((await shipping(own)).profile).toBe('release');
  });

  it('comes from a Makefile with its variables, and from actions that wrap cargo', async () => {
    expect(
      await shipping({
        'Cargo.toml': profiles,
        Makefile: 'PROFILE ?= dist\nbuild:\n\t@cargo build --profile $(PROFILE)\n',
      }),
    ).toMatchObject({
      profile: 'dist',
      command: { at: { line: 3, column: 3 } },
    });
    const workflow =
      'jobs:\n  b:\n    steps:\n      - uses: actions-rs/cargo@v1\n        with: { command: build, args: --release --target x86_64-unknown-linux-musl, use-cross: true }\n';
    expect((await shipping({ '.github/workflows/ci.yml': workflow })).command).toMatchObject({
      profile: 'release',
      targets: ['x86_64-unknown-linux-musl'],
    });
  });

  it('is not decided by programs of others, nor by variables that nobody sets', async () => {
    const run = [
      'cargo install cargo-deny',
      'cargo build $FLAGS',
      `cargo build --profile ${expression('inputs.profile')}`,
    ];
    const workflow = `jobs:\n  b:\n    steps:\n${run.map((line) => `      - run: ${line}\n`).join('')}`;
    expect((await shipping({ '.github/workflows/ci.yml': workflow })).command).toBeNull();
  });

  it('takes no target from downloads, tests or scripts that do not build for it', async () => {
    const answer = await shipping({
      '.github/workflows/ci.yml':
        'jobs:\n  b:\n    steps:\n      - run: curl -L https://example.com/tool-x86_64-unknown-linux-musl.tgz | tar xz\n      - run: cargo build --release\n',
      '.github/workflows/kernel-test.yml':
        'jobs:\n  b:\n    steps:\n      - run: cargo build --release --target x86_64-unknown-linux-musl\n',
      'ci/toolchain.sh': 'main() {\n  install x86_64-unknown-linux-musl\n}\n',
    });
    expect(answer.muslTargets).toEqual([]);
  });

  it('survives what is no YAML', async () => {
    const answer = await shipping({ '.github/workflows/ci.yml': 'jobs: [\n  : :\n' });
    expect(answer.profile).toBe('release');
  });

  it('hands variables of `$GITHUB_ENV` to the steps below', async () => {
    const workflow =
      'jobs:\n  b:\n    steps:\n      - run: echo "RUSTFLAGS=-C target-cpu=x86-64-v3" >> $GITHUB_ENV\n      - run: cargo build --release\n';
    const answer = await shipping({ '.github/workflows/ci.yml': workflow });
    expect(answer.environment.get('RUSTFLAGS')).toMatchObject({
      value: '-C target-cpu=x86-64-v3',
      at: { line: 4 },
    });
  });

  it('belongs to the workspace in whose directory it runs', async () => {
    const project = await read({
      'app/Cargo.toml': PROGRAM['Cargo.toml'] ?? '',
      'app/src/main.rs': '',
      'tool/Cargo.toml':
        '[package]\nname = "tool"\nversion = "0.1.0"\n[profile.dist]\ninherits = "release"\n',
      'tool/src/main.rs': '',
      '.github/workflows/release.yml':
        'jobs:\n  b:\n    defaults: { run: { working-directory: tool } }\n    steps:\n      - run: cargo build --profile dist\n',
    });
    expect(
      project.workspaces.map(({ dir, shipping: answer }) => [dir, answer.profile, answer.isAside]),
    ).toEqual([
      ['app', 'release', true],
      ['tool', 'dist', false],
    ]);
  });
});
