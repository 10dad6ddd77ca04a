/** Finds programs built for musl that keep its slow default allocator. */
import type { Draft } from '../../findings/finding.js';
import type { Package } from '../../project/project.js';
import { THREADS } from '../../summaries/asked.js';
import type { JudgeContext, Rule } from '../rule.js';
import { isWithin, type SourceFacts } from './facts.js';
import { confidenceFor, dependsOn, isInsideRoot, type Subject, subjectsOf } from './subject.js';

export const rule: Rule = {
  id: 'musl-default-allocator',
  judge: (context) => subjectsOf(context).flatMap((subject) => judgeSubject(subject, context)),
};

function judgeSubject(subject: Subject, { program }: JudgeContext): Draft[] {
  const { workspace, packages } = subject;
  const [mention] = workspace.shipping.muslTargets
    .filter(({ at }) => isInsideRoot(at.path))
    .toSorted((a, b) => shownFirst(a.at.path) - shownFirst(b.at.path));
  const programs = packages.filter((pkg) => pkg.targets.some((target) => target.kind === 'bin'));
  if (!mention || programs.length === 0 || hasAllocator(program, workspace.dir) || isNoStd(program, programs))
    return [];
  const threads = isMultiThreaded(programs, program);
  return [
    {
      rule: 'musl-default-allocator',
      at: mention.at,
      params: { target: mention.value },
      severity: threads ? 'warning' : 'suggestion',
      confidence: confidenceFor(subject),
      item: mention.value,
    },
  ];
}

/** A place that ships says more than one that tests or sets tools up. */
function shownFirst(path: string): number {
  if (/release|publish|deploy|dist|cd\b/iu.test(path)) return 0;
  return /dockerfile|containerfile|\.cargo\/config/iu.test(path) ? 1 : 2;
}

function hasAllocator(program: SourceFacts, dir: string): boolean {
  return program.attributes('global_allocator').some((at) => isWithin(at, dir));
}

function isNoStd(program: SourceFacts, programs: readonly Package[]): boolean {
  const roots = new Set(
    programs.flatMap((pkg) => pkg.targets.filter(({ kind }) => kind === 'bin').map(({ path }) => path)),
  );
  const noStd = program
    .crateAttributes()
    .filter(({ text, at }) => /\bno_(?:std|main)\b/u.test(text) && roots.has(at.path));
  return noStd.length > 0 && noStd.length >= roots.size;
}

const THREADED = [
  'rayon',
  'actix-web',
  'actix-rt',
  'axum',
  'tonic',
  'warp',
  'rocket',
  'crossbeam',
  'threadpool',
  'async-std',
];

function isMultiThreaded(programs: readonly Package[], program: SourceFacts): boolean {
  const tokioThreads = programs.some((pkg) =>
    pkg.dependencies.some(
      ({ package: name, kind, features }) =>
        name === 'tokio' &&
        kind === 'normal' &&
        features.some((feature) => feature === 'full' || feature === 'rt-multi-thread'),
    ),
  );
  return (
    tokioThreads ||
    dependsOn(programs, ...THREADED) ||
    THREADS.some((path) => program.mentions(path).length > 0)
  );
}
