/**
 * The judgement that all `…-in-async` rules share: does this code run on an async worker thread? Directly, or
 * through synchronous functions called from async code, in which case the finding stands at the call.
 */
import type { Confidence, Draft, Related } from '../findings/finding.js';
import type { FnNode } from '../program/graph.js';
import type { Program, Sighting } from '../program/program.js';
import type { SiteContext } from '../summaries/summary.js';

export interface Blocking {
  /** What blocks, as the message names it: `std::fs::read`. */
  readonly callee: string;
  readonly confidence?: Confidence;
  readonly severity?: Draft['severity'];
  readonly message?: string;
  readonly help?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly fix?: Draft['fix'];
  /** Quick as a rule: worth a word only where requests wait for it. */
  readonly slight?: boolean;
}

/** What they do, they do the first time only. */
const ONCE = /^(?:get_or_(?:try_)?init|ensure_\w+)$/;

const ONE_LOWER: Readonly<Record<Confidence, Confidence>> = { high: 'medium', medium: 'medium', low: 'low' };

/**
 * @param confirm What a sighting turns out to be once types are known; null when it is nothing.
 * @param base The rule's own confidence, for findings in async code itself.
 */
export function* blockingFindings(
  rule: string,
  program: Program,
  base: Confidence,
  confirm: (sighting: Sighting) => Blocking | null,
): Generator<Draft> {
  /** Call sites that already have a finding of this rule. */
  const reported = new Set<string>();
  for (const sighting of program.candidates(rule)) {
    const { context } = sighting;
    if (context.test || context.bridge !== null || context.detached || context.once) continue;
    if (context.async) {
      if (program.isStartup(sighting) || program.onMainLine(program.node(sighting), context)) continue;
      const blocking = confirm(sighting);
      if (blocking === null) continue;
      yield {
        rule,
        at: { path: sighting.path, ...sighting.at },
        ...severityOf(program, sighting.path),
        ...wordsOf(blocking),
        confidence: confidenceAt(program, program.node(sighting), sighting.at, context, blocking, base),
      };
      continue;
    }
    const node = program.node(sighting);
    if (node === null || node.fn.cold || program.contexts.isBridged(node)) continue;
    const reaches = program.contexts.reachFromAsync(node);
    if (reaches.length === 0) continue;
    const blocking = confirm(sighting);
    if (blocking === null) continue;
    for (const { at, chain, caller, context: from } of reaches) {
      if (from.test || program.onMainLine(caller, from)) continue;
      const key = `${at.path}:${at.line}:${at.column}`;
      if (reported.has(key)) continue;
      reported.add(key);
      const related: Related[] = chain.slice(1).map((edge) => ({
        ...edge.at,
        message: `which calls \`${edge.to.fn.name}\``,
      }));
      related.push({ path: sighting.path, ...sighting.at, message: `\`${blocking.callee}\` blocks here` });
      const first = chain[0]?.to.fn.name ?? node.fn.name;
      yield {
        rule,
        at,
        ...severityOf(program, at.path),
        ...wordsOf(blocking),
        message: `\`${first}\` blocks the async worker thread: it calls \`${blocking.callee}\``,
        // An edit at the call cannot mend what the callee does.
        confidence: ONCE.test(first)
          ? 'low'
          : ONE_LOWER[confidenceAt(program, caller, at, from, blocking, base, true)],
        related,
      };
    }
  }
}

/** How sure it is that others wait: reading the configuration, or a quick look at a file, seldom is worth a change. */
function confidenceAt(
  program: Program,
  node: FnNode | null,
  at: { readonly line: number },
  context: SiteContext,
  blocking: Blocking,
  base: Confidence,
  through = false,
): Confidence {
  const { confidence = base, slight = false } = blocking;
  if (node === null || program.contexts.inHandler(node, at, context)) return confidence;
  // What a tool does on the way to its result holds up its own user alone.
  if (through && program.isTool(node.file)) return 'low';
  if (readsSettings(node)) return 'low';
  return slight && node.callers.length > 0 && !context.spawned ? 'low' : confidence;
}

const SETTINGS =
  /(?:^|_)(?:config|configs|configuration|settings|init|initialize|setup|start|startup|launch|bind|listen|bootstrap|daemonize)(?:_|$)|(?:^|_)main$/;

/** Code that runs when a program starts, or when it is told to start anew. */
function readsSettings({ file, fn }: FnNode): boolean {
  const modules = file.split(/[/.]/);
  return (
    SETTINGS.test(fn.name) ||
    modules.some((name) => /^(?:config|configuration|settings|daemon|bootstrap)$/.test(name))
  );
}

/** Critical is what fails under load; a command-line tool makes only its own user wait. */
function severityOf(program: Program, path: string): Pick<Draft, 'severity'> {
  return program.isTool(path) ? { severity: 'warning' } : {};
}

function wordsOf({ callee, severity, message, help, params, fix }: Blocking): Omit<Draft, 'rule' | 'at'> {
  return {
    params: { callee, ...params },
    ...(severity === undefined ? {} : { severity }),
    ...(message === undefined ? {} : { message }),
    ...(help === undefined ? {} : { help }),
    ...(fix === undefined ? {} : { fix }),
  };
}
