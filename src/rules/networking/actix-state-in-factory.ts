/** actix state made inside the factory closure, which runs once for each worker. */
import type { Program } from '../../program/program.js';
import { onCall } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Call, Closure, Expr, Node } from '../../syntax/ast.js';
import { calleeName, forEachChild, lastSegment } from '../../syntax/walk.js';
import { initOf } from '../builder-chain.js';
import type { Rule } from '../rule.js';

interface Seen {
  readonly path: string;
  readonly type: Ty;
  /** What is visibly made in the argument: `Mutex`. */
  readonly made: string | null;
}

/** Types that only work, or only pay, when all workers share one. */
const SHARED =
  /^(?:\w*Mutex|\w*RwLock|Atomic\w+|DashMap|\w*Pool|\w*PoolOptions|\w*Client|\w*ClientBuilder|\w*Cache|Semaphore|ConnectionManager|\w*Counter|Sender|UnboundedSender)$/;

export const rule: Rule = {
  id: 'actix-state-in-factory',
  collect: [
    onCall(['new'], (node, view) => {
      const path = view.calledPath(node);
      const [value] = node.args;
      if (path === null || !/\bData::new$/.test(path) || value === undefined) return;
      const factory = factoryAround(node, view);
      if (factory === null || view.isOpaque(node)) return;
      const inner = madeHere(value, factory);
      if (inner === null) return;
      const seen: Seen = {
        path,
        type: view.typeOf(value),
        made: sharedIn(inner, factory.closure),
      };
      view.emit(node, seen);
    }),
  ],
  *judge({ program, candidates }) {
    for (const sighting of candidates) {
      const seen: Seen = sighting.data;
      if (!/^actix_web::web::Data::new$/.test(program.canonical(sighting.path, seen.path))) continue;
      const made = seen.made ?? sharedField(program, program.settle(sighting.path, seen.type), 2);
      if (made === null) continue;
      yield { rule: 'actix-state-in-factory', at: { path: sighting.path, ...sighting.at }, params: { made } };
    }
  },
};

interface Factory {
  readonly closure: Closure;
}

/** The closure given to `HttpServer::new` around a node. */
function factoryAround(node: Node, view: View): Factory | null {
  for (let n = node.parent; n !== null && n.kind !== 'fn'; n = n.parent) {
    if (n.kind !== 'closure' || n.parent?.kind !== 'call' || n.parent.args[0] !== n) continue;
    const server = view.calledPath(n.parent) ?? '';
    if (/HttpServer::new$/.test(server)) return { closure: n };
  }
  return null;
}

/** The expression that makes the value inside the factory; null for what was made outside, or is a clone of it. */
function madeHere(value: Expr, factory: Factory): Expr | null {
  switch (value.kind) {
    case 'call':
      return calleeName(value) === 'clone' ? null : value;
    case 'struct':
      return value;
    case 'method':
      return value.name === 'clone' || value.name === 'to_owned' ? null : value;
    case 'try':
    case 'await':
      return madeHere(value.base, factory);
    case 'path': {
      const init = initOf(value);
      const inside = init !== null && factory.closure.start <= init.start && init.end <= factory.closure.end;
      return inside ? madeHere(init, factory) : null;
    }
    default:
      return null;
  }
}

/** The first thing made in an expression that workers are meant to share. */
function sharedIn(expr: Expr, closure: Closure): string | null {
  let found: string | null = null;
  const visit = (node: Node): void => {
    if (found !== null || (node.kind === 'closure' && node !== closure)) return;
    if (node.kind === 'call') found = sharedOwner(node);
    forEachChild(node, visit);
  };
  visit(expr);
  return found;
}

function sharedOwner(call: Call): string | null {
  if (call.callee.kind !== 'path' || calleeName(call) === 'clone') return null;
  const { segments } = call.callee;
  const owner = segments[segments.length - 2]?.name ?? '';
  return SHARED.test(owner) ? owner : null;
}

/** The first field of that kind in a type of the workspace. */
function sharedField(program: Program, type: Ty, depth: number): string | null {
  const inner = program.types.peel(type);
  if (inner === null || !('p' in inner)) return null;
  const name = lastSegment(inner.p);
  const entry = program.index.types.get(inner.p);
  if (entry === undefined) return SHARED.test(name) ? name : null;
  if (depth === 0) return null;
  for (const field of entry.type.fields) {
    const found = sharedField(program, program.settle(entry.file, field.ty), depth - 1);
    if (found !== null) return found;
  }
  return null;
}
