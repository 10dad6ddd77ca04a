import { expect, it } from 'vitest';
import { toldByInputs } from '../../src/settings/inputs.js';

const told = (inputs: Readonly<Record<string, string>>) => toldByInputs((name) => inputs[name] ?? '');

it('leaves out what was not given', () => {
  expect(Object.values(told({ path: ' ', only: ' , \n' })).filter((value) => value !== undefined)).toEqual([]);
});

it('reads lists by line or comma, and switches as YAML spells them', () => {
  expect(told({ only: 'a, b\n c ', pedantic: 'True', cache: 'false', 'fail-on': ' warning ' })).toMatchObject({
    only: ['a', 'b', 'c'],
    pedantic: true,
    cache: false,
    failOn: 'warning',
  });
});

it('says which switch is no switch', () => {
  expect(() => told({ 'only-changed': 'yes' })).toThrow('`only-changed` is `yes`, expected `true` or `false`');
});
