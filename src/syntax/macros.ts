/**
 * Macros are code: the parser leaves a macro's body as loose tokens. Here each body is rewritten into
 * ordinary Rust (a call's arguments, a block, items, a `match`), all bodies of a file are parsed together,
 * and what comes back stands at its true position in the file.
 */
import type { Arm, Block, Expr, Item, Macro, SelectBranch } from './ast.js';
import { type Condensed, Condenser } from './condense.js';
import type { Engine } from './engine.js';
import { isSpace, skipSpace } from './lexer.js';
import type { Lowerer } from './lower.js';
import {
  ARGUMENT_MACROS,
  argumentsIn,
  LAZY_MACROS,
  MATCH_MACROS,
  NO_CODE_MACROS,
  repeatIn,
  SELECT_MACROS,
  STREAM_MACROS,
} from './macro-names.js';
import { type Piece, Tokens } from './tokens.js';
import { adopt } from './tree.js';
import { lastSegment } from './walk.js';

/** Bodies inside bodies are looked at to this depth. */
const MAX_ROUNDS = 8;

type Form = Macro['form'];

interface Plan {
  readonly macro: Macro;
  readonly form: Form;
  readonly known: boolean;
  /** Rust text: literal strings and pieces of the file. */
  readonly parts: readonly (string | Piece)[];
  /** The pieces go to the parser as they are, because condensed they did not parse. */
  readonly plain?: boolean;
}

/** Fills every macro of the file that `lowerer` has just lowered. */
export function expandMacros(engine: Engine, lowerer: Lowerer, text: string, tests: boolean): void {
  let pending = lowerer.takeMacros();
  for (let round = 0; round < MAX_ROUNDS && pending.length > 0; round++) {
    const plans: Plan[] = [];
    for (const macro of pending) plans.push(...plan(macro, text));
    pending = parsePlans(engine, lowerer, text, tests, plans);
  }
}

/** What a macro's body can be read as, the first choice only; an empty list when there is nothing to read. */
function plan(macro: Macro, text: string): Plan[] {
  if (macro.bodyEnd <= macro.bodyStart || skipSpace(text, macro.bodyStart, macro.bodyEnd) === macro.bodyEnd) {
    macro.form = 'args';
    macro.known = true;
    return [];
  }
  const name = lastSegment(macro.name);
  const body: Piece = { start: macro.bodyStart, end: macro.bodyEnd };
  if (NO_CODE_MACROS.has(name)) {
    macro.form = 'args';
    macro.known = true;
    return [];
  }
  if (SELECT_MACROS.has(name) && macro.delimiter !== '[') return [selectPlan(macro, text, body)];
  if (name === 'json' || name === 'json_internal') return [jsonPlan(macro, text, body)];
  if (MATCH_MACROS.has(name)) return [matchesPlan(macro, text, body)];
  if (name === 'cfg_if') return [cfgIfPlan(macro, text, body)];
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
  if (ARGUMENT_MACROS.has(name)) return [argumentPlan(macro, text, body, true)];
  const asItems = macro.delimiter === '{' && isItemPosition(macro);
  if (asItems) return [{ macro, form: 'items', known: true, parts: ['mod m {', body, '}'] }];
  if (macro.delimiter === '{')
    return [{ macro, form: 'block', known: false, parts: ['fn f() {', body, '}'] }];
  return [argumentPlan(macro, text, body, false)];
}

function isItemPosition(macro: Macro): boolean {
  return macro.parent?.kind === 'macroItem';
}

/**
 * `args` of a call. tracing's sigils (`%err`, `?err`) and labels (`target: "x"`) are left out; `key => value`
 * gives two arguments.
 */
function argumentPlan(macro: Macro, text: string, body: Piece, known: boolean): Plan {
  const parts: (string | Piece)[] = ['fn f() { g('];
  for (const piece of argumentsIn(text, body).pieces) parts.push(piece, ',');
  parts.push('); }');
  return { macro, form: 'args', known, parts };
}

/** `static ref X: T = e;` and `static X: T = e` become items. */
function lazyParts(text: string, body: Piece): (string | Piece)[] {
  const parts: (string | Piece)[] = [];
  for (const piece of new Tokens(text, body).split(';')) {
    const source = text.slice(piece.start, piece.end);
    const found = /\bstatic(\s+ref)\b/.exec(source);
    if (found !== null) {
      const cut = piece.start + found.index + 'static'.length;
      parts.push(
        { start: piece.start, end: cut },
        ' ',
        { start: cut + (found[1]?.length ?? 0), end: piece.end },
        ';',
      );
    } else if (source.trim() !== '') parts.push(piece, ';');
  }
  return parts;
}

/** `if #[cfg(a)] { … } else if #[cfg(b)] { … } else { … }`: every branch is read. */
function cfgIfPlan(macro: Macro, text: string, body: Piece): Plan {
  const branches = new Tokens(text, body).groups('{');
  const asItems = isItemPosition(macro);
  const parts: (string | Piece)[] = [asItems ? 'mod m {' : 'fn f() {'];
  for (const branch of branches) {
    if (asItems) parts.push(branch, '\n');
    else parts.push('{', branch, '}\n');
  }
  parts.push('}');
  return { macro, form: asItems ? 'items' : 'block', known: true, parts };
}

/** `matches!(e, P if g)` is a `match`. */
function matchesPlan(macro: Macro, text: string, body: Piece): Plan {
  const tokens = new Tokens(text, body);
  const comma = tokens.findTop((at) => text[at] === ',');
  if (comma < 0) return argumentPlan(macro, text, body, true);
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
function jsonPlan(macro: Macro, text: string, body: Piece): Plan {
  const parts: (string | Piece)[] = ['fn f() { g('];
  const visit = (piece: Piece): void => {
    const trimmed = trim(text, piece);
    if (trimmed.end <= trimmed.start) return;
    const open = text[trimmed.start];
    const close = text[trimmed.end - 1];
    const inner: Piece = { start: trimmed.start + 1, end: trimmed.end - 1 };
    if (open === '{' && close === '}' && !looksLikeBlock(text, inner)) {
      for (const entry of new Tokens(text, inner).split(',')) {
        const colon = new Tokens(text, entry).findTop(
          (at) => text[at] === ':' && text[at + 1] !== ':' && text[at - 1] !== ':',
        );
        if (colon >= 0) {
          const key = trim(text, { start: entry.start, end: colon });
          if (text[key.start] === '(') parts.push(key, ',');
          visit({ start: colon + 1, end: entry.end });
        }
      }
    } else if (open === '[' && close === ']') {
      for (const element of new Tokens(text, inner).split(',')) visit(element);
    } else if (text.slice(trimmed.start, trimmed.end) !== 'null') parts.push(trimmed, ',');
  };
  visit(body);
  parts.push('); }');
  return { macro, form: 'args', known: true, parts };
}

/** A `{` in a JSON literal opens an object when a key and a colon follow, or nothing does. */
function looksLikeBlock(text: string, inner: Piece): boolean {
  const source = text.slice(inner.start, inner.end);
  if (source.trim() === '') return false;
  return (
    new Tokens(text, inner).findTop(
      (at) => text[at] === ':' && text[at + 1] !== ':' && text[at - 1] !== ':',
    ) < 0
  );
}

/** Each branch becomes `match (future) { pattern if guard => handler }`, in order. */
function selectPlan(macro: Macro, text: string, body: Piece): Plan {
  const parts: (string | Piece)[] = ['fn f() {'];
  for (const branch of selectBranches(text, body)) {
    parts.push('match (', branch.future ?? '()', ') {', branch.pattern ?? '_');
    if (branch.guard !== null) parts.push(' if (', branch.guard, ')');
    parts.push(' => ', branch.handler, ',}\n');
  }
  parts.push('}');
  return { macro, form: 'select', known: true, parts };
}

/** Comments like to explain why. */
const BIASED = /^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*biased\s*;/;

interface BranchText {
  readonly pattern: Piece | null;
  readonly future: Piece | null;
  readonly guard: Piece | null;
  readonly handler: Piece;
}

function selectBranches(text: string, body: Piece): BranchText[] {
  const found: BranchText[] = [];
  let at = body.start;
  const biased = BIASED.exec(text.slice(at, body.end));
  if (biased !== null) at += biased[0].length;
  while (at < body.end) {
    const arrow = new Tokens(text, { start: at, end: body.end }).findTop(
      (i) => text[i] === '=' && text[i + 1] === '>',
    );
    if (arrow < 0) break;
    const head: Piece = { start: at, end: arrow };
    // The handler: a block, or an expression up to the next comma.
    const rest = trim(text, { start: arrow + 2, end: body.end });
    let handler: Piece;
    if (text[rest.start] === '{') {
      const end = new Tokens(text, rest).closing(rest.start);
      handler = { start: rest.start, end: end + 1 };
      at = end + 1;
      const comma = /^\s*,/.exec(text.slice(at, Math.min(body.end, at + 200)));
      if (comma !== null) at += comma[0].length;
    } else {
      const comma = new Tokens(text, rest).findTop((i) => text[i] === ',');
      handler = { start: rest.start, end: comma < 0 ? body.end : comma };
      at = comma < 0 ? body.end : comma + 1;
    }
    const tokens = new Tokens(text, head);
    const equals = tokens.findTop(
      (i) =>
        text[i] === '=' && text[i + 1] !== '=' && text[i + 1] !== '>' && !/[=!<>]/.test(text[i - 1] ?? ''),
    );
    if (equals < 0) {
      // `else => …`, `complete => …`, `default => …`
      found.push({ pattern: null, future: null, guard: null, handler });
      continue;
    }
    const guardAt = new Tokens(text, { start: equals + 1, end: arrow }).findTop(
      (i) => text[i] === ',' && /^,\s*if\b/.test(text.slice(i, i + 40)),
    );
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
function parsePlans(
  engine: Engine,
  lowerer: Lowerer,
  text: string,
  tests: boolean,
  plans: readonly Plan[],
): Macro[] {
  if (plans.length === 0) return [];
  const built = assemble(plans, text, tests);
  const tree = engine.parse(built);
  lowerer.begin(tree, text, built);
  const roots = lowerer.named(lowerer.root);
  const fits =
    roots.length === plans.length && roots.every((node, i) => (tree.start[node] ?? -1) === built.starts[i]);
  const retry: Plan[] = [];
  if (fits) {
    plans.forEach((entry, i) => {
      const node = roots[i] ?? 0;
      if (lowerer.hasError(node)) retry.push(entry);
      else attach(lowerer, node, entry);
    });
  } else if (plans.length === 1) retry.push(...plans);
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
    if (other !== null) found.push(...parsePlans(engine, lowerer, text, tests, [other]));
    else {
      entry.macro.form = 'unparsed';
      lowerer.unparsed.push({ start: entry.macro.bodyStart, end: entry.macro.bodyEnd, why: 'macro' });
    }
  }
  return found;
}

/** Another reading of a body that did not parse: statements for a list, a list for statements. */
function secondChoice(failed: Plan, text: string): Plan | null {
  if (failed.plain !== true) return { ...failed, plain: true };
  const { macro } = failed;
  const body: Piece = { start: macro.bodyStart, end: macro.bodyEnd };
  if (failed.form === 'items' && macro.delimiter === '{') {
    return { macro, form: 'block', known: false, parts: ['fn f() {', body, '}'] };
  }
  if (failed.form === 'block' && !failed.known && !isItemPosition(macro))
    return argumentPlan(macro, text, body, false);
  return null;
}

interface Assembled extends Condensed {
  /** Offset at which each plan begins. */
  readonly starts: readonly number[];
}

function assemble(plans: readonly Plan[], text: string, tests: boolean): Assembled {
  const condenser = new Condenser(text, { tests });
  const starts: number[] = [];
  for (const { parts, form, plain } of plans) {
    starts.push(condenser.length);
    const place = form === 'items' ? 'items' : 'code';
    let last = 0;
    parts.forEach((part, i) => {
      if (typeof part !== 'string') {
        if (plain === true) condenser.copy(part.start, part.end);
        else condenser.condense(part.start, part.end, place);
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

function attach(lowerer: Lowerer, node: number, { macro, form, known }: Plan): void {
  macro.form = form;
  macro.known = known;
  if (form === 'items') {
    const mod = lowerer.item(node, []);
    const items: readonly Item[] = mod.kind === 'mod' ? (mod.items ?? []) : [];
    macro.items = items;
    for (const item of items) item.parent = macro;
    return;
  }
  const wrapper = lowerer.item(node, []);
  if (wrapper.kind !== 'fn' || wrapper.body === null) return;
  const { body } = wrapper;
  switch (form) {
    case 'args':
    case 'repeat': {
      const call = firstExpr(body);
      if (call?.kind === 'call') macro.args = call.args;
      break;
    }
    case 'match': {
      const match = firstExpr(body);
      if (match !== null) macro.args = [match];
      break;
    }
    case 'select':
      macro.branches = body.stmts.flatMap((stmt) =>
        stmt.kind === 'expr' && stmt.expr.kind === 'match'
          ? [branchOf(stmt.expr.value, stmt.expr.arms[0])]
          : [],
      );
      for (const branch of macro.branches) branch.parent = macro;
      break;
    case 'block': {
      const inner = firstExpr(body);
      const block = inner?.kind === 'block' && inner.async ? inner : relocate(body, macro);
      macro.args = [block];
      break;
    }
    default:
  }
  for (const argument of macro.args) argument.parent = macro;
}

/** The wrapper's block stands where the macro's body stands. */
function relocate(block: Block, macro: Macro): Block {
  const moved: Block = { ...block, start: macro.bodyStart, end: macro.bodyEnd };
  for (const stmt of moved.stmts) stmt.parent = moved;
  return moved;
}

function firstExpr(block: Block): Expr | null {
  const first = block.stmts[0];
  return first !== undefined && first.kind === 'expr' ? first.expr : null;
}

function branchOf(value: Expr, arm: Arm | undefined): SelectBranch {
  const isElse = value.kind === 'tuple' && value.elements.length === 0;
  const handler: Expr = arm?.body ?? {
    kind: 'tuple',
    start: value.end,
    end: value.end,
    parent: null,
    elements: [],
  };
  const pattern = isElse ? null : (arm?.pattern ?? null);
  const future = isElse ? null : value;
  const guard = arm?.guard ?? null;
  return adopt(
    {
      kind: 'branch',
      start: pattern?.start ?? handler.start,
      end: handler.end,
      parent: null,
      pattern,
      future,
      guard,
      handler,
    },
    [pattern, future, guard, handler],
  );
}

function trim(text: string, piece: Piece): Piece {
  const start = skipSpace(text, piece.start, piece.end);
  let { end } = piece;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}
