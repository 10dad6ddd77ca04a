/** Makes the rules whose whole pattern is "this call blocks": a list of paths, and of methods by receiver type. */
import type { Confidence } from '../findings/finding.js';
import type { Program, Sighting } from '../program/program.js';
import { pathOf } from '../program/types.js';
import { type Collector, onCall, onMethod, onNode } from '../summaries/collector.js';
import { collectionOf, type Ty } from '../summaries/ty.js';
import type { View } from '../summaries/view.js';
import type { Call, MethodCall } from '../syntax/ast.js';
import { lastName, lastSegment } from '../syntax/walk.js';
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
  /** Further visitors; what they emit is a `Shape`. */
  readonly more?: Collector;
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
  /** False when nothing is known of the value that decides. */
  readonly sure: boolean;
}

/** What a rule's own visitors see: sure by its form, or by the type of a value. */
export interface Shape {
  /** What it is, for the message. */
  readonly known: string;
  /** The value's type, if that decides: one of `types`. */
  readonly value?: Ty;
  readonly types?: readonly string[];
  /** It is one, less surely, when nothing is known of the value. */
  readonly orUnknown?: boolean;
}

interface Seen extends Partial<Shape> {
  readonly path?: string;
  readonly method?: string;
  readonly on?: Ty;
  readonly facts?: unknown;
}

/** Adapters that call a function they are given, before or while the async code goes on. */
const CALLS_AT_ONCE =
  `map for_each filter filter_map flat_map try_for_each any all find_map and_then map_or is_some_and is_ok_and
  unwrap_or_else or_else then inspect`.split(/\s+/);

export function blockingRule(spec: BlockingSpec): Rule {
  const calls = new PathSet(spec.calls);
  const methods = new Map(Object.entries(spec.methods).map(([type, names]) => [type, new Set(names)]));
  return {
    id: spec.id,
    collect: collectorOf(spec),
    judge: ({ program }) => {
      const confirm = (sighting: Sighting): Blocking | null => {
        const seen: Seen = sighting.data;
        const found = match(program, sighting, seen, calls, methods);
        if (found === null) return null;
        const refined = spec.refine === undefined ? {} : spec.refine(found, program);
        return refined === null ? null : { callee: found.callee, ...refined };
      };
      const renamed = program.renamedCalls.filter((sighting) => confirm(sighting) !== null);
      const sightings = [...program.candidates(spec.id), ...renamed];
      return blockingFindings(spec.id, program, spec.confidence, confirm, sightings);
    },
  };
}

function collectorOf(spec: BlockingSpec): Collector {
  const lasts = [...new Set(spec.calls.map((path) => lastSegment(path)))];
  const owners = spec.calls
    .filter((path) => path.endsWith('::*'))
    .map((path) => path.slice(0, -1).split('::')[0] ?? '');
  const seeFunction = (call: MethodCall, view: View): void => {
    const [argument] = call.args;
    if (argument?.kind !== 'path' || call.args.length !== 1 || view.binding(argument) !== null) return;
    const last = lastName(argument);
    if (!wanted.has(last) || view.isOpaque(call)) return;
    view.emit(argument, { path: view.resolve(argument), facts: null } satisfies Seen);
  };
  const names = [...new Set(Object.values(spec.methods).flat())];
  const wanted = new Set([...lasts.filter((name) => name !== '*'), ...names]);
  const paths = new PathSet([
    ...spec.calls,
    ...Object.entries(spec.methods).flatMap(([type, own]) => own.map((name) => `${type}::${name}`)),
  ]);
  const types = new Set(Object.keys(spec.methods));
  const seeCall = (node: Call, view: View): void => {
    const path = view.calledPath(node);
    if (path === null || !paths.mayHave(path) || view.isAwaited(node) || view.isOpaque(node)) return;
    view.emit(node, { path, facts: spec.facts?.(node, view) } satisfies Seen);
  };
  return [
    ...(spec.more ?? []),
    // `Path::exists(p)`: a method's call in full.
    onCall([...wanted], seeCall),
    // `paths.iter().map(fs::read)`
    onMethod(CALLS_AT_ONCE, seeFunction),
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
      const plain = collectionOf(on);
      if (plain !== null && !types.has(plain)) return;
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
  if (seen.known !== undefined) {
    const owner = seen.types === undefined ? null : program.headPath(sighting.path, seen.value ?? null);
    const sure = seen.types === undefined || (owner !== null && seen.types.includes(owner));
    const matches = sure || (owner === null && seen.orUnknown === true);
    return matches ? { sighting, callee: seen.known, on: null, facts: null, sure } : null;
  }
  if (seen.path !== undefined) {
    const callee = program.canonical(sighting.path, seen.path);
    const cut = callee.lastIndexOf('::');
    const known = calls.has(callee) || methods.get(callee.slice(0, cut))?.has(callee.slice(cut + 2)) === true;
    return known ? { sighting, callee, on: null, facts: seen.facts, sure: true } : null;
  }
  const { method } = seen;
  if (method === undefined) return null;
  const on = program.settle(sighting.path, seen.on ?? null);
  for (const owner of program.types.behind(on)) {
    const path = pathOf(owner);
    if (path === null) return null;
    if (methods.get(path)?.has(method) === true)
      return { sighting, callee: `${path}::${method}`, on, facts: seen.facts, sure: true };
    // A method of the workspace's own by that name.
    if (program.index.fns.has(`${path}::${method}`)) return null;
  }
  return null;
}
