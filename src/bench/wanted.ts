/** The action's `bench` input and what the audit saw become a decision to measure, and a measurement becomes its output. */
import type { Project } from '../project/project.js';
import type { SuggestedProfile } from '../report/report.js';
import type { BenchResult } from './judge.js';

export const BENCH_MODES = ['off', 'auto', 'on'] as const;
export type BenchMode = (typeof BENCH_MODES)[number];

/** `auto` measures only where the configuration audit suggests a change and a package has bench targets. */
export function wantsBench(
  mode: BenchMode,
  project: Project,
  suggested: readonly SuggestedProfile[],
): boolean {
  if (mode !== 'auto') return mode === 'on';
  const changes = suggested.some(({ settings }) => settings.length > 0);
  const targets = project.workspaces.flatMap(({ packages }) => packages).flatMap((one) => one.targets);
  return changes && targets.some(({ kind }) => kind === 'bench');
}

/** How many times as fast the recommended candidate is, as `1.043`; `1.000` when nothing is recommended. */
export function speedup({ candidates, recommendation }: BenchResult): string {
  const chosen = candidates.find(({ arm }) => arm === recommendation.arm);
  return Math.exp(-(chosen?.effect ?? 0)).toFixed(3);
}
