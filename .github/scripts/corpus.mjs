/**
 * Fetches the pinned crates and audits each with the built tool; the JSON reports go to
 * .cache/corpus/reports, where corpus-judge.mjs reads them. Ends 1 when an audit fails.
 *
 *   npm run corpus                      all crates
 *   npm run corpus -- tokio axum        these
 *   npm run corpus -- --fetch           only fetch, and say where they lie
 *   npm run corpus -- --pin tool NAME@VERSION…   adds crates to test/corpus/crates.json
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  BUILT,
  CACHE,
  CORPUS,
  chosenCrates,
  lineCount,
  pinnedCrates,
  rustFiles,
  sumOf,
  table,
  unpack,
} from './corpus-crates.mjs';

const REPORTS = path.join(CACHE, 'reports');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    fetch: { type: 'boolean' },
    pin: { type: 'string' },
    pedantic: { type: 'boolean' },
    cli: { type: 'string', default: BUILT },
  },
});

if (values.pin !== undefined) await pin(values.pin, positionals);
else await auditAll(chosenCrates(positionals));

/** @param {import('./corpus-crates.mjs').Crate[]} crates */
async function auditAll(crates) {
  const rows = [['crate', 'files', 'kB', 'critical', 'warning', 'suggestion', 'unparsed %', 'ms']];
  const failures = [];
  const sum = { files: 0, bytes: 0, critical: 0, warning: 0, suggestion: 0, unparsedBytes: 0, durationMs: 0 };
  mkdirSync(REPORTS, { recursive: true });
  for (const crate of crates) {
    const directory = await unpack(crate);
    if (values.fetch) {
      console.log(directory);
      continue;
    }
    const { report, failure } = await audit(crate, directory);
    if (failure) failures.push(`${crate.name}@${crate.version}: ${failure}`);
    if (!report) continue;
    const { stats, summary } = report;
    for (const key of Object.keys(sum)) sum[key] += stats[key] ?? summary[key];
    rows.push(row(`${crate.name} ${crate.version}`, stats, summary));
  }
  if (!values.fetch) console.log(table([...rows, row('sum', sum, sum)]));
  for (const failure of failures) console.error(failure);
  if (failures.length > 0) process.exitCode = 1;
}

function row(name, stats, summary) {
  const unparsed = stats.bytes === 0 ? 0 : (100 * stats.unparsedBytes) / stats.bytes;
  return [
    name,
    stats.files,
    Math.round(stats.bytes / 1000),
    summary.critical,
    summary.warning,
    summary.suggestion,
    unparsed.toFixed(2),
    Math.round(stats.durationMs),
  ];
}

/**
 * The previous report of the crate is kept beside the new one, so that the judge can say what changed.
 * @param {import('./corpus-crates.mjs').Crate} crate
 * @param {string} directory
 */
async function audit(crate, directory) {
  const args = [
    values.cli,
    'check',
    '--format',
    'json',
    '--no-cache',
    ...(values.pedantic ? ['--pedantic'] : []),
    directory,
  ];
  const { status, stdout, stderr } = await run(process.execPath, args);
  let report;
  try {
    report = JSON.parse(stdout);
  } catch {
    return { failure: `ended ${status} without a report: ${stderr.trim().slice(0, 2000)}` };
  }
  const file = path.join(REPORTS, `${crate.name}.json`);
  if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version === crate.version) {
    renameSync(file, path.join(REPORTS, `${crate.name}.previous.json`));
  }
  writeFileSync(file, JSON.stringify({ crate: crate.name, version: crate.version, directory, report }));
  const incomplete = report.notes
    .filter((note) => note.kind === 'incomplete')
    .map((note) => `${note.path ?? ''} ${note.message}`.trim());
  if (status !== 0 && status !== 1)
    return {
      report,
      failure: `ended ${status}: ${[...incomplete, stderr.trim()].join('; ').slice(0, 2000)}`,
    };
  return { report };
}

/** @returns {Promise<{status: number | null, stdout: string, stderr: string}>} */
function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const out = [];
    const err = [];
    child.stdout.on('data', (chunk) => out.push(chunk));
    child.stderr.on('data', (chunk) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (status) =>
      resolve({ status, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    );
  });
}

/** @param {string} kind @param {string[]} specs `NAME@VERSION` */
async function pin(kind, specs) {
  const file = path.join(CORPUS, 'crates.json');
  const crates = existsSync(file) ? pinnedCrates() : [];
  for (const spec of specs) {
    const [name, version] = spec.split('@');
    const directory = await unpack({ name, version });
    const lines = rustFiles(directory).reduce(
      (total, rust) => total + lineCount(readFileSync(rust, 'utf8')),
      0,
    );
    const old = crates.findIndex((crate) => crate.name === name);
    const entry = { ...crates[old], name, version, kind, lines, sha256: sumOf({ name, version }) };
    if (old === -1) crates.push(entry);
    else crates[old] = entry;
  }
  crates.sort((a, b) => (a.name < b.name ? -1 : 1));
  const lines = crates.reduce((total, crate) => total + crate.lines, 0);
  writeFileSync(file, `${JSON.stringify({ lines, crates }, null, 2)}\n`);
  console.log(`${crates.length} crates, ${lines} lines`);
}
