/** Functions whose span records all arguments with `Debug`, large ones too. */
import type { Draft } from '../../findings/finding.js';
import type { Program, Sighting } from '../../program/program.js';
import { pathOf, peelRefs } from '../../program/types.js';
import { onNode } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Fn } from '../../syntax/ast.js';
import { judgeEach, type Rule } from '../rule.js';

const INSTRUMENT = /^(?:tracing(?:_attributes)?::)?instrument$/;
const LARGE =
  /^(?:std::vec::Vec|std::slice|std::string::String|str|std::collections::\w+|bytes::\w+|serde_json::Value|axum::(?:extract::)?(?:Json|Form|Request|body::Bytes)|actix_web::web::(?:Json|Form|Bytes)|hyper::Request|http::(?:Request|HeaderMap|Response)|tonic::Request)$/;

interface Seen {
  readonly fn: string;
  readonly self: Ty | null;
  readonly params: readonly { readonly name: string; readonly type: Ty }[];
  readonly quiet: boolean;
}

export const rule: Rule = {
  id: 'instrument-large-args',
  collect: [
    onNode('fn', (node, view) => {
      const attr = node.attrs.find(({ path }) => INSTRUMENT.test(path));
      if (attr === undefined || node.body === null || view.isOpaque(node)) return;
      if (/\bskip_all\b/.test(attr.text)) return;
      const skipped = new Set(
        /\bskip\s*\(([^)]*)\)/
          .exec(attr.text)?.[1]
          ?.split(',')
          .map((name) => name.trim()) ?? [],
      );
      const seen: Seen = {
        fn: node.name,
        self: node.self !== 'none' && !skipped.has('self') ? selfType(node, view) : null,
        params: node.params.flatMap(({ pattern, type }) =>
          pattern.kind === 'patIdent' && type !== null && !skipped.has(pattern.name)
            ? [{ name: pattern.name, type: view.tyOf(type) }]
            : [],
        ),
        quiet: /\blevel\s*=\s*(?:"(?:trace|debug)"|(?:tracing::)?Level::(?:TRACE|DEBUG)|[45]\b)/i.test(
          attr.text,
        ),
      };
      if (seen.self === null && seen.params.length === 0) return;
      view.emit(node.body, seen, view.span(attr));
    }),
  ],
  judge: judgeEach(draftOf),
};

function selfType(fn: Fn, view: View): Ty | null {
  return fn.parent?.kind === 'impl' ? view.tyOf(fn.parent.self) : null;
}

function draftOf(program: Program, sighting: Sighting): Draft | null {
  const seen: Seen = sighting.data;
  const node = program.node(sighting);
  if (node === null || program.contexts.onlyFromStartup(node)) return null;
  if (!program.inHandler(sighting) && !program.isHot(sighting)) return null;
  const large = seen.params
    .filter(
      ({ name, type }) =>
        isLarge(program, sighting.path, type) || isLongText(program, sighting.path, name, type),
    )
    .map(({ name }) => name);
  if (seen.self !== null && isLarge(program, sighting.path, seen.self)) large.unshift('self');
  if (large.length === 0) return null;
  return {
    rule: 'instrument-large-args',
    at: { path: sighting.path, ...sighting.at },
    params: {
      fn: seen.fn,
      args: large.join(', '),
      when: seen.quiet ? 'whenever that level is enabled' : 'on every call unless INFO spans are off',
    },
    ...(seen.quiet ? { severity: 'suggestion' } : {}),
  };
}

/** A text whose name says that it is no mere key. */
function isLongText(program: Program, file: string, name: string, type: Ty): boolean {
  const path = pathOf(peelRefs(program.settle(file, type)));
  return (
    path !== null &&
    /^(?:str|std::string::String)$/.test(path) &&
    /body|text|content|payload|message|html|data|sql|json|csv|xml|document/.test(name)
  );
}

/** Its `Debug` writes all that is in it: collections, requests, and structs that hold them. */
function isLarge(program: Program, file: string, type: Ty, depth = 0): boolean {
  let ty = peelRefs(program.settle(file, type));
  while (ty !== null && 'p' in ty && /^std::(?:sync::Arc|boxed::Box|rc::Rc|option::Option)$/.test(ty.p))
    ty = peelRefs(ty.a?.[0] ?? null);
  if (ty !== null && 'slice' in ty) return true;
  const path = pathOf(ty);
  if (path === null || depth > 2) return false;
  const entry = program.index.types.get(path);
  if (entry === undefined)
    return LARGE.test(path) && (depth === 0 ? !/^(?:str|std::string::String)$/.test(path) : true);
  // A `Debug` written by hand may be short.
  if (!entry.type.derives.some((name) => /(?:^|::)Debug$/.test(name))) return false;
  const fields = [...entry.type.fields, ...entry.type.variants.flatMap((variant) => variant.fields)];
  return fields.some((field) => isLarge(program, entry.file, field.ty, depth + 1));
}
