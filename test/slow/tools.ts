/** Installs the tools that slow tests run, once a machine, below `.cache/tools/`; nothing is left elsewhere. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(fileURLToPath(import.meta.url), '../../..');
const TOOLS = join(ROOT, '.cache', 'tools');

/** A Go program, for example `github.com/nektos/act@v0.2.89`. Gives the path of the binary. */
export function goTool(module: string): string {
  const name = module.split('@')[0]?.split('/').at(-1) ?? module;
  const folder = join(TOOLS, module.replaceAll('/', '_'));
  const file = join(folder, name);
  if (!existsSync(file)) run('go', ['install', module], { GOBIN: folder });
  return file;
}

/** A package of the npm registry, for example `node@24`. Gives the folder of its binaries. */
export function npmTool(spec: string): string {
  const folder = join(TOOLS, spec.replaceAll('/', '_'));
  const bin = join(folder, 'node_modules', '.bin');
  if (!existsSync(bin)) {
    mkdirSync(folder, { recursive: true });
    run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder, spec]);
  }
  return bin;
}

/** A Python program, for example `zizmor==1.5.0`. Gives the path of the program of the same name. */
export function pipTool(spec: string): string {
  const folder = join(TOOLS, spec);
  const file = join(folder, 'bin', spec.split('==')[0] ?? spec);
  if (!existsSync(file)) {
    run('python3', ['-m', 'venv', folder]);
    run(join(folder, 'bin', 'pip'), ['install', '--quiet', spec]);
  }
  return file;
}

/** A program of the distribution that other tools call by its name. */
export function debianTool(name: string): void {
  try {
    run(name, ['--version']);
  } catch {
    run('apt-get', ['update', '-q']);
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', name]);
  }
}

/** The environment with these folders searched first. */
export function withPath(...folders: readonly string[]): NodeJS.ProcessEnv {
  return { ...process.env, PATH: [...folders, process.env.PATH].join(delimiter) };
}

function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  execFileSync(command, [...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
  });
}
