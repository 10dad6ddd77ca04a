export const id = 935;
export const ids = [935];
export const modules = {

/***/ 7653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ readProfile)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/settings/settings.js
var settings = __webpack_require__(4663);
;// CONCATENATED MODULE: ./build/runtime/profile.js
/** What every profile format is read into: stacks with weights, before anything is known of the workspace. */
/** The text is of this format but cannot be used; the message is one clause. */
class ProfileFault extends Error {
    name = 'ProfileFault';
}
/** Non-empty lines with their numbers, from 1. */
function linesOf(text) {
    return text
        .split('\n')
        .map((line, index) => ({ text: line.replace(/\r$/, ''), number: index + 1 }))
        .filter((line) => line.text.trim() !== '');
}
function sum(values) {
    let total = 0;
    for (const value of values)
        total += value;
    return total;
}

;// CONCATENATED MODULE: ./build/runtime/formats/dhat.js
/** DHAT's JSON, written by `valgrind --tool=dhat` and by the dhat crate: https://valgrind.org/docs/manual/dh-manual.html */

/** `0x109A3E: kettle::brew::menu (brew.rs:6)`, `… (in /usr/lib/libc.so.6)`; dhat-rs adds a column. */
const FRAME = /^(?:0x[0-9A-Fa-f]+: )?(.*?)(?: \((?:in (?:.*)|(.+?):(\d+)(?::\d+)?)\))?$/;
const VERSION = 2;
/** Time units below which a block's life is short. */
const SHORT = 500;
const dhat = {
    isIt: (text) => /^\s*\{[\s\S]{0,200}"dhatFileVersion"/.test(text),
    read(text) {
        const { points, table } = parse(text);
        const samples = points.map(({ tb, tbk, tl, fs }) => {
            const life = tl === undefined || tbk === 0 ? Number.POSITIVE_INFINITY : tl / tbk;
            return {
                frames: fs.flatMap((index) => table[index] ?? []),
                weight: tbk,
                second: tb,
                ...(life < SHORT ? { fact: 'freed at once' } : {}),
            };
        });
        return {
            source: 'DHAT',
            kind: 'allocation',
            unit: 'blocks',
            total: sum(points.map(({ tbk }) => tbk)),
            secondUnit: 'bytes',
            secondTotal: sum(points.map(({ tb }) => tb)),
            samples,
        };
    },
};
function parse(text) {
    let data;
    try {
        data = JSON.parse(text);
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
        throw new ProfileFault('the JSON ends too early or is damaged: is the file cut off?');
    }
    if (!isRecord(data))
        throw new ProfileFault('the JSON is no object');
    if (data.dhatFileVersion !== VERSION)
        throw new ProfileFault(`its \`dhatFileVersion\` is ${String(data.dhatFileVersion)}, expected ${VERSION}`);
    if (data.mode !== 'heap' && data.mode !== 'rust-heap')
        throw new ProfileFault(`its \`mode\` is \`${String(data.mode)}\`: only heap profiles speak of allocations`);
    const { pps, ftbl } = data;
    if (!Array.isArray(pps) || !Array.isArray(ftbl) || !pps.every(isPoint))
        throw new ProfileFault('`pps` or `ftbl` are not as DHAT writes them');
    return { points: pps, table: ftbl.map((frame) => frameOf(String(frame))) };
}
function frameOf(text) {
    if (text === '[root]')
        return null;
    const [, symbol = text, file = null, line] = FRAME.exec(text) ?? [];
    return { symbol, file, line: line === undefined ? null : Number(line) };
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isPoint(value) {
    return (isRecord(value) &&
        typeof value.tb === 'number' &&
        typeof value.tbk === 'number' &&
        (value.tl === undefined || typeof value.tl === 'number') &&
        Array.isArray(value.fs) &&
        value.fs.every((index) => typeof index === 'number'));
}

;// CONCATENATED MODULE: ./build/runtime/formats/folded.js
/** Folded stacks (perf, inferno, cargo-flamegraph): `root;mid;leaf COUNT` on each line. */

/** Frames hold spaces, so the count stands after the last one; a differential has a second count. */
const LINE = /^(\S.*?) (\d+(?:\.\d+)?)(?: (\d+(?:\.\d+)?))?$/;
const LOOKED_AT = 20;
const folded = {
    isIt(text) {
        const head = linesOf(text.slice(0, 65_536)).slice(0, LOOKED_AT);
        // The last line of the slice may be cut.
        const whole = head.length > 1 && text.length > 65_536 ? head.slice(0, -1) : head;
        return (whole.length > 0 &&
            whole.filter((line) => LINE.test(line.text)).length >= Math.ceil(whole.length / 2) &&
            whole.some((line) => line.text.includes(';')));
    },
    read(text) {
        const samples = linesOf(text).map(({ text: line, number }) => {
            const match = LINE.exec(line);
            if (match === null)
                throw new ProfileFault(`line ${number} is no \`frame;frame COUNT\`: is the file cut off?`);
            // Of a differential the second count is the newer run.
            return { frames: framesOf(match[1] ?? ''), weight: Number(match[3] ?? match[2]) };
        });
        return { source: 'folded stacks', kind: 'cpu', unit: 'samples', total: sum(weights(samples)), samples };
    },
};
function framesOf(stack) {
    return stack
        .split(';')
        .reverse()
        .map((symbol) => ({ symbol: symbol.replace(/_\[[kij]\]$/, ''), file: null, line: null }));
}
function weights(samples) {
    return samples.map(({ weight }) => weight);
}

;// CONCATENATED MODULE: ./build/runtime/formats/llvm-lines.js
/** The table of `cargo llvm-lines`: how much code each generic function became. */

const HEADER = /^\s*Lines\s+Copies\s+Function name\s*$/m;
/** `1395 (4.5%)  83 (7.5%)  core::ptr::drop_in_place`; newer releases add the share so far. */
const ROW = /^\s*(\d+)(?: \([\d., %]+\))?\s+(\d+)(?: \([\d., %]+\))?\s+(\S.*)$/;
const llvmLines = {
    isIt: (text) => HEADER.test(text.slice(0, 65_536)),
    read(text) {
        const lines = linesOf(text);
        const start = lines.findIndex(({ text: line }) => HEADER.test(line));
        let total;
        const samples = [];
        for (const { text: line, number } of lines.slice(start + 1)) {
            if (/^[\s-]+$/.test(line))
                continue;
            const [, size, copies, name] = ROW.exec(line) ?? [];
            if (name === undefined)
                throw new ProfileFault(`line ${number} is no row of the table`);
            if (name === '(TOTAL)')
                total = Number(size);
            else
                samples.push({
                    frames: [{ symbol: name, file: null, line: null }],
                    weight: Number(size),
                    second: Number(copies),
                });
        }
        if (total === undefined)
            throw new ProfileFault('the table has no row `(TOTAL)`');
        return {
            source: 'cargo llvm-lines',
            kind: 'code',
            unit: 'lines of LLVM IR',
            total,
            secondUnit: 'copies',
            samples,
        };
    },
};

;// CONCATENATED MODULE: ./build/runtime/formats/perf-c2c.js
/** `perf c2c report --stdio`: cache lines that cores take from each other, and the code that touches them. */

const PARETO = /Shared Cache Line Distribution Pareto/;
/** A cache line: its number, HITM remote and local, store references, address. */
const perf_c2c_LINE = /^\s*\d+\s+(\d+)\s+(\d+)\s+(?:\d+\s+)*0x[0-9a-f]+\s*$/;
/** An access: shares of HITM and stores, offset, code address, counts, symbol, object, place. */
const ACCESS = /^\s*((?:[\d.]+%\s+)+)(0x[0-9a-f]+)\s.*?(0x[0-9a-f]+)\s+([\d\s]+?)\s*\[[.k]\]\s+(\S.*?)\s{2,}(\S+)(?:\s+(\S+):(\d+))?/;
const perfC2c = {
    isIt: (text) => PARETO.test(text) || /Global Shared Cache Line Event Information/.test(text),
    read(text) {
        const lines = linesOf(text);
        const start = lines.findIndex(({ text: line }) => PARETO.test(line));
        if (start < 0)
            throw new ProfileFault('the section `Shared Cache Line Distribution Pareto` is missing: is the file cut off?');
        const cacheLines = [];
        // Since Linux 6.0 a column counts what came from a peer's cache.
        const hasPeers = lines.slice(start).some(({ text: line }) => /^#\s+Num\b.*\bLclHitm\s+Peer\b/.test(line));
        let counts = { remote: 0, local: 0 };
        for (const { text: line } of lines.slice(start + 1)) {
            const head = perf_c2c_LINE.exec(line);
            if (head !== null) {
                counts = { remote: Number(head[1]), local: Number(head[2]) };
                cacheLines.push([]);
                continue;
            }
            const access = accessOf(line, counts, hasPeers);
            if (access !== null)
                cacheLines.at(-1)?.push(access);
        }
        const samples = cacheLines.flatMap(samplesOf);
        return {
            source: 'perf c2c',
            kind: 'cache-line',
            unit: 'HITM',
            total: sum(samples.map(({ weight }) => weight)),
            samples,
        };
    },
};
function accessOf(line, counts, hasPeers) {
    const [, shares = '', offset = '', , numbers = '', symbol, , file, place] = ACCESS.exec(line) ?? [];
    if (symbol === undefined)
        return null;
    const [remote = 0, local = 0, ...others] = shares.trim().split(/\s+/).map(Number.parseFloat);
    return {
        offset,
        hitm: (remote * counts.remote + local * counts.local) / 100,
        stores: others.slice(hasPeers ? 1 : 0).some((share) => share > 0),
        cpus: Number(numbers.trim().split(/\s+/).at(-1)),
        symbol,
        file: file ?? null,
        line: place === undefined ? null : Number(place),
    };
}
function samplesOf(accesses) {
    const offsets = new Set(accesses.map(({ offset }) => offset)).size;
    const cpus = Math.max(0, ...accesses.map((access) => access.cpus));
    const isWritten = accesses.some(({ stores }) => stores);
    const isFalse = offsets >= 2 && isWritten && (cpus >= 2 || accesses.length >= 2);
    return accesses.map(({ hitm, symbol, file, line }) => ({
        frames: [{ symbol, file, line }],
        weight: hitm,
        second: isFalse ? offsets : 1,
        fact: isFalse
            ? `${offsets} different places in one cache line are used by several cores`
            : 'one place is written by several cores',
    }));
}

;// CONCATENATED MODULE: ./build/runtime/formats/perf-lock.js
/** `perf lock contention` and `perf lock report`: how long threads waited, and who made them wait. */

const CONTENTION = /^\s*contended\s+total wait\s+max wait\s+avg wait\s+(?:type\s+)?(caller|comm|symbol)?/m;
const REPORT = /^\s*Name\s+acquired\s+contended\s+avg wait.*total wait/m;
const perf_lock_ROW = /^\s*(\d+)\s+([\d.]+) (ns|us|ms|s)\s+[\d.]+ (?:ns|us|ms|s)\s+[\d.]+ (?:ns|us|ms|s)\s+(?:\S+\s+)?(\S.*)$/;
const STACK = /^\s+0x[0-9a-f]+\s+(\S.*?)(?:\+0x[0-9a-f]+)?$/;
const NANOSECONDS = { ns: 1, us: 1e3, ms: 1e6, s: 1e9 };
const perfLock = {
    isIt: (text) => CONTENTION.test(text.slice(0, 65_536)) || REPORT.test(text.slice(0, 65_536)),
    read(text) {
        const samples = CONTENTION.test(text) ? contention(text) : report(text);
        return {
            source: 'perf lock',
            kind: 'lock',
            unit: 'ns',
            total: sum(samples.map(({ weight }) => weight)),
            secondUnit: 'waits',
            samples,
        };
    },
};
function contention(text) {
    const lines = linesOf(text);
    const start = lines.findIndex(({ text: line }) => CONTENTION.test(line));
    const samples = [];
    for (const { text: line, number } of lines.slice(start + 1)) {
        // Below the rows of newer versions stand counts of what was dropped.
        if (/^\s*=+/.test(line))
            break;
        const stack = STACK.exec(line);
        const last = samples.at(-1);
        if (stack !== null && last !== undefined) {
            last.frames.push(named(stack[1] ?? ''));
            continue;
        }
        const [, count, wait, unit = '', caller] = perf_lock_ROW.exec(line) ?? [];
        if (caller === undefined)
            throw new ProfileFault(`line ${number} is no row of the table`);
        samples.push({
            frames: [named(caller.replace(/\+0x[0-9a-f]+$/, ''))],
            weight: Number(wait) * (NANOSECONDS[unit] ?? 1),
            second: Number(count),
        });
    }
    return samples;
}
/** Columns: name, acquired, contended, average, total, maximal and minimal wait in nanoseconds. */
function report(text) {
    const lines = linesOf(text);
    const start = lines.findIndex(({ text: line }) => REPORT.test(line));
    const samples = [];
    for (const { text: line } of lines.slice(start + 1)) {
        if (/^\s*=+/.test(line))
            break;
        const [, name, contended, total] = /^\s*(\S.*?)\s+\d+\s+(\d+)\s+\d+\s+(\d+)\s+\d+\s+\d+\s*$/.exec(line) ?? [];
        if (name !== undefined)
            samples.push({ frames: [named(name)], weight: Number(total), second: Number(contended) });
    }
    if (samples.length === 0)
        throw new ProfileFault('the table has no rows: is the file cut off?');
    return samples;
}
function named(symbol) {
    return { symbol, file: null, line: null };
}

;// CONCATENATED MODULE: ./build/runtime/formats/strace.js
/** The table of `strace -c`: which system calls the process made, how often, and how long they took. */

const strace_HEADER = /^\s*% time\s+.*\bcalls\b.*\bsyscall\s*$/m;
const strace = {
    isIt: (text) => strace_HEADER.test(text.slice(0, 65_536)),
    read(text) {
        const lines = linesOf(text);
        const start = lines.findIndex(({ text: line }) => strace_HEADER.test(line));
        const header = lines[start];
        const ruler = lines[start + 1];
        if (header === undefined || ruler === undefined || !/^[\s-]+$/.test(ruler.text))
            throw new ProfileFault('the table has no ruled line below its header');
        const columns = columnsOf(header.text, ruler.text);
        const at = (name) => columns.findIndex((column) => column.name === name);
        const [share, calls, syscall] = [at('% time'), at('calls'), at('syscall')];
        const samples = [];
        let ended = false;
        for (const { text: line, number } of lines.slice(start + 2)) {
            if (/^[\s-]+$/.test(line)) {
                ended = true;
                break;
            }
            const cells = columns.map(({ from, to }) => line.slice(from, to).trim());
            const name = cells[syscall] ?? '';
            const count = Number(cells[calls]);
            const percent = Number(cells[share]);
            if (name === '' || !Number.isFinite(count) || !Number.isFinite(percent))
                throw new ProfileFault(`line ${number} is no row of the table: is the file cut off?`);
            samples.push({ frames: [{ symbol: name, file: null, line: null }], weight: count, second: percent });
        }
        if (!ended)
            throw new ProfileFault('the table has no last line with totals: is the file cut off?');
        return {
            source: 'strace',
            kind: 'syscall',
            unit: 'calls',
            total: samples.reduce((total, { weight }) => total + weight, 0),
            secondUnit: '% of system time',
            secondTotal: 100,
            samples,
        };
    },
};
/** The set of columns depends on `-U`; empty cells are blank, so only positions tell them apart. */
function columnsOf(header, ruler) {
    const runs = [...ruler.matchAll(/-+/g)].map(({ index, 0: run }) => ({
        from: index,
        to: index + run.length,
    }));
    return runs.map(({ from, to }, index) => {
        // Right-aligned numbers may grow to the left, the last column to the right.
        const begin = index === 0 ? 0 : (runs[index - 1]?.to ?? from);
        const end = index === runs.length - 1 ? Number.POSITIVE_INFINITY : to;
        return { name: header.slice(begin, end).trim(), from: begin, to: end };
    });
}

;// CONCATENATED MODULE: ./build/runtime/formats/tokio-console.js
/** A recording of console-subscriber (`TOKIO_CONSOLE_RECORD_PATH`): one JSON event on each line. */

const tokioConsole = {
    isIt: (text) => /^\s*\{"v":\s*\d+\}\s*$/m.test(text.slice(0, 200).split('\n', 1)[0] ?? ''),
    read(text) {
        const [head, ...events] = linesOf(text);
        if (head !== undefined && !/^\s*\{"v":\s*1\}\s*$/.test(head.text))
            throw new ProfileFault(`its version is \`${head.text.trim()}\`, expected \`{"v":1}\``);
        const tasks = new Map();
        for (const [index, { text: line, number }] of events.entries()) {
            try {
                take(JSON.parse(line), tasks);
            }
            catch (error) {
                if (!(error instanceof SyntaxError))
                    throw error;
                // A program that was ended while it wrote leaves half an event.
                if (index < events.length - 1)
                    throw new ProfileFault(`line ${number} is no JSON event`);
            }
        }
        const samples = [...tasks.values()].flatMap(sampleOf);
        return {
            source: 'tokio-console',
            kind: 'poll',
            unit: 'ns',
            total: [...tasks.values()].flatMap(({ polls }) => polls).reduce((total, poll) => total + poll, 0),
            secondUnit: 'polls',
            samples,
        };
    },
};
function take(event, tasks) {
    const [kind, body] = Object.entries(asRecord(event))[0] ?? [];
    const { id, at, fields } = asRecord(body);
    const key = String(id);
    const task = tasks.get(key);
    if (kind === 'Spawn')
        tasks.set(key, taskOf(fields));
    else if (kind === 'Enter' && task !== undefined)
        task.entered = nanoseconds(at);
    else if (kind === 'Exit' && task !== undefined && task.entered !== null) {
        task.polls.push(nanoseconds(at) - task.entered);
        task.entered = null;
    }
}
function taskOf(fields) {
    const values = new Map((Array.isArray(fields) ? fields : []).map((field) => {
        const { name, value } = asRecord(field);
        return [String(name), value];
    }));
    const line = Number(values.get('loc.line'));
    const file = values.get('loc.file');
    const name = values.get('task.name');
    return {
        name: typeof name === 'string' ? name : '',
        file: typeof file === 'string' ? file : null,
        line: Number.isInteger(line) && line > 0 ? line : null,
        entered: null,
        polls: [],
    };
}
/** The longest poll is what holds a worker. */
function sampleOf({ name, file, line, polls }) {
    if (polls.length === 0)
        return [];
    const sorted = [...polls].sort((a, b) => a - b);
    const p99 = sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0;
    return [
        {
            frames: [{ symbol: name, file, line }],
            weight: sorted.at(-1) ?? 0,
            second: polls.length,
            fact: `99 % of ${polls.length} polls took at most ${(p99 / 1e6).toFixed(2)} ms`,
        },
    ];
}
function nanoseconds(at) {
    const { secs_since_epoch: seconds, nanos_since_epoch: rest } = asRecord(at);
    // Differences within one recording stay exact to less than a microsecond.
    return Number(seconds) * 1e9 + Number(rest);
}
function asRecord(value) {
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

;// CONCATENATED MODULE: ./build/runtime/formats/type-sizes.js
/** The output of `rustc -Z print-type-sizes`: how big each future is, and which local makes it so. */

const TYPE = /^print-type-size type: `(.+)`: (\d+) bytes, alignment: \d+ bytes$/;
const PART = /^print-type-size\s+(local|upvar|field) `\.(.+?)`: (\d+) bytes/;
const FUTURE = /^\{async (?:fn body of|block@|closure body of)/;
const BLOCK = /^\{async block@(.+?):(\d+):\d+: \d+:\d+\}$/;
const typeSizes = {
    isIt: (text) => /^print-type-size /m.test(text.slice(0, 65_536)),
    read(text) {
        const futures = new Map();
        let current;
        for (const { text: line, number } of linesOf(text)) {
            // rustc's warnings may stand between.
            if (!line.startsWith('print-type-size'))
                continue;
            const type = TYPE.exec(line);
            if (type !== null) {
                const [, name = '', size] = type;
                current = undefined;
                // Generic instances, and crates that both use it, repeat a type.
                if (!FUTURE.test(name) || (futures.get(name)?.size ?? -1) >= Number(size))
                    continue;
                current = { size: Number(size), part: '', partSize: 0 };
                futures.set(name, current);
                continue;
            }
            if (/^print-type-size type:/.test(line))
                throw new ProfileFault(`line ${number} is no type with its size: is the file cut off?`);
            const [, , part = '', size] = PART.exec(line) ?? [];
            if (current !== undefined && Number(size) > current.partSize) {
                current.part = part;
                current.partSize = Number(size);
            }
        }
        const samples = [...futures].map(([name, { size, part, partSize }]) => {
            const [, file, line] = BLOCK.exec(name) ?? [];
            return {
                frames: [{ symbol: name, file: file ?? null, line: line === undefined ? null : Number(line) }],
                weight: size,
                ...(part === '' ? {} : { fact: partWords(part, partSize) }),
            };
        });
        return {
            source: 'print-type-sizes',
            kind: 'size',
            unit: 'bytes',
            total: sum(samples.map(({ weight }) => weight)),
            samples,
        };
    },
};
function partWords(part, size) {
    const name = part === '__awaitee' ? 'the future that it awaits' : `\`${part}\``;
    return `${name} takes ${size.toLocaleString('en-US')} of them`;
}

;// CONCATENATED MODULE: ./build/runtime/read.js
/** A profiler's file becomes a Profile. The format is told from the content, never from the name. */











/** The most telling first: almost any text with numbers at its line ends could be folded stacks. */
const formats = [dhat, tokioConsole, typeSizes, strace, llvmLines, perfC2c, perfLock, folded];
/** Files that people take for profiles, and what makes one of them. */
const relatives = [
    {
        isIt: /^(?:PERFILE2|2ELIFREP)/,
        words: 'is a recording of `perf record`: fold it with `perf script | inferno-collapse-perf`',
    },
    {
        isIt: /^\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE svg|<svg)/,
        words: 'is a picture: keep the folded stacks it was drawn from',
    },
    {
        isIt: /^\S.*\s+\d+\s+(?:\[\d+\]\s+)?\d+\.\d+:\s+(?:\d+\s+)?\S+:/,
        words: 'is the output of `perf script`: fold it with `inferno-collapse-perf`',
    },
    {
        isIt: /^(?:\[pid\s+\d+\]\s*|\d+\s+)?(?:[\d:.]+\s+)?[a-z_0-9]+\(.*\)\s+= /,
        words: 'is a log of `strace`: count the calls with `strace -f -c`',
    },
];
const GZIP = '\u001f';
const MEGABYTE = 1024 * 1024;
const LARGEST = 400 * MEGABYTE;
/**
 * @param file absolute
 * @param shown as the user wrote it
 * @throws SettingsError that names the file and what is wrong with it
 */
function readProfile(file, shown) {
    const text = textOf(file, shown);
    const fail = (words) => new settings/* SettingsError */.G(`profile \`${shown}\` ${words}`);
    if (text.trim() === '')
        throw fail('is empty');
    if (text.startsWith(GZIP))
        throw fail('is compressed: unpack it first');
    const relative = relatives.find(({ isIt }) => isIt.test(text));
    if (relative !== undefined)
        throw fail(relative.words);
    const format = formats.find(({ isIt }) => isIt(text));
    if (format === undefined)
        throw fail('is of no known format: folded stacks, DHAT, `perf lock`, `perf c2c`, tokio-console, `strace -c`, `print-type-sizes` and `cargo llvm-lines` are');
    try {
        return format.read(text);
    }
    catch (error) {
        if (!(error instanceof ProfileFault))
            throw error;
        throw new settings/* SettingsError */.G(`profile \`${shown}\` cannot be used: ${error.message}`, { cause: error });
    }
}
function textOf(file, shown) {
    try {
        const { size } = (0,external_node_fs_.statSync)(file);
        if (size > LARGEST)
            throw new settings/* SettingsError */.G(`profile \`${shown}\` has ${Math.round(size / MEGABYTE)} MB, the most is ${LARGEST / MEGABYTE} MB: record for a shorter time`);
        return (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch (error) {
        if (error instanceof settings/* SettingsError */.G || !(error instanceof Error))
            throw error;
        throw new settings/* SettingsError */.G(`profile \`${shown}\` cannot be read: ${error.message}`, { cause: error });
    }
}


/***/ }),

/***/ 910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   PC: () => (/* binding */ spotsOf),
/* harmony export */   ai: () => (/* binding */ number)
/* harmony export */ });
/** What stands below a function tells what its time went into. */
const FAMILIES = [
    {
        kind: 'allocation',
        isIn: has(/(?:^|[^a-z])(?:malloc|calloc|realloc|free|cfree|dealloc|finish_grow)(?:$|[^a-z])|__rust_(?:re|de)?alloc|^alloc::alloc::/),
    },
    { kind: 'lock', isIn: has(/futex|lock_contended|pthread_mutex_lock|__lll_lock_wait|parking_lot/) },
    {
        kind: 'copy',
        isIn: (below) => has(/mem(?:move|cpy)/)(below) && has(/::clone\b|to_vec|to_owned|Clone/)(below),
    },
    {
        kind: 'io',
        isIn: has(/(?:^|[^a-z])(?:sendto|recvfrom|writev?|readv?|send|recv)(?:$|[^a-z(])|ksys_(?:read|write)/),
    },
];
function has(pattern) {
    return (frames) => frames.some(({ symbol }) => pattern.test(symbol));
}
/**
 * Each sample counts for one owner: the innermost that `attribute` knows. Hottest first.
 * The time of callers is not counted: by that measure `main` would always be the hottest.
 */
function spotsOf(profile, attribute) {
    const places = new Map();
    for (const sample of profile.samples) {
        const found = attribute(sample);
        if (found === null)
            continue;
        const place = places.get(found.key) ?? empty(found.owner);
        places.set(found.key, place);
        gather(place, sample, found.depth, profile.kind);
    }
    return [...places.entries()]
        .flatMap(([key, place]) => spots(place, profile).map((spot) => ({ key, spot })))
        .sort((a, b) => b.spot.share - a.spot.share || b.spot.weight - a.spot.weight || (a.key < b.key ? -1 : 1))
        .map(({ spot }) => spot);
}
function empty(owner) {
    return { owner, weight: 0, second: 0, fact: undefined, factWeight: -1, families: new Map() };
}
function gather(place, sample, depth, kind) {
    // Sizes and polls do not add up: the worst one is what counts.
    const adds = kind !== 'size' && kind !== 'poll';
    place.weight = adds ? place.weight + sample.weight : Math.max(place.weight, sample.weight);
    place.second =
        kind === 'cache-line' ? Math.max(place.second, sample.second ?? 0) : place.second + (sample.second ?? 0);
    if (sample.fact !== undefined && sample.weight > place.factWeight) {
        place.fact = sample.fact;
        place.factWeight = sample.weight;
    }
    if (kind !== 'cpu')
        return;
    const below = sample.frames.slice(0, depth);
    for (const family of FAMILIES) {
        if (!family.isIn(below))
            continue;
        place.families.set(family.kind, (place.families.get(family.kind) ?? 0) + sample.weight);
        break;
    }
}
function spots(place, profile) {
    const { source, kind, unit, total, secondTotal } = profile;
    const { owner, weight, second } = place;
    const first = total === 0 ? 0 : weight / total;
    const other = kind === 'allocation' && secondTotal ? second / secondTotal : 0;
    const share = Math.max(first, other);
    const whole = {
        source,
        kind,
        owner,
        share,
        weight,
        unit,
        second,
        message: `${source}: ${words(place, profile)}`,
    };
    const families = [...place.families].map(([family, part]) => ({
        ...whole,
        kind: family,
        share: part / total,
        weight: part,
        message: `${source}: ${percent(part / total)} of ${number(total)} samples are ${familyWords[family] ?? family} here`,
    }));
    return [whole, ...families];
}
const familyWords = {
    allocation: 'allocating and freeing',
    lock: 'waiting for locks',
    copy: 'copying what is cloned',
    io: 'reading and writing',
};
function words({ weight, second, fact }, profile) {
    const share = percent(profile.total === 0 ? 0 : weight / profile.total);
    const more = fact === undefined ? '' : `, ${fact}`;
    switch (profile.kind) {
        case 'cpu':
            return `${share} of ${number(profile.total)} samples`;
        case 'allocation':
            return `${number(weight)} allocations (${share}) of ${number(second)} bytes (${percent(second / (profile.secondTotal || 1))})${more}`;
        case 'lock':
            return `waited ${milliseconds(weight)} (${share} of all waiting) in ${number(second)} waits`;
        case 'cache-line':
            return `${share} of the reads that hit a line modified by another core${more}`;
        case 'poll':
            return `the longest of ${number(second)} polls took ${milliseconds(weight)}${more}`;
        case 'size':
            return `${number(weight)} bytes${more}`;
        case 'syscall':
            return `${number(weight)} calls (${share})`;
        case 'code':
            return `${number(second)} copies, ${number(weight)} lines of LLVM IR (${share})`;
    }
}
function percent(share) {
    return `${(share * 100).toFixed(1)} %`;
}
function number(value) {
    return Math.round(value).toLocaleString('en-US');
}
function milliseconds(nanoseconds) {
    return `${(nanoseconds / 1e6).toLocaleString('en-US', { maximumFractionDigits: 2 })} ms`;
}


/***/ }),

/***/ 543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ pathsOf)
/* harmony export */ });
/** The many ways in which profilers print one Rust function become its path, without generics, hashes and closures. */
const HASH = /::h[0-9a-f]{16}$/;
const DISAMBIGUATOR = /\[[0-9a-f]{8,16}\]/g;
/** What compilers and linkers append to a name. */
const CLONE = /(?:\.(?:llvm|constprop|isra|part|cold|lto_priv)(?:\.[0-9a-f]+)?)+$/;
/** `{{closure}}`, `{closure#0}`, `{async_fn_env#0}`, `{{vtable.shim}}`. */
const BRACED = /(?:::)?\{\{?[^{}]*\}?\}/g;
const ASYNC_BODY = /^\{async (?:fn|closure) body of (.+?)(?:\(\))?\}$/;
/** The paths that the symbol may mean: two for a trait's method, none where it names no function. */
function pathsOf(symbol) {
    const body = ASYNC_BODY.exec(symbol.trim())?.[1];
    if (body !== undefined)
        return pathsOf(body);
    const bare = symbol.trim().replace(HASH, '').replace(CLONE, '').replace(DISAMBIGUATOR, '');
    const paths = qualified(bare) ?? [plain(bare)];
    return [...new Set(paths.filter((path) => /^[\p{L}_][\p{L}\p{N}_:]*$/u.test(path)))];
}
/** `<T as Trait>::m` is `T::m` and `Trait::m`; `a::<impl Trait for T>::m` as well. */
function qualified(symbol) {
    const start = symbol.startsWith('<') ? 0 : symbol.indexOf('::<impl ');
    if (start < 0)
        return null;
    const open = symbol.indexOf('<', start);
    const close = closing(symbol, open);
    if (close < 0)
        return null;
    const inner = symbol.slice(open + 1, close).replace(/^impl /, '');
    const rest = plain(symbol.slice(close + 1));
    const owners = splitTop(inner, ' as ') ?? splitTop(inner, ' for ')?.reverse() ?? [inner];
    return owners.flatMap((owner) => ownerPaths(owner).map((path) => path + rest));
}
/** A type in front of `::method`; it may be qualified itself. */
function ownerPaths(owner) {
    const type = owner.replace(/^(?:&|\*const |\*mut |mut |dyn |'\w+ )+/, '');
    return qualified(type) ?? [plain(type)];
}
function plain(symbol) {
    return withoutGenerics(symbol)
        .replace(BRACED, '')
        .replace(/\(.*\)$/, '')
        .replace(/^\s+|\s+$/g, '');
}
function withoutGenerics(text) {
    let result = '';
    for (let at = 0; at < text.length; at++) {
        if (text[at] !== '<') {
            result += text[at];
            continue;
        }
        const close = closing(text, at);
        if (close < 0)
            return result;
        if (result.endsWith('::'))
            result = result.slice(0, -2);
        at = close;
    }
    return result;
}
/** Where the bracket that opens at `open` closes; the arrow of `fn() -> T` is no bracket. */
function closing(text, open) {
    let depth = 0;
    for (let at = open; at < text.length; at++) {
        if (text[at] === '<')
            depth++;
        else if (text[at] === '>' && text[at - 1] !== '-' && --depth === 0)
            return at;
    }
    return -1;
}
/** Splits at the first `separator` outside brackets. */
function splitTop(text, separator) {
    let depth = 0;
    for (let at = 0; at < text.length; at++) {
        if (text[at] === '<')
            depth++;
        else if (text[at] === '>' && text[at - 1] !== '-')
            depth--;
        else if (depth === 0 && text.startsWith(separator, at))
            return [text.slice(0, at), text.slice(at + separator.length)];
    }
    return null;
}


/***/ }),

/***/ 6593:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ stormsOf)
/* harmony export */ });
/* harmony import */ var _spots_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(910);

/** Fewer calls are the start of a program. */
const FEW = 1000;
const families = [
    {
        name: 'writes',
        calls: /^(?:p?writev?2?|pwrite64|send(?:to|msg|mmsg)|fsync|fdatasync)$/,
        explainedBy: /^(?:unbuffered-|flush-in-loop$|sequential-writes$|blocking-io)/,
        isStorm: (calls, share) => calls >= FEW && share >= 0.5,
    },
    {
        name: 'reads',
        calls: /^(?:p?readv?2?|pread64|recv(?:from|msg|mmsg))$/,
        explainedBy: /^(?:unbuffered-|blocking-io|json-reader-slow$)/,
        isStorm: (calls, share) => calls >= FEW && share >= 0.5,
    },
    {
        name: 'waits for locks',
        calls: /^futex(?:_wait|_wake|_waitv)?$/,
        explainedBy: /^(?:locked-map|http-client-in-mutex|musl-default-allocator|async-mutex-unneeded)$/,
        isStorm: (calls, _, time) => calls >= FEW && time >= 0.2,
    },
    {
        name: 'connections',
        calls: /^connect$/,
        explainedBy: /connect-per-request|http-client-per-request/,
        isStorm: (calls, share) => calls >= 100 && share >= 0.05,
    },
    {
        name: 'files opened or looked up',
        calls: /^(?:open(?:at2?)?|(?:new)?f?stat(?:at|x)?(?:64)?|statx|access|faccessat2?)$/,
        explainedBy: /^(?:blocking-fs-in-async|regex-compiled-hot)$/,
        isStorm: (calls, share) => calls >= FEW && share >= 0.5,
    },
];
function stormsOf(profile) {
    return families.flatMap(({ name, calls: pattern, explainedBy, isStorm }) => {
        const samples = profile.samples.filter(({ frames }) => pattern.test(frames[0]?.symbol ?? ''));
        const calls = samples.reduce((all, { weight }) => all + weight, 0);
        const time = samples.reduce((all, { second = 0 }) => all + second, 0) / 100;
        const share = profile.total === 0 ? 0 : calls / profile.total;
        if (!isStorm(calls, share, time))
            return [];
        const message = `${profile.source}: ${(0,_spots_js__WEBPACK_IMPORTED_MODULE_0__/* .number */ .ai)(calls)} ${name}, ${(0,_spots_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN)(share)} of all system calls and ${(0,_spots_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN)(time)} of their time`;
        return [{ family: name, calls, share, message, explainedBy }];
    });
}


/***/ })

};
