/** The command line: arguments in, one command run, its exit status out. */
import { Argument, Command, CommanderError, Option } from 'commander';
import { CONFIDENCES, SEVERITIES } from '../findings/finding.js';
import { ProjectError } from '../project/project.js';
import { RuleFileError } from '../rules/load.js';
import { FORMATS, SettingsError } from '../settings/settings.js';
import type { Told } from '../settings/told.js';
import { version } from '../version.js';
import { type Audit, type CheckOptions, check, type ExitStatus } from './check.js';
import type { FixOptions } from './fix.js';
import { hosts, init } from './init.js';
import { explain, listRules } from './rules.js';
import type { Terminal } from './terminal.js';

const exitStatuses = `
Exit status:
  0  no finding at or above --fail-on
  1  findings
  2  could not audit, or wrong usage`;

const fixStatuses = `
Exit status:
  0  every fix was applied, or there was none
  1  some fixes were left out or taken back
  2  could not audit, or wrong usage`;

/**
 * Runs one command.
 * @param args without the names of Node.js and the script; cargo's leading `rustperf` is dropped
 */
export async function run(args: readonly string[], audit: Audit, terminal: Terminal): Promise<ExitStatus> {
  const words = args[0] === 'rustperf' ? args.slice(1) : args;
  let status: ExitStatus = 0;
  const end = (ended: ExitStatus) => {
    status = ended;
  };
  const program = commands(audit, terminal, end);
  try {
    if (!isMounted(program, words[0])) {
      const { mountBench } = await import('./bench.js');
      mountBench(program, audit, terminal, end);
    }
    await program.parseAsync([...words], { from: 'user' });
    return status;
  } catch (error) {
    // Help and version that were asked for also end here; commander has printed all there is to say.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!isUsersAffair(error)) throw error;
    terminal.err.write(`error: ${error.message}\n`);
    return 2;
  }
}

/** Measuring is a program of its own, and is loaded only where it, or the list of all commands, is asked for. */
function isMounted(program: Command, word: string | undefined): boolean {
  return program.commands.some((command) => command.name() === word);
}

function isUsersAffair(error: unknown): error is Error {
  return error instanceof SettingsError || error instanceof ProjectError || error instanceof RuleFileError;
}

function commands(audit: Audit, terminal: Terminal, end: (status: ExitStatus) => void): Command {
  const program = new Command('rustperf')
    .description('Finds where Rust programs lose time.')
    .version(version, '-V, --version')
    .exitOverride()
    .configureOutput({
      writeOut: terminal.out.write,
      writeErr: terminal.err.write,
      getOutHelpWidth: () => terminal.out.width ?? 100,
      getErrHelpWidth: () => terminal.err.width ?? 100,
    })
    .showSuggestionAfterError();

  checkOptions(
    program.command('check').description('audit a workspace, a package, a folder of .rs files or one file'),
  )
    .addArgument(new Argument('[PATH]', 'what to audit').default('.'))
    .option(
      '--shard <I/N>',
      'only summarise part I of N, into --output FILE; `rustperf merge` judges all parts',
    )
    .addHelpText('after', exitStatuses)
    .action(async (path: string, { color, quiet = false, ci = false, ...flags }: CheckFlags) => {
      if (flags.shard === undefined)
        return end(await check({ told: { ...flags, path }, color, quiet, ci }, audit, terminal));
      const { writeSummaries } = await import('./merge.js');
      await writeSummaries({ ...flags, path }, terminal);
    });

  checkOptions(program.command('merge').description('judge the summaries of all shards as one audit'))
    .addArgument(new Argument('<FILE...>', 'what `rustperf check --shard I/N` wrote, for every I'))
    .option('--path <PATH>', 'the checkout that they were collected from; here when not given')
    .addHelpText('after', exitStatuses)
    .action(
      async (
        files: string[],
        { color, quiet = false, ci = false, path, ...flags }: CheckFlags & { path?: string },
      ) => {
        const { merge } = await import('./merge.js');
        end(await merge(files, { told: { ...flags, path }, color, quiet, ci }, audit, terminal));
      },
    );

  addFix(program, audit, terminal, end);

  program
    .command('import')
    .description("what profilers' files say, alone")
    .argument('<FILE...>', 'folded stacks, DHAT, perf lock, perf c2c, tokio-console, strace -c, …')
    .action(async (files: string[]) => {
      const { importProfiles } = await import('./import.js');
      importProfiles(files, terminal);
    });

  program
    .command('explain')
    .description("a rule's page, with examples")
    .argument('<RULE>', 'the id of a rule')
    .addOption(configOption())
    .action((rule: string, flags: Told) => explain(rule, flags, terminal));

  program
    .command('rules')
    .description('the catalogue')
    .addOption(new Option('--format <FORMAT>', 'how to print it').choices(['text', 'json']).default('text'))
    .addOption(configOption())
    .action(({ format, ...flags }: Told & { format: 'text' | 'json' }) => listRules(format, flags, terminal));

  program
    .command('init')
    .description('write rustperf.toml and a CI workflow; existing files are left alone')
    .addArgument(new Argument('[PATH]', 'the root of the repository').default('.'))
    .addOption(new Option('--host <HOST>', 'the CI host; detected when not given').choices(hosts))
    .action((path: string, { host }: { host?: (typeof hosts)[number] }) => init(path, host, terminal));

  for (const command of program.commands) command.version(version, '-V, --version');
  return program;
}

/** Writing files is loaded only where it is asked for. */
function addFix(program: Command, audit: Audit, terminal: Terminal, end: (status: ExitStatus) => void): void {
  const [only, skip] = ruleChoices();
  program
    .command('fix')
    .description('apply the fixes that are safe')
    .addArgument(new Argument('[PATH]', 'what to audit and fix').default('.'))
    .option('--unsafe', 'also fixes that may be incorrect')
    .addOption(new Option('--dry-run', 'print a diff, change nothing').conflicts('verify'))
    .option('--verify', 'run `cargo check`, with its build scripts, and take all back when it fails')
    .addOption(only)
    .addOption(skip)
    .option('--pedantic', 'every rule, also those off by default, and low confidence')
    .addOption(configOption())
    .option('--all-targets', 'tests, benches, examples and build scripts too')
    .option('--jobs <N>', 'worker threads; chosen when not given')
    .option('--no-cache', 'read every file anew')
    .option('--allow-incomplete', 'an audit that could not do all its work may pass')
    .addHelpText('after', fixStatuses)
    .action(async (path: string, { unsafe = false, dryRun = false, verify = false, ...flags }: FixFlags) => {
      const { fix } = await import('./fix.js');
      end(await fix({ told: { ...flags, path }, unsafe, dryRun, verify }, audit, terminal));
    });
}

type FixFlags = Omit<Told, 'path'> & Partial<Omit<FixOptions, 'told'>>;

type CheckFlags = Omit<Told, 'path'> &
  Pick<CheckOptions, 'color'> &
  Partial<Pick<CheckOptions, 'quiet' | 'ci'>>;

function checkOptions(command: Command): Command {
  const [only, skip] = ruleChoices();
  const thresholds = [...SEVERITIES, 'never'].join('|');
  // Values are checked when settings are merged, so that all entries report them in the same words.
  return command
    .option('--format <FORMAT>', `what to print: ${FORMATS.join('|')} (default: text)`)
    .addOption(several('--output <FORMAT=FILE>', 'also write a report to a file; repeatable'))
    .option('--fail-on <SEVERITY>', `what makes the exit status 1: ${thresholds} (default: critical)`)
    .option('--min-severity <SEVERITY>', `the mildest to show: ${SEVERITIES.join('|')} (default: suggestion)`)
    .option('--min-confidence <LEVEL>', `the least sure to show: ${CONFIDENCES.join('|')} (default: medium)`)
    .addOption(only)
    .addOption(skip)
    .option('--pedantic', 'every rule, also those off by default, and low confidence')
    .addOption(configOption())
    .option('--baseline <FILE>', 'report only what this file does not know')
    .option('--write-baseline <FILE>', 'write what is found now as a baseline')
    .option('--changed-since <REV>', 'mark findings on lines changed since a git revision')
    .option('--only-changed', 'with --changed-since: only those findings fail the run')
    .option('--all-targets', 'tests, benches, examples and build scripts too')
    .option('--clippy', 'run `cargo clippy` too, which compiles, and report its performance lints')
    .addOption(several('--profile-data <FILE>', "join a profiler's file to the findings; repeatable"))
    .option('--ci', 'detect the CI host and publish there')
    .option('--jobs <N>', 'worker threads; chosen when not given')
    .option('--no-cache', 'read every file anew')
    .option('--allow-incomplete', 'an audit that could not do all its work may pass')
    .addOption(new Option('--color <WHEN>', 'colours').choices(['auto', 'always', 'never']).default('auto'))
    .option('-q, --quiet', 'one line a finding, no progress');
}

function several(flags: string, words: string): Option {
  const list = (value: string, before: readonly string[] | undefined) => [...(before ?? []), value];
  return new Option(flags, words).argParser(list);
}

function ruleChoices(): [Option, Option] {
  return [
    several('--only <RULE>', 'run these rules alone; repeatable, globs'),
    several('--skip <RULE>', 'leave these rules out; repeatable, globs'),
  ];
}

function configOption(): Option {
  return new Option('--config <FILE>', 'settings file; rustperf.toml or Cargo.toml when not given');
}
