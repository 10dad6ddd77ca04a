/** Finds shipping profiles without cross-crate link-time optimisation. */

import type { Draft } from '../../findings/finding.js';
import { quoted } from '../../project/paths.js';
import type { Rule } from '../rule.js';
import {
  confidenceFor,
  isDecidedElsewhere,
  placeOfSetting,
  type Subject,
  setProfileKey,
  subjectsOf,
  withFix,
} from './subject.js';

export const rule: Rule = {
  id: 'cargo-lto',
  judge: (context) => subjectsOf(context).flatMap(judgeSubject),
};

function judgeSubject(subject: Subject): Draft[] {
  const { profile, because } = subject;
  if (!lacksLto(profile.lto.value) || hasLtoElsewhere(subject)) return [];
  const none = profile.lto.value === 'off' || profile.codegenUnits.value === 1;
  return [
    {
      rule: 'cargo-lto',
      at: placeOfSetting(subject, profile.lto),
      params: { profile: profile.name },
      help: `set \`lto = "thin"\` in ${quoted(`profile.${profile.name}`)}, and measure \`"fat"\` too; it costs a longer link (${because})`,
      ...(none && {
        message: `profile ${quoted(profile.name)} has no link-time optimisation at all: ${
          profile.lto.value === 'off'
            ? '`lto = "off"`'
            : '`codegen-units = 1` also turns the thin-local kind off'
        }`,
      }),
      confidence: confidenceFor(subject),
      item: `profile.${profile.name}`,
      ...withFix(setProfileKey(subject, profile.lto, 'lto', '"thin"')),
    },
  ];
}

export function lacksLto(lto: string): boolean {
  return lto === 'false' || lto === 'off';
}

export function hasLtoElsewhere(subject: Subject): boolean {
  return isDecidedElsewhere(subject, (other) => !lacksLto(other.lto.value));
}
