/** Runs every active rule's judgement over the linked program. A rule that crashes names itself; the others go on. */
import type { Draft, Note } from '../findings/finding.js';
import type { Program } from '../program/program.js';
import type { Project } from '../project/project.js';
import type { JudgeSettings, Rule } from './rule.js';

export interface Judgement {
  readonly drafts: readonly Draft[];
  readonly notes: readonly Note[];
}

export function judgeAll(
  rules: readonly Rule[],
  project: Project,
  program: Program,
  settings: JudgeSettings,
): Judgement {
  const drafts: Draft[] = [];
  const notes: Note[] = [];
  for (const rule of rules) {
    try {
      for (const draft of rule.judge({
        project,
        program,
        settings,
        candidates: program.candidates(rule.id),
      })) {
        drafts.push(withItem(draft, program));
      }
    } catch (error) {
      const reason =
        error instanceof Error ? (error.stack ?? error.message).split('\n', 2).join(' ') : String(error);
      notes.push({ kind: 'incomplete', message: `rule \`${rule.id}\` crashed: ${reason}; please report it` });
    }
  }
  return { drafts, notes };
}

function withItem(draft: Draft, program: Program): Draft {
  if (draft.item !== undefined || !draft.at.path.endsWith('.rs')) return draft;
  return { ...draft, item: program.itemAt(draft.at.path, draft.at) };
}
