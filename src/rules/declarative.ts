/** Rules that are all patterns: a `match` in YAML becomes a collector and a judgement. */
import type { Draft } from '../findings/finding.js';
import type { Program, Sighting } from '../program/program.js';
import { type Collector, onCall, onMacro, onMethod, onNode, type Visitor } from '../summaries/collector.js';
import type { Ty } from '../summaries/ty.js';
import { lastSegment } from '../syntax/walk.js';
import { blockingFindings } from './reach.js';
import type { Match, Rule, RuleSpec } from './rule.js';

type Seen =
  | { readonly call: string }
  | { readonly method: string; readonly on: Ty }
  | { readonly macro: string };

export function collectorOf(match: Match): Collector {
  const visitors: Visitor[] = [];
  const calls = (match.call ?? []).map(lastSegment);
  if (calls.includes('*')) {
    const owners = (match.call ?? [])
      .filter((p) => p.endsWith('::*'))
      .map((p) => p.slice(p.lastIndexOf('::', p.length - 4) + 2, -3));
    visitors.push(
      onNode('call', (node, view) => {
        const path = view.calledPath(node);
        if (path !== null && owners.some((owner) => path.includes(owner))) {
          view.emit(node, { call: path } satisfies Seen);
        }
      }),
    );
  }
  const named = calls.filter((name) => name !== '*');
  const wanted = new PathSet(match.call ?? []);
  if (named.length > 0) {
    visitors.push(
      onCall(named, (node, view) => {
        const path = view.calledPath(node);
        if (path !== null && wanted.mayHave(path)) view.emit(node, { call: path } satisfies Seen);
      }),
    );
  }
  const methods = (match.method ?? []).map(lastSegment);
  if (methods.length > 0) {
    visitors.push(
      onMethod(methods, (node, view) => {
        const seen: Seen = { method: node.name, on: view.typeOf(node.receiver) };
        view.emit(node, seen, view.methodSpan(node));
      }),
    );
  }
  if (match.macro !== undefined && match.macro.length > 0) {
    visitors.push(onMacro(match.macro, (node, view) => view.emit(node, { macro: node.name } satisfies Seen)));
  }
  return visitors;
}

export function declarativeRule(spec: RuleSpec, match: Match): Rule {
  return { id: spec.id, collect: collectorOf(match), judge: ({ program }) => judge(spec, match, program) };
}

function* judge(spec: RuleSpec, match: Match, program: Program): Generator<Draft> {
  const calls = new PathSet(match.call ?? []);
  const methods = new Set(match.method ?? []);
  const confirm = (sighting: Sighting): { readonly callee: string } | null => {
    const seen: Seen = sighting.data;
    if ('macro' in seen) return { callee: `${seen.macro}!` };
    if ('call' in seen) {
      const path = program.canonical(sighting.path, seen.call);
      return calls.has(path) ? { callee: path } : null;
    }
    const owner = program.headPath(sighting.path, seen.on);
    const path = `${owner}::${seen.method}`;
    return owner !== null && methods.has(path) ? { callee: path } : null;
  };
  if (match.context === 'async') {
    yield* blockingFindings(spec.id, program, spec.confidence, confirm);
    return;
  }
  for (const sighting of program.candidates(spec.id)) {
    if (!fits(match.context ?? 'any', sighting, program)) continue;
    const found = confirm(sighting);
    if (found !== null)
      yield { rule: spec.id, at: { path: sighting.path, ...sighting.at }, params: { callee: found.callee } };
  }
}

function fits(context: NonNullable<Match['context']>, sighting: Sighting, program: Program): boolean {
  switch (context) {
    case 'loop':
      return sighting.context.loops > 0;
    case 'handler':
      return program.inHandler(sighting);
    case 'hot':
      return program.isHot(sighting);
    default:
      return true;
  }
}

/** Resolved paths, some ending in `::*`. */
export class PathSet {
  readonly #exact = new Set<string>();
  readonly #tails = new Set<string>();
  readonly #prefixes: string[] = [];

  constructor(patterns: Iterable<string>) {
    for (const pattern of patterns) {
      if (pattern.endsWith('::*')) this.#prefixes.push(pattern.slice(0, -1));
      else {
        this.#exact.add(pattern);
        this.#tails.add(lastTwo(pattern));
      }
    }
  }

  /**
   * False when a path as one file has it cannot turn out to be one of these once the program is linked. Every
   * second call is a `new`, so such names need their owner's; re-exports hardly ever change that.
   */
  mayHave(path: string): boolean {
    if (!COMMON_NAMES.has(lastSegment(path))) return true;
    return this.#tails.has(lastTwo(path)) || this.#prefixes.some((prefix) => path.startsWith(prefix));
  }

  has(path: string): boolean {
    return this.#exact.has(path) || this.#prefixes.some((prefix) => path.startsWith(prefix));
  }
}

const COMMON_NAMES = new Set('new default from builder build get create clone with_capacity'.split(' '));

function lastTwo(path: string): string {
  const last = path.lastIndexOf('::');
  return last <= 0 ? path : path.slice(path.lastIndexOf('::', last - 1) + 2);
}
