/** Finds suppression comments and what each of them covers. What they say is read in findings/. */
import type { Node, SourceFile } from '../syntax/ast.js';
import { forEachChild } from '../syntax/walk.js';
import type { LineIndex } from './lines.js';
import type { Directive } from './summary.js';

const MARK = /rustperf\s*:/;

export function directivesOf(file: SourceFile, lines: LineIndex): Directive[] {
  if (!file.text.includes('rustperf')) return [];
  const found: Directive[] = [];
  const firstItem = Math.min(...file.items.map((item) => item.start), file.end);
  for (const comment of file.comments) {
    const text = file.text.slice(comment.start, comment.end);
    if (!MARK.test(text)) continue;
    const { line, column } = lines.span(comment.start, comment.end);
    const before = file.text.slice(lines.lineStart(line), comment.start);
    const ownLine = before.trim() === '';
    const covered = ownLine ? nodeAfter(file, comment.end) : null;
    found.push({
      line,
      column,
      text,
      ownLine,
      covers:
        covered === null
          ? { line, column: 1, endLine: line, endColumn: column + text.length }
          : lines.span(attributedStart(covered), covered.end),
      head: comment.start < firstItem,
    });
  }
  return found;
}

function attributedStart(node: Node): number {
  return 'attrs' in node ? Math.min(node.start, ...node.attrs.map((a) => a.start)) : node.start;
}

/** The outermost statement, item, arm, field or variant that begins after `offset`, next to it. */
function nodeAfter(file: SourceFile, offset: number): Node | null {
  let best: Node | null = null;
  const visit = (node: Node): void => {
    if (node.end <= offset) return;
    const start = attributedStart(node);
    const statement =
      node.kind === 'let' ||
      node.kind === 'expr' ||
      node.kind === 'arm' ||
      node.kind === 'fieldDef' ||
      node.kind === 'variant' ||
      ('public' in node && 'attrs' in node);
    if (statement && start >= offset) {
      if (
        best === null ||
        start < attributedStart(best) ||
        (start === attributedStart(best) && node.end > best.end)
      )
        best = node;
      return;
    }
    forEachChild(node, visit);
  };
  visit(file);
  return best;
}
