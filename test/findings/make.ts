/** Small valid values for the tests of this room; a test names only what it is about. */
import type { DecideInput, DecideSettings } from '../../src/findings/decide.js';
import type { Draft, Finding } from '../../src/findings/finding.js';
import type { RuleSpec } from '../../src/rules/rule.js';

export function spec(id: string, change: Partial<RuleSpec> = {}): RuleSpec {
  return {
    id,
    area: 'async',
    title: id,
    severity: 'critical',
    confidence: 'high',
    tier: 2,
    default: 'on',
    seed: '',
    why: '',
    fix: '',
    limits: '',
    references: [],
    message: '`{callee}` blocks',
    help: 'use `{better}`',
    clippy: [],
    match: null,
    examples: [],
    ...change,
  };
}

export function draft(rule: string, line: number, change: Partial<Draft> & { path?: string } = {}): Draft {
  const { path = 'src/a.rs', ...rest } = change;
  return { rule, at: { path, line, column: 1, endLine: line, endColumn: 6 }, ...rest };
}

export function finding(change: Partial<Finding> = {}): Finding {
  return {
    rule: 'blocking-fs-in-async',
    severity: 'critical',
    confidence: 'high',
    tier: 2,
    path: 'src/a.rs',
    line: 3,
    column: 1,
    endLine: 3,
    endColumn: 9,
    message: '`read` blocks the worker',
    help: 'use `tokio::fs`',
    url: 'https://rules.test/blocking-fs-in-async',
    fingerprint: '0123456789abcdef0123456789ab0000',
    changed: null,
    related: [],
    evidence: [],
    ...change,
  };
}

export const SETTINGS: DecideSettings = {
  failOn: 'critical',
  minSeverity: 'suggestion',
  minConfidence: 'medium',
  only: [],
  skip: [],
  pedantic: false,
  onlyChanged: false,
  exclude: [],
  ruleSettings: new Map(),
  hot: [],
  profileData: [],
};

export function input(change: Partial<DecideInput> & { specs?: readonly RuleSpec[] }): DecideInput {
  const { specs = [spec('sleep'), spec('fs')], ...rest } = change;
  return {
    drafts: [],
    rules: new Map(specs.map((one) => [one.id, one])),
    settings: SETTINGS,
    directives: new Map(),
    source: () => Array.from({ length: 60 }, (_, line) => `line ${line + 1}`).join('\n'),
    changes: null,
    baseline: null,
    url: (rule) => `https://rules.test/${rule}`,
    ...rest,
  };
}
