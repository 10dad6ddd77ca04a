/** Shapes of serde types that make it keep fields in a tree of its own before it can decode them. */
import type { Sighting } from '../../program/program.js';
import { onNode } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Attr, Node } from '../../syntax/ast.js';
import { type Decoded, decodedTypes, decodedVisitors } from '../decoded-types.js';
import type { Rule } from '../rule.js';
import { derivesSerde, serdeOption } from '../serde-attributes.js';

interface Seen {
  readonly kind: 'shape';
  readonly option: 'flatten' | 'tag';
  readonly name: string;
  readonly type: Ty;
  /** `other: HashMap<String, Value>` keeps what the struct does not name: no nesting says the same. */
  readonly keepsRest: boolean;
}

const REST =
  /^(?:\w+::)*(?:HashMap|BTreeMap|IndexMap|Map|FxHashMap)\s*<[^<>]*(?:<[^<>]*>)?[^<>]*\bValue\b\s*>$/;

export const rule: Rule = {
  id: 'serde-buffered-shape',
  collect: [
    onNode('structDef', (node, view) => {
      if (!derivesSerde(node.attrs, 'Deserialize')) return;
      for (const field of node.fields) {
        const attr = serdeOption(field.attrs, 'flatten');
        if (attr === null || serdeOption(field.attrs, 'skip_deserializing') !== null) continue;
        emit('flatten', attr, node, view, REST.test(view.text(field.type)));
        return;
      }
    }),
    onNode('enumDef', (node, view) => {
      const attr = serdeOption(node.attrs, 'tag');
      if (attr === null || serdeOption(node.attrs, 'content') !== null) return;
      // Variants without fields leave nothing to buffer.
      if (node.variants.every((variant) => variant.fields.length === 0)) return;
      if (derivesSerde(node.attrs, 'Deserialize')) emit('tag', attr, node, view);
    }),
    ...decodedVisitors,
  ],
  *judge({ program, candidates }) {
    const shapes: { readonly sighting: Sighting; readonly seen: Seen }[] = [];
    const decoded: Sighting[] = [];
    for (const sighting of candidates) {
      const data: Seen | Decoded = sighting.data;
      if (data.kind === 'shape') shapes.push({ sighting, seen: data });
      else decoded.push(sighting);
    }
    if (shapes.length === 0) return;
    const hot = decodedTypes(
      program,
      decoded,
      (sighting) => program.isHot(sighting) || sighting.context.loops > 0,
    );
    for (const { sighting, seen } of shapes) {
      const path = program.headPath(sighting.path, seen.type);
      yield {
        rule: 'serde-buffered-shape',
        at: { path: sighting.path, ...sighting.at },
        params: { option: seen.option, name: seen.name },
        hot: path !== null && hot.has(path),
        ...(seen.keepsRest ? { confidence: 'low' as const } : {}),
        ...(seen.option === 'tag'
          ? {
              help: 'where the format is yours, name the variant outside its fields: leave `tag` out, or add `content`',
            }
          : {}),
      };
    }
  },
};

function emit(
  option: Seen['option'],
  attr: Attr,
  node: Extract<Node, { kind: 'structDef' | 'enumDef' }>,
  view: View,
  keepsRest = false,
): void {
  if (view.isOpaque(node)) return;
  const type: Ty = { p: view.scope.resolveNames([node.name], node) };
  view.emit(
    node,
    { kind: 'shape', option, name: node.name, type, keepsRest } satisfies Seen,
    view.span(attr),
  );
}
