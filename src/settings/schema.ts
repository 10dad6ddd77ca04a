/** Holds plain data against a JSON Schema and says what is wrong in words: which key, what stands there, what was meant. */
import type { ErrorObject } from 'ajv';
import { closest, distance } from 'fastest-levenshtein';

/** Where a value lies in a document: keys and 0-based indexes from the top. */
export type KeyPath = readonly (string | number)[];

export interface Violation {
  readonly path: KeyPath;
  /** True when the key itself is wrong, false when its value is. */
  readonly atKey: boolean;
  /** Lower case, no full stop, names the key and what would be right. */
  readonly message: string;
}

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly violations: readonly Violation[] };

/** Says whether data has the JSON form of `T`, and notes in `errors` what is wrong where. */
export interface Validator<T> {
  (data: unknown): data is T;
  errors?: null | ErrorObject[];
}

export function checkAgainst<T>(validate: Validator<T>, data: unknown): Checked<T> {
  if (validate(data)) return { ok: true, value: data };
  const violations = (validate.errors ?? [])
    .filter(({ keyword }) => !combining.has(keyword))
    .map((error) =>
      describe({
        keyword: error.keyword,
        path: keyPath(error.instancePath, data),
        params: error.params,
        value: error.data,
        known: Object.keys(error.parentSchema?.properties ?? {}),
      }),
    );
  return { ok: false, violations };
}

/** Their branches report what is wrong; that no branch fits says nothing more. */
const combining = new Set(['if', 'anyOf', 'oneOf']);

/** `, did you mean …` when something valid is near, else the list when it is short, else nothing. */
export function suggest(given: string, valid: readonly string[]): string {
  const near = nearest(given, valid);
  if (near !== undefined) return `, did you mean \`${near}\`?`;
  if (valid.length === 0 || valid.length > 12) return '';
  return `, one of ${valid.map((name) => `\`${name}\``).join(', ')} is expected`;
}

/** The valid name that a slip of the fingers turns into `given`; undefined when none is near. */
function nearest(given: string, valid: readonly string[]): string | undefined {
  if (valid.length === 0) return undefined;
  const name = closest(given.toLowerCase(), [...valid]);
  const part = valid.find((candidate) => given.length > 3 && candidate.includes(given));
  return distance(given.toLowerCase(), name) <= Math.max(2, Math.floor(given.length / 3)) ? name : part;
}

interface Failure {
  readonly keyword: string;
  readonly path: KeyPath;
  readonly params: Readonly<Record<string, unknown>>;
  readonly value: unknown;
  readonly known: readonly string[];
}

function describe({ keyword, path, params, value, known }: Failure): Violation {
  const here = path.length === 0 ? 'the document' : `\`${path.join('.')}\``;
  const wrong = (message: string): Violation => ({ path, atKey: false, message });
  switch (keyword) {
    case 'additionalProperties': {
      const key = String(params.additionalProperty);
      const within = path.length === 0 ? '' : ` in ${here}`;
      return {
        path: [...path, key],
        atKey: true,
        message: `unknown key \`${key}\`${within}${suggest(key, known)}`,
      };
    }
    case 'required':
      return wrong(`${path.length === 0 ? '' : `${here}: `}\`${String(params.missingProperty)}\` is missing`);
    case 'enum': {
      const allowed = Array.isArray(params.allowedValues) ? params.allowedValues.map(String) : [];
      return wrong(`${here} is ${shown(value)}${suggest(String(value), allowed)}`);
    }
    case 'type':
      return wrong(`${here} is ${shown(value)}, expected ${[params.type].flat().join(' or ')}`);
    case 'minItems':
    case 'minProperties':
      return wrong(`${here} is empty`);
    case 'pattern':
      if (value === '') return wrong(`${here} is empty`);
      return wrong(`${here} is ${shown(value)}, expected the form \`${String(params.pattern)}\``);
    default:
      return wrong(`${here} is not valid (${keyword})`);
  }
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return `\`${text.length > 60 ? `${text.slice(0, 60)}…` : text}\``;
}

/** A JSON pointer as keys; numbers where the data has a list. */
function keyPath(pointer: string, data: unknown): KeyPath {
  const path: (string | number)[] = [];
  let at: unknown = data;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(at) ? Number(key) : key);
    at = isRecord(at) ? at[key] : Array.isArray(at) ? at[Number(key)] : undefined;
  }
  return path;
}

/** A plain object, as parsers of JSON, YAML and TOML return it. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
