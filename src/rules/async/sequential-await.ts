/** Awaits that follow each other though neither needs the other's result. */
import type { Draft, Related, Span } from '../../findings/finding.js';
import type { Edge, FnNode } from '../../program/graph.js';
import type { Program, Sighting } from '../../program/program.js';
import { identsIn, usesOf } from '../../summaries/bindings.js';
import { onNode } from '../../summaries/collector.js';
import { awaitsIn } from '../../summaries/guards.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Call, Expr, Let, MethodCall, Node } from '../../syntax/ast.js';
import { calleeName, findNode, forEachChild } from '../../syntax/walk.js';
import type { Rule } from '../rule.js';
import { startsUp } from '../startup.js';

const ID = 'sequential-await';
/** Calls whose order, or whose one connection, matters. */
const ORDERED =
  /^(?:begin|commit|rollback|write|send|insert|update|upsert|delete|remove|create|connect|lock|acquire|reserve|flush|sleep|init|migrate|auth|check|validate|recv|next|accept|tick|read$|read_(?:exact|line|to_|u\d|i\d|buf|frame)|spawn|join|wait|start|stop|run|open|close|bind|listen|shutdown|register|handle|process|set|save|store|put|post|push|publish|apply|execute|exec|notified|changed|build|new|handshake|subscribe|login|verify|ensure|prepare|setup|seek|poll|call|request|ready|drain|sync|upgrade|timeout)/;
const READING =
  /^(?:get|fetch|load|find|read|list|query|count|lookup|search|select)(?:_|$)|^(?:get|fetch|load|find|list|count)[A-Z]?/;
/** Whole files, by name: each call is for itself. */
const FILES = /(?:^|::)fs::(?:read|read_to_string|metadata|try_exists|read_link|canonicalize)$/;
/** Macros that only make a value of their arguments. */
const PURE = /^(?:format|vec|json|concat|stringify)$/;
/** Names of calls that give out what others have to wait for, or do their work the first time only. */
const GUARDED =
  /(?:^|_)(?:lock|guard|permit|semaphore|conn|connection|pool|or_init|or_try_init|or_insert)(?:_|$)/;
/** Names of what can do one thing at a time. */
const EXCLUSIVE =
  /\b(?:tx|txn|trx|transaction|conn|connection|stream|socket|lock|guard|session|cursor|reader|writer|sink|framed|ws|channel|rx)\b/i;

interface Step {
  readonly name: string;
  readonly path: string | null;
  readonly on: Ty;
  readonly at: Span;
}
interface Seen {
  readonly kind: 'run';
  readonly steps: readonly Step[];
  readonly reading: boolean;
}
/** An async function that waits for locks, and besides for the calls that start at `others`. */
interface Locking {
  readonly kind: 'locking';
  readonly others: readonly Span[];
}
/** A getter waits for no more than this besides its locks. */
const FEW = 3;

export const rule: Rule = {
  id: ID,
  collect: [
    onNode('block', (node, view) => {
      let run: { readonly statement: Let; readonly call: Call | MethodCall }[] = [];
      const end = (): void => {
        if (run.length >= 2) see(run, view);
        run = [];
      };
      for (const stmt of node.stmts) {
        const call =
          stmt.kind === 'let' && stmt.init !== null && stmt.else === null ? awaitedCall(stmt.init) : null;
        if (call === null || stmt.kind !== 'let' || !isFree(call, view)) end();
        else {
          if (run.some(({ statement }) => dependsOn(stmt, statement))) end();
          run.push({ statement: stmt, call });
        }
      }
      end();
    }),
    // `Usage { events: size(a).await?, models: size(b).await? }`
    onNode('struct', (node, view) => {
      let run: { readonly call: Call | MethodCall }[] = [];
      for (const { value } of node.fields) {
        const call = awaitedCall(value);
        if (call !== null && isFree(call, view)) run.push({ call });
        else if (call !== null || findNode(value, (n) => n.kind === 'await') !== null) {
          if (run.length >= 2) break;
          run = [];
        }
      }
      if (run.length >= 2) see(run, view);
    }),
    onNode('fn', (node, view) => {
      if (!node.async || node.body === null) return;
      const others: Span[] = [];
      let locks = 0;
      for (const found of awaitsIn(node.body, null)) {
        const base = found.kind === 'await' ? found.base : null;
        if (base?.kind !== 'call' && base?.kind !== 'method') return;
        if (base.kind === 'method' && base.args.length === 0 && /^(?:read|write|lock)$/.test(base.name))
          locks++;
        else if (others.push(view.callSpan(base)) > FEW) return;
      }
      if (locks > 0) view.emit(node.body, { kind: 'locking', others } satisfies Locking);
    }),
  ],
  judge: ({ program }) => judge(program),
};

function see(run: readonly { readonly call: Call | MethodCall }[], view: View): void {
  const [first] = run;
  if (first === undefined || view.isOpaque(first.call) || !view.context(first.call).async) return;
  const steps = run.map(
    ({ call }): Step => ({
      name: calleeName(call),
      path: call.kind === 'call' ? view.calledPath(call) : null,
      on: call.kind === 'method' ? view.typeOf(call.receiver) : null,
      at: view.callSpan(call),
    }),
  );
  view.emit(
    first.call,
    { kind: 'run', steps, reading: steps.every((step) => READING.test(step.name)) } satisfies Seen,
    steps[0]?.at,
  );
}

/** `f(x)` in `f(x).await?` and the like. */
function awaitedCall(init: Expr): Call | MethodCall | null {
  let n = init;
  while (
    n.kind === 'try' ||
    (n.kind === 'method' &&
      /^(?:unwrap|expect|context|with_context|map_err|unwrap_or_default|ok)$/.test(n.name))
  )
    n = n.kind === 'try' ? n.base : n.receiver;
  if (n.kind !== 'await') return null;
  return n.base.kind === 'call' || n.base.kind === 'method' ? n.base : null;
}

/** Nothing that is changed, and nothing exclusive, goes into the call. */
function isFree(call: Call | MethodCall, view: View): boolean {
  const isFile = call.kind === 'call' && FILES.test(view.calledPath(call) ?? '');
  const name = calleeName(call);
  if ((!isFile && ORDERED.test(name)) || GUARDED.test(name) || EXCLUSIVE.test(view.text(call))) return false;
  // A connection of the pool: there are only so many.
  if (call.kind === 'method' && /pool(?:\(\))?\??$/.test(view.text(call.receiver))) return false;
  let free = true;
  const visit = (node: Node): void => {
    if (
      node.kind === 'await' ||
      (node.kind === 'macro' && !PURE.test(node.name)) ||
      node.kind === 'closure' ||
      (node.kind === 'ref' && node.mutable)
    )
      free = false;
    else if (node.kind === 'path' && node.segments.length === 1) {
      const owner = view.binding(node);
      if (owner?.ident.mutable === true) free = false;
    }
    if (free) forEachChild(node, visit);
  };
  visit(call);
  return free;
}

function dependsOn(later: Let, earlier: Let): boolean {
  return identsIn(earlier.pattern).some((ident) =>
    usesOf({ name: ident.name, ident, owner: earlier }).some(
      (use) => use.start >= later.start && use.end <= later.end,
    ),
  );
}

function* judge(program: Program): Generator<Draft> {
  const getters = gettersOf(program);
  for (const sighting of program.candidates(ID)) {
    const seen: Seen | Locking = sighting.data;
    if (seen.kind === 'locking' || program.isStartup(sighting)) continue;
    if (seen.steps.some((step) => isExclusive(program, sighting, step))) continue;
    // Whoever waits for a lock at most gains nothing from company.
    const calls = program.node(sighting)?.callees ?? [];
    if (seen.steps.filter(({ at }) => !isGetter(calledAt(calls, at), getters)).length < 2) continue;
    const [, ...later] = seen.steps;
    const related: Related[] = later.map(({ at }) => ({
      path: sighting.path,
      ...at,
      message: 'starts only when the one before is done',
    }));
    yield {
      rule: ID,
      at: { path: sighting.path, ...sighting.at },
      params: { names: seen.steps.map(({ name }) => name).join(', ') },
      ...(isMild(program, sighting)
        ? { severity: 'suggestion' as const, confidence: 'low' as const }
        : seen.reading
          ? { confidence: 'medium' as const }
          : {}),
      related,
    };
  }
}

/** Functions that wait for locks, with the calls that they wait for besides. */
function gettersOf(program: Program): ReadonlyMap<FnNode, readonly Span[]> {
  const found = new Map<FnNode, readonly Span[]>();
  for (const sighting of program.candidates(ID)) {
    const seen: Seen | Locking = sighting.data;
    const node = seen.kind === 'locking' ? program.node(sighting) : null;
    if (seen.kind === 'locking' && node !== null) found.set(node, seen.others);
  }
  return found;
}

/** It waits for nothing but locks, by itself and in what it calls. */
function isGetter(node: FnNode | null, getters: ReadonlyMap<FnNode, readonly Span[]>, depth = 0): boolean {
  const others = node === null ? undefined : getters.get(node);
  if (node === null || others === undefined || depth > FEW) return false;
  return others.every((at) => isGetter(calledAt(node.callees, at), getters, depth + 1));
}

function calledAt(callees: readonly Edge[], at: Span): FnNode | null {
  const found = callees.filter((edge) => edge.at.line === at.line && edge.at.column === at.column);
  const [only] = found;
  return only === undefined || found.length > 1 ? null : only.to;
}

/** Nobody waits for it who would notice. */
function isMild(program: Program, sighting: Sighting): boolean {
  const { path, context } = sighting;
  const at = { path, ...sighting.at };
  const node = program.node(sighting);
  return startsUp(program, { at, node, context, chain: [] });
}

/** The method takes `&mut self`, or what it is called on cannot be told. */
function isExclusive(program: Program, { path }: Sighting, { on, name, path: called }: Step): boolean {
  if (called !== null) return false;
  const settled = program.settle(path, on);
  if (settled === null) return true;
  if ('ref' in settled && settled.mut === 1) return true;
  const found = program.types.methodOn(settled, name);
  return (
    found !== null &&
    'entry' in found &&
    (found.entry.fn.receiver === 'mut' || found.entry.fn.receiver === 'value')
  );
}
