/** How many bytes a value of a type takes inline, as far as the types are known. */
import type { Program } from '../program/program.js';
import type { Ty } from '../summaries/ty.js';

const SIZES: Readonly<Record<string, number>> = {
  bool: 1,
  u8: 1,
  i8: 1,
  u16: 2,
  i16: 2,
  u32: 4,
  i32: 4,
  f32: 4,
  char: 4,
  u64: 8,
  i64: 8,
  f64: 8,
  usize: 8,
  isize: 8,
  u128: 16,
  i128: 16,
  'std::string::String': 24,
  'std::vec::Vec': 24,
  'std::time::Duration': 16,
  'std::time::Instant': 16,
  'std::net::SocketAddr': 32,
  'uuid::Uuid': 16,
};
const MAX_DEPTH = 4;

/** A lower bound in bytes on 64-bit targets, or null when nothing is known. */
export function leastSize(program: Program, file: string, term: Ty, depth = 0): number | null {
  const ty = program.settle(file, term);
  if (ty === null || depth > MAX_DEPTH) return null;
  const sizeOf = (part: Ty, from = file) => leastSize(program, from, part, depth + 1);
  if ('array' in ty) {
    const element = sizeOf(ty.array);
    return element === null || ty.len === null ? null : element * ty.len;
  }
  if ('ref' in ty) return 8;
  if ('tuple' in ty) return ty.tuple.reduce<number>((sum, part) => sum + (sizeOf(part) ?? 0), 0);
  if (!('p' in ty)) return null;
  const known = Object.hasOwn(SIZES, ty.p) ? SIZES[ty.p] : undefined;
  if (known !== undefined) return known;
  if (ty.p === 'std::option::Option') return sizeOf(ty.a?.[0] ?? null);
  const entry = program.index.types.get(ty.p);
  if (entry === undefined || entry.type.kind !== 'struct') return null;
  return entry.type.fields.reduce((sum, field) => sum + (sizeOf(field.ty, entry.file) ?? 0), 0);
}
