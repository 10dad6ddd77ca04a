/**
 * Which code runs on a program's main line: awaited, call by call, by `main` itself. The future of `main` has its own
 * thread, so what blocks there holds up no other task.
 */
import { type Edge, type FnNode, isMain } from './graph.js';

export class MainLine {
  readonly #known = new Map<FnNode, boolean>();
  readonly #isHandler: (node: FnNode) => boolean;
  readonly #isCommand: (node: FnNode) => boolean;

  /** @param isCommand A method of the type that the command line is parsed into: `main` runs it. */
  constructor(isHandler: (node: FnNode) => boolean, isCommand: (node: FnNode) => boolean) {
    this.#isHandler = isHandler;
    this.#isCommand = isCommand;
  }

  /** Every way to the function that we see leads from `main`, without a task, a thread or a handler between. */
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
    return callers.every((edge) => staysOnTask(edge) && this.has(edge.from));
  }
}

function staysOnTask({ context, from, at }: Edge): boolean {
  if (context.once) return true;
  // From an accept loop on, a caller answers others.
  if (from.fn.serves !== null && at.line > from.fn.serves.line) return false;
  return !context.spawned && !context.detached;
}
