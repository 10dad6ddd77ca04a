/**
 * Which code runs on a program's main line: awaited, call by call, by `main` itself or by another future that a thread
 * waits for in `block_on`. Such a future has its thread to itself, so what blocks there holds up no other task.
 */
import type { SiteContext } from '../summaries/summary.js';
import { type Edge, type FnNode, isMain } from './graph.js';

export class MainLine {
  readonly #known = new Map<FnNode, boolean>();
  readonly #isHandler: (node: FnNode) => boolean;
  readonly #isCommand: (node: FnNode) => boolean;
  readonly #mayLoop: boolean;

  /**
   * @param isCommand A method of the type that the command line is parsed into: `main` runs it.
   * @param mayLoop False for what runs once: no call on the way is in a loop, and all lead from `main`.
   */
  constructor(
    isHandler: (node: FnNode) => boolean,
    isCommand: (node: FnNode) => boolean,
    mayLoop: boolean = true,
  ) {
    this.#isHandler = isHandler;
    this.#isCommand = isCommand;
    this.#mayLoop = mayLoop;
  }

  /** Every way to the function that we see leads from there, without a task, a handler or a `select!` between. */
  has(node: FnNode): boolean {
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    // Of a recursion, the other callers decide.
    this.#known.set(node, true);
    const result = isMain(node) || this.#onlyCalledThere(node);
    this.#known.set(node, result);
    return result;
  }

  #onlyCalledThere(node: FnNode): boolean {
    if (node.fn.trait !== null || node.fn.inTrait || node.takenBy.length > 0 || this.#isHandler(node))
      return false;
    const callers = node.callers.filter(({ from, context }) => from !== node && !context.test);
    if (callers.length === 0) return this.#isCommand(node);
    return callers.every(
      (edge) =>
        (this.#mayLoop || edge.context.loops === 0) &&
        staysOnTask(edge) &&
        ((this.#mayLoop && edge.context.driven) || this.has(edge.from)),
    );
  }
}

function staysOnTask({ context, from, to, at, awaited }: Edge): boolean {
  if (context.once) return true;
  if (!isAlone(context, from, at)) return false;
  // A future that async code keeps is polled who knows where.
  return context.driven || !context.async || awaited || !to.fn.async;
}

/** No task, thread or other future goes on beside the code in its function, and nothing comes in that waits for it. */
export function isAlone(
  context: SiteContext,
  { fn }: FnNode,
  at: { readonly line: number; readonly column: number },
): boolean {
  if (context.spawned || context.detached || context.answers || context.beside || context.events)
    return false;
  // From an accept loop on, a function answers others.
  return fn.serves === null || at.line < fn.serves.line || context.loops === 0;
}
