/** Futures for all elements of a collection, started together however many there are. */
import type { Draft } from '../../findings/finding.js';
import type { Program } from '../../program/program.js';
import { identsIn } from '../../summaries/bindings.js';
import { onCall } from '../../summaries/collector.js';
import type { View } from '../../summaries/view.js';
import type { Call, Expr, Node } from '../../syntax/ast.js';
import { calleeName, forEachChild, lastName, lastSegment } from '../../syntax/walk.js';
import { confidenceByLoad, severityByLoad } from '../busy.js';
import type { Rule } from '../rule.js';

const ID = 'join-all-unbounded';
const JOINS = new Set([
  'futures_util::future::join_all',
  'futures_util::future::try_join_all',
  'futures_concurrency::future::join_all',
]);
/** Calls that reach a network, a database or a disk. */
const IO =
  /^(?:send|fetch\w*|get\w*|post|put|request\w*|query\w*|execute\w*|download\w*|upload\w*|connect\w*|read\w*|write\w*|load\w*|save\w*|resolve\w*|lookup\w*|publish\w*|push\w*|call\w*|insert\w*|update\w*|delete\w*|remove\w*|open\w*|copy\w*|create\w*|sync\w*|notify\w*|deliver\w*|ping\w*|check\w*|find\w*|list\w*)$/;
const LIMITS =
  /\b(?:Semaphore|semaphore|acquire\w*|permits?|chunks\w*|array_chunks|take|buffer_unordered|buffered|MAX_\w+|max_\w+|limit\w*)\b/;
/** Things of which there are few, by what a collection of them or one of them is called. */
const FEW =
  /(?:^|_)per_node_|(?:workers?|threads?|handles?|tasks?|listeners?|shards?|replicas?|nodes?|services?|servers?|backends?|plugins?|providers?|subsystems?|peers?|sources?|sinks?|exporters?|channels?|levels?|hosts?|hostnames?|endpoints?|brokers?|members?|regions?|resolvers?)$/i;

interface Seen {
  readonly path: string;
}

export const rule: Rule = {
  id: ID,
  collect: [
    onCall(['join_all', 'try_join_all'], (node, view) => {
      const path = view.calledPath(node);
      const [futures] = node.args;
      if (path === null || futures === undefined || view.isOpaque(node) || !overMany(futures, view)) return;
      if (!LIMITS.test(around(node, view))) view.emit(node, { path } satisfies Seen);
    }),
  ],
  judge: ({ program }) => judge(program),
};

/** `items.iter().map(|x| fetch(x))`: each element becomes a future that does I/O. */
function overMany(futures: Expr, view: View): boolean {
  let n = made(futures, view);
  if (n.kind === 'method' && n.name === 'collect') n = n.receiver;
  if (n.kind !== 'method' || n.name !== 'map') return false;
  const [turn] = n.args;
  if (turn === undefined || !doesIo(made(turn, view)) || isOfFew(turn)) return false;
  let source: Expr = n.receiver;
  while (source.kind === 'method' || source.kind === 'ref')
    source = source.kind === 'method' ? source.receiver : source.operand;
  if (source.kind === 'range' || source.kind === 'array' || source.kind === 'macro') return false;
  const name = source.kind === 'field' ? source.name : source.kind === 'path' ? lastName(source) : '';
  return !FEW.test(name) && !/^[A-Z]/.test(name);
}

/** The closure calls its element by the name of something of which there are few. */
function isOfFew(turn: Expr): boolean {
  const [param] = turn.kind === 'closure' ? turn.params : [];
  return param !== undefined && identsIn(param.pattern).some(({ name }) => FEW.test(name));
}

/** What a local name was made as. */
function made(expr: Expr, view: View): Expr {
  const owner = view.binding(expr)?.owner;
  return owner?.kind === 'let' && owner.init !== null ? owner.init : expr;
}

function doesIo(turn: Expr): boolean {
  if (turn.kind === 'path') return IO.test(lastName(turn));
  let found = false;
  const visit = (node: Node): void => {
    if ((node.kind === 'call' || node.kind === 'method') && IO.test(calleeName(node))) {
      const isFuture = node.parent?.kind === 'await' || node.parent === turn || node.parent?.kind === 'expr';
      found ||= isFuture;
    }
    if (!found) forEachChild(node, visit);
  };
  visit(turn);
  return found;
}

/** The function around, where a limit may stand. */
function around(node: Call, view: View): string {
  for (let n: Node | null = node.parent; n !== null; n = n.parent)
    if (n.kind === 'fn') return n.body === null ? '' : view.text(n.body);
  return '';
}

function* judge(program: Program): Generator<Draft> {
  for (const sighting of program.candidates(ID)) {
    const seen: Seen = sighting.data;
    const path = program.canonical(sighting.path, seen.path);
    if (!JOINS.has(path) || program.isStartup(sighting)) continue;
    yield {
      rule: ID,
      confidence: confidenceByLoad(program, sighting),
      ...severityByLoad(program, sighting),
      at: { path: sighting.path, ...sighting.at },
      params: { callee: lastSegment(path) },
    };
  }
}
