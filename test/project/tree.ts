/** Writes a small project to a temporary directory and takes it away after the test. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Project } from '../../src/project/project.js';
import { readProject } from '../../src/project/read.js';

export type Files = Readonly<Record<string, string>>;

/** The absolute, real path of the directory; it counts as a repository of its own. */
export function tree(files: Files): string {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'rustperf-project-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(path.join(root, '.git'));
  for (const [at, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, at)), { recursive: true });
    writeFileSync(path.join(root, at), text);
  }
  return root;
}

export function read(
  files: Files,
  options: { readonly allTargets?: boolean; readonly exclude?: readonly string[] } = {},
): Promise<Project> {
  return readProject({
    root: tree(files),
    exclude: options.exclude ?? [],
    allTargets: options.allTargets ?? false,
  });
}

export function sourcesOf(project: Project): string[] {
  return project.sources.map((source) => source.path);
}

export const PROGRAM: Files = {
  'Cargo.toml': '[package]\nname = "harbour"\nversion = "0.1.0"\nedition = "2021"\n',
  'src/main.rs': 'fn main() {}\n',
};
