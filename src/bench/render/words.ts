/** Numbers of a measurement become the short phrases that every format shares. */
import type { Attribution } from '../attribution.js';
import type { Arm, BenchData, Machine } from '../data.js';
import type { BenchResult, CandidateResult, Comparison } from '../judge.js';
import { duration } from '../progress.js';
import { percent, plural } from '../recommend.js';
import { shippedBytes } from '../size.js';
import type { Interval } from '../statistics.js';

/** Nanoseconds as `736 ns`, `7.54 µs`, `1.20 s`. */
export function time(nanoseconds: number): string {
  const steps: [number, string][] = [
    [1e9, 's'],
    [1e6, 'ms'],
    [1e3, 'µs'],
  ];
  const [scale, unit] = steps.find(([limit]) => nanoseconds >= limit) ?? [1, 'ns'];
  return `${(nanoseconds / scale).toPrecision(3)} ${unit}`;
}

/** Bytes as `1.2 MB`. */
function size(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)} GB`;
  if (bytes >= 1e6) return `${(bytes / 1e6).toFixed(1)} MB`;
  return `${(bytes / 1e3).toFixed(0)} kB`;
}

/** `−12.3 % [−13.1 %, −11.0 %]`. */
export function change(effect: number, interval: Interval): string {
  return `${percent(effect)} [${percent(interval.low)}, ${percent(interval.high)}]`;
}

export function changeOf(comparison: Comparison): string {
  if (comparison.identical) return 'same bytes';
  if (Number.isNaN(comparison.effect)) return 'not timed';
  return change(comparison.effect, comparison.interval);
}

/** Inconclusive is never shown bare: it says what these rounds could have shown. */
export function verdictOf(comparison: Comparison): string {
  if (comparison.identical) return 'no change';
  if (Number.isNaN(comparison.effect)) return 'instructions only';
  if (comparison.verdict === 'void') return 'void: two equal copies differ on this machine';
  const conflict = comparison.conflict ? ', although instructions say the opposite' : '';
  if (comparison.verdict !== 'inconclusive') return `${comparison.verdict}${conflict}`;
  if (comparison.ofLayout && comparison.relinked !== null) {
    const { effect, interval } = comparison.relinked;
    return `inconclusive: ${change(effect, interval)} with the functions in another order`;
  }
  if (!Number.isFinite(comparison.detectable))
    return `inconclusive: ${plural(comparison.rounds, 'round')} cannot tell`;
  return `inconclusive: only ${percent(comparison.detectable)} or more would have shown`;
}

/** The mean over the benchmarks whose instructions could be counted; null where none could. */
export function instructionsOf({ instructions }: CandidateResult): string | null {
  return instructions === null ? null : `${percent(instructions)} instructions (secondary)`;
}

/** What became of a candidate's mean with the functions in another order; null where not measured. */
export function relinkedOf({ relinked, benchmarks }: CandidateResult): string | null {
  if (relinked === null || relinked.effect === null || relinked.interval === null) return null;
  const some = relinked.benchmarks < benchmarks ? ` over ${relinked.benchmarks} of them` : '';
  return `${change(relinked.effect, relinked.interval)}${some} with the functions in another order`;
}

/** `3 faster, 1 slower, 2 inconclusive`. */
export function countsOf({ counts }: CandidateResult): string {
  const named = Object.entries(counts).filter(([, count]) => count > 0);
  return named.length === 0
    ? 'nothing judged'
    : named.map(([verdict, count]) => `${count} ${verdict}`).join(', ');
}

/** The candidate's settings as they would be written. */
export function settingsOf(arm: Arm): string {
  const settings = arm.settings.map(({ key, value }) => `${key} = ${value}`);
  const flags = arm.rustflags.map(withoutPath);
  return [...settings, ...flags].join(', ');
}

/** The profile lay in a directory that is gone by the time anybody reads this. */
function withoutPath(flag: string): string {
  return flag.replace(/profile-use=.*/, 'profile-use=…');
}

/** What a setting was added to. */
export function onTopOf({ without }: Attribution): string {
  return without === 'base' ? 'the profile as it is' : `\`${without}\``;
}

/** What a candidate costs, measured against the base; clauses. */
export function costsOf(arm: Arm, base: Arm | undefined): string[] {
  const clauses: string[] = [];
  if (arm.buildSeconds !== null && base?.buildSeconds) {
    const ratio = arm.buildSeconds / base.buildSeconds;
    clauses.push(
      `build ${duration(base.buildSeconds)} → ${duration(arm.buildSeconds)} (${ratio.toFixed(1)}×)`,
    );
  }
  const before = base === undefined ? null : shippedBytes(base);
  const after = shippedBytes(arm);
  if (before !== null && after !== null) {
    const what = arm.binaries.length > 0 ? 'binary' : 'bench executable';
    clauses.push(`${what} ${size(before)} → ${size(after)} (${percent(Math.log(after / before))})`);
  }
  if (arm.buildPeakBytes !== null && base?.buildPeakBytes) {
    clauses.push(`compiler memory ${size(base.buildPeakBytes)} → ${size(arm.buildPeakBytes)}`);
  }
  // What was measured here needs no general words beside it.
  const hasTime = clauses.some((clause) => clause.startsWith('build '));
  const hasMemory = clauses.some((clause) => clause.startsWith('compiler memory'));
  const told = (words: string) =>
    (hasTime && words.endsWith('longer builds')) || (hasMemory && words === 'much memory to link');
  return [...clauses, ...arm.cost.words.filter((words) => !told(words))];
}

/** Flags of the bench targets themselves, where linking and optimising across crates is decided. */
export function attestedOf(arm: Arm): string[] {
  const isBench = ({ kind }: { kind: string }) => kind === 'bench';
  const files = arm.executables.some(isBench) ? arm.executables.filter(isBench) : arm.executables;
  const targets = new Set(files.map(({ target }) => target.replaceAll('-', '_')));
  const unshown = /^(embed-bitcode|--cfg=test|--cfg=bench)/;
  const lines = arm.attested
    .filter(
      ({ flags, crates }) =>
        !flags.includes('linker-plugin-lto') && crates.some((crate) => targets.has(crate)),
    )
    .map(({ flags }) =>
      flags
        .filter((flag) => !unshown.test(flag))
        .map(withoutPath)
        .join(' '),
    );
  return [...new Set(lines)];
}

export function machineOf(machine: Machine): string {
  const shares = [
    machine.governor === null ? null : `governor ${machine.governor}`,
    machine.virtualised === true ? 'virtual' : null,
    `load ${machine.load[0].toFixed(1)} → ${machine.load[1].toFixed(1)}`,
    machine.busy === null ? null : `${(machine.busy * 100).toFixed(0)} % busy`,
    machine.steal === null ? null : `${(machine.steal * 100).toFixed(1)} % stolen`,
  ].filter((share) => share !== null);
  return `${machine.cpu}, ${plural(machine.cores, 'core')}, ${machine.os}, ${shares.join(', ')}`;
}

/** How far the run can be trusted, from the run itself. */
export function trustOf(result: BenchResult): string {
  const { controls, positiveControls } = result;
  if (controls.total === 0) return 'nothing was timed, so there is no control';
  const alarms = `two equal copies were told apart on ${controls.failed} of ${plural(controls.total, 'benchmark')}`;
  return `${alarms}; a copy made 10 % slower would have been found on ${positiveControls.found} of ${positiveControls.total}`;
}

/** What the reader must know: cut short, left out, failed, noted; one clause each. */
export function remarksOf(data: BenchData): string[] {
  return [
    ...(data.complete ? [] : ['cut short: what follows is from the rounds that were run']),
    ...(data.unmeasured.length === 0
      ? []
      : [
          `${plural(data.unmeasured.length, 'benchmark')} left out to stay within the budget: ${listed(data.unmeasured)}`,
        ]),
    ...data.failures.map(
      ({ target, name, arm, reason }) =>
        `\`${target}${name === null || name === target ? '' : ` ${name}`}\`${arm === 'base' ? '' : ` built as \`${arm}\``} ${reason}`,
    ),
    ...data.arms.flatMap(({ id, failure }) =>
      failure === null ? [] : [`\`${id}\` takes no part: ${failure}`],
    ),
    ...data.notes,
  ];
}

const LISTED = 8;

function listed(names: readonly string[]): string {
  const rest = names.length - LISTED;
  const shown = names.slice(0, LISTED).map((name) => `\`${name}\``);
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}

/** Text of the repository on a terminal: control characters could rewrite what was printed before. */
export function printable(text: string): string {
  return text.replaceAll(
    /\p{Cc}|\p{Cf}/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
