/** Which macros of std and of the libraries everybody uses take what, and how their arguments become expressions. */
import { eachTop, isSpace, skipComment } from './lexer.js';
import { type Piece, Tokens } from './tokens.js';

/** Lists of expressions, perhaps with names (`x = 1`) and tracing's `%` and `?` sigils. */
export const ARGUMENT_MACROS = new Set(
  `format print println eprint eprintln write writeln panic todo unimplemented unreachable format_args
   assert assert_eq assert_ne debug_assert debug_assert_eq debug_assert_ne dbg vec try join try_join ready pin
   info warn error debug trace log event span info_span warn_span error_span debug_span trace_span
   anyhow bail ensure eyre concat env option_env include include_str include_bytes smallvec bail_spanned
   hashmap btreemap pin_mut pin_utils join_all poll_fn izip compile_error stringify addr_of addr_of_mut
   assert_matches static_assert const_assert dispatch offset_of html instrument_await`.split(/\s+/),
);

/** Their arguments name something and are no code that runs. */
export const NO_CODE_MACROS = new Set(
  `concat env option_env include include_str include_bytes stringify compile_error line file column module_path cfg
   include_proto macro_rules offset_of matches_regex html`.split(/\s+/),
);

export const MATCH_MACROS = new Set(['matches', 'assert_matches', 'debug_assert_matches']);
export const SELECT_MACROS = new Set(['select', 'select_biased', 'select_ok']);
export const STREAM_MACROS = new Set(['stream', 'try_stream', 'async_stream_block', 'gen']);
export const LAZY_MACROS = new Set(['lazy_static', 'thread_local', 'task_local']);

/** `vec![value; length]`. */
function isRepeatMacro(name: string): boolean {
  return name === 'vec' || name === 'smallvec';
}

const SIGIL = /^\s*(?:[A-Za-z_]\w*\s*:(?!:)\s*)?([%?])?\s*/;
const NAMED_SIGIL = /^(\s*(?:[A-Za-z_][\w.]*|"[^"]*")\s*=)\s*([%?])\s*/;
const DOTTED = /^\s*(?:[A-Za-z_]\w*(?:\.\w+)+|"[^"]*"|r#\w+)\s*=(?!=)\s*/;
const COLON = 58;

const SEMICOLON = 59;
const COMMA = 44;
const EQUALS = 61;
const GREATER = 62;

/**
 * What stands between commas and around `=>`, each without its sigils; what is only blank or comment is left out.
 * `semicolons` tells that this is no plain list: `vec![value; length]`.
 */
export function argumentsIn(
  text: string,
  body: Piece,
): { readonly pieces: readonly Piece[]; readonly semicolons: boolean } {
  const pieces: Piece[] = [];
  let semicolons = false;
  let from = body.start;
  const take = (end: number): void => {
    const piece = withoutSigils(text, { start: from, end });
    if (hasCode(text, piece)) pieces.push(piece);
  };
  eachTop(text, body.start, body.end, (at, c) => {
    const width = c === COMMA ? 1 : c === EQUALS && text.charCodeAt(at + 1) === GREATER ? 2 : 0;
    if (width > 0) {
      take(at);
      from = at + width;
    }
    semicolons ||= c === SEMICOLON;
    return false;
  });
  take(body.end);
  return { pieces, semicolons };
}

function hasCode(text: string, { start, end }: Piece): boolean {
  for (let at = start; at < end; ) {
    const after = skipComment(text, at, end);
    if (after > at) at = after;
    else if (isSpace(text.charCodeAt(at))) at++;
    else return true;
  }
  return false;
}

/** The two parts of `vec![value; length]`; null for lists and for other macros. */
export function repeatIn(
  text: string,
  body: Piece,
  name: string,
): readonly [value: Piece, length: Piece] | null {
  if (!isRepeatMacro(name)) return null;
  const [value, length, ...more] = new Tokens(text, body).split(';');
  return value === undefined || length === undefined || more.length > 0 ? null : [value, length];
}

/** The argument without tracing's sigils (`%err`, `?err`), labels (`target: "x"`) and field names with dots. */
function withoutSigils(text: string, argument: Piece): Piece {
  let needed = false;
  const stop = Math.min(argument.end, argument.start + 200);
  for (let i = argument.start; i < stop && !needed; i++) {
    const c = text.charCodeAt(i);
    // `%`, `=`, `?`, `:` but for `::`
    needed =
      c === 37 ||
      c === 61 ||
      c === 63 ||
      (c === COLON && text.charCodeAt(i + 1) !== COLON && text.charCodeAt(i - 1) !== COLON);
  }
  if (!needed) return argument;
  const source = text.slice(argument.start, stop);
  const cut = (NAMED_SIGIL.exec(source) ?? DOTTED.exec(source) ?? SIGIL.exec(source))?.[0].length ?? 0;
  return { start: argument.start + cut, end: argument.end };
}
