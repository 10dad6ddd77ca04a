/**
 * The speed table: a bare parse, ast-grep, cargo clippy, and our cold and warm runs and those after one file got a comment or a function, on
 * three sizes of the corpus. Contenders take turns in every round; medians and ratios against the bars.
 *
 *   npm run bench                        5 rounds
 *   npm run bench -- --rounds 3 --sizes 2,15 --no-clippy --json FILE
 */
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { BUILT, CACHE, pinnedCrates, rustFiles, table, unpack } from './corpus-crates.mjs';

const SCRIPTS = import.meta.dirname;
const AST_GREP = '@ast-grep/cli@0.51.1';
const CLIPPY_CRATE = 'dufs';
const NOT_PRODUCTION = new Set(['tests', 'benches', 'examples', 'fuzz', 'target']);
const BARS = {
  coldToAstGrep: 1.5,
  coldToParseCpu: 2,
  warmToCold: 0.25,
  touchedToCold: 0.3,
  clippyToCold: 20,
  memoryMb: 400,
  growth: 1.25,
};

const { values } = parseArgs({
  allowNegative: true,
  options: {
    cli: { type: 'string', default: BUILT },
    rounds: { type: 'string', default: '5' },
    sizes: { type: 'string', default: '1.5,5,15' },
    clippy: { type: 'boolean', default: true },
    json: { type: 'string' },
  },
});

/** @typedef {{wall: number, cpu: number, memory: number}} Sample seconds, seconds, megabytes at the peak */

const scratch = mkdtempSync(path.join(tmpdir(), 'rustperf-bench-'));
try {
  await main();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function main() {
  const astGrep = astGrepBinary();
  const corpora = [];
  for (const megabytes of values.sizes.split(',').map(Number)) corpora.push(await corpusOf(megabytes));
  const results = corpora.map((corpus) => measured(corpus, astGrep));
  const clippy = values.clippy ? await clippyTimes() : undefined;
  print(results, clippy);
  if (values.json)
    writeFileSync(
      values.json,
      `${JSON.stringify({ cpu: cpus()[0]?.model, threads: cpus().length, results, clippy }, null, 1)}\n`,
    );
}

/** Whole crates, always in the same order, until the size is reached; the bigger corpus holds the smaller. */
async function corpusOf(megabytes) {
  const directory = path.join(scratch, `corpus-${megabytes}`);
  let bytes = 0;
  const order = pinnedCrates().sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  for (const crate of order) {
    if (bytes >= megabytes * 1e6) break;
    const source = await unpack(crate);
    const target = path.join(directory, crate.name);
    const isWanted = (from) => !NOT_PRODUCTION.has(path.relative(source, from).split(path.sep)[0]);
    const own = rustFiles(source)
      .filter(isWanted)
      .reduce((sum, file) => sum + statSync(file).size, 0);
    if (bytes + own > megabytes * 1.15e6) continue;
    cpSync(source, target, { recursive: true, filter: isWanted });
    bytes += own;
  }
  // One workspace, as a project would be: summaries are cached below a root that has a manifest.
  writeFileSync(path.join(directory, 'Cargo.toml'), '[workspace]\nresolver = "2"\nmembers = ["*"]\n');
  return { directory, bytes, files: rustFiles(directory).length };
}

function measured(corpus, astGrep) {
  const { directory } = corpus;
  const check = [values.cli, 'check', '--format', 'json', '--fail-on', 'never'];
  const touched = rustFiles(directory)[Math.floor(corpus.files / 2)];
  const contenders = {
    parse: () => timed(process.execPath, [path.join(SCRIPTS, 'bench-parse.mjs'), directory]),
    'ast-grep': () =>
      timed(astGrep, [
        'scan',
        '--rule',
        path.join(SCRIPTS, 'bench-ast-grep.yml'),
        '--json=stream',
        directory,
      ]),
    cold: () => timed(process.execPath, [...check, '--no-cache', directory]),
    warm: () => timed(process.execPath, [...check, directory]),
    touched: () => {
      appendFileSync(touched, `// ${Math.random()}\n`);
      return timed(process.execPath, [...check, directory]);
    },
    // What the file says is new as well, so the whole is judged again.
    edited: () => {
      appendFileSync(touched, `pub fn f${Math.random().toString().slice(2)}() {}\n`);
      return timed(process.execPath, [...check, directory]);
    },
  };
  const audit = JSON.parse(
    spawnSync(process.execPath, [...check, directory], { encoding: 'utf8', maxBuffer: 1 << 30 }).stdout,
  );
  const samples = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  const names = Object.keys(contenders);
  for (let round = 0; round < Number(values.rounds); round++) {
    // Another one starts in each round, and warm always follows something that filled the cache.
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length];
      samples[name].push(contenders[name]());
    }
  }
  const medians = Object.fromEntries(names.map((name) => [name, medianOf(samples[name])]));
  return { megabytes: corpus.bytes / 1e6, files: corpus.files, audited: audit.stats.files, medians, samples };
}

/** Wall time here, processor time and peak memory from GNU time. @returns {Sample} */
function timed(command, args, options = {}) {
  const file = path.join(scratch, 'time.txt');
  const start = process.hrtime.bigint();
  const run = spawnSync('/usr/bin/time', ['-o', file, '-f', '%U %S %M', command, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 1 << 28,
    ...options,
  });
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  if (run.error) throw new Error('`/usr/bin/time` cannot be started: install GNU time', { cause: run.error });
  if (run.status !== 0)
    throw new Error(`${command} ${args.join(' ')} ended ${run.status}: ${String(run.stderr).slice(-2000)}`);
  const [user, system, kilobytes] = (readFileSync(file, 'utf8').trim().split('\n').pop() ?? '')
    .split(' ')
    .map(Number);
  return { wall, cpu: user + system, memory: kilobytes / 1024 };
}

function medianOf(samples) {
  const middle = (key) => {
    const sorted = samples.map((sample) => sample[key]).sort((a, b) => a - b);
    return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
  };
  return { wall: middle('wall'), cpu: middle('cpu'), memory: middle('memory') };
}

/** Not a dependency of the project: its program is a hundred megabytes, for one row of a table. */
function astGrepBinary() {
  const home = path.join(CACHE, 'ast-grep');
  const binary = path.join(home, 'node_modules/.bin/ast-grep');
  if (!existsSync(binary)) {
    mkdirSync(home, { recursive: true });
    writeFileSync(path.join(home, 'package.json'), '{ "private": true }\n');
    const install = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--no-save', AST_GREP], {
      cwd: home,
      encoding: 'utf8',
    });
    if (!existsSync(binary)) throw new Error(`\`${AST_GREP}\` was not installed: ${install.stderr}`);
  }
  // The npm entry starts the program through Node.js; measure the program itself.
  const native = ['linux-x64-gnu', 'linux-arm64-gnu', 'darwin-arm64', 'darwin-x64']
    .map((platform) => path.join(home, `node_modules/@ast-grep/cli-${platform}/ast-grep`))
    .find((file) => existsSync(file));
  return native ?? binary;
}

/** Dependencies are downloaded before the clock starts; nothing is compiled yet. */
async function clippyTimes() {
  const crate = pinnedCrates().find((candidate) => candidate.name === CLIPPY_CRATE);
  if (!crate) return undefined;
  const directory = path.join(scratch, 'clippy', crate.name);
  cpSync(await unpack(crate), directory, { recursive: true });
  const env = {
    ...process.env,
    CARGO_HOME: path.join(CACHE, 'cargo'),
    CARGO_TARGET_DIR: path.join(scratch, 'clippy-target'),
  };
  const fetched = spawnSync('cargo', ['fetch', '--quiet'], { cwd: directory, env, encoding: 'utf8' });
  if (fetched.status !== 0)
    throw new Error(`the dependencies of ${crate.name} were not fetched: ${fetched.stderr}`);
  const clippy = timed('cargo', ['clippy', '--offline', '--quiet', '--', '--cap-lints', 'warn'], {
    cwd: directory,
    env,
  });
  const cold = medianOf(
    [1, 2, 3].map(() =>
      timed(process.execPath, [
        values.cli,
        'check',
        '--format',
        'json',
        '--fail-on',
        'never',
        '--no-cache',
        directory,
      ]),
    ),
  );
  return { crate: `${crate.name} ${crate.version}`, clippy, cold };
}

function print(results, clippy) {
  const rows = [['', 'MB', 'files', 'wall s', 'CPU s', 'peak MB', 'MB/s']];
  for (const { megabytes, files, audited, medians } of results) {
    for (const [name, { wall, cpu, memory }] of Object.entries(medians)) {
      const seen = name === 'cold' ? audited : files;
      rows.push([
        name,
        megabytes.toFixed(1),
        seen,
        wall.toFixed(2),
        cpu.toFixed(2),
        memory.toFixed(0),
        (megabytes / wall).toFixed(1),
      ]);
    }
  }
  console.log(
    `${cpus()[0]?.model}, ${cpus().length} threads, Node.js ${process.version}, medians of ${values.rounds} rounds\n`,
  );
  console.log(table(rows));

  const bars = [['', 'MB', 'is', 'bar', '']];
  const bar = (name, size, is, most) =>
    bars.push([name, size, is.toFixed(2), `≤ ${most}`, is <= most ? 'ok' : 'MISSED']);
  for (const { megabytes, medians } of results) {
    const size = megabytes.toFixed(1);
    bar('cold / ast-grep, wall', size, medians.cold.wall / medians['ast-grep'].wall, BARS.coldToAstGrep);
    bar('cold / bare parse, CPU', size, medians.cold.cpu / medians.parse.cpu, BARS.coldToParseCpu);
    bar('warm / cold, wall', size, medians.warm.wall / medians.cold.wall, BARS.warmToCold);
    bar('one file touched / cold, wall', size, medians.touched.wall / medians.cold.wall, BARS.touchedToCold);
    bar('one file edited / cold, wall', size, medians.edited.wall / medians.cold.wall, BARS.touchedToCold);
    bar('peak memory cold, MB', size, medians.cold.memory, BARS.memoryMb);
  }
  const [first, last] = [results[0], results[results.length - 1]];
  if (first && last && first !== last) {
    const perMb = (result) => result.medians.cold.cpu / result.megabytes;
    bar(
      'growth: CPU per MB, largest / smallest',
      last.megabytes.toFixed(1),
      perMb(last) / perMb(first),
      BARS.growth,
    );
  }
  if (clippy) {
    const times = clippy.clippy.wall / clippy.cold.wall;
    bars.push([
      `clippy cold / cold, ${clippy.crate}`,
      '',
      times.toFixed(1),
      `≥ ${BARS.clippyToCold}`,
      times >= BARS.clippyToCold ? 'ok' : 'MISSED',
    ]);
    console.log(
      `\ncargo clippy on ${clippy.crate}: ${clippy.clippy.wall.toFixed(1)} s, peak ${clippy.clippy.memory.toFixed(0)} MB; ours ${clippy.cold.wall.toFixed(2)} s`,
    );
  }
  console.log(`\n${table(bars)}`);
}
