/** Makes validators of JSON Schemas, in checkouts and in the build; the bundle holds what the build made. */
import type { Validator } from './schema.js';

/** Validators report all that is wrong, with the values that are. @public The build reads it too. */
export const validatorOptions = { allErrors: true, allowUnionTypes: true, verbose: true } as const;

/** Accepts exactly the JSON form of `T`. */
export async function compileSchema<T>(schema: object): Promise<Validator<T>> {
  const { default: ajv } = await import('ajv');
  return new ajv.Ajv(validatorOptions).compile<T>(schema);
}
