/** Real builds and runs of small workspaces: flags equal Cargo's unit graph, odd benches are named, nothing stays behind. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bench } from '../../src/bench/bench.js';
import { build } from '../../src/bench/build.js';
import { type Candidate, chooseCandidates } from '../../src/bench/candidates.js';
import type { BenchRequest } from '../../src/bench/request.js';
import { askToolchain } from '../../src/bench/toolchain.js';

const projects = new URL('../projects/', import.meta.url).pathname;
const signal = new AbortController().signal;
const { env } = process;

function copyOf(name: string): string {
  const root = path.join(mkdtempSync(path.join(os.tmpdir(), 'bench-')), name);
  cpSync(path.join(projects, name), root, { recursive: true });
  return root;
}

interface Unit {
  readonly target: { readonly kind: string[]; readonly name: string };
  readonly profile: {
    readonly opt_level: string;
    readonly lto: string;
    readonly codegen_units: number | null;
  };
  readonly platform: string | null;
  readonly mode: string;
}

/** What Cargo itself says it will do, for the same overrides. */
function unitGraph(root: string, host: string, settings: Candidate['settings']): Unit[] {
  const overrides = ['bench', 'release'].flatMap((name) =>
    settings.flatMap(({ key, value }) => ['--config', `profile.${name}.${key}=${value}`]),
  );
  const args = ['bench', '--no-run', '--unit-graph', '-Zunstable-options', '--target', host, ...overrides];
  const text = execFileSync('cargo', args, {
    cwd: root,
    env: { ...env, RUSTC_BOOTSTRAP: '1' },
    encoding: 'utf8',
  });
  const { units }: { units: Unit[] } = JSON.parse(text);
  return units.filter((unit) => unit.mode === 'build' || unit.mode === 'test');
}

/** Cargo links with LTO only at the end; libraries on the way carry bitcode for it. */
function expectedFlags({ profile, target, mode }: Unit): string {
  const { lto, opt_level, codegen_units } = profile;
  const on = lto !== 'false' && lto !== 'off';
  const links = mode === 'test' || target.kind.includes('bin');
  const ltoFlag = !on ? 'no lto' : links ? `lto=${lto === 'true' ? 'fat' : lto}` : 'linker-plugin-lto';
  const units = codegen_units === null ? 'no codegen-units' : `codegen-units=${codegen_units}`;
  return `${target.name.replaceAll('-', '_')}: opt-level=${opt_level} ${units} ${ltoFlag}`;
}

function actualFlags(unit: { readonly crate: string; readonly flags: readonly string[] }): string {
  const one = (key: string, otherwise: string) =>
    unit.flags.find((flag) => flag.startsWith(key)) ?? otherwise;
  const lto = unit.flags.includes('linker-plugin-lto') ? 'linker-plugin-lto' : one('lto=', 'no lto');
  return `${unit.crate}: ${one('opt-level', 'opt-level=0')} ${one('codegen-units', 'no codegen-units')} ${lto}`;
}

const several = ['thin1', 'fat', 'lto=thin+codegen-units=4+rustflags=-Ctarget-cpu=x86-64-v2'];

describe.each(['bench-hourglass', 'bench-sundial'])('flags in %s', (name) => {
  it('are what the unit graph says, for the base and every candidate', async () => {
    const root = copyOf(name);
    const toolchain = await askToolchain(root, env, signal);
    const limits = {
      reliesOnUnwinding: false,
      deploy: 'native',
      host: toolchain.host,
      suggested: null,
    } as const;
    const { candidates } = chooseCandidates(several, limits);
    const base = { id: 'base', settings: [], rustflags: [] };
    for (const [i, { id, settings, rustflags }] of [base, ...candidates].entries()) {
      const built = await build({
        ...{ cwd: root, env, host: toolchain.host, targetDirectory: path.join(root, 'target', `b${i}`) },
        ...{
          profile: 'bench',
          settings,
          benches: [],
          cargoArgs: [],
          runner: null,
          signal,
          onProgress: () => {},
        },
        rustflags: rustflags.length === 0 ? null : [...(toolchain.rustflags?.flags ?? []), ...rustflags],
      });
      expect(built.failure, id).toBeNull();
      const target = built.units.filter((unit) => !unit.forHost);
      const graph = unitGraph(root, toolchain.host, settings).filter((unit) => unit.platform !== null);
      expect(target.map(actualFlags).toSorted(), id).toEqual(graph.map(expectedFlags).toSorted());
      for (const unit of target) {
        for (const flag of rustflags) expect(unit.flags).toContain(flag.replace(/^-C/, ''));
        if (name === 'bench-sundial')
          expect(unit.flags).toEqual(expect.arrayContaining(['--cfg=sundial', 'force-frame-pointers=yes']));
      }
    }
  });
});

function request(root: string, over: Partial<BenchRequest>): BenchRequest {
  return {
    ...{
      root,
      shownRoot: '.',
      version: '0.0.0',
      profiles: ['fat'],
      profile: null,
      benches: [],
      budgetSeconds: 60,
    },
    ...{
      rounds: 10,
      seed: 1,
      limitSeconds: 5,
      replay: null,
      compare: null,
      selfTest: 0,
      instructions: false,
      relink: false,
    },
    ...{ cargoArgs: [], benchArgs: [], trust: true, suggested: null, reliesOnUnwinding: true, deploy: null },
    ...{ format: 'json', outputs: [], ...over },
  };
}

const quiet = { write: () => true };
const io = { stdout: quiet, stderr: quiet, env, signal };

describe('a workspace with odd benches', () => {
  it('is measured where it can be, and each of the others is named with its reason', async () => {
    const root = copyOf('bench-sundial');
    const before = snapshot(root);
    const { status, data } = await bench(
      request(root, { profiles: ['fat', 'abort'], reliesOnUnwinding: false }),
      io,
    );
    expect(status).toBe('measured');
    const reasons = new Map(data?.failures.map(({ target, reason }) => [target, reason]));
    expect(reasons.get('quake')).toMatch(/panicked.*the ground shook/);
    expect(reasons.get('eclipse')).toMatch(/did not end within/);
    expect(reasons.get('gnomon')).toMatch(/usage: gnomon/);
    expect(data?.benchmarks.map(({ target }) => target).toSorted()).toEqual(['babel', 'shadow']);
    for (const { harness, runs } of data?.benchmarks ?? []) {
      expect(harness).toBe('process');
      expect(runs).toHaveLength(40);
    }
    expect(data?.arms.map(({ id, binaries }) => [id, binaries.length])).toEqual([
      ['base', 1],
      ['control', 1],
      ['fat', 1],
      ['abort', 1],
    ]);
    expect(snapshot(root)).toEqual(before);
  });

  it('keeps what it has when it is cancelled, and leaves nothing', async () => {
    const root = copyOf('bench-hourglass');
    const controller = new AbortController();
    const stderr = { write: (text: string) => /^round 3/.test(text) && controller.abort() };
    const { status, data, exitCode } = await bench(request(root, { rounds: 200 }), {
      ...io,
      stderr,
      signal: controller.signal,
    });
    expect([status, exitCode]).toEqual(['interrupted', 2]);
    expect(data?.complete).toBe(false);
    expect(data?.benchmarks[0]?.runs.length).toBeGreaterThanOrEqual(6);
    expect(readdirSync(path.join(root, 'target')).filter((name) => name.startsWith('rustperf-'))).toEqual([]);
  });

  it('runs benches through the project’s own runner, as text or as a list', async () => {
    const root = copyOf('bench-hourglass');
    const { host } = await askToolchain(root, env, signal);
    const log = path.join(root, 'ran');
    const script = path.join(root, 'run.sh');
    writeFileSync(script, `#!/bin/sh\necho "$1" >> '${log}'\nshift\nexec "$@"\n`, { mode: 0o755 });
    mkdirSync(path.join(root, '.cargo'));
    for (const runner of ["'./run.sh text'", "['./run.sh', 'list']"]) {
      writeFileSync(path.join(root, '.cargo/config.toml'), `[target.${host}]\nrunner = ${runner}\n`);
      const { data } = await bench(request(root, {}), io);
      expect(data?.benchmarks[0]?.runs).toHaveLength(30);
      expect(data?.notes.join()).toMatch(/run\.sh (text|list)/);
    }
    const ran = readFileSync(log, 'utf8').split('\n');
    for (const word of ['text', 'list'])
      expect(ran.filter((line) => line === word).length).toBeGreaterThanOrEqual(30);
  });

  it('short-circuits what compiles to the same bytes', async () => {
    const { data, result } = await bench(
      request(copyOf('bench-hourglass'), { profiles: ['codegen-units=4'] }),
      io,
    );
    expect(data?.benchmarks.map(({ identical, runs }) => [identical, runs])).toEqual([
      [['codegen-units=4'], []],
    ]);
    expect(result?.recommendation.arm).toBeNull();
  });
});

describe('two revisions', () => {
  it('are compared by the same method, and the checkout goes away', async () => {
    const root = copyOf('bench-hourglass');
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], {
        cwd: root,
        encoding: 'utf8',
      });
    writeFileSync(path.join(root, '.gitignore'), 'target\n');
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'as it was');
    const file = path.join(root, 'benches/pour.rs');
    writeFileSync(
      file,
      readFileSync(file, 'utf8')
        .replaceAll('20_000_000', '60_000_000')
        .replace('199_999_990_000_000', '1_799_999_970_000_000'),
    );
    const { data, result } = await bench(request(root, { compare: 'HEAD', rounds: 12 }), io);
    expect(data?.kind).toBe('revisions');
    expect(result?.candidates[0]?.effect).toBeGreaterThan(0.3);
    expect(git('worktree', 'list').trim().split('\n')).toHaveLength(1);
    await expect(bench(request(root, { compare: 'no-such-revision' }), io)).rejects.toThrow(/not a revision/);
  });
});

/** Every file but Cargo's own output. */
function snapshot(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith('target'));
  return Object.fromEntries(files.sort().map((file) => [file, readFileSync(path.join(root, file), 'utf8')]));
}
