/** What a builder is told before it is used: follows the value through chains, `let`s and reassignments. */
import { type Binding, bindingOf, usesOf } from '../summaries/bindings.js';
import type { Call, Expr, MethodCall, Node } from '../syntax/ast.js';
import { calleeName } from '../syntax/walk.js';

export interface Chain {
  /** Method calls on the value itself, each once. */
  readonly calls: readonly MethodCall[];
  /** Where it is returned, stored or handed to a function: more may happen to it there. */
  readonly leaves: readonly Node[];
}

/**
 * Every method called on the value that `made` creates, and on what those methods return.
 * @param isUse Names of methods that use the value, and return something else.
 */
export function callsOn(made: Expr, isUse?: RegExp): Chain {
  const calls: MethodCall[] = [];
  const leaves: Node[] = [];
  const seen = new Set<Node>();
  const follow = (binding: Binding): void => {
    if (seen.has(binding.ident)) return;
    seen.add(binding.ident);
    for (const use of usesOf(binding)) if (use.kind === 'path') ascend(use);
  };
  const ascend = (from: Expr): void => {
    let value: Expr = from;
    for (;;) {
      if (seen.has(value)) return;
      seen.add(value);
      const outer: Node | null = value.parent;
      if (outer === null) return;
      switch (outer.kind) {
        case 'method':
          if (outer.receiver !== value) {
            leaves.push(outer);
            return;
          }
          calls.push(outer);
          if (isUse?.test(outer.name) === true) return;
          value = outer;
          continue;
        case 'try':
        case 'await':
        case 'ref':
        case 'cast':
        case 'unary':
          value = outer;
          continue;
        case 'field':
        case 'index':
          // A part of it is looked at.
          return;
        case 'block':
          if (outer.async) {
            leaves.push(outer);
            return;
          }
          value = outer;
          continue;
        case 'if':
          if (outer.cond === value) return;
          value = outer;
          continue;
        case 'arm':
          if (outer.body !== value || outer.parent?.kind !== 'match') return;
          value = outer.parent;
          continue;
        case 'match':
          for (const arm of outer.arms) followPattern(arm.pattern, arm);
          return;
        case 'letCond':
          followPattern(outer.pattern, outer);
          return;
        case 'let':
          followPattern(outer.pattern, outer);
          return;
        case 'assign': {
          const binding = outer.right === value ? bindingOf(outer.left) : null;
          if (binding !== null) follow(binding);
          else if (outer.right === value) leaves.push(outer);
          return;
        }
        case 'expr': {
          // The last expression of a block is its value; any other statement ends here.
          const block = outer.parent;
          if (outer.semicolon || block?.kind !== 'block' || block.tail !== value) return;
          if (block.async) {
            leaves.push(block);
            return;
          }
          value = block;
          continue;
        }
        default:
          leaves.push(outer);
          return;
      }
    }
  };
  const followPattern = (pattern: Node, owner: Binding['owner']): void => {
    for (const ident of firstIdents(pattern)) follow({ name: ident.name, ident, owner });
  };
  ascend(made);
  return { calls, leaves };
}

/** `x`, `Ok(x)`, `Some(x)`: names that mean the whole value. */
function firstIdents(pattern: Node): Binding['ident'][] {
  if (pattern.kind === 'patIdent') return [pattern];
  if (pattern.kind === 'patTupleStruct' && pattern.elements.length === 1) {
    const [only] = pattern.elements;
    return only === undefined ? [] : firstIdents(only);
  }
  return [];
}

/** What a value was made from: the start of its chain, through `let`s whose pattern is the whole value. */
export function originOf(expr: Expr): Expr {
  let value = expr;
  for (let hops = 0; hops < 40; hops++) {
    switch (value.kind) {
      case 'method':
        value = value.receiver;
        continue;
      case 'await':
      case 'try':
        value = value.base;
        continue;
      case 'ref':
      case 'unary':
        value = value.operand;
        continue;
      case 'path': {
        const init = initOf(value);
        if (init === null) return value;
        value = init;
        continue;
      }
      default:
        return value;
    }
  }
  return value;
}

/** The expression that the local named by a path was bound to, or null. */
export function initOf(expr: Expr): Expr | null {
  const binding = bindingOf(expr);
  if (binding === null) return null;
  const { owner, ident } = binding;
  if (owner.kind === 'let' && firstIdents(owner.pattern)[0] === ident) return owner.init;
  if (owner.kind === 'letCond' && firstIdents(owner.pattern)[0] === ident) return owner.value;
  if (owner.kind === 'arm' && owner.parent?.kind === 'match' && firstIdents(owner.pattern)[0] === ident)
    return owner.parent.value;
  return null;
}

/** `true` or `false` as an argument is written, also in `Some(…)`; null for anything computed. */
export function flagOf(call: Call | MethodCall, index = 0): boolean | null {
  let value = call.args[index];
  if (value?.kind === 'call' && calleeName(value) === 'Some') value = value.args[0];
  return value?.kind === 'literal' && value.type === 'bool' ? value.text === 'true' : null;
}
