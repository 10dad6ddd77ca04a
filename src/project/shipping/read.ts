/** The build files found below and above the root become what each of them says. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { slashed } from '../paths.js';
import type { Environment, EnvironmentValue } from '../profiles.js';
import { parseToml, type TomlFile, TomlSyntaxError } from '../toml.js';
import { type BuildFacts, lineLocation, NO_FACTS } from './builds.js';
import { readContainerfile } from './container.js';
import type { ReadBuildFile } from './detect.js';
import { readRecipes, readScript } from './make.js';

/** Files larger than this are generated; nobody writes build steps in them by hand. */
const LARGEST = 1_000_000;

const BUILDS = /cargo|clippy|cross|maturin|rust|docker|podman|dist|release|target-cpu|make\b|just\b/iu;

export interface BuildFiles {
  readonly read: readonly ReadBuildFile[];
  /** Cross.toml, rust-toolchain(.toml), dist-workspace.toml, by root-relative path. */
  readonly tools: readonly TomlFile[];
}

/** `found` are root-relative; those below test and example directories are left out. */
export async function readBuildFiles(
  root: string,
  repository: string | null,
  found: readonly string[],
  isAuxiliary: (at: string) => boolean,
): Promise<BuildFiles> {
  const read: ReadBuildFile[] = [];
  const tools: TomlFile[] = [];
  for (const at of [...above(root, repository), ...found]) {
    const name = path.posix.basename(at).toLowerCase();
    if (name === 'cargo.lock' || /\.cargo\/config/u.test(at) || (!at.startsWith('.') && isAuxiliary(at)))
      continue;
    const text = readText(path.join(root, at));
    if (text === null) continue;
    if (/^(?:cross|rust-toolchain|dist-workspace|dist)(?:\.toml)?$/u.test(name)) {
      const tool = readTool(at, text);
      if (tool) tools.push(tool);
    } else {
      const facts = await readFacts(at, name, text);
      if (facts !== NO_FACTS) read.push({ path: at, facts });
    }
  }
  return { read, tools };
}

/** Loaded when there is YAML to read: its parser is larger than all else that reads a project. */
const workflows = () => import('./workflow.js');

async function readFacts(at: string, name: string, text: string): Promise<BuildFacts> {
  if (/(?:^|\/)\.github\/workflows\//u.test(at)) {
    // Most workflows of a large repository label issues and the like; parsing YAML costs more than reading it.
    return BUILDS.test(text) ? (await workflows()).readWorkflow(at, text) : { ...NO_FACTS, isCi: true };
  }
  if (/(?:^|\/)\.github\/actions\//u.test(at))
    return { ...(await workflows()).readWorkflow(at, text), isCi: false };
  if (name.startsWith('.gitlab-ci') || /(?:^|\/)\.gitlab\//u.test(at))
    return (await workflows()).readGitlab(at, text);
  if (/dockerfile|containerfile/u.test(name)) return readContainerfile(at, text);
  if (/^(?:gnu)?makefile$/u.test(name)) return readRecipes(at, text, 'makefile');
  if (/justfile$/u.test(name)) return readRecipes(at, text, 'justfile');
  if (name.endsWith('.sh')) return readScript(at, text);
  return NO_FACTS;
}

/** What `xtask` sources set for the builds they start: `"CARGO_PROFILE_RELEASE_LTO", "thin"`. */
export function readTaskEnvironment(root: string, rust: readonly string[]): Environment {
  const environment = new Map<string, EnvironmentValue>();
  for (const at of rust) {
    if (!/(?:^|\/)xtask\//u.test(at)) continue;
    const text = readText(path.join(root, at));
    if (text === null || !text.includes('CARGO_PROFILE_')) continue;
    text.split('\n').forEach((line, index) => {
      for (const match of line.matchAll(/"(CARGO_PROFILE_[A-Z_]+)"\s*,\s*"([\w-]+)"/gu)) {
        const [whole, name = '', value = ''] = match;
        environment.set(name, { value, at: lineLocation(at, index + 1, match.index + 1, whole.length) });
      }
    });
  }
  return environment;
}

/** An old `rust-toolchain` holds nothing but the channel. */
function readTool(at: string, text: string): TomlFile | null {
  const bare = /^\s*([\w.-]+)\s*$/u.exec(text);
  if (bare?.[1] !== undefined && path.posix.basename(at) === 'rust-toolchain') {
    return { path: at, text, values: { toolchain: { channel: bare[1] } } };
  }
  try {
    return parseToml(at, text);
  } catch (error) {
    if (error instanceof TomlSyntaxError) return null; // Another tool's file: its own to complain about.
    throw error;
  }
}

/** CI files between the repository's root and the audited root, as `../…`. */
function above(root: string, repository: string | null): string[] {
  if (repository === null || repository === root) return [];
  const found: string[] = [];
  for (let at = path.dirname(root); ; at = path.dirname(at)) {
    for (const name of [
      '.gitlab-ci.yml',
      'Dockerfile',
      'Makefile',
      'justfile',
      'Cross.toml',
      'rust-toolchain.toml',
      'rust-toolchain',
    ]) {
      if (existsSync(path.join(at, name))) found.push(slashed(path.relative(root, path.join(at, name))));
    }
    const workflows = path.join(at, '.github', 'workflows');
    if (at === repository && existsSync(workflows)) {
      for (const name of readdirSync(workflows).toSorted()) {
        if (/\.ya?ml$/u.test(name)) found.push(slashed(path.relative(root, path.join(workflows, name))));
      }
    }
    if (at === repository || path.dirname(at) === at) return found;
  }
}

function readText(file: string): string | null {
  try {
    const text = readFileSync(file, 'utf8');
    return text.length > LARGEST ? null : text;
  } catch {
    return null; // Unreadable build files only take evidence away.
  }
}
