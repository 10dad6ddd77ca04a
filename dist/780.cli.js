export const id = 780;
export const ids = [780];
export const modules = {

/***/ 2673:
/***/ ((module) => {

module.exports=n=>{if(!n)return[];if(typeof n!="string"||n.match(/^\s+$/))return[];const s=n.split(`
`);if(s.length===0)return[];const a=[];let o=null,d=null,u=0,m=0,l=null;const g=e=>{d?.changes.push({type:"normal",normal:!0,ln1:u++,ln2:m++,content:e}),l.oldLines--,l.newLines--},p=e=>{const[t,r]=parseFiles(e)??[];o={chunks:[],deletions:0,additions:0,from:t,to:r},a.push(o)},i=()=>{(!o||o.chunks.length)&&p()},$=(e,t)=>{i(),o.new=!0,o.newMode=t[1],o.from="/dev/null"},N=(e,t)=>{i(),o.deleted=!0,o.oldMode=t[1],o.to="/dev/null"},x=(e,t)=>{i(),o.oldMode=t[1]},F=(e,t)=>{i(),o.newMode=t[1]},S=(e,t)=>{i(),o.index=e.split(" ").slice(1),t[1]&&(o.oldMode=o.newMode=t[1].trim())},k=e=>{i(),o.from=parseOldOrNewFile(e)},y=e=>{i(),o.to=parseOldOrNewFile(e)},f=e=>+(e||1),M=(e,t)=>{o||p(e);const[r,c,w,L]=t.slice(1);u=+r,m=+w,d={content:e,changes:[],oldStart:+r,oldLines:f(c),newStart:+w,newLines:f(L)},l={oldLines:f(c),newLines:f(L)},o.chunks.push(d)},R=e=>{d&&(d.changes.push({type:"del",del:!0,ln:u++,content:e}),o.deletions++,l.oldLines--)},b=e=>{d&&(d.changes.push({type:"add",add:!0,ln:m++,content:e}),o.additions++,l.newLines--)},h=e=>{if(!d)return;const[t]=d.changes.slice(-1);d.changes.push({type:t.type,[t.type]:!0,ln1:t.ln1,ln2:t.ln2,ln:t.ln,content:e})},_=[[/^diff\s/,p],[/^new file mode (\d+)$/,$],[/^deleted file mode (\d+)$/,N],[/^old mode (\d+)$/,x],[/^new mode (\d+)$/,F],[/^index\s[\da-zA-Z]+\.\.[\da-zA-Z]+(\s(\d+))?$/,S],[/^---\s/,k],[/^\+\+\+\s/,y],[/^@@\s+-(\d+),?(\d+)?\s+\+(\d+),?(\d+)?\s@@/,M],[/^\\ No newline at end of file$/,h]],v=[[/^\\ No newline at end of file$/,h],[/^-/,R],[/^\+/,b],[/^\s*/,g]],C=e=>{for(const[t,r]of v){const c=e.match(t);if(c){r(e,c);break}}l.oldLines===0&&l.newLines===0&&(l=null)},H=e=>{for(const[t,r]of _){const c=e.match(t);if(c){r(e,c);break}}},O=e=>{l?C(e):H(e)};for(const e of s)O(e);return a};const fileNameDiffRegex=/(a|i|w|c|o|1|2)\/.*(?=["']? ["']?(b|i|w|c|o|1|2)\/)|(b|i|w|c|o|1|2)\/.*$/g,gitFileHeaderRegex=/^(a|b|i|w|c|o|1|2)\//,parseFiles=n=>n?.match(fileNameDiffRegex)?.map(a=>a.replace(gitFileHeaderRegex,"").replace(/("|')$/,"")),qoutedFileNameRegex=/^\\?['"]|\\?['"]$/g,parseOldOrNewFile=n=>{let s=leftTrimChars(n,"-+").trim();return s=removeTimeStamp(s),s.replace(qoutedFileNameRegex,"").replace(gitFileHeaderRegex,"")},leftTrimChars=(n,s)=>{if(n=makeString(n),!s&&String.prototype.trimLeft)return n.trimLeft();const a=formTrimmingString(s);return n.replace(new RegExp(`^${a}+`),"")},timeStampRegex=/\t.*|\d{4}-\d\d-\d\d\s\d\d:\d\d:\d\d(.\d+)?\s(\+|-)\d\d\d\d/,removeTimeStamp=n=>{const s=timeStampRegex.exec(n);return s&&(n=n.substring(0,s.index).trim()),n},formTrimmingString=n=>n==null?"\\s":n instanceof RegExp?n.source:`[${makeString(n).replace(/([.*+?^=!:${}()|[\]/\\])/g,"\\$1")}]`,makeString=n=>`${n??""}`;


/***/ }),

/***/ 7780:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  audit: () => (/* binding */ audit)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/clippy/lints.js
var lints = __webpack_require__(1646);
;// CONCATENATED MODULE: ./build/clippy/join.js
/** What Clippy found becomes drafts of our rules, in place of what those rules could only guess without types. */


/** The rule of every lint that no rule of ours speaks of. */
const OTHERS = 'clippy-perf';
const LONGEST_CODE = 100;
/**
 * Lints outside of the audited files, tests for instance, are left out.
 * @param run absent where Clippy was not asked
 */
function joinClippy(drafts, run, { sources, program, rules }) {
    if (run === undefined)
        return drafts;
    const { lints, complete } = run;
    const locate = locator(sources);
    const native = complete ? drafts.filter(({ rule }) => !isGuessOf(rules.get(rule))) : drafts;
    const byLint = new Map([...rules.values()]
        .filter((spec) => spec.area === 'clippy')
        .flatMap((spec) => spec.clippy.map((name) => [name, spec])));
    const found = lints.flatMap((lint) => {
        const at = locate(lint.manifest, lint.at);
        const spec = byLint.get(lint.name) ?? rules.get(OTHERS);
        if (at === null || spec === undefined)
            return [];
        const isSaid = native.some((draft) => isSame(draft.at, at) && rules.get(draft.rule)?.clippy.includes(lint.name) === true);
        return isSaid ? [] : [draftOf(lint, at, spec, program)];
    });
    return [...native, ...found];
}
/** Rules that look for what Clippy knows, and for nothing else. */
function isGuessOf(spec) {
    return spec?.area === 'clippy' && spec.clippy.length > 0 && spec.clippy.every((name) => lints/* ASKED */.fg.has(name));
}
function isSame(a, b) {
    return a.path === b.path && a.line <= b.endLine && b.line <= a.endLine;
}
function draftOf(lint, at, spec, program) {
    const lead = spec.id === OTHERS ? '' : `${spec.title}: `;
    const item = itemAt(program, at);
    return {
        rule: spec.id,
        at,
        message: `${lead}${lint.message} (\`clippy::${lint.name}\`)`,
        help: helpOf(lint),
        ...(item === null ? {} : { item }),
    };
}
/** The code that Clippy would write, where it is short enough to read. */
function helpOf({ replacement }) {
    const code = replacement?.trim() ?? '';
    const isShort = code !== '' && !/[\n`]/.test(code) && code.length <= LONGEST_CODE;
    return isShort ? `write \`${code}\`` : 'see what `cargo clippy` says here';
}
const ABSOLUTE = /^(?:[A-Za-z]:)?\//;
/** Finds the audited file that the compiler names from the root of a workspace, which it does not name. */
function locator(sources) {
    const paths = new Map(sources.flatMap(({ file, path }) => [
        [file.replaceAll('\\', '/'), path],
        [path, path],
    ]));
    return (manifest, span) => {
        for (let folder = external_node_path_.posix.dirname(manifest.replaceAll('\\', '/'));; folder = external_node_path_.posix.dirname(folder)) {
            const path = paths.get(ABSOLUTE.test(span.file) ? span.file : external_node_path_.posix.join(folder, span.file));
            if (path !== undefined)
                return { path, ...inUtf16(span) };
            if (folder === external_node_path_.posix.dirname(folder))
                return null;
        }
    };
}
function inUtf16({ line, column, endLine, endColumn, text }) {
    const units = (code, characters) => code === undefined ? characters : [...code].slice(0, characters - 1).join('').length + 1;
    return { line, column: units(text[0], column), endLine, endColumn: units(text.at(-1), endColumn) };
}
/** The innermost function around the place. */
function itemAt(program, { path, line }) {
    const around = (program.graph.nodes.get(path) ?? []).filter(({ fn: { span } }) => span.line <= line && line <= span.endLine);
    const inner = around.sort((a, b) => b.fn.span.line - a.fn.span.line)[0];
    return inner?.fn.path.replace(/^(?:self|super|crate)::/, '') ?? null;
}

// EXTERNAL MODULE: ./build/findings/activate.js
var activate = __webpack_require__(6194);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/settings/settings.js
var settings = __webpack_require__(4663);
// EXTERNAL MODULE: ./build/findings/baseline.js
var findings_baseline = __webpack_require__(2844);
;// CONCATENATED MODULE: ./build/findings/baseline-file.js
/** Reads and writes the baseline where the user keeps it. */




/** @throws SettingsError when the file cannot be read or is none of ours */
function readBaseline(file) {
    if (file === null)
        return null;
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch (error) {
        throw new settings/* SettingsError */.G(`the baseline \`${file}\` cannot be read (${reason(error)}); write one with \`--write-baseline ${file}\``);
    }
    return (0,findings_baseline/* parseBaseline */.nk)(text, file);
}
/** @throws SettingsError when the file cannot be written */
function writeBaseline(file, findings) {
    try {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true });
        (0,external_node_fs_.writeFileSync)(file, (0,findings_baseline/* formatBaseline */.J2)(findings));
    }
    catch (error) {
        throw new settings/* SettingsError */.G(`the baseline \`${file}\` cannot be written (${reason(error)})`);
    }
}
function reason(error) {
    return error instanceof Error ? error.message : String(error);
}

// EXTERNAL MODULE: ./build/findings/changed.js
var changed = __webpack_require__(9163);
// EXTERNAL MODULE: ./build/findings/finding.js
var findings_finding = __webpack_require__(4438);
// EXTERNAL MODULE: ./build/findings/fingerprint.js
var fingerprint = __webpack_require__(5163);
;// CONCATENATED MODULE: ./build/findings/gate.js

/**
 * At or above `failOn`, of at least medium confidence, and with `onlyChanged` on lines that the change touches.
 * Where the change is unknown (`changed` is null) everything counts: better red than wrongly green.
 */
function gateOf(findings, settings) {
    const { failOn, onlyChanged } = settings;
    if (failOn === 'never')
        return [];
    return findings.filter((finding) => (0,findings_finding/* compareSeverity */.zK)(finding.severity, failOn) <= 0 &&
        (0,findings_finding/* compareConfidence */.Sq)(finding.confidence, 'medium') <= 0 &&
        !(onlyChanged && finding.changed === false));
}

// EXTERNAL MODULE: ./build/findings/group.js
var group = __webpack_require__(7328);
;// CONCATENATED MODULE: ./build/findings/overlap.js
/** One place, one finding: drops what says again, or less exactly, what another finding says there. */


/** Of two rules that both fit a place, the first says it better (rule catalogue, 0.7 and 0.8, and chat-server). */
const SAYS_IT_BETTER = [
    ['blocking-client-in-async', 'blocking-io-trait-in-async'],
    ['blocking-client-in-async', 'blocking-net-in-async'],
    // Who opens a file or socket through a call usually reads or writes it there too.
    ['blocking-fs-in-async', 'blocking-io-trait-in-async'],
    ['blocking-net-in-async', 'blocking-io-trait-in-async'],
    ['dashmap-ref-across-await', 'sync-guard-across-await'],
    ['eager-error-format', 'or-fun-call'],
    ['h2-goaway-old', 'known-slow-version'],
    ['http-client-per-request', 'connect-per-request'],
    ['json-reader-slow', 'unbuffered-file-io'],
    ['tonic-connect-per-request', 'connect-per-request'],
];
/** How many findings of one rule within one function are shown one by one (rule catalogue, 0.2). */
const SHOWN_PER_FUNCTION = 3;
/**
 * One finding of a rule for each line of source; in configuration, one for each message and place. Of two, the
 * worse and surer stays. Keeps the order of the input.
 */
function dropRepeated(findings) {
    const groups = (0,group/* groupBy */.$)(findings, ({ rule, tier, at, message }) => JSON.stringify([rule, at.path, at.line, ...(tier === 2 ? [] : [at.column, message])]));
    const kept = new Set([...groups.values()].map(best));
    return findings.filter((finding) => kept.has(finding));
}
/** Drops findings where one of `winners` stands at the same place and says it better. */
function dropOutdone(findings, winners) {
    const standing = (0,group/* groupBy */.$)(winners, ({ rule, at }) => `${rule}\0${at.path}`);
    return findings.filter(({ rule, at }) => SAYS_IT_BETTER.every(([winner, loser]) => loser !== rule ||
        !(standing.get(`${winner}\0${at.path}`) ?? []).some((other) => isSamePlace(other.at, at))));
}
/**
 * Keeps the first three findings that say the same of one function, and names how many more there are. What the
 * change touches comes first, so that folding never hides something new behind something old.
 */
function foldPerFunction(findings, describe) {
    const groups = (0,group/* groupBy */.$)(findings, (finding) => {
        const item = finding.tier === 2 ? describe.item(finding) : undefined;
        return item === undefined
            ? finding
            : JSON.stringify([finding.rule, finding.at.path, item, finding.severity, finding.confidence]);
    });
    const foldedInto = new Map();
    for (const group of groups.values()) {
        const order = [...group.filter(describe.isChanged), ...group.filter((one) => !describe.isChanged(one))];
        const shown = order.slice(0, SHOWN_PER_FUNCTION);
        for (const [index, finding] of shown.entries()) {
            foldedInto.set(finding, index === SHOWN_PER_FUNCTION - 1 ? order.slice(SHOWN_PER_FUNCTION) : []);
        }
    }
    return findings.flatMap((finding) => {
        const folded = foldedInto.get(finding);
        return folded === undefined ? [] : [{ finding, folded }];
    });
}
function best(group) {
    return [...group].sort((a, b) => (0,findings_finding/* compareSeverity */.zK)(a.severity, b.severity) ||
        (0,findings_finding/* compareConfidence */.Sq)(a.confidence, b.confidence) ||
        a.at.column - b.at.column)[0];
}
/** Overlapping, or starting on one line: rules start at different words of one expression. */
function isSamePlace(a, b) {
    return a.line === b.line || (a.line <= b.endLine && b.line <= a.endLine && overlaps(a, b));
}
function overlaps(a, b) {
    const startsBeforeEnd = (x, y) => x.line < y.endLine || (x.line === y.endLine && x.column < y.endColumn);
    return startsBeforeEnd(a, b) && startsBeforeEnd(b, a);
}

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(1916);
;// CONCATENATED MODULE: ./build/findings/suppress.js
/** Turns `rustperf: allow(rule): reason` comments into suppressions, and says which of them do not hold. */


/** The rule under which comments that suppress nothing, or not properly, are reported. */
const SUPPRESSION_RULE = {
    id: 'suppression',
    area: 'rustperf',
    title: 'a suppression comment that does not hold',
    severity: 'warning',
    confidence: 'high',
    // The comment configures rustperf; it says nothing about the code.
    tier: 1,
    default: 'on',
    seed: '',
    why: 'A comment that allows a rule hides findings from everyone who reads the report. It has to say why, name ' +
        'rules that exist, and go when the finding goes; otherwise it hides the next one as well.',
    fix: 'Write `// rustperf: allow(rule-id): reason` on the line or above the statement or item, ' +
        '`// rustperf: allow-file(rule-id): reason` in the head of a file, or delete the comment.',
    limits: 'Comments that name only rules which did not run are left alone.',
    references: [],
    message: 'this comment suppresses nothing',
    help: 'delete the comment, or write `// rustperf: allow(rule-id): reason`',
    clippy: [],
    match: null,
    examples: [],
};
const ADDRESS = /^\s*rustperf\s*:/;
const FORM = /^\s*rustperf\s*:\s*(allow|allow-file)\s*\(([^()]*)\)\s*(?::\s*(\S.*)?)?$/;
/**
 * @param known ids of every rule of the catalogue, whether it runs or not.
 * @param linesOf the text of a file's lines, to point at a comment and not at the code before it.
 */
function readSuppressions(directives, known, linesOf) {
    const allowances = [];
    const wrong = [];
    for (const [path, comments] of directives) {
        for (const comment of comments) {
            readComment(placeOf(path, comment, linesOf(path)), comment, known, allowances, wrong);
        }
    }
    const byRule = (0,group/* groupBy */.$)(allowances, (allowance) => `${allowance.path}\0${allowance.rule}`);
    return {
        allows({ rule, places }) {
            let allowed = false;
            for (const place of places) {
                for (const allowance of byRule.get(`${place.path}\0${rule}`) ?? []) {
                    if (!allowance.wholeFile && !covers(allowance.covers, place))
                        continue;
                    allowance.used = true;
                    allowed = true;
                }
            }
            return allowed;
        },
        problems(couldFind) {
            const unused = allowances.filter(({ used, rule, path }) => !used && couldFind(rule, path));
            return [...wrong, ...unused.map(reportUnused)];
        },
    };
}
function readComment(at, comment, known, allowances, wrong) {
    const text = bareText(comment.text);
    if (text === undefined || !ADDRESS.test(text))
        return;
    const form = FORM.exec(text);
    const rules = (form?.[2] ?? '')
        .split(',')
        .map((rule) => rule.trim())
        .filter((rule) => rule !== '');
    if (form === null || rules.length === 0) {
        wrong.push(problem(at, 'warning', 'this comment is not understood, so it suppresses nothing', FORM_HELP));
        return;
    }
    if (form[1] === 'allow-file' && comment.head === false) {
        const message = '`allow-file` stands below code, so it suppresses nothing';
        wrong.push(problem(at, 'warning', message, 'move it to the head of the file, or use `allow`'));
        return;
    }
    if (form[3] === undefined) {
        const message = `\`${rules.join(', ')}\` is allowed without a reason, so it suppresses nothing`;
        wrong.push(problem(at, 'warning', message, `say why: \`rustperf: ${form[1]}(${rules.join(', ')}): reason\``));
        return;
    }
    for (const rule of new Set(rules)) {
        if (known.has(rule)) {
            allowances.push({
                path: at.path,
                rule,
                wholeFile: form[1] === 'allow-file',
                covers: comment.covers,
                at,
                used: false,
            });
        }
        else {
            wrong.push(problem(at, 'warning', `there is no rule \`${oneWord(rule)}\``, nearestRule(rule, known)));
        }
    }
}
function placeOf(path, { line }, lines) {
    const text = lines[line - 1] ?? '';
    const address = text.search(/(\/\/|\/\*|#)[\s/*#]*rustperf\s*:/);
    return { path, line, column: Math.max(0, address) + 1, endLine: line, endColumn: text.length + 1 };
}
const FORM_HELP = 'write `rustperf: allow(rule-id): reason` or `rustperf: allow-file(rule-id): reason`';
/** Undefined for doc comments: those speak about rustperf, not to it. */
function bareText(text) {
    const comment = text.trim();
    if (/^(\/\/[/!]|\/\*[*!])/.test(comment))
        return undefined;
    return comment.replace(/^(\/\/|\/\*|#+)/, '').replace(/\*\/$/, '');
}
function covers(span, place) {
    return [place.line, place.endLine].some((line) => span.line <= line && line <= span.endLine);
}
function reportUnused(allowance) {
    const where = allowance.wholeFile ? 'in this file' : 'here';
    const message = `nothing is left ${where} for \`${allowance.rule}\` to find: this comment suppresses nothing`;
    return problem(allowance.at, 'suggestion', message, 'delete the comment, or it hides the next finding');
}
function problem(at, severity, message, help) {
    return { rule: SUPPRESSION_RULE.id, at, message, help, severity };
}
function nearestRule(rule, known) {
    const ids = [...known];
    const near = ids.length === 0 ? '' : (0,mod/* closest */.kp)(rule, ids);
    return near !== '' && (0,mod/* distance */.Io)(rule, near) <= Math.max(2, rule.length / 3)
        ? `did you mean \`${near}\``
        : '`rustperf rules` lists all of them';
}
function oneWord(rule) {
    return rule.replaceAll('`', "'").slice(0, 60);
}
const ALLOWING = /^(?:#!?\[)?\s*(?:allow|expect)\s*\(/;
/**
 * Asks whether an attribute that silences one of these Clippy lints covers the place: who has told Clippy that
 * the code is meant so need not say it twice.
 */
function readLintAttributes(attributes) {
    const allowing = new Map([...attributes].map(([path, all]) => [
        path,
        all
            .filter(({ text }) => ALLOWING.test(text))
            .map(({ text, covers }) => ({ covers, lints: new Set(lintsIn(text)) })),
    ]));
    return (lints, place) => lints.length > 0 &&
        (allowing.get(place.path) ?? []).some((attribute) => lints.some((lint) => attribute.lints.has(lint)) && covers(attribute.covers, place));
}
function lintsIn(text) {
    return [...text.matchAll(/\bclippy\s*::\s*(\w+)/g)].map((match) => match[1] ?? '');
}
const HASH_COMMENT = /^(.*?)(#+\s*rustperf\s*:.*)$/;
const TABLE_HEADER = /^\s*\[/;
/**
 * The `# rustperf: …` comments of a TOML or YAML file. On a line of its own a comment covers the next line with
 * content; above a `[table]`, the whole table.
 */
function hashDirectives(text) {
    const lines = text.split(/\r?\n/);
    return lines.flatMap((line, index) => {
        const found = HASH_COMMENT.exec(line);
        if (found === null)
            return [];
        const ownLine = (found[1] ?? '').trim() === '';
        const last = ownLine ? lastCovered(lines, index) : index;
        const span = { line: index + 1, column: 1, endLine: last + 1, endColumn: (lines[last] ?? '').length + 1 };
        return [{ line: index + 1, text: found[2] ?? '', ownLine, covers: span }];
    });
}
function lastCovered(lines, comment) {
    const target = lines.findIndex((line, index) => index > comment && !/^\s*(#|$)/.test(line));
    if (target === -1)
        return comment;
    if (!TABLE_HEADER.test(lines[target] ?? ''))
        return target;
    const next = lines.findIndex((line, index) => index > target && TABLE_HEADER.test(line));
    return next === -1 ? lines.length - 1 : next - 1;
}

;// CONCATENATED MODULE: ./build/findings/words.js
/** Fills the `{params}` of a rule's message and help with what the rule saw in the user's code. */
/** Longer pieces of the user's code make a message unreadable; the code frame shows the rest. */
const LONGEST_PARAM = 100;
const PLACEHOLDER = /\{([A-Za-z][A-Za-z0-9_-]*)\}/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not reach a terminal
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;
/**
 * The template with every `{name}` that `params` knows replaced. Braces that name nothing stay: help texts
 * quote Rust. Values become one line without backticks, so that a template's own backticks keep quoting them.
 */
function fillWords(template, params) {
    return template.replace(PLACEHOLDER, (whole, name) => Object.hasOwn(params, name) ? quotable(params[name] ?? '') : whole);
}
/** One line of visible characters: what every message must be, whoever wrote it. */
function oneLine(text) {
    return text.replace(INVISIBLE, ' ').replace(/ {2,}/g, ' ').trim();
}
function quotable(value) {
    const plain = oneLine(value).replaceAll('`', "'");
    const letters = [...plain];
    return letters.length > LONGEST_PARAM ? `${letters.slice(0, LONGEST_PARAM - 1).join('')}…` : plain;
}

;// CONCATENATED MODULE: ./build/findings/decide.js










function decide(input) {
    const { settings, changes, complete = true } = input;
    const specs = new Map([...input.rules, [SUPPRESSION_RULE.id, SUPPRESSION_RULE]]);
    const suppressions = readSuppressions(allDirectives(input), new Set(input.rules.keys()), lineReader(input.source));
    const judged = judge(input.drafts, input, specs);
    const visible = judged.filter((one) => isShown(one.finding, settings));
    const hidden = judged.filter((one) => !isShown(one.finding, settings));
    const standing = dropOutdone(visible, visible);
    const isLintAllowed = readLintAttributes(input.lintAttributes ?? new Map());
    const allowed = new Set([...visible, ...hidden].filter(({ finding, rule }) => {
        const byComment = suppressions.allows({ rule, places: [finding, ...finding.related] });
        return byComment || isLintAllowed(specs.get(rule)?.clippy ?? [], finding);
    }));
    const remaining = standing.filter((one) => !allowed.has(one));
    const ran = new Set([...input.rules.values()]
        .filter((spec) => (0,activate/* reachOf */.xw)(spec, settings) === 'everywhere')
        .map((spec) => spec.id));
    const isInScope = (0,activate/* scopeOf */.Od)(settings);
    const couldFind = (rule, path) => complete && ran.has(rule) && isInScope(rule, path);
    const problems = judge(suppressions.problems(couldFind), input, specs).filter((one) => isShown(one.finding, settings));
    const candidates = [...remaining, ...problems].sort((a, b) => (0,findings_finding/* compareFindings */.Eg)(a.finding, b.finding));
    const { fresh, accepted, stale } = splitByBaseline(candidates, input.baseline);
    const findings = foldPerFunction(fresh, {
        item: (one) => one.draft.item,
        isChanged: (one) => one.finding.changed === true,
    }).map(({ finding, folded }) => withFolded(finding, folded));
    const count = (severity) => findings.filter((one) => one.severity === severity).length;
    const [critical, warning, suggestion] = findings_finding/* SEVERITIES */.oC.map(count);
    return {
        findings,
        summary: {
            critical: critical ?? 0,
            warning: warning ?? 0,
            suggestion: suggestion ?? 0,
            suppressed: standing.length - remaining.length,
            baselined: accepted.length,
        },
        gate: gateOf(findings, settings),
        notes: [
            ...staleNotes(stale.filter(({ rule }) => complete && ran.has(rule)), input.baseline),
            ...(settings.onlyChanged && changes === null && !input.isChangeExplained ? [UNKNOWN_CHANGE] : []),
        ],
        known: candidates.map((one) => one.finding),
    };
}
const UNKNOWN_CHANGE = {
    kind: 'info',
    message: 'the changed lines are not known, so every finding counts, not only those of this change',
};
function allDirectives(input) {
    const configuration = new Set([
        ...(input.configuration ?? []),
        ...input.drafts.map((draft) => draft.at.path).filter((path) => !path.endsWith('.rs')),
    ]);
    const inConfiguration = [...configuration]
        .filter((path) => !input.directives.has(path))
        .sort()
        .map((path) => [path, hashDirectives(input.source(path) ?? '')]);
    return new Map([...input.directives, ...inConfiguration]);
}
/** Drafts of rules that are wanted at their place, with words and fingerprint, one for each place, sorted. */
function judge(drafts, input, specs) {
    const isInScope = (0,activate/* scopeOf */.Od)(input.settings);
    const isHot = (0,activate/* pathMatcher */.kZ)(input.settings.hot);
    const linesOf = lineReader(input.source);
    const wanted = drafts
        .flatMap((draft) => {
        const spec = specs.get(draft.rule);
        return spec !== undefined &&
            isWanted(draft, spec, input.settings, isHot) &&
            isInScope(draft.rule, draft.at.path)
            ? [{ draft, spec, ...describe(draft, spec, input.settings) }]
            : [];
    })
        .sort((a, b) => comparePlaces(a.draft, b.draft));
    const occurrences = new Map();
    return dropRepeated(wanted).map(({ draft, spec, ...words }) => {
        const code = (0,fingerprint/* normaliseCode */.g$)(linesOf(draft.at.path), draft.at);
        const identity = { rule: draft.rule, item: draft.item ?? '', code };
        const first = (0,fingerprint/* fingerprint */.Rj)(identity, 0);
        const occurrence = occurrences.get(first) ?? 0;
        occurrences.set(first, occurrence + 1);
        const finding = {
            rule: draft.rule,
            severity: words.severity,
            confidence: words.confidence,
            tier: spec.tier,
            ...draft.at,
            message: words.message,
            help: words.help,
            url: input.url(draft.rule),
            fingerprint: (0,fingerprint/* fingerprint */.Rj)(identity, occurrence),
            changed: input.changes === null ? null : isTouched(input.changes, draft),
            related: (draft.related ?? []).map((related) => ({ ...related, message: oneLine(related.message) })),
            evidence: draft.evidence ?? [],
            ...(draft.fix === undefined ? {} : { fix: draft.fix }),
        };
        return { draft, finding, ...words };
    });
}
function describe(draft, spec, settings) {
    const params = draft.params ?? {};
    return {
        rule: draft.rule,
        tier: spec.tier,
        at: draft.at,
        severity: (0,activate/* chosenSeverity */.UL)(draft.rule, settings) ?? draft.severity ?? spec.severity,
        confidence: draft.confidence ?? spec.confidence,
        message: oneLine(draft.message ?? fillWords(spec.message, params)),
        help: oneLine(draft.help ?? fillWords(spec.help, params)),
    };
}
function isWanted(draft, spec, settings, isHotPath) {
    const reach = (0,activate/* reachOf */.xw)(spec, settings);
    if (reach !== 'where-hot')
        return reach === 'everywhere';
    if ((draft.evidence ?? []).length > 0)
        return true;
    // A rule of hot code looks for the heat itself; a rule that is off needs a profiler's word.
    return spec.default === 'hot' && (draft.hot !== false || isHotPath(draft.at.path));
}
function isShown(finding, settings) {
    return ((0,findings_finding/* compareSeverity */.zK)(finding.severity, settings.minSeverity) <= 0 &&
        (0,findings_finding/* compareConfidence */.Sq)(finding.confidence, (0,activate/* leastConfidence */.EM)(finding.rule, settings)) <= 0);
}
/** A change of the called function can make a finding at an untouched call: its related places count. */
function isTouched(changes, draft) {
    return [draft.at, ...(draft.related ?? [])].some((place) => (0,changed/* isChanged */.Hq)(changes, place));
}
function comparePlaces(a, b) {
    const place = (draft) => ({ ...draft.at, rule: draft.rule });
    return (0,findings_finding/* compareFindings */.Eg)(place(a), place(b));
}
function lineReader(source) {
    const cache = new Map();
    return (path) => {
        const known = cache.get(path);
        if (known !== undefined)
            return known;
        const lines = (source(path) ?? '').split(/\r\n|\n|\r/);
        cache.set(path, lines);
        return lines;
    };
}
function splitByBaseline(candidates, baseline) {
    if (baseline === null)
        return { fresh: candidates, accepted: [], stale: [] };
    const byFinding = new Map(candidates.map((one) => [one.finding, one]));
    const split = (0,findings_baseline/* compareWithBaseline */.$_)([...byFinding.keys()], baseline);
    const back = (findings) => findings.flatMap((finding) => byFinding.get(finding) ?? []);
    return { fresh: back(split.fresh), accepted: back(split.accepted), stale: split.stale };
}
const MOST_STALE_NAMED = 5;
function staleNotes(stale, baseline) {
    if (stale.length === 0 || baseline === null)
        return [];
    const named = [...(0,group/* groupBy */.$)(stale, ({ rule, path }) => `\`${rule}\` in \`${path}\``)].map(([name, entries]) => (entries.length === 1 ? name : `${entries.length} × ${name}`));
    const more = named.length > MOST_STALE_NAMED ? ', …' : '';
    const what = stale.length === 1 ? '1 entry is' : `${stale.length} entries are`;
    return [
        {
            kind: 'info',
            message: `${what} in the baseline \`${baseline.file}\` but no longer found: ` +
                `${named.slice(0, MOST_STALE_NAMED).join(', ')}${more}; write it again with \`--write-baseline\``,
        },
    ];
}
const MOST_FOLDED_NAMED = 10;
function withFolded({ finding, draft }, folded) {
    if (folded.length === 0)
        return finding;
    const places = folded
        .slice(0, MOST_FOLDED_NAMED)
        .map((one) => ({ ...one.draft.at, message: 'the same here' }));
    return {
        ...finding,
        message: `${finding.message} (and ${folded.length} more in \`${oneLine(draft.item ?? '').replaceAll('`', "'")}\`)`,
        related: [...finding.related, ...places],
    };
}

// EXTERNAL MODULE: ./build/project/toml.js + 9 modules
var toml = __webpack_require__(5938);
// EXTERNAL MODULE: ./build/program/graph.js
var graph = __webpack_require__(991);
;// CONCATENATED MODULE: ./build/program/main-line.js

class MainLine {
    #known = new Map();
    #isHandler;
    #isCommand;
    #mayLoop;
    /**
     * @param isCommand A method of the type that the command line is parsed into: `main` runs it.
     * @param mayLoop False for what runs once: no call on the way is in a loop, and all lead from `main`.
     */
    constructor(isHandler, isCommand, mayLoop = true) {
        this.#isHandler = isHandler;
        this.#isCommand = isCommand;
        this.#mayLoop = mayLoop;
    }
    /** Every way to the function that we see leads from there, without a task, a handler or a `select!` between. */
    has(node) {
        const known = this.#known.get(node);
        if (known !== undefined)
            return known;
        // Of a recursion, the other callers decide.
        this.#known.set(node, true);
        const result = (0,graph/* isMain */.C)(node) || this.#onlyCalledThere(node);
        this.#known.set(node, result);
        return result;
    }
    #onlyCalledThere(node) {
        if (node.fn.trait !== null || node.fn.inTrait || node.takenBy.length > 0 || this.#isHandler(node))
            return false;
        const callers = node.callers.filter(({ from, context }) => from !== node && !context.test);
        if (callers.length === 0)
            return this.#isCommand(node);
        return callers.every((edge) => (this.#mayLoop || edge.context.loops === 0) &&
            staysOnTask(edge) &&
            ((this.#mayLoop && edge.context.driven) || this.has(edge.from)));
    }
}
function staysOnTask({ context, from, to, at, awaited }) {
    if (context.once)
        return true;
    if (!isAlone(context, from, at))
        return false;
    // A future that async code keeps is polled who knows where.
    return context.driven || !context.async || awaited || !to.fn.async;
}
/** No task, thread or other future goes on beside the code in its function, and nothing comes in that waits for it. */
function isAlone(context, { fn }, at) {
    if (context.spawned || context.detached || context.beside || context.events)
        return false;
    // From an accept loop on, a function answers others.
    return fn.serves === null || at.line < fn.serves.line || context.loops === 0;
}

;// CONCATENATED MODULE: ./build/program/contexts.js


/** Calls deeper than this are not followed up (rule-catalogue 0.1). */
const MAX_CHAIN = 3;
const MAX_STARTUP = 6;
/** Routers and servers that take a handler by name. */
const ROUTERS = new Set(`get post put delete patch head options any on trace service_fn handler_fn fallback method_not_allowed_fallback to
   get_service route_service handler make_service_fn from_fn from_fn_with_state get_with post_with put_with delete_with`.split(/\s+/));
const ROUTE_ATTRS = /^(?:actix_web::|rocket::|poem::|salvo::|ntex::web::|server::)?(?:get|post|put|delete|patch|head|options|route|handler|endpoint|connect|websocket)$/;
const EXTRACTORS = /^(?:axum(?:_extra)?::(?:extract::|Json|Extension|Form|body::)|axum::http::Request|actix_web::web::|actix_web::HttpRequest|actix_multipart|rocket::(?:State|form|serde::json)|hyper::Request|tonic::Request|lambda_http|poem::web|salvo::)/;
class ProgramContexts {
    mainLine;
    /** The part of the main line that runs once in the program's life. */
    once;
    #graph;
    #parameterTypes;
    #serves = new Map();
    #startup = new Map();
    #handlers = new Map();
    #near = new Map();
    /**
     * @param parameterTypes Canonical head paths of a function's parameter types.
     * @param isCommand The function is a method of a type that the command line is parsed into.
     */
    constructor(graph, parameterTypes, isCommand) {
        this.#graph = graph;
        this.#parameterTypes = parameterTypes;
        const isHandler = (node) => this.isHandler(node);
        this.mainLine = new MainLine(isHandler, isCommand);
        this.once = new MainLine(isHandler, isCommand, false);
    }
    node(file, context) {
        return context.fn < 0 ? null : (this.#graph.nodes.get(file)?.[context.fn] ?? null);
    }
    /** The calls in async code that end up running the synchronous `node`, nearest first. */
    reachFromAsync(node) {
        const found = [];
        if (node.fn.async || node.fn.returnsAsyncBlock)
            return found;
        const seen = new Set([node]);
        let level = [{ node, chain: [] }];
        for (let depth = 0; depth < MAX_CHAIN && level.length > 0; depth++) {
            const next = [];
            for (const { node: callee, chain } of level) {
                for (const edge of callee.callers) {
                    const { context, from } = edge;
                    // What an awaited call of a plain function does, its future does later.
                    if (edge.awaited || context.test || context.bridge !== null || context.detached || context.once)
                        continue;
                    const path = [edge, ...chain];
                    if (context.async) {
                        if (this.isStartup(from, edge.at, context))
                            continue;
                        found.push({ at: edge.at, caller: from, context, chain: path });
                    }
                    else if (!from.fn.async && !from.fn.returnsAsyncBlock && !seen.has(from)) {
                        seen.add(from);
                        next.push({ node: from, chain: path });
                    }
                }
            }
            level = next;
        }
        return found;
    }
    /** Every known caller hands the function to a place where blocking is fine. */
    isBridged(node) {
        const sites = [...node.callers.map((e) => e.context), ...node.takenBy.map((t) => t.context)];
        if (sites.length === 0)
            return false;
        return (node.callers.every((e) => e.context.bridge !== null) &&
            node.takenBy.every((t) => /blocking|spawn|unblock|thread/.test(t.to)));
    }
    /** Runs once, before the program serves. */
    isStartup(node, at, context) {
        if (context.once)
            return true;
        if (node === null || context.spawned || context.detached)
            return false;
        const serves = this.servesAt(node);
        const early = serves === null || at.line < serves.line || (at.line === serves.line && at.column < serves.column);
        if (!early)
            return false;
        if ((0,graph/* isMain */.C)(node))
            return serves !== null;
        return this.onlyFromStartup(node);
    }
    /** Every call of the function that we see is start-up code. */
    onlyFromStartup(node, depth = 0) {
        const known = this.#startup.get(node);
        if (known !== undefined)
            return known;
        if (depth > MAX_STARTUP)
            return false;
        this.#startup.set(node, false);
        const takenAtStart = node.takenBy.every((t) => t.by !== null && /^(?:get_or_init|new|call_once)$/.test(t.to));
        const result = node.callers.length + node.takenBy.length > 0 &&
            takenAtStart &&
            node.callers.every((edge) => {
                if (edge.context.once)
                    return true;
                if (edge.context.spawned || edge.context.detached || edge.context.loops > 0)
                    return false;
                const { from } = edge;
                const serves = this.servesAt(from);
                // The call that serves is itself part of starting.
                const early = serves === null || edge.at.line <= serves.line;
                if (!early)
                    return false;
                return (0,graph/* isMain */.C)(from) ? serves !== null : this.onlyFromStartup(from, depth + 1);
            });
        this.#startup.set(node, result);
        return result;
    }
    /** Where the function begins to serve, by itself or through what it calls; null when it never does. */
    servesAt(node, depth = 0) {
        const known = this.#serves.get(node);
        if (known !== undefined)
            return known;
        this.#serves.set(node, null);
        let first = node.fn.serves;
        if (depth < 4) {
            for (const edge of node.callees) {
                if (edge.context.detached || edge.to === node)
                    continue;
                if (edge.to.fn.inTrait || this.servesAt(edge.to, depth + 1) === null)
                    continue;
                if (first === null || edge.at.line < first.line)
                    first = { line: edge.at.line, column: edge.at.column };
            }
        }
        this.#serves.set(node, first);
        return first;
    }
    /** Called once for each request. */
    isHandler(node) {
        let known = this.#handlers.get(node);
        if (known === undefined) {
            const { fn } = node;
            known =
                fn.attrs.some((a) => ROUTE_ATTRS.test(a)) ||
                    node.takenBy.some((t) => ROUTERS.has(t.to)) ||
                    (fn.trait !== null && /_server::/.test(fn.trait)) ||
                    (fn.name === 'call' && fn.trait !== null && /(?:^|::)Service$/.test(fn.trait)) ||
                    (fn.async && this.#parameterTypes(node).some((p) => EXTRACTORS.test(p)));
            this.#handlers.set(node, known);
        }
        return known;
    }
    /** The code runs for each request, or for each connection: the distance is at most `calls` calls. */
    inHandler(node, at, context, calls = 2) {
        if (node === null || context.once)
            return false;
        if (this.isHandler(node))
            return true;
        // A task spawned for each accepted connection.
        if (node.fn.serves !== null && context.spawned && at.line > node.fn.serves.line)
            return true;
        return calls > 0 && this.#reached(node, calls, new Set()) === 'handler';
    }
    /** LOOP nesting of two, a loop in a handler, or within two calls of a handler or a loop. */
    isHot(node, at, context) {
        if (context.cold || context.once)
            return false;
        if (context.loops >= 2)
            return true;
        if (node === null || this.onlyFromStartup(node))
            return false;
        if (context.loops >= 1 && this.inHandler(node, at, context))
            return true;
        if (this.isHandler(node))
            return true;
        let near = this.#near.get(node);
        if (near === undefined) {
            near = this.#reached(node, 2, new Set());
            this.#near.set(node, near);
        }
        return near !== null;
    }
    #reached(node, calls, seen) {
        if (seen.has(node))
            return null;
        seen.add(node);
        let found = null;
        for (const { from, context, at } of node.callers) {
            if (context.once || context.test)
                continue;
            if (this.isHandler(from))
                return 'handler';
            if (from.fn.serves !== null && context.spawned && at.line > from.fn.serves.line)
                return 'handler';
            if (context.loops > 0)
                found ??= 'loop';
            if (calls > 1) {
                const up = this.#reached(from, calls - 1, seen);
                if (up === 'handler')
                    return 'handler';
                found ??= up;
            }
        }
        return found;
    }
}

;// CONCATENATED MODULE: ./build/program/modules.js
/** Which file is which module of which crate: the module tree from Cargo's targets and `mod` declarations. */

function buildModules(project, files) {
    const homes = new Map();
    const modules = new Map();
    const libraries = new Set();
    const tests = new Set();
    const adopt = (file, home, test = false) => {
        const summary = files.get(file);
        if (summary === undefined || homes.has(file))
            return;
        homes.set(file, home);
        if (test)
            tests.add(file);
        const isRoot = home.module === home.crate;
        const name = file.slice(file.lastIndexOf('/') + 1);
        const folder = file.slice(0, Math.max(0, file.lastIndexOf('/')));
        const own = isRoot || name === 'mod.rs' ? folder : join(folder, name.replace(/\.rs$/, ''));
        for (const module of summary.modules) {
            const absolute = module.path === 'self' ? home.module : `${home.module}${module.path.slice('self'.length)}`;
            if (!modules.has(absolute))
                modules.set(absolute, { file, summary: module });
            const inline = module.path.split('::').slice(1).join('/');
            for (const child of module.files) {
                const candidates = child.path !== null
                    ? [normalise(join(inline === '' ? folder : join(own, inline), child.path))]
                    : [join(join(own, inline), `${child.name}.rs`), join(join(own, inline), `${child.name}/mod.rs`)];
                const found = candidates.find((path) => files.has(path));
                if (found !== undefined)
                    adopt(found, { ...home, module: `${absolute}::${child.name}` }, test || module.test || child.test);
            }
        }
    };
    for (const workspace of project.workspaces) {
        for (const pkg of workspace.packages) {
            const targets = [...pkg.targets].sort((a, b) => rank(a) - rank(b) || (0,findings_finding/* compareText */.n6)(a.path, b.path));
            for (const target of targets) {
                const crate = target.kind === 'lib' ? target.crate : `${target.crate}#${target.kind}`;
                if (target.kind === 'lib')
                    libraries.add(crate);
                adopt(target.path, { module: crate, crate, package: pkg, target, edition: target.edition });
            }
        }
    }
    // Files that no target reaches: each is a crate of its own, in the package around it.
    for (const path of [...files.keys()].sort(findings_finding/* compareText */.n6)) {
        if (homes.has(path))
            continue;
        const crate = `${path.replace(/[/.]/g, '_')}#file`;
        const pkg = packageAround(project, path);
        adopt(path, { module: crate, crate, package: pkg, target: null, edition: pkg?.edition ?? '2021' });
    }
    return { homes, modules, libraries, tests };
}
/** Libraries first: a file that two targets include belongs to the library. */
function rank(target) {
    return target.kind === 'lib' ? 0 : target.kind === 'bin' ? 1 : 2;
}
function packageAround(project, path) {
    let best = null;
    for (const workspace of project.workspaces) {
        for (const pkg of workspace.packages) {
            if (pkg.dir !== '' && !path.startsWith(`${pkg.dir}/`))
                continue;
            if (best === null || pkg.dir.length > best.dir.length)
                best = pkg;
        }
    }
    return best;
}
function join(folder, name) {
    if (name === '')
        return folder;
    return folder === '' ? name : `${folder}/${name}`;
}
function normalise(path) {
    const parts = [];
    for (const part of path.split('/')) {
        if (part === '..')
            parts.pop();
        else if (part !== '.' && part !== '')
            parts.push(part);
    }
    return parts.join('/');
}

// EXTERNAL MODULE: ./build/program/names.js
var program_names = __webpack_require__(7683);
// EXTERNAL MODULE: ./build/program/types.js + 4 modules
var types = __webpack_require__(9246);
;// CONCATENATED MODULE: ./build/program/program.js
/** The linked program: what rules ask when they judge. Built from summaries alone; never parses. */








/** A package that reads its arguments with one of these is a program for the command line. */
const ARGUMENT_PARSERS = new Set([
    'clap',
    'structopt',
    'argh',
    'bpaf',
    'lexopt',
    'pico-args',
    'gumdrop',
    'xflags',
    'getopts',
    'docopt',
    'palc',
]);
/** Without one of these there are no workers: whoever asks for a future polls it. */
const RUNTIMES = /^(?:tokio|async-std|smol|async-executor|async-global-executor|actix|axum|hyper|rocket|warp|tonic|poem|salvo|ntex|tide|glommio|monoio|compio|reqwest|embassy)/;
/** Derived by types that hold parsed arguments, by these same crates. */
const COMMAND_DERIVES = /(?:^|::)(?:Parser|Subcommand|Args|StructOpt|FromArgs|Bpaf)$/;
class Program {
    files;
    tree;
    names;
    types;
    index;
    graph;
    contexts;
    #serving = new Map();
    #mentioned;
    #byRule;
    constructor(project, files, options = { tests: false }) {
        this.files = files;
        this.tree = buildModules(project, files);
        const index = indexOf(this.tree, files);
        this.names = new program_names/* Names */.fS(this.tree, index.items);
        const fns = canonicalFns(this.names, files);
        const impls = implsOf(this.names, files);
        this.index = { fns, types: index.types, values: index.values, impls };
        this.types = new types/* Types */.Or(this.names, this.index);
        this.graph = (0,graph/* buildGraph */.Z)(files, fns, this.names, this.types);
        this.contexts = new ProgramContexts(this.graph, (node) => node.fn.params.map((p) => (0,types/* pathOf */.XM)(this.types.peelAll(this.settle(node.file, p.ty))) ?? ''), ({ file, fn }) => {
            const owner = fn.self === null ? null : (0,types/* pathOf */.XM)(this.settle(file, fn.self));
            const derives = owner === null ? [] : (this.index.types.get(owner)?.type.derives ?? []);
            return derives.some((name) => COMMAND_DERIVES.test(name));
        });
        this.#byRule = sightings(files, options.tests ? new Set() : this.tree.tests);
    }
    /** What the rule's visitors saw, in path and position order. */
    candidates(rule) {
        return this.#byRule.get(rule) ?? [];
    }
    // ---- names and types ----------------------------------------------------------------------------
    /** The one path that a name in a file means; other crates' items under their usual path. */
    canonical(file, path) {
        return (0,program_names/* external */.qn)(this.names.canonical(file, path));
    }
    settle(file, ty) {
        return this.types.settle(file, ty);
    }
    /** The path of the type behind references, smart pointers and state wrappers; null when unknown. */
    headPath(file, ty) {
        return (0,types/* pathOf */.XM)(this.types.peel(this.settle(file, ty)));
    }
    /**
     * Is a value of type `ty`, behind references and pointers, one of these types?
     * Three-valued: null means that the type is not known.
     */
    isOneOf(file, ty, paths) {
        const head = this.headPath(file, ty);
        return head === null ? null : paths.has(head);
    }
    // ---- where code runs ----------------------------------------------------------------------------
    node(sighting) {
        return this.contexts.node(sighting.path, sighting.context);
    }
    isStartup(sighting) {
        return this.contexts.isStartup(this.node(sighting), sighting.at, sighting.context);
    }
    inHandler(sighting) {
        return this.contexts.inHandler(this.node(sighting), sighting.at, sighting.context);
    }
    isHot(sighting) {
        return this.contexts.isHot(this.node(sighting), sighting.at, sighting.context);
    }
    /**
     * A program that answers nobody: a binary's package in which nothing serves. What blocks there delays its own
     * user, not a load of requests. Libraries count as serving, for all that we know.
     */
    isTool(file) {
        const pkg = this.tree.homes.get(file)?.package ?? null;
        return pkg?.targets.some((target) => target.kind === 'bin') === true && !this.answers(file);
    }
    /** Something in the file's package serves: it listens, and others decide how much there is to do. */
    answers(file) {
        const pkg = this.tree.homes.get(file)?.package ?? null;
        if (pkg === null)
            return false;
        let known = this.#serving.get(pkg.manifest);
        if (known === undefined) {
            known = this.graph.all.some((node) => node.fn.serves !== null && this.tree.homes.get(node.file)?.package === pkg);
            this.#serving.set(pkg.manifest, known);
        }
        return known;
    }
    /**
     * Code that `main` awaits itself, call by call, or another thread that waits in `block_on`. No async worker runs it,
     * and no other task waits for it.
     */
    onMainLine(node, at, context) {
        if (node === null || !isAlone(context, node, at))
            return false;
        return context.driven || this.contexts.mainLine.has(node);
    }
    /** A function of a command-line program that `main` comes to once, by calls that are in no loop. */
    runsOnce(sighting) {
        const node = this.node(sighting);
        if (node === null || sighting.context.spawned || sighting.context.detached)
            return false;
        return this.parsesArguments(node.file) && this.contexts.once.has(node);
    }
    /** A command-line program without an async runtime: its futures have no worker thread that could be blocked. */
    lacksRuntime(file) {
        return this.parsesArguments(file) && !this.#dependsOn(file).some((name) => RUNTIMES.test(name));
    }
    /** A program for the command line: its package reads arguments with one of the usual crates. */
    parsesArguments(file) {
        return this.#dependsOn(file).some((name) => ARGUMENT_PARSERS.has(name));
    }
    /**
     * The file's package says what crates.io asks of every package: strangers use it, in ways that nobody here sees.
     */
    isPublished(file) {
        const manifest = this.tree.homes.get(file)?.package?.manifestFile?.values;
        const has = (key) => (0,toml/* tomlAt */.EV)(manifest, 'package', key) !== undefined;
        if ((0,toml/* booleanAt */.CR)(manifest, 'package', 'publish') === false)
            return false;
        return has('description') && (has('license') || has('license-file'));
    }
    /** Packages that the file's package needs to run. */
    #dependsOn(file) {
        const pkg = this.tree.homes.get(file)?.package ?? null;
        return pkg?.dependencies.filter(({ kind }) => kind === 'normal').map((d) => d.package) ?? [];
    }
    /** The edition of the crate that a file belongs to. */
    edition(file) {
        return this.tree.homes.get(file)?.edition ?? '2021';
    }
    /** True when the file belongs to a library that others may use. */
    isLibrary(file) {
        return this.tree.homes.get(file)?.target?.kind === 'lib';
    }
    // ---- what the code mentions ---------------------------------------------------------------------
    /** Places where production code names an item of another crate; the first in each file. */
    mentions(path) {
        this.#mentioned ??= mentionsOf(this.files);
        return this.#mentioned.get((0,program_names/* external */.qn)(path)) ?? [];
    }
    /** Places where a method of that name is called; the first in each file. */
    methodCalls(name) {
        const found = [];
        for (const [file, summary] of this.files) {
            const at = Object.hasOwn(summary.methodNames, name) ? summary.methodNames[name] : undefined;
            if (at !== undefined)
                found.push({ path: file, ...at });
        }
        return found;
    }
    /** Outer attributes of that path in production code. */
    attributes(name) {
        const found = [];
        for (const [file, summary] of this.files) {
            for (const attribute of summary.attributes) {
                if (!attribute.inner && attribute.name === name)
                    found.push({ path: file, ...attribute.at });
            }
        }
        return found;
    }
    /** `#![…]` at the head of files. */
    crateAttributes() {
        const found = [];
        for (const [file, summary] of this.files) {
            for (const attribute of summary.attributes) {
                if (attribute.inner)
                    found.push({ path: attribute.name, text: attribute.text, at: { path: file, ...attribute.at } });
            }
        }
        return found;
    }
    /** The innermost function (`Server::accept`) around a place, '' outside all. */
    itemAt(file, at) {
        let best = null;
        const consider = (path, span) => {
            if (span.line > at.line || span.endLine < at.endLine)
                return;
            const size = span.endLine - span.line;
            if (best === null || size <= best.size)
                best = { path, size };
        };
        const summary = this.files.get(file);
        for (const fn of summary?.functions ?? [])
            consider(fn.path, fn.span);
        for (const type of summary?.types ?? [])
            consider(type.path, type.at);
        return best === null ? '' : best.path.replace(/^(?:self|super|crate)::/, '');
    }
}
/** Links the summaries of all files. */
function program_link(project, files, options) {
    return new Program(project, files, options);
}
function absolute(tree, file, path) {
    const home = tree.homes.get(file);
    return home === undefined ? path : path.replace(/^self\b/, home.module);
}
function indexOf(tree, files) {
    const items = new Set();
    const types = new Map();
    const values = new Map();
    for (const [file, summary] of files) {
        for (const type of summary.types) {
            const path = absolute(tree, file, type.path);
            items.add(path);
            if (!types.has(path))
                types.set(path, { file, type, path });
        }
        for (const value of summary.values) {
            const path = absolute(tree, file, value.path);
            items.add(path);
            if (!values.has(path))
                values.set(path, { file, ty: value.ty });
        }
        for (const fn of summary.functions) {
            if (fn.self === null && !fn.inTrait)
                items.add(absolute(tree, file, fn.path));
            else if (fn.inTrait && fn.trait !== null)
                items.add(absolute(tree, file, fn.trait));
        }
    }
    return { items, types, values };
}
function canonicalFns(names, files) {
    const found = new Map();
    for (const [file, summary] of files) {
        for (const fn of summary.functions) {
            const cut = fn.path.lastIndexOf('::');
            const owner = (0,program_names/* external */.qn)(names.canonical(file, fn.path.slice(0, cut)));
            const path = `${owner}::${fn.name}`;
            const list = found.get(path);
            if (list === undefined)
                found.set(path, [{ file, fn, path }]);
            // An inherent method goes before a trait's of the same name.
            else if (fn.trait === null)
                list.unshift({ file, fn, path });
            else
                list.push({ file, fn, path });
        }
    }
    return found;
}
function implsOf(names, files) {
    const found = new Map();
    for (const [file, summary] of files) {
        for (const impl of summary.impls) {
            const { self } = impl;
            if (self === null || !('p' in self))
                continue;
            const path = (0,program_names/* external */.qn)(names.canonical(file, self.p));
            const trait = (0,program_names/* external */.qn)(names.canonical(file, impl.trait));
            const list = found.get(path);
            const entry = { trait, assoc: impl.assoc, file };
            if (list === undefined)
                found.set(path, [entry]);
            else
                list.push(entry);
        }
    }
    return found;
}
/** Items of other crates by their usual path, with the first place in each file; a bare import counts too. */
function mentionsOf(files) {
    const found = new Map();
    const add = (path, at) => {
        const key = (0,program_names/* external */.qn)(path);
        const list = found.get(key);
        if (list === undefined)
            found.set(key, [at]);
        else
            list.push(at);
    };
    for (const [file, summary] of files) {
        for (const [mention, at] of Object.entries(summary.mentions))
            add(mention, { path: file, ...at });
        for (const module of summary.modules) {
            if (module.test)
                continue;
            for (const target of Object.values(module.uses)) {
                add(target, { path: file, line: 1, column: 1, endLine: 1, endColumn: 1 });
            }
        }
    }
    return found;
}
function sightings(files, tests) {
    const found = new Map();
    for (const [path, summary] of files) {
        if (summary.generated || tests.has(path))
            continue;
        for (const candidate of summary.candidates) {
            const list = found.get(candidate.rule);
            const sighting = { ...candidate, path };
            if (list === undefined)
                found.set(candidate.rule, [sighting]);
            else
                list.push(sighting);
        }
    }
    for (const list of found.values()) {
        list.sort((a, b) => (0,findings_finding/* compareText */.n6)(a.path, b.path) || a.at.line - b.at.line || a.at.column - b.at.column);
    }
    return found;
}

// EXTERNAL MODULE: ./build/project/read.js + 11 modules
var read = __webpack_require__(5175);
;// CONCATENATED MODULE: ./build/project/source.js
/** Gives the text of audited files to whoever shows code. Reads each file once, and only files inside the root. */


function sourceReader(root) {
    const base = (0,external_node_fs_.statSync)(root).isFile() ? (0,external_node_path_.dirname)(root) : root;
    const texts = new Map();
    return (path) => {
        if (texts.has(path))
            return texts.get(path);
        let text;
        try {
            text =
                path === '' || path.startsWith('/') || path.split('/').includes('..')
                    ? undefined
                    : (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(base, path), 'utf8');
        }
        catch {
            // The file went away, or is a directory: there is no code to show.
            text = undefined;
        }
        texts.set(path, text);
        return text;
    };
}

// EXTERNAL MODULE: ./build/rules/active.js
var rules_active = __webpack_require__(7916);
// EXTERNAL MODULE: ./build/rules/cargo/cargo-codegen-units.js
var cargo_codegen_units = __webpack_require__(4261);
// EXTERNAL MODULE: ./build/rules/cargo/cargo-lto.js
var cargo_lto = __webpack_require__(1011);
// EXTERNAL MODULE: ./build/rules/cargo/cargo-panic-abort.js
var cargo_panic_abort = __webpack_require__(4758);
// EXTERNAL MODULE: ./build/rules/cargo/flags.js
var flags = __webpack_require__(6384);
// EXTERNAL MODULE: ./build/rules/cargo/subject.js
var cargo_subject = __webpack_require__(287);
;// CONCATENATED MODULE: ./build/rules/cargo/suggest.js





/** The rule that speaks of a setting, by the last part of its key: who does not want to hear it gets no advice either. */
const SPEAKERS = {
    'opt-level': 'cargo-opt-level',
    lto: 'cargo-lto',
    'codegen-units': 'cargo-codegen-units',
    panic: 'cargo-panic-abort',
    'debug-assertions': 'release-debug-checks',
    incremental: 'release-debug-checks',
    rustflags: 'target-cpu',
};
/**
 * One profile per workspace that ships something and could be faster, in project order.
 * @param runs Whether this run uses the rule.
 */
function suggestProfiles(context, runs) {
    const isWanted = ({ key }) => runs(SPEAKERS[key.slice(key.lastIndexOf('.') + 1)] ?? '');
    return (0,cargo_subject/* subjectsOf */.Z6)(context).flatMap((subject) => {
        // What may be a tool gets no advice that stands in every summary.
        if (!(0,cargo_subject/* isInsideRoot */.Xj)(subject.manifest.path) || (0,cargo_subject/* confidenceFor */.QZ)(subject) === 'low')
            return [];
        const settings = settingsFor(subject, context).filter(isWanted);
        const native = cpuSetting(subject, context.settings.deploy);
        const cpu = native !== null && isWanted(native) ? native : null;
        if (settings.length === 0 && cpu === null)
            return [];
        return [
            {
                manifest: subject.manifest.path,
                profile: subject.profile.name,
                because: subject.because,
                settings: cpu ? [...settings, cpu] : settings,
                toml: tomlBlock(subject, settings, cpu),
            },
        ];
    });
}
function settingsFor(subject, context) {
    const { profile } = subject;
    const prefix = `profile.${profile.name}`;
    const settings = [];
    const add = (key, value, current, reason, cost) => {
        settings.push({ key: `${prefix}.${key}`, value, current, reason, cost });
    };
    if (/^[012sz]$/u.test(profile.optLevel.value) &&
        !(0,cargo_subject/* isSpecialTarget */.NU)(subject) &&
        !/size|small/iu.test(profile.name)) {
        const current = /\d/u.test(profile.optLevel.value)
            ? profile.optLevel.value
            : `"${profile.optLevel.value}"`;
        add('opt-level', '3', current, 'optimise for speed', 'a larger program');
    }
    if ((0,cargo_lto/* lacksLto */.km)(profile.lto.value) && !(0,cargo_lto/* hasLtoElsewhere */.YP)(subject)) {
        const current = profile.lto.origin.kind === 'default' ? null : profile.lto.value === 'off' ? '"off"' : 'false';
        add('lto', '"thin"', current, 'optimise across crates', 'a longer link; `"fat"` can gain a little more for much more time and memory');
    }
    const isFat = profile.lto.value === 'fat' || profile.lto.value === 'true';
    if (profile.codegenUnits.value !== 1 && !isFat && !(0,cargo_codegen_units/* hasOneUnitElsewhere */.$)(subject)) {
        const current = profile.codegenUnits.value === null ? null : String(profile.codegenUnits.value);
        add('codegen-units', '1', current, 'optimise each crate as a whole', 'less parallel, so slower, builds');
    }
    if (profile.panic.origin.kind === 'default' && (0,cargo_panic_abort/* abortIsSafe */.M)(subject, context)) {
        add('panic', '"abort"', null, 'no landing pads: nothing here relies on unwinding', 'any panic ends the process');
    }
    if (profile.debugAssertions.value) {
        add('debug-assertions', 'false', 'true', 'no debug checks in production', '`debug_assert!` no longer runs there');
    }
    if (profile.incremental.value) {
        add('incremental', 'false', 'true', '256 units per crate limit optimisation', 'rebuilds of this profile take longer');
    }
    return settings;
}
/** The CPU is a matter of `.cargo/config.toml`, not of the profile. */
function cpuSetting(subject, deploy) {
    if (deploy !== 'native' || (0,cargo_subject/* isSpecialTarget */.NU)(subject) || (0,flags/* cpuFlags */.K)(subject.workspace).length > 0)
        return null;
    return {
        key: 'build.rustflags',
        value: '["-C", "target-cpu=native"]',
        current: null,
        reason: '`deploy = "native"` says that the machines are known',
        cost: 'the program may not start on an older CPU than that of the build machine',
    };
}
function tomlBlock(subject, settings, cpu) {
    const prefix = `profile.${subject.profile.name}.`;
    const lines = settings.map(({ key, value, reason, cost }) => `${key.slice(prefix.length)} = ${value} # ${reason}; costs: ${cost}`);
    const block = lines.length === 0 ? [] : [`[profile.${subject.profile.name}]`, ...lines];
    const config = cpu ? ['# in .cargo/config.toml, under [build]:', `# rustflags = ${cpu.value}`] : [];
    return `${[...block, ...config].join('\n')}\n`;
}

// EXTERNAL MODULE: ./build/rules/catalogue.js + 124 modules
var rules_catalogue = __webpack_require__(3590);
;// CONCATENATED MODULE: ./build/rules/judge.js
function judgeAll(rules, project, program, settings) {
    const drafts = [];
    const notes = [];
    for (const rule of rules) {
        try {
            for (const draft of rule.judge({
                project,
                program,
                settings,
                candidates: program.candidates(rule.id),
            })) {
                drafts.push(withItem(draft, program));
            }
        }
        catch (error) {
            const reason = error instanceof Error ? (error.stack ?? error.message).split('\n', 2).join(' ') : String(error);
            notes.push({ kind: 'incomplete', message: `rule \`${rule.id}\` crashed: ${reason}; please report it` });
        }
    }
    return { drafts, notes };
}
function withItem(draft, program) {
    if (draft.item !== undefined || !draft.at.path.endsWith('.rs'))
        return draft;
    return { ...draft, item: program.itemAt(draft.at.path, draft.at) };
}

// EXTERNAL MODULE: ./build/runtime/symbol.js
var runtime_symbol = __webpack_require__(543);
;// CONCATENATED MODULE: ./build/runtime/place.js
/** A profiler's frame becomes a function of the workspace, and its line where that can be trusted. */


/** Sources of the toolchain and of dependencies: they may share the last parts of their paths with ours. */
const FOREIGN = /(?:^|\/)(?:rustc\/[0-9a-f]{40}|\.cargo\/(?:registry|git)|registry\/src)\/|^library\//;
/** Prefers the innermost frame of the workspace; inlined frames count. */
function attributor(program, kind) {
    const find = finder(program, kind === 'size');
    return ({ frames }) => {
        for (const [depth, frame] of frames.entries()) {
            const place = find(frame);
            if (place === null)
                continue;
            const { node, line } = place;
            return { key: `${node.file}\0${node.fn.span.line}\0${line ?? ''}`, owner: place, depth };
        }
        return null;
    };
}
/** @param local Paths of the profile start inside their crate, as the compiler writes them. */
function finder(program, local) {
    const byPath = new Map();
    const byName = new Map();
    for (const node of program.graph.all) {
        // A binary's module paths tell it from the library of the same name.
        const path = node.path.replace('#bin', '');
        push(byPath, path, node);
        if (local)
            push(byPath, path.slice(path.indexOf('::') + 2), node);
        push(byName, node.fn.name, node);
    }
    const files = [...program.files.keys()].sort(findings_finding/* compareText */.n6);
    const known = new Map();
    return (frame) => {
        const key = `${frame.symbol}\0${frame.file ?? ''}\0${frame.line ?? ''}`;
        let place = known.get(key);
        if (place === undefined) {
            place = find(frame);
            known.set(key, place);
        }
        return place;
    };
    function find(frame) {
        const file = frame.file?.replaceAll('\\', '/') ?? null;
        if (file !== null && FOREIGN.test(file))
            return null;
        const paths = (0,runtime_symbol/* pathsOf */.w)(frame.symbol);
        const named = paths.flatMap((path) => (local || path.includes('::') ? (byPath.get(path) ?? []) : []));
        const node = only(named, file) ?? inlined(paths, file, frame.line) ?? around(file, frame);
        return node === null ? null : { node, line: lineIn(node, file, frame.line) };
    }
    /** Of functions under several `cfg`, the one in the file that the profiler names. */
    function only(nodes, file) {
        const unique = [...new Set(nodes)];
        if (unique.length > 1 && file !== null) {
            const inFile = unique.filter((node) => basename(node.file) === basename(file));
            return inFile.length === 1 ? (inFile[0] ?? null) : null;
        }
        return unique.length === 1 ? (unique[0] ?? null) : null;
    }
    /** Of an inlined function debug information gives the bare name. */
    function inlined(paths, file, line) {
        if (file === null || line === null)
            return null;
        const nodes = paths.filter((path) => !path.includes('::')).flatMap((name) => byName.get(name) ?? []);
        const fitting = nodes.filter((node) => (isSuffix(file, node.file) || file === basename(node.file)) && lineIn(node, file, line) !== null);
        return fitting.length === 1 ? (fitting[0] ?? null) : null;
    }
    /** Without a function that we know, a path of two parts or more and a line say where it is. */
    function around(file, { symbol, line }) {
        if (file === null || line === null || (0,runtime_symbol/* pathsOf */.w)(symbol).some((path) => path.includes('::')))
            return null;
        const matching = files.filter((candidate) => isSuffix(file, candidate));
        if (matching.length !== 1)
            return null;
        const nodes = program.graph.nodes.get(matching[0] ?? '') ?? [];
        return (nodes
            .filter(({ fn: { span } }) => span.line <= line && line <= span.endLine)
            .sort((a, b) => b.fn.span.line - a.fn.span.line)[0] ?? null);
    }
}
function lineIn({ file, fn }, named, line) {
    if (named === null || line === null || basename(named) !== basename(file))
        return null;
    return fn.span.line <= line && line <= fn.span.endLine ? line : null;
}
/** One path ends in the other, and they share two parts or more. */
function isSuffix(a, b) {
    const [long, short] = a.length >= b.length ? [a, b] : [b, a];
    return short.includes('/') && (long === short || long.endsWith(`/${short}`));
}
function basename(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}
function push(map, key, node) {
    const list = map.get(key);
    if (list === undefined)
        map.set(key, [node]);
    else
        list.push(node);
}

// EXTERNAL MODULE: ./build/runtime/read.js + 9 modules
var runtime_read = __webpack_require__(7653);
;// CONCATENATED MODULE: ./build/runtime/relevance.js
/** Shares from which code is hot, and from which it stands alone. */
const HOT = 0.01;
const STRONG = 0.05;
/** Sizes of futures in bytes. */
const LARGE = 4096;
const VERY_LARGE = 16_384;
/** tokio's own warnings start at a poll of 10 ms, in nanoseconds. */
const LONG_POLL = 10e6;
/** A function that became this many copies is worth a look. */
const COPIES = 20;
/** Fewer allocations say nothing about the running program. */
const FEW_BLOCKS = 1000;
const isHot = (spot) => spot.share >= HOT;
const blocking = /^(?:blocking-|block-on-)|^(?:cpu-heavy-in-async|regex-compiled-hot|busy-poll)$/;
const locks = /^(?:locked-map|http-client-in-mutex|async-mutex-unneeded|sync-guard-across-await|rayon-blocking-in-parallel|dashmap-ref-across-await)$/;
const copies = /clone|owned|copy|to-vec|cow-candidate/;
const writes = /^(?:unbuffered-|flush-in-loop$|sequential-writes$|blocking-io|blocking-fs|blocking-net)/;
const MEANINGS = {
    cpu: {
        isHot,
        speaksOf: ({ id, area }) => ['memory', 'serialization', 'errors', 'clippy'].includes(area) || id === 'cpu-heavy-in-async',
        alone: { rule: 'hot-function', isStrong: (spot) => spot.share >= STRONG && spot.weight >= 20 },
    },
    allocation: {
        isHot,
        speaksOf: ({ id, area }) => ['memory', 'errors', 'serialization'].includes(area) || copies.test(id),
        alone: {
            rule: 'hot-allocation',
            isStrong: (spot) => spot.unit === 'blocks' && spot.share >= STRONG && spot.weight >= FEW_BLOCKS,
        },
    },
    copy: { isHot, speaksOf: ({ id }) => copies.test(id), alone: null },
    io: { isHot, speaksOf: ({ id }) => writes.test(id), alone: null },
    lock: {
        isHot,
        speaksOf: ({ id }) => locks.test(id),
        alone: { rule: 'hot-lock', isStrong: (spot) => spot.unit === 'ns' && spot.share >= STRONG },
    },
    'cache-line': {
        isHot,
        speaksOf: ({ id }) => id === 'false-sharing' || id === 'seqcst-ordering',
        alone: { rule: 'measured-false-sharing', isStrong: (spot) => spot.share >= HOT && spot.second >= 2 },
    },
    poll: {
        isHot: (spot) => spot.weight >= LONG_POLL,
        speaksOf: ({ id }) => blocking.test(id),
        alone: { rule: 'long-poll', isStrong: (spot) => spot.weight >= LONG_POLL },
    },
    size: {
        isHot: (spot) => spot.weight >= LARGE,
        speaksOf: ({ id }) => id === 'large-future' || id === 'large-enum-variant',
        alone: { rule: 'measured-large-future', isStrong: (spot) => spot.weight >= VERY_LARGE },
    },
    code: {
        isHot: (spot) => spot.share >= HOT && spot.second >= COPIES,
        speaksOf: ({ id }) => id === 'monomorphization-bloat',
        alone: null,
    },
    // Of the whole process, without a place: `syscalls.ts` tells what they mean.
    syscall: { isHot: () => false, speaksOf: () => false, alone: null },
};

// EXTERNAL MODULE: ./build/rules/sizes.js
var sizes = __webpack_require__(8950);
// EXTERNAL MODULE: ./build/runtime/spots.js
var runtime_spots = __webpack_require__(910);
;// CONCATENATED MODULE: ./build/runtime/short-vectors.js


const RULE = 'smallvec-candidate';
/** Fewer allocations by one vector are not worth a dependency. */
const MANY_BLOCKS = 10_000;
/** Longer vectors would fill the stack, or spill anyway. */
const SHORT = 16;
const GROWTH = /raw_vec|RawVec|(?:^|[<:])vec::Vec|spec_from_iter|SpecFromIter|from_elem/;
/** They keep their elements in a vector too, and cannot keep them elsewhere. */
const short_vectors_OTHERS = /string::String|fmt::|collections::|hashbrown|boxed::|bytes::/;
/**
 * @param attribute Which place of the workspace a sample belongs to.
 * @returns one draft for each local vector, and nothing for vectors whose elements are of unknown size
 */
function shortVectors(profile, program, attribute) {
    if (profile.kind !== 'allocation')
        return [];
    const vectors = new Map();
    for (const sample of profile.samples) {
        const found = attribute(sample);
        if (found === null || !isGrowth(sample.frames.slice(0, found.depth)))
            continue;
        const vector = vectorAt(program, found.owner);
        if (vector === null)
            continue;
        const known = vectors.get(vector) ?? { blocks: 0, bytes: 0 };
        known.blocks += sample.weight;
        known.bytes += sample.second ?? 0;
        vectors.set(vector, known);
    }
    return [...vectors].flatMap(([vector, { blocks, bytes }]) => short_vectors_draftOf(program, profile, vector, blocks, bytes) ?? []);
}
function isGrowth(below) {
    return below.some(({ symbol }) => GROWTH.test(symbol)) && !below.some(({ symbol }) => short_vectors_OTHERS.test(symbol));
}
/** The one local vector that allocates on the measured line. */
function vectorAt(program, { node, line }) {
    if (line === null)
        return null;
    const fitting = program.candidates(RULE).filter((sighting) => {
        const { lines } = sighting.data;
        return sighting.path === node.file && lines.includes(line);
    });
    return fitting.length === 1 ? (fitting[0] ?? null) : null;
}
function short_vectors_draftOf(program, { source, unit }, vector, blocks, bytes) {
    const { name, element } = vector.data;
    const size = (0,sizes/* leastSize */.b)(program, vector.path, element);
    if (blocks <= MANY_BLOCKS || size === null || size === 0)
        return null;
    const mean = bytes / blocks / size;
    if (mean > SHORT)
        return null;
    const elements = Math.max(1, Math.round(mean));
    return {
        rule: RULE,
        at: { path: vector.path, ...vector.at },
        params: { name, blocks: (0,runtime_spots/* number */.ai)(blocks), elements: String(elements) },
        confidence: 'medium',
        hot: true,
        evidence: [
            {
                source,
                message: `${source}: ${(0,runtime_spots/* number */.ai)(blocks)} allocations of ${(0,runtime_spots/* number */.ai)(bytes)} bytes`,
                weight: Math.round(blocks),
                unit,
            },
        ],
    };
}

// EXTERNAL MODULE: ./build/runtime/syscalls.js
var syscalls = __webpack_require__(6593);
;// CONCATENATED MODULE: ./build/runtime/join.js







/** Lines that a finding and a measurement of it may be apart. */
const NEAR = 2;
/** Samples from which a profile can also say that code is cold, and the share below which it is. */
const ENOUGH_SAMPLES = 1000;
const COLD = 0.001;
/** Calls followed from where a task was spawned. */
const MAX_DEPTH = 8;
/**
 * @param profileData absolute paths of profiles
 * @param rules every rule by id
 * @throws SettingsError for a file that is no profile
 */
function joinProfiles(drafts, profileData, program, rules) {
    const joined = [...drafts];
    const notes = [];
    for (const file of profileData) {
        const profile = (0,runtime_read/* readProfile */.e)(file, file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1));
        const added = joinEvidence(joined, profile, program, (rule) => rules.get(rule)?.spec);
        joined.splice(0, joined.length, ...added.drafts);
        notes.push(...added.notes);
    }
    return { drafts: joined, notes };
}
function joinEvidence(drafts, profile, program, specOf) {
    if (profile.kind === 'syscall')
        return joinStorms(drafts, profile, program, specOf);
    const attribute = attributor(program, profile.kind);
    const spots = (0,runtime_spots/* spotsOf */.PC)(profile, attribute);
    if (spots.length === 0)
        return { drafts, notes: [strangerNote(profile)] };
    const joined = [...drafts];
    const alone = [];
    const vectors = shortVectors(profile, program, attribute);
    for (const spot of spots) {
        const { isHot, speaksOf, alone: standing } = MEANINGS[spot.kind];
        if (!isHot(spot))
            continue;
        const matches = matching(spot, joined, program, (rule) => {
            const spec = specOf(rule);
            return spec !== undefined && spec.tier === 2 && speaksOf(spec);
        });
        for (const index of matches) {
            const draft = joined[index];
            const spec = draft && specOf(draft.rule);
            if (draft && spec)
                joined[index] = raised(draft, spec, spot);
        }
        const isKnown = matches.length > 0 || vectors.some((draft) => speaksFor(draft, spot.owner));
        if (!isKnown && standing?.isStrong(spot))
            alone.push(join_draftOf(standing.rule, spot));
    }
    const cooled = profile.kind === 'cpu' ? coldOf(joined, profile, program, specOf) : joined;
    return { drafts: [...cooled, ...vectors, ...alone], notes: [] };
}
/** The finding's vector allocates in the measured function. */
function speaksFor({ at }, { node }) {
    return isIn(at, { path: node.file, ...node.fn.span });
}
/** Indices of the drafts that the spot speaks of: those at its line, else those in its function. */
function matching({ owner, kind }, drafts, program, isRelevant) {
    const { node, line } = owner;
    const places = drafts.map((draft) => (isRelevant(draft.rule) ? [draft.at, ...(draft.related ?? [])] : []));
    const where = (test) => places.flatMap((list, index) => (list.some(test) ? [index] : []));
    if (kind === 'poll') {
        const reached = [...reachedFrom(owner)];
        return where((place) => reached.some((one) => isIn(place, one)));
    }
    if (line !== null) {
        const near = where((place) => place.path === node.file && place.line - NEAR <= line && line <= place.endLine + NEAR);
        if (near.length > 0)
            return near;
    }
    return where((place) => isIn(place, { path: node.file, ...node.fn.span }) && innermost(program, place) === node);
}
/** The function itself from the line on where the task starts, and what it calls from there. */
function reachedFrom({ node, line }) {
    const task = spawnedAt(node, line);
    const found = new Set([task]);
    const seen = new Set([node]);
    let next = node.callees.filter((edge) => isIn(edge.at, task)).map(({ to }) => to);
    for (let depth = 0; depth < MAX_DEPTH && next.length > 0; depth++) {
        const fresh = next.filter((one) => !seen.has(one));
        for (const one of fresh) {
            seen.add(one);
            found.add({ path: one.file, ...one.fn.span });
        }
        next = fresh.flatMap((one) => one.callees.map(({ to }) => to));
    }
    return found;
}
/** The largest call that starts on the line: `tokio::spawn(async move { … })`. */
function spawnedAt({ file, fn }, line) {
    const calls = fn.calls.filter(({ at }) => at.line === line).sort((a, b) => b.at.endLine - a.at.endLine);
    return { path: file, ...(calls[0]?.at ?? fn.span) };
}
function innermost(program, place) {
    const around = (program.graph.nodes.get(place.path) ?? []).filter((node) => isIn(place, { path: node.file, ...node.fn.span }));
    return around.sort((a, b) => b.fn.span.line - a.fn.span.line)[0] ?? null;
}
function isIn(place, outer) {
    return place.path === outer.path && outer.line <= place.line && place.line <= outer.endLine;
}
function raised(draft, spec, spot) {
    const before = draft.severity ?? spec.severity;
    // Two profiles that agree make it surer, not worse again.
    const isRaised = (draft.evidence ?? []).length > 0;
    const worse = isRaised ? before : shifted(before, -1);
    // How much code a function became is no weight at run time.
    const severity = spot.kind === 'code' && worse === 'critical' ? before : worse;
    return {
        ...draft,
        severity,
        confidence: 'high',
        hot: true,
        evidence: [...(draft.evidence ?? []), evidenceOf(spot)],
    };
}
function shifted(severity, by) {
    const index = findings_finding/* SEVERITIES */.oC.indexOf(severity) + by;
    return findings_finding/* SEVERITIES */.oC[Math.min(Math.max(index, 0), findings_finding/* SEVERITIES */.oC.length - 1)] ?? severity;
}
function evidenceOf({ source, message, weight, unit }) {
    return { source, message, weight: Math.round(weight), unit };
}
function join_draftOf(rule, spot) {
    const { node, line } = spot.owner;
    const measured = spot.message.slice(spot.source.length + 2);
    return {
        rule,
        at: { path: node.file, ...spanOf(node, line) },
        params: { function: node.fn.name, measured, share: (0,runtime_spots/* percent */.KN)(spot.share) },
        item: node.fn.path.replace(/^(?:self|super|crate)::/, ''),
        hot: true,
        evidence: [evidenceOf(spot)],
    };
}
/** The first call on the measured line, or the function's name. */
function spanOf({ fn }, line) {
    const call = fn.calls.find(({ at }) => at.line === line);
    return call?.at ?? fn.nameSpan;
}
/** A function that ran, and took next to no time, is no place for advice on time. Never hides what may block. */
function coldOf(drafts, profile, program, specOf) {
    if (profile.total < ENOUGH_SAMPLES)
        return drafts;
    const inclusive = new Map();
    const attribute = attributor(program, profile.kind);
    for (const { frames, weight } of profile.samples) {
        const nodes = new Set(frames.flatMap((frame) => attribute({ frames: [frame], weight: 0 })?.owner.node ?? []));
        for (const node of nodes)
            inclusive.set(node, (inclusive.get(node) ?? 0) + weight);
    }
    return drafts.map((draft) => {
        const spec = specOf(draft.rule);
        // Evidence would switch on a rule that is off by default.
        if (spec === undefined || spec.tier !== 2 || spec.default !== 'on' || !MEANINGS.cpu.speaksOf(spec))
            return draft;
        const severity = draft.severity ?? spec.severity;
        const node = innermost(program, draft.at);
        const weight = node === null ? undefined : inclusive.get(node);
        if (severity === 'critical' || weight === undefined || (draft.evidence ?? []).length > 0)
            return draft;
        const share = weight / profile.total;
        if (share >= COLD)
            return draft;
        const message = `${profile.source}: measured cold, ${(0,runtime_spots/* percent */.KN)(share)} of ${profile.total} samples`;
        return {
            ...draft,
            severity: shifted(severity, 1),
            evidence: [{ source: profile.source, message, weight, unit: profile.unit }],
        };
    });
}
/** Of the whole process: said beside the findings that explain it, or at `main` where none does. */
function joinStorms(drafts, profile, program, specOf) {
    const joined = [...drafts];
    const notes = [];
    const alone = [];
    for (const storm of (0,syscalls/* stormsOf */.g)(profile)) {
        const { source } = profile;
        const evidence = { source, message: storm.message, weight: storm.calls, unit: profile.unit };
        let explained = false;
        for (const [index, draft] of joined.entries()) {
            if (!storm.explainedBy.test(draft.rule) || specOf(draft.rule)?.default !== 'on')
                continue;
            joined[index] = { ...draft, evidence: [...(draft.evidence ?? []), evidence] };
            explained = true;
        }
        if (explained)
            continue;
        const main = program.graph.all.find(({ fn }) => fn.name === 'main' && fn.path === 'self::main' && !fn.test);
        const measured = storm.message.slice(source.length + 2);
        if (main === undefined)
            notes.push({ kind: 'info', message: `${source}: ${measured}` });
        else
            alone.push({
                rule: 'syscall-storm',
                at: { path: main.file, ...main.fn.nameSpan },
                params: { measured },
                item: 'main',
                hot: true,
                evidence: [evidence],
            });
    }
    return { drafts: [...joined, ...alone], notes };
}
function strangerNote({ source, samples }) {
    return {
        kind: 'info',
        message: `${source}: none of its ${samples.length} entries is in a function of this code: is it of another program, or without symbols?`,
    };
}

// EXTERNAL MODULE: ./build/summaries/cache.js
var cache = __webpack_require__(9249);
// EXTERNAL MODULE: ./build/summaries/summarise.js + 17 modules
var summarise = __webpack_require__(6850);
// EXTERNAL MODULE: ./build/version.js
var version = __webpack_require__(8508);
;// CONCATENATED MODULE: ./build/audit.js
/**
 * The whole pipeline. Settings in, an audited report out; data only flows forward:
 * project → summaries (of syntax) → program → rules → findings → report.
 */
















/**
 * Audits what `settings.root` names. Executes nothing of it and follows no link out of it.
 * @throws SettingsError, ProjectError, RuleFileError when there is nothing that could be audited
 */
async function audit(settings, known = { changes: null }, collect = summarise/* collectHere */.rM) {
    const begin = performance.now();
    const catalogue = await (0,rules_catalogue/* openCatalogue */.GP)(settings);
    const active = (0,rules_active/* activeRules */.I)(catalogue, settings, settings.cache);
    const project = await (0,read/* readProject */.W)(settings);
    const summaries = await (0,summarise/* summarise */.fS)(project.sources, {
        ...active,
        tests: settings.allTargets,
        jobs: settings.jobs,
        cacheFolder: settings.cache ? (0,cache/* cacheFolder */.n)(project) : null,
        toolVersion: version/* version */.r,
        collect,
    });
    const program = program_link(project, summaries.files, { tests: settings.allTargets });
    const judging = {
        deploy: settings.deploy,
        profile: settings.profile,
        isHotPath: (0,activate/* pathMatcher */.kZ)(settings.hot),
    };
    const judged = judgeAll(active.rules, project, program, judging);
    const specs = new Map(catalogue.all.map(({ spec }) => [spec.id, spec]));
    const linted = joinClippy(judged.drafts, known.clippy, { sources: project.sources, program, rules: specs });
    const joined = joinProfiles(linted, settings.profileData, program, catalogue.byId);
    const notes = [
        ...project.notes,
        ...summaries.notes,
        ...judged.notes,
        ...joined.notes,
        ...(known.note === undefined ? [] : [known.note]),
        ...(known.clippy?.notes ?? []),
    ];
    const complete = !notes.some((note) => note.kind === 'incomplete');
    const source = sourceReader(project.root);
    const decision = decide({
        drafts: joined.drafts,
        rules: specs,
        settings,
        ...(0,summarise/* markersOf */.Bs)(summaries),
        configuration: project.workspaces.flatMap(({ packages }) => packages.map((pkg) => pkg.manifest)),
        source,
        changes: known.changes,
        isChangeExplained: known.note !== undefined,
        baseline: readBaseline(settings.baseline),
        url: (id) => (0,rules_catalogue/* ruleUrl */.QB)(specs.get(id)),
        complete,
    });
    if (settings.writeBaseline !== null)
        writeBaseline(settings.writeBaseline, decision.known);
    const report = {
        schema: 1,
        tool: { name: 'rustperf', version: version/* version */.r },
        root: settings.shownRoot,
        complete,
        summary: decision.summary,
        stats: { ...(0,summarise/* statsOf */.LZ)(summaries), durationMs: Math.round(performance.now() - begin) },
        findings: decision.findings,
        notes: [...notes, ...decision.notes],
        suggestedProfiles: suggestProfiles({ project, program, settings: judging }, active.isActive),
    };
    const rules = new Map([...specs.values(), SUPPRESSION_RULE].map((spec) => [spec.id, (0,rules_catalogue/* ruleWords */.mG)(spec)]));
    const { gate, known: unfolded } = decision;
    return { report, context: { rules, source, gate, failOn: settings.failOn, unfolded } };
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

/***/ 2844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $_: () => (/* binding */ compareWithBaseline),
/* harmony export */   J2: () => (/* binding */ formatBaseline),
/* harmony export */   nk: () => (/* binding */ parseBaseline)
/* harmony export */ });
/* harmony import */ var _settings_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4663);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4438);
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5163);
/* harmony import */ var _group_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7328);
/** Reads and writes the findings that a team has accepted for now, and tells them from new ones. */




const VERSION = 1;
const FINGERPRINT = /^[0-9a-f]{32}$/;
/**
 * @param file how messages name it.
 * @throws SettingsError when the text is no baseline of a version that this tool knows.
 */
function parseBaseline(text, file) {
    const data = parseJson(text, file);
    if (!isRecord(data) || !Array.isArray(data.findings)) {
        throw new _settings_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .SettingsError */ .G(`\`${file}\` is not a baseline: write one with \`--write-baseline\``);
    }
    if (data.version !== VERSION) {
        throw new _settings_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .SettingsError */ .G(`\`${file}\` is a baseline of version \`${String(data.version)}\`, this tool knows \`${VERSION}\`: ` +
            'update rustperf, or write the baseline again with `--write-baseline`');
    }
    return { file, entries: data.findings.map((entry, index) => toEntry(entry, index, file)) };
}
/** The text of a baseline that accepts these findings: sorted, one finding a line, so that it merges well. */
function formatBaseline(findings) {
    const lines = findings
        .map(({ rule, path, fingerprint }) => ({ rule, path, fingerprint }))
        .sort(compareEntries)
        .map((entry) => `    ${JSON.stringify(entry)}`);
    const body = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
    return `{\n  "version": ${VERSION},\n  "findings": ${body}\n}\n`;
}
/**
 * Splits findings into accepted and new ones. Every entry accepts one finding: first one in the file that it
 * names, then one of the same identity anywhere, because code moves.
 */
function compareWithBaseline(findings, baseline) {
    const remaining = new Set([...baseline.entries].sort(compareEntries));
    const accepted = new Set();
    const acceptBy = (keyOf) => {
        const open = (0,_group_js__WEBPACK_IMPORTED_MODULE_2__/* .groupBy */ .$)([...remaining], keyOf);
        const used = new Map();
        for (const finding of findings) {
            if (accepted.has(finding))
                continue;
            const key = keyOf(finding);
            const count = used.get(key) ?? 0;
            const entry = open.get(key)?.[count];
            if (entry === undefined)
                continue;
            used.set(key, count + 1);
            remaining.delete(entry);
            accepted.add(finding);
        }
    };
    acceptBy(({ path, fingerprint }) => `${path}\0${fingerprint}`);
    acceptBy(({ path, fingerprint }) => `${path}\0${(0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .identityOf */ .cu)(fingerprint)}`);
    acceptBy(({ fingerprint }) => (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .identityOf */ .cu)(fingerprint));
    return {
        fresh: findings.filter((finding) => !accepted.has(finding)),
        accepted: findings.filter((finding) => accepted.has(finding)),
        stale: [...remaining],
    };
}
function compareEntries(a, b) {
    return ((0,_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .compareText */ .n6)(a.path, b.path) || (0,_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .compareText */ .n6)(a.rule, b.rule) || (0,_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .compareText */ .n6)(a.fingerprint, b.fingerprint));
}
function parseJson(text, file) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new _settings_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .SettingsError */ .G(`\`${file}\` is not a baseline: it is not JSON`, { cause });
    }
}
function toEntry(entry, index, file) {
    if (isRecord(entry)) {
        const { rule, path, fingerprint } = entry;
        if (typeof rule === 'string' &&
            typeof path === 'string' &&
            typeof fingerprint === 'string' &&
            FINGERPRINT.test(fingerprint)) {
            return { rule, path, fingerprint };
        }
    }
    throw new _settings_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .SettingsError */ .G(`\`${file}\`: \`findings[${index}]\` needs \`rule\`, \`path\` and a \`fingerprint\` of 32 hexadecimal digits`);
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 9163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GX: () => (/* binding */ linesOfDiff),
/* harmony export */   Hq: () => (/* binding */ isChanged),
/* harmony export */   UT: () => (/* binding */ textOfDiff)
/* harmony export */ });
/* harmony import */ var parse_diff__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2673);
/** Turns a unified diff into the lines that a change touches, and asks whether a finding is on one of them. */

/**
 * Lines of the new side that the diff adds or alters. Where lines only vanished, the line above the gap counts
 * as touched: a deleted `lto = "fat"` is the reason for a finding on its table's header.
 *
 * @param diff `git diff` output with `a/` and `b/` prefixes, any amount of context.
 * @param prefix directory of the audited root inside the repository, '' for the root itself; files outside
 * it are left out.
 */
function linesOfDiff(diff, prefix = '') {
    const files = new Map();
    for (const { path, chunks } of filesOfDiff(diff, prefix)) {
        files.set(path, mergeRanges([...(files.get(path) ?? []), ...chunks.flatMap(touchedLines)]));
    }
    return files;
}
/** The text of every line on the diff's new side, by path and 1-based line; `added` tells it from context. */
function textOfDiff(diff, prefix = '') {
    const files = new Map();
    for (const { path, chunks } of filesOfDiff(diff, prefix)) {
        const lines = files.get(path) ?? new Map();
        files.set(path, lines);
        for (const change of chunks.flatMap((chunk) => chunk.changes)) {
            if (change.type === 'del' || change.content.startsWith('\\'))
                continue;
            const line = change.type === 'add' ? change.ln : change.ln2;
            lines.set(line, { text: change.content.slice(1).replace(/\r$/, ''), added: change.type === 'add' });
        }
    }
    return files;
}
function filesOfDiff(diff, prefix) {
    return parse_diff__WEBPACK_IMPORTED_MODULE_0__(diff).flatMap((file) => {
        const path = file.to === undefined ? undefined : insideRoot(unquote(file.to), prefix);
        return path === undefined || file.deleted ? [] : [{ path, chunks: file.chunks }];
    });
}
/** The path seen from the audited root, or undefined outside of it. */
function insideRoot(path, prefix) {
    if (prefix === '')
        return path;
    return path.startsWith(`${prefix}/`) ? path.slice(prefix.length + 1) : undefined;
}
/** True when any line of the location is one that the change touches. */
function isChanged(changes, at) {
    const ranges = changes.files.get(at.path);
    if (ranges === undefined)
        return false;
    // An exclusive end in column 1 touches nothing of its line.
    const last = at.endColumn === 1 ? Math.max(at.line, at.endLine - 1) : at.endLine;
    return ranges === 'all' || ranges.some((range) => range.from <= last && at.line <= range.to);
}
function touchedLines(chunk) {
    const ranges = [];
    let newLine = chunk.newStart;
    // Without any new line, `@@ -5,2 +4,0 @@` names the line above the gap.
    let above = chunk.newLines === 0 ? chunk.newStart : chunk.newStart - 1;
    let gap = false;
    const closeGap = () => {
        if (gap && above >= 1)
            ranges.push({ from: above, to: above });
        gap = false;
    };
    for (const change of chunk.changes) {
        // git says "\ No newline at end of file" about the line before; it is no line itself.
        if (change.content.startsWith('\\'))
            continue;
        if (change.type === 'del') {
            gap = true;
            continue;
        }
        if (change.type === 'add') {
            gap = false;
            ranges.push({ from: newLine, to: newLine });
        }
        else {
            closeGap();
        }
        above = newLine;
        newLine += 1;
    }
    closeGap();
    return ranges;
}
function mergeRanges(ranges) {
    const merged = [];
    for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
        const previous = merged.at(-1);
        if (previous !== undefined && range.from <= previous.to + 1) {
            merged[merged.length - 1] = { from: previous.from, to: Math.max(previous.to, range.to) };
        }
        else {
            merged.push(range);
        }
    }
    return merged;
}
const ESCAPES = { n: '\n', t: '\t', r: '\r' };
/** git writes quotes, backslashes and bytes it will not show in C escapes; the parser drops only the quotes. */
function unquote(path) {
    if (!path.includes('\\'))
        return path;
    const bytes = Buffer.from(path, 'utf8')
        .toString('latin1')
        .replace(/\\([0-7]{3}|.)/g, (_, code) => code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code));
    return Buffer.from(bytes, 'latin1').toString('utf8');
}


/***/ }),

/***/ 5163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rj: () => (/* binding */ fingerprint),
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   g$: () => (/* binding */ normaliseCode)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/** Names a finding by what it is about instead of where it stands, so that moved lines keep their history. */

const IDENTITY_DIGITS = 28;
const OCCURRENCE_DIGITS = 4;
/** Lower-case hexadecimal: 28 digits of identity, then 4 of occurrence (0-based), 32 in all. */
function fingerprint(identity, occurrence) {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update([identity.rule, identity.item, identity.code].join('\0'))
        .digest('hex');
    const count = Math.min(occurrence, 16 ** OCCURRENCE_DIGITS - 1);
    return digest.slice(0, IDENTITY_DIGITS) + count.toString(16).padStart(OCCURRENCE_DIGITS, '0');
}
/** The part of a fingerprint that all occurrences of one finding share. */
function identityOf(print) {
    return print.slice(0, IDENTITY_DIGITS);
}
/** The text of a span, white space folded; what formatting changes does not change the finding. */
function normaliseCode(lines, span) {
    const picked = lines.slice(span.line - 1, span.endLine);
    const last = picked.length - 1;
    return picked
        .map((text, index) => text.slice(index === 0 ? span.column - 1 : 0, index === last ? span.endColumn - 1 : undefined))
        .join(' ')
        .replace(/\s+/g, ' ')
        .replace(/ ?([()[\]{},;.]) ?/g, '$1')
        .replace(/,([)\]}])/g, '$1')
        .trim();
}


/***/ }),

/***/ 7328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ groupBy)
/* harmony export */ });
/** Groups what belongs together, in the order of the input; Node 20 has no `Map.groupBy`. */
function groupBy(items, key) {
    const groups = new Map();
    for (const item of items) {
        const group = groups.get(key(item));
        if (group === undefined)
            groups.set(key(item), [item]);
        else
            group.push(item);
    }
    return groups;
}


/***/ })

};
