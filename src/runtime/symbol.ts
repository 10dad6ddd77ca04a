/** The many ways in which profilers print one Rust function become its path, without generics, hashes and closures. */

const HASH = /::h[0-9a-f]{16}$/;
const DISAMBIGUATOR = /\[[0-9a-f]{8,16}\]/g;
/** What compilers and linkers append to a name. */
const CLONE = /(?:\.(?:llvm|constprop|isra|part|cold|lto_priv)(?:\.[0-9a-f]+)?)+$/;
/** `{{closure}}`, `{closure#0}`, `{async_fn_env#0}`, `{{vtable.shim}}`. */
const BRACED = /(?:::)?\{\{?[^{}]*\}?\}/g;
const ASYNC_BODY = /^\{async (?:fn|closure) body of (.+?)(?:\(\))?\}$/;

/** The paths that the symbol may mean: two for a trait's method, none where it names no function. */
export function pathsOf(symbol: string): readonly string[] {
  const body = ASYNC_BODY.exec(symbol.trim())?.[1];
  if (body !== undefined) return pathsOf(body);
  const bare = symbol.trim().replace(HASH, '').replace(CLONE, '').replace(DISAMBIGUATOR, '');
  const paths = qualified(bare) ?? [plain(bare)];
  return [...new Set(paths.filter((path) => /^[\p{L}_][\p{L}\p{N}_:]*$/u.test(path)))];
}

/** `<T as Trait>::m` is `T::m` and `Trait::m`; `a::<impl Trait for T>::m` as well. */
function qualified(symbol: string): string[] | null {
  const start = symbol.startsWith('<') ? 0 : symbol.indexOf('::<impl ');
  if (start < 0) return null;
  const open = symbol.indexOf('<', start);
  const close = closing(symbol, open);
  if (close < 0) return null;
  const inner = symbol.slice(open + 1, close).replace(/^impl /, '');
  const rest = plain(symbol.slice(close + 1));
  const owners = splitTop(inner, ' as ') ?? splitTop(inner, ' for ')?.reverse() ?? [inner];
  return owners.flatMap((owner) => ownerPaths(owner).map((path) => path + rest));
}

/** A type in front of `::method`; it may be qualified itself. */
function ownerPaths(owner: string): readonly string[] {
  const type = owner.replace(/^(?:&|\*const |\*mut |mut |dyn |'\w+ )+/, '');
  return qualified(type) ?? [plain(type)];
}

function plain(symbol: string): string {
  return withoutGenerics(symbol)
    .replace(BRACED, '')
    .replace(/\(.*\)$/, '')
    .replace(/^\s+|\s+$/g, '');
}

function withoutGenerics(text: string): string {
  let result = '';
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== '<') {
      result += text[at];
      continue;
    }
    const close = closing(text, at);
    if (close < 0) return result;
    if (result.endsWith('::')) result = result.slice(0, -2);
    at = close;
  }
  return result;
}

/** Where the bracket that opens at `open` closes; the arrow of `fn() -> T` is no bracket. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '<') depth++;
    else if (text[at] === '>' && text[at - 1] !== '-' && --depth === 0) return at;
  }
  return -1;
}

/** Splits at the first `separator` outside brackets. */
function splitTop(text: string, separator: string): string[] | null {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '<') depth++;
    else if (text[at] === '>' && text[at - 1] !== '-') depth--;
    else if (depth === 0 && text.startsWith(separator, at))
      return [text.slice(0, at), text.slice(at + separator.length)];
  }
  return null;
}
