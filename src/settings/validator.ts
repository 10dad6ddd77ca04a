/** The validator of rustperf.toml. The build puts precompiled code in the place of this module. */

import { compileSchema } from './compile.js';
import rustperfSchema from './rustperf.schema.json' with { type: 'json' };
import type { Validator } from './schema.js';

export function settingsValidator<T>(): Promise<Validator<T>> {
  return compileSchema<T>(rustperfSchema);
}
