/**
 * The judgement that all `…-in-async` rules share: does this code run on an async worker thread? Directly, or
 * through synchronous functions called from async code, in which case the finding stands at the call.
 */
import type { Confidence, Draft, Location, Related } from '../findings/finding.js';
import { groupBy } from '../findings/group.js';
import { type Edge, type FnNode, isMain } from '../program/graph.js';
import type { Program, Sighting } from '../program/program.js';
import { endsIt, makesServer, type Placed, type Site, startsUp } from './startup.js';

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
  /** Over before anybody notices, most often. */
  readonly quick?: boolean;
  /** It panics in a runtime's context, whoever waits. */
  readonly panics?: boolean;
  /** It does nothing but wait, so a timer of the runtime does the same. */
  readonly idles?: boolean;
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
  sightings: readonly Sighting[] = program.candidates(rule),
): Generator<Draft> {
  /** Of each call, the worst of what it does. */
  const calls = new Map<string, Reached>();
  for (const sighting of sightings) {
    const { context } = sighting;
    if (context.bridge !== null || context.detached || context.once || context.ending) continue;
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
    const here = { path: sighting.path, ...sighting.at };
    for (const { at, chain, caller, context: from } of reaches) {
      if (from.test || from.ending) continue;
      const inner = { at: here, context };
      const weight = weigh(program, blocking, { at, node: caller, context: from, chain, inner });
      const one: Reached = { at, chain, caller, weight, blocking, here, fn: node.fn.name };
      const key = `${at.path}:${at.line}:${at.column}`;
      const known = calls.get(key);
      if (known === undefined || worth(weight) > worth(known.weight)) calls.set(key, one);
    }
  }
  const places = groupBy([...calls.values()], ({ here, weight }) => JSON.stringify([here, weight]));
  for (const alike of places.values()) {
    if (alike.length >= MANY && alike.some(({ caller }) => caller !== alike[0]?.caller))
      yield* whereAllEnd(rule, alike, base);
    else for (const one of alike) yield atTheCall(rule, one, base);
  }
}

/** Shown before hidden, then by severity. */
function worth({ severity, confidence }: Weight): number {
  const isShown = confidence === 'low' ? 0 : 4;
  return isShown + (severity === 'suggestion' ? 0 : severity === 'warning' ? 1 : 2);
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
  readonly blocking: Blocking;
  /** Where it blocks, and in which function. */
  readonly here: Location;
  readonly fn: string;
}

function atTheCall(
  rule: string,
  { at, chain, weight, blocking, here, fn }: Reached,
  base: Confidence,
): Draft {
  const related: Related[] = chain.slice(1).map((edge) => ({
    ...edge.at,
    message: `which calls \`${edge.to.fn.name}\``,
  }));
  related.push({ ...here, message: `\`${blocking.callee}\` blocks here` });
  const first = chain[0]?.to.fn.name ?? fn;
  return {
    rule,
    at,
    ...wordsOf(blocking),
    message: `\`${first}\` ${weight.alone ? HOLDS : BLOCKS}: it calls \`${blocking.callee}\``,
    ...severityOf(weight.severity),
    // An edit at the call cannot mend what the callee does.
    confidence: weight.confidence ?? (ONCE.test(first) ? 'low' : ONE_LOWER[blocking.confidence ?? base]),
    related,
  };
}

/** @param alike Of one place and one weight. */
function* whereAllEnd(rule: string, alike: readonly Reached[], base: Confidence): Generator<Draft> {
  const [first] = alike;
  if (first === undefined) return;
  const { blocking, here, weight } = first;
  const callers = [...groupBy(alike, ({ caller }) => caller).values()].flatMap((group) => group.slice(0, 1));
  yield {
    rule,
    at: here,
    ...wordsOf(blocking),
    message: `\`${blocking.callee}\` ${weight.alone ? HOLDS : BLOCKS}: ${alike.length} calls in ${callers.length} async functions lead here`,
    ...severityOf(weight.severity),
    confidence: weight.confidence ?? ONE_LOWER[blocking.confidence ?? base],
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
  readonly inner?: Placed;
}

interface Weight {
  readonly severity: Draft['severity'];
  readonly confidence?: Confidence;
  /** On the main line. */
  readonly alone: boolean;
}

/**
 * Critical is what fails under load. What a program does for its own user alone, at its start, or in passing, nobody
 * would change: it is true, and of low confidence.
 */
function weigh(program: Program, blocking: Blocking, site: BlockingSite): Weight {
  const { at, node, context } = site;
  if (blocking.panics === true) return { severity: blocking.severity, alone: false };
  const alone = program.onMainLine(node, at, context);
  const slight = { severity: 'suggestion', confidence: 'low', alone } as const;
  const isUsersOwn = program.parsesArguments(at.path);
  const minor = isMinor(program, blocking, site);
  const isSlight = minor && (isUsersOwn || isDeep(program, blocking, site));
  const ends = endsIt(site);
  if (alone) {
    // A sleep is never what was meant; else only a program that is no tool may have more to do on its main line.
    const matters = blocking.idles === true || !(isUsersOwn || isSlight || ends);
    return matters ? { severity: 'suggestion', alone } : slight;
  }
  if (ends || makesServer(program, site, site.inner ?? null)) return slight;
  if (minor) return isSlight ? slight : { severity: 'suggestion', alone };
  // A plain function that waits for a future itself, as its helper: nothing but that future is on its thread.
  const waited = context.driven && !context.spawned && node !== null && !isMain(node);
  // Done once, before anybody waits for it or after.
  if (waited || startsUp(program, site)) return slight;
  // Between two rounds that sleep, one that blocks delays others now and then, and not under load.
  const atLeisure =
    (context.paced || (context.loops === 0 && isPaced(node))) &&
    blocking.idles !== true &&
    !program.contexts.inHandler(node, at, context);
  const forProbe = PROBES.test(at.path) && blocking.callee.startsWith('std::fs::');
  const lower = program.isTool(at.path) || atLeisure || forProbe;
  return { severity: lower ? lowered(blocking) : blocking.severity, alone };
}

/** Every caller we know of calls it between two rounds that sleep. */
function isPaced(node: FnNode | null): boolean {
  if (node === null || node.takenBy.length > 0) return false;
  const callers = node.callers.filter((edge) => !edge.context.test && edge.from !== node);
  return callers.length > 0 && callers.every((edge) => edge.context.paced && !edge.context.spawned);
}

function lowered({ severity }: Blocking): Draft['severity'] {
  return severity === 'suggestion' ? severity : 'warning';
}

/** Files that answer whoever asks every few seconds whether the program is well. */
const PROBES = /(?:^|[/_])(?:health\w*|liveness|readiness)(?:\/|\.rs$)/;

/** How many requests lead there we do not see; in a library, what it does itself it may do for any of them. */
function isDeep(program: Program, { quick }: Blocking, { at, context, chain }: BlockingSite): boolean {
  return program.isPublished(at.path) && (chain.length > 0 || quick === true || context.cold);
}

/** Done seldom, or on a way that is seldom taken. */
function isMinor(program: Program, { callee, light }: Blocking, site: BlockingSite): boolean {
  const { at, node, context, chain, inner } = site;
  const isAnswer = program.contexts.inHandler(node, at, context);
  const looped = context.loops > 0 && !context.events;
  const isCold =
    context.cold || inner?.context.cold === true || chain.some(({ context: between }) => between.cold);
  const isMaking = chain.length > 0 && chain.every(({ to }) => MAKES.test(to.fn.name));
  const isSeldom = isCold || (isMaking && context.loops === 0);
  if (isSeldom && !isAnswer && callee.startsWith('std::fs::')) return true;
  if (light === undefined) return false;
  if (isCold || chain.some(({ to }) => SELDOM.test(to.fn.name))) return true;
  if (isAnswer) return false;
  if ([node, ...chain.map(({ to }) => to)].some((fn) => fn !== null && MAKES.test(fn.fn.name))) return true;
  if (looped) return false;
  const isRepeated = inner !== undefined && inner.context.loops > 0;
  return light === 'request' || !program.answers(at.path) || (chain.length > 0 && !isRepeated);
}

/** The files that a value needs to come to be are opened once for it. */
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
