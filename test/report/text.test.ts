import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { renderText } from '../../src/report/text.js';
import { at, context, finding, PROFILE, report, SAMPLE } from './factory.js';
import { hostileText, hostileWords } from './hostile.js';

describe('a finding', () => {
  test('reads as rustc would print it, with the second place and the help', () => {
    const found = SAMPLE.filter((each) => each.rule === 'blocking-fs-in-async');
    expect(renderText(report(found), context(found))).toBe(
      `critical[blocking-fs-in-async]: \`load_greeting\` reads a file on the async worker thread
  --> src/rooms.rs:10:24
   |
10 |         let greeting = load_greeting(room)?;
   |                        ^^^^^^^^^^^^^^^^^^^
   |
  ::: src/config.rs:4:16
   |
 4 |     let text = fs::read_to_string(format!("greetings/{room}.txt"))?;
   |                --------------------------------------------------- \`std::fs::read_to_string\` blocks here
   |
   = help: use \`tokio::fs::read_to_string(…).await\`, or move the call into \`spawn_blocking\`
   = measured: 12.4 % of all samples

1 critical, 1 of them new; audited 42 files (1.2 MB of Rust) in 812 ms
fails: 1 finding at or above \`critical\`
\`rustperf explain blocking-fs-in-async\` says why, and what to write instead
`,
    );
  });

  test('over several lines is drawn as a bracket from its start to its end', () => {
    const found = [
      finding(
        'unbounded-channel',
        at('src/rooms.rs', 'fetch(\n            &self.client,\n            text,\n        )'),
        'm',
      ),
    ];
    expect(body(renderText(report(found), context(found)))).toBe(
      `   |
17 |           let report = fetch(
   |  ______________________^
18 | |             &self.client,
19 | |             text,
20 | |         );
   | |_________^`,
    );
  });

  test('over whole lines starts its bracket in the margin', () => {
    const found = [
      finding(
        'unbounded-channel',
        at('src/rooms.rs', 'let report = fetch(\n            &self.client,\n            text,\n        );'),
        'm',
      ),
    ];
    expect(body(renderText(report(found), context(found)))).toBe(
      `   |
17 | /         let report = fetch(
18 | |             &self.client,
19 | |             text,
20 | |         );
   | |__________^`,
    );
  });

  test('over very many lines is shortened in the middle', () => {
    const files = {
      'src/a.rs': Array.from({ length: 300 }, (_, index) => `line_${index + 1}();`).join('\n'),
    };
    const place = { path: 'src/a.rs', line: 2, column: 1, endLine: 299, endColumn: 5 };
    const found = [finding('unbounded-channel', place, 'm')];
    const drawn = body(renderText(report(found), context(found, files)));
    expect(drawn.split('\n')).toHaveLength(9);
    expect(drawn).toContain('...  |');
    expect(drawn).toContain('299 | | line_299();');
  });

  test.each([
    ['tabs', '\t\tlet a = lock();', 'lock()'],
    ['wide characters', 'let 名前 = "漢字"; lock();', 'lock()'],
    ['emoji of several code points', 'log("👨‍👩‍👧"); lock();', 'lock()'],
    ['combining marks', 'let e\u0301 = lock();', 'lock()'],
    ['control characters', 'let \u001b[31m= lock();', 'lock()'],
    ['wide characters inside the span', 'a(); call("漢字");', 'call("漢字")'],
  ])('is underlined exactly despite %s', (_, line, snippet) => {
    const files = { 'src/a.rs': line };
    const found = [finding('unbounded-channel', at('src/a.rs', snippet, files), 'm')];
    const [, , source = '', underline = ''] = renderText(report(found), context(found, files))
      .split('\n')
      .slice(1);
    const start = underline.indexOf('^');
    const before = source.slice(0, source.indexOf(snippet));
    expect(start).toBe(stringWidth(before));
    expect(underline.trimEnd().length - start).toBe(stringWidth(snippet));
  });

  test('on a very long line shows the part around the span', () => {
    const files = { 'src/a.rs': `${'x'.repeat(100_000)} lock() ${'y'.repeat(100_000)}` };
    const found = [finding('unbounded-channel', at('src/a.rs', 'lock()', files), 'm')];
    const written = renderText(report(found), context(found, files), { width: 80 });
    expect(
      Math.max(
        ...written
          .split('\n')
          .slice(0, 5)
          .map((line) => stringWidth(line)),
      ),
    ).toBeLessThanOrEqual(82);
    expect(written).toContain('lock()');
  });

  test.each(['漢', '\t'])('on a long line of %j fits the terminal', (character) => {
    const files = { 'src/a.rs': `${character.repeat(300)} lock() ${character.repeat(300)}` };
    const found = [finding('unbounded-channel', at('src/a.rs', 'lock()', files), 'm')];
    const [, , , source = ''] = renderText(report(found), context(found, files), { width: 80 }).split('\n');
    expect(source).toContain('lock()');
    expect(stringWidth(source)).toBeLessThanOrEqual(82);
  });

  test('in a file that cannot be read keeps its place and message', () => {
    const found = SAMPLE.filter((each) => each.rule === 'lock-across-await');
    const written = renderText(report(found), context(found, {}));
    expect(written).toContain('--> src/rooms.rs:11:23');
    expect(written).toContain('= note: the await while it is held');
  });
});

describe('the end of the report', () => {
  test('says so when there is nothing', () => {
    expect(renderText(report([]), context([]))).toBe(
      'no findings; audited 42 files (1.2 MB of Rust) in 812 ms\n',
    );
  });

  test('names what was silenced, what could not be read, and that the run is incomplete', () => {
    const written = renderText(
      report([], {
        complete: false,
        summary: { critical: 0, warning: 0, suggestion: 0, suppressed: 3, baselined: 1200 },
        stats: { files: 1, bytes: 1000, cached: 0, unparsedBytes: 4, durationMs: 61_000 },
        notes: [{ kind: 'incomplete', path: 'src/b.rs', message: 'not audited: permission denied' }],
      }),
      context([]),
    );
    expect(written).toBe(
      `incomplete: src/b.rs: not audited: permission denied

no findings; audited 1 file (1.0 kB of Rust) in 1 min 1 s; 3 suppressed; 1,200 in the baseline
0.4 % of the code could not be analysed
incomplete: not everything could be audited, see the notes above
`,
    );
  });

  test('shows the profile to paste', () => {
    const written = renderText(report([], { suggestedProfiles: [PROFILE] }), context([]));
    expect(written).toContain(
      'suggested profile: `release` in `Cargo.toml` (the Dockerfile builds with `--release`)',
    );
    expect(written).toContain('  | lto = "thin"\n  | codegen-units = 1\n');
  });
});

describe('quiet', () => {
  test('is one line a finding', () => {
    const written = renderText(report(SAMPLE), context(SAMPLE), { quiet: true });
    expect(written.trimEnd().split('\n')).toHaveLength(SAMPLE.length);
    expect(written).toContain(
      'src/rooms.rs:15:9: critical[blocking-sleep-in-async]: `std::thread::sleep` stops',
    );
  });

  test('is silent when there is nothing to say', () => {
    expect(renderText(report([]), context([]), { quiet: true })).toBe('');
  });
});

describe('the terminal', () => {
  test('gets colours only when told to', () => {
    expect(renderText(report(SAMPLE), context(SAMPLE), { color: true })).toContain('\u001b[31m');
    expect(renderText(report(SAMPLE), context(SAMPLE))).not.toContain('\u001b');
  });

  test('gets links only when it understands them and the address is a plain one', () => {
    const linked = renderText(report(SAMPLE), context(SAMPLE), {
      hyperlinks: true,
      linkBase: ({ path, line }) => `file:///src/${path}#${line}`,
    });
    expect(linked).toContain(
      '\u001b]8;;file:///src/src/rooms.rs#10\u001b\\src/rooms.rs:10:24\u001b]8;;\u001b\\',
    );
    const hostile = renderText(report(SAMPLE), context(SAMPLE), {
      hyperlinks: true,
      linkBase: () => 'file:///\u0007x',
    });
    expect(hostile).not.toContain('\u0007');
  });

  test('wraps help at its width, never inside a word', () => {
    const written = renderText(report(SAMPLE), context(SAMPLE), { width: 60 });
    expect(written).toContain(
      '= help: use `tokio::fs::read_to_string(…).await`, or move\n           the call into `spawn_blocking`\n',
    );
  });
});

test('hostile text never reaches the terminal or the CI runner as a command', () => {
  fc.assert(
    fc.property(hostileWords, hostileText, hostileText, fc.boolean(), (path, message, source, quiet) => {
      const place = { path, line: 1, column: 1, endLine: 2, endColumn: 3 };
      const found = [
        finding('unbounded-channel', place, message, {
          help: message,
          related: [{ ...place, message }],
          evidence: [{ source, message, weight: 1, unit: source }],
        }),
      ];
      const notes = [{ kind: 'incomplete', path: message, message: path }] as const;
      const profile = { ...PROFILE, profile: message, because: message, toml: message };
      const all = report(found, { notes, suggestedProfiles: [profile] });
      const written = renderText(all, context(found, { [path]: source }), { quiet });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
      expect(written).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/);
      expect(written).not.toContain('##[');
      for (const line of written.split('\n'))
        expect(line.trimStart().startsWith('::')).toBe(line.trimStart().startsWith('::: '));
    }),
  );
});

/** The frame of the only finding. */
function body(written: string): string {
  return written.split('\n').slice(2, written.split('\n').indexOf('')).join('\n');
}

test('a log shows the worst where there are too many, in the published order, and says so', () => {
  const quiet = renderText(report(SAMPLE), context(SAMPLE), { most: 3, quiet: true });
  const all = renderText(report(SAMPLE), context(SAMPLE), { quiet: true }).split('\n');
  expect(quiet.split('\n')).toEqual([
    ...all.filter((line) => line.includes('critical[')),
    '2 more findings of lower rank left out here: the reports have all of them',
    '',
  ]);
  const text = renderText(report(SAMPLE), context(SAMPLE), { most: 3 });
  expect(text).toContain('\n\n2 more findings of lower rank left out here');
  expect(text).toContain('3 critical, 1 warning, 1 suggestion');
  expect(renderText(report(SAMPLE), context(SAMPLE), { most: 5 })).not.toContain('left out');
});
