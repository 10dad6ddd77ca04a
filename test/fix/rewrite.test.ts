import { describe, expect, it } from 'vitest';
import type { Edit } from '../../src/findings/finding.js';
import { rewrite } from '../../src/fix/rewrite.js';

function edit(from: readonly [number, number], to: readonly [number, number], newText: string): Edit {
  return { path: 'src/a.rs', line: from[0], column: from[1], endLine: to[0], endColumn: to[1], newText };
}

describe('edits become text', () => {
  it.each<[string, string, Edit[], string]>([
    ['a replaced word', 'let tea = 1;\n', [edit([1, 5], [1, 8], 'mocha')], 'let mocha = 1;\n'],
    ['columns count UTF-16 units', '"🦀🦀".x()\n', [edit([1, 7], [1, 9], '')], '"🦀🦀"()\n'],
    ['edits that touch', 'ab\n', [edit([1, 1], [1, 2], 'x'), edit([1, 2], [1, 2], 'y')], 'xyb\n'],
    ['a whole line', 'a\nb\nc', [edit([2, 1], [3, 1], '')], 'a\nc'],
    ['the end of a text without a last line break', 'a', [edit([1, 2], [1, 2], '\nb')], 'a\nb'],
    ['an empty last line', 'a\n', [edit([2, 1], [2, 1], 'b\n')], 'a\nb\n'],
    ['Windows line endings', 'a\r\nb\r\n', [edit([1, 2], [1, 2], '\nc\n')], 'a\r\nc\r\n\r\nb\r\n'],
    ['a byte order mark', '\uFEFFab\n', [edit([1, 1], [1, 2], 'x')], '\uFEFFxb\n'],
  ])('%s', (_, before, edits, after) => expect(rewrite(before, edits, false)).toBe(after));

  it('TOML columns count the byte order mark', () =>
    expect(rewrite('\uFEFFab\n', [edit([1, 2], [1, 3], 'x')], true)).toBe('\uFEFFxb\n'));

  it.each<[string, Edit[]]>([
    ['beyond the last line', [edit([3, 1], [3, 1], 'x')]],
    ['beyond the end of a line', [edit([1, 4], [1, 4], 'x')]],
    ['backwards', [edit([1, 2], [1, 1], 'x')]],
    ['overlapping', [edit([1, 1], [1, 3], ''), edit([1, 2], [1, 3], '')]],
  ])('refuses edits %s', (_, edits) => expect(rewrite('ab\n', edits, false)).toBeNull());
});
