import { describe, expect, it } from 'vitest';
import { builtDependencies } from '../../src/project/features.js';
import { readLock, shippedPackages } from '../../src/project/lock.js';
import { compatibilityOf, versionOf } from '../../src/project/versions.js';
import { PROGRAM, read } from './tree.js';

const text = `# generated
version = 4

[[package]]
name = "harbour"
version = "0.1.0"
dependencies = [
 "mock",
 "net 0.2.1",
]

[[package]]
name = "mock"
version = "1.0.0"
source = "registry+https://github.com/rust-lang/crates.io-index"
dependencies = [
 "net 0.1.9",
]

[[package]]
name = "net"
version = "0.1.9"
source = "registry+https://github.com/rust-lang/crates.io-index"

[[package]]
name = "net"
version = "0.2.1"
source = "registry+https://github.com/rust-lang/crates.io-index"

[metadata]
"checksum x" = "y"
`;

describe('Cargo.lock', () => {
  it('gives each package with its block', () => {
    expect(readLock(text).map(({ name, version, span }) => [name, version, span.line, span.endLine])).toEqual(
      [
        ['harbour', '0.1.0', 4, 10],
        ['mock', '1.0.0', 12, 18],
        ['net', '0.1.9', 20, 23],
        ['net', '0.2.1', 25, 28],
      ],
    );
    expect(readLock(text.replaceAll('\n', '\r\n'))).toHaveLength(4);
    expect(readLock('not a lock file')).toEqual([]);
  });

  it('knows what ships: development dependencies and their own dependencies do not', async () => {
    const project = await read({
      ...PROGRAM,
      'Cargo.toml': `${PROGRAM['Cargo.toml']}[dependencies]\nnet = "0.2"\n[dev-dependencies]\nmock = "1"\n`,
      'Cargo.lock': text,
    });
    const workspace = project.workspaces[0];
    const shipped = shippedPackages(
      workspace?.packages ?? [],
      workspace?.packages ?? [],
      workspace?.lock ?? [],
    );
    expect([...shipped].map(({ name, version }) => `${name} ${version}`).sort()).toEqual([
      'harbour 0.1.0',
      'net 0.2.1',
    ]);
  });
});

describe('features', () => {
  const manifest = `${PROGRAM['Cargo.toml']}
[dependencies]
net = { version = "0.2", optional = true }
mock = { version = "1", optional = true }
[target.'cfg(windows)'.dependencies]
winapi = "0.3"
[features]
default = ["online"]
online = ["dep:net"]
simulate = ["mock/fast"]
`;
  it.each([
    [[], ['net']],
    [['simulate'], ['mock', 'net']],
  ])('decide about optional dependencies: %s', async (features, expected) => {
    const project = await read({ ...PROGRAM, 'Cargo.toml': manifest });
    const packages = project.workspaces[0]?.packages ?? [];
    const built =
      builtDependencies(packages, packages, { features, allFeatures: false }).get('harbour') ?? [];
    expect(built.map((dependency) => dependency.package).sort()).toEqual(expected);
  });

  it('of members follow what their dependents ask for', async () => {
    const project = await read({
      'Cargo.toml': '[workspace]\nmembers = ["app", "core"]\n',
      'app/Cargo.toml':
        '[package]\nname = "app"\nversion = "0.1.0"\n[dependencies]\ncore = { path = "../core", default-features = false, features = ["tls"] }\n',
      'app/src/main.rs': '',
      'core/Cargo.toml':
        '[package]\nname = "core"\nversion = "0.1.0"\n[dependencies]\nrustls = { version = "0.23", optional = true }\nring = { version = "0.17", optional = true }\n[features]\ndefault = ["ring"]\ntls = ["dep:rustls"]\n',
      'core/src/lib.rs': '',
    });
    const packages = project.workspaces[0]?.packages ?? [];
    const built = builtDependencies(packages, packages.slice(0, 1), { features: [], allFeatures: false });
    expect(built.get('core')?.map((dependency) => dependency.package)).toEqual(['rustls']);
  });
});

describe('versions', () => {
  it('come from the lock file, else from the lowest that the manifest accepts', async () => {
    const manifest = `${PROGRAM['Cargo.toml']}[dependencies]\nnet = "0.1"\naxum = ">=0.7.6, <0.9"\nany = "*"\n`;
    const project = await read({ ...PROGRAM, 'Cargo.toml': manifest, 'Cargo.lock': text });
    const workspace = project.workspaces[0];
    const pkg = workspace?.packages[0];
    if (!workspace || !pkg) throw new Error('one package');
    expect(versionOf(workspace, pkg, 'net')).toEqual({ version: '0.1.9', from: 'lock' });
    expect(versionOf(workspace, pkg, 'axum')).toEqual({ version: '0.7.6', from: 'requirement' });
    expect(versionOf(workspace, pkg, 'any')).toBeNull();
    expect(versionOf(workspace, pkg, 'absent')).toBeNull();
  });

  it('are compatible by their leftmost number that is not zero', () => {
    expect(['1.2.3', '0.4.9', '0.0.7'].map(compatibilityOf)).toEqual(['1', '0.4', '0.0.7']);
  });
});
