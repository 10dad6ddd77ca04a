export const id = 777;
export const ids = [777];
export const modules = {

/***/ 2844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $_: () => (/* binding */ compareWithBaseline),
/* harmony export */   J2: () => (/* binding */ formatBaseline),
/* harmony export */   nk: () => (/* binding */ parseBaseline)
/* harmony export */ });
/* harmony import */ var _settings_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4663);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4438);
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5163);
/* harmony import */ var _group_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7328);
/** Reads and writes the findings that a team has accepted for now, and tells them from new ones. */




const VERSION = 1;
const FINGERPRINT = /^[0-9a-f]{32}$/;
/**
 * @param file how messages name it.
 * @throws SettingsError when the text is no baseline of a version that this tool knows.
 */
function parseBaseline(text, file) {
    const data = parseJson(text, file);
    if (!isRecord(data) || !Array.isArray(data.findings)) {
        throw new _settings_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .SettingsError */ .G(`\`${file}\` is not a baseline: write one with \`--write-baseline\``);
    }
    if (data.version !== VERSION) {
        throw new _settings_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .SettingsError */ .G(`\`${file}\` is a baseline of version \`${String(data.version)}\`, this tool knows \`${VERSION}\`: ` +
            'update rustperf, or write the baseline again with `--write-baseline`');
    }
    return { file, entries: data.findings.map((entry, index) => toEntry(entry, index, file)) };
}
/** The text of a baseline that accepts these findings: sorted, one finding a line, so that it merges well. */
function formatBaseline(findings) {
    const lines = findings
        .map(({ rule, path, fingerprint }) => ({ rule, path, fingerprint }))
        .sort(compareEntries)
        .map((entry) => `    ${JSON.stringify(entry)}`);
    const body = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
    return `{\n  "version": ${VERSION},\n  "findings": ${body}\n}\n`;
}
/**
 * Splits findings into accepted and new ones. Every entry accepts one finding: first one in the file that it
 * names, then one of the same identity anywhere, because code moves.
 */
function compareWithBaseline(findings, baseline) {
    const remaining = new Set([...baseline.entries].sort(compareEntries));
    const accepted = new Set();
    const acceptBy = (keyOf) => {
        const open = (0,_group_js__WEBPACK_IMPORTED_MODULE_2__/* .groupBy */ .$)([...remaining], keyOf);
        const used = new Map();
        for (const finding of findings) {
            if (accepted.has(finding))
                continue;
            const key = keyOf(finding);
            const count = used.get(key) ?? 0;
            const entry = open.get(key)?.[count];
            if (entry === undefined)
                continue;
            used.set(key, count + 1);
            remaining.delete(entry);
            accepted.add(finding);
        }
    };
    acceptBy(({ path, fingerprint }) => `${path}\0${fingerprint}`);
    acceptBy(({ path, fingerprint }) => `${path}\0${(0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .identityOf */ .cu)(fingerprint)}`);
    acceptBy(({ fingerprint }) => (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .identityOf */ .cu)(fingerprint));
    return {
        fresh: findings.filter((finding) => !accepted.has(finding)),
        accepted: findings.filter((finding) => accepted.has(finding)),
        stale: [...remaining],
    };
}
function compareEntries(a, b) {
    return ((0,_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .compareText */ .n6)(a.path, b.path) || (0,_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .compareText */ .n6)(a.rule, b.rule) || (0,_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .compareText */ .n6)(a.fingerprint, b.fingerprint));
}
function parseJson(text, file) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new _settings_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .SettingsError */ .G(`\`${file}\` is not a baseline: it is not JSON`, { cause });
    }
}
function toEntry(entry, index, file) {
    if (isRecord(entry)) {
        const { rule, path, fingerprint } = entry;
        if (typeof rule === 'string' &&
            typeof path === 'string' &&
            typeof fingerprint === 'string' &&
            FINGERPRINT.test(fingerprint)) {
            return { rule, path, fingerprint };
        }
    }
    throw new _settings_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .SettingsError */ .G(`\`${file}\`: \`findings[${index}]\` needs \`rule\`, \`path\` and a \`fingerprint\` of 32 hexadecimal digits`);
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 9163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GX: () => (/* binding */ linesOfDiff),
/* harmony export */   Hq: () => (/* binding */ isChanged),
/* harmony export */   UT: () => (/* binding */ textOfDiff)
/* harmony export */ });
/* harmony import */ var parse_diff__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2673);
/** Turns a unified diff into the lines that a change touches, and asks whether a finding is on one of them. */

/**
 * Lines of the new side that the diff adds or alters. Where lines only vanished, the line above the gap counts
 * as touched: a deleted `lto = "fat"` is the reason for a finding on its table's header.
 *
 * @param diff `git diff` output with `a/` and `b/` prefixes, any amount of context.
 * @param prefix directory of the audited root inside the repository, '' for the root itself; files outside
 * it are left out.
 */
function linesOfDiff(diff, prefix = '') {
    const files = new Map();
    for (const { path, chunks } of filesOfDiff(diff, prefix)) {
        files.set(path, mergeRanges([...(files.get(path) ?? []), ...chunks.flatMap(touchedLines)]));
    }
    return files;
}
/** The text of every line on the diff's new side, by path and 1-based line; `added` tells it from context. */
function textOfDiff(diff, prefix = '') {
    const files = new Map();
    for (const { path, chunks } of filesOfDiff(diff, prefix)) {
        const lines = files.get(path) ?? new Map();
        files.set(path, lines);
        for (const change of chunks.flatMap((chunk) => chunk.changes)) {
            if (change.type === 'del' || change.content.startsWith('\\'))
                continue;
            const line = change.type === 'add' ? change.ln : change.ln2;
            lines.set(line, { text: change.content.slice(1).replace(/\r$/, ''), added: change.type === 'add' });
        }
    }
    return files;
}
function filesOfDiff(diff, prefix) {
    return parse_diff__WEBPACK_IMPORTED_MODULE_0__(diff).flatMap((file) => {
        const path = file.to === undefined ? undefined : insideRoot(unquote(file.to), prefix);
        return path === undefined || file.deleted ? [] : [{ path, chunks: file.chunks }];
    });
}
/** The path seen from the audited root, or undefined outside of it. */
function insideRoot(path, prefix) {
    if (prefix === '')
        return path;
    return path.startsWith(`${prefix}/`) ? path.slice(prefix.length + 1) : undefined;
}
/** True when any line of the location is one that the change touches. */
function isChanged(changes, at) {
    const ranges = changes.files.get(at.path);
    if (ranges === undefined)
        return false;
    // An exclusive end in column 1 touches nothing of its line.
    const last = at.endColumn === 1 ? Math.max(at.line, at.endLine - 1) : at.endLine;
    return ranges === 'all' || ranges.some((range) => range.from <= last && at.line <= range.to);
}
function touchedLines(chunk) {
    const ranges = [];
    let newLine = chunk.newStart;
    // Without any new line, `@@ -5,2 +4,0 @@` names the line above the gap.
    let above = chunk.newLines === 0 ? chunk.newStart : chunk.newStart - 1;
    let gap = false;
    const closeGap = () => {
        if (gap && above >= 1)
            ranges.push({ from: above, to: above });
        gap = false;
    };
    for (const change of chunk.changes) {
        // git says "\ No newline at end of file" about the line before; it is no line itself.
        if (change.content.startsWith('\\'))
            continue;
        if (change.type === 'del') {
            gap = true;
            continue;
        }
        if (change.type === 'add') {
            gap = false;
            ranges.push({ from: newLine, to: newLine });
        }
        else {
            closeGap();
        }
        above = newLine;
        newLine += 1;
    }
    closeGap();
    return ranges;
}
function mergeRanges(ranges) {
    const merged = [];
    for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
        const previous = merged.at(-1);
        if (previous !== undefined && range.from <= previous.to + 1) {
            merged[merged.length - 1] = { from: previous.from, to: Math.max(previous.to, range.to) };
        }
        else {
            merged.push(range);
        }
    }
    return merged;
}
const ESCAPES = { n: '\n', t: '\t', r: '\r' };
/** git writes quotes, backslashes and bytes it will not show in C escapes; the parser drops only the quotes. */
function unquote(path) {
    if (!path.includes('\\'))
        return path;
    const bytes = Buffer.from(path, 'utf8')
        .toString('latin1')
        .replace(/\\([0-7]{3}|.)/g, (_, code) => code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code));
    return Buffer.from(bytes, 'latin1').toString('utf8');
}


/***/ }),

/***/ 5163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rj: () => (/* binding */ fingerprint),
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   g$: () => (/* binding */ normaliseCode)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/** Names a finding by what it is about instead of where it stands, so that moved lines keep their history. */

const IDENTITY_DIGITS = 28;
const OCCURRENCE_DIGITS = 4;
/** Lower-case hexadecimal: 28 digits of identity, then 4 of occurrence (0-based), 32 in all. */
function fingerprint(identity, occurrence) {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update([identity.rule, identity.item, identity.code].join('\0'))
        .digest('hex');
    const count = Math.min(occurrence, 16 ** OCCURRENCE_DIGITS - 1);
    return digest.slice(0, IDENTITY_DIGITS) + count.toString(16).padStart(OCCURRENCE_DIGITS, '0');
}
/** The part of a fingerprint that all occurrences of one finding share. */
function identityOf(print) {
    return print.slice(0, IDENTITY_DIGITS);
}
/** The text of a span, white space folded; what formatting changes does not change the finding. */
function normaliseCode(lines, span) {
    const picked = lines.slice(span.line - 1, span.endLine);
    const last = picked.length - 1;
    return picked
        .map((text, index) => text.slice(index === 0 ? span.column - 1 : 0, index === last ? span.endColumn - 1 : undefined))
        .join(' ')
        .replace(/\s+/g, ' ')
        .replace(/ ?([()[\]{},;.]) ?/g, '$1')
        .replace(/,([)\]}])/g, '$1')
        .trim();
}


/***/ }),

/***/ 7328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ groupBy)
/* harmony export */ });
/** Groups what belongs together, in the order of the input; Node 20 has no `Map.groupBy`. */
function groupBy(items, key) {
    const groups = new Map();
    for (const item of items) {
        const group = groups.get(key(item));
        if (group === undefined)
            groups.set(key(item), [item]);
        else
            group.push(item);
    }
    return groups;
}


/***/ }),

/***/ 6777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  changesSince: () => (/* binding */ changesSince),
  detectCi: () => (/* binding */ detectCi)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/findings/baseline.js
var baseline = __webpack_require__(2844);
// EXTERNAL MODULE: ./build/findings/finding.js
var finding = __webpack_require__(4438);
;// CONCATENATED MODULE: ./build/findings/trend.js
/** Remembers what an audit of the base branch found, and says how another audit differs from it. */



function formatSnapshot({ findings, ...head }) {
    return JSON.stringify({ ...head, ...Object(JSON.parse((0,baseline/* formatBaseline */.J2)(findings))) });
}
/** Null for anything else: a cache may hold what an older version or somebody else wrote. */
function parseSnapshot(text) {
    try {
        const { branch, commit, choice } = Object(JSON.parse(text));
        if (typeof branch !== 'string' || branch === '' || typeof choice !== 'string')
            return null;
        if (typeof commit !== 'string' || !/^[0-9a-f]{7,64}$/.test(commit))
            return null;
        return { branch, commit, choice, findings: (0,baseline/* parseBaseline */.nk)(text, 'snapshot').entries };
    }
    catch {
        return null;
    }
}
/** How many findings came and how many went since, by identity: moved code is neither. */
function trendOf(findings, { branch, commit, findings: entries }) {
    const { fresh, stale } = (0,baseline/* compareWithBaseline */.$_)(findings, { file: '', entries });
    return { branch, commit, added: fresh.length, removed: stale.length };
}
/** A short name for everything that decides what an audit of the same code would find. */
function choiceOf(settings, version) {
    const { minSeverity, minConfidence, only, skip, pedantic, allTargets, clippy, exclude } = settings;
    const { profile, deploy, hot, ruleSettings, rulePaths, profileData } = settings;
    const rules = [...ruleSettings].sort(([a], [b]) => (0,finding/* compareText */.n6)(a, b));
    const measured = [rulePaths.length, profileData.length];
    const parts = [version, minSeverity, minConfidence, only, skip, pedantic, allTargets, clippy, exclude];
    const text = JSON.stringify([...parts, profile, deploy, hot, rules, measured]);
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 16);
}

// EXTERNAL MODULE: ./build/settings/settings.js
var settings = __webpack_require__(4663);
// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(8508);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/findings/changed.js
var findings_changed = __webpack_require__(9163);
// EXTERNAL MODULE: ./build/settings/schema.js
var schema = __webpack_require__(4089);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/host/git.js
/** Asks git about the audited checkout, with everything off that could run a program the repository names. */


const execFileAsync = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
/** git was there but did not do what was asked, or was not there at all. */
class GitError extends Error {
    name = 'GitError';
}
/** A job must not wait for a remote that does not answer. */
const TIMEOUT_MS = 60_000;
/** A diff of a whole monorepo; more than that is answered with "unknown". */
const LARGEST_ANSWER = 256 * 1024 * 1024;
const INHERITED = [
    'PATH',
    'HOME',
    'USERPROFILE',
    'SYSTEMROOT',
    'TEMP',
    'TMP',
    'SSH_AUTH_SOCK',
    'GIT_SSH_COMMAND',
];
/** Standard output of `git <args>`. @throws GitError with git's own last words. */
async function git(args, options) {
    const settings = [
        'core.fsmonitor=false',
        'core.quotePath=false',
        ...(options.trustOwner ? ['safe.directory=*'] : []),
    ];
    const inherited = INHERITED.flatMap((name) => options.env[name] === undefined ? [] : [[name, options.env[name]]]);
    try {
        const { stdout } = await execFileAsync('git', [...settings.flatMap((one) => ['-c', one]), ...args], {
            cwd: options.cwd,
            env: {
                ...Object.fromEntries(inherited),
                GIT_TERMINAL_PROMPT: '0',
                GIT_OPTIONAL_LOCKS: '0',
                LC_ALL: 'C',
            },
            timeout: TIMEOUT_MS,
            maxBuffer: LARGEST_ANSWER,
        });
        return stdout;
    }
    catch (cause) {
        throw new GitError(`git ${args[0]} failed: ${reason(cause)}`, { cause });
    }
}
function reason(cause) {
    if (!(cause instanceof Error))
        return String(cause);
    if ('code' in cause && cause.code === 'ENOENT')
        return 'git is not installed';
    if ('killed' in cause && cause.killed === true)
        return 'it took too long or said too much';
    const stderr = 'stderr' in cause ? String(cause.stderr) : '';
    const lines = stderr.split('\n').filter((line) => line.trim() !== '');
    return (lines.at(-1) ?? cause.message).trim();
}

;// CONCATENATED MODULE: ./build/host/changes.js
/** Finds the lines that a change touches: from git where its history is there, else from the host's API. */






/**
 * A change that cannot be found out is unknown, and then every finding counts.
 * @throws SettingsError when the user typed a revision that is nowhere
 */
async function findChanges(comparison, options) {
    const reasons = [];
    try {
        const diff = await diffByGit(comparison, options);
        const files = new Map((0,findings_changed/* linesOfDiff */.GX)(diff));
        for (const path of await untrackedFiles(options))
            files.set(path, 'all');
        return { changes: { origin: `git diff against ${comparison.name}`, files } };
    }
    catch (error) {
        if (!(error instanceof GitError))
            throw error;
        reasons.push(error.message);
    }
    if (options.remote !== undefined) {
        try {
            const { diff, from } = await options.remote(comparison);
            const prefix = options.prefix ?? (await prefixByGit(options)) ?? '';
            return {
                changes: {
                    origin: `${from} against ${comparison.name}`,
                    files: checkedLines(diff, prefix, options.cwd),
                },
            };
        }
        catch (error) {
            reasons.push(error instanceof Error ? error.message : String(error));
        }
    }
    await refuseTypo(comparison, options);
    return {
        changes: null,
        note: {
            kind: 'info',
            message: `the lines changed since ${comparison.name} are not known (${reasons.join('; ')}): every finding counts; ` +
                'a checkout with more history helps (`fetch-depth: 0`, `GIT_DEPTH: 0`)',
        },
    };
}
/** A shallow checkout does not hold everything that exists, so there a name that git does not know proves nothing. */
async function refuseTypo({ base, option }, options) {
    if (option === undefined || !(await isComplete(options)))
        return;
    if (!base.startsWith('-') && (await resolveCommit(base, options)) !== undefined)
        return;
    const names = await git(['for-each-ref', '--format=%(refname:short)'], options);
    const known = names.split('\n').filter((name) => name !== '');
    throw new settings/* SettingsError */.G(`\`${option}\` is \`${base}\`, and git knows no such commit, branch or tag here` +
        ((0,schema/* suggest */.ZA)(base, known) || '; `git fetch` brings what only the remote has'));
}
async function isComplete(options) {
    try {
        return (await git(['rev-parse', '--is-shallow-repository'], options)).trim() === 'false';
    }
    catch (error) {
        if (error instanceof GitError)
            return false;
        throw error;
    }
}
async function diffByGit(comparison, options) {
    const base = await startOfChange(comparison, options);
    return git([
        'diff',
        '--no-ext-diff',
        '--no-textconv',
        '--no-color',
        '--find-renames',
        '--ignore-submodules=all',
        '--unified=0',
        '--src-prefix=a/',
        '--dst-prefix=b/',
        // Paths below the audited directory, seen from there; what lies outside is left out.
        '--relative',
        base,
        '--',
    ], options);
}
/** The commit whose tree the working tree is compared with. @throws GitError when the history is not there. */
async function startOfChange(comparison, options) {
    if (comparison.base.startsWith('-'))
        throw new GitError(`\`${comparison.base}\` is not a revision`);
    const known = await resolveCommit(comparison.base, options);
    if (comparison.exact)
        return known ?? (await fetchCommit(comparison.base, options));
    if (known === undefined)
        throw new GitError(`\`${comparison.base}\` is not in this checkout`);
    return (await git(['merge-base', known, 'HEAD'], options)).trim();
}
async function resolveCommit(revision, options) {
    try {
        return (await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], options)).trim();
    }
    catch (error) {
        if (error instanceof GitError)
            return undefined;
        throw error;
    }
}
/** One commit without its history is enough to compare with, and cheap to bring into a shallow checkout. */
async function fetchCommit(commit, options) {
    const isShallow = (await git(['rev-parse', '--is-shallow-repository'], options)).trim() === 'true';
    if (!isShallow)
        throw new GitError(`\`${commit}\` is not in this checkout`);
    await git([
        'fetch',
        '--quiet',
        '--no-tags',
        '--no-recurse-submodules',
        '--no-write-fetch-head',
        '--depth=1',
        'origin',
        commit,
    ], options);
    return commit;
}
/** Files that git does not know yet are new to the last line. */
async function untrackedFiles(options) {
    const list = await git(['ls-files', '--others', '--exclude-standard', '-z'], options);
    return list.split('\0').filter((path) => path !== '');
}
/** Where the audited directory lies in its repository: '' or a path; undefined where git does not know. */
async function prefixByGit(options) {
    try {
        return (await git(['rev-parse', '--show-prefix'], options)).trim().replace(/\/$/, '');
    }
    catch (error) {
        if (error instanceof GitError)
            return undefined;
        throw error;
    }
}
/** As `prefixByGit`, or below `checkout` where git does not know; '' outside of it. */
async function prefixOf(checkout, options) {
    const known = await prefixByGit(options);
    if (known !== undefined)
        return known;
    const path = (0,external_node_path_.relative)(checkout, options.cwd);
    return path.startsWith('..') || (0,external_node_path_.isAbsolute)(path) ? '' : path.split(external_node_path_.sep).join('/');
}
/** The directory that an audited path is or lies in. */
function directoryOf(root) {
    return (0,external_node_fs_.statSync)(root, { throwIfNoEntry: false })?.isFile() ? (0,external_node_path_.dirname)(root) : root;
}
/** Both parents of HEAD when it is a merge; a shallow checkout still names them. */
async function mergeParents(options) {
    try {
        const commit = await git(['cat-file', '-p', 'HEAD'], options);
        const header = commit.split('\n\n', 1)[0] ?? '';
        const [first, second] = [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map((match) => match[1]);
        return first !== undefined && second !== undefined ? [first, second] : undefined;
    }
    catch (error) {
        if (error instanceof GitError)
            return undefined;
        throw error;
    }
}
/**
 * An API compares commits, not what is checked out. Where the text of a changed line is not what stands there
 * now, line numbers mean nothing, and the whole file counts as changed.
 */
function checkedLines(diff, prefix, root) {
    const texts = (0,findings_changed/* textOfDiff */.UT)(diff, prefix);
    return new Map([...(0,findings_changed/* linesOfDiff */.GX)(diff, prefix)].map(([path, ranges]) => {
        const lines = readLines((0,external_node_path_.join)(root, path));
        const fits = [...(texts.get(path) ?? [])].every(([line, { text }]) => lines[line - 1] === text);
        return [path, fits ? ranges : 'all'];
    }));
}
function readLines(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file, 'utf8').split(/\r?\n/);
    }
    catch {
        // Deleted or replaced since: its lines fit nothing, and no finding stands in it.
        return [];
    }
}

// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js + 21 modules
var github = __webpack_require__(1758);
// EXTERNAL MODULE: ./node_modules/@octokit/plugin-retry/dist-bundle/index.js
var dist_bundle = __webpack_require__(9735);
// EXTERNAL MODULE: ./node_modules/@octokit/plugin-throttling/dist-bundle/index.js
var plugin_throttling_dist_bundle = __webpack_require__(6856);
// EXTERNAL MODULE: ./node_modules/@octokit/request-error/dist-src/index.js
var dist_src = __webpack_require__(1015);
;// CONCATENATED MODULE: ./build/host/github/client.js
/** A GitHub client that waits when told to, gives up in time, and says in a clause why something failed. */




const REQUEST_TIMEOUT_MS = 20_000;
/** For what must not be written twice: a server that fails may have done it all the same. */
const ONCE = { retries: 0 };
/** A job must not stand still for a rate limit that lasts longer. */
const LONGEST_WAIT_S = 60;
const TRIES_AFTER_LIMIT = 2;
/** 429 belongs to the throttling plugin, 413 and 415 will not get better. */
const FINAL = [400, 401, 403, 404, 406, 409, 410, 413, 415, 422, 429, 451];
function connectGithub(options) {
    const { second = 1000, timeout = REQUEST_TIMEOUT_MS } = options;
    const mayWait = (retryAfter, _request, _octokit, retryCount) => retryAfter <= LONGEST_WAIT_S && retryCount < TRIES_AFTER_LIMIT;
    const settings = {
        baseUrl: options.apiUrl,
        log: { debug: silent, info: silent, warn: silent, error: silent },
        retry: { doNotRetry: FINAL, retries: 2, retryAfterBaseValue: second },
        throttle: {
            onRateLimit: mayWait,
            onSecondaryRateLimit: mayWait,
            retryAfterBaseValue: second,
            ...options.throttle,
        },
    };
    return (0,github/* getOctokit */.Q)(options.token, settings, eachTry(timeout), dist_bundle/* retry */.L, plugin_throttling_dist_bundle/* throttling */.A);
}
function silent() { }
/** Hooks that run for every try; the plugins after it decide how many there are. */
function eachTry(timeout) {
    return (github) => {
        github.hook.before('request', (request) => {
            request.request = { ...request.request, signal: AbortSignal.timeout(timeout) };
        });
        // The throttling plugin knows a secondary limit by its words only; proxies and old servers send a bare 429.
        github.hook.error('request', (error) => {
            if (isRequestError(error) && error.status === 429 && !/secondary rate/i.test(error.message)) {
                error.message = `secondary rate limit: ${error.message}`;
            }
            throw error;
        });
    };
}
/** By name: a bundle may hold the class twice. */
function isRequestError(error) {
    return error instanceof dist_src/* RequestError */.G || (error instanceof Error && error.name === 'HttpError');
}
/** The status of a failed request; undefined where no answer came. */
function statusOf(error) {
    return isRequestError(error) && error.response !== undefined ? error.status : undefined;
}
/** True when GitHub was not there at all: what is asked next will not be answered either. */
function isUnanswered(error) {
    return statusOf(error) === undefined && (isRequestError(error) || isTimeout(error));
}
function isTimeout(error) {
    return error instanceof Error && /abort|timeout/i.test(`${error.name} ${error.message}`);
}
/** One clause for the log: what failed, and what would help. */
function reasonOf(error) {
    const status = statusOf(error);
    if (status !== undefined) {
        return REASONS[status] ?? (status >= 500 ? `GitHub answered ${status}` : `GitHub refused it (${status})`);
    }
    const cause = error instanceof Error ? error : new Error(String(error));
    if (isTimeout(cause))
        return 'GitHub did not answer in time';
    return isRequestError(error) ? 'GitHub could not be reached' : cause.message;
}
const REASONS = {
    401: 'the token is not valid (401)',
    403: 'the token may not (403)',
    404: 'the token may not, or it is not there (404)',
    410: 'it is switched off for this repository (410)',
    413: 'it is too large (413)',
    422: 'GitHub refused the content (422)',
    429: 'the rate limit is used up (429)',
};
/**
 * The body of an answer that was asked for as text, such as a diff.
 * @throws Error when it is anything else: an empty diff would mean that nothing changed.
 */
function textBody(data) {
    if (typeof data === 'string')
        return data;
    if (data instanceof ArrayBuffer)
        return new TextDecoder().decode(data);
    throw new Error('GitHub answered with something other than a diff');
}

;// CONCATENATED MODULE: ./build/host/github/context.js
/** Reads what GitHub tells a job about itself: environment and event payload become one typed value. */

const NO_COMMIT = /^0+$/;
/** A missing or broken payload leaves the event without base and pull request: less is known, nothing fails. */
function readGithubContext(env) {
    const payload = readPayload(env.GITHUB_EVENT_PATH);
    const [owner = '', repo = ''] = (env.GITHUB_REPOSITORY ?? '').split('/');
    return {
        event: env.GITHUB_EVENT_NAME ?? '',
        owner,
        repo,
        sha: env.GITHUB_SHA ?? '',
        ref: env.GITHUB_REF ?? '',
        serverUrl: env.GITHUB_SERVER_URL ?? 'https://github.com',
        apiUrl: env.GITHUB_API_URL ?? 'https://api.github.com',
        workspace: env.GITHUB_WORKSPACE ?? process.cwd(),
        workflow: env.GITHUB_WORKFLOW ?? '',
        job: env.GITHUB_JOB ?? '',
        runId: Number(env.GITHUB_RUN_ID ?? 0),
        actor: env.GITHUB_ACTOR ?? '',
        defaultBranch: context_text(field(payload, 'repository', 'default_branch')) ?? null,
        pullRequest: readPullRequest(payload, `${owner}/${repo}`),
        mergeBranch: context_text(field(payload, 'merge_group', 'base_ref'))?.replace('refs/heads/', '') ?? null,
        before: commit(field(payload, 'merge_group', 'base_sha')) ?? commit(field(payload, 'before')) ?? null,
        files: {
            ...(env.GITHUB_OUTPUT === undefined ? {} : { output: env.GITHUB_OUTPUT }),
            ...(env.GITHUB_STEP_SUMMARY === undefined ? {} : { summary: env.GITHUB_STEP_SUMMARY }),
        },
    };
}
function readPullRequest(payload, repository) {
    const number = field(payload, 'pull_request', 'number') ?? field(payload, 'number');
    const head = commit(field(payload, 'pull_request', 'head', 'sha'));
    const base = commit(field(payload, 'pull_request', 'base', 'sha'));
    if (typeof number !== 'number' || head === undefined || base === undefined)
        return null;
    const from = context_text(field(payload, 'pull_request', 'head', 'repo', 'full_name'));
    // The head's repository is null once a fork is deleted.
    const baseBranch = context_text(field(payload, 'pull_request', 'base', 'ref')) ?? '';
    return { number, head, base, baseBranch, fromFork: from?.toLowerCase() !== repository.toLowerCase() };
}
function readPayload(file) {
    if (file === undefined || file === '')
        return undefined;
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(file, 'utf8'));
    }
    catch {
        return undefined;
    }
}
function field(value, ...path) {
    let current = value;
    for (const key of path) {
        if (typeof current !== 'object' || current === null)
            return undefined;
        current = Object.getOwnPropertyDescriptor(current, key)?.value;
    }
    return current;
}
function context_text(value) {
    return typeof value === 'string' ? value : undefined;
}
function commit(value) {
    const sha = context_text(value);
    return sha !== undefined && /^[0-9a-f]{7,64}$/i.test(sha) && !NO_COMMIT.test(sha) ? sha : undefined;
}

;// CONCATENATED MODULE: ./build/host/github/diff.js


/** Null where the event has nothing to compare with: a schedule, a manual run, a tag. */
async function comparisonOf(context, options) {
    const { pullRequest, sha, event, before, defaultBranch, ref } = context;
    if (pullRequest !== null && event.startsWith('pull_request')) {
        const parents = await mergeParents(options);
        // The default checkout is a merge of the branch into its target: its first parent is all but the change.
        if (parents?.[1] === pullRequest.head) {
            return { base: parents[0], exact: true, head: sha, name: 'the target branch' };
        }
        const head = event === 'pull_request_target' ? '' : pullRequest.head;
        return { base: pullRequest.base, exact: false, head, name: 'the target branch' };
    }
    if (event === 'merge_group' && before !== null) {
        return { base: before, exact: true, head: sha, name: 'the base of the merge group' };
    }
    if (event === 'push' && before !== null) {
        return { base: before, exact: false, head: sha, name: 'the commit before this push' };
    }
    const isNewBranch = event === 'push' && ref.startsWith('refs/heads/') && ref !== `refs/heads/${defaultBranch}`;
    if (isNewBranch && defaultBranch !== null) {
        return { base: `origin/${defaultBranch}`, exact: false, head: sha, name: `\`${defaultBranch}\`` };
    }
    return null;
}
/** GitHub's own comparison: it needs no history and no more than `contents: read`. */
function githubDiffs(github, { owner, repo }) {
    return async ({ base, head }) => {
        if (head === '')
            throw new Error('the commit is not known to GitHub');
        try {
            const { data } = await github.rest.repos.compareCommitsWithBasehead({
                owner,
                repo,
                basehead: `${base.replace(/^origin\//, '')}...${head}`,
                mediaType: { format: 'diff' },
            });
            return { diff: textBody(data), from: "GitHub's comparison" };
        }
        catch (error) {
            throw new Error(`GitHub's comparison failed: ${reasonOf(error)}`, { cause: error });
        }
    };
}

// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/report/rank.js
var rank = __webpack_require__(4101);
// EXTERNAL MODULE: ./build/report/words.js
var report_words = __webpack_require__(4702);
;// CONCATENATED MODULE: ./build/report/annotations.js



/** docs.github.com, "Workflow commands": more are dropped without a word. */
const GITHUB_LIMITS = { perLevel: 10, perJob: 50 };
/** The checks API refuses longer titles (255) and messages (64 KB). */
const LONGEST_TITLE = 255;
const LONGEST_MESSAGE = 16_000;
const LEVELS = {
    critical: 'error',
    warning: 'warning',
    suggestion: 'notice',
};
/** Where a level has more findings than places, findings of one rule in one file share an annotation. */
function annotate(findings, options = {}) {
    const limits = options.limits ?? GITHUB_LIMITS;
    const wanted = options.onlyChanged ? findings.filter((finding) => finding.changed !== false) : findings;
    const leftOut = { error: 0, warning: 0, notice: 0 };
    const records = [];
    let room = Math.max(0, limits.perJob - (options.alreadyUsed ?? 0));
    for (const [level, group] of byLevel(wanted)) {
        const places = Math.min(limits.perLevel, room);
        const bundles = group.length > places ? rolledUp(group) : group.map((finding) => [finding]);
        const shown = bundles.slice(0, places);
        records.push(...shown.map((bundle) => annotation(level, bundle, options)));
        leftOut[level] = group.length - shown.reduce((sum, bundle) => sum + bundle.length, 0);
        room -= shown.length;
    }
    return { records, leftOut };
}
function byLevel(findings) {
    const groups = { error: [], warning: [], notice: [] };
    for (const finding of (0,rank/* ranked */.ad)(findings))
        groups[LEVELS[finding.severity]].push(finding);
    return [
        ['error', groups.error],
        ['warning', groups.warning],
        ['notice', groups.notice],
    ];
}
/** One bundle a rule and file, in the order of each bundle's first finding. */
function rolledUp(findings) {
    const bundles = new Map();
    for (const finding of findings) {
        const key = `${finding.rule}\n${finding.path}`;
        const bundle = bundles.get(key);
        if (bundle)
            bundle.push(finding);
        else
            bundles.set(key, [finding]);
    }
    return [...bundles.values()];
}
function annotation(level, bundle, options) {
    const [finding, ...others] = bundle;
    if (finding === undefined)
        throw new RangeError('an annotation needs a finding');
    const isOneLine = finding.line === finding.endLine;
    return {
        level,
        path: options.repositoryPath?.(finding.path) ?? finding.path,
        line: finding.line,
        endLine: finding.endLine,
        column: isOneLine ? finding.column : null,
        endColumn: isOneLine ? Math.max(finding.column, finding.endColumn - 1) : null,
        title: (0,report_escape/* cut */.Jj)((0,report_escape/* oneLine */.TN)(`${finding.severity}: ${finding.rule}`), LONGEST_TITLE),
        message: (0,report_escape/* cut */.Jj)(messageOf(finding, others), LONGEST_MESSAGE),
    };
}
function messageOf(finding, others) {
    const parts = [(0,report_escape/* oneLine */.TN)(finding.message)];
    if (finding.help !== '')
        parts.push(`help: ${(0,report_escape/* oneLine */.TN)(finding.help)}`);
    if (others.length > 0)
        parts.push(`and ${(0,report_words/* count */.U9)(others.length, 'more place')} in this file: ${linesOf(others)}`);
    return parts.join('\n');
}
const MOST_LINES_NAMED = 10;
function linesOf(findings) {
    const lines = [...new Set(findings.map((finding) => finding.line))].sort((a, b) => a - b);
    const named = lines.slice(0, MOST_LINES_NAMED).join(', ');
    return `${lines.length === 1 ? 'line' : 'lines'} ${named}${lines.length > MOST_LINES_NAMED ? ', …' : ''}`;
}

// EXTERNAL MODULE: ./build/report/index.js + 10 modules
var build_report = __webpack_require__(9653);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(4902);
// EXTERNAL MODULE: ./build/report/markdown-text.js
var markdown_text = __webpack_require__(6084);
// EXTERNAL MODULE: ./build/report/sarif.js
var report_sarif = __webpack_require__(5150);
;// CONCATENATED MODULE: ./build/host/attempt.js
/** Tries one way of publishing: what goes wrong is said, never thrown, and never takes longer than it may. */
/** `run` says in one clause what it did; `reason` turns what it throws into one clause. */
async function attempt(name, run, options) {
    const { reason, timeout = 120_000 } = options;
    let timer;
    const late = new Promise((resolve) => {
        timer = setTimeout(() => resolve({ name, done: false, detail: 'it took too long' }), timeout);
        timer.unref();
    });
    const work = run().then((detail) => ({ name, done: true, detail }), (error) => ({ name, done: false, detail: reason(error) }));
    const outcome = await Promise.race([work, late]);
    clearTimeout(timer);
    return outcome;
}

;// CONCATENATED MODULE: ./build/host/marker.js
/** Invisible words in a comment by which a later run finds what an earlier one wrote. */
/** @param key tells several audits of one repository apart, for instance the audited path. */
function commentMarker(key) {
    return `<!-- rustperf:comment:${plain(key)} -->`;
}
function suggestionMarker(fingerprint) {
    return `<!-- rustperf:suggestion:${plain(fingerprint)} -->`;
}
/** The fingerprints that the suggestion markers of these texts name. */
function suggestionsIn(texts) {
    return new Set(texts.flatMap((text) => [...text.matchAll(/<!-- rustperf:suggestion:([\w./~-]+) -->/g)].map((match) => match[1] ?? '')));
}
/** Nothing in a key may end the HTML comment early. */
function plain(key) {
    return key.replace(/[^\w./]+/g, '~');
}

;// CONCATENATED MODULE: ./build/host/github/check-run.js
/** Writes a check run with every annotation; GitHub takes 50 a request, and later requests add to them. */


/** docs.github.com, "Create a check run". */
const ANNOTATIONS_PER_REQUEST = 50;
const LONGEST_SUMMARY = 65_535;
/** A workflow's token has 1,000 requests an hour for the whole repository. */
const MOST_ANNOTATIONS = 1_000;
const check_run_LEVELS = { error: 'failure', warning: 'warning', notice: 'notice' };
/** Says in a clause what was done. @throws what the API answers to the first request. */
async function writeCheckRun(github, report, context, options) {
    const { owner, repo, headSha, name } = options;
    const { records, leftOut } = annotate(report.findings, {
        onlyChanged: options.onlyChanged,
        repositoryPath: options.repositoryPath,
        limits: { perLevel: MOST_ANNOTATIONS, perJob: MOST_ANNOTATIONS },
    });
    const annotations = records.map(toCheckAnnotation);
    const output = { title: (0,report_escape/* cut */.Jj)(options.title, 255), summary: (0,report_escape/* cut */.Jj)(options.summary, LONGEST_SUMMARY) };
    const { data: run } = await github.rest.checks.create({
        owner,
        repo,
        name,
        head_sha: headSha,
        // Finished from the start: a job that dies while it adds annotations leaves no check that never ends.
        status: 'completed',
        conclusion: conclusionOf(report, context),
        output: { ...output, annotations: annotations.slice(0, ANNOTATIONS_PER_REQUEST) },
    });
    let written = Math.min(annotations.length, ANNOTATIONS_PER_REQUEST);
    const more = Object.values(leftOut).reduce((sum, one) => sum + one, 0);
    try {
        while (written < annotations.length) {
            const next = annotations.slice(written, written + ANNOTATIONS_PER_REQUEST);
            await github.rest.checks.update({
                owner,
                repo,
                check_run_id: run.id,
                output: { ...output, annotations: next },
            });
            written += next.length;
        }
    }
    catch {
        return `a check run with ${written} of ${annotations.length} annotations: GitHub took no more`;
    }
    return `a check run with ${annotations.length === 1 ? '1 annotation' : `${annotations.length} annotations`}${more > 0 ? `, ${more} findings have none` : ''}`;
}
function conclusionOf(report, context) {
    if (context.gate.length > 0)
        return 'failure';
    return report.complete ? 'success' : 'neutral';
}
function toCheckAnnotation(annotation) {
    return {
        path: annotation.path,
        start_line: annotation.line,
        end_line: annotation.endLine,
        ...(annotation.column === null ? {} : { start_column: annotation.column }),
        ...(annotation.endColumn === null ? {} : { end_column: annotation.endColumn }),
        annotation_level: check_run_LEVELS[annotation.level],
        title: annotation.title,
        message: annotation.message,
    };
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build/host/github/code-scanning.js
/** Uploads SARIF to code scanning, where the repository has it and the token may. */


/** Says in a clause what was done. @throws Error with what a user can do, or what the API answers. */
async function uploadSarif(github, options) {
    const { owner, repo, sha, ref } = options;
    try {
        await github.rest.codeScanning.uploadSarif({
            owner,
            repo,
            commit_sha: sha,
            ref,
            sarif: (0,external_node_zlib_.gzipSync)(options.sarif).toString('base64'),
            tool_name: 'rustperf',
        });
    }
    catch (error) {
        // Private repositories without GitHub Code Security answer the same as a token that may not.
        if (statusOf(error) !== 403 && statusOf(error) !== 404)
            throw error;
        throw new Error(`code scanning is off or the token lacks \`security-events: write\` (${statusOf(error)}): ` +
            'the report is in the summary and in the SARIF file', { cause: error });
    }
    return 'uploaded to code scanning';
}

;// CONCATENATED MODULE: ./build/host/github/comment.js
/** Keeps one comment on a pull request: written once, found again by its marker, changed in place. */

/** GitHub's limit for a comment, in characters (its REST API answers 422 above). */
const LONGEST_COMMENT = 65_536;
/** Pages of 100 comments that are searched for ours. */
const MOST_PAGES = 20;
/** Says in a clause what was done. @throws what the API answers when the comment cannot be written. */
async function writeComment(github, target, options) {
    const { owner, repo, number } = target;
    const body = `${options.body}\n\n${options.marker}`;
    for (const comment of await findComments(github, target, options.marker)) {
        if (comment.body === body)
            return 'the comment is up to date';
        try {
            await github.rest.issues.updateComment({ owner, repo, comment_id: comment.id, body });
            return 'the comment is updated';
        }
        catch (error) {
            // Deleted since it was listed, or somebody else's with our marker in it: not ours to change.
            if (statusOf(error) !== 404 && statusOf(error) !== 403)
                throw error;
        }
    }
    if (!options.start)
        return 'there is nothing to say, so no comment is started';
    await github.rest.issues.createComment({ owner, repo, issue_number: number, body, request: ONCE });
    return 'a comment is written';
}
/** Bots first: anybody can quote a marker, but not under a bot's name. */
async function findComments(github, { owner, repo, number }, marker) {
    const found = [];
    const pages = github.paginate.iterator(github.rest.issues.listComments, {
        owner,
        repo,
        issue_number: number,
        per_page: 100,
    });
    let page = 0;
    for await (const { data } of pages) {
        for (const { id, body = '', user } of data) {
            if (body.trimEnd().endsWith(marker))
                found.push({ id, body, isBot: user?.type === 'Bot' });
        }
        page += 1;
        if (page === MOST_PAGES)
            break;
    }
    return found.sort((a, b) => Number(b.isBot) - Number(a.isBot));
}

;// CONCATENATED MODULE: ./build/host/suggestion.js


/** Best first. Left out: fixes that may be wrong, that span files, or that touch lines the diff does not show. */
function suggestionsFor(findings, options) {
    const made = [];
    for (const finding of [...findings].sort(rank/* compareRank */.mt)) {
        if (made.length === options.most)
            break;
        if (finding.changed === false || options.known.has(finding.fingerprint))
            continue;
        const suggestion = suggestionOf(finding, options);
        if (suggestion !== undefined && !made.some((other) => overlaps(other, suggestion)))
            made.push(suggestion);
    }
    return made;
}
function suggestionOf(finding, { source, reviewed }) {
    const { fix } = finding;
    if (fix?.applicability !== 'machine-applicable' || fix.edits.length === 0)
        return undefined;
    if (fix.edits.some((edit) => edit.path !== finding.path))
        return undefined;
    const lines = source(finding.path)?.split('\n');
    const shown = reviewed.get(finding.path);
    if (lines === undefined || shown === undefined)
        return undefined;
    const from = Math.min(...fix.edits.map((edit) => edit.line));
    const to = Math.max(...fix.edits.map((edit) => edit.endLine));
    const before = lines.slice(from - 1, to);
    const shift = shiftOf(before, from, shown);
    if (before.length !== to - from + 1 || shift === undefined)
        return undefined;
    const text = applyEdits(before, from, fix.edits);
    return {
        fingerprint: finding.fingerprint,
        path: finding.path,
        from: from + shift,
        to: to + shift,
        text,
        finding,
    };
}
/**
 * How far the lines moved between the checkout, which may be a merge, and the reviewed commit. Only lines that
 * the diff shows, of which at least one is new, and that stand there just once.
 */
function shiftOf(before, from, shown) {
    const fits = (start) => before.every((text, index) => shown.get(start + index)?.text === text.replace(/\r$/, '')) &&
        before.some((_, index) => shown.get(start + index)?.added === true);
    if (fits(from))
        return 0;
    const others = [...shown.keys()].filter(fits);
    return others.length === 1 && others[0] !== undefined ? others[0] - from : undefined;
}
function applyEdits(lines, from, edits) {
    const text = lines.join('\n');
    const offset = (line, column) => lines.slice(0, line - from).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
    let result = '';
    let done = 0;
    for (const edit of [...edits].sort((a, b) => a.line - b.line || a.column - b.column)) {
        result += text.slice(done, offset(edit.line, edit.column)) + edit.newText;
        done = offset(edit.endLine, edit.endColumn);
    }
    return (result + text.slice(done)).replace(/\r/g, '').replace(/\n$/, '');
}
function overlaps(a, b) {
    return a.path === b.path && a.from <= b.to && b.from <= a.to;
}
/** The review comment: words, a block that the host turns into a button, and the hidden marker. */
function suggestionBody(suggestion, words, language) {
    const longest = Math.max(2, ...[...suggestion.text.matchAll(/`+/g)].map((match) => match[0].length));
    const fence = '`'.repeat(longest + 1);
    return `${words}\n\n${fence}${language}\n${suggestion.text}\n${fence}\n\n${suggestionMarker(suggestion.fingerprint)}`;
}

;// CONCATENATED MODULE: ./build/host/github/review.js
/** Offers safe fixes as review comments that a click applies, each at most once in the life of a pull request. */





/** More comments at once are noise, and GitHub limits how fast content is made. */
const MOST_SUGGESTIONS = 20;
/** Says in a clause what was done. @throws what the API answers. */
async function suggestFixes(github, options) {
    const { owner, repo, pullRequest } = options;
    const isFixable = ({ fix, changed }) => fix?.applicability === 'machine-applicable' && changed !== false;
    if (!options.findings.some(isFixable))
        return 'there is no safe fix to suggest';
    const place = { owner, repo, pull_number: pullRequest.number };
    const comments = await github.paginate(github.rest.pulls.listReviewComments, { ...place, per_page: 100 });
    const { data: diff } = await github.rest.pulls.get({ ...place, mediaType: { format: 'diff' } });
    const suggestions = suggestionsFor(options.findings, {
        source: options.source,
        reviewed: (0,findings_changed/* textOfDiff */.UT)(textBody(diff), options.prefix),
        known: suggestionsIn(comments.map((comment) => comment.body)),
        most: MOST_SUGGESTIONS,
    });
    if (suggestions.length === 0)
        return 'there is no new fix to suggest on the changed lines';
    const written = await writeReview(github, options, suggestions);
    return written === 1 ? '1 fix is suggested' : `${written} fixes are suggested`;
}
/** All in one review, which is one mail; one by one when GitHub refuses any of them. */
async function writeReview(github, options, suggestions) {
    const { owner, repo, pullRequest } = options;
    const place = { owner, repo, pull_number: pullRequest.number, commit_id: pullRequest.head };
    const comments = suggestions.map((suggestion) => toComment(suggestion, options));
    try {
        await github.rest.pulls.createReview({ ...place, event: 'COMMENT', comments, request: ONCE });
        return comments.length;
    }
    catch (error) {
        if (statusOf(error) !== 422)
            throw error;
    }
    let written = 0;
    for (const comment of comments) {
        try {
            await github.rest.pulls.createReviewComment({ ...place, ...comment, request: ONCE });
            written += 1;
        }
        catch (error) {
            if (statusOf(error) !== 422)
                throw error;
        }
    }
    return written;
}
function toComment(suggestion, { repositoryPath }) {
    const { finding, from, to } = suggestion;
    const words = `**${finding.severity}** ${(0,markdown_text/* sentence */.em)(`\`${finding.rule}\``)}: ${(0,markdown_text/* sentence */.em)(finding.message)}`;
    return {
        path: repositoryPath(suggestion.path),
        line: to,
        side: 'RIGHT',
        ...(from < to ? { start_line: from, start_side: 'RIGHT' } : {}),
        body: suggestionBody(suggestion, words, 'suggestion'),
    };
}

;// CONCATENATED MODULE: ./build/host/github/publish.js
/** Shows a finished audit on GitHub by every way that is wanted and allowed, and says which ways it took. */
















/** Never throws, and never changes the verdict: what cannot be published is named in the log. */
async function publishOnGithub(report, reportContext, options) {
    const { runner, context, github } = options;
    const outcomes = [];
    const tryTo = async (name, run) => {
        const outcome = await attempt(name, run, { reason: (error) => hinted(error, context) });
        outcomes.push(outcome);
        return outcome.done;
    };
    let isSilent = false;
    const api = async (name, run) => tryTo(name, async () => {
        if (github === null)
            throw new Error('there is no `github-token`');
        // Every further try would cost the job another minute.
        if (isSilent)
            throw new Error('not tried, because GitHub did not answer before');
        try {
            return await run(github);
        }
        catch (error) {
            isSilent = isUnanswered(error);
            throw error;
        }
    });
    await tryTo('outputs', async () => setOutputs(report, reportContext, options));
    // Also without findings: a check that branches require must be there to pass.
    const hasCheckRun = options.checkRun &&
        (await api('check run', (client) => checkRun(client, report, reportContext, options)));
    if (!hasCheckRun)
        await tryTo('annotations', async () => annotateLog(report, options));
    await tryTo('summary', async () => {
        await runner.summarize(summary(report, reportContext, options, hasCheckRun));
        return 'written';
    });
    if (options.comment)
        await api('comment', (client) => comment(client, report, reportContext, options));
    if (options.suggest)
        await api('suggestions', (client) => suggest(client, report, reportContext, options));
    if (options.uploadSarif)
        await api('code scanning', (client) => upload(client, report, reportContext, options));
    // The check run is an extra that most tokens may not write; the annotations say the same.
    const missing = outcomes.filter(({ done, name }) => !done && name !== 'check run');
    if (missing.length > 0) {
        const lines = missing.map(({ name, detail }) => `- ${name}: ${(0,markdown_text/* sentence */.em)(detail)}`);
        await attempt('remarks', async () => {
            await runner.summarize(`\n\nNot published:\n\n${lines.join('\n')}\n`);
            return 'written';
        }, { reason: reasonOf });
    }
    return outcomes;
}
/** `outputs: written; comment: the token may not (403)`: one line for the log. */
function outcomeLine(outcomes) {
    return outcomes.map(({ name, detail }) => `${name}: ${detail}`).join('; ');
}
function hinted(error, { event, pullRequest, actor }) {
    const reason = reasonOf(error);
    if (statusOf(error) !== 403 || event !== 'pull_request')
        return reason;
    if (pullRequest?.fromFork)
        return `${reason}: pull requests from forks get a token that only reads`;
    return actor === 'dependabot[bot]' ? `${reason}: Dependabot gets a token that only reads` : reason;
}
async function setOutputs(report, context, options) {
    const { runner, temp, sarifFile } = options;
    const { critical, warning, suggestion } = report.summary;
    const json = (0,external_node_path_.join)(temp, 'rustperf.json');
    const known = report.findings.filter((finding) => finding.changed !== null);
    const values = {
        critical,
        warning,
        suggestion,
        new: known.length === 0 && report.findings.length > 0 ? '' : known.filter((one) => one.changed).length,
        passed: context.gate.length === 0 && report.complete,
    };
    for (const [name, value] of Object.entries(values))
        runner.setOutput(name, value);
    save(json, build_report/* renderers */.Z.json(report, context));
    runner.setOutput('report-json', json);
    if (sarifFile !== null) {
        save(sarifFile, (0,report_sarif/* renderSarif */.W)(report, context, { repositoryPath: repositoryPath(options) }));
        runner.setOutput('sarif-file', sarifFile);
    }
    return 'set';
}
function save(file, text) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true });
    (0,external_node_fs_.writeFileSync)(file, text);
}
async function annotateLog(report, options) {
    const { records } = annotationsOf(report, options);
    for (const record of records)
        options.runner.annotate(record);
    return String(records.length);
}
function annotationsOf(report, options) {
    return annotate(report.findings, {
        onlyChanged: options.onlyChanged,
        repositoryPath: repositoryPath(options),
    });
}
function checkRun(github, report, context, options) {
    const { owner, repo, sha, pullRequest } = options.context;
    return writeCheckRun(github, report, context, {
        owner,
        repo,
        headSha: pullRequest?.head ?? sha,
        name: options.prefix === '' ? 'rustperf' : `rustperf (${options.prefix})`,
        title: verdict(report, context),
        summary: publish_markdown(report, context, options, { limit: LONGEST_SUMMARY - 500 }),
        onlyChanged: options.onlyChanged,
        repositoryPath: repositoryPath(options),
    });
}
/** The verdict in a few words: titles and the last line of the log. */
function verdict(report, context) {
    const { critical, warning, suggestion } = report.summary;
    const counts = [
        (0,report_words/* count */.U9)(critical, 'critical', 'critical'),
        (0,report_words/* count */.U9)(warning, 'warning'),
        (0,report_words/* count */.U9)(suggestion, 'suggestion'),
    ].join(', ');
    const words = (0,report_words/* trendWords */.nv)(report, report_escape/* oneLine */.TN);
    const trend = words === undefined ? '' : `; ${words}`;
    if (context.gate.length > 0)
        return `failed: ${(0,report_words/* count */.U9)(context.gate.length, 'finding')} to fix (${counts})${trend}`;
    if (!report.complete)
        return `incomplete: not all of the code could be audited (${counts})`;
    return `${report.findings.length === 0 ? 'passed: no findings' : `passed (${counts})`}${trend}`;
}
function summary(report, context, options, hasCheckRun) {
    const { leftOut } = annotationsOf(report, options);
    const missing = leftOut.error + leftOut.warning + leftOut.notice;
    const remarks = hasCheckRun || missing === 0
        ? []
        : [`${(0,report_words/* count */.U9)(missing, 'more finding')} without an annotation: GitHub shows 10 of each kind a step.`];
    // Room for the remarks that are added when something could not be published.
    return publish_markdown(report, context, options, { remarks, limit: 1_000_000 });
}
function comment(github, report, context, options) {
    const { owner, repo, pullRequest } = options.context;
    if (pullRequest === null)
        return Promise.resolve('there is no pull request to comment on');
    const marker = commentMarker(`${options.prefix}/`);
    const shown = options.onlyChanged
        ? report.findings.filter((one) => one.changed !== false)
        : report.findings;
    return writeComment(github, { owner, repo, number: pullRequest.number }, {
        marker,
        body: publish_markdown(report, context, options, { limit: LONGEST_COMMENT - marker.length - 100 }),
        start: shown.length > 0,
    });
}
function suggest(github, report, context, options) {
    const { owner, repo, pullRequest } = options.context;
    if (pullRequest === null)
        return Promise.resolve('there is no pull request to review');
    return suggestFixes(github, {
        owner,
        repo,
        pullRequest,
        findings: report.findings,
        source: context.source,
        prefix: options.prefix,
        repositoryPath: repositoryPath(options),
    });
}
function upload(github, report, context, options) {
    const { owner, repo, sha, ref } = options.context;
    const sarif = (0,report_sarif/* renderSarif */.W)(report, context, {
        repositoryPath: repositoryPath(options),
        forUpload: true,
        ...(options.prefix === '' ? {} : { category: `rustperf/${options.prefix}` }),
    });
    return uploadSarif(github, { owner, repo, sha, ref, sarif });
}
function publish_markdown(report, context, options, more) {
    return (0,markdown/* renderMarkdown */.G)(report, context, {
        linkBase: linkBase(options),
        onlyChanged: options.onlyChanged,
        ...more,
        ...(options.benchmark === undefined ? {} : { benchmark: options.benchmark }),
    });
}
function linkBase(options) {
    const { serverUrl, owner, repo, sha } = options.context;
    const pathOf = repositoryPath(options);
    return ({ path, line, endLine }) => {
        const lines = endLine > line ? `L${line}-L${endLine}` : `L${line}`;
        return `${serverUrl}/${owner}/${repo}/blob/${sha}/${(0,report_escape/* urlPath */.Lx)(pathOf(path))}#${lines}`;
    };
}
function repositoryPath({ prefix }) {
    return (path) => (prefix === '' ? path : `${prefix}/${path}`);
}

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 14 modules
var core = __webpack_require__(6421);
;// CONCATENATED MODULE: ./build/host/github/runner.js
/** The runner's own channels, which need no token: log, annotations, outputs, summary. */


const runner = {
    log: (line) => core/* info */.pq(guarded(line)),
    print(text) {
        const word = (0,external_node_crypto_.randomUUID)();
        core/* info */.pq(`::stop-commands::${word}`);
        core/* info */.pq(text.replace(/\n+$/, ''));
        core/* info */.pq(`::${word}::`);
    },
    fail: (message) => core/* error */.z3(message, { title: 'rustperf could not audit' }),
    annotate({ level, path, line, endLine, column, endColumn, title, message }) {
        const place = {
            title,
            file: path,
            startLine: line,
            endLine,
            ...(column === null ? {} : { startColumn: column }),
            ...(endColumn === null ? {} : { endColumn }),
        };
        COMMANDS[level](message, place);
    },
    setOutput: (name, value) => core/* setOutput */.uH(name, value),
    async summarize(markdown) {
        await core/* summary */.z.addRaw(markdown, true).write();
        core/* summary */.z.emptyBuffer();
    },
};
const COMMANDS = { error: core/* error */.z3, warning: core/* warning */.$e, notice: core/* notice */.lm };
/** A line that begins with two colons would be a command. */
function guarded(line) {
    return line.replace(/^(\s*)::/, '$1\u200b::').replaceAll('##[', '#\u200b#[');
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/host/gitlab/client.js
/** The few calls of GitLab's REST API that publishing needs: they wait when told to, and give up in time. */

/** A request that GitLab refused, or that it did not answer: then `status` is null. */
class GitlabError extends Error {
    name = 'GitlabError';
    status;
    constructor(message, status, options) {
        super(message, options);
        this.status = status;
    }
}
const client_REQUEST_TIMEOUT_MS = 20_000;
const TRIES = 3;
const client_MOST_PAGES = 20;
/** A job must not stand still for a rate limit that lasts longer. */
const client_LONGEST_WAIT_S = 60;
function connectGitlab(options) {
    const base = `${options.apiUrl.replace(/\/$/, '')}/projects/${encodeURIComponent(options.projectId)}`;
    const call = (method, path, body) => persist(options, method, `${base}/${path}`, body);
    return {
        get: async (path) => parse(await call('GET', path)),
        text: async (path) => (await call('GET', path)).body,
        send: async (method, path, body) => parse(await call(method, path, body)),
        async list(path) {
            const all = [];
            let page = '1';
            for (let count = 0; count < client_MOST_PAGES && page !== ''; count += 1) {
                const answer = await call('GET', `${path}${path.includes('?') ? '&' : '?'}per_page=100&page=${page}`);
                const part = parse(answer);
                if (!Array.isArray(part))
                    throw new GitlabError('GitLab answered with something other than a list', null);
                all.push(...part);
                page = answer.headers.get('x-next-page') ?? '';
            }
            return all;
        },
    };
}
/** Tries again what may get better: a rate limit, a failing server; a write only when it was surely not done. */
async function persist(options, method, url, body) {
    for (let attempt = 1;; attempt += 1) {
        let answer;
        try {
            answer = await once(options, method, url, body);
        }
        catch (cause) {
            if (method === 'GET' && attempt < TRIES) {
                await pause(attempt ** 2, options);
                continue;
            }
            throw new GitlabError(unanswered(cause), null, { cause });
        }
        if (answer.status < 300)
            return answer;
        const delay = delayBefore(attempt, method, answer);
        if (delay === undefined || attempt >= TRIES)
            throw refused(answer.status);
        await pause(delay, options);
    }
}
async function once({ token, timeout = client_REQUEST_TIMEOUT_MS }, method, url, body) {
    const response = await fetch(url, {
        method,
        headers: {
            'private-token': token,
            'user-agent': 'rustperf',
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        signal: AbortSignal.timeout(timeout),
        // A redirect to another host would carry the token along.
        redirect: 'error',
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, body: await response.text() };
}
/** Seconds to wait before another try; undefined where another try is pointless or might write twice. */
function delayBefore(attempt, method, { status, headers }) {
    const isIdempotent = method !== 'POST';
    if (status !== 429 && status !== 503 && !(status >= 500 && isIdempotent))
        return undefined;
    const asked = Number(headers.get('retry-after') ?? attempt ** 2);
    return asked <= client_LONGEST_WAIT_S ? asked : undefined;
}
function pause(seconds, { second = 1000 }) {
    return (0,promises_.setTimeout)(seconds * second);
}
function parse({ body }) {
    try {
        return JSON.parse(body);
    }
    catch (cause) {
        throw new GitlabError('GitLab answered with something other than JSON', null, { cause });
    }
}
function refused(status) {
    const known = client_REASONS[status] ?? (status >= 500 ? `GitLab answered ${status}` : `GitLab refused it (${status})`);
    return new GitlabError(known, status);
}
const client_REASONS = {
    401: 'the token is not valid (401)',
    403: 'the token may not: it needs the scope `api` and the role Reporter or higher (403)',
    404: 'the token may not, or it is not there (404)',
    429: 'the rate limit is used up (429)',
};
function unanswered(cause) {
    return cause instanceof Error && cause.name === 'TimeoutError'
        ? 'GitLab did not answer in time'
        : 'GitLab could not be reached';
}

;// CONCATENATED MODULE: ./build/host/gitlab/context.js
/** Reads what GitLab tells a job about itself. */


function readGitlabContext(env) {
    const text = (name) => {
        const value = env[name]?.trim() ?? '';
        return value === '' ? null : value;
    };
    const commit = (name) => {
        const sha = text(name);
        return sha === null || /^0+$/.test(sha) ? null : sha;
    };
    const iid = Number(env.CI_MERGE_REQUEST_IID);
    return {
        apiUrl: text('CI_API_V4_URL') ?? 'https://gitlab.com/api/v4',
        projectId: text('CI_PROJECT_ID') ?? '',
        projectUrl: text('CI_PROJECT_URL') ?? '',
        projectDir: existing(text('CI_PROJECT_DIR')) ?? process.cwd(),
        sha: text('CI_COMMIT_SHA') ?? '',
        job: text('CI_JOB_NAME') ?? '',
        before: commit('CI_COMMIT_BEFORE_SHA'),
        branch: text('CI_COMMIT_BRANCH'),
        defaultBranch: text('CI_DEFAULT_BRANCH'),
        mergeRequest: Number.isInteger(iid) && iid > 0
            ? {
                iid,
                diffBase: commit('CI_MERGE_REQUEST_DIFF_BASE_SHA'),
                target: commit('CI_MERGE_REQUEST_TARGET_BRANCH_SHA'),
                targetBranch: text('CI_MERGE_REQUEST_TARGET_BRANCH_NAME'),
            }
            : null,
        token: text('RUSTPERF_TOKEN'),
        discussions: text('RUSTPERF_DISCUSSIONS') === 'true',
    };
}
/** Some runners name a directory of another machine; the job starts in the checkout all the same. */
function existing(directory) {
    return directory !== null && (0,external_node_fs_.existsSync)(directory) ? directory : null;
}
/** Null where the pipeline has nothing to compare with: a schedule, a tag, a first push of the default branch. */
async function context_comparisonOf(context, options) {
    const { mergeRequest, before, branch, defaultBranch, sha } = context;
    if (mergeRequest !== null) {
        const name = 'the target branch';
        // A merged results pipeline checks out a merge: all but its first parent is the change.
        if (mergeRequest.target !== null)
            return { base: mergeRequest.target, exact: true, head: sha, name };
        const parents = await mergeParents(options);
        const { diffBase } = mergeRequest;
        if (diffBase === null)
            return parents === undefined ? null : { base: parents[0], exact: true, head: sha, name };
        return { base: diffBase, exact: true, head: sha, name };
    }
    if (before !== null)
        return { base: before, exact: false, head: sha, name: 'the commit before this push' };
    if (branch !== null && defaultBranch !== null && branch !== defaultBranch) {
        return { base: `origin/${defaultBranch}`, exact: false, head: sha, name: `\`${defaultBranch}\`` };
    }
    return null;
}
/** GitLab's own diff of the merge request, for checkouts without its base. */
function gitlabDiffs(client, iid) {
    return async () => ({
        diff: await client.text(`merge_requests/${iid}/raw_diffs`),
        from: "GitLab's diff of the merge request",
    });
}

// EXTERNAL MODULE: ./build/report/gitlab.js
var gitlab = __webpack_require__(6848);
;// CONCATENATED MODULE: ./build/host/gitlab/discussions.js
/** Opens a thread on each changed line that has a finding, with a suggestion where a fix is safe; never twice. */






/** More threads at once are noise. */
const MOST_DISCUSSIONS = 20;
/** Says in a clause what was done. @throws GitlabError */
async function openDiscussions(client, options) {
    const place = `merge_requests/${options.iid}`;
    const changed = options.findings.filter((finding) => finding.changed === true);
    if (changed.length === 0)
        return 'there is no finding on a changed line';
    const known = suggestionsIn((await client.list(`${place}/discussions`)).map((one) => JSON.stringify(one)));
    const [version] = (await client.list(`${place}/versions`)).filter(isVersion);
    if (version === undefined)
        return 'GitLab has no version of the diff yet';
    const reviewed = (0,findings_changed/* textOfDiff */.UT)(await client.text(`${place}/raw_diffs`), options.prefix);
    const suggestions = suggestionsFor(changed, {
        source: options.source,
        reviewed,
        known,
        most: MOST_DISCUSSIONS,
    });
    const byFingerprint = new Map(suggestions.map((suggestion) => [suggestion.fingerprint, suggestion]));
    let opened = 0;
    for (const finding of (0,rank/* ranked */.ad)(changed)) {
        if (opened === MOST_DISCUSSIONS)
            break;
        if (known.has(finding.fingerprint))
            continue;
        const suggestion = byFingerprint.get(finding.fingerprint);
        const line = suggestion?.to ?? reviewedLine(finding, options.source, reviewed);
        if (line === undefined)
            continue;
        if (await discussions_open(client, `${place}/discussions`, finding, line, suggestion, version, options))
            opened += 1;
    }
    return opened === 1 ? '1 thread is opened' : `${opened} threads are opened`;
}
/** False where GitLab does not take the position, for instance in a file that was renamed. */
async function discussions_open(client, path, finding, line, suggestion, version, { repositoryPath }) {
    const file = repositoryPath(finding.path);
    const words = `**${finding.severity}** ${(0,markdown_text/* sentence */.em)(`\`${finding.rule}\``)}: ${(0,markdown_text/* sentence */.em)(finding.message)}`;
    const body = suggestion === undefined
        ? `${words}\n\n${(0,markdown_text/* sentence */.em)(finding.help)}\n\n${suggestionMarker(finding.fingerprint)}`
        : suggestionBody(suggestion, words, `suggestion:-${suggestion.to - suggestion.from}+0`);
    try {
        await client.send('POST', path, {
            body,
            position: {
                position_type: 'text',
                base_sha: version.base_commit_sha,
                start_sha: version.start_commit_sha,
                head_sha: version.head_commit_sha,
                old_path: file,
                new_path: file,
                new_line: line,
            },
        });
        return true;
    }
    catch (error) {
        if (error instanceof GitlabError && (error.status === 400 || error.status === 422))
            return false;
        throw error;
    }
}
/** The line's number in the merge request's own head, which a merged results pipeline does not check out. */
function reviewedLine(finding, source, reviewed) {
    const text = source(finding.path)?.split(/\r?\n/)[finding.line - 1];
    const lines = reviewed.get(finding.path);
    if (text === undefined || lines === undefined)
        return undefined;
    const fits = (line) => {
        const shown = lines.get(line);
        return shown?.added === true && shown.text === text;
    };
    if (fits(finding.line))
        return finding.line;
    const others = [...lines.keys()].filter(fits);
    return others.length === 1 ? others[0] : undefined;
}
function isVersion(value) {
    return (typeof value === 'object' &&
        value !== null &&
        'base_commit_sha' in value &&
        typeof value.base_commit_sha === 'string' &&
        'start_commit_sha' in value &&
        typeof value.start_commit_sha === 'string' &&
        'head_commit_sha' in value &&
        typeof value.head_commit_sha === 'string');
}

;// CONCATENATED MODULE: ./build/host/gitlab/note.js
/** Keeps one note on a merge request: written once, found again by its marker, changed in place. */

/** GitLab's limit is 1,000,000 characters; nobody reads that much. */
const LONGEST_NOTE = 100_000;
/** Says in a clause what was done. @throws GitlabError */
async function writeNote(client, options) {
    const path = `merge_requests/${options.iid}/notes`;
    const body = `${options.body}\n\n${options.marker}`;
    for (const note of (await client.list(`${path}?sort=asc&order_by=created_at`)).filter(isNote)) {
        if (!note.body.trimEnd().endsWith(options.marker))
            continue;
        if (note.body === body)
            return 'the note is up to date';
        try {
            await client.send('PUT', `${path}/${note.id}`, { body });
            return 'the note is updated';
        }
        catch (error) {
            // Deleted since it was listed, or somebody else's with our marker in it: not ours to change.
            if (!(error instanceof GitlabError) || (error.status !== 404 && error.status !== 403))
                throw error;
        }
    }
    if (!options.start)
        return 'there is nothing to say, so no note is started';
    await client.send('POST', path, { body });
    return 'a note is written';
}
function isNote(value) {
    return (typeof value === 'object' &&
        value !== null &&
        'id' in value &&
        typeof value.id === 'number' &&
        'body' in value &&
        typeof value.body === 'string');
}

;// CONCATENATED MODULE: ./build/host/gitlab/publish.js
/** Shows a finished audit on GitLab: a Code Quality artifact always, a note and threads with a token. */









/** The name that GitLab's own templates use. */
const CODE_QUALITY_FILE = 'gl-code-quality-report.json';
/** Never throws, and never changes the verdict: what cannot be published is named in the log. */
async function publishOnGitlab(report, reportContext, options) {
    const { context, client, prefix } = options;
    const reason = (error) => (error instanceof Error ? error.message : String(error));
    const repositoryPath = (path) => (prefix === '' ? path : `${prefix}/${path}`);
    const outcomes = [
        await attempt('code quality', async () => {
            const file = (0,external_node_path_.join)(context.projectDir, CODE_QUALITY_FILE);
            (0,external_node_fs_.writeFileSync)(file, (0,gitlab/* renderGitlab */.y)(report, reportContext, { repositoryPath }));
            return `\`${CODE_QUALITY_FILE}\``;
        }, { reason }),
    ];
    const { mergeRequest } = context;
    if (mergeRequest === null || client === null)
        return outcomes;
    const { iid } = mergeRequest;
    const marker = commentMarker(`${prefix}/`);
    const shown = options.onlyChanged
        ? report.findings.filter((one) => one.changed !== false)
        : report.findings;
    const note = async () => {
        const linkBase = linksTo(context, repositoryPath);
        const { onlyChanged } = options;
        const body = (0,markdown/* renderMarkdown */.G)(report, reportContext, { linkBase, onlyChanged, limit: LONGEST_NOTE });
        return writeNote(client, { iid, marker, body, start: shown.length > 0 });
    };
    outcomes.push(await attempt('note', note, { reason }));
    if (context.discussions) {
        const { findings } = report;
        const run = () => openDiscussions(client, { iid, findings, source: reportContext.source, prefix, repositoryPath });
        outcomes.push(await attempt('threads', run, { reason }));
    }
    return outcomes;
}
function linksTo(context, repositoryPath) {
    return ({ path, line, endLine }) => {
        const lines = endLine > line ? `L${line}-${endLine}` : `L${line}`;
        return `${context.projectUrl}/-/blob/${context.sha}/${(0,report_escape/* urlPath */.Lx)(repositoryPath(path))}#${lines}`;
    };
}

;// CONCATENATED MODULE: ./build/host/trend.js
/** Keeps snapshots of audits in one directory of the checkout, which the CI host carries from job to job. */




/** Relative to the checkout. */
const TREND_FOLDER = '.rustperf-trend';
/** Root-relative and the same on every machine. Branch names hold what file names and cache keys may not. */
function snapshotFile(prefix, branch) {
    return `${TREND_FOLDER}/${trend_short(prefix)}-${trend_short(branch)}.json`;
}
function trend_short(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 12);
}
/** Null where none is there, or none that can be read. Follows no link: a checkout may bring any. */
function readSnapshot(checkout, file) {
    if (isLinked(checkout, file))
        return null;
    try {
        return parseSnapshot((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(checkout, file), 'utf8'));
    }
    catch {
        return null;
    }
}
/** @throws Error where it cannot be written, or would be written elsewhere */
function writeSnapshot(checkout, file, snapshot) {
    if (isLinked(checkout, file))
        throw new Error(`\`${TREND_FOLDER}\` is a link`);
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)((0,external_node_path_.join)(checkout, file)), { recursive: true });
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(checkout, file), formatSnapshot(snapshot));
}
function isLinked(checkout, file) {
    return [TREND_FOLDER, file].some((path) => (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(checkout, path), { throwIfNoEntry: false })?.isSymbolicLink() === true);
}
/** What the report's audit found, to be remembered. */
function snapshotOf(report, context, head) {
    return { ...head, findings: context.unfolded ?? report.findings };
}
/** The report with its trend; as it is where there is nothing, or nothing of the same kind, to compare with. */
function withTrend(report, context, base, now) {
    const isComparable = base !== null && base.choice === now.choice && base.commit !== now.commit;
    if (!isComparable || !report.complete)
        return report;
    return { ...report, trend: trendOf(context.unfolded ?? report.findings, base) };
}

;// CONCATENATED MODULE: ./build/host/gitlab/trend.js
/** Finds what an audit of the target branch found: in the job's cache, or with a token in that branch's last artifact. */




/** Null for what has no branch to be compared with, such as a tag. */
function baseBranchOf({ mergeRequest, branch, defaultBranch, before }) {
    if (mergeRequest !== null) {
        const { targetBranch, target, diffBase } = mergeRequest;
        return targetBranch === null ? null : { name: targetBranch, commit: target ?? diffBase };
    }
    if (branch === null || defaultBranch === null)
        return null;
    return { name: defaultBranch, commit: branch === defaultBranch ? before : null };
}
/** Null where that is not known. */
async function recallBase(options) {
    const { context, client, prefix } = options;
    const base = baseBranchOf(context);
    if (base === null)
        return null;
    const file = snapshotFile(prefix, base.name);
    const cached = (await isTracked(file, options)) ? null : readSnapshot(context.projectDir, file);
    if (cached !== null || client === null || context.job === '')
        return cached;
    const [branch, job] = [base.name, context.job].map(encodeURIComponent);
    try {
        return parseSnapshot(await client.text(`jobs/artifacts/${branch}/raw/${file}?job=${job}`));
    }
    catch (error) {
        // There is none yet, or the token may not: nothing that anybody waits for.
        if (error instanceof GitlabError)
            return null;
        throw error;
    }
}
/** What a checkout brings along under our name is its own, and nobody's audit. */
async function isTracked(file, { context, git: options }) {
    try {
        const list = await git(['ls-files', '-z', '--', file], { ...options, cwd: context.projectDir });
        return list !== '';
    }
    catch (error) {
        // Without git there is no checkout that could have brought it.
        if (error instanceof GitError)
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/host/ci.js
/** `rustperf check --ci`: knows which CI host it runs on, what changed there, and publishes there. */














/** @throws SettingsError outside of the CI hosts that rustperf knows. */
function detectCi(env) {
    if (env.GITLAB_CI === 'true')
        return gitlabHost(env);
    if (env.GITHUB_ACTIONS === 'true')
        return githubHost(env);
    throw new settings/* SettingsError */.G('`--ci` publishes on GitHub and GitLab, and this is neither: leave it out, and write reports with `--output`');
}
/** The lines changed since `--changed-since`, on any machine. @throws SettingsError when it names nothing */
function changesSince(revision, root, env) {
    const option = '--changed-since';
    const comparison = { base: revision, exact: false, head: '', name: `\`${revision}\``, option };
    return findChanges(comparison, { cwd: directoryOf(root), env });
}
function githubHost(env) {
    const context = readGithubContext(env);
    const token = env.GITHUB_TOKEN ?? '';
    const github = token === '' ? null : connectGithub({ token, apiUrl: context.apiUrl });
    return {
        name: 'github',
        changes: (settings) => hostChanges(settings, env, (git) => comparisonOf(context, git), {
            ...(github === null ? {} : { remote: githubDiffs(github, context) }),
        }),
        // Only the action can reach the cache that carries it from run to run.
        compare: async (report) => report,
        async publish(report, reportContext, { root, onlyChanged }) {
            const outcomes = await publishOnGithub(report, reportContext, {
                context,
                github,
                runner: runner,
                onlyChanged,
                prefix: await prefixOf(context.workspace, { cwd: directoryOf(root), env, trustOwner: true }),
                comment: false,
                suggest: false,
                checkRun: github !== null,
                uploadSarif: false,
                sarifFile: null,
                temp: env.RUNNER_TEMP ?? context.workspace,
            });
            return outcomeLine(outcomes);
        },
    };
}
function gitlabHost(env) {
    const context = readGitlabContext(env);
    const { apiUrl, projectId, token, mergeRequest } = context;
    const client = token === null ? null : connectGitlab({ apiUrl, projectId, token });
    return {
        name: 'gitlab',
        changes: (settings) => hostChanges(settings, env, (git) => context_comparisonOf(context, git), {
            ...(client === null || mergeRequest === null
                ? {}
                : { remote: gitlabDiffs(client, mergeRequest.iid) }),
        }),
        async compare(report, reportContext, settings) {
            const git = { cwd: directoryOf(settings.root), env, trustOwner: true };
            const prefix = await prefixOf(context.projectDir, git);
            const now = { commit: context.sha, choice: choiceOf(settings, version/* version */.r) };
            const base = await recallBase({ context, client, prefix, git });
            if (report.complete)
                remember(context, prefix, snapshotOf(report, reportContext, { ...now, branch: branchOf(context) }));
            return withTrend(report, reportContext, base, now);
        },
        async publish(report, reportContext, { root, onlyChanged }) {
            const prefix = await prefixOf(context.projectDir, { cwd: directoryOf(root), env, trustOwner: true });
            const outcomes = await publishOnGitlab(report, reportContext, { context, client, onlyChanged, prefix });
            const hint = mergeRequest !== null && client === null
                ? '; note: off, the job token cannot comment, `RUSTPERF_TOKEN` can'
                : '';
            return outcomeLine(outcomes) + hint;
        },
    };
}
/** Also of a merge request: a job whose cache and artifact are always there gives GitLab nothing to warn of. */
function branchOf({ branch, mergeRequest }) {
    return branch ?? `!${mergeRequest?.iid ?? ''}`;
}
function remember({ projectDir }, prefix, snapshot) {
    try {
        writeSnapshot(projectDir, snapshotFile(prefix, snapshot.branch), snapshot);
    }
    catch {
        // A checkout that cannot be written to: later audits will have nothing to compare with, and say nothing.
    }
}
async function hostChanges(settings, env, compare, more) {
    if (settings.changedSince !== null)
        return changesSince(settings.changedSince, settings.root, env);
    const git = { cwd: directoryOf(settings.root), env, trustOwner: true };
    const comparison = await compare(git);
    return comparison === null ? { changes: null } : findChanges(comparison, { ...git, ...more });
}


/***/ })

};
