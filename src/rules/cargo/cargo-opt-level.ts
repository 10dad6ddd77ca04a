/** Finds shipping profiles, and overrides for the project's own crates, that optimise less than `3`. */

import type { Draft, Location } from '../../findings/finding.js';
import { quoted } from '../../project/paths.js';
import { matchesSpec } from '../../project/profiles.js';
import type { Rule } from '../rule.js';
import {
  confidenceFor,
  dependsOn,
  isSpecialTarget,
  placeOfOrigin,
  type Subject,
  subjectsOf,
} from './subject.js';

export const rule: Rule = {
  id: 'cargo-opt-level',
  judge: (context) => subjectsOf(context).flatMap(judgeSubject),
};

/** Terminal and desktop interfaces. */
const INTERFACES = 'ratatui tui cursive eframe iced slint tauri gtk gtk4 druid dioxus'.split(' ');
const FOR_SIZE = /(?:min|small|tiny)|size|wasm|embedded/iu;

function judgeSubject(subject: Subject): Draft[] {
  const { packages, profile, workspace } = subject;
  if (isSpecialTarget(subject) || FOR_SIZE.test(profile.name)) return [];
  // Most of its time it waits for a key or a click; what it does then, people measure less than what they download.
  const waitsForUser = /^[sz]$/u.test(profile.optLevel.value) && dependsOn(packages, ...INTERFACES);
  const drafts: Draft[] = [];
  const add = (level: string, at: Location | null, item: string): void => {
    if (level === '3' || at === null) return;
    drafts.push({
      rule: 'cargo-opt-level',
      at,
      params: { profile: profile.name, level: shown(level) },
      message: `${quoted(`opt-level = ${shown(level)}`)} ${LOSSES[level] ?? 'optimises less than `3`'}`,
      ...((level === '2' || waitsForUser) && { severity: 'suggestion' }),
      confidence: waitsForUser ? 'low' : confidenceFor(subject),
      item,
    });
  };
  add(profile.optLevel.value, placeOfOrigin(profile.optLevel.origin), `profile.${profile.name}`);
  for (const [spec, override] of profile.packages) {
    const setting = override.get('opt-level');
    const isOurs = workspace.packages.some((pkg) =>
      matchesSpec(spec, { package: pkg.name, version: pkg.version }),
    );
    if (setting && isOurs) {
      add(String(setting.value), placeOfOrigin(setting.origin), `profile.${profile.name}.package.${spec}`);
    }
  }
  return drafts;
}

const LOSSES: Readonly<Record<string, string>> = {
  '0': 'ships unoptimised code, often ten times slower',
  '1': 'skips most inlining and all vectorisation',
  '2': 'leaves out the last optimisations that `3` makes',
  s: 'trades speed for size: less inlining and unrolling',
  z: 'trades speed for size: less inlining, and loops are not vectorised',
};

function shown(level: string): string {
  return /^\d$/u.test(level) ? level : `"${level}"`;
}
