/**
 * Recall: seeds known problems into copies of the corpus crates, audits the copies, counts what is found.
 * The same seed gives the same mutants.
 *
 *   npm run mutants                       20 of each kind, default settings
 *   npm run mutants -- --pedantic         counts beside them what --pedantic finds
 *   npm run mutants -- --per-kind 40 --seed 2 --kind 'block_on in async' --crate oha --keep
 *   npm run mutants -- --dry-run --keep   writes the copies, audits nothing
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { BUILT, CACHE, chosenCrates, rustFiles, table, unpack } from './corpus-crates.mjs';
import { KINDS } from './mutants-kinds.mjs';
import { RustText } from './mutants-text.mjs';

/** Bigger crates would take most of the time and add little variety. */
const MOST_LINES = 65_000;
/** Not production code, or code that runs once, as settings are read: rules are silent there on purpose. */
const NOT_PRODUCTION =
  /(?:^|\/)(?:tests?|benches|examples|fuzz|fixtures|generated|build|main)(?:\/|\.rs$)|(?:^|\/)(?:config|settings)\.rs$|test|mock|loom|bench|wasm|windows/u;
/** What a program does when it starts, or once when it ends, holds up nobody. */
const START_UP =
  /^(?:main|new|build|default|from_env|load_config|connect|open|create)$|^(?:init|setup|start|startup|test|with|from|try_new|new)(?:_|$)|(?:^|_)(?:bind|listen|launch|shutdown)(?:_|$)/u;
/** The rest of the function is the way out. */
const ENDING = /\b(?:shutdown\(\)\.await|ctrl_c\(\)\.await)/u;
/** How far a finding may stand from the seeded place, in lines. */
const SLACK = 1;

const { values } = parseArgs({
  options: {
    cli: { type: 'string', default: BUILT },
    'per-kind': { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    kind: { type: 'string', multiple: true },
    crate: { type: 'string', multiple: true },
    pedantic: { type: 'boolean' },
    keep: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  },
});

const random = mulberry32(Number(values.seed));
const pick = (choices) => choices[Math.floor(random() * choices.length)] ?? '';
const kinds = KINDS.filter((kind) => !values.kind || values.kind.includes(kind.name));

const scratch = mkdtempSync(path.join(tmpdir(), 'mutants-'));
try {
  const sites = [];
  for (const crate of chosenCrates(values.crate ?? [])) {
    if (values.crate || crate.lines <= MOST_LINES) sites.push(...sitesOf(crate, await unpack(crate)));
  }
  const mutants = choose(sites, Number(values['per-kind']));
  for (const [crate, own] of groupBy(mutants, (mutant) => mutant.crate)) judge(own, crate);
  report(mutants);
} finally {
  if (values.keep) console.log(`the copies are in ${scratch}`);
  else rmSync(scratch, { recursive: true, force: true });
}

/**
 * @typedef {object} Mutant
 * @property {string} crate
 * @property {string} directory of the untouched crate
 * @property {string} path relative to it
 * @property {import('./mutants-kinds.mjs').Kind} kind
 * @property {any} site
 * @property {string} fn name and offset of the function that holds it: one mutant each
 * @property {number} originalLine counts from 1
 * @property {number} [line] in the mutated file, counts from 1
 * @property {boolean} [found] with default settings
 * @property {boolean} [foundPedantic]
 * @property {boolean} [isVoid] the untouched code had the finding already
 */

/** @returns {Mutant[]} */
function sitesOf(crate, directory) {
  const all = rustFiles(path.join(directory)).map((file) =>
    path.relative(directory, file).split(path.sep).join('/'),
  );
  const production = all.filter((file) => !NOT_PRODUCTION.test(file));
  const entry = all
    .filter((file) => /(?:^|\/)(?:main|bin\/.*)\.rs$/u.test(file))
    .map((file) => readFileSync(path.join(directory, file), 'utf8'))
    .join('\n');
  const sites = [];
  for (const file of shuffled(production)) {
    const text = readFileSync(path.join(directory, file), 'utf8');
    if (text.length > 300_000 || /@generated|\bno_std\b/u.test(text.slice(0, 2000))) continue;
    const rust = new RustText(text);
    for (const kind of kinds) {
      for (const site of kind.sites(rust, pick)) {
        const fn = rust.context(Math.min((site.anchor ?? site.at) + 1, text.length - 1))?.fn;
        if (fn && (START_UP.test(fn.name) || new RegExp(`\\b${fn.name}\\b`, 'u').test(entry))) continue;
        if (/SEEDED|macro_rules/u.test(fn?.name ?? '')) continue;
        if (fn && ENDING.test(rust.code.slice(fn.open, site.at))) continue;
        const line = lineAt(text, site.anchor ?? site.at);
        sites.push({
          crate: crate.name,
          directory,
          path: file,
          kind,
          site,
          fn: fn ? `${fn.name}@${fn.open}` : `item@${site.at}`,
          originalLine: line,
        });
      }
    }
  }
  return sites;
}

/** Scarce kinds choose first; no function takes two mutants; each kind spreads over the crates. */
function choose(sites, perKind) {
  const chosen = [];
  const taken = new Set();
  const byKind = groupBy(shuffled(sites), (site) => site.kind.name);
  const order = [...byKind.values()].sort((a, b) => a.length - b.length);
  for (const own of order) {
    const turns = [...groupBy(own, (site) => site.crate).values()];
    let count = 0;
    for (let turn = 0; count < perKind && turns.some((list) => turn < list.length); turn++) {
      for (const list of turns) {
        const site = list[turn];
        if (!site || count >= perKind) continue;
        const place = `${site.crate} ${site.path} ${site.fn}`;
        if (taken.has(place)) continue;
        taken.add(place);
        chosen.push(site);
        count++;
      }
    }
  }
  return chosen;
}

/** @param {Mutant[]} mutants all of one crate */
function judge(mutants, crate) {
  const directory = path.join(scratch, crate);
  cpSync(mutants[0].directory, directory, { recursive: true });
  for (const [file, own] of groupBy(mutants, (mutant) => mutant.path)) {
    writeFileSync(path.join(directory, file), mutated(readFileSync(path.join(directory, file), 'utf8'), own));
  }
  if (values['dry-run']) return;
  const before = audit(mutants[0].directory);
  const after = audit(directory);
  const asksAll = values.pedantic || mutants.some((mutant) => mutant.kind.isHotOnly);
  const pedantic = asksAll ? audit(directory, ['--pedantic']) : after;
  for (const mutant of mutants) {
    // Where the untouched code has the problem already, a finding proves nothing.
    mutant.isVoid = before.some((finding) => isAt(finding, mutant, mutant.originalLine));
    const answers = mutant.kind.isHotOnly ? pedantic : after;
    mutant.found = answers.some((finding) => isAt(finding, mutant, mutant.line));
    mutant.foundPedantic = pedantic.some((finding) => isAt(finding, mutant, mutant.line));
  }
}

/** Applies the edits and notes each mutant's line in the new text. */
function mutated(text, mutants) {
  const edits = mutants
    .flatMap((mutant) => mutant.site.edits.map((edit) => ({ ...edit, mutant })))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const out = [];
  let from = 0;
  const places = mutants.map((mutant) => ({ mutant, offset: mutant.site.at }));
  for (const edit of edits) {
    out.push(text.slice(from, edit.start), edit.text);
    from = edit.end;
    const delta = edit.text.length - (edit.end - edit.start);
    for (const place of places) {
      const isBefore =
        edit.end < place.mutant.site.at ||
        (edit.end === place.mutant.site.at && edit.mutant !== place.mutant);
      if (isBefore) place.offset += delta;
    }
  }
  out.push(text.slice(from));
  let result = out.join('');
  for (const { mutant, offset } of places) mutant.line = lineAt(result, offset);
  for (const mutant of mutants) {
    if (!mutant.site.append) continue;
    result += `\n${mutant.site.append}\n`;
    if (mutant.site.isAppended) mutant.line = lineAt(result, result.length - 2);
  }
  return result;
}

function isAt(finding, mutant, line) {
  const places = [finding, ...finding.related];
  const last = line + (mutant.site.span ?? 0) + SLACK;
  return (
    mutant.kind.rules.includes(finding.rule) &&
    places.some((place) => place.path === mutant.path && place.line >= line - SLACK && place.line <= last)
  );
}

function audit(directory, more = []) {
  const args = [values.cli, 'check', '--format', 'json', '--no-cache', ...more, directory];
  const run = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (run.status !== 0 && run.status !== 1) {
    throw new Error(`the audit of ${directory} ended ${run.status}: ${run.stderr.slice(0, 2000)}`);
  }
  return JSON.parse(run.stdout).findings;
}

function report(all) {
  const mutants = all.filter((mutant) => !mutant.isVoid);
  const rows = [['kind', 'injected', 'found', 'share', 'with --pedantic']];
  const row = (name, own) => {
    const found = own.filter((mutant) => mutant.found).length;
    const pedantic = own.filter((mutant) => mutant.foundPedantic).length;
    return [name, own.length, found, own.length === 0 ? '-' : (found / own.length).toFixed(2), pedantic];
  };
  for (const kind of kinds)
    rows.push(
      row(
        kind.name,
        mutants.filter((mutant) => mutant.kind === kind),
      ),
    );
  rows.push(row('all', mutants));
  console.log(table(rows));
  const missed = mutants.filter((mutant) => !mutant.found);
  console.log(`\nmissed: ${missed.length}`);
  for (const mutant of missed.sort((a, b) =>
    a.kind.name < b.kind.name ? -1 : a.kind.name > b.kind.name ? 1 : 0,
  )) {
    console.log(
      `  ${mutant.kind.name}: ${mutant.crate} ${mutant.path}:${mutant.line} in ${mutant.fn}${mutant.foundPedantic ? ' (found with --pedantic)' : ''}`,
    );
  }
  const file = path.join(CACHE, 'mutants.json');
  writeFileSync(
    file,
    JSON.stringify(
      mutants.map(({ kind, site, ...rest }) => ({
        kind: kind.name,
        rules: kind.rules,
        edits: site.edits,
        ...rest,
      })),
      null,
      1,
    ),
  );
  console.log(`\neach mutant is in ${path.relative(process.cwd(), file)}`);
}

function lineAt(text, offset) {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

function groupBy(list, keyOf) {
  const groups = new Map();
  for (const item of list) {
    const key = keyOf(item);
    if (groups.has(key)) groups.get(key).push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function shuffled(list) {
  const copy = [...list];
  for (let at = copy.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [copy[at], copy[other]] = [copy[other], copy[at]];
  }
  return copy;
}

/** A small generator of well-spread numbers in [0, 1): the point is that a seed repeats them. */
function mulberry32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}
