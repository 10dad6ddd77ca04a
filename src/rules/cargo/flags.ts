/** Every place that hands flags to rustc, and which of them a shipped build really uses. */
import type { Location } from '../../findings/finding.js';
import type { Workspace } from '../../project/project.js';
import { isTable, locateKey, stringsAt, type TomlFile, tableAt, tomlAt } from '../../project/toml.js';

/** One `-C target-cpu=…`. */
export interface CpuFlag {
  readonly cpu: string;
  readonly at: Location;
  /** `build`, `target` of a configuration file; `environment` of a build command; `command` in a build file. */
  readonly source: 'build' | 'target' | 'environment' | 'command';
}

export function cpuFlags(workspace: Workspace): CpuFlag[] {
  const flags = workspace.config.flatMap(configFlags);
  for (const name of ['RUSTFLAGS', 'CARGO_ENCODED_RUSTFLAGS', 'CARGO_BUILD_RUSTFLAGS']) {
    const variable = workspace.shipping.environment.get(name);
    const cpu = variable && cpuOf(variable.value);
    if (variable && cpu !== undefined) flags.push({ cpu, at: variable.at, source: 'environment' });
  }
  for (const { value, at } of workspace.shipping.targetCpus) {
    const known = flags.some((flag) => flag.at.path === at.path && flag.at.line === at.line);
    if (!known) flags.push({ cpu: value, at, source: 'command' });
  }
  return flags;
}

/** Variables of the shipped build that switch every configured flag off, strongest first. */
export function overridingVariable(
  workspace: Workspace,
): { readonly name: string; readonly at: Location } | null {
  for (const name of ['CARGO_ENCODED_RUSTFLAGS', 'RUSTFLAGS']) {
    const variable = workspace.shipping.environment.get(name);
    if (variable && variable.value.trim() !== '') return { name, at: variable.at };
  }
  return null;
}

function configFlags(file: TomlFile): CpuFlag[] {
  const flags = flagsAt(file, ['build', 'rustflags'], 'build');
  for (const [triple, table] of Object.entries(tableAt(file.values, 'target') ?? {})) {
    if (isTable(table)) flags.push(...flagsAt(file, ['target', triple, 'rustflags'], 'target'));
  }
  return flags;
}

function flagsAt(file: TomlFile, keys: readonly string[], source: CpuFlag['source']): CpuFlag[] {
  const list = stringsAt(file.values, ...keys);
  if (list) {
    return list.flatMap((text, index) => {
      const cpu = cpuOf(text);
      const place = locateKey(file, ...keys, String(index))?.value;
      return cpu === undefined || !place ? [] : [{ cpu, at: { path: file.path, ...place }, source }];
    });
  }
  const text = tomlAt(file.values, ...keys);
  const cpu = typeof text === 'string' ? cpuOf(text) : undefined;
  const place = locateKey(file, ...keys)?.value;
  return cpu === undefined || !place ? [] : [{ cpu, at: { path: file.path, ...place }, source }];
}

function cpuOf(text: string): string | undefined {
  return /target-cpu[= ]([\w.-]+)/u.exec(text)?.[1];
}
