/** Turns a flat tree into our typed tree, one pass, each node once. Macro bodies are queued for a second pass. */
import type {
  Arm,
  Attr,
  Block,
  Comment,
  Expr,
  FieldDef,
  GenericParam,
  Item,
  Macro,
  Node,
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
import { type Engine, ERROR_KIND, type FlatTree } from './engine.js';

type Handler<T> = (lowerer: Lowerer, node: number) => T;

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

  /** Points the lowerer at a freshly parsed tree. `origin` maps its offsets to those of `text`. */
  begin(tree: FlatTree, text: string, origin: Int32Array | null): void {
    this.#tree = tree;
    this.text = text;
    this.#origin = origin;
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
          segments.push({ name: rawName(this.slice(last)), start: this.start(last), generics: [] });
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
          segments.push({ ...last, generics: args < 0 ? [] : this.typeArguments(args).types });
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
        segments.push({ name: rawName(this.slice(i)), start: this.start(i), generics: [] });
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
    let bindings: { name: string; type: Type }[] = [];
    const name = this.kindName(i);
    if (name === 'generic_type' || name === 'generic_type_with_turbofish') {
      const args = this.kindChild(i, 'type_arguments');
      if (args >= 0 && this.has(args, 'type_binding')) bindings = this.typeArguments(args).bindings;
    }
    return adopt({ kind: 'tyPath', start: path.start, end: path.end, parent: null, path, bindings }, [
      path,
      ...bindings.map((b) => b.type),
    ]);
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

/** Gives the children their parent, and returns the parent. */
export function adopt<T extends Node>(node: T, children: readonly (Node | null)[]): T {
  for (const child of children) if (child !== null) child.parent = node;
  return node;
}

/** `r#type` is the name `type`. */
function rawName(text: string): string {
  return text.startsWith('r#') ? text.slice(2) : text;
}

/** `use std::fs::{self}` brings in `std::fs`. */
function trimSelf(path: string[]): string[] {
  return path.length > 1 && path[path.length - 1] === 'self' ? path.slice(0, -1) : path;
}

// ---- expressions ------------------------------------------------------------------------------------

const literal =
  (type: 'str' | 'bytes' | 'char' | 'bool' | 'int' | 'float'): Handler<Expr> =>
  (l, i) => {
    const text = l.slice(i);
    const actual = type === 'str' && /^(b|br)["#]/.test(text) ? 'bytes' : type;
    return { kind: 'literal', start: l.start(i), end: l.end(i), parent: null, type: actual, text };
  };

const pathHandler: Handler<Expr> = (l, i) => l.path(i);

const label = (l: Lowerer, i: number): string | null => {
  const c = l.kindChild(i, 'label');
  return c < 0 ? null : l.slice(c).replace("'", '');
};

const list =
  (kind: 'tuple' | 'array'): Handler<Expr> =>
  (l, i) => {
    const elements = l.exprs(l.named(i));
    return adopt({ kind, start: l.start(i), end: l.end(i), parent: null, elements }, elements);
  };

const condition: Handler<Expr> = (l, i) => {
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
      return parts.reduce((left, right) =>
        adopt({ kind: 'binary', start: left.start, end: right.end, parent: null, op: '&&', left, right }, [
          left,
          right,
        ]),
      );
    }
    default:
      return l.expr(i);
  }
};

const EXPR: Record<string, Handler<Expr>> = {
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
    if (length < 0) return list('array')(l, i);
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
    const args = list < 0 ? [] : l.exprs(l.named(list));
    // `a.b::<T>(x)` arrives as a generic function around a field expression.
    let target = callee;
    let generics: Type[] = [];
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
        return adopt(
          {
            kind: 'method',
            start: l.start(i),
            end: l.end(i),
            parent: null,
            receiver,
            name: rawName(l.slice(field)),
            nameStart: l.start(field),
            generics,
            args,
          },
          [receiver, ...generics, ...args],
        );
      }
    }
    const function_ = l.expr(callee);
    return adopt({ kind: 'call', start: l.start(i), end: l.end(i), parent: null, callee: function_, args }, [
      function_,
      ...args,
    ]);
  },
  field_expression: (l, i) => {
    const base = l.expr(l.child(i, l.f.value));
    const name = l.child(i, l.f.field);
    return adopt(
      {
        kind: 'field',
        start: l.start(i),
        end: l.end(i),
        parent: null,
        base,
        name: name < 0 ? '' : rawName(l.slice(name)),
      },
      [base],
    );
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
  await_expression: (l, i) => {
    const base = l.expr(l.firstNamed(i));
    return adopt({ kind: 'await', start: l.start(i), end: l.end(i), parent: null, base }, [base]);
  },
  try_expression: (l, i) => {
    const base = l.expr(l.firstNamed(i));
    return adopt({ kind: 'try', start: l.start(i), end: l.end(i), parent: null, base }, [base]);
  },
  unary_expression: (l, i) => {
    const operand = l.expr(l.firstNamed(i));
    const sign = l.text[l.start(i)];
    const op = sign === '*' || sign === '!' ? sign : '-';
    return adopt({ kind: 'unary', start: l.start(i), end: l.end(i), parent: null, op, operand }, [operand]);
  },
  reference_expression: (l, i) => {
    const operand = l.expr(l.child(i, l.f.value));
    return adopt(
      {
        kind: 'ref',
        start: l.start(i),
        end: l.end(i),
        parent: null,
        mutable: l.has(i, 'mutable_specifier'),
        operand,
      },
      [operand],
    );
  },
  binary_expression: (l, i) => {
    const left = l.expr(l.child(i, l.f.left));
    const right = l.expr(l.child(i, l.f.right));
    const op = l.child(i, l.f.operator);
    return adopt(
      {
        kind: 'binary',
        start: l.start(i),
        end: l.end(i),
        parent: null,
        op: op < 0 ? '' : l.slice(op),
        left,
        right,
      },
      [left, right],
    );
  },
  assignment_expression: (l, i) => {
    const left = l.expr(l.child(i, l.f.left));
    const right = l.expr(l.child(i, l.f.right));
    return adopt({ kind: 'assign', start: l.start(i), end: l.end(i), parent: null, op: '=', left, right }, [
      left,
      right,
    ]);
  },
  compound_assignment_expr: (l, i) => {
    const left = l.expr(l.child(i, l.f.left));
    const right = l.expr(l.child(i, l.f.right));
    const op = l.child(i, l.f.operator);
    return adopt(
      {
        kind: 'assign',
        start: l.start(i),
        end: l.end(i),
        parent: null,
        op: op < 0 ? '' : l.slice(op),
        left,
        right,
      },
      [left, right],
    );
  },
  type_cast_expression: (l, i) => {
    const value = l.expr(l.child(i, l.f.value));
    const type = l.typeOf(l.child(i, l.f.type));
    return adopt({ kind: 'cast', start: l.start(i), end: l.end(i), parent: null, value, type }, [
      value,
      type,
    ]);
  },
  return_expression: (l, i) => {
    const value = l.optional(l.firstNamed(i));
    return adopt({ kind: 'return', start: l.start(i), end: l.end(i), parent: null, value }, [value]);
  },
  yield_expression: (l, i) => {
    const value = l.optional(l.firstNamed(i));
    return adopt({ kind: 'yield', start: l.start(i), end: l.end(i), parent: null, value }, [value]);
  },
  break_expression: (l, i) => {
    const named = l.named(i).filter((c) => l.kindName(c) !== 'label');
    const value = l.optional(named[0] ?? -1);
    return adopt(
      { kind: 'break', start: l.start(i), end: l.end(i), parent: null, label: label(l, i), value },
      [value],
    );
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
    let from: Expr | null = null;
    let to: Expr | null = null;
    for (const c of named) {
      if (c < dots) from = l.expr(c);
      else to = l.expr(c);
    }
    return adopt(
      { kind: 'range', start: l.start(i), end: l.end(i), parent: null, from, to, inclusive: l.has(i, '..=') },
      [from, to],
    );
  },
  struct_expression: (l, i) => {
    const path = l.path(l.child(i, l.f.name));
    const fields: { name: string; start: number; value: Expr }[] = [];
    let rest: Expr | null = null;
    const body = l.child(i, l.f.body);
    if (body >= 0) {
      for (const c of l.named(body)) {
        const kind = l.kindName(c);
        if (kind === 'shorthand_field_initializer') {
          const inner = l.named(c).filter((n) => l.kindName(n) !== 'attribute_item');
          const value = l.expr(inner[0] ?? -1);
          fields.push({ name: l.slice(inner[0] ?? c), start: l.start(c), value });
        } else if (kind === 'field_initializer') {
          const value = l.expr(l.child(c, l.f.value));
          fields.push({ name: l.nameOf(c, l.f.field), start: l.start(c), value });
        } else if (kind === 'base_field_initializer') rest = l.optional(l.firstNamed(c));
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
    return adopt(
      { kind: 'if', start: l.start(i), end: l.end(i), parent: null, cond, then, else: otherwise },
      [cond, then, otherwise],
    );
  },
  match_expression: (l, i) => {
    const value = l.expr(l.child(i, l.f.value));
    const arms: Arm[] = [];
    const body = l.child(i, l.f.body);
    if (body >= 0) {
      for (const c of l.named(body)) {
        const name = l.kindName(c);
        if (name === 'match_arm' || name === 'last_match_arm') arms.push(matchArm(l, c));
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
    return adopt(
      { kind: 'while', start: l.start(i), end: l.end(i), parent: null, label: label(l, i), cond, body },
      [cond, body],
    );
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
    return adopt(
      {
        kind: 'for',
        start: l.start(i),
        end: l.end(i),
        parent: null,
        label: label(l, i),
        pattern,
        iter,
        body,
      },
      [pattern, iter, body],
    );
  },
  closure_expression: (l, i) => {
    const { params } = l.params(l.child(i, l.f.parameters));
    const body = l.expr(l.child(i, l.f.body));
    return adopt(
      {
        kind: 'closure',
        start: l.start(i),
        end: l.end(i),
        parent: null,
        async: l.has(i, 'async'),
        move: l.has(i, 'move'),
        params,
        body,
      },
      [...params, body],
    );
  },
  block: (l, i) => l.block(i, { label: label(l, i) }),
  unsafe_block: (l, i) => l.block(l.kindChild(i, 'block'), { unsafe: true }),
  const_block: (l, i) => l.block(l.kindChild(i, 'block')),
  try_block: (l, i) => l.block(l.kindChild(i, 'block')),
  gen_block: (l, i) => l.block(l.kindChild(i, 'block')),
  async_block: (l, i) =>
    l.block(l.kindChild(i, 'block'), { async: true, move: l.has(i, 'move'), start: l.start(i) }),
  macro_invocation: (l, i) => l.macro(i),
};

function matchArm(l: Lowerer, i: number): Arm {
  const attrs = l
    .named(i)
    .filter((c) => l.kindName(c) === 'attribute_item')
    .map((c) => l.attr(c));
  const head = l.child(i, l.f.pattern);
  let pattern: Pattern;
  let guard: Expr | null = null;
  if (head >= 0 && l.kindName(head) === 'match_pattern') {
    pattern = l.patternOf(l.namedOrWild(head)[0] ?? -1);
    const cond = l.child(head, l.f.condition);
    guard = cond < 0 ? null : condition(l, cond);
  } else pattern = l.patternOf(head);
  const body = l.expr(l.child(i, l.f.value));
  return adopt({ kind: 'arm', start: l.start(i), end: l.end(i), parent: null, pattern, guard, body, attrs }, [
    pattern,
    guard,
    body,
  ]);
}

// ---- patterns ---------------------------------------------------------------------------------------

const ident = (
  l: Lowerer,
  i: number,
  flags: { byRef?: boolean; mutable?: boolean; sub?: Pattern | null } = {},
): Pattern => {
  const sub = flags.sub ?? null;
  return adopt(
    {
      kind: 'patIdent',
      start: l.start(i),
      end: l.end(i),
      parent: null,
      name: rawName(l.slice(i)),
      byRef: flags.byRef ?? false,
      mutable: flags.mutable ?? false,
      sub,
    },
    [sub],
  );
};

const patternList =
  (kind: 'patTuple' | 'patSlice' | 'patOr'): Handler<Pattern> =>
  (l, i) => {
    const elements = l.patterns(l.namedOrWild(i));
    return adopt({ kind, start: l.start(i), end: l.end(i), parent: null, elements }, elements);
  };

const patPath: Handler<Pattern> = (l, i) => {
  const path = l.path(i);
  return adopt({ kind: 'patPath', start: path.start, end: path.end, parent: null, path }, [path]);
};

const PATTERN: Record<string, Handler<Pattern>> = {
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
    const fields: { name: string; pattern: Pattern }[] = [];
    for (const c of l.named(i)) {
      if (l.kindName(c) !== 'field_pattern') continue;
      const name = l.child(c, l.f.name);
      const inner = l.child(c, l.f.pattern);
      if (inner >= 0) fields.push({ name: l.slice(name), pattern: l.patternOf(inner) });
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

// ---- types ------------------------------------------------------------------------------------------

const tyPath: Handler<Type> = (l, i) => l.typePath(i);
const bounds =
  (dynamic: boolean): Handler<Type> =>
  (l, i) => {
    const trait = l.child(i, l.f.trait);
    const inner = trait >= 0 ? trait : l.firstNamed(i);
    let found: Type[];
    if (inner >= 0 && l.kindName(inner) === 'bounded_type') found = l.boundTypes(inner);
    else if (inner >= 0) found = [l.typeOf(inner)];
    else found = [];
    return adopt(
      { kind: 'tyBounds', start: l.start(i), end: l.end(i), parent: null, dynamic, bounds: found },
      found,
    );
  };

const TYPE: Record<string, Handler<Type>> = {
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
    return adopt(
      {
        kind: 'tyRef',
        start: l.start(i),
        end: l.end(i),
        parent: null,
        mutable: l.has(i, 'mutable_specifier'),
        inner,
      },
      [inner],
    );
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
    const params =
      list < 0
        ? []
        : l.named(list).map((c) => l.typeOf(l.kindName(c) === 'parameter' ? l.child(c, l.f.type) : c));
    const ret = l.optionalType(l.child(i, l.f.returnType));
    return adopt(
      {
        kind: 'tyFn',
        start: l.start(i),
        end: l.end(i),
        parent: null,
        name: trait < 0 ? 'fn' : l.slice(trait),
        params,
        ret,
      },
      [...params, ret],
    );
  },
  abstract_type: bounds(false),
  dynamic_type: bounds(true),
  bounded_type: (l, i) => {
    const found = l.boundTypes(i);
    return adopt(
      { kind: 'tyBounds', start: l.start(i), end: l.end(i), parent: null, dynamic: true, bounds: found },
      found,
    );
  },
};

// ---- items ------------------------------------------------------------------------------------------

const fn: Handler<Item> = (l, i) => {
  const base = l.itemBase(i, l.nameOf(i));
  const name = l.child(i, l.f.name);
  const modifiers = l.kindChild(i, 'function_modifiers');
  const { params, self } = l.params(l.child(i, l.f.parameters));
  const ret = l.optionalType(l.child(i, l.f.returnType));
  const generics = l.generics(i);
  const bodyNode = l.child(i, l.f.body);
  const body = bodyNode < 0 ? null : l.block(bodyNode);
  return adopt(
    {
      kind: 'fn',
      ...base,
      nameStart: name < 0 ? base.start : l.start(name),
      async: modifiers >= 0 && l.has(modifiers, 'async'),
      generics,
      params,
      self,
      ret,
      body,
    },
    [...params, ret, body],
  );
};

const struct: Handler<Item> = (l, i) => {
  const base = l.itemBase(i, l.nameOf(i));
  const body = l.child(i, l.f.body);
  const fields = l.fieldDefs(body);
  const tuple = body >= 0 && l.kindName(body) === 'ordered_field_declaration_list';
  return adopt({ kind: 'structDef', ...base, generics: l.generics(i), tuple, fields }, fields);
};

const stat =
  (constant: boolean): Handler<Item> =>
  (l, i) => {
    const base = l.itemBase(i, l.nameOf(i));
    const type = l.optionalType(l.child(i, l.f.type));
    const value = l.optional(l.child(i, l.f.value));
    return adopt({ kind: 'static', ...base, constant, type, value }, [type, value]);
  };

const ITEM: Record<string, Handler<Item>> = {
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
