/** How each pattern of the grammar is lowered. */
import type { Pattern } from './ast.js';
import type { Handler, Lowerer } from './lower.js';
import { adopt, rawName } from './tree.js';

/** A name that a pattern binds. */
export const ident = (
  l: Lowerer,
  i: number,
  flags: { byRef?: boolean; mutable?: boolean; sub?: Pattern | null } = {},
): Pattern => {
  const sub = flags.sub ?? null;
  return adopt(
    {
      kind: 'patIdent',
      start: l.start(i),
      end: l.end(i),
      parent: null,
      name: rawName(l.slice(i)),
      byRef: flags.byRef ?? false,
      mutable: flags.mutable ?? false,
      sub,
    },
    [sub],
  );
};

const patternList =
  (kind: 'patTuple' | 'patSlice' | 'patOr'): Handler<Pattern> =>
  (l, i) => {
    const elements = l.patterns(l.namedOrWild(i));
    return adopt({ kind, start: l.start(i), end: l.end(i), parent: null, elements }, elements);
  };

const patPath: Handler<Pattern> = (l, i) => {
  const path = l.path(i);
  return adopt({ kind: 'patPath', start: path.start, end: path.end, parent: null, path }, [path]);
};

export const PATTERN: Record<string, Handler<Pattern>> = {
  identifier: (l, i) => (/^[A-Z]/.test(l.slice(i)) ? patPath(l, i) : ident(l, i)),
  shorthand_field_identifier: (l, i) => ident(l, i),
  scoped_identifier: patPath,
  generic_pattern: patPath,
  tuple_pattern: patternList('patTuple'),
  slice_pattern: patternList('patSlice'),
  or_pattern: patternList('patOr'),
  mut_pattern: (l, i) => {
    const inner = l.named(i).find((c) => l.kindName(c) !== 'mutable_specifier') ?? -1;
    return inner < 0
      ? l.patternOf(-1)
      : l.kindName(inner) === 'identifier'
        ? ident(l, inner, { mutable: true })
        : l.patternOf(inner);
  },
  ref_pattern: (l, i) => {
    const inner = l.patternOf(l.firstNamed(i));
    return inner.kind === 'patIdent' ? { ...inner, byRef: true } : inner;
  },
  captured_pattern: (l, i) => {
    const [name, sub] = l.named(i);
    return ident(l, name ?? i, { sub: sub === undefined ? null : l.patternOf(sub) });
  },
  reference_pattern: (l, i) => {
    const named = l.named(i).filter((c) => l.kindName(c) !== 'mutable_specifier');
    const inner = l.patternOf(named[0] ?? -1);
    return adopt({ kind: 'patRef', start: l.start(i), end: l.end(i), parent: null, inner }, [inner]);
  },
  tuple_struct_pattern: (l, i) => {
    const type = l.child(i, l.f.type);
    const path = l.path(type >= 0 ? type : l.firstNamed(i));
    const elements = l.patterns(l.namedOrWild(i).filter((c) => c !== type));
    return adopt({ kind: 'patTupleStruct', start: l.start(i), end: l.end(i), parent: null, path, elements }, [
      path,
      ...elements,
    ]);
  },
  struct_pattern: (l, i) => {
    const type = l.child(i, l.f.type);
    const path = l.path(type >= 0 ? type : l.firstNamed(i));
    const fields: { name: string; pattern: Pattern }[] = [];
    for (const c of l.named(i)) {
      if (l.kindName(c) !== 'field_pattern') continue;
      const name = l.child(c, l.f.name);
      const inner = l.child(c, l.f.pattern);
      if (inner >= 0) fields.push({ name: l.slice(name), pattern: l.patternOf(inner) });
      else if (name >= 0) {
        fields.push({
          name: l.slice(name),
          pattern: ident(l, name, { mutable: l.has(c, 'mutable_specifier'), byRef: l.has(c, 'ref') }),
        });
      }
    }
    return adopt({ kind: 'patStruct', start: l.start(i), end: l.end(i), parent: null, path, fields }, [
      path,
      ...fields.map((f) => f.pattern),
    ]);
  },
};
