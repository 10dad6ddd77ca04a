/** What a profile says by itself, without the code it was recorded from. */
import type { Frame, Profile, Sample } from './profile.js';
import { type Spot, spotsOf } from './spots.js';
import { pathsOf } from './symbol.js';

/** Crates that programs are built from: their time is that of whoever calls them. */
const BELOW =
  /^(?:std|core|alloc|hashbrown|rustc_demangle|compiler_builtins|__rustc|[iu](?:8|16|32|64|128|size)|f32|f64|str|char|bool)(?:::|$)/;

/** Hottest first, each with the path that a reader would look for. */
export function spotsAlone(profile: Profile): Spot<string>[] {
  return spotsOf(profile, (sample) => attribute(sample, profile.kind === 'syscall')).filter(
    ({ kind }) => kind === profile.kind,
  );
}

function attribute(sample: Sample, bare: boolean) {
  const depth = bare ? 0 : Math.max(0, sample.frames.findIndex(isTheirs));
  const frame = sample.frames[depth];
  if (frame === undefined) return null;
  const owner = shown(frame);
  return { key: owner, owner, depth };
}

/** Of an inlined function valgrind gives the bare name, and no crate: its file tells. */
function isTheirs({ symbol, file }: Frame): boolean {
  if (file !== null && /^(?:library\/|\/rustc\/)/.test(file)) return false;
  const paths = pathsOf(symbol);
  return paths.some((path) => path.includes('::')) && !paths.some((path) => BELOW.test(path));
}

function shown({ symbol, file, line }: Frame): string {
  const name = pathsOf(symbol)[0] ?? symbol;
  if (file === null) return name;
  return `${name === '' ? '' : `${name} `}${file}${line === null ? '' : `:${line}`}`;
}
