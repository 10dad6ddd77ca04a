import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCatalogue } from '../../src/rules/catalogue.js';
import { readRules } from '../../src/rules/load.js';
import { voiceProblems } from '../../src/rules/voice.js';
import { loadSettings } from '../../src/settings/load.js';
import { folderWith } from '../settings/folder.js';

const good = `id: slow-thing
title: a slow thing
severity: warning
confidence: high
why: it is slow
fix: do the fast thing
message: "\`{callee}\` is slow"
help: call the fast one
match:
  call: ["slow::thing"]
examples:
  - bad: |
      fn f() { slow::thing() } //~ slow-thing
  - good:
      src/lib.rs: fn f() {}
    note: nothing is called
`;

function read(files: Readonly<Record<string, string>>) {
  return readRules(folderWith(files));
}

describe('a rule file', () => {
  it('becomes a rule with its defaults filled in', async () => {
    const [rule, ...rest] = await read({ 'net/slow-thing.yml': good });
    expect(rest).toEqual([]);
    expect(rule).toMatchObject({
      id: 'slow-thing',
      area: 'net',
      tier: 2,
      default: 'on',
      seed: '',
      limits: '',
      clippy: [],
      match: { call: ['slow::thing'] },
      examples: [
        { kind: 'bad', code: 'fn f() { slow::thing() } //~ slow-thing\n' },
        { kind: 'good', code: { 'src/lib.rs': 'fn f() {}' }, note: 'nothing is called' },
      ],
    });
  });

  it('is of tier 1 in the cargo folder', async () => {
    expect((await read({ 'cargo/slow-thing.yml': good }))[0]?.tier).toBe(1);
  });

  it('may be given alone', async () => {
    const root = folderWith({ 'slow-thing.yml': good });
    expect((await readRules(join(root, 'slow-thing.yml')))[0]?.area).toBe('team');
  });
});

describe('mistakes name file and key', () => {
  const broken: [string, string, string, string][] = [
    [
      'a value',
      'severity: warning',
      'severity: warnin',
      'a/slow-thing.yml: `severity` is `warnin`, did you mean `warning`?',
    ],
    ['a key', 'help:', 'hlep:', 'a/slow-thing.yml: unknown key `hlep`, did you mean `help`?'],
    ['a missing key', 'help: call the fast one\n', '', 'a/slow-thing.yml: `help` is missing'],
    [
      'an inner key',
      'call:',
      'calls:',
      'a/slow-thing.yml: unknown key `calls` in `match`, did you mean `call`?',
    ],
    [
      'the id',
      'id: slow-thing',
      'id: slower',
      'a/slow-thing.yml: `id` is `slower`, but the file is named `slow-thing.yml`',
    ],
    [
      'an example',
      'note: nothing is called',
      'bad: fn g() {}',
      'a/slow-thing.yml: `examples.1` needs either `bad` or `good`',
    ],
    ['the YAML itself', 'match:', 'match: [', 'a/slow-thing.yml:11: not YAML: '],
  ];
  it.each(broken)('%s', async (_, from, to, message) => {
    const reading = read({ 'a/slow-thing.yml': good.replace(from, to) });
    await expect(reading).rejects.toThrow(message);
  });

  it('a folder that does not exist', async () => {
    await expect(readRules('/nowhere/rules')).rejects.toThrow('`/nowhere/rules` does not exist');
  });

  it('one id in two files', async () => {
    await expect(read({ 'a/slow-thing.yml': good, 'b/slow-thing.yml': good })).rejects.toThrow(
      'defined twice',
    );
  });
});

describe('the catalogue', () => {
  it("takes in a team's rules", async () => {
    const root = folderWith({ 'rustperf.toml': 'rules = ["perf"]\n', 'perf/slow-thing.yml': good });
    const { byId } = await openCatalogue(await loadSettings({}, { cwd: root }));
    expect(byId.get('slow-thing')?.area).toBe('team');
  });

  const files = { 'rustperf.toml': 'rules = ["perf"]\n', 'perf/slow-thing.yml': good };
  it.each([
    [{ only: ['slow-thingy'] }, '`only`: no rule is named `slow-thingy`, did you mean `slow-thing`?'],
    [{ skip: ['zzz-*'] }, '`skip`: no rule is named `zzz-*`'],
  ])('rejects %j', async (told, message) => {
    const settings = await loadSettings(told, { cwd: folderWith(files) });
    await expect(openCatalogue(settings)).rejects.toThrow(message);
  });

  it('rejects a table of a rule that does not exist, where it stands', async () => {
    const text = `${files['rustperf.toml']}[rule.slow-thin]\nseverity = "off"\n`;
    const settings = await loadSettings({}, { cwd: folderWith({ ...files, 'rustperf.toml': text }) });
    await expect(openCatalogue(settings)).rejects.toThrow(
      'rustperf.toml:2:7: no rule is named `slow-thin`, did you mean `slow-thing`?',
    );
  });

  it('accepts globs', async () => {
    const settings = await loadSettings({ only: ['slow-*'] }, { cwd: folderWith(files) });
    await expect(openCatalogue(settings)).resolves.toBeDefined();
  });
});

describe('the voice of messages', () => {
  it.each(['`{callee}` blocks the worker thread', 'HTTP clients are built per request', 'use `x`, or `y`'])(
    'takes %j',
    (text) => expect(voiceProblems(text)).toEqual([]),
  );

  it.each(['Blocks the thread', 'blocks the thread.', 'consider a pool', 'please use a pool', 'a\nb'])(
    'rejects %j',
    (text) => expect(voiceProblems(text)).toHaveLength(1),
  );
});
