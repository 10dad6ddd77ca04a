import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderJson } from '../../src/report/json.js';
import type { Report } from '../../src/report/report.js';
import { PROFILE, report, SAMPLE } from './factory.js';
import { hostileWords } from './hostile.js';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const SCHEMA: Json = JSON.parse(
  readFileSync(new URL('../../src/report/report.schema.json', import.meta.url), 'utf8'),
);

/** The published schema allows later additions; what we print today must be all described. */
function closed(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return 'properties' in inner ? { ...inner, additionalProperties: false } : inner;
}

const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(Object(closed(SCHEMA)));

function problems(text: string): unknown {
  validate(JSON.parse(text));
  return validate.errors ?? [];
}

const FULL = report(SAMPLE, {
  suggestedProfiles: [PROFILE],
  trend: { branch: 'main', commit: 'c'.repeat(40), added: 2, removed: 1 },
  notes: [
    { kind: 'info', message: 'a note' },
    { kind: 'incomplete', path: 'src/a.rs', message: 'another' },
  ],
});

describe('the JSON report', () => {
  test('obeys its published schema, and holds nothing that the schema does not name', () => {
    expect(problems(renderJson(FULL))).toEqual([]);
    expect(problems(renderJson(report([])))).toEqual([]);
  });

  test('is the report, unchanged', () => {
    expect(JSON.parse(renderJson(FULL))).toEqual(FULL);
  });

  test('leaves out what stages keep for themselves', () => {
    const busy = { ...FULL, findings: FULL.findings.map((each) => ({ ...each, item: 'Rooms::announce' })) };
    expect(renderJson(busy)).toBe(renderJson(FULL));
  });

  test('does not depend on the order in which objects were built', () => {
    const { notes, ...rest } = FULL;
    const other: Report = { notes, ...rest };
    expect(renderJson(other)).toBe(renderJson(FULL));
  });

  test('the schema refuses what the contract forbids', () => {
    const [first] = SAMPLE;
    for (const wrong of [
      { ...first, line: 0 },
      { ...first, severity: 'fatal' },
      { ...first, changed: 'yes' },
      { ...first, path: '' },
    ]) {
      expect(problems(JSON.stringify({ ...FULL, findings: [wrong] }))).not.toEqual([]);
    }
  });

  test('carries any text through', () => {
    fc.assert(
      fc.property(hostileWords, (text) => {
        const hostile = report(SAMPLE.map((each) => ({ ...each, path: text, message: text })));
        expect(problems(renderJson(hostile))).toEqual([]);
        expect(JSON.parse(renderJson(hostile))).toEqual(hostile);
      }),
    );
  });
});
