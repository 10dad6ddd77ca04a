/** Collections that are built only to ask one question of them. */
import type { Edit, Span } from '../../findings/finding.js';
import { onMethod } from '../../summaries/collector.js';
import type { View } from '../../summaries/view.js';
import type { MethodCall } from '../../syntax/ast.js';
import type { Rule } from '../rule.js';

/** What is asked of the collection → what the iterator answers itself. */
const ANSWERS: Readonly<Record<string, string>> = {
  len: '.count()',
  is_empty: '.next().is_none()',
  contains: '.any(|x| x == …)',
  into_iter: '',
  iter: '',
  first: '.next()',
  last: '.last()',
};

interface Seen {
  readonly asked: string;
  readonly answer: string;
  readonly edit: { readonly at: Span; readonly text: string } | null;
}

export const rule: Rule = {
  id: 'needless-collect',
  collect: [
    onMethod(['collect'], (node, view) => {
      if (node.args.length > 0 || view.isOpaque(node)) return;
      const [into] = node.generics;
      const asked = node.parent;
      if (into === undefined || asked?.kind !== 'method' || asked.receiver !== node) return;
      // Sets and maps drop what is twice; only lists hold what the iterator gave.
      if (!/^(?:std::vec::)?(?:Vec|VecDeque|LinkedList)\b/.test(view.text(into))) return;
      const answer = ANSWERS[asked.name];
      if (answer === undefined || isNeeded(node, asked)) return;
      const seen: Seen = { asked: asked.name, answer, edit: editOf(node, asked, answer, view) };
      view.emit(node, seen, view.methodSpan(node));
    }),
  ],
  *judge({ program, candidates }) {
    for (const sighting of candidates) {
      const seen: Seen = sighting.data;
      if (program.isSeldom(sighting)) continue;
      const edits: Edit[] =
        seen.edit === null ? [] : [{ path: sighting.path, ...seen.edit.at, newText: seen.edit.text }];
      yield {
        rule: 'needless-collect',
        at: { path: sighting.path, ...sighting.at },
        params: {
          asked: seen.asked,
          help:
            seen.answer === ''
              ? 'go on with the iterator itself'
              : `ask the iterator itself: \`${seen.answer}\``,
        },
        ...(edits.length === 0
          ? {}
          : { fix: { applicability: 'maybe-incorrect', title: 'ask the iterator itself', edits } }),
      };
    }
  },
};

/** Borrows, side effects or the other direction make the collection necessary. */
function isNeeded(collect: MethodCall, asked: MethodCall): boolean {
  if (asked.name === 'iter' || asked.name === 'into_iter') {
    const next = asked.parent;
    // A loop may change what was iterated over; `rev` and `zip` may need a length; parallel work needs a list.
    if (next?.kind !== 'method' || next.receiver !== asked) return true;
    if (
      /^(?:rev|zip|len|rposition|rfind|next_back|as_slice|par_\w+|cycle|peekable|chunks|last|map|filter|for_each)$/.test(
        next.name,
      )
    )
      return true;
  }
  // Something in the chain has side effects that must all happen, or runs in parallel.
  for (let n = collect.receiver; n.kind === 'method'; n = n.receiver)
    if (/^(?:par_\w+|into_par_iter|inspect|drain|split_off|par_bridge)$/.test(n.name)) return true;
  return asked.name === 'last' && collect.receiver.kind !== 'method';
}

function editOf(collect: MethodCall, asked: MethodCall, answer: string, view: View): Seen['edit'] {
  if (answer === '' || answer.includes('…') || asked.name === 'first' || asked.name === 'last') return null;
  return { at: view.span({ start: collect.receiver.end, end: asked.end }), text: answer };
}
