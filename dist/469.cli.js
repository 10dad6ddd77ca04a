export const id = 469;
export const ids = [469];
export const modules = {

/***/ 7469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  importProfiles: () => (/* binding */ importProfiles)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/runtime/spots.js
var spots = __webpack_require__(910);
// EXTERNAL MODULE: ./build/runtime/symbol.js
var runtime_symbol = __webpack_require__(543);
;// CONCATENATED MODULE: ./build/runtime/alone.js


/** Crates that programs are built from: their time is that of whoever calls them. */
const BELOW = /^(?:std|core|alloc|hashbrown|rustc_demangle|compiler_builtins|__rustc|[iu](?:8|16|32|64|128|size)|f32|f64|str|char|bool)(?:::|$)/;
/** Hottest first, each with the path that a reader would look for. */
function spotsAlone(profile) {
    return (0,spots/* spotsOf */.PC)(profile, (sample) => attribute(sample, profile.kind === 'syscall')).filter(({ kind }) => kind === profile.kind);
}
function attribute(sample, bare) {
    const depth = bare ? 0 : Math.max(0, sample.frames.findIndex(isTheirs));
    const frame = sample.frames[depth];
    if (frame === undefined)
        return null;
    const owner = shown(frame);
    return { key: owner, owner, depth };
}
/** Of an inlined function valgrind gives the bare name, and no crate: its file tells. */
function isTheirs({ symbol, file }) {
    if (file !== null && /^(?:library\/|\/rustc\/)/.test(file))
        return false;
    const paths = (0,runtime_symbol/* pathsOf */.w)(symbol);
    return paths.some((path) => path.includes('::')) && !paths.some((path) => BELOW.test(path));
}
function shown({ symbol, file, line }) {
    const name = (0,runtime_symbol/* pathsOf */.w)(symbol)[0] ?? symbol;
    if (file === null)
        return name;
    return `${name === '' ? '' : `${name} `}${file}${line === null ? '' : `:${line}`}`;
}

// EXTERNAL MODULE: ./build/runtime/read.js + 9 modules
var read = __webpack_require__(7653);
// EXTERNAL MODULE: ./build/runtime/syscalls.js
var syscalls = __webpack_require__(6593);
;// CONCATENATED MODULE: ./build/cli/import.js
/** `rustperf import`: what profiles say, alone. */





const SHOWN = 10;
/** @throws SettingsError that names the file and what is wrong with it */
function importProfiles(files, { cwd, out }) {
    const profiles = files.map((file) => ({ file, profile: (0,read/* readProfile */.e)((0,external_node_path_.resolve)(cwd, file), file) }));
    for (const { file, profile } of profiles)
        out.write(`${page(file, profile).join('\n')}\n\n`);
    const data = files.map((file) => `--profile-data ${(0,report_escape/* oneLine */.TN)(file)}`).join(' ');
    out.write(`\`rustperf check ${data}\` joins this to the findings of the code\n`);
}
function page(file, profile) {
    const spots = spotsAlone(profile);
    const lead = profile.source.length + 2;
    const rest = spots.length - SHOWN;
    return [
        `${(0,report_escape/* oneLine */.TN)(file)}: ${profile.source}, ${spots.length === 1 ? '1 place' : `${spots.length} places`}`,
        ...spots
            .slice(0, SHOWN)
            .map(({ owner, message }) => `  ${(0,report_escape/* oneLine */.TN)(owner)}: ${(0,report_escape/* oneLine */.TN)(message.slice(lead))}`),
        ...(rest > 0 ? [`  … and ${rest} more`] : []),
        ...(profile.kind === 'syscall'
            ? (0,syscalls/* stormsOf */.g)(profile).map(({ message }) => `  many: ${message.slice(lead)}`)
            : []),
    ];
}


/***/ })

};
