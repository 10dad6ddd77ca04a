/** The table of `cargo llvm-lines`: how much code each generic function became. */
import { type Format, linesOf, type Profile, ProfileFault, type Sample } from '../profile.js';

const HEADER = /^\s*Lines\s+Copies\s+Function name\s*$/m;
/** `1395 (4.5%)  83 (7.5%)  core::ptr::drop_in_place`; newer releases add the share so far. */
const ROW = /^\s*(\d+)(?: \([\d., %]+\))?\s+(\d+)(?: \([\d., %]+\))?\s+(\S.*)$/;

export const llvmLines: Format = {
  isIt: (text) => HEADER.test(text.slice(0, 65_536)),
  read(text): Profile {
    const lines = linesOf(text);
    const start = lines.findIndex(({ text: line }) => HEADER.test(line));
    let total: number | undefined;
    const samples: Sample[] = [];
    for (const { text: line, number } of lines.slice(start + 1)) {
      if (/^[\s-]+$/.test(line)) continue;
      const [, size, copies, name] = ROW.exec(line) ?? [];
      if (name === undefined) throw new ProfileFault(`line ${number} is no row of the table`);
      if (name === '(TOTAL)') total = Number(size);
      else
        samples.push({
          frames: [{ symbol: name, file: null, line: null }],
          weight: Number(size),
          second: Number(copies),
        });
    }
    if (total === undefined) throw new ProfileFault('the table has no row `(TOTAL)`');
    return {
      source: 'cargo llvm-lines',
      kind: 'code',
      unit: 'lines of LLVM IR',
      total,
      secondUnit: 'copies',
      samples,
    };
  },
};
