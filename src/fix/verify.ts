/** Asks cargo whether the changed code still compiles. Runs the project's build scripts, as every build does. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../bench/spawn.js';

export interface VerifyOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

/**
 * Checks every workspace that has a changed file.
 * @param files absolute
 * @returns cargo's words when one does not compile, or null
 */
export async function cargoProblem(files: readonly string[], options: VerifyOptions): Promise<string | null> {
  const packages = new Set(files.map(nearestManifest));
  for (const manifest of packages) {
    if (manifest === null) return 'there is no Cargo.toml above a changed file, so cargo cannot check it';
  }
  const workspaces = new Set<string>();
  for (const manifest of packages)
    if (manifest !== null) workspaces.add(await workspaceOf(manifest, options));
  for (const manifest of [...workspaces].sort()) {
    const problem = await check(manifest, options);
    if (problem !== null) return problem;
  }
  return null;
}

async function check(manifest: string, options: VerifyOptions): Promise<string | null> {
  const args = ['check', '--workspace', '--quiet', '--color', 'never', '--manifest-path', manifest];
  const finished = await run('cargo', args, { ...options, cwd: dirname(manifest) });
  if (finished.startError !== null) return `cargo could not be started: ${finished.startError}`;
  if (finished.cancelled) return 'cargo check was interrupted';
  if (finished.code === 0) return null;
  return finished.stderr.trim() || `cargo check ended with status ${finished.code ?? finished.endedBy}`;
}

/** The package itself where cargo cannot say: `cargo check` then tells why. */
async function workspaceOf(manifest: string, options: VerifyOptions): Promise<string> {
  const args = ['locate-project', '--workspace', '--message-format', 'plain', '--manifest-path', manifest];
  const { code, stdout } = await run('cargo', args, { ...options, cwd: dirname(manifest) });
  return code === 0 && stdout.trim() !== '' ? stdout.trim() : manifest;
}

function nearestManifest(file: string): string | null {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const manifest = join(folder, 'Cargo.toml');
    if (existsSync(manifest)) return manifest;
    if (dirname(folder) === folder) return null;
  }
}
