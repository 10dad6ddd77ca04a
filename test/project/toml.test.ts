import { describe, expect, it } from 'vitest';
import { locateKey, locateTable, parseToml, TomlSyntaxError, tomlAt } from '../../src/project/toml.js';

const text = [
  '# release',
  'top.dotted = 1',
  '[profile."my release"] # keeps',
  'lto = "thin" # why',
  'list = [',
  '  "a",',
  '  "b",',
  ']',
  'inline = { x = true }',
  '',
  '[[bin]]',
  'name = "one"',
  '[[bin]]',
  'name = "two"',
].join('\n');
const file = parseToml('Cargo.toml', text);

describe('values and their places', () => {
  it('finds pairs, counted from 1', () => {
    expect(tomlAt(file.values, 'profile', 'my release', 'lto')).toBe('thin');
    expect(locateKey(file, 'profile', 'my release', 'lto')).toEqual({
      pair: { line: 4, column: 1, endLine: 4, endColumn: 13 },
      value: { line: 4, column: 7, endLine: 4, endColumn: 13 },
      inline: false,
    });
    expect(locateKey(file, 'top', 'dotted')?.pair).toMatchObject({ line: 2, column: 1 });
  });

  it('finds array elements, inline tables and arrays of tables', () => {
    expect(locateKey(file, 'profile', 'my release', 'list', '1')?.value).toMatchObject({
      line: 7,
      column: 3,
    });
    expect(locateKey(file, 'profile', 'my release', 'inline', 'x')).toMatchObject({
      inline: true,
      pair: { line: 9, column: 12 },
    });
    expect(locateKey(file, 'bin', '1', 'name')?.pair.line).toBe(14);
  });

  it('finds headers and the last line of a table', () => {
    expect(locateTable(file, 'profile', 'my release')).toEqual({
      header: { line: 3, column: 1, endLine: 3, endColumn: 23 },
      lastLine: 9,
    });
    expect(locateTable(file, 'bin', '1')).toMatchObject({ header: { line: 13, endColumn: 8 } });
    expect(locateTable(file, 'profile')).toBeUndefined();
  });

  it('takes a byte order mark and Windows line ends', () => {
    const odd = parseToml('Cargo.toml', '\uFEFF[package]\r\nname = "a"\r\n');
    expect(locateKey(odd, 'package', 'name')?.pair).toEqual({
      line: 2,
      column: 1,
      endLine: 2,
      endColumn: 11,
    });
  });

  it('says where the syntax breaks', () => {
    expect(() => parseToml('Cargo.toml', 'a = 1\nb = = 2\n')).toThrow(TomlSyntaxError);
    try {
      parseToml('Cargo.toml', 'a = 1\nb = = 2\n');
    } catch (error) {
      expect(error).toMatchObject({ line: 2 });
    }
  });
});
