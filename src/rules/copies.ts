/** How much it costs to copy a value of a type: judged by the type alone. */
import type { Program } from '../program/program.js';
import type { Ty } from '../summaries/ty.js';

/**
 * `bits`: copied without allocating, or shared by a counter. `text`: one allocation and its bytes. `data`: grows with
 * what is in it. null: not known.
 */
export type CopyCost = 'bits' | 'text' | 'data' | null;

const TEXT = new Set([
  'std::string::String',
  'std::path::PathBuf',
  'std::ffi::OsString',
  'std::ffi::CString',
  'str',
  'std::path::Path',
  'std::ffi::OsStr',
]);
const DATA = new Set([
  'std::vec::Vec',
  'std::collections::VecDeque',
  'std::collections::HashMap',
  'std::collections::BTreeMap',
  'std::collections::HashSet',
  'std::collections::BTreeSet',
  'std::collections::BinaryHeap',
  'serde_json::Value',
  'serde_json::Map',
  'serde_yaml::Value',
  'toml::Value',
  'toml::Table',
  'http::HeaderMap',
  'reqwest::header::HeaderMap',
  'bytes::BytesMut',
]);
const BITS =
  /^(?:bool|char|[iu](?:8|16|32|64|128|size)|f32|f64|std::(?:sync::(?:Arc|Weak|mpsc::\w*Sender)|rc::(?:Rc|Weak)|time::\w+|net::\w+|cmp::Ordering|task::Waker|marker::PhantomData)|uuid::Uuid|bytes::Bytes|tokio::sync::.*Sender|tokio_util::sync::CancellationToken|tracing::Span)$/;

/** References and state wrappers off: the cost of copying the value itself. `Arc<T>` is `bits`. */
export function copyCost(program: Program, file: string, ty: Ty): CopyCost {
  return costOf(program, program.settle(file, ty), 0);
}

function costOf(program: Program, settled: Ty, depth: number): CopyCost {
  let ty = settled;
  while (ty !== null && 'ref' in ty) ty = ty.ref;
  if (ty === null || depth > 4) return null;
  if ('slice' in ty) return 'data';
  if ('array' in ty) return costOf(program, ty.array, depth + 1);
  if ('tuple' in ty) return worst(ty.tuple.map((t) => costOf(program, t, depth + 1)));
  if (!('p' in ty)) return null;
  if (BITS.test(ty.p)) return 'bits';
  if (TEXT.has(ty.p)) return 'text';
  if (DATA.has(ty.p)) return 'data';
  if (ty.p === 'std::boxed::Box' || ty.p === 'std::option::Option')
    return costOf(program, ty.a?.[0] ?? null, depth + 1);
  const entry = program.index.types.get(ty.p);
  if (entry === undefined || entry.type.kind !== 'struct') return null;
  const { derives, fields } = entry.type;
  if (derives.some((name) => /(?:^|::)Copy$/.test(name))) return 'bits';
  // A hand-written `Clone` may share what it holds.
  if (!derives.some((name) => /(?:^|::)Clone$/.test(name))) return null;
  return worst(fields.map((field) => costOf(program, program.settle(entry.file, field.ty), depth + 1)));
}

/** Unknown parts hide nothing: what is known to be dear is dear. */
function worst(costs: readonly CopyCost[]): CopyCost {
  if (costs.includes('data')) return 'data';
  if (costs.includes('text')) return 'text';
  return costs.includes(null) ? null : 'bits';
}
