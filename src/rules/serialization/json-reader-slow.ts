/** JSON read from a file or socket through serde_json's reader, which takes it byte by byte. */
import type { Program } from '../../program/program.js';
import { argumentOf } from '../../program/types.js';
import { onCall } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { Rule } from '../rule.js';

interface Seen {
  readonly path: string;
  readonly stream: Ty;
}

const READERS = new Set([
  'serde_json::from_reader',
  'serde_json::Deserializer::from_reader',
  'serde_json::de::Deserializer::from_reader',
]);
const WRITERS = new Set(['serde_json::to_writer', 'serde_json::to_writer_pretty']);
const RAW: ReadonlyMap<string, string> = new Map([
  ['std::fs::File', 'File'],
  ['std::net::TcpStream', 'TcpStream'],
  ['std::os::unix::net::UnixStream', 'UnixStream'],
  ['std::process::ChildStdout', 'ChildStdout'],
  ['std::process::ChildStdin', 'ChildStdin'],
]);

export const rule: Rule = {
  id: 'json-reader-slow',
  collect: [
    onCall(['from_reader', 'to_writer', 'to_writer_pretty'], (node, view) => {
      const path = view.calledPath(node);
      const [stream] = node.args;
      if (path === null || stream === undefined || view.isOpaque(node)) return;
      view.emit(node, { path, stream: view.typeOf(stream) } satisfies Seen);
    }),
  ],
  *judge({ program, candidates }) {
    for (const sighting of candidates) {
      const seen: Seen = sighting.data;
      const path = program.canonical(sighting.path, seen.path);
      const reads = READERS.has(path);
      if ((!reads && !WRITERS.has(path)) || program.isStartup(sighting)) continue;
      const call = path.split('::').slice(-2).join('::');
      const found = reads
        ? reading(program, sighting.path, seen.stream)
        : writing(program, sighting.path, seen.stream);
      if (found === null) continue;
      yield {
        rule: 'json-reader-slow',
        at: { path: sighting.path, ...sighting.at },
        params: { call, stream: found.stream },
        ...found.words,
      };
    }
  },
};

interface Slow {
  readonly stream: string;
  readonly words: { readonly severity?: 'suggestion'; readonly message?: string; readonly help?: string };
}

function reading(program: Program, file: string, stream: Ty): Slow | null {
  const raw = rawName(program, file, stream);
  if (raw !== null) {
    if (raw === 'File') return { stream: raw, words: {} };
    return {
      stream: raw,
      words: {
        help: `wrap the \`${raw}\` in a \`BufReader\`, or read a whole message and use \`from_slice\``,
      },
    };
  }
  const buffered = program.types.peel(program.settle(file, stream));
  if (buffered === null || !('p' in buffered) || buffered.p !== 'std::io::BufReader') return null;
  if (rawName(program, file, argumentOf(buffered, 0)) !== 'File') return null;
  return {
    stream: 'BufReader<File>',
    words: {
      severity: 'suggestion',
      message:
        '`from_reader` takes JSON byte by byte, also from a `BufReader`: `from_slice` is several times as fast',
    },
  };
}

function writing(program: Program, file: string, stream: Ty): Slow | null {
  const raw = rawName(program, file, stream);
  if (raw === null) return null;
  return {
    stream: raw,
    words: {
      message: `\`to_writer\` writes each token of the JSON to the \`${raw}\` by itself: a system call per token`,
      help: 'wrap it in a `BufWriter` and `flush()` it, or write the result of `to_vec` at once',
    },
  };
}

/** The stream itself, perhaps behind a reference, and no buffer around it. */
function rawName(program: Program, file: string, stream: Ty): string | null {
  const head = program.headPath(file, stream);
  return head === null ? null : (RAW.get(head) ?? null);
}
