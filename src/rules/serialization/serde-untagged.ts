/** Enums that serde decodes by trying one variant after the other on a buffered copy of the value. */
import type { Program, Sighting } from '../../program/program.js';
import { onCall, onMethod, onNode } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { Enum } from '../../syntax/ast.js';
import type { Rule } from '../rule.js';
import { derivesSerde, serdeOption } from '../serde-attributes.js';

interface Seen {
  readonly kind: 'enum';
  readonly name: string;
  readonly type: Ty;
  readonly variants: number;
  /** Types of the only fields of the variants; null where a variant is more than one value. */
  readonly values: readonly Ty[] | null;
}
/** A value of this type is decoded here. */
interface Decoded {
  readonly kind: 'decoded';
  readonly type: Ty;
}

/** Decoding one of these from a buffered copy costs no more than reading it. */
const SCALARS = new Set(
  `bool char str i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64 std::string::String
   serde_json::Number uuid::Uuid rust_decimal::Decimal bigdecimal::BigDecimal`.split(/\s+/),
);

export const rule: Rule = {
  id: 'serde-untagged',
  collect: [
    onNode('enumDef', (node, view) => {
      const attr = serdeOption(node.attrs, 'untagged');
      if (attr === null || view.isOpaque(node) || !derivesSerde(node.attrs, 'Deserialize')) return;
      // With these, serde decodes another type and converts it.
      if (serdeOption(node.attrs, 'from') !== null || serdeOption(node.attrs, 'try_from') !== null) return;
      const seen: Seen = {
        kind: 'enum',
        name: node.name,
        type: { p: view.scope.resolveNames([node.name], node) },
        variants: node.variants.filter(isRead).length,
        values: valuesOf(node)?.map((type) => view.tyOf(type)) ?? null,
      };
      view.emit(node, seen, view.span(attr));
    }),
    onCall(['from_str', 'from_slice', 'from_value', 'from_reader'], (node, view) => {
      view.emit(node, { kind: 'decoded', type: { try: view.typeOf(node) } } satisfies Decoded);
    }),
    onMethod(['json'], (node, view) => {
      if (node.args.length > 0) return;
      view.emit(node, { kind: 'decoded', type: { try: { await: view.typeOf(node) } } } satisfies Decoded);
    }),
  ],
  *judge({ program, candidates }) {
    const enums: { readonly sighting: Sighting; readonly seen: Seen }[] = [];
    const decoded: Sighting[] = [];
    for (const sighting of candidates) {
      const data: Seen | Decoded = sighting.data;
      if (data.kind === 'enum') enums.push({ sighting, seen: data });
      else decoded.push(sighting);
    }
    if (enums.length === 0) return;
    const hot = typesDecodedPerRequest(program, decoded);
    for (const { sighting, seen } of enums) {
      if (seen.variants < 2) continue;
      const scalars = seen.values?.every((type) => isScalar(program, sighting.path, type)) === true;
      if (scalars && seen.variants <= 2) continue;
      const path = program.headPath(sighting.path, seen.type);
      const often = path !== null && hot.has(path);
      yield {
        rule: 'serde-untagged',
        at: { path: sighting.path, ...sighting.at },
        params: { name: seen.name, variants: String(seen.variants) },
        severity: !scalars && (seen.variants >= 3 || often) ? 'warning' : 'suggestion',
      };
    }
  },
};

function isRead(variant: Enum['variants'][number]): boolean {
  return (
    serdeOption(variant.attrs, 'skip') === null && serdeOption(variant.attrs, 'skip_deserializing') === null
  );
}

/** The one value of each variant, `null` of JSON for those without any. */
function valuesOf(node: Enum) {
  const types = [];
  for (const { fields } of node.variants.filter(isRead)) {
    const [only] = fields;
    if (fields.length > 1 || (only !== undefined && only.name !== '0')) return null;
    if (only !== undefined) types.push(only.type);
  }
  return types;
}

function isScalar(program: Program, file: string, type: Ty): boolean {
  const settled = program.types.peel(program.settle(file, type));
  if (settled === null || !('p' in settled)) return false;
  if (settled.p === 'std::option::Option' || settled.p === 'std::borrow::Cow')
    return isScalar(program, file, settled.a?.[0] ?? null);
  return SCALARS.has(settled.p);
}

/** Canonical paths of the types that loops and handlers decode, with what they hold. */
function typesDecodedPerRequest(program: Program, decoded: readonly Sighting[]): ReadonlySet<string> {
  const found = new Set<string>();
  const take = (ty: Ty): void => {
    if (ty === null) return;
    if ('ref' in ty) take(ty.ref);
    else if ('tuple' in ty) ty.tuple.forEach(take);
    else if ('slice' in ty) take(ty.slice);
    else if ('array' in ty) take(ty.array);
    else if ('p' in ty) {
      ty.a?.forEach(take);
      if (found.has(ty.p)) return;
      const entry = program.index.types.get(ty.p);
      if (entry === undefined) return;
      found.add(ty.p);
      const { fields, variants } = entry.type;
      for (const field of [...fields, ...variants.flatMap((variant) => variant.fields)])
        take(program.settle(entry.file, field.ty));
    }
  };
  for (const sighting of decoded) {
    const data: Decoded = sighting.data;
    if (sighting.context.loops > 0 || program.inHandler(sighting))
      take(program.settle(sighting.path, data.type));
  }
  for (const node of program.graph.all) {
    if (!program.contexts.isHandler(node)) continue;
    for (const param of node.fn.params) {
      const type = program.settle(node.file, param.ty);
      if (type !== null && 'p' in type && /(?:^|::)(?:Json|Form|Query)$/.test(type.p)) take(type);
    }
  }
  return found;
}
