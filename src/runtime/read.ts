/** A profiler's file becomes a Profile. The format is told from the content, never from the name. */
import { readFileSync, statSync } from 'node:fs';
import { SettingsError } from '../settings/settings.js';
import { dhat } from './formats/dhat.js';
import { folded } from './formats/folded.js';
import { llvmLines } from './formats/llvm-lines.js';
import { perfC2c } from './formats/perf-c2c.js';
import { perfLock } from './formats/perf-lock.js';
import { strace } from './formats/strace.js';
import { tokioConsole } from './formats/tokio-console.js';
import { typeSizes } from './formats/type-sizes.js';
import { type Profile, ProfileFault } from './profile.js';

/** The most telling first: almost any text with numbers at its line ends could be folded stacks. */
const formats = [dhat, tokioConsole, typeSizes, strace, llvmLines, perfC2c, perfLock, folded];

/** Files that people take for profiles, and what makes one of them. */
const relatives: readonly { readonly isIt: RegExp; readonly words: string }[] = [
  {
    isIt: /^(?:PERFILE2|2ELIFREP)/,
    words: 'is a recording of `perf record`: fold it with `perf script | inferno-collapse-perf`',
  },
  {
    isIt: /^\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE svg|<svg)/,
    words: 'is a picture: keep the folded stacks it was drawn from',
  },
  {
    isIt: /^\S.*\s+\d+\s+(?:\[\d+\]\s+)?\d+\.\d+:\s+(?:\d+\s+)?\S+:/,
    words: 'is the output of `perf script`: fold it with `inferno-collapse-perf`',
  },
  {
    isIt: /^(?:\[pid\s+\d+\]\s*|\d+\s+)?(?:[\d:.]+\s+)?[a-z_0-9]+\(.*\)\s+= /,
    words: 'is a log of `strace`: count the calls with `strace -f -c`',
  },
];

const GZIP = '\u001f';
const MEGABYTE = 1024 * 1024;
const LARGEST = 400 * MEGABYTE;

/**
 * @param file absolute
 * @param shown as the user wrote it
 * @throws SettingsError that names the file and what is wrong with it
 */
export function readProfile(file: string, shown: string): Profile {
  const text = textOf(file, shown);
  const fail = (words: string) => new SettingsError(`profile \`${shown}\` ${words}`);
  if (text.trim() === '') throw fail('is empty');
  if (text.startsWith(GZIP)) throw fail('is compressed: unpack it first');
  const relative = relatives.find(({ isIt }) => isIt.test(text));
  if (relative !== undefined) throw fail(relative.words);
  const format = formats.find(({ isIt }) => isIt(text));
  if (format === undefined)
    throw fail(
      'is of no known format: folded stacks, DHAT, `perf lock`, `perf c2c`, tokio-console, `strace -c`, `print-type-sizes` and `cargo llvm-lines` are',
    );
  try {
    return format.read(text);
  } catch (error) {
    if (!(error instanceof ProfileFault)) throw error;
    throw new SettingsError(`profile \`${shown}\` cannot be used: ${error.message}`, { cause: error });
  }
}

function textOf(file: string, shown: string): string {
  try {
    const { size } = statSync(file);
    if (size > LARGEST)
      throw new SettingsError(
        `profile \`${shown}\` has ${Math.round(size / MEGABYTE)} MB, the most is ${LARGEST / MEGABYTE} MB: record for a shorter time`,
      );
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof SettingsError || !(error instanceof Error)) throw error;
    throw new SettingsError(`profile \`${shown}\` cannot be read: ${error.message}`, { cause: error });
  }
}
