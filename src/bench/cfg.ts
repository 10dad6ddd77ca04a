/** `cfg(…)` keys of a Cargo configuration become true or false for the target that is built. */
import { BenchError } from './error.js';

/** Lines of `rustc --print cfg`: `unix`, `target_os="linux"`. */
export type CfgSet = ReadonlySet<string>;

/** Throws BenchError when the expression is not one that Cargo accepts. */
export function matchesCfg(expression: string, cfg: CfgSet): boolean {
  const tokens = expression.match(/"[^"]*"|[A-Za-z_][A-Za-z0-9_]*|[(),=]|\S/g) ?? [];
  const reader = { tokens, next: 0 };
  const value = predicate(reader, cfg);
  if (reader.next !== tokens.length) throw malformed(expression);
  return value;

  function predicate(at: { tokens: readonly string[]; next: number }, set: CfgSet): boolean {
    const name = take(at);
    if (!/^[A-Za-z_]/.test(name)) throw malformed(expression);
    if (peek(at) === '(') {
      const inner = list(at, set);
      if (name === 'all' || name === 'cfg') return inner.every(Boolean);
      if (name === 'any') return inner.some(Boolean);
      if (name === 'not') return !inner[0];
      throw malformed(expression);
    }
    if (name === 'true') return true;
    if (name === 'false') return false;
    if (peek(at) !== '=') return set.has(name);
    at.next += 1;
    return set.has(`${name}=${take(at)}`);
  }

  function list(at: { tokens: readonly string[]; next: number }, set: CfgSet): boolean[] {
    at.next += 1;
    const values: boolean[] = [];
    while (peek(at) !== ')') {
      values.push(predicate(at, set));
      if (peek(at) === ',') at.next += 1;
    }
    at.next += 1;
    return values;
  }

  function peek(at: { tokens: readonly string[]; next: number }): string | undefined {
    return at.tokens[at.next];
  }

  function take(at: { tokens: readonly string[]; next: number }): string {
    const token = at.tokens[at.next];
    if (token === undefined) throw malformed(expression);
    at.next += 1;
    return token;
  }
}

function malformed(expression: string): BenchError {
  return new BenchError(`\`${expression}\` in the Cargo configuration cannot be read: check its brackets`);
}
