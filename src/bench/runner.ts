/** Cargo's merged configuration becomes the project's own runner: the command that its benches are started through. */
import { matchesCfg } from './cfg.js';
import { BenchError } from './error.js';
import { isRecord, property, type Sources, targetVariable, words } from './rustflags.js';

export interface Runner {
  /** The program and its first arguments; the executable follows. */
  readonly words: readonly string[];
  /** Where it comes from, for the report. */
  readonly source: string;
  /** Written as one string for the exact platform: Cargo then refuses a list from the command line. */
  readonly asText: boolean;
}

/** The variable wins over the platform's own key, and that over `cfg(…)`. Null when benches are started directly. */
export function resolveRunner({ config, env, triple, cfg }: Sources): Runner | null {
  const targets = property(config, 'target');
  const ofPlatform = property(property(targets, triple), 'runner');
  const asText = typeof ofPlatform === 'string';
  const variable = targetVariable(triple, 'RUNNER');
  const fromVariable = words(env[variable] ?? '');
  if (fromVariable.length > 0) return { words: fromVariable, source: `\`${variable}\``, asText };
  const own = command(ofPlatform);
  if (own.length > 0) return { words: own, source: `\`target.${triple}.runner\``, asText };
  for (const [key, value] of Object.entries(isRecord(targets) ? targets : {})) {
    if (!key.startsWith('cfg(') || !matchesCfg(key, cfg)) continue;
    const found = command(property(value, 'runner'));
    if (found.length > 0) return { words: found, source: `\`target.'${key}'.runner\``, asText };
  }
  return null;
}

function command(value: unknown): string[] {
  if (value === undefined) return [];
  if (typeof value === 'string') return words(value);
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return [...value];
  throw new BenchError('`runner` in the Cargo configuration is neither a string nor a list of strings');
}
