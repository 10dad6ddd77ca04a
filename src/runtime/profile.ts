/** What every profile format is read into: stacks with weights, before anything is known of the workspace. */

/** What a profile measures; decides which findings it can speak of. */
export type Kind = 'cpu' | 'allocation' | 'lock' | 'cache-line' | 'poll' | 'size' | 'syscall' | 'code';

export interface Frame {
  /** As the profiler prints it. */
  readonly symbol: string;
  /** As the profiler prints it: absolute, relative or a bare name. */
  readonly file: string | null;
  /** From 1. */
  readonly line: number | null;
}

export interface Sample {
  /** Innermost first. Empty where the profiler names no place. */
  readonly frames: readonly Frame[];
  /** In the profile's unit. */
  readonly weight: number;
  /** In the profile's second unit. */
  readonly second?: number;
  /** What else is known of it, one clause. */
  readonly fact?: string;
}

export interface Profile {
  /** The format, as users know it. */
  readonly source: string;
  readonly kind: Kind;
  /** Plural: `samples`, `blocks`, `ns`. */
  readonly unit: string;
  /** Of all that was measured, also of what no sample here names. */
  readonly total: number;
  readonly secondUnit?: string;
  readonly secondTotal?: number;
  readonly samples: readonly Sample[];
}

/** How one format is told from the others and read. */
export interface Format {
  /** Looks at the whole text, or at its head. */
  readonly isIt: (text: string) => boolean;
  /** @throws ProfileFault */
  readonly read: (text: string) => Profile;
}

/** The text is of this format but cannot be used; the message is one clause. */
export class ProfileFault extends Error {
  override readonly name = 'ProfileFault';
}

/** Non-empty lines with their numbers, from 1. */
export function linesOf(text: string): { readonly text: string; readonly number: number }[] {
  return text
    .split('\n')
    .map((line, index) => ({ text: line.replace(/\r$/, ''), number: index + 1 }))
    .filter((line) => line.text.trim() !== '');
}

export function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
