/** Renders rules as Markdown: the page of `rustperf explain` and the catalogue rules/README.md. */
import type { Example, RuleSpec } from './rule.js';

const tiers = { 1: 'configuration', 2: 'source', 3: 'runtime evidence' } as const;

const areaTitles: Readonly<Record<string, string>> = {
  cargo: 'Cargo configuration',
  async: 'Async',
  concurrency: 'Concurrency',
  networking: 'Networking',
  memory: 'Memory and allocation',
  serialization: 'Serialization',
  errors: 'Errors and logging',
  io: 'Input and output',
  clippy: 'Clippy',
  runtime: 'Runtime evidence',
};

/** One rule's page, with all its examples. `level` is the depth of its heading, from 1. */
export function rulePage(spec: RuleSpec, level: number): string {
  const parts = [
    `${'#'.repeat(level)} ${spec.id}`,
    `**${capital(spec.title)}** · ${weights(spec)}`,
    spec.why,
    '**Instead**',
    spec.fix,
    ...(spec.limits === '' ? [] : ['**Not reported**', spec.limits]),
    ...spec.examples.map(exampleBlock),
    ...(spec.clippy.length === 0 ? [] : [`Also silenced by \`#[allow(${clippyNames(spec)})]\`.`]),
    ...(spec.references.length === 0 ? [] : [spec.references.map((url) => `- <${url}>`).join('\n')]),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The whole catalogue: a table of all rules, then a page each, by area. */
export function cataloguePage(specs: readonly RuleSpec[]): string {
  const known = Object.keys(areaTitles).filter((area) => specs.some((spec) => spec.area === area));
  const others = [...new Set(specs.map(({ area }) => area))].filter((area) => !known.includes(area)).sort();
  const areas = [...known, ...others];
  const inArea = (area: string) => specs.filter((spec) => spec.area === area);
  const table = areas.flatMap((area) =>
    inArea(area).map(
      ({ id, title, severity, confidence, default: activation }) =>
        `| [${id}](#${id}) | ${title} | ${severity} | ${confidence} | ${activation} |`,
    ),
  );
  return [
    '# Rules',
    '<!-- Generated from the rule files by `npm run generate`: edit rules/<area>/<id>.yml instead. -->',
    introduction,
    ['| rule | finds | severity | confidence | default |', '| --- | --- | --- | --- | --- |', ...table].join(
      '\n',
    ),
    ...areas.flatMap((area) => [
      `## ${areaTitles[area] ?? capital(area)}`,
      ...inArea(area).map((spec) => rulePage({ ...spec, examples: typical(spec) }, 3).trimEnd()),
    ]),
  ]
    .join('\n\n')
    .concat('\n');
}

const introduction = `Severity says what a true finding costs: \`critical\` causes incidents under load, \`warning\` loses about 2× or
more in the affected path, \`suggestion\` 5–20 %. Confidence says how sure a finding is: \`high\` 90 % or more,
\`medium\` 70–90 %, \`low\` less; \`low\` is shown by \`--pedantic\` only. Rules that are \`off\` by default run under
\`--pedantic\`, when \`--only\` names them, or with a \`severity\` in \`rustperf.toml\`; \`hot\` ones run where the code
is known to be hot. In the examples, lines that end in \`//~ rule\` are findings; \`rustperf explain\` shows more of them.`;

/** The catalogue shows one example of each kind; all of them are tests. */
function typical({ examples }: RuleSpec): Example[] {
  return ['bad', 'good'].flatMap((kind) => examples.find((example) => example.kind === kind) ?? []);
}

function weights({ severity, confidence, tier, default: activation }: RuleSpec): string {
  const when = { on: '', off: ' · off by default', hot: ' · in hot code' }[activation];
  return `${severity} · ${confidence} confidence · ${tiers[tier]}${when}`;
}

function exampleBlock({ kind, code, note }: Example): string {
  const files: [string, string][] = typeof code === 'string' ? [['', code]] : Object.entries(code);
  const blocks = files.map(([name, text]) => {
    const fence = text.includes('```') ? '````' : '```';
    const label = name === '' ? '' : `\`${name}\`\n\n`;
    return `${label}${fence}${language(name)}\n${text.trimEnd()}\n${fence}`;
  });
  const title = kind === 'bad' ? 'Found' : 'Fine';
  return `**${title}**${note === undefined ? '' : `: ${note.trim()}`}\n\n${blocks.join('\n\n')}`;
}

function language(name: string): string {
  if (name === '' || name.endsWith('.rs')) return 'rust';
  if (/\.(toml|lock)$/.test(name)) return 'toml';
  return /\.ya?ml$/.test(name) ? 'yaml' : '';
}

function clippyNames({ clippy }: RuleSpec): string {
  return clippy.map((lint) => `clippy::${lint}`).join(', ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
