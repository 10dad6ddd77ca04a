export const id = 175;
export const ids = [175];
export const modules = {

/***/ 5175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ readProject)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/findings/finding.js
var finding = __webpack_require__(4438);
// EXTERNAL MODULE: ./build/project/paths.js
var paths = __webpack_require__(1446);
// EXTERNAL MODULE: ./build/project/toml.js + 9 modules
var toml = __webpack_require__(5938);
;// CONCATENATED MODULE: ./build/project/config.js
/** The `.cargo/config.toml` files that Cargo would read in a directory, nearest first. */




/** Both paths absolute; `limit` is the highest directory to look in, at or above `root`. */
function configReader(root, limit) {
    const parsed = new Map();
    const notes = [];
    const read = (file) => {
        const known = parsed.get(file);
        if (known !== undefined)
            return known;
        const at = (0,paths/* slashed */.df)(external_node_path_.relative(root, file));
        let result = null;
        try {
            result = (0,toml/* parseToml */.MT)(at, (0,external_node_fs_.readFileSync)(file, 'utf8'));
        }
        catch (error) {
            notes.push({ path: at, kind: 'incomplete', message: configFailure(error) });
        }
        parsed.set(file, result);
        return result;
    };
    /** The file itself, then what it includes, the last include first: the order of precedence. */
    const withIncludes = (file, seen) => {
        const toml = read(file);
        if (!toml)
            return [];
        const inner = new Set([...seen, file]);
        const included = includesOf(toml)
            .map((relative) => external_node_path_.resolve(external_node_path_.dirname(file), relative))
            .filter((target) => isBelow(target, limit) && !inner.has(target) && (0,external_node_fs_.existsSync)(target));
        return [toml, ...included.toReversed().flatMap((target) => withIncludes(target, inner))];
    };
    const filesFor = (directory) => {
        const files = [];
        for (let at = external_node_path_.join(root, directory); isBelow(at, limit); at = external_node_path_.dirname(at)) {
            // Where both exist, Cargo takes the old name.
            const file = ['config', 'config.toml']
                .map((name) => external_node_path_.join(at, '.cargo', name))
                .find((candidate) => (0,external_node_fs_.existsSync)(candidate));
            if (file !== undefined)
                files.push(...withIncludes(file, new Set()));
            if (external_node_path_.dirname(at) === at)
                break;
        }
        return files;
    };
    return { filesFor, notes };
}
function includesOf(file) {
    const { include } = file.values;
    const entries = Array.isArray(include) ? include : [include];
    return entries.flatMap((entry) => {
        if (typeof entry === 'string')
            return [entry];
        if (!(0,toml/* isTable */.bI)(entry) || (0,toml/* booleanAt */.CR)(entry, 'enabled') === false)
            return [];
        return (0,toml/* stringAt */.bX)(entry, 'path') ?? [];
    });
}
function configFailure(error) {
    if (error instanceof toml/* TomlSyntaxError */.u0) {
        return `configuration not audited: line ${error.line}, column ${error.column}: ${error.message}`;
    }
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code === undefined)
        throw error;
    return `configuration not audited: cannot be read (${code})`;
}
function isBelow(file, directory) {
    const relative = external_node_path_.relative(directory, file);
    return (relative === '' ||
        !(relative === '..' || relative.startsWith(`..${external_node_path_.sep}`) || external_node_path_.isAbsolute(relative)));
}

// EXTERNAL MODULE: ./build/project/lock.js + 1 modules
var lock = __webpack_require__(4934);
// EXTERNAL MODULE: ./build/project/manifest.js
var project_manifest = __webpack_require__(4617);
// EXTERNAL MODULE: ./build/project/project.js
var project = __webpack_require__(5215);
// EXTERNAL MODULE: ./build/project/scope.js
var scope = __webpack_require__(2666);
// EXTERNAL MODULE: ./build/project/profiles.js
var profiles = __webpack_require__(590);
;// CONCATENATED MODULE: ./build/project/shipping/detect.js
/** Everything the build files say becomes one answer per workspace: which profile ships, where, and how we know. */





/** One answer per workspace, in the order given. */
function detectShipping(workspaces, files) {
    const answers = workspaces.map((workspace) => shippingOf(workspace, factsFor(workspace, workspaces, files)));
    const anyBuilt = answers.some((answer) => answer.command !== null);
    return answers.map((answer) => ({ ...answer, isAside: anyBuilt && answer.command === null }));
}
/** Commands that run in this workspace's directory, or that nothing assigns to another. */
function factsFor(workspace, workspaces, files) {
    const owner = (directory) => workspaces
        .filter((candidate) => (0,paths/* isInside */.FK)(directory, candidate.dir))
        .toSorted((a, b) => b.dir.length - a.dir.length)[0];
    const owns = (directory) => {
        const found = owner(directory);
        return found === undefined || found === workspace;
    };
    return {
        builds: files.flatMap((file) => file.facts.commands.filter((command) => owns(directoryOfCommand(command, file.path)))),
        files: files.filter((file) => owns(file.facts.isCi ? '' : directoryOfFile(file.path))),
    };
}
function directoryOfFile(at) {
    const directory = external_node_path_.posix.dirname(at);
    return directory === '.' || directory.startsWith('..') ? '' : directory;
}
function directoryOfCommand(command, file) {
    const base = command.source === 'workflow' || command.source === 'gitlab' ? '' : directoryOfFile(file);
    const own = command.directory;
    if (own === null || /[$`{]/u.test(own))
        return base;
    const joined = external_node_path_.posix.join(base, own.startsWith('/') ? '.' : own).replace(/\/$/u, '');
    return joined === '.' || joined.startsWith('..') ? '' : joined;
}
const SHIPS = /^(?:build|install|deb|generate-rpm|bundle|wix|dist build|maturin (?:build|publish)|wasm-pack build|trunk build|tauri build|pgo (?:build|optimize)|chef cook)$/u;
const NOT_SHIPPED = /\b(?:bench|benchmark|test|coverage|perf|profiling|fuzz|sanit)/iu;
function shippingOf(workspace, { builds, files }) {
    const dist = distOf(workspace);
    const publishing = [...publishingOf(files, workspace), ...(dist ? [dist.publishing] : [])];
    const best = mostLikely(builds, workspace);
    const shared = {
        publishing,
        builds,
        muslTargets: muslOf(workspace, builds, files),
        targetCpus: files.flatMap((file) => file.facts.targetCpus),
        clippy: files.flatMap((file) => file.facts.clippy),
        pgo: files.flatMap((file) => file.facts.pgo),
        hasCi: files.some((file) => file.facts.isCi),
        isAside: false,
    };
    // What `dist` does by default counts less than builds that the release workflow spells out.
    if (dist && (best === null || best.weight < SPELLED_OUT || best.command.profile === dist.profile)) {
        const command = best?.command.profile === dist.profile ? best.command : null;
        return {
            ...shared,
            profile: dist.profile,
            because: dist.because,
            command,
            environment: command?.environment ?? new Map(),
        };
    }
    if (best?.command.profile == null) {
        return {
            ...shared,
            profile: 'release',
            because: 'no build that ships is in sight, so `cargo build --release` is assumed',
            command: null,
            environment: workspace.taskEnvironment,
        };
    }
    const { command } = best;
    const profile = command.profile ?? 'release';
    const how = profile === 'release' ? '`--release`' : (0,paths/* quoted */.TL)(`--profile ${profile}`);
    return {
        ...shared,
        profile,
        because: `${(0,paths/* quoted */.TL)(command.at.path)} line ${command.at.line} builds with ${how}`,
        command,
        environment: new Map([...workspace.taskEnvironment, ...command.environment]),
    };
}
const SPELLED_OUT = 28;
/** Of the builds with the most weight, the first one with the profile that most of them use. */
function mostLikely(builds, workspace) {
    const candidates = builds
        .map((command) => ({ command, weight: weightOf(command, workspace) }))
        .filter(({ weight }) => weight > 0);
    const most = Math.max(...candidates.map(({ weight }) => weight));
    const top = candidates.filter(({ weight }) => weight === most);
    const uses = (profile) => top.filter(({ command }) => command.profile === profile).length;
    const [best] = top.toSorted((a, b) => uses(b.command.profile) - uses(a.command.profile) ||
        Number(b.command.profile !== 'release') - Number(a.command.profile !== 'release') ||
        (0,finding/* compareText */.n6)(a.command.at.path, b.command.at.path) ||
        a.command.at.line - b.command.at.line);
    return best ?? null;
}
/** An image is made to run somewhere; a recipe may be for a developer's own use. */
const WEIGHTS = { container: 35, workflow: 20, gitlab: 20, makefile: 10, justfile: 10, script: 9 };
/** 0 for builds that do not ship. */
function weightOf(command, workspace) {
    const { profile, source } = command;
    if (profile === null || !SHIPS.test(command.subcommand))
        return 0;
    const sources = {
        manifest: workspace.manifestFile,
        config: workspace.config,
        environment: command.environment,
    };
    // Profiles that come from `dev`, and those that nobody defines, are for development.
    if ((0,profiles/* resolveProfile */.mC)(profile, sources)?.chain.at(-1) !== 'release' || profile === 'bench')
        return 0;
    const file = command.at.path;
    let weight = WEIGHTS[source];
    if (command.publishes && source !== 'container')
        weight = 40;
    else if (source !== 'container' && /release|deploy|publish|dist|package|cd\b/iu.test(file))
        weight += 8;
    if (NOT_SHIPPED.test(file))
        weight -= 15;
    if (NOT_SHIPPED.test(profile))
        weight -= 9;
    if (command.subcommand === 'chef cook')
        weight -= 1;
    return Math.max(weight, 1);
}
function publishingOf(files, workspace) {
    return files.flatMap(({ path: at, facts }) => {
        const builds = facts.commands.some((command) => weightOf(command, workspace) > 0);
        // An image with a debug build in it is for developers; one that a workflow pushes is not.
        const isImage = facts.commands.some(({ source }) => source === 'container');
        return facts.publishing.filter(({ how }) => builds || (how === 'container' && !isImage) || (how === 'release' && /release/iu.test(at)));
    });
}
/** cargo-dist's configuration: `dist-workspace.toml`, or `[workspace.metadata.dist]` in the manifest. */
function distOf(workspace) {
    const own = workspace.toolFiles.find((file) => /(?:^|\/)dist(?:-workspace)?\.toml$/u.test(file.path));
    const manifest = workspace.manifestFile;
    const places = [
        { file: own, keys: ['dist'] },
        { file: manifest, keys: ['workspace', 'metadata', 'dist'] },
        { file: manifest, keys: ['package', 'metadata', 'dist'] },
    ];
    for (const { file, keys } of places) {
        if (!file || !(0,toml/* tableAt */.af)(file.values, ...keys))
            continue;
        const at = { path: file.path, ...((0,toml/* locateTable */.rZ)(file, ...keys)?.header ?? START) };
        const sources = { manifest, config: workspace.config, environment: new Map() };
        // `dist build` compiles with `--profile dist`, which `dist init` adds to the manifest.
        const hasProfile = (0,profiles/* resolveProfile */.mC)('dist', sources) !== null;
        return {
            profile: hasProfile ? 'dist' : 'release',
            because: `${(0,paths/* quoted */.TL)(file.path)} configures \`dist\`, which builds with \`--profile dist\``,
            publishing: { how: 'release', because: `${(0,paths/* quoted */.TL)(file.path)} configures \`dist\` releases`, at },
        };
    }
    return null;
}
const START = { line: 1, column: 1, endLine: 1, endColumn: 1 };
const IS_MUSL = /-musl/u;
/** Targets of commands, words in CI files and images, Cross.toml, rust-toolchain.toml, dist and `build.target`. */
function muslOf(workspace, builds, files) {
    // A recipe or script may do anything with a target; only what it builds counts.
    const mentions = files
        .filter((file) => file.facts.isCi || file.facts.publishing.length > 0)
        .filter((file) => !NOT_SHIPPED.test(external_node_path_.posix.basename(file.path)))
        .flatMap((file) => file.facts.targets);
    for (const command of builds) {
        if (weightOf(command, workspace) === 0 || NOT_SHIPPED.test(external_node_path_.posix.basename(command.at.path)))
            continue;
        for (const value of command.targets)
            if (IS_MUSL.test(value))
                mentions.push({ value, at: command.at });
    }
    for (const file of [...workspace.config, ...workspace.toolFiles])
        mentions.push(...tomlTargets(file));
    const { manifestFile } = workspace;
    if (manifestFile) {
        for (const keys of [
            ['workspace', 'metadata', 'dist'],
            ['package', 'metadata', 'dist'],
        ]) {
            mentions.push(...listed(manifestFile, [...keys, 'targets']));
        }
    }
    const seen = new Set();
    return mentions
        .filter(({ value, at }) => {
        const key = `${at.path}\u0000${at.line}\u0000${value}`;
        return !seen.has(key) && seen.add(key);
    })
        .toSorted((a, b) => (0,finding/* compareText */.n6)(a.at.path, b.at.path) || a.at.line - b.at.line || a.at.column - b.at.column);
}
function tomlTargets(file) {
    const mentions = [];
    const target = (0,toml/* stringAt */.bX)(file.values, 'build', 'target') ?? (0,toml/* stringAt */.bX)(file.values, 'build', 'default-target');
    if (target !== undefined && IS_MUSL.test(target)) {
        const key = (0,toml/* stringAt */.bX)(file.values, 'build', 'target') === undefined ? 'default-target' : 'target';
        mentions.push({
            value: target,
            at: { path: file.path, ...((0,toml/* locateKey */.EM)(file, 'build', key)?.pair ?? START) },
        });
    }
    for (const keys of [
        ['build', 'target'],
        ['toolchain', 'targets'],
        ['dist', 'targets'],
    ]) {
        mentions.push(...listed(file, keys));
    }
    for (const triple of Object.keys((0,toml/* tableAt */.af)(file.values, 'target') ?? {})) {
        if (!IS_MUSL.test(triple) && !/target_env\s*=\s*"musl"/u.test(triple))
            continue;
        const place = (0,toml/* locateTable */.rZ)(file, 'target', triple)?.header ?? (0,toml/* locateKey */.EM)(file, 'target', triple)?.pair;
        mentions.push({ value: triple, at: { path: file.path, ...(place ?? START) } });
    }
    return mentions;
}
function listed(file, keys) {
    const values = (0,toml/* stringsAt */.kp)(file.values, ...keys) ?? [];
    return values.flatMap((value, index) => {
        if (!IS_MUSL.test(value))
            return [];
        const place = (0,toml/* locateKey */.EM)(file, ...keys, String(index))?.value ?? START;
        return [{ value, at: { path: file.path, ...place } }];
    });
}

;// CONCATENATED MODULE: ./build/project/shipping/builds.js
const NO_FACTS = {
    commands: [],
    targets: [],
    publishing: [],
    targetCpus: [],
    clippy: [],
    pgo: [],
    isCi: false,
};
/** A span of one line; columns count from 1. */
function lineLocation(path, line, column, length) {
    return { path, line, column, endLine: line, endColumn: column + length };
}

;// CONCATENATED MODULE: ./build/project/shipping/shell.js
/** Lines of shell become the Cargo commands in them, with profile, targets, features and environment. */

/** Commands in order. `export A=b` and `A=b cargo …` add to `inherited` for what follows. */
function readShell(path, lines, inherited, lookup = () => []) {
    const commands = [];
    const exported = new Map(inherited);
    let directory = null;
    const resolve = (name) => {
        const known = exported.get(name);
        return known && !/[$`]/u.test(known.value) ? [known.value] : lookup(name);
    };
    for (const words of splitCommands(lines)) {
        const local = new Map(exported);
        let index = 0;
        const [first] = words;
        if (first?.text === 'cd' && words[1])
            directory = words[1].text;
        for (; index < words.length; index += 1) {
            const word = words[index];
            if (!word)
                break;
            const assignment = /^([A-Za-z_]\w*)=(.*)$/su.exec(word.text);
            if (assignment?.[1] !== undefined && assignment[2] !== undefined) {
                const value = {
                    value: assignment[2],
                    at: lineLocation(path, word.line, word.column, word.text.length),
                };
                local.set(assignment[1], value);
                if (first?.text === 'export' || words.every((other) => /^[A-Za-z_]\w*=/u.test(other.text))) {
                    exported.set(assignment[1], value);
                }
            }
            else if (!isWrapper(word.text))
                break;
        }
        const program = words[index];
        if (!program)
            continue;
        const command = cargoCommand(path, program, words.slice(index + 1), resolve);
        if (command)
            commands.push({ ...command, environment: local, directory: command.directory ?? directory });
    }
    return commands;
}
function isWrapper(word) {
    return (/^(?:sudo|env|time|exec|nice|export|command|then|do|else|if|!|xvfb-run|\{|\()$/u.test(word) ||
        /^(?:-|--mount=|--security=|--network=)/u.test(word));
}
/** Logical commands: continuations joined, comments dropped, split at the shell's separators. */
function splitCommands(lines) {
    const commands = [];
    let words = [];
    const finish = () => {
        if (words.length > 0)
            commands.push(words);
        words = [];
    };
    for (const { text, line, column } of lines) {
        const continues = /(?:\\|`|\^)\s*$/u.test(text) && !/``\s*$/u.test(text);
        const body = continues ? text.replace(/(?:\\|`|\^)\s*$/u, '') : text;
        if (/^\s*#/u.test(body))
            continue;
        for (const token of tokenize(body)) {
            if (token.separator)
                finish();
            else
                words.push({ text: token.text, line, column: column + token.offset });
        }
        if (!continues)
            finish();
    }
    finish();
    return commands;
}
const TOKEN = /(?<expression>\$\{\{[^}]*\}\})|(?<separator>&&|\|\||;|\||&(?!\d))|(?<space>\s+)|(?<double>"(?:[^"\\]|\\.)*"?)|(?<single>'[^']*'?)|(?<plain>[^\s;|&"'$]+|\$)/guy;
function tokenize(line) {
    const tokens = [];
    let text = '';
    let start = -1;
    const finish = () => {
        if (start >= 0)
            tokens.push({ text, offset: start, separator: false });
        text = '';
        start = -1;
    };
    for (const match of line.matchAll(TOKEN)) {
        const groups = match.groups ?? {};
        if (groups.space !== undefined)
            finish();
        else if (groups.separator !== undefined) {
            finish();
            tokens.push({ text: match[0], offset: match.index, separator: true });
        }
        else {
            if (start < 0) {
                if (match[0] === '#' || match[0].startsWith('#'))
                    return tokens;
                start = match.index;
            }
            if (groups.double !== undefined)
                text += match[0].slice(1).replace(/"$/u, '');
            else if (groups.single !== undefined)
                text += match[0].slice(1).replace(/'$/u, '');
            else
                text += match[0];
        }
    }
    finish();
    return tokens;
}
/** Programs that compile Rust, with the profile they take when nothing is said. */
const PROGRAM = /^(?:@|-)?(?:.*\/)?(cargo|cross|cargo-zigbuild|maturin|wasm-pack|trunk|dist|cargo-dist)(?:\.exe|\.cmd|\.sh)?$/u;
const CARGO_VARIABLE = /^(?:@|-)?(?:\$\(?\{?CARGO\}?\)?|\$\{\{\s*(?:env|matrix|inputs)\.(?:CARGO|cargo|BUILD_CMD|command|tool)\s*\}\}|\$\{?\{?BUILD_CMD\}?\}?)$/u;
const ALIASES = {
    b: 'build',
    r: 'run',
    t: 'test',
    c: 'check',
    zigbuild: 'build',
    rustc: 'build',
};
/** Subcommands that wrap another one. */
const WRAPPERS = new Set([
    'auditable',
    'xwin',
    'zigbuild',
    'hack',
    'ndk',
    'llvm-cov',
    'component',
    'chef',
    'lambda',
    'leptos',
    'pgo',
    'msrv',
]);
const RELEASE_BY_DEFAULT = new Set(['install', 'deb', 'generate-rpm', 'wix', 'bundle']);
function cargoCommand(path, program, rest, lookup) {
    const name = PROGRAM.exec(program.text)?.[1] ?? (CARGO_VARIABLE.test(program.text) ? 'cargo' : null);
    if (name === null)
        return null;
    const end = rest.findIndex((word) => word.text === '--');
    const words = (end < 0 ? rest : rest.slice(0, end)).map((word) => word.text);
    const plain = words.filter((word) => !word.startsWith('-') && !word.startsWith('+'));
    let subcommand = name === 'cargo' || name === 'cross'
        ? (plain[0] ?? '')
        : name === 'cargo-zigbuild'
            ? 'build'
            : `${name} ${plain[0] ?? ''}`;
    if (subcommand.startsWith('cargo-dist'))
        subcommand = subcommand.replace('cargo-dist', 'dist');
    if (WRAPPERS.has(subcommand)) {
        const inner = plain[1] ?? 'build';
        subcommand =
            subcommand === 'chef'
                ? `chef ${inner}`
                : subcommand === 'pgo'
                    ? `pgo ${inner}`
                    : (ALIASES[inner] ?? inner);
        if (/^[a-z-]+$/u.test(inner) === false)
            subcommand = 'build';
    }
    if (subcommand === 'dist' || subcommand === 'tauri')
        subcommand = `${subcommand} ${plain[1] ?? ''}`;
    // The installers and checksums of `dist`, which compile nothing.
    if (subcommand === 'dist build' && words.includes('--artifacts=global'))
        subcommand = 'dist assemble';
    subcommand = ALIASES[subcommand] ?? subcommand;
    // Without `--path`, `cargo install` builds somebody else's program.
    if (subcommand === 'install' && !words.some((word) => word.startsWith('--path')))
        subcommand = 'install-tool';
    const option = (...names) => optionValues(words, names);
    const manifest = option('--manifest-path')[0];
    return {
        at: lineLocation(path, program.line, program.column + (/^[@-]/u.test(program.text) ? 1 : 0), program.text.length - (/^[@-]/u.test(program.text) ? 1 : 0)),
        subcommand,
        profile: profileOf(subcommand, words, option('--profile'), lookup),
        targets: option('--target', '-t')
            .flatMap((value) => expandVariables(value, lookup))
            .filter(isTriple),
        features: option('--features', '-F')
            .flatMap((value) => value.split(/[\s,]+/u))
            .filter((value) => value !== ''),
        allFeatures: words.includes('--all-features'),
        packages: option('--package', '-p'),
        binaries: option('--bin'),
        directory: manifest === undefined
            ? (option('--path', '-C')[0] ?? null)
            : manifest.replace(/\/?Cargo\.toml$/u, '') || '.',
        words,
    };
}
function profileOf(subcommand, words, named, lookup) {
    const [name] = named;
    if (name !== undefined) {
        const [value, ...others] = expandVariables(name, lookup);
        return value === undefined || others.length > 0 || value === ''
            ? null
            : value === 'debug'
                ? 'dev'
                : value;
    }
    if (words.includes('--release') || words.includes('-r'))
        return 'release';
    // A variable among the arguments may well be `--release`.
    const variable = words.find((word) => /^\$/u.test(word));
    if (variable !== undefined) {
        const values = expandVariables(variable, lookup);
        if (values.some((value) => /(?:^|\s)(?:--release|-r)(?:\s|$)/u.test(value)))
            return 'release';
        const inner = values
            .map((value) => /--profile[= ](\S+)/u.exec(value)?.[1])
            .find((value) => value !== undefined);
        if (inner !== undefined)
            return inner;
        if (values.length === 0)
            return null;
    }
    if (subcommand.startsWith('dist '))
        return 'dist';
    if (subcommand === 'pgo build' || subcommand === 'pgo optimize' || subcommand === 'pgo bench')
        return 'release';
    if (/^(?:maturin publish|wasm-pack build|tauri build)$/u.test(subcommand))
        return words.some((word) => word === '--dev' || word === '--debug') ? 'dev' : 'release';
    if (RELEASE_BY_DEFAULT.has(subcommand))
        return words.includes('--debug') ? 'dev' : 'release';
    if (subcommand === 'test' || subcommand === 'bench')
        return subcommand;
    return 'dev';
}
function optionValues(words, names) {
    const values = [];
    words.forEach((word, index) => {
        for (const name of names) {
            if (word === name) {
                const next = words[index + 1];
                if (next !== undefined)
                    values.push(next);
            }
            else if (word.startsWith(`${name}=`))
                values.push(word.slice(name.length + 1));
        }
    });
    return values;
}
const VARIABLE = /\$\{\{\s*(?:env|matrix|inputs|vars)\.([\w.-]+)[^}]*\}\}|\$\{([A-Za-z_]\w*)(?::-([^}]*))?\}|\$\(([A-Za-z_]\w*)\)|\$env:([A-Za-z_]\w*)|\$([A-Za-z_]\w*)/u;
/** Every value the text can take; empty when a variable is unknown. */
function expandVariables(text, lookup, depth = 0) {
    const match = VARIABLE.exec(text);
    if (!match)
        return [text];
    if (depth > 4)
        return [];
    const name = match.slice(1).find((group, index) => group !== undefined && index !== 2) ?? '';
    const fallback = match[3];
    const known = lookup(name);
    const values = known.length > 0 ? known : fallback === undefined ? [] : [fallback];
    return values.flatMap((value) => expandVariables(text.slice(0, match.index) + value + text.slice(match.index + match[0].length), lookup, depth + 1));
}
function isTriple(value) {
    return /^[\w.]+(?:-[\w.]+)+$/u.test(value);
}

;// CONCATENATED MODULE: ./build/project/shipping/text.js

// Part of a path or of a download's name, it says nothing about what is built here.
const MUSL = /(?<![\w./-])(?:x86_64|aarch64|arm\w*|i[3-6]86|mips\w*|powerpc\w*|riscv\w*|s390x|loongarch64|thumb\w*)-(?:unknown|alpine|openwrt)-linux-musl[a-z0-9]*(?![\w.-]*\.(?:tgz|tar|t?[gx]z|zip|zst))\b/gu;
const TARGET_CPU = /target-cpu[= ]([\w.-]+)/gu;
// A step named after it is enough: many projects hide the command in a script.
const CLIPPY = /\bclippy\b/giu;
const PGO = /\b(?:cargo[ -]pgo|profile-generate|profile-use|llvm-profdata|llvm-bolt|cargo pgo)\b/gu;
/** Comments do not count: `#` starts one in every format read here. */
function scanText(path, text) {
    const musl = [];
    const targetCpus = [];
    const clippy = [];
    const pgo = [];
    text.split('\n').forEach((raw, index) => {
        const line = withoutComment(raw);
        const at = (match) => lineLocation(path, index + 1, (match.index ?? 0) + 1, match[0].length);
        for (const match of line.matchAll(MUSL))
            musl.push({ value: match[0], at: at(match) });
        for (const match of line.matchAll(TARGET_CPU))
            targetCpus.push({ value: match[1] ?? '', at: at(match) });
        for (const match of line.matchAll(CLIPPY))
            clippy.push(at(match));
        for (const match of line.matchAll(PGO))
            pgo.push(at(match));
    });
    return { musl, targetCpus, clippy, pgo };
}
function withoutComment(line) {
    const start = /(?:^|\s)#/u.exec(line);
    return start ? line.slice(0, start.index) : line;
}

;// CONCATENATED MODULE: ./build/project/shipping/container.js
/** A Dockerfile or Containerfile becomes its builds: arguments and environment applied, stages told apart. */




function readContainerfile(path, text) {
    const scanned = scanText(path, text);
    const variables = new Map();
    const commands = [];
    const targets = [...scanned.musl];
    let buildsOnAlpine = null;
    for (const { name, lines } of readInstructions(text)) {
        const [first] = lines;
        if (!first)
            continue;
        if (name === 'ARG' || name === 'ENV') {
            for (const { key, value } of assignments(lines.map((line) => line.text).join(' '), name)) {
                const earlier = variables.get(key);
                // `ENV X $X` hands an argument on.
                const [expanded] = expandVariables(value, (other) => {
                    const known = variables.get(other);
                    return known ? [known.value] : [];
                });
                if (value === '' && earlier)
                    continue;
                variables.set(key, {
                    value: expanded ?? value,
                    at: lineLocation(path, first.line, 1, first.column - 1 + first.text.length),
                });
            }
        }
        else if (name === 'FROM') {
            const image = /rust(?:lang\/rust)?:\S*alpine\S*|\S*(?:rust-musl|musl-rust|muslrust)\S*/u.exec(first.text);
            buildsOnAlpine = image
                ? { value: image[0], at: lineLocation(path, first.line, first.column + image.index, image[0].length) }
                : null;
        }
        else if (name === 'RUN') {
            const found = readShell(path, lines, variables);
            for (const command of found) {
                const { words, ...rest } = command;
                if (words.length === 0)
                    continue;
                commands.push({ ...rest, source: 'container', directory: null, publishes: true });
            }
            const compiles = found.some((command) => command.subcommand === 'build' || command.subcommand === 'install');
            if (compiles && buildsOnAlpine && !targets.includes(buildsOnAlpine))
                targets.push(buildsOnAlpine);
        }
    }
    const shipped = commands.find((command) => command.subcommand === 'build' || command.subcommand === 'install');
    const publishing = shipped
        ? [{ how: 'container', because: `${(0,paths/* quoted */.TL)(path)} builds it into a container image`, at: shipped.at }]
        : [];
    return {
        commands,
        // An image that compiles nothing of ours (a cross toolchain, say) tells nothing about the product.
        targets: shipped ? targets : [],
        publishing,
        targetCpus: scanned.targetCpus,
        clippy: scanned.clippy,
        pgo: scanned.pgo,
        isCi: false,
    };
}
function readInstructions(text) {
    const instructions = [];
    let open = false;
    let heredoc = null;
    text.split('\n').forEach((raw, index) => {
        const line = raw.replace(/\r$/u, '');
        const current = instructions.at(-1);
        if (heredoc !== null) {
            if (line.trim() === heredoc)
                heredoc = null;
            else
                current?.lines.push({ text: line, line: index + 1, column: 1 });
            return;
        }
        if (/^\s*(?:#|$)/u.test(line))
            return;
        if (open && current)
            current.lines.push({ text: line, line: index + 1, column: 1 });
        else {
            const match = /^\s*([A-Za-z]+)\s+/u.exec(line);
            if (!match?.[1])
                return;
            instructions.push({
                name: match[1].toUpperCase(),
                lines: [{ text: line.slice(match[0].length), line: index + 1, column: match[0].length + 1 }],
            });
        }
        open = /\\\s*$/u.test(line);
        heredoc = /<<-?["']?(\w+)["']?/u.exec(line)?.[1] ?? null;
    });
    return instructions;
}
function assignments(text, name) {
    const body = text.replace(/\\\s/gu, ' ').trim();
    const old = /^([A-Za-z_]\w*)\s+(.+)$/su.exec(body);
    if (name === 'ENV' && old?.[1] !== undefined && old[2] !== undefined)
        return [{ key: old[1], value: unquote(old[2]) }];
    return [...body.matchAll(/([A-Za-z_]\w*)(?:=("(?:[^"\\]|\\.)*"|'[^']*'|\S*))?/gu)].map((match) => ({
        key: match[1] ?? '',
        value: unquote(match[2] ?? ''),
    }));
}
function unquote(text) {
    return text.replace(/^(["'])(.*)\1$/su, '$2').trim();
}

;// CONCATENATED MODULE: ./build/project/shipping/make.js


function readRecipes(path, text, source) {
    const scanned = scanText(path, text);
    const variables = new Map();
    const lines = [];
    text.split('\n').forEach((raw, index) => {
        const assignment = /^(?:export\s+)?([A-Za-z_]\w*)\s*[:?+]?=\s*(.*)$/u.exec(raw);
        if (assignment?.[1] !== undefined && assignment[2] !== undefined) {
            const value = assignment[2].trim().replace(/^(["'])(.*)\1$/u, '$2');
            if (!variables.has(assignment[1]))
                variables.set(assignment[1], value);
        }
        else if (/^\s+\S/u.test(raw)) {
            const indent = /^\s*/u.exec(raw)?.[0].length ?? 0;
            lines.push({
                text: raw.slice(indent).replaceAll('{{', '${').replaceAll('}}', '}'),
                line: index + 1,
                column: indent + 1,
            });
        }
    });
    const lookup = (name) => {
        const value = variables.get(name);
        return value === undefined ? [] : [value];
    };
    const commands = readShell(path, lines, new Map(), lookup).map(({ words: _words, ...command }) => ({ ...command, source, publishes: false }));
    return {
        commands,
        targets: scanned.musl,
        publishing: [],
        targetCpus: scanned.targetCpus,
        clippy: scanned.clippy,
        pgo: scanned.pgo,
        isCi: false,
    };
}
function readScript(path, text) {
    const scanned = scanText(path, text);
    const lines = text.split('\n').map((raw, index) => {
        const indent = /^\s*/u.exec(raw)?.[0].length ?? 0;
        return { text: raw.slice(indent), line: index + 1, column: indent + 1 };
    });
    const commands = readShell(path, lines, new Map()).map(({ words: _words, ...command }) => ({ ...command, source: 'script', publishes: false }));
    return {
        commands,
        targets: commands.length > 0 ? scanned.musl : [],
        publishing: [],
        targetCpus: scanned.targetCpus,
        clippy: scanned.clippy,
        pgo: scanned.pgo,
        isCi: false,
    };
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/project/shipping/workflow.js
/** A GitHub workflow, a composite action or a GitLab pipeline becomes its builds and how it publishes them. */





const NONE = new Map();
function readWorkflow(path, text) {
    const scanned = scanText(path, text);
    const base = {
        targets: scanned.musl,
        targetCpus: scanned.targetCpus,
        clippy: scanned.clippy,
        pgo: scanned.pgo,
        isCi: true,
    };
    const yaml = workflow_open(path, text);
    if (!yaml)
        return { ...base, commands: [], publishing: [] };
    const publishing = publishingSteps(path, text, yaml);
    const commands = [];
    const shared = environmentOf(yaml, yaml.root.get('env', true));
    const defaults = directoryOf(yaml.root);
    for (const job of jobsOf(yaml)) {
        const env = merge(shared, environmentOf(yaml, job.get('env', true)));
        const matrix = matrixOf(job);
        const directory = directoryOf(job) ?? defaults;
        const steps = job.get('steps', true);
        if (!(0,dist/* isSeq */.oP)(steps))
            continue;
        // What earlier steps append to `$GITHUB_ENV` is set for the later ones.
        const handedOn = new Map();
        for (const step of steps.items) {
            if (!(0,dist/* isMap */.jh)(step))
                continue;
            const inner = merge(merge(env, handedOn), environmentOf(yaml, step.get('env', true)));
            const lookup = lookupIn(inner, matrix);
            const own = step.get('working-directory');
            const where = typeof own === 'string' ? own : directory;
            const add = (lines) => {
                for (const { words: _words, ...command } of readShell(path, lines, inner, lookup)) {
                    commands.push({
                        ...command,
                        source: 'workflow',
                        directory: inDirectory(where, command.directory),
                        publishes: publishing.length > 0,
                    });
                }
            };
            const run = step.get('run', true);
            if ((0,dist/* isScalar */.jn)(run)) {
                const lines = shellLines(yaml, run);
                add(lines);
                for (const line of lines) {
                    const set = /\b(?:echo|printf)\s+["']?([A-Za-z_]\w*)=(.*?)["']?\s*>>\s*["']?\$\{?GITHUB_ENV/u.exec(line.text);
                    if (set?.[1] === undefined || set[2] === undefined)
                        continue;
                    const at = lineLocation(path, line.line, line.column, line.text.length);
                    handedOn.set(set[1], { value: set[2], at });
                }
            }
            const uses = step.get('uses', true);
            if ((0,dist/* isScalar */.jn)(uses) && typeof uses.value === 'string') {
                const text = commandOfAction(uses.value, step);
                if (text !== null) {
                    const at = locationOf(yaml, uses);
                    add([{ text, line: at.line, column: at.column }]);
                }
            }
        }
    }
    return { ...base, commands, publishing };
}
function readGitlab(path, text) {
    const scanned = scanText(path, text);
    const base = {
        targets: scanned.musl,
        targetCpus: scanned.targetCpus,
        clippy: scanned.clippy,
        pgo: scanned.pgo,
        isCi: true,
    };
    const yaml = workflow_open(path, text);
    if (!yaml)
        return { ...base, commands: [], publishing: [] };
    const publishing = [];
    const commands = [];
    const shared = environmentOf(yaml, yaml.root.get('variables', true));
    for (const pair of yaml.root.items) {
        const job = pair.value;
        if (!(0,dist/* isMap */.jh)(job))
            continue;
        const release = pairOf(job, 'release');
        if (release) {
            publishing.push({
                how: 'release',
                because: `${(0,paths/* quoted */.TL)(path)} makes releases`,
                at: keyLocation(yaml, release),
            });
        }
        const env = merge(shared, environmentOf(yaml, job.get('variables', true)));
        for (const key of ['before_script', 'script', 'after_script']) {
            const script = job.get(key, true);
            const scalars = (0,dist/* isSeq */.oP)(script) ? script.items.filter(dist/* isScalar */.jn) : (0,dist/* isScalar */.jn)(script) ? [script] : [];
            const lines = scalars.flatMap((scalar) => shellLines(yaml, scalar));
            for (const { words: _words, ...command } of readShell(path, lines, env, lookupIn(env, new Map()))) {
                commands.push({ ...command, source: 'gitlab', publishes: false });
            }
            for (const line of lines) {
                if (/\b(?:docker|podman|buildah)\s+push\b|\bkaniko\b|\bdocker\s+buildx\s+build\b.*--push/u.test(line.text)) {
                    publishing.push({
                        how: 'container',
                        because: `${(0,paths/* quoted */.TL)(path)} pushes a container image`,
                        at: lineLocation(path, line.line, line.column, line.text.length),
                    });
                }
                else if (/\b(?:release-cli|glab release)\b/u.test(line.text)) {
                    publishing.push({
                        how: 'release',
                        because: `${(0,paths/* quoted */.TL)(path)} makes releases`,
                        at: lineLocation(path, line.line, line.column, line.text.length),
                    });
                }
            }
        }
    }
    const publishes = publishing.length > 0;
    return { ...base, commands: commands.map((command) => ({ ...command, publishes })), publishing };
}
function workflow_open(path, text) {
    const counter = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: counter, logLevel: 'silent', keepSourceTokens: false });
    if (document.errors.length > 0 || !(0,dist/* isMap */.jh)(document.contents))
        return null;
    return { path, lines: text.split('\n'), counter, root: document.contents };
}
/** Jobs of a workflow; a composite action is one job. */
function jobsOf(yaml) {
    const jobs = yaml.root.get('jobs', true);
    if ((0,dist/* isMap */.jh)(jobs))
        return jobs.items.map((pair) => pair.value).filter((job) => (0,dist/* isMap */.jh)(job));
    const runs = yaml.root.get('runs', true);
    return (0,dist/* isMap */.jh)(runs) ? [runs] : [];
}
function directoryOf(node) {
    const directory = node.getIn(['defaults', 'run', 'working-directory']);
    return typeof directory === 'string' ? directory : null;
}
function inDirectory(outer, inner) {
    if (inner === null || outer === null)
        return inner ?? outer;
    return `${outer}/${inner}`;
}
function environmentOf(yaml, node) {
    if (!(0,dist/* isMap */.jh)(node))
        return NONE;
    const variables = new Map();
    for (const pair of node.items) {
        if (!(0,dist/* isScalar */.jn)(pair.key))
            continue;
        const value = (0,dist/* isMap */.jh)(pair.value)
            ? pair.value.get('value')
            : (0,dist/* isScalar */.jn)(pair.value)
                ? pair.value.value
                : undefined;
        if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
            variables.set(String(pair.key.value), { value: String(value), at: keyLocation(yaml, pair) });
        }
    }
    return variables;
}
function merge(outer, inner) {
    return inner.size === 0 ? outer : new Map([...outer, ...inner]);
}
/** Values by key over a job's whole matrix, `include` entries too. */
function matrixOf(job) {
    const values = new Map();
    const collect = (prefix, node) => {
        if ((0,dist/* isScalar */.jn)(node)) {
            const list = values.get(prefix) ?? [];
            const text = String(node.value);
            if (!list.includes(text))
                list.push(text);
            values.set(prefix, list);
        }
        else if ((0,dist/* isSeq */.oP)(node)) {
            for (const item of node.items)
                collect(prefix, item);
        }
        else if ((0,dist/* isMap */.jh)(node)) {
            for (const pair of node.items) {
                if (!(0,dist/* isScalar */.jn)(pair.key))
                    continue;
                const key = String(pair.key.value);
                const skips = prefix === '' && (key === 'include' || key === 'exclude');
                if (key !== 'exclude')
                    collect(skips ? '' : prefix === '' ? key : `${prefix}.${key}`, pair.value);
            }
        }
    };
    collect('', job.getIn(['strategy', 'matrix'], true));
    return values;
}
function lookupIn(env, matrix) {
    return (name) => {
        const known = env.get(name);
        if (known)
            return [known.value];
        return matrix.get(name) ?? [];
    };
}
/** The source lines of a scalar, so that positions stay those of the file. */
function shellLines(yaml, scalar) {
    const range = scalar.range;
    if (!range || typeof scalar.value !== 'string')
        return [];
    const start = yaml.counter.linePos(range[0]);
    const end = yaml.counter.linePos(range[1]);
    const isBlock = scalar.type === 'BLOCK_LITERAL' || scalar.type === 'BLOCK_FOLDED';
    if (!isBlock) {
        const quoted = scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE';
        return [{ text: scalar.value, line: start.line, column: start.col + (quoted ? 1 : 0) }];
    }
    const last = end.col === 1 ? end.line - 1 : end.line;
    const lines = [];
    for (let line = start.line + 1; line <= last; line += 1) {
        const raw = yaml.lines[line - 1] ?? '';
        const indent = /^\s*/u.exec(raw)?.[0].length ?? 0;
        const text = raw.slice(indent).trimEnd();
        // A folded scalar is one command over many lines.
        const joined = scalar.type === 'BLOCK_FOLDED' && line < last ? `${text} \\` : text;
        lines.push({ text: joined, line, column: indent + 1 });
    }
    return lines;
}
/** What well-known actions run, as a command line. */
function commandOfAction(uses, step) {
    const [name = ''] = uses.split('@');
    const input = (key) => {
        const value = step.getIn(['with', key]);
        return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    };
    switch (name.toLowerCase()) {
        case 'actions-rs/cargo':
        case 'clechasseur/rs-cargo':
            return `cargo ${input('command')} ${input('args')}`;
        case 'houseabsolute/actions-rust-cross': {
            const target = input('target');
            return `cross ${input('command') || 'build'} ${target === '' ? '' : `--target ${target}`} ${input('args')}`;
        }
        case 'taiki-e/upload-rust-binary-action': {
            const target = input('target');
            return `cargo build --profile ${input('profile') || 'release'} ${target === '' ? '' : `--target ${target}`}`;
        }
        case 'pyo3/maturin-action': {
            const target = input('target');
            const triple = target.includes('-') ? `--target ${target}` : '';
            return `maturin ${input('command') || 'build'} ${triple} ${input('args')}`;
        }
        default: {
            // Many actions wrap `cargo` with the same two inputs.
            const command = input('command');
            return /cargo|cross|rust/iu.test(name) && /^[a-z-]+$/u.test(command)
                ? `cargo ${command} ${input('args')}`
                : null;
        }
    }
}
const RELEASE_ACTION = /uses:\s*["']?(softprops\/action-gh-release|actions\/upload-release-asset|ncipollo\/release-action|svenstaro\/upload-release-action|taiki-e\/upload-rust-binary-action|goreleaser\/goreleaser-action|rust-build\/rust-build\.action|alexellis\/upload-assets|shogo82148\/actions-upload-release-asset|marvinpinto\/action-automatic-releases|eloquent\/github-release-action)/iu;
const RELEASE_COMMAND = /\bgh release (?:create|upload)\b|\bdist host\b|\bcargo dist build\b|\bdist build\b/u;
const CONTAINER = /\b(?:docker|podman|buildah) push\b|\bdocker buildx build\b.*--push|uses:\s*["']?redhat-actions\/push-to-registry/u;
const PACKAGE = /uses:\s*["']?pypa\/gh-action-pypi-publish|\bnpm publish\b|\bmaturin (?:publish|upload)\b|\buv publish\b/u;
function publishingSteps(path, text, yaml) {
    const found = [];
    yaml.lines.forEach((raw, index) => {
        if (/^\s*#/u.test(raw))
            return;
        const add = (how, because, match) => {
            if (match) {
                found.push({
                    how,
                    because: `${(0,paths/* quoted */.TL)(path)} ${because}`,
                    at: lineLocation(path, index + 1, match.index + 1, match[0].length),
                });
            }
        };
        add('release', 'uploads release files', RELEASE_ACTION.exec(raw));
        add('release', 'uploads release files', RELEASE_COMMAND.exec(raw));
        add('container', 'pushes a container image', CONTAINER.exec(raw));
        add('package', 'publishes a package with the program in it', PACKAGE.exec(raw));
    });
    const image = /uses:\s*["']?docker\/build-push-action/u.exec(text);
    if (image && !/^\s*push:\s*["']?false/mu.test(text)) {
        const line = text.slice(0, image.index).split('\n').length;
        const column = image.index - text.lastIndexOf('\n', image.index);
        found.push({
            how: 'container',
            because: `${(0,paths/* quoted */.TL)(path)} pushes a container image`,
            at: lineLocation(path, line, column, image[0].length),
        });
    }
    return found;
}
function pairOf(map, key) {
    return map.items.find((pair) => (0,dist/* isScalar */.jn)(pair.key) && pair.key.value === key);
}
function keyLocation(yaml, pair) {
    return (0,dist/* isScalar */.jn)(pair.key) ? locationOf(yaml, pair.key) : lineLocation(yaml.path, 1, 1, 0);
}
function locationOf(yaml, node) {
    const [from = 0, to = 0] = node.range ?? [];
    const start = yaml.counter.linePos(from);
    const end = yaml.counter.linePos(to);
    return {
        path: yaml.path,
        line: start.line,
        column: start.col,
        endLine: end.line,
        endColumn: end.col,
    };
}

;// CONCATENATED MODULE: ./build/project/shipping/read.js
/** The build files found below and above the root become what each of them says. */








/** Files larger than this are generated; nobody writes build steps in them by hand. */
const LARGEST = 1_000_000;
const BUILDS = /cargo|clippy|cross|maturin|rust|docker|podman|dist|release|target-cpu|make\b|just\b/iu;
/** `found` are root-relative; those below test and example directories are left out. */
function readBuildFiles(root, repository, found, isAuxiliary) {
    const read = [];
    const tools = [];
    for (const at of [...above(root, repository), ...found]) {
        const name = external_node_path_.posix.basename(at).toLowerCase();
        if (name === 'cargo.lock' || /\.cargo\/config/u.test(at) || (!at.startsWith('.') && isAuxiliary(at)))
            continue;
        const text = readText(external_node_path_.join(root, at));
        if (text === null)
            continue;
        if (/^(?:cross|rust-toolchain|dist-workspace|dist)(?:\.toml)?$/u.test(name)) {
            const tool = readTool(at, text);
            if (tool)
                tools.push(tool);
        }
        else {
            const facts = readFacts(at, name, text);
            if (facts !== NO_FACTS)
                read.push({ path: at, facts });
        }
    }
    return { read, tools };
}
function readFacts(at, name, text) {
    if (/(?:^|\/)\.github\/workflows\//u.test(at)) {
        // Most workflows of a large repository label issues and the like; parsing YAML costs more than reading it.
        return BUILDS.test(text) ? readWorkflow(at, text) : { ...NO_FACTS, isCi: true };
    }
    if (/(?:^|\/)\.github\/actions\//u.test(at))
        return { ...readWorkflow(at, text), isCi: false };
    if (name.startsWith('.gitlab-ci') || /(?:^|\/)\.gitlab\//u.test(at))
        return readGitlab(at, text);
    if (/dockerfile|containerfile/u.test(name))
        return readContainerfile(at, text);
    if (/^(?:gnu)?makefile$/u.test(name))
        return readRecipes(at, text, 'makefile');
    if (/justfile$/u.test(name))
        return readRecipes(at, text, 'justfile');
    if (name.endsWith('.sh'))
        return readScript(at, text);
    return NO_FACTS;
}
/** What `xtask` sources set for the builds they start: `"CARGO_PROFILE_RELEASE_LTO", "thin"`. */
function readTaskEnvironment(root, rust) {
    const environment = new Map();
    for (const at of rust) {
        if (!/(?:^|\/)xtask\//u.test(at))
            continue;
        const text = readText(external_node_path_.join(root, at));
        if (text === null || !text.includes('CARGO_PROFILE_'))
            continue;
        text.split('\n').forEach((line, index) => {
            for (const match of line.matchAll(/"(CARGO_PROFILE_[A-Z_]+)"\s*,\s*"([\w-]+)"/gu)) {
                const [whole, name = '', value = ''] = match;
                environment.set(name, { value, at: lineLocation(at, index + 1, match.index + 1, whole.length) });
            }
        });
    }
    return environment;
}
/** An old `rust-toolchain` holds nothing but the channel. */
function readTool(at, text) {
    const bare = /^\s*([\w.-]+)\s*$/u.exec(text);
    if (bare?.[1] !== undefined && external_node_path_.posix.basename(at) === 'rust-toolchain') {
        return { path: at, text, values: { toolchain: { channel: bare[1] } } };
    }
    try {
        return (0,toml/* parseToml */.MT)(at, text);
    }
    catch (error) {
        if (error instanceof toml/* TomlSyntaxError */.u0)
            return null; // Another tool's file: its own to complain about.
        throw error;
    }
}
/** CI files between the repository's root and the audited root, as `../…`. */
function above(root, repository) {
    if (repository === null || repository === root)
        return [];
    const found = [];
    for (let at = external_node_path_.dirname(root);; at = external_node_path_.dirname(at)) {
        for (const name of [
            '.gitlab-ci.yml',
            'Dockerfile',
            'Makefile',
            'justfile',
            'Cross.toml',
            'rust-toolchain.toml',
            'rust-toolchain',
        ]) {
            if ((0,external_node_fs_.existsSync)(external_node_path_.join(at, name)))
                found.push((0,paths/* slashed */.df)(external_node_path_.relative(root, external_node_path_.join(at, name))));
        }
        const workflows = external_node_path_.join(at, '.github', 'workflows');
        if (at === repository && (0,external_node_fs_.existsSync)(workflows)) {
            for (const name of (0,external_node_fs_.readdirSync)(workflows).toSorted()) {
                if (/\.ya?ml$/u.test(name))
                    found.push((0,paths/* slashed */.df)(external_node_path_.relative(root, external_node_path_.join(workflows, name))));
            }
        }
        if (at === repository || external_node_path_.dirname(at) === at)
            return found;
    }
}
function readText(file) {
    try {
        const text = (0,external_node_fs_.readFileSync)(file, 'utf8');
        return text.length > LARGEST ? null : text;
    }
    catch {
        return null; // Unreadable build files only take evidence away.
    }
}

// EXTERNAL MODULE: ./node_modules/ignore/index.js
var ignore = __webpack_require__(298);
// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(4006);
;// CONCATENATED MODULE: ./build/project/walk.js
/** A directory becomes the sorted list of files that an audit may read, as .gitignore and symlinks allow. */






/** Directories that never hold the project's own source, wherever they are. */
const NEVER = new Set(['.git', '.hg', '.svn', '.jj', 'node_modules', '.venv', '.direnv']);
const BUILD_FILE = /^(?:cargo\.lock|cross\.toml|rust-toolchain(?:\.toml)?|dist-workspace\.toml|dist\.toml|\.gitlab-ci\.ya?ml|(?:gnu)?makefile|makefile\.toml|justfile|\.justfile|\.goreleaser\.ya?ml|(?:.*[._-])?(?:dockerfile|containerfile)(?:[._-].*)?|docker-bake\.(?:hcl|json))$/iu;
/**
 * Lists what lies below `root` (absolute, real). `exclude` are globs relative to it. Unreadable directories
 * become notes. Never follows a symlink out of the root, nor one link target twice.
 */
function walk(root, exclude) {
    const rust = [];
    const manifests = [];
    const build = [];
    const notes = [];
    const followed = new Set();
    const isExcluded = excluder(exclude);
    const visit = (directory, levels, real) => {
        let entries;
        try {
            entries = (0,external_node_fs_.readdirSync)(external_node_path_.join(root, directory), { withFileTypes: true });
        }
        catch (error) {
            const shown = directory === '' ? '.' : directory.slice(0, -1);
            notes.push({
                path: shown,
                kind: 'incomplete',
                message: `not audited: directory cannot be read (${reasonOf(error)})`,
            });
            return;
        }
        if (entries.some((entry) => entry.name === '.cargo-checksum.json'))
            return;
        const hasManifest = entries.some((entry) => entry.name === 'Cargo.toml');
        const ownIgnore = entries.some((entry) => entry.name === '.gitignore' && entry.isFile());
        const inner = ownIgnore ? withIgnoreFile(levels, root, directory) : levels;
        for (const entry of entries) {
            const { name } = entry;
            const at = directory + name;
            if (entry.isSymbolicLink()) {
                visitLink(at, inner);
            }
            else if (entry.isDirectory()) {
                if (NEVER.has(name) || (name === 'target' && isBuildOutput(root, at, hasManifest)))
                    continue;
                if (isIgnored(inner, `${at}/`) || isExcluded(`${at}/`))
                    continue;
                visit(`${at}/`, inner, real === null ? null : `${real}${name}/`);
            }
            else if (entry.isFile()) {
                take(name, at, inner, real === null ? null : real + name);
            }
            else {
                refuse(name, at, inner);
            }
        }
    };
    const take = (name, at, levels, real) => {
        const isBuild = !isSource(name) && (BUILD_FILE.test(name) || isBuildPath(at));
        // Build files are read even where .gitignore names them: libraries ignore their Cargo.lock, and Cargo
        // reads it all the same. The others are source and follow it.
        if (isBuild) {
            if (!isExcluded(at))
                build.push(at);
            return;
        }
        if (!isSource(name) || isIgnored(levels, at) || isExcluded(at))
            return;
        if (name === 'Cargo.toml')
            manifests.push(at);
        else
            rust.push({ path: at, real });
    };
    /** Pipes, sockets and devices: opening one can wait for ever. */
    const refuse = (name, at, levels) => {
        if (!isSource(name) || isIgnored(levels, at) || isExcluded(at))
            return;
        notes.push({ path: at, kind: 'incomplete', message: 'not audited: it is no ordinary file' });
    };
    const visitLink = (at, levels) => {
        let target;
        try {
            target = (0,external_node_fs_.realpathSync)(external_node_path_.join(root, at));
        }
        catch {
            return; // A dangling link or a loop of links: there is nothing behind it.
        }
        const real = (0,paths/* slashed */.df)(external_node_path_.relative(root, target));
        const leavesRoot = real === '..' || real.startsWith('../') || external_node_path_.isAbsolute(real);
        if (leavesRoot || real === '' || at.startsWith(`${real}/`))
            return;
        const stat = (0,external_node_fs_.statSync)(target);
        if (stat.isDirectory()) {
            if (followed.has(real) || isIgnored(levels, `${at}/`) || isExcluded(`${at}/`))
                return;
            followed.add(real);
            visit(`${at}/`, levels, `${real}/`);
        }
        else if (stat.isFile())
            take(external_node_path_.posix.basename(at), at, levels, real);
        else
            refuse(external_node_path_.posix.basename(at), at, levels);
    };
    visit('', levelsAbove(root), null);
    rust.sort((a, b) => (0,finding/* compareText */.n6)(a.path, b.path));
    manifests.sort(finding/* compareText */.n6);
    build.sort(finding/* compareText */.n6);
    return { rust, manifests, build, notes };
}
/** The nearest directory at or above `directory` that holds a repository, or null. */
function repositoryRoot(directory) {
    for (let at = directory;; at = external_node_path_.dirname(at)) {
        if ((0,external_node_fs_.existsSync)(external_node_path_.join(at, '.git')))
            return at;
        if (external_node_path_.dirname(at) === at)
            return null;
    }
}
function isSource(name) {
    return name.endsWith('.rs') || name === 'Cargo.toml';
}
function isBuildPath(at) {
    return (/(?:^|\/)\.cargo\/config(?:\.toml)?$/u.test(at) ||
        /(?:^|\/)\.github\/(?:workflows|actions\/.*)\/[^/]+\.ya?ml$/u.test(at) ||
        /(?:^|\/)\.gitlab\/.*\.ya?ml$/u.test(at) ||
        /^(?:(?:scripts?|ci|\.ci|\.github|build|docker|tools)\/.*|[^/]+)\.sh$/u.test(at));
}
/** `target` is also a fine name for a module; only what Cargo wrote is skipped. */
function isBuildOutput(root, at, besideManifest) {
    return (besideManifest ||
        (0,external_node_fs_.existsSync)(external_node_path_.join(root, at, 'CACHEDIR.TAG')) ||
        (0,external_node_fs_.existsSync)(external_node_path_.join(root, at, '.rustc_info.json')));
}
function excluder(globs) {
    if (globs.length === 0)
        return () => false;
    const isMatch = picomatch([...globs], { dot: true });
    return (at) => isMatch(at.endsWith('/') ? at.slice(0, -1) : at);
}
/** The .gitignore files between the repository's root and the audited root, outermost first. */
function levelsAbove(root) {
    const repository = repositoryRoot(root);
    if (repository === null || repository === root)
        return [];
    const above = (0,paths/* slashed */.df)(external_node_path_.relative(repository, root));
    const levels = [];
    let directory = '';
    for (const part of above.split('/')) {
        const file = external_node_path_.join(repository, directory, '.gitignore');
        if ((0,external_node_fs_.existsSync)(file)) {
            const rules = readIgnore(file);
            const rest = above.slice(directory.length);
            // Auditing an ignored directory on purpose (an unpacked crate, say) must not find it empty.
            if (rules?.ignores(`${rest}/`) === true)
                return [];
            if (rules)
                levels.push({ base: `-${rest}/`, rules });
        }
        directory += `${part}/`;
    }
    return levels;
}
function withIgnoreFile(levels, root, directory) {
    const rules = readIgnore(external_node_path_.join(root, directory, '.gitignore'));
    return rules ? [...levels, { base: directory, rules }] : levels;
}
function readIgnore(file) {
    try {
        return ignore().add((0,external_node_fs_.readFileSync)(file, 'utf8'));
    }
    catch {
        return null; // Unreadable: as if it were not there, which only widens the audit.
    }
}
/** The innermost .gitignore with an opinion decides. */
function isIgnored(levels, at) {
    for (const { base, rules } of levels.toReversed()) {
        // A leading dash marks a file above the root: its paths are longer than ours, not shorter.
        const shown = base.startsWith('-') ? base.slice(1) + at : at.slice(base.length);
        const verdict = rules.test(shown);
        if (verdict.ignored)
            return true;
        if (verdict.unignored)
            return false;
    }
    return false;
}
function reasonOf(error) {
    return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}

;// CONCATENATED MODULE: ./build/project/workspaces.js
/** The manifests of a tree become workspaces with the members that `cargo metadata` would list. */






/** `manifests` by path. Every manifest with a `[package]` ends up in exactly one workspace. */
function resolveWorkspaces(manifests, layout) {
    const workspaces = [];
    const placed = new Set();
    const packages = new Map();
    const roots = [...manifests.values()].filter((file) => (0,toml/* isTable */.bI)(file.values.workspace));
    const load = (file, root) => {
        const known = packages.get(file.path);
        if (known)
            return known;
        const loaded = (0,project_manifest/* readPackage */.L)(file, root, layout);
        packages.set(file.path, loaded);
        return loaded;
    };
    for (const root of roots.toSorted((a, b) => (0,finding/* compareText */.n6)(a.path, b.path))) {
        const members = membersOf(root, manifests, load);
        for (const member of members)
            placed.add(member.manifest);
        workspaces.push({
            root,
            packages: members.toSorted((a, b) => (0,finding/* compareText */.n6)(a.manifest, b.manifest)),
            defaultMembers: defaultMembersOf(root, members),
        });
    }
    for (const file of manifests.values()) {
        if (placed.has(file.path) || !isPackage(file))
            continue;
        const root = findRoot(file, manifests);
        workspaces.push({
            root: file,
            packages: [load(file, root ?? null)],
            defaultMembers: [file.path],
        });
    }
    return workspaces.toSorted((a, b) => (0,finding/* compareText */.n6)(a.root.path, b.root.path));
}
function isPackage(file) {
    return (0,toml/* isTable */.bI)(file.values.package) || (0,toml/* isTable */.bI)(file.values.project);
}
/** Cargo's `find_members`: globs first, then path dependencies below the root, then the root package. */
function membersOf(root, manifests, load) {
    const members = new Map();
    const rootDir = (0,project_manifest/* directoryOf */.j)(root.path);
    const add = (manifest, isPathDependency) => {
        const file = manifests.get(manifest);
        if (!file || members.has(manifest) || !isPackage(file))
            return;
        const outside = !(0,paths/* isInside */.FK)((0,project_manifest/* directoryOf */.j)(manifest), rootDir);
        if (isPathDependency && outside && findRoot(file, manifests) !== root)
            return;
        if (isExcluded(root, manifest))
            return;
        // A nested workspace's root keeps its own members; Cargo refuses to mix them.
        if (file !== root && (0,toml/* isTable */.bI)(file.values.workspace))
            return;
        const pkg = load(file, root);
        members.set(manifest, pkg);
        for (const dependency of pkg.dependencies) {
            if (dependency.path !== null)
                add(manifestIn(dependency.path), true);
        }
    };
    for (const pattern of (0,toml/* stringsAt */.kp)(root.values, 'workspace', 'members') ?? []) {
        for (const manifest of expand(pattern, rootDir, manifests))
            add(manifest, false);
    }
    add(root.path, false);
    return [...members.values()];
}
function defaultMembersOf(root, members) {
    const rootDir = (0,project_manifest/* directoryOf */.j)(root.path);
    const patterns = (0,toml/* stringsAt */.kp)(root.values, 'workspace', 'default-members');
    const known = new Map(members.map((member) => [member.manifest, true]));
    if (patterns) {
        return patterns.flatMap((pattern) => expand(pattern, rootDir, known)).toSorted(finding/* compareText */.n6);
    }
    if (isPackage(root))
        return [root.path];
    return [...known.keys()].toSorted(finding/* compareText */.n6);
}
/** Manifest paths that a member pattern names, in path order. */
function expand(pattern, rootDir, manifests) {
    const full = normalise(rootDir, pattern);
    if (full === null)
        return [];
    const literal = manifestIn(full);
    if (manifests.has(literal))
        return [literal];
    if (!/[*?[]/u.test(pattern))
        return [];
    // Cargo's globs know neither braces nor extended groups, and `*` takes dot directories.
    const isMatch = picomatch(full, { dot: true, nobrace: true, noextglob: true });
    return [...manifests.keys()].filter((manifest) => isMatch((0,project_manifest/* directoryOf */.j)(manifest))).toSorted(finding/* compareText */.n6);
}
/** Cargo's `is_excluded`: `exclude` by path prefix, unless the same prefix is spelled out as a member. */
function isExcluded(root, manifest) {
    const rootDir = (0,project_manifest/* directoryOf */.j)(root.path);
    const below = (patterns) => (patterns ?? []).some((pattern) => {
        const full = normalise(rootDir, pattern);
        return full !== null && (0,paths/* isInside */.FK)(manifest, full);
    });
    const workspace = (0,toml/* tableAt */.af)(root.values, 'workspace');
    return below((0,toml/* stringsAt */.kp)(workspace, 'exclude')) && !below((0,toml/* stringsAt */.kp)(workspace, 'members'));
}
/** The workspace root that Cargo finds for a package: its pointer, else the nearest one above that does not exclude it. */
function findRoot(file, manifests) {
    if ((0,toml/* isTable */.bI)(file.values.workspace))
        return file;
    const dir = (0,project_manifest/* directoryOf */.j)(file.path);
    const pointer = (0,toml/* stringAt */.bX)(file.values, 'package', 'workspace');
    if (pointer !== undefined) {
        const target = normalise(dir, pointer);
        return target === null ? undefined : manifests.get(manifestIn(target));
    }
    for (let at = dir; at !== '';) {
        at = (0,project_manifest/* directoryOf */.j)(at);
        const candidate = manifests.get(manifestIn(at));
        if (candidate && (0,toml/* isTable */.bI)(candidate.values.workspace) && !isExcluded(candidate, file.path)) {
            return candidate;
        }
    }
    return undefined;
}
function normalise(base, relative) {
    const joined = external_node_path_.posix.join(base, relative).replace(/\/+$/u, '');
    if (joined === '..' || joined.startsWith('../'))
        return null;
    return joined === '.' ? '' : joined;
}
function manifestIn(directory) {
    return directory === '' ? 'Cargo.toml' : `${directory}/Cargo.toml`;
}

;// CONCATENATED MODULE: ./build/project/read.js
/** The audited path becomes a Project: workspaces as Cargo sees them and the Rust files in scope. */














/** Runs nothing; reads below the root, and configuration up to the repository's root. @throws {ProjectError} */
async function readProject(request) {
    const { root, stat } = openRoot(request.root);
    if (stat.isFile())
        return readSingleFile(root, stat);
    const found = walk(root, request.exclude);
    const notes = [...found.notes];
    const manifests = readManifests(root, found, request.allTargets, notes);
    const workspaces = readWorkspaces(root, manifests, found, request.allTargets, notes);
    const chosen = (0,scope/* chooseSources */.Ch)(workspaces, found.rust, request.allTargets);
    if (found.rust.length === 0) {
        throw new project/* ProjectError */.w(`\`${request.root}\` holds no Rust to audit: no .rs file is below it that .gitignore or \`exclude\` leaves in; ` +
            'give the path of a workspace, a package, a directory of .rs files or one .rs file');
    }
    if (chosen.length === 0) {
        notes.push({
            kind: 'info',
            message: 'no production code here: only tests, benches, examples, build scripts or procedural macros; `--all-targets` takes them in',
        });
    }
    return {
        root,
        workspaces,
        sources: withSizes(root, chosen, notes),
        notes: notes.toSorted((a, b) => (0,finding/* compareText */.n6)(a.path ?? '', b.path ?? '') || (0,finding/* compareText */.n6)(a.message, b.message)),
    };
}
function openRoot(given) {
    try {
        const root = (0,external_node_fs_.realpathSync)(external_node_path_.resolve(given));
        const stat = (0,external_node_fs_.statSync)(root);
        if (stat.isFile() && external_node_path_.basename(root) === 'Cargo.toml') {
            return { root: external_node_path_.dirname(root), stat: (0,external_node_fs_.statSync)(external_node_path_.dirname(root)) };
        }
        if (stat.isFile() && !root.endsWith('.rs')) {
            throw new project/* ProjectError */.w(`\`${given}\` is not Rust: give a directory, a Cargo.toml or a .rs file`);
        }
        if (!stat.isFile() && !stat.isDirectory()) {
            throw new project/* ProjectError */.w(`\`${given}\` is neither a file nor a directory`);
        }
        return { root, stat };
    }
    catch (error) {
        if (error instanceof project/* ProjectError */.w)
            throw error;
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        if (code === 'ENOENT' || code === 'ENOTDIR') {
            throw new project/* ProjectError */.w(`\`${given}\` does not exist; check the path`, { cause: error });
        }
        if (code === 'ELOOP')
            throw new project/* ProjectError */.w(`\`${given}\` is a loop of symbolic links`, { cause: error });
        if (code === 'EACCES' || code === 'EPERM') {
            throw new project/* ProjectError */.w(`\`${given}\` cannot be read: permission denied`, { cause: error });
        }
        throw error;
    }
}
function readSingleFile(file, stat) {
    const name = external_node_path_.basename(file);
    return {
        root: external_node_path_.dirname(file),
        workspaces: [looseWorkspace([{ path: name, real: null }])],
        sources: [{ path: name, file, size: stat.size }],
        notes: [],
    };
}
const read_NOT_SHIPPED = {
    profile: 'release',
    because: 'there is no manifest',
    command: null,
    environment: new Map(),
    publishing: [],
    builds: [],
    muslTargets: [],
    targetCpus: [],
    clippy: [],
    pgo: [],
    hasCi: false,
    isAside: false,
};
function readManifests(root, found, allTargets, notes) {
    const parsed = new Map();
    const broken = [];
    for (const at of found.manifests) {
        try {
            parsed.set(at, (0,toml/* parseToml */.MT)(at, (0,external_node_fs_.readFileSync)(external_node_path_.join(root, at), 'utf8')));
        }
        catch (error) {
            // Test suites keep broken manifests on purpose.
            if (!allTargets && (0,scope/* isAuxiliaryPackage */.zt)(at))
                continue;
            broken.push(at);
            notes.push({ path: at, kind: 'incomplete', message: manifestFailure(error) });
        }
    }
    return { parsed, broken };
}
function manifestFailure(error) {
    if (error instanceof toml/* TomlSyntaxError */.u0) {
        return `configuration not audited: line ${error.line}, column ${error.column}: ${error.message}`;
    }
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code === undefined)
        throw error;
    return `configuration not audited: cannot be read (${code})`;
}
function readWorkspaces(root, manifests, found, allTargets, notes) {
    const layout = layoutOf(found.rust);
    // A broken manifest still marks a package: its files are audited with what Cargo would infer.
    const all = new Map(manifests.parsed);
    for (const at of manifests.broken)
        all.set(at, inferredPackage(at));
    for (const [at, file] of manifests.parsed) {
        const { values } = file;
        if ((0,toml/* isTable */.bI)(values.package) || (0,toml/* isTable */.bI)(values.project) || (0,toml/* isTable */.bI)(values.workspace))
            continue;
        all.set(at, { ...file, values: { ...values, ...inferredPackage(at).values } });
        if (allTargets || !(0,scope/* isAuxiliaryPackage */.zt)(at)) {
            const message = 'neither `[package]` nor `[workspace]` is in it; read as a package with what Cargo would infer';
            notes.push({ path: at, kind: 'info', message });
        }
    }
    const members = resolveWorkspaces(all, layout).filter((workspace) => allTargets || !(0,scope/* isAuxiliaryPackage */.zt)(workspace.root.path));
    const workspaces = withShipping(root, members, new Set(manifests.broken), found, notes);
    const loose = looseFiles(all, found.rust);
    if (loose.length > 0 || workspaces.length === 0)
        workspaces.push(looseWorkspace(loose));
    return workspaces;
}
function inferredPackage(at) {
    return { path: at, text: '', values: { package: { edition: '2021' } } };
}
function withShipping(root, members, broken, found, notes) {
    const repository = repositoryRoot(root);
    const config = configReader(root, repository ?? root);
    const build = readBuildFiles(root, repository, found.build, scope/* isAuxiliaryPackage */.zt);
    const taskEnvironment = readTaskEnvironment(root, found.rust.map(({ path: at }) => at));
    const parts = members.map((workspace) => ({
        ...basicWorkspace(root, workspace, broken, found),
        config: config.filesFor((0,project_manifest/* directoryOf */.j)(workspace.root.path)),
        toolFiles: build.tools.filter((tool) => isToolOf(tool.path, (0,project_manifest/* directoryOf */.j)(workspace.root.path))),
    }));
    const shipping = detectShipping(parts.map((part) => ({ ...part, taskEnvironment })), build.read);
    notes.push(...config.notes);
    return parts.map((part, index) => ({ ...part, shipping: shipping[index] ?? read_NOT_SHIPPED }));
}
/** Tools look in the workspace's directory, then upwards. */
function isToolOf(tool, dir) {
    const at = (0,project_manifest/* directoryOf */.j)(tool);
    return at.startsWith('..') || (0,paths/* isInside */.FK)(dir, at);
}
function basicWorkspace(root, { root: manifest, packages, defaultMembers }, broken, found) {
    const dir = (0,project_manifest/* directoryOf */.j)(manifest.path);
    const lockFile = dir === '' ? 'Cargo.lock' : `${dir}/Cargo.lock`;
    const hasLock = found.build.includes(lockFile);
    return {
        dir,
        manifest: manifest.path,
        manifestFile: broken.has(manifest.path) ? null : manifest,
        packages: packages.map((pkg) => (broken.has(pkg.manifest) ? { ...pkg, manifestFile: null } : pkg)),
        defaultMembers,
        lock: hasLock ? (0,lock/* readLock */.m)((0,external_node_fs_.readFileSync)(external_node_path_.join(root, lockFile), 'utf8')) : [],
        lockFile: hasLock ? lockFile : null,
    };
}
/** Each file without a package is its own crate. */
function looseWorkspace(files) {
    const targets = files.map(({ path: at }) => ({
        kind: external_node_path_.posix.basename(at) === 'main.rs' ? 'bin' : 'lib',
        name: external_node_path_.posix.basename(at, '.rs'),
        crate: external_node_path_.posix.basename(at, '.rs').replaceAll('-', '_'),
        path: at,
        edition: '2021',
        procMacro: false,
        crateTypes: ['lib'],
    }));
    const pkg = {
        name: '',
        version: null,
        manifest: '',
        manifestFile: null,
        dir: '',
        edition: '2021',
        rustVersion: null,
        targets,
        dependencies: [],
        features: {},
    };
    return {
        dir: '',
        manifest: '',
        manifestFile: null,
        packages: [pkg],
        defaultMembers: [],
        lock: [],
        lockFile: null,
        config: [],
        toolFiles: [],
        shipping: read_NOT_SHIPPED,
    };
}
/** Files that no manifest's directory holds. */
function looseFiles(manifests, rust) {
    const directories = [...manifests.keys()].map(project_manifest/* directoryOf */.j);
    return rust.filter((file) => file.real === null && !directories.some((dir) => (0,paths/* isInside */.FK)(file.path, dir)));
}
function layoutOf(rust) {
    const files = new Set();
    const entries = new Map();
    const add = (directory, name) => {
        const names = entries.get(directory);
        if (names)
            names.push(name);
        else
            entries.set(directory, [name]);
    };
    for (const { path: at } of rust) {
        files.add(at);
        const directory = (0,project_manifest/* directoryOf */.j)(at);
        add(directory, external_node_path_.posix.basename(at));
        if (external_node_path_.posix.basename(at) === 'main.rs' && directory !== '') {
            add((0,project_manifest/* directoryOf */.j)(directory), external_node_path_.posix.basename(directory));
        }
    }
    return { hasFile: (at) => files.has(at), entries: (directory) => entries.get(directory) ?? [] };
}
function withSizes(root, chosen, notes) {
    const sources = [];
    for (const { path: at } of chosen) {
        const file = external_node_path_.join(root, at);
        try {
            sources.push({ path: (0,paths/* slashed */.df)(at), file, size: (0,external_node_fs_.statSync)(file).size });
        }
        catch (error) {
            const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
            if (code === undefined)
                throw error;
            notes.push({ path: at, kind: 'incomplete', message: `not audited: cannot be read (${code})` });
        }
    }
    return sources;
}


/***/ })

};
