/** Which rules this run uses, and for which it collects. */
import { isActive } from '../findings/activate.js';
import type { Settings } from '../settings/settings.js';
import type { Catalogue } from './catalogue.js';
import type { Match, RuleSpec } from './rule.js';

/** What collecting must know of a rule without code of its own. */
export interface Declared {
  readonly id: string;
  readonly match: Match;
}

export interface ActiveRules {
  /** Rules whose findings can be reported, sorted by id. */
  readonly specs: readonly RuleSpec[];
  /** Whether the rule of this id is one of them. */
  readonly isActive: (id: string) => boolean;
  /** Ids of the rules to collect for, sorted. */
  readonly rules: readonly string[];
  /** The patterns of those among them that have no code of their own. */
  readonly declared: readonly Declared[];
}

/**
 * @param all Whether to collect for every rule, active or not: the cache then serves any choice of rules.
 */
export function activeRules(catalogue: Catalogue, settings: Settings, all: boolean): ActiveRules {
  const specs = catalogue.all.filter((spec) => isActive(spec, settings));
  const collected = all ? catalogue.all : specs;
  const ids = new Set(specs.map(({ id }) => id));
  return {
    specs,
    isActive: (id) => ids.has(id),
    rules: collected.map(({ id }) => id),
    declared: collected.flatMap(({ id, match }) => (match === null ? [] : [{ id, match }])),
  };
}
