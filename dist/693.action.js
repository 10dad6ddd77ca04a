export const id = 693;
export const ids = [693];
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

/***/ 7693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runClippy: () => (/* binding */ runClippy)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _bench_spawn_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6834);
/* harmony import */ var _project_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(638);
/* harmony import */ var _project_toml_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5938);
/* harmony import */ var _lints_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1646);
/** Runs `cargo clippy` over the audited workspaces. Compiles them: build scripts and procedural macros run. */





/** Half an hour compiles most workspaces from nothing. */
const LIMIT_S = 1800;
/** What could not be done is said in the notes. @throws ProjectError when there is nothing to audit */
async function runClippy(settings, io) {
    // Such a job has the repository's secrets, beside code that anybody may have written.
    if (io.env.GITHUB_EVENT_NAME === 'pull_request_target')
        return failed('info', '`cargo clippy` compiles, and so runs, the code: not done for `pull_request_target`');
    const { root, workspaces } = await (0,_project_read_js__WEBPACK_IMPORTED_MODULE_2__/* .readProject */ .W)(settings);
    const built = workspaces.filter(({ manifestFile }) => manifestFile !== null);
    if (built.length === 0)
        return failed('info', 'there is no Cargo.toml, so `cargo clippy` was not run');
    const lints = [];
    const notes = [];
    for (const { manifest, manifestFile } of built) {
        const isWorkspace = manifestFile !== null && (0,_project_toml_js__WEBPACK_IMPORTED_MODULE_3__/* .isTable */ .bI)(manifestFile.values.workspace);
        const args = argumentsFor((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, manifest), isWorkspace, settings.allTargets);
        const finished = await (0,_bench_spawn_js__WEBPACK_IMPORTED_MODULE_1__/* .run */ .e)('cargo', args, { ...io, cwd: root, limitSeconds: LIMIT_S, onStderr: io.log });
        lints.push(...(0,_lints_js__WEBPACK_IMPORTED_MODULE_4__/* .readLints */ .jH)(finished.stdout));
        const failure = (0,_bench_spawn_js__WEBPACK_IMPORTED_MODULE_1__/* .describeFailure */ .I)(finished);
        if (failure !== null) {
            const message = `\`cargo clippy\` ${failure}; leave \`clippy\` out, or make it pass`;
            notes.push({ kind: 'incomplete', path: manifest, message });
        }
    }
    return { lints, complete: notes.length === 0, notes };
}
function argumentsFor(manifest, isWorkspace, allTargets) {
    return [
        ...['clippy', '--message-format=json', '--color=never', '--manifest-path', manifest],
        ...(isWorkspace ? ['--workspace'] : []),
        ...(allTargets ? ['--all-targets'] : []),
        '--',
        // Where the project denies warnings, a lint would end the build before the other crates are looked at.
        '--cap-lints=warn',
        ...['perf', ..._lints_js__WEBPACK_IMPORTED_MODULE_4__/* .BESIDE_PERF */ .Dy].map((name) => `-Wclippy::${name}`),
    ];
}
function failed(kind, message) {
    return { lints: [], complete: false, notes: [{ kind, message }] };
}


/***/ })

};
