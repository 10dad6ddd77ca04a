/** A recording of console-subscriber (`TOKIO_CONSOLE_RECORD_PATH`): one JSON event on each line. */
import { type Format, linesOf, type Profile, ProfileFault, type Sample } from '../profile.js';

interface Task {
  readonly name: string;
  readonly file: string | null;
  readonly line: number | null;
  entered: number | null;
  /** Nanoseconds. */
  readonly polls: number[];
}

export const tokioConsole: Format = {
  isIt: (text) => /^\s*\{"v":\s*\d+\}\s*$/m.test(text.slice(0, 200).split('\n', 1)[0] ?? ''),
  read(text): Profile {
    const [head, ...events] = linesOf(text);
    if (head !== undefined && !/^\s*\{"v":\s*1\}\s*$/.test(head.text))
      throw new ProfileFault(`its version is \`${head.text.trim()}\`, expected \`{"v":1}\``);
    const tasks = new Map<string, Task>();
    for (const [index, { text: line, number }] of events.entries()) {
      try {
        take(JSON.parse(line), tasks);
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        // A program that was ended while it wrote leaves half an event.
        if (index < events.length - 1) throw new ProfileFault(`line ${number} is no JSON event`);
      }
    }
    const samples = [...tasks.values()].flatMap(sampleOf);
    return {
      source: 'tokio-console',
      kind: 'poll',
      unit: 'ns',
      total: [...tasks.values()].flatMap(({ polls }) => polls).reduce((total, poll) => total + poll, 0),
      secondUnit: 'polls',
      samples,
    };
  },
};

function take(event: unknown, tasks: Map<string, Task>): void {
  const [kind, body] = Object.entries(asRecord(event))[0] ?? [];
  const { id, at, fields } = asRecord(body);
  const key = String(id);
  const task = tasks.get(key);
  if (kind === 'Spawn') tasks.set(key, taskOf(fields));
  else if (kind === 'Enter' && task !== undefined) task.entered = nanoseconds(at);
  else if (kind === 'Exit' && task !== undefined && task.entered !== null) {
    task.polls.push(nanoseconds(at) - task.entered);
    task.entered = null;
  }
}

function taskOf(fields: unknown): Task {
  const values = new Map(
    (Array.isArray(fields) ? fields : []).map((field) => {
      const { name, value } = asRecord(field);
      return [String(name), value];
    }),
  );
  const line = Number(values.get('loc.line'));
  const file = values.get('loc.file');
  const name = values.get('task.name');
  return {
    name: typeof name === 'string' ? name : '',
    file: typeof file === 'string' ? file : null,
    line: Number.isInteger(line) && line > 0 ? line : null,
    entered: null,
    polls: [],
  };
}

/** The longest poll is what holds a worker. */
function sampleOf({ name, file, line, polls }: Task): Sample[] {
  if (polls.length === 0) return [];
  const sorted = [...polls].sort((a, b) => a - b);
  const p99 = sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0;
  return [
    {
      frames: [{ symbol: name, file, line }],
      weight: sorted.at(-1) ?? 0,
      second: polls.length,
      fact: `99 % of ${polls.length} polls took at most ${(p99 / 1e6).toFixed(2)} ms`,
    },
  ];
}

function nanoseconds(at: unknown): number {
  const { secs_since_epoch: seconds, nanos_since_epoch: rest } = asRecord(at);
  // Differences within one recording stay exact to less than a microsecond.
  return Number(seconds) * 1e9 + Number(rest);
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
