/** How each written type of the grammar is lowered. */
import type { Type } from './ast.js';
import type { Handler } from './lower.js';
import { adopt } from './tree.js';

const tyPath: Handler<Type> = (l, i) => l.typePath(i);
const bounds =
  (dynamic: boolean): Handler<Type> =>
  (l, i) => {
    const trait = l.child(i, l.f.trait);
    const inner = trait >= 0 ? trait : l.firstNamed(i);
    let found: Type[];
    if (inner >= 0 && l.kindName(inner) === 'bounded_type') found = l.boundTypes(inner);
    else if (inner >= 0) found = [l.typeOf(inner)];
    else found = [];
    return adopt(
      { kind: 'tyBounds', start: l.start(i), end: l.end(i), parent: null, dynamic, bounds: found },
      found,
    );
  };

export const TYPE: Record<string, Handler<Type>> = {
  type_identifier: tyPath,
  identifier: tyPath,
  self: tyPath,
  primitive_type: tyPath,
  scoped_type_identifier: tyPath,
  scoped_identifier: tyPath,
  generic_type: tyPath,
  generic_type_with_turbofish: tyPath,
  metavariable: tyPath,
  reference_type: (l, i) => {
    const inner = l.typeOf(l.child(i, l.f.type));
    return adopt(
      {
        kind: 'tyRef',
        start: l.start(i),
        end: l.end(i),
        parent: null,
        mutable: l.has(i, 'mutable_specifier'),
        inner,
      },
      [inner],
    );
  },
  tuple_type: (l, i) => {
    const elements = l.named(i).map((c) => l.typeOf(c));
    return adopt({ kind: 'tyTuple', start: l.start(i), end: l.end(i), parent: null, elements }, elements);
  },
  unit_type: (l, i) => ({ kind: 'tyTuple', start: l.start(i), end: l.end(i), parent: null, elements: [] }),
  array_type: (l, i) => {
    const element = l.typeOf(l.child(i, l.f.element));
    const length = l.child(i, l.f.length);
    if (length < 0)
      return adopt({ kind: 'tySlice', start: l.start(i), end: l.end(i), parent: null, element }, [element]);
    const size = l.expr(length);
    return adopt({ kind: 'tyArray', start: l.start(i), end: l.end(i), parent: null, element, length: size }, [
      element,
      size,
    ]);
  },
  function_type: (l, i) => {
    const trait = l.child(i, l.f.trait);
    const list = l.child(i, l.f.parameters);
    const params =
      list < 0
        ? []
        : l.named(list).map((c) => l.typeOf(l.kindName(c) === 'parameter' ? l.child(c, l.f.type) : c));
    const ret = l.optionalType(l.child(i, l.f.returnType));
    return adopt(
      {
        kind: 'tyFn',
        start: l.start(i),
        end: l.end(i),
        parent: null,
        name: trait < 0 ? 'fn' : l.slice(trait),
        params,
        ret,
      },
      [...params, ret],
    );
  },
  abstract_type: bounds(false),
  dynamic_type: bounds(true),
  // `dyn A + B + C` comes as `((dyn A) + B) + C`.
  bounded_type: (l, i) => {
    const parts = l.boundTypes(i);
    const found = parts.flatMap((part) => (part.kind === 'tyBounds' ? part.bounds : [part]));
    const dynamic = parts.every((part) => part.kind !== 'tyBounds' || part.dynamic);
    return adopt(
      { kind: 'tyBounds', start: l.start(i), end: l.end(i), parent: null, dynamic, bounds: found },
      found,
    );
  },
};
