/** The few things that configuration rules ask of the source audit. */
import type { Location } from '../../findings/finding.js';
import {
  type AskedMethod,
  type AskedPath,
  UNWINDING_METHODS,
  UNWINDING_PATHS,
} from '../../summaries/asked.js';

/** What a configuration rule needs of the linked program; production code only. */
export interface SourceFacts {
  /** Uses of a resolved external path such as `std::panic::catch_unwind`. */
  readonly mentions: (path: AskedPath) => readonly Location[];
  /** Calls of a method by name, whatever the receiver. */
  readonly methodCalls: (name: AskedMethod) => readonly Location[];
  /** Outer attributes by name, for example `global_allocator`, `cfg` or not. */
  readonly attributes: (name: string) => readonly Location[];
  /** Inner attributes of crate roots, `#![…]`. */
  readonly crateAttributes: () => readonly {
    readonly path: string;
    readonly text: string;
    readonly at: Location;
  }[];
}

/** Places that rely on unwinding, in the order of the tables above. */
export function unwindingPlaces(program: SourceFacts): readonly Location[] {
  return [
    ...UNWINDING_PATHS.flatMap((path) => program.mentions(path)),
    ...UNWINDING_METHODS.flatMap((name) => program.methodCalls(name)),
  ];
}

export function isWithin(at: Location, directory: string): boolean {
  return directory === '' || at.path.startsWith(`${directory}/`);
}
