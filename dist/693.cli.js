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

/***/ 1646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dy: () => (/* binding */ BESIDE_PERF),
/* harmony export */   fg: () => (/* binding */ ASKED),
/* harmony export */   jH: () => (/* binding */ readLints)
/* harmony export */ });
/** What `cargo clippy --message-format=json` prints becomes the lints that speak of performance. */
/** The group `clippy::perf` as `clippy-driver -W help` of Clippy 0.1.95 lists it. */
const PERF = [
    'box_collection',
    'boxed_local',
    'cloned_ref_to_slice_refs',
    'cmp_owned',
    'collapsible_str_replace',
    'double_ended_iterator_last',
    'drain_collect',
    'expect_fun_call',
    'extend_with_drain',
    'format_in_format_args',
    'iter_overeager_cloned',
    'large_const_arrays',
    'large_enum_variant',
    'manual_contains',
    'manual_ignore_case_cmp',
    'manual_memcpy',
    'manual_retain',
    'manual_str_repeat',
    'manual_try_fold',
    'map_entry',
    'missing_const_for_thread_local',
    'missing_spin_loop',
    'readonly_write_lock',
    'redundant_allocation',
    'redundant_iter_cloned',
    'regex_creation_in_loops',
    'replace_box',
    'result_large_err',
    'sliced_string_as_bytes',
    'slow_vector_initialization',
    'to_string_in_format_args',
    'unbuffered_bytes',
    'unnecessary_to_owned',
    'useless_vec',
    'vec_init_then_push',
    'waker_clone_wake',
];
/** About time and memory as well, but of other groups. */
const BESIDE_PERF = ['needless_collect', 'or_fun_call', 'ptr_arg', 'redundant_clone'];
const ASKED = new Set([...PERF, ...BESIDE_PERF]);
/** In the order of the output; lines that are no messages of Clippy, or not about performance, are left out. */
function readLints(output) {
    return output.split('\n').flatMap((line) => {
        if (!line.startsWith('{"reason":"compiler-message"'))
            return [];
        const message = parse(line);
        const lint = message === null ? null : toLint(message);
        return lint === null ? [] : [lint];
    });
}
/** Null for a line that was cut off, with the build that wrote it. */
function parse(line) {
    try {
        return JSON.parse(line);
    }
    catch {
        return null;
    }
}
function toLint(line) {
    const { message, manifest_path: manifest } = line;
    const name = message.code?.code.replace(/^clippy::/, '') ?? '';
    const primary = message.spans.find((span) => span.is_primary);
    // Code that a macro made is nobody's to change.
    if (!ASKED.has(name) || primary === undefined || primary.expansion !== null)
        return null;
    return {
        name,
        message: message.message,
        manifest,
        at: toSpan(primary),
        replacement: replacementIn(message.children),
    };
}
function replacementIn(children) {
    const suggested = children.flatMap(({ spans }) => spans).map((span) => span.suggested_replacement);
    const [only, ...others] = suggested.filter((text) => text !== null);
    return others.length === 0 ? (only ?? null) : null;
}
function toSpan(span) {
    return {
        file: span.file_name.replaceAll('\\', '/'),
        line: span.line_start,
        column: span.column_start,
        endLine: span.line_end,
        endColumn: span.column_end,
        text: span.text.map(({ text }) => text),
    };
}


/***/ }),

/***/ 7693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runClippy: () => (/* binding */ runClippy)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _bench_spawn_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6834);
/* harmony import */ var _project_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5175);
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
