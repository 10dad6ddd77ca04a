/** The linked program: what rules ask when they judge. Built from summaries alone; never parses. */
import { compareText, type Location, type Span } from '../findings/finding.js';
import type { Project } from '../project/project.js';
import { booleanAt, tomlAt } from '../project/toml.js';
import type { AskedMethod, AskedPath } from '../summaries/asked.js';
import type { Candidate, FileSummary, SiteContext } from '../summaries/summary.js';
import type { Ty } from '../summaries/ty.js';
import { lastSegment } from '../syntax/walk.js';
import { ProgramContexts } from './contexts.js';
import { buildGraph, type FnNode, type Graph } from './graph.js';
import { isAlone } from './main-line.js';
import { buildModules, type ModuleTree } from './modules.js';
import { external, Names } from './names.js';
import { type FnEntry, type Index, isKnownItem, pathOf, type TypeEntry, Types } from './types.js';

/** A candidate with the file it was seen in. */
export interface Sighting extends Candidate {
  /** Root-relative. */
  readonly path: string;
}

export interface CrateAttribute {
  readonly path: string;
  readonly text: string;
  readonly at: Location;
}

export interface LinkOptions {
  /** Test code was asked for too. */
  readonly tests: boolean;
}

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
const RUNTIMES =
  /^(?:tokio|async-std|smol|async-executor|async-global-executor|actix|axum|hyper|rocket|warp|tonic|poem|salvo|ntex|tide|glommio|monoio|compio|reqwest|embassy)/;

/** Derived by types that hold parsed arguments, by these same crates. */
const COMMAND_DERIVES = /(?:^|::)(?:Parser|Subcommand|Args|StructOpt|FromArgs|Bpaf)$/;

export class Program {
  readonly files: ReadonlyMap<string, FileSummary>;
  readonly tree: ModuleTree;
  readonly names: Names;
  readonly types: Types;
  readonly index: Index;
  readonly graph: Graph;
  readonly contexts: ProgramContexts;
  readonly #serving = new Map<string, boolean>();
  #mentioned: ReadonlyMap<string, readonly Location[]> | undefined;
  readonly #byRule: ReadonlyMap<string, readonly Sighting[]>;
  readonly #tests: ReadonlySet<string>;
  #renamed: readonly Sighting[] | undefined;

  constructor(
    project: Project,
    files: ReadonlyMap<string, FileSummary>,
    options: LinkOptions = { tests: false },
  ) {
    this.files = files;
    this.tree = buildModules(project, files);
    const index = indexOf(this.tree, files);
    this.names = new Names(this.tree, index.items, isKnownItem);
    const fns = canonicalFns(this.names, files);
    const impls = implsOf(this.names, files);
    this.index = { fns, types: index.types, values: index.values, impls };
    this.types = new Types(this.names, this.index);
    const tests: ReadonlySet<string> = options.tests ? new Set() : this.tree.tests;
    this.graph = buildGraph(files, tests, fns, this.names, this.types);
    this.contexts = new ProgramContexts(
      this.graph,
      (node) => node.fn.params.map((p) => pathOf(this.types.peelAll(this.settle(node.file, p.ty))) ?? ''),
      ({ file, fn }) => {
        const owner = fn.self === null ? null : pathOf(this.settle(file, fn.self));
        const derives = owner === null ? [] : (this.index.types.get(owner)?.type.derives ?? []);
        return derives.some((name) => COMMAND_DERIVES.test(name));
      },
    );
    this.#tests = tests;
    this.#byRule = sightings(files, tests);
  }

  /** What the rule's visitors saw, in path and position order. */
  candidates(rule: string): readonly Sighting[] {
    return this.#byRule.get(rule) ?? [];
  }

  /**
   * Calls of other crates' functions by a name that a `use` in another file gave them, which no visitor can know:
   * `clock::pause(d)` where `clock.rs` says `pub use std::thread::sleep as pause;`. `data.path` is the path as
   * written.
   */
  get renamedCalls(): readonly Sighting[] {
    this.#renamed ??= renamedCalls(this.files, this.#tests, (file, path) => this.canonical(file, path));
    return this.#renamed;
  }

  // ---- names and types ----------------------------------------------------------------------------

  /** The one path that a name in a file means; other crates' items under their usual path. */
  canonical(file: string, path: string): string {
    return external(this.names.canonical(file, path));
  }
  settle(file: string, ty: Ty): Ty {
    return this.types.settle(file, ty);
  }
  /** The path of the type behind references, smart pointers and state wrappers; null when unknown. */
  headPath(file: string, ty: Ty): string | null {
    return pathOf(this.types.peel(this.settle(file, ty)));
  }
  /**
   * Is a value of type `ty`, behind references and pointers, one of these types?
   * Three-valued: null means that the type is not known.
   */
  isOneOf(file: string, ty: Ty, paths: ReadonlySet<string>): boolean | null {
    const head = this.headPath(file, ty);
    return head === null ? null : paths.has(head);
  }

  // ---- where code runs ----------------------------------------------------------------------------

  node(sighting: { readonly path: string; readonly context: SiteContext }): FnNode | null {
    return this.contexts.node(sighting.path, sighting.context);
  }
  isStartup(sighting: Sighting): boolean {
    return this.contexts.isStartup(this.node(sighting), sighting.at, sighting.context);
  }
  /** On an error path, at start-up, or in an initialiser: what it costs is not paid again and again. */
  isSeldom(sighting: Sighting): boolean {
    return sighting.context.cold || this.isStartup(sighting);
  }
  inHandler(sighting: Sighting): boolean {
    return this.contexts.inHandler(this.node(sighting), sighting.at, sighting.context);
  }
  isHot(sighting: Sighting): boolean {
    return this.contexts.isHot(this.node(sighting), sighting.at, sighting.context);
  }
  /**
   * A program that answers nobody: a binary's package in which nothing serves. What blocks there delays its own
   * user, not a load of requests. Libraries count as serving, for all that we know.
   */
  isTool(file: string): boolean {
    const pkg = this.tree.homes.get(file)?.package ?? null;
    return pkg?.targets.some((target) => target.kind === 'bin') === true && !this.answers(file);
  }
  /** Something in the file's package serves: it listens, and others decide how much there is to do. */
  answers(file: string): boolean {
    const pkg = this.tree.homes.get(file)?.package ?? null;
    if (pkg === null) return false;
    let known = this.#serving.get(pkg.manifest);
    if (known === undefined) {
      known = this.graph.all.some(
        (node) => node.fn.serves !== null && this.tree.homes.get(node.file)?.package === pkg,
      );
      this.#serving.set(pkg.manifest, known);
    }
    return known;
  }
  /**
   * Code that `main` awaits itself, call by call, or another thread that waits in `block_on`. No async worker runs it,
   * and no other task waits for it.
   */
  onMainLine(
    node: FnNode | null,
    at: { readonly line: number; readonly column: number },
    context: SiteContext,
  ): boolean {
    if (node === null || !isAlone(context, node, at)) return false;
    return context.driven || this.contexts.mainLine.has(node);
  }
  /** A function of a command-line program that `main` comes to once, by calls that are in no loop. */
  runsOnce(sighting: Sighting): boolean {
    const node = this.node(sighting);
    const { spawned, detached, answers } = sighting.context;
    if (node === null || spawned || detached || answers) return false;
    return this.parsesArguments(node.file) && this.contexts.once.has(node);
  }
  /** A command-line program without an async runtime: its futures have no worker thread that could be blocked. */
  lacksRuntime(file: string): boolean {
    return this.parsesArguments(file) && !this.#dependsOn(file).some((name) => RUNTIMES.test(name));
  }
  /**
   * A program for the command line, or its library: the package reads arguments with one of the usual crates. A
   * library for strangers may offer that to servers.
   */
  parsesArguments(file: string): boolean {
    if (!this.#dependsOn(file).some((name) => ARGUMENT_PARSERS.has(name))) return false;
    const targets = this.tree.homes.get(file)?.package?.targets ?? [];
    return targets.some(({ kind }) => kind === 'bin') || !this.isPublished(file);
  }
  /**
   * The file's package has a library, and says what crates.io asks of every package: strangers use it, in ways that
   * nobody here sees.
   */
  isPublished(file: string): boolean {
    const pkg = this.tree.homes.get(file)?.package ?? null;
    const manifest = pkg?.manifestFile?.values;
    const has = (key: string): boolean => tomlAt(manifest, 'package', key) !== undefined;
    if (booleanAt(manifest, 'package', 'publish') === false) return false;
    if (pkg?.targets.some(({ kind }) => kind === 'lib') !== true) return false;
    return has('description') && (has('license') || has('license-file'));
  }
  /** Packages that the file's package needs to run. */
  #dependsOn(file: string): readonly string[] {
    const pkg = this.tree.homes.get(file)?.package ?? null;
    return pkg?.dependencies.filter(({ kind }) => kind === 'normal').map((d) => d.package) ?? [];
  }
  /** The edition of the crate that a file belongs to. */
  edition(file: string): string {
    return this.tree.homes.get(file)?.edition ?? '2021';
  }
  /** True when the file belongs to a library that others may use. */
  isLibrary(file: string): boolean {
    return this.tree.homes.get(file)?.target?.kind === 'lib';
  }

  // ---- what the code mentions ---------------------------------------------------------------------

  /** Places where production code names an item of another crate; the first in each file. */
  mentions(path: AskedPath): readonly Location[] {
    this.#mentioned ??= mentionsOf(this.files);
    return this.#mentioned.get(external(path)) ?? [];
  }
  /** Places where a method of that name is called; the first in each file. */
  methodCalls(name: AskedMethod): readonly Location[] {
    const found: Location[] = [];
    for (const [file, summary] of this.files) {
      const at = summary.methodNames[name];
      if (at !== undefined) found.push({ path: file, ...at });
    }
    return found;
  }
  /** Outer attributes of that path in production code. */
  attributes(name: string): readonly Location[] {
    const found: Location[] = [];
    for (const [file, summary] of this.files) {
      for (const attribute of summary.attributes) {
        if (!attribute.inner && attribute.name === name) found.push({ path: file, ...attribute.at });
      }
    }
    return found;
  }
  /** `#![…]` at the head of files. */
  crateAttributes(): readonly CrateAttribute[] {
    const found: CrateAttribute[] = [];
    for (const [file, summary] of this.files) {
      for (const attribute of summary.attributes) {
        if (attribute.inner)
          found.push({ path: attribute.name, text: attribute.text, at: { path: file, ...attribute.at } });
      }
    }
    return found;
  }

  /** The innermost function (`Server::accept`) around a place, '' outside all. */
  itemAt(file: string, at: Span): string {
    let best: { readonly path: string; readonly size: number } | null = null;
    const consider = (path: string, span: Span): void => {
      if (span.line > at.line || span.endLine < at.endLine) return;
      const size = span.endLine - span.line;
      if (best === null || size <= best.size) best = { path, size };
    };
    const summary = this.files.get(file);
    for (const fn of summary?.functions ?? []) consider(fn.path, fn.span);
    for (const type of summary?.types ?? []) consider(type.path, type.at);
    return best === null ? '' : (best as { path: string }).path.replace(/^(?:self|super|crate)::/, '');
  }
}

/** Links the summaries of all files. */
export function link(
  project: Project,
  files: ReadonlyMap<string, FileSummary>,
  options?: LinkOptions,
): Program {
  return new Program(project, files, options);
}

function absolute(tree: ModuleTree, file: string, path: string): string {
  const home = tree.homes.get(file);
  return home === undefined ? path : path.replace(/^self\b/, home.module);
}

function indexOf(
  tree: ModuleTree,
  files: ReadonlyMap<string, FileSummary>,
): {
  readonly items: Set<string>;
  readonly types: Map<string, TypeEntry>;
  readonly values: Map<string, { readonly file: string; readonly ty: Ty }>;
} {
  const items = new Set<string>();
  const types = new Map<string, TypeEntry>();
  const values = new Map<string, { readonly file: string; readonly ty: Ty }>();
  for (const [file, summary] of files) {
    for (const type of summary.types) {
      const path = absolute(tree, file, type.path);
      items.add(path);
      if (!types.has(path)) types.set(path, { file, type, path });
    }
    for (const value of summary.values) {
      const path = absolute(tree, file, value.path);
      items.add(path);
      if (!values.has(path)) values.set(path, { file, ty: value.ty });
    }
    for (const fn of summary.functions) {
      if (fn.self === null && !fn.inTrait) items.add(absolute(tree, file, fn.path));
      else if (fn.inTrait && fn.trait !== null) items.add(absolute(tree, file, fn.trait));
    }
  }
  return { items, types, values };
}

function canonicalFns(names: Names, files: ReadonlyMap<string, FileSummary>): Map<string, FnEntry[]> {
  const found = new Map<string, FnEntry[]>();
  for (const [file, summary] of files) {
    for (const fn of summary.functions) {
      const cut = fn.path.lastIndexOf('::');
      const owner = external(names.canonical(file, fn.path.slice(0, cut)));
      const path = `${owner}::${fn.name}`;
      const list = found.get(path);
      if (list === undefined) found.set(path, [{ file, fn, path }]);
      // An inherent method goes before a trait's of the same name.
      else if (fn.trait === null) list.unshift({ file, fn, path });
      else list.push({ file, fn, path });
    }
  }
  return found;
}

function implsOf(names: Names, files: ReadonlyMap<string, FileSummary>): Index['impls'] {
  const found = new Map<string, { trait: string; assoc: Readonly<Record<string, Ty>>; file: string }[]>();
  for (const [file, summary] of files) {
    for (const impl of summary.impls) {
      const { self } = impl;
      if (self === null || !('p' in self)) continue;
      const path = external(names.canonical(file, self.p));
      const trait = external(names.canonical(file, impl.trait));
      const list = found.get(path);
      const entry = { trait, assoc: impl.assoc, file };
      if (list === undefined) found.set(path, [entry]);
      else list.push(entry);
    }
  }
  return found;
}

/** Items of other crates by their usual path, with the first place in each file; a bare import counts too. */
function mentionsOf(files: ReadonlyMap<string, FileSummary>): Map<string, Location[]> {
  const found = new Map<string, Location[]>();
  const add = (path: string, at: Location): void => {
    const key = external(path);
    const list = found.get(key);
    if (list === undefined) found.set(key, [at]);
    else list.push(at);
  };
  for (const [file, summary] of files) {
    for (const [mention, at] of Object.entries(summary.mentions)) add(mention, { path: file, ...at });
    for (const module of summary.modules) {
      if (module.test) continue;
      for (const target of Object.values(module.uses)) {
        add(target, { path: file, line: 1, column: 1, endLine: 1, endColumn: 1 });
      }
    }
  }
  return found;
}

function renamedCalls(
  files: ReadonlyMap<string, FileSummary>,
  tests: ReadonlySet<string>,
  canonical: (file: string, path: string) => string,
): Sighting[] {
  const aliases = new Set<string>();
  for (const { modules } of files.values())
    for (const { uses } of modules)
      for (const [name, target] of Object.entries(uses)) if (lastSegment(target) !== name) aliases.add(name);
  const found: Sighting[] = [];
  if (aliases.size === 0) return found;
  for (const [file, summary] of files) {
    if (summary.generated || tests.has(file)) continue;
    for (const { calls } of summary.functions) {
      for (const { path, at, context, awaited, opaque } of calls) {
        if (path === undefined || awaited || opaque === true || context.test) continue;
        const last = lastSegment(path);
        if (!aliases.has(last) || lastSegment(canonical(file, path)) === last) continue;
        found.push({ rule: '', at, context, data: { path }, path: file });
      }
    }
  }
  return found;
}

function sightings(
  files: ReadonlyMap<string, FileSummary>,
  tests: ReadonlySet<string>,
): Map<string, Sighting[]> {
  const found = new Map<string, Sighting[]>();
  for (const [path, summary] of files) {
    if (summary.generated || tests.has(path)) continue;
    for (const candidate of summary.candidates) {
      // Test code of a production file: nobody waits for it.
      if (candidate.context.test) continue;
      const list = found.get(candidate.rule);
      const sighting = { ...candidate, path };
      if (list === undefined) found.set(candidate.rule, [sighting]);
      else list.push(sighting);
    }
  }
  for (const list of found.values()) {
    list.sort((a, b) => compareText(a.path, b.path) || a.at.line - b.at.line || a.at.column - b.at.column);
  }
  return found;
}
