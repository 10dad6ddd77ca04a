/** One file in, one summary out: names, types, functions with their calls, and what each rule saw. */
import type { Attr, Call, Fn, Item, MethodCall, Node, SourceFile } from '../syntax/ast.js';
import { calleeName, forEachChild, lastName, lastSegment } from '../syntax/walk.js';
import { takesAnswers } from './answers.js';
import { isAskedMethod, isAskedName, mayBeAsked } from './asked.js';
import { bindingOf } from './bindings.js';
import type { Collector, Visitor } from './collector.js';
import { directivesOf } from './directives.js';
import { LineIndex } from './lines.js';
import { flatItems, implOf, isTestAttr, isTestSupport } from './scope.js';
import type {
  CallSummary,
  FieldSummary,
  FileSummary,
  FnRef,
  FnSummary,
  ImplSummary,
  ModuleSummary,
  TypeSummary,
  ValueSummary,
} from './summary.js';
import type { Ty } from './ty.js';
import { View } from './view.js';

/** The rules' visitors, sorted by what they look for. */
export class CollectorTable {
  readonly methods = new Map<string, { rule: string; visit: (node: MethodCall, view: View) => void }[]>();
  readonly calls = new Map<string, { rule: string; visit: (node: Call, view: View) => void }[]>();
  readonly macros = new Map<
    string,
    { rule: string; visit: (node: Extract<Node, { kind: 'macro' }>, view: View) => void }[]
  >();
  readonly #nodes = new Map<string, { rule: string; visit: (node: never, view: View) => void }[]>();
  readonly #kinds = new Map<Node['kind'], OfKind>();

  constructor(collectors: Iterable<{ readonly id: string; readonly collect: Collector }>) {
    for (const { id, collect } of collectors) for (const visitor of collect) this.#add(id, visitor);
  }

  #add(rule: string, visitor: Visitor): void {
    if ('methods' in visitor)
      for (const name of visitor.methods) push(this.methods, name, { rule, visit: visitor.visit });
    else if ('calls' in visitor)
      for (const name of visitor.calls) push(this.calls, name, { rule, visit: visitor.visit });
    else if ('macros' in visitor)
      for (const name of visitor.macros) push(this.macros, name, { rule, visit: visitor.visit });
    else push(this.#nodes, visitor.node, { rule, visit: visitor.visit as (node: never, view: View) => void });
  }

  /** What the walk does at nodes of that kind: asked for every node there is. */
  ofKind(kind: Node['kind']): OfKind {
    let found = this.#kinds.get(kind);
    if (found === undefined) {
      found = { own: !PLAIN_KINDS.has(kind), visitors: this.#nodes.get(kind) };
      this.#kinds.set(kind, found);
    }
    return found;
  }
}

interface OfKind {
  /** The summary itself says something about them, or they may have attributes. */
  readonly own: boolean;
  readonly visitors: readonly { rule: string; visit: (node: never, view: View) => void }[] | undefined;
}

/** The most frequent of those that only rules look at. */
const PLAIN_KINDS: ReadonlySet<Node['kind']> = new Set([
  'tyPath',
  'patIdent',
  'literal',
  'field',
  'param',
  'patTupleStruct',
  'tyRef',
  'ref',
  'if',
  'binary',
  'try',
  'closure',
  'struct',
  'patPath',
  'match',
  'assign',
  'await',
  'patWild',
  'patTuple',
  'tuple',
  'unary',
  'tyTuple',
  'letCond',
  'return',
] as const);

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

export interface CollectOptions {
  /** Takes test code in. */
  readonly tests: boolean;
}

/** A rule's visitor threw: the file's other rules went on. */
export interface CollectCrash {
  readonly rule: string;
  readonly message: string;
}

export interface Collected {
  readonly summary: FileSummary;
  readonly crashes: readonly CollectCrash[];
}

/** Methods of the standard library that no workspace type's method is worth following under. */
const PLAIN_METHODS = new Set(
  `unwrap expect clone iter into_iter iter_mut map collect to_string to_owned as_ref as_mut as_str as_bytes len is_empty
 push insert_str unwrap_or unwrap_or_default unwrap_or_else ok err map_err and_then or_else filter filter_map
 into is_some is_none is_ok is_err copied cloned enumerate zip rev chain skip take_while contains_key
 as_deref borrow borrow_mut lock chars bytes trim starts_with ends_with to_vec as_slice eq ne cmp
 partial_cmp hash fmt abs deref deref_mut ok_or ok_or_else fold any all
 flat_map flatten for_each sort sort_by sort_by_key dedup retain peek peekable windows chunks concat
 fetch_add fetch_sub await instrument context with_context fetch_or fetch_and compare_exchange`.split(/\s+/),
);

/** Macros of the workspace's own that by their name run what they are given somewhere else. */
const OFFLOADS = /block|spawn|offload|thread|defer|pool|background/i;

const OWN = new Set(['self', 'Self', 'super', 'crate']);

const SERVES = new Set(
  'serve serve_with_shutdown serve_with_incoming serve_with_incoming_shutdown launch ignite serve_connection serve_connection_with_upgrades run_until_stopped serve_http try_serve'.split(
    ' ',
  ),
);

export function collectFile(file: SourceFile, table: CollectorTable, options: CollectOptions): Collected {
  return new FileCollector(file, table, options).run();
}

class FileCollector {
  readonly #file: SourceFile;
  readonly #table: CollectorTable;
  readonly #options: CollectOptions;
  readonly #lines: LineIndex;
  readonly #view: View;
  readonly #crashes: CollectCrash[] = [];
  /** Test code: not looked at, so nothing there is missed. */
  readonly #skipped: Node[] = [];
  readonly #types: TypeSummary[] = [];
  readonly #impls: ImplSummary[] = [];
  readonly #values: ValueSummary[] = [];
  readonly #fnRefs: FnRef[] = [];
  readonly #calls = new Map<Fn, CallSummary[]>();
  readonly #serves = new Map<Fn, NonNullable<FnSummary['serves']>>();
  readonly #mentions: Record<string, FileSummary['mentions'][string]> = {};
  readonly #methodNames: {
    -readonly [name in keyof FileSummary['methodNames']]: FileSummary['methodNames'][name];
  } = {};
  readonly #attributes: FileSummary['attributes'][number][] = [];

  constructor(file: SourceFile, table: CollectorTable, options: CollectOptions) {
    this.#file = file;
    this.#table = table;
    this.#options = options;
    this.#lines = new LineIndex(file.text);
    this.#view = new View(file, this.#lines);
  }

  run(): Collected {
    const file = this.#file;
    this.#declareConstants(file.items);
    for (const attr of file.attrs) this.#attribute(attr, true, file);
    if (this.#options.tests || !isTestAttr(file.attrs)) for (const item of file.items) this.#walk(item);
    const view = this.#view;
    const functions = view.functions.map((fn) => this.#function(fn));
    const head = file.text.slice(0, 2000);
    const summary: FileSummary = {
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
      generated:
        /@generated|DO NOT EDIT|[Aa]uto(?:matically)?[- ]generated|[Gg]enerated by (?:prost|tonic|bindgen|protoc)/.test(
          commentsOf(head),
        ),
    };
    return { summary, crashes: this.#crashes };
  }

  #declareConstants(items: readonly Item[]): void {
    for (const item of flatItems(items)) {
      if (item.kind === 'static' && item.constant) this.#view.scope.constants.set(item.name, item);
      else if (item.kind === 'mod' && item.items !== null) this.#declareConstants(item.items);
      else if (item.kind === 'impl') this.#declareConstants(item.items);
    }
  }

  // ---- the walk -----------------------------------------------------------------------------------

  #walk(node: Node): void {
    const { own, visitors } = this.#table.ofKind(node.kind);
    if (own) {
      if ('attrs' in node && node.attrs.length > 0) {
        if (!this.#options.tests && isTestAttr(node.attrs)) {
          this.#skipped.push(node);
          return;
        }
        for (const attr of node.attrs) this.#attribute(attr, false, node);
      }
      this.#see(node);
    }
    if (visitors !== undefined) this.#visit(visitors, node as never);
    forEachChild(node, this.#walkChild);
  }
  readonly #walkChild = (child: Node): void => this.#walk(child);

  #see(node: Node): void {
    switch (node.kind) {
      case 'path':
        this.#path(node);
        break;
      case 'method':
        this.#method(node);
        break;
      case 'call':
        this.#call(node);
        break;
      case 'block':
        this.#view.scope.declareBlock(node);
        break;
      case 'fn':
        if (node.body !== null || implOf(node)?.kind === 'trait') this.#view.fnIndex(node);
        break;
      case 'macro':
        this.#dispatch(this.#table.macros, lastSegment(node.name), node);
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
      default:
    }
  }

  #dispatch<N extends Node>(
    map: ReadonlyMap<string, { rule: string; visit: (node: N, view: View) => void }[]>,
    name: string,
    node: N,
  ): void {
    const visitors = map.get(name);
    if (visitors !== undefined) this.#visit(visitors, node);
  }

  #visit<N extends Node>(
    visitors: readonly { readonly rule: string; readonly visit: (node: N, view: View) => void }[],
    node: N,
  ): void {
    for (const { rule, visit } of visitors) {
      this.#view.rule = rule;
      try {
        visit(node, this.#view);
      } catch (error) {
        this.#crashed(rule, error);
      }
    }
  }

  #crashed(rule: string, error: unknown): void {
    if (this.#crashes.some((c) => c.rule === rule)) return;
    this.#crashes.push({
      rule,
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }

  /** Of the many, those that somebody asks for: lints that are allowed, and what a crate says of itself. */
  #attribute(attr: Attr, inner: boolean, owner: Node): void {
    if (!inner && attr.path !== 'global_allocator' && !attr.text.includes('clippy')) return;
    this.#attributes.push({
      name: attr.path,
      text: attr.text,
      at: this.#lines.span(attr.start, attr.end),
      covers: this.#lines.span(owner.start, owner.end),
      inner,
    });
  }

  /** Paths of one segment are found through what `use` brings in. */
  #path(node: Extract<Node, { kind: 'path' }>): void {
    const [first] = node.segments;
    if (first === undefined || node.segments.length < 2 || OWN.has(first.name)) return;
    if (!isAskedName(lastName(node))) return;
    const path = this.#view.resolve(node);
    if (!mayBeAsked(path) || /^(?:crate|self|super|Self)\b/.test(path)) return;
    this.#mentions[path] ??= this.#view.span(node);
  }

  #call(node: Call): void {
    const name = calleeName(node);
    this.#dispatch(this.#table.calls, name, node);
    this.#functionArguments(node, name);
    const path = this.#view.calledPath(node);
    if (path === null) return;
    // `use std::sync::mpsc::channel as make`: rules know it by its own name.
    const own = lastSegment(path);
    if (own !== name) this.#dispatch(this.#table.calls, own, node);
    if (SERVES.has(name) || path.endsWith('HttpServer::new')) this.#serve(node);
    if (path.startsWith('std::')) return;
    const context = this.#view.context(node);
    if (context.fn < 0) {
      // A static's value is made once: `static APP: LazyLock<App> = LazyLock::new(|| load())`.
      if (context.once) this.#fnRefs.push({ path, to: 'static', at: this.#view.span(node), context });
      return;
    }
    this.#record(node, { at: this.#view.span(node), path, context, awaited: this.#view.isAwaited(node) });
  }

  #method(node: MethodCall): void {
    if (isAskedMethod(node.name)) this.#methodNames[node.name] ??= this.#view.methodSpan(node);
    this.#dispatch(this.#table.methods, node.name, node);
    this.#functionArguments(node, node.name);
    if (SERVES.has(node.name)) this.#serve(node);
    else if (
      (node.name === 'accept' || node.name === 'incoming') &&
      this.#view.loopsAround(node).length > 0
    ) {
      this.#serve(node);
    } else if (node.name === 'run' && /HttpServer|warp::serve|rocket/.test(this.#view.text(node)))
      this.#serve(node);
    if (PLAIN_METHODS.has(node.name)) return;
    const on = this.#view.typeOf(node.receiver);
    if (on === null) return;
    const context = this.#view.context(node);
    if (context.fn < 0) return;
    this.#record(node, {
      at: this.#view.methodSpan(node),
      method: node.name,
      on,
      context,
      awaited: this.#view.isAwaited(node),
    });
  }

  #record(node: Call | MethodCall, seen: CallSummary): void {
    let opaque = false;
    for (let n = node.parent; n !== null; n = n.parent) {
      if (n.kind === 'macro' && !n.known && OFFLOADS.test(n.name)) opaque = true;
      if (n.kind !== 'fn') continue;
      const call: CallSummary = opaque ? { ...seen, opaque } : seen;
      const list = this.#calls.get(n);
      if (list === undefined) this.#calls.set(n, [call]);
      else list.push(call);
      return;
    }
  }

  #serve(node: Node): void {
    const context = this.#view.context(node);
    if (context.detached) return;
    let until = 0;
    for (let n = node.parent; n !== null; n = n.parent) {
      if (n.kind === 'loop' || n.kind === 'while' || n.kind === 'for') until = this.#view.span(n).endLine;
      if (n.kind !== 'fn') continue;
      const { line, column } = this.#view.span(node);
      const known = this.#serves.get(n);
      const first = known === undefined || line < known.line ? { line, column } : known;
      this.#serves.set(n, {
        line: first.line,
        column: first.column,
        until: Math.max(until, known?.until ?? 0),
      });
      return;
    }
  }

  /** Functions named as values: `get(handler)`, `.map(parse)`. */
  #functionArguments(node: Call | MethodCall, to: string): void {
    for (const argument of node.args) {
      if (argument.kind !== 'path' || bindingOf(argument) !== null) continue;
      const last = lastName(argument);
      if (!/^[a-z_]/.test(last) || last === 'self') continue;
      this.#fnRefs.push({
        path: this.#view.resolve(argument),
        to: takesAnswers(node, this.#view.scope) ? 'handler' : to,
        at: this.#view.span(argument),
        context: this.#view.context(argument),
      });
    }
  }

  // ---- items --------------------------------------------------------------------------------------

  #module(module: {
    path: string;
    uses: Map<string, string>;
    globs: string[];
    node: Node;
    test: boolean;
  }): ModuleSummary {
    const items =
      module.node.kind === 'mod'
        ? (module.node.items ?? [])
        : module.node.kind === 'file'
          ? module.node.items
          : [];
    const files: ModuleSummary['files'][number][] = [];
    for (const item of flatItems(items)) {
      if (item.kind !== 'mod' || item.items !== null) continue;
      const path = item.attrs.find((a) => a.path === 'path');
      files.push({
        name: item.name,
        path: path === undefined ? null : (/"([^"]*)"/.exec(path.text)?.[1] ?? null),
        test: module.test || isTestAttr(item.attrs) || isTestSupport(item),
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

  #type(node: Extract<Item, { kind: 'structDef' | 'enumDef' | 'typeAlias' }>): void {
    const view = this.#view;
    const owner = implOf(node);
    if (owner !== null) return;
    const fields = (
      list: readonly {
        name: string;
        type: Parameters<View['tyOf']>[0];
        public: boolean;
        start: number;
        end: number;
      }[],
    ): FieldSummary[] =>
      list.map((f) => ({ name: f.name, ty: view.tyOf(f.type), public: f.public, at: view.span(f) }));
    this.#types.push({
      path: `${view.scope.moduleOf(node).path}::${node.name}`,
      kind: node.kind === 'structDef' ? 'struct' : node.kind === 'enumDef' ? 'enum' : 'alias',
      generics: node.generics.map((g) => g.name),
      fields: node.kind === 'structDef' ? fields(node.fields) : [],
      variants:
        node.kind === 'enumDef'
          ? node.variants.map((v) => ({ name: v.name, fields: fields(v.fields), at: view.span(v) }))
          : [],
      target: node.kind === 'typeAlias' && node.type !== null ? view.tyOf(node.type) : null,
      derives: node.attrs.filter((a) => a.path === 'derive').flatMap((a) => derivesOf(a.text)),
      public: node.public,
      at: view.span({ start: node.start, end: node.end }),
      test: false,
    });
  }

  #impl(node: Extract<Item, { kind: 'impl' }>): void {
    if (node.trait === null) return;
    const assoc: Record<string, Ty> = {};
    for (const item of node.items) {
      if (item.kind === 'typeAlias' && item.type !== null) assoc[item.name] = this.#view.tyOf(item.type);
    }
    this.#impls.push({ trait: this.#view.resolve(node.trait.path), self: this.#view.tyOf(node.self), assoc });
  }

  #function(fn: Fn): FnSummary {
    const view = this.#view;
    const owner = implOf(fn);
    const module = view.scope.moduleOf(fn).path;
    const ownerPath = owner === null ? module : (view.scope.selfPath(owner) ?? `${module}::?`);
    const trait =
      owner?.kind === 'impl' && owner.trait !== null
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
      test: context.test || isTestAttr(fn.attrs),
      cold: context.cold,
      serves: this.#serves.get(fn) ?? null,
      returnsAsyncBlock: !fn.async && only !== null && isFuture(only),
      calls: this.#calls.get(fn) ?? [],
    };
  }
}

/** `async move { … }`, `Box::pin(async move { … })`. */
function isFuture(node: Node): boolean {
  if (node.kind === 'block') return node.async;
  if (node.kind === 'call')
    return node.args.length === 1 && node.args[0] !== undefined && isFuture(node.args[0]);
  if (node.kind === 'method') return isFuture(node.receiver);
  return false;
}

function derivesOf(text: string): string[] {
  const inner = /\(([\s\S]*)\)/.exec(text)?.[1] ?? '';
  return inner
    .split(',')
    .map((name) => name.trim().replace(/^.*::/, ''))
    .filter((name) => name !== '');
}

/** The comments among the first lines, so that code that only talks of generating is not taken for generated. */
function commentsOf(head: string): string {
  return head
    .split('\n', 40)
    .filter((line) => /^\s*(?:\/\/|\/\*|\*)/.test(line))
    .join('\n');
}
