import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.js';
import { OTHERS } from '../../src/clippy/join.js';
import { renderText } from '../../src/report/text.js';
import { builtinRules } from '../../src/rules/catalogue.js';
import { cataloguePage } from '../../src/rules/page.js';
import { rules } from '../../src/rules/registry.js';
import { voiceProblems } from '../../src/rules/voice.js';
import { loadSettings } from '../../src/settings/load.js';
import rustperfSchema from '../../src/settings/rustperf.schema.json' with { type: 'json' };
import { version } from '../../src/version.js';

const root = resolve(import.meta.dirname, '..', '..');
const specs = await builtinRules();
const ids = specs.map(({ id }) => id);

function below(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name));
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

describe('words, code, fixtures and docs speak of the same rules', () => {
  it('every rule has code or patterns, and every code has words', () => {
    const coded = rules.map(({ id }) => id);
    // What only a profiler can find is told by src/runtime, for all rules of tier 3 at once; src/clippy joins lints.
    expect(
      specs
        .filter(({ id, match, tier }) => tier !== 3 && id !== OTHERS && match === null && !coded.includes(id))
        .map(({ id }) => id),
    ).toEqual([]);
    expect(coded.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('code lies beside its area and is registered', () => {
    const files = below('src/rules', '.ts').map((file) =>
      file.slice(root.length + '/src/rules/'.length, -'.ts'.length),
    );
    const expected = new Set(specs.map(({ area, id }) => `${area}/${id}`));
    const registry = read('src/rules/registry.ts');
    // Modules that rules of one area share are allowed; a module with a `rule` is one.
    const ruleFiles = files.filter((file) => /^export const rule\b/m.test(read(`src/rules/${file}.ts`)));
    expect(ruleFiles.filter((file) => !expected.has(file))).toEqual([]);
    expect(ruleFiles.filter((file) => !registry.includes(`'./${file}.js'`))).toEqual([]);
  });

  it('every rule shows bad code and its nearest miss', () => {
    const kinds = (kind: string) =>
      specs.filter(({ examples }) => !examples.some((one) => one.kind === kind));
    expect(kinds('bad').map(({ id }) => id)).toEqual([]);
    expect(kinds('good').map(({ id }) => id)).toEqual([]);
  });

  it('every rule has a fixture, and every fixture a rule', () => {
    const folders = readdirSync(join(root, 'test/rules'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(folders.map(({ name }) => name).filter((name) => !ids.includes(name))).toEqual([]);
    // The examples of the others are whole projects already.
    const needy = specs.filter(({ tier }) => tier === 2).map(({ id }) => id);
    expect(needy.filter((id) => !existsSync(join(root, 'test/rules', id)))).toEqual([]);
  });

  it('the catalogue is what the rule files say', () => {
    expect(read('rules/README.md') === cataloguePage(specs), 'run `npm run generate`').toBe(true);
  });

  it.each(specs.map((spec) => [spec.id, spec] as const))(
    '%s keeps the voice',
    (_, { title, message, help }) => {
      expect(
        [title, message, help].flatMap((text) => voiceProblems(text).map((fault) => `"${text}" ${fault}`)),
      ).toEqual([]);
    },
  );
});

// That only they read the environment is a lint rule.
it('only the entries set the exit status', () => {
  const files = below('src', '.ts').map((file) => file.slice(root.length + 1));
  const others = files.filter((file) => !/^src\/(cli|action)\.ts$/.test(file));
  expect(others.filter((file) => /\bprocess\.(exitCode|exit)\b/.test(read(file)))).toEqual([]);
});

describe('what is said twice agrees', () => {
  it('the finding that the README opens with', async () => {
    const shown = /^```\n([\s\S]*?)\n```$/m.exec(read('README.md'))?.[1] ?? '';
    const rule = /\[([a-z-]+)\]/.exec(shown)?.[1] ?? '';
    const told = { path: 'test/projects/chat-server', only: [rule], jobs: '1', cache: false };
    const { report, context } = await audit(await loadSettings(told, { cwd: root }));
    expect(renderText(report, context)).toContain(shown);
  });

  it('the version', () => expect(JSON.parse(read('package.json')).version).toBe(version));

  it('the settings that `init` and the README show', () => {
    const known = Object.keys(rustperfSchema.properties);
    const shown = [
      ...read('src/cli/init.ts').matchAll(/^(?:# )?([a-z-]+) = /gm),
      ...read('README.md').matchAll(/^([a-z-]+) = .*# /gm),
    ];
    expect(
      shown
        .map(([, key]) => key)
        .filter((key) => key !== undefined && !known.includes(key) && key !== 'severity'),
    ).toEqual([]);
  });
});
