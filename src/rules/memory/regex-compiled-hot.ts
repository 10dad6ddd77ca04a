/** Regular expressions, globs and automatons of fixed text that are compiled again and again. */
import type { Draft } from '../../findings/finding.js';
import type { Program, Sighting } from '../../program/program.js';
import { fnOf } from '../../summaries/bindings.js';
import { onCall, onMethod } from '../../summaries/collector.js';
import type { View } from '../../summaries/view.js';
import type { Call, Expr, MethodCall } from '../../syntax/ast.js';
import { lastName } from '../../syntax/walk.js';
import { originOf } from '../builder-chain.js';
import { isForEach } from '../per-request.js';
import { isKept, leavesLoop } from '../places.js';
import { judgeEach, type Rule } from '../rule.js';
import { startsUp } from '../startup.js';

const COMPILED =
  /^(?:regex(?:_lite|_automata)?|fancy_regex|onig|pcre2|aho_corasick|globset|glob|wildmatch|regex_automata)::(?:.*::)?(?:Regex|RegexSet|RegexBuilder|RegexSetBuilder|AhoCorasick|AhoCorasickBuilder|Glob|GlobBuilder|Pattern|WildMatch)::(?:new|new_many|from_str|build|builder)$/;
const OWNERS = /(?:Regex\w*|AhoCorasick\w*|Glob\w*|Pattern|WildMatch)::(?:new|new_many|from_str)$/;
/** They make a value that keeps what they compile. */
const CONSTRUCTORS =
  /^(?:new|default|build|create|make|try_new|parse|compile|(?:with|from|init|setup|load|new)_\w+|\w+_regex|regex_\w+|re_\w+)$/;

interface Seen {
  /** The resolved path of the constructor. */
  readonly path: string;
  /** As the user wrote it: `Regex::new`. */
  readonly shown: string;
  /** It is made for each element, in a future of its own. */
  readonly each: boolean;
  /** The round that compiles it is the last of its only loop. */
  readonly last: boolean;
  /** It goes into a field, a returned value or a longer-living place. */
  readonly kept: boolean;
  readonly fn: string;
  /** The function runs another program, beside which compiling a pattern takes no time. */
  readonly besideProcess: boolean;
}

export const rule: Rule = {
  id: 'regex-compiled-hot',
  collect: [
    onCall(['new', 'new_many', 'from_str'], (node, view) => {
      const path = view.calledPath(node);
      if (path === null || view.isOpaque(node)) return;
      if (!OWNERS.test(path) && !OWNERS.test(lastTwo(node))) return;
      // Builders compile at `build`.
      if (/Builder::new$/.test(path) || !isFixed(node.args[0], view)) return;
      emit(node, path, view);
    }),
    onMethod(['build', 'build_many'], (node, view) => {
      const origin = originOf(node.receiver);
      if (origin.kind !== 'call' || view.isOpaque(node)) return;
      const path = view.calledPath(origin);
      if (path === null || !/(?:Builder::new|::builder)$/.test(path)) return;
      if (
        !/(?:Regex|AhoCorasick|Glob)/.test(path) ||
        /GlobSetBuilder|GitignoreBuilder|OverrideBuilder/.test(path)
      )
        return;
      if (!isFixed(node.args[0] ?? origin.args[0], view)) return;
      emit(node, path, view);
    }),
  ],
  judge: judgeEach(draftOf),
};

function emit(node: Call | MethodCall, path: string, view: View): void {
  const fn = fnOf(node);
  const seen: Seen = {
    path,
    shown: path.split('::').slice(-2).join('::'),
    each: isForEach(node, view),
    last: endsItsLoop(node, view),
    kept: isKept(node),
    fn: fn?.name ?? '',
    besideProcess: fn?.body != null && /\b(?:Command|cmd|\w+_cmd)\b/.test(view.text(fn.body)),
  };
  view.emit(node, seen, view.callSpan(node));
}

function endsItsLoop(node: Expr, view: View): boolean {
  const [loop, outer] = view.loopsAround(node);
  return loop !== undefined && outer === undefined && leavesLoop(node, loop);
}

function lastTwo(call: Call): string {
  if (call.callee.kind !== 'path') return '';
  return call.callee.segments
    .slice(-2)
    .map((segment) => segment.name)
    .join('::');
}

function draftOf(program: Program, sighting: Sighting): Draft | null {
  const seen: Seen = sighting.data;
  const { context } = sighting;
  if (context.once || context.cold) return null;
  if (!COMPILED.test(program.canonical(sighting.path, seen.path))) return null;
  if (program.isStartup(sighting) || isForErrors(program, sighting)) return null;
  const inLoop = (context.loops > 0 && !seen.last) || seen.each;
  if (!inLoop && (seen.kept || CONSTRUCTORS.test(seen.fn))) return null;
  const handled = program.inHandler(sighting);
  const often = inLoop || handled || program.isHot(sighting) || calledOften(program, sighting);
  if (!often && !isInTasks(program, sighting)) return null;
  const when = inLoop ? 'on every iteration' : handled ? 'for every request' : 'on every call';
  return {
    rule: 'regex-compiled-hot',
    at: { path: sighting.path, ...sighting.at },
    params: { callee: seen.shown, when },
    ...(often ? {} : { severity: 'suggestion' }),
    ...(inLoop || handled
      ? {}
      : { confidence: isRare(program, sighting) || (!often && seen.besideProcess) ? 'low' : 'medium' }),
  };
}

/** Only error paths call the function. */
function isForErrors(program: Program, sighting: Sighting): boolean {
  const callers = (program.node(sighting)?.callers ?? []).filter(({ context }) => !context.test);
  return callers.length > 0 && callers.every(({ context }) => context.cold);
}

/** A tool compiles it now and then: no call of the function stands in a loop. */
function isRare(program: Program, sighting: Sighting): boolean {
  if (!program.isTool(sighting.path)) return false;
  const callers = program.node(sighting)?.callers ?? [];
  return !callers.some(({ context, open }) => context.loops > 0 && !context.test && !open);
}

/** Tasks of a server come to it, one after the other, though none of them is seen to be in a hurry. */
function isInTasks(program: Program, sighting: Sighting): boolean {
  const { at, path, context } = sighting;
  const node = program.node(sighting);
  if (node === null || program.isTool(path) || program.onMainLine(node, at, context)) return false;
  if (startsUp(program, { at: { path, ...at }, node, context, chain: [] })) return false;
  if (context.async) return true;
  return program.contexts
    .reachFromAsync(node)
    .some(
      ({ at: call, caller, context: from, chain }) =>
        !from.test &&
        !program.onMainLine(caller, call, from) &&
        !startsUp(program, { at: call, node: caller, context: from, chain }),
    );
}

/** A validator, or three and more places of the program, none of them start-up code, call the function. */
function calledOften(program: Program, sighting: Sighting): boolean {
  const node = program.node(sighting);
  if (node === null || program.contexts.onlyFromStartup(node)) return false;
  // `#[validate(custom(function = "check_name"))]`: called for each value that comes in.
  if (/\bValidationError"/.test(JSON.stringify(node.fn.ret)) && /^(?:validate|check)_/.test(node.fn.name))
    return true;
  return node.callers.filter(({ context }) => !context.test && !context.once).length >= 3;
}

/** Text that is the same each time: literals, constants, lists of them. */
function isFixed(expr: Expr | undefined, view: View): boolean {
  if (expr === undefined) return false;
  switch (expr.kind) {
    case 'literal':
      return expr.type === 'str' || expr.type === 'bytes';
    case 'ref':
      return isFixed(expr.operand, view);
    case 'array':
      return expr.elements.length > 0 && expr.elements.every((element) => isFixed(element, view));
    case 'macro':
      if (/^(?:concat|include_str)$/.test(expr.name)) return true;
      return expr.name === 'vec' && expr.args.length > 0 && expr.args.every((arg) => isFixed(arg, view));
    case 'path':
      return /^[A-Z][A-Z0-9_]+$/.test(lastName(expr));
    default:
      return false;
  }
}
