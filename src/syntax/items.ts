/** How each item of the grammar is lowered. */
import type { Item } from './ast.js';
import type { Handler } from './lower.js';
import { adopt } from './tree.js';

const fn: Handler<Item> = (l, i) => {
  const base = l.itemBase(i, l.nameOf(i));
  const name = l.child(i, l.f.name);
  const modifiers = l.kindChild(i, 'function_modifiers');
  const { params, self } = l.params(l.child(i, l.f.parameters));
  const ret = l.optionalType(l.child(i, l.f.returnType));
  const generics = l.generics(i);
  const bodyNode = l.child(i, l.f.body);
  const body = bodyNode < 0 ? null : l.block(bodyNode);
  return adopt(
    {
      kind: 'fn',
      ...base,
      nameStart: name < 0 ? base.start : l.start(name),
      async: modifiers >= 0 && l.has(modifiers, 'async'),
      generics,
      params,
      self,
      ret,
      body,
    },
    [...params, ret, body],
  );
};

const struct: Handler<Item> = (l, i) => {
  const base = l.itemBase(i, l.nameOf(i));
  const body = l.child(i, l.f.body);
  const fields = l.fieldDefs(body);
  const tuple = body >= 0 && l.kindName(body) === 'ordered_field_declaration_list';
  return adopt({ kind: 'structDef', ...base, generics: l.generics(i), tuple, fields }, fields);
};

const stat =
  (constant: boolean): Handler<Item> =>
  (l, i) => {
    const base = l.itemBase(i, l.nameOf(i));
    const type = l.optionalType(l.child(i, l.f.type));
    const value = l.optional(l.child(i, l.f.value));
    return adopt({ kind: 'static', ...base, constant, type, value }, [type, value]);
  };

export const ITEM: Record<string, Handler<Item>> = {
  function_item: fn,
  function_signature_item: fn,
  struct_item: struct,
  union_item: struct,
  enum_item: (l, i) => {
    const base = l.itemBase(i, l.nameOf(i));
    const variants = l.variants(l.child(i, l.f.body));
    return adopt({ kind: 'enumDef', ...base, generics: l.generics(i), variants }, variants);
  },
  impl_item: (l, i) => {
    const base = l.itemBase(i, '');
    const traitNode = l.child(i, l.f.trait);
    const trait = traitNode < 0 ? null : l.typePath(traitNode);
    const self = l.typeOf(l.child(i, l.f.type));
    const body = l.child(i, l.f.body);
    const generics = l.generics(i);
    const items = body < 0 ? [] : l.items(body);
    return adopt({ kind: 'impl', ...base, generics, trait, self, items }, [trait, self, ...items]);
  },
  trait_item: (l, i) => {
    const base = l.itemBase(i, l.nameOf(i));
    const body = l.child(i, l.f.body);
    const generics = l.generics(i);
    const items = body < 0 ? [] : l.items(body);
    return adopt({ kind: 'trait', ...base, generics, items }, items);
  },
  mod_item: (l, i) => {
    const base = l.itemBase(i, l.nameOf(i));
    const body = l.child(i, l.f.body);
    const items = body < 0 ? null : l.items(body);
    const attrs = body < 0 ? base.attrs : [...base.attrs, ...l.innerAttrs(body)];
    return adopt({ kind: 'mod', ...base, attrs, items }, items ?? []);
  },
  use_declaration: (l, i) => ({ kind: 'use', ...l.itemBase(i, ''), names: l.useNames(i) }),
  const_item: stat(true),
  static_item: stat(false),
  type_item: (l, i) => {
    const base = l.itemBase(i, l.nameOf(i));
    const type = l.optionalType(l.child(i, l.f.type));
    return adopt({ kind: 'typeAlias', ...base, generics: l.generics(i), type }, [type]);
  },
  associated_type: (l, i) => ({ kind: 'typeAlias', ...l.itemBase(i, l.nameOf(i)), generics: [], type: null }),
  extern_crate_declaration: (l, i) => {
    const base = l.itemBase(i, l.nameOf(i));
    const alias = l.nameOf(i, l.f.alias);
    return { kind: 'externCrate', ...base, crate: base.name, name: alias === '' ? base.name : alias };
  },
  macro_invocation: (l, i) => {
    const base = l.itemBase(i, '');
    const macro = l.macro(i);
    return adopt({ kind: 'macroItem', ...base, macro }, [macro]);
  },
  macro_definition: (l, i) => l.otherItem(i, l.nameOf(i)),
  foreign_mod_item: (l, i) => l.otherItem(i, ''),
};
