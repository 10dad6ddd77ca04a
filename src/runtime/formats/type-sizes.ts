/** The output of `rustc -Z print-type-sizes`: how big each future is, and which local makes it so. */
import { type Format, linesOf, type Profile, ProfileFault, type Sample, sum } from '../profile.js';

const TYPE = /^print-type-size type: `(.+)`: (\d+) bytes, alignment: \d+ bytes$/;
const PART = /^print-type-size\s+(local|upvar|field) `\.(.+?)`: (\d+) bytes/;
const FUTURE = /^\{async (?:fn body of|block@|closure body of)/;
const BLOCK = /^\{async block@(.+?):(\d+):\d+: \d+:\d+\}$/;

export const typeSizes: Format = {
  isIt: (text) => /^print-type-size /m.test(text.slice(0, 65_536)),
  read(text): Profile {
    const futures = new Map<string, { size: number; part: string; partSize: number }>();
    let current: { size: number; part: string; partSize: number } | undefined;
    for (const { text: line, number } of linesOf(text)) {
      // rustc's warnings may stand between.
      if (!line.startsWith('print-type-size')) continue;
      const type = TYPE.exec(line);
      if (type !== null) {
        const [, name = '', size] = type;
        current = undefined;
        // Generic instances, and crates that both use it, repeat a type.
        if (!FUTURE.test(name) || (futures.get(name)?.size ?? -1) >= Number(size)) continue;
        current = { size: Number(size), part: '', partSize: 0 };
        futures.set(name, current);
        continue;
      }
      if (/^print-type-size type:/.test(line))
        throw new ProfileFault(`line ${number} is no type with its size: is the file cut off?`);
      const [, , part = '', size] = PART.exec(line) ?? [];
      if (current !== undefined && Number(size) > current.partSize) {
        current.part = part;
        current.partSize = Number(size);
      }
    }
    const samples = [...futures].map(([name, { size, part, partSize }]): Sample => {
      const [, file, line] = BLOCK.exec(name) ?? [];
      return {
        frames: [{ symbol: name, file: file ?? null, line: line === undefined ? null : Number(line) }],
        weight: size,
        ...(part === '' ? {} : { fact: partWords(part, partSize) }),
      };
    });
    return {
      source: 'print-type-sizes',
      kind: 'size',
      unit: 'bytes',
      total: sum(samples.map(({ weight }) => weight)),
      samples,
    };
  },
};

function partWords(part: string, size: number): string {
  const name = part === '__awaitee' ? 'the future that it awaits' : `\`${part}\``;
  return `${name} takes ${size.toLocaleString('en-US')} of them`;
}
