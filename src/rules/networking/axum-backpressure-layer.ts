/** Limits that axum cannot feel: they queue requests inside the router instead of refusing them. */

import { onMethod } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Expr } from '../../syntax/ast.js';
import { calleeName } from '../../syntax/walk.js';
import { initOf, originOf } from '../builder-chain.js';
import type { Rule } from '../rule.js';

interface Seen {
  /** `ConcurrencyLimitLayer`, `rate_limit`. */
  readonly limit: string;
  readonly origin: string | null;
  readonly on: Ty;
}

const LAYERS = /^(?:Global)?(?:ConcurrencyLimit|RateLimit|Buffer)Layer$/;
const METHODS = new Set(['concurrency_limit', 'rate_limit', 'buffer']);
const ROUTERS =
  /^axum::(?:Router|routing::(?:Router|MethodRouter|method_routing::MethodRouter|get|post|put|delete|patch|any|on|head|options|trace|[a-z_]+_service))(?:::|$)/;

export const rule: Rule = {
  id: 'axum-backpressure-layer',
  collect: [
    onMethod(['layer', 'route_layer'], (node, view) => {
      const [layer] = node.args;
      if (layer === undefined || node.args.length !== 1 || view.isOpaque(node)) return;
      const limit = limitIn(layer, view);
      if (limit === null) return;
      const origin = originOf(node.receiver);
      const seen: Seen = {
        limit,
        origin: origin.kind === 'call' ? view.calledPath(origin) : null,
        on: view.typeOf(origin),
      };
      view.emit(node, seen, view.methodSpan(node));
    }),
  ],
  *judge({ program, candidates }) {
    for (const sighting of candidates) {
      const seen: Seen = sighting.data;
      const origin = seen.origin === null ? '' : program.canonical(sighting.path, seen.origin);
      const head = program.headPath(sighting.path, seen.on) ?? '';
      if (!ROUTERS.test(origin) && !ROUTERS.test(head)) continue;
      yield {
        rule: 'axum-backpressure-layer',
        at: { path: sighting.path, ...sighting.at },
        params: { limit: seen.limit },
      };
    }
  },
};

/** The limit that a layer, or a stack of layers without `load_shed`, brings; null for any other. */
function limitIn(layer: Expr, view: View): string | null {
  let value: Expr | null = layer;
  let limit: string | null = null;
  for (let hops = 0; hops < 40 && value !== null; hops++) {
    if (value.kind === 'method') {
      if (value.name === 'load_shed') return null;
      if (METHODS.has(value.name)) limit ??= value.name;
      const [inner] = value.args;
      if (value.name === 'layer' && inner !== undefined) {
        if (/LoadShed/.test(view.text(inner))) return null;
        limit ??= limitIn(inner, view);
      }
      value = value.receiver;
    } else if (value.kind === 'call') {
      const name = calleeName(value);
      const path = view.calledPath(value);
      if (path === null) return limit;
      const owner = path.split('::').at(-2) ?? '';
      if (LAYERS.test(owner) && /^(?:new|with_semaphore|pair)$/.test(name)) return owner;
      // `(A, B)` and options of layers.
      if (name === 'option_layer' || name === 'Some') {
        value = value.args[0] ?? null;
        continue;
      }
      return path.endsWith('ServiceBuilder::new') ? limit : null;
    } else if (value.kind === 'tuple') {
      const parts = value.elements.map((element) => limitIn(element, view));
      return /LoadShed/.test(view.text(value)) ? null : (parts.find((part) => part !== null) ?? limit);
    } else if (value.kind === 'try' || value.kind === 'await') value = value.base;
    else value = initOf(value);
  }
  return limit;
}
