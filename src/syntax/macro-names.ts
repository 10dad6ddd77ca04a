/** Which macros of std and of the libraries everybody uses take what, and how their arguments become expressions. */
import type { Piece } from './tokens.js';

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
export function isRepeatMacro(name: string): boolean {
  return name === 'vec' || name === 'smallvec';
}

const SIGIL = /^\s*(?:[A-Za-z_]\w*\s*:(?!:)\s*)?([%?])?\s*/;
const NAMED_SIGIL = /^(\s*(?:[A-Za-z_][\w.]*|"[^"]*")\s*=)\s*([%?])\s*/;
const DOTTED = /^\s*(?:[A-Za-z_]\w*(?:\.\w+)+|"[^"]*"|r#\w+)\s*=(?!=)\s*/;
const COLON = 58;

/** The argument without tracing's sigils (`%err`, `?err`), labels (`target: "x"`) and field names with dots. */
export function withoutSigils(text: string, argument: Piece): Piece {
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
