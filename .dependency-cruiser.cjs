// Holds src/ to the directions of the design: data flows forward only, and each outside world has one door.
// Import cycles are Biome's to find (noImportCycles).
const stages = [
  'settings',
  'project',
  'syntax',
  'summaries',
  'program',
  'rules',
  'findings',
  'report',
  'host',
];

// The plain shapes that stages hand to each other, and how they are put in groups, may be known by all of them.
const shapes = '^src/(findings/(finding|activate|group)|rules/rule|report/report|settings/settings)\\.ts$';

const forward = stages.map((stage, index) => ({
  name: `${stage}-knows-no-later-room`,
  severity: 'error',
  from: { path: `^src/${stage}/` },
  to: { path: `^src/(${[...stages.slice(index + 1), 'bench', 'fix', 'cli'].join('|')})/`, pathNot: shapes },
}));

module.exports = {
  forbidden: [
    ...forward,
    {
      name: 'rooms-do-not-know-the-entries',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: '^src/(cli|host)/' },
      to: { path: '^src/(cli|action|audit)\\.ts$' },
    },
    {
      name: 'one-room-parses',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/syntax/' },
      to: { path: '^node_modules/(web-)?tree-sitter' },
    },
    {
      name: 'one-room-talks-to-github',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(host/|action\\.ts$)' },
      to: { path: '^node_modules/@(actions|octokit)/' },
    },
    {
      name: 'rules-touch-nothing-outside',
      comment: 'reading rule files is the business of load.ts and catalogue.ts',
      severity: 'error',
      from: { path: '^src/(rules/[^/]+/|program/|report/)' },
      to: { path: '^(node:)?(fs|child_process|net|http|https|os|process)(/|$)', dependencyTypes: ['core'] },
    },
    {
      name: 'few-start-processes',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(bench|fix|host|clippy)/' },
      to: { path: '^(node:)?child_process$', dependencyTypes: ['core'] },
    },
    {
      name: 'all-is-reachable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
