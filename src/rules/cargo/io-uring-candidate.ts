/** Finds servers that do much file work through tokio's thread pool. */
import type { Draft } from '../../findings/finding.js';
import { compareFindings } from '../../findings/finding.js';
import { FILE_WORK } from '../../summaries/asked.js';
import type { JudgeContext, Rule } from '../rule.js';
import { isWithin } from './facts.js';
import { dependsOn, type Subject, subjectsOf } from './subject.js';

export const rule: Rule = {
  id: 'io-uring-candidate',
  judge: (context) => subjectsOf(context).flatMap((subject) => judgeSubject(subject, context)),
};

const SERVERS = ['axum', 'actix-web', 'hyper', 'warp', 'tonic', 'rocket', 'poem', 'salvo'];
/** From how many places on we call it heavy. */
const HEAVY = 5;

function judgeSubject({ packages, workspace }: Subject, { program }: JudgeContext): Draft[] {
  if (!dependsOn(packages, ...SERVERS)) return [];
  const places = FILE_WORK.flatMap((path) => program.mentions(path))
    .filter((at) => isWithin(at, workspace.dir))
    .map((at) => ({ ...at, rule: '' }))
    .toSorted(compareFindings);
  const [first] = places;
  if (!first || places.length < HEAVY) return [];
  const { rule: _rule, ...at } = first;
  return [{ rule: 'io-uring-candidate', at, params: { count: String(places.length) }, item: 'tokio::fs' }];
}
