/** Manifest, configuration files and environment become the profile that Cargo would compile with. */
import type { Location } from '../findings/finding.js';
import { isTable, type TomlFile, type TomlTable, type TomlValue, tableAt, tomlAt } from './toml.js';

/** An environment variable and the line that sets it. */
export interface EnvironmentValue {
  readonly value: string;
  readonly at: Location;
}

export type Environment = ReadonlyMap<string, EnvironmentValue>;

/** Everything that decides a profile, lowest precedence first. */
export interface ProfileSources {
  /** The workspace's root manifest. */
  readonly manifest: TomlFile | null;
  /** `.cargo/config.toml` files, nearest first. */
  readonly config: readonly TomlFile[];
  /** What the build's environment sets, for instance a workflow's `env`. */
  readonly environment: Environment;
}

/** Who set a value. `inherited` names the profile that wrote it when it is not the profile itself. */
export type Origin =
  | { readonly kind: 'default' }
  | { readonly kind: 'file'; readonly file: TomlFile; readonly keys: readonly string[] }
  | { readonly kind: 'environment'; readonly name: string; readonly at: Location };

export interface Setting<T> {
  readonly value: T;
  readonly origin: Origin;
}

/** The settings of one compilation unit, in Cargo's own words. */
export interface UnitSettings {
  /** `"0"` to `"3"`, `"s"` or `"z"`. */
  readonly optLevel: Setting<string>;
  /** `"false"` (thin-local), `"true"`, `"fat"`, `"thin"` or `"off"`. */
  readonly lto: Setting<string>;
  /** Null lets rustc choose: 16, or 256 with incremental compilation. */
  readonly codegenUnits: Setting<number | null>;
  readonly panic: Setting<string>;
  /** `"none"`, `"debuginfo"`, `"symbols"`; null lets Cargo choose. */
  readonly strip: Setting<string | null>;
  readonly debug: Setting<string>;
  readonly debugAssertions: Setting<boolean>;
  readonly overflowChecks: Setting<boolean>;
  readonly incremental: Setting<boolean>;
}

export interface EffectiveProfile extends UnitSettings {
  readonly name: string;
  /** From the profile itself to its root: `['dist', 'release']`. */
  readonly chain: readonly string[];
  /** `profile.*.package.<spec>` tables, by spec as written. */
  readonly packages: ReadonlyMap<string, ReadonlyMap<string, Setting<TomlValue>>>;
  readonly buildOverride: ReadonlyMap<string, Setting<TomlValue>>;
  /** `CARGO_INCREMENTAL` or `build.incremental`, which no profile outranks; null when neither is set. */
  readonly incrementalEverywhere: Setting<boolean> | null;
}

/** Which unit of the build is asked for. */
export interface UnitQuery {
  readonly package: string;
  readonly version: string | null;
  /** A workspace member: `package."*"` does not speak of it. */
  readonly member: boolean;
  /** A path dependency or a member, not from a registry or git. */
  readonly local: boolean;
  /** A build script, a procedural macro, or one of their dependencies. */
  readonly host: boolean;
}

type Leaves = Map<string, Setting<TomlValue>>;

const FIELDS = [
  'opt-level',
  'lto',
  'codegen-units',
  'panic',
  'strip',
  'debug',
  'debug-assertions',
  'overflow-checks',
  'incremental',
] as const;

const BUILT_IN: Readonly<Record<string, string | null>> = {
  dev: null,
  release: null,
  test: 'dev',
  bench: 'release',
  doc: 'dev',
};

/** The names of every profile that the sources define, beside Cargo's own; sorted. */
export function definedProfiles(sources: ProfileSources): string[] {
  const names = new Set<string>();
  for (const file of [sources.manifest, ...sources.config]) {
    for (const name of Object.keys(tableAt(file?.values, 'profile') ?? {})) names.add(name);
  }
  return [...names].sort();
}

/** Null when the profile, or one that it inherits from, is not defined: Cargo refuses to build then. */
export function resolveProfile(name: string, sources: ProfileSources): EffectiveProfile | null {
  const chain = chainOf(name, sources);
  if (!chain) return null;
  const leaves: Leaves = new Map();
  for (const link of chain.toReversed()) {
    for (const [key, setting] of leavesOf(link, sources)) leaves.set(key, setting);
  }
  const root = chain.at(-1) === 'dev' ? DEV : RELEASE;
  const plain = new Map<string, Setting<TomlValue>>();
  const packages = new Map<string, Map<string, Setting<TomlValue>>>();
  const buildOverride = new Map<string, Setting<TomlValue>>();
  for (const [joined, setting] of leaves) {
    const [first = '', second = '', third] = joined.split('\u0000');
    if (first === 'build-override') buildOverride.set(second, setting);
    else if (first === 'package' && third !== undefined) {
      const table = packages.get(second) ?? new Map<string, Setting<TomlValue>>();
      packages.set(second, table.set(third, setting));
    } else plain.set(first, setting);
  }
  const settings = applied(root, plain);
  const incremental = globalIncremental(sources);
  return {
    ...settings,
    ...(incremental ? { incremental } : {}),
    incrementalEverywhere: incremental,
    name,
    chain,
    packages,
    buildOverride,
  };
}

/** What one unit of the build is compiled with, overrides included. */
export function settingsFor(profile: EffectiveProfile, unit: UnitQuery): UnitSettings {
  let settings: UnitSettings = profile;
  if (unit.host) {
    settings = {
      ...settings,
      optLevel: { value: '0', origin: DEFAULT },
      codegenUnits: { value: null, origin: DEFAULT },
      panic: { value: 'unwind', origin: DEFAULT },
    };
    if (profile.buildOverride.size > 0) settings = applied(settings, profile.buildOverride);
  }
  const everyOther = profile.packages.get('*');
  if (!unit.member && everyOther) settings = applied(settings, everyOther);
  for (const [spec, override] of profile.packages) {
    if (spec !== '*' && matchesSpec(spec, unit)) {
      settings = applied(settings, override);
      break; // Cargo refuses a second match.
    }
  }
  // Outranks overrides too.
  if (profile.incrementalEverywhere) settings = { ...settings, incremental: profile.incrementalEverywhere };
  // Only what the user can edit is worth an incremental cache.
  return unit.local ? settings : { ...settings, incremental: { value: false, origin: DEFAULT } };
}

/** `name`, `name@1`, `name:1.2.3` or a URL that ends in one of them. */
export function matchesSpec(
  spec: string,
  unit: { readonly package: string; readonly version: string | null },
): boolean {
  const tail = spec.includes('#')
    ? spec.slice(spec.lastIndexOf('#') + 1)
    : spec.slice(spec.lastIndexOf('/') + 1);
  const [name = '', version] = tail.split(/[@:]/u);
  if (/^\d/u.test(name) && version === undefined) return unit.version === name;
  if (name !== unit.package) return false;
  return (
    version === undefined || unit.version === version || (unit.version?.startsWith(`${version}.`) ?? false)
  );
}

function chainOf(name: string, sources: ProfileSources): string[] | null {
  const chain = [name];
  for (let at = name; ; ) {
    const leaves = leavesOf(at, sources);
    const written = leaves.get('inherits')?.value;
    const builtIn = BUILT_IN[at];
    if (builtIn === null) return chain;
    const parent = typeof written === 'string' ? written : builtIn;
    if (parent === undefined || chain.includes(parent)) return null;
    chain.push(parent);
    at = parent;
  }
}

/** Every setting written for one profile by name, the strongest source last. */
function leavesOf(name: string, sources: ProfileSources): Leaves {
  const leaves: Leaves = new Map();
  for (const file of [sources.manifest, ...sources.config.toReversed()]) {
    const table = file ? tableAt(file.values, 'profile', name) : undefined;
    if (file && table) addTable(leaves, table, file, ['profile', name], []);
  }
  const prefix = `CARGO_PROFILE_${environmentName(name)}_`;
  for (const key of [...FIELDS, 'inherits'] as const) {
    addVariable(leaves, key, prefix + environmentName(key), sources.environment);
    if (key === 'inherits') continue;
    const override = `${prefix}BUILD_OVERRIDE_${environmentName(key)}`;
    addVariable(leaves, `build-override\u0000${key}`, override, sources.environment);
  }
  return leaves;
}

function addTable(
  leaves: Leaves,
  table: TomlTable,
  file: TomlFile,
  keys: readonly string[],
  path: readonly string[],
): void {
  for (const [key, value] of Object.entries(table)) {
    // No stable setting is a list; Cargo refuses what has the wrong type.
    if (value === undefined || Array.isArray(value)) continue;
    const inner = [...path, key];
    if (isTable(value)) {
      addTable(leaves, value, file, [...keys, key], inner);
      // An override without settings still counts as one: see `applied`.
      const origin: Origin = { kind: 'file', file, keys: [...keys, key] };
      leaves.set([...inner, ''].join('\u0000'), { value: '', origin });
    } else leaves.set(inner.join('\u0000'), { value, origin: { kind: 'file', file, keys: [...keys, key] } });
  }
}

function addVariable(leaves: Leaves, leaf: string, name: string, environment: Environment): void {
  const found = environment.get(name);
  if (found)
    leaves.set(leaf, { value: typed(found.value), origin: { kind: 'environment', name, at: found.at } });
}

function typed(text: string): TomlValue {
  if (text === 'true') return true;
  if (text === 'false') return false;
  return /^-?\d+$/u.test(text) ? Number(text) : text;
}

function environmentName(key: string): string {
  return key.toUpperCase().replaceAll('-', '_');
}

/** `CARGO_INCREMENTAL` and `build.incremental` outrank every profile. */
function globalIncremental(sources: ProfileSources): Setting<boolean> | null {
  const variable = sources.environment.get('CARGO_INCREMENTAL');
  if (variable) {
    return {
      value: variable.value === '1',
      origin: { kind: 'environment', name: 'CARGO_INCREMENTAL', at: variable.at },
    };
  }
  const build = sources.environment.get('CARGO_BUILD_INCREMENTAL');
  if (build) {
    return {
      value: build.value === 'true',
      origin: { kind: 'environment', name: 'CARGO_BUILD_INCREMENTAL', at: build.at },
    };
  }
  for (const file of sources.config) {
    const value = tomlAt(file.values, 'build', 'incremental');
    if (typeof value === 'boolean') {
      return { value, origin: { kind: 'file', file, keys: ['build', 'incremental'] } };
    }
  }
  return null;
}

const DEFAULT: Origin = { kind: 'default' };

function byDefault<T>(value: T): Setting<T> {
  return { value, origin: DEFAULT };
}

/** Cargo's `Profile::default_release`; unchanged since strip became automatic in 1.77. */
const RELEASE: UnitSettings = {
  optLevel: byDefault('3'),
  lto: byDefault('false'),
  codegenUnits: byDefault(null),
  panic: byDefault('unwind'),
  strip: byDefault(null),
  debug: byDefault('0'),
  debugAssertions: byDefault(false),
  overflowChecks: byDefault(false),
  incremental: byDefault(false),
};

const DEV: UnitSettings = {
  ...RELEASE,
  optLevel: byDefault('0'),
  debug: byDefault('2'),
  debugAssertions: byDefault(true),
  overflowChecks: byDefault(true),
  incremental: byDefault(true),
};

function applied(base: UnitSettings, leaves: ReadonlyMap<string, Setting<TomlValue>>): UnitSettings {
  const text = (
    key: string,
    convert: (value: TomlValue) => string,
    otherwise: Setting<string>,
  ): Setting<string> => {
    const written = leaves.get(key);
    return written ? { value: convert(written.value), origin: written.origin } : otherwise;
  };
  const flag = (key: string, otherwise: Setting<boolean>): Setting<boolean> => {
    const written = leaves.get(key);
    return written && typeof written.value === 'boolean'
      ? { value: written.value, origin: written.origin }
      : otherwise;
  };
  const units = leaves.get('codegen-units');
  const strip = leaves.get('strip');
  return {
    optLevel: text('opt-level', String, base.optLevel),
    lto: text('lto', ltoOf, base.lto),
    codegenUnits:
      units && typeof units.value === 'number'
        ? { value: units.value, origin: units.origin }
        : base.codegenUnits,
    panic: text('panic', String, base.panic),
    // Cargo forgets an inherited `strip` wherever an override does not repeat it.
    strip: strip ? { value: stripOf(strip.value), origin: strip.origin } : byDefault(null),
    debug: text('debug', debugOf, base.debug),
    debugAssertions: flag('debug-assertions', base.debugAssertions),
    overflowChecks: flag('overflow-checks', base.overflowChecks),
    incremental: flag('incremental', base.incremental),
  };
}

const OFF = new Set(['off', 'n', 'no', 'none']);

function ltoOf(value: TomlValue): string {
  return typeof value === 'string' && OFF.has(value) ? 'off' : String(value);
}

function stripOf(value: TomlValue): string {
  if (value === true) return 'symbols';
  if (value === false) return 'none';
  return typeof value === 'string' && OFF.has(value) ? 'none' : String(value);
}

function debugOf(value: TomlValue): string {
  if (value === true || value === 'full') return '2';
  if (value === false || value === 'none') return '0';
  return value === 'limited' ? '1' : String(value);
}
