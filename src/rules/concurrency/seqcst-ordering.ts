/**
 * Atomics that use the strongest ordering where a weaker one says the same: lone counters and flags. One finding
 * for each atomic, at its first use.
 */
import type { Draft } from '../../findings/finding.js';
import type { Program, Sighting } from '../../program/program.js';
import { onCall, onMethod } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Expr, MethodCall, Node } from '../../syntax/ast.js';
import { lastName } from '../../syntax/walk.js';
import { grouped } from '../grouped.js';
import type { Rule } from '../rule.js';

const ADDING = ['fetch_add', 'fetch_sub', 'fetch_max', 'fetch_min'];
const OPERATIONS = [
  ...ADDING,
  'load',
  'store',
  'swap',
  'fetch_and',
  'fetch_or',
  'fetch_xor',
  'fetch_nand',
  'fetch_update',
  'compare_exchange',
  'compare_exchange_weak',
  'compare_and_swap',
];
const MOST_RELATED = 4;
const PROTOCOL = /^(?:compare_|fetch_update)/;
/** What authors write where they chose the ordering on purpose. */
const REASONED =
  /SeqCst|[Ss]equential(?:ly)?[ -][Cc]onsisten|\bordering\b|happens[- ]before|synchroni[sz]es[- ]with|\bfence\b/;

type Seen =
  | { readonly fence: true }
  | {
      readonly operation: string;
      /** What the atomic is: a field of a type, or a static, or something local. */
      readonly of:
        | { readonly field: string; readonly on: Ty }
        | { readonly value: string }
        | { readonly local: string };
      /** As written. */
      readonly name: string;
      /** The atomic's own type, which may be an `Arc`. */
      readonly type: Ty;
      /** In a loop whose turns wait for nothing: it comes as often as the processor can. */
      readonly fast: boolean;
      /** With another ordering: says what the atomic is for, and is no finding. */
      readonly weak: boolean;
      readonly used: boolean;
      /** The old value is compared with something: it admits, or ends, something. */
      readonly decides: boolean;
      readonly reasoned: boolean;
    };

export const rule: Rule = {
  id: 'seqcst-ordering',
  collect: [
    onMethod(OPERATIONS, (node, view) => {
      const weak = !node.args.some(isSeqCst);
      // Of the other orderings, only a protocol or a look around is of interest.
      if ((weak && !(PROTOCOL.test(node.name) && node.args.some(isOrdering))) || view.isOpaque(node)) return;
      const seen: Seen = {
        operation: node.name,
        of: identityOf(node.receiver, view),
        name: view.snippet(node.receiver, 40),
        type: view.typeOf(node.receiver),
        fast: isFast(node, view),
        weak,
        used: isUsed(node),
        decides: isCompared(node),
        reasoned: isReasoned(node, view),
      };
      view.emit(node, seen, view.methodSpan(node));
    }),
    onCall(['fence'], (node, view) => {
      if (node.args.some(isSeqCst)) view.emit(node, { fence: true } satisfies Seen);
    }),
  ],
  judge: ({ program }) => judge(program),
};

interface Use {
  readonly sighting: Sighting;
  readonly seen: Exclude<Seen, { readonly fence: true }>;
  /** Equal for uses of one atomic. */
  key: string;
}

function* judge(program: Program): Generator<Draft> {
  const uses: Use[] = [];
  /** Functions with a full fence: their atomics are part of something thought through. */
  const fenced = new Set<string>();
  for (const sighting of program.candidates('seqcst-ordering')) {
    const seen: Seen = sighting.data;
    if ('fence' in seen) fenced.add(placeOf(sighting));
    else uses.push({ sighting, seen, key: keyOf(program, sighting, seen) });
  }
  mergeShared(program, uses);
  mergeByName(uses);
  const atomics = grouped(uses, (use) => use.key);
  const counters = new Set([...atomics].filter(([, list]) => isCounter(list)).map(([key]) => key));
  const protocols = keysInProtocols(uses, counters);
  for (const [key, list] of atomics) {
    const first = list.find(({ seen }) => !seen.weak);
    if (first === undefined || protocols.has(key)) continue;
    if (list.some(({ seen }) => seen.reasoned || PROTOCOL.test(seen.operation))) continue;
    if (list.some(({ sighting }) => fenced.has(placeOf(sighting)))) continue;
    yield draftOf(program, first, list, counters.has(key));
  }
}

function draftOf(program: Program, first: Use, list: readonly Use[], counter: boolean): Draft {
  const stores = list.some(
    ({ sighting, seen }) =>
      sighting.context.loops > 0 && (seen.operation === 'store' || seen.operation === 'swap'),
  );
  return {
    rule: 'seqcst-ordering',
    at: { path: first.sighting.path, ...first.sighting.at },
    params: { atomic: first.seen.name },
    related: list
      .slice(1, MOST_RELATED + 1)
      .map(({ sighting }) => ({ path: sighting.path, ...sighting.at, message: 'and here' })),
    ...(counter || isBusy(program, list) ? {} : { confidence: 'low' as const }),
    ...(stores && list.some(({ sighting }) => sighting.context.loops > 1)
      ? { severity: 'warning' as const }
      : {}),
    ...(counter
      ? {
          message: `\`${first.seen.name}\` is counted with \`SeqCst\`: nothing relies on that order, and ARM has to enforce it for each update`,
          help: 'a counter that guards no other data needs `Relaxed`',
        }
      : {}),
  };
}

/**
 * A flag that is looked at again and again. One that is set at the end, or read when somebody asks, costs nothing that
 * anybody would measure; and where the old value decides what happens, the order may.
 */
function isBusy(program: Program, list: readonly Use[]): boolean {
  const decides = list.some(
    ({ seen }) => seen.used && (seen.operation === 'swap' || seen.operation.startsWith('fetch_')),
  );
  if (decides) return false;
  return list.some(({ sighting, seen }) => {
    if (sighting.context.cold) return false;
    if (seen.fast || program.inHandler(sighting)) return true;
    if (program.isPublished(sighting.path)) return false;
    return program.answers(sighting.path) || !program.parsesArguments(sighting.path);
  });
}

/** Only counted and read, and nothing is decided by the count that an update returns. */
function isCounter(list: readonly Use[]): boolean {
  return (
    list.some(({ seen }) => ADDING.includes(seen.operation)) &&
    !list.some(({ seen }) => seen.decides && seen.operation !== 'load') &&
    list.every(
      ({ seen }) =>
        seen.operation === 'load' ||
        seen.operation === 'store' ||
        (ADDING.includes(seen.operation) && (!seen.used || seen.operation === 'fetch_add')),
    )
  );
}

/** Atomics of which one is written and another then read in one function: what only `SeqCst` orders. */
function keysInProtocols(uses: readonly Use[], counters: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  for (const list of grouped(
    uses.filter((use) => !counters.has(use.key)),
    ({ sighting }) => placeOf(sighting),
  ).values()) {
    for (const [i, write] of list.entries()) {
      if (write.seen.operation === 'load') continue;
      for (const read of list.slice(i + 1)) {
        if (read.key === write.key || read.seen.operation === 'store') continue;
        found.add(write.key).add(read.key);
      }
    }
  }
  return found;
}

/**
 * An atomic is often handed on under its own name: `self.done` here is `done` there. Uses whose owner is not known
 * join the one known atomic of that name, or each other.
 */
function mergeByName(uses: readonly Use[]): void {
  const known = new Map<string, Set<string>>();
  for (const { key, seen } of uses) {
    if (!('field' in seen.of) || key.startsWith('?')) continue;
    known.set(seen.of.field, (known.get(seen.of.field) ?? new Set()).add(key));
  }
  const fieldsIn = new Map<string, string>();
  for (const use of uses) {
    if (!('field' in use.seen.of)) continue;
    const { field } = use.seen.of;
    const [only, ...more] = known.get(field) ?? [];
    if (use.key.startsWith('?') && only !== undefined && more.length === 0) use.key = only;
    fieldsIn.set(`${use.sighting.path}#${field}`, use.key);
  }
  for (const use of uses) {
    if (!('local' in use.seen.of)) continue;
    const name = use.seen.of.local.replace(/^~|@\d+$/g, '');
    use.key = fieldsIn.get(`${use.sighting.path}#${name}`) ?? use.key;
  }
}

/**
 * An `Arc` of an atomic is there to be handed on, through fields, parameters and locals of one name: in one package,
 * they are one atomic. One that a function makes for itself is its own.
 */
function mergeShared(program: Program, uses: readonly Use[]): void {
  for (const use of uses) {
    const { sighting, seen } = use;
    const name =
      'field' in seen.of ? seen.of.field : 'local' in seen.of ? seen.of.local.replace(/^~|@\d+$/g, '') : null;
    if (name === null || !/^[a-z]/.test(name) || !isShared(program.settle(sighting.path, seen.type)))
      continue;
    use.key = `shared ${program.tree.homes.get(sighting.path)?.package?.manifest ?? ''} ${name}`;
  }
}

function isShared(ty: Ty): boolean {
  if (ty === null) return false;
  if ('ref' in ty) return isShared(ty.ref);
  return 'p' in ty && ty.p === 'std::sync::Arc';
}

function placeOf(sighting: Sighting): string {
  return `${sighting.path}#${sighting.context.fn}`;
}

function keyOf(program: Program, { path, context }: Sighting, { of }: Use['seen']): string {
  if ('value' in of) return program.canonical(path, of.value);
  // Parameters, and parts of a value that a pattern names, have that name in other functions too.
  if ('local' in of)
    return of.local.startsWith('~') ? `${path}#${of.local}` : `${path}#${context.fn}#${of.local}`;
  const owner = program.headPath(path, of.on);
  return owner === null ? `?.${of.field}` : `${owner}.${of.field}`;
}

function identityOf(receiver: Expr, view: View): Exclude<Seen, { fence: true }>['of'] {
  let n = receiver;
  while (n.kind === 'unary' || n.kind === 'ref' || n.kind === 'index')
    n = n.kind === 'index' ? n.base : n.operand;
  if (n.kind === 'field') return { field: n.name, on: view.typeOf(n.base) };
  if (n.kind === 'path') {
    const binding = view.binding(n);
    if (binding === null) return { value: view.resolve(n) };
    return { local: originOf(n, view) };
  }
  return { local: view.text(n) };
}

/** A local name, or what it is a clone of. */
function originOf(path: Expr, view: View): string {
  let expr = path;
  for (let hops = 0; hops < 4; hops++) {
    const binding = view.binding(expr);
    if (binding === null || binding.owner.kind !== 'let' || binding.owner.init === null) break;
    const { init } = binding.owner;
    const source =
      init.kind === 'method' && init.name === 'clone'
        ? init.receiver
        : init.kind === 'call' && /Arc::clone$/.test(view.text(init.callee))
          ? init.args[0]
          : undefined;
    const inner = source?.kind === 'ref' ? source.operand : source;
    if (inner?.kind !== 'path') break;
    expr = inner;
  }
  const binding = view.binding(expr);
  if (binding === null) return view.text(expr);
  const { kind } = binding.owner;
  if (kind === 'arm' || kind === 'letCond' || kind === 'param') return `~${binding.name}`;
  const madeHere = binding.owner.kind === 'let' && binding.owner.init?.kind === 'call';
  return `${madeHere ? '=' : ''}${binding.name}@${binding.ident.start}`;
}

function isOrdering(arg: Expr): boolean {
  return arg.kind === 'path' && /^(?:SeqCst|Relaxed|Acquire|Release|AcqRel)$/.test(lastName(arg));
}

function isSeqCst(arg: Expr): boolean {
  return arg.kind === 'path' && lastName(arg) === 'SeqCst';
}

function isUsed(node: MethodCall): boolean {
  const parent = node.parent;
  if (parent?.kind === 'expr') return !parent.semicolon;
  return !(parent?.kind === 'let' && parent.pattern.kind === 'patWild');
}

const WAITS =
  /\.await\b|\b(?:accept|incoming|sleep\w*|recv\w*|wait\w*|park\w*|poll\w*|join|lock|block_on|select|read_line)!?\s*\(/;

function isFast(node: Node, view: View): boolean {
  const [loop] = view.loopsAround(node);
  return loop !== undefined && !WAITS.test(view.text(loop));
}

function isCompared({ parent }: MethodCall): boolean {
  return parent?.kind === 'binary' && /^(?:[<>]=?|[!=]=)$/.test(parent.op);
}

/** A comment within three lines above, or in the statement, gives a reason. */
function isReasoned(node: Node, view: View): boolean {
  const line = view.line(node.start);
  return view.file.comments.some((comment) => {
    const at = view.line(comment.end);
    return at <= line && at >= line - 3 && REASONED.test(view.text(comment)) && !/~/.test(view.text(comment));
  });
}
