/** The few things that configuration rules ask of the source audit. */
import type { Location } from '../../findings/finding.js';

/** What a configuration rule needs of the linked program; production code only. */
export interface SourceFacts {
  /** Uses of a resolved external path such as `std::panic::catch_unwind`. */
  readonly mentions: (path: string) => readonly Location[];
  /** Calls of a method by name, whatever the receiver. */
  readonly methodCalls: (name: string) => readonly Location[];
  /** Outer attributes by name, for example `global_allocator`, `cfg` or not. */
  readonly attributes: (name: string) => readonly Location[];
  /** Inner attributes of crate roots, `#![…]`. */
  readonly crateAttributes: () => readonly {
    readonly path: string;
    readonly text: string;
    readonly at: Location;
  }[];
}

/** Code that only works while panics unwind. */
const UNWINDING_PATHS = [
  'std::panic::catch_unwind',
  'std::panic::resume_unwind',
  'std::panic::AssertUnwindSafe',
  'std::thread::Result',
  'futures::FutureExt::catch_unwind',
  'futures_util::FutureExt::catch_unwind',
  'futures::future::FutureExt::catch_unwind',
  'futures_util::future::FutureExt::catch_unwind',
  'tower_http::catch_panic::CatchPanicLayer',
  'tower_http::catch_panic::CatchPanic',
  'tokio::task::JoinError::is_panic',
  'tokio::task::JoinError::into_panic',
  'tokio::task::JoinError::try_into_panic',
];
const UNWINDING_METHODS = [
  'catch_unwind',
  'is_panic',
  'into_panic',
  'try_into_panic',
  'catch_panic',
  'resume_unwind',
];

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
