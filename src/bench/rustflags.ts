/** Cargo's merged configuration and the environment become the one list of compiler flags that would win. */
import { type CfgSet, matchesCfg } from './cfg.js';
import { BenchError } from './error.js';

/** Cargo's separator in `CARGO_ENCODED_RUSTFLAGS`. */
export const FLAG_SEPARATOR = '\u001f';

export interface ResolvedFlags {
  readonly flags: readonly string[];
  /** Where they come from, for the report; null when there are none. */
  readonly source: string | null;
}

export interface Sources {
  /** What `cargo config get --format json` prints. */
  readonly config: unknown;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly triple: string;
  readonly cfg: CfgSet;
}

/**
 * The sources exclude each other, first one wins: the encoded variable, the plain one, the joined
 * `target.*.rustflags`, `build.rustflags`. Candidates append to this list, so nothing of it is lost.
 */
export function resolveRustflags({ config, env, triple, cfg }: Sources): ResolvedFlags {
  const encoded = env.CARGO_ENCODED_RUSTFLAGS;
  if (encoded !== undefined) return found(encoded.split(FLAG_SEPARATOR), '`CARGO_ENCODED_RUSTFLAGS`');
  const plain = env.RUSTFLAGS;
  if (plain !== undefined) return found(words(plain), '`RUSTFLAGS`');
  const ofTarget = targetFlags(config, env, triple, cfg);
  if (ofTarget.length > 0) return found(ofTarget, '`target.*.rustflags`');
  const buildVariable = env.CARGO_BUILD_RUSTFLAGS;
  const ofBuild = [
    ...flagList(property(property(config, 'build'), 'rustflags')),
    ...words(buildVariable ?? ''),
  ];
  return found(ofBuild, '`build.rustflags`');
}

function found(flags: readonly string[], source: string): ResolvedFlags {
  const kept = flags.filter((flag) => flag !== '');
  return { flags: kept, source: kept.length === 0 ? null : source };
}

function targetFlags(config: unknown, env: Sources['env'], triple: string, cfg: CfgSet): string[] {
  const targets = property(config, 'target');
  const flags = flagList(property(property(targets, triple), 'rustflags'));
  flags.push(...words(env[targetVariable(triple, 'RUSTFLAGS')] ?? ''));
  for (const [key, value] of Object.entries(isRecord(targets) ? targets : {})) {
    if (key.startsWith('cfg(') && matchesCfg(key, cfg)) flags.push(...flagList(property(value, 'rustflags')));
  }
  return flags;
}

/** `CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_RUNNER` and its like. */
export function targetVariable(triple: string, key: string): string {
  return `CARGO_TARGET_${triple.toUpperCase().replaceAll(/[-.]/g, '_')}_${key}`;
}

function flagList(value: unknown): string[] {
  if (value === undefined) return [];
  if (typeof value === 'string') return words(value);
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return [...value];
  throw new BenchError('`rustflags` in the Cargo configuration is neither a string nor a list of strings');
}

/** Cargo splits its strings at blanks, without quotes. */
export function words(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}

export function property(value: unknown, key: string): unknown {
  return isRecord(value) ? value[key] : undefined;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
