/** Finds programs that unwind on panic although nothing in them seems to rely on it. */
import type { Draft } from '../../findings/finding.js';
import type { JudgeContext, Rule } from '../rule.js';
import { unwindingPlaces } from './facts.js';
import { confidenceFor, dependsOn, placeOfSetting, type Subject, subjectsOf } from './subject.js';

export const rule: Rule = {
  id: 'cargo-panic-abort',
  judge: (context) => {
    if (unwindingPlaces(context.program).length > 0) return [];
    return subjectsOf(context).flatMap(judgeSubject);
  },
};

/** Libraries that turn a panic of one task into an error of that task, so that the rest goes on. */
const ISOLATING = [
  'axum',
  'actix-web',
  'actix',
  'hyper',
  'hyper-util',
  'tonic',
  'warp',
  'poem',
  'salvo',
  'tokio',
  'async-std',
  'smol',
  'rayon',
];
/** They catch panics themselves, or are loaded into a process that is not ours. */
const RELIES_ON_UNWINDING = [
  'rocket',
  'pyo3',
  'napi',
  'neon',
  'rustler',
  'wasm-bindgen',
  'jni',
  'magnus',
  'pgrx',
  'uniffi',
  'salsa',
];

function judgeSubject(subject: Subject): Draft[] {
  const { profile } = subject;
  if (!canAbort(subject) || profile.panic.origin.kind !== 'default') return [];
  return [
    {
      rule: 'cargo-panic-abort',
      at: placeOfSetting(subject, profile.panic),
      params: { profile: profile.name },
      // A server loses one request to a panic today, and would lose all of them: for `--pedantic` eyes only.
      confidence: isolatesPanics(subject) || confidenceFor(subject) === 'low' ? 'low' : 'medium',
      item: `profile.${profile.name}`,
    },
  ];
}

function isolatesPanics({ packages }: Subject): boolean {
  return dependsOn(packages, ...ISOLATING);
}

function canAbort({ packages }: Subject): boolean {
  const onlyPrograms = packages.every((pkg) =>
    pkg.targets.every(
      (target) =>
        target.kind !== 'lib' || target.crateTypes.every((type) => !/cdylib|staticlib|dylib/u.test(type)),
    ),
  );
  return onlyPrograms && !dependsOn(packages, ...RELIES_ON_UNWINDING);
}

/** Nothing known stands against `panic = "abort"`. */
export function abortIsSafe(subject: Subject, { program }: Pick<JudgeContext, 'program'>): boolean {
  return canAbort(subject) && !isolatesPanics(subject) && unwindingPlaces(program).length === 0;
}
