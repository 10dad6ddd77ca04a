/** The table of `strace -c`: which system calls the process made, how often, and how long they took. */
import { type Format, linesOf, type Profile, ProfileFault, type Sample } from '../profile.js';

const HEADER = /^\s*% time\s+.*\bcalls\b.*\bsyscall\s*$/m;

export const strace: Format = {
  isIt: (text) => HEADER.test(text.slice(0, 65_536)),
  read(text): Profile {
    const lines = linesOf(text);
    const start = lines.findIndex(({ text: line }) => HEADER.test(line));
    const header = lines[start];
    const ruler = lines[start + 1];
    if (header === undefined || ruler === undefined || !/^[\s-]+$/.test(ruler.text))
      throw new ProfileFault('the table has no ruled line below its header');
    const columns = columnsOf(header.text, ruler.text);
    const at = (name: string) => columns.findIndex((column) => column.name === name);
    const [share, calls, syscall] = [at('% time'), at('calls'), at('syscall')];
    const samples: Sample[] = [];
    let ended = false;
    for (const { text: line, number } of lines.slice(start + 2)) {
      if (/^[\s-]+$/.test(line)) {
        ended = true;
        break;
      }
      const cells = columns.map(({ from, to }) => line.slice(from, to).trim());
      const name = cells[syscall] ?? '';
      const count = Number(cells[calls]);
      const percent = Number(cells[share]);
      if (name === '' || !Number.isFinite(count) || !Number.isFinite(percent))
        throw new ProfileFault(`line ${number} is no row of the table: is the file cut off?`);
      samples.push({ frames: [{ symbol: name, file: null, line: null }], weight: count, second: percent });
    }
    if (!ended) throw new ProfileFault('the table has no last line with totals: is the file cut off?');
    return {
      source: 'strace',
      kind: 'syscall',
      unit: 'calls',
      total: samples.reduce((total, { weight }) => total + weight, 0),
      secondUnit: '% of system time',
      secondTotal: 100,
      samples,
    };
  },
};

/** The set of columns depends on `-U`; empty cells are blank, so only positions tell them apart. */
function columnsOf(header: string, ruler: string): { name: string; from: number; to: number }[] {
  const runs = [...ruler.matchAll(/-+/g)].map(({ index, 0: run }) => ({
    from: index,
    to: index + run.length,
  }));
  return runs.map(({ from, to }, index) => {
    // Right-aligned numbers may grow to the left, the last column to the right.
    const begin = index === 0 ? 0 : (runs[index - 1]?.to ?? from);
    const end = index === runs.length - 1 ? Number.POSITIVE_INFINITY : to;
    return { name: header.slice(begin, end).trim(), from: begin, to: end };
  });
}
