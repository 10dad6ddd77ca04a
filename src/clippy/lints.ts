/** What `cargo clippy --message-format=json` prints becomes the lints that speak of performance. */

/** Where the compiler saw something. Lines and columns count from 1, columns in characters, ends exclusive. */
export interface LintSpan {
  /** Relative to the workspace that was compiled, or absolute. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The whole lines that it lies on. */
  readonly text: readonly string[];
}

export interface Lint {
  /** Without `clippy::`, with underscores. */
  readonly name: string;
  readonly message: string;
  /** Absolute path of the package's manifest. */
  readonly manifest: string;
  readonly at: LintSpan;
  /** What Clippy would write instead of a part of the code there; null where it names no code, or several. */
  readonly replacement: string | null;
}

/** The group `clippy::perf` as `clippy-driver -W help` of Clippy 0.1.95 lists it. */
const PERF = [
  'box_collection',
  'boxed_local',
  'cloned_ref_to_slice_refs',
  'cmp_owned',
  'collapsible_str_replace',
  'double_ended_iterator_last',
  'drain_collect',
  'expect_fun_call',
  'extend_with_drain',
  'format_in_format_args',
  'iter_overeager_cloned',
  'large_const_arrays',
  'large_enum_variant',
  'manual_contains',
  'manual_ignore_case_cmp',
  'manual_memcpy',
  'manual_retain',
  'manual_str_repeat',
  'manual_try_fold',
  'map_entry',
  'missing_const_for_thread_local',
  'missing_spin_loop',
  'readonly_write_lock',
  'redundant_allocation',
  'redundant_iter_cloned',
  'regex_creation_in_loops',
  'replace_box',
  'result_large_err',
  'sliced_string_as_bytes',
  'slow_vector_initialization',
  'to_string_in_format_args',
  'unbuffered_bytes',
  'unnecessary_to_owned',
  'useless_vec',
  'vec_init_then_push',
  'waker_clone_wake',
];

/** About time and memory as well, but of other groups. */
export const BESIDE_PERF = ['needless_collect', 'or_fun_call', 'ptr_arg', 'redundant_clone'];

export const ASKED: ReadonlySet<string> = new Set([...PERF, ...BESIDE_PERF]);

/** In the order of the output; lines that are no messages of Clippy, or not about performance, are left out. */
export function readLints(output: string): readonly Lint[] {
  return output.split('\n').flatMap((line) => {
    if (!line.startsWith('{"reason":"compiler-message"')) return [];
    const message = parse(line);
    const lint = message === null ? null : toLint(message);
    return lint === null ? [] : [lint];
  });
}

/** Null for a line that was cut off, with the build that wrote it. */
function parse(line: string): CargoLine | null {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function toLint(line: CargoLine): Lint | null {
  const { message, manifest_path: manifest } = line;
  const name = message.code?.code.replace(/^clippy::/, '') ?? '';
  const primary = message.spans.find((span) => span.is_primary);
  // Code that a macro made is nobody's to change.
  if (!ASKED.has(name) || primary === undefined || primary.expansion !== null) return null;
  return {
    name,
    message: message.message,
    manifest,
    at: toSpan(primary),
    replacement: replacementIn(message.children),
  };
}

function replacementIn(children: readonly CargoMessage[]): string | null {
  const suggested = children.flatMap(({ spans }) => spans).map((span) => span.suggested_replacement);
  const [only, ...others] = suggested.filter((text) => text !== null);
  return others.length === 0 ? (only ?? null) : null;
}

function toSpan(span: CargoSpan): LintSpan {
  return {
    file: span.file_name.replaceAll('\\', '/'),
    line: span.line_start,
    column: span.column_start,
    endLine: span.line_end,
    endColumn: span.column_end,
    text: span.text.map(({ text }) => text),
  };
}

/** As doc.rust-lang.org/cargo/reference/external-tools.html and rustc's JSON diagnostics describe it. */
interface CargoLine {
  readonly manifest_path: string;
  readonly message: CargoMessage & { readonly code: { readonly code: string } | null };
}

interface CargoMessage {
  readonly message: string;
  readonly spans: readonly CargoSpan[];
  readonly children: readonly CargoMessage[];
}

interface CargoSpan {
  readonly file_name: string;
  readonly line_start: number;
  readonly column_start: number;
  readonly line_end: number;
  readonly column_end: number;
  readonly is_primary: boolean;
  readonly text: readonly { readonly text: string }[];
  readonly suggested_replacement: string | null;
  readonly expansion: object | null;
}
