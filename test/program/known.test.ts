/** The tables of well-known signatures are read line by line, when somebody asks: here somebody asks for all. */
import { expect, test } from 'vitest';
import { ASYNC } from '../../src/program/known/async.js';
import { CLIENTS } from '../../src/program/known/clients.js';
import { LIBRARIES } from '../../src/program/known/libraries.js';
import { KnownTables, type Lazily } from '../../src/program/known/signatures.js';
import { STD } from '../../src/program/known/std.js';

const all = (lazily: Lazily<object | null>) => [...lazily.keys()].map((name) => lazily.get(name));

test('every line of the tables can be read', () => {
  const tables = new KnownTables([STD, ASYNC, LIBRARIES, CLIENTS]);
  expect(all(tables.functions).length).toBeGreaterThan(50);
  expect(all(tables.aliases).length).toBeGreaterThan(5);
  const members = [...tables.types.values()].flatMap(({ methods, fields }) => [
    ...all(methods),
    ...all(fields),
  ]);
  expect(members.length).toBeGreaterThan(500);
});

test('a line that is none of the short form names itself', () => {
  expect(() => new KnownTables(['  early(&self)']).types).toThrow('a method before any type');
  expect(() =>
    new KnownTables(['std::A\n  wrong(&self ->']).types.get('std::A')?.methods.get('wrong'),
  ).toThrow();
  expect(() => new KnownTables(['std::A =>']).types).toThrow('std::A =>');
});
