/** Finds CPU settings that crash elsewhere, that never reach the shipped build, or that are not made at all. */

import type { Draft, Location } from '../../findings/finding.js';
import { quoted } from '../../project/paths.js';
import { locateTable } from '../../project/toml.js';
import type { JudgeContext, Rule } from '../rule.js';
import { cpuFlags, overridingVariable } from './flags.js';
import {
  confidenceFor,
  headOfManifest,
  isInsideRoot,
  isSpecialTarget,
  type Subject,
  subjectsOf,
} from './subject.js';

export const rule: Rule = {
  id: 'target-cpu',
  judge: (context) => subjectsOf(context).flatMap((subject) => judgeSubject(subject, context.settings)),
};

function judgeSubject(subject: Subject, { deploy }: JudgeContext['settings']): Draft[] {
  if (isSpecialTarget(subject)) return [];
  const { workspace } = subject;
  const { shipping } = workspace;
  const flags = cpuFlags(workspace);
  if (flags.length === 0) return isCpuChosenElsewhere(subject) ? [] : [baseline(subject, deploy)];
  const [publishing] = shipping.publishing;
  const override = overridingVariable(workspace);
  return flags.flatMap((flag): Draft[] => {
    if (!isInsideRoot(flag.at.path)) return [];
    const configured = flag.source === 'build' || flag.source === 'target';
    if (configured && override) return [dead(flag.at, flag.cpu, override)];
    if (flag.cpu !== 'native' || deploy === 'native' || (!publishing && deploy !== 'portable')) return [];
    return [
      {
        rule: 'target-cpu',
        at: flag.at,
        message: `\`target-cpu=native\` may crash with an illegal instruction on other CPUs, and ${
          publishing?.because ?? '`deploy = "portable"` says that the machines are not known'
        }`,
        item: 'target-cpu',
        ...(publishing &&
          isInsideRoot(publishing.at.path) && {
            related: [{ ...publishing.at, message: 'the product leaves this machine here' }],
          }),
      },
    ];
  });
}

function dead(at: Location, cpu: string, override: { readonly name: string; readonly at: Location }): Draft {
  return {
    rule: 'target-cpu',
    at,
    message: `\`target-cpu=${cpu}\` never reaches the shipped build: \`${override.name}\` replaces every configured flag`,
    help: `add the flag to \`${override.name}\` in ${quoted(override.at.path)}, or move what is there into \`.cargo/config.toml\``,
    severity: 'suggestion',
    item: 'target-cpu',
    ...(isInsideRoot(override.at.path) && { related: [{ ...override.at, message: 'set here' }] }),
  };
}

/** A script or a variable that we cannot follow may carry the flag. */
function isCpuChosenElsewhere({ workspace }: Subject): boolean {
  const flags = workspace.shipping.environment.get('RUSTFLAGS')?.value ?? '';
  return /\$/u.test(flags);
}

function baseline(subject: Subject, deploy: JudgeContext['settings']['deploy']): Draft {
  const native = deploy === 'native';
  return {
    rule: 'target-cpu',
    at: placeForFlags(subject),
    message: 'compiled for the baseline CPU: on x86-64 that is SSE2 only, without AVX2, BMI or FMA',
    help: native
      ? 'the machines are known: set `rustflags = ["-C", "target-cpu=native"]` under `[build]` in `.cargo/config.toml`, and build on the oldest of them'
      : 'for a known fleet set `target-cpu=x86-64-v3` (2015 or later) in `.cargo/config.toml`; for programs that others run, choose at run time with `is_x86_feature_detected!` or `multiversion`',
    severity: 'suggestion',
    confidence: confidenceFor(subject) === 'low' ? 'low' : 'medium',
    item: 'target-cpu',
  };
}

/** `[build]` of the workspace's own configuration file, else the manifest. */
function placeForFlags({ workspace, manifest }: Subject): Location {
  for (const file of workspace.config) {
    const header = isInsideRoot(file.path) ? locateTable(file, 'build')?.header : undefined;
    if (header) return { path: file.path, ...header };
  }
  return headOfManifest(manifest);
}
