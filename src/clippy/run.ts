/** Runs `cargo clippy` over the audited workspaces. Compiles them: build scripts and procedural macros run. */
import { join } from 'node:path';
import { describeFailure, run } from '../bench/spawn.js';
import type { Note } from '../findings/finding.js';
import { readProject } from '../project/read.js';
import { isTable } from '../project/toml.js';
import type { Settings } from '../settings/settings.js';
import type { ClippyRun } from './join.js';
import { BESIDE_PERF, type Lint, readLints } from './lints.js';

export interface ClippyIo {
  /** The process environment of the entry, handed on to cargo. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** Called with what cargo says as it goes. */
  readonly log: (text: string) => void;
}

/** Half an hour compiles most workspaces from nothing. */
const LIMIT_S = 1800;

/** What could not be done is said in the notes. @throws ProjectError when there is nothing to audit */
export async function runClippy(settings: Settings, io: ClippyIo): Promise<ClippyRun> {
  // Such a job has the repository's secrets, beside code that anybody may have written.
  if (io.env.GITHUB_EVENT_NAME === 'pull_request_target')
    return failed(
      'info',
      '`cargo clippy` compiles, and so runs, the code: not done for `pull_request_target`',
    );
  const { root, workspaces } = await readProject(settings);
  const built = workspaces.filter(({ manifestFile }) => manifestFile !== null);
  if (built.length === 0) return failed('info', 'there is no Cargo.toml, so `cargo clippy` was not run');
  const lints: Lint[] = [];
  const notes: Note[] = [];
  for (const { manifest, manifestFile } of built) {
    const isWorkspace = manifestFile !== null && isTable(manifestFile.values.workspace);
    const args = argumentsFor(join(root, manifest), isWorkspace, settings.allTargets);
    const finished = await run('cargo', args, { ...io, cwd: root, limitSeconds: LIMIT_S, onStderr: io.log });
    lints.push(...readLints(finished.stdout));
    const failure = describeFailure(finished);
    if (failure !== null) {
      const message = `\`cargo clippy\` ${failure}; leave \`clippy\` out, or make it pass`;
      notes.push({ kind: 'incomplete', path: manifest, message });
    }
  }
  return { lints, complete: notes.length === 0, notes };
}

function argumentsFor(manifest: string, isWorkspace: boolean, allTargets: boolean): string[] {
  return [
    ...['clippy', '--message-format=json', '--color=never', '--manifest-path', manifest],
    ...(isWorkspace ? ['--workspace'] : []),
    ...(allTargets ? ['--all-targets'] : []),
    '--',
    // Where the project denies warnings, a lint would end the build before the other crates are looked at.
    '--cap-lints=warn',
    ...['perf', ...BESIDE_PERF].map((name) => `-Wclippy::${name}`),
  ];
}

function failed(kind: Note['kind'], message: string): ClippyRun {
  return { lints: [], complete: false, notes: [{ kind, message }] };
}
