/** `rustperf check --shard I/N` writes summaries, `rustperf merge` judges those of all shards as one audit. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { loadSettings } from '../settings/load.js';
import { SettingsError } from '../settings/settings.js';
import type { Told } from '../settings/told.js';
import { collectShard } from '../shard.js';
import { collectFrom, readShards, writeShard } from '../summaries/shard.js';
import { version } from '../version.js';
import { type Audit, type CheckOptions, check, type ExitStatus } from './check.js';
import { withProgress } from './progress.js';
import type { Terminal } from './terminal.js';

/**
 * Writes the summaries to the file that `--output` names, or to standard output.
 * What could not be collected is said where the shards are merged.
 * @throws SettingsError, ProjectError, RuleFileError
 */
export async function writeSummaries(told: Told, terminal: Terminal): Promise<void> {
  const { output, ...rest } = told;
  const settings = await loadSettings(rest, { cwd: terminal.cwd });
  if (settings.shard === null) throw new SettingsError('`--shard` is missing');
  const { shard: part } = settings;
  const file = fileOf(output, terminal.cwd);
  const shard = await withProgress('collecting', terminal, () => collectShard(settings, part));
  if (file === null) terminal.out.write(writeShard(shard));
  else save(file, writeShard(shard));
  terminal.err.write(`part ${part.index} of ${part.count}: ${shard.results.length} files summarised\n`);
}

/** Exactly what `check` without shards would print. */
export function merge(
  files: readonly string[],
  options: CheckOptions,
  audit: Audit,
  terminal: Terminal,
): Promise<ExitStatus> {
  const collect = collectFrom(readShards(files, terminal.cwd), version);
  // A cache would answer for files that the shards speak of.
  return check(options, (settings, known) => audit({ ...settings, cache: false }, known, collect), terminal);
}

function fileOf(output: Told['output'], cwd: string): string | null {
  const [first, ...others] = output ?? [];
  if (first === undefined) return null;
  const file = first.replace(/^summaries=/, '');
  if (others.length > 0 || file === '' || file.includes('='))
    throw new SettingsError(
      'with `--shard`, `--output` takes one file for the summaries, for example `shard-1.summaries`',
    );
  return resolve(cwd, file);
}

function save(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new SettingsError(`the summaries cannot be written: ${error.message}`, { cause: error });
  }
}
