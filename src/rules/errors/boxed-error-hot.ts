/** Failures that are expected, and still allocate a boxed error each time. */
import type { Draft } from '../../findings/finding.js';
import type { Program, Sighting } from '../../program/program.js';
import { argumentOf } from '../../program/types.js';
import { onMethod, onNode } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Expr, Pattern } from '../../syntax/ast.js';
import { calleeName, findNode, lastName } from '../../syntax/walk.js';
import { judgeEach, type Rule } from '../rule.js';

const BOXED = /^(?:anyhow::Error|eyre::Report|miette::Report)$/;

interface Seen {
  readonly callee: string;
  readonly result: Ty;
}

export const rule: Rule = {
  id: 'boxed-error-hot',
  collect: [
    onMethod(['ok', 'is_ok', 'is_err', 'unwrap_or', 'unwrap_or_default', 'is_ok_and'], (node, view) =>
      see(node.receiver, view),
    ),
    onNode('letCond', (node, view) => {
      if (isNamed(node.pattern, 'Ok')) see(node.value, view);
    }),
    onNode('let', (node, view) => {
      if (node.else !== null && node.init !== null && isNamed(node.pattern, 'Ok')) see(node.init, view);
    }),
    onNode('match', (node, view) => {
      const failed = node.arms.find((arm) => isNamed(arm.pattern, 'Err'));
      if (failed === undefined) return;
      // Leaving with the error, or speaking of it, makes use of the box.
      const used = findNode(
        failed.body,
        (n) => n.kind === 'return' || n.kind === 'try' || n.kind === 'macro' || n.kind === 'break',
      );
      if (used === null) see(node.value, view);
    }),
  ],
  judge: judgeEach(draftOf),
};

function see(value: Expr, view: View): void {
  if ((value.kind !== 'call' && value.kind !== 'method') || view.isOpaque(value)) return;
  const result = view.typeOf(value);
  if (result === null) return;
  view.emit(value, { callee: calleeName(value), result } satisfies Seen, view.callSpan(value));
}

function isNamed(pattern: Pattern, name: string): boolean {
  return pattern.kind === 'patTupleStruct' && lastName(pattern.path) === name;
}

function draftOf(program: Program, sighting: Sighting): Draft | null {
  const seen: Seen = sighting.data;
  const { context } = sighting;
  if (program.isStartup(sighting)) return null;
  if (context.loops === 0 && !program.isHot(sighting)) return null;
  const result = program.settle(sighting.path, seen.result);
  if (result === null || !('p' in result) || result.p !== 'std::result::Result') return null;
  const error = argumentOf(result, 1);
  if (error === null || !('p' in error)) return null;
  const isBox = error.p === 'std::boxed::Box' && isDyn(argumentOf(error, 0));
  if (!isBox && !BOXED.test(error.p)) return null;
  return {
    rule: 'boxed-error-hot',
    at: { path: sighting.path, ...sighting.at },
    params: { callee: seen.callee, error: isBox ? 'Box<dyn Error>' : error.p },
  };
}

function isDyn(ty: Ty): boolean {
  return ty !== null && 'dyn' in ty && ty.dyn;
}
