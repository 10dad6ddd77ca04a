/**
 * Verdicts of people (test/corpus/verdicts/CRATE.jsonl) meet the latest reports of corpus.mjs: precision per
 * rule and severity, what is not judged yet, and what changed.
 *
 *   npm run corpus:judge                          the tables
 *   npm run corpus:judge -- --next 20             findings to judge, with their code; narrowed by
 *                                                 --rule R, --severity S, --crate C, --slice I/N
 *   npm run corpus:judge -- --add FILE            takes verdicts, one a line (`-` is standard input):
 *                                                 right|wrong CRATE PATH:LINE RULE one-line reason
 *   npm run corpus:judge -- --wrong               the findings judged wrong that are still reported
 *   npm run corpus:judge -- --noise               findings per 10,000 lines in the best-kept crates
 *   npm run corpus:judge -- --tidy                sorts the verdict files and drops overruled lines
 */
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { CACHE, CORPUS, pinnedCrates, table } from './corpus-crates.mjs';

const REPORTS = path.join(CACHE, 'reports');
const VERDICTS = path.join(CORPUS, 'verdicts');
const SEVERITIES = ['critical', 'warning', 'suggestion'];
/** Shares that the project holds itself to; per rule, for rules that are on by default. */
const BARS = { critical: 0.95, warning: 0.85, rule: 0.7 };
const CONTEXT = { before: 12, after: 8 };

const { values } = parseArgs({
  options: {
    next: { type: 'string' },
    rule: { type: 'string', multiple: true },
    severity: { type: 'string' },
    crate: { type: 'string', multiple: true },
    slice: { type: 'string' },
    add: { type: 'string' },
    wrong: { type: 'boolean' },
    noise: { type: 'boolean' },
    tidy: { type: 'boolean' },
  },
});

const crates = pinnedCrates();
if (values.add !== undefined) add(values.add);
else if (values.tidy) tidy();
else if (values.noise) noise();
else if (values.next !== undefined) next(Number(values.next));
else if (values.wrong) show(narrowed(reported()).filter((finding) => finding.verdict?.verdict === 'wrong'));
else summarise();

/**
 * @typedef {object} Verdict
 * @property {string} crate
 * @property {string} version
 * @property {string} path
 * @property {number} line
 * @property {string} rule
 * @property {'right' | 'wrong'} verdict
 * @property {string} reason
 */

/** @param {{crate: string, version: string, path: string, line: number, rule: string}} place */
function key({ crate, version, path: file, line, rule }) {
  return `${crate} ${version} ${file} ${line} ${rule}`;
}

/** The latest verdict of each place. @returns {Map<string, Verdict>} */
function verdicts() {
  const all = new Map();
  for (const name of existsSync(VERDICTS) ? readdirSync(VERDICTS).sort() : []) {
    for (const [at, line] of readFileSync(path.join(VERDICTS, name), 'utf8').split('\n').entries()) {
      if (line === '') continue;
      try {
        const verdict = JSON.parse(line);
        all.set(key(verdict), verdict);
      } catch (cause) {
        throw new Error(`test/corpus/verdicts/${name}:${at + 1} is not JSON`, { cause });
      }
    }
  }
  return all;
}

/** @param {'' | '.previous'} which */
function findings(which = '') {
  const all = [];
  for (const crate of crates) {
    const file = path.join(REPORTS, `${crate.name}${which}.json`);
    if (!existsSync(file)) continue;
    const { version, directory, report } = JSON.parse(readFileSync(file, 'utf8'));
    if (version !== crate.version) continue;
    for (const finding of report.findings) all.push({ ...finding, crate: crate.name, version, directory });
  }
  return all;
}

/** Current findings, each with its verdict if it has one; one per place and rule. */
function reported() {
  const known = verdicts();
  const seen = new Set();
  return findings()
    .filter((finding) => !seen.has(key(finding)) && seen.add(key(finding)))
    .map((finding) => ({ ...finding, verdict: known.get(key(finding)) }));
}

function narrowed(list) {
  const [slice, slices] = (values.slice ?? '1/1').split('/').map(Number);
  return list.filter(
    (finding) =>
      (!values.rule || values.rule.includes(finding.rule)) &&
      (!values.severity || values.severity === finding.severity) &&
      (!values.crate || values.crate.includes(finding.crate)) &&
      hash(key(finding)) % slices === slice - 1,
  );
}

/** FNV-1a: spreads findings over reviewers, and orders them the same way on every machine. */
function hash(text) {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return value;
}

/** Takes turns over the rules, so that the first findings shown are of many kinds. */
function next(count) {
  const byRule = new Map();
  const open = narrowed(reported()).filter((finding) => !finding.verdict);
  open.sort((a, b) => hash(key(a)) - hash(key(b)));
  for (const finding of open) byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), finding]);
  const queues = [...byRule.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, queue]) => queue);
  const chosen = [];
  for (let turn = 0; chosen.length < count && queues.some((queue) => turn < queue.length); turn++) {
    for (const queue of queues) if (turn < queue.length && chosen.length < count) chosen.push(queue[turn]);
  }
  chosen.sort((a, b) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
  show(chosen);
  console.log(`${chosen.length} of ${open.length} unjudged`);
}

function show(list) {
  for (const finding of list) {
    console.log(`\n=== ${finding.crate} ${finding.path}:${finding.line} ${finding.rule}`);
    console.log(`    ${finding.severity}, ${finding.confidence}: ${finding.message}`);
    if (finding.verdict) console.log(`    ${finding.verdict.verdict}: ${finding.verdict.reason}`);
    code(finding.directory, finding, CONTEXT);
    for (const place of finding.related ?? []) {
      console.log(`    --- ${place.message}: ${place.path}:${place.line}`);
      code(finding.directory, place, { before: 2, after: 3 });
    }
  }
}

function code(directory, place, { before, after }) {
  const file = path.join(directory, place.path);
  if (!existsSync(file)) return;
  const lines = readFileSync(file, 'utf8').split('\n');
  const last = Math.min(lines.length, Math.min(place.endLine, place.line + 6) + after);
  for (let at = Math.max(1, place.line - before); at <= last; at++) {
    const isInside = at >= place.line && at <= place.endLine;
    console.log(`${String(at).padStart(6)} ${isInside ? '>' : '|'} ${lines[at - 1] ?? ''}`);
  }
}

/** @param {string} source file name, or `-` */
function add(source) {
  const versions = new Map(crates.map((crate) => [crate.name, crate.version]));
  const current = new Set(findings().map(key));
  mkdirSync(VERDICTS, { recursive: true });
  let taken = 0;
  for (const [at, line] of readFileSync(source === '-' ? 0 : source, 'utf8')
    .split('\n')
    .entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const said = /^(right|wrong)\s+(\S+)\s+(\S+):(\d+)\s+(\S+)\s+(.+)$/u.exec(line.trim());
    if (!said)
      throw new Error(`line ${at + 1}: write \`right|wrong CRATE PATH:LINE RULE reason\`, not \`${line}\``);
    const [, verdict, crate, file, lineNumber, rule, reason] = said;
    const version = versions.get(crate);
    if (!version) throw new Error(`line ${at + 1}: no crate \`${crate}\` is pinned`);
    const entry = { crate, version, path: file, line: Number(lineNumber), rule, verdict, reason };
    if (!current.has(key(entry)))
      console.error(
        `line ${at + 1}: no finding of \`${rule}\` at ${file}:${lineNumber} in ${crate}; taken all the same`,
      );
    appendFileSync(path.join(VERDICTS, `${crate}.jsonl`), `${JSON.stringify(entry)}\n`);
    taken++;
  }
  console.log(`${taken} verdicts taken`);
}

function tidy() {
  const byCrate = new Map();
  for (const verdict of verdicts().values())
    byCrate.set(verdict.crate, [...(byCrate.get(verdict.crate) ?? []), verdict]);
  for (const [crate, list] of byCrate) {
    list.sort((a, b) =>
      a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line || (a.rule < b.rule ? -1 : 1),
    );
    writeFileSync(
      path.join(VERDICTS, `${crate}.jsonl`),
      list.map((verdict) => `${JSON.stringify(verdict)}\n`).join(''),
    );
  }
}

function summarise() {
  const list = reported();
  if (list.length === 0) throw new Error('no reports to judge: run `npm run corpus` first');
  const rules = [...new Set(list.map((finding) => finding.rule))].sort();
  const rows = rules.map((rule) =>
    score(
      rule,
      list.filter((finding) => finding.rule === rule),
      BARS.rule,
    ),
  );
  const levels = SEVERITIES.map((severity) =>
    score(
      severity,
      list.filter((finding) => finding.severity === severity),
      BARS[severity] ?? 0,
    ),
  );
  const head = ['', 'found', 'right', 'wrong', 'open', 'precision', ''];
  console.log(
    table([
      ['rule', ...head.slice(1)],
      ...rows,
      ['', '', '', '', '', '', ''],
      ['severity', ...head.slice(1)],
      ...levels,
    ]),
  );
  changes(list);
}

/** The bar that a share misses is named in the last column. */
function score(name, list, bar) {
  const right = list.filter((finding) => finding.verdict?.verdict === 'right').length;
  const wrong = list.filter((finding) => finding.verdict?.verdict === 'wrong').length;
  const share = right + wrong === 0 ? null : right / (right + wrong);
  const missed = share !== null && share < bar;
  return [
    name,
    list.length,
    right,
    wrong,
    list.length - right - wrong,
    share === null ? '-' : share.toFixed(2),
    missed ? `below ${bar}` : '',
  ];
}

/** As lintcheck does: against the report before, and against the verdicts. */
function changes(list) {
  const now = new Set(list.map(key));
  const before = findings('.previous');
  const had = new Set(before.map(key));
  const isComparable = new Set(before.map((finding) => finding.crate));
  section(
    'new since the last run',
    list.filter((finding) => isComparable.has(finding.crate) && !had.has(key(finding))),
  );
  section(
    'gone since the last run',
    before.filter((finding) => !now.has(key(finding))),
  );
  const audited = new Set(list.map((finding) => finding.crate));
  const lost = [...verdicts().values()].filter(
    (verdict) => audited.has(verdict.crate) && !now.has(key(verdict)),
  );
  section(
    'judged right, no longer found',
    lost.filter((verdict) => verdict.verdict === 'right'),
  );
  console.log(
    `\njudged wrong, no longer found: ${lost.filter((verdict) => verdict.verdict === 'wrong').length}`,
  );
}

function section(title, list) {
  console.log(`\n${title}: ${list.length}`);
  for (const entry of list.slice(0, 40))
    console.log(`  ${entry.crate} ${entry.path}:${entry.line} ${entry.rule}`);
  if (list.length > 40) console.log(`  … and ${list.length - 40} more`);
}

function noise() {
  const list = reported().filter((finding) => finding.severity !== 'suggestion');
  const rows = [['crate', 'lines', 'findings', 'per 10,000 lines', 'right', 'wrong']];
  const kept = crates.filter((crate) => crate.bestKept);
  const row = (name, lines, own) => [
    name,
    lines,
    own.length,
    ((10_000 * own.length) / lines).toFixed(2),
    own.filter((finding) => finding.verdict?.verdict === 'right').length,
    own.filter((finding) => finding.verdict?.verdict === 'wrong').length,
  ];
  for (const crate of kept)
    rows.push(
      row(
        crate.name,
        crate.lines,
        list.filter((finding) => finding.crate === crate.name),
      ),
    );
  const names = new Set(kept.map((crate) => crate.name));
  const lines = kept.reduce((total, crate) => total + crate.lines, 0);
  rows.push(
    row(
      'sum',
      lines,
      list.filter((finding) => names.has(finding.crate)),
    ),
  );
  console.log(table(rows));
  for (const finding of list.filter((finding) => names.has(finding.crate))) {
    console.log(
      `${finding.crate} ${finding.path}:${finding.line} ${finding.severity} ${finding.rule} ${finding.verdict?.verdict ?? 'open'}`,
    );
  }
}
