/** The configuration audit becomes one profile to paste: only what differs, each line with its reason and its cost. */
import type { SuggestedProfile, SuggestedSetting } from '../../report/report.js';
import type { JudgeContext } from '../rule.js';
import { hasOneUnitElsewhere } from './cargo-codegen-units.js';
import { hasLtoElsewhere, lacksLto } from './cargo-lto.js';
import { abortIsSafe } from './cargo-panic-abort.js';
import { cpuFlags } from './flags.js';
import { confidenceFor, isInsideRoot, isSpecialTarget, type Subject, subjectsOf } from './subject.js';

type SuggestContext = Pick<JudgeContext, 'project' | 'program' | 'settings'>;

/** The rule that speaks of a setting, by the last part of its key: who does not want to hear it gets no advice either. */
const SPEAKERS: Readonly<Record<string, string>> = {
  'opt-level': 'cargo-opt-level',
  lto: 'cargo-lto',
  'codegen-units': 'cargo-codegen-units',
  panic: 'cargo-panic-abort',
  'debug-assertions': 'release-debug-checks',
  incremental: 'release-debug-checks',
  rustflags: 'target-cpu',
};

/**
 * One profile per workspace that ships something and could be faster, in project order.
 * @param runs Whether this run uses the rule.
 */
export function suggestProfiles(
  context: SuggestContext,
  runs: (rule: string) => boolean,
): SuggestedProfile[] {
  const isWanted = ({ key }: SuggestedSetting): boolean =>
    runs(SPEAKERS[key.slice(key.lastIndexOf('.') + 1)] ?? '');
  return subjectsOf(context).flatMap((subject) => {
    // What may be a tool gets no advice that stands in every summary.
    if (!isInsideRoot(subject.manifest.path) || confidenceFor(subject) === 'low') return [];
    const settings = settingsFor(subject, context).filter(isWanted);
    const native = cpuSetting(subject, context.settings.deploy);
    const cpu = native !== null && isWanted(native) ? native : null;
    if (settings.length === 0 && cpu === null) return [];
    return [
      {
        manifest: subject.manifest.path,
        profile: subject.profile.name,
        because: subject.because,
        settings: cpu ? [...settings, cpu] : settings,
        toml: tomlBlock(subject, settings, cpu),
      },
    ];
  });
}

function settingsFor(subject: Subject, context: SuggestContext): SuggestedSetting[] {
  const { profile } = subject;
  const prefix = `profile.${profile.name}`;
  const settings: SuggestedSetting[] = [];
  const add = (key: string, value: string, current: string | null, reason: string, cost: string): void => {
    settings.push({ key: `${prefix}.${key}`, value, current, reason, cost });
  };
  if (
    /^[012sz]$/u.test(profile.optLevel.value) &&
    !isSpecialTarget(subject) &&
    !/size|small/iu.test(profile.name)
  ) {
    const current = /\d/u.test(profile.optLevel.value)
      ? profile.optLevel.value
      : `"${profile.optLevel.value}"`;
    add('opt-level', '3', current, 'optimise for speed', 'a larger program');
  }
  if (lacksLto(profile.lto.value) && !hasLtoElsewhere(subject)) {
    const current =
      profile.lto.origin.kind === 'default' ? null : profile.lto.value === 'off' ? '"off"' : 'false';
    add(
      'lto',
      '"thin"',
      current,
      'optimise across crates',
      'a longer link; `"fat"` can gain a little more for much more time and memory',
    );
  }
  const isFat = profile.lto.value === 'fat' || profile.lto.value === 'true';
  if (profile.codegenUnits.value !== 1 && !isFat && !hasOneUnitElsewhere(subject)) {
    const current = profile.codegenUnits.value === null ? null : String(profile.codegenUnits.value);
    add('codegen-units', '1', current, 'optimise each crate as a whole', 'less parallel, so slower, builds');
  }
  if (profile.panic.origin.kind === 'default' && abortIsSafe(subject, context)) {
    add(
      'panic',
      '"abort"',
      null,
      'no landing pads: nothing here relies on unwinding',
      'any panic ends the process',
    );
  }
  if (profile.debugAssertions.value) {
    add(
      'debug-assertions',
      'false',
      'true',
      'no debug checks in production',
      '`debug_assert!` no longer runs there',
    );
  }
  if (profile.incremental.value) {
    add(
      'incremental',
      'false',
      'true',
      '256 units per crate limit optimisation',
      'rebuilds of this profile take longer',
    );
  }
  return settings;
}

/** The CPU is a matter of `.cargo/config.toml`, not of the profile. */
function cpuSetting(subject: Subject, deploy: SuggestContext['settings']['deploy']): SuggestedSetting | null {
  if (deploy !== 'native' || isSpecialTarget(subject) || cpuFlags(subject.workspace).length > 0) return null;
  return {
    key: 'build.rustflags',
    value: '["-C", "target-cpu=native"]',
    current: null,
    reason: '`deploy = "native"` says that the machines are known',
    cost: 'the program may not start on an older CPU than that of the build machine',
  };
}

function tomlBlock(
  subject: Subject,
  settings: readonly SuggestedSetting[],
  cpu: SuggestedSetting | null,
): string {
  const prefix = `profile.${subject.profile.name}.`;
  const lines = settings.map(
    ({ key, value, reason, cost }) => `${key.slice(prefix.length)} = ${value} # ${reason}; costs: ${cost}`,
  );
  const block = lines.length === 0 ? [] : [`[profile.${subject.profile.name}]`, ...lines];
  const config = cpu ? ['# in .cargo/config.toml, under [build]:', `# rustflags = ${cpu.value}`] : [];
  return `${[...block, ...config].join('\n')}\n`;
}
