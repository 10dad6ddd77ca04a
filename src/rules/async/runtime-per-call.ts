/** Async runtimes that are built for one piece of work and torn down after it. */
import type { Draft } from '../../findings/finding.js';
import { isMain } from '../../program/graph.js';
import type { Program, Sighting } from '../../program/program.js';
import { fnOf, usesOf } from '../../summaries/bindings.js';
import { onCall, onMethod } from '../../summaries/collector.js';
import type { View } from '../../summaries/view.js';
import type { Call, MethodCall, Node } from '../../syntax/ast.js';
import { originOf } from '../builder-chain.js';
import { isKept } from '../places.js';
import { judgeEach, type Rule } from '../rule.js';

const BUILDERS = /^tokio::runtime::(?:\w+::)*Builder::(?:new_multi_thread|new_current_thread|new)$/;
const RUNTIMES = new Set([
  'tokio::runtime::Runtime::new',
  'async_executor::Executor::new',
  'actix_rt::Runtime::new',
]);
/** They make what others share. */
const CONSTRUCTORS =
  /^(?:new|default|(?:with|from|init|setup|new|build|create|make|start)_\w+|build|create|start|launch|\w*(?:runtime|run|main|serve|server|test|bench|exec|_rt)\w*)$/;

interface Seen {
  readonly path: string;
  readonly kept: boolean;
  readonly fn: string;
}

export const rule: Rule = {
  id: 'runtime-per-call',
  collect: [
    onCall(['new'], (node, view) => {
      const path = view.calledPath(node);
      if (path !== null && /(?:^|::)(?:Runtime|Executor)::new$/.test(path)) see(node, path, view);
    }),
    onMethod(['build'], (node, view) => {
      const origin = originOf(node.receiver);
      const path = origin.kind === 'call' ? view.calledPath(origin) : null;
      if (path !== null && /Builder::new(?:_multi_thread|_current_thread)?$/.test(path))
        see(node, path, view);
    }),
  ],
  judge: judgeEach(draftOf),
};

function see(node: Call | MethodCall, path: string, view: View): void {
  if (view.isOpaque(node) || goesToThread(node, view)) return;
  view.emit(
    node,
    { path, kept: isKept(node), fn: fnOf(node)?.name ?? '' } satisfies Seen,
    view.callSpan(node),
  );
}

function draftOf(program: Program, sighting: Sighting): Draft | null {
  const seen: Seen = sighting.data;
  const { context } = sighting;
  // A thread with a runtime of its own is a design: one for each core.
  if (context.once || context.bridge === 'thread' || context.spawned) return null;
  const path = program.canonical(sighting.path, seen.path);
  if (!RUNTIMES.has(path) && !BUILDERS.test(path)) return null;
  const node = program.node(sighting);
  if (node === null || isMain(node) || program.isStartup(sighting) || seen.kept) return null;
  const looped = context.loops > 0;
  const handled = program.inHandler(sighting);
  if (!looped && !handled) {
    if (CONSTRUCTORS.test(seen.fn)) return null;
    const callers = node.callers.filter(
      ({ context: from }) => !from.test && !from.once && from.bridge !== 'thread',
    );
    if (callers.length < 2 || program.contexts.onlyFromStartup(node)) return null;
  }
  const single = path.endsWith('new_current_thread');
  return {
    rule: 'runtime-per-call',
    at: { path: sighting.path, ...sighting.at },
    params: {
      cost: single ? 'a reactor and a timer' : 'a pool of threads, a reactor and a timer',
      when: looped ? 'on every iteration' : handled ? 'for every request' : `on every call of \`${seen.fn}\``,
    },
    ...(single ? { severity: 'warning' } : {}),
  };
}

/** `let rt = …; thread::spawn(move || rt.block_on(…))`: a thread's own runtime. */
function goesToThread(node: Call | MethodCall, view: View): boolean {
  let value: Node = node;
  while (value.parent?.kind === 'try' || (value.parent?.kind === 'method' && value.parent.receiver === value))
    value = value.parent;
  const made = value.parent;
  if (made?.kind !== 'let' || made.pattern.kind !== 'patIdent') return false;
  const uses = usesOf({ name: made.pattern.name, ident: made.pattern, owner: made });
  return uses.some((use) => {
    for (let n: Node | null = use.parent; n !== null && n !== made.parent; n = n.parent)
      if (n.kind === 'closure' && view.closureUse(n) === 'thread') return true;
    return false;
  });
}
