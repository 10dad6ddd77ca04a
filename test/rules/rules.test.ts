import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtinRules } from '../../src/rules/catalogue.js';
import { casesOf, problemsOf } from './harness.js';

const specs = await builtinRules();

describe.each(specs.map((spec) => ({ id: spec.id, spec })))('$id', ({ spec }) => {
  it.each(casesOf(spec, join(import.meta.dirname)))('$name', async (one) => {
    expect((await problemsOf(one)).join('\n')).toBe('');
  });
});
