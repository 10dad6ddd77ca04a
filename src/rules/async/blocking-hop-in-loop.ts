/** Trips to the blocking pool, one for each element of a loop. */
import type { Draft } from '../../findings/finding.js';
import type { Program } from '../../program/program.js';
import { onCall } from '../../summaries/collector.js';
import { awaitsIn } from '../../summaries/guards.js';
import { PathSet } from '../declarative.js';
import type { Rule } from '../rule.js';

const ID = 'blocking-hop-in-loop';
const FUNCTIONS =
  `read read_to_string write copy rename remove_file remove_dir remove_dir_all create_dir create_dir_all
  metadata symlink_metadata canonicalize read_link hard_link set_permissions try_exists`.split(/\s+/);
const HOPS = new PathSet([...FUNCTIONS.map((name) => `tokio::fs::${name}`), 'tokio::task::spawn_blocking']);

interface Seen {
  readonly path: string;
}

export const rule: Rule = {
  id: ID,
  collect: [
    onCall([...FUNCTIONS, 'spawn_blocking'], (node, view) => {
      const path = view.calledPath(node);
      if (path === null || view.isOpaque(node) || view.awaitOf(node)?.kind !== 'await') return;
      const [loop] = view.loopsAround(node);
      // `while let Some(x) = rx.recv().await` waits for each element anyway: nothing to batch.
      if (loop?.kind !== 'for' || !view.context(node).async) return;
      // With other awaits in the turn, a batch would be a different program.
      if (awaitsIn(loop.body, null).length > 1) return;
      view.emit(node, { path } satisfies Seen);
    }),
  ],
  judge: ({ program }) => judge(program),
};

function* judge(program: Program): Generator<Draft> {
  for (const sighting of program.candidates(ID)) {
    const seen: Seen = sighting.data;
    const path = program.canonical(sighting.path, seen.path);
    if (!HOPS.has(path) || program.isSeldom(sighting)) continue;
    yield { rule: ID, at: { path: sighting.path, ...sighting.at }, params: { callee: path } };
  }
}
