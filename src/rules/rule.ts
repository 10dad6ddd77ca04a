/** The two halves of a rule: words and weights from YAML, judgement from TypeScript. */
import type { Confidence, Draft, Severity, Tier } from '../findings/finding.js';
import type { Program, Sighting } from '../program/program.js';
import type { Project } from '../project/project.js';
import type { Collector } from '../summaries/collector.js';

/** When a rule runs without being asked for: always, never, or where the code is known to be hot. */
export type Activation = 'on' | 'off' | 'hot';

/**
 * One file's text, or a whole small project by root-relative path. Lines that must be found end in
 * `//~ <rule-id>` (`#~ <rule-id>` in TOML and YAML); unmarked lines must stay silent.
 */
export type ExampleCode = string | Readonly<Record<string, string>>;

export interface Example {
  readonly kind: 'bad' | 'good';
  readonly code: ExampleCode;
  /** Why this is wrong or fine, where the code does not say it itself. */
  readonly note?: string;
}

/** Declarative patterns of a rule that needs no code of its own. */
export interface Match {
  /** Resolved paths; a trailing `::*` takes every item of the module or type. */
  readonly call?: readonly string[];
  /** `Type::method` on receivers of a known type. */
  readonly method?: readonly string[];
  /** Macro names without `!`. */
  readonly macro?: readonly string[];
  readonly context?: 'any' | 'async' | 'loop' | 'handler' | 'hot';
}

/** rules/<area>/<id>.yml, validated. */
export interface RuleSpec {
  readonly id: string;
  /** The folder: async, concurrency, networking, memory, serialization, errors, io, clippy, cargo, runtime. */
  readonly area: string;
  readonly title: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly tier: Tier;
  readonly default: Activation;
  /** Section of the performance review that asks for it; '' for rules beyond it. */
  readonly seed: string;
  readonly why: string;
  readonly fix: string;
  readonly limits: string;
  readonly references: readonly string[];
  /** One line, lower case, no full stop, `{params}` filled from the draft. */
  readonly message: string;
  readonly help: string;
  /** Clippy lints whose `#[allow]` also silences this rule, without `clippy::`. */
  readonly clippy: readonly string[];
  readonly match: Match | null;
  readonly examples: readonly Example[];
}

/** What the team decided that judgement may depend on. */
export interface JudgeSettings {
  readonly deploy: 'portable' | 'native' | null;
  readonly profile: string | null;
  /** True for paths that the team calls hot. */
  readonly isHotPath: (path: string) => boolean;
}

export interface JudgeContext {
  readonly project: Project;
  readonly program: Program;
  readonly settings: JudgeSettings;
  /** This rule's own candidates, in path and position order. */
  readonly candidates: readonly Sighting[];
}

export interface Rule {
  readonly id: string;
  /** Looks at one file alone. Pure; what it emits is plain data. */
  readonly collect?: Collector;
  /** Looks at the whole workspace. Pure. */
  readonly judge: (context: JudgeContext) => Iterable<Draft>;
}

/** For rules whose candidates have nothing to do with one another; null when one is no finding. */
export function judgeEach(draftOf: (program: Program, sighting: Sighting) => Draft | null): Rule['judge'] {
  return function* ({ program, candidates }) {
    for (const sighting of candidates) {
      const draft = draftOf(program, sighting);
      if (draft !== null) yield draft;
    }
  };
}
