export const id = 748;
export const ids = [748];
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

/***/ 7367:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mountBench: () => (/* binding */ mountBench)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/commander/esm.mjs
var esm = __webpack_require__(8179);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./build/bench/error.js
/** The measurement cannot start or cannot be read: wrong option, no Cargo, failing build, foreign file. */
/** The message says what, where and what to try. */
class BenchError extends Error {
    name = 'BenchError';
}

;// CONCATENATED MODULE: ./build/bench/random.js
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

;// CONCATENATED MODULE: ./build/bench/statistics.js
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
    const random = seededRandom(options.seed);
    const outcomes = Array.from({ length: options.resamples }, () => statistic(values.map(() => values[Math.floor(random() * values.length)] ?? Number.NaN))).sort((a, b) => a - b);
    const tail = (1 - options.confidence) / 2;
    return { low: quantile(outcomes, tail), high: quantile(outcomes, 1 - tail) };
}

;// CONCATENATED MODULE: ./build/bench/verdict.js
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
        effect: median(logs),
        interval: bootstrapInterval(logs, median, { confidence: 1 - ALPHA, resamples: RESAMPLES, seed }),
        p: signedRank(logs).p,
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
    const passes = (shift) => signedRank(scatter.map((log) => log + shift)).p * comparisons < ALPHA;
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

;// CONCATENATED MODULE: ./build/bench/rounds.js


function roundMedians(benchmark) {
    const rounds = new Map();
    for (const run of benchmark.runs) {
        const arms = rounds.get(run.round) ?? new Map();
        arms.set(run.arm, median(run.times));
        rounds.set(run.round, arms);
    }
    return rounds;
}
/** One log(arm / other) for each round that has both; zero and negative times cannot be compared. */
function pairedLogs(rounds, arm, other = 'base') {
    return [...rounds.values()].flatMap((arms) => {
        const log = Math.log((arms.get(arm) ?? Number.NaN) / (arms.get(other) ?? Number.NaN));
        return Number.isFinite(log) ? [log] : [];
    });
}
/** A benchmark that was dropped early says nothing, and would cut the mean down to its own few rounds. */
function withEnoughRounds(logs) {
    const most = Math.max(0, ...logs.map((one) => one.length));
    return logs.filter((one) => one.length >= FEWEST_FOR_INTERVAL && 2 * one.length > most);
}
/**
 * `logs` holds one list of paired logs for each benchmark, `unchanged` how many more ran the same bytes.
 * Each round gives one mean over all benchmarks; the rounds are what is resampled.
 */
function geometricMean(logs, unchanged, seed) {
    if (logs.length + unchanged === 0)
        return { effect: null, interval: null };
    if (logs.length === 0)
        return { effect: 0, interval: { low: 0, high: 0 } };
    const rounds = Math.min(...logs.map((one) => one.length));
    if (rounds < FEWEST_FOR_INTERVAL)
        return { effect: null, interval: null };
    const perRound = Array.from({ length: rounds }, (_, round) => logs.reduce((sum, one) => sum + (one[round] ?? 0), 0) / (logs.length + unchanged));
    const interval = bootstrapInterval(perRound, median, { confidence: 1 - ALPHA, resamples: 4000, seed });
    return { effect: median(perRound), interval };
}

;// CONCATENATED MODULE: ./build/bench/size.js
/** Binaries where the package ships some, else the bench executables, so that size is always compared. */
function shippedBytes(arm) {
    const files = arm.binaries.length > 0 ? arm.binaries : arm.executables;
    if (files.length === 0)
        return null;
    return files.reduce((sum, file) => sum + (file.strippedBytes ?? file.bytes), 0);
}
/** log(value / base); null where either is not known. */
function logRatio(value, base) {
    return value === null || base === null || base === 0 ? null : Math.log(value / base);
}

;// CONCATENATED MODULE: ./build/bench/attribution.js


/**
 * `benchmarks` are those whose control holds. Empty where all there is to say stands in the candidates'
 * own results: every pair is a single setting against the profile as it is.
 */
function attribute(data, benchmarks) {
    if (data.kind !== 'profiles')
        return [];
    // A profile from a training run is no setting, and copies of the base have none.
    const arms = data.arms.filter((arm) => arm.failure === null &&
        (arm.role === 'base' || (arm.role === 'candidate' && wordsOf(arm).size > 0)) &&
        !arm.rustflags.some((flag) => flag.startsWith('-Cprofile-use')));
    const pairs = arms.flatMap((arm) => arms.flatMap((without) => {
        const setting = soleDifference(arm, without);
        return setting === null ? [] : [{ arm, without, setting }];
    }));
    if (pairs.every(({ without }) => without.role === 'base'))
        return [];
    return pairs.map(({ arm, without, setting }) => ({
        setting,
        arm: arm.id,
        without: without.id,
        ...contrast(arm, without, benchmarks, data.seed),
        buildTime: logRatio(arm.buildSeconds, without.buildSeconds),
        size: logRatio(shippedBytes(arm), shippedBytes(without)),
    }));
}
/** Keyed so that two values of one setting stand for the same thing. */
function wordsOf({ settings, rustflags }) {
    return new Map([
        ...settings.map(({ key, value }) => [key, `${key} = ${value}`]),
        ...rustflags.map((flag) => [flag.split('=')[0] ?? flag, flag]),
    ]);
}
/** The one setting that `arm` adds, or sets otherwise at a higher cost; null for any other relation. */
function soleDifference(arm, without) {
    const own = wordsOf(arm);
    const other = wordsOf(without);
    if ([...other.keys()].some((key) => !own.has(key)))
        return null;
    const different = [...own].filter(([key, words]) => other.get(key) !== words);
    const [only] = different;
    if (only === undefined || different.length > 1)
        return null;
    const replaces = other.has(only[0]);
    return replaces && arm.cost.rank <= without.cost.rank ? null : only[1];
}
function contrast(arm, without, benchmarks, seed) {
    // An arm with the base's bytes was not run: the base stands for it.
    const ranAs = ({ identical }, { id }) => (identical.includes(id) ? 'base' : id);
    const same = benchmarks.filter((one) => ranAs(one, arm) === ranAs(one, without));
    const logs = withEnoughRounds(benchmarks
        .filter((one) => !same.includes(one))
        .map((one) => pairedLogs(roundMedians(one), ranAs(one, arm), ranAs(one, without))));
    return { ...geometricMean(logs, same.length, seed), benchmarks: logs.length + same.length };
}

;// CONCATENATED MODULE: ./build/bench/data.js
/** Everything a run records, raw: what the JSON file holds and from which every verdict can be computed again. */
/** `relinked`: the base or a candidate once more, with its functions in another order. */
const ARM_ROLES = ['base', 'control', 'candidate', 'relinked'];
/** The arm that is `id` linked once more in another order. */
function relinkedId(id) {
    return `${id} (relinked)`;
}
const HARNESSES = ['criterion', 'libtest', 'divan', 'gungraun', 'process'];

;// CONCATENATED MODULE: ./build/bench/recommend.js

/** A costlier candidate must gain this much more than a cheaper one: one percent of time. */
const WORTH = SMALLEST_FLOOR;
/** Advice from a finished judgement; for two revisions there is nothing to paste. */
function recommend(data, results) {
    const points = results.map((one) => ({ arm: one.arm, at: pointOf(one, data) }));
    const pareto = points
        .filter(({ at }) => !dominates(AS_IT_IS, at) && !points.some((other) => dominates(other.at, at)))
        .map(({ arm }) => arm);
    const worthwhile = results.filter(isProven);
    const chosen = data.kind === 'profiles' ? cheapestOfTheBest(worthwhile, data) : null;
    if (chosen !== null && isOfLayout(chosen)) {
        return { arm: null, words: ofLayout(chosen), toml: '', pareto };
    }
    if (chosen === null)
        return { arm: null, words: nothing(data, results), toml: '', pareto };
    const arm = data.arms.find((one) => one.id === chosen.arm);
    return {
        arm: chosen.arm,
        words: praise(chosen, results, data),
        toml: arm === undefined ? '' : paste(arm, data),
        pareto,
    };
}
/** The mean's whole interval must clear the floor, with more benchmarks won than lost. */
function isProven(result) {
    return (result.interval !== null &&
        result.interval.high < -SMALLEST_FLOOR &&
        (result.relinked !== null || result.counts.faster > result.counts.slower));
}
/** Only the winner is tried in another order of functions, so the next best is no answer when it fails there. */
function isOfLayout({ relinked }) {
    return relinked !== null && (relinked.interval === null || relinked.interval.high >= 0);
}
function ofLayout({ arm, effect, relinked }) {
    const again = relinked?.effect === null || relinked === null ? 'nothing' : percent(relinked.effect);
    return `keep the profile as it is: \`${arm}\` showed ${percent(effect ?? 0)} time, but ${again} with the functions in another order, which may be all there is to it`;
}
function cheapestOfTheBest(worthwhile, data) {
    const best = Math.min(...worthwhile.map((one) => one.effect ?? 0));
    const close = worthwhile.filter((one) => (one.effect ?? 0) - best <= WORTH);
    return (close.toSorted((a, b) => rank(a, data) - rank(b, data) || (a.effect ?? 0) - (b.effect ?? 0))[0] ?? null);
}
function isClose(one, other) {
    return Math.abs((one.effect ?? 0) - (other.effect ?? 0)) <= WORTH;
}
function rank(result, data) {
    return data.arms.find((arm) => arm.id === result.arm)?.cost.rank ?? 0;
}
const AS_IT_IS = [0, 0, 0, 0];
/** Differences below these come from noise: build times are those of one build beside whatever else ran. */
const SAME = [SMALLEST_FLOOR, Math.log(1.15), Math.log(1.01), 0];
function pointOf(result, data) {
    const arm = data.arms.find((one) => one.id === result.arm);
    return [result.effect ?? 0, result.buildTime ?? 0, result.size ?? 0, arm?.cost.cpu == null ? 0 : 1];
}
/** Nowhere worse, and somewhere better. */
function dominates(other, one) {
    const isWorse = (a, b) => a.some((value, i) => value > (b[i] ?? 0) + (SAME[i] ?? 0));
    return !isWorse(other, one) && isWorse(one, other);
}
function praise(chosen, results, { unmeasured }) {
    const rivals = results.filter((one) => one !== chosen && isProven(one) && isClose(one, chosen));
    const others = rivals.length > 0 ? ', the cheapest of the candidates within 1 % of the best' : '';
    const lost = chosen.counts.slower > 0 ? `, although ${plural(chosen.counts.slower, 'benchmark')} got slower` : '';
    const judged = unmeasured.length === 0
        ? plural(chosen.benchmarks, 'benchmark')
        : `${chosen.benchmarks} of ${plural(chosen.benchmarks + unmeasured.length, 'benchmark')}`;
    const heldOut = chosen.arm === 'pgo' ? ' that did not train it' : '';
    const { relinked } = chosen;
    const some = relinked !== null && relinked.benchmarks < chosen.benchmarks
        ? `, over ${relinked.benchmarks} of them,`
        : '';
    const again = relinked?.effect == null
        ? ''
        : ` (${percent(relinked.effect)}${some} with the functions in another order)`;
    return `use \`${chosen.arm}\`: ${percent(chosen.effect ?? 0)} time over ${judged}${heldOut}${again}${others}${lost}`;
}
function nothing(data, results) {
    if (data.kind === 'revisions')
        return 'two revisions were compared: there is no setting to change';
    if (results.length === 0)
        return 'there was no candidate to compare: nothing is advised';
    if (data.benchmarks.length === 0)
        return 'no benchmark could be measured: nothing is advised';
    if (data.benchmarks.every(({ harness }) => harness === 'gungraun'))
        return 'these benchmarks count instructions, which say little about time: nothing is advised';
    const slower = results.filter(({ interval, counts }) => interval !== null && interval.low > SMALLEST_FLOOR && counts.slower > counts.faster);
    if (slower.length === results.length)
        return 'keep the profile as it is: every candidate made these benchmarks slower';
    if (results.every((one) => one.effect === null)) {
        return 'nothing is advised: the rounds were too few or this machine too unsteady to tell';
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
    if (flags.length < arm.rustflags.length)
        blocks.push(TRAINING);
    return blocks.join('\n');
}
/** What a profile-guided build needs is no setting but a procedure. */
const TRAINING = `# in every release:
#   RUSTFLAGS=-Cprofile-generate=DIR cargo build --release --target HOST
#   a run of that build under typical load
#   llvm-profdata merge -o FILE DIR
#   RUSTFLAGS=-Cprofile-use=FILE cargo build --release --target HOST
`;
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

;// CONCATENATED MODULE: ./build/bench/judge.js
/** Raw samples become verdicts: the only way to a result, whether the data were just measured or replayed. */







/** The slowdown that the positive control adds to the control's own samples. */
const POSITIVE_CONTROL = Math.log(1.1);
/** Counts include a little of the process's start, which differs from run to run. */
const COUNT_FLOOR = 0.03;
/** Pure: the same data give the same result everywhere. */
function judge(data) {
    const candidates = data.arms.filter((arm) => arm.role === 'candidate' && arm.failure === null);
    const drafts = data.benchmarks.map((benchmark) => weighBenchmark(benchmark, candidates, data.seed));
    const all = drafts.flatMap((draft) => [...draft.evidence.values()]);
    const adjusted = new Map(zip(all, holm(all.map((evidence) => evidence.p))));
    const benchmarks = drafts.map((draft) => describe(draft, candidates, adjusted, all.length, data.seed));
    const results = candidates.map((arm) => summarise(arm, data, drafts, benchmarks));
    const controls = drafts.flatMap((draft) => draft.control ?? []);
    const valid = controls.filter((control) => control.holds);
    return {
        benchmarks,
        candidates: results,
        comparisons: all.length,
        roundsNeeded: pairsNeeded(all.length, ALPHA),
        controls: { failed: controls.length - valid.length, total: controls.length },
        positiveControls: {
            found: valid.filter((control) => wouldFind(control, all.length)).length,
            total: valid.length,
        },
        recommendation: recommend(data, results.filter(({ arm }) => !isCopy(arm, data))),
        attribution: attribute(data, drafts.filter(({ control }) => control?.holds === true).map(({ benchmark }) => benchmark)),
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
        p: weigh(control.logs.map((log) => log + POSITIVE_CONTROL), 1).p,
    };
    return judgeEvidence(slowed, slowed.p * comparisons, control) === 'slower';
}
function weighBenchmark(benchmark, candidates, seed) {
    const medians = roundMedians(benchmark);
    const logsOf = (arm) => pairedLogs(medians, arm);
    const controlLogs = logsOf('control');
    if (controlLogs.length === 0)
        return { benchmark, control: null, evidence: new Map(), relinked: new Map() };
    const evidence = candidates
        .filter((arm) => !(benchmark.training && arm.id === 'pgo'))
        .map((arm) => [arm.id, logsOf(arm.id)])
        .filter(([, logs]) => logs.length > 0)
        .map(([id, logs]) => [id, weigh(logs, seed)]);
    const relinked = candidates
        .map(({ id }) => [id, pairedLogs(medians, relinkedId(id), relinkedId('base'))])
        .filter(([, logs]) => logs.length >= FEWEST_FOR_INTERVAL);
    return {
        benchmark,
        control: weighControl(controlLogs, seed),
        evidence: new Map(evidence),
        relinked: new Map(relinked),
    };
}
function describe({ benchmark, control, evidence, relinked }, candidates, adjusted, comparisons, seed) {
    const base = benchmark.runs.filter((run) => run.arm === 'base').map((run) => median(run.times));
    return {
        package: benchmark.package,
        target: benchmark.target,
        harness: benchmark.harness,
        name: benchmark.name,
        baseNanoseconds: base.length === 0 ? null : median(base),
        control,
        comparisons: candidates.flatMap((arm) => {
            if (benchmark.identical.includes(arm.id))
                return [identicalComparison(arm.id)];
            const instructions = instructionRatio(benchmark.instructions, arm.id);
            const one = evidence.get(arm.id);
            if (one === undefined || control === null)
                return countedOnly(arm.id, instructions);
            const adjustedP = adjusted.get(one) ?? 1;
            const again = relinked.get(arm.id);
            const other = again === undefined ? null : weigh(again, seed);
            const first = judgeEvidence(one, adjustedP, control);
            const ofLayout = other !== null && judge_isOfLayout(first, other.interval);
            const verdict = ofLayout ? 'inconclusive' : first;
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
                    detectable: detectableEffect(one, comparisons, control),
                    instructions,
                    conflict: told &&
                        instructions !== null &&
                        Math.abs(instructions) > COUNT_FLOOR &&
                        instructions * one.effect < 0,
                    relinked: other === null ? null : { effect: other.effect, interval: other.interval },
                    ofLayout,
                },
            ];
        }),
    };
}
/** A difference that is gone, or turned round, in another order of functions came from the order. */
function judge_isOfLayout(verdict, { low, high }) {
    return (verdict === 'faster' && high >= 0) || (verdict === 'slower' && low <= 0);
}
function identicalComparison(arm) {
    const none = { low: 0, high: 0 };
    return {
        ...{ arm, verdict: 'equivalent', identical: true, effect: 0, interval: none, p: 1, adjustedP: 1 },
        ...{ rounds: 0, detectable: 0, instructions: null, conflict: false, relinked: null, ofLayout: false },
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
            ...{ adjustedP: 1, rounds: 0, detectable: Number.POSITIVE_INFINITY, instructions },
            ...{ conflict: false, relinked: null, ofLayout: false },
        },
    ];
}
function instructionRatio(counts, arm) {
    const of = (id) => counts.find((count) => count.arm === id)?.counts;
    const base = of('base');
    const own = of(arm);
    if (base === undefined || own === undefined)
        return null;
    const ratio = Math.log(median(own) / median(base));
    return Number.isFinite(ratio) ? ratio : null;
}
function summarise(arm, data, drafts, results) {
    const comparisons = results.flatMap((result) => result.comparisons.filter((one) => one.arm === arm.id));
    const counts = { faster: 0, slower: 0, equivalent: 0, inconclusive: 0, void: 0 };
    for (const comparison of comparisons)
        counts[comparison.verdict] += 1;
    const judged = withEnoughRounds(drafts.flatMap((draft) => draft.control?.holds === true ? [draft.evidence.get(arm.id)?.logs ?? []] : []));
    const relinked = withEnoughRounds(drafts.map((draft) => draft.relinked.get(arm.id) ?? []));
    const unchanged = comparisons.filter((one) => one.identical).length;
    const again = geometricMean(relinked, unchanged, data.seed);
    const base = data.arms.find((one) => one.role === 'base');
    const instructions = comparisons.flatMap((one) => one.instructions ?? []);
    return {
        arm: arm.id,
        ...geometricMean(judged, unchanged, data.seed),
        benchmarks: judged.length + unchanged,
        counts,
        instructions: instructions.length === 0 ? null : mean(instructions),
        buildTime: logRatio(arm.buildSeconds, base?.buildSeconds ?? null),
        size: logRatio(shippedBytes(arm), base === undefined ? null : shippedBytes(base)),
        relinked: relinked.length === 0 || again.interval === null
            ? null
            : { ...again, benchmarks: relinked.length + unchanged },
    };
}
function zip(left, right) {
    return left.flatMap((a, i) => {
        const b = right[i];
        return b === undefined ? [] : [[a, b]];
    });
}

;// CONCATENATED MODULE: ./node_modules/shlex/shlex.js


/*
  Port of a subset of the features of CPython's shlex module, which provides a
  shell-like lexer. Original code by Eric S. Raymond and other contributors.
*/

class Shlexer {
  constructor (string) {
    this.i = 0
    this.string = string

    /**
     * Characters that will be considered whitespace and skipped. Whitespace
     * bounds tokens. By default, includes space, tab, linefeed and carriage
     * return.
     */
    this.whitespace = ' \t\r\n'

    /**
     * Characters that will be considered string quotes. The token accumulates
     * until the same quote is encountered again (thus, different quote types
     * protect each other as in the shell.) By default, includes ASCII single
     * and double quotes.
     */
    this.quotes = `'"`

    /**
     * Characters that will be considered as escape. Just `\` by default.
     */
    this.escapes = '\\'

    /**
     * The subset of quote types that allow escaped characters. Just `"` by default.
     */
    this.escapedQuotes = '"'

    /**
     * Whether to support ANSI C-style $'' quotes
     * https://www.gnu.org/software/bash/manual/html_node/ANSI_002dC-Quoting.html
     */
    this.ansiCQuotes = true

    /**
     * Whether to support localized $"" quotes
     * https://www.gnu.org/software/bash/manual/html_node/Locale-Translation.html
     *
     * The behavior is as if the current locale is set to C or POSIX, i.e., the
     * contents are not translated.
     */
    this.localeQuotes = true

    this.debug = false
  }

  readChar () {
    return this.string.charAt(this.i++)
  }

  processEscapes (string, quote, isAnsiCQuote) {
    if (!isAnsiCQuote && !this.escapedQuotes.includes(quote)) {
      // This quote type doesn't support escape sequences
      return string
    }

    // We need to form a regex that matches any of the escape characters,
    // without interpreting any of the characters as a regex special character.
    const anyEscape = '[' + this.escapes.replace(/(.)/g, '\\$1') + ']'

    // In regular quoted strings, we can only escape an escape character, and
    // the quote character itself.
    if (!isAnsiCQuote && this.escapedQuotes.includes(quote)) {
      const re = new RegExp(
        anyEscape + '(' + anyEscape + '|\\' + quote + ')', 'g')
      return string.replace(re, '$1')
    }

    // ANSI C quoted strings support a wide variety of escape sequences
    if (isAnsiCQuote) {
      const patterns = {
        // Literal characters
        '([\\\\\'"?])': (x) => x,

        // Non-printable ASCII characters
        'a': () => '\x07',
        'b': () => '\x08',
        'e|E': () => '\x1b',
        'f': () => '\x0c',
        'n': () => '\x0a',
        'r': () => '\x0d',
        't': () => '\x09',
        'v': () => '\x0b',

        // Octal bytes
        '([0-7]{1,3})': (x) => String.fromCharCode(parseInt(x, 8)),

        // Hexadecimal bytes
        'x([0-9a-fA-F]{1,2})': (x) => String.fromCharCode(parseInt(x, 16)),

        // Unicode code units
        'u([0-9a-fA-F]{1,4})': (x) => String.fromCharCode(parseInt(x, 16)),
        'U([0-9a-fA-F]{1,8})': (x) => String.fromCharCode(parseInt(x, 16)),

        // Control characters
        // https://en.wikipedia.org/wiki/Control_character#How_control_characters_map_to_keyboards
        'c(.)': (x) => {
          if (x === '?') {
            return '\x7f'
          } else if (x === '@') {
            return '\x00'
          } else {
            return String.fromCharCode(x.charCodeAt(0) & 31)
          }
        }
      }

      // Construct an uber-RegEx that catches all of the above pattern
      const re = new RegExp(
        anyEscape + '(' + Object.keys(patterns).join('|') + ')', 'g')

      // For each match, figure out which subpattern matched, and apply the
      // corresponding function
      return string.replace(re, function (m, p1) {
        for (const matched in patterns) {
          const mm = new RegExp('^' + matched + '$').exec(p1)
          if (mm === null) {
            continue
          }

          return patterns[matched].apply(null, mm.slice(1))
        }
      })
    }

    // Should not get here
    return undefined
  }

  * [Symbol.iterator] () {
    let inQuote = false
    let inDollarQuote = false
    let escaped = false
    let lastDollar = -2 // position of last dollar sign we saw
    let token

    if (this.debug) {
      console.log('full input:', '>' + this.string + '<')
    }

    while (true) {
      const pos = this.i
      const char = this.readChar()

      if (this.debug) {
        console.log(
          'position:', pos,
          'input:', '>' + char + '<',
          'accumulated:', token,
          'inQuote:', inQuote,
          'inDollarQuote:', inDollarQuote,
          'lastDollar:', lastDollar,
          'escaped:', escaped
        )
      }

      // Ran out of characters, we're done
      if (char === '') {
        if (inQuote) { throw new Error('Got EOF while in a quoted string') }
        if (escaped) { throw new Error('Got EOF while in an escape sequence') }
        if (token !== undefined) { yield token }
        return
      }

      // We were in an escape sequence, complete it
      if (escaped) {
        if (char === '\n') {
          // An escaped newline just means to continue the command on the next
          // line. We just need to ignore it.
        } else if (inQuote) {
          // If we are in a quote, just accumulate the whole escape sequence,
          // as we will interpret escape sequences later.
          token = (token || '') + escaped + char
        } else {
          // Just use the literal character
          token = (token || '') + char
        }

        escaped = false
        continue
      }

      if (this.escapes.includes(char)) {
        if (!inQuote || inDollarQuote !== false || this.escapedQuotes.includes(inQuote)) {
          // We encountered an escape character, which is going to affect how
          // we treat the next character.
          escaped = char
          continue
        } else {
          // This string type doesn't use escape characters. Ignore for now.
        }
      }

      // We were in a string
      if (inQuote !== false) {
        // String is finished. Don't grab the quote character.
        if (char === inQuote) {
          token = this.processEscapes(token, inQuote, inDollarQuote === '\'')
          inQuote = false
          inDollarQuote = false
          continue
        }

        // String isn't finished yet, accumulate the character
        token = (token || '') + char
        continue
      }

      // This is the start of a new string, don't accumulate the quotation mark
      if (this.quotes.includes(char)) {
        inQuote = char
        if (lastDollar === pos - 1) {
          if (char === '\'' && !this.ansiCQuotes) {
            // Feature not enabled
          } else if (char === '"' && !this.localeQuotes) {
            // Feature not enabled
          } else {
            inDollarQuote = char
          }
        }

        token = (token || '') // fixes blank string

        if (inDollarQuote !== false) {
          // Drop the opening $ we captured before
          token = token.slice(0, -1)
        }

        continue
      }

      // This is a dollar sign, record that we saw it in case it's the start of
      // an ANSI C or localized string
      if (inQuote === false && char === '$') {
        lastDollar = pos
      }

      // This is whitespace, so yield the token if we have one
      if (this.whitespace.includes(char)) {
        if (token !== undefined) { yield token }
        token = undefined
        continue
      }

      // Otherwise, accumulate the character
      token = (token || '') + char
    }
  }
}


/**
 * Splits a given string using shell-like syntax. This function is the inverse
 * of shlex.join().
 *
 * @param {String} s String to split.
 * @returns {String[]}
 */
function split (s) {
  return Array.from(new Shlexer(s))
}

/**
 * Escapes a potentially shell-unsafe string using quotes.
 *
 * @param {String} s String to quote
 * @returns {String}
 */
function quote (s) {
  if (s === '') { return '\'\'' }

  const unsafeRe = /[^\w@%\-+=:,./]/
  if (!unsafeRe.test(s)) { return s }

  return ('\'' + s.replace(/('+)/g, '\'"$1"\'') + '\'').replace(/^''|''$/g, '')
}


/**
 * Concatenate the tokens of the list args and return a string. This function
 * is the inverse of shlex.split().
 *
 * The returned value is shell-escaped to protect against injection
 * vulnerabilities (see shlex.quote()).
 *
 * @param {String[]} args List of args to join
 * @returns {String}
 */
function join (args) {
  if (!Array.isArray(args)) {
    throw new TypeError("args should be an array")
  }
  return args.map(quote).join(" ")
}

;// CONCATENATED MODULE: ./build/bench/attest.js
/** Cargo's `Running` lines become the compiler flags that each crate was really built with. */

/** Codegen options that differ from build to build or say nothing about the code. */
const NOISE = new Set(['metadata', 'extra-filename', 'incremental']);
/** Reads Cargo's verbose standard error. Lines that are not calls of rustc are passed over. */
function readRunningLines(stderr) {
    return [...stderr.matchAll(/^\s+Running `(.*)`\s*$/gm)].flatMap((match) => readCommand(match[1] ?? '') ?? []);
}
function readCommand(command) {
    if (!/rustc|--crate-name/.test(command))
        return null;
    const words = split(command);
    const name = words.indexOf('--crate-name');
    const crate = words[name + 1];
    if (name < 0 || crate === undefined)
        return null;
    const flags = [];
    const crateTypes = [];
    for (let i = name + 2; i < words.length; i += 1) {
        const word = words[i] ?? '';
        const next = words[i + 1] ?? '';
        if (word === '-C' || word === '-Z')
            flags.push(...attest_option(word.slice(1), next));
        else if (/^-[CZ]./.test(word))
            flags.push(...attest_option(word.charAt(1), word.slice(2)));
        else if (word === '--cfg')
            flags.push(`--cfg=${next}`);
        else if (word.startsWith('--cfg='))
            flags.push(word);
        else if (word === '--crate-type')
            crateTypes.push(next);
        else if (word === '-O')
            flags.push('opt-level=2');
    }
    return {
        crate,
        source: words.find((word) => word.endsWith('.rs')) ?? '',
        forHost: !words.includes('--target') && !words.some((word) => word.startsWith('--target=')),
        crateTypes,
        test: words.includes('--test') || words.includes('test'),
        flags: lastOfEachKey(flags).toSorted(),
    };
}
function attest_option(letter, text) {
    const key = text.split('=')[0] ?? '';
    if (letter === 'C' && NOISE.has(key))
        return [];
    return [letter === 'Z' ? `-Z${text}` : text];
}
/** rustc lets the last one win, except for flags that add up. */
function lastOfEachKey(flags) {
    const adding = /^(--cfg=|link-arg|llvm-args|target-feature|-Z)/;
    return flags.filter((flag, i) => {
        if (adding.test(flag))
            return flags.indexOf(flag) === i;
        const key = flag.split('=')[0];
        return !flags.slice(i + 1).some((later) => later.split('=')[0] === key);
    });
}
/** Groups the units for the measured target by their flags; features (`--cfg=feature`) are not shown. */
function attest(units) {
    const groups = new Map();
    for (const unit of units.filter((one) => !one.forHost)) {
        const flags = unit.flags.filter((flag) => !flag.startsWith('--cfg=feature'));
        const key = flags.join(' ');
        const group = groups.get(key) ?? { flags, crates: new Set() };
        group.crates.add(unit.crate);
        groups.set(key, group);
    }
    return [...groups.entries()]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { flags, crates }]) => ({ flags, crates: [...crates].sort() }));
}
/**
 * Flags of the project's own that a candidate lost: every `--cfg`, `target-cpu`, linker and LLVM option
 * that the base was compiled with must still be there, unless the candidate sets the same key.
 */
function lostFlags(base, candidate) {
    const ofProfile = /^(opt-level|lto|codegen-units|embed-bitcode|linker-plugin-lto|debuginfo|strip|panic|overflow-checks|debug-assertions|split-debuginfo|linker-flavor|prefer-dynamic|force-frame-pointers)(=|$)/;
    const keep = (units) => new Set(units.filter((unit) => !unit.forHost).flatMap((unit) => unit.flags));
    const kept = keep(candidate);
    const keys = new Set([...kept].map((flag) => flag.split('=')[0]));
    return [...keep(base)]
        .filter((flag) => !ofProfile.test(flag) && !kept.has(flag))
        .filter((flag) => flag.startsWith('--cfg=') || !keys.has(flag.split('=')[0]))
        .sort();
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./build/bench/spawn.js
var spawn = __webpack_require__(6834);
;// CONCATENATED MODULE: ./build/bench/machine.js
/** /proc and the operating system become a description of the machine and of who else was using it. */



function processorTime() {
    const fields = readText('/proc/stat')?.split('\n')[0]?.trim().split(/\s+/).slice(1, 9).map(Number);
    if (fields === undefined || fields.length < 8)
        return null;
    const [, , , idle = 0, iowait = 0, , , steal = 0] = fields;
    return { total: fields.reduce((sum, one) => sum + one, 0), idle: idle + iowait, steal };
}
/** One-minute load average; 0 on Windows. */
function load() {
    return external_node_os_.loadavg()[0] ?? 0;
}
async function describeMachine(toolchain, usage, env, signal) {
    const cpus = external_node_os_.cpus();
    const cpuInfo = readText('/proc/cpuinfo');
    const valgrind = await (0,spawn/* run */.e)('valgrind', ['--version'], { cwd: external_node_os_.tmpdir(), env, signal, limitSeconds: 20 });
    const share = (pick) => {
        if (usage.before === null || usage.after === null)
            return null;
        const total = usage.after.total - usage.before.total;
        return total <= 0 ? null : round((pick(usage.after) - pick(usage.before)) / total);
    };
    return {
        cpu: (cpus[0]?.model ?? '').trim() || external_node_os_.machine(),
        cores: cpus.length,
        memoryBytes: external_node_os_.totalmem(),
        os: `${external_node_os_.type()} ${external_node_os_.release()} ${external_node_os_.machine()}`,
        governor: readText('/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor')?.trim() ?? null,
        virtualised: cpuInfo === null ? null : /^flags\s*:.*\bhypervisor\b/m.test(cpuInfo),
        load: [round(usage.load[0]), round(usage.load[1])],
        steal: share((time) => time.steal),
        busy: share((time) => time.total - time.idle),
        rustc: toolchain.rustc,
        cargo: toolchain.cargo,
        valgrind: (0,spawn/* describeFailure */.I)(valgrind) === null ? valgrind.stdout.trim() : null,
    };
}
/** Resident bytes of all processes of one group right now; null outside Linux. */
function peakMemory(group) {
    let sum = null;
    for (const entry of listProc()) {
        const stat = readText(`/proc/${entry}/stat`);
        const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
        if (fields === undefined || Number(fields[2]) !== group)
            continue;
        // Field 24 of proc(5), in pages, which Linux keeps at 4 KiB on every platform rustc runs on by default.
        sum = (sum ?? 0) + Number(fields[21]) * 4096;
    }
    return sum;
}
function listProc() {
    try {
        return (0,external_node_fs_.readdirSync)('/proc').filter((name) => /^\d+$/.test(name));
    }
    catch {
        // No /proc: not Linux.
        return [];
    }
}
function readText(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch {
        // Not Linux, or a process that has ended: the fact is simply not known.
        return null;
    }
}
function round(value) {
    return Math.round(value * 1000) / 1000;
}

;// CONCATENATED MODULE: ./build/bench/messages.js
/** Cargo's JSON messages become the executables that a build made. */
/** Artifacts with an executable, in Cargo's order. Lines that are not such messages are passed over. */
function readArtifacts(stdout) {
    return stdout.split(/\r?\n/).flatMap((line) => {
        if (!line.startsWith('{'))
            return [];
        const artifact = readArtifact(line);
        return artifact === null ? [] : [artifact];
    });
}
function readArtifact(line) {
    const message = parse(line);
    const target = field(message, 'target');
    const executable = field(message, 'executable');
    const kinds = field(target, 'kind');
    const name = field(target, 'name');
    const id = field(message, 'package_id');
    const manifestPath = field(message, 'manifest_path');
    if (field(message, 'reason') !== 'compiler-artifact' || !Array.isArray(kinds))
        return null;
    if (typeof executable !== 'string' || typeof name !== 'string' || typeof manifestPath !== 'string')
        return null;
    return {
        package: packageName(typeof id === 'string' ? id : '', manifestPath),
        target: name,
        kinds: kinds.filter((kind) => typeof kind === 'string'),
        test: field(field(message, 'profile'), 'test') === true,
        executable,
        manifestPath,
    };
}
/** `path+file:///dir/name#0.1.0`, `…#name@0.1.0` or, before 1.77, `name 0.1.0 (path+file:///dir)`. */
function packageName(id, manifestPath) {
    const old = /^(\S+) \S+ \(/.exec(id)?.[1];
    const named = /#([^@#]+)@[^@#]+$/.exec(id)?.[1];
    const directory = /([^/\\]+)[/\\][^/\\]+$/.exec(manifestPath)?.[1];
    return old ?? named ?? directory ?? '';
}
function parse(line) {
    try {
        return JSON.parse(line);
    }
    catch {
        // A build script or compiler may print a line that merely starts like an object.
        return null;
    }
}
function field(value, key) {
    if (typeof value !== 'object' || value === null)
        return undefined;
    return Object.entries(value).find(([name]) => name === key)?.[1];
}

;// CONCATENATED MODULE: ./build/bench/cfg.js
/** `cfg(…)` keys of a Cargo configuration become true or false for the target that is built. */

/** Throws BenchError when the expression is not one that Cargo accepts. */
function matchesCfg(expression, cfg) {
    const tokens = expression.match(/"[^"]*"|[A-Za-z_][A-Za-z0-9_]*|[(),=]|\S/g) ?? [];
    const reader = { tokens, next: 0 };
    const value = predicate(reader, cfg);
    if (reader.next !== tokens.length)
        throw malformed(expression);
    return value;
    function predicate(at, set) {
        const name = take(at);
        if (!/^[A-Za-z_]/.test(name))
            throw malformed(expression);
        if (peek(at) === '(') {
            const inner = list(at, set);
            if (name === 'all' || name === 'cfg')
                return inner.every(Boolean);
            if (name === 'any')
                return inner.some(Boolean);
            if (name === 'not')
                return !inner[0];
            throw malformed(expression);
        }
        if (name === 'true')
            return true;
        if (name === 'false')
            return false;
        if (peek(at) !== '=')
            return set.has(name);
        at.next += 1;
        return set.has(`${name}=${take(at)}`);
    }
    function list(at, set) {
        at.next += 1;
        const values = [];
        while (peek(at) !== ')') {
            values.push(predicate(at, set));
            if (peek(at) === ',')
                at.next += 1;
        }
        at.next += 1;
        return values;
    }
    function peek(at) {
        return at.tokens[at.next];
    }
    function take(at) {
        const token = at.tokens[at.next];
        if (token === undefined)
            throw malformed(expression);
        at.next += 1;
        return token;
    }
}
function malformed(expression) {
    return new BenchError(`\`${expression}\` in the Cargo configuration cannot be read: check its brackets`);
}

;// CONCATENATED MODULE: ./build/bench/rustflags.js
/** Cargo's merged configuration and the environment become the one list of compiler flags that would win. */


/** Cargo's separator in `CARGO_ENCODED_RUSTFLAGS`. */
const FLAG_SEPARATOR = '\u001f';
/**
 * The sources exclude each other, first one wins: the encoded variable, the plain one, the joined
 * `target.*.rustflags`, `build.rustflags`. Candidates append to this list, so nothing of it is lost.
 */
function resolveRustflags({ config, env, triple, cfg }) {
    const encoded = env.CARGO_ENCODED_RUSTFLAGS;
    if (encoded !== undefined)
        return found(encoded.split(FLAG_SEPARATOR), '`CARGO_ENCODED_RUSTFLAGS`');
    const plain = env.RUSTFLAGS;
    if (plain !== undefined)
        return found(words(plain), '`RUSTFLAGS`');
    const ofTarget = targetFlags(config, env, triple, cfg);
    if (ofTarget.length > 0)
        return found(ofTarget, '`target.*.rustflags`');
    const buildVariable = env.CARGO_BUILD_RUSTFLAGS;
    const ofBuild = [
        ...flagList(property(property(config, 'build'), 'rustflags')),
        ...words(buildVariable ?? ''),
    ];
    return found(ofBuild, '`build.rustflags`');
}
function found(flags, source) {
    const kept = flags.filter((flag) => flag !== '');
    return { flags: kept, source: kept.length === 0 ? null : source };
}
function targetFlags(config, env, triple, cfg) {
    const targets = property(config, 'target');
    const flags = flagList(property(property(targets, triple), 'rustflags'));
    flags.push(...words(env[targetVariable(triple, 'RUSTFLAGS')] ?? ''));
    for (const [key, value] of Object.entries(isRecord(targets) ? targets : {})) {
        if (key.startsWith('cfg(') && matchesCfg(key, cfg))
            flags.push(...flagList(property(value, 'rustflags')));
    }
    return flags;
}
/** `CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_RUNNER` and its like. */
function targetVariable(triple, key) {
    return `CARGO_TARGET_${triple.toUpperCase().replaceAll(/[-.]/g, '_')}_${key}`;
}
function flagList(value) {
    if (value === undefined)
        return [];
    if (typeof value === 'string')
        return words(value);
    if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
        return [...value];
    throw new BenchError('`rustflags` in the Cargo configuration is neither a string nor a list of strings');
}
/** Cargo splits its strings at blanks, without quotes. */
function words(text) {
    return text.split(' ').filter((word) => word !== '');
}
function property(value, key) {
    return isRecord(value) ? value[key] : undefined;
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/bench/build.js
/** A candidate becomes executables: one `cargo bench` in a directory of its own, with the flags attested. */









/** Cargo runs every bench through a runner that only writes down how it would be run. */
async function build(options) {
    const capture = external_node_path_.join(external_node_path_.dirname(options.targetDirectory), `${external_node_path_.basename(options.targetDirectory)}.runs`);
    let peak = null;
    const finished = await (0,spawn/* run */.e)('cargo', cargoArguments(options, capture), {
        cwd: options.cwd,
        env: buildEnvironment(options, recorderVariable(options, capture)),
        signal: options.signal,
        onStderr: progressReader(options.onProgress),
        onTick: (pid) => {
            peak = Math.max(peak ?? 0, peakMemory(pid) ?? 0) || null;
        },
    });
    const plain = withoutColour(finished.stderr);
    const units = readRunningLines(plain);
    const failure = (0,spawn/* describeFailure */.I)({ ...finished, stderr: compileErrors(plain) });
    const base = { seconds: finished.seconds, peakBytes: peak, units, attested: attest(units) };
    if (failure !== null)
        return { ...base, failure, executables: [], files: [], binaries: [] };
    const artifacts = readArtifacts(finished.stdout);
    const runs = await readCapture(capture);
    const runnable = artifacts.filter((artifact) => artifact.test);
    return {
        ...base,
        failure: null,
        executables: runnable.map((artifact) => asExecutable(artifact, runs, options)),
        files: await Promise.all(runnable.map((artifact) => build_weigh(artifact, options))),
        binaries: await Promise.all(artifacts
            .filter((artifact) => !artifact.test && artifact.kinds.includes('bin'))
            .map((artifact) => build_weigh(artifact, options))),
    };
}
function cargoArguments(options, capture) {
    const { profile, settings, host } = options;
    // `bench` inherits `release`, and the binaries that benches call must be built alike.
    const profiles = profile === 'bench' ? ['bench', 'release'] : [profile];
    const overrides = profiles.flatMap((name) => settings.flatMap(({ key, value }) => ['--config', `profile.${name}.${key}=${value}`]));
    const runner = recorder(capture);
    return [
        ...['bench', '-v', '--no-fail-fast', '--message-format=json-render-diagnostics'],
        ...['--target', host, '--target-dir', options.targetDirectory],
        ...(profile === 'bench' ? [] : ['--profile', profile]),
        ...overrides,
        ...(options.runner?.asText === true
            ? []
            : ['--config', `target.${host}.runner=[${runner.map((word) => JSON.stringify(word)).join(',')}]`]),
        ...options.benches.flatMap((name) => ['--bench', name]),
        ...options.cargoArgs,
    ];
}
/** The command that takes the runner's place: it writes down how Cargo would run the executable it is given. */
function recorder(capture) {
    const record = `require('node:fs').appendFileSync(decodeURI('${encodeURI(capture).replaceAll("'", '%27')}'),` +
        `JSON.stringify({cwd:process.cwd(),argv:process.argv,env:process.env})+'\\n')`;
    return [process.execPath, '-e', record];
}
/** Cargo takes no list where the project's file has a string, but the variable outranks both. */
function recorderVariable({ host, runner }, capture) {
    if (runner?.asText !== true)
        return {};
    const words = recorder(capture);
    if (words.some((word) => /\s/.test(word)))
        throw new BenchError(`\`${process.execPath}\` has a blank in its path, and a runner from ${runner.source} cannot be replaced then: write it as a list`);
    return { [targetVariable(host, 'RUNNER')]: words.join(' ') };
}
function buildEnvironment({ env, rustflags }, runner) {
    const flags = rustflags === null ? {} : { CARGO_ENCODED_RUSTFLAGS: rustflags.join(FLAG_SEPARATOR) };
    // The bar is the only place where cargo says how many crates there are. Incremental code is slower code.
    const bar = {
        CARGO_TERM_PROGRESS_WHEN: 'always',
        CARGO_TERM_PROGRESS_WIDTH: '100',
        CARGO_TERM_QUIET: undefined,
    };
    return { ...env, ...bar, CARGO_TERM_VERBOSE: undefined, CARGO_INCREMENTAL: '0', ...flags, ...runner };
}
function progressReader(onProgress) {
    let crate = '';
    return (text) => {
        for (const line of withoutColour(text).split(/[\r\n]+/)) {
            crate = /^\s*Compiling (\S+)/.exec(line)?.[1] ?? crate;
            const bar = /\]\s+(\d+)\/(\d+)/.exec(line);
            if (bar !== null)
                onProgress({ crate, done: Number(bar[1]), total: Number(bar[2]) });
        }
    };
}
function withoutColour(text) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is removed
    return text.replaceAll(/\u001b\[[0-9;?]*[A-Za-z]/g, '').replaceAll(/[^\n]*\r(?!\n)/g, '');
}
/** Without the command lines and the progress, which would hide what went wrong. */
function compileErrors(stderr) {
    return stderr
        .split('\n')
        .filter((line) => !/^\s+(Running|Compiling|Fresh|Building|Blocking|Dirty)\b/.test(line))
        .join('\n');
}
async function readCapture(file) {
    let text;
    try {
        text = await (0,promises_.readFile)(file, 'utf8');
    }
    catch (error) {
        // No bench was run.
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
            return [];
        throw error;
    }
    await (0,promises_.rm)(file);
    return text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => {
        const { cwd, argv, env } = JSON.parse(line);
        return { cwd, file: argv[1] ?? '', env };
    });
}
/** As cargo would run it; where that is not known, in the package's directory with the user's environment. */
function asExecutable(artifact, runs, options) {
    const { executable: file, package: name, target } = artifact;
    const fallback = { cwd: external_node_path_.dirname(artifact.manifestPath), env: options.env };
    const { cwd, env } = runs.find((one) => one.file === file) ?? fallback;
    const runner = options.runner?.words ?? [];
    return { file, package: name, target, kind: artifact.kinds[0] ?? '', cwd, runner, env };
}
async function build_weigh(artifact, options) {
    const { executable: file, package: name, target } = artifact;
    const kind = artifact.kinds[0] ?? '';
    const bytes = (await (0,promises_.stat)(file)).size;
    const sha256 = (0,external_node_crypto_.createHash)('sha256')
        .update(await (0,promises_.readFile)(file))
        .digest('hex');
    return { package: name, target, kind, bytes, strippedBytes: await strippedSize(file, options), sha256 };
}
async function strippedSize(file, { cwd, env, signal }) {
    const copy = `${file}.stripped`;
    await (0,promises_.copyFile)(file, copy);
    const finished = await (0,spawn/* run */.e)('strip', [copy], { cwd, env, signal, limitSeconds: 60 });
    const size = (0,spawn/* describeFailure */.I)(finished) === null ? (await (0,promises_.stat)(copy)).size : null;
    await (0,promises_.rm)(copy, { force: true });
    return size;
}

;// CONCATENATED MODULE: ./build/bench/harnesses/harness.js

/** The message completes "`target`: …": lower case, no full stop. */
class HarnessError extends Error {
    name = 'HarnessError';
}
/** The run was cancelled by the caller: not a fault of the benchmark. */
class Cancelled extends Error {
    name = 'Cancelled';
}
/** Runs the executable; throws HarnessError unless it ends well. */
async function execute(executable, args, options, env = {}) {
    const [command = executable.file, ...rest] = [...executable.runner, executable.file];
    const finished = await (0,spawn/* run */.e)(command, [...rest, ...args, ...options.args], {
        cwd: executable.cwd,
        env: { ...executable.env, ...env },
        signal: options.signal,
        limitSeconds: options.limitSeconds,
    });
    if (finished.cancelled)
        throw new Cancelled('cancelled');
    const failure = (0,spawn/* describeFailure */.I)(finished);
    if (failure !== null)
        throw new HarnessError(failure);
    return finished;
}
/** A filter that no benchmark is called. */
const NO_BENCHMARK = 'rustperf-no-such-benchmark';

;// CONCATENATED MODULE: ./build/bench/harnesses/criterion.js
/** Criterion executables become samples: it leaves them as JSON in a directory that can be chosen. */



const criterion = {
    name: 'criterion',
    unit: 'nanoseconds',
    list,
    measure,
    once: (filter) => ['--test', '--exact', filter],
};
async function list(executable, options) {
    let names;
    try {
        names = parseList((await execute(executable, ['--bench', '--list', '--format', 'terse'], options)).stdout);
    }
    catch (error) {
        if (!(error instanceof HarnessError))
            throw error;
        // Before 0.5 there is no `--format`, and the list says `bench` instead of `benchmark`.
        names = parseList((await execute(executable, ['--bench', '--list'], options)).stdout);
    }
    return names.map((name) => ({ filter: name, names: [name] }));
}
/** Names of the benchmarks; other lines are passed over, tests among them. */
function parseList(stdout) {
    return [...stdout.matchAll(/^(.+): bench(?:mark)?\r?$/gm)].map((match) => match[1] ?? '');
}
const FEW_SAMPLES = 10;
const MANY_SAMPLES = 50;
const sampleSizes = new WeakMap();
/**
 * Many short samples keep the median out of reach of other processes, but slow code cannot give them in
 * time: the first run of a unit decides, so that every arm is sampled alike.
 */
function chooseSampleSize(unit, nanoseconds, seconds) {
    if (sampleSizes.has(unit))
        return;
    // Criterion's linear sampling runs 1 + 2 + … + n batches of at least one iteration.
    const least = (Math.max(...nanoseconds) * MANY_SAMPLES * (MANY_SAMPLES + 1)) / 2;
    sampleSizes.set(unit, least < seconds * 0.7e9 ? MANY_SAMPLES : FEW_SAMPLES);
}
async function measure(executable, unit, options) {
    const env = { CRITERION_HOME: options.scratch };
    const samples = String(sampleSizes.get(unit) ?? FEW_SAMPLES);
    const common = ['--bench', '--noplot', '--sample-size', samples, '--nresamples', '1001'];
    const times = (seconds) => [
        ...['--warm-up-time', (seconds * 0.3).toFixed(2)],
        ...['--measurement-time', (seconds * 0.7).toFixed(2)],
    ];
    const whole = [
        '--warm-up-time',
        '1',
        '--measurement-time',
        String(Math.max(1, Math.round(options.seconds))),
    ];
    const pattern = `^${unit.filter.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`;
    // Newest first: 0.5 and later; 0.4, whose filter is a pattern; 0.3, which wants whole seconds.
    const dialects = [
        [...common, '--exact', ...times(options.seconds), unit.filter],
        [...common, ...times(options.seconds), pattern],
        [...common, ...whole, pattern],
    ];
    for (const [i, args] of dialects.entries()) {
        try {
            await execute(executable, args, options, env);
            break;
        }
        catch (error) {
            const misunderstood = error instanceof HarnessError && /argument|usage/i.test(error.message);
            if (!misunderstood || i === dialects.length - 1)
                throw error;
        }
    }
    const sample = await findSample(options.scratch, unit.filter);
    const values = parseSample(sample);
    chooseSampleSize(unit, values, options.seconds);
    return [{ name: unit.filter, values }];
}
/** Directory names are cut at 64 characters, so the benchmark is known by what its own file says. */
async function findSample(home, id) {
    const files = await (0,promises_.readdir)(home, { recursive: true });
    for (const file of files.filter((one) => one.endsWith(external_node_path_.join('new', 'benchmark.json'))).sort()) {
        const text = await (0,promises_.readFile)(external_node_path_.join(home, file), 'utf8');
        if (parseFullId(text) === id) {
            return (0,promises_.readFile)(external_node_path_.join(home, external_node_path_.dirname(file), 'sample.json'), 'utf8');
        }
    }
    throw new HarnessError(`criterion ran but left no result for \`${id}\``);
}
/** `full_id` of a `benchmark.json`; throws HarnessError when the file is not one. */
function parseFullId(text) {
    const parsed = parseJson(text, 'benchmark.json');
    if (criterion_isRecord(parsed) && typeof parsed.full_id === 'string')
        return parsed.full_id;
    throw new HarnessError('criterion’s `benchmark.json` has no `full_id`: this version is not known');
}
/** Nanoseconds per iteration from a `sample.json`; throws HarnessError when it is truncated or foreign. */
function parseSample(text) {
    const parsed = parseJson(text, 'sample.json');
    const times = criterion_isRecord(parsed) ? parsed.times : undefined;
    const iterations = criterion_isRecord(parsed) ? parsed.iters : undefined;
    if (!isNumbers(times) ||
        !isNumbers(iterations) ||
        times.length !== iterations.length ||
        times.length === 0) {
        throw new HarnessError('criterion’s `sample.json` has no matching `iters` and `times`: this version is not known');
    }
    const perIteration = times.map((time, i) => time / (iterations[i] ?? Number.NaN));
    if (perIteration.every((time) => Number.isFinite(time) && time >= 0))
        return perIteration;
    throw new HarnessError('criterion’s `sample.json` counts no iterations');
}
function parseJson(text, file) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw new HarnessError(`criterion’s \`${file}\` is cut off or not JSON`, { cause: error });
    }
}
function isNumbers(value) {
    return Array.isArray(value) && value.every((one) => typeof one === 'number');
}
function criterion_isRecord(value) {
    return typeof value === 'object' && value !== null;
}

;// CONCATENATED MODULE: ./build/bench/harnesses/divan.js
/** Divan executables become medians: it prints a tree with a table beside it, to four significant digits. */

const divan = {
    name: 'divan',
    unit: 'nanoseconds',
    list: divan_list,
    measure: divan_measure,
    once: (filter) => ['--test', '--exact', filter],
};
/** `--list` shows neither arguments nor threads; running everything once does. */
async function divan_list(executable, options) {
    const { stdout } = await execute(executable, ['--test', '--color', 'never'], options);
    const units = new Map();
    for (const name of parseDivanTree(stdout)) {
        const filter = name.replace(/::t=\d+$/, '');
        units.set(filter, [...(units.get(filter) ?? []), name]);
    }
    return [...units].map(([filter, names]) => ({ filter, names }));
}
async function divan_measure(executable, unit, options) {
    const times = ['--min-time', (options.seconds * 0.6).toFixed(3), '--max-time', options.seconds.toFixed(3)];
    const args = ['--bench', '--color', 'never', ...times, '--exact', unit.filter];
    const readings = parseDivan((await execute(executable, args, options)).stdout);
    const wanted = readings.filter(({ name }) => unit.names.includes(name));
    if (wanted.length > 0)
        return wanted;
    throw new HarnessError(`divan printed no row for \`${unit.filter}\``);
}
const NANOSECONDS = {
    ps: 1e-3,
    ns: 1,
    µs: 1e3,
    μs: 1e3,
    us: 1e3,
    ms: 1e6,
    s: 1e9,
    m: 6e10,
    h: 3.6e12,
};
/**
 * Median nanoseconds of each leaf. Text without any table gives nothing; a table whose cells are not
 * times throws HarnessError.
 */
function parseDivan(stdout) {
    const heading = stdout.split(/\r?\n/).find((line) => /\sfastest\s+│.*\smedian\s/.test(line));
    if (heading === undefined)
        return [];
    const column = splitCells(heading).indexOf('median');
    return readBranches(stdout).flatMap(({ name, cells }) => {
        const cell = cells[column];
        return cell === undefined || cell === '' || cells[0] === '(ignored)'
            ? []
            : [{ name, values: [readTime(cell, name)] }];
    });
}
/** Names of the leaves that `--test` has run, in its order; ignored ones are left out. */
function parseDivanTree(stdout) {
    const branches = readBranches(stdout);
    return branches
        .filter(({ depth, cells }, i) => (branches[i + 1]?.depth ?? 0) <= depth && cells[0] !== '(ignored)')
        .map(({ name }) => name);
}
function readBranches(stdout) {
    const branches = [];
    let parents = [];
    for (const line of stdout.split(/\r?\n/)) {
        const match = /^((?:│ {2}| {3})*)[├╰]─ (.*)$/.exec(line);
        if (match === null) {
            const root = /^(\w+)(\s|$)/.exec(line)?.[1];
            if (root !== undefined)
                parents = [root];
            continue;
        }
        const depth = (match[1] ?? '').length / 3 + 1;
        const [first = '', ...rest] = splitCells(match[2] ?? '');
        const row = /^(.*?\S)\s{2,}(\S.*)$/.exec(first);
        parents = [...parents.slice(0, depth), row?.[1] ?? first];
        branches.push({ name: parents.join('::'), depth, cells: [row?.[2] ?? '', ...rest] });
    }
    return branches;
}
function splitCells(line) {
    return line.split('│').map((cell) => cell.trim());
}
function readTime(cell, name) {
    const match = /^([0-9.]+) (\S+)$/.exec(cell);
    const scale = NANOSECONDS[match?.[2] ?? ''];
    if (match === null || scale === undefined) {
        throw new HarnessError(`divan’s median \`${cell}\` of \`${name}\` is not a time that is known`);
    }
    return Number(match[1]) * scale;
}

;// CONCATENATED MODULE: ./build/bench/harnesses/gungraun.js
/** Gungraun (once iai-callgrind) executables become instruction counts: one JSON object a line. */

const gungraun = { name: 'gungraun', unit: 'instructions', list: gungraun_list, measure: gungraun_measure, once: () => null };
const EVERYTHING = '';
/** It has no list that every version understands, so one run of everything tells. */
async function gungraun_list(executable, options) {
    const names = (await runAll(executable, options)).map(({ name }) => name);
    return names.length === 0 ? [] : [{ filter: EVERYTHING, names }];
}
async function gungraun_measure(executable, unit, options) {
    return (await runAll(executable, options)).filter(({ name }) => unit.names.includes(name));
}
async function runAll(executable, options) {
    const env = { GUNGRAUN_HOME: options.scratch, IAI_CALLGRIND_HOME: options.scratch };
    try {
        return parseGungraun((await execute(executable, ['--bench', '--output-format=json'], options, env)).stdout);
    }
    catch (error) {
        if (!(error instanceof HarnessError) || !/runner/.test(error.message))
            throw error;
        throw new HarnessError(`${error.message}: install the runner of the same version and valgrind`, {
            cause: error,
        });
    }
}
/** Instructions read (`Ir`) of each benchmark. Lines that are not JSON objects are passed over. */
function parseGungraun(stdout) {
    return stdout.split(/\r?\n/).flatMap((line) => {
        if (!line.startsWith('{'))
            return [];
        const summary = parseLine(line);
        const name = [get(summary, 'module_path'), get(summary, 'id')]
            .filter((part) => typeof part === 'string')
            .join('::');
        const profiles = get(summary, 'profiles');
        if (name === '' || !Array.isArray(profiles)) {
            throw new HarnessError('a line of gungraun’s JSON has no `module_path` and `profiles`: this version is not known');
        }
        const counts = profiles.flatMap((profile) => instructionsOf(profile) ?? []);
        return counts.length === 0 ? [] : [{ name, values: counts.slice(0, 1) }];
    });
}
function parseLine(line) {
    try {
        return JSON.parse(line);
    }
    catch (error) {
        throw new HarnessError('a line of gungraun’s JSON is cut off', { cause: error });
    }
}
/** From 0.20 on the new run is called `new`; before, it stood on the left, or first of both. */
function instructionsOf(profile) {
    const now = ['data', 'total', 'metrics', 'Ir', 'values', 'new'].reduce(get, profile);
    if (typeof now === 'number')
        return now;
    const path = ['summaries', 'total', 'summary', 'Callgrind', 'Ir', 'metrics'];
    const metrics = path.reduce(get, profile);
    const left = get(metrics, 'Left') ?? firstOf(get(metrics, 'Both'));
    const value = typeof left === 'number' ? left : (get(left, 'Int') ?? get(left, 'Float'));
    return typeof value === 'number' ? value : null;
}
function firstOf(value) {
    return Array.isArray(value) ? value[0] : undefined;
}
function get(value, key) {
    if (typeof value !== 'object' || value === null)
        return undefined;
    return Object.entries(value).find(([name]) => name === key)?.[1];
}

;// CONCATENATED MODULE: ./build/bench/harnesses/libtest.js
/** The compiler's own `#[bench]` executables become medians: one printed line for each benchmark. */


const libtest = {
    name: 'libtest',
    unit: 'nanoseconds',
    list: libtest_list,
    measure: libtest_measure,
    once: (filter) => ['--test', '--exact', filter],
};
async function libtest_list(executable, options) {
    const { stdout } = await execute(executable, ['--bench', '--list', '--format', 'terse'], options);
    return parseList(stdout).map((name) => ({ filter: name, names: [name] }));
}
async function libtest_measure(executable, unit, options) {
    const { stdout } = await execute(executable, ['--bench', '--exact', unit.filter], options);
    const readings = parseLibtest(stdout).filter(({ name }) => name === unit.filter);
    if (readings.length > 0)
        return readings;
    if (/\.\.\. ignored/.test(stdout))
        throw new HarnessError('is marked `#[ignore]`');
    throw new HarnessError('printed no `... bench:` line: it was filtered out, or its output is not libtest’s');
}
const libtest_NANOSECONDS = {
    'ns/iter': 1,
    'us/iter': 1e3,
    'ms/iter': 1e6,
    's/iter': 1e9,
};
/** Median nanoseconds of each `test NAME ... bench: 1,234.56 ns/iter (+/- 7.8)` line. Other lines are passed over. */
function parseLibtest(stdout) {
    const line = /^test (.+?)\s+\.\.\. bench:\s+([0-9,.]+) (\w+\/\w+) \(\+\/- [0-9,.]+\)/gm;
    return [...stdout.matchAll(line)].map(([, name = '', number = '', unit = '']) => {
        const scale = libtest_NANOSECONDS[unit];
        const value = Number(number.replaceAll(',', ''));
        if (scale === undefined || !Number.isFinite(value)) {
            throw new HarnessError(`libtest’s \`${number} ${unit}\` for \`${name}\` is not a time that is known`);
        }
        return { name, values: [value * scale] };
    });
}

;// CONCATENATED MODULE: ./build/bench/harnesses/process.js
/** Executables of no known harness become wall times: the whole process is the benchmark. */

const wholeProcess = {
    name: 'process',
    unit: 'nanoseconds',
    list: (executable) => Promise.resolve([{ filter: executable.target, names: [executable.target] }]),
    measure: process_measure,
    once: () => [],
};
async function process_measure(executable, unit, options) {
    const { seconds } = await execute(executable, ['--bench'], options);
    return [{ name: unit.filter, values: [Math.round(seconds * 1e9)] }];
}

;// CONCATENATED MODULE: ./build/bench/harnesses/detect.js
/** A built executable becomes the harness that it was linked with: each one carries its own words. */






/** Environment variables that only the harness itself reads. The first that is found decides. */
const MARKS = [
    ['GUNGRAUN_', gungraun],
    ['IAI_CALLGRIND_', gungraun],
    ['CRITERION_HOME', criterion],
    ['DIVAN_MAX_TIME', divan],
    ['RUST_TEST_THREADS', libtest],
];
/** Renamed and wrapped dependencies are seen through, because the linked code is looked at, not the manifest. */
async function detectHarness(file) {
    const bytes = await (0,promises_.readFile)(file);
    return MARKS.find(([mark]) => bytes.includes(mark))?.[1] ?? wholeProcess;
}

;// CONCATENATED MODULE: ./build/bench/plan.js
/** A time budget becomes rounds, seconds for one run, and the benchmarks that fit. */



/** Below this many pairs the design's false-alarm figures were not measured. */
const FEWEST_ROUNDS = 10;
const USUAL_ROUNDS = 15;
/** Time that is left buys rounds up to here: each one makes a single disturbed round matter less. */
const MOST_ROUNDS = 25;
/** Seconds for one run: shorter ones are mostly start-up, longer ones are better spent on more rounds. */
const SHORTEST_RUN = 0.3;
const LONGEST_RUN = 1;
/** What a harness needs beside measuring: start, warm-up of the process, analysis. */
const OVERHEAD = 0.15;
/** One run each foretells the rounds only roughly: on busy machines they took up to a fifth longer. */
const HEADROOM = 0.85;
/** Before anything has run: too many benchmarks for the budget are sampled by the seed, `fitBudget` does the rest. */
function plan(request) {
    const perRound = (units, rounds) => request.budgetSeconds / (rounds * request.arms * units);
    let units = request.units;
    let rounds = roundsFor(units, request);
    while (units > 1 && perRound(units, rounds) < SHORTEST_RUN) {
        units -= 1;
        rounds = roundsFor(units, request);
    }
    const all = Array.from({ length: request.units }, (_, index) => index);
    const chosen = shuffled(all, seededRandom(request.seed))
        .slice(0, units)
        .sort((a, b) => a - b);
    const room = units === 0 ? LONGEST_RUN : perRound(units, rounds) - OVERHEAD;
    return {
        rounds,
        fewestRounds: fewest(units * request.candidates),
        runSeconds: Math.min(LONGEST_RUN, Math.max(SHORTEST_RUN, room)),
        chosen,
    };
}
function roundsFor(units, { rounds, candidates }) {
    return rounds ?? Math.max(USUAL_ROUNDS, fewest(units * candidates) + 1);
}
/** One more than the least, so that a single round against the trend does not silence the test. */
function fewest(comparisons) {
    return Math.max(FEWEST_ROUNDS, pairsNeeded(comparisons, ALPHA) + 1);
}
/** Once each unit has run: more rounds if there is time; else fewer, then the slowest benchmarks go. `seconds` is wall time of one run. */
function fitBudget(seconds, planned, request) {
    const cost = (kept) => kept.reduce((sum, i) => sum + (seconds[i] ?? 0), 0) * request.arms;
    const kept = [...seconds.keys()];
    const least = request.rounds ?? planned.fewestRounds;
    while (kept.length > 1 && cost(kept) * least > request.budgetSeconds * HEADROOM) {
        const slowest = kept.reduce((worst, i) => ((seconds[i] ?? 0) > (seconds[worst] ?? 0) ? i : worst), kept[0] ?? 0);
        kept.splice(kept.indexOf(slowest), 1);
    }
    const affordable = Math.floor(request.budgetSeconds / Math.max(cost(kept), 1e-9));
    const rounds = request.rounds ?? Math.max(least, Math.min(MOST_ROUNDS, affordable));
    return { rounds, kept };
}

;// CONCATENATED MODULE: ./build/bench/schedule.js
/** Rounds, units and arms become one reproducible order in which no arm is favoured by its place. */

/**
 * Units are in random order in each round. Over every k rounds of k arms each arm of a unit stands
 * once in every place (a random Latin square, drawn anew each time), so that warm-up and drift within a block cancel.
 */
function schedule(units, rounds, seed) {
    const random = seededRandom(seed);
    const orders = units.map(({ arms }) => balancedOrders(arms, rounds, random));
    return Array.from({ length: rounds }, (_, round) => shuffled([...units.keys()], random).flatMap((index) => {
        const entry = units[index];
        return entry === undefined
            ? []
            : [{ round, unit: entry.unit, arms: orders[index]?.[round] ?? entry.arms }];
    })).flat();
}
function balancedOrders(arms, rounds, random) {
    const orders = [];
    while (orders.length < rounds) {
        const base = shuffled(arms, random);
        const rows = base.map((_, shift) => [...base.slice(shift), ...base.slice(0, shift)]);
        orders.push(...shuffled(rows, random));
    }
    return orders.slice(0, rounds);
}

;// CONCATENATED MODULE: ./build/bench/run.js
/** Built arms become samples: list, try each benchmark once, then rounds of all arms side by side. */






/** Names an executable across arms. */
function executableKey({ package: name, kind, target, }) {
    return `${name} ${kind} ${target}`;
}
/** Asks every executable for its benchmarks. One that fails is reported and the others go on. */
async function listUnits(executables, settings) {
    const units = [];
    const failures = [];
    for (const executable of executables) {
        const harness = await detectHarness(executable.file);
        // Tests of a library are built for benches too; without a known harness there is nothing to time in them.
        if (harness.name === 'process' && executable.kind !== 'bench')
            continue;
        try {
            const options = await freshOptions('list', 0.3, settings);
            const listed = await harness.list(executable, { ...options, args: [] });
            if (listed.length === 0 && executable.kind === 'bench') {
                failures.push({ target: executable.target, name: null, arm: 'base', reason: 'lists no benchmark' });
            }
            units.push(...listed.map((unit) => ({ key: executableKey(executable), executable, harness, unit })));
        }
        catch (error) {
            if (!(error instanceof HarnessError))
                throw error;
            failures.push({ target: executable.target, name: null, arm: 'base', reason: error.message });
        }
    }
    return { units, failures };
}
/** A second file with the base's bytes, its path as long as the first's: path length moves the stack. */
async function copyArm(base, id, mark) {
    const executables = new Map();
    for (const [key, executable] of base.executables) {
        const extension = external_node_path_.extname(executable.file) === '.exe' ? '.exe' : '';
        const stem = executable.file.slice(0, executable.file.length - extension.length);
        const file = `${stem.slice(0, -1)}${mark}${extension}`;
        await (0,promises_.copyFile)(executable.file, file);
        executables.set(key, { ...executable, file });
    }
    return { id, executables, digests: base.digests };
}
/** Never throws for a benchmark's fault. Stops early, with what it has, when cancelled or far over the budget. */
async function run_measure(request, settings) {
    const failures = [];
    const cells = request.units.map((source) => toCell(source, request));
    const timed = cells.filter((cell) => cell.arms.length > 0 && cell.source.harness.unit === 'nanoseconds');
    const planRequest = {
        units: timed.length,
        arms: Math.max(2, ...timed.map((cell) => cell.arms.length)),
        candidates: Math.max(1, request.candidates.length),
        ...{ budgetSeconds: request.budgetSeconds, rounds: request.rounds, seed: request.seed },
    };
    const planned = plan(planRequest);
    const wanted = planned.chosen.flatMap((index) => timed[index] ?? []);
    const until = Date.now() + request.budgetSeconds * 1000;
    const deadline = Date.now() + request.budgetSeconds * 1250;
    const notes = [];
    try {
        const tried = await rehearse(wanted, planned.runSeconds, settings, failures);
        const { rounds, kept } = fitBudget(tried.map(({ seconds }) => seconds), planned, planRequest);
        const running = kept.flatMap((index) => tried[index]?.cell ?? []);
        const pace = {
            rounds,
            least: request.rounds ?? Math.min(rounds, planned.fewestRounds),
            ...{ seconds: planned.runSeconds, until, deadline, seed: request.seed },
        };
        const { complete, done } = await runRounds(running, pace, settings, failures);
        if (!complete && !settings.signal.aborted)
            notes.push('the machine turned slower than at the start: some benchmarks have fewer rounds, raise `--budget`');
        const failed = wanted.filter((cell) => !tried.some((one) => one.cell === cell));
        const left = timed.filter((cell) => !running.includes(cell) && !failed.includes(cell));
        return finish(cells, left, failures, { rounds: done, runSeconds: planned.runSeconds, complete, notes }, request);
    }
    catch (error) {
        if (!(error instanceof Cancelled))
            throw error;
        return finish(cells, timed, failures, { ...planned, complete: false, notes }, request);
    }
}
/** Arms whose bytes are the base's take no part; when none is left there is nothing to time. */
function toCell(source, request) {
    // A profile is not judged on what trained it, so there is nothing to time there.
    const present = request.candidates.filter((arm) => arm.executables.has(source.key) && !(arm.id === 'pgo' && request.training.has(source)));
    const isIdentical = (arm) => !request.copies.includes(arm.id) && arm.digests.get(source.key) === request.base.digests.get(source.key);
    const different = present.filter((arm) => !isIdentical(arm));
    return {
        source,
        arms: different.length === 0 ? [] : [request.base, request.control, ...different],
        identical: present.filter(isIdentical).map((arm) => arm.id),
        runs: new Map(),
        excluded: new Set(),
    };
}
/** One run of every arm: shows what fails or hangs, fills the caches, and tells how long a run takes. */
async function rehearse(cells, seconds, settings, failures) {
    const tried = [];
    for (const [index, cell] of cells.entries()) {
        settings.progress.show(`trying benchmark ${index + 1} of ${cells.length}: ${label(cell.source)}`);
        const started = process.hrtime.bigint();
        const base = cell.arms[0];
        if (base === undefined || (await timeOne(cell, base, seconds, settings, failures)) === null)
            continue;
        tried.push({ cell, seconds: Number(process.hrtime.bigint() - started) / 1e9 });
    }
    return tried;
}
/**
 * `complete` is false when cancelled or out of time. A machine that turns slower first costs rounds that
 * are not needed, then benchmarks; `done` counts the rounds of those that stayed.
 */
async function runRounds(cells, { rounds, least, seconds, until, deadline, seed }, settings, failures) {
    const blocks = schedule(cells.map((cell) => ({ unit: cell, arms: cell.arms.map((arm) => arm.id) })), rounds, seed);
    const active = new Set(cells);
    const spent = new Map();
    const started = Date.now();
    for (const [index, { round, unit: cell, arms }] of blocks.entries()) {
        if (index % cells.length === 0 && round > 0) {
            const perRound = (Date.now() - started) / round;
            if (round >= least && Date.now() + perRound > until)
                return { complete: active.size === cells.length, done: round };
            if (round < least)
                dropUnaffordable(active, spent, least - round, round, deadline);
        }
        if (!active.has(cell))
            continue;
        settings.progress.measure(round, rounds, index / blocks.length, label(cell.source));
        const began = Date.now();
        for (const id of arms) {
            if (settings.signal.aborted)
                return { complete: false, done: round };
            await timeBlockArm(cell, id, round, seconds, settings, failures);
        }
        spent.set(cell, (spent.get(cell) ?? 0) + Date.now() - began);
        const done = Math.floor((index + 1) / cells.length);
        if (Date.now() > deadline && done < rounds)
            return { complete: done >= least && active.size === cells.length, done };
    }
    return { complete: active.size === cells.length, done: rounds };
}
/** A few slow rounds do not make a slow machine. */
const TOLERANCE = 1.2;
/** The costliest benchmarks go until the rest can finish; what they have run so far is kept. */
function dropUnaffordable(active, spent, roundsLeft, roundsDone, deadline) {
    const cost = (cell) => ((spent.get(cell) ?? 0) / roundsDone) * roundsLeft;
    const costliestFirst = [...active].sort((a, b) => cost(b) - cost(a));
    let total = costliestFirst.reduce((sum, cell) => sum + cost(cell), 0);
    for (const cell of costliestFirst) {
        if (active.size === 1 || total <= (deadline - Date.now()) * TOLERANCE)
            return;
        active.delete(cell);
        total -= cost(cell);
    }
}
async function timeBlockArm(cell, id, round, seconds, settings, failures) {
    const arm = cell.arms.find((one) => one.id === id);
    if (arm === undefined || cell.excluded.has(id) || cell.excluded.has('base'))
        return;
    for (const { name, values } of (await timeOne(cell, arm, seconds, settings, failures)) ?? []) {
        const runs = cell.runs.get(name) ?? [];
        runs.push({ round, arm: id, times: values.map(sixDigits) });
        cell.runs.set(name, runs);
    }
}
/** Null when the benchmark failed, which takes this arm (or, for the base, the benchmark) out of the run. */
async function timeOne(cell, arm, seconds, settings, failures) {
    const { harness, unit, key, executable } = cell.source;
    const own = arm.executables.get(key);
    if (own === undefined)
        return null;
    try {
        return await repeated(harness, own, unit, await freshOptions(arm.id, seconds, settings));
    }
    catch (error) {
        if (!(error instanceof HarnessError))
            throw error;
        const decisive = arm.id === 'control' ? 'base' : arm.id;
        cell.excluded.add(decisive);
        failures.push({ target: executable.target, name: unit.filter, arm: arm.id, reason: error.message });
        return null;
    }
}
const MOST_REPEATS = 5;
/** Harnesses that cannot be told how long to measure are started again until the time is used. */
async function repeated(harness, executable, unit, options) {
    const started = Date.now();
    const sums = new Map();
    for (let repeat = 0; repeat < MOST_REPEATS; repeat += 1) {
        for (const { name, values } of await harness.measure(executable, unit, options)) {
            sums.set(name, [...(sums.get(name) ?? []), ...values]);
        }
        const elapsed = (Date.now() - started) / 1000;
        if (harness.name === 'criterion' || elapsed * (1 + 1 / (repeat + 1)) > options.seconds)
            break;
    }
    return [...sums].map(([name, values]) => ({ name, values }));
}
/** Directory names are equally long for every arm: the length of the environment moves the stack too. */
async function freshOptions(arm, seconds, settings) {
    const scratch = external_node_path_.join(settings.scratch, arm
        .replaceAll(/[^a-z0-9]/gi, '-')
        .padEnd(12, '-')
        .slice(0, 12));
    await (0,promises_.rm)(scratch, { recursive: true, force: true });
    await (0,promises_.mkdir)(scratch, { recursive: true });
    const { limitSeconds, signal, benchArgs: args } = settings;
    return { scratch, seconds, limitSeconds, signal, args };
}
function finish(cells, left, failures, { rounds, runSeconds, complete, notes }, request) {
    const benchmarks = cells.flatMap((cell) => cell.source.unit.names
        .filter((name) => cell.runs.has(name) ||
        (cell.arms.length === 0 && cell.identical.length > 0) ||
        cell.source.harness.unit === 'instructions')
        .map((name) => {
        const { executable, harness } = cell.source;
        const runs = (cell.runs.get(name) ?? []).filter((run) => !cell.excluded.has(run.arm));
        return {
            ...{ package: executable.package, target: executable.target, harness: harness.name, name },
            ...{
                identical: cell.identical,
                runs,
                instructions: [],
                training: request.training.has(cell.source),
            },
        };
    }));
    const unmeasured = left.filter((cell) => cell.runs.size === 0).map((cell) => label(cell.source));
    return { benchmarks, unmeasured, failures, rounds, runSeconds, complete, notes };
}
function label({ executable, unit }) {
    return unit.filter === '' || unit.filter === executable.target
        ? executable.target
        : `${executable.target} ${unit.filter}`;
}
/** Far below any clock's resolution, and it keeps the recorded file small. */
function sixDigits(value) {
    return Number(value.toPrecision(6));
}

;// CONCATENATED MODULE: ./build/bench/pgo.js
/** An instrumented build and a training run on some benchmarks become a profile for the compiler. */







/** The toolchain's own `llvm-profdata`: others read other formats. Null when the component is missing. */
function findProfdata({ sysroot, host }) {
    const name = process.platform === 'win32' ? 'llvm-profdata.exe' : 'llvm-profdata';
    const file = external_node_path_.join(sysroot, 'lib', 'rustlib', host, 'bin', name);
    return (0,external_node_fs_.existsSync)(file) ? file : null;
}
/** Half of the benchmarks train, the other half judges: a profile is flattered by what it has seen. */
function chooseTraining(units, seed) {
    return new Set(shuffled(units, seededRandom(seed)).slice(0, Math.floor(units.length / 2)));
}
/** Runs the training benchmarks on instrumented executables and merges what they wrote. Returns the profile's path or the reason. */
async function train(training, instrumented, directory, profdata, settings) {
    const byKey = new Map(instrumented.map((one) => [executableKey(one), one]));
    const { limitSeconds, signal, benchArgs: args } = settings;
    for (const source of training) {
        const executable = byKey.get(source.key);
        if (executable === undefined)
            continue;
        const scratch = external_node_path_.join(settings.scratch, 'training');
        await (0,promises_.mkdir)(scratch, { recursive: true });
        const env = { ...executable.env, LLVM_PROFILE_FILE: external_node_path_.join(directory, '%m_%p.profraw') };
        try {
            await source.harness.measure({ ...executable, env }, source.unit, {
                scratch,
                seconds: 0.5,
                limitSeconds,
                signal,
                args,
            });
        }
        catch (error) {
            if (error instanceof Cancelled)
                return { failure: 'was cancelled' };
            // One that fails here is reported by the measurement; the others still train.
            if (!(error instanceof HarnessError))
                throw error;
        }
    }
    const written = (0,external_node_fs_.existsSync)(directory)
        ? (await (0,promises_.readdir)(directory)).filter((name) => name.endsWith('.profraw'))
        : [];
    if (written.length === 0)
        return { failure: 'the training run wrote no profile' };
    const profile = external_node_path_.join(directory, 'merged.profdata');
    const merge = ['merge', '-o', profile, ...written.sort()];
    const finished = await (0,spawn/* run */.e)(profdata, merge, { cwd: directory, env: {}, signal, limitSeconds: 600 });
    const failure = (0,spawn/* describeFailure */.I)(finished);
    return failure === null ? { profile } : { failure: `\`llvm-profdata merge\` ${failure}` };
}

;// CONCATENATED MODULE: ./build/bench/progress.js
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
            // A second series of rounds has a clock of its own.
            if (started.at === 0 || round < started.round)
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

;// CONCATENATED MODULE: ./build/bench/scratch.js
/** Disk use is bounded: what a build no longer needs goes at once, what a killed run left goes at the next start. */


const PREFIX = 'rustperf-bench-';
/** The directory of this run below Cargo's target directory. */
function scratchDirectory(targetDirectory) {
    return external_node_path_.join(targetDirectory, `${PREFIX}${process.pid}`);
}
/** Removes directories of runs that no longer exist. */
async function removeStale(targetDirectory) {
    for (const name of await scratch_list(targetDirectory)) {
        const pid = Number(name.startsWith(PREFIX) ? name.slice(PREFIX.length) : Number.NaN);
        if (Number.isInteger(pid) && !isAlive(pid))
            await (0,promises_.rm)(external_node_path_.join(targetDirectory, name), { recursive: true, force: true });
    }
}
/** Libraries and object files are most of a target directory, and no executable reads them when it runs. */
async function prune(targetDirectory) {
    const doomed = (await scratch_list(targetDirectory, true)).filter((name) => /\.(rlib|rmeta|o|d|rcgu\.o)$/.test(name));
    for (const name of doomed)
        await (0,promises_.rm)(external_node_path_.join(targetDirectory, name), { force: true });
}
async function scratch_list(directory, recursive = false) {
    try {
        return await (0,promises_.readdir)(directory, { recursive });
    }
    catch (error) {
        // The first build of a project has no target directory yet.
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
            return [];
        throw error;
    }
}
function isAlive(pid) {
    try {
        return process.kill(pid, 0);
    }
    catch (error) {
        // EPERM: it runs, but as somebody else.
        return error instanceof Error && 'code' in error && error.code === 'EPERM';
    }
}

;// CONCATENATED MODULE: ./build/bench/arms.js
/** The base and each candidate become built arms: executables to run, flags that were really used, costs. */









const NO_COST = { words: [], cpu: null, rank: 0 };
/** Builds one arm. A failed build is an arm with a failure, not an exception. */
async function buildArm(order, shop, base) {
    const { candidate } = order;
    const own = shop.toolchain.rustflags?.flags ?? null;
    if (candidate !== null && candidate.rustflags.length > 0 && own === null) {
        return failedArm(order, 'adds compiler flags, and the project’s own could not be read from `cargo config get`');
    }
    const flags = candidate === null || candidate.rustflags.length === 0 ? null : [...(own ?? []), ...candidate.rustflags];
    const benches = base !== null && candidate?.rustflags.includes(ABORT) ? await abortable(base) : shop.request.benches;
    const built = await buildIn(directoryName(order), order, flags, shop, benches);
    const lost = base === null || built.failure !== null ? [] : lostFlags(base.built.units, built.units);
    const failure = built.failure ??
        (lost.length > 0 ? `lost flags of the project: ${lost.map((flag) => `\`${flag}\``).join(', ')}` : null);
    const seconds = duration(built.seconds);
    shop.progress.log(failure === null ? `built \`${order.id}\` in ${seconds}` : `\`${order.id}\` takes no part: ${failure}`);
    return toArm(order, built, failure);
}
const ABORT = '-Cpanic=abort';
/** The compiler's own harness cannot be built without unwinding, and it is in every library's unit tests too. */
async function abortable({ built }) {
    const benches = [];
    for (const { file, kind, target } of built.executables) {
        if (kind === 'bench' && (await detectHarness(file)).name !== 'libtest')
            benches.push(target);
    }
    return benches;
}
/** Directory names of one length: the path of an executable moves its stack. */
function directoryName({ role, index }) {
    return `${role === 'base' ? 'a' : 'b'}${String(index).padStart(2, '0')}`;
}
async function buildIn(name, { id, candidate, cwd, index, of }, rustflags, { request, io, toolchain, scratch, progress }, benches = request.benches) {
    const targetDirectory = external_node_path_.join(scratch, name);
    const built = await build({
        ...{ cwd, env: io.env, host: toolchain.host, targetDirectory, rustflags, signal: io.signal },
        profile: request.profile === null || request.profile === 'release' ? 'bench' : request.profile,
        settings: candidate?.settings ?? [],
        ...{ benches, cargoArgs: request.cargoArgs, runner: toolchain.runner },
        onProgress: ({ crate, done, total }) => progress.show(`building \`${id}\` (${index + 1} of ${of}): ${done ?? 0}/${total ?? '?'} ${crate}`),
    });
    await prune(targetDirectory);
    return built;
}
function toArm({ id, role, candidate }, built, failure) {
    const arm = {
        ...{ id, role, settings: candidate?.settings ?? [], rustflags: candidate?.rustflags ?? [] },
        cost: candidate?.cost ?? NO_COST,
        attested: built.attested,
        buildSeconds: tenths(built.seconds),
        buildPeakBytes: built.peakBytes,
        ...{ executables: built.files, binaries: built.binaries, failure },
    };
    return {
        arm,
        built,
        runnable: {
            id,
            executables: new Map(built.executables.map((one) => [executableKey(one), one])),
            digests: new Map(built.files.map((file) => [executableKey(file), file.sha256])),
        },
    };
}
function failedArm(order, failure) {
    const nothing = { executables: [], files: [], binaries: [], units: [], attested: [] };
    return toArm(order, { failure, seconds: 0, peakBytes: null, ...nothing }, failure);
}
/** Instrumented build, training on the given benchmarks, final build. Says what is missing when it cannot. */
async function buildWithProfile(order, shop, base, training, settings) {
    const { toolchain, scratch, progress } = shop;
    const refuse = (reason) => {
        progress.log(`\`${order.id}\` takes no part: ${reason}`);
        return failedArm(order, reason);
    };
    const profdata = findProfdata(toolchain);
    if (profdata === null)
        return refuse('`llvm-profdata` is missing: run `rustup component add llvm-tools`');
    if (training.size === 0)
        return refuse('there is one benchmark only, and none is left to judge what it trained');
    const { candidate } = order;
    if (candidate === null)
        return refuse('there is nothing to build');
    const directory = external_node_path_.join(scratch, 'profiles');
    await (0,promises_.mkdir)(directory, { recursive: true });
    const own = toolchain.rustflags?.flags ?? [];
    const instrumented = await buildIn('p00', { ...order, id: `${order.id} (instrumented)` }, [...own, `-Cprofile-generate=${directory}`], shop);
    if (instrumented.failure !== null)
        return refuse(`the instrumented build ${instrumented.failure}`);
    progress.show('training');
    const started = Date.now();
    const trained = await train(training, instrumented.executables, directory, profdata, settings);
    if ('failure' in trained)
        return refuse(trained.failure);
    const trainingSeconds = instrumented.seconds + (Date.now() - started) / 1000;
    const final = await buildArm({ ...order, candidate: { ...candidate, rustflags: [`-Cprofile-use=${trained.profile}`] } }, shop, base);
    const { buildSeconds } = final.arm;
    if (buildSeconds === null)
        return final;
    // Every release pays for the training too.
    return { ...final, arm: { ...final.arm, buildSeconds: tenths(buildSeconds + trainingSeconds) } };
}
function tenths(seconds) {
    return Math.round(seconds * 10) / 10;
}
/** Settings that a per-package override outranked: crates of the project's target built with another value. */
function unreached({ settings }, units) {
    return settings.flatMap(({ key, value }) => {
        if (key !== 'codegen-units' && key !== 'opt-level')
            return [];
        const flag = `${key}=${value.replaceAll('"', '')}`;
        const others = units.filter((unit) => !unit.forHost && !unit.flags.includes(flag));
        const names = [...new Set(others.map((unit) => unit.crate))].sort();
        return names.length === 0
            ? []
            : [
                `\`${flag}\` did not reach ${names.map((name) => `\`${name}\``).join(', ')}: a per-package profile outranks it`,
            ];
    });
}

;// CONCATENATED MODULE: ./build/bench/candidates.js

const THIN = { key: 'lto', value: '"thin"' };
const FAT = { key: 'lto', value: '"fat"' };
const ONE_UNIT = { key: 'codegen-units', value: '1' };
const BUILD_TIME = 'longer builds';
const candidates_NO_COST = { words: [], cpu: null, rank: 0 };
/** Names that `--profiles` knows, in the order of what they cost. */
const NAMED = {
    thin: plain([THIN], [], [BUILD_TIME], 1),
    thin1: plain([THIN, ONE_UNIT], [], [BUILD_TIME], 2),
    fat: plain([FAT, ONE_UNIT], [], ['much longer builds', 'much memory to link'], 3),
    abort: plain([], ['-Cpanic=abort'], ['a panic ends the process: `catch_unwind` and join errors no longer work'], 4),
    v3: plain([], ['-Ctarget-cpu=x86-64-v3'], ['needs an x86-64-v3 processor (AVX2, from about 2013)'], 5, 'x86-64-v3'),
    native: plain([], ['-Ctarget-cpu=native'], ['runs only on processors like this one'], 6, 'native'),
    pgo: { ...plain([], [], ['a training run in every release build'], 7), pgo: true },
};
/** What is measured when the user names nothing. */
const DEFAULTS = ['thin', 'thin1', 'fat'];
function plain(settings, rustflags, words, rank, cpu = null) {
    return { settings, rustflags, cost: { words, cpu, rank }, pgo: false };
}
/** `names` null means the audit's suggestion and the usual ones. Throws BenchError for an unknown name. */
function chooseCandidates(names, limits) {
    const suggested = limits.suggested === null ? [] : ['suggested'];
    const wanted = (names?.filter((name) => name !== 'none') ?? [...suggested, ...DEFAULTS]).flatMap((name) => name === 'each' ? eachAlone(limits) : [read(name, limits)]);
    const notes = [];
    const candidates = [];
    for (const candidate of wanted) {
        const refusal = refuse(candidate, limits);
        const twin = candidates.find((other) => buildKey(other) === buildKey(candidate));
        if (refusal !== null)
            notes.push(`\`${candidate.id}\` was left out: ${refusal}`);
        else if (twin === undefined)
            candidates.push(candidate);
        else if (twin.id !== candidate.id)
            notes.push(`\`${candidate.id}\` is the same build as \`${twin.id}\``);
    }
    return { candidates, notes };
}
function buildKey({ settings, rustflags, pgo }) {
    return JSON.stringify([settings.map(({ key, value }) => `${key}=${value}`).toSorted(), rustflags, pgo]);
}
function read(name, limits) {
    if (name === 'suggested')
        return suggestion(limits.suggested, limits);
    const named = NAMED[name];
    if (named !== undefined)
        return { id: name, ...named };
    if (name.includes('='))
        return custom(name);
    const known = ['suggested', 'each', ...Object.keys(NAMED)].map((one) => `\`${one}\``).join(', ');
    throw new BenchError(`unknown profile \`${name}\`: use ${known}, or settings such as \`lto=thin+codegen-units=1+rustflags=-Ctarget-cpu=x86-64-v2\``);
}
/** `key=value+key=value`; `rustflags=` takes one flag and may be repeated. */
function custom(name) {
    const settings = [];
    const rustflags = [];
    for (const part of name.split('+')) {
        const at = part.indexOf('=');
        const key = part.slice(0, at);
        const value = part.slice(at + 1);
        if (at < 1 || value === '')
            throw new BenchError(`\`${part}\` in profile \`${name}\` is not \`key=value\``);
        if (key === 'rustflags')
            rustflags.push(value);
        else
            settings.push({ key, value: toToml(value) });
    }
    const cpu = rustflags.find((flag) => flag.startsWith('-Ctarget-cpu='))?.slice('-Ctarget-cpu='.length) ?? null;
    return { id: name, settings, rustflags, cost: { words: [], cpu, rank: cpu === null ? 2 : 5 }, pgo: false };
}
function toToml(value) {
    return /^(true|false|\d+|".*")$/.test(value) ? value : JSON.stringify(value);
}
/** Cargo ignores `panic` for benches, so the audit's `panic = "abort"` travels as a compiler flag. */
function suggestion(suggested, limits) {
    if (suggested === null)
        throw new BenchError('profiles `suggested` and `each` need an audit that suggests something: name others');
    const own = suggested.settings.filter(({ key }) => key.startsWith('profile.'));
    const settings = own
        .map(({ key, value }) => ({ key: key.split('.').slice(2).join('.'), value }))
        .filter(({ key }) => !['panic', 'strip', 'debug', 'split-debuginfo', 'incremental'].includes(key));
    const aborts = own.some(({ key, value }) => key.endsWith('.panic') && value === '"abort"');
    const rustflags = aborts && !limits.reliesOnUnwinding ? ['-Cpanic=abort'] : [];
    const words = [...new Set(own.map(({ cost }) => cost).filter((cost) => cost !== ''))];
    return { id: 'suggested', settings, rustflags, cost: { ...candidates_NO_COST, words, rank: 2 }, pgo: false };
}
/** One candidate for each setting of the suggestion, to see which of them does the work. */
function eachAlone(limits) {
    const { settings, rustflags, cost } = suggestion(limits.suggested, limits);
    return [
        ...settings.map(({ key, value }) => custom(`${key}=${value.replace(/^"(.*)"$/, '$1')}`)),
        ...rustflags.map((flag) => custom(`rustflags=${flag}`)),
    ].map((one) => ({ ...one, cost: { ...cost, words: [], rank: 1 } }));
}
function refuse(candidate, { reliesOnUnwinding, deploy, host }) {
    if (candidate.rustflags.includes('-Cpanic=abort') && reliesOnUnwinding) {
        return 'the code relies on unwinding, and a panic would end the process';
    }
    if (candidate.cost.cpu === null)
        return null;
    if (candidate.cost.cpu.startsWith('x86-64') && !host.startsWith('x86_64'))
        return `this machine is \`${host}\``;
    if (deploy !== 'native') {
        return 'the binary must run on any machine: say `deploy = "native"` in rustperf.toml when they are known';
    }
    return null;
}

;// CONCATENATED MODULE: ./build/bench/compare.js
/** A revision's name becomes a checkout beside the working tree, and goes away again. */





/**
 * Throws BenchError outside a repository or for an unknown revision. The checkout lies outside the
 * project, because Cargo would merge configuration from the directories above it.
 */
async function checkOut(revision, cwd, env, signal) {
    const git = async (args, problem) => {
        const finished = await (0,spawn/* run */.e)('git', args, { cwd, env, signal, limitSeconds: 300 });
        const failure = (0,spawn/* describeFailure */.I)(finished);
        if (failure !== null)
            throw new BenchError(`${problem}: \`git ${args[0]}\` ${failure}`);
        return finished.stdout.trim();
    };
    const prefix = await git(['rev-parse', '--show-prefix'], `${cwd} is not in a git repository`);
    const commit = await git(['rev-parse', '--verify', '--short', '--end-of-options', `${revision}^{commit}`], `\`${revision}\` is not a revision here (in CI, fetch it first)`);
    const parent = await (0,promises_.realpath)(await (0,promises_.mkdtemp)(external_node_path_.join(external_node_os_.tmpdir(), 'rustperf-')));
    const directory = external_node_path_.join(parent, 'tree');
    await git(['worktree', 'add', '--detach', directory, commit], `\`${revision}\` cannot be checked out`);
    return {
        directory: external_node_path_.join(directory, prefix),
        commit,
        async remove() {
            // Not with the caller's signal: it must happen after a cancellation too.
            const { signal: always } = new AbortController();
            await (0,spawn/* run */.e)('git', ['worktree', 'remove', '--force', directory], {
                cwd,
                env,
                signal: always,
                limitSeconds: 60,
            });
            await (0,promises_.rm)(parent, { recursive: true, force: true });
        },
    };
}

;// CONCATENATED MODULE: ./build/bench/instructions.js




const REPEATS = 3;
/**
 * Fewer than this, or repeats farther apart, and the count says more about start-up than about the code:
 * starting differs by some two hundred instructions between builds.
 */
const FEWEST = 20_000;
const WIDEST_SPREAD = 0.05;
const LIMIT_SECONDS = 60;
/** Adds counts to the benchmarks they could be taken of; says in `notes` what could not be counted for want of time. */
async function countInstructions(request, settings) {
    const deadline = Date.now() + request.budgetSeconds * 1000;
    const idle = new Map();
    const counts = new Map();
    let skipped = 0;
    for (const source of request.units) {
        const key = identify(source.executable.package, source.executable.target, source.unit.filter);
        const wanted = request.benchmarks.find((one) => identify(one.package, one.target, one.name) === key);
        // A harness that counts by itself is asked under the names that it gives.
        const own = source.harness.unit === 'instructions';
        if (!own && (wanted === undefined || wanted.runs.length === 0))
            continue;
        if (settings.signal.aborted || Date.now() > deadline) {
            skipped += 1;
            continue;
        }
        request.progress.show(`counting instructions: ${label(source)}`);
        const ofUnit = own
            ? await ownCounts(source, request.arms, settings)
            : await counted(source, request.arms, idle, settings);
        for (const [name, list] of ofUnit)
            counts.set(identify(source.executable.package, source.executable.target, name), list);
    }
    const benchmarks = request.benchmarks.map((one) => ({
        ...one,
        instructions: counts.get(identify(one.package, one.target, one.name)) ?? [],
    }));
    const notes = skipped === 0
        ? []
        : [`instructions of ${skipped} benchmarks were not counted: the time for it was used up`];
    return { benchmarks, notes };
}
function identify(name, target, benchmark) {
    return JSON.stringify([name, target, benchmark]);
}
async function ownCounts(source, arms, settings) {
    const byName = new Map();
    const { limitSeconds, signal, benchArgs: args, scratch } = settings;
    for (const arm of arms) {
        const executable = arm.executables.get(source.key);
        if (executable === undefined)
            continue;
        const counts = new Map();
        for (let repeat = 0; repeat < REPEATS; repeat += 1) {
            try {
                const options = { scratch: `${scratch}/count-${repeat}`, seconds: 1, limitSeconds, signal, args };
                for (const { name, values } of await source.harness.measure(executable, source.unit, options)) {
                    counts.set(name, [...(counts.get(name) ?? []), ...values]);
                }
            }
            catch (error) {
                if (error instanceof Cancelled)
                    return byName;
                if (!(error instanceof HarnessError))
                    throw error;
                break;
            }
        }
        for (const [name, list] of counts)
            byName.set(name, [...(byName.get(name) ?? []), { arm: arm.id, counts: list }]);
    }
    return byName;
}
async function counted(source, arms, idle, settings) {
    const list = [];
    const args = source.harness.once(source.unit.filter);
    const nothing = source.harness.name === 'process' ? null : source.harness.once(NO_BENCHMARK);
    for (const arm of arms) {
        const executable = arm.executables.get(source.key);
        if (executable === undefined || args === null)
            continue;
        const idleKey = `${arm.id} ${source.key}`;
        if (nothing !== null && !idle.has(idleKey))
            idle.set(idleKey, await startUp(source, arm, nothing, settings));
        const before = nothing === null ? 0 : (idle.get(idleKey) ?? null);
        const counts = [];
        while (before !== null && counts.length < REPEATS) {
            const total = await collect(source, arm, args, settings);
            if (total === null)
                break;
            counts.push(total - before);
        }
        if (isSteady(counts))
            list.push({ arm: arm.id, counts });
        else if (list.length === 0)
            break;
    }
    return new Map(list.length > 1 ? [[source.unit.filter, list]] : []);
}
/** Starting a process takes a few thousand instructions more or less each time: the median of three. */
async function startUp(source, arm, nothing, settings) {
    const counts = [];
    while (counts.length < REPEATS) {
        const count = await collect(source, arm, nothing, settings);
        if (count === null)
            return null;
        counts.push(count);
    }
    return median(counts);
}
function isSteady(counts) {
    const least = Math.min(...counts);
    return counts.length === REPEATS && least >= FEWEST && Math.max(...counts) / least - 1 <= WIDEST_SPREAD;
}
/** Null when valgrind or the bench under it failed or took too long: then there is no count, and no fault. */
async function collect({ key }, arm, args, { signal, benchArgs }) {
    const executable = arm.executables.get(key);
    if (executable === undefined)
        return null;
    const valgrind = [
        '--tool=callgrind',
        '--callgrind-out-file=/dev/null',
        executable.file,
        ...args,
        ...benchArgs,
    ];
    const { cwd, env } = executable;
    const finished = await (0,spawn/* run */.e)('valgrind', valgrind, { cwd, env, signal, limitSeconds: LIMIT_SECONDS });
    return (0,spawn/* describeFailure */.I)(finished) === null ? parseCollected(finished.stderr) : null;
}
/** The `Collected : N` line of callgrind's summary; of several processes the last, which is the bench itself. */
function parseCollected(stderr) {
    const last = [...stderr.matchAll(/^==\d+== Collected : (\d+)/gm)].at(-1)?.[1];
    return last === undefined ? null : Number(last);
}

;// CONCATENATED MODULE: ./build/bench/relink.js
/** The winner and the base are linked once more with their functions in another order: a gain of layout alone does not survive it. */








/** Enough for an interval that excludes zero where all rounds agree; with fewer than the least there is none. */
const ROUNDS = 10;
const LEAST_ROUNDS = FEWEST_FOR_INTERVAL;
/** Share of the measuring budget that this may use on top of it. */
const BUDGET_SHARE = 0.5;
/** The arm that a claim would rest on; null where nothing is claimed. */
function armToRelink(data) {
    const { recommendation, candidates } = judge(data);
    if (data.kind === 'profiles')
        return recommendation.arm;
    return candidates.find(({ counts }) => counts.faster + counts.slower > 0)?.arm ?? null;
}
/** Builds both in another order and measures them against each other. What is missing for it is a note. */
async function relink(request, shop, settings) {
    const { data, built } = request;
    const nothing = { arms: [], benchmarks: data.benchmarks, failures: [], notes: [] };
    const id = armToRelink(data);
    const winner = built.find(({ arm }) => arm.id === id);
    if (winner === undefined || settings.signal.aborted)
        return nothing;
    const flag = await shuffleFlag(shop, data.seed);
    if (flag === null) {
        const note = `\`${winner.arm.id}\` was not tried with its functions in another order: this linker has no \`--shuffle-sections\`, lld has`;
        return { ...nothing, notes: [note] };
    }
    const order = (of, cwd, nth, arm) => ({
        ...{ id: relinkedId(of), role: 'relinked', cwd, index: built.length + nth, of: built.length + 3 },
        candidate: {
            ...{ id: of, settings: arm?.settings ?? [], rustflags: [...(arm?.rustflags ?? []), flag] },
            ...{ cost: NO_COST, pgo: false },
        },
    });
    const base = await buildArm(order('base', request.baseCwd, 1, null), shop, null);
    const other = await buildArm(order(winner.arm.id, shop.request.root, 2, winner.arm), shop, request.base);
    const arms = [base.arm, other.arm];
    if (arms.some(({ failure }) => failure !== null))
        return { ...nothing, arms };
    const measured = await measurePair(request, winner.arm.id, [base.runnable, other.runnable], settings);
    return { ...nothing, arms, ...measured };
}
/** lld can shuffle; whether it is the linker here, a small program tells. Null when not. */
async function shuffleFlag({ request, io, toolchain, scratch }, seed) {
    // Zero would mean reversed, and minus one a seed of the day.
    const flag = `-Clink-arg=-Wl,--shuffle-sections=.text*=${(seed % 9999) + 1}`;
    const source = external_node_path_.join(scratch, 'shuffled.rs');
    await (0,promises_.writeFile)(source, 'fn main() {}\n');
    const own = toolchain.rustflags?.flags ?? [];
    const args = ['--target', toolchain.host, ...own, flag, '--out-dir', scratch, source];
    const { root: cwd } = request;
    const { env, signal } = io;
    const finished = await (0,spawn/* run */.e)(env.RUSTC ?? 'rustc', args, { cwd, env, signal, limitSeconds: 120 });
    return (0,spawn/* describeFailure */.I)(finished) === null ? flag : null;
}
async function measurePair({ data, units, runSeconds }, winner, arms, settings) {
    const wasTimed = (unit) => data.benchmarks.some((one) => isOf(one, unit) && one.runs.filter(({ arm }) => arm === winner).length >= LEAST_ROUNDS);
    const cells = units
        .filter(wasTimed)
        .map((source) => ({ source, arms, identical: [], runs: new Map(), excluded: new Set() }));
    const failures = [];
    const deadline = Date.now() + data.budgetSeconds * BUDGET_SHARE * 1000;
    const pace = { rounds: ROUNDS, least: LEAST_ROUNDS, until: deadline, deadline };
    settings.progress.log(`\`${winner}\` is measured once more, with its functions in another order`);
    const { complete } = await runRounds(cells, { ...pace, seconds: runSeconds, seed: data.seed + 1 }, settings, failures);
    const extra = (benchmark) => cells
        .filter(({ source }) => isOf(benchmark, source))
        .flatMap(({ runs }) => runs.get(benchmark.name) ?? []);
    return {
        benchmarks: data.benchmarks.map((one) => ({ ...one, runs: [...one.runs, ...extra(one)] })),
        failures,
        notes: complete || settings.signal.aborted ? [] : ['the second link order was not measured on all benchmarks'],
    };
}
function isOf(benchmark, { executable, unit }) {
    return (benchmark.package === executable.package &&
        benchmark.target === executable.target &&
        unit.names.includes(benchmark.name));
}

;// CONCATENATED MODULE: ./build/bench/runner.js
/** Cargo's merged configuration becomes the project's own runner: the command that its benches are started through. */



/** The variable wins over the platform's own key, and that over `cfg(…)`. Null when benches are started directly. */
function resolveRunner({ config, env, triple, cfg }) {
    const targets = property(config, 'target');
    const ofPlatform = property(property(targets, triple), 'runner');
    const asText = typeof ofPlatform === 'string';
    const variable = targetVariable(triple, 'RUNNER');
    const fromVariable = words(env[variable] ?? '');
    if (fromVariable.length > 0)
        return { words: fromVariable, source: `\`${variable}\``, asText };
    const own = command(ofPlatform);
    if (own.length > 0)
        return { words: own, source: `\`target.${triple}.runner\``, asText };
    for (const [key, value] of Object.entries(isRecord(targets) ? targets : {})) {
        if (!key.startsWith('cfg(') || !matchesCfg(key, cfg))
            continue;
        const found = command(property(value, 'runner'));
        if (found.length > 0)
            return { words: found, source: `\`target.'${key}'.runner\``, asText };
    }
    return null;
}
function command(value) {
    if (value === undefined)
        return [];
    if (typeof value === 'string')
        return words(value);
    if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
        return [...value];
    throw new BenchError('`runner` in the Cargo configuration is neither a string nor a list of strings');
}

;// CONCATENATED MODULE: ./build/bench/toolchain.js
/** The user's own cargo and rustc become facts: host, versions, configuration, where the targets go. */






/** Asks cargo and rustc in `cwd`. Throws BenchError when there is no toolchain or no package. */
async function askToolchain(cwd, env, signal) {
    const ask = async (command, args, extra = {}) => {
        const finished = await (0,spawn/* run */.e)(command, args, { cwd, env: { ...env, ...extra }, signal, limitSeconds: 300 });
        const failure = (0,spawn/* describeFailure */.I)(finished);
        if (failure === null)
            return finished.stdout;
        if (finished.startError !== null) {
            throw new BenchError(`\`${command}\` ${failure}: install Rust, or put it on the PATH`);
        }
        throw new BenchError(`\`${command} ${args.join(' ')}\` in ${cwd} ${failure}`);
    };
    const rustcCommand = env.RUSTC ?? 'rustc';
    const cargoVersion = (await ask('cargo', ['--version'])).trim();
    const verbose = await ask(rustcCommand, ['-vV']);
    const host = /^host: (\S+)$/m.exec(verbose)?.[1];
    if (host === undefined)
        throw new BenchError(`\`${rustcCommand} -vV\` names no host: is it rustc?`);
    const metadata = readMetadata(await ask('cargo', ['metadata', '--no-deps', '--format-version', '1']));
    const cfg = new Set((await ask(rustcCommand, ['--print', 'cfg'])).split(/\r?\n/));
    const configuration = await askConfiguration(cwd, env, host, cfg, signal);
    return {
        host,
        rustc: verbose.split(/\r?\n/)[0] ?? '',
        cargo: cargoVersion,
        sysroot: (await ask(rustcCommand, ['--print', 'sysroot'])).trim(),
        ...metadata,
        ...configuration,
        runner: located(configuration.runner, [cwd, metadata.workspaceRoot]),
    };
}
/** A runner with a slash in it is relative to the directory that holds `.cargo`; Cargo does not say which. */
function located(runner, directories) {
    const [program, ...rest] = runner?.words ?? [];
    if (runner === null || program === undefined || !/[\\/]/.test(program))
        return runner;
    const file = directories.map((directory) => external_node_path_.resolve(directory, program)).find(external_node_fs_.existsSync);
    return file === undefined ? runner : { ...runner, words: [file, ...rest] };
}
function readMetadata(json) {
    const parsed = JSON.parse(json);
    if (typeof parsed === 'object' &&
        parsed !== null &&
        'target_directory' in parsed &&
        'workspace_root' in parsed) {
        const { target_directory: targetDirectory, workspace_root: workspaceRoot } = parsed;
        if (typeof targetDirectory === 'string' && typeof workspaceRoot === 'string')
            return { targetDirectory, workspaceRoot };
    }
    throw new BenchError('`cargo metadata` names no target directory: is `cargo` Cargo?');
}
/** `config get` is unstable, but prints what stable cargo merges: the variable only unlocks the command. */
async function askConfiguration(cwd, env, triple, cfg, signal) {
    const args = ['-Zunstable-options', 'config', 'get', '--format', 'json'];
    const finished = await (0,spawn/* run */.e)('cargo', args, {
        cwd,
        env: { ...env, RUSTC_BOOTSTRAP: '1' },
        signal,
        limitSeconds: 60,
    });
    if ((0,spawn/* describeFailure */.I)(finished) !== null)
        return { rustflags: null, runner: null };
    const sources = { config: JSON.parse(finished.stdout), env, triple, cfg };
    return { rustflags: resolveRustflags(sources), runner: resolveRunner(sources) };
}

;// CONCATENATED MODULE: ./build/bench/record.js
/** One measurement from start to end: arms are built, benchmarks listed, rounds run, and all of it recorded. */














/** Share of the measuring budget that instruction counts may use on top of it. */
const COUNTING_SHARE = 0.25;
/**
 * Throws BenchError when the toolchain is missing or the project as it stands cannot be built. Nothing
 * of the project is written to, except a directory below Cargo's target directory that is removed again.
 */
async function record(request, io) {
    const toolchain = await askToolchain(request.root, io.env, io.signal);
    await removeStale(toolchain.targetDirectory);
    const scratch = scratchDirectory(toolchain.targetDirectory);
    await (0,promises_.mkdir)(scratch, { recursive: true });
    const progress = createProgress(io.stderr);
    let checkout = null;
    try {
        if (request.compare !== null)
            checkout = await checkOut(request.compare, request.root, io.env, io.signal);
        return await recordIn({ request, io, toolchain, scratch, progress }, checkout);
    }
    finally {
        progress.end();
        await checkout?.remove();
        await (0,promises_.rm)(scratch, { recursive: true, force: true, maxRetries: 3 });
    }
}
async function recordIn(shop, checkout) {
    const { request, io, toolchain, scratch, progress } = shop;
    const seed = request.seed ?? Math.floor(Math.random() * 2 ** 31);
    const settings = {
        ...{ scratch: external_node_path_.join(scratch, 'runs'), limitSeconds: request.limitSeconds },
        ...{ benchArgs: request.benchArgs, signal: io.signal, progress },
    };
    const clock = stopwatch();
    const choice = checkout === null ? candidatesFor(request, toolchain.host) : workingTree(checkout);
    const of = choice.candidates.length + 1;
    const first = {
        ...{ id: 'base', role: 'base', candidate: null, index: 0, of },
        cwd: checkout?.directory ?? request.root,
    };
    const base = await buildArm(first, shop, null);
    if (base.arm.failure !== null && !io.signal.aborted) {
        throw new BenchError(`\`cargo bench\` in ${request.shownRoot} ${base.arm.failure}`);
    }
    const listed = await listUnits(base.built.executables, settings);
    clock.lap('build and list the base');
    const training = choice.candidates.some((one) => one.pgo)
        ? chooseTraining(listed.units, seed)
        : new Set();
    const built = [];
    for (const [index, candidate] of choice.candidates.entries()) {
        if (io.signal.aborted || listed.units.length === 0)
            break;
        const order = {
            id: candidate.id,
            role: 'candidate',
            candidate,
            cwd: request.root,
            index: index + 1,
            of,
        };
        built.push(candidate.pgo
            ? await buildWithProfile(order, shop, base, training, settings)
            : await buildArm(order, shop, base));
    }
    clock.lap('build the candidates');
    const usage = { before: processorTime(), load: load() };
    const measured = await measureArms(shop, seed, base, built, listed.units, training, settings);
    clock.lap('measure');
    const after = { before: usage.before, after: processorTime(), load: [usage.load, load()] };
    const counted = await countArms(shop, base, built, listed.units, measured, settings);
    clock.lap('count instructions');
    const data = {
        ...{ schema: 1, tool: { name: 'rustperf', version: request.version }, root: request.shownRoot },
        kind: checkout === null ? 'profiles' : 'revisions',
        profile: request.profile === null || request.profile === 'release' ? 'bench' : request.profile,
        complete: measured.complete && !io.signal.aborted,
        ...{ seed, plannedRounds: measured.rounds, budgetSeconds: request.budgetSeconds },
        machine: await describeMachine(toolchain, after, io.env, new AbortController().signal),
        arms: [base.arm, ...copies(request, base.arm), ...built.map(({ arm }) => arm)],
        benchmarks: counted.benchmarks,
        unmeasured: measured.unmeasured,
        failures: [...listed.failures, ...measured.failures],
        notes: [
            ...choice.notes,
            ...flagNotes(shop, choice.candidates, built),
            ...measured.notes,
            ...unjudgedProfile(built, measured),
            ...counted.notes,
        ],
        phases: clock.phases(),
    };
    if (!request.relink || built.length === 0)
        return data;
    const { runSeconds } = measured;
    const again = await relink({ data, base, built, units: listed.units, baseCwd: first.cwd, runSeconds }, shop, settings);
    clock.lap('link and measure in another order');
    return {
        ...data,
        complete: data.complete && !io.signal.aborted,
        arms: [...data.arms, ...again.arms],
        benchmarks: again.benchmarks,
        failures: [...data.failures, ...again.failures],
        notes: [...data.notes, ...again.notes],
        phases: clock.phases(),
    };
}
function candidatesFor(request, host) {
    const { reliesOnUnwinding, deploy, suggested } = request;
    return chooseCandidates(request.profiles, { reliesOnUnwinding, deploy, suggested, host });
}
/** Two revisions: the older one is the base, what lies in the working tree is the candidate. */
function workingTree({ commit }) {
    const candidate = { id: 'working tree', settings: [], rustflags: [], cost: NO_COST, pgo: false };
    return { candidates: [candidate], notes: [`the base is commit \`${commit}\``] };
}
/** The control, and for a self-test more copies that are judged as if they were candidates. */
function copies(request, base) {
    const control = {
        ...base,
        id: 'control',
        role: 'control',
        attested: [],
        buildSeconds: null,
        buildPeakBytes: null,
    };
    return [control, ...copyNames(request).map((id) => ({ ...control, id, role: 'candidate' }))];
}
function copyNames({ selfTest }) {
    return Array.from({ length: selfTest }, (_, i) => `copy-${i + 1}`);
}
/** Last letters of the copies' file names: hashes are hexadecimal and never end in one of these. */
const COPY_MARKS = 'ghijklmno';
const CONTROL_MARK = 'z';
async function measureArms({ request }, seed, base, built, units, training, settings) {
    const nothing = { benchmarks: [], unmeasured: [], failures: [], rounds: 0, runSeconds: 0, notes: [] };
    if (settings.signal.aborted || units.length === 0)
        return { ...nothing, complete: !settings.signal.aborted };
    const control = await copyArm(base.runnable, 'control', CONTROL_MARK);
    const copied = [];
    for (const [i, id] of copyNames(request).entries()) {
        copied.push(await copyArm(base.runnable, id, COPY_MARKS.charAt(i)));
    }
    const candidates = built.filter(({ arm }) => arm.failure === null).map(({ runnable }) => runnable);
    return run_measure({
        ...{
            units,
            base: base.runnable,
            control,
            candidates: [...copied, ...candidates],
            copies: copyNames(request),
        },
        ...{ budgetSeconds: request.budgetSeconds, rounds: request.rounds, seed, training },
    }, settings);
}
/** Processors beyond valgrind's cannot be counted for; the others are compared with the base. */
async function countArms({ request, progress }, base, built, units, measured, settings) {
    if (!request.instructions)
        return { benchmarks: measured.benchmarks, notes: [] };
    const arms = [base, ...built.filter(({ arm }) => arm.failure === null && arm.cost.cpu !== 'native')];
    const runnable = arms.map((one) => one.runnable);
    const budgetSeconds = request.budgetSeconds * COUNTING_SHARE;
    return countInstructions({ units, benchmarks: measured.benchmarks, arms: runnable, budgetSeconds, progress }, settings);
}
function flagNotes({ toolchain }, candidates, built) {
    const own = toolchain.rustflags;
    const kept = own === null || own.source === null
        ? []
        : [`every arm keeps the project's flags from ${own.source}: \`${own.flags.join(' ')}\``];
    const runner = toolchain.runner === null
        ? []
        : [
            `benches are run through the project's \`${toolchain.runner.words.join(' ')}\` from ${toolchain.runner.source}`,
        ];
    return [
        ...kept,
        ...runner,
        ...candidates.flatMap((candidate, i) => unreached(candidate, built[i]?.built.units ?? []).map((words) => `\`${candidate.id}\`: ${words}`)),
    ];
}
/** A small budget may leave only benchmarks that trained the profile, and those cannot judge it. */
function unjudgedProfile(built, { benchmarks }) {
    const isBuilt = built.some(({ arm }) => arm.id === 'pgo' && arm.failure === null);
    const isJudged = benchmarks.some(({ runs }) => runs.some(({ arm }) => arm === 'pgo'));
    return isBuilt && !isJudged
        ? ['`pgo` was not judged: every benchmark that was measured had trained it; raise `--budget`']
        : [];
}
function stopwatch() {
    const phases = [];
    let last = Date.now();
    return {
        lap(name) {
            const now = Date.now();
            phases.push({ name, seconds: Math.round((now - last) / 100) / 10 });
            last = now;
        },
        phases: () => phases,
    };
}

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
    return `${percent(effect)} [${percent(interval.low)}, ${percent(interval.high)}]`;
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
    if (comparison.ofLayout && comparison.relinked !== null) {
        const { effect, interval } = comparison.relinked;
        return `inconclusive: ${change(effect, interval)} with the functions in another order`;
    }
    if (!Number.isFinite(comparison.detectable))
        return `inconclusive: ${plural(comparison.rounds, 'round')} cannot tell`;
    return `inconclusive: only ${percent(comparison.detectable)} or more would have shown`;
}
/** The mean over the benchmarks whose instructions could be counted; null where none could. */
function words_instructionsOf({ instructions }) {
    return instructions === null ? null : `${percent(instructions)} instructions (secondary)`;
}
/** What became of a candidate's mean with the functions in another order; null where not measured. */
function relinkedOf({ relinked, benchmarks }) {
    if (relinked === null || relinked.effect === null || relinked.interval === null)
        return null;
    const some = relinked.benchmarks < benchmarks ? ` over ${relinked.benchmarks} of them` : '';
    return `${change(relinked.effect, relinked.interval)}${some} with the functions in another order`;
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
/** What a setting was added to. */
function onTopOf({ without }) {
    return without === 'base' ? 'the profile as it is' : `\`${without}\``;
}
/** What a candidate costs, measured against the base; clauses. */
function costsOf(arm, base) {
    const clauses = [];
    if (arm.buildSeconds !== null && base?.buildSeconds) {
        const ratio = arm.buildSeconds / base.buildSeconds;
        clauses.push(`build ${duration(base.buildSeconds)} → ${duration(arm.buildSeconds)} (${ratio.toFixed(1)}×)`);
    }
    const before = base === undefined ? null : shippedBytes(base);
    const after = shippedBytes(arm);
    if (before !== null && after !== null) {
        const what = arm.binaries.length > 0 ? 'binary' : 'bench executable';
        clauses.push(`${what} ${size(before)} → ${size(after)} (${percent(Math.log(after / before))})`);
    }
    if (arm.buildPeakBytes !== null && base?.buildPeakBytes) {
        clauses.push(`compiler memory ${size(base.buildPeakBytes)} → ${size(arm.buildPeakBytes)}`);
    }
    // What was measured here needs no general words beside it.
    const hasTime = clauses.some((clause) => clause.startsWith('build '));
    const hasMemory = clauses.some((clause) => clause.startsWith('compiler memory'));
    const told = (words) => (hasTime && words.endsWith('longer builds')) || (hasMemory && words === 'much memory to link');
    return [...clauses, ...arm.cost.words.filter((words) => !told(words))];
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
    return `${machine.cpu}, ${plural(machine.cores, 'core')}, ${machine.os}, ${shares.join(', ')}`;
}
/** How far the run can be trusted, from the run itself. */
function trustOf(result) {
    const { controls, positiveControls } = result;
    if (controls.total === 0)
        return 'nothing was timed, so there is no control';
    const alarms = `two equal copies were told apart on ${controls.failed} of ${plural(controls.total, 'benchmark')}`;
    return `${alarms}; a copy made 10 % slower would have been found on ${positiveControls.found} of ${positiveControls.total}`;
}
/** What the reader must know: cut short, left out, failed, noted; one clause each. */
function remarksOf(data) {
    return [
        ...(data.complete ? [] : ['cut short: what follows is from the rounds that were run']),
        ...(data.unmeasured.length === 0
            ? []
            : [
                `${plural(data.unmeasured.length, 'benchmark')} left out to stay within the budget: ${listed(data.unmeasured)}`,
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
        ...attributionTable(result),
        ...benchmarkTables(data, result),
        ...details('Flags, machine and trust', facts(data, result)),
        '',
    ].join('\n');
}
function candidateTable(data, result) {
    const base = data.arms.find((arm) => arm.role === 'base');
    const rows = result.candidates.map((candidate) => {
        const arm = data.arms.find(({ id }) => id === candidate.arm);
        const mean = [
            candidate.effect === null || candidate.interval === null
                ? 'not judged'
                : change(candidate.effect, candidate.interval),
            relinkedOf(candidate),
            words_instructionsOf(candidate),
        ]
            .filter((words) => words !== null)
            .join('<br>');
        const costs = arm === undefined ? '' : costsOf(arm, base).map(prose).join('<br>');
        // A candidate that was named by its settings shows them already.
        const settings = arm === undefined || arm.id.includes('=') ? '' : settingsOf(arm);
        const pareto = result.recommendation.pareto.includes(candidate.arm) ? 'yes' : 'beaten';
        return `| ${code(candidate.arm)}${settings === '' ? '' : `<br>${code(settings)}`} | ${mean} | ${countsOf(candidate)} | ${costs} | ${pareto} |`;
    });
    if (rows.length === 0)
        return [];
    return [
        '| candidate | time (geometric mean) | benchmarks | costs | on the Pareto front |',
        '|---|---|---|---|---|',
        ...rows.map(unbroken),
    ];
}
function attributionTable({ attribution }) {
    if (attribution.length === 0)
        return [];
    return [
        '| what a setting did | on top of | time (geometric mean) | build time | size |',
        '|---|---|---|---|---|',
        ...attribution.map((one) => {
            const mean = one.effect === null || one.interval === null ? 'not judged' : change(one.effect, one.interval);
            const [build, size] = [one.buildTime, one.size].map((log) => (log === null ? '' : percent(log, 0)));
            return unbroken(`| ${code(one.setting)} | ${prose(onTopOf(one))} | ${mean} | ${build} | ${size} |`);
        }),
        '',
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
        return `${arm.padEnd(width)}  ${cells.join('')}  ${percent(effect)}`;
    });
    const scale = `${percent(-reach)} faster`.padEnd(CHART_WIDTH / 2 - 1);
    return [
        ...lines,
        `${' '.repeat(width)}  ${scale}0 ${`slower ${percent(reach)}`.padStart(CHART_WIDTH / 2 - 1)}`,
    ].join('\n');
}
function benchmarkTables(data, result) {
    return result.candidates.flatMap(({ arm }) => {
        const rows = result.benchmarks.flatMap(({ target, name, baseNanoseconds, comparisons }) => comparisons
            .filter((comparison) => comparison.arm === arm)
            .map((comparison) => {
            const base = baseNanoseconds === null ? '' : time(baseNanoseconds);
            const instructions = comparison.instructions === null ? '' : percent(comparison.instructions);
            const title = name === target ? target : `${target} ${name}`;
            return `| ${code(title)} | ${base} | ${changeOf(comparison)} | ${verdictOf(comparison)} | ${instructions} |`;
        }));
        if (rows.length === 0)
            return [];
        const table = [
            '| benchmark | base | time | verdict | instructions (secondary) |',
            '|---|---|---|---|---|',
            ...rows.map(unbroken),
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
        `- ${plural(data.plannedRounds, 'round')}, seed ${data.seed}, profile ${code(data.profile)}`,
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
/** Cells are narrow, and a number that is torn from its sign of percent is hard to read. */
function unbroken(row) {
    return row.replaceAll(' %', '&nbsp;%');
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
        `<text x="${x(log)}" y="${bottom + 18}" text-anchor="middle">${percent(log)}</text>`);
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
        `<text x="${LABELS + PLOT + 10}" y="${y + 4}" fill="${colour}">${percent(row.effect)} ${row.verdict ?? ''}</text></g>`);
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
        attributionBlock(result),
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
        `bench of ${root}, profile \`${profile}\`, ${plural(plannedRounds, 'round')}, seed ${seed}`,
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
        ...[relinkedOf(candidate), words_instructionsOf(candidate)].flatMap((words) => words === null ? [] : [`  ${words}`]),
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
        comparison.instructions === null ? '' : `${percent(comparison.instructions)} instructions`,
        verdictOf(comparison),
    ]);
}
function summary({ effect, interval, benchmarks, ...rest }) {
    if (effect === null || interval === null)
        return ['  no benchmark could be judged by its time'];
    const mean = `geometric mean of ${plural(benchmarks, 'benchmark')}: ${change(effect, interval)}`;
    return [`  ${mean}; ${countsOf({ effect, interval, benchmarks, ...rest })}`];
}
function attributionBlock({ attribution }) {
    if (attribution.length === 0)
        return [];
    const rows = attribution.map((one) => [
        one.setting,
        `on top of ${onTopOf(one)}`,
        one.effect === null || one.interval === null ? 'not judged' : change(one.effect, one.interval),
        one.buildTime === null ? '' : `build time ${percent(one.buildTime, 0)}`,
        one.size === null ? '' : `size ${percent(one.size, 0)}`,
    ]);
    return ['what single settings did', ...align(rows)];
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

;// CONCATENATED MODULE: ./build/bench/replay.js
/** A recorded file becomes the data it was written from, or a clear refusal. */



/** Throws BenchError when the file cannot be read, is cut off, foreign, or of another schema. */
async function readRecording(file) {
    let text;
    try {
        text = await (0,promises_.readFile)(file, 'utf8');
    }
    catch (error) {
        throw new BenchError(`\`${file}\` cannot be read: give the JSON file that \`rustperf bench --output json=FILE\` wrote`, {
            cause: error,
        });
    }
    return parseRecording(text, file);
}
/** `file` is for messages. */
function parseRecording(text, file) {
    let parsed;
    try {
        parsed = JSON.parse(text);
    }
    catch (error) {
        throw new BenchError(`\`${file}\` is cut off or not JSON`, { cause: error });
    }
    // `--output json=` writes the verdicts beside the data; only the data count.
    const data = replay_isRecord(parsed) && 'data' in parsed ? parsed.data : parsed;
    if (!replay_isRecord(data) || !('schema' in data))
        throw new BenchError(`\`${file}\` is not a recorded bench`);
    if (data.schema !== 1) {
        throw new BenchError(`\`${file}\` has schema ${String(data.schema)}, and this version reads 1: use the one that wrote it`);
    }
    const missing = REQUIRED.find(([key, check]) => !check(data[key]));
    if (missing !== undefined)
        throw new BenchError(`\`${missing[0]}\` in \`${file}\` is missing or wrong: is it cut off?`);
    if (!isBenchData(data))
        throw new BenchError(`\`${file}\` is not a recorded bench`);
    return data;
}
const REQUIRED = [
    ['tool', replay_isRecord],
    ['root', (value) => typeof value === 'string'],
    ['kind', (value) => value === 'profiles' || value === 'revisions'],
    ['profile', (value) => typeof value === 'string'],
    ['complete', (value) => typeof value === 'boolean'],
    ['seed', isNumber],
    ['plannedRounds', isNumber],
    ['budgetSeconds', isNumber],
    ['machine', isMachine],
    ['arms', (value) => isListOf(value, isArm)],
    ['benchmarks', (value) => isListOf(value, isBenchmark)],
    ['unmeasured', (value) => isListOf(value, (one) => typeof one === 'string')],
    ['failures', (value) => isListOf(value, replay_isRecord)],
    ['notes', (value) => isListOf(value, (one) => typeof one === 'string')],
    ['phases', (value) => isListOf(value, replay_isRecord)],
];
/** The checks above have been made: this only tells the compiler. */
function isBenchData(value) {
    return replay_isRecord(value) && REQUIRED.every(([key, check]) => check(value[key]));
}
function isMachine(value) {
    return replay_isRecord(value) && typeof value.cpu === 'string' && isListOf(value.load, isNumber);
}
function isArm(value) {
    const isRole = (role) => ARM_ROLES.some((one) => one === role);
    return replay_isRecord(value) && typeof value.id === 'string' && isRole(value.role) && replay_isRecord(value.cost);
}
function isBenchmark(value) {
    const isHarness = (name) => HARNESSES.some((one) => one === name);
    return (replay_isRecord(value) &&
        typeof value.name === 'string' &&
        isHarness(value.harness) &&
        isListOf(value.identical, (one) => typeof one === 'string') &&
        isListOf(value.runs, isRun) &&
        isListOf(value.instructions, (one) => replay_isRecord(one) && isListOf(one.counts, isNumber)));
}
function isRun(value) {
    const { round, arm, times } = replay_isRecord(value) ? value : {};
    return isNumber(round) && typeof arm === 'string' && isListOf(times, isNumber);
}
function isListOf(value, check) {
    return Array.isArray(value) && value.every(check);
}
function isNumber(value) {
    return typeof value === 'number' && Number.isFinite(value);
}
function replay_isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/bench/trust.js
/** The environment of a CI job becomes a reason not to run the code, where strangers may have written it. */

/** Null when the code is the user's own, as far as the host says. */
function reasonToRefuse(env) {
    const advice = 'a bench runs the code: pass `--trust` only where the job holds no secrets';
    if (env.GITHUB_EVENT_NAME === 'pull_request_target') {
        return `this job runs for \`pull_request_target\`, with the repository's secrets beside code from elsewhere; ${advice}`;
    }
    if (isForkOnGitHub(env))
        return `this pull request comes from a fork; ${advice}`;
    const source = env.CI_MERGE_REQUEST_SOURCE_PROJECT_ID;
    if (source !== undefined && source !== env.CI_MERGE_REQUEST_PROJECT_ID) {
        return `this merge request comes from another project; ${advice}`;
    }
    return null;
}
/** Whatever is not surely the same repository counts as a fork: a deleted one has no name at all. */
function isForkOnGitHub(env) {
    if (!env.GITHUB_EVENT_NAME?.startsWith('pull_request') || env.GITHUB_EVENT_PATH === undefined)
        return false;
    let event;
    try {
        event = JSON.parse((0,external_node_fs_.readFileSync)(env.GITHUB_EVENT_PATH, 'utf8'));
    }
    catch {
        // An event that cannot be read cannot vouch for the code.
        return true;
    }
    const head = event.pull_request?.head?.repo?.full_name;
    return head === undefined || head !== event.pull_request?.base?.repo?.full_name;
}

;// CONCATENATED MODULE: ./build/bench/bench.js
/** The entry: a request becomes a measurement or a replay, a judgement, and the reports that were asked for. */









/**
 * Runs the project's code, unless a recording is replayed. Throws BenchError when it cannot start or
 * the project does not build; a benchmark that fails is part of the outcome.
 */
async function bench(request, io) {
    await prepareOutputs(request);
    if (request.replay !== null)
        return report(await readRecording(request.replay), request, io);
    const refusal = request.trust ? null : reasonToRefuse(io.env);
    if (refusal !== null) {
        io.stderr.write(`error: bench refused: ${refusal}\n`);
        return { status: 'refused', reason: refusal, data: null, result: null, exitCode: 2 };
    }
    return report(await record(request, io), request, io);
}
/** Many minutes of measuring are not to be lost to a mistyped path. */
async function prepareOutputs({ outputs }) {
    for (const { file } of outputs) {
        try {
            await (0,promises_.mkdir)(external_node_path_.dirname(file), { recursive: true });
            await (0,promises_.access)((0,external_node_fs_.existsSync)(file) ? file : external_node_path_.dirname(file), external_node_fs_.constants.W_OK);
        }
        catch (error) {
            const reason = error instanceof Error ? error.message : String(error);
            throw new BenchError(`\`${file}\` cannot be written: ${reason}`, { cause: error });
        }
    }
}
async function report(data, request, io) {
    const result = judge(data);
    for (const { format, file } of request.outputs)
        await (0,promises_.writeFile)(file, render(format, data, result));
    io.stdout.write(render(request.format, data, result));
    if (io.signal.aborted)
        return { status: 'interrupted', reason: 'was interrupted', data, result, exitCode: 2 };
    if (data.benchmarks.length > 0)
        return { status: 'measured', reason: null, data, result, exitCode: 0 };
    const reason = data.failures.length > 0 ? 'no benchmark could be run' : '`cargo bench` finds no benchmark here';
    return { status: 'nothing', reason, data, result, exitCode: data.failures.length > 0 ? 2 : 0 };
}

;// CONCATENATED MODULE: ./build/bench/request.js
const BENCH_FORMATS = ['text', 'markdown', 'json', 'svg'];

;// CONCATENATED MODULE: ./build/bench/command.js
/** `rustperf bench …` becomes a BenchRequest: the command line's words for the measurement. */





/** Mounts the command: `addBenchCommand(program, context)`. */
function addBenchCommand(program, context) {
    return program
        .command('bench')
        .description('measure the suggested profile against the one you have, on your own benchmarks')
        .argument('[path]', 'a package or workspace', '.')
        .argument('[args...]', 'after `--`: for `cargo bench`, then after a second `--` for the benches')
        .option('--profiles <names>', 'what to compare: suggested, each (of its settings), thin, thin1, fat, v3, native, abort, pgo, or key=value+key=value', commaList)
        .option('--profile <name>', 'the profile that ships')
        .option('--bench <name>', 'only this bench target (repeatable)', command_collect, [])
        .option('--budget <time>', 'time to measure, builds not included', seconds, 600)
        .option('--rounds <n>', 'rounds instead of what the budget allows', count)
        .option('--seed <n>', 'for the order of runs and the bootstrap', count)
        .option('--limit <time>', 'when one run counts as hanging', seconds, 120)
        .option('--replay <file>', 'judge a recorded run again, running nothing')
        .option('--compare <rev>', 'compare the working tree with a git revision instead')
        .option('--self-test <n>', 'also judge up to 9 untouched copies, to see this machine’s false alarms', command_copies, 0)
        .option('--no-instructions', 'do not count instructions, even where valgrind is present')
        .option('--no-relink', 'do not try the winner again with its functions in another order')
        .option('--trust', 'run even code from a fork or a stranger’s pull request', false)
        .addOption(new esm/* Option */.c$('--format <format>', 'standard output').choices(BENCH_FORMATS).default('text'))
        .option('--output <format=file>', 'also write a file (repeatable)', output, [])
        .action(async (target, args, flags) => {
        const request = await toRequest(target, args, flags, context);
        context.done(await benchOrExplain(request, context.io));
    });
}
/** What the user can put right is said in one line; anything else is a fault of ours and goes on. */
async function benchOrExplain(request, io) {
    try {
        return await bench(request, io);
    }
    catch (error) {
        if (!(error instanceof BenchError))
            throw error;
        io.stderr.write(`error: ${error.message}\n`);
        return { status: 'nothing', reason: error.message, data: null, result: null, exitCode: 2 };
    }
}
async function toRequest(target, args, flags, context) {
    const root = external_node_path_.resolve(context.cwd, target);
    const own = args.indexOf('--');
    const needsAudit = flags.replay === undefined && flags.compare === undefined;
    const hints = needsAudit
        ? await context.audit(root)
        : { suggested: null, reliesOnUnwinding: true, deploy: null, profile: null };
    return {
        ...{ root, shownRoot: target, version: context.version },
        ...{ suggested: hints.suggested, reliesOnUnwinding: hints.reliesOnUnwinding, deploy: hints.deploy },
        ...{ profiles: flags.profiles ?? null, profile: flags.profile ?? hints.profile, benches: flags.bench },
        ...{
            budgetSeconds: flags.budget,
            rounds: flags.rounds ?? null,
            seed: flags.seed ?? null,
            limitSeconds: flags.limit,
        },
        replay: flags.replay === undefined ? null : external_node_path_.resolve(context.cwd, flags.replay),
        ...{
            compare: flags.compare ?? null,
            selfTest: flags.selfTest,
            instructions: flags.instructions,
            relink: flags.relink,
            trust: flags.trust,
        },
        cargoArgs: own < 0 ? args : args.slice(0, own),
        benchArgs: own < 0 ? [] : args.slice(own + 1),
        format: flags.format,
        outputs: flags.output.map(({ format, file }) => ({ format, file: external_node_path_.resolve(context.cwd, file) })),
    };
}
function commaList(text) {
    return text
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '');
}
function command_collect(value, earlier) {
    return [...earlier, value];
}
/** `90`, `90s`, `10m`, `1h` in seconds. */
function seconds(text) {
    const match = /^(\d+(?:\.\d+)?)(s|m|h)?$/.exec(text);
    const scale = { s: 1, m: 60, h: 3600 }[match?.[2] ?? 's'];
    if (match === null || scale === undefined || Number(match[1]) <= 0) {
        throw new esm/* InvalidArgumentError */.Di('give a time such as `90s`, `10m` or `1h`');
    }
    return Number(match[1]) * scale;
}
function count(text) {
    if (!/^\d{1,9}$/.test(text))
        throw new esm/* InvalidArgumentError */.Di('give a whole number');
    return Number(text);
}
function command_copies(text) {
    if (!/^\d$/.test(text))
        throw new esm/* InvalidArgumentError */.Di('give a number from 0 to 9');
    return Number(text);
}
function output(text, earlier) {
    const at = text.indexOf('=');
    const format = BENCH_FORMATS.find((one) => one === text.slice(0, at));
    if (format === undefined || at + 1 === text.length) {
        throw new esm/* InvalidArgumentError */.Di(`give FORMAT=FILE with one of ${BENCH_FORMATS.join(', ')}`);
    }
    return [...earlier, { format, file: text.slice(at + 1) }];
}

// EXTERNAL MODULE: ./build/settings/load.js + 3 modules
var settings_load = __webpack_require__(445);
// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(8508);
;// CONCATENATED MODULE: ./build/cli/bench.js



function mountBench(program, audit, terminal, end) {
    const { cwd, env, out, err, interrupted } = terminal;
    addBenchCommand(program, {
        version: version/* version */.r,
        cwd,
        io: {
            stdout: out,
            stderr: { write: err.write, isTTY: err.isTerminal },
            env,
            get signal() {
                return interrupted();
            },
        },
        async audit(root) {
            const settings = await (0,settings_load/* loadSettings */.M)({ path: root }, { cwd });
            const { report } = await audit(settings);
            const suggested = report.suggestedProfiles[0] ?? null;
            return {
                suggested,
                // The audit suggests `panic = "abort"` only where nothing relies on unwinding.
                reliesOnUnwinding: !suggested?.settings.some(({ key }) => key.endsWith('.panic')),
                deploy: settings.deploy,
                profile: settings.profile ?? suggested?.profile ?? null,
            };
        },
        done: ({ exitCode }) => end(exitCode),
    });
}


/***/ })

};
