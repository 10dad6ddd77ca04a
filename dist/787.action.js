export const id = 787;
export const ids = [787];
export const modules = {

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
        result.interval.high < -_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .SMALLEST_FLOOR */ .JW &&
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
const SAME = [_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .SMALLEST_FLOOR */ .JW, Math.log(1.15), Math.log(1.01), 0];
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
    const slower = results.filter(({ interval, counts }) => interval !== null && interval.low > _verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .SMALLEST_FLOOR */ .JW && counts.slower > counts.faster);
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
// EXTERNAL MODULE: ./build/bench/progress.js
var progress = __webpack_require__(1918);
// EXTERNAL MODULE: ./build/bench/size.js
var size = __webpack_require__(7552);
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
function words_size(bytes) {
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
    if (comparison.ofLayout && comparison.relinked !== null) {
        const { effect, interval } = comparison.relinked;
        return `inconclusive: ${change(effect, interval)} with the functions in another order`;
    }
    if (!Number.isFinite(comparison.detectable))
        return `inconclusive: ${(0,recommend/* plural */.LS)(comparison.rounds, 'round')} cannot tell`;
    return `inconclusive: only ${(0,recommend/* percent */.KN)(comparison.detectable)} or more would have shown`;
}
/** The mean over the benchmarks whose instructions could be counted; null where none could. */
function instructionsOf({ instructions }) {
    return instructions === null ? null : `${(0,recommend/* percent */.KN)(instructions)} instructions (secondary)`;
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
        clauses.push(`build ${(0,progress/* duration */.p)(base.buildSeconds)} → ${(0,progress/* duration */.p)(arm.buildSeconds)} (${ratio.toFixed(1)}×)`);
    }
    const before = base === undefined ? null : (0,size/* shippedBytes */.F)(base);
    const after = (0,size/* shippedBytes */.F)(arm);
    if (before !== null && after !== null) {
        const what = arm.binaries.length > 0 ? 'binary' : 'bench executable';
        clauses.push(`${what} ${words_size(before)} → ${words_size(after)} (${(0,recommend/* percent */.KN)(Math.log(after / before))})`);
    }
    if (arm.buildPeakBytes !== null && base?.buildPeakBytes) {
        clauses.push(`compiler memory ${words_size(base.buildPeakBytes)} → ${words_size(arm.buildPeakBytes)}`);
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
            instructionsOf(candidate),
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
            const [build, size] = [one.buildTime, one.size].map((log) => (log === null ? '' : (0,recommend/* percent */.KN)(log, 0)));
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
        ...[relinkedOf(candidate), instructionsOf(candidate)].flatMap((words) => words === null ? [] : [`  ${words}`]),
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
        return ['  no benchmark could be judged by its time'];
    const mean = `geometric mean of ${(0,recommend/* plural */.LS)(benchmarks, 'benchmark')}: ${change(effect, interval)}`;
    return [`  ${mean}; ${countsOf({ effect, interval, benchmarks, ...rest })}`];
}
function attributionBlock({ attribution }) {
    if (attribution.length === 0)
        return [];
    const rows = attribution.map((one) => [
        one.setting,
        `on top of ${onTopOf(one)}`,
        one.effect === null || one.interval === null ? 'not judged' : change(one.effect, one.interval),
        one.buildTime === null ? '' : `build time ${(0,recommend/* percent */.KN)(one.buildTime, 0)}`,
        one.size === null ? '' : `size ${(0,recommend/* percent */.KN)(one.size, 0)}`,
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


/***/ }),

/***/ 7552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ logRatio),
/* harmony export */   F: () => (/* binding */ shippedBytes)
/* harmony export */ });
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
/* harmony export */   VK: () => (/* binding */ FEWEST_FOR_INTERVAL),
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
