export const id = 363;
export const ids = [363];
export const modules = {

/***/ 6194:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $m: () => (/* binding */ isActive),
/* harmony export */   EM: () => (/* binding */ leastConfidence),
/* harmony export */   Od: () => (/* binding */ scopeOf),
/* harmony export */   UL: () => (/* binding */ chosenSeverity),
/* harmony export */   kZ: () => (/* binding */ pathMatcher),
/* harmony export */   xw: () => (/* binding */ reachOf)
/* harmony export */ });
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4006);
/** Says which rules run under the user's settings, how sure they must be, and where. */

/** False when nothing that the rule could say would be reported, so it need not run. */
function isActive(spec, settings) {
    return reachOf(spec, settings) !== 'never';
}
/** `--skip` and `--only` win over rustperf.toml, rustperf.toml over `--pedantic`, and that over the rule's default. */
function reachOf(spec, settings) {
    const { only, skip, ruleSettings } = settings;
    if (matchesRule(skip, spec.id))
        return 'never';
    if (only.includes(spec.id))
        return 'everywhere';
    if (ruleSettings.get(spec.id)?.severity === 'off')
        return 'never';
    if (only.length > 0 && !matchesRule(only, spec.id))
        return 'never';
    if (isAskedFor(spec.id, settings) || settings.pedantic || spec.default === 'on')
        return 'everywhere';
    if (spec.default === 'hot')
        return 'where-hot';
    return settings.profileData.length > 0 ? 'where-hot' : 'never';
}
/** True when the user names the rule, and so wants to see it however unsure it is. */
function isAskedFor(rule, settings) {
    const severity = settings.ruleSettings.get(rule)?.severity;
    return matchesRule(settings.only, rule) || (severity !== undefined && severity !== 'off');
}
/** The least confidence that is shown. A threshold that the user raised holds even for rules asked for. */
function leastConfidence(rule, settings) {
    return isAskedFor(rule, settings) && settings.minConfidence === 'medium' ? 'low' : settings.minConfidence;
}
/** The severity that rustperf.toml gives the rule, if it gives one. */
function chosenSeverity(rule, settings) {
    const severity = settings.ruleSettings.get(rule)?.severity;
    return severity === 'off' ? undefined : severity;
}
/** Asks of a rule and a root-relative path whether rustperf.toml wants findings there. */
function scopeOf(settings) {
    const everywhere = pathMatcher(settings.exclude);
    const scopes = new Map([...settings.ruleSettings].map(([rule, { include, exclude }]) => [
        rule,
        {
            included: include === undefined ? undefined : pathMatcher(include),
            excluded: pathMatcher(exclude ?? []),
        },
    ]));
    return (rule, path) => {
        if (everywhere(path))
            return false;
        const scope = scopes.get(rule);
        if (scope === undefined)
            return true;
        return !scope.excluded(path) && (scope.included === undefined || scope.included(path));
    };
}
/** Globs over paths; a bare directory stands for everything below it, as in `.gitignore`. */
function pathMatcher(globs) {
    if (globs.length === 0)
        return () => false;
    const bare = globs.map((glob) => glob.replace(/^\.\//, '').replace(/\/$/, ''));
    return picomatch__WEBPACK_IMPORTED_MODULE_0__([...bare, ...bare.map((glob) => `${glob}/**`)], { dot: true });
}
/** Globs are compiled once for each list, and asked about every finding. */
const compiled = new WeakMap();
function matchesRule(globs, rule) {
    if (globs.length === 0)
        return false;
    const matches = compiled.get(globs) ?? picomatch__WEBPACK_IMPORTED_MODULE_0__([...globs]);
    compiled.set(globs, matches);
    return matches(rule);
}


/***/ }),

/***/ 7916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ activeRules)
/* harmony export */ });
/* harmony import */ var _findings_activate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6194);
/* harmony import */ var _declarative_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4952);
/** Which rules this run uses, and what they need collected. */


/**
 * @param all Whether to collect for every rule, active or not: the cache then serves any choice of rules.
 */
function activeRules(catalogue, settings, all) {
    const rules = [];
    const collectors = [];
    const declared = [];
    for (const { spec, rule } of catalogue.all) {
        const made = rule ?? (spec.match === null ? null : (0,_declarative_js__WEBPACK_IMPORTED_MODULE_1__/* .declarativeRule */ .R6)(spec, spec.match));
        if (made === null)
            continue;
        const active = (0,_findings_activate_js__WEBPACK_IMPORTED_MODULE_0__/* .isActive */ .$m)(spec, settings);
        if (active)
            rules.push(made);
        if (!active && !all)
            continue;
        if (made.collect !== undefined)
            collectors.push({ id: spec.id, collect: made.collect });
        if (rule === null && spec.match !== null)
            declared.push({ id: spec.id, match: spec.match });
    }
    const ids = new Set(rules.map(({ id }) => id));
    return { rules, isActive: (id) => ids.has(id), collectors, declared };
}


/***/ }),

/***/ 9249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ cacheFolder),
/* harmony export */   z: () => (/* binding */ SummaryCache)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8877);
/**
 * Summaries of files that did not change since the last run, kept in `target/rustperf/`. A few bucket files, so
 * that touching one source rewrites a small part. What cannot be read back is thrown away, with a note.
 */




const BUCKETS = 16;
/**
 * `target/rustperf/` beside the audited manifest. Null where there is no Cargo project to keep it in, and where
 * `target` or the folder is a link: nothing is ever written outside the audited root.
 */
function cacheFolder(project) {
    const target = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(project.root, 'target');
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(target, 'rustperf');
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(project.root, 'Cargo.toml')) || isLink(target) || isLink(folder))
        return null;
    return folder;
}
function isLink(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
class SummaryCache {
    #folder;
    #key;
    #old = [];
    #fresh = [];
    #dirty = [];
    /** Why a part of the cache was thrown away; null when nothing was. */
    problem = null;
    /** @param key Of the tool, its rules and options: entries made under another are not used. */
    constructor(folder, key) {
        this.#folder = folder;
        this.#key = key;
        for (let i = 0; i < BUCKETS; i++) {
            this.#old.push(null);
            this.#fresh.push(new Map());
            this.#dirty.push(false);
        }
    }
    /** True when there is anything to look up at all. */
    open() {
        let found = false;
        for (let i = 0; i < BUCKETS; i++) {
            const bucket = this.#read(i);
            if (bucket !== null)
                found = true;
            this.#old[i] = bucket ?? new Map();
        }
        return found;
    }
    #read(index) {
        let bytes;
        try {
            bytes = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(this.#file(index));
        }
        catch {
            return null;
        }
        try {
            const digest = bytes.subarray(0, 20);
            const body = bytes.subarray(20);
            if (!(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha1').update(body).digest().equals(digest))
                throw new Error('its checksum is wrong');
            const bucket = (0,node_v8__WEBPACK_IMPORTED_MODULE_3__.deserialize)(body);
            // Another version of the tool or its rules wrote it: no problem, and of no use.
            return bucket.key === this.#key ? bucket.entries : null;
        }
        catch (error) {
            this.problem = error instanceof Error ? error.message : String(error);
            return null;
        }
    }
    get(path, hash) {
        const entry = this.#old[bucketOf(path)]?.get(path);
        return entry !== undefined && entry.hash === hash ? entry.summary : null;
    }
    keep(path, hash, summary, isNew) {
        const index = bucketOf(path);
        this.#fresh[index]?.set(path, { hash, summary });
        if (isNew)
            this.#dirty[index] = true;
    }
    /** Writes the buckets that changed; a cache that cannot be written is no error. */
    save() {
        try {
            for (let i = 0; i < BUCKETS; i++) {
                const entries = this.#fresh[i];
                if (entries === undefined)
                    continue;
                if (this.#dirty[i] !== true && entries.size === (this.#old[i]?.size ?? 0))
                    continue;
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(this.#folder, { recursive: true });
                const body = (0,node_v8__WEBPACK_IMPORTED_MODULE_3__.serialize)({ key: this.#key, entries });
                const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha1').update(body).digest();
                const temporary = `${this.#file(i)}.${process.pid}.tmp`;
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(temporary, Buffer.concat([digest, body]));
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(temporary, this.#file(i));
            }
        }
        catch (error) {
            this.problem = `it could not be written (${error instanceof Error ? error.message : String(error)})`;
        }
    }
    #file(index) {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.#folder, `summaries-${index.toString(16)}.bin`);
    }
}
function bucketOf(path) {
    let hash = 0;
    for (let i = 0; i < path.length; i++)
        hash = (hash * 31 + path.charCodeAt(i)) | 0;
    return ((hash % BUCKETS) + BUCKETS) % BUCKETS;
}


/***/ }),

/***/ 4378:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ui: () => (/* binding */ CollectorTable),
  Ss: () => (/* binding */ SUMMARY_VERSION),
  nK: () => (/* binding */ collectFile)
});

// EXTERNAL MODULE: ./build/syntax/walk.js
var walk = __webpack_require__(9621);
// EXTERNAL MODULE: ./build/summaries/bindings.js
var bindings = __webpack_require__(3045);
;// CONCATENATED MODULE: ./build/summaries/directives.js

const MARK = /rustperf\s*:/;
function directivesOf(file, lines) {
    if (!file.text.includes('rustperf'))
        return [];
    const found = [];
    const firstItem = Math.min(...file.items.map((item) => item.start), file.end);
    for (const comment of file.comments) {
        const text = file.text.slice(comment.start, comment.end);
        if (!MARK.test(text))
            continue;
        const { line, column } = lines.span(comment.start, comment.end);
        const before = file.text.slice(lines.lineStart(line), comment.start);
        const ownLine = before.trim() === '';
        const covered = ownLine ? nodeAfter(file, comment.end) : null;
        found.push({
            line,
            column,
            text,
            ownLine,
            covers: covered === null
                ? { line, column: 1, endLine: line, endColumn: column + text.length }
                : lines.span(attributedStart(covered), covered.end),
            head: comment.start < firstItem,
        });
    }
    return found;
}
function attributedStart(node) {
    return 'attrs' in node ? Math.min(node.start, ...node.attrs.map((a) => a.start)) : node.start;
}
/** The outermost statement, item, arm, field or variant that begins after `offset`, next to it. */
function nodeAfter(file, offset) {
    let best = null;
    const visit = (node) => {
        if (node.end <= offset)
            return;
        const start = attributedStart(node);
        const statement = node.kind === 'let' ||
            node.kind === 'expr' ||
            node.kind === 'arm' ||
            node.kind === 'fieldDef' ||
            node.kind === 'variant' ||
            ('public' in node && 'attrs' in node);
        if (statement && start >= offset) {
            if (best === null ||
                start < attributedStart(best) ||
                (start === attributedStart(best) && node.end > best.end))
                best = node;
            return;
        }
        (0,walk/* forEachChild */.dK)(node, visit);
    };
    visit(file);
    return best;
}

;// CONCATENATED MODULE: ./build/summaries/lines.js
class LineIndex {
    #starts;
    count;
    constructor(text) {
        const starts = [0];
        for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
            starts.push(at + 1);
        this.#starts = Int32Array.from(starts);
        this.count = starts.length;
    }
    /** 1-based line of an offset. */
    line(offset) {
        let low = 0;
        let high = this.#starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((this.#starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return low + 1;
    }
    span(start, end) {
        const line = this.line(start);
        const endLine = this.line(end);
        return {
            line,
            column: start - (this.#starts[line - 1] ?? 0) + 1,
            endLine,
            endColumn: end - (this.#starts[endLine - 1] ?? 0) + 1,
        };
    }
    /** Offset of the first character of a 1-based line. */
    lineStart(line) {
        return this.#starts[line - 1] ?? 0;
    }
}

// EXTERNAL MODULE: ./build/summaries/scope.js
var scope = __webpack_require__(7423);
// EXTERNAL MODULE: ./build/summaries/context.js + 2 modules
var context = __webpack_require__(2091);
// EXTERNAL MODULE: ./build/summaries/guards.js
var guards = __webpack_require__(409);
// EXTERNAL MODULE: ./build/summaries/ty.js
var ty = __webpack_require__(1600);
;// CONCATENATED MODULE: ./build/summaries/infer.js



/** Terms deeper than this stay unknown: they cost more than they tell. */
const MAX_DEPTH = 24;
class Inference {
    #scope;
    #memo = new Map();
    #depth = 0;
    constructor(scope) {
        this.#scope = scope;
    }
    typeOf(expr) {
        const known = this.#memo.get(expr);
        if (known !== undefined)
            return known;
        if (this.#depth >= MAX_DEPTH)
            return null;
        this.#depth++;
        const ty = this.#infer(expr);
        this.#depth--;
        this.#memo.set(expr, ty);
        return ty;
    }
    typeOfBinding(binding) {
        const known = this.#memo.get(binding.ident);
        if (known !== undefined)
            return known;
        // A binding whose own initialiser names it again (shadowing) is looked up from before; still, be safe.
        this.#memo.set(binding.ident, null);
        if (this.#depth >= MAX_DEPTH)
            return null;
        this.#depth++;
        const ty = this.#bindingType(binding);
        this.#depth--;
        this.#memo.set(binding.ident, ty);
        return ty;
    }
    #bindingType({ owner, ident }) {
        switch (owner.kind) {
            case 'let': {
                if (owner.type !== null) {
                    const annotated = this.#scope.tyOf(owner.type);
                    if (annotated !== null && !hasHole(annotated))
                        return this.#destructure(owner.pattern, ident, annotated);
                    if (owner.init === null)
                        return this.#destructure(owner.pattern, ident, annotated);
                    // `let v: Vec<_> = …`: the annotation's head is certain, the rest comes from the initialiser.
                    return this.#destructure(owner.pattern, ident, { first: [annotated, this.typeOf(owner.init)] });
                }
                return owner.init === null ? null : this.#destructure(owner.pattern, ident, this.typeOf(owner.init));
            }
            case 'for':
                return this.#destructure(owner.pattern, ident, { item: this.typeOf(owner.iter) });
            case 'letCond':
                return this.#destructure(owner.pattern, ident, this.typeOf(owner.value));
            case 'arm':
                return owner.parent?.kind === 'match'
                    ? this.#destructure(owner.pattern, ident, this.typeOf(owner.parent.value))
                    : null;
            case 'branch':
                return owner.pattern === null || owner.future === null
                    ? null
                    : this.#destructure(owner.pattern, ident, { await: this.typeOf(owner.future) });
            case 'param': {
                if (owner.type !== null) {
                    const annotated = this.#scope.tyOf(owner.type);
                    if (annotated !== null && !hasHole(annotated))
                        return this.#destructure(owner.pattern, ident, annotated);
                }
                const closure = owner.parent;
                if (closure?.kind !== 'closure')
                    return null;
                const position = closure.params.indexOf(owner);
                const call = closure.parent;
                if (call?.kind === 'method') {
                    const arg = call.args.indexOf(closure);
                    if (arg < 0)
                        return null;
                    const on = { method: call.name, on: this.typeOf(call.receiver), args: [] };
                    return this.#destructure(owner.pattern, ident, { closureParam: position, arg, in: on });
                }
                if (call?.kind === 'call' && call.callee.kind === 'path') {
                    const arg = call.args.indexOf(closure);
                    if (arg < 0)
                        return null;
                    const callee = { call: this.#scope.resolve(call.callee), args: [] };
                    return this.#destructure(owner.pattern, ident, { closureParam: position, arg, in: callee });
                }
                return null;
            }
        }
    }
    /** The type of `ident` when `pattern` takes a value of type `of` apart. */
    #destructure(pattern, ident, of) {
        if (pattern === ident)
            return of;
        if (of === null)
            return null;
        switch (pattern.kind) {
            case 'patIdent':
                return pattern.sub === null ? null : this.#destructure(pattern.sub, ident, of);
            case 'patRef':
                return this.#destructure(pattern.inner, ident, { deref: of });
            case 'patTuple':
                return this.#oneOf(pattern.elements, ident, (i) => ({ field: String(i), of }));
            case 'patSlice':
                return this.#oneOf(pattern.elements, ident, () => ({ index: of }));
            case 'patOr':
                return this.#oneOf(pattern.elements, ident, () => of);
            case 'patTupleStruct': {
                const path = this.#scope.resolve(pattern.path);
                return this.#oneOf(pattern.elements, ident, (i) => ({ payload: path, i: String(i), of }));
            }
            case 'patStruct': {
                const path = this.#scope.resolve(pattern.path);
                for (const field of pattern.fields) {
                    if (contains(field.pattern, ident)) {
                        return this.#destructure(field.pattern, ident, { payload: path, i: field.name, of });
                    }
                }
                return null;
            }
            default:
                return null;
        }
    }
    #oneOf(elements, ident, part) {
        for (const [i, element] of elements.entries()) {
            if (contains(element, ident))
                return this.#destructure(element, ident, part(i));
        }
        return null;
    }
    #infer(expr) {
        switch (expr.kind) {
            case 'path': {
                const binding = (0,bindings/* bindingOf */.hJ)(expr);
                if (binding !== null)
                    return this.typeOfBinding(binding);
                if (expr.segments.length === 1 && expr.segments[0]?.name === 'self')
                    return this.#scope.selfTy(expr);
                return { value: this.#scope.resolve(expr) };
            }
            case 'call': {
                if (expr.callee.kind !== 'path')
                    return null;
                const binding = (0,bindings/* bindingOf */.hJ)(expr.callee);
                if (binding !== null) {
                    const callee = this.typeOfBinding(binding);
                    return callee !== null && 'fn' in callee ? callee.ret : null;
                }
                const last = expr.callee.segments[expr.callee.segments.length - 1];
                const call = {
                    call: this.#scope.resolve(expr.callee),
                    args: expr.args.slice(0, 4).map((a) => this.typeOf(a)),
                };
                const owner = expr.callee.segments[expr.callee.segments.length - 2];
                const generics = last !== undefined && last.generics.length > 0 ? last.generics : (owner?.generics ?? []);
                return generics.length === 0 ? call : { ...call, g: generics.map((g) => this.#scope.tyOf(g)) };
            }
            case 'method': {
                const on = this.typeOf(expr.receiver);
                const args = expr.args.slice(0, 3).map((a) => (a.kind === 'closure' ? this.typeOf(a) : null));
                const call = { method: expr.name, on, args };
                return expr.generics.length === 0
                    ? call
                    : { ...call, g: expr.generics.map((g) => this.#scope.tyOf(g)) };
            }
            case 'field':
                return { field: expr.name, of: this.typeOf(expr.base) };
            case 'await':
                return { await: this.typeOf(expr.base) };
            case 'try':
                return { try: this.typeOf(expr.base) };
            case 'index':
                return expr.index.kind === 'range'
                    ? { slice: { index: this.typeOf(expr.base) } }
                    : { index: this.typeOf(expr.base) };
            case 'unary':
                return expr.op === '*' ? { deref: this.typeOf(expr.operand) } : this.typeOf(expr.operand);
            case 'ref': {
                const of = this.typeOf(expr.operand);
                return expr.mutable ? { ref: of, mut: 1 } : { ref: of };
            }
            case 'binary':
                if (/^(?:==|!=|<|>|<=|>=|&&|\|\|)$/.test(expr.op))
                    return (0,ty/* named */.KT)('bool');
                return this.typeOf(expr.left);
            case 'literal':
                return literalType(expr);
            case 'cast':
                return this.#scope.tyOf(expr.type);
            case 'struct':
                return { p: this.#scope.resolve(expr.path) };
            case 'tuple':
                return { tuple: expr.elements.map((e) => this.typeOf(e)) };
            case 'array':
                return {
                    array: expr.elements[0] === undefined ? null : this.typeOf(expr.elements[0]),
                    len: expr.elements.length,
                };
            case 'repeat':
                return { array: this.typeOf(expr.value), len: (0,scope/* constantOf */.yi)(expr.length, this.#scope) };
            case 'range': {
                const end = expr.from ?? expr.to;
                return (0,ty/* named */.KT)(expr.inclusive ? 'std::ops::RangeInclusive' : 'std::ops::Range', end === null ? null : this.typeOf(end));
            }
            case 'block': {
                const value = expr.tail === null ? null : this.typeOf(expr.tail);
                if (!expr.async)
                    return value;
                return { future: value };
            }
            case 'if': {
                const branches = [expr.then, expr.else].map((b) => (b === null ? null : this.typeOf(b)));
                return branches.every((b) => b === null) ? null : { first: branches };
            }
            case 'match': {
                const arms = expr.arms.slice(0, 8).map((arm) => this.typeOf(arm.body));
                const known = arms.filter((a) => a !== null);
                return known.length === 0 ? null : { first: known };
            }
            case 'closure': {
                const ret = this.typeOf(expr.body);
                const params = expr.params.map((p) => (p.type === null ? null : this.#scope.tyOf(p.type)));
                return { fn: params, ret: expr.async ? { future: ret } : ret };
            }
            case 'macro':
                return this.#macroType(expr);
            case 'assign':
            case 'for':
            case 'while':
                return ty/* UNIT */.p5;
            default:
                return null;
        }
    }
    #macroType(macro) {
        const name = macro.name.slice(macro.name.lastIndexOf(':') + 1);
        switch (name) {
            case 'format':
                return (0,ty/* named */.KT)('std::string::String');
            case 'vec': {
                const [first] = macro.args;
                return (0,ty/* named */.KT)('std::vec::Vec', first === undefined ? null : this.typeOf(first));
            }
            case 'json':
                return (0,ty/* named */.KT)('serde_json::Value');
            case 'matches':
                return (0,ty/* named */.KT)('bool');
            case 'anyhow':
                return (0,ty/* named */.KT)('anyhow::Error');
            case 'join':
                return { future: { tuple: macro.args.map((a) => ({ await: this.typeOf(a) })) } }.future;
            case 'try_join':
                return (0,ty/* named */.KT)('std::result::Result', {
                    tuple: macro.args.map((a) => ({ try: { await: this.typeOf(a) } })),
                });
            case 'select':
                return { first: macro.branches.map((b) => this.typeOf(b.handler)) };
            case 'stringify':
            case 'concat':
            case 'include_str':
            case 'env':
                return ty/* STR */.Ul;
            default:
                return null;
        }
    }
}
function literalType(literal) {
    switch (literal.type) {
        case 'str':
            return ty/* STR */.Ul;
        case 'bytes':
            return { ref: { slice: (0,ty/* named */.KT)('u8') } };
        case 'char':
            return (0,ty/* named */.KT)('char');
        case 'bool':
            return (0,ty/* named */.KT)('bool');
        default: {
            const suffix = /(?:[iu](?:8|16|32|64|128|size)|f32|f64)$/.exec(literal.text)?.[0];
            return (0,ty/* named */.KT)(suffix ?? (literal.type === 'float' ? 'f64' : 'i32'));
        }
    }
}
function contains(pattern, ident) {
    return pattern === ident || (pattern.start <= ident.start && ident.end <= pattern.end);
}
/** `Vec<_>`: some part was left to the compiler. */
function hasHole(ty) {
    if (ty === null)
        return true;
    if ('p' in ty)
        return (ty.a ?? []).some(hasHole);
    if ('ref' in ty)
        return hasHole(ty.ref);
    if ('tuple' in ty)
        return ty.tuple.some(hasHole);
    if ('slice' in ty)
        return hasHole(ty.slice);
    if ('array' in ty)
        return hasHole(ty.array);
    return false;
}

;// CONCATENATED MODULE: ./build/summaries/view.js
/** What a rule's visitor can ask about the file it looks at. All answers come from this file alone. */






/** Functions that make a future of their last argument: it is awaited when they are. */
const PINS = /^(?:pin|unconstrained)$/;
/** With those that may give up on it. */
const AWAITS = /^(?:pin|unconstrained|timeout|timeout_at)$/;
class View {
    file;
    scope;
    #inference;
    #contexts;
    #lines;
    #fnIndex = new Map();
    #contextMemo = new Map();
    candidates = [];
    /** The rule whose visitor is running; set by the walk. */
    rule = '';
    constructor(file, lines) {
        this.file = file;
        this.#lines = lines;
        this.scope = new scope/* FileScope */.JC(file);
        this.#inference = new Inference(this.scope);
        this.#contexts = new context/* Contexts */.x(this.scope, (fn) => this.fnIndex(fn));
    }
    /** Index of a function in the file's summary. */
    fnIndex(fn) {
        let index = this.#fnIndex.get(fn);
        if (index === undefined) {
            index = this.#fnIndex.size;
            this.#fnIndex.set(fn, index);
        }
        return index;
    }
    get functions() {
        return [...this.#fnIndex.keys()];
    }
    // ---- names and types ----------------------------------------------------------------------------
    /** The path a name means, as in `Ty`: `std::fs::read`, `self::load`, `crate::db::Pool`. */
    resolve(path) {
        return this.scope.resolve(path);
    }
    /** The resolved path of a called function, or null for calls of anything else (a local closure too). */
    calledPath(call) {
        if (call.callee.kind !== 'path' || (0,bindings/* bindingOf */.hJ)(call.callee) !== null)
            return null;
        return this.scope.resolve(call.callee);
    }
    typeOf(expr) {
        return this.#inference.typeOf(expr);
    }
    /** The type of a written type. */
    tyOf(type) {
        return this.scope.tyOf(type);
    }
    binding(expr) {
        return (0,bindings/* bindingOf */.hJ)(expr);
    }
    typeOfBinding(binding) {
        return this.#inference.typeOfBinding(binding);
    }
    /** A plain number that the expression is known to be, or null. */
    constant(expr) {
        return (0,scope/* constantOf */.yi)(expr, this.scope);
    }
    /** Text as written. */
    text(node) {
        return this.file.text.slice(node.start, node.end);
    }
    /** Text in one line, cut to `max` characters. */
    snippet(node, max = 60) {
        const flat = this.text(node).replace(/\s+/g, ' ');
        return flat.length <= max ? flat : `${flat.slice(0, max - 1)}…`;
    }
    // ---- contexts -----------------------------------------------------------------------------------
    context(node) {
        let context = this.#contextMemo.get(node);
        if (context === undefined) {
            context = this.#contexts.of(node);
            this.#contextMemo.set(node, context);
        }
        return context;
    }
    /** Real loops around a node within its callable, innermost first: `for`, `while`, `loop`, adapter closures. */
    loopsAround(node) {
        return this.#contexts.loopsAround(node);
    }
    closureUse(closure) {
        return this.#contexts.closureUse(closure);
    }
    /** Directly awaited, perhaps through `?`-free wrappers such as `.instrument(span)`. */
    isAwaited(call) {
        return this.awaitOf(call, AWAITS) !== null;
    }
    awaitOf(call, through = PINS) {
        const outer = call.parent;
        if (outer?.kind === 'await' && outer.base === call)
            return outer;
        if (outer?.kind === 'method' &&
            outer.receiver === call &&
            /^(?:instrument|boxed|in_current_span|fuse)$/.test(outer.name)) {
            return this.awaitOf(outer, through);
        }
        // `Box::pin(f()).await`, `timeout(limit, f()).await`
        if (outer?.kind === 'call' &&
            outer.args[outer.args.length - 1] === call &&
            through.test((0,walk/* calleeName */.wt)(outer)))
            return this.awaitOf(outer, through);
        // A branch of `select!` or an argument of `join!` is awaited by the macro.
        if (outer?.kind === 'branch' && outer.future === call && outer.parent?.kind === 'macro')
            return outer.parent;
        if (outer?.kind === 'macro' && /(?:^|::)(?:try_)?join$/.test(outer.name))
            return outer;
        return null;
    }
    /**
     * How long the guard that `lock` makes is alive. The edition is known at judgement only: ask for both where it
     * may matter.
     * @param through Further methods that hand the guard on.
     */
    lifeOf(lock, edition = '2021', through) {
        return (0,guards/* lifeOf */.c_)(lock, edition, through);
    }
    /** The whole expression that still is the guard. */
    guardExpr(lock) {
        return (0,guards/* guardExpr */.li)(lock);
    }
    /** True inside macros whose meaning is not known: no evidence for findings. */
    isOpaque(node) {
        for (let n = node.parent; n !== null; n = n.parent) {
            if (n.kind === 'macro' && !n.known)
                return true;
            if (n.kind === 'fn' || n.kind === 'mod')
                return false;
        }
        return false;
    }
    // ---- places -------------------------------------------------------------------------------------
    span(node) {
        return this.#lines.span(node.start, node.end);
    }
    /** From a method's name to the end of its arguments: where findings about a chain's call point. */
    methodSpan(call) {
        return this.#lines.span(call.nameStart, call.end);
    }
    /** The span of a call: the whole for paths, from the name on for methods. */
    callSpan(call) {
        return call.kind === 'method' ? this.methodSpan(call) : this.span(call);
    }
    line(offset) {
        return this.#lines.line(offset);
    }
    // ---- saying something ---------------------------------------------------------------------------
    /**
     * Records a candidate of the running rule.
     * @param node Where the code stands: decides the context.
     * @param data The rule's own; plain data.
     * @param at Where a finding would point; the node's span when not given.
     */
    emit(node, data, at) {
        this.candidates.push({
            rule: this.rule,
            at: at ?? this.span(node),
            context: this.context(node),
            data,
        });
    }
}

;// CONCATENATED MODULE: ./build/summaries/collect.js






/** Part of the cache's key: raise it when what collecting returns changes in meaning. */
const SUMMARY_VERSION = '8';
/** The rules' visitors, sorted by what they look for. */
class CollectorTable {
    methods = new Map();
    calls = new Map();
    macros = new Map();
    nodes = new Map();
    constructor(collectors) {
        for (const { id, collect } of collectors)
            for (const visitor of collect)
                this.#add(id, visitor);
    }
    #add(rule, visitor) {
        if ('methods' in visitor)
            for (const name of visitor.methods)
                push(this.methods, name, { rule, visit: visitor.visit });
        else if ('calls' in visitor)
            for (const name of visitor.calls)
                push(this.calls, name, { rule, visit: visitor.visit });
        else if ('macros' in visitor)
            for (const name of visitor.macros)
                push(this.macros, name, { rule, visit: visitor.visit });
        else
            push(this.nodes, visitor.node, { rule, visit: visitor.visit });
    }
}
function push(map, key, value) {
    const list = map.get(key);
    if (list === undefined)
        map.set(key, [value]);
    else
        list.push(value);
}
/** Methods of the standard library that no workspace type's method is worth following under. */
const PLAIN_METHODS = new Set(`unwrap expect clone iter into_iter iter_mut map collect to_string to_owned as_ref as_mut as_str as_bytes len is_empty
 push insert_str unwrap_or unwrap_or_default unwrap_or_else ok err map_err and_then or_else filter filter_map
 into is_some is_none is_ok is_err copied cloned enumerate zip rev chain skip take_while contains_key
 as_deref borrow borrow_mut lock chars bytes trim starts_with ends_with to_vec as_slice eq ne cmp
 partial_cmp hash fmt abs deref deref_mut ok_or ok_or_else fold any all
 flat_map flatten for_each sort sort_by sort_by_key dedup retain peek peekable windows chunks concat
 fetch_add fetch_sub await instrument context with_context fetch_or fetch_and compare_exchange`.split(/\s+/));
const OWN = new Set(['self', 'Self', 'super', 'crate']);
const SERVES = new Set('serve serve_with_shutdown serve_with_incoming serve_with_incoming_shutdown launch ignite serve_connection serve_connection_with_upgrades run_until_stopped serve_http try_serve'.split(' '));
function collectFile(file, table, options) {
    return new FileCollector(file, table, options).run();
}
class FileCollector {
    #file;
    #table;
    #options;
    #lines;
    #view;
    #crashes = [];
    /** Test code: not looked at, so nothing there is missed. */
    #skipped = [];
    #types = [];
    #impls = [];
    #values = [];
    #fnRefs = [];
    #calls = new Map();
    #serves = new Map();
    #mentions = {};
    #methodNames = {};
    #attributes = [];
    constructor(file, table, options) {
        this.#file = file;
        this.#table = table;
        this.#options = options;
        this.#lines = new LineIndex(file.text);
        this.#view = new View(file, this.#lines);
    }
    run() {
        const file = this.#file;
        this.#declareConstants(file.items);
        for (const attr of file.attrs)
            this.#attribute(attr, true, file);
        if (this.#options.tests || !(0,scope/* isTestAttr */.SV)(file.attrs))
            for (const item of file.items)
                this.#walk(item);
        const view = this.#view;
        const functions = view.functions.map((fn) => this.#function(fn));
        const head = file.text.slice(0, 2000);
        const summary = {
            version: SUMMARY_VERSION,
            bytes: Buffer.byteLength(file.text),
            lines: this.#lines.count,
            modules: view.scope.modules.map((m) => this.#module(m)),
            functions,
            types: this.#types,
            impls: this.#impls,
            values: this.#values,
            fnRefs: this.#fnRefs,
            candidates: view.candidates,
            directives: directivesOf(file, this.#lines),
            mentions: this.#mentions,
            methodNames: this.#methodNames,
            attributes: this.#attributes,
            unparsed: file.unparsed
                .filter((u) => !this.#skipped.some((n) => n.start <= u.start && u.end <= n.end))
                .map((u) => ({
                at: this.#lines.span(u.start, u.end),
                bytes: Buffer.byteLength(file.text.slice(u.start, u.end)),
                why: u.why,
            })),
            generated: /@generated|DO NOT EDIT|[Aa]uto(?:matically)?[- ]generated|[Gg]enerated by (?:prost|tonic|bindgen|protoc)/.test(commentsOf(head)),
        };
        return { summary, crashes: this.#crashes };
    }
    #declareConstants(items) {
        for (const item of (0,scope/* flatItems */.WR)(items)) {
            if (item.kind === 'static' && item.constant)
                this.#view.scope.constants.set(item.name, item);
            else if (item.kind === 'mod' && item.items !== null)
                this.#declareConstants(item.items);
            else if (item.kind === 'impl')
                this.#declareConstants(item.items);
        }
    }
    // ---- the walk -----------------------------------------------------------------------------------
    #walk(node) {
        if ('attrs' in node && node.attrs.length > 0) {
            if (!this.#options.tests && (0,scope/* isTestAttr */.SV)(node.attrs)) {
                this.#skipped.push(node);
                return;
            }
            for (const attr of node.attrs)
                this.#attribute(attr, false, node);
        }
        switch (node.kind) {
            case 'block':
                this.#view.scope.declareBlock(node);
                break;
            case 'fn':
                if (node.body !== null || (0,scope/* implOf */.Qw)(node)?.kind === 'trait')
                    this.#view.fnIndex(node);
                break;
            case 'call':
                this.#call(node);
                break;
            case 'method':
                this.#method(node);
                break;
            case 'macro':
                this.#dispatch(this.#table.macros, node.name.slice(node.name.lastIndexOf(':') + 1), node);
                break;
            case 'structDef':
            case 'enumDef':
            case 'typeAlias':
                this.#type(node);
                break;
            case 'impl':
                this.#impl(node);
                break;
            case 'static':
                this.#values.push({
                    path: `${this.#view.scope.moduleOf(node).path}::${node.name}`,
                    ty: node.type === null ? null : this.#view.tyOf(node.type),
                    constant: node.constant,
                    at: this.#view.span(node),
                    test: false,
                });
                break;
            case 'path':
                this.#path(node);
                break;
            default:
        }
        const visitors = this.#table.nodes.get(node.kind);
        if (visitors !== undefined) {
            for (const { rule, visit } of visitors)
                this.#visit(rule, () => visit(node, this.#view));
        }
        (0,walk/* forEachChild */.dK)(node, (child) => this.#walk(child));
    }
    #dispatch(map, name, node) {
        const visitors = map.get(name);
        if (visitors === undefined)
            return;
        for (const { rule, visit } of visitors)
            this.#visit(rule, () => visit(node, this.#view));
    }
    #visit(rule, run) {
        this.#view.rule = rule;
        try {
            run();
        }
        catch (error) {
            if (this.#crashes.some((c) => c.rule === rule))
                return;
            this.#crashes.push({
                rule,
                message: error instanceof Error ? (error.stack ?? error.message) : String(error),
            });
        }
    }
    #attribute(attr, inner, owner) {
        this.#attributes.push({
            name: attr.path,
            text: attr.text,
            at: this.#lines.span(attr.start, attr.end),
            covers: this.#lines.span(owner.start, owner.end),
            inner,
        });
    }
    /** Paths of one segment are found through what `use` brings in. */
    #path(node) {
        const [first] = node.segments;
        if (first === undefined || node.segments.length < 2 || OWN.has(first.name))
            return;
        const path = this.#view.resolve(node);
        if (/^(?:crate|self|super|Self)\b/.test(path) || Object.hasOwn(this.#mentions, path))
            return;
        this.#mentions[path] = this.#view.span(node);
    }
    #call(node) {
        const name = (0,walk/* calleeName */.wt)(node);
        this.#dispatch(this.#table.calls, name, node);
        this.#functionArguments(node, name);
        const path = this.#view.calledPath(node);
        if (path === null)
            return;
        // `use std::sync::mpsc::channel as make`: rules know it by its own name.
        const own = path.slice(path.lastIndexOf(':') + 1);
        if (own !== name)
            this.#dispatch(this.#table.calls, own, node);
        const context = this.#view.context(node);
        if (SERVES.has(name) || /(?:^|::)HttpServer::new$/.test(path))
            this.#serve(node);
        if (context.fn < 0 || /^std::/.test(path))
            return;
        this.#record(node, { at: this.#view.span(node), path, context, awaited: this.#view.isAwaited(node) });
    }
    #method(node) {
        if (!Object.hasOwn(this.#methodNames, node.name))
            this.#methodNames[node.name] = this.#view.methodSpan(node);
        this.#dispatch(this.#table.methods, node.name, node);
        this.#functionArguments(node, node.name);
        if (SERVES.has(node.name))
            this.#serve(node);
        else if ((node.name === 'accept' || node.name === 'incoming') &&
            this.#view.loopsAround(node).length > 0) {
            this.#serve(node);
        }
        else if (node.name === 'run' && /HttpServer|warp::serve|rocket/.test(this.#view.text(node)))
            this.#serve(node);
        if (PLAIN_METHODS.has(node.name))
            return;
        const on = this.#view.typeOf(node.receiver);
        if (on === null)
            return;
        const context = this.#view.context(node);
        if (context.fn < 0)
            return;
        this.#record(node, {
            at: this.#view.methodSpan(node),
            method: node.name,
            on,
            context,
            awaited: this.#view.isAwaited(node),
        });
    }
    #record(node, call) {
        for (let n = node.parent; n !== null; n = n.parent) {
            if (n.kind !== 'fn')
                continue;
            const list = this.#calls.get(n);
            if (list === undefined)
                this.#calls.set(n, [call]);
            else
                list.push(call);
            return;
        }
    }
    #serve(node) {
        const context = this.#view.context(node);
        if (context.detached)
            return;
        for (let n = node.parent; n !== null; n = n.parent) {
            if (n.kind !== 'fn')
                continue;
            const { line, column } = this.#view.span(node);
            const known = this.#serves.get(n);
            if (known === undefined || line < known.line)
                this.#serves.set(n, { line, column });
            return;
        }
    }
    /** Functions named as values: `get(handler)`, `.map(parse)`. */
    #functionArguments(node, to) {
        for (const argument of node.args) {
            if (argument.kind !== 'path' || (0,bindings/* bindingOf */.hJ)(argument) !== null)
                continue;
            const last = argument.segments[argument.segments.length - 1]?.name ?? '';
            if (!/^[a-z_]/.test(last) || last === 'self')
                continue;
            this.#fnRefs.push({
                path: this.#view.resolve(argument),
                to,
                at: this.#view.span(argument),
                context: this.#view.context(argument),
            });
        }
    }
    // ---- items --------------------------------------------------------------------------------------
    #module(module) {
        const items = module.node.kind === 'mod'
            ? (module.node.items ?? [])
            : module.node.kind === 'file'
                ? module.node.items
                : [];
        const files = [];
        for (const item of (0,scope/* flatItems */.WR)(items)) {
            if (item.kind !== 'mod' || item.items !== null)
                continue;
            const path = item.attrs.find((a) => a.path === 'path');
            files.push({
                name: item.name,
                path: path === undefined ? null : (/"([^"]*)"/.exec(path.text)?.[1] ?? null),
                test: module.test || (0,scope/* isTestAttr */.SV)(item.attrs),
            });
        }
        return {
            path: module.path,
            uses: Object.fromEntries(module.uses),
            globs: module.globs,
            files,
            test: module.test,
        };
    }
    #type(node) {
        const view = this.#view;
        const owner = (0,scope/* implOf */.Qw)(node);
        if (owner !== null)
            return;
        const fields = (list) => list.map((f) => ({ name: f.name, ty: view.tyOf(f.type), public: f.public, at: view.span(f) }));
        this.#types.push({
            path: `${view.scope.moduleOf(node).path}::${node.name}`,
            kind: node.kind === 'structDef' ? 'struct' : node.kind === 'enumDef' ? 'enum' : 'alias',
            generics: node.generics.map((g) => g.name),
            fields: node.kind === 'structDef' ? fields(node.fields) : [],
            variants: node.kind === 'enumDef'
                ? node.variants.map((v) => ({ name: v.name, fields: fields(v.fields), at: view.span(v) }))
                : [],
            target: node.kind === 'typeAlias' && node.type !== null ? view.tyOf(node.type) : null,
            derives: node.attrs.filter((a) => a.path === 'derive').flatMap((a) => derivesOf(a.text)),
            public: node.public,
            at: view.span({ start: node.start, end: node.end }),
            test: false,
        });
    }
    #impl(node) {
        if (node.trait === null)
            return;
        const assoc = {};
        for (const item of node.items) {
            if (item.kind === 'typeAlias' && item.type !== null)
                assoc[item.name] = this.#view.tyOf(item.type);
        }
        this.#impls.push({ trait: this.#view.resolve(node.trait.path), self: this.#view.tyOf(node.self), assoc });
    }
    #function(fn) {
        const view = this.#view;
        const owner = (0,scope/* implOf */.Qw)(fn);
        const module = view.scope.moduleOf(fn).path;
        const ownerPath = owner === null ? module : (view.scope.selfPath(owner) ?? `${module}::?`);
        const trait = owner?.kind === 'impl' && owner.trait !== null
            ? view.resolve(owner.trait.path)
            : owner?.kind === 'trait'
                ? ownerPath
                : null;
        const body = fn.body;
        const only = body !== null && body.stmts.length === 1 && body.tail !== null ? body.tail : null;
        const context = view.context(fn.body ?? fn);
        return {
            path: `${ownerPath}::${fn.name}`,
            name: fn.name,
            self: owner?.kind === 'impl' ? view.tyOf(owner.self) : null,
            trait,
            inTrait: owner?.kind === 'trait',
            receiver: fn.self,
            async: fn.async,
            public: fn.public,
            params: fn.params.map((p) => ({
                name: p.pattern.kind === 'patIdent' ? p.pattern.name : '',
                ty: p.type === null ? null : view.tyOf(p.type),
            })),
            ret: fn.ret === null ? { tuple: [] } : view.tyOf(fn.ret),
            generics: fn.generics.map((g) => ({ name: g.name, bounds: g.bounds.map((b) => view.tyOf(b)) })),
            span: view.span(fn),
            nameSpan: view.span({ start: fn.nameStart, end: fn.nameStart + fn.name.length }),
            attrs: fn.attrs.map((a) => a.path),
            test: context.test || (0,scope/* isTestAttr */.SV)(fn.attrs),
            cold: context.cold,
            serves: this.#serves.get(fn) ?? null,
            returnsAsyncBlock: !fn.async && only !== null && isFuture(only),
            calls: this.#calls.get(fn) ?? [],
        };
    }
}
/** `async move { … }`, `Box::pin(async move { … })`. */
function isFuture(node) {
    if (node.kind === 'block')
        return node.async;
    if (node.kind === 'call')
        return node.args.length === 1 && node.args[0] !== undefined && isFuture(node.args[0]);
    if (node.kind === 'method')
        return isFuture(node.receiver);
    return false;
}
function derivesOf(text) {
    const inner = /\(([\s\S]*)\)/.exec(text)?.[1] ?? '';
    return inner
        .split(',')
        .map((name) => name.trim().replace(/^.*::/, ''))
        .filter((name) => name !== '');
}
/** The comments among the first lines, so that code that only talks of generating is not taken for generated. */
function commentsOf(head) {
    return head
        .split('\n', 40)
        .filter((line) => /^\s*(?:\/\/|\/\*|\*)/.test(line))
        .join('\n');
}


/***/ }),

/***/ 191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ contentHash),
/* harmony export */   d: () => (/* binding */ summariseFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var _collect_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4378);
/** Reads one Rust file and summarises it; what goes wrong becomes a sentence for the user, never an exception. */



/** Larger files are generated or data; parsing them would cost more than all the rest. */
const MAX_BYTES = 8 * 1024 * 1024;
function contentHash(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha1').update(bytes).digest('base64');
}
function summariseFile(source, parser, table, options) {
    const fail = (problem, hash = '') => ({
        path: source.path,
        hash,
        summary: null,
        problem,
        crashes: [],
    });
    let bytes;
    try {
        bytes = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(source.file);
    }
    catch (error) {
        return fail(`not audited: it cannot be read (${reason(error)})`);
    }
    const hash = contentHash(bytes);
    if (bytes.length > MAX_BYTES) {
        const megabytes = (bytes.length / 1048576).toFixed(1);
        return fail(`not audited: ${megabytes} MB is more than the ${MAX_BYTES / 1048576} MB that one file may have; put it under \`exclude\` in rustperf.toml`, hash);
    }
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        return fail('not audited: it is not valid UTF-8; rustc would reject it too, convert it or put it under `exclude`', hash);
    }
    try {
        const { summary, crashes } = (0,_collect_js__WEBPACK_IMPORTED_MODULE_2__/* .collectFile */ .nK)(parser.parse(text, options), table, options);
        return { path: source.path, hash, summary, problem: null, crashes };
    }
    catch (error) {
        return fail(`not audited: it could not be analysed (${reason(error)}); put it under \`exclude\` in rustperf.toml if it is data or generated`, hash);
    }
}
function reason(error) {
    if (error instanceof RangeError && /call stack/i.test(error.message))
        return 'its code is nested too deeply';
    if (error instanceof Error && error.message.startsWith('Aborted'))
        return 'parsing it takes more memory than there is';
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

/***/ 6850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rM: () => (/* binding */ collectHere),
  Bs: () => (/* binding */ markersOf),
  LZ: () => (/* binding */ statsOf),
  fS: () => (/* binding */ summarise)
});

// UNUSED EXPORTS: engineBytes

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "./vendor/tinypool/dist/index.js"
var index_js_ = __webpack_require__(7487);
// EXTERNAL MODULE: ./build/findings/finding.js
var finding = __webpack_require__(4438);
// EXTERNAL MODULE: ./build/shipped.js
var shipped = __webpack_require__(4019);
;// CONCATENATED MODULE: ./build/syntax/lexer.js
const NEWLINE = 10;
const QUOTE = 34;
const HASH = 35;
const APOSTROPHE = 39;
const STAR = 42;
const SLASH = 47;
const BACKSLASH = 92;
const LETTER_B = 98;
const LETTER_C = 99;
const LETTER_R = 114;
const PLAIN = 0;
const SKIPPABLE = 1;
const OPENING = 2;
const CLOSING = 3;
/** What an ASCII character may begin. */
const CLASS = new Uint8Array(128);
for (const c of '"\'/')
    CLASS[c.charCodeAt(0)] = SKIPPABLE;
for (const c of '([{')
    CLASS[c.charCodeAt(0)] = OPENING;
for (const c of ')]}')
    CLASS[c.charCodeAt(0)] = CLOSING;
const WORD = new Uint8Array(128);
for (const c of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_')
    WORD[c.charCodeAt(0)] = 1;
/** Letters, digits and `_`; whatever is not ASCII may stand in a name, too. */
function isWord(code) {
    return code < 128 ? WORD[code] === 1 : code >= 128;
}
function isSpace(code) {
    return code === 32 || (code >= 9 && code <= 13);
}
function isOpening(code) {
    return code < 128 && CLASS[code] === OPENING;
}
/** The first offset from `at` on that is no white space, at most `end`. */
function skipSpace(text, at, end) {
    let i = at;
    while (i < end && isSpace(text.charCodeAt(i)))
        i++;
    return i;
}
/** The offset after the string, char or comment that begins at `at`; `at` when none does. */
function skipToken(text, at, end) {
    switch (text.charCodeAt(at)) {
        case QUOTE:
            return skipString(text, at, end);
        case SLASH:
            return skipComment(text, at, end);
        case APOSTROPHE:
            return skipChar(text, at, end);
        default:
            return at;
    }
}
/** The offset after the comment at `at`, without the line's end; `at` when none begins there. */
function skipComment(text, at, end) {
    if (text.charCodeAt(at) !== SLASH)
        return at;
    const next = text.charCodeAt(at + 1);
    if (next === SLASH) {
        const line = text.indexOf('\n', at);
        return line < 0 || line > end ? end : line;
    }
    if (next !== STAR)
        return at;
    let depth = 1;
    for (let i = at + 2; i + 1 < end; i++) {
        const c = text.charCodeAt(i);
        if (c === STAR && text.charCodeAt(i + 1) === SLASH) {
            i++;
            if (--depth === 0)
                return i + 1;
        }
        else if (c === SLASH && text.charCodeAt(i + 1) === STAR) {
            i++;
            depth++;
        }
    }
    return end;
}
/** The offset after the string whose opening quote stands at `at`; what is written before it makes it raw. */
function skipString(text, at, end) {
    const raw = rawStart(text, at);
    if (raw >= 0) {
        const hashes = at - raw - 1;
        const close = text.indexOf(hashes === 0 ? '"' : `"${'#'.repeat(hashes)}`, at + 1);
        return close < 0 ? end : Math.min(end, close + 1 + hashes);
    }
    for (let i = at + 1; i < end; i++) {
        const c = text.charCodeAt(i);
        if (c === BACKSLASH)
            i++;
        else if (c === QUOTE)
            return i + 1;
    }
    return end;
}
/** The offset of the `r` that makes the string with its quote at `at` a raw one, or -1. */
function rawStart(text, at) {
    let i = at - 1;
    while (text.charCodeAt(i) === HASH)
        i--;
    if (text.charCodeAt(i) !== LETTER_R)
        return -1;
    const before = text.charCodeAt(i - 1);
    if (before === LETTER_B || before === LETTER_C)
        return isWord(text.charCodeAt(i - 2)) ? -1 : i;
    return isWord(before) ? -1 : i;
}
/** A char literal; a lifetime is nothing to skip. */
function skipChar(text, at, end) {
    if (text.charCodeAt(at + 1) === BACKSLASH) {
        const close = text.indexOf("'", at + 3);
        return close < 0 || close >= end ? end : close + 1;
    }
    const width = (text.codePointAt(at + 1) ?? 0) > 0xffff ? 2 : 1;
    return text.charCodeAt(at + 1 + width) === APOSTROPHE && text.charCodeAt(at + 1) !== NEWLINE
        ? at + 2 + width
        : at;
}
/**
 * The offset of the bracket that closes the one at `open`; `end` when none does. Kinds of brackets are not
 * told apart: what rustc accepts is balanced.
 */
function closingBracket(text, open, end, comments) {
    let depth = 0;
    for (let at = open; at < end; at++) {
        const c = text.charCodeAt(at);
        if (c >= 128)
            continue;
        const is = CLASS[c] ?? PLAIN;
        if (is === PLAIN)
            continue;
        if (is === OPENING)
            depth++;
        else if (is === CLOSING) {
            depth--;
            if (depth === 0)
                return at;
        }
        else {
            const after = skipToken(text, at, end);
            if (after > at) {
                if (c === SLASH)
                    comments?.push({ start: at, end: after });
                at = after - 1;
            }
        }
    }
    return end;
}
/** Calls `visit` with every character outside all nesting, strings, chars and comments; brackets are at the top when they open there. */
function eachTop(text, start, end, visit) {
    for (let at = start; at < end; at++) {
        const c = text.charCodeAt(at);
        const is = c < 128 ? (CLASS[c] ?? PLAIN) : PLAIN;
        if (is === SKIPPABLE) {
            const after = skipToken(text, at, end);
            if (after > at) {
                at = after - 1;
                continue;
            }
        }
        if (visit(at, c))
            return at;
        if (is === OPENING)
            at = closingBracket(text, at, end);
    }
    return -1;
}

;// CONCATENATED MODULE: ./build/syntax/tokens.js
/** Splits a macro's body at the tokens outside all nesting. */

const COMMA = 44;
const SEMICOLON = 59;
class Tokens {
    #text;
    #piece;
    constructor(text, piece) {
        this.#text = text;
        this.#piece = piece;
    }
    /** The first offset outside all nesting, strings and comments for which `test` holds, or -1. */
    findTop(test) {
        return eachTop(this.#text, this.#piece.start, this.#piece.end, test);
    }
    /** The offset of the bracket that closes the one at `open`; the piece's last offset when none does. */
    closing(open) {
        return Math.min(closingBracket(this.#text, open, this.#piece.end), this.#piece.end - 1);
    }
    /** Insides of the outermost groups that open with `bracket`. */
    groups(bracket) {
        const found = [];
        this.findTop((at) => {
            if (this.#text[at] === bracket)
                found.push({ start: at + 1, end: this.closing(at) });
            return false;
        });
        return found;
    }
    /** The parts between the `separator`s outside all nesting; an empty last part is left out. */
    split(separator) {
        const found = [];
        const code = separator === ',' ? COMMA : SEMICOLON;
        let from = this.#piece.start;
        eachTop(this.#text, this.#piece.start, this.#piece.end, (at, c) => {
            if (c === code) {
                found.push({ start: from, end: at });
                from = at + 1;
            }
            return false;
        });
        if (this.#text.slice(from, this.#piece.end).trim() !== '')
            found.push({ start: from, end: this.#piece.end });
        return found;
    }
}

;// CONCATENATED MODULE: ./build/syntax/macro-names.js
/** Which macros of std and of the libraries everybody uses take what, and how their arguments become expressions. */


/** Lists of expressions, perhaps with names (`x = 1`) and tracing's `%` and `?` sigils. */
const ARGUMENT_MACROS = new Set(`format print println eprint eprintln write writeln panic todo unimplemented unreachable format_args
   assert assert_eq assert_ne debug_assert debug_assert_eq debug_assert_ne dbg vec try join try_join ready pin
   info warn error debug trace log event span info_span warn_span error_span debug_span trace_span
   anyhow bail ensure eyre concat env option_env include include_str include_bytes smallvec bail_spanned
   hashmap btreemap pin_mut pin_utils join_all poll_fn izip compile_error stringify addr_of addr_of_mut
   assert_matches static_assert const_assert dispatch offset_of html instrument_await`.split(/\s+/));
/** Their arguments name something and are no code that runs. */
const NO_CODE_MACROS = new Set(`concat env option_env include include_str include_bytes stringify compile_error line file column module_path cfg
   include_proto macro_rules offset_of matches_regex html`.split(/\s+/));
const MATCH_MACROS = new Set(['matches', 'assert_matches', 'debug_assert_matches']);
const SELECT_MACROS = new Set(['select', 'select_biased', 'select_ok']);
const STREAM_MACROS = new Set(['stream', 'try_stream', 'async_stream_block', 'gen']);
const LAZY_MACROS = new Set(['lazy_static', 'thread_local', 'task_local']);
/** `vec![value; length]`. */
function isRepeatMacro(name) {
    return name === 'vec' || name === 'smallvec';
}
const SIGIL = /^\s*(?:[A-Za-z_]\w*\s*:(?!:)\s*)?([%?])?\s*/;
const NAMED_SIGIL = /^(\s*(?:[A-Za-z_][\w.]*|"[^"]*")\s*=)\s*([%?])\s*/;
const DOTTED = /^\s*(?:[A-Za-z_]\w*(?:\.\w+)+|"[^"]*"|r#\w+)\s*=(?!=)\s*/;
const COLON = 58;
const macro_names_SEMICOLON = 59;
const macro_names_COMMA = 44;
const EQUALS = 61;
const GREATER = 62;
/**
 * What stands between commas and around `=>`, each without its sigils; what is only blank or comment is left out.
 * `semicolons` tells that this is no plain list: `vec![value; length]`.
 */
function argumentsIn(text, body) {
    const pieces = [];
    let semicolons = false;
    let from = body.start;
    const take = (end) => {
        const piece = withoutSigils(text, { start: from, end });
        if (hasCode(text, piece))
            pieces.push(piece);
    };
    eachTop(text, body.start, body.end, (at, c) => {
        const width = c === macro_names_COMMA ? 1 : c === EQUALS && text.charCodeAt(at + 1) === GREATER ? 2 : 0;
        if (width > 0) {
            take(at);
            from = at + width;
        }
        semicolons ||= c === macro_names_SEMICOLON;
        return false;
    });
    take(body.end);
    return { pieces, semicolons };
}
function hasCode(text, { start, end }) {
    for (let at = start; at < end;) {
        const after = skipComment(text, at, end);
        if (after > at)
            at = after;
        else if (isSpace(text.charCodeAt(at)))
            at++;
        else
            return true;
    }
    return false;
}
/** The two parts of `vec![value; length]`; null for lists and for other macros. */
function repeatIn(text, body, name) {
    if (!isRepeatMacro(name))
        return null;
    const [value, length, ...more] = new Tokens(text, body).split(';');
    return value === undefined || length === undefined || more.length > 0 ? null : [value, length];
}
/** The argument without tracing's sigils (`%err`, `?err`), labels (`target: "x"`) and field names with dots. */
function withoutSigils(text, argument) {
    let needed = false;
    const stop = Math.min(argument.end, argument.start + 200);
    for (let i = argument.start; i < stop && !needed; i++) {
        const c = text.charCodeAt(i);
        // `%`, `=`, `?`, `:` but for `::`
        needed =
            c === 37 ||
                c === 61 ||
                c === 63 ||
                (c === COLON && text.charCodeAt(i + 1) !== COLON && text.charCodeAt(i - 1) !== COLON);
    }
    if (!needed)
        return argument;
    const source = text.slice(argument.start, stop);
    const cut = (NAMED_SIGIL.exec(source) ?? DOTTED.exec(source) ?? SIGIL.exec(source))?.[0].length ?? 0;
    return { start: argument.start + cut, end: argument.end };
}

;// CONCATENATED MODULE: ./build/syntax/condense.js


const BANG = 33;
const condense_QUOTE = 34;
const condense_HASH = 35;
const condense_APOSTROPHE = 39;
const condense_SLASH = 47;
const condense_SEMICOLON = 59;
const BRACKET = 91;
const BRACE_OPEN = 123;
const BRACE_CLOSE = 125;
/** Characters that the scan stops at. */
const STOPS = new Uint8Array(128);
for (const c of '!"#\'/')
    STOPS[c.charCodeAt(0)] = 1;
/** These matter only where items stand. */
const ITEM_STOPS = new Uint8Array(STOPS);
for (const c of ';{}')
    ITEM_STOPS[c.charCodeAt(0)] = 1;
/** Strings up to this length are cheaper to parse than to cut. */
const SHORT_STRING = 16;
/** Macros written as calls inside each other; deeper ones are left to the second round. */
const MAX_NESTING = 24;
const CONTAINER = /^\s*(?:pub(?:\s*\([^)]*\))?\s+)?(?:(?:unsafe|default|auto|const)\s+)*(?:impl|trait|mod)\b/;
const TEST_ATTRIBUTE = /^#\[\s*cfg\s*\(\s*test\s*\)\s*\]$/;
const MODULE = /^(?:pub(?:\s*\([^)]*\))?\s+)?mod\s+\w+\s*\{/;
/** Words that may stand before `!(…)` without being a macro's name. */
const KEYWORDS = new Set('return if while match in else break as move'.split(' '));
let arena = new Int32Array(1 << 16);
/** Collects the pieces of one text. */
class Condenser {
    #text;
    #keepTests;
    #chunks = [];
    /** For each chunk: the offset it was copied from, or -1 - the offset that all of it stands for. */
    #from = [];
    #calls = new Map();
    #comments;
    #length = 0;
    #nesting = 0;
    /** `comments`, where given, receives every comment that is met. */
    constructor(text, options) {
        this.#text = text;
        this.#keepTests = options.tests;
        this.#comments = options.comments;
    }
    /** The length of the text so far. */
    get length() {
        return this.#length;
    }
    done() {
        const length = this.#length;
        if (arena.length <= length)
            arena = new Int32Array(Math.max(arena.length * 2, length + 1));
        const origin = arena;
        let at = 0;
        let last = 0;
        this.#chunks.forEach((chunk, i) => {
            const from = this.#from[i] ?? 0;
            const stop = at + chunk.length;
            if (from < 0) {
                last = -1 - from;
                while (at < stop)
                    origin[at++] = last;
            }
            else {
                for (let offset = from; at < stop;)
                    origin[at++] = offset++;
                last = from + chunk.length;
            }
        });
        origin[length] = last;
        return { text: this.#chunks.join(''), origin, calls: this.#calls };
    }
    /** Text that is not in the file; all of it stands for the offset `at`. */
    write(chunk, at) {
        this.#chunks.push(chunk);
        this.#from.push(-1 - at);
        this.#length += chunk.length;
    }
    /** The file's text as it is. */
    copy(start, end) {
        if (end <= start)
            return;
        this.#chunks.push(this.#text.slice(start, end));
        this.#from.push(start);
        this.#length += end - start;
    }
    /** The file's text from `start` to `end`, condensed. */
    condense(start, end, place) {
        const text = this.#text;
        /** Copied up to here. */
        let done = start;
        /** Depths of the braces around that hold items, the innermost last; none in code. */
        const containers = place === 'items' ? [0] : [];
        let depth = 0;
        const inItems = () => containers[containers.length - 1] === depth;
        /** Where the item begins whose brace may open next. */
        let head = start;
        const stops = place === 'items' ? ITEM_STOPS : STOPS;
        for (let at = start; at < end; at++) {
            const c = text.charCodeAt(at);
            if (c >= 128 || stops[c] === 0)
                continue;
            switch (c) {
                case condense_SLASH: {
                    const after = skipComment(text, at, end);
                    if (after === at)
                        break;
                    this.#comments?.push({ start: at, end: after });
                    this.copy(done, at);
                    this.write(' ', at);
                    if (inItems() && skipSpace(text, head, at) === at)
                        head = after;
                    done = after;
                    at = after - 1;
                    break;
                }
                case condense_QUOTE: {
                    const after = skipString(text, at, end);
                    const raw = rawStart(text, at);
                    if (raw >= done) {
                        this.copy(done, raw);
                        this.write('"', raw);
                        this.write('"', after - 1);
                        done = after;
                    }
                    else if (after - at > SHORT_STRING) {
                        this.copy(done, at + 1);
                        done = after - 1;
                    }
                    at = after - 1;
                    break;
                }
                case condense_APOSTROPHE: {
                    const after = skipToken(text, at, end);
                    if (after > at)
                        at = after - 1;
                    break;
                }
                case condense_HASH: {
                    const open = text.charCodeAt(at + 1) === BANG ? at + 2 : at + 1;
                    if (text.charCodeAt(open) !== BRACKET)
                        break;
                    const close = closingBracket(text, open, end, this.#comments);
                    const module = this.#keepTests ? -1 : this.#testModule(at, close, end);
                    if (module >= 0) {
                        const last = closingBracket(text, module, end, this.#comments);
                        this.copy(done, module + 1);
                        done = last;
                        at = last;
                        head = last + 1;
                        break;
                    }
                    if (inItems() && skipSpace(text, head, at) === at)
                        head = close + 1;
                    at = close;
                    break;
                }
                case BANG: {
                    const after = this.#macro(done, at, end, inItems());
                    if (after.at > at) {
                        done = after.done;
                        at = after.at - 1;
                    }
                    break;
                }
                case condense_SEMICOLON:
                    head = at + 1;
                    break;
                case BRACE_OPEN: {
                    const isContainer = inItems() && CONTAINER.test(text.slice(head, at));
                    depth++;
                    if (isContainer)
                        containers.push(depth);
                    head = at + 1;
                    break;
                }
                case BRACE_CLOSE:
                    if (inItems())
                        containers.pop();
                    depth--;
                    head = at + 1;
                    break;
                default:
            }
        }
        this.copy(done, end);
    }
    /** The offset of the brace of the module that only tests see and whose attribute ends at `close`, or -1. */
    #testModule(start, close, end) {
        const text = this.#text;
        if (close - start > 30 || !TEST_ATTRIBUTE.test(text.slice(start, close + 1)))
            return -1;
        let at = close + 1;
        for (;;) {
            at = skipSpace(text, at, end);
            const after = skipComment(text, at, end);
            if (after > at)
                at = after;
            else if (text.charCodeAt(at) === condense_HASH && text.charCodeAt(at + 1) === BRACKET) {
                at = closingBracket(text, at + 1, end) + 1;
            }
            else
                break;
        }
        const found = MODULE.exec(text.slice(at, Math.min(end, at + 200)));
        return found === null ? -1 : at + found[0].length - 1;
    }
    /** Handles the macro whose `!` stands at `bang`; `at` is `bang` when there is none. */
    #macro(done, bang, end, inItems) {
        const text = this.#text;
        const none = { done, at: bang };
        let from = bang;
        while (from > 0 && isWord(text.charCodeAt(from - 1)))
            from--;
        if (from === bang)
            return none;
        const name = text.slice(from, bang);
        if (KEYWORDS.has(name))
            return none;
        let open = skipSpace(text, bang + 1, end);
        if (name === 'macro_rules') {
            while (open < end && isWord(text.charCodeAt(open)))
                open++;
            open = skipSpace(text, open, end);
        }
        if (open >= end || !isOpening(text.charCodeAt(open)))
            return none;
        const before = text.charCodeAt(from - 1);
        const written = !inItems &&
            before !== condense_HASH &&
            text.charCodeAt(open) !== BRACE_OPEN &&
            ARGUMENT_MACROS.has(name) &&
            !NO_CODE_MACROS.has(name) &&
            !MATCH_MACROS.has(name) &&
            this.#nesting < MAX_NESTING;
        if (written) {
            const close = closingBracket(text, open, end);
            const list = close < end ? this.#arguments(name, { start: open + 1, end: close }) : null;
            if (list !== null) {
                this.copy(done, bang);
                this.write('(', open);
                this.#calls.set(bang, list.form);
                this.#nesting++;
                for (const piece of list.pieces) {
                    this.condense(piece.start, piece.end, 'code');
                    this.write(',', piece.end);
                }
                this.#nesting--;
                this.write(')', close);
                return { done: close + 1, at: close + 1 };
            }
        }
        const close = closingBracket(text, open, end, this.#comments);
        this.copy(done, open + 1);
        return { done: close, at: close + 1 };
    }
    /** The arguments as pieces of the file; null when they are no plain list. */
    #arguments(name, body) {
        const { pieces, semicolons } = argumentsIn(this.#text, body);
        if (!semicolons)
            return { form: 'args', pieces };
        const repeat = repeatIn(this.#text, body, name);
        return repeat === null ? null : { form: 'repeat', pieces: repeat };
    }
}

// EXTERNAL MODULE: external "./vendor/web-tree-sitter/web-tree-sitter.js"
var web_tree_sitter_js_ = __webpack_require__(256);
;// CONCATENATED MODULE: ./build/syntax/decode.js
const HEAP = {
    paddingBytes: 4,
    sizeBytes: 16,
    childCount: 36,
    symbol: 40,
    flags: 44,
    productionId: 66,
};
/** Byte offsets of the tables in `TSLanguage`, language ABI 15 (and 14) on 32 bits. */
const LANGUAGE = {
    symbolCount: 4,
    aliasCount: 8,
    productionIdCount: 28,
    fieldCount: 32,
    maxAliasSequenceLength: 36,
    fieldMapSlices: 64,
    fieldMapEntries: 68,
    symbolMetadata: 72,
    publicSymbolMap: 76,
    aliasSequences: 84,
};
const VISIBLE = 2;
const EXTRA = 8;
const HEAP_VISIBLE = 1;
const HEAP_EXTRA = 4;
const SUBTREE_BYTES = 8;
const ERROR_SYMBOL = 65535;
const ERROR_REPEAT_SYMBOL = 65534;
/** The grammar's tables that say how a child is renamed and which field names it. */
class LanguageTables {
    publicSymbol;
    /** Alias by `production * width + structural child`; 0 for none. */
    aliases;
    /** Field id by `production * width + structural child`; 0 for none. */
    fields;
    width;
    constructor(language, memory) {
        const view = new DataView(memory.buffer);
        const at = languageAddress(language);
        const word = (offset) => view.getUint32(at + offset, true);
        const symbols = word(LANGUAGE.symbolCount) + word(LANGUAGE.aliasCount);
        const productions = word(LANGUAGE.productionIdCount);
        const aliasWidth = view.getUint16(at + LANGUAGE.maxAliasSequenceLength, true);
        this.publicSymbol = new Uint16Array(symbols);
        const publicMap = word(LANGUAGE.publicSymbolMap);
        for (let i = 0; i < symbols; i++)
            this.publicSymbol[i] = view.getUint16(publicMap + 2 * i, true);
        const slices = word(LANGUAGE.fieldMapSlices);
        const entries = word(LANGUAGE.fieldMapEntries);
        let width = aliasWidth;
        const eachField = (visit) => {
            for (let production = 0; production < productions; production++) {
                const index = view.getUint16(slices + 4 * production, true);
                const length = view.getUint16(slices + 4 * production + 2, true);
                for (let i = index; i < index + length; i++) {
                    const inherited = view.getUint8(entries + 4 * i + 3) !== 0;
                    if (inherited)
                        continue;
                    visit(production, view.getUint16(entries + 4 * i, true), view.getUint8(entries + 4 * i + 2));
                }
            }
        };
        eachField((_production, _field, child) => {
            width = Math.max(width, child + 1);
        });
        this.width = width;
        this.aliases = new Uint16Array(productions * width);
        this.fields = new Uint8Array(productions * width);
        const sequences = word(LANGUAGE.aliasSequences);
        for (let production = 1; production < productions; production++) {
            for (let child = 0; child < aliasWidth; child++) {
                this.aliases[production * width + child] = view.getUint16(sequences + 2 * (production * aliasWidth + child), true);
            }
        }
        eachField((production, field, child) => {
            // The cursor reports the first entry that fits.
            const slot = production * width + child;
            if (this.fields[slot] === 0)
                this.fields[slot] = field;
        });
    }
}
function languageAddress(language) {
    const address = Reflect.get(language, 0);
    if (typeof address !== 'number')
        throw new Error('web-tree-sitter no longer keeps the language address');
    return address;
}
/** Grown as needed and used again for every file: a tree's arrays are only valid until the next decode. */
class Arena {
    capacity = 1 << 16;
    kind = new Uint16Array(this.capacity);
    field = new Uint8Array(this.capacity);
    start = new Int32Array(this.capacity);
    end = new Int32Array(this.capacity);
    next = new Int32Array(this.capacity);
    grow() {
        this.capacity *= 2;
        const bigger = (old, fresh) => {
            fresh.set(old);
            return fresh;
        };
        this.kind = bigger(this.kind, new Uint16Array(this.capacity));
        this.field = bigger(this.field, new Uint8Array(this.capacity));
        this.start = bigger(this.start, new Int32Array(this.capacity));
        this.end = bigger(this.end, new Int32Array(this.capacity));
        this.next = bigger(this.next, new Int32Array(this.capacity));
    }
}
const decode_arena = new Arena();
/**
 * @param root Address of the root `Subtree`, as the root node's `id`.
 * @returns Arrays that are overwritten by the next call.
 */
function decodeTree(text, root, tables, memory) {
    const u8 = new Uint8Array(memory.buffer);
    const u16 = new Uint16Array(memory.buffer);
    const u32 = new Uint32Array(memory.buffer);
    const { publicSymbol, aliases, fields, width } = tables;
    let count = 0;
    const open = (kind, field, startByte, sizeBytes) => {
        if (count === decode_arena.capacity)
            decode_arena.grow();
        decode_arena.kind[count] =
            kind === ERROR_SYMBOL || kind === ERROR_REPEAT_SYMBOL ? kind : (publicSymbol[kind] ?? kind);
        decode_arena.field[count] = field;
        decode_arena.start[count] = startByte >>> 1;
        decode_arena.end[count] = (startByte + sizeBytes) >>> 1;
        return count++;
    };
    const leaf = (kind, field, startByte, sizeBytes) => {
        // Opened first: it may replace the arrays, and the entry belongs into the new ones.
        const index = open(kind, field, startByte, sizeBytes);
        decode_arena.next[index] = count;
    };
    /** `pointer` addresses a SubtreeHeapData; `start` is its first byte after the padding. */
    const children = (pointer, start) => {
        const childCount = u32[(pointer + HEAP.childCount) >>> 2] ?? 0;
        const production = u16[(pointer + HEAP.productionId) >>> 1] ?? 0;
        let slot = pointer - childCount * SUBTREE_BYTES;
        let position = start;
        let structural = 0;
        for (let i = 0; i < childCount; i++, slot += SUBTREE_BYTES) {
            const word = u32[slot >>> 2] ?? 0;
            if ((word & 1) !== 0) {
                const size = u8[slot + 7] ?? 0;
                if (i > 0)
                    position += u8[slot + 6] ?? 0;
                let alias = 0;
                let field = 0;
                if ((word & EXTRA) === 0) {
                    if (production !== 0)
                        alias = aliases[production * width + structural] ?? 0;
                    if (structural < width)
                        field = fields[production * width + structural] ?? 0;
                    structural++;
                }
                if (alias !== 0)
                    leaf(alias, field || inherited, position, size);
                else if ((word & VISIBLE) !== 0)
                    leaf((word >>> 8) & 0xff, (word & EXTRA) === 0 ? field || inherited : 0, position, size);
                position += size;
                continue;
            }
            const size = u32[(word + HEAP.sizeBytes) >>> 2] ?? 0;
            const flags = u8[word + HEAP.flags] ?? 0;
            if (i > 0)
                position += u32[(word + HEAP.paddingBytes) >>> 2] ?? 0;
            let alias = 0;
            let field = 0;
            const extra = (flags & HEAP_EXTRA) !== 0;
            if (!extra) {
                if (production !== 0)
                    alias = aliases[production * width + structural] ?? 0;
                if (structural < width)
                    field = fields[production * width + structural] ?? 0;
                structural++;
            }
            const named = extra ? 0 : field || inherited;
            const hasChildren = (u32[(word + HEAP.childCount) >>> 2] ?? 0) > 0;
            if (alias !== 0 || (flags & HEAP_VISIBLE) !== 0) {
                const index = open(alias !== 0 ? alias : (u16[(word + HEAP.symbol) >>> 1] ?? 0), named, position, size);
                if (hasChildren) {
                    const outer = inherited;
                    inherited = 0;
                    children(word, position);
                    inherited = outer;
                }
                decode_arena.next[index] = count;
            }
            else if (hasChildren) {
                const outer = inherited;
                inherited = named;
                children(word, position);
                inherited = outer;
            }
            position += size;
        }
    };
    /** The field that hidden ancestors give to the node being opened. */
    let inherited = 0;
    const pointer = u32[root >>> 2] ?? 0;
    const start = u32[(pointer + HEAP.paddingBytes) >>> 2] ?? 0;
    const index = open(u16[(pointer + HEAP.symbol) >>> 1] ?? 0, 0, start, u32[(pointer + HEAP.sizeBytes) >>> 2] ?? 0);
    children(pointer, start);
    decode_arena.next[index] = count;
    return {
        text,
        count,
        kind: decode_arena.kind,
        field: decode_arena.field,
        start: decode_arena.start,
        end: decode_arena.end,
        next: decode_arena.next,
    };
}

;// CONCATENATED MODULE: ./build/syntax/engine.js
/**
 * Turns Rust text into a flat tree: parallel arrays in document order that cost no call into the
 * parser to read. The parser's own tree is freed before this module returns.
 */


/** A file whose text the parser gave up on. */
class SyntaxEngineError extends Error {
    name = 'SyntaxEngineError';
}
let runtime;
async function startRuntime(bytes) {
    const memory = new WebAssembly.Memory({ initial: 512, maximum: 32768 });
    await web_tree_sitter_js_.Parser.init({ wasmBinary: bytes.runtime, wasmMemory: memory });
    return { memory, language: await web_tree_sitter_js_.Language.load(bytes.grammar) };
}
class Engine {
    /** Node kind names by symbol; anonymous tokens have their text as name. */
    kinds;
    fields;
    #parser;
    #memory;
    #tables;
    #language;
    constructor(parser, language, memory) {
        this.#parser = parser;
        this.#memory = memory;
        this.#tables = new LanguageTables(language, memory);
        this.#language = language;
        this.kinds = language.types;
        this.fields = language.fields.map((name) => name ?? '');
    }
    /** The parser's runtime exists once in a process; all engines share it and its memory. */
    static async start(bytes) {
        runtime ??= startRuntime(bytes);
        const { memory, language } = await runtime;
        const parser = new web_tree_sitter_js_.Parser();
        parser.setLanguage(language);
        return new Engine(parser, language, memory);
    }
    /** False for tokens such as `(` and keywords. */
    isNamed(kind) {
        return this.#language.nodeTypeIsNamed(kind);
    }
    /** @throws SyntaxEngineError when the parser gives no tree. */
    parse(text) {
        const tree = this.#parser.parse(text);
        if (tree === null)
            throw new SyntaxEngineError('the parser returned no tree');
        try {
            return decodeTree(text, rootOf(tree).id, this.#tables, this.#memory);
        }
        finally {
            tree.delete();
        }
    }
    /** Only for the test that holds the decoder against the parser's own cursor. */
    walkTree(text, visit) {
        const tree = this.#parser.parse(text);
        if (tree === null)
            throw new SyntaxEngineError('the parser returned no tree');
        try {
            return visit(tree);
        }
        finally {
            tree.delete();
        }
    }
}
function rootOf(tree) {
    return tree.rootNode;
}

;// CONCATENATED MODULE: ./build/syntax/tree.js
/** Gives the children their parent, and returns the parent. */
function adopt(node, children) {
    for (const child of children)
        if (child !== null)
            child.parent = node;
    return node;
}
/** `r#type` is the name `type`. */
function rawName(text) {
    return text.startsWith('r#') ? text.slice(2) : text;
}
/** `use std::fs::{self}` brings in `std::fs`. */
function trimSelf(path) {
    return path.length > 1 && path[path.length - 1] === 'self' ? path.slice(0, -1) : path;
}

;// CONCATENATED MODULE: ./build/syntax/expressions.js

const literal = (type) => (l, i) => {
    const text = l.slice(i);
    const actual = type === 'str' && /^(b|br)["#]/.test(text) ? 'bytes' : type;
    return { kind: 'literal', start: l.start(i), end: l.end(i), parent: null, type: actual, text };
};
const pathHandler = (l, i) => l.path(i);
const label = (l, i) => {
    const c = l.kindChild(i, 'label');
    return c < 0 ? null : l.slice(c).replace("'", '');
};
const list = (kind) => (l, i) => {
    const elements = l.exprs(l.named(i));
    return adopt({ kind, start: l.start(i), end: l.end(i), parent: null, elements }, elements);
};
/** Traits that are there for their methods, under names that no type has; and the methods of those that one may have. */
const METHOD_TRAITS = /^(?:Async(?:Buf)?(?:Read|Write|Seek)Ext|(?:Buf)?(?:Read|Write|Seek)(?:Bytes)?Ext|(?:Try)?(?:Stream|Future)Ext|SinkExt)$/;
const IO_TRAITS = /^(?:Read|BufRead|Write|Seek)$/;
const IO_METHODS = /^(?:read|read_\w+|write|write_\w+|flush|seek|rewind|stream_\w+|lines|bytes|by_ref|fill_buf|consume)$/;
/** `AsyncWriteExt::write_all(&mut w, b"x")` is the method call `w.write_all(b"x")`, spelled out. */
function spelledOut(l, i, callee, args) {
    const [self, ...rest] = args;
    if (self === undefined || callee.kind !== 'path')
        return null;
    const { segments } = callee;
    const method = segments[segments.length - 1];
    const trait = segments[segments.length - 2]?.name ?? '';
    if (method === undefined)
        return null;
    if (!METHOD_TRAITS.test(trait) && !(IO_TRAITS.test(trait) && IO_METHODS.test(method.name)))
        return null;
    const receiver = self.kind === 'ref' ? self.operand : self;
    return adopt({
        kind: 'method',
        start: l.start(i),
        end: l.end(i),
        parent: null,
        receiver,
        name: method.name,
        nameStart: method.start,
        generics: method.generics,
        args: rest,
    }, [receiver, ...method.generics, ...rest]);
}
const suffixed = (kind) => (l, i) => {
    const base = l.expr(l.firstNamed(i));
    return adopt({ kind, start: l.start(i), end: l.end(i), parent: null, base }, [base]);
};
const leaving = (kind) => (l, i) => {
    const value = l.optional(l.firstNamed(i));
    return adopt({ kind, start: l.start(i), end: l.end(i), parent: null, value }, [value]);
};
/** `usual`: the operator where the grammar names none. */
const sided = (kind, usual) => (l, i) => {
    const left = l.expr(l.child(i, l.f.left));
    const right = l.expr(l.child(i, l.f.right));
    const operator = l.child(i, l.f.operator);
    const op = operator < 0 ? usual : l.slice(operator);
    return adopt({ kind, start: l.start(i), end: l.end(i), parent: null, op, left, right }, [left, right]);
};
const condition = (l, i) => {
    switch (l.kindName(i)) {
        case 'let_condition': {
            const pattern = l.patternOf(l.child(i, l.f.pattern));
            const value = l.expr(l.child(i, l.f.value));
            return adopt({ kind: 'letCond', start: l.start(i), end: l.end(i), parent: null, pattern, value }, [
                pattern,
                value,
            ]);
        }
        case 'let_chain': {
            const parts = l.named(i).map((c) => condition(l, c));
            return parts.reduce((left, right) => adopt({ kind: 'binary', start: left.start, end: right.end, parent: null, op: '&&', left, right }, [
                left,
                right,
            ]));
        }
        default:
            return l.expr(i);
    }
};
const EXPR = {
    identifier: pathHandler,
    scoped_identifier: pathHandler,
    generic_function: pathHandler,
    self: pathHandler,
    super: pathHandler,
    crate: pathHandler,
    metavariable: pathHandler,
    type_identifier: pathHandler,
    scoped_type_identifier: pathHandler,
    generic_type: pathHandler,
    generic_type_with_turbofish: pathHandler,
    string_literal: literal('str'),
    raw_string_literal: literal('str'),
    char_literal: literal('char'),
    boolean_literal: literal('bool'),
    integer_literal: literal('int'),
    float_literal: literal('float'),
    negative_literal: literal('int'),
    unit_expression: (l, i) => ({
        kind: 'tuple',
        start: l.start(i),
        end: l.end(i),
        parent: null,
        elements: [],
    }),
    parenthesized_expression: (l, i) => l.expr(l.firstNamed(i)),
    expression_statement: (l, i) => l.expr(l.firstNamed(i)),
    let_condition: condition,
    let_chain: condition,
    tuple_expression: list('tuple'),
    array_expression: (l, i) => {
        const length = l.child(i, l.f.length);
        if (length < 0)
            return list('array')(l, i);
        const named = l.named(i).filter((c) => l.kindName(c) !== 'attribute_item');
        const value = l.expr(named[0] ?? -1);
        const size = l.expr(length);
        return adopt({ kind: 'repeat', start: l.start(i), end: l.end(i), parent: null, value, length: size }, [
            value,
            size,
        ]);
    },
    call_expression: (l, i) => {
        const callee = l.child(i, l.f.function);
        const list = l.child(i, l.f.arguments);
        const form = l.macroForm(callee);
        if (form !== undefined && list >= 0)
            return l.writtenMacro(i, { callee, list, form });
        const args = list < 0 ? [] : l.exprs(l.named(list));
        // `a.b::<T>(x)` arrives as a generic function around a field expression.
        let target = callee;
        let generics = [];
        if (l.kindName(callee) === 'generic_function') {
            const inner = l.child(callee, l.f.function);
            if (inner >= 0 && l.kindName(inner) === 'field_expression') {
                target = inner;
                const typeArgs = l.child(callee, l.f.typeArguments);
                generics = typeArgs < 0 ? [] : l.typeArguments(typeArgs).types;
            }
        }
        if (l.kindName(target) === 'field_expression') {
            const field = l.child(target, l.f.field);
            if (field >= 0 && l.kindName(field) === 'field_identifier') {
                const receiver = l.expr(l.child(target, l.f.value));
                return adopt({
                    kind: 'method',
                    start: l.start(i),
                    end: l.end(i),
                    parent: null,
                    receiver,
                    name: rawName(l.slice(field)),
                    nameStart: l.start(field),
                    generics,
                    args,
                }, [receiver, ...generics, ...args]);
            }
        }
        const function_ = l.expr(callee);
        const spelled = spelledOut(l, i, function_, args);
        if (spelled !== null)
            return spelled;
        return adopt({ kind: 'call', start: l.start(i), end: l.end(i), parent: null, callee: function_, args }, [
            function_,
            ...args,
        ]);
    },
    field_expression: (l, i) => {
        const base = l.expr(l.child(i, l.f.value));
        const name = l.child(i, l.f.field);
        return adopt({
            kind: 'field',
            start: l.start(i),
            end: l.end(i),
            parent: null,
            base,
            name: name < 0 ? '' : rawName(l.slice(name)),
        }, [base]);
    },
    index_expression: (l, i) => {
        const [a, b] = l.named(i);
        const base = l.expr(a ?? -1);
        const index = l.expr(b ?? -1);
        return adopt({ kind: 'index', start: l.start(i), end: l.end(i), parent: null, base, index }, [
            base,
            index,
        ]);
    },
    await_expression: suffixed('await'),
    try_expression: suffixed('try'),
    unary_expression: (l, i) => {
        const operand = l.expr(l.firstNamed(i));
        const sign = l.text[l.start(i)];
        const op = sign === '*' || sign === '!' ? sign : '-';
        return adopt({ kind: 'unary', start: l.start(i), end: l.end(i), parent: null, op, operand }, [operand]);
    },
    reference_expression: (l, i) => {
        const operand = l.expr(l.child(i, l.f.value));
        return adopt({
            kind: 'ref',
            start: l.start(i),
            end: l.end(i),
            parent: null,
            mutable: l.has(i, 'mutable_specifier'),
            operand,
        }, [operand]);
    },
    binary_expression: sided('binary', ''),
    assignment_expression: sided('assign', '='),
    compound_assignment_expr: sided('assign', ''),
    type_cast_expression: (l, i) => {
        const value = l.expr(l.child(i, l.f.value));
        const type = l.typeOf(l.child(i, l.f.type));
        return adopt({ kind: 'cast', start: l.start(i), end: l.end(i), parent: null, value, type }, [
            value,
            type,
        ]);
    },
    return_expression: leaving('return'),
    yield_expression: leaving('yield'),
    break_expression: (l, i) => {
        const named = l.named(i).filter((c) => l.kindName(c) !== 'label');
        const value = l.optional(named[0] ?? -1);
        return adopt({ kind: 'break', start: l.start(i), end: l.end(i), parent: null, label: label(l, i), value }, [value]);
    },
    continue_expression: (l, i) => ({
        kind: 'continue',
        start: l.start(i),
        end: l.end(i),
        parent: null,
        label: label(l, i),
    }),
    range_expression: (l, i) => {
        const named = l.named(i);
        const dots = Math.max(l.kindChild(i, '..'), l.kindChild(i, '..='), l.kindChild(i, '...'));
        let from = null;
        let to = null;
        for (const c of named) {
            if (c < dots)
                from = l.expr(c);
            else
                to = l.expr(c);
        }
        return adopt({ kind: 'range', start: l.start(i), end: l.end(i), parent: null, from, to, inclusive: l.has(i, '..=') }, [from, to]);
    },
    struct_expression: (l, i) => {
        const path = l.path(l.child(i, l.f.name));
        const fields = [];
        let rest = null;
        const body = l.child(i, l.f.body);
        if (body >= 0) {
            for (const c of l.named(body)) {
                const kind = l.kindName(c);
                if (kind === 'shorthand_field_initializer') {
                    const inner = l.named(c).filter((n) => l.kindName(n) !== 'attribute_item');
                    const value = l.expr(inner[0] ?? -1);
                    fields.push({ name: l.slice(inner[0] ?? c), start: l.start(c), value });
                }
                else if (kind === 'field_initializer') {
                    const value = l.expr(l.child(c, l.f.value));
                    fields.push({ name: l.nameOf(c, l.f.field), start: l.start(c), value });
                }
                else if (kind === 'base_field_initializer')
                    rest = l.optional(l.firstNamed(c));
            }
        }
        return adopt({ kind: 'struct', start: l.start(i), end: l.end(i), parent: null, path, fields, rest }, [
            path,
            ...fields.map((f) => f.value),
            rest,
        ]);
    },
    if_expression: (l, i) => {
        const cond = condition(l, l.child(i, l.f.condition));
        const then = l.block(l.child(i, l.f.consequence));
        const alternative = l.child(i, l.f.alternative);
        const otherwise = alternative < 0 ? null : l.optional(l.firstNamed(alternative));
        return adopt({ kind: 'if', start: l.start(i), end: l.end(i), parent: null, cond, then, else: otherwise }, [cond, then, otherwise]);
    },
    match_expression: (l, i) => {
        const value = l.expr(l.child(i, l.f.value));
        const arms = [];
        const body = l.child(i, l.f.body);
        if (body >= 0) {
            for (const c of l.named(body)) {
                const name = l.kindName(c);
                if (name === 'match_arm' || name === 'last_match_arm')
                    arms.push(matchArm(l, c));
            }
        }
        return adopt({ kind: 'match', start: l.start(i), end: l.end(i), parent: null, value, arms }, [
            value,
            ...arms,
        ]);
    },
    while_expression: (l, i) => {
        const cond = condition(l, l.child(i, l.f.condition));
        const body = l.block(l.child(i, l.f.body));
        return adopt({ kind: 'while', start: l.start(i), end: l.end(i), parent: null, label: label(l, i), cond, body }, [cond, body]);
    },
    loop_expression: (l, i) => {
        const body = l.block(l.child(i, l.f.body));
        return adopt({ kind: 'loop', start: l.start(i), end: l.end(i), parent: null, label: label(l, i), body }, [
            body,
        ]);
    },
    for_expression: (l, i) => {
        const pattern = l.patternOf(l.child(i, l.f.pattern));
        const iter = l.expr(l.child(i, l.f.value));
        const body = l.block(l.child(i, l.f.body));
        return adopt({
            kind: 'for',
            start: l.start(i),
            end: l.end(i),
            parent: null,
            label: label(l, i),
            pattern,
            iter,
            body,
        }, [pattern, iter, body]);
    },
    closure_expression: (l, i) => {
        const { params } = l.params(l.child(i, l.f.parameters));
        const body = l.expr(l.child(i, l.f.body));
        return adopt({
            kind: 'closure',
            start: l.start(i),
            end: l.end(i),
            parent: null,
            async: l.has(i, 'async'),
            move: l.has(i, 'move'),
            params,
            body,
        }, [...params, body]);
    },
    block: (l, i) => l.block(i, { label: label(l, i) }),
    unsafe_block: (l, i) => l.block(l.kindChild(i, 'block'), { unsafe: true }),
    const_block: (l, i) => l.block(l.kindChild(i, 'block')),
    try_block: (l, i) => l.block(l.kindChild(i, 'block')),
    gen_block: (l, i) => l.block(l.kindChild(i, 'block')),
    async_block: (l, i) => l.block(l.kindChild(i, 'block'), { async: true, move: l.has(i, 'move'), start: l.start(i) }),
    macro_invocation: (l, i) => l.macro(i),
};
function matchArm(l, i) {
    const attrs = l
        .named(i)
        .filter((c) => l.kindName(c) === 'attribute_item')
        .map((c) => l.attr(c));
    const head = l.child(i, l.f.pattern);
    let pattern;
    let guard = null;
    if (head >= 0 && l.kindName(head) === 'match_pattern') {
        pattern = l.patternOf(l.namedOrWild(head)[0] ?? -1);
        const cond = l.child(head, l.f.condition);
        guard = cond < 0 ? null : condition(l, cond);
    }
    else
        pattern = l.patternOf(head);
    const body = l.expr(l.child(i, l.f.value));
    return adopt({ kind: 'arm', start: l.start(i), end: l.end(i), parent: null, pattern, guard, body, attrs }, [
        pattern,
        guard,
        body,
    ]);
}

;// CONCATENATED MODULE: ./build/syntax/flat.js
/** A parsed file before it is lowered: plain arrays. */
/** tree-sitter's own symbol for text that fits no rule. */
const ERROR_KIND = 65535;

;// CONCATENATED MODULE: ./build/syntax/items.js

const fn = (l, i) => {
    const base = l.itemBase(i, l.nameOf(i));
    const name = l.child(i, l.f.name);
    const modifiers = l.kindChild(i, 'function_modifiers');
    const { params, self } = l.params(l.child(i, l.f.parameters));
    const ret = l.optionalType(l.child(i, l.f.returnType));
    const generics = l.generics(i);
    const bodyNode = l.child(i, l.f.body);
    const body = bodyNode < 0 ? null : l.block(bodyNode);
    return adopt({
        kind: 'fn',
        ...base,
        nameStart: name < 0 ? base.start : l.start(name),
        async: modifiers >= 0 && l.has(modifiers, 'async'),
        generics,
        params,
        self,
        ret,
        body,
    }, [...params, ret, body]);
};
const struct = (l, i) => {
    const base = l.itemBase(i, l.nameOf(i));
    const body = l.child(i, l.f.body);
    const fields = l.fieldDefs(body);
    const tuple = body >= 0 && l.kindName(body) === 'ordered_field_declaration_list';
    return adopt({ kind: 'structDef', ...base, generics: l.generics(i), tuple, fields }, fields);
};
const stat = (constant) => (l, i) => {
    const base = l.itemBase(i, l.nameOf(i));
    const type = l.optionalType(l.child(i, l.f.type));
    const value = l.optional(l.child(i, l.f.value));
    return adopt({ kind: 'static', ...base, constant, type, value }, [type, value]);
};
const ITEM = {
    function_item: fn,
    function_signature_item: fn,
    struct_item: struct,
    union_item: struct,
    enum_item: (l, i) => {
        const base = l.itemBase(i, l.nameOf(i));
        const variants = l.variants(l.child(i, l.f.body));
        return adopt({ kind: 'enumDef', ...base, generics: l.generics(i), variants }, variants);
    },
    impl_item: (l, i) => {
        const base = l.itemBase(i, '');
        const traitNode = l.child(i, l.f.trait);
        const trait = traitNode < 0 ? null : l.typePath(traitNode);
        const self = l.typeOf(l.child(i, l.f.type));
        const body = l.child(i, l.f.body);
        const generics = l.generics(i);
        const items = body < 0 ? [] : l.items(body);
        return adopt({ kind: 'impl', ...base, generics, trait, self, items }, [trait, self, ...items]);
    },
    trait_item: (l, i) => {
        const base = l.itemBase(i, l.nameOf(i));
        const body = l.child(i, l.f.body);
        const generics = l.generics(i);
        const items = body < 0 ? [] : l.items(body);
        return adopt({ kind: 'trait', ...base, generics, items }, items);
    },
    mod_item: (l, i) => {
        const base = l.itemBase(i, l.nameOf(i));
        const body = l.child(i, l.f.body);
        const items = body < 0 ? null : l.items(body);
        const attrs = body < 0 ? base.attrs : [...base.attrs, ...l.innerAttrs(body)];
        return adopt({ kind: 'mod', ...base, attrs, items }, items ?? []);
    },
    use_declaration: (l, i) => ({ kind: 'use', ...l.itemBase(i, ''), names: l.useNames(i) }),
    const_item: stat(true),
    static_item: stat(false),
    type_item: (l, i) => {
        const base = l.itemBase(i, l.nameOf(i));
        const type = l.optionalType(l.child(i, l.f.type));
        return adopt({ kind: 'typeAlias', ...base, generics: l.generics(i), type }, [type]);
    },
    associated_type: (l, i) => ({ kind: 'typeAlias', ...l.itemBase(i, l.nameOf(i)), generics: [], type: null }),
    extern_crate_declaration: (l, i) => {
        const base = l.itemBase(i, l.nameOf(i));
        const alias = l.nameOf(i, l.f.alias);
        return { kind: 'externCrate', ...base, crate: base.name, name: alias === '' ? base.name : alias };
    },
    macro_invocation: (l, i) => {
        const base = l.itemBase(i, '');
        const macro = l.macro(i);
        return adopt({ kind: 'macroItem', ...base, macro }, [macro]);
    },
    macro_definition: (l, i) => l.otherItem(i, l.nameOf(i)),
    foreign_mod_item: (l, i) => l.otherItem(i, ''),
};

;// CONCATENATED MODULE: ./build/syntax/patterns.js

/** A name that a pattern binds. */
const ident = (l, i, flags = {}) => {
    const sub = flags.sub ?? null;
    return adopt({
        kind: 'patIdent',
        start: l.start(i),
        end: l.end(i),
        parent: null,
        name: rawName(l.slice(i)),
        byRef: flags.byRef ?? false,
        mutable: flags.mutable ?? false,
        sub,
    }, [sub]);
};
const patternList = (kind) => (l, i) => {
    const elements = l.patterns(l.namedOrWild(i));
    return adopt({ kind, start: l.start(i), end: l.end(i), parent: null, elements }, elements);
};
const patPath = (l, i) => {
    const path = l.path(i);
    return adopt({ kind: 'patPath', start: path.start, end: path.end, parent: null, path }, [path]);
};
const PATTERN = {
    identifier: (l, i) => (/^[A-Z]/.test(l.slice(i)) ? patPath(l, i) : ident(l, i)),
    shorthand_field_identifier: (l, i) => ident(l, i),
    scoped_identifier: patPath,
    generic_pattern: patPath,
    tuple_pattern: patternList('patTuple'),
    slice_pattern: patternList('patSlice'),
    or_pattern: patternList('patOr'),
    mut_pattern: (l, i) => {
        const inner = l.named(i).find((c) => l.kindName(c) !== 'mutable_specifier') ?? -1;
        return inner < 0
            ? l.patternOf(-1)
            : l.kindName(inner) === 'identifier'
                ? ident(l, inner, { mutable: true })
                : l.patternOf(inner);
    },
    ref_pattern: (l, i) => {
        const inner = l.patternOf(l.firstNamed(i));
        return inner.kind === 'patIdent' ? { ...inner, byRef: true } : inner;
    },
    captured_pattern: (l, i) => {
        const [name, sub] = l.named(i);
        return ident(l, name ?? i, { sub: sub === undefined ? null : l.patternOf(sub) });
    },
    reference_pattern: (l, i) => {
        const named = l.named(i).filter((c) => l.kindName(c) !== 'mutable_specifier');
        const inner = l.patternOf(named[0] ?? -1);
        return adopt({ kind: 'patRef', start: l.start(i), end: l.end(i), parent: null, inner }, [inner]);
    },
    tuple_struct_pattern: (l, i) => {
        const type = l.child(i, l.f.type);
        const path = l.path(type >= 0 ? type : l.firstNamed(i));
        const elements = l.patterns(l.namedOrWild(i).filter((c) => c !== type));
        return adopt({ kind: 'patTupleStruct', start: l.start(i), end: l.end(i), parent: null, path, elements }, [
            path,
            ...elements,
        ]);
    },
    struct_pattern: (l, i) => {
        const type = l.child(i, l.f.type);
        const path = l.path(type >= 0 ? type : l.firstNamed(i));
        const fields = [];
        for (const c of l.named(i)) {
            if (l.kindName(c) !== 'field_pattern')
                continue;
            const name = l.child(c, l.f.name);
            const inner = l.child(c, l.f.pattern);
            if (inner >= 0)
                fields.push({ name: l.slice(name), pattern: l.patternOf(inner) });
            else if (name >= 0) {
                fields.push({
                    name: l.slice(name),
                    pattern: ident(l, name, { mutable: l.has(c, 'mutable_specifier'), byRef: l.has(c, 'ref') }),
                });
            }
        }
        return adopt({ kind: 'patStruct', start: l.start(i), end: l.end(i), parent: null, path, fields }, [
            path,
            ...fields.map((f) => f.pattern),
        ]);
    },
};

;// CONCATENATED MODULE: ./build/syntax/types.js

const tyPath = (l, i) => l.typePath(i);
const bounds = (dynamic) => (l, i) => {
    const trait = l.child(i, l.f.trait);
    const inner = trait >= 0 ? trait : l.firstNamed(i);
    let found;
    if (inner >= 0 && l.kindName(inner) === 'bounded_type')
        found = l.boundTypes(inner);
    else if (inner >= 0)
        found = [l.typeOf(inner)];
    else
        found = [];
    return adopt({ kind: 'tyBounds', start: l.start(i), end: l.end(i), parent: null, dynamic, bounds: found }, found);
};
const TYPE = {
    type_identifier: tyPath,
    identifier: tyPath,
    self: tyPath,
    primitive_type: tyPath,
    scoped_type_identifier: tyPath,
    scoped_identifier: tyPath,
    generic_type: tyPath,
    generic_type_with_turbofish: tyPath,
    metavariable: tyPath,
    reference_type: (l, i) => {
        const inner = l.typeOf(l.child(i, l.f.type));
        return adopt({
            kind: 'tyRef',
            start: l.start(i),
            end: l.end(i),
            parent: null,
            mutable: l.has(i, 'mutable_specifier'),
            inner,
        }, [inner]);
    },
    tuple_type: (l, i) => {
        const elements = l.named(i).map((c) => l.typeOf(c));
        return adopt({ kind: 'tyTuple', start: l.start(i), end: l.end(i), parent: null, elements }, elements);
    },
    unit_type: (l, i) => ({ kind: 'tyTuple', start: l.start(i), end: l.end(i), parent: null, elements: [] }),
    array_type: (l, i) => {
        const element = l.typeOf(l.child(i, l.f.element));
        const length = l.child(i, l.f.length);
        if (length < 0)
            return adopt({ kind: 'tySlice', start: l.start(i), end: l.end(i), parent: null, element }, [element]);
        const size = l.expr(length);
        return adopt({ kind: 'tyArray', start: l.start(i), end: l.end(i), parent: null, element, length: size }, [
            element,
            size,
        ]);
    },
    function_type: (l, i) => {
        const trait = l.child(i, l.f.trait);
        const list = l.child(i, l.f.parameters);
        const params = list < 0
            ? []
            : l.named(list).map((c) => l.typeOf(l.kindName(c) === 'parameter' ? l.child(c, l.f.type) : c));
        const ret = l.optionalType(l.child(i, l.f.returnType));
        return adopt({
            kind: 'tyFn',
            start: l.start(i),
            end: l.end(i),
            parent: null,
            name: trait < 0 ? 'fn' : l.slice(trait),
            params,
            ret,
        }, [...params, ret]);
    },
    abstract_type: bounds(false),
    dynamic_type: bounds(true),
    bounded_type: (l, i) => {
        const found = l.boundTypes(i);
        return adopt({ kind: 'tyBounds', start: l.start(i), end: l.end(i), parent: null, dynamic: true, bounds: found }, found);
    },
};

;// CONCATENATED MODULE: ./build/syntax/lower.js






/** Symbol tables of one grammar, made once. */
class Grammar {
    named;
    comment;
    name;
    fields = new Map();
    expr = [];
    item = [];
    pattern = [];
    type = [];
    constructor(engine) {
        this.name = engine.kinds;
        this.named = new Uint8Array(65536);
        this.comment = new Uint8Array(65536);
        engine.kinds.forEach((name, kind) => {
            if (engine.isNamed(kind)) {
                this.named[kind] = 1;
                this.expr[kind] = EXPR[name];
                this.item[kind] = ITEM[name];
                this.pattern[kind] = PATTERN[name];
                this.type[kind] = TYPE[name];
            }
            if (name === 'line_comment' || name === 'block_comment')
                this.comment[kind] = 1;
        });
        engine.fields.forEach((name, id) => {
            if (name !== '')
                this.fields.set(name, id);
        });
    }
    field(name) {
        const id = this.fields.get(name);
        if (id === undefined)
            throw new Error(`the grammar has no field ${name}`);
        return id;
    }
}
const NO_NODES = [];
const NO_CALLS = new Map();
class Lowerer {
    grammar;
    f;
    #tree;
    /** The file's own text: names are cut from it. */
    text = '';
    /** Maps an offset of the parsed text to the file's; null where they are the same. */
    #origin = null;
    #calls = NO_CALLS;
    /** Macros found since the last `takeMacros`. */
    #macros = [];
    #comments = [];
    unparsed = [];
    constructor(grammar) {
        this.grammar = grammar;
        this.f = {
            name: grammar.field('name'),
            body: grammar.field('body'),
            type: grammar.field('type'),
            value: grammar.field('value'),
            pattern: grammar.field('pattern'),
            condition: grammar.field('condition'),
            consequence: grammar.field('consequence'),
            alternative: grammar.field('alternative'),
            left: grammar.field('left'),
            right: grammar.field('right'),
            operator: grammar.field('operator'),
            function: grammar.field('function'),
            arguments: grammar.field('arguments'),
            path: grammar.field('path'),
            field: grammar.field('field'),
            parameters: grammar.field('parameters'),
            returnType: grammar.field('return_type'),
            typeParameters: grammar.field('type_parameters'),
            typeArguments: grammar.field('type_arguments'),
            bounds: grammar.field('bounds'),
            trait: grammar.field('trait'),
            macro: grammar.field('macro'),
            alias: grammar.field('alias'),
            list: grammar.field('list'),
            argument: grammar.field('argument'),
            element: grammar.field('element'),
            length: grammar.field('length'),
            default: grammar.field('default_type'),
        };
    }
    /** Points the lowerer at a freshly parsed tree; `parsed` tells how its offsets lead to those of `text`. */
    begin(tree, text, parsed) {
        this.#tree = tree;
        this.text = text;
        this.#origin = parsed?.origin ?? null;
        this.#calls = parsed?.calls ?? NO_CALLS;
        this.#macros = [];
    }
    /** Forgets what belongs to the last file. */
    reset() {
        this.#comments = [];
        this.unparsed.length = 0;
    }
    takeMacros() {
        const found = this.#macros;
        this.#macros = [];
        return found;
    }
    takeComments() {
        return this.#comments;
    }
    /** Collects comments and syntax errors of the whole tree; only for the file itself. */
    scan() {
        const { kind, count, next } = this.#tree;
        const { comment } = this.grammar;
        let errorEnd = 0;
        for (let i = 0; i < count; i++) {
            const k = kind[i] ?? 0;
            if (comment[k] === 1)
                this.#comments.push({ start: this.start(i), end: this.end(i) });
            else if (k === ERROR_KIND && this.start(i) >= errorEnd) {
                errorEnd = this.end(i);
                this.unparsed.push({ start: this.start(i), end: errorEnd, why: 'syntax' });
                i = (next[i] ?? i + 1) - 1;
            }
        }
    }
    // ---- walking the flat tree ----------------------------------------------------------------------
    kindName(i) {
        const k = this.#tree.kind[i] ?? 0;
        return k === ERROR_KIND ? 'ERROR' : (this.grammar.name[k] ?? '');
    }
    /** The node's symbol. */
    symbol(i) {
        return this.#tree.kind[i] ?? 0;
    }
    start(i) {
        const at = this.#tree.start[i] ?? 0;
        return this.#origin === null ? at : (this.#origin[at] ?? 0);
    }
    end(i) {
        const at = this.#tree.end[i] ?? 0;
        if (this.#origin === null)
            return at;
        return at === (this.#tree.start[i] ?? 0) ? (this.#origin[at] ?? 0) : (this.#origin[at - 1] ?? 0) + 1;
    }
    slice(i) {
        return this.text.slice(this.start(i), this.end(i));
    }
    /** True when the parser found syntax errors or made up tokens. */
    hasError(i) {
        const stop = this.after(i);
        for (let n = i; n < stop; n++)
            if (this.isBroken(n))
                return true;
        return false;
    }
    /** An error node, or a token that the parser made up. */
    isBroken(i) {
        return this.#tree.kind[i] === ERROR_KIND || this.#tree.start[i] === this.#tree.end[i];
    }
    after(i) {
        return this.#tree.next[i] ?? this.#tree.count;
    }
    /** The child that a field names, or -1. */
    child(i, field) {
        const stop = this.after(i);
        const { field: fields, next } = this.#tree;
        for (let c = i + 1; c < stop; c = next[c] ?? stop)
            if (fields[c] === field)
                return c;
        return -1;
    }
    /** Named children without comments. */
    named(i) {
        const stop = this.after(i);
        const { kind, next } = this.#tree;
        let found = null;
        for (let c = i + 1; c < stop; c = next[c] ?? stop) {
            const k = kind[c] ?? 0;
            if (this.grammar.named[k] === 1 && this.grammar.comment[k] === 0) {
                found ??= [];
                found.push(c);
            }
        }
        return found ?? NO_NODES;
    }
    /** As `named`, with the wildcard `_`, which the grammar has as a token. */
    namedOrWild(i) {
        const stop = this.after(i);
        const { kind, next } = this.#tree;
        const found = [];
        for (let c = i + 1; c < stop; c = next[c] ?? stop) {
            const k = kind[c] ?? 0;
            if ((this.grammar.named[k] === 1 && this.grammar.comment[k] === 0) || this.grammar.name[k] === '_')
                found.push(c);
        }
        return found;
    }
    /** The first child (named or token) of that kind, or -1. */
    kindChild(i, name) {
        const stop = this.after(i);
        const { kind, next } = this.#tree;
        for (let c = i + 1; c < stop; c = next[c] ?? stop)
            if (this.grammar.name[kind[c] ?? 0] === name)
                return c;
        return -1;
    }
    has(i, token) {
        return this.kindChild(i, token) >= 0;
    }
    firstNamed(i) {
        const stop = this.after(i);
        const { kind, next } = this.#tree;
        for (let c = i + 1; c < stop; c = next[c] ?? stop) {
            const k = kind[c] ?? 0;
            if (this.grammar.named[k] === 1 && this.grammar.comment[k] === 0)
                return c;
        }
        return -1;
    }
    // ---- entry points -------------------------------------------------------------------------------
    /** Index of the root. */
    root = 0;
    expr(i) {
        if (i < 0)
            return this.missing();
        const handler = this.grammar.expr[this.symbol(i)];
        return handler === undefined ? this.other(i) : handler(this, i);
    }
    optional(i) {
        return i < 0 ? null : this.expr(i);
    }
    /** An unknown node: its named children as expressions, so that nothing below is lost. */
    other(i) {
        const children = this.named(i).map((c) => this.expr(c));
        return adopt({ kind: 'other', start: this.start(i), end: this.end(i), parent: null, children }, children);
    }
    missing() {
        return { kind: 'other', start: 0, end: 0, parent: null, children: [] };
    }
    exprs(nodes) {
        const found = [];
        for (const node of nodes)
            if (this.kindName(node) !== 'attribute_item')
                found.push(this.expr(node));
        return found;
    }
    /** A block in braces; also the body of the file-like `fn` that wraps macro text. */
    block(i, flags = {}) {
        const stmts = i < 0 ? [] : this.stmts(i);
        const last = stmts[stmts.length - 1];
        const tail = last !== undefined && last.kind === 'expr' && !last.semicolon ? last.expr : null;
        const block = {
            kind: 'block',
            start: flags.start ?? (i < 0 ? 0 : this.start(i)),
            end: i < 0 ? 0 : this.end(i),
            parent: null,
            async: flags.async ?? false,
            move: flags.move ?? false,
            unsafe: flags.unsafe ?? false,
            label: flags.label ?? null,
            stmts,
            tail,
        };
        for (const stmt of stmts)
            stmt.parent = block;
        return block;
    }
    /** A body that may be a plain expression (closures, match arms, `else`). */
    blockOf(i) {
        const lowered = this.expr(i);
        if (lowered.kind === 'block')
            return lowered;
        const block = {
            kind: 'block',
            start: lowered.start,
            end: lowered.end,
            parent: null,
            async: false,
            move: false,
            unsafe: false,
            label: null,
            stmts: [],
            tail: lowered,
        };
        lowered.parent = block;
        return block;
    }
    stmts(i) {
        const found = [];
        let attrs = [];
        const children = this.named(i);
        for (const c of children) {
            const name = this.kindName(c);
            if (name === 'attribute_item') {
                attrs.push(this.attr(c));
                continue;
            }
            if (name === 'inner_attribute_item' || name === 'label' || name === 'empty_statement')
                continue;
            if (name === 'let_declaration')
                found.push(this.let(c, attrs));
            else if (name === 'expression_statement') {
                const inner = this.firstNamed(c);
                found.push(this.exprStmt(c, inner, this.has(c, ';'), attrs));
            }
            else if (this.grammar.item[this.symbol(c)] !== undefined && name !== 'macro_invocation') {
                found.push(this.item(c, attrs));
            }
            else
                found.push(this.exprStmt(c, c, false, attrs));
            attrs = [];
        }
        return found;
    }
    exprStmt(i, inner, semicolon, attrs) {
        const expr = this.expr(inner);
        return adopt({ kind: 'expr', start: this.start(i), end: this.end(i), parent: null, expr, semicolon, attrs }, [expr]);
    }
    let(i, attrs) {
        const named = this.child(i, this.f.pattern);
        // `let mut x`: the grammar gives `mut` to the statement.
        const pattern = this.has(i, 'mutable_specifier') && this.kindName(named) === 'identifier'
            ? ident(this, named, { mutable: true })
            : this.patternOf(named);
        const type = this.optionalType(this.child(i, this.f.type));
        const init = this.optional(this.child(i, this.f.value));
        const orElse = this.child(i, this.f.alternative);
        const otherwise = orElse < 0 ? null : this.block(orElse);
        return adopt({
            kind: 'let',
            start: this.start(i),
            end: this.end(i),
            parent: null,
            pattern,
            type,
            init,
            else: otherwise,
            attrs,
        }, [pattern, type, init, otherwise]);
    }
    /** Items in a list, each with the attributes that stand before it. */
    items(i) {
        const found = [];
        let attrs = [];
        for (const c of this.named(i)) {
            const name = this.kindName(c);
            if (name === 'attribute_item') {
                attrs.push(this.attr(c));
                continue;
            }
            if (name === 'expression_statement') {
                const inner = this.firstNamed(c);
                if (inner >= 0 && this.kindName(inner) === 'macro_invocation')
                    found.push(this.item(inner, attrs));
                attrs = [];
                continue;
            }
            if (this.grammar.item[this.symbol(c)] !== undefined)
                found.push(this.item(c, attrs));
            attrs = [];
        }
        return found;
    }
    /** Inner attributes (`#![…]`) of a file, module or block. */
    innerAttrs(i) {
        const found = [];
        for (const c of this.named(i))
            if (this.kindName(c) === 'inner_attribute_item')
                found.push(this.attr(c));
        return found;
    }
    #attrs = [];
    item(i, attrs) {
        const handler = this.grammar.item[this.symbol(i)];
        this.#attrs = attrs;
        return handler === undefined ? this.otherItem(i, '') : handler(this, i);
    }
    otherItem(i, name) {
        return { kind: 'otherItem', ...this.itemBase(i, name) };
    }
    /** What every item has. Reads the attributes that `item` was called with. */
    itemBase(i, name) {
        const attrs = this.#attrs;
        this.#attrs = [];
        return {
            start: this.start(i),
            end: this.end(i),
            parent: null,
            name,
            public: this.kindChild(i, 'visibility_modifier') >= 0,
            attrs,
        };
    }
    attr(i) {
        const inner = this.firstNamed(i);
        const path = inner < 0 ? -1 : this.firstNamed(inner);
        return {
            path: path < 0 ? '' : this.slice(path).replace(/\s+/g, ''),
            text: inner < 0 ? '' : this.slice(inner),
            start: this.start(i),
            end: this.end(i),
        };
    }
    nameOf(i, field = this.f.name) {
        const c = this.child(i, field);
        return c < 0 ? '' : rawName(this.slice(c));
    }
    // ---- types and patterns -------------------------------------------------------------------------
    typeOf(i) {
        if (i < 0)
            return { kind: 'tyOther', start: 0, end: 0, parent: null };
        const handler = this.grammar.type[this.symbol(i)];
        return handler === undefined
            ? { kind: 'tyOther', start: this.start(i), end: this.end(i), parent: null }
            : handler(this, i);
    }
    optionalType(i) {
        return i < 0 ? null : this.typeOf(i);
    }
    patternOf(i) {
        if (i < 0)
            return { kind: 'patOther', start: 0, end: 0, parent: null };
        if (this.kindName(i) === '_')
            return { kind: 'patWild', start: this.start(i), end: this.end(i), parent: null };
        const handler = this.grammar.pattern[this.symbol(i)];
        return handler === undefined
            ? { kind: 'patOther', start: this.start(i), end: this.end(i), parent: null }
            : handler(this, i);
    }
    patterns(nodes) {
        const found = [];
        for (const node of nodes)
            if (this.kindName(node) !== 'attribute_item')
                found.push(this.patternOf(node));
        return found;
    }
    /** `a::b::<T>::c` in any of the grammar's spellings. */
    path(i) {
        const segments = [];
        const state = { global: false, qself: null };
        this.#pathInto(i, segments, state);
        const path = {
            kind: 'path',
            start: this.start(i),
            end: this.end(i),
            parent: null,
            global: state.global,
            qself: state.qself,
            segments,
        };
        if (state.qself !== null)
            state.qself.parent = path;
        for (const segment of segments)
            for (const generic of segment.generics)
                generic.parent = path;
        return path;
    }
    #pathInto(i, segments, state) {
        const name = this.kindName(i);
        switch (name) {
            case 'scoped_identifier':
            case 'scoped_type_identifier': {
                const left = this.child(i, this.f.path);
                if (left >= 0)
                    this.#pathInto(left, segments, state);
                else
                    state.global = true;
                const last = this.child(i, this.f.name);
                if (last >= 0)
                    segments.push({ name: rawName(this.slice(last)), start: this.start(last), generics: [] });
                return;
            }
            case 'generic_type':
            case 'generic_type_with_turbofish':
            case 'generic_function':
            case 'generic_pattern': {
                const base = Math.max(this.child(i, this.f.type), this.child(i, this.f.function));
                const inner = base >= 0 ? base : this.firstNamed(i);
                if (inner >= 0)
                    this.#pathInto(inner, segments, state);
                const args = Math.max(this.child(i, this.f.typeArguments), this.kindChild(i, 'type_arguments'));
                const last = segments.pop();
                if (last !== undefined) {
                    segments.push({ ...last, generics: args < 0 ? [] : this.typeArguments(args).types });
                }
                return;
            }
            case 'bracketed_type': {
                const inner = this.firstNamed(i);
                if (inner < 0)
                    return;
                if (this.kindName(inner) === 'qualified_type') {
                    const type = this.child(inner, this.f.type);
                    const alias = this.child(inner, this.f.alias);
                    state.qself = this.typeOf(type);
                    if (alias >= 0)
                        this.#pathInto(alias, segments, state);
                }
                else
                    state.qself = this.typeOf(inner);
                return;
            }
            default:
                segments.push({ name: rawName(this.slice(i)), start: this.start(i), generics: [] });
        }
    }
    typeArguments(i) {
        const types = [];
        const bindings = [];
        for (const c of this.named(i)) {
            const name = this.kindName(c);
            if (name === 'lifetime')
                continue;
            if (name === 'type_binding') {
                bindings.push({ name: this.nameOf(c), type: this.typeOf(this.child(c, this.f.type)) });
            }
            else
                types.push(this.typeOf(c));
        }
        return { types, bindings };
    }
    typePath(i) {
        const path = this.path(i);
        let bindings = [];
        const name = this.kindName(i);
        if (name === 'generic_type' || name === 'generic_type_with_turbofish') {
            const args = this.kindChild(i, 'type_arguments');
            if (args >= 0 && this.has(args, 'type_binding'))
                bindings = this.typeArguments(args).bindings;
        }
        return adopt({ kind: 'tyPath', start: path.start, end: path.end, parent: null, path, bindings }, [
            path,
            ...bindings.map((b) => b.type),
        ]);
    }
    /** Types of a `T: A + B` list, without lifetimes. */
    boundTypes(i) {
        if (i < 0)
            return [];
        const found = [];
        for (const c of this.named(i)) {
            const name = this.kindName(c);
            if (name === 'lifetime' || name === 'use_bounds' || name === 'removed_trait_bound')
                continue;
            if (name === 'higher_ranked_trait_bound')
                found.push(this.typeOf(this.child(c, this.f.type)));
            else
                found.push(this.typeOf(c));
        }
        return found;
    }
    generics(i) {
        const found = [];
        const list = this.child(i, this.f.typeParameters);
        if (list >= 0) {
            for (const c of this.named(list)) {
                if (this.kindName(c) !== 'type_parameter')
                    continue;
                found.push({ name: this.nameOf(c), bounds: this.boundTypes(this.child(c, this.f.bounds)) });
            }
        }
        const where = this.kindChild(i, 'where_clause');
        if (where >= 0) {
            for (const c of this.named(where)) {
                const left = this.child(c, this.f.left);
                if (left < 0)
                    continue;
                const name = this.slice(left);
                const bounds = this.boundTypes(this.child(c, this.f.bounds));
                const param = found.find((p) => p.name === name);
                if (param !== undefined)
                    param.bounds.push(...bounds);
                else if (/^\w+$/.test(name))
                    found.push({ name, bounds });
            }
        }
        return found;
    }
    params(i) {
        const params = [];
        let self = 'none';
        if (i < 0)
            return { params, self };
        for (const c of this.namedOrWild(i)) {
            const name = this.kindName(c);
            if (name === 'attribute_item' || name === 'variadic_parameter')
                continue;
            if (name === 'self_parameter') {
                self = this.has(c, '&') ? (this.has(c, 'mutable_specifier') ? 'mut' : 'ref') : 'value';
                continue;
            }
            if (name === 'parameter') {
                const pattern = this.child(c, this.f.pattern);
                if (pattern >= 0 && this.kindName(pattern) === 'self') {
                    const type = this.child(c, this.f.type);
                    const text = type < 0 ? '' : this.slice(type);
                    self = text.startsWith('&mut') ? 'mut' : text.startsWith('&') ? 'ref' : 'value';
                    continue;
                }
                const lowered = this.patternOf(pattern);
                const type = this.optionalType(this.child(c, this.f.type));
                params.push(adopt({ kind: 'param', start: this.start(c), end: this.end(c), parent: null, pattern: lowered, type }, [lowered, type]));
            }
            else {
                // A closure's bare pattern, or a bare type in a function signature type.
                const pattern = this.patternOf(c);
                params.push(adopt({ kind: 'param', start: pattern.start, end: pattern.end, parent: null, pattern, type: null }, [pattern]));
            }
        }
        return { params, self };
    }
    fieldDefs(list) {
        if (list < 0)
            return [];
        const ordered = this.kindName(list) === 'ordered_field_declaration_list';
        const found = [];
        let attrs = [];
        let visible = false;
        for (const c of this.named(list)) {
            const name = this.kindName(c);
            if (name === 'attribute_item')
                attrs.push(this.attr(c));
            else if (name === 'visibility_modifier')
                visible = true;
            else {
                const type = this.typeOf(ordered ? c : this.child(c, this.f.type));
                found.push(adopt({
                    kind: 'fieldDef',
                    start: this.start(c),
                    end: this.end(c),
                    parent: null,
                    name: ordered ? String(found.length) : this.nameOf(c),
                    type,
                    public: ordered ? visible : this.has(c, 'visibility_modifier'),
                    attrs,
                }, [type]));
                attrs = [];
                visible = false;
            }
        }
        return found;
    }
    variants(list) {
        if (list < 0)
            return [];
        const found = [];
        let attrs = [];
        for (const c of this.named(list)) {
            if (this.kindName(c) === 'attribute_item') {
                attrs.push(this.attr(c));
                continue;
            }
            const fields = this.fieldDefs(this.child(c, this.f.body));
            found.push(adopt({
                kind: 'variant',
                start: this.start(c),
                end: this.end(c),
                parent: null,
                name: this.nameOf(c),
                fields,
                attrs,
            }, fields));
            attrs = [];
        }
        return found;
    }
    useNames(i) {
        const found = [];
        const visit = (node, prefix) => {
            switch (this.kindName(node)) {
                case 'scoped_use_list': {
                    const path = this.child(node, this.f.path);
                    const list = this.child(node, this.f.list);
                    const inner = path < 0 ? prefix : [...prefix, ...this.plainPath(path)];
                    if (list >= 0)
                        visit(list, inner);
                    return;
                }
                case 'use_list':
                    for (const c of this.named(node))
                        visit(c, prefix);
                    return;
                case 'use_wildcard': {
                    const path = this.firstNamed(node);
                    found.push({ path: path < 0 ? prefix : [...prefix, ...this.plainPath(path)], name: '*' });
                    return;
                }
                case 'use_as_clause': {
                    const path = this.child(node, this.f.path);
                    if (path < 0)
                        return;
                    const full = trimSelf([...prefix, ...this.plainPath(path)]);
                    found.push({ path: full, name: this.nameOf(node, this.f.alias) });
                    return;
                }
                default: {
                    const full = trimSelf([...prefix, ...this.plainPath(node)]);
                    const last = full[full.length - 1];
                    if (last !== undefined)
                        found.push({ path: full, name: last });
                }
            }
        };
        const argument = this.child(i, this.f.argument);
        if (argument >= 0)
            visit(argument, []);
        return found;
    }
    plainPath(i) {
        return this.path(i).segments.map((s) => s.name);
    }
    // ---- macros -------------------------------------------------------------------------------------
    /** How to read the arguments of a call that is a macro in the file; undefined for calls. */
    macroForm(callee) {
        return this.#calls.size === 0 ? undefined : this.#calls.get(this.end(callee));
    }
    /** A macro that was parsed as a call of `callee` with `list`. */
    writtenMacro(i, parts) {
        const open = this.start(parts.list);
        const args = this.exprs(this.named(parts.list));
        return adopt({
            kind: 'macro',
            start: this.start(i),
            end: this.end(i),
            parent: null,
            name: this.slice(parts.callee).replace(/\s+/g, ''),
            nameStart: this.start(parts.callee),
            bodyStart: open + 1,
            bodyEnd: this.end(parts.list) - 1,
            delimiter: this.text[open] === '[' ? '[' : '(',
            form: parts.form,
            known: true,
            args,
            branches: [],
            items: [],
        }, args);
    }
    macro(i) {
        const name = this.child(i, this.f.macro);
        const body = this.kindChild(i, 'token_tree');
        const open = body < 0 ? '(' : (this.text[this.start(body)] ?? '(');
        const macro = {
            kind: 'macro',
            start: this.start(i),
            end: this.end(i),
            parent: null,
            name: name < 0 ? '' : this.slice(name).replace(/\s+/g, ''),
            nameStart: name < 0 ? this.start(i) : this.start(name),
            bodyStart: body < 0 ? this.end(i) : this.start(body) + 1,
            bodyEnd: body < 0 ? this.end(i) : this.end(body) - 1,
            delimiter: open === '[' || open === '{' ? open : '(',
            form: 'opaque',
            known: false,
            args: [],
            branches: [],
            items: [],
        };
        this.#macros.push(macro);
        return macro;
    }
}

;// CONCATENATED MODULE: ./build/syntax/macros.js





/** Bodies inside bodies are looked at to this depth. */
const MAX_ROUNDS = 8;
/** Fills every macro of the file that `lowerer` has just lowered. */
function expandMacros(engine, lowerer, text, tests) {
    let pending = lowerer.takeMacros();
    for (let round = 0; round < MAX_ROUNDS && pending.length > 0; round++) {
        const plans = [];
        for (const macro of pending)
            plans.push(...plan(macro, text));
        pending = parsePlans(engine, lowerer, text, tests, plans);
    }
}
/** What a macro's body can be read as, the first choice only; an empty list when there is nothing to read. */
function plan(macro, text) {
    if (macro.bodyEnd <= macro.bodyStart || skipSpace(text, macro.bodyStart, macro.bodyEnd) === macro.bodyEnd) {
        macro.form = 'args';
        macro.known = true;
        return [];
    }
    const name = macro.name.slice(macro.name.lastIndexOf(':') + 1);
    const body = { start: macro.bodyStart, end: macro.bodyEnd };
    if (NO_CODE_MACROS.has(name)) {
        macro.form = 'args';
        macro.known = true;
        return [];
    }
    if (SELECT_MACROS.has(name) && macro.delimiter !== '[')
        return [selectPlan(macro, text, body)];
    if (name === 'json' || name === 'json_internal')
        return [jsonPlan(macro, text, body)];
    if (MATCH_MACROS.has(name))
        return [matchesPlan(macro, text, body)];
    if (name === 'cfg_if')
        return [cfgIfPlan(macro, text, body)];
    if (LAZY_MACROS.has(name)) {
        return [{ macro, form: 'items', known: true, parts: ['mod m {', ...lazyParts(text, body), '}'] }];
    }
    if (STREAM_MACROS.has(name) && macro.delimiter === '{') {
        return [{ macro, form: 'block', known: true, parts: ['fn f() { async {', body, '} }'] }];
    }
    const repeat = repeatIn(text, body, name);
    if (repeat !== null) {
        const parts = ['fn f() { g((', repeat[0], '), (', repeat[1], ')); }'];
        return [{ macro, form: 'repeat', known: true, parts }];
    }
    if (ARGUMENT_MACROS.has(name))
        return [argumentPlan(macro, text, body, true)];
    const asItems = macro.delimiter === '{' && isItemPosition(macro);
    if (asItems)
        return [{ macro, form: 'items', known: true, parts: ['mod m {', body, '}'] }];
    if (macro.delimiter === '{')
        return [{ macro, form: 'block', known: false, parts: ['fn f() {', body, '}'] }];
    return [argumentPlan(macro, text, body, false)];
}
function isItemPosition(macro) {
    return macro.parent?.kind === 'macroItem';
}
/**
 * `args` of a call. tracing's sigils (`%err`, `?err`) and labels (`target: "x"`) are left out; `key => value`
 * gives two arguments.
 */
function argumentPlan(macro, text, body, known) {
    const parts = ['fn f() { g('];
    for (const piece of argumentsIn(text, body).pieces)
        parts.push(piece, ',');
    parts.push('); }');
    return { macro, form: 'args', known, parts };
}
/** `static ref X: T = e;` and `static X: T = e` become items. */
function lazyParts(text, body) {
    const parts = [];
    for (const piece of new Tokens(text, body).split(';')) {
        const source = text.slice(piece.start, piece.end);
        const found = /\bstatic(\s+ref)\b/.exec(source);
        if (found !== null) {
            const cut = piece.start + found.index + 'static'.length;
            parts.push({ start: piece.start, end: cut }, ' ', { start: cut + (found[1]?.length ?? 0), end: piece.end }, ';');
        }
        else if (source.trim() !== '')
            parts.push(piece, ';');
    }
    return parts;
}
/** `if #[cfg(a)] { … } else if #[cfg(b)] { … } else { … }`: every branch is read. */
function cfgIfPlan(macro, text, body) {
    const branches = new Tokens(text, body).groups('{');
    const asItems = isItemPosition(macro);
    const parts = [asItems ? 'mod m {' : 'fn f() {'];
    for (const branch of branches) {
        if (asItems)
            parts.push(branch, '\n');
        else
            parts.push('{', branch, '}\n');
    }
    parts.push('}');
    return { macro, form: asItems ? 'items' : 'block', known: true, parts };
}
/** `matches!(e, P if g)` is a `match`. */
function matchesPlan(macro, text, body) {
    const tokens = new Tokens(text, body);
    const comma = tokens.findTop((at) => text[at] === ',');
    if (comma < 0)
        return argumentPlan(macro, text, body, true);
    const rest = new Tokens(text, { start: comma + 1, end: body.end }).split(',')[0];
    return {
        macro,
        form: 'match',
        known: true,
        parts: [
            'fn f() { match (',
            { start: body.start, end: comma },
            ') {',
            rest ?? { start: body.end, end: body.end },
            '=> {} } }',
        ],
    };
}
/** The values of a JSON literal; keys that are expressions in parentheses count too. */
function jsonPlan(macro, text, body) {
    const parts = ['fn f() { g('];
    const visit = (piece) => {
        const trimmed = trim(text, piece);
        if (trimmed.end <= trimmed.start)
            return;
        const open = text[trimmed.start];
        const close = text[trimmed.end - 1];
        const inner = { start: trimmed.start + 1, end: trimmed.end - 1 };
        if (open === '{' && close === '}' && !looksLikeBlock(text, inner)) {
            for (const entry of new Tokens(text, inner).split(',')) {
                const colon = new Tokens(text, entry).findTop((at) => text[at] === ':' && text[at + 1] !== ':' && text[at - 1] !== ':');
                if (colon >= 0) {
                    const key = trim(text, { start: entry.start, end: colon });
                    if (text[key.start] === '(')
                        parts.push(key, ',');
                    visit({ start: colon + 1, end: entry.end });
                }
            }
        }
        else if (open === '[' && close === ']') {
            for (const element of new Tokens(text, inner).split(','))
                visit(element);
        }
        else if (text.slice(trimmed.start, trimmed.end) !== 'null')
            parts.push(trimmed, ',');
    };
    visit(body);
    parts.push('); }');
    return { macro, form: 'args', known: true, parts };
}
/** A `{` in a JSON literal opens an object when a key and a colon follow, or nothing does. */
function looksLikeBlock(text, inner) {
    const source = text.slice(inner.start, inner.end);
    if (source.trim() === '')
        return false;
    return (new Tokens(text, inner).findTop((at) => text[at] === ':' && text[at + 1] !== ':' && text[at - 1] !== ':') < 0);
}
/** Each branch becomes `match (future) { pattern if guard => handler }`, in order. */
function selectPlan(macro, text, body) {
    const parts = ['fn f() {'];
    for (const branch of selectBranches(text, body)) {
        parts.push('match (', branch.future ?? '()', ') {', branch.pattern ?? '_');
        if (branch.guard !== null)
            parts.push(' if (', branch.guard, ')');
        parts.push(' => ', branch.handler, ',}\n');
    }
    parts.push('}');
    return { macro, form: 'select', known: true, parts };
}
/** Comments like to explain why. */
const BIASED = /^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*biased\s*;/;
function selectBranches(text, body) {
    const found = [];
    let at = body.start;
    const biased = BIASED.exec(text.slice(at, body.end));
    if (biased !== null)
        at += biased[0].length;
    while (at < body.end) {
        const arrow = new Tokens(text, { start: at, end: body.end }).findTop((i) => text[i] === '=' && text[i + 1] === '>');
        if (arrow < 0)
            break;
        const head = { start: at, end: arrow };
        // The handler: a block, or an expression up to the next comma.
        const rest = trim(text, { start: arrow + 2, end: body.end });
        let handler;
        if (text[rest.start] === '{') {
            const end = new Tokens(text, rest).closing(rest.start);
            handler = { start: rest.start, end: end + 1 };
            at = end + 1;
            const comma = /^\s*,/.exec(text.slice(at, Math.min(body.end, at + 200)));
            if (comma !== null)
                at += comma[0].length;
        }
        else {
            const comma = new Tokens(text, rest).findTop((i) => text[i] === ',');
            handler = { start: rest.start, end: comma < 0 ? body.end : comma };
            at = comma < 0 ? body.end : comma + 1;
        }
        const tokens = new Tokens(text, head);
        const equals = tokens.findTop((i) => text[i] === '=' && text[i + 1] !== '=' && text[i + 1] !== '>' && !/[=!<>]/.test(text[i - 1] ?? ''));
        if (equals < 0) {
            // `else => …`, `complete => …`, `default => …`
            found.push({ pattern: null, future: null, guard: null, handler });
            continue;
        }
        const guardAt = new Tokens(text, { start: equals + 1, end: arrow }).findTop((i) => text[i] === ',' && /^,\s*if\b/.test(text.slice(i, i + 40)));
        const ifLength = guardAt < 0 ? 0 : (/^,\s*if\b/.exec(text.slice(guardAt, guardAt + 40))?.[0].length ?? 0);
        found.push({
            pattern: { start: head.start, end: equals },
            future: { start: equals + 1, end: guardAt < 0 ? arrow : guardAt },
            guard: guardAt < 0 ? null : { start: guardAt + ifLength, end: arrow },
            handler,
        });
    }
    return found;
}
// ---- parsing the plans ------------------------------------------------------------------------------
/** Parses all plans as one text; returns the macros found inside. */
function parsePlans(engine, lowerer, text, tests, plans) {
    if (plans.length === 0)
        return [];
    const built = assemble(plans, text, tests);
    const tree = engine.parse(built.text);
    lowerer.begin(tree, text, built);
    const roots = lowerer.named(lowerer.root);
    const fits = roots.length === plans.length && roots.every((node, i) => (tree.start[node] ?? -1) === built.starts[i]);
    const retry = [];
    if (fits) {
        plans.forEach((entry, i) => {
            const node = roots[i] ?? 0;
            if (lowerer.hasError(node))
                retry.push(entry);
            else
                attach(lowerer, node, entry);
        });
    }
    else if (plans.length === 1)
        retry.push(...plans);
    const found = lowerer.takeMacros();
    if (!fits && plans.length > 1) {
        // An error spread over its neighbours: halve until it stands alone.
        const half = plans.length >> 1;
        return [
            ...parsePlans(engine, lowerer, text, tests, plans.slice(0, half)),
            ...parsePlans(engine, lowerer, text, tests, plans.slice(half)),
        ];
    }
    for (const entry of retry) {
        const other = secondChoice(entry, text);
        if (other !== null)
            found.push(...parsePlans(engine, lowerer, text, tests, [other]));
        else {
            entry.macro.form = 'unparsed';
            lowerer.unparsed.push({ start: entry.macro.bodyStart, end: entry.macro.bodyEnd, why: 'macro' });
        }
    }
    return found;
}
/** Another reading of a body that did not parse: statements for a list, a list for statements. */
function secondChoice(failed, text) {
    if (failed.plain !== true)
        return { ...failed, plain: true };
    const { macro } = failed;
    const body = { start: macro.bodyStart, end: macro.bodyEnd };
    if (failed.form === 'items' && macro.delimiter === '{') {
        return { macro, form: 'block', known: false, parts: ['fn f() {', body, '}'] };
    }
    if (failed.form === 'block' && !failed.known && !isItemPosition(macro))
        return argumentPlan(macro, text, body, false);
    return null;
}
function assemble(plans, text, tests) {
    const condenser = new Condenser(text, { tests });
    const starts = [];
    for (const { parts, form, plain } of plans) {
        starts.push(condenser.length);
        const place = form === 'items' ? 'items' : 'code';
        let last = 0;
        parts.forEach((part, i) => {
            if (typeof part !== 'string') {
                if (plain === true)
                    condenser.copy(part.start, part.end);
                else
                    condenser.condense(part.start, part.end, place);
                last = part.end;
                return;
            }
            // What is written around a piece stands where the piece stands.
            const next = parts[i + 1];
            condenser.write(part, next === undefined || typeof next === 'string' ? last : next.start);
        });
        condenser.write('\n', last);
    }
    return { ...condenser.done(), starts };
}
function attach(lowerer, node, { macro, form, known }) {
    macro.form = form;
    macro.known = known;
    if (form === 'items') {
        const mod = lowerer.item(node, []);
        const items = mod.kind === 'mod' ? (mod.items ?? []) : [];
        macro.items = items;
        for (const item of items)
            item.parent = macro;
        return;
    }
    const wrapper = lowerer.item(node, []);
    if (wrapper.kind !== 'fn' || wrapper.body === null)
        return;
    const { body } = wrapper;
    switch (form) {
        case 'args':
        case 'repeat': {
            const call = firstExpr(body);
            if (call?.kind === 'call')
                macro.args = call.args;
            break;
        }
        case 'match': {
            const match = firstExpr(body);
            if (match !== null)
                macro.args = [match];
            break;
        }
        case 'select':
            macro.branches = body.stmts.flatMap((stmt) => stmt.kind === 'expr' && stmt.expr.kind === 'match'
                ? [branchOf(stmt.expr.value, stmt.expr.arms[0])]
                : []);
            for (const branch of macro.branches)
                branch.parent = macro;
            break;
        case 'block': {
            const inner = firstExpr(body);
            const block = inner?.kind === 'block' && inner.async ? inner : relocate(body, macro);
            macro.args = [block];
            break;
        }
        default:
    }
    for (const argument of macro.args)
        argument.parent = macro;
}
/** The wrapper's block stands where the macro's body stands. */
function relocate(block, macro) {
    const moved = { ...block, start: macro.bodyStart, end: macro.bodyEnd };
    for (const stmt of moved.stmts)
        stmt.parent = moved;
    return moved;
}
function firstExpr(block) {
    const first = block.stmts[0];
    return first !== undefined && first.kind === 'expr' ? first.expr : null;
}
function branchOf(value, arm) {
    const isElse = value.kind === 'tuple' && value.elements.length === 0;
    const handler = arm?.body ?? {
        kind: 'tuple',
        start: value.end,
        end: value.end,
        parent: null,
        elements: [],
    };
    const pattern = isElse ? null : (arm?.pattern ?? null);
    const future = isElse ? null : value;
    const guard = arm?.guard ?? null;
    return adopt({
        kind: 'branch',
        start: pattern?.start ?? handler.start,
        end: handler.end,
        parent: null,
        pattern,
        future,
        guard,
        handler,
    }, [pattern, future, guard, handler]);
}
function trim(text, piece) {
    const start = skipSpace(text, piece.start, piece.end);
    let { end } = piece;
    while (end > start && isSpace(text.charCodeAt(end - 1)))
        end--;
    return { start, end };
}

;// CONCATENATED MODULE: ./build/syntax/parse.js
/** Rust text in, our typed tree out: parse, lower, expand macros. The parser's tree never leaves this room. */





class RustParser {
    #engine;
    #lowerer;
    constructor(engine) {
        this.#engine = engine;
        this.#lowerer = new Lowerer(new Grammar(engine));
    }
    static async start(bytes) {
        return new RustParser(await Engine.start(bytes));
    }
    /**
     * Test modules are left empty unless `tests` asks for them.
     * @throws SyntaxEngineError when the text gives no tree at all; syntax errors are ranges in `unparsed`
     */
    parse(text, { tests } = { tests: true }) {
        const lowerer = this.#lowerer;
        lowerer.reset();
        const comments = this.#begin(text, tests) ?? this.#beginPlain(text);
        const attrs = lowerer.innerAttrs(lowerer.root);
        const items = lowerer.items(lowerer.root);
        expandMacros(this.#engine, lowerer, text, tests);
        const file = {
            kind: 'file',
            start: 0,
            end: text.length,
            parent: null,
            text,
            attrs,
            items,
            comments,
            unparsed: [...lowerer.unparsed],
        };
        return adopt(file, items);
    }
    /** The comments, or null when what is left of the text does not parse without errors. */
    #begin(text, tests) {
        const comments = [];
        const condenser = new Condenser(text, { tests, comments });
        condenser.condense(0, text.length, 'items');
        const condensed = condenser.done();
        this.#lowerer.begin(this.#engine.parse(condensed.text), text, condensed);
        return this.#lowerer.hasError(this.#lowerer.root) ? null : comments;
    }
    /** The text as it is: errors stay where they are, and do not spread. */
    #beginPlain(text) {
        this.#lowerer.begin(this.#engine.parse(text), text, null);
        this.#lowerer.scan();
        return this.#lowerer.takeComments();
    }
}

// EXTERNAL MODULE: ./build/summaries/cache.js
var summaries_cache = __webpack_require__(9249);
// EXTERNAL MODULE: ./build/summaries/collect.js + 4 modules
var collect = __webpack_require__(4378);
// EXTERNAL MODULE: ./build/summaries/read.js
var read = __webpack_require__(191);
;// CONCATENATED MODULE: ./build/summaries/survive.js
/**
 * Runs every batch. One whose thread ended (out of memory, say) is run again file by file, so that only the file
 * at fault is lost; it comes back as a problem to show, as an unreadable file would.
 */
async function survive(batches, run) {
    const outcomes = await Promise.allSettled(batches.map((files) => run(files)));
    const results = [];
    for (const [i, outcome] of outcomes.entries()) {
        const files = batches[i] ?? [];
        if (outcome.status === 'fulfilled')
            results.push(...outcome.value);
        else if (files.length === 1)
            results.push(...files.map((file) => lost(file.path, outcome.reason)));
        // One after another: two large files at once may be what the thread died of.
        else
            for (const file of files)
                results.push(...(await run([file]).catch((e) => [lost(file.path, e)])));
    }
    return results;
}
function lost(path, error) {
    const words = error instanceof Error ? error.message : String(error);
    return {
        path,
        hash: '',
        summary: null,
        problem: `not audited: its worker thread ended (${words}); put it under \`exclude\` in rustperf.toml, or report it with this file`,
        crashes: [],
    };
}

;// CONCATENATED MODULE: ./build/summaries/share.js

/**
 * What the threads agree by: a counter of the batches taken, then for each batch who took it. One
 * `Int32Array` in shared memory.
 */
class Queue {
    shared;
    #cells;
    constructor(shared) {
        this.shared = shared;
        this.#cells = new Int32Array(shared);
    }
    static of(batches) {
        return new Queue(new SharedArrayBuffer(4 * (batches + 1)));
    }
    /** The index of a batch that is now `who`'s, from 1; null when all are taken. */
    take(who) {
        const index = Atomics.add(this.#cells, 0, 1);
        if (index + 1 >= this.#cells.length)
            return null;
        Atomics.store(this.#cells, index + 1, who);
        return index;
    }
    takenBy(who) {
        const found = [];
        for (let i = 1; i < this.#cells.length; i++)
            if (Atomics.load(this.#cells, i) === who)
                found.push(i - 1);
        return found;
    }
}
/** One result for each file, in any order. What a thread had taken when it died is done again, file by file if need be. */
async function share(batches, { here, others, run }) {
    const queue = Queue.of(batches.length);
    const names = Array.from({ length: others }, (_, i) => i + 2);
    const started = Promise.allSettled(names.map((who) => run(batches, queue, who)));
    const results = [];
    for (let index = queue.take(1); index !== null; index = queue.take(1)) {
        results.push(...(await here(batches[index] ?? [])));
        // The other threads tell that they are ready through this one's event loop.
        await new Promise(setImmediate);
    }
    for (const [i, outcome] of (await started).entries()) {
        if (outcome.status === 'fulfilled')
            results.push(...outcome.value);
        else {
            const lost = queue.takenBy(names[i] ?? 0).map((index) => batches[index] ?? []);
            results.push(...(await survive(lost, (files) => run([files], Queue.of(1), 2))));
        }
    }
    return results;
}

;// CONCATENATED MODULE: ./build/summaries/summarise.js
/** Every source file in, every summary out: from the cache, in worker threads, or right here when it is little. */










/** A thread needs half a second to get going. */
const BYTES_PER_THREAD = 600_000;
const BATCH_BYTES = 120_000;
async function summarise(sources, options) {
    const found = new Map();
    const notes = [];
    const cache = openCache(options);
    const wanted = [];
    let cached = 0;
    for (const source of sources) {
        const hit = cache === null ? null : lookUp(cache, source);
        if (hit === null)
            wanted.push(source);
        else {
            found.set(source.path, hit);
            cached++;
        }
    }
    const crashed = new Map();
    for (const result of await (options.collect ?? collectHere)(wanted, options)) {
        if (result.summary !== null) {
            found.set(result.path, result.summary);
            // A crash must be seen again on the next run.
            if (result.crashes.length === 0)
                cache?.keep(result.path, result.hash, result.summary, true);
        }
        if (result.problem !== null)
            notes.push({ kind: 'incomplete', path: result.path, message: result.problem });
        for (const { rule, message } of result.crashes) {
            const known = crashed.get(rule);
            if (known === undefined)
                crashed.set(rule, { count: 1, path: result.path, message });
            else
                known.count++;
        }
    }
    for (const [rule, { count, path, message }] of crashed) {
        const more = count > 1 ? ` and ${count - 1} more files` : '';
        notes.push({
            kind: 'incomplete',
            path,
            message: `rule \`${rule}\` crashed on this file${more}: ${message.split('\n', 2).join(' ')}; please report it`,
        });
    }
    cache?.save();
    if (cache !== null && cache.problem !== null) {
        notes.push({ kind: 'info', message: `the cache of summaries was not used: ${cache.problem}` });
    }
    const files = new Map([...found].sort(([a], [b]) => (0,finding/* compareText */.n6)(a, b)));
    for (const [path, summary] of files)
        notes.push(...syntaxNotes(path, summary), ...moduleNotes(path, summary, options));
    return { files, cached, notes };
}
/** What the report says about the work itself, but for its time. */
function statsOf({ files, cached }) {
    let bytes = 0;
    let unparsedBytes = 0;
    for (const summary of files.values()) {
        bytes += summary.bytes;
        for (const part of summary.unparsed)
            unparsedBytes += part.bytes;
    }
    return { files: files.size, bytes, cached, unparsedBytes };
}
/** The comments and attributes by which code silences findings, by root-relative path. */
function markersOf({ files }) {
    return {
        directives: new Map([...files].map(([path, summary]) => [path, summary.directives])),
        lintAttributes: new Map([...files].map(([path, summary]) => [path, summary.attributes])),
    };
}
function openCache(options) {
    if (options.cacheFolder === null)
        return null;
    const rules = options.collectors.map((c) => c.id).join(',');
    const cache = new summaries_cache/* SummaryCache */.z(options.cacheFolder, [options.toolVersion, collect/* SUMMARY_VERSION */.Ss, options.tests, rules].join('|'));
    cache.open();
    return cache;
}
function lookUp(cache, source) {
    let hash;
    try {
        hash = (0,read/* contentHash */.A)((0,external_node_fs_.readFileSync)(source.file));
    }
    catch {
        return null;
    }
    const summary = cache.get(source.path, hash);
    if (summary !== null)
        cache.keep(source.path, hash, summary, false);
    return summary;
}
/** On this thread, and on others beside it when there is much. */
async function collectHere(sources, options) {
    if (sources.length === 0)
        return [];
    const bytes = sources.reduce((sum, s) => sum + s.size, 0);
    const parser = RustParser.start(engineBytes());
    const table = new collect/* CollectorTable */.ui(options.collectors);
    const here = async (files) => {
        const ready = await parser;
        return files.map((file) => (0,read/* summariseFile */.d)(file, ready, table, { tests: options.tests }));
    };
    const threads = Math.min(options.jobs > 0 ? options.jobs : Math.min((0,external_node_os_.availableParallelism)(), 8), Math.ceil(bytes / BYTES_PER_THREAD));
    if (threads <= 1)
        return here(sources);
    const batches = batchesOf(sources);
    const common = {
        tests: options.tests,
        rules: options.collectors.map((c) => c.id),
        declared: options.declared,
    };
    const pool = new index_js_.Tinypool({
        filename: (0,shipped/* shippedPath */.x)('worker.js'),
        runtime: 'worker_threads',
        minThreads: threads - 1,
        maxThreads: threads - 1,
    });
    try {
        return await share(batches, {
            here,
            others: threads - 1,
            run: (shared, queue, who) => pool.run({ batches: shared, queue: queue.shared, who, ...common }),
        });
    }
    finally {
        await pool.destroy();
    }
}
/** Largest first, so that no thread is left with a big file at the end. */
function batchesOf(sources) {
    const batches = [];
    let size = Number.POSITIVE_INFINITY;
    for (const source of [...sources].sort((a, b) => b.size - a.size || (0,finding/* compareText */.n6)(a.path, b.path))) {
        if (size + source.size > BATCH_BYTES) {
            batches.push([]);
            size = 0;
        }
        batches[batches.length - 1]?.push(source);
        size += source.size;
    }
    return batches.map((batch) => batch.map(({ path, file }) => ({ path, file })));
}
/** The parser's two WebAssembly files. */
function engineBytes() {
    return {
        runtime: (0,external_node_fs_.readFileSync)((0,shipped/* shippedPath */.x)('web-tree-sitter.wasm')),
        grammar: (0,external_node_fs_.readFileSync)((0,shipped/* shippedPath */.x)('tree-sitter-rust.wasm')),
    };
}
/** Syntax errors are said by place: the rest of the file was audited. */
function syntaxNotes(path, summary) {
    const errors = summary.unparsed.filter((u) => u.why === 'syntax');
    const [first] = errors;
    if (first === undefined)
        return [];
    const more = errors.length > 1 ? ` and ${errors.length - 1} more places` : '';
    return [
        {
            kind: 'info',
            path,
            message: `not understood from line ${first.at.line} to ${first.at.endLine}${more}; the rest of the file was audited`,
        },
    ];
}
/** A module whose file is no `.rs` file is compiled by rustc and never found by us. */
function moduleNotes(path, { modules }, { tests }) {
    const files = modules.flatMap((module) => module.files).filter((file) => tests || !file.test);
    return files.flatMap(({ name, path: file }) => file === null || file.endsWith('.rs')
        ? []
        : [
            {
                kind: 'info',
                path,
                message: `module \`${name}\` is not audited: its file \`${file}\` does not end in \`.rs\``,
            },
        ]);
}


/***/ })

};
