/** Finds debug-time checks and incremental compilation switched on in the profile that ships. */

import type { Draft } from '../../findings/finding.js';
import { quoted } from '../../project/paths.js';
import type { Setting } from '../../project/profiles.js';
import type { Rule } from '../rule.js';
import { confidenceFor, placeOfOrigin, removeKey, type Subject, subjectsOf, withFix } from './subject.js';

export const rule: Rule = {
  id: 'release-debug-checks',
  judge: (context) => subjectsOf(context).flatMap(judgeSubject),
};

function judgeSubject(subject: Subject): Draft[] {
  const { profile } = subject;
  const checks: readonly (readonly [string, Setting<boolean>, string, 'warning' | 'suggestion'])[] = [
    ['debug-assertions', profile.debugAssertions, 'every `debug_assert!` runs in production code', 'warning'],
    [
      'incremental',
      profile.incremental,
      'each crate is split into 256 units, which limits optimisation',
      'warning',
    ],
    [
      'overflow-checks',
      profile.overflowChecks,
      'every integer operation is checked in production code',
      'suggestion',
    ],
  ];
  return checks.flatMap(([key, setting, cost, severity]): Draft[] => {
    const at = setting.value ? placeOfOrigin(setting.origin) : null;
    if (!at) return [];
    return [
      {
        rule: 'release-debug-checks',
        at,
        message: `${cost} with \`${key}\` on in profile ${quoted(profile.name)}`,
        params: { key, profile: profile.name },
        severity,
        confidence: confidenceFor(subject),
        item: `profile.${profile.name}`,
        ...withFix(removeKey(setting.origin, `remove \`${key}\``)),
      },
    ];
  });
}
