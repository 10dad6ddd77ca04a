/** Finds shipping profiles that split each crate into several units of code generation. */

import type { Draft } from '../../findings/finding.js';
import { quoted } from '../../project/paths.js';
import { locateTable } from '../../project/toml.js';
import type { Rule } from '../rule.js';
import { lacksLto } from './cargo-lto.js';
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
  id: 'cargo-codegen-units',
  judge: (context) => subjectsOf(context).flatMap(judgeSubject),
};

function judgeSubject(subject: Subject): Draft[] {
  const { profile } = subject;
  const { value } = profile.codegenUnits;
  // With fat LTO the linker sees one module anyway: what is left to gain is not worth a finding.
  const isFat = profile.lto.value === 'fat' || profile.lto.value === 'true';
  if (value === 1 || isFat || hasOneUnitElsewhere(subject)) return [];
  const units = value ?? (profile.incremental.value ? 256 : 16);
  // Two fixes that each add the same missing table would make the manifest invalid: LTO's goes first.
  const hasTable = locateTable(subject.manifest, 'profile', profile.name) !== undefined;
  const canFix = hasTable || value !== null || !lacksLto(profile.lto.value);
  return [
    {
      rule: 'cargo-codegen-units',
      at: placeOfSetting(subject, profile.codegenUnits),
      params: { profile: profile.name, units: String(units) },
      help: `set \`codegen-units = 1\` in ${quoted(`profile.${profile.name}`)}; it costs slower builds (${subject.because})`,
      confidence: confidenceFor(subject),
      item: `profile.${profile.name}`,
      ...withFix(canFix ? setProfileKey(subject, profile.codegenUnits, 'codegen-units', '1') : null),
    },
  ];
}

export function hasOneUnitElsewhere(subject: Subject): boolean {
  return isDecidedElsewhere(subject, (other) => other.codegenUnits.value === 1);
}
