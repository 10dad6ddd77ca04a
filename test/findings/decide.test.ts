import { describe, expect, it } from 'vitest';
import { formatBaseline, parseBaseline } from '../../src/findings/baseline.js';
import { type DecideSettings, decide } from '../../src/findings/decide.js';
import type { Draft } from '../../src/findings/finding.js';
import type { Directive } from '../../src/findings/suppress.js';
import { draft, input, SETTINGS, spec } from './make.js';

const places = (findings: readonly { rule: string; line: number }[]) =>
  findings.map(({ rule, line }) => `${rule}:${line}`);
const settings = (change: Partial<DecideSettings>): DecideSettings => ({ ...SETTINGS, ...change });
const comment = (line: number, text: string, covers = [line, line]): Directive => ({
  line,
  text,
  ownLine: true,
  covers: { line: covers[0] ?? line, column: 1, endLine: covers[1] ?? line, endColumn: 80 },
});

describe('words and order', () => {
  it('fills the words of the rule and sorts by path, line, column, rule', () => {
    const { findings, summary } = decide(
      input({
        drafts: [
          draft('sleep', 9, { params: { callee: 'std::thread::sleep', better: 'tokio::time::sleep' } }),
          draft('fs', 2, { path: 'src/b.rs', message: 'said otherwise' }),
          draft('fs', 3, { params: { callee: 'a`b\n\u202ec' } }),
        ],
      }),
    );
    expect(findings.map((one) => `${one.path}:${one.line} ${one.message}`)).toEqual([
      "src/a.rs:3 `a'b c` blocks",
      'src/a.rs:9 `std::thread::sleep` blocks',
      'src/b.rs:2 said otherwise',
    ]);
    expect(findings[1]?.help).toBe('use `tokio::time::sleep`');
    expect(summary).toEqual({ critical: 3, warning: 0, suggestion: 0, suppressed: 0, baselined: 0 });
  });

  it('ignores drafts of rules that the catalogue does not have', () => {
    expect(decide(input({ drafts: [draft('unheard-of', 1)] })).findings).toEqual([]);
  });

  it('gives the same result for any order of drafts', () => {
    const drafts = [1, 2, 3, 4, 5, 6].map((line) => draft(line % 2 ? 'fs' : 'sleep', line, { item: 'f' }));
    expect(decide(input({ drafts: drafts.toReversed() }))).toEqual(decide(input({ drafts })));
  });
});

describe('activation and thresholds', () => {
  const specs = [
    spec('sure'),
    spec('unsure', { confidence: 'low', severity: 'warning' }),
    spec('sleeping', { default: 'off', severity: 'suggestion' }),
    spec('heated', { default: 'hot' }),
  ];
  const drafts = ['sure', 'unsure', 'sleeping', 'heated'].map((rule, index) => draft(rule, index + 1));
  const rulesWith = (change: Partial<DecideSettings>, more: readonly Draft[] = drafts): string[] =>
    decide(input({ specs, drafts: more, settings: settings(change) })).findings.map((one) => one.rule);

  it.each<[string, Partial<DecideSettings>, string[]]>([
    ['defaults', {}, ['sure', 'heated']],
    ['pedantic', { pedantic: true, minConfidence: 'low' }, ['sure', 'unsure', 'sleeping', 'heated']],
    [
      'pedantic with a raised threshold',
      { pedantic: true, minConfidence: 'high' },
      ['sure', 'sleeping', 'heated'],
    ],
    ['only, by name', { only: ['unsure'] }, ['unsure']],
    ['only, by glob', { only: ['s*'] }, ['sure', 'sleeping']],
    ['skip', { skip: ['h*'] }, ['sure']],
    ['skip beats only', { only: ['sure'], skip: ['sure'] }, []],
    [
      'least severity',
      { pedantic: true, minConfidence: 'low', minSeverity: 'warning' },
      ['sure', 'unsure', 'heated'],
    ],
    ['off in the file', { ruleSettings: new Map([['sure', { severity: 'off' as const }]]) }, ['heated']],
    [
      'named on the command line although off in the file',
      { only: ['sure'], ruleSettings: new Map([['sure', { severity: 'off' as const }]]) },
      ['sure'],
    ],
    [
      'switched on in the file',
      { ruleSettings: new Map([['sleeping', { severity: 'warning' as const }]]) },
      ['sure', 'sleeping', 'heated'],
    ],
  ])('%s', (_, change, expected) => {
    expect(rulesWith(change)).toEqual(expected);
  });

  it('shows a rule that is off where a profiler measured the place, and a hot rule only in the heat', () => {
    const evidence = [{ source: 'perf', message: '12 % of samples', weight: 12, unit: '%' }];
    const measured = [
      draft('sleeping', 1, { evidence }),
      draft('sleeping', 9),
      draft('heated', 3, { hot: false }),
    ];
    expect(rulesWith({ profileData: ['perf.folded'] }, measured)).toEqual(['sleeping']);
    expect(rulesWith({ hot: ['src/a.rs'] }, measured)).toEqual(['heated']);
  });

  it('takes the severity from rustperf.toml before the rule and the draft', () => {
    const ruleSettings = new Map([['sure', { severity: 'suggestion' as const }]]);
    const { findings, gate } = decide(
      input({
        specs,
        drafts: [draft('sure', 1, { severity: 'warning' })],
        settings: settings({ ruleSettings }),
      }),
    );
    expect(findings[0]?.severity).toBe('suggestion');
    expect(gate).toEqual([]);
  });

  it('scopes rules to paths', () => {
    const ruleSettings = new Map([
      ['sure', { exclude: ['src/sync/**'] }],
      ['heated', { include: ['src/engine'] }],
    ]);
    const more = [
      draft('sure', 1, { path: 'src/sync/a.rs' }),
      draft('sure', 1, { path: 'src/a.rs' }),
      draft('heated', 2, { path: 'src/a.rs' }),
      draft('heated', 2, { path: 'src/engine/deep/a.rs' }),
      draft('sure', 1, { path: 'third_party/x/a.rs' }),
    ];
    const { findings } = decide(
      input({ specs, drafts: more, settings: settings({ ruleSettings, exclude: ['third_party/**'] }) }),
    );
    expect(findings.map((one) => `${one.rule} ${one.path}`)).toEqual([
      'sure src/a.rs',
      'heated src/engine/deep/a.rs',
    ]);
  });
});

describe('one place, one finding', () => {
  it('keeps one finding of a rule a line, the worst', () => {
    const drafts = [draft('fs', 4, { severity: 'warning' }), draft('fs', 4, { message: 'worst' })];
    expect(decide(input({ drafts })).findings.map((one) => one.message)).toEqual(['worst']);
  });

  it('keeps two messages of one configuration rule at one place', () => {
    const specs = [spec('known-slow-version', { tier: 1 })];
    const drafts = ['tokio', 'h2'].map((message) =>
      draft('known-slow-version', 1, { path: 'Cargo.lock', message }),
    );
    expect(decide(input({ specs, drafts })).findings).toHaveLength(2);
  });

  it('lets the more exact rule speak, unless it does not', () => {
    const specs = ['json-reader-slow', 'unbuffered-file-io'].map((id) => spec(id));
    const drafts = specs.map(({ id }) => draft(id, 7));
    expect(places(decide(input({ specs, drafts })).findings)).toEqual(['json-reader-slow:7']);
    const skipped = decide(input({ specs, drafts, settings: settings({ skip: ['json-reader-slow'] }) }));
    expect(places(skipped.findings)).toEqual(['unbuffered-file-io:7']);
  });

  it('does not bring back the vaguer rule when the exact one is suppressed', () => {
    const specs = ['json-reader-slow', 'unbuffered-file-io'].map((id) => spec(id));
    const directives = new Map([
      ['src/a.rs', [comment(6, '// rustperf: allow(json-reader-slow): small file', [7, 7])]],
    ]);
    const { findings, summary } = decide(
      input({ specs, drafts: specs.map(({ id }) => draft(id, 7)), directives }),
    );
    expect(findings).toEqual([]);
    expect(summary.suppressed).toBe(1);
  });

  it('folds after three in one function, and never a changed finding behind an old one', () => {
    const drafts = [1, 2, 3, 4, 5, 6].map((line) => draft('fs', line, { item: 'load' }));
    const changes = { origin: 'test', files: new Map([['src/a.rs', [{ from: 6, to: 6 }]]]) };
    const { findings, known, summary } = decide(input({ drafts, changes }));
    expect(places(findings)).toEqual(['fs:1', 'fs:2', 'fs:6']);
    expect(findings[1]?.message).toContain('(and 3 more in `load`)');
    expect(findings[1]?.related.map((one) => one.line)).toEqual([3, 4, 5]);
    expect(summary.critical).toBe(3);
    expect(known).toHaveLength(6);
  });
});

describe('suppression', () => {
  const allow = (text: string, covers: [number, number] = [5, 8], drafts = [draft('fs', 6)]) =>
    decide(input({ drafts, directives: new Map([['src/a.rs', [comment(4, text, covers)]]]) }));

  it.each([
    '// rustperf: allow(fs): start-up only',
    '//rustperf:allow( sleep , fs ): both are fine here',
    '/* rustperf: allow(fs): start-up only */',
    '// rustperf: allow-file(fs): a script',
  ])('%s', (text) => {
    const { findings, summary, gate } = allow(text);
    expect(findings.filter((one) => one.rule === 'fs')).toEqual([]);
    expect(summary.suppressed).toBe(1);
    expect(gate).toEqual([]);
  });

  it('does not reach beyond the statement', () => {
    const { findings } = allow('// rustperf: allow(fs): reason', [5, 8], [draft('fs', 6), draft('fs', 9)]);
    expect(places(findings)).toEqual(['fs:9']);
  });

  it('at the blocking line silences the call that a chain reports', () => {
    const at = { path: 'src/a.rs', line: 6, column: 1, endLine: 6, endColumn: 4, message: 'blocks here' };
    const { findings } = allow(
      '// rustperf: allow(fs): cached',
      [5, 8],
      [draft('fs', 40, { related: [at] })],
    );
    expect(findings).toEqual([]);
  });

  it.each([
    [
      '// rustperf: allow(fs)',
      '`fs` is allowed without a reason, so it suppresses nothing',
      ['fs:6', 'suppression:4'],
    ],
    [
      '// rustperf: allow(fs):  ',
      '`fs` is allowed without a reason, so it suppresses nothing',
      ['fs:6', 'suppression:4'],
    ],
    [
      '// rustperf: alow(fs): x',
      'this comment is not understood, so it suppresses nothing',
      ['fs:6', 'suppression:4'],
    ],
    ['// rustperf: allow(slep): x', 'there is no rule `slep`', ['fs:6', 'suppression:4']],
    [
      '// rustperf: allow(sleep): x',
      'nothing is left here for `sleep` to find: this comment suppresses nothing',
      ['fs:6', 'suppression:4'],
    ],
  ])('%s is itself reported and breaks no gate', (text, message, expected) => {
    const { findings, gate } = allow(text);
    expect(places(findings).toSorted()).toEqual(expected);
    expect(findings.find((one) => one.rule === 'suppression')?.message).toBe(message);
    expect(gate.map((one) => one.rule)).toEqual(['fs']);
  });

  it('is pointed at without the code before it', () => {
    const text = 'let x = f(); // rustperf: allow(fs)';
    const directives = new Map([['src/a.rs', [{ ...comment(1, '// rustperf: allow(fs)'), ownLine: false }]]]);
    const [found] = decide(input({ directives, source: () => text })).findings;
    expect(found).toMatchObject({ line: 1, column: 14, endLine: 1, endColumn: 36 });
  });

  it('names the nearest rule', () => {
    const { findings } = allow('// rustperf: allow(slep): x');
    expect(findings.find((one) => one.rule === 'suppression')?.help).toBe('did you mean `sleep`');
  });

  it.each(['/// rustperf: allow(fs)', '//! rustperf: allow(fs)', '// about rustperf: allow(fs)'])(
    '%s only speaks about rustperf',
    (text) => {
      expect(places(allow(text).findings)).toEqual(['fs:6']);
    },
  );

  it('is not called unused when its rule did not run or the audit is incomplete', () => {
    const directives = new Map([['src/a.rs', [comment(4, '// rustperf: allow(fs): reason')]]]);
    expect(decide(input({ directives, settings: settings({ skip: ['fs'] }) })).findings).toEqual([]);
    expect(decide(input({ directives, complete: false })).findings).toEqual([]);
    expect(decide(input({ directives })).findings).toHaveLength(1);
  });

  it('is not called unused where its rule was not to look', () => {
    const directives = new Map([['src/a.rs', [comment(2, '// rustperf: allow(sleep): why')]]]);
    const found = (change: Partial<DecideSettings>) =>
      decide(input({ directives, settings: settings(change) })).findings.length;
    expect(found({})).toBe(1);
    expect(found({ exclude: ['src/**'] })).toBe(0);
    expect(found({ ruleSettings: new Map([['sleep', { exclude: ['src/a.rs'] }]]) })).toBe(0);
    expect(found({ ruleSettings: new Map([['sleep', { include: ['src/b.rs'] }]]) })).toBe(0);
  });

  it('is in use when what it hides is below the threshold', () => {
    const directives = new Map([['src/a.rs', [comment(6, '// rustperf: allow(fs): reason')]]]);
    const { findings, summary } = decide(
      input({ drafts: [draft('fs', 6, { confidence: 'low' })], directives }),
    );
    expect(findings).toEqual([]);
    expect(summary.suppressed).toBe(0);
  });

  it('for a whole file stands in its head', () => {
    const late = { ...comment(4, '// rustperf: allow-file(fs): a script'), head: false };
    const { findings } = decide(
      input({ drafts: [draft('fs', 6)], directives: new Map([['src/a.rs', [late]]]) }),
    );
    expect(places(findings)).toEqual(['suppression:4', 'fs:6']);
  });

  it.each([
    ['#[allow(clippy::or_fun_call)]', true],
    ['#[expect(dead_code, clippy::or_fun_call, reason = "cheap")]', true],
    ['allow(clippy::or_fun_call)', true],
    ['#[deny(clippy::or_fun_call)]', false],
    ['#[allow(or_fun_call)]', false],
    ['#[allow(clippy::or_fun_call_else)]', false],
  ])('%s silences the rule of that lint: %s', (text, silent) => {
    const specs = [spec('or-fun-call', { clippy: ['or_fun_call'] }), spec('fs')];
    const covers = { line: 4, column: 1, endLine: 8, endColumn: 2 };
    const { findings } = decide(
      input({
        specs,
        drafts: [draft('or-fun-call', 6), draft('or-fun-call', 9), draft('fs', 7)],
        lintAttributes: new Map([['src/a.rs', [{ text, covers }]]]),
      }),
    );
    expect(places(findings)).toEqual([...(silent ? [] : ['or-fun-call:6']), 'fs:7', 'or-fun-call:9']);
  });

  it('works in TOML, for a line and for a table', () => {
    const text = [
      '[package]',
      'name = "x"',
      '',
      '# rustperf: allow(cargo-lto): built twice a day',
      '[profile.release]',
      'opt-level = 2 # rustperf: allow(cargo-opt): smaller image',
      '',
      '[profile.dev]',
      'opt-level = 1',
    ].join('\n');
    const specs = ['cargo-lto', 'cargo-opt'].map((id) => spec(id, { tier: 1 }));
    const toml = (rule: string, line: number) => draft(rule, line, { path: 'Cargo.toml' });
    const { findings } = decide(
      input({
        specs,
        drafts: [toml('cargo-lto', 5), toml('cargo-opt', 6), toml('cargo-opt', 9), toml('cargo-lto', 8)],
        source: () => text,
      }),
    );
    expect(places(findings)).toEqual(['cargo-lto:8', 'cargo-opt:9']);
  });

  it('finds unused comments in configuration without any draft', () => {
    const specs = [spec('cargo-lto', { tier: 1 })];
    const { findings } = decide(
      input({
        specs,
        configuration: ['Cargo.toml'],
        source: () => '[profile.release] # rustperf: allow(cargo-lto): x',
      }),
    );
    expect(places(findings)).toEqual(['suppression:1']);
  });
});

describe('changed lines and the gate', () => {
  const drafts = [draft('fs', 3), draft('sleep', 9)];
  const changes = { origin: 'test', files: new Map([['src/a.rs', [{ from: 9, to: 9 }]]]) };

  it('gates on the change alone when asked', () => {
    const result = decide(input({ drafts, changes, settings: settings({ onlyChanged: true }) }));
    expect(result.findings.map((one) => one.changed)).toEqual([false, true]);
    expect(places(result.gate)).toEqual(['sleep:9']);
    expect(decide(input({ drafts, changes })).gate).toHaveLength(2);
  });

  it('gates on everything, and says so, when the change is not known', () => {
    const result = decide(input({ drafts, settings: settings({ onlyChanged: true }) }));
    expect(result.gate).toHaveLength(2);
    expect(result.findings.map((one) => one.changed)).toEqual([null, null]);
    expect(result.notes.map((note) => note.message).join()).toContain('changed lines are not known');
    const explained = input({ drafts, settings: settings({ onlyChanged: true }), isChangeExplained: true });
    expect(decide(explained).notes).toEqual([]);
  });

  it('sees that a change of the callee touches the finding at its call', () => {
    const at = { path: 'src/a.rs', line: 9, column: 1, endLine: 9, endColumn: 4, message: 'blocks here' };
    const result = decide(input({ drafts: [draft('fs', 3, { related: [at] })], changes }));
    expect(result.findings[0]?.changed).toBe(true);
  });

  it.each([
    ['never', []],
    ['critical', ['fs:1']],
    ['warning', ['fs:1', 'sleep:2']],
    ['suggestion', ['fs:1', 'sleep:2', 'sleep:3']],
  ] as const)('fail-on %s', (failOn, expected) => {
    const weighted = [
      draft('fs', 1),
      draft('sleep', 2, { severity: 'warning' }),
      draft('sleep', 3, { severity: 'suggestion' }),
      draft('fs', 4, { confidence: 'low' }),
    ];
    const result = decide(input({ drafts: weighted, settings: settings({ failOn, minConfidence: 'low' }) }));
    expect(places(result.gate)).toEqual(expected);
  });
});

describe('baseline', () => {
  const drafts = [draft('fs', 3, { item: 'load' }), draft('sleep', 9, { item: 'wait' })];
  const baselineOf = (known: readonly Draft[]) =>
    parseBaseline(formatBaseline(decide(input({ drafts: known, source: () => '' })).known), 'known.json');

  it('hides what it accepts, even moved to another line or file', () => {
    const moved = [
      draft('fs', 30, { item: 'load' }),
      draft('sleep', 2, { item: 'wait', path: 'src/new.rs' }),
      draft('fs', 31, { item: 'fresh' }),
    ];
    const result = decide(input({ drafts: moved, source: () => '', baseline: baselineOf(drafts) }));
    expect(places(result.findings)).toEqual(['fs:31']);
    expect(result.summary.baselined).toBe(2);
    expect(result.notes).toEqual([]);
  });

  it('accepts as many occurrences as it counted', () => {
    const twice = [draft('fs', 3, { item: 'load' }), draft('fs', 4, { item: 'load' })];
    const result = decide(
      input({ drafts: twice, source: () => '', baseline: baselineOf(twice.slice(0, 1)) }),
    );
    expect(places(result.findings)).toEqual(['fs:4']);
  });

  it('names stale entries, but not of rules that did not run', () => {
    const baseline = baselineOf(drafts);
    const notes = (change: Partial<DecideSettings>) =>
      decide(input({ source: () => '', baseline, settings: settings(change) })).notes.map(
        (note) => note.message,
      );
    expect(notes({})).toEqual([
      '2 entries are in the baseline `known.json` but no longer found: `fs` in `src/a.rs`, `sleep` in `src/a.rs`; ' +
        'write it again with `--write-baseline`',
    ]);
    expect(notes({ only: ['fs'] })[0]).toContain('1 entry is');
    expect(notes({ skip: ['*'] })).toEqual([]);
  });

  it('written from its own result accepts that result', () => {
    const first = decide(input({ drafts }));
    const baseline = parseBaseline(formatBaseline(first.known), 'known.json');
    const second = decide(input({ drafts, baseline }));
    expect(second.findings).toEqual([]);
    expect(formatBaseline(second.known)).toBe(formatBaseline(first.known));
  });

  it.each([
    ['nonsense', 'it is not JSON'],
    ['[]', 'is not a baseline'],
    ['{"version":2,"findings":[]}', 'version `2`'],
    ['{"version":1,"findings":[{"rule":"fs","path":"a.rs","fingerprint":"xyz"}]}', '`findings[0]` needs'],
  ])('refuses %s', (text, message) => {
    expect(() => parseBaseline(text, 'known.json')).toThrow(message);
  });
});
