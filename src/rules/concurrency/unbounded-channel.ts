/** Queues without a bound: what the sender may put in before the receiver takes it out is limited by memory alone. */
import type { Draft } from '../../findings/finding.js';
import type { Program, Sighting } from '../../program/program.js';
import { pathOf } from '../../program/types.js';
import { type Binding, callableOf, identsIn, usesOf } from '../../summaries/bindings.js';
import { onCall } from '../../summaries/collector.js';
import { implOf } from '../../summaries/scope.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Call, Let, Node, PathExpr } from '../../syntax/ast.js';
import { calleeName, lastName } from '../../syntax/walk.js';
import type { Rule } from '../rule.js';
import {
  type Arrivals,
  type Load,
  type Outlet,
  outletsOf,
  SENDERS,
  SENDS,
  type Send,
  Senders,
} from '../senders.js';

const CHANNELS = new Set([
  'tokio::sync::mpsc::unbounded_channel',
  'crossbeam_channel::unbounded',
  'std::sync::mpsc::channel',
  'std::sync::mpmc::channel',
  'flume::unbounded',
  'async_channel::unbounded',
  'futures_channel::mpsc::unbounded',
  'kanal::unbounded',
  'kanal::unbounded_async',
  'loole::unbounded',
  'glib::MainContext::channel',
  'concurrent_queue::ConcurrentQueue::unbounded',
  'async_priority_channel::unbounded',
  'tokio::sync::mpsc::unbounded::channel',
  'local_channel::mpsc::channel',
  'actix_utils::mpsc::channel',
  'local_sync::mpsc::unbounded::channel',
]);
/** Crates with a family of constructors that begin in `unbounded`. */
const FAMILIES = /^(?:crossfire|postage)::.*::unbounded\w*$/;
const SEG_QUEUE = 'crossbeam_queue::SegQueue::new';

/** Names of channels that carry a word of command now and then. */
const SIGNALS =
  /(?:^|_)(?:shutdown|signal|sig|cancel|ctrl|ctrl_c|stop|exit|quit|kill|terminate|abort|close|done)(?:_|$)/;
/** Queues of things that come back: their length is the number of things. */
const POOLS = /pool|free|recycl|spare|reuse|unused|idle/i;

interface Seen {
  readonly what: 'channel';
  readonly path: string;
  /** Type arguments as written: the message's type. */
  readonly message: Ty;
  /** How the sender is used in this file, null when it is not bound to a name here. */
  readonly sender: Sender | null;
  readonly names: readonly string[];
  /** Where the sender goes. */
  readonly outlets: readonly Outlet[];
  /** The function that makes the channel takes everything out again itself. */
  readonly drained: boolean;
  /** Its maker waits for one message, once: what was to be said is said. */
  readonly once: boolean;
  /** A comment says what limits the queue. */
  readonly reasoned: boolean;
}
/** `most`: how many messages can be sent at all: none, at most one, or any number. */
interface Sender {
  readonly most: 'none' | 'one' | 'many';
  /** Sent in a loop, or kept in shared state, or handed to code that we do not see. */
  readonly wide: boolean;
}

export const rule: Rule = {
  id: 'unbounded-channel',
  collect: [
    ...SENDERS,
    onCall(
      [
        'unbounded_channel',
        'unbounded',
        'channel',
        'unbounded_async',
        'unbounded_blocking',
        'unbounded_future',
        'unbounded_tx_future_rx_blocking',
        'new',
      ],
      (node, view) => {
        if (view.isOpaque(node)) return;
        const path = view.calledPath(node);
        if (path === null) return;
        if (path.endsWith('::new') && !path.endsWith('SegQueue::new')) return;
        if (node.args.length > 0 && /::channel$/.test(path) && !path.includes('MainContext')) return;
        const callee = node.callee.kind === 'path' ? node.callee : null;
        const generic = callee?.segments[callee.segments.length - 1]?.generics[0];
        const seen: Seen = {
          what: 'channel',
          path,
          message: generic === undefined ? null : view.tyOf(generic),
          names: namesAround(node),
          ...endsOf(node, view),
          reasoned: isReasoned(node, view),
        };
        view.emit(node, seen);
      },
    ),
  ],
  judge: ({ program }) => judge(program),
};

function* judge(program: Program): Generator<Draft> {
  const channels: { readonly sighting: Sighting; readonly seen: Seen }[] = [];
  const others: Sighting[] = [];
  for (const sighting of program.candidates('unbounded-channel')) {
    const seen: Seen | Send | Arrivals = sighting.data;
    if (seen.what === 'channel') channels.push({ sighting, seen });
    else others.push(sighting);
  }
  if (channels.length === 0) return;
  const senders = new Senders(program, others);
  for (const { sighting, seen } of channels) {
    const draft = draftOf(program, senders, sighting, seen);
    if (draft !== null) yield draft;
  }
}

function draftOf(program: Program, senders: Senders, sighting: Sighting, seen: Seen): Draft | null {
  const path = program.canonical(sighting.path, seen.path);
  const isQueue = path === SEG_QUEUE;
  if (!isQueue && !CHANNELS.has(path) && !FAMILIES.test(path)) return null;
  if (isQueue && seen.names.some((name) => POOLS.test(name))) return null;
  if (seen.once || (seen.sender !== null && seen.sender.most !== 'many')) return null;
  const draft = {
    rule: 'unbounded-channel',
    at: { path: sighting.path, ...sighting.at },
    params: { callee: path },
  };
  if (seen.names.some((name) => SIGNALS.test(name))) {
    return { ...draft, severity: 'suggestion', confidence: 'medium' };
  }
  if (isQueue) return { ...draft, severity: 'warning', confidence: 'medium' };
  const load = senders.loadOf(sighting, seen.names, seen.outlets);
  if (load.typed || isAdmitted(program, sighting.path, seen, load)) return null;
  return { ...draft, ...weightOf(program, sighting, seen, load) };
}

/** How surely, and how badly, the queue can grow: that depends on who sends. */
function weightOf(
  program: Program,
  sighting: Sighting,
  seen: Seen,
  load: Load,
): Pick<Draft, 'severity' | 'confidence' | 'related'> {
  const file = sighting.path;
  const serves = program.answers(file);
  const doubtful = { severity: 'suggestion', confidence: 'low' } as const;
  if (seen.reasoned || isUnit(program, file, seen, load) || isGathered(seen, load)) return doubtful;
  const replies = asksForReply(program, file, seen, load);
  if (load.driven !== null) {
    // A program for the command line has one user, who waits for it.
    if (!serves && program.parsesArguments(file)) return doubtful;
    const { by, at: send } = load.driven;
    const published = program.isPublished(file);
    // How many listen, and how slowly, and who asks how often, is up to users of a library that nobody sees.
    if (published && (by === 'subscribers' || (by === 'request' && isNews(seen)))) return doubtful;
    const message =
      by === 'subscribers' ? 'the slowest of all listeners gets it here' : 'whatever arrives is sent on here';
    const related = [{ path: send.path, ...send.at, message }];
    // Who waits for the answer sends no second message; and a channel made for one request ends with it, unless kept.
    const kept = seen.outlets.some(({ to }) => to !== 'call');
    const calm =
      replies ||
      (by === 'request' && isOrder(program, send)) ||
      isNews(seen) ||
      (program.inHandler(sighting) && !kept);
    return serves && !calm && by !== 'subscribers'
      ? { severity: 'critical', confidence: 'high', related }
      : { severity: 'warning', confidence: 'medium', related };
  }
  // Nothing from outside is seen to fill it: as long as the program's own work, or as the news of a thing.
  const isTool = program.parsesArguments(file) && !serves;
  if (replies || isTool || program.isPublished(file)) return doubtful;
  const wide = (seen.sender === null || seen.sender.wide) && !program.inHandler(sighting);
  // Of all the places that send, none was seen to do so for others: then it takes somebody to look.
  const flooded = wide && serves && !isNews(seen) && load.sends.length === 0;
  return { severity: flooded ? 'critical' : 'warning', confidence: flooded ? 'high' : 'medium' };
}

const ORDERS =
  /^(?:create|delete|remove|drop|start|stop|enable|disable|abort|cancel|pause|resume|reload|restart|spawn)(?:_|$)/;

/** Sent by a function that some thing is made or ended with, as an operator has it done now and then. */
function isOrder(program: Program, send: Sighting): boolean {
  return ORDERS.test(program.node(send)?.fn.name ?? '');
}

/** Messages without contents: the queue is a number. */
function isUnit(program: Program, file: string, seen: Seen, { sends }: Load): boolean {
  const types = messageTypes(program, file, seen, sends);
  return types.length > 0 && types.every((ty) => ty !== null && 'tuple' in ty && ty.tuple.length === 0);
}

/** Each of the tasks that were started here sends what it found, and the maker collects all of it anyway. */
function isGathered({ drained }: Seen, { sends }: Load): boolean {
  return (
    drained &&
    sends.length > 0 &&
    sends.every(({ context }) => (context.spawned || context.bridge !== null) && context.loops === 0)
  );
}

/** The message takes a way to answer along: its sender waits for that. */
function asksForReply(program: Program, file: string, seen: Seen, { sends }: Load): boolean {
  return messageTypes(program, file, seen, sends).some((ty) => holdsSender(program, ty, 2));
}

function messageTypes(program: Program, file: string, seen: Seen, sends: readonly Sighting[]): Ty[] {
  const sent = sends.map((site) => {
    const { message }: Send = site.data;
    return program.settle(site.path, message);
  });
  return [program.settle(file, seen.message), ...sent].filter((ty) => ty !== null);
}

function holdsSender(program: Program, ty: Ty, depth: number): boolean {
  const inner = program.types.peelAll(ty);
  if (inner === null) return false;
  if ('tuple' in inner) return inner.tuple.some((part) => holdsSender(program, part, depth));
  if (!('p' in inner)) return false;
  if (/(?:oneshot::\w*Sender|::(?:Oneshot|Reply|Response)Sender|Responder)$/.test(inner.p)) return true;
  if (depth === 0) return false;
  const entry = program.index.types.get(inner.p);
  if (entry === undefined)
    return (inner.a ?? []).some((argument) => holdsSender(program, argument, depth - 1));
  const fields = [...entry.type.fields, ...entry.type.variants.flatMap((variant) => variant.fields)];
  return fields.some((field) => holdsSender(program, program.settle(entry.file, field.ty), depth - 1));
}

const NEWS =
  /event|watch|config|notif|status|result|report|update|change|state|slot|fork|bank|ack|repl(?:y|ies)|respons|resp/;

/** News of a thing come as often as the thing changes, and answers as often as somebody asked. */
function isNews(seen: Seen): boolean {
  return seen.names.some((name) => NEWS.test(name));
}

/** Admission is limited elsewhere: every message holds a permit. */
function isAdmitted(program: Program, file: string, seen: Seen, { sends }: Load): boolean {
  return (
    messageTypes(program, file, seen, sends).some((ty) => carriesPermit(program, ty)) ||
    seen.outlets.some((outlet) => outlet.to === 'field' && takesPermits(program, file, outlet))
  );
}

function carriesPermit(program: Program, message: Ty): boolean {
  const inner = program.types.peelAll(message);
  if (inner !== null && 'tuple' in inner) return inner.tuple.some((part) => carriesPermit(program, part));
  const path = pathOf(inner);
  if (path === null) return false;
  const fields = program.index.types.get(path)?.type.fields ?? [];
  return PERMIT.test(path) || fields.some((field) => PERMIT.test(JSON.stringify(field.ty)));
}

/** The sender is kept in a field whose type says what its messages hold. */
function takesPermits(program: Program, file: string, kept: Extract<Outlet, { to: 'field' }>): boolean {
  const path = pathOf(program.settle(file, { p: kept.owner }));
  const fields = path === null ? [] : (program.index.types.get(path)?.type.fields ?? []);
  return fields.some(({ name, ty }) => name === kept.name && PERMIT.test(JSON.stringify(ty)));
}

const PERMIT = /SemaphorePermit/;

/** Names that the channel's ends, or what holds it, have here. */
function namesAround(node: Call): string[] {
  const names: string[] = [];
  for (let n: Node | null = node.parent; n !== null; n = n.parent) {
    if (n.kind === 'let') {
      names.push(...identsIn(n.pattern).map((ident) => ident.name));
      break;
    }
    if (n.kind === 'struct') {
      const field = n.fields.find((f) => f.value.start <= node.start && node.end <= f.value.end);
      if (field !== undefined) names.push(field.name);
      // `BufferPool { queue: SegQueue::new() }`; the queue of a thread pool is one of jobs.
      const owner = ownerName(n.path);
      if (/Pool/.test(owner) && !/Thread|Work|Task|Job|Exec/.test(owner)) names.push(owner);
      break;
    }
    if (n.kind === 'static') names.push(n.name);
    if (n.kind === 'fn' || n.kind === 'expr') break;
  }
  return names.map((name) => name.toLowerCase());
}

/** The struct's name, of `Self` too. */
function ownerName(path: PathExpr): string {
  const name = lastName(path);
  const self = name === 'Self' ? implOf(path) : null;
  return self?.kind === 'impl' && self.self.kind === 'tyPath' ? ownerName(self.self.path) : name;
}

/** Authors who weighed it say so: `// bounded by the connection limit`. */
const REASONED = /\b(?:un)?bounded\b|back-?pressure|\bcapacity\b|never (?:fills|grows|more than)|at most/i;

function isReasoned(node: Node, view: View): boolean {
  const line = view.line(node.start);
  return view.file.comments.some((comment) => {
    const at = view.line(comment.end);
    return at <= line && at >= line - 4 && REASONED.test(view.text(comment)) && !/~/.test(view.text(comment));
  });
}

/** What becomes of the two ends, where `let (tx, rx) = …` gives them names. */
function endsOf(node: Call, view: View): Pick<Seen, 'sender' | 'outlets' | 'drained' | 'once'> {
  const unknown = { sender: null, outlets: [], drained: false, once: false };
  let n: Node = node;
  while (n.parent !== null && (n.parent.kind === 'try' || n.parent.kind === 'ref')) n = n.parent;
  const owner = n.parent;
  if (owner?.kind !== 'let' || owner.init !== n || owner.pattern.kind !== 'patTuple') return unknown;
  const [first, second] = owner.pattern.elements;
  if (first?.kind === 'patWild') return { ...unknown, sender: { most: 'none', wide: false } };
  if (first?.kind !== 'patIdent') return unknown;
  const binding: Binding = { name: first.name, ident: first, owner };
  const receiver: Binding | null =
    second?.kind === 'patIdent' ? { name: second.name, ident: second, owner } : null;
  return {
    sender: usageOf(binding, owner, view, 0),
    outlets: outletsOf(binding, view),
    drained: receiver !== null && isDrainedHere(receiver),
    once: receiver !== null && isReadOnce(receiver, owner, view),
  };
}

/** The receiver's one use takes one message, where the channel is made: it lives no longer than the answer takes. */
function isReadOnce(receiver: Binding, from: Let, view: View): boolean {
  const [use, ...more] = usesOf(receiver);
  if (use?.kind !== 'path' || more.length > 0 || callableOf(use) !== callableOf(receiver.ident)) return false;
  const { parent } = use;
  return (
    parent?.kind === 'method' &&
    /^(?:recv|recv_async|recv_timeout|recv_deadline|next)$/.test(parent.name) &&
    !repeatsWithin(parent, from, view)
  );
}

/** The receiver is read by the very code that made the channel, not by a task or thread, and not handed on. */
function isDrainedHere(receiver: Binding): boolean {
  const home = callableOf(receiver.ident);
  const uses = usesOf(receiver).flatMap((use) => (use.kind === 'path' ? [use] : []));
  return uses.length > 0 && uses.every((use) => callableOf(use) === home && isReading(use));
}

function isReading({ parent }: Node): boolean {
  if (parent?.kind === 'for') return true;
  if (parent?.kind === 'ref') return isReading(parent);
  return (
    parent?.kind === 'method' &&
    /^(?:recv\w*|try_recv|iter|try_iter|into_iter|next|try_next|collect\w*|for_each|map|close|stream|into_stream|is_empty|len)$/.test(
      parent.name,
    )
  );
}

function usageOf(binding: Binding, from: Let, view: View, depth: number): Sender {
  let sends = 0;
  let wide = false;
  for (const use of usesOf(binding)) {
    if (use.kind !== 'path') continue;
    const parent = use.parent;
    const call = parent?.kind === 'ref' ? parent.parent : parent;
    if (parent?.kind === 'method' && parent.receiver === use) {
      if (SENDS.has(parent.name)) {
        const repeats = repeatsWithin(parent, from, view);
        sends += repeats ? 2 : 1;
        wide ||= repeats;
        continue;
      }
      if (parent.name === 'clone') {
        const copy = cloneUsage(parent, from, view, depth);
        sends += copy === null ? 2 : copy.most === 'none' ? 0 : copy.most === 'one' ? 1 : 2;
        wide ||= copy === null || copy.wide;
        continue;
      }
      if (
        /^(?:is_closed|is_empty|len|same_channel|closed|capacity|close_channel|is_disconnected)$/.test(
          parent.name,
        )
      )
        continue;
      sends += 2;
      wide = true;
      continue;
    }
    if (call?.kind === 'call' && calleeName(call) === 'drop') continue;
    // Passed on, stored, returned: any number of messages; stored means shared.
    sends += 2;
    wide ||=
      parent?.kind === 'struct' ||
      parent?.kind === 'method' ||
      parent?.kind === 'tuple' ||
      parent?.kind === 'assign';
  }
  return { most: sends === 0 ? 'none' : sends === 1 ? 'one' : 'many', wide };
}

/** `let tx2 = tx.clone();`, perhaps in a loop. */
function cloneUsage(clone: Node, from: Let, view: View, depth: number): Sender | null {
  const statement = clone.parent;
  if (depth > 3 || statement?.kind !== 'let' || statement.pattern.kind !== 'patIdent') return null;
  const binding: Binding = { name: statement.pattern.name, ident: statement.pattern, owner: statement };
  const usage = usageOf(binding, statement, view, depth + 1);
  if (usage.most === 'one' && repeatsWithin(clone, from, view)) return { most: 'many', wide: usage.wide };
  return usage;
}

/** Can `node` run more than once for one run of the statement `from`? */
function repeatsWithin(node: Node, from: Let, view: View): boolean {
  const owner = callableOf(from);
  for (let n: Node | null = node.parent; n !== null && n !== owner; n = n.parent) {
    if (n.kind === 'for' || n.kind === 'while' || n.kind === 'loop') {
      if (!(n.start <= from.start && from.end <= n.end)) return true;
    }
    if (n.kind === 'closure' && !(n.start <= from.start && from.end <= n.end)) {
      const use = view.closureUse(n);
      if (use !== 'inline' && use !== 'once' && use !== 'blocking' && use !== 'thread') return true;
    }
    if (n.kind === 'fn') return true;
  }
  return false;
}
