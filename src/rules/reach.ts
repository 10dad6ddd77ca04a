/**
 * The judgement that all `…-in-async` rules share: does this code run on an async worker thread? Directly, or
 * through synchronous functions called from async code, in which case the finding stands at the call.
 */
import type { Confidence, Draft, Location, Related } from '../findings/finding.js';
import { groupBy } from '../findings/group.js';
import { type Edge, type FnNode, isMain } from '../program/graph.js';
import type { Program, Sighting } from '../program/program.js';
import type { SiteContext } from '../summaries/summary.js';
import { endsIt, type Site, startsUp } from './startup.js';

export interface Blocking {
  /** What blocks, as the message names it: `std::fs::read`. */
  readonly callee: string;
  readonly confidence?: Confidence;
  readonly severity?: Draft['severity'];
  readonly message?: string;
  readonly help?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly fix?: Draft['fix'];
  /**
   * Short as often as not, so that how often it is done decides: `server` weighs wherever connections are served,
   * `request` only in what answers them.
   */
  readonly light?: 'server' | 'request';
  /** It panics in a runtime's context, whoever waits. */
  readonly panics?: boolean;
  /** It waits for the person at the terminal, who waits too. */
  readonly personal?: boolean;
}

/** What they do, they do the first time only. */
const ONCE = /^(?:get_or_(?:try_)?init|ensure_\w+)$/;

const ONE_LOWER: Readonly<Record<Confidence, Confidence>> = { high: 'medium', medium: 'medium', low: 'low' };

/**
 * @param confirm What a sighting turns out to be once types are known; null when it is nothing.
 * @param base The rule's own confidence, for findings in async code itself.
 */
export function* blockingFindings(
  rule: string,
  program: Program,
  base: Confidence,
  confirm: (sighting: Sighting) => Blocking | null,
): Generator<Draft> {
  /** Call sites that already have a finding of this rule. */
  const reported = new Set<string>();
  for (const sighting of program.candidates(rule)) {
    const { context } = sighting;
    if (context.test || context.bridge !== null || context.detached || context.once || context.ending)
      continue;
    if (program.lacksRuntime(sighting.path)) continue;
    if (context.async) {
      if (program.isStartup(sighting)) continue;
      const blocking = confirm(sighting);
      if (blocking === null) continue;
      const at = { path: sighting.path, ...sighting.at };
      const weight = weigh(program, blocking, { at, node: program.node(sighting), context, chain: [] });
      yield {
        rule,
        at,
        ...wordsOf(blocking),
        ...(weight.alone ? { message: `\`${blocking.callee}\` ${HOLDS}` } : {}),
        ...severityOf(weight.severity),
        confidence: weight.confidence ?? blocking.confidence ?? base,
      };
      continue;
    }
    const node = program.node(sighting);
    if (node === null || node.fn.cold || program.contexts.isBridged(node)) continue;
    const reaches = program.contexts.reachFromAsync(node);
    if (reaches.length === 0) continue;
    const blocking = confirm(sighting);
    if (blocking === null) continue;
    const found: Reached[] = [];
    for (const { at, chain, caller, context: from } of reaches) {
      if (from.test || from.ending) continue;
      const key = `${at.path}:${at.line}:${at.column}`;
      if (reported.has(key)) continue;
      reported.add(key);
      const weight = weigh(program, blocking, { at, node: caller, context: from, chain, inner: context });
      found.push({ at, chain, caller, weight });
    }
    const here = { path: sighting.path, ...sighting.at };
    const confidence = blocking.confidence ?? base;
    for (const alike of groupBy(found, ({ weight }) => JSON.stringify(weight)).values()) {
      if (alike.length >= MANY && alike.some(({ caller }) => caller !== alike[0]?.caller))
        yield whereAllEnd(rule, blocking, here, alike, ONE_LOWER[confidence]);
      else for (const one of alike) yield atTheCall(rule, blocking, here, one, confidence, node.fn.name);
    }
  }
}

/** So many calls that lead to one place are one thing to mend, and it is there. */
const MANY = 8;
/** How many of them are shown. */
const SHOWN = 3;

/** A call in async code from which blocking code is reached. */
interface Reached {
  readonly at: Location;
  readonly chain: readonly Edge[];
  readonly caller: FnNode;
  readonly weight: Weight;
}

function atTheCall(
  rule: string,
  blocking: Blocking,
  here: Location,
  { at, chain, weight }: Reached,
  confidence: Confidence,
  blockingFn: string,
): Draft {
  const related: Related[] = chain.slice(1).map((edge) => ({
    ...edge.at,
    message: `which calls \`${edge.to.fn.name}\``,
  }));
  related.push({ ...here, message: `\`${blocking.callee}\` blocks here` });
  const first = chain[0]?.to.fn.name ?? blockingFn;
  return {
    rule,
    at,
    ...wordsOf(blocking),
    message: `\`${first}\` ${weight.alone ? HOLDS : BLOCKS}: it calls \`${blocking.callee}\``,
    ...severityOf(weight.severity),
    // An edit at the call cannot mend what the callee does.
    confidence: weight.confidence ?? (ONCE.test(first) ? 'low' : ONE_LOWER[confidence]),
    related,
  };
}

/** @param alike Of one weight. */
function whereAllEnd(
  rule: string,
  blocking: Blocking,
  here: Location,
  alike: readonly Reached[],
  confidence: Confidence,
): Draft {
  const callers = [...groupBy(alike, ({ caller }) => caller).values()].flatMap((group) => group.slice(0, 1));
  const { alone, severity, confidence: own } = alike[0]?.weight ?? { alone: false };
  return {
    rule,
    at: here,
    ...wordsOf(blocking),
    message: `\`${blocking.callee}\` ${alone ? HOLDS : BLOCKS}: ${alike.length} calls in ${callers.length} async functions lead here`,
    ...severityOf(severity),
    confidence: own ?? confidence,
    related: callers.slice(0, SHOWN).map(({ at, caller }) => ({
      ...at,
      message: `\`${caller.fn.name}\` comes to it from here`,
    })),
  };
}

const BLOCKS = 'blocks the async worker thread';
/** Said where no worker thread is involved. */
const HOLDS = 'blocks the thread that drives this future, and all that it waits for with it';

/** Where async code blocks. */
interface BlockingSite extends Site {
  /** Where in the last function of the chain. */
  readonly inner?: SiteContext;
}

interface Weight {
  readonly severity: Draft['severity'];
  readonly confidence?: Confidence;
  /** On the main line. */
  readonly alone: boolean;
}

/**
 * Critical is what fails under load. What a program does for its own user alone, at its start, or in passing, is
 * worth a thought at most.
 */
function weigh(program: Program, blocking: Blocking, site: BlockingSite): Weight {
  const { at, node, context } = site;
  if (blocking.panics === true) return { severity: blocking.severity, alone: false };
  const alone = program.onMainLine(node, at, context);
  if (alone && blocking.personal === true && program.parsesArguments(at.path))
    return { severity: 'suggestion', confidence: 'low', alone };
  // A plain function that waits for a future itself, as its helper: nothing but that future is on its thread.
  const waited = context.driven && !context.spawned && node !== null && !isMain(node);
  if (alone || isMinor(program, blocking, site)) return { severity: 'suggestion', alone };
  // Done once, before anybody waits for it or after: nobody would change it for speed.
  if (waited || startsUp(program, site) || endsIt(site))
    return { severity: 'suggestion', confidence: 'low', alone };
  return { severity: program.isTool(at.path) ? 'warning' : blocking.severity, alone };
}

/** Done seldom, or on a way that is seldom taken. */
function isMinor(program: Program, { light }: Blocking, site: BlockingSite): boolean {
  if (light === undefined) return false;
  const { at, node, context, chain, inner } = site;
  if (context.cold || inner?.cold === true || chain.some(({ to }) => SELDOM.test(to.fn.name))) return true;
  if (program.contexts.inHandler(node, at, context)) return false;
  if ([node, ...chain.map(({ to }) => to)].some((fn) => fn !== null && MAKES.test(fn.fn.name))) return true;
  if (context.loops > 0 && !context.events) return false;
  const looped = inner !== undefined && inner.loops > 0;
  return light === 'request' || !program.answers(at.path) || (chain.length > 0 && !looped);
}

/** What a value needs to come to be is done once for it. */
const MAKES = /^(?:new|try_new|build|open|from_\w+|with_\w+)$/;
/** Names of what is done when something failed, and of what is done once and remembered. */
const SELDOM =
  /(?:^|_)(?:error|err|fail|failed|failure|reject|rejected|once)(?:_|$)|^(?:cache_|get_or_(?:try_)?init|ensure_)/;
function severityOf(severity: Draft['severity']): Pick<Draft, 'severity'> {
  return severity === undefined ? {} : { severity };
}

function wordsOf({ callee, message, help, params, fix }: Blocking): Omit<Draft, 'rule' | 'at'> {
  return {
    params: { callee, ...params },
    ...(message === undefined ? {} : { message }),
    ...(help === undefined ? {} : { help }),
    ...(fix === undefined ? {} : { fix }),
  };
}
