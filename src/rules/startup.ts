/** Code that runs when a program starts or ends, told by names and callers where the program's order is out of sight. */
import type { Location } from '../findings/finding.js';
import type { Edge, FnNode } from '../program/graph.js';
import type { Program } from '../program/program.js';
import type { SiteContext } from '../summaries/summary.js';

/** Where async code does something, by itself or through calls. */
export interface Site {
  readonly at: Location;
  readonly node: FnNode | null;
  readonly context: SiteContext;
  /** Calls from there down to what is done. */
  readonly chain: readonly Edge[];
}

/** Where in the last function of a chain something is done. */
export interface Placed {
  readonly at: Location;
  readonly context: SiteContext;
}

const STOP = /(?:^|_)(?:shutdown|terminate|teardown|sig(?:int|term)|on_exit|uninstall|daemonize)(?:_|$)/;
const START =
  /(?:^|_)(?:credentials|config|configs|configuration|settings|init|initialize|initialise|setup|start|startup|launch|bind|listen|bootstrap|daemonize)(?:_|$)|(?:^|_)main$/;
/** What is started for each request or connection. */
const EACH =
  /(?:^|_)(?:session|conn|connection|stream|upload|download|request|transaction|job|task|transfer|multipart)(?:_|$)/;
/** Types that hold what a program is told when it starts. */
const TOLD = /(?:Config|Configuration|Settings|Args|Opts|Options|Cli)$/;
/** Files about the same. */
const START_FILE =
  /(?:^|\/)(?:\w+_)?(?:config|configuration|settings|bootstrap|startup)\.rs$|(?:^|\/)(?:config|configuration|settings|bootstrap|startup)\/\w+\.rs$/;
const MAX_CALLERS = 4;

/** By its name, or by those of all that call it, the function is part of ending. */
export function endsIt({ node, chain }: Site): boolean {
  return (
    (node !== null && isPartOfEnding(node, MAX_CALLERS)) || chain.some(({ to }) => STOP.test(to.fn.name))
  );
}

function isPartOfEnding(node: FnNode, depth: number): boolean {
  if (STOP.test(node.fn.name)) return true;
  const known = node.callers.filter(({ from, context }) => from !== node && !context.test);
  return (
    depth > 0 &&
    node.takenBy.length === 0 &&
    known.length > 0 &&
    known.every(({ from, context }) => context.ending || isPartOfEnding(from, depth - 1))
  );
}

/** One of the functions around what is done goes on to serve, and until then makes the server: it loads its keys. */
export function makesServer(program: Program, site: Site, here: Placed | null): boolean {
  const { at, node, context, chain } = site;
  const places = [...(node === null ? [] : [{ node, at, context }])];
  for (const [index, { to }] of chain.entries()) {
    const place = chain[index + 1] ?? here;
    if (place !== null) places.push({ node: to, at: place.at, context: place.context });
  }
  return places.some(
    (place) =>
      !place.context.spawned &&
      program.contexts.preparesToServe(place.node, place.at) &&
      !program.contexts.inHandler(place.node, place.at, place.context),
  );
}

/** By name or by its callers, code that runs when a program starts, or when it is told to start anew. */
export function startsUp(program: Program, { at, node, context, chain }: Site): boolean {
  if (context.spawned || context.events || program.contexts.inHandler(node, at, context)) return false;
  if (chain.some(({ to }) => isNamedStart(to.fn))) return true;
  return node !== null && (isStartFile(node) || runsAtStart(node, MAX_CALLERS));
}

/** In a file about starting, unless what arrives later calls it. */
function isStartFile(node: FnNode): boolean {
  const isAnswer = node.callers.some(({ context }) => !context.test && (context.spawned || context.events));
  return START_FILE.test(node.file) && !isAnswer;
}

function runsAtStart(node: FnNode, depth: number): boolean {
  const { fn, callers, takenBy } = node;
  if (isNamedStart(fn)) return true;
  if (fn.self !== null && 'p' in fn.self && TOLD.test(fn.self.p)) return true;
  const known = callers.filter(({ from, context }) => from !== node && !context.test);
  return (
    depth > 0 &&
    takenBy.length === 0 &&
    known.length > 0 &&
    known.every(({ from, context }) => !context.spawned && !context.events && runsAtStart(from, depth - 1))
  );
}

function isNamedStart({ name }: FnNode['fn']): boolean {
  return START.test(name) && !EACH.test(name);
}
