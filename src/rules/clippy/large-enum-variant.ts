/** Enums of which one variant is much larger than all others: every value takes its space. */
import type { Draft, Span } from '../../findings/finding.js';
import type { Program, Sighting } from '../../program/program.js';
import { onNode } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import { judgeEach, type Rule } from '../rule.js';
import { leastSize } from '../sizes.js';

/** Bytes that the largest variant must have over the second: what clippy takes. */
const GAP = 200;

interface Seen {
  readonly name: string;
  readonly variants: readonly { readonly name: string; readonly at: Span; readonly fields: readonly Ty[] }[];
}

export const rule: Rule = {
  id: 'large-enum-variant',
  collect: [
    onNode('enumDef', (node, view) => {
      if (node.variants.length < 2 || node.generics.length > 0 || view.isOpaque(node)) return;
      const seen: Seen = {
        name: node.name,
        variants: node.variants.map((variant) => ({
          name: variant.name,
          at: view.span(variant),
          fields: variant.fields.map((field) => view.tyOf(field.type)),
        })),
      };
      // Only arrays make a variant that large without a struct of the workspace.
      if (seen.variants.some(({ fields }) => fields.length > 0)) view.emit(node, seen);
    }),
  ],
  judge: judgeEach(draftOf),
};

function draftOf(program: Program, sighting: Sighting): Draft | null {
  const seen: Seen = sighting.data;
  const sized = seen.variants.map((variant) => ({
    variant,
    size: sum(variant.fields.map((field) => leastSize(program, sighting.path, field))),
  }));
  sized.sort((a, b) => (b.size ?? 0) - (a.size ?? 0));
  const [largest, second] = sized;
  if (largest === undefined || second === undefined || sized.some(({ size }) => size === null)) return null;
  const [most, next] = [largest.size ?? 0, second.size ?? 0];
  if (most - next < GAP) return null;
  return {
    rule: 'large-enum-variant',
    at: { path: sighting.path, ...largest.variant.at },
    params: {
      name: seen.name,
      variant: largest.variant.name,
      size: most.toLocaleString('en-US'),
      second: next.toLocaleString('en-US'),
    },
  };
}

/** null as soon as one is not known. */
function sum(sizes: readonly (number | null)[]): number | null {
  return sizes.reduce<number | null>((all, one) => (all === null || one === null ? null : all + one), 0);
}
