/** Compares profiles, members and targets with what Cargo itself says about random workspaces. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { resolveProfile, settingsFor } from '../../src/project/profiles.js';
import { readProject } from '../../src/project/read.js';
import { profileCase, seeded, workspaceCase } from '../project/cargo-cases.js';

const PROFILES = 300;
const WORKSPACES = 150;
const SEED = 20_260_801;

const base = realpathSync(mkdtempSync(path.join(tmpdir(), 'cargo-oracle-')));
afterAll(() => rmSync(base, { recursive: true, force: true }), 600_000);
mkdirSync(path.join(base, 'home'));

function write(name: string, files: Readonly<Record<string, string>>): string {
  const root = path.join(base, name);
  mkdirSync(path.join(root, '.git'), { recursive: true });
  for (const [at, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, at)), { recursive: true });
    writeFileSync(path.join(root, at), text);
  }
  return root;
}

/** Null when Cargo refuses. */
function cargo(
  directory: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): string | null {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:CARGO|RUSTFLAGS|RUSTC|RUSTDOC)/u.test(name),
  );
  const { status, stdout, error } = spawnSync('cargo', args, {
    cwd: directory,
    env: {
      ...Object.fromEntries(inherited),
      // Rustup finds the tool chain through its own home; only Cargo's must be empty.
      CARGO_HOME: path.join(base, 'home'),
      RUSTC_BOOTSTRAP: '1',
      ...environment,
    },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw error;
  return status === 0 ? stdout : null;
}

interface Unit {
  readonly pkg_id: string;
  readonly mode: string;
  readonly target: { readonly kind: readonly string[] };
  readonly profile: {
    readonly opt_level: string;
    readonly lto: string;
    readonly codegen_units: number | null;
    readonly debuginfo: number | string;
    readonly debug_assertions: boolean;
    readonly overflow_checks: boolean;
    readonly incremental: boolean;
    readonly panic: string;
    readonly strip: { readonly resolved?: 'None' | { readonly Named: string } };
  };
}

const HOST = new Set(['macros', 'hostlib']);
const MEMBERS = new Set(['app', 'core', 'macros']);
const VERSIONS: Readonly<Record<string, string>> = {
  app: '0.1.0',
  core: '0.2.0',
  macros: '0.1.0',
  ext: '0.3.1',
  hostlib: '0.1.0',
};

describe('profiles', () => {
  it('are what the unit graph of Cargo shows', { timeout: 900_000 }, async () => {
    const random = seeded(SEED);
    const differences: string[] = [];
    let compared = 0;
    let refused = 0;
    for (let index = 0; index < PROFILES; index += 1) {
      const { files, environment, profile } = profileCase(random);
      const name = `profile-${index}`;
      const root = write(name, files);
      const directory = path.join(root, 'outer/ws');
      const graph = cargo(
        directory,
        ['build', '--unit-graph', '-Zunstable-options', '--offline', '--profile', profile],
        environment,
      );
      const project = await readProject({ root: directory, exclude: [], allTargets: false });
      const workspace = project.workspaces.find(({ dir }) => dir === '');
      const at = { path: '', line: 1, column: 1, endLine: 1, endColumn: 1 };
      const ours = workspace
        ? resolveProfile(profile, {
            manifest: workspace.manifestFile,
            config: workspace.config,
            environment: new Map(Object.entries(environment).map(([key, value]) => [key, { value, at }])),
          })
        : null;
      rmSync(root, { recursive: true });
      if (graph === null) {
        refused += 1;
        continue;
      }
      if (!ours) {
        differences.push(`${name}: Cargo builds \`${profile}\`, we find no such profile`);
        continue;
      }
      const { units }: { readonly units: readonly Unit[] } = JSON.parse(graph);
      for (const unit of units) {
        if (unit.mode !== 'build') continue;
        const packageName =
          /([^/#@]+)@[^@]*$/u.exec(unit.pkg_id)?.[1] ?? /\/([^/#]+)#[^#]*$/u.exec(unit.pkg_id)?.[1] ?? '';
        const host = HOST.has(packageName) || unit.target.kind.includes('custom-build');
        const expected = settingsFor(ours, {
          package: packageName,
          version: VERSIONS[packageName] ?? null,
          member: MEMBERS.has(packageName),
          local: true,
          host,
        });
        const theirs = unit.profile;
        const strip = theirs.strip.resolved;
        const pairs: readonly (readonly [string, unknown, unknown])[] = [
          ['opt-level', expected.optLevel.value, theirs.opt_level],
          ['lto', expected.lto.value, theirs.lto],
          ['codegen-units', expected.codegenUnits.value, theirs.codegen_units],
          ['panic', expected.panic.value, theirs.panic],
          ['debug-assertions', expected.debugAssertions.value, theirs.debug_assertions],
          ['overflow-checks', expected.overflowChecks.value, theirs.overflow_checks],
          ['incremental', expected.incremental.value, theirs.incremental],
          ...(expected.strip.value === null
            ? []
            : [['strip', expected.strip.value, strip === 'None' ? 'none' : strip?.Named] as const]),
        ];
        for (const [field, mine, cargos] of pairs) {
          compared += 1;
          if (mine !== cargos)
            differences.push(`${name} (${profile}) ${packageName} ${field}: ${mine}, Cargo ${cargos}`);
        }
      }
    }
    console.log(
      `profiles: ${PROFILES - refused} builds (${refused} refused by Cargo), ${compared} fields, ${differences.length} differences`,
    );
    expect(differences).toEqual([]);
    expect(refused).toBeLessThan(PROFILES / 5);
  });
});

interface Metadata {
  readonly packages: readonly {
    readonly id: string;
    readonly name: string;
    readonly edition: string;
    readonly manifest_path: string;
    readonly targets: readonly {
      readonly kind: readonly string[];
      readonly name: string;
      readonly src_path: string;
      readonly edition: string;
    }[];
  }[];
  readonly workspace_members: readonly string[];
  readonly workspace_default_members: readonly string[];
}

describe('workspaces', () => {
  it('have the members and targets that Cargo lists', { timeout: 900_000 }, async () => {
    const random = seeded(SEED + 1);
    const differences: string[] = [];
    let refused = 0;
    let members = 0;
    for (let index = 0; index < WORKSPACES; index += 1) {
      const name = `workspace-${index}`;
      const root = write(name, workspaceCase(random));
      const output = cargo(root, ['metadata', '--no-deps', '--offline', '--format-version', '1'], {});
      const project = await readProject({ root, exclude: [], allTargets: true });
      rmSync(root, { recursive: true });
      if (output === null) {
        refused += 1;
        continue;
      }
      const metadata: Metadata = JSON.parse(output);
      const relative = (file: string): string => path.relative(root, file);
      const manifestOf = (id: string): string =>
        relative(metadata.packages.find((pkg) => pkg.id === id)?.manifest_path ?? '');
      const workspace = project.workspaces.find(({ manifest }) => manifest === 'Cargo.toml');
      const check = (what: string, mine: readonly string[], cargos: readonly string[]): void => {
        const [left, right] = [mine.toSorted().join(' '), cargos.toSorted().join(' ')];
        if (left !== right) differences.push(`${name} ${what}: ${left} | Cargo: ${right}`);
      };
      check(
        'members',
        workspace?.packages.map((pkg) => pkg.manifest) ?? [],
        metadata.workspace_members.map(manifestOf),
      );
      check(
        'default members',
        workspace?.defaultMembers ?? [],
        metadata.workspace_default_members.map(manifestOf),
      );
      for (const pkg of workspace?.packages ?? []) {
        members += 1;
        const theirs = metadata.packages.find(
          (candidate) => relative(candidate.manifest_path) === pkg.manifest,
        );
        check(
          `${pkg.name} targets`,
          pkg.targets.map(
            (target) =>
              `${target.kind}:${target.kind === 'build-script' ? '' : target.name}:${target.path}:${target.edition}`,
          ),
          (theirs?.targets ?? []).map((target) => {
            const kind = target.kind.includes('custom-build')
              ? 'build-script'
              : (['bin', 'example', 'test', 'bench'].find((word) => target.kind.includes(word)) ?? 'lib');
            return `${kind}:${kind === 'build-script' ? '' : target.name}:${relative(target.src_path)}:${target.edition}`;
          }),
        );
      }
    }
    console.log(
      `workspaces: ${WORKSPACES - refused} compared (${refused} refused by Cargo), ${members} members, ${differences.length} differences`,
    );
    expect(differences).toEqual([]);
    expect(refused).toBeLessThan(WORKSPACES / 2);
  });
});
