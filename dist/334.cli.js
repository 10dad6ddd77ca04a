export const id = 334;
export const ids = [334];
export const modules = {

/***/ 6334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  merge: () => (/* binding */ merge),
  writeSummaries: () => (/* binding */ writeSummaries)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/settings/load.js + 3 modules
var load = __webpack_require__(445);
// EXTERNAL MODULE: ./build/settings/settings.js
var settings_settings = __webpack_require__(4663);
// EXTERNAL MODULE: ./build/project/read.js + 11 modules
var read = __webpack_require__(5175);
// EXTERNAL MODULE: ./build/rules/active.js
var active = __webpack_require__(7916);
// EXTERNAL MODULE: ./build/rules/catalogue.js + 124 modules
var catalogue = __webpack_require__(3590);
// EXTERNAL MODULE: ./build/summaries/collect.js + 4 modules
var collect = __webpack_require__(4378);
// EXTERNAL MODULE: ./build/summaries/read.js
var summaries_read = __webpack_require__(191);
;// CONCATENATED MODULE: ./build/summaries/shard.js
/**
 * A shard's summaries as a file, and many of them as one collection again. Lines of JSON: a head that says what was
 * collected and how, a line for each source file, and an end, so that a cut file is told from a whole one.
 */





/** Every N-th of the sorted sources: neighbours are alike in size and kind, so the parts are alike as well. */
function partOf(sources, { index, count }) {
    return sources.filter((_, position) => position % count === index - 1);
}
function madeBy(toolVersion) {
    return `${toolVersion}|${collect/* SUMMARY_VERSION */.Ss}`;
}
function rulesOf({ collectors, declared }) {
    const patterns = new Map(declared.map((one) => [one.id, JSON.stringify(one.match)]));
    return collectors.map(({ id }) => `${id}${patterns.get(id) ?? ''}`);
}
function writeShard({ results, ...head }) {
    const lines = [head, ...results, { end: results.length }];
    return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
/** How the file of a part is best named: a directory given to `readShards` stands for all such files below it. */
const SHARD_ENDING = '.summaries';
/**
 * @param paths files, or directories of files, from `cwd`
 * @throws SettingsError for what cannot be read, or is not whole
 */
function readShards(paths, cwd) {
    return paths.flatMap((shown) => {
        try {
            return filesAt((0,external_node_path_.resolve)(cwd, shown), shown).map(({ file, name }) => readShard((0,external_node_fs_.readFileSync)(file, 'utf8'), name));
        }
        catch (error) {
            if (error instanceof settings_settings/* SettingsError */.G || !(error instanceof Error))
                throw error;
            throw new settings_settings/* SettingsError */.G(`\`${shown}\` cannot be read: ${error.message}`, { cause: error });
        }
    });
}
function filesAt(path, shown) {
    if (!(0,external_node_fs_.statSync)(path).isDirectory())
        return [{ file: path, name: shown }];
    const names = (0,external_node_fs_.readdirSync)(path, { recursive: true, encoding: 'utf8' });
    return names
        .filter((name) => name.endsWith(SHARD_ENDING))
        .sort()
        .map((name) => ({ file: (0,external_node_path_.join)(path, name), name: `${shown}/${name}` }));
}
/** @throws SettingsError when it is no shard, or not all of one */
function readShard(text, shown) {
    const fail = (words) => new settings_settings/* SettingsError */.G(`\`${shown}\` ${words}`);
    const lines = text.split('\n').filter((line) => line !== '');
    const [head, ...rest] = lines.map((line) => {
        try {
            return JSON.parse(line);
        }
        catch (error) {
            if (!(error instanceof SyntaxError))
                throw error;
            return undefined;
        }
    });
    if (!isHead(head))
        throw fail('holds no summaries: give the files that `rustperf check --shard I/N` wrote');
    const results = rest.slice(0, -1);
    const end = rest.at(-1);
    if (typeof end !== 'object' || end === null || !('end' in end) || end.end !== results.length)
        throw fail('is not whole: was its job ended early, or its upload?');
    if (!results.every(isResult))
        throw fail('is damaged: collect this shard again');
    return { ...head, results };
}
/**
 * Gives the summaries of the shards to a run over the same sources.
 * @throws SettingsError when the shards are not parts of one collection, or one is missing
 */
function collectFrom(shards, toolVersion) {
    const [first] = shards;
    if (first === undefined)
        throw new settings_settings/* SettingsError */.G('no summaries were given');
    const { count } = first;
    for (const shard of shards) {
        if (shard.count !== count)
            throw new settings_settings/* SettingsError */.G(`one file is part of ${count}, another part of ${shard.count}: collect them with one N`);
    }
    const indices = shards.map(({ index }) => index);
    const missing = Array.from({ length: count }, (_, part) => part + 1).filter((part) => !indices.includes(part));
    if (missing.length > 0)
        throw new settings_settings/* SettingsError */.G(`parts are missing: ${missing.map((part) => `${part}/${count}`).join(', ')}`);
    const twice = indices.find((part, position) => indices.indexOf(part) !== position);
    if (twice !== undefined)
        throw new settings_settings/* SettingsError */.G(`part ${twice}/${count} was given twice`);
    const results = new Map(shards.flatMap((shard) => shard.results.map((result) => [result.path, result])));
    return async (sources, options) => {
        for (const { made, rules, tests } of shards) {
            const isComplete = rulesOf(options).every((rule) => rules.includes(rule));
            if (made !== madeBy(toolVersion) || !isComplete)
                throw new settings_settings/* SettingsError */.G('the summaries were made by another version of rustperf, or with other rules');
            if (tests !== options.tests)
                throw new settings_settings/* SettingsError */.G('`--all-targets` must be the same where summaries are collected and merged');
        }
        if (results.size !== sources.length)
            throw new settings_settings/* SettingsError */.G(`the summaries speak of ${results.size} files, here are ${sources.length}: merge in the checkout that they were collected from`);
        return sources.map((source) => fitting(source, results.get(source.path)));
    };
}
function fitting(source, result) {
    // What could not be read there is said as it was there.
    if (result !== undefined && (result.hash === '' || result.hash === hashOf(source.file)))
        return result;
    throw new settings_settings/* SettingsError */.G(`\`${source.path}\` ${result === undefined ? 'has no summary' : 'is not the file that was summarised'}: merge in the checkout that the summaries were collected from`);
}
function hashOf(file) {
    try {
        return (0,summaries_read/* contentHash */.A)((0,external_node_fs_.readFileSync)(file));
    }
    catch (error) {
        if (!(error instanceof Error))
            throw error;
        return '';
    }
}
function isHead(value) {
    return (typeof value === 'object' &&
        value !== null &&
        'rustperf' in value &&
        value.rustperf === 'summaries' &&
        'made' in value &&
        typeof value.made === 'string' &&
        'rules' in value &&
        Array.isArray(value.rules) &&
        'tests' in value &&
        typeof value.tests === 'boolean' &&
        'index' in value &&
        Number.isInteger(value.index) &&
        'count' in value &&
        Number.isInteger(value.count));
}
/** The summary itself is trusted: `made` says that this same version wrote it. */
function isResult(value) {
    return (typeof value === 'object' &&
        value !== null &&
        'path' in value &&
        typeof value.path === 'string' &&
        'hash' in value &&
        typeof value.hash === 'string' &&
        'summary' in value &&
        'problem' in value &&
        'crashes' in value &&
        Array.isArray(value.crashes));
}

// EXTERNAL MODULE: ./build/summaries/summarise.js + 17 modules
var summarise = __webpack_require__(6850);
// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(8508);
;// CONCATENATED MODULE: ./build/shard.js
/** The first half of the pipeline for one part of the sources: settings in, a shard's summaries out. `merge` does the rest. */






/**
 * Collects for every rule, so that which of them are judged is decided where the shards are merged.
 * @throws SettingsError, ProjectError, RuleFileError when there is nothing that could be audited
 */
async function collectShard(settings, part) {
    const { collectors, declared } = (0,active/* activeRules */.I)(await (0,catalogue/* openCatalogue */.GP)(settings), settings, true);
    const { sources } = await (0,read/* readProject */.W)(settings);
    const options = { collectors, declared, tests: settings.allTargets, jobs: settings.jobs };
    const results = await (0,summarise/* collectHere */.rM)(partOf(sources, part), options);
    return {
        rustperf: 'summaries',
        made: madeBy(version/* version */.r),
        rules: rulesOf(options),
        tests: options.tests,
        ...part,
        results,
    };
}

// EXTERNAL MODULE: ./build/cli/check.js
var check = __webpack_require__(485);
// EXTERNAL MODULE: ./build/cli/progress.js
var progress = __webpack_require__(902);
;// CONCATENATED MODULE: ./build/cli/merge.js
/** `rustperf check --shard I/N` writes summaries, `rustperf merge` judges those of all shards as one audit. */









/**
 * Writes the summaries to the file that `--output` names, or to standard output.
 * What could not be collected is said where the shards are merged.
 * @throws SettingsError, ProjectError, RuleFileError
 */
async function writeSummaries(told, terminal) {
    const { output, ...rest } = told;
    const settings = await (0,load/* loadSettings */.M)(rest, { cwd: terminal.cwd });
    if (settings.shard === null)
        throw new settings_settings/* SettingsError */.G('`--shard` is missing');
    const { shard: part } = settings;
    const file = fileOf(output, terminal.cwd);
    const shard = await (0,progress/* withProgress */.E)('collecting', terminal, () => collectShard(settings, part));
    if (file === null)
        terminal.out.write(writeShard(shard));
    else
        save(file, writeShard(shard));
    terminal.err.write(`part ${part.index} of ${part.count}: ${shard.results.length} files summarised\n`);
}
/** Exactly what `check` without shards would print. */
function merge(files, options, audit, terminal) {
    const collect = collectFrom(readShards(files, terminal.cwd), version/* version */.r);
    // A cache would answer for files that the shards speak of.
    return (0,check/* check */.z)(options, (settings, known) => audit({ ...settings, cache: false }, known, collect), terminal);
}
function fileOf(output, cwd) {
    const [first, ...others] = output ?? [];
    if (first === undefined)
        return null;
    const file = first.replace(/^summaries=/, '');
    if (others.length > 0 || file === '' || file.includes('='))
        throw new settings_settings/* SettingsError */.G('with `--shard`, `--output` takes one file for the summaries, for example `shard-1.summaries`');
    return (0,external_node_path_.resolve)(cwd, file);
}
function save(file, text) {
    try {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true });
        (0,external_node_fs_.writeFileSync)(file, text);
    }
    catch (error) {
        if (!(error instanceof Error))
            throw error;
        throw new settings_settings/* SettingsError */.G(`the summaries cannot be written: ${error.message}`, { cause: error });
    }
}


/***/ })

};
