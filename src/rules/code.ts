/** The code of rules: what judges, and what collects for them. Words become code here, and nowhere is there more of it to load. */
import { CollectorTable } from '../summaries/collect.js';
import type { ActiveRules, Declared } from './active.js';
import { collectorOf, declarativeRule } from './declarative.js';
import { rules } from './registry.js';
import type { Rule, RuleSpec } from './rule.js';

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** A rule that has neither code nor patterns says nothing here: what Clippy finds, for one. */
export function codeOf(specs: readonly RuleSpec[]): Rule[] {
  return specs.flatMap((spec) => {
    const code = byId.get(spec.id) ?? (spec.match === null ? undefined : declarativeRule(spec, spec.match));
    return code === undefined ? [] : [code];
  });
}

/** The same visitors on every thread. */
export function collectorTable({
  rules: wanted,
  declared,
}: Pick<ActiveRules, 'rules' | 'declared'>): CollectorTable {
  const patterns = new Map<string, Declared>(declared.map((one) => [one.id, one]));
  return new CollectorTable(
    wanted.flatMap((id) => {
      const pattern = patterns.get(id);
      const collect = byId.get(id)?.collect ?? (pattern && collectorOf(pattern.match));
      return collect === undefined ? [] : [{ id, collect }];
    }),
  );
}
