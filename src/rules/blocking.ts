/** Makes the rules whose whole pattern is "this call blocks": a list of paths, and of methods by receiver type. */
import type { Confidence } from '../findings/finding.js';
import type { Program, Sighting } from '../program/program.js';
import { type Collector, onCall, onMethod, onNode } from '../summaries/collector.js';
import type { Ty } from '../summaries/ty.js';
import type { View } from '../summaries/view.js';
import type { Call, MethodCall } from '../syntax/ast.js';
import { PathSet } from './declarative.js';
import { type Blocking, blockingFindings } from './reach.js';
import type { Rule } from './rule.js';

export interface BlockingSpec {
  readonly id: string;
  readonly confidence: Confidence;
  /** Canonical paths; a trailing `::*` takes a whole module or type. */
  readonly calls: readonly string[];
  /** Methods that block, by the canonical type of the receiver (behind references and pointers). */
  readonly methods: Readonly<Record<string, readonly string[]>>;
  /** A cheap look before types are asked for: false skips the method call. */
  readonly accept?: (node: MethodCall) => boolean;
  /** Facts of the call site that `refine` needs; plain data. */
  readonly facts?: (node: Call | MethodCall, view: View) => unknown;
  /** A last word once path or receiver are known to match; null says that it is nothing. */
  readonly refine?: (found: Found, program: Program) => Partial<Blocking> | null;
}

export interface Found {
  readonly sighting: Sighting;
  /** `std::fs::read`, `std::fs::File::sync_all`. */
  readonly callee: string;
  /** The receiver's settled type, null for paths. */
  readonly on: Ty;
  readonly facts: unknown;
}

interface Seen {
  readonly path?: string;
  readonly method?: string;
  readonly on?: Ty;
  readonly facts: unknown;
}

export function blockingRule(spec: BlockingSpec): Rule {
  const calls = new PathSet(spec.calls);
  const methods = new Map(Object.entries(spec.methods).map(([type, names]) => [type, new Set(names)]));
  return {
    id: spec.id,
    collect: collectorOf(spec),
    judge: ({ program }) =>
      blockingFindings(spec.id, program, spec.confidence, (sighting) => {
        const seen: Seen = sighting.data;
        const found = match(program, sighting, seen, calls, methods);
        if (found === null) return null;
        const refined = spec.refine === undefined ? {} : spec.refine(found, program);
        return refined === null ? null : { callee: found.callee, ...refined };
      }),
  };
}

function collectorOf(spec: BlockingSpec): Collector {
  const lasts = [...new Set(spec.calls.map((path) => path.slice(path.lastIndexOf('::') + 2)))];
  const exact = lasts.filter((name) => name !== '*');
  const owners = spec.calls
    .filter((path) => path.endsWith('::*'))
    .map((path) => path.slice(0, -1).split('::')[0] ?? '');
  const names = [...new Set(Object.values(spec.methods).flat())];
  const seeCall = (node: Call, view: View): void => {
    if (view.isAwaited(node) || view.isOpaque(node)) return;
    const path = view.calledPath(node);
    if (path !== null) view.emit(node, { path, facts: spec.facts?.(node, view) } satisfies Seen);
  };
  return [
    onCall(exact, seeCall),
    ...(owners.length === 0
      ? []
      : [
          onNode('call', (node, view) => {
            const path = view.calledPath(node);
            if (path !== null && owners.some((owner) => path.startsWith(`${owner}::`))) seeCall(node, view);
          }),
        ]),
    onMethod(names, (node, view) => {
      if (spec.accept?.(node) === false || view.isAwaited(node) || view.isOpaque(node)) return;
      const on = view.typeOf(node.receiver);
      if (on === null) return;
      view.emit(
        node,
        { method: node.name, on, facts: spec.facts?.(node, view) } satisfies Seen,
        view.methodSpan(node),
      );
    }),
  ];
}

function match(
  program: Program,
  sighting: Sighting,
  seen: Seen,
  calls: PathSet,
  methods: ReadonlyMap<string, ReadonlySet<string>>,
): Found | null {
  if (seen.path !== undefined) {
    const callee = program.canonical(sighting.path, seen.path);
    return calls.has(callee) ? { sighting, callee, on: null, facts: seen.facts } : null;
  }
  const on = program.settle(sighting.path, seen.on ?? null);
  const owner = program.headPath(sighting.path, seen.on ?? null);
  if (owner === null || seen.method === undefined || methods.get(owner)?.has(seen.method) !== true)
    return null;
  return { sighting, callee: `${owner}::${seen.method}`, on, facts: seen.facts };
}
