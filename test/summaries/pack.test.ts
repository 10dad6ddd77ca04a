/** A summary comes back as it was, and is called the same whichever thread made it. */
import { beforeAll, expect, test } from 'vitest';
import { collectorTable } from '../../src/rules/code.js';
import { rules } from '../../src/rules/registry.js';
import { collectFile } from '../../src/summaries/collect.js';
import { pack, unpack } from '../../src/summaries/pack.js';
import { engineBytes } from '../../src/summaries/threads.js';
import { RustParser } from '../../src/syntax/parse.js';

let parser: RustParser;
beforeAll(async () => {
  parser = await RustParser.start(engineBytes());
});
const table = collectorTable({ rules: rules.map(({ id }) => id), declared: [] });
const summarise = (text: string) =>
  collectFile(parser.parse(text, { tests: false }), table, { tests: false }).summary;

const TEXT = `
async fn load(path: &str) -> std::io::Result<String> { let text = std::fs::read_to_string(path)?; Ok(text) }
`;

test('it comes back as it was', () => {
  const summary = summarise(TEXT);
  expect(unpack(pack(summary).bytes)).toEqual(summary);
});

test('its name survives the way between threads, and a comment', () => {
  const { digest } = pack(summarise(TEXT));
  expect(pack(structuredClone(summarise(TEXT))).digest).toBe(digest);
  expect(pack(summarise(`${TEXT}// more\n`)).digest).toBe(digest);
  expect(pack(summarise(`\n${TEXT}`)).digest).not.toBe(digest);
});
