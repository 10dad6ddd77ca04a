/** Finds shipping profiles that leave symbols in the program. Size only. */
import type { Rule } from '../rule.js';
import { confidenceFor, placeOfSetting, setProfileKey, subjectsOf, withFix } from './subject.js';

export const rule: Rule = {
  id: 'cargo-strip',
  judge: (context) =>
    subjectsOf(context)
      // Who asks for debug information wants to keep it.
      .filter(({ profile }) => profile.strip.value === null && profile.debug.value === '0')
      .map((subject) => ({
        rule: 'cargo-strip',
        at: placeOfSetting(subject, subject.profile.strip),
        params: { profile: subject.profile.name },
        confidence: confidenceFor(subject),
        item: `profile.${subject.profile.name}`,
        ...withFix(setProfileKey(subject, subject.profile.strip, 'strip', '"symbols"')),
      })),
};
