/** Pooled connections kept while the code waits for something that is no database. */
import type { Location, Span } from '../../findings/finding.js';
import type { Program } from '../../program/program.js';
import { onMethod } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Await, Macro } from '../../syntax/ast.js';
import type { Rule } from '../rule.js';

interface Wait {
  readonly at: Span;
  readonly path?: string;
  readonly method?: string;
  readonly on?: Ty;
}
interface Seen {
  readonly name: string;
  readonly pool: Ty;
  /** Awaits while it is held that do not name it, in source order. */
  readonly waits: readonly Wait[];
}

const POOLS =
  /^(?:sqlx::(?:\w*Pool|pool::Pool)|deadpool(?:_\w+)?::(?:managed::|unmanaged::)?Pool|bb8::Pool|mobc::Pool|diesel_async::pooled_connection::\w+::Pool|sea_orm::DatabaseConnection)$/;
/** Waiting for these has nothing to do with the connection. */
const FOREIGN_CALLS =
  /^(?:tokio::time::sleep(?:_until)?|tokio::fs::\w+(?:::\w+)?|reqwest::get|async_std::task::sleep|tokio::net::\w+::connect)$/;
const FOREIGN_METHODS: readonly (readonly [RegExp, RegExp])[] = [
  [/^reqwest::(?:RequestBuilder|Client)$/, /^(?:send|execute)$/],
  [/^reqwest::Response$/, /^(?:text|json|bytes|chunk)$/],
  [/^tokio::sync::(?:Mutex|RwLock|Semaphore)$/, /^(?:lock|read|write|acquire)$/],
  [/_client::\w+Client$/, /^\w+$/],
  [/^tokio::sync::mpsc::Receiver$/, /^recv$/],
];

export const rule: Rule = {
  id: 'pool-conn-across-await',
  collect: [
    onMethod(['get', 'acquire', 'get_owned'], (node, view) => {
      if (node.args.length > 0 || !view.isAwaited(node) || view.isOpaque(node)) return;
      const life = view.lifeOf(node);
      if (life.kind !== 'binding' || life.binding === null) return;
      const { name, owner } = life.binding;
      const uses = new RegExp(`\\b${name}\\b`);
      const waits = life.awaits
        .filter((wait) => wait.start > node.end && !uses.test(view.text(wait)))
        .map((wait) => waitOf(wait, view))
        .filter((wait) => wait !== null);
      if (waits.length === 0) return;
      const seen: Seen = { name, pool: view.typeOf(node.receiver), waits };
      view.emit(node, seen, view.span(owner));
    }),
  ],
  *judge({ program, candidates }) {
    for (const sighting of candidates) {
      const seen: Seen = sighting.data;
      const pool = program.headPath(sighting.path, seen.pool);
      if (pool === null || !POOLS.test(pool)) continue;
      const wait = seen.waits.find((one) => isForeign(program, sighting.path, one));
      if (wait === undefined) continue;
      const at: Location = { path: sighting.path, ...wait.at };
      yield {
        rule: 'pool-conn-across-await',
        at: { path: sighting.path, ...sighting.at },
        params: { name: seen.name },
        related: [{ ...at, message: 'waits here' }],
      };
    }
  },
};

function waitOf(wait: Await | Macro, view: View): Wait | null {
  if (wait.kind !== 'await') return null;
  const { base } = wait;
  const at = view.span(wait);
  if (base.kind === 'method') return { at, method: base.name, on: view.typeOf(base.receiver) };
  const path = base.kind === 'call' ? view.calledPath(base) : null;
  return path === null ? null : { at, path };
}

function isForeign(program: Program, file: string, wait: Wait): boolean {
  if (wait.path !== undefined) return FOREIGN_CALLS.test(program.canonical(file, wait.path));
  const head = program.headPath(file, wait.on ?? null);
  return (
    head !== null &&
    FOREIGN_METHODS.some(([type, method]) => type.test(head) && method.test(wait.method ?? ''))
  );
}
