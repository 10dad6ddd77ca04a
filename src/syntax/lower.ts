/** Turns a flat tree into our typed tree, one pass, each node once. Macro bodies are queued for a second pass. */
import type {
  Attr,
  Block,
  Comment,
  Expr,
  FieldDef,
  GenericParam,
  Item,
  Macro,
  Param,
  PathExpr,
  Pattern,
  Segment,
  Stmt,
  Type,
  TypePath,
  UseName,
  Variant,
} from './ast.js';
import type { Condensed } from './condense.js';
import type { Engine } from './engine.js';
import { EXPR } from './expressions.js';
import { ERROR_KIND, type FlatTree } from './flat.js';
import { ITEM } from './items.js';
import { ident, PATTERN } from './patterns.js';
import { adopt, rawName, trimSelf } from './tree.js';
import { TYPE } from './types.js';

export type Handler<T> = (lowerer: Lowerer, node: number) => T;

/** Symbol tables of one grammar, made once. */
export class Grammar {
  readonly named: Uint8Array;
  readonly comment: Uint8Array;
  readonly name: readonly string[];
  readonly fields = new Map<string, number>();
  readonly expr: (Handler<Expr> | undefined)[] = [];
  readonly item: (Handler<Item> | undefined)[] = [];
  readonly pattern: (Handler<Pattern> | undefined)[] = [];
  readonly type: (Handler<Type> | undefined)[] = [];

  constructor(engine: Engine) {
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
      if (name === 'line_comment' || name === 'block_comment') this.comment[kind] = 1;
    });
    engine.fields.forEach((name, id) => {
      if (name !== '') this.fields.set(name, id);
    });
  }

  field(name: string): number {
    const id = this.fields.get(name);
    if (id === undefined) throw new Error(`the grammar has no field ${name}`);
    return id;
  }
}

const NO_NODES: readonly number[] = [];
const NO_TYPES: readonly Type[] = [];
const NO_BINDINGS: readonly { name: string; type: Type }[] = [];
const NO_CALLS: Condensed['calls'] = new Map();

export class Lowerer {
  readonly grammar: Grammar;
  readonly f: {
    readonly name: number;
    readonly body: number;
    readonly type: number;
    readonly value: number;
    readonly pattern: number;
    readonly condition: number;
    readonly consequence: number;
    readonly alternative: number;
    readonly left: number;
    readonly right: number;
    readonly operator: number;
    readonly function: number;
    readonly arguments: number;
    readonly path: number;
    readonly field: number;
    readonly parameters: number;
    readonly returnType: number;
    readonly typeParameters: number;
    readonly typeArguments: number;
    readonly bounds: number;
    readonly trait: number;
    readonly macro: number;
    readonly alias: number;
    readonly list: number;
    readonly argument: number;
    readonly element: number;
    readonly length: number;
    readonly default: number;
  };
  #tree!: FlatTree;
  /** The file's own text: names are cut from it. */
  text = '';
  /** Maps an offset of the parsed text to the file's; null where they are the same. */
  #origin: Int32Array | null = null;
  #calls: Condensed['calls'] = NO_CALLS;
  /** Macros found since the last `takeMacros`. */
  #macros: Macro[] = [];
  #comments: Comment[] = [];
  readonly unparsed: { start: number; end: number; why: 'syntax' | 'macro' }[] = [];

  constructor(grammar: Grammar) {
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
  begin(tree: FlatTree, text: string, parsed: Condensed | null): void {
    this.#tree = tree;
    this.text = text;
    this.#origin = parsed?.origin ?? null;
    this.#calls = parsed?.calls ?? NO_CALLS;
    this.#macros = [];
  }

  /** Forgets what belongs to the last file. */
  reset(): void {
    this.#comments = [];
    this.unparsed.length = 0;
  }

  takeMacros(): Macro[] {
    const found = this.#macros;
    this.#macros = [];
    return found;
  }

  takeComments(): Comment[] {
    return this.#comments;
  }

  /** Collects comments and syntax errors of the whole tree; only for the file itself. */
  scan(): void {
    const { kind, count, next } = this.#tree;
    const { comment } = this.grammar;
    let errorEnd = 0;
    for (let i = 0; i < count; i++) {
      const k = kind[i] ?? 0;
      if (comment[k] === 1) this.#comments.push({ start: this.start(i), end: this.end(i) });
      else if (k === ERROR_KIND && this.start(i) >= errorEnd) {
        errorEnd = this.end(i);
        this.unparsed.push({ start: this.start(i), end: errorEnd, why: 'syntax' });
        i = (next[i] ?? i + 1) - 1;
      }
    }
  }

  // ---- walking the flat tree ----------------------------------------------------------------------

  kindName(i: number): string {
    const k = this.#tree.kind[i] ?? 0;
    return k === ERROR_KIND ? 'ERROR' : (this.grammar.name[k] ?? '');
  }
  /** The node's symbol. */
  symbol(i: number): number {
    return this.#tree.kind[i] ?? 0;
  }
  start(i: number): number {
    const at = this.#tree.start[i] ?? 0;
    return this.#origin === null ? at : (this.#origin[at] ?? 0);
  }
  end(i: number): number {
    const at = this.#tree.end[i] ?? 0;
    if (this.#origin === null) return at;
    return at === (this.#tree.start[i] ?? 0) ? (this.#origin[at] ?? 0) : (this.#origin[at - 1] ?? 0) + 1;
  }
  slice(i: number): string {
    return this.text.slice(this.start(i), this.end(i));
  }
  /** True when the parser found syntax errors or made up tokens. */
  hasError(i: number): boolean {
    const stop = this.after(i);
    for (let n = i; n < stop; n++) if (this.isBroken(n)) return true;
    return false;
  }
  /** An error node, or a token that the parser made up. */
  isBroken(i: number): boolean {
    return this.#tree.kind[i] === ERROR_KIND || this.#tree.start[i] === this.#tree.end[i];
  }
  after(i: number): number {
    return this.#tree.next[i] ?? this.#tree.count;
  }
  /** The child that a field names, or -1. */
  child(i: number, field: number): number {
    const stop = this.after(i);
    const { field: fields, next } = this.#tree;
    for (let c = i + 1; c < stop; c = next[c] ?? stop) if (fields[c] === field) return c;
    return -1;
  }
  /** Named children without comments. */
  named(i: number): readonly number[] {
    const stop = this.after(i);
    const { kind, next } = this.#tree;
    let found: number[] | null = null;
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
  namedOrWild(i: number): readonly number[] {
    const stop = this.after(i);
    const { kind, next } = this.#tree;
    const found: number[] = [];
    for (let c = i + 1; c < stop; c = next[c] ?? stop) {
      const k = kind[c] ?? 0;
      if ((this.grammar.named[k] === 1 && this.grammar.comment[k] === 0) || this.grammar.name[k] === '_')
        found.push(c);
    }
    return found;
  }
  /** The first child (named or token) of that kind, or -1. */
  kindChild(i: number, name: string): number {
    const stop = this.after(i);
    const { kind, next } = this.#tree;
    for (let c = i + 1; c < stop; c = next[c] ?? stop) if (this.grammar.name[kind[c] ?? 0] === name) return c;
    return -1;
  }
  has(i: number, token: string): boolean {
    return this.kindChild(i, token) >= 0;
  }
  firstNamed(i: number): number {
    const stop = this.after(i);
    const { kind, next } = this.#tree;
    for (let c = i + 1; c < stop; c = next[c] ?? stop) {
      const k = kind[c] ?? 0;
      if (this.grammar.named[k] === 1 && this.grammar.comment[k] === 0) return c;
    }
    return -1;
  }

  // ---- entry points -------------------------------------------------------------------------------

  /** Index of the root. */
  readonly root = 0;

  expr(i: number): Expr {
    if (i < 0) return this.missing();
    const handler = this.grammar.expr[this.symbol(i)];
    return handler === undefined ? this.other(i) : handler(this, i);
  }
  optional(i: number): Expr | null {
    return i < 0 ? null : this.expr(i);
  }
  /** An unknown node: its named children as expressions, so that nothing below is lost. */
  other(i: number): Expr {
    const children = this.named(i).map((c) => this.expr(c));
    return adopt({ kind: 'other', start: this.start(i), end: this.end(i), parent: null, children }, children);
  }
  missing(): Expr {
    return { kind: 'other', start: 0, end: 0, parent: null, children: [] };
  }

  exprs(nodes: readonly number[]): Expr[] {
    const found: Expr[] = [];
    for (const node of nodes) if (this.kindName(node) !== 'attribute_item') found.push(this.expr(node));
    return found;
  }

  /** A block in braces; also the body of the file-like `fn` that wraps macro text. */
  block(
    i: number,
    flags: { async?: boolean; move?: boolean; unsafe?: boolean; label?: string | null; start?: number } = {},
  ): Block {
    const stmts = i < 0 ? [] : this.stmts(i);
    const last = stmts[stmts.length - 1];
    const tail = last !== undefined && last.kind === 'expr' && !last.semicolon ? last.expr : null;
    const block: Block = {
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
    for (const stmt of stmts) stmt.parent = block;
    return block;
  }

  /** A body that may be a plain expression (closures, match arms, `else`). */
  blockOf(i: number): Block {
    const lowered = this.expr(i);
    if (lowered.kind === 'block') return lowered;
    const block: Block = {
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

  stmts(i: number): Stmt[] {
    const found: Stmt[] = [];
    let attrs: Attr[] = [];
    const children = this.named(i);
    for (const c of children) {
      const name = this.kindName(c);
      if (name === 'attribute_item') {
        attrs.push(this.attr(c));
        continue;
      }
      if (name === 'inner_attribute_item' || name === 'label' || name === 'empty_statement') continue;
      if (name === 'let_declaration') found.push(this.let(c, attrs));
      else if (name === 'expression_statement') {
        const inner = this.firstNamed(c);
        found.push(this.exprStmt(c, inner, this.has(c, ';'), attrs));
      } else if (this.grammar.item[this.symbol(c)] !== undefined && name !== 'macro_invocation') {
        found.push(this.item(c, attrs));
      } else found.push(this.exprStmt(c, c, false, attrs));
      attrs = [];
    }
    return found;
  }

  exprStmt(i: number, inner: number, semicolon: boolean, attrs: readonly Attr[]): Stmt {
    const expr = this.expr(inner);
    return adopt(
      { kind: 'expr', start: this.start(i), end: this.end(i), parent: null, expr, semicolon, attrs },
      [expr],
    );
  }

  let(i: number, attrs: readonly Attr[]): Stmt {
    const named = this.child(i, this.f.pattern);
    // `let mut x`: the grammar gives `mut` to the statement.
    const pattern =
      this.has(i, 'mutable_specifier') && this.kindName(named) === 'identifier'
        ? ident(this, named, { mutable: true })
        : this.patternOf(named);
    const type = this.optionalType(this.child(i, this.f.type));
    const init = this.optional(this.child(i, this.f.value));
    const orElse = this.child(i, this.f.alternative);
    const otherwise = orElse < 0 ? null : this.block(orElse);
    return adopt(
      {
        kind: 'let',
        start: this.start(i),
        end: this.end(i),
        parent: null,
        pattern,
        type,
        init,
        else: otherwise,
        attrs,
      },
      [pattern, type, init, otherwise],
    );
  }

  /** Items in a list, each with the attributes that stand before it. */
  items(i: number): Item[] {
    const found: Item[] = [];
    let attrs: Attr[] = [];
    for (const c of this.named(i)) {
      const name = this.kindName(c);
      if (name === 'attribute_item') {
        attrs.push(this.attr(c));
        continue;
      }
      if (name === 'expression_statement') {
        const inner = this.firstNamed(c);
        if (inner >= 0 && this.kindName(inner) === 'macro_invocation') found.push(this.item(inner, attrs));
        attrs = [];
        continue;
      }
      if (this.grammar.item[this.symbol(c)] !== undefined) found.push(this.item(c, attrs));
      attrs = [];
    }
    return found;
  }

  /** Inner attributes (`#![…]`) of a file, module or block. */
  innerAttrs(i: number): Attr[] {
    const found: Attr[] = [];
    for (const c of this.named(i)) if (this.kindName(c) === 'inner_attribute_item') found.push(this.attr(c));
    return found;
  }

  #attrs: readonly Attr[] = [];
  item(i: number, attrs: readonly Attr[]): Item {
    const handler = this.grammar.item[this.symbol(i)];
    this.#attrs = attrs;
    return handler === undefined ? this.otherItem(i, '') : handler(this, i);
  }
  otherItem(i: number, name: string): Item {
    return { kind: 'otherItem', ...this.itemBase(i, name) };
  }
  /** What every item has. Reads the attributes that `item` was called with. */
  itemBase(
    i: number,
    name: string,
  ): { start: number; end: number; parent: null; name: string; public: boolean; attrs: readonly Attr[] } {
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

  attr(i: number): Attr {
    const inner = this.firstNamed(i);
    const path = inner < 0 ? -1 : this.firstNamed(inner);
    return {
      path: path < 0 ? '' : this.slice(path).replace(/\s+/g, ''),
      text: inner < 0 ? '' : this.slice(inner),
      start: this.start(i),
      end: this.end(i),
    };
  }

  nameOf(i: number, field = this.f.name): string {
    const c = this.child(i, field);
    return c < 0 ? '' : rawName(this.slice(c));
  }

  // ---- types and patterns -------------------------------------------------------------------------

  typeOf(i: number): Type {
    if (i < 0) return { kind: 'tyOther', start: 0, end: 0, parent: null };
    const handler = this.grammar.type[this.symbol(i)];
    return handler === undefined
      ? { kind: 'tyOther', start: this.start(i), end: this.end(i), parent: null }
      : handler(this, i);
  }
  optionalType(i: number): Type | null {
    return i < 0 ? null : this.typeOf(i);
  }
  patternOf(i: number): Pattern {
    if (i < 0) return { kind: 'patOther', start: 0, end: 0, parent: null };
    if (this.kindName(i) === '_')
      return { kind: 'patWild', start: this.start(i), end: this.end(i), parent: null };
    const handler = this.grammar.pattern[this.symbol(i)];
    return handler === undefined
      ? { kind: 'patOther', start: this.start(i), end: this.end(i), parent: null }
      : handler(this, i);
  }
  patterns(nodes: readonly number[]): Pattern[] {
    const found: Pattern[] = [];
    for (const node of nodes) if (this.kindName(node) !== 'attribute_item') found.push(this.patternOf(node));
    return found;
  }

  /** `a::b::<T>::c` in any of the grammar's spellings. */
  path(i: number): PathExpr {
    const segments: Segment[] = [];
    const state = { global: false, qself: null as Type | null };
    this.#pathInto(i, segments, state);
    const path: PathExpr = {
      kind: 'path',
      start: this.start(i),
      end: this.end(i),
      parent: null,
      global: state.global,
      qself: state.qself,
      segments,
    };
    if (state.qself !== null) state.qself.parent = path;
    for (const segment of segments) for (const generic of segment.generics) generic.parent = path;
    return path;
  }

  #pathInto(i: number, segments: Segment[], state: { global: boolean; qself: Type | null }): void {
    const name = this.kindName(i);
    switch (name) {
      case 'scoped_identifier':
      case 'scoped_type_identifier': {
        const left = this.child(i, this.f.path);
        if (left >= 0) this.#pathInto(left, segments, state);
        else state.global = true;
        const last = this.child(i, this.f.name);
        if (last >= 0)
          segments.push({ name: rawName(this.slice(last)), start: this.start(last), generics: NO_TYPES });
        return;
      }
      case 'generic_type':
      case 'generic_type_with_turbofish':
      case 'generic_function':
      case 'generic_pattern': {
        const base = Math.max(this.child(i, this.f.type), this.child(i, this.f.function));
        const inner = base >= 0 ? base : this.firstNamed(i);
        if (inner >= 0) this.#pathInto(inner, segments, state);
        const args = Math.max(this.child(i, this.f.typeArguments), this.kindChild(i, 'type_arguments'));
        const last = segments.pop();
        if (last !== undefined) {
          segments.push({ ...last, generics: args < 0 ? NO_TYPES : this.typeArguments(args).types });
        }
        return;
      }
      case 'bracketed_type': {
        const inner = this.firstNamed(i);
        if (inner < 0) return;
        if (this.kindName(inner) === 'qualified_type') {
          const type = this.child(inner, this.f.type);
          const alias = this.child(inner, this.f.alias);
          state.qself = this.typeOf(type);
          if (alias >= 0) this.#pathInto(alias, segments, state);
        } else state.qself = this.typeOf(inner);
        return;
      }
      default:
        segments.push({ name: rawName(this.slice(i)), start: this.start(i), generics: NO_TYPES });
    }
  }

  typeArguments(i: number): { types: Type[]; bindings: { name: string; type: Type }[] } {
    const types: Type[] = [];
    const bindings: { name: string; type: Type }[] = [];
    for (const c of this.named(i)) {
      const name = this.kindName(c);
      if (name === 'lifetime') continue;
      if (name === 'type_binding') {
        bindings.push({ name: this.nameOf(c), type: this.typeOf(this.child(c, this.f.type)) });
      } else types.push(this.typeOf(c));
    }
    return { types, bindings };
  }

  typePath(i: number): TypePath {
    const path = this.path(i);
    let bindings = NO_BINDINGS;
    const name = this.kindName(i);
    if (name === 'generic_type' || name === 'generic_type_with_turbofish') {
      const args = this.kindChild(i, 'type_arguments');
      if (args >= 0 && this.has(args, 'type_binding')) bindings = this.typeArguments(args).bindings;
    }
    const type: TypePath = { kind: 'tyPath', start: path.start, end: path.end, parent: null, path, bindings };
    path.parent = type;
    for (const binding of bindings) binding.type.parent = type;
    return type;
  }

  /** Types of a `T: A + B` list, without lifetimes. */
  boundTypes(i: number): Type[] {
    if (i < 0) return [];
    const found: Type[] = [];
    for (const c of this.named(i)) {
      const name = this.kindName(c);
      if (name === 'lifetime' || name === 'use_bounds' || name === 'removed_trait_bound') continue;
      if (name === 'higher_ranked_trait_bound') found.push(this.typeOf(this.child(c, this.f.type)));
      else found.push(this.typeOf(c));
    }
    return found;
  }

  generics(i: number): GenericParam[] {
    const found: { name: string; bounds: Type[] }[] = [];
    const list = this.child(i, this.f.typeParameters);
    if (list >= 0) {
      for (const c of this.named(list)) {
        if (this.kindName(c) !== 'type_parameter') continue;
        found.push({ name: this.nameOf(c), bounds: this.boundTypes(this.child(c, this.f.bounds)) });
      }
    }
    const where = this.kindChild(i, 'where_clause');
    if (where >= 0) {
      for (const c of this.named(where)) {
        const left = this.child(c, this.f.left);
        if (left < 0) continue;
        const name = this.slice(left);
        const bounds = this.boundTypes(this.child(c, this.f.bounds));
        const param = found.find((p) => p.name === name);
        if (param !== undefined) param.bounds.push(...bounds);
        else if (/^\w+$/.test(name)) found.push({ name, bounds });
      }
    }
    return found;
  }

  params(i: number): { params: Param[]; self: 'none' | 'value' | 'ref' | 'mut' } {
    const params: Param[] = [];
    let self: 'none' | 'value' | 'ref' | 'mut' = 'none';
    if (i < 0) return { params, self };
    for (const c of this.namedOrWild(i)) {
      const name = this.kindName(c);
      if (name === 'attribute_item' || name === 'variadic_parameter') continue;
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
        params.push(
          adopt(
            { kind: 'param', start: this.start(c), end: this.end(c), parent: null, pattern: lowered, type },
            [lowered, type],
          ),
        );
      } else {
        // A closure's bare pattern, or a bare type in a function signature type.
        const pattern = this.patternOf(c);
        params.push(
          adopt(
            { kind: 'param', start: pattern.start, end: pattern.end, parent: null, pattern, type: null },
            [pattern],
          ),
        );
      }
    }
    return { params, self };
  }

  fieldDefs(list: number): FieldDef[] {
    if (list < 0) return [];
    const ordered = this.kindName(list) === 'ordered_field_declaration_list';
    const found: FieldDef[] = [];
    let attrs: Attr[] = [];
    let visible = false;
    for (const c of this.named(list)) {
      const name = this.kindName(c);
      if (name === 'attribute_item') attrs.push(this.attr(c));
      else if (name === 'visibility_modifier') visible = true;
      else {
        const type = this.typeOf(ordered ? c : this.child(c, this.f.type));
        found.push(
          adopt(
            {
              kind: 'fieldDef',
              start: this.start(c),
              end: this.end(c),
              parent: null,
              name: ordered ? String(found.length) : this.nameOf(c),
              type,
              public: ordered ? visible : this.has(c, 'visibility_modifier'),
              attrs,
            },
            [type],
          ),
        );
        attrs = [];
        visible = false;
      }
    }
    return found;
  }

  variants(list: number): Variant[] {
    if (list < 0) return [];
    const found: Variant[] = [];
    let attrs: Attr[] = [];
    for (const c of this.named(list)) {
      if (this.kindName(c) === 'attribute_item') {
        attrs.push(this.attr(c));
        continue;
      }
      const fields = this.fieldDefs(this.child(c, this.f.body));
      found.push(
        adopt(
          {
            kind: 'variant',
            start: this.start(c),
            end: this.end(c),
            parent: null,
            name: this.nameOf(c),
            fields,
            attrs,
          },
          fields,
        ),
      );
      attrs = [];
    }
    return found;
  }

  useNames(i: number): UseName[] {
    const found: UseName[] = [];
    const visit = (node: number, prefix: readonly string[]): void => {
      switch (this.kindName(node)) {
        case 'scoped_use_list': {
          const path = this.child(node, this.f.path);
          const list = this.child(node, this.f.list);
          const inner = path < 0 ? prefix : [...prefix, ...this.plainPath(path)];
          if (list >= 0) visit(list, inner);
          return;
        }
        case 'use_list':
          for (const c of this.named(node)) visit(c, prefix);
          return;
        case 'use_wildcard': {
          const path = this.firstNamed(node);
          found.push({ path: path < 0 ? prefix : [...prefix, ...this.plainPath(path)], name: '*' });
          return;
        }
        case 'use_as_clause': {
          const path = this.child(node, this.f.path);
          if (path < 0) return;
          const full = trimSelf([...prefix, ...this.plainPath(path)]);
          found.push({ path: full, name: this.nameOf(node, this.f.alias) });
          return;
        }
        default: {
          const full = trimSelf([...prefix, ...this.plainPath(node)]);
          const last = full[full.length - 1];
          if (last !== undefined) found.push({ path: full, name: last });
        }
      }
    };
    const argument = this.child(i, this.f.argument);
    if (argument >= 0) visit(argument, []);
    return found;
  }

  plainPath(i: number): string[] {
    return this.path(i).segments.map((s) => s.name);
  }

  // ---- macros -------------------------------------------------------------------------------------

  /** How to read the arguments of a call that is a macro in the file; undefined for calls. */
  macroForm(callee: number): 'args' | 'repeat' | undefined {
    return this.#calls.size === 0 ? undefined : this.#calls.get(this.end(callee));
  }

  /** A macro that was parsed as a call of `callee` with `list`. */
  writtenMacro(
    i: number,
    parts: { readonly callee: number; readonly list: number; readonly form: 'args' | 'repeat' },
  ): Macro {
    const open = this.start(parts.list);
    const args = this.exprs(this.named(parts.list));
    return adopt(
      {
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
      },
      args,
    );
  }

  macro(i: number): Macro {
    const name = this.child(i, this.f.macro);
    const body = this.kindChild(i, 'token_tree');
    const open = body < 0 ? '(' : (this.text[this.start(body)] ?? '(');
    const macro: Macro = {
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
