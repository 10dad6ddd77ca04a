/** Mounts `rustperf bench`: what the audit suggests is what the benchmark compares. */
import type { Command } from 'commander';
import { addBenchCommand } from '../bench/command.js';
import { loadSettings } from '../settings/load.js';
import { version } from '../version.js';
import type { Audit, ExitStatus } from './check.js';
import type { Terminal } from './terminal.js';

export function mountBench(
  program: Command,
  audit: Audit,
  terminal: Terminal,
  end: (status: ExitStatus) => void,
): void {
  const { cwd, env, out, err, interrupted } = terminal;
  addBenchCommand(program, {
    version,
    cwd,
    io: {
      stdout: out,
      stderr: { write: err.write, isTTY: err.isTerminal },
      env,
      get signal() {
        return interrupted();
      },
    },
    async audit(root) {
      const settings = await loadSettings({ path: root }, { cwd });
      const { report } = await audit(settings);
      const suggested = report.suggestedProfiles[0] ?? null;
      return {
        suggested,
        // The audit suggests `panic = "abort"` only where nothing relies on unwinding.
        reliesOnUnwinding: !suggested?.settings.some(({ key }) => key.endsWith('.panic')),
        deploy: settings.deploy,
        profile: settings.profile ?? suggested?.profile ?? null,
      };
    },
    done: ({ exitCode }) => end(exitCode),
  });
}
