import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/program.js';
import { spotsAlone } from '../../src/runtime/alone.js';
import { readProfile } from '../../src/runtime/read.js';
import { stormsOf } from '../../src/runtime/syscalls.js';
import { fakeTerminal } from '../cli/terminal.js';
import { folderWith } from '../settings/folder.js';

const recorded = join(import.meta.dirname, 'recorded');
const read = (name: string) => readProfile(join(recorded, name), name);
const readText = (text: string) => readProfile(join(folderWith({ profile: text }), 'profile'), 'profile');

describe('recorded profiles', () => {
  it('folded stacks of perf: the function that formats, not the library that it calls', () => {
    const [first] = spotsAlone(read('perf.folded'));
    expect(first?.owner).toBe('kettle::orders::summary');
    expect(first?.share).toBeGreaterThan(0.8);
  });

  it('DHAT of valgrind: all blocks and bytes are counted', () => {
    const profile = read('dhat.heap');
    expect(profile).toMatchObject({
      source: 'DHAT',
      kind: 'allocation',
      unit: 'blocks',
      secondUnit: 'bytes',
    });
    expect(profile.samples.flatMap(({ frames }) => frames)).toContainEqual({
      symbol: 'kettle::main',
      file: 'main.rs',
      line: 13,
    });
    expect(spotsAlone(profile)[0]?.share).toBeGreaterThan(0.9);
  });

  it('sizes of the compiler: each future once, with its biggest part', () => {
    expect(spotsAlone(read('type-sizes.txt')).map(({ owner, message }) => `${owner}: ${message}`)).toEqual([
      'brew::pour: print-type-sizes: 20,048 bytes, `pot` takes 20,000 of them',
      'brew::heat: print-type-sizes: 32 bytes, the future that it awaits takes 16 of them',
    ]);
  });

  it('the table of strace, with its blank cells', () => {
    const profile = read('strace.txt');
    expect(profile.total).toBe(2068);
    expect(stormsOf(profile).map(({ message }) => message)).toEqual([
      'strace: 2,001 writes, 96.8 % of all system calls and 99.8 % of their time',
    ]);
  });
});

const console = [
  '{"v":1}',
  '{"Spawn":{"id":7,"at":{"secs_since_epoch":9,"nanos_since_epoch":0},"fields":[{"name":"loc.file","value":"src/a.rs"},{"name":"loc.line","value":3}]}}',
  '{"Enter":{"id":7,"at":{"secs_since_epoch":9,"nanos_since_epoch":999000000}}}',
  '{"Exit":{"id":7,"at":{"secs_since_epoch":10,"nanos_since_epoch":24000000}}}',
];

describe('formats by their documentation', () => {
  it('cargo llvm-lines, with and without the share so far', () => {
    const text = (share: string) =>
      `  Lines                Copies             Function name\n  -----                ------             -------------\n  30737 (100%)         1107 (100%)        (TOTAL)\n   1395 (4.5%${share})     83 (7.5%${share})        core::ptr::drop_in_place\n`;
    for (const share of ['', ', 4.5%'])
      expect(readText(text(share))).toMatchObject({
        total: 30737,
        samples: [{ weight: 1395, second: 83, frames: [{ symbol: 'core::ptr::drop_in_place' }] }],
      });
  });

  it('tokio-console: the longest poll, even when the last event is cut off', () => {
    for (const lines of [console, [...console, '{"Close":{"id":']])
      expect(readText(`${lines.join('\n')}\n`).samples).toEqual([
        {
          frames: [{ symbol: '', file: 'src/a.rs', line: 3 }],
          weight: 25e6,
          second: 1,
          fact: '99 % of 1 polls took at most 25.00 ms',
        },
      ]);
  });

  it('perf lock contention: stacks and units', () => {
    const text =
      ' contended   total wait     max wait     avg wait         type   caller\n\n' +
      '        12      1.50 ms    900.00 us    125.00 us        rwsem   futex_wake+0x1f\n' +
      '                        0xffffffff8168abf7  do_futex+0x47\n';
    expect(readText(text).samples).toEqual([
      {
        frames: [
          { symbol: 'futex_wake', file: null, line: null },
          { symbol: 'do_futex', file: null, line: null },
        ],
        weight: 1.5e6,
        second: 12,
      },
    ]);
  });

  it.each([
    ['', ''],
    ['     Peer', '   50.00%'],
  ])('perf c2c, with the columns of each age: %j', (title, cell) => {
    const text = [
      '      Shared Cache Line Distribution Pareto      ',
      `#   Num  RmtHitm  LclHitm${title}   L1 Hit  L1 Miss  Offset  Node  PA cnt  Code address  Symbol`,
      '  ------------------------------------------------',
      `      0        4      200${title === '' ? '' : '        9'}       80        0      0x55c8971f0080`,
      '  ------------------------------------------------',
      `          50.00%   10.00%${cell}   60.00%    0.00%   0x0     0       1      0x401247    0   133   97   880   2  [.] kettle::brew::menu   kettle   brew.rs:6   0`,
      `          50.00%   90.00%${cell}    0.00%    0.00%   0x8     0       1      0x401299    0   133   97   880   2  [k] futex_wake           [kernel.kallsyms]   futex_wake+18   0  1`,
      '',
    ].join('\n');
    expect(readText(text).samples).toEqual([
      {
        frames: [{ symbol: 'kettle::brew::menu', file: 'brew.rs', line: 6 }],
        weight: 22,
        second: 2,
        fact: '2 different places in one cache line are used by several cores',
      },
      {
        frames: [{ symbol: 'futex_wake', file: null, line: null }],
        weight: 182,
        second: 2,
        fact: '2 different places in one cache line are used by several cores',
      },
    ]);
    // Reads by peers alone are no writes.
    const unwritten = text.replace('60.00%', ' 0.00%');
    expect(readText(unwritten).samples[0]?.fact).toMatch(/^one place/);
  });

  it('perf lock report', () => {
    const text =
      '                Name   acquired  contended     avg wait   total wait     max wait     min wait\n\n' +
      '        rcu_read_lock     251225          3           40          120           90           10\n';
    expect(readText(text).samples).toMatchObject([{ weight: 120, second: 3 }]);
  });

  it('folded differentials count the newer run', () =>
    expect(readText('a;b c 3 5\n').samples).toMatchObject([
      { weight: 5, frames: [{ symbol: 'b c' }, { symbol: 'a' }] },
    ]));
});

describe('what cannot be used says why', () => {
  const dhat = readFileSync(join(recorded, 'dhat.heap'), 'utf8');
  const strace = readFileSync(join(recorded, 'strace.txt'), 'utf8');
  it.each([
    ['nothing', '', 'is empty'],
    ['prose', 'Dear diary\n', 'is of no known format'],
    ['source code', 'fn main() {\n    let cups = 12\n}\n', 'is of no known format'],
    ['a recording of perf', 'PERFILE2\u0000\u0000', 'inferno-collapse-perf'],
    [
      'perf script',
      'kettle 21976  7273.658684:     200000 cpu-clock: \n\t 16477 main+0x1 (/bin/x)\n',
      'inferno-collapse-perf',
    ],
    ['gzip', '\u001f\u008b\u0008', 'is compressed'],
    ['a flame graph', '<?xml version="1.0"?>\n<svg></svg>\n', 'is a picture'],
    ['a log of strace', 'execve("/bin/true", ["true"], 0x7ffd /* 9 vars */) = 0\n', '`strace -f -c`'],
    ['DHAT cut off', dhat.slice(0, -100), 'is the file cut off'],
    [
      'DHAT of another version',
      dhat.replace('"dhatFileVersion":2', '"dhatFileVersion":3'),
      'is 3, expected 2',
    ],
    ['DHAT of copies', dhat.replace('"mode":"heap"', '"mode":"copy"'), '`mode` is `copy`'],
    ['strace cut off', strace.slice(0, 900), 'is the file cut off'],
    ['folded stacks cut off', 'a;b 3\na;c', 'line 2 is no `frame;frame COUNT`'],
    ['types cut off', 'print-type-size type: `u8`: 1 by', 'is the file cut off'],
    ['a console of another version', '{"v":2}\n', 'expected `{"v":1}`'],
    ['a damaged console', [console[0], '{"Spawn":', console[2]].join('\n'), 'line 2 is no JSON event'],
  ])('%s', (_, text, words) => expect(() => readText(text)).toThrow(words));

  it('a file that does not exist', () => {
    expect(() => read('nowhere.folded')).toThrow(/^profile `nowhere.folded` cannot be read: ENOENT/);
  });
});

describe('rustperf import', () => {
  it('prints what is hot', async () => {
    const terminal = fakeTerminal({ cwd: recorded });
    const status = await run(['import', 'type-sizes.txt'], neverAudit, terminal);
    expect(status).toBe(0);
    expect(terminal.written.out).toBe(
      'type-sizes.txt: print-type-sizes, 2 places\n' +
        '  brew::pour: 20,048 bytes, `pot` takes 20,000 of them\n' +
        '  brew::heat: 32 bytes, the future that it awaits takes 16 of them\n\n' +
        '`rustperf check --profile-data type-sizes.txt` joins this to the findings of the code\n',
    );
  });

  it('ends 2 for what is no profile, and escapes what it prints', async () => {
    const terminal = fakeTerminal({ cwd: folderWith({ bad: 'Dear diary\n', evil: 'a;\u001b[31mred 3\n' }) });
    expect(await run(['import', 'bad'], neverAudit, terminal)).toBe(2);
    expect(terminal.written.err).toMatch(/^error: profile `bad` is of no known format/);
    expect(await run(['import', 'evil'], neverAudit, terminal)).toBe(0);
    expect(terminal.written.out).not.toContain('\u001b');
  });
});

async function neverAudit(): Promise<never> {
  throw new Error('profiles are read without an audit');
}
