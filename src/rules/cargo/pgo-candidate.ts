/** Finds programs that use link-time optimisation already and no profile-guided optimisation yet. */
import type { Rule } from '../rule.js';
import { lacksLto } from './cargo-lto.js';
import { placeOfSetting, subjectsOf } from './subject.js';

export const rule: Rule = {
  id: 'pgo-candidate',
  judge: (context) =>
    subjectsOf(context)
      .filter(({ profile, workspace }) => !lacksLto(profile.lto.value) && workspace.shipping.pgo.length === 0)
      .map((subject) => ({
        rule: 'pgo-candidate',
        at: placeOfSetting(subject, subject.profile.lto),
        params: { profile: subject.profile.name },
        item: `profile.${subject.profile.name}`,
      })),
};
