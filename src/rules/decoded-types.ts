/** Which types of the workspace serde decodes where it happens often. */
import type { Program, Sighting } from '../program/program.js';
import { onCall, onMethod, type Visitor } from '../summaries/collector.js';
import type { Ty } from '../summaries/ty.js';

/** A value of this type is decoded here; a rule's own data beside `decoded`. */
export interface Decoded {
  readonly kind: 'decoded';
  readonly type: Ty;
  /** The function that decodes, as the file resolves it; '' for methods. */
  readonly by: string;
}

/** Formats that people write by hand and programs read when they start. */
const WRITTEN_BY_HAND =
  /^(?:toml|toml_edit|basic_toml|serde_ya?ml\w*|serde_norway|ron|json5|serde_json5|figment|config|confy|hocon|ini)::/;
const SETTINGS_FILES =
  /(?:^|\/)(?:\w+_)?(?:config|conf|settings|options|opts|manifest|preferences|session|args|cli)s?(?:_\w+)?(?:\/|\.rs$)/;
const SETTINGS_TYPES = /(?:Config|Configuration|Settings|Options|Opts|Manifest|Preferences)$/;

/** The text is one that people write, by the function that decodes it. */
export function isWrittenByHand(program: Program, sighting: Sighting): boolean {
  const { by }: Decoded = sighting.data;
  return by !== '' && WRITTEN_BY_HAND.test(program.canonical(sighting.path, by));
}

/** Settings by the name of the type, or of the file that defines it. */
export function isSettings(file: string, type: string): boolean {
  return SETTINGS_TYPES.test(type) || SETTINGS_FILES.test(file);
}

/** Visitors that emit `Decoded` for the calling rule. */
export const decodedVisitors: readonly Visitor[] = [
  onCall(['from_str', 'from_slice', 'from_value', 'from_reader', 'from_bytes'], (node, view) => {
    const by = view.calledPath(node) ?? '';
    view.emit(node, { kind: 'decoded', type: { try: view.typeOf(node) }, by } satisfies Decoded);
  }),
  onMethod(['json'], (node, view) => {
    if (node.args.length > 0) return;
    view.emit(node, {
      kind: 'decoded',
      type: { try: { await: view.typeOf(node) } },
      by: '',
    } satisfies Decoded);
  }),
];

/**
 * Canonical paths of the types that are decoded where `isOften` says so, and of what they hold. Bodies that a handler
 * takes as `Json`, `Form` or `Query` count always.
 */
export function decodedTypes(
  program: Program,
  decoded: readonly Sighting[],
  isOften: (sighting: Sighting) => boolean,
): ReadonlySet<string> {
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
    if (isOften(sighting)) take(program.settle(sighting.path, data.type));
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
