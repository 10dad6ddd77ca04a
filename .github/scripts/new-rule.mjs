// Scaffolds a rule: its words, its code and a fixture. `npm run new-rule -- <id> [area]`
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '..', '..'));

const [id, area = 'async'] = process.argv.slice(2);
if (id === undefined || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
  console.error(
    'usage: npm run new-rule -- <id> [area]\n<id> names the problem in kebab-case, for example `unbounded-channel`',
  );
  process.exit(2);
}
const taken = readdirSync('rules', { recursive: true }).find((file) => file.endsWith(`${id}.yml`));
if (taken !== undefined) {
  console.error(`rules/${taken} exists: choose another id`);
  process.exit(2);
}

const isConfiguration = area === 'cargo';
const marker = isConfiguration ? `#~ ${id}` : `//~ ${id}`;

put(
  `rules/${area}/${id}.yml`,
  `id: ${id}
title: what is wrong, in a few words
severity: warning
confidence: high
why: |
  Two or three sentences that a reviewer would say: what it costs, and when.
fix: |
  What to write instead.
limits: |
  What the rule deliberately does not report.
references:
  - https://nnethercote.github.io/perf-book/
message: "\`{code}\` costs this"
help: write this instead
examples:
${
  isConfiguration
    ? `  - bad:
      Cargo.toml: |
        [package]
        name = "service"
        version = "0.1.0" ${marker}
      src/main.rs: |
        fn main() {}`
    : `  - bad: |
      fn bad() {} ${marker}`
}
  - good: ${isConfiguration ? '\n      Cargo.toml: |\n        [package]\n        name = "service"\n        version = "0.1.0"\n      src/main.rs: |\n        fn main() {}' : '|\n      fn good() {}'}
    note: the nearest miss, and why it is fine
`,
);
put(
  `src/rules/${area}/${id}.ts`,
  `/** Finds … and says nothing where … */
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: '${id}',
  judge: () => [],
};
`,
);
put(
  `test/rules/${id}/${isConfiguration ? 'service/Cargo.toml' : 'near-misses.rs'}`,
  isConfiguration
    ? '# Every line says why it is fine, or is marked.\n[package]\nname = "service"\nversion = "0.1.0"\n'
    : '// Code that looks like the problem and is none; each says why.\n',
);
console.log(`\nnext: fill them in, \`npm run generate\`, \`npx vitest run test/rules -t ${id}\``);

function put(file, text) {
  if (existsSync(file)) {
    console.log(`${file} exists, left as it is`);
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(join(file));
}
