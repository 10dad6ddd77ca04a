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
    if (program.lacksRuntime(sighting.path)) continue;
    if (context.async) {
      if (program.isStartup(sighting)) continue;
      const blocking = confirm(sighting);
      if (blocking === null) continue;
      yield {
        rule,
        at: { path: sighting.path, ...sighting.at },
        ...severityOf(program, sighting.path, program.node(sighting), context),
        ...wordsOf(blocking),
        confidence: blocking.confidence ?? base,
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
      if (from.test) continue;
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
        ...severityOf(program, at.path, caller, from),
        ...wordsOf(blocking),
        message: `\`${first}\` blocks the async worker thread: it calls \`${blocking.callee}\``,
        // An edit at the call cannot mend what the callee does.
        confidence: ONCE.test(first) ? 'low' : ONE_LOWER[blocking.confidence ?? base],
        related,
      };
    }
  }
}

/** Critical is what fails under load; a tool, and code that starts things up, makes only its own user wait. */
function severityOf(
  program: Program,
  path: string,
  node: FnNode | null,
  context: SiteContext,
): Pick<Draft, 'severity'> {
  const mild = program.isTool(path) || program.onMainLine(node, context) || (node !== null && startsUp(node));
  return mild ? { severity: 'warning' } : {};
}

const START =
  /(?:^|_)(?:config|configs|configuration|settings|init|initialize|setup|start|startup|launch|bind|listen|bootstrap|daemonize)(?:_|$)|(?:^|_)main$/;

/** By its name, a function that runs when a program starts, or when it is told to start anew. */
function startsUp({ fn }: FnNode): boolean {
  return START.test(fn.name);
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
