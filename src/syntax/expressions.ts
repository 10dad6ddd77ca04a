/** How each expression of the grammar is lowered. */
import type { Arm, Expr, Pattern, Type } from './ast.js';
import type { Handler, Lowerer } from './lower.js';
import { adopt, rawName } from './tree.js';

const literal =
  (type: 'str' | 'bytes' | 'char' | 'bool' | 'int' | 'float'): Handler<Expr> =>
  (l, i) => {
    const text = l.slice(i);
    const actual = type === 'str' && /^(b|br)["#]/.test(text) ? 'bytes' : type;
    return { kind: 'literal', start: l.start(i), end: l.end(i), parent: null, type: actual, text };
  };

const pathHandler: Handler<Expr> = (l, i) => l.path(i);

const label = (l: Lowerer, i: number): string | null => {
  const c = l.kindChild(i, 'label');
  return c < 0 ? null : l.slice(c).replace("'", '');
};

const list =
  (kind: 'tuple' | 'array'): Handler<Expr> =>
  (l, i) => {
    const elements = l.exprs(l.named(i));
    return adopt({ kind, start: l.start(i), end: l.end(i), parent: null, elements }, elements);
  };

/** Traits that are there for their methods, under names that no type has; and the methods of those that one may have. */
const METHOD_TRAITS =
  /^(?:Async(?:Buf)?(?:Read|Write|Seek)Ext|(?:Buf)?(?:Read|Write|Seek)(?:Bytes)?Ext|(?:Try)?(?:Stream|Future)Ext|SinkExt)$/;
const IO_TRAITS = /^(?:Read|BufRead|Write|Seek)$/;
const IO_METHODS =
  /^(?:read|read_\w+|write|write_\w+|flush|seek|rewind|stream_\w+|lines|bytes|by_ref|fill_buf|consume)$/;

/** `AsyncWriteExt::write_all(&mut w, b"x")` is the method call `w.write_all(b"x")`, spelled out. */
function spelledOut(l: Lowerer, i: number, callee: Expr, args: readonly Expr[]): Expr | null {
  const [self, ...rest] = args;
  if (self === undefined || callee.kind !== 'path') return null;
  const { segments } = callee;
  const method = segments[segments.length - 1];
  const trait = segments[segments.length - 2]?.name ?? '';
  if (method === undefined) return null;
  if (!METHOD_TRAITS.test(trait) && !(IO_TRAITS.test(trait) && IO_METHODS.test(method.name))) return null;
  const receiver = self.kind === 'ref' ? self.operand : self;
  return adopt(
    {
      kind: 'method',
      start: l.start(i),
      end: l.end(i),
      parent: null,
      receiver,
      name: method.name,
      nameStart: method.start,
      generics: method.generics,
      args: rest,
    },
    [receiver, ...method.generics, ...rest],
  );
}

const suffixed =
  (kind: 'await' | 'try'): Handler<Expr> =>
  (l, i) => {
    const base = l.expr(l.firstNamed(i));
    return adopt({ kind, start: l.start(i), end: l.end(i), parent: null, base }, [base]);
  };

const leaving =
  (kind: 'return' | 'yield'): Handler<Expr> =>
  (l, i) => {
    const value = l.optional(l.firstNamed(i));
    return adopt({ kind, start: l.start(i), end: l.end(i), parent: null, value }, [value]);
  };

/** `usual`: the operator where the grammar names none. */
const sided =
  (kind: 'binary' | 'assign', usual: string): Handler<Expr> =>
  (l, i) => {
    const left = l.expr(l.child(i, l.f.left));
    const right = l.expr(l.child(i, l.f.right));
    const operator = l.child(i, l.f.operator);
    const op = operator < 0 ? usual : l.slice(operator);
    return adopt({ kind, start: l.start(i), end: l.end(i), parent: null, op, left, right }, [left, right]);
  };

const condition: Handler<Expr> = (l, i) => {
  switch (l.kindName(i)) {
    case 'let_condition': {
      const pattern = l.patternOf(l.child(i, l.f.pattern));
      const value = l.expr(l.child(i, l.f.value));
      return adopt({ kind: 'letCond', start: l.start(i), end: l.end(i), parent: null, pattern, value }, [
        pattern,
        value,
      ]);
    }
    case 'let_chain': {
      const parts = l.named(i).map((c) => condition(l, c));
      return parts.reduce((left, right) =>
        adopt({ kind: 'binary', start: left.start, end: right.end, parent: null, op: '&&', left, right }, [
          left,
          right,
        ]),
      );
    }
    default:
      return l.expr(i);
  }
};

export const EXPR: Record<string, Handler<Expr>> = {
  identifier: pathHandler,
  scoped_identifier: pathHandler,
  generic_function: pathHandler,
  self: pathHandler,
  super: pathHandler,
  crate: pathHandler,
  metavariable: pathHandler,
  type_identifier: pathHandler,
  scoped_type_identifier: pathHandler,
  generic_type: pathHandler,
  generic_type_with_turbofish: pathHandler,
  string_literal: literal('str'),
  raw_string_literal: literal('str'),
  char_literal: literal('char'),
  boolean_literal: literal('bool'),
  integer_literal: literal('int'),
  float_literal: literal('float'),
  negative_literal: literal('int'),
  unit_expression: (l, i) => ({
    kind: 'tuple',
    start: l.start(i),
    end: l.end(i),
    parent: null,
    elements: [],
  }),
  parenthesized_expression: (l, i) => l.expr(l.firstNamed(i)),
  expression_statement: (l, i) => l.expr(l.firstNamed(i)),
  let_condition: condition,
  let_chain: condition,
  tuple_expression: list('tuple'),
  array_expression: (l, i) => {
    const length = l.child(i, l.f.length);
    if (length < 0) return list('array')(l, i);
    const named = l.named(i).filter((c) => l.kindName(c) !== 'attribute_item');
    const value = l.expr(named[0] ?? -1);
    const size = l.expr(length);
    return adopt({ kind: 'repeat', start: l.start(i), end: l.end(i), parent: null, value, length: size }, [
      value,
      size,
    ]);
  },
  call_expression: (l, i) => {
    const callee = l.child(i, l.f.function);
    const list = l.child(i, l.f.arguments);
    const form = l.macroForm(callee);
    if (form !== undefined && list >= 0) return l.writtenMacro(i, { callee, list, form });
    const args = list < 0 ? [] : l.exprs(l.named(list));
    // `a.b::<T>(x)` arrives as a generic function around a field expression.
    let target = callee;
    let generics: Type[] = [];
    if (l.kindName(callee) === 'generic_function') {
      const inner = l.child(callee, l.f.function);
      if (inner >= 0 && l.kindName(inner) === 'field_expression') {
        target = inner;
        const typeArgs = l.child(callee, l.f.typeArguments);
        generics = typeArgs < 0 ? [] : l.typeArguments(typeArgs).types;
      }
    }
    if (l.kindName(target) === 'field_expression') {
      const field = l.child(target, l.f.field);
      if (field >= 0 && l.kindName(field) === 'field_identifier') {
        const receiver = l.expr(l.child(target, l.f.value));
        return adopt(
          {
            kind: 'method',
            start: l.start(i),
            end: l.end(i),
            parent: null,
            receiver,
            name: rawName(l.slice(field)),
            nameStart: l.start(field),
            generics,
            args,
          },
          [receiver, ...generics, ...args],
        );
      }
    }
    const function_ = l.expr(callee);
    const spelled = spelledOut(l, i, function_, args);
    if (spelled !== null) return spelled;
    return adopt({ kind: 'call', start: l.start(i), end: l.end(i), parent: null, callee: function_, args }, [
      function_,
      ...args,
    ]);
  },
  field_expression: (l, i) => {
    const base = l.expr(l.child(i, l.f.value));
    const name = l.child(i, l.f.field);
    return adopt(
      {
        kind: 'field',
        start: l.start(i),
        end: l.end(i),
        parent: null,
        base,
        name: name < 0 ? '' : rawName(l.slice(name)),
      },
      [base],
    );
  },
  index_expression: (l, i) => {
    const [a, b] = l.named(i);
    const base = l.expr(a ?? -1);
    const index = l.expr(b ?? -1);
    return adopt({ kind: 'index', start: l.start(i), end: l.end(i), parent: null, base, index }, [
      base,
      index,
    ]);
  },
  await_expression: suffixed('await'),
  try_expression: suffixed('try'),
  unary_expression: (l, i) => {
    const operand = l.expr(l.firstNamed(i));
    const sign = l.text[l.start(i)];
    const op = sign === '*' || sign === '!' ? sign : '-';
    return adopt({ kind: 'unary', start: l.start(i), end: l.end(i), parent: null, op, operand }, [operand]);
  },
  reference_expression: (l, i) => {
    const operand = l.expr(l.child(i, l.f.value));
    return adopt(
      {
        kind: 'ref',
        start: l.start(i),
        end: l.end(i),
        parent: null,
        mutable: l.has(i, 'mutable_specifier'),
        operand,
      },
      [operand],
    );
  },
  binary_expression: sided('binary', ''),
  assignment_expression: sided('assign', '='),
  compound_assignment_expr: sided('assign', ''),
  type_cast_expression: (l, i) => {
    const value = l.expr(l.child(i, l.f.value));
    const type = l.typeOf(l.child(i, l.f.type));
    return adopt({ kind: 'cast', start: l.start(i), end: l.end(i), parent: null, value, type }, [
      value,
      type,
    ]);
  },
  return_expression: leaving('return'),
  yield_expression: leaving('yield'),
  break_expression: (l, i) => {
    const named = l.named(i).filter((c) => l.kindName(c) !== 'label');
    const value = l.optional(named[0] ?? -1);
    return adopt(
      { kind: 'break', start: l.start(i), end: l.end(i), parent: null, label: label(l, i), value },
      [value],
    );
  },
  continue_expression: (l, i) => ({
    kind: 'continue',
    start: l.start(i),
    end: l.end(i),
    parent: null,
    label: label(l, i),
  }),
  range_expression: (l, i) => {
    const named = l.named(i);
    const dots = Math.max(l.kindChild(i, '..'), l.kindChild(i, '..='), l.kindChild(i, '...'));
    let from: Expr | null = null;
    let to: Expr | null = null;
    for (const c of named) {
      if (c < dots) from = l.expr(c);
      else to = l.expr(c);
    }
    return adopt(
      { kind: 'range', start: l.start(i), end: l.end(i), parent: null, from, to, inclusive: l.has(i, '..=') },
      [from, to],
    );
  },
  struct_expression: (l, i) => {
    const path = l.path(l.child(i, l.f.name));
    const fields: { name: string; start: number; value: Expr }[] = [];
    let rest: Expr | null = null;
    const body = l.child(i, l.f.body);
    if (body >= 0) {
      for (const c of l.named(body)) {
        const kind = l.kindName(c);
        if (kind === 'shorthand_field_initializer') {
          const inner = l.named(c).filter((n) => l.kindName(n) !== 'attribute_item');
          const value = l.expr(inner[0] ?? -1);
          fields.push({ name: l.slice(inner[0] ?? c), start: l.start(c), value });
        } else if (kind === 'field_initializer') {
          const value = l.expr(l.child(c, l.f.value));
          fields.push({ name: l.nameOf(c, l.f.field), start: l.start(c), value });
        } else if (kind === 'base_field_initializer') rest = l.optional(l.firstNamed(c));
      }
    }
    return adopt({ kind: 'struct', start: l.start(i), end: l.end(i), parent: null, path, fields, rest }, [
      path,
      ...fields.map((f) => f.value),
      rest,
    ]);
  },
  if_expression: (l, i) => {
    const cond = condition(l, l.child(i, l.f.condition));
    const then = l.block(l.child(i, l.f.consequence));
    const alternative = l.child(i, l.f.alternative);
    const otherwise = alternative < 0 ? null : l.optional(l.firstNamed(alternative));
    return adopt(
      { kind: 'if', start: l.start(i), end: l.end(i), parent: null, cond, then, else: otherwise },
      [cond, then, otherwise],
    );
  },
  match_expression: (l, i) => {
    const value = l.expr(l.child(i, l.f.value));
    const arms: Arm[] = [];
    const body = l.child(i, l.f.body);
    if (body >= 0) {
      for (const c of l.named(body)) {
        const name = l.kindName(c);
        if (name === 'match_arm' || name === 'last_match_arm') arms.push(matchArm(l, c));
      }
    }
    return adopt({ kind: 'match', start: l.start(i), end: l.end(i), parent: null, value, arms }, [
      value,
      ...arms,
    ]);
  },
  while_expression: (l, i) => {
    const cond = condition(l, l.child(i, l.f.condition));
    const body = l.block(l.child(i, l.f.body));
    return adopt(
      { kind: 'while', start: l.start(i), end: l.end(i), parent: null, label: label(l, i), cond, body },
      [cond, body],
    );
  },
  loop_expression: (l, i) => {
    const body = l.block(l.child(i, l.f.body));
    return adopt({ kind: 'loop', start: l.start(i), end: l.end(i), parent: null, label: label(l, i), body }, [
      body,
    ]);
  },
  for_expression: (l, i) => {
    const pattern = l.patternOf(l.child(i, l.f.pattern));
    const iter = l.expr(l.child(i, l.f.value));
    const body = l.block(l.child(i, l.f.body));
    return adopt(
      {
        kind: 'for',
        start: l.start(i),
        end: l.end(i),
        parent: null,
        label: label(l, i),
        pattern,
        iter,
        body,
      },
      [pattern, iter, body],
    );
  },
  closure_expression: (l, i) => {
    const { params } = l.params(l.child(i, l.f.parameters));
    const body = l.expr(l.child(i, l.f.body));
    return adopt(
      {
        kind: 'closure',
        start: l.start(i),
        end: l.end(i),
        parent: null,
        async: l.has(i, 'async'),
        move: l.has(i, 'move'),
        params,
        body,
      },
      [...params, body],
    );
  },
  block: (l, i) => l.block(i, { label: label(l, i) }),
  unsafe_block: (l, i) => l.block(l.kindChild(i, 'block'), { unsafe: true }),
  const_block: (l, i) => l.block(l.kindChild(i, 'block')),
  try_block: (l, i) => l.block(l.kindChild(i, 'block')),
  gen_block: (l, i) => l.block(l.kindChild(i, 'block')),
  async_block: (l, i) =>
    l.block(l.kindChild(i, 'block'), { async: true, move: l.has(i, 'move'), start: l.start(i) }),
  macro_invocation: (l, i) => l.macro(i),
};

function matchArm(l: Lowerer, i: number): Arm {
  const attrs = l
    .named(i)
    .filter((c) => l.kindName(c) === 'attribute_item')
    .map((c) => l.attr(c));
  const head = l.child(i, l.f.pattern);
  let pattern: Pattern;
  let guard: Expr | null = null;
  if (head >= 0 && l.kindName(head) === 'match_pattern') {
    pattern = l.patternOf(l.namedOrWild(head)[0] ?? -1);
    const cond = l.child(head, l.f.condition);
    guard = cond < 0 ? null : condition(l, cond);
  } else pattern = l.patternOf(head);
  const body = l.expr(l.child(i, l.f.value));
  return adopt({ kind: 'arm', start: l.start(i), end: l.end(i), parent: null, pattern, guard, body, attrs }, [
    pattern,
    guard,
    body,
  ]);
}
