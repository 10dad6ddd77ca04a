/** How much a saving weighs: where requests pass, on the way to one result, or once in a program's life. */
import type { Confidence } from '../findings/finding.js';
import type { Program, Sighting } from '../program/program.js';
import { peelRefs } from '../program/types.js';
import { type Binding, bindingOf, fnOf, identsIn, usesOf } from '../summaries/bindings.js';
import type { Ty } from '../summaries/ty.js';
import type { View } from '../summaries/view.js';
import type { Block, Expr, Node } from '../syntax/ast.js';
import { calleeName, findNode, lastName } from '../syntax/walk.js';

/** The rule's own severity where a loop or a request does it again and again; elsewhere it is worth a thought at most. */
export function severityByLoad(program: Program, sighting: Sighting): { readonly severity?: 'suggestion' } {
  return sighting.context.loops > 0 || program.inHandler(sighting) ? {} : { severity: 'suggestion' };
}

/**
 * Rules of many small savings are surest of themselves in code that requests run through. What runs once in the
 * program's life, or is slight by itself, is true and not worth a change.
 * @param usual The confidence where it matters.
 * @param slight What the rule's half of the file says: see `isSlight`.
 */
export function confidenceByLoad(
  program: Program,
  sighting: Sighting,
  usual: Confidence = 'medium',
  slight = false,
): Confidence {
  if (slight || usual === 'low') return 'low';
  if (program.inHandler(sighting)) return usual;
  // Configuration is read once, and a table is printed once, however many loops that takes.
  if (SETTINGS.test(sighting.path)) return 'low';
  return sighting.context.loops < 3 && program.runsOnce(sighting) ? 'low' : 'medium';
}

/** Files that read what somebody configured. */
const SETTINGS =
  /(?:^|\/)(?:\w+_)?(?:config|conf|settings|options|opts|manifest|preferences|args|cli)s?(?:_\w+)?(?:\/|\.rs$)/;

/** Lists that somebody wrote by hand, and lists of what went wrong: they are short. */
const HAND_WRITTEN =
  /^(?:\w+_)?(?:opts?|options?|config|cfg|conf|settings?|args|arguments|flags|features|plugins|kinds|sources|exts|extensions?|prefixes|suffixes|keywords|levels|steps|errors|failures|warnings)$/;
/** Elements of a literal list that are few. */
const FEW = 8;
const HEAVY_MACROS = /(?:^|::)(?:select|join|try_join)$/;

/**
 * Next to what each round of the loop does, or with as many rounds as it has, an allocation more or less is nothing:
 * the loop waits for something in each round, or goes over a list that somebody wrote by hand.
 */
export function isSlight(loop: Node, view: View): boolean {
  const body = bodyOf(loop);
  if (body !== null && waits(body)) return true;
  const list = loopedOver(loop);
  if (list !== null && isWaitedFor(list, view)) return true;
  // Gone over in each round of another loop, a short list is long.
  const over = view.loopsAround(loop).length > 0 ? null : list;
  return over !== null && isShort(over, view);
}

/** Each element is what a future gave, and all of them were waited for: `let passes = join_all(…).await`. */
function isWaitedFor(over: Expr, view: View): boolean {
  return (
    findNode(
      over,
      (n) => n.kind === 'path' && isJoined(view.binding(n)?.owner),
      (n) => n.kind !== 'closure',
    ) !== null
  );
}

function isJoined(owner: Binding['owner'] | undefined): boolean {
  if (owner?.kind !== 'let' || owner.init === null) return false;
  const init = owner.init.kind === 'try' ? owner.init.base : owner.init;
  return (
    init.kind === 'await' && init.base.kind === 'call' && /^(?:try_)?join_all$/.test(calleeName(init.base))
  );
}

/** The loop's own rounds wait: for a future, or for another process. */
function waits(body: Node): boolean {
  return (
    findNode(
      body,
      (n) =>
        n.kind === 'await' ||
        (n.kind === 'macro' && HEAVY_MACROS.test(n.name)) ||
        (n.kind === 'method' &&
          /^(?:spawn|status|output|wait|wait_with_output)$/.test(n.name) &&
          n.args.length === 0),
      (n) => n.kind !== 'closure' && n.kind !== 'fn' && !(n.kind === 'block' && n.async),
    ) !== null
  );
}

function bodyOf(loop: Node): Block | Expr | null {
  return loop.kind === 'for' || loop.kind === 'while' || loop.kind === 'loop' || loop.kind === 'closure'
    ? loop.body
    : null;
}

function loopedOver(loop: Node): Expr | null {
  if (loop.kind === 'for') return loop.iter;
  return loop.kind === 'closure' && loop.parent?.kind === 'method' ? loop.parent.receiver : null;
}

/** What an adapter's closure goes over, to be settled by `isOption`; null for statements. */
export function adaptedBy(loop: Node, view: View): Ty {
  return loop.kind === 'closure' && loop.parent?.kind === 'method' ? view.typeOf(loop.parent.receiver) : null;
}

/** `map` and the like of an option or a result: their closure runs once, and there is no loop. */
export function isOption(program: Program, file: string, adapted: Ty): boolean {
  const settled = peelRefs(program.settle(file, adapted));
  return settled !== null && 'p' in settled && /^std::(?:option::Option|result::Result)$/.test(settled.p);
}

/** Adapters between a list and the loop over it. */
const ADAPTERS =
  /^(?:iter|iter_mut|into_iter|enumerate|rev|map|filter|filter_map|cloned|copied|zip|inspect|keys|values|as_ref|as_deref|unwrap_or_default|clone|drain|skip|take|chain)$/;

/** A list that somebody wrote by hand, by its name or because it stands there. */
export function isShort(over: Expr, view: View): boolean {
  let n = over;
  for (;;) {
    if (n.kind === 'ref' || n.kind === 'unary') n = n.operand;
    else if (n.kind === 'try') n = n.base;
    else if (n.kind === 'method' && ADAPTERS.test(n.name)) n = n.receiver;
    else break;
  }
  for (let place: Expr = n; ; place = place.base) {
    if (place.kind === 'field' && HAND_WRITTEN.test(place.name)) return true;
    if (place.kind === 'path') return isShortPath(place, view);
    if (place.kind !== 'field') return isShortLiteral(place);
  }
}

function isShortPath(path: Extract<Expr, { kind: 'path' }>, view: View): boolean {
  const last = lastName(path);
  if (HAND_WRITTEN.test(last)) return true;
  const binding = path.segments.length === 1 ? view.binding(path) : null;
  // `if let Some(fds) = &self.opts.fds`
  if (binding?.owner.kind === 'letCond')
    return isPlace(binding.owner.value) && isShort(binding.owner.value, view);
  if (binding?.owner.kind === 'let') {
    const { init, type } = binding.owner;
    if (type?.kind === 'tyArray' && type.length !== null)
      return (view.constant(type.length) ?? FEW + 1) <= 2 * FEW;
    return init !== null && isShortLiteral(init);
  }
  if (binding !== null || !/^[A-Z][A-Z0-9_]*$/.test(last)) return false;
  const constant = constantAround(path, last) ?? view.scope.constants.get(last);
  return constant?.kind === 'static' && constant.value !== null && isShortLiteral(constant.value);
}

function isPlace(expr: Expr): boolean {
  if (expr.kind === 'ref') return isPlace(expr.operand);
  return expr.kind === 'field' ? isPlace(expr.base) : expr.kind === 'path';
}

/** A constant that a block around declares. */
function constantAround(node: Node, name: string): Node | undefined {
  for (let n: Node | null = node; n !== null && n.kind !== 'mod'; n = n.parent) {
    const found =
      n.kind === 'block' ? n.stmts.find((one) => one.kind === 'static' && one.name === name) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function isShortLiteral(expr: Expr): boolean {
  let n = expr;
  while (n.kind === 'ref') n = n.operand;
  if (n.kind === 'macro')
    return n.name === 'vec' && n.args.length <= FEW && n.args.length > 0 && n.form !== 'repeat';
  return n.kind === 'array' && n.elements.length <= FEW;
}

const COMPLAINTS =
  /^(?:\w+_)?(?:err|error|errors|warning|warnings|usage|help|hint|hints|complaint|panic)(?:_\w+)?$/;
const COMPLAINING =
  /(?:^|::)(?:bail|anyhow|eyre|format_err|ensure|panic|error|warn|eprintln|eprint|unreachable|internal_err|unimplemented)$/;

/** The text that grows in `target` becomes an error message or a warning: nobody waits for it. */
export function isComplaint(target: Expr, view: View): boolean {
  // `*text += …`
  if (target.kind === 'unary') return isComplaint(target.operand, view);
  const binding = view.binding(target);
  if (binding === null) return target.kind === 'field' && COMPLAINTS.test(target.name);
  if (COMPLAINTS.test(binding.name)) return true;
  if (usesOf(binding).some((use) => goesToComplaint(use.kind === 'path' ? use : use.literal))) return true;
  return binding.owner.kind === 'param' && lendsComplaint(binding);
}

/** `fn describe(text: &mut String, …)` inside the function that makes an error of the text. */
function lendsComplaint({ owner }: Binding): boolean {
  const callee = owner.parent;
  if (callee?.kind !== 'fn' || owner.kind !== 'param') return false;
  const index = callee.params.indexOf(owner);
  const around = callee.parent === null ? null : fnOf(callee.parent);
  if (around === null || around.body === null) return false;
  const lends = (n: Node): boolean => {
    if (n.kind !== 'call' || n.callee.kind !== 'path' || n.callee.segments[0]?.name !== callee.name)
      return false;
    const lent = n.args[index];
    const binding = lent?.kind === 'ref' ? bindingOf(lent.operand) : null;
    return (
      binding !== null &&
      usesOf(binding).some((use) => goesToComplaint(use.kind === 'path' ? use : use.literal))
    );
  };
  return findNode(around.body, lends) !== null;
}

function placeName(place: Expr): string {
  if (place.kind === 'field') return place.name;
  return place.kind === 'path' ? lastName(place) : '';
}

function goesToComplaint(use: Node): boolean {
  for (let n: Node = use; n.parent !== null; n = n.parent) {
    const outer: Node = n.parent;
    switch (outer.kind) {
      case 'macro':
        if (COMPLAINING.test(outer.name)) return true;
        break;
      case 'call':
        if (outer.callee.kind === 'path' && outer.callee !== n) {
          const names = outer.callee.segments.map((one) => one.name);
          if (names[names.length - 1] === 'Err' || names.some((name) => /Error$|^Err/.test(name)))
            return true;
        }
        break;
      case 'method':
        if (outer.receiver === n) return false;
        if (/^(?:context|wrap_err|expect|warn|error)$/.test(outer.name)) return true;
        if (COMPLAINTS.test(placeName(outer.receiver))) return true;
        break;
      case 'let':
        // `let text = format!("…{lines}");`: what is made of it.
        return identsIn(outer.pattern).some((ident) => COMPLAINTS.test(ident.name));
      case 'struct':
        if (outer.path.segments.some((one) => /Error$/.test(one.name))) return true;
        break;
      case 'assign':
      case 'for':
      case 'fn':
      case 'closure':
        return false;
      default:
    }
    if (outer.kind === 'expr') return false;
  }
  return false;
}

const SIDE_DOORS =
  /(?:^|[/_])(?:health\w*|metrics|tracing|admin|console|debug|prometheus|status|\w*auth|captive\w*|test_helpers?|test_utils?)(?:[/_.]|$)/;

/** A file that serves probes, operators or tests: one small answer now and then. */
export function isSideDoor(file: string): boolean {
  return SIDE_DOORS.test(file);
}
