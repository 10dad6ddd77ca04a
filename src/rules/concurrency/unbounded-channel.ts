/** Queues without a bound: what the sender may put in before the receiver takes it out is limited by memory alone. */
import type { Draft } from '../../findings/finding.js';
import type { Program, Sighting } from '../../program/program.js';
import { pathOf } from '../../program/types.js';
import { type Binding, callableOf, identsIn, usesOf } from '../../summaries/bindings.js';
import { onCall } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Call, Let, Node } from '../../syntax/ast.js';
import type { Rule } from '../rule.js';

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
  readonly path: string;
  /** Type arguments as written: the message's type. */
  readonly message: Ty;
  /** How the sender is used in this file, null when it is not bound to a name here. */
  readonly sender: Sender | null;
  readonly names: readonly string[];
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
          path,
          message: generic === undefined ? null : view.tyOf(generic),
          sender: senderOf(node, view),
          names: namesAround(node),
        };
        view.emit(node, seen);
      },
    ),
  ],
  judge: ({ program }) => judge(program),
};

function* judge(program: Program): Generator<Draft> {
  for (const sighting of program.candidates('unbounded-channel')) {
    const draft = draftOf(program, sighting);
    if (draft !== null) yield draft;
  }
}

function draftOf(program: Program, sighting: Sighting): Draft | null {
  const seen: Seen = sighting.data;
  const path = program.canonical(sighting.path, seen.path);
  const isQueue = path === SEG_QUEUE;
  if (!isQueue && !CHANNELS.has(path) && !FAMILIES.test(path)) return null;
  if (sighting.context.test) return null;
  if (isQueue && seen.names.some((name) => POOLS.test(name))) return null;
  if (seen.sender?.most === 'none' || seen.sender?.most === 'one') return null;
  if (carriesPermit(program, sighting.path, seen.message)) return null;
  const draft = {
    rule: 'unbounded-channel',
    at: { path: sighting.path, ...sighting.at },
    params: { callee: path },
  };
  if (seen.names.some((name) => SIGNALS.test(name))) {
    return { ...draft, severity: 'suggestion', confidence: 'medium' };
  }
  if (isQueue) return { ...draft, severity: 'warning', confidence: 'medium' };
  // A channel made for one request ends with it.
  const wide = (seen.sender === null || seen.sender.wide) && !program.inHandler(sighting);
  // Who answers others can be sent more than it can take; most other queues are as long as their own work.
  const flooded = wide && program.answers(sighting.path) && !isNews(seen);
  return { ...draft, severity: flooded ? 'critical' : 'warning', confidence: flooded ? 'high' : 'medium' };
}

const NEWS =
  /event|watch|config|notif|status|result|report|update|change|state|slot|fork|bank|ack|repl(?:y|ies)|respons|resp/;

/** News of a thing come as often as the thing changes, and answers as often as somebody asked. */
function isNews(seen: Seen): boolean {
  return seen.names.some((name) => NEWS.test(name));
}

/** Admission is limited elsewhere: every message holds a permit. */
function carriesPermit(program: Program, file: string, message: Ty): boolean {
  const path = pathOf(program.types.peelAll(program.settle(file, message)));
  const fields = path === null ? [] : (program.index.types.get(path)?.type.fields ?? []);
  return fields.some((field) => JSON.stringify(field.ty)?.includes('SemaphorePermit') === true);
}

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
      break;
    }
    if (n.kind === 'static') names.push(n.name);
    if (n.kind === 'fn' || n.kind === 'expr') break;
  }
  return names.map((name) => name.toLowerCase());
}

function senderOf(node: Call, view: View): Sender | null {
  let n: Node = node;
  while (n.parent !== null && (n.parent.kind === 'try' || n.parent.kind === 'ref')) n = n.parent;
  const statement = n.parent;
  if (statement?.kind !== 'let' || statement.init !== n || statement.pattern.kind !== 'patTuple') return null;
  const [first] = statement.pattern.elements;
  if (first?.kind === 'patWild') return { most: 'none', wide: false };
  if (first?.kind !== 'patIdent') return null;
  return usageOf({ name: first.name, ident: first, owner: statement }, statement, view, 0);
}

const SENDS = new Set([
  'send',
  'unbounded_send',
  'try_send',
  'start_send',
  'send_blocking',
  'send_async',
  'feed',
]);

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
    if (call?.kind === 'call' && call.callee.kind === 'path') {
      const last = call.callee.segments[call.callee.segments.length - 1]?.name;
      if (last === 'drop') continue;
    }
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
      if (use === 'inline-loop' || use === 'unknown' || use === 'rayon') return true;
    }
    if (n.kind === 'fn') return true;
  }
  return false;
}
