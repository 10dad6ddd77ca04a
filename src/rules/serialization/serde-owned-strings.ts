/** Types whose strings are copied out of a buffer that outlives them. */
import type { Sighting } from '../../program/program.js';
import { onCall, onNode } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import { callsOn, originOf } from '../builder-chain.js';
import type { Rule } from '../rule.js';
import { derivesSerde } from '../serde-attributes.js';

type Seen =
  | { readonly kind: 'struct'; readonly name: string; readonly type: Ty; readonly owned: readonly Ty[] }
  | {
      readonly kind: 'decoded';
      readonly path: string;
      readonly types: readonly Ty[];
      readonly stays: boolean;
    };

const DECODERS =
  /^(?:serde_json|simd_json|sonic_rs|postcard|rmp_serde|ciborium|toml|serde_yaml)::from_(?:str|slice|bytes)$/;
const OWNED = 3;

export const rule: Rule = {
  id: 'serde-owned-strings',
  collect: [
    onNode('structDef', (node, view) => {
      if (!derivesSerde(node.attrs, 'Deserialize') || node.generics.length > 0 || view.isOpaque(node)) return;
      if (node.attrs.some((attr) => /\b(?:FromRow|Queryable|Entity|Object|Model)\b/.test(attr.text))) return;
      const owned = node.fields.map((field) => view.tyOf(field.type));
      if (owned.length < OWNED) return;
      const type: Ty = { p: view.scope.resolveNames([node.name], node) };
      view.emit(node, { kind: 'struct', name: node.name, type, owned } satisfies Seen);
    }),
    onCall(['from_str', 'from_slice', 'from_bytes'], (node, view) => {
      const path = view.calledPath(node);
      const [input] = node.args;
      if (path === null || input === undefined || view.isOpaque(node)) return;
      const types: Ty[] = [{ try: view.typeOf(node) }];
      let top = node.parent;
      while (top !== null && (top.kind === 'try' || top.kind === 'method')) top = top.parent;
      if (top?.kind === 'let' && top.pattern.kind === 'patIdent')
        types.push(view.typeOfBinding({ name: top.pattern.name, ident: top.pattern, owner: top }));
      const isLocal = originOf(input).kind !== 'call';
      const stays = isLocal && callsOn(node).leaves.length === 0;
      view.emit(node, { kind: 'decoded', path, types, stays } satisfies Seen);
    }),
  ],
  *judge({ program, candidates }) {
    const uses = new Map<
      string,
      { readonly at: Sighting; readonly stays: boolean; readonly hot: boolean }[]
    >();
    for (const sighting of candidates) {
      const seen: Seen = sighting.data;
      if (seen.kind !== 'decoded' || !DECODERS.test(program.canonical(sighting.path, seen.path))) continue;
      for (const type of seen.types) {
        const head = program.headPath(sighting.path, type);
        if (head === null) continue;
        const use = { at: sighting, stays: seen.stays, hot: program.isHot(sighting) };
        uses.set(head, [...(uses.get(head) ?? []), use]);
        break;
      }
    }
    for (const sighting of candidates) {
      const seen: Seen = sighting.data;
      if (seen.kind !== 'struct') continue;
      const owned = seen.owned.filter((type) => isOwned(program.settle(sighting.path, type))).length;
      const head = program.headPath(sighting.path, seen.type);
      const known = head === null ? [] : (uses.get(head) ?? []);
      const hot = known.find((use) => use.hot);
      if (owned < OWNED || hot === undefined || !known.every((use) => use.stays)) continue;
      yield {
        rule: 'serde-owned-strings',
        at: { path: sighting.path, ...sighting.at },
        params: { name: seen.name, count: String(owned) },
        related: [{ path: hot.at.path, ...hot.at.at, message: 'decoded and dropped here' }],
      };
    }
  },
};

function isOwned(type: Ty): boolean {
  if (type === null || !('p' in type)) return false;
  if (type.p === 'std::option::Option') return isOwned(type.a?.[0] ?? null);
  if (type.p === 'std::string::String') return true;
  const [item] = type.a ?? [];
  return type.p === 'std::vec::Vec' && item !== undefined && item !== null && 'p' in item && item.p === 'u8';
}
