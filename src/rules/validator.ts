/** The validator of rule files. The build puts precompiled code in the place of this module. */
import { compileSchema } from '../settings/compile.js';
import type { Validator } from '../settings/schema.js';
import ruleSchema from './rule.schema.json' with { type: 'json' };

export function ruleValidator<T>(): Promise<Validator<T>> {
  return compileSchema<T>(ruleSchema);
}
