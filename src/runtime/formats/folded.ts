/** Folded stacks (perf, inferno, cargo-flamegraph): `root;mid;leaf COUNT` on each line. */
import {
  type Format,
  type Frame,
  linesOf,
  type Profile,
  ProfileFault,
  type Sample,
  sum,
} from '../profile.js';

/** Frames hold spaces, so the count stands after the last one; a differential has a second count. */
const LINE = /^(\S.*?) (\d+(?:\.\d+)?)(?: (\d+(?:\.\d+)?))?$/;
const LOOKED_AT = 20;

export const folded: Format = {
  isIt(text) {
    const head = linesOf(text.slice(0, 65_536)).slice(0, LOOKED_AT);
    // The last line of the slice may be cut.
    const whole = head.length > 1 && text.length > 65_536 ? head.slice(0, -1) : head;
    return (
      whole.length > 0 &&
      whole.filter((line) => LINE.test(line.text)).length >= Math.ceil(whole.length / 2) &&
      whole.some((line) => line.text.includes(';'))
    );
  },
  read(text): Profile {
    const samples = linesOf(text).map(({ text: line, number }): Sample => {
      const match = LINE.exec(line);
      if (match === null)
        throw new ProfileFault(`line ${number} is no \`frame;frame COUNT\`: is the file cut off?`);
      // Of a differential the second count is the newer run.
      return { frames: framesOf(match[1] ?? ''), weight: Number(match[3] ?? match[2]) };
    });
    return { source: 'folded stacks', kind: 'cpu', unit: 'samples', total: sum(weights(samples)), samples };
  },
};

function framesOf(stack: string): Frame[] {
  return stack
    .split(';')
    .reverse()
    .map((symbol) => ({ symbol: symbol.replace(/_\[[kij]\]$/, ''), file: null, line: null }));
}

function weights(samples: readonly Sample[]): number[] {
  return samples.map(({ weight }) => weight);
}
