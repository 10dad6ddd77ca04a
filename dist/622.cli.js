export const id = 622;
export const ids = [622];
export const modules = {

/***/ 6834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ describeFailure),
/* harmony export */   e: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/** Commands become finished processes: with a time limit, cancellable, and with nothing left running behind. */

/** Output beyond this is dropped, so that a bench that prints without end cannot fill the memory. */
const KEPT_CHARACTERS = 32 * 1024 * 1024;
const GRACE_MS = 1500;
/** Never rejects: how the process ended is data. */
function run(command, args, options) {
    return new Promise((resolve) => {
        const started = process.hrtime.bigint();
        const end = { timedOut: false, cancelled: false };
        const text = { stdout: '', stderr: '' };
        const finish = (code, endedBy, startError) => {
            clearTimeout(limit);
            clearInterval(tick);
            options.signal.removeEventListener('abort', cancel);
            const seconds = Number(process.hrtime.bigint() - started) / 1e9;
            resolve({ code, endedBy, ...text, seconds, ...end, startError });
        };
        if (options.signal.aborted) {
            resolve({
                code: null,
                endedBy: null,
                ...text,
                seconds: 0,
                timedOut: false,
                cancelled: true,
                startError: null,
            });
            return;
        }
        // A group of its own: cargo's compilers and a bench's children end with it.
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(command, args, {
            cwd: options.cwd,
            env: { ...options.env },
            detached: process.platform !== 'win32',
            stdio: ['ignore', 'pipe', 'pipe'],
            windowsHide: true,
        });
        const cancel = () => {
            end.cancelled = true;
            endGroup(child);
        };
        const limit = setTimeout(() => {
            end.timedOut = true;
            endGroup(child);
        }, options.limitSeconds === undefined ? 2 ** 31 - 1 : options.limitSeconds * 1000);
        const tick = setInterval(() => {
            if (child.pid !== undefined)
                options.onTick?.(child.pid);
        }, 500);
        options.signal.addEventListener('abort', cancel, { once: true });
        child.stdout.setEncoding('utf8').on('data', (piece) => {
            if (text.stdout.length < KEPT_CHARACTERS)
                text.stdout += piece;
        });
        child.stderr.setEncoding('utf8').on('data', (piece) => {
            if (text.stderr.length < KEPT_CHARACTERS)
                text.stderr += piece;
            options.onStderr?.(piece);
        });
        child.on('error', (error) => finish(null, null, error.message));
        child.on('close', (code, endedBy) => {
            // The leader is gone; whatever it left in its group must not run on beside the next measurement.
            signalGroup(child, 'SIGKILL');
            finish(code, endedBy, null);
        });
    });
}
function endGroup(child) {
    if (process.platform === 'win32') {
        if (child.pid !== undefined)
            (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawnSync)('taskkill', ['/pid', String(child.pid), '/T', '/F']);
        return;
    }
    signalGroup(child, 'SIGTERM');
    setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS).unref();
}
function signalGroup(child, name) {
    if (child.pid === undefined || process.platform === 'win32')
        return;
    try {
        process.kill(-child.pid, name);
    }
    catch (error) {
        // ESRCH: the whole group has ended already, which is what was wanted.
        if (!(error instanceof Error && 'code' in error && (error.code === 'ESRCH' || error.code === 'EPERM')))
            throw error;
    }
}
/** One clause that says how a process failed, or null when it succeeded. */
function describeFailure(finished) {
    if (finished.startError !== null)
        return `could not be started: ${finished.startError}`;
    if (finished.timedOut)
        return `did not end within ${Math.round(finished.seconds)} s`;
    if (finished.cancelled)
        return 'was cancelled';
    if (finished.endedBy !== null)
        return withReason(`was ended by ${finished.endedBy}`, finished);
    if (finished.code !== 0)
        return withReason(`ended with status ${finished.code}`, finished);
    return null;
}
function withReason(words, { stderr, stdout }) {
    const lines = (stderr.trim() === '' ? stdout : stderr).split(/\r?\n/).map((line) => line.trim());
    const telling = lines.find((line) => /panicked at|^error|usage:/i.test(line));
    const after = telling === undefined ? undefined : lines[lines.indexOf(telling) + 1];
    const panic = telling !== undefined && /panicked at/.test(telling) && after ? `${telling} ${after}` : telling;
    const reason = panic ?? lines.findLast((line) => line !== '');
    return reason === undefined ? words : `${words}: ${reason.slice(0, 300)}`;
}


/***/ }),

/***/ 6622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fix: () => (/* binding */ fix)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/fix/files.js
/** The files that fixes change: opened only where that is safe, and replaced whole or not at all. */



/** @returns a sentence when the file must not be changed: outside the root, behind a link, or not what was audited */
function openForFix(path, { root, audited, since }) {
    if (path === '' || path.startsWith('/') || path.split('/').includes('..'))
        return 'it lies outside the audited folder';
    try {
        const real = (0,external_node_fs_.realpathSync)(root);
        const base = (0,external_node_fs_.statSync)(real).isFile() ? (0,external_node_path_.dirname)(real) : real;
        const file = (0,external_node_path_.join)(base, ...path.split('/'));
        if (!file.startsWith(base.endsWith(external_node_path_.sep) ? base : base + external_node_path_.sep))
            return 'it lies outside the audited folder';
        if ((0,external_node_fs_.realpathSync)(file) !== file)
            return 'it is reached through a symbolic link';
        const { mode, mtimeMs } = (0,external_node_fs_.lstatSync)(file);
        (0,external_node_fs_.accessSync)(file, external_node_fs_.constants.R_OK | external_node_fs_.constants.W_OK);
        const bytes = (0,external_node_fs_.readFileSync)(file);
        const text = bytes.toString('utf8');
        if (!Buffer.from(text, 'utf8').equals(bytes))
            return 'it is not valid UTF-8';
        // File systems keep parts of a millisecond, clocks here do not.
        if (text !== audited(path) || Math.floor(mtimeMs) > since)
            return 'it changed since the audit; run it again';
        return { path, file, bytes, text, mode };
    }
    catch (error) {
        if (!(error instanceof Error))
            throw error;
        return `it cannot be changed (${error.message})`;
    }
}
/**
 * Readers see the old file or the new one, never half of it; its permissions stay.
 * @throws Error of the file system; the old file is then untouched
 */
function replaceFile(file, content, mode) {
    const beside = (0,external_node_path_.join)((0,external_node_path_.dirname)(file), `.${(0,external_node_path_.basename)(file)}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}.tmp`);
    try {
        (0,external_node_fs_.writeFileSync)(beside, content, { flag: 'wx', mode: mode & 0o777 });
        // The mode given above is cut by the umask.
        (0,external_node_fs_.chmodSync)(beside, mode & 0o777);
        (0,external_node_fs_.renameSync)(beside, file);
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(beside, { force: true });
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/fix/apply.js
/** A plan becomes files on disk; when one cannot be written, or the result does not compile, all go back. */

/** @throws Error of the file system, after the files already written went back */
function applyChanges(changes) {
    const written = [];
    const undo = () => {
        for (const { file, bytes, mode } of written.splice(0).reverse())
            replaceFile(file, bytes, mode);
    };
    try {
        for (const change of changes) {
            replaceFile(change.file, Buffer.from(change.newText, 'utf8'), change.mode);
            written.push(change);
        }
    }
    catch (error) {
        undo();
        throw error;
    }
    return undo;
}

// EXTERNAL MODULE: ./node_modules/diff/libesm/patch/create.js + 2 modules
var create = __webpack_require__(7291);
;// CONCATENATED MODULE: ./build/fix/diff.js
/** Changed files become one unified diff that `git apply` and `patch -p1` take. */

const SEPARATOR = /^=+\n/;
function unifiedDiff(changes) {
    return changes
        .map(({ path, text, newText }) => (0,create/* createTwoFilesPatch */.ss)(`a/${path}`, `b/${path}`, text, newText, undefined, undefined, {
        context: 3,
    }).replace(SEPARATOR, ''))
        .join('');
}

// EXTERNAL MODULE: ./build/findings/finding.js
var findings_finding = __webpack_require__(4438);
;// CONCATENATED MODULE: ./build/fix/choose.js
/** Picks the fixes that can be made together: each whole or not at all, and the first by position wins. */

function isFixable(finding) {
    return finding.fix !== undefined && finding.fix.edits.length > 0;
}
/** An edit that two fixes share, such as the same `use`, is made once. */
function chooseFixes(findings) {
    const chosen = [];
    const overlaps = [];
    const made = [];
    for (const finding of [...findings].sort(findings_finding/* compareFindings */.Eg)) {
        const fresh = finding.fix.edits.filter((edit) => !made.some((other) => isSame(edit, other.edit)));
        const rival = made.find((other) => fresh.some((edit) => isOverlapping(edit, other.edit)));
        if (rival !== undefined) {
            overlaps.push({ finding, with: rival.by });
            continue;
        }
        chosen.push(finding);
        made.push(...fresh.map((edit) => ({ edit, by: finding })));
    }
    return { chosen, overlaps, edits: byPath(made.map(({ edit }) => edit)) };
}
function byPath(edits) {
    const sorted = [...edits].sort((a, b) => (0,findings_finding/* compareText */.n6)(a.path, b.path) || compareStarts(a, b) || compareEnds(a, b));
    const found = new Map();
    for (const edit of sorted) {
        const list = found.get(edit.path);
        if (list === undefined)
            found.set(edit.path, [edit]);
        else
            list.push(edit);
    }
    return found;
}
function isSame(a, b) {
    return a.path === b.path && compareStarts(a, b) === 0 && compareEnds(a, b) === 0 && a.newText === b.newText;
}
/** Edits that only touch can both be made; two insertions at one point cannot, for nobody knows their order. */
function isOverlapping(a, b) {
    if (a.path !== b.path)
        return false;
    if (compareStarts(a, b) === 0 && compareEnds(a, b) === 0)
        return true;
    return isBefore(a, b) && isBefore(b, a);
}
/** `a` starts before `b` ends. */
function isBefore(a, b) {
    return a.line < b.endLine || (a.line === b.endLine && a.column < b.endColumn);
}
function compareStarts(a, b) {
    return a.line - b.line || a.column - b.column;
}
function compareEnds(a, b) {
    return a.endLine - b.endLine || a.endColumn - b.endColumn;
}

;// CONCATENATED MODULE: ./build/fix/rewrite.js
const BYTE_ORDER_MARK = '\uFEFF';
/**
 * @param edits Of this file, sorted and not overlapping; lines end at `\n`, columns count UTF-16 units from 1.
 * @param marked Whether columns of the first line count a byte order mark: they do in TOML, not in Rust.
 * @returns null when an edit lies outside the text
 */
function rewrite(text, edits, marked) {
    if (!marked && text.startsWith(BYTE_ORDER_MARK)) {
        const rest = rewrite(text.slice(1), edits, true);
        return rest === null ? null : BYTE_ORDER_MARK + rest;
    }
    const starts = lineStarts(text);
    const breaks = /\r?\n/.exec(text)?.[0] ?? '\n';
    let result = '';
    let done = 0;
    for (const edit of edits) {
        const from = offsetOf(edit.line, edit.column);
        const to = offsetOf(edit.endLine, edit.endColumn);
        if (from === null || to === null || from < done || to < from)
            return null;
        result += text.slice(done, from) + edit.newText.replace(/\r?\n/g, breaks);
        done = to;
    }
    return result + text.slice(done);
    function offsetOf(line, column) {
        const start = starts[line - 1];
        if (start === undefined || column < 1)
            return null;
        const end = starts[line] ?? text.length + 1;
        const offset = start + column - 1;
        return offset < end ? offset : null;
    }
}
function lineStarts(text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        starts.push(at + 1);
    return starts;
}

;// CONCATENATED MODULE: ./build/fix/plan.js
/** Findings become the changed files, and a reason for every fix that is left out. */




/** Reads the files that would change; writes nothing. */
function planFixes(findings, options) {
    const fixable = findings.filter(isFixable);
    const wanted = fixable.filter(({ fix }) => options.unsafe || fix.applicability === 'machine-applicable');
    const opened = new Map();
    for (const path of new Set(wanted.flatMap(({ fix }) => fix.edits.map((edit) => edit.path))))
        opened.set(path, openForFix(path, options));
    const refused = wanted.flatMap((finding) => refusal(finding, opened));
    const possible = wanted.filter((finding) => !refused.some((one) => one.finding === finding));
    const { chosen, overlaps, edits } = chooseFixes(possible);
    const changes = [...edits].flatMap(([path, list]) => {
        const file = opened.get(path);
        if (file === undefined || typeof file === 'string')
            return [];
        const newText = rewrite(file.text, list, !path.endsWith('.rs'));
        // Cannot be: `refusal` has tried each edit.
        if (newText === null)
            throw new Error(`the edits of ${path} do not fit its text`);
        return newText === file.text ? [] : [{ ...file, newText }];
    });
    return {
        changes: changes.sort((a, b) => (0,findings_finding/* compareText */.n6)(a.path, b.path)),
        fixes: chosen,
        leftOut: [
            ...refused,
            ...overlaps.map(({ finding, with: other }) => ({
                finding,
                why: `it changes the same code as \`${other.rule}\` at line ${other.line}; run \`rustperf fix\` again`,
            })),
        ],
        unasked: fixable.length - wanted.length,
    };
}
function refusal(finding, opened) {
    for (const { path } of finding.fix.edits) {
        const file = opened.get(path);
        if (file === undefined)
            continue;
        if (typeof file === 'string')
            return [{ finding, why: file }];
        const alone = finding.fix.edits.filter((edit) => edit.path === path);
        if (rewrite(file.text, alone, !path.endsWith('.rs')) === null)
            return [{ finding, why: 'its place is not in the file; please report it' }];
    }
    return [];
}

// EXTERNAL MODULE: ./build/bench/spawn.js
var spawn = __webpack_require__(6834);
;// CONCATENATED MODULE: ./build/fix/verify.js
/** Asks cargo whether the changed code still compiles. Runs the project's build scripts, as every build does. */



/**
 * Checks every workspace that has a changed file.
 * @param files absolute
 * @returns cargo's words when one does not compile, or null
 */
async function cargoProblem(files, options) {
    const packages = new Set(files.map(nearestManifest));
    for (const manifest of packages) {
        if (manifest === null)
            return 'there is no Cargo.toml above a changed file, so cargo cannot check it';
    }
    const workspaces = new Set();
    for (const manifest of packages)
        if (manifest !== null)
            workspaces.add(await workspaceOf(manifest, options));
    for (const manifest of [...workspaces].sort()) {
        const problem = await check(manifest, options);
        if (problem !== null)
            return problem;
    }
    return null;
}
async function check(manifest, options) {
    const args = ['check', '--workspace', '--quiet', '--color', 'never', '--manifest-path', manifest];
    const finished = await (0,spawn/* run */.e)('cargo', args, { ...options, cwd: (0,external_node_path_.dirname)(manifest) });
    if (finished.startError !== null)
        return `cargo could not be started: ${finished.startError}`;
    if (finished.cancelled)
        return 'cargo check was interrupted';
    if (finished.code === 0)
        return null;
    return finished.stderr.trim() || `cargo check ended with status ${finished.code ?? finished.endedBy}`;
}
/** The package itself where cargo cannot say: `cargo check` then tells why. */
async function workspaceOf(manifest, options) {
    const args = ['locate-project', '--workspace', '--message-format', 'plain', '--manifest-path', manifest];
    const { code, stdout } = await (0,spawn/* run */.e)('cargo', args, { ...options, cwd: (0,external_node_path_.dirname)(manifest) });
    return code === 0 && stdout.trim() !== '' ? stdout.trim() : manifest;
}
function nearestManifest(file) {
    for (let folder = (0,external_node_path_.dirname)(file);; folder = (0,external_node_path_.dirname)(folder)) {
        const manifest = (0,external_node_path_.join)(folder, 'Cargo.toml');
        if ((0,external_node_fs_.existsSync)(manifest))
            return manifest;
        if ((0,external_node_path_.dirname)(folder) === folder)
            return null;
    }
}

// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/settings/load.js + 3 modules
var load = __webpack_require__(445);
// EXTERNAL MODULE: ./build/settings/settings.js
var settings = __webpack_require__(4663);
// EXTERNAL MODULE: ./build/cli/progress.js
var progress = __webpack_require__(902);
;// CONCATENATED MODULE: ./build/cli/fix.js








/**
 * 0: every fix was applied, or there was none; 1: some were left out or taken back; 2: the audit is incomplete.
 * @throws SettingsError, ProjectError, RuleFileError when nothing can be audited or written
 */
async function fix(options, audit, terminal) {
    const { err } = terminal;
    const settings = await (0,load/* loadSettings */.M)(options.told, { cwd: terminal.cwd });
    const since = Date.now();
    const { report, context } = await (0,progress/* withProgress */.E)('auditing', terminal, () => audit(settings));
    for (const note of report.notes.filter(({ kind }) => kind === 'incomplete'))
        err.write(`incomplete: ${note.path === undefined ? '' : `${(0,report_escape/* printable */.g$)(note.path)}: `}${(0,report_escape/* oneLine */.TN)(note.message)}\n`);
    const plan = planFixes(context.unfolded ?? report.findings, {
        root: settings.root,
        audited: context.source,
        since,
        unsafe: options.unsafe,
    });
    const status = options.dryRun ? show(plan, terminal) : await apply(plan, options, terminal);
    return report.complete || settings.allowIncomplete ? status : 2;
}
function show(plan, { out, err, env }) {
    const diff = unifiedDiff(plan.changes);
    // A terminal or a CI log is read by more than people; a file or a pipe must get the diff as it is.
    out.write(out.isTerminal || env.CI ? diff.split('\n').map(shownLine).join('\n') : diff);
    err.write(leftOutLines(plan) + closing(plan, 'would be applied'));
    return plan.leftOut.length > 0 ? 1 : 0;
}
function shownLine(line) {
    return (0,report_escape/* printable */.g$)(line.replace(/\r$/, '')).replace(/^([ +-]?\s*):(?=:)/, '$1\u02d0');
}
async function apply(plan, { verify }, terminal) {
    const { out, err, env } = terminal;
    const undo = write(plan);
    if (verify && plan.changes.length > 0) {
        const signal = terminal.interrupted();
        const files = plan.changes.map(({ file }) => file);
        let problem;
        try {
            problem = await (0,progress/* withProgress */.E)('cargo check', terminal, () => cargoProblem(files, { env, signal }));
        }
        catch (error) {
            undo();
            throw error;
        }
        if (problem !== null) {
            undo();
            err.write(`${problem.split('\n').map(report_escape/* printable */.g$).join('\n')}\n`);
            err.write(`error: ${fixes(plan.fixes.length)} taken back, because cargo check failed with them\n`);
            return 1;
        }
    }
    for (const finding of plan.fixes)
        out.write(`fixed ${fixLine(finding)}\n`);
    out.write(leftOutLines(plan) + closing(plan, verify ? 'applied, and cargo check passes' : 'applied'));
    return plan.leftOut.length > 0 ? 1 : 0;
}
function write({ changes }) {
    try {
        return applyChanges(changes);
    }
    catch (error) {
        if (!(error instanceof Error))
            throw error;
        throw new settings/* SettingsError */.G(`nothing was changed: ${error.message}`, { cause: error });
    }
}
function fixLine(finding) {
    return `${place(finding)}: ${(0,report_escape/* oneLine */.TN)(finding.fix?.title ?? finding.help)}`;
}
function place({ path, line, column, rule }) {
    return `${(0,report_escape/* printable */.g$)(path)}:${line}:${column} \`${(0,report_escape/* printable */.g$)(rule)}\``;
}
function leftOutLines({ leftOut }) {
    return leftOut.map(({ finding, why }) => `left out ${place(finding)}: ${(0,report_escape/* oneLine */.TN)(why)}\n`).join('');
}
function closing({ fixes: made, changes, leftOut, unasked }, done) {
    const files = changes.length === 1 ? '1 file' : `${changes.length} files`;
    const parts = [
        made.length === 0 ? 'no fix to apply' : `${fixes(made.length)} in ${files} ${done}`,
        ...(leftOut.length === 0 ? [] : [`${leftOut.length} left out`]),
        ...(unasked === 0
            ? []
            : [`${fixes(unasked)} may be incorrect and ${unasked === 1 ? 'waits' : 'wait'} for \`--unsafe\``]),
    ];
    return `${parts.join('; ')}\n`;
}
function fixes(count) {
    return count === 1 ? '1 fix' : `${count} fixes`;
}


/***/ })

};
