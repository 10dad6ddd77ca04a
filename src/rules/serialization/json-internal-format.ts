/** JSON between a program's own processes: written to a cache or queue, and read back by the same code base. */
import type { FnNode } from '../../program/graph.js';
import type { Program, Sighting } from '../../program/program.js';
import { onCall, onMethod } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { Rule } from '../rule.js';

type Seen =
  | { readonly kind: 'json'; readonly path: string }
  | { readonly kind: 'store'; readonly method: string; readonly on: Ty };

const CODECS = new Set([
  'serde_json::to_vec',
  'serde_json::to_string',
  'serde_json::from_slice',
  'serde_json::from_str',
]);
const METHODS =
  `set set_ex set_nx pset_ex get get_ex mget mset hset hget lpush rpush lpop rpop publish xadd put put_cf get_cf
  insert basic_publish send send_result try_send set_options`.split(/\s+/);
const STORES: readonly (readonly [RegExp, string])[] = [
  [/^(?:redis|fred|deadpool_redis|bb8_redis)::/, 'Redis'],
  [/^sled::/, 'sled'],
  [/^rocksdb::/, 'RocksDB'],
  [/^rdkafka::producer::/, 'Kafka'],
  [/^lapin::/, 'the queue'],
  [/^(?:redb|heed|fjall)::/, 'the store'],
  [/^(?:tokio::net|std::os::unix::net)::UnixStream$/, 'the socket'],
];
const CHANNELS = /(?:^|::)(?:Sender|UnboundedSender|SyncSender)$/;

export const rule: Rule = {
  id: 'json-internal-format',
  collect: [
    onCall(['to_vec', 'to_string', 'from_slice', 'from_str'], (node, view) => {
      const path = view.calledPath(node);
      if (path !== null && !view.isOpaque(node)) view.emit(node, { kind: 'json', path } satisfies Seen);
    }),
    onMethod(METHODS, (node, view) => {
      if (!view.isOpaque(node))
        view.emit(node, { kind: 'store', method: node.name, on: view.typeOf(node.receiver) } satisfies Seen);
    }),
  ],
  *judge({ program, candidates }) {
    const stores = new Map<FnNode, string>();
    for (const sighting of candidates) {
      const seen: Seen = sighting.data;
      const node = program.node(sighting);
      if (seen.kind !== 'store' || node === null) continue;
      const store = storeOf(program, sighting, seen.on);
      if (store !== null && !stores.has(node)) stores.set(node, store);
    }
    const reported = new Set<FnNode>();
    for (const sighting of candidates) {
      const seen: Seen = sighting.data;
      if (seen.kind !== 'json' || !CODECS.has(program.canonical(sighting.path, seen.path))) continue;
      const node = program.node(sighting);
      const store = node === null ? undefined : stores.get(node);
      if (node === null || store === undefined || reported.has(node)) continue;
      reported.add(node);
      yield { rule: 'json-internal-format', at: { path: sighting.path, ...sighting.at }, params: { store } };
    }
  },
};

function storeOf(program: Program, { path }: Sighting, on: Ty): string | null {
  const settled = program.types.peel(program.settle(path, on));
  if (settled === null || !('p' in settled)) return null;
  const head = settled.p;
  if (CHANNELS.test(head)) return isBytes(settled.a?.[0] ?? null) ? 'the channel' : null;
  return STORES.find(([pattern]) => pattern.test(head))?.[1] ?? null;
}

/** `Vec<u8>`, `Bytes`: what goes through the channel is encoded. */
function isBytes(type: Ty): boolean {
  if (type === null || !('p' in type)) return false;
  const [item] = type.a ?? [];
  if (type.p === 'std::vec::Vec')
    return item !== undefined && item !== null && 'p' in item && item.p === 'u8';
  return /^bytes::(?:bytes::)?Bytes$/.test(type.p);
}
