/** A GitHub workflow, a composite action or a GitLab pipeline becomes its builds and how it publishes them. */

import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { Location } from '../../findings/finding.js';
import { quoted } from '../paths.js';
import type { EnvironmentValue } from '../profiles.js';
import { type BuildCommand, type BuildFacts, lineLocation, type Publishing } from './builds.js';
import { type Lookup, readShell, type ShellLine } from './shell.js';
import { scanText } from './text.js';

/** Reads one YAML file; what is not valid YAML says nothing. */
interface Yaml {
  readonly path: string;
  readonly lines: readonly string[];
  readonly counter: LineCounter;
  readonly root: YAMLMap;
}

type Variables = ReadonlyMap<string, EnvironmentValue>;

const NONE: Variables = new Map();

export function readWorkflow(path: string, text: string): BuildFacts {
  const scanned = scanText(path, text);
  const base = {
    targets: scanned.musl,
    targetCpus: scanned.targetCpus,
    clippy: scanned.clippy,
    pgo: scanned.pgo,
    isCi: true,
  };
  const yaml = open(path, text);
  if (!yaml) return { ...base, commands: [], publishing: [] };
  const publishing = publishingSteps(path, text, yaml);
  const commands: BuildCommand[] = [];
  const shared = environmentOf(yaml, yaml.root.get('env', true));
  const defaults = directoryOf(yaml.root);
  for (const job of jobsOf(yaml)) {
    const env = merge(shared, environmentOf(yaml, job.get('env', true)));
    const matrix = matrixOf(job);
    const directory = directoryOf(job) ?? defaults;
    const steps = job.get('steps', true);
    if (!isSeq(steps)) continue;
    // What earlier steps append to `$GITHUB_ENV` is set for the later ones.
    const handedOn = new Map<string, EnvironmentValue>();
    for (const step of steps.items) {
      if (!isMap(step)) continue;
      const inner = merge(merge(env, handedOn), environmentOf(yaml, step.get('env', true)));
      const lookup = lookupIn(inner, matrix);
      const own = step.get('working-directory');
      const where = typeof own === 'string' ? own : directory;
      const add = (lines: readonly ShellLine[]): void => {
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
      if (isScalar(run)) {
        const lines = shellLines(yaml, run);
        add(lines);
        for (const line of lines) {
          const set = /\b(?:echo|printf)\s+["']?([A-Za-z_]\w*)=(.*?)["']?\s*>>\s*["']?\$\{?GITHUB_ENV/u.exec(
            line.text,
          );
          if (set?.[1] === undefined || set[2] === undefined) continue;
          const at = lineLocation(path, line.line, line.column, line.text.length);
          handedOn.set(set[1], { value: set[2], at });
        }
      }
      const uses = step.get('uses', true);
      if (isScalar(uses) && typeof uses.value === 'string') {
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

export function readGitlab(path: string, text: string): BuildFacts {
  const scanned = scanText(path, text);
  const base = {
    targets: scanned.musl,
    targetCpus: scanned.targetCpus,
    clippy: scanned.clippy,
    pgo: scanned.pgo,
    isCi: true,
  };
  const yaml = open(path, text);
  if (!yaml) return { ...base, commands: [], publishing: [] };
  const publishing: Publishing[] = [];
  const commands: BuildCommand[] = [];
  const shared = environmentOf(yaml, yaml.root.get('variables', true));
  for (const pair of yaml.root.items) {
    const job = pair.value;
    if (!isMap(job)) continue;
    const release = pairOf(job, 'release');
    if (release) {
      publishing.push({
        how: 'release',
        because: `${quoted(path)} makes releases`,
        at: keyLocation(yaml, release),
      });
    }
    const env = merge(shared, environmentOf(yaml, job.get('variables', true)));
    for (const key of ['before_script', 'script', 'after_script']) {
      const script = job.get(key, true);
      const scalars = isSeq(script) ? script.items.filter(isScalar) : isScalar(script) ? [script] : [];
      const lines = scalars.flatMap((scalar) => shellLines(yaml, scalar));
      for (const { words: _words, ...command } of readShell(path, lines, env, lookupIn(env, new Map()))) {
        commands.push({ ...command, source: 'gitlab', publishes: false });
      }
      for (const line of lines) {
        if (
          /\b(?:docker|podman|buildah)\s+push\b|\bkaniko\b|\bdocker\s+buildx\s+build\b.*--push/u.test(
            line.text,
          )
        ) {
          publishing.push({
            how: 'container',
            because: `${quoted(path)} pushes a container image`,
            at: lineLocation(path, line.line, line.column, line.text.length),
          });
        } else if (/\b(?:release-cli|glab release)\b/u.test(line.text)) {
          publishing.push({
            how: 'release',
            because: `${quoted(path)} makes releases`,
            at: lineLocation(path, line.line, line.column, line.text.length),
          });
        }
      }
    }
  }
  const publishes = publishing.length > 0;
  return { ...base, commands: commands.map((command) => ({ ...command, publishes })), publishing };
}

function open(path: string, text: string): Yaml | null {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, logLevel: 'silent', keepSourceTokens: false });
  if (document.errors.length > 0 || !isMap(document.contents)) return null;
  return { path, lines: text.split('\n'), counter, root: document.contents };
}

/** Jobs of a workflow; a composite action is one job. */
function jobsOf(yaml: Yaml): YAMLMap[] {
  const jobs = yaml.root.get('jobs', true);
  if (isMap(jobs)) return jobs.items.map((pair) => pair.value).filter((job) => isMap(job));
  const runs = yaml.root.get('runs', true);
  return isMap(runs) ? [runs] : [];
}

function directoryOf(node: YAMLMap): string | null {
  const directory = node.getIn(['defaults', 'run', 'working-directory']);
  return typeof directory === 'string' ? directory : null;
}

function inDirectory(outer: string | null, inner: string | null): string | null {
  if (inner === null || outer === null) return inner ?? outer;
  return `${outer}/${inner}`;
}

function environmentOf(yaml: Yaml, node: unknown): Variables {
  if (!isMap(node)) return NONE;
  const variables = new Map<string, EnvironmentValue>();
  for (const pair of node.items) {
    if (!isScalar(pair.key)) continue;
    const value = isMap(pair.value)
      ? pair.value.get('value')
      : isScalar(pair.value)
        ? pair.value.value
        : undefined;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      variables.set(String(pair.key.value), { value: String(value), at: keyLocation(yaml, pair) });
    }
  }
  return variables;
}

function merge(outer: Variables, inner: Variables): Variables {
  return inner.size === 0 ? outer : new Map([...outer, ...inner]);
}

/** Values by key over a job's whole matrix, `include` entries too. */
function matrixOf(job: YAMLMap): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  const collect = (prefix: string, node: unknown): void => {
    if (isScalar(node)) {
      const list = values.get(prefix) ?? [];
      const text = String(node.value);
      if (!list.includes(text)) list.push(text);
      values.set(prefix, list);
    } else if (isSeq(node)) {
      for (const item of node.items) collect(prefix, item);
    } else if (isMap(node)) {
      for (const pair of node.items) {
        if (!isScalar(pair.key)) continue;
        const key = String(pair.key.value);
        const skips = prefix === '' && (key === 'include' || key === 'exclude');
        if (key !== 'exclude') collect(skips ? '' : prefix === '' ? key : `${prefix}.${key}`, pair.value);
      }
    }
  };
  collect('', job.getIn(['strategy', 'matrix'], true));
  return values;
}

function lookupIn(env: Variables, matrix: ReadonlyMap<string, readonly string[]>): Lookup {
  return (name) => {
    const known = env.get(name);
    if (known) return [known.value];
    return matrix.get(name) ?? [];
  };
}

/** The source lines of a scalar, so that positions stay those of the file. */
function shellLines(yaml: Yaml, scalar: Scalar): ShellLine[] {
  const range = scalar.range;
  if (!range || typeof scalar.value !== 'string') return [];
  const start = yaml.counter.linePos(range[0]);
  const end = yaml.counter.linePos(range[1]);
  const isBlock = scalar.type === 'BLOCK_LITERAL' || scalar.type === 'BLOCK_FOLDED';
  if (!isBlock) {
    const quoted = scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE';
    return [{ text: scalar.value, line: start.line, column: start.col + (quoted ? 1 : 0) }];
  }
  const last = end.col === 1 ? end.line - 1 : end.line;
  const lines: ShellLine[] = [];
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
function commandOfAction(uses: string, step: YAMLMap): string | null {
  const [name = ''] = uses.split('@');
  const input = (key: string): string => {
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

const RELEASE_ACTION =
  /uses:\s*["']?(softprops\/action-gh-release|actions\/upload-release-asset|ncipollo\/release-action|svenstaro\/upload-release-action|taiki-e\/upload-rust-binary-action|goreleaser\/goreleaser-action|rust-build\/rust-build\.action|alexellis\/upload-assets|shogo82148\/actions-upload-release-asset|marvinpinto\/action-automatic-releases|eloquent\/github-release-action)/iu;
const RELEASE_COMMAND = /\bgh release (?:create|upload)\b|\bdist host\b|\bcargo dist build\b|\bdist build\b/u;
const CONTAINER =
  /\b(?:docker|podman|buildah) push\b|\bdocker buildx build\b.*--push|uses:\s*["']?redhat-actions\/push-to-registry/u;
const PACKAGE =
  /uses:\s*["']?pypa\/gh-action-pypi-publish|\bnpm publish\b|\bmaturin (?:publish|upload)\b|\buv publish\b/u;

function publishingSteps(path: string, text: string, yaml: Yaml): Publishing[] {
  const found: Publishing[] = [];
  yaml.lines.forEach((raw, index) => {
    if (/^\s*#/u.test(raw)) return;
    const add = (how: Publishing['how'], because: string, match: RegExpExecArray | null): void => {
      if (match) {
        found.push({
          how,
          because: `${quoted(path)} ${because}`,
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
      because: `${quoted(path)} pushes a container image`,
      at: lineLocation(path, line, column, image[0].length),
    });
  }
  return found;
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

function keyLocation(yaml: Yaml, pair: Pair): Location {
  return isScalar(pair.key) ? locationOf(yaml, pair.key) : lineLocation(yaml.path, 1, 1, 0);
}

function locationOf(yaml: Yaml, node: Node): Location {
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
