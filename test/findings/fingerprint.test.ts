import { expect, it } from 'vitest';
import { fingerprint, identityOf, normaliseCode } from '../../src/findings/fingerprint.js';

const span = (line: number, column: number, endLine: number, endColumn: number) => ({
  line,
  column,
  endLine,
  endColumn,
});

it('is the same however the code is laid out', () => {
  const flat = ['    let x = fs::read(path, &options).unwrap();'];
  const tall = ['let x = fs::read(', '    path,', '    &options,', ').unwrap();'];
  expect(normaliseCode(flat, span(1, 13, 1, 46))).toBe('fs::read(path,&options).unwrap()');
  expect(normaliseCode(tall, span(1, 9, 4, 11))).toBe('fs::read(path,&options).unwrap()');
});

it('keeps the white space that separates words', () => {
  expect(normaliseCode(['let  mut   x'], span(1, 1, 1, 13))).toBe('let mut x');
});

it('differs by rule, item, code and occurrence, and shares its identity between occurrences', () => {
  const base = { rule: 'a', item: 'f', code: 'x' };
  const prints = [
    fingerprint(base, 0),
    fingerprint(base, 1),
    fingerprint({ ...base, rule: 'b' }, 0),
    fingerprint({ ...base, item: 'g' }, 0),
    fingerprint({ ...base, code: 'y' }, 0),
  ];
  expect(new Set(prints).size).toBe(prints.length);
  expect(identityOf(fingerprint(base, 0))).toBe(identityOf(fingerprint(base, 300)));
  for (const print of prints) expect(print).toMatch(/^[0-9a-f]{32}$/);
});
