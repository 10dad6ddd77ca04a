/** Enums that serde decodes by trying one variant after the other on a buffered copy of the value. */
import type { Program, Sighting } from '../../program/program.js';
import { onNode } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { Enum } from '../../syntax/ast.js';
import {
  type Decoded,
  decodedTypes,
  decodedVisitors,
  isSettings,
  isWrittenByHand,
} from '../decoded-types.js';
import type { Rule } from '../rule.js';
import { derivesSerde, serdeOption } from '../serde-attributes.js';

/** So many trials weigh however seldom they are made. */
const MANY = 8;

interface Seen {
  readonly kind: 'enum';
  readonly name: string;
  readonly type: Ty;
  readonly variants: number;
  /** One of two variants is a format of the past, by its name: both must be read. */
  readonly old: boolean;
  /** Types of the only fields of the variants; null where a variant is more than one value. */
  readonly values: readonly Ty[] | null;
  /** Of each variant the only value, or what several fields are written as; in order. */
  readonly shapes: readonly (Ty | 'list' | 'map' | 'null')[];
}
/** Decoding one of these from a buffered copy costs no more than reading it. */
const SCALARS = new Set(
  `bool char str i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64 std::string::String
   serde_json::Number uuid::Uuid rust_decimal::Decimal bigdecimal::BigDecimal`.split(/\s+/),
);

const OLD =
  /^(?:Legacy|Old|Compat|Deprecated|Obsolete|Previous|V0|V1)|(?:Legacy|Old|Compat|Deprecated|V0|V1)$/;

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
        old: node.variants.length === 2 && node.variants.some(({ name }) => OLD.test(name)),
        values: valuesOf(node)?.map((type) => view.tyOf(type)) ?? null,
        shapes: node.variants.filter(isRead).map((variant) => {
          const [only] = variant.fields;
          if (only === undefined) return 'null';
          if (only.name !== '0') return 'map';
          return variant.fields.length > 1 ? 'list' : view.tyOf(only.type);
        }),
      };
      view.emit(node, seen, view.span(attr));
    }),
    ...decodedVisitors,
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
    const hot = decodedTypes(
      program,
      decoded,
      (sighting) => sighting.context.loops > 0 || program.inHandler(sighting),
    );
    const byHand = decodedTypes(program, decoded, (sighting) => isWrittenByHand(program, sighting));
    const byProgram = decodedTypes(program, decoded, (sighting) => !isWrittenByHand(program, sighting));
    for (const { sighting, seen } of enums) {
      if (seen.variants < 2) continue;
      const scalars = seen.values?.every((type) => isScalar(program, sighting.path, type)) === true;
      if (scalars && seen.variants <= 2) continue;
      const path = program.headPath(sighting.path, seen.type);
      const kinds = seen.shapes.map((shape) => kindOf(program, sighting.path, shape));
      const often = path !== null && hot.has(path);
      // What is decoded once is decoded fast enough, and people like to write it in more ways than one.
      const isNamedSo = isSettings(sighting.path, seen.name);
      const isSetting =
        path !== null &&
        ((isNamedSo && !often) ||
          ((byHand.has(path) || isNamedSo || isBuilt(program, sighting.path, seen)) &&
            (!byProgram.has(path) || isReadOnce(program, sighting.path, often))));
      // In code that nobody else uses we would see who decodes it often.
      const isOpen = program.isPublished(sighting.path);
      const isMild = isSetting || isToldByKind(kinds);
      const isNegligible =
        isSetting || seen.old || (isMild && (seen.variants === 2 || kinds[kinds.length - 1] === 'any'));
      yield {
        rule: 'serde-untagged',
        confidence: isNegligible ? 'low' : often ? 'high' : 'medium',
        at: { path: sighting.path, ...sighting.at },
        params: { name: seen.name, variants: String(seen.variants) },
        severity:
          !scalars && !isMild && (often || seen.variants >= (isOpen ? 3 : MANY)) ? 'warning' : 'suggestion',
      };
    }
  },
};

/** People put every variant's value together with a builder: it tells a library what to do, and is no message. */
function isBuilt(program: Program, file: string, { values }: Seen): boolean {
  return (
    values !== null &&
    values.length > 0 &&
    values.every((type) => {
      const path = program.headPath(file, type);
      const derives = path === null ? [] : (program.index.types.get(path)?.type.derives ?? []);
      return derives.some((name) => /(?:^|::)\w*Builder$/.test(name));
    })
  );
}

/** A tool reads its settings or its state when it starts. */
function isReadOnce(program: Program, file: string, often: boolean): boolean {
  return !often && program.parsesArguments(file) && !program.answers(file);
}

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

/** How JSON writes a value; `any` takes whatever comes, null is not known. */
type Kind = 'scalar' | 'list' | 'map' | 'any' | null;

/**
 * What the value begins with tells the variant: each miss fails at its first character. A last variant that takes
 * whatever the one before does not know is no trial either.
 */
function isToldByKind(kinds: readonly Kind[]): boolean {
  const last = kinds[kinds.length - 1];
  if (kinds.length === 2 && last === 'any') return true;
  const early = last === 'any' ? kinds.slice(0, -1) : kinds;
  return (
    !early.includes(null) &&
    !early.includes('any') &&
    early.filter((kind) => kind === 'list').length <= 1 &&
    early.filter((kind) => kind === 'map').length <= 1
  );
}

const LISTS =
  /^std::(?:vec::Vec|slice|collections::(?:VecDeque|HashSet|BTreeSet|BinaryHeap))$|(?:^|::)(?:IndexSet|FxHashSet|SmallVec)$/;
const MAPS =
  /^std::collections::(?:HashMap|BTreeMap)$|^serde_json::Map$|(?:^|::)(?:IndexMap|FxHashMap|AHashMap)$/;

function kindOf(program: Program, file: string, shape: Seen['shapes'][number]): Kind {
  if (shape === 'null') return 'scalar';
  if (shape === 'list' || shape === 'map') return shape;
  if (isScalar(program, file, shape)) return 'scalar';
  const settled = program.types.peel(program.settle(file, shape));
  if (settled === null) return null;
  if ('slice' in settled || 'array' in settled || 'tuple' in settled) return 'list';
  if (!('p' in settled)) return null;
  if (/^(?:std::path::PathBuf|url::Url)$/.test(settled.p)) return 'scalar';
  if (/(?:^|::)(?:Value|RawValue|JsonValue)$/.test(settled.p)) return 'any';
  if (LISTS.test(settled.p)) return 'list';
  if (MAPS.test(settled.p)) return 'map';
  const { type } = program.index.types.get(settled.p) ?? {};
  // An enum of names alone is written as one of them.
  if (
    type?.kind === 'enum' &&
    type.variants.length > 0 &&
    type.variants.every((one) => one.fields.length === 0)
  )
    return 'scalar';
  return type?.kind === 'struct' && type.fields.some(({ name }) => name !== '0') ? 'map' : null;
}

function isScalar(program: Program, file: string, type: Ty): boolean {
  const settled = program.types.peel(program.settle(file, type));
  if (settled === null || !('p' in settled)) return false;
  if (settled.p === 'std::option::Option' || settled.p === 'std::borrow::Cow')
    return isScalar(program, file, settled.a?.[0] ?? null);
  return SCALARS.has(settled.p);
}
