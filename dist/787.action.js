export const id = 787;
export const ids = [787];
export const modules = {

/***/ 5086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ shippedBytes),
/* harmony export */   S: () => (/* binding */ judge)
/* harmony export */ });
/* harmony import */ var _recommend_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4751);
/* harmony import */ var _statistics_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4694);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7968);



/** The slowdown that the positive control adds to the control's own samples. */
const POSITIVE_CONTROL = Math.log(1.1);
/** Counts include a little of the process's start, which differs from run to run. */
const COUNT_FLOOR = 0.03;
/** Pure: the same data give the same result everywhere. */
function judge(data) {
    const candidates = data.arms.filter((arm) => arm.role === 'candidate' && arm.failure === null);
    const drafts = data.benchmarks.map((benchmark) => weighBenchmark(benchmark, candidates, data.seed));
    const all = drafts.flatMap((draft) => [...draft.evidence.values()]);
    const adjusted = new Map(zip(all, (0,_statistics_js__WEBPACK_IMPORTED_MODULE_2__/* .holm */ .fU)(all.map((evidence) => evidence.p))));
    const benchmarks = drafts.map((draft) => describe(draft, candidates, adjusted, all.length));
    const results = candidates.map((arm) => summarise(arm, data, drafts, benchmarks));
    const controls = drafts.flatMap((draft) => draft.control ?? []);
    const valid = controls.filter((control) => control.holds);
    return {
        benchmarks,
        candidates: results,
        comparisons: all.length,
        roundsNeeded: (0,_statistics_js__WEBPACK_IMPORTED_MODULE_2__/* .pairsNeeded */ .V5)(all.length, _verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .ALPHA */ .Nh),
        controls: { failed: controls.length - valid.length, total: controls.length },
        positiveControls: {
            found: valid.filter((control) => wouldFind(control, all.length)).length,
            total: valid.length,
        },
        recommendation: (0,_recommend_js__WEBPACK_IMPORTED_MODULE_0__/* .recommend */ .vh)(data, results.filter(({ arm }) => !isCopy(arm, data))),
    };
}
/** An untouched copy of a self-test changes nothing, so there is nothing to recommend in it. */
function isCopy(id, { arms, kind }) {
    const arm = arms.find((one) => one.id === id);
    return kind === 'profiles' && arm?.settings.length === 0 && arm.rustflags.length === 0;
}
/** Would the control, had each of its rounds been 10 % slower, be called slower? */
function wouldFind(control, comparisons) {
    const slowed = {
        logs: control.logs.map((log) => log + POSITIVE_CONTROL),
        effect: control.effect + POSITIVE_CONTROL,
        interval: {
            low: control.interval.low + POSITIVE_CONTROL,
            high: control.interval.high + POSITIVE_CONTROL,
        },
        p: (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .weigh */ .vi)(control.logs.map((log) => log + POSITIVE_CONTROL), 1).p,
    };
    return (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .judgeEvidence */ .Z0)(slowed, slowed.p * comparisons, control) === 'slower';
}
function weighBenchmark(benchmark, candidates, seed) {
    const medians = roundMedians(benchmark);
    const logsOf = (arm) => pairedLogs(medians, arm);
    const controlLogs = logsOf('control');
    if (controlLogs.length === 0)
        return { benchmark, control: null, evidence: new Map() };
    const evidence = candidates
        .filter((arm) => !(benchmark.training && arm.id === 'pgo'))
        .map((arm) => [arm.id, logsOf(arm.id)])
        .filter(([, logs]) => logs.length > 0)
        .map(([id, logs]) => [id, (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .weigh */ .vi)(logs, seed)]);
    return { benchmark, control: (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .weighControl */ .wd)(controlLogs, seed), evidence: new Map(evidence) };
}
function roundMedians(benchmark) {
    const rounds = new Map();
    for (const run of benchmark.runs) {
        const arms = rounds.get(run.round) ?? new Map();
        arms.set(run.arm, (0,_statistics_js__WEBPACK_IMPORTED_MODULE_2__/* .median */ .JZ)(run.times));
        rounds.set(run.round, arms);
    }
    return rounds;
}
/** One log(arm / base) for each round that has both; zero and negative times cannot be compared. */
function pairedLogs(rounds, arm) {
    return [...rounds.values()].flatMap((arms) => {
        const log = Math.log((arms.get(arm) ?? Number.NaN) / (arms.get('base') ?? Number.NaN));
        return Number.isFinite(log) ? [log] : [];
    });
}
function describe({ benchmark, control, evidence }, candidates, adjusted, comparisons) {
    const base = benchmark.runs.filter((run) => run.arm === 'base').map((run) => (0,_statistics_js__WEBPACK_IMPORTED_MODULE_2__/* .median */ .JZ)(run.times));
    return {
        package: benchmark.package,
        target: benchmark.target,
        harness: benchmark.harness,
        name: benchmark.name,
        baseNanoseconds: base.length === 0 ? null : (0,_statistics_js__WEBPACK_IMPORTED_MODULE_2__/* .median */ .JZ)(base),
        control,
        comparisons: candidates.flatMap((arm) => {
            if (benchmark.identical.includes(arm.id))
                return [identicalComparison(arm.id)];
            const instructions = instructionRatio(benchmark.instructions, arm.id);
            const one = evidence.get(arm.id);
            if (one === undefined || control === null)
                return countedOnly(arm.id, instructions);
            const adjustedP = adjusted.get(one) ?? 1;
            const verdict = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .judgeEvidence */ .Z0)(one, adjustedP, control);
            const told = verdict === 'faster' || verdict === 'slower';
            return [
                {
                    arm: arm.id,
                    verdict,
                    identical: false,
                    effect: one.effect,
                    interval: one.interval,
                    p: one.p,
                    adjustedP,
                    rounds: one.logs.length,
                    detectable: (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .detectableEffect */ .zK)(one, comparisons, control),
                    instructions,
                    conflict: told &&
                        instructions !== null &&
                        Math.abs(instructions) > COUNT_FLOOR &&
                        instructions * one.effect < 0,
                },
            ];
        }),
    };
}
function identicalComparison(arm) {
    const none = { low: 0, high: 0 };
    return {
        ...{ arm, verdict: 'equivalent', identical: true, effect: 0, interval: none, p: 1, adjustedP: 1 },
        ...{ rounds: 0, detectable: 0, instructions: null, conflict: false },
    };
}
/** Instruction counts without time: shown, but no verdict about speed follows from them. */
function countedOnly(arm, instructions) {
    if (instructions === null)
        return [];
    const unknown = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
    return [
        {
            ...{ arm, verdict: 'inconclusive', identical: false, effect: Number.NaN, interval: unknown, p: 1 },
            ...{ adjustedP: 1, rounds: 0, detectable: Number.POSITIVE_INFINITY, instructions, conflict: false },
        },
    ];
}
function instructionRatio(counts, arm) {
    const of = (id) => counts.find((count) => count.arm === id)?.counts;
    const base = of('base');
    const own = of(arm);
    if (base === undefined || own === undefined)
        return null;
    const ratio = Math.log((0,_statistics_js__WEBPACK_IMPORTED_MODULE_2__/* .median */ .JZ)(own) / (0,_statistics_js__WEBPACK_IMPORTED_MODULE_2__/* .median */ .JZ)(base));
    return Number.isFinite(ratio) ? ratio : null;
}
function summarise(arm, data, drafts, results) {
    const comparisons = results.flatMap((result) => result.comparisons.filter((one) => one.arm === arm.id));
    const counts = { faster: 0, slower: 0, equivalent: 0, inconclusive: 0, void: 0 };
    for (const comparison of comparisons)
        counts[comparison.verdict] += 1;
    const judged = withEnoughRounds(drafts.filter((draft) => draft.control?.holds === true && draft.evidence.has(arm.id)), arm.id);
    const unchanged = comparisons.filter((one) => one.identical).length;
    const base = data.arms.find((one) => one.role === 'base');
    const instructions = comparisons.flatMap((one) => one.instructions ?? []);
    return {
        arm: arm.id,
        ...geometricMean(arm.id, judged, unchanged, data.seed),
        benchmarks: judged.length + unchanged,
        counts,
        instructions: instructions.length === 0 ? null : (0,_statistics_js__WEBPACK_IMPORTED_MODULE_2__/* .mean */ .i2)(instructions),
        buildTime: logRatio(arm.buildSeconds, base?.buildSeconds ?? null),
        size: logRatio(shippedBytes(arm), base === undefined ? null : shippedBytes(base)),
    };
}
/** A benchmark that was dropped early would cut the mean down to its own few rounds. */
function withEnoughRounds(drafts, arm) {
    const roundsOf = (draft) => draft.evidence.get(arm)?.logs.length ?? 0;
    const most = Math.max(0, ...drafts.map(roundsOf));
    return drafts.filter((draft) => 2 * roundsOf(draft) > most);
}
/** Each round gives one mean over all benchmarks; the rounds are what is resampled. */
function geometricMean(arm, judged, unchanged, seed) {
    if (judged.length + unchanged === 0)
        return { effect: null, interval: null };
    const logs = judged.map((draft) => draft.evidence.get(arm)?.logs ?? []);
    const rounds = Math.min(...logs.map((one) => one.length));
    if (judged.length === 0 || rounds === 0)
        return { effect: 0, interval: { low: 0, high: 0 } };
    const perRound = Array.from({ length: rounds }, (_, round) => logs.reduce((sum, one) => sum + (one[round] ?? 0), 0) / (judged.length + unchanged));
    const interval = (0,_statistics_js__WEBPACK_IMPORTED_MODULE_2__/* .bootstrapInterval */ .kd)(perRound, _statistics_js__WEBPACK_IMPORTED_MODULE_2__/* .median */ .JZ, { confidence: 1 - _verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .ALPHA */ .Nh, resamples: 4000, seed });
    return { effect: (0,_statistics_js__WEBPACK_IMPORTED_MODULE_2__/* .median */ .JZ)(perRound), interval };
}
/** Binaries where the package ships some, else the bench executables, so that size is always compared. */
function shippedBytes(arm) {
    const files = arm.binaries.length > 0 ? arm.binaries : arm.executables;
    if (files.length === 0)
        return null;
    return files.reduce((sum, file) => sum + (file.strippedBytes ?? file.bytes), 0);
}
function logRatio(value, base) {
    return value === null || base === null || base === 0 ? null : Math.log(value / base);
}
function zip(left, right) {
    return left.flatMap((a, i) => {
        const b = right[i];
        return b === undefined ? [] : [[a, b]];
    });
}


/***/ }),

/***/ 1918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ createProgress),
/* harmony export */   p: () => (/* binding */ duration)
/* harmony export */ });
function createProgress(stderr) {
    const live = stderr.isTTY === true;
    const started = { at: 0, round: -1 };
    const clear = () => live && stderr.write('\r\u001b[K');
    const show = (text) => {
        if (live)
            stderr.write(`\r\u001b[K${text.slice(0, 100)}`);
    };
    const log = (text) => {
        clear();
        stderr.write(`${text}\n`);
    };
    return {
        show,
        log,
        measure(round, rounds, share, what) {
            if (started.at === 0)
                started.at = Date.now();
            const left = share > 0 ? `, ${duration(((Date.now() - started.at) / 1000) * (1 / share - 1))} left` : '';
            show(`round ${round + 1} of ${rounds}${left}: ${what}`);
            if (!live && round !== started.round)
                log(`round ${round + 1} of ${rounds}${left}`);
            started.round = round;
        },
        end: clear,
    };
}
/** `45 s`, `3 min 20 s`. */
function duration(seconds) {
    const whole = Math.round(seconds);
    if (whole < 60)
        return `${whole} s`;
    const rest = whole % 60;
    return rest === 0 ? `${Math.floor(whole / 60)} min` : `${Math.floor(whole / 60)} min ${rest} s`;
}


/***/ }),

/***/ 8006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ shuffled),
/* harmony export */   I: () => (/* binding */ seededRandom)
/* harmony export */ });
/** A seed becomes a stream of reproducible numbers: the same run order and the same bootstrap everywhere. */
/** Mulberry32: 32 bits of state, enough for shuffles and resampling, identical on every platform. */
function seededRandom(seed) {
    let state = seed >>> 0;
    return () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
}
/** A new array in random order. */
function shuffled(items, random) {
    const keyed = items.map((item) => ({ item, key: random() }));
    keyed.sort((a, b) => a.key - b.key);
    return keyed.map(({ item }) => item);
}


/***/ }),

/***/ 4751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   vh: () => (/* binding */ recommend)
/* harmony export */ });
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7968);

/** A costlier candidate must gain this much more than a cheaper one: one percent of time. */
const WORTH = _verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .SMALLEST_FLOOR */ .JW;
/** Advice from a finished judgement; for two revisions there is nothing to paste. */
function recommend(data, results) {
    const pareto = results
        .filter((one) => !results.some((other) => dominates(other, one, data)))
        .map((one) => one.arm);
    const worthwhile = results.filter(isProven);
    const chosen = data.kind === 'profiles' ? cheapestOfTheBest(worthwhile, data) : null;
    if (chosen === null)
        return { arm: null, words: nothing(data, results), toml: '', pareto };
    const arm = data.arms.find((one) => one.id === chosen.arm);
    return {
        arm: chosen.arm,
        words: praise(chosen, results),
        toml: arm === undefined ? '' : paste(arm, data),
        pareto,
    };
}
/** The mean's whole interval must clear the floor, with more benchmarks won than lost. */
function isProven(result) {
    return (result.interval !== null &&
        result.interval.high < -_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .SMALLEST_FLOOR */ .JW &&
        result.counts.faster > result.counts.slower);
}
function cheapestOfTheBest(worthwhile, data) {
    const best = Math.min(...worthwhile.map((one) => one.effect ?? 0));
    const close = worthwhile.filter((one) => (one.effect ?? 0) - best <= WORTH);
    return (close.toSorted((a, b) => rank(a, data) - rank(b, data) || (a.effect ?? 0) - (b.effect ?? 0))[0] ?? null);
}
function rank(result, data) {
    return data.arms.find((arm) => arm.id === result.arm)?.cost.rank ?? 0;
}
function dominates(other, one, data) {
    const pairs = [
        [other.effect ?? 0, one.effect ?? 0],
        [other.buildTime ?? 0, one.buildTime ?? 0],
        [other.size ?? 0, one.size ?? 0],
        [needsCpu(other, data), needsCpu(one, data)],
    ];
    return pairs.every(([theirs, own]) => theirs <= own) && pairs.some(([theirs, own]) => theirs < own);
}
function needsCpu(result, data) {
    return data.arms.find((arm) => arm.id === result.arm)?.cost.cpu === null ? 0 : 1;
}
function praise(chosen, results) {
    const others = results.length > 1 ? ', the cheapest of the candidates within 1 % of the best' : '';
    const lost = chosen.counts.slower > 0 ? `, although ${plural(chosen.counts.slower, 'benchmark')} got slower` : '';
    return `use \`${chosen.arm}\`: ${percent(chosen.effect ?? 0)} time over ${plural(chosen.benchmarks, 'benchmark')}${others}${lost}`;
}
function nothing(data, results) {
    if (data.kind === 'revisions')
        return 'two revisions were compared: there is no setting to change';
    if (results.length === 0)
        return 'there was no candidate to compare: nothing is advised';
    if (data.benchmarks.length === 0)
        return 'no benchmark could be measured: nothing is advised';
    const slower = results.filter((one) => one.interval !== null && one.interval.low > _verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .SMALLEST_FLOOR */ .JW);
    if (slower.length === results.length)
        return 'keep the profile as it is: every candidate made these benchmarks slower';
    if (results.every((one) => one.effect === null)) {
        return 'nothing is advised: the control failed, so this machine was too unsteady to tell';
    }
    return 'keep the profile as it is: no candidate is shown to save more than 1 % of time over these benchmarks';
}
/** The lines that turn the user's own manifest into the candidate. */
function paste(arm, data) {
    const profile = data.profile === 'bench' ? 'release' : data.profile;
    const blocks = [];
    const settings = arm.settings.map(({ key, value }) => `${key} = ${value}`);
    if (settings.length > 0)
        blocks.push(`# Cargo.toml\n[profile.${profile}]\n${settings.join('\n')}\n`);
    const flags = arm.rustflags.filter((flag) => !flag.startsWith('-Cprofile-use'));
    if (flags.length > 0) {
        blocks.push(`# .cargo/config.toml\n[build]\nrustflags = [${flags.map((flag) => JSON.stringify(flag)).join(', ')}]\n`);
    }
    return blocks.join('\n');
}
/** A log ratio as words: `−3.2 %`. */
function percent(log, digits = 1) {
    const value = (Math.exp(log) - 1) * 100;
    const text = Math.abs(value).toFixed(digits);
    const sign = Number(text) === 0 ? '±' : value < 0 ? '−' : '+';
    return `${sign}${text} %`;
}
/** `1 benchmark`, `2 benchmarks`. */
function plural(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}


/***/ }),

/***/ 787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  render: () => (/* binding */ render)
});

;// CONCATENATED MODULE: ./build/bench/render/json.js
/** Schema: src/bench/bench.schema.json. Numbers that JSON cannot hold (not timed, not detectable) are null. */
function renderJson(data, result) {
    return `${JSON.stringify({ schema: 1, data, result: roundedResult(result) })}\n`;
}
/** Per-round logs follow from the data; digits beyond the sixth are noise. */
function roundedResult(result) {
    return JSON.parse(JSON.stringify(result, (key, value) => {
        if (key === 'logs')
            return undefined;
        if (typeof value === 'number' && Number.isFinite(value))
            return Number(value.toPrecision(6));
        return value;
    }));
}

// EXTERNAL MODULE: ./build/bench/recommend.js
var recommend = __webpack_require__(4751);
// EXTERNAL MODULE: ./build/bench/judge.js
var judge = __webpack_require__(5086);
// EXTERNAL MODULE: ./build/bench/progress.js
var progress = __webpack_require__(1918);
;// CONCATENATED MODULE: ./build/bench/render/words.js



/** Nanoseconds as `736 ns`, `7.54 µs`, `1.20 s`. */
function time(nanoseconds) {
    const steps = [
        [1e9, 's'],
        [1e6, 'ms'],
        [1e3, 'µs'],
    ];
    const [scale, unit] = steps.find(([limit]) => nanoseconds >= limit) ?? [1, 'ns'];
    return `${(nanoseconds / scale).toPrecision(3)} ${unit}`;
}
/** Bytes as `1.2 MB`. */
function size(bytes) {
    if (bytes >= 1e9)
        return `${(bytes / 1e9).toFixed(1)} GB`;
    if (bytes >= 1e6)
        return `${(bytes / 1e6).toFixed(1)} MB`;
    return `${(bytes / 1e3).toFixed(0)} kB`;
}
/** `−12.3 % [−13.1 %, −11.0 %]`. */
function change(effect, interval) {
    return `${(0,recommend/* percent */.KN)(effect)} [${(0,recommend/* percent */.KN)(interval.low)}, ${(0,recommend/* percent */.KN)(interval.high)}]`;
}
function changeOf(comparison) {
    if (comparison.identical)
        return 'same bytes';
    if (Number.isNaN(comparison.effect))
        return 'not timed';
    return change(comparison.effect, comparison.interval);
}
/** Inconclusive is never shown bare: it says what these rounds could have shown. */
function verdictOf(comparison) {
    if (comparison.identical)
        return 'no change';
    if (Number.isNaN(comparison.effect))
        return 'instructions only';
    if (comparison.verdict === 'void')
        return 'void: two equal copies differ on this machine';
    const conflict = comparison.conflict ? ', although instructions say the opposite' : '';
    if (comparison.verdict !== 'inconclusive')
        return `${comparison.verdict}${conflict}`;
    if (!Number.isFinite(comparison.detectable))
        return `inconclusive: ${(0,recommend/* plural */.LS)(comparison.rounds, 'round')} cannot tell`;
    return `inconclusive: only ${(0,recommend/* percent */.KN)(comparison.detectable)} or more would have shown`;
}
/** `3 faster, 1 slower, 2 inconclusive`. */
function countsOf({ counts }) {
    const named = Object.entries(counts).filter(([, count]) => count > 0);
    return named.length === 0
        ? 'nothing judged'
        : named.map(([verdict, count]) => `${count} ${verdict}`).join(', ');
}
/** The candidate's settings as they would be written. */
function settingsOf(arm) {
    const settings = arm.settings.map(({ key, value }) => `${key} = ${value}`);
    const flags = arm.rustflags.map(withoutPath);
    return [...settings, ...flags].join(', ');
}
/** The profile lay in a directory that is gone by the time anybody reads this. */
function withoutPath(flag) {
    return flag.replace(/profile-use=.*/, 'profile-use=…');
}
/** What a candidate costs, measured against the base; clauses. */
function costsOf(arm, base) {
    const clauses = [];
    if (arm.buildSeconds !== null && base?.buildSeconds) {
        const ratio = arm.buildSeconds / base.buildSeconds;
        clauses.push(`build ${(0,progress/* duration */.p)(base.buildSeconds)} → ${(0,progress/* duration */.p)(arm.buildSeconds)} (${ratio.toFixed(1)}×)`);
    }
    const before = base === undefined ? null : (0,judge/* shippedBytes */.F)(base);
    const after = (0,judge/* shippedBytes */.F)(arm);
    if (before !== null && after !== null) {
        const what = arm.binaries.length > 0 ? 'binary' : 'bench executable';
        clauses.push(`${what} ${size(before)} → ${size(after)} (${(0,recommend/* percent */.KN)(Math.log(after / before))})`);
    }
    if (arm.buildPeakBytes !== null && base?.buildPeakBytes) {
        clauses.push(`compiler memory ${size(base.buildPeakBytes)} → ${size(arm.buildPeakBytes)}`);
    }
    return [...clauses, ...arm.cost.words];
}
/** Flags of the bench targets themselves, where linking and optimising across crates is decided. */
function attestedOf(arm) {
    const isBench = ({ kind }) => kind === 'bench';
    const files = arm.executables.some(isBench) ? arm.executables.filter(isBench) : arm.executables;
    const targets = new Set(files.map(({ target }) => target.replaceAll('-', '_')));
    const unshown = /^(embed-bitcode|--cfg=test|--cfg=bench)/;
    const lines = arm.attested
        .filter(({ flags, crates }) => !flags.includes('linker-plugin-lto') && crates.some((crate) => targets.has(crate)))
        .map(({ flags }) => flags
        .filter((flag) => !unshown.test(flag))
        .map(withoutPath)
        .join(' '));
    return [...new Set(lines)];
}
function machineOf(machine) {
    const shares = [
        machine.governor === null ? null : `governor ${machine.governor}`,
        machine.virtualised === true ? 'virtual' : null,
        `load ${machine.load[0].toFixed(1)} → ${machine.load[1].toFixed(1)}`,
        machine.busy === null ? null : `${(machine.busy * 100).toFixed(0)} % busy`,
        machine.steal === null ? null : `${(machine.steal * 100).toFixed(1)} % stolen`,
    ].filter((share) => share !== null);
    return `${machine.cpu}, ${(0,recommend/* plural */.LS)(machine.cores, 'core')}, ${machine.os}, ${shares.join(', ')}`;
}
/** How far the run can be trusted, from the run itself. */
function trustOf(result) {
    const { controls, positiveControls } = result;
    if (controls.total === 0)
        return 'nothing was timed, so there is no control';
    const alarms = `two equal copies were told apart on ${controls.failed} of ${(0,recommend/* plural */.LS)(controls.total, 'benchmark')}`;
    return `${alarms}; a copy made 10 % slower would have been found on ${positiveControls.found} of ${positiveControls.total}`;
}
/** What the reader must know: cut short, left out, failed, noted; one clause each. */
function remarksOf(data) {
    return [
        ...(data.complete ? [] : ['cut short: what follows is from the rounds that were run']),
        ...(data.unmeasured.length === 0
            ? []
            : [
                `${(0,recommend/* plural */.LS)(data.unmeasured.length, 'benchmark')} left out to stay within the budget: ${listed(data.unmeasured)}`,
            ]),
        ...data.failures.map(({ target, name, arm, reason }) => `\`${target}${name === null || name === target ? '' : ` ${name}`}\`${arm === 'base' ? '' : ` built as \`${arm}\``} ${reason}`),
        ...data.arms.flatMap(({ id, failure }) => failure === null ? [] : [`\`${id}\` takes no part: ${failure}`]),
        ...data.notes,
    ];
}
const LISTED = 8;
function listed(names) {
    const rest = names.length - LISTED;
    const shown = names.slice(0, LISTED).map((name) => `\`${name}\``);
    return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}
/** Text of the repository on a terminal: control characters could rewrite what was printed before. */
function printable(text) {
    return text.replaceAll(/\p{Cc}|\p{Cf}/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

;// CONCATENATED MODULE: ./build/bench/render/markdown.js


function renderMarkdown(data, result) {
    return [
        '## Bench',
        '',
        `**${prose(result.recommendation.words)}**`,
        ...fenced(result.recommendation.toml, 'toml'),
        '',
        ...candidateTable(data, result),
        '',
        ...fenced(chart(result.candidates), 'text'),
        '',
        ...remarksOf(data).map((remark) => `- ${prose(remark)}`),
        '',
        ...benchmarkTables(data, result),
        ...details('Flags, machine and trust', facts(data, result)),
        '',
    ].join('\n');
}
function candidateTable(data, result) {
    const base = data.arms.find((arm) => arm.role === 'base');
    const rows = result.candidates.map((candidate) => {
        const arm = data.arms.find(({ id }) => id === candidate.arm);
        const mean = candidate.effect === null || candidate.interval === null
            ? 'not judged'
            : change(candidate.effect, candidate.interval);
        const costs = arm === undefined ? '' : costsOf(arm, base).map(prose).join('<br>');
        const settings = arm === undefined ? '' : settingsOf(arm);
        const pareto = result.recommendation.pareto.includes(candidate.arm) ? 'yes' : 'beaten';
        return `| ${code(candidate.arm)}${settings === '' ? '' : `<br>${code(settings)}`} | ${mean} | ${countsOf(candidate)} | ${costs} | ${pareto} |`;
    });
    if (rows.length === 0)
        return [];
    return [
        '| candidate | time (geometric mean) | benchmarks | costs | on the Pareto front |',
        '|---|---|---|---|---|',
        ...rows,
    ];
}
const CHART_WIDTH = 48;
/** One line a candidate: the interval as a bar around the mean, on a common scale. */
function chart(candidates) {
    const drawn = candidates.flatMap(({ arm, effect, interval }) => effect === null || interval === null ? [] : [{ arm, effect, ...interval }]);
    if (drawn.length === 0)
        return '';
    const reach = Math.max(0.02, ...drawn.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
    const column = (log) => Math.round(((log / reach + 1) / 2) * CHART_WIDTH);
    const width = Math.max(...drawn.map(({ arm }) => arm.length));
    const lines = drawn.map(({ arm, effect, low, high }) => {
        const cells = Array.from({ length: CHART_WIDTH + 1 }, (_, i) => {
            if (i === column(effect))
                return '●';
            if (i >= column(low) && i <= column(high))
                return '─';
            return i === column(0) ? '│' : ' ';
        });
        return `${arm.padEnd(width)}  ${cells.join('')}  ${(0,recommend/* percent */.KN)(effect)}`;
    });
    const scale = `${(0,recommend/* percent */.KN)(-reach)} faster`.padEnd(CHART_WIDTH / 2 - 1);
    return [
        ...lines,
        `${' '.repeat(width)}  ${scale}0 ${`slower ${(0,recommend/* percent */.KN)(reach)}`.padStart(CHART_WIDTH / 2 - 1)}`,
    ].join('\n');
}
function benchmarkTables(data, result) {
    return result.candidates.flatMap(({ arm }) => {
        const rows = result.benchmarks.flatMap(({ target, name, baseNanoseconds, comparisons }) => comparisons
            .filter((comparison) => comparison.arm === arm)
            .map((comparison) => {
            const base = baseNanoseconds === null ? '' : time(baseNanoseconds);
            const instructions = comparison.instructions === null ? '' : (0,recommend/* percent */.KN)(comparison.instructions);
            const title = name === target ? target : `${target} ${name}`;
            return `| ${code(title)} | ${base} | ${changeOf(comparison)} | ${verdictOf(comparison)} | ${instructions} |`;
        }));
        if (rows.length === 0)
            return [];
        const table = [
            '| benchmark | base | time | verdict | instructions (secondary) |',
            '|---|---|---|---|---|',
            ...rows,
        ];
        const summary = data.kind === 'revisions' ? 'Every benchmark' : `Every benchmark with ${code(arm)}`;
        return details(summary, table);
    });
}
function facts(data, result) {
    return [
        ...data.arms.flatMap((arm) => attestedOf(arm).map((flags) => `- ${code(arm.id)} was compiled with ${code(flags)}`)),
        `- ${prose(machineOf(data.machine))}`,
        `- ${prose(`${data.machine.rustc}, ${data.machine.cargo}`)}`,
        `- ${prose(trustOf(result))}`,
        `- ${(0,recommend/* plural */.LS)(data.plannedRounds, 'round')}, seed ${data.seed}, profile ${code(data.profile)}`,
        ...data.phases.map(({ name, seconds }) => `- ${seconds} s to ${name}`),
    ];
}
function details(summary, lines) {
    return [`<details><summary>${summary}</summary>`, '', ...lines, '', '</details>', ''];
}
function fenced(text, language) {
    return text === '' ? [] : ['', `\`\`\`${language}`, text.trimEnd(), '```'];
}
/** Names come from the repository: neither markup nor a table's bars may get out of the cell. */
function code(text) {
    return `<code>${entities(printable(text))}</code>`;
}
/** Our own words with names in backticks, which become code. */
function prose(text) {
    return text
        .split('`')
        .map((piece, i) => (i % 2 === 1 ? code(piece) : entities(printable(piece))))
        .join('');
}
function entities(text) {
    return text.replaceAll(/[&<>|*_[\]\\`~@#]/g, (character) => `&#${character.charCodeAt(0)};`);
}

;// CONCATENATED MODULE: ./build/bench/render/svg.js


const ROW = 22;
const TOP = 46;
const LABELS = 330;
const PLOT = 420;
const RIGHT = 190;
/** Readable in light and dark pages, and without colour: each verdict also has its own mark. */
const COLOURS = {
    faster: '#1a7f37',
    slower: '#cf222e',
    equivalent: '#57606a',
    inconclusive: '#9a6700',
    void: '#8c959f',
};
/** Self-contained: no script, no style sheet, no font of its own. */
function renderSvg(data, result) {
    const rows = result.benchmarks.flatMap(({ target, name, comparisons }) => comparisons.flatMap((comparison) => Number.isNaN(comparison.effect)
        ? []
        : [
            {
                label: `${name === target ? target : `${target} ${name}`} · ${comparison.arm}`,
                ...{ effect: comparison.effect, ...comparison.interval },
                ...{ verdict: comparison.verdict, words: verdictOf(comparison) },
            },
        ]));
    const means = result.candidates.flatMap(({ arm, effect, interval }) => effect === null || interval === null
        ? []
        : [
            {
                label: `geometric mean · ${arm}`,
                effect,
                ...interval,
                verdict: null,
                words: change(effect, interval),
            },
        ]);
    return draw([...rows, ...means], `bench of ${data.root}: time against the profile as it is`);
}
function draw(rows, title) {
    const reach = Math.max(0.05, ...rows.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
    const x = (log) => (LABELS + ((log / reach + 1) / 2) * PLOT).toFixed(1);
    const height = TOP + rows.length * ROW + 34;
    const bottom = TOP + rows.length * ROW;
    const ticks = [-reach, -reach / 2, 0, reach / 2, reach].map((log) => `<line x1="${x(log)}" y1="${TOP - 8}" x2="${x(log)}" y2="${bottom}" stroke="#8c959f" stroke-width="${log === 0 ? 1.5 : 0.5}"/>` +
        `<text x="${x(log)}" y="${bottom + 18}" text-anchor="middle">${(0,recommend/* percent */.KN)(log)}</text>`);
    const body = rows.map((row, i) => drawRow(row, TOP + i * ROW + ROW / 2, x));
    const width = LABELS + PLOT + RIGHT;
    return [
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" font-family="sans-serif" font-size="12" fill="#57606a">`,
        `<title>${escapeXml(title)}</title>`,
        `<text x="8" y="20" font-size="14" font-weight="bold">${escapeXml(title)}</text>`,
        `<text x="${x(-reach)}" y="34">◀ faster</text><text x="${x(reach)}" y="34" text-anchor="end">slower ▶</text>`,
        ...ticks,
        ...body,
        '</svg>',
        '',
    ].join('\n');
}
function drawRow(row, y, x) {
    const colour = row.verdict === null ? '#57606a' : COLOURS[row.verdict];
    const label = row.label.length > 48 ? `${row.label.slice(0, 47)}…` : row.label;
    const mark = row.verdict === 'void' || row.verdict === 'inconclusive'
        ? `<circle cx="${x(row.effect)}" cy="${y}" r="4" fill="none" stroke="${colour}" stroke-width="2"/>`
        : `<circle cx="${x(row.effect)}" cy="${y}" r="4" fill="${colour}"/>`;
    return (`<g><title>${escapeXml(`${row.label}: ${row.words}`)}</title>` +
        `<text x="${LABELS - 8}" y="${y + 4}" text-anchor="end">${escapeXml(label)}</text>` +
        `<line x1="${x(row.low)}" y1="${y}" x2="${x(row.high)}" y2="${y}" stroke="${colour}" stroke-width="2"/>${mark}` +
        `<text x="${LABELS + PLOT + 10}" y="${y + 4}" fill="${colour}">${(0,recommend/* percent */.KN)(row.effect)} ${row.verdict ?? ''}</text></g>`);
}
function escapeXml(text) {
    return printable(text).replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

;// CONCATENATED MODULE: ./build/bench/render/text.js


function renderText(data, result) {
    const base = data.arms.find((arm) => arm.role === 'base');
    const blocks = [
        head(data),
        ...result.candidates.map((candidate) => candidateBlock(candidate, data, result, base)),
        flagsBlock(data.arms),
        [`control: ${trustOf(result)}`],
        remarksOf(data),
        recommendationBlock(result),
    ];
    return `${blocks
        .filter((block) => block.length > 0)
        .map((block) => block.map(printable).join('\n'))
        .join('\n\n')}\n`;
}
function head(data) {
    const { root, profile, plannedRounds, seed, machine } = data;
    return [
        `bench of ${root}, profile \`${profile}\`, ${(0,recommend/* plural */.LS)(plannedRounds, 'round')}, seed ${seed}`,
        machineOf(machine),
        `${machine.rustc}, ${machine.cargo}`,
    ];
}
function candidateBlock(candidate, data, result, base) {
    const arm = data.arms.find(({ id }) => id === candidate.arm);
    if (arm === undefined)
        return [];
    const settings = settingsOf(arm);
    const costs = costsOf(arm, base);
    return [
        settings === '' ? arm.id : `${arm.id}: ${settings}`,
        ...align(result.benchmarks.flatMap((benchmark) => row(benchmark, arm.id))),
        ...summary(candidate),
        ...(costs.length > 0 ? [`  costs: ${costs.join(', ')}`] : []),
    ];
}
function row(benchmark, arm) {
    return benchmark.comparisons
        .filter((comparison) => comparison.arm === arm)
        .map((comparison) => [
        `${benchmark.target} ${benchmark.name === benchmark.target ? '' : benchmark.name}`.trim(),
        benchmark.baseNanoseconds === null ? '' : time(benchmark.baseNanoseconds),
        changeOf(comparison),
        comparison.instructions === null ? '' : `${(0,recommend/* percent */.KN)(comparison.instructions)} instructions`,
        verdictOf(comparison),
    ]);
}
function summary({ effect, interval, benchmarks, ...rest }) {
    if (effect === null || interval === null)
        return ['  no benchmark could be judged'];
    const mean = `geometric mean of ${(0,recommend/* plural */.LS)(benchmarks, 'benchmark')}: ${change(effect, interval)}`;
    return [`  ${mean}; ${countsOf({ effect, interval, benchmarks, ...rest })}`];
}
function flagsBlock(arms) {
    const lines = arms.flatMap((arm) => attestedOf(arm).map((flags) => [arm.id, flags]));
    return lines.length === 0
        ? []
        : ['flags that the benches were compiled with, from cargo’s own output', ...align(lines)];
}
function recommendationBlock({ recommendation }) {
    const { words, toml } = recommendation;
    return [`recommendation: ${words}`, ...(toml === '' ? [] : ['', ...toml.trimEnd().split('\n')])];
}
/** Columns padded to the widest cell, indented by two. */
function align(rows) {
    const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((cells) => (cells[column] ?? '').length)));
    return rows.map((cells) => `  ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd());
}

;// CONCATENATED MODULE: ./build/bench/render/render.js




const RENDERERS = {
    text: renderText,
    markdown: renderMarkdown,
    json: renderJson,
    svg: renderSvg,
};
function render(format, data, result) {
    return RENDERERS[format](data, result);
}


/***/ }),

/***/ 4694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JZ: () => (/* binding */ median),
/* harmony export */   V5: () => (/* binding */ pairsNeeded),
/* harmony export */   dZ: () => (/* binding */ signedRank),
/* harmony export */   fU: () => (/* binding */ holm),
/* harmony export */   i2: () => (/* binding */ mean),
/* harmony export */   kd: () => (/* binding */ bootstrapInterval)
/* harmony export */ });
/* harmony import */ var _random_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8006);
/** Paired differences become a p value, an interval and an estimate: exact where the numbers are few. */

/** The middle value; the mean of the two middle ones of an even count. NaN of nothing. */
function median(values) {
    // Typed arrays sort numbers without a callback, and the bootstrap sorts a great many.
    return quantile(Float64Array.from(values).sort(), 0.5);
}
function mean(values) {
    return values.reduce((sum, value) => sum + value, 0) / values.length;
}
/** Linear interpolation between order statistics (R's type 7, NumPy's default). `sorted` ascends. */
function quantile(sorted, share) {
    const position = (sorted.length - 1) * share;
    const below = sorted[Math.floor(position)] ?? Number.NaN;
    const above = sorted[Math.ceil(position)] ?? Number.NaN;
    return below + (above - below) * (position - Math.floor(position));
}
/** Wilcoxon's signed-rank test against a median of zero. */
function signedRank(differences) {
    const nonzero = differences.filter((difference) => difference !== 0);
    const doubledRanks = rankDoubled(nonzero.map(Math.abs));
    const observed = nonzero.reduce((sum, value, i) => sum + (value > 0 ? (doubledRanks[i] ?? 0) : 0), 0);
    return { pairs: nonzero.length, positiveRanks: observed / 2, p: exactP(doubledRanks, observed) };
}
/** Twice the mid-rank of each value, so that tied ranks stay whole numbers. */
function rankDoubled(values) {
    return values.map((value) => {
        let below = 0;
        let equal = 0;
        for (const other of values) {
            if (other < value)
                below += 1;
            else if (other === value)
                equal += 1;
        }
        return 2 * below + equal + 1;
    });
}
/**
 * Under the null hypothesis each sign is a fair coin: the distribution of the rank sum is built one rank
 * at a time, conditional on the ties.
 */
function exactP(doubledRanks, observed) {
    const total = doubledRanks.reduce((sum, rank) => sum + rank, 0);
    let chances = new Float64Array(total + 1);
    chances[0] = 1;
    for (const rank of doubledRanks) {
        const next = new Float64Array(total + 1);
        for (let sum = 0; sum <= total; sum += 1) {
            next[sum] = 0.5 * (chances[sum] ?? 0) + 0.5 * (sum >= rank ? (chances[sum - rank] ?? 0) : 0);
        }
        chances = next;
    }
    const extreme = Math.min(observed, total - observed);
    let tail = 0;
    for (let sum = 0; sum <= extreme; sum += 1)
        tail += chances[sum] ?? 0;
    return Math.min(1, 2 * tail);
}
/** Holm's step-down adjustment: reject where the result is at most alpha. Order is kept. */
function holm(pValues) {
    const ascending = pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
    const adjusted = new Array(pValues.length).fill(1);
    let largest = 0;
    for (const [step, { p, index }] of ascending.entries()) {
        largest = Math.max(largest, Math.min(1, p * (pValues.length - step)));
        adjusted[index] = largest;
    }
    return adjusted;
}
/** Fewest pairs with which the signed-rank test can still reach `alpha` after Holm over `comparisons`. */
function pairsNeeded(comparisons, alpha) {
    return Math.ceil(Math.log2((2 * Math.max(1, comparisons)) / alpha));
}
/** Percentile bootstrap of a statistic; the seed makes it reproducible. */
function bootstrapInterval(values, statistic, options) {
    const random = (0,_random_js__WEBPACK_IMPORTED_MODULE_0__/* .seededRandom */ .I)(options.seed);
    const outcomes = Array.from({ length: options.resamples }, () => statistic(values.map(() => values[Math.floor(random() * values.length)] ?? Number.NaN))).sort((a, b) => a - b);
    const tail = (1 - options.confidence) / 2;
    return { low: quantile(outcomes, tail), high: quantile(outcomes, 1 - tail) };
}


/***/ }),

/***/ 7968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JW: () => (/* binding */ SMALLEST_FLOOR),
/* harmony export */   Nh: () => (/* binding */ ALPHA),
/* harmony export */   Z0: () => (/* binding */ judgeEvidence),
/* harmony export */   vi: () => (/* binding */ weigh),
/* harmony export */   wd: () => (/* binding */ weighControl),
/* harmony export */   zK: () => (/* binding */ detectableEffect)
/* harmony export */ });
/* harmony import */ var _statistics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4694);
/** Paired log ratios of one benchmark become one of five verdicts, and never more than the data carry. */

/** Chance of a false alarm in the whole run, after Holm's correction. */
const ALPHA = 0.01;
/** Effects below this are never claimed, however sure the test is: code layout alone moves more. */
const SMALLEST_FLOOR = Math.log(1.01);
/** An interval inside this range, either way, counts as equivalent. */
const EQUIVALENCE = Math.log(1.02);
/** With fewer rounds even the whole range of the sample does not cover the median 99 times of 100. */
const FEWEST_FOR_INTERVAL = 8;
const RESAMPLES = 4000;
function weigh(logs, seed) {
    return {
        logs,
        effect: (0,_statistics_js__WEBPACK_IMPORTED_MODULE_0__/* .median */ .JZ)(logs),
        interval: (0,_statistics_js__WEBPACK_IMPORTED_MODULE_0__/* .bootstrapInterval */ .kd)(logs, _statistics_js__WEBPACK_IMPORTED_MODULE_0__/* .median */ .JZ, { confidence: 1 - ALPHA, resamples: RESAMPLES, seed }),
        p: (0,_statistics_js__WEBPACK_IMPORTED_MODULE_0__/* .signedRank */ .dZ)(logs).p,
    };
}
/** The control fails when two equal executables are told apart by more than the smallest floor. */
function weighControl(logs, seed) {
    const evidence = weigh(logs, seed);
    const differs = evidence.p < ALPHA && distanceFromZero(evidence.interval) > SMALLEST_FLOOR;
    return { ...evidence, holds: !differs, floor: Math.max(SMALLEST_FLOOR, reach(evidence.interval)) };
}
/** `adjustedP` is the evidence's p after Holm over every comparison of the run. */
function judgeEvidence(evidence, adjustedP, control) {
    if (!control.holds)
        return 'void';
    if (adjustedP < ALPHA && evidence.interval.high < -control.floor)
        return 'faster';
    if (adjustedP < ALPHA && evidence.interval.low > control.floor)
        return 'slower';
    if (evidence.logs.length >= FEWEST_FOR_INTERVAL && reach(evidence.interval) <= EQUIVALENCE)
        return 'equivalent';
    return 'inconclusive';
}
/**
 * The smallest slowdown that these rounds would have called slower, as a log ratio: the same scatter,
 * moved until test and interval both speak. Infinite where the rounds are too few for the correction.
 */
function detectableEffect(evidence, comparisons, control) {
    const scatter = evidence.logs.map((log) => log - evidence.effect);
    const clears = evidence.effect - evidence.interval.low + control.floor;
    const passes = (shift) => (0,_statistics_js__WEBPACK_IMPORTED_MODULE_0__/* .signedRank */ .dZ)(scatter.map((log) => log + shift)).p * comparisons < ALPHA;
    const enough = Math.max(...scatter.map(Math.abs)) + 1e-9;
    if (!passes(enough))
        return Number.POSITIVE_INFINITY;
    let low = 0;
    let high = enough;
    while (high - low > 1e-4) {
        const middle = (low + high) / 2;
        if (passes(middle))
            high = middle;
        else
            low = middle;
    }
    return Math.max(high, clears);
}
/** The end of the interval that is farthest from zero, as a distance. */
function reach(interval) {
    return Math.max(Math.abs(interval.low), Math.abs(interval.high));
}
/** How far the whole interval keeps from zero; 0 when it contains it. */
function distanceFromZero(interval) {
    return Math.max(0, interval.low, -interval.high);
}


/***/ })

};
