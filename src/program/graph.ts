/** Who calls whom in the workspace, as far as names and types tell. */
import type { Location } from '../findings/finding.js';
import type { FileSummary, FnSummary, SiteContext } from '../summaries/summary.js';
import type { Names } from './names.js';
import { external } from './names.js';
import type { FnEntry, Types } from './types.js';

export interface FnNode {
  readonly file: string;
  readonly fn: FnSummary;
  /** Canonical path. */
  readonly path: string;
  readonly callers: Edge[];
  readonly callees: Edge[];
  /** Named as a value somewhere: called from where we cannot see. */
  readonly takenBy: {
    readonly to: string;
    readonly at: Location;
    readonly context: SiteContext;
    readonly by: FnNode | null;
  }[];
  /** Where the value of a static is made with it: once. */
  readonly statics: Location[];
}

export interface Edge {
  readonly from: FnNode;
  readonly to: FnNode;
  readonly at: Location;
  readonly context: SiteContext;
  readonly awaited: boolean;
  /** Through `dyn Trait` or `T: Trait`: `to` is one of those that may be meant. */
  readonly open: boolean;
  /** In a macro that seems to run it somewhere else. */
  readonly opaque: boolean;
}

export interface Graph {
  /** Nodes by file and index of the function in its summary. */
  readonly nodes: ReadonlyMap<string, readonly FnNode[]>;
  readonly all: readonly FnNode[];
  readonly byPath: ReadonlyMap<string, readonly FnNode[]>;
}

/** Adapters of iterators, options and results: `.map(load)` calls `load` there. */
const CALLS_AT_ONCE =
  /^(?:map|for_each|filter|filter_map|flat_map|try_for_each|any|all|find_map|and_then|map_or|map_or_else|is_some_and|is_ok_and|unwrap_or_else|or_else|then|inspect)$/;

/** A name with more meanings than this (variants under `cfg`, implementations) is followed no further. */
const MAX_MEANINGS = 4;

/** @param tests Files of test code: what they call is not followed. */
export function buildGraph(
  files: ReadonlyMap<string, FileSummary>,
  tests: ReadonlySet<string>,
  entries: ReadonlyMap<string, readonly FnEntry[]>,
  names: Names,
  types: Types,
): Graph {
  const methodNames = new Set<string>();
  for (const summary of files.values()) {
    for (const fn of summary.functions) if (fn.receiver !== 'none') methodNames.add(fn.name);
  }
  const nodes = new Map<string, FnNode[]>();
  const all: FnNode[] = [];
  const byPath = new Map<string, FnNode[]>();
  const ofSummary = new Map<FnSummary, FnNode>();
  for (const list of entries.values()) {
    for (const entry of list) {
      const node: FnNode = {
        file: entry.file,
        fn: entry.fn,
        path: entry.path,
        callers: [],
        callees: [],
        takenBy: [],
        statics: [],
      };
      ofSummary.set(entry.fn, node);
    }
  }
  for (const [file, summary] of files) {
    nodes.set(
      file,
      summary.functions.map((fn) => {
        const node = ofSummary.get(fn) ?? {
          file,
          fn,
          path: fn.path,
          callers: [],
          callees: [],
          takenBy: [],
          statics: [],
        };
        all.push(node);
        const same = byPath.get(node.path);
        if (same === undefined) byPath.set(node.path, [node]);
        else same.push(node);
        return node;
      }),
    );
  }
  const ofTraits = new Map<string, FnNode[]>();
  for (const node of all) {
    if (node.fn.trait === null || node.fn.inTrait) continue;
    const method = `${external(names.canonical(node.file, node.fn.trait))}::${node.fn.name}`;
    const given = ofTraits.get(method);
    if (given === undefined) ofTraits.set(method, [node]);
    else given.push(node);
  }
  for (const from of all) {
    if (tests.has(from.file)) continue;
    for (const call of from.fn.calls) {
      const targets =
        call.path !== undefined
          ? pathTargets(from.file, call.path)
          : methodTargets(from.file, call.on ?? null, call.method ?? '');
      for (const to of targets) {
        const edge: Edge = {
          from,
          to,
          at: { path: from.file, ...call.at },
          context: call.context,
          awaited: call.awaited,
          opaque: call.opaque === true,
          open: call.method !== undefined && to !== targets[0],
        };
        from.callees.push(edge);
        to.callers.push(edge);
      }
    }
  }
  for (const [file, summary] of files) {
    if (tests.has(file)) continue;
    for (const ref of summary.fnRefs) {
      for (const to of pathTargets(file, ref.path)) {
        const by = ref.context.fn < 0 ? null : (nodes.get(file)?.[ref.context.fn] ?? null);
        const at: Location = { path: file, ...ref.at };
        if (ref.to === 'static') {
          to.statics.push(at);
          continue;
        }
        to.takenBy.push({ to: ref.to, at, context: ref.context, by });
        if (by === null || !CALLS_AT_ONCE.test(ref.to)) continue;
        const edge: Edge = {
          from: by,
          to,
          at,
          context: ref.context,
          awaited: false,
          open: false,
          opaque: false,
        };
        by.callees.push(edge);
        to.callers.push(edge);
      }
    }
  }
  return { nodes, all, byPath };

  function pathTargets(file: string, path: string): readonly FnNode[] {
    const canonical = names.canonical(file, path);
    const direct = byPath.get(canonical);
    if (direct !== undefined) return direct.length <= MAX_MEANINGS ? direct : [];
    const cut = canonical.lastIndexOf('::');
    if (cut < 0) return [];
    // `Alias::new()`: the owner may be an alias or a re-export.
    const owner = types.settle(file, { p: path.slice(0, path.lastIndexOf('::')) });
    if (owner === null || !('p' in owner)) return [];
    const moved =
      byPath.get(`${owner.p}::${canonical.slice(cut + 2)}`) ??
      byPath.get(`${external(owner.p)}::${canonical.slice(cut + 2)}`);
    return moved !== undefined && moved.length <= MAX_MEANINGS ? moved : [];
  }

  function methodTargets(file: string, on: Parameters<Types['settle']>[1], name: string): readonly FnNode[] {
    if (!methodNames.has(name)) return [];
    const settled = types.settle(file, on);
    if (settled === null) return [];
    const found = types.methodOn(settled, name);
    if (found === null || !('entry' in found)) return [];
    const node = ofSummary.get(found.entry.fn);
    if (node === undefined) return [];
    // Behind `dyn Trait` and `T: Trait` stands one of those that implement it.
    const { on: owner } = found;
    const open = node.fn.inTrait && owner !== null && ('bounds' in owner || 'param' in owner);
    const given = open ? (ofTraits.get(node.path) ?? []) : [];
    return given.length <= MAX_MEANINGS ? [node, ...given] : [node];
  }
}

export function isMain(node: FnNode): boolean {
  return node.fn.name === 'main' && node.fn.receiver === 'none' && node.fn.self === null;
}
