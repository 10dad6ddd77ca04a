/** Which rules this run uses, and what they need collected. */
import { isActive } from '../findings/activate.js';
import type { Settings } from '../settings/settings.js';
import type { Collector } from '../summaries/collector.js';
import type { Catalogue } from './catalogue.js';
import { type Declared, declarativeRule } from './declarative.js';
import type { Rule } from './rule.js';

export interface ActiveRules {
  /** Rules whose findings can be reported, by id. */
  readonly rules: readonly Rule[];
  /** Whether the rule of this id is one of them. */
  readonly isActive: (id: string) => boolean;
  readonly collectors: readonly { readonly id: string; readonly collect: Collector }[];
  /** Rules without code of their own: a worker makes their collectors again from these. */
  readonly declared: readonly Declared[];
}

/**
 * @param all Whether to collect for every rule, active or not: the cache then serves any choice of rules.
 */
export function activeRules(catalogue: Catalogue, settings: Settings, all: boolean): ActiveRules {
  const rules: Rule[] = [];
  const collectors: { id: string; collect: Collector }[] = [];
  const declared: Declared[] = [];
  for (const { spec, rule } of catalogue.all) {
    const made = rule ?? (spec.match === null ? null : declarativeRule(spec, spec.match));
    if (made === null) continue;
    const active = isActive(spec, settings);
    if (active) rules.push(made);
    if (!active && !all) continue;
    if (made.collect !== undefined) collectors.push({ id: spec.id, collect: made.collect });
    if (rule === null && spec.match !== null) declared.push({ id: spec.id, match: spec.match });
  }
  const ids = new Set(rules.map(({ id }) => id));
  return { rules, isActive: (id) => ids.has(id), collectors, declared };
}
