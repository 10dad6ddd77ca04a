import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Target } from '../../src/project/project.js';
import { type Owners, renderCargoJson } from '../../src/report/cargo-json.js';
import { at, context, FILES, finding, report, SAMPLE } from './factory.js';
import { hostileText, hostileWords } from './hostile.js';

function messages(text: string) {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function renderOne(rule: string) {
  const found = SAMPLE.filter((each) => each.rule === rule);
  return messages(renderCargoJson(report(found), context(found)))[0].message;
}

describe('cargo messages', () => {
  test('are one object a line, closed by the outcome', () => {
    const all = messages(renderCargoJson(report(SAMPLE), context(SAMPLE)));
    expect(all.map((each) => each.reason)).toEqual([
      ...SAMPLE.map(() => 'compiler-message'),
      'build-finished',
    ]);
    expect(all.at(-1)).toEqual({ reason: 'build-finished', success: false });
  });

  test('succeed when nothing fails the run, unless it is incomplete', () => {
    expect(messages(renderCargoJson(report([]), context([])))).toEqual([
      { reason: 'build-finished', success: true },
    ]);
    expect(messages(renderCargoJson(report([], { complete: false }), context([])))[0].success).toBe(false);
  });

  test('name rule, level and place as rustc does', () => {
    const message = renderOne('blocking-fs-in-async');
    expect(message.code).toEqual({ code: 'rustperf::blocking-fs-in-async', explanation: null });
    expect(message.level).toBe('error');
    expect(message.spans[0]).toMatchObject({
      file_name: 'src/rooms.rs',
      line_start: 10,
      column_start: 24,
      is_primary: true,
    });
    expect(message.rendered).toContain('  --> src/rooms.rs:10:24\n');
    expect(renderOne('unbounded-channel').level).toBe('warning');
    expect(renderOne('cargo-codegen-units').level).toBe('note');
  });

  test('explain with notes and a help', () => {
    const children = renderOne('blocking-fs-in-async').children;
    expect(children.map((each: { level: string }) => each.level)).toEqual(['note', 'note', 'help']);
    expect(children[0]).toMatchObject({
      message: '`std::fs::read_to_string` blocks here',
      spans: [{ file_name: 'src/config.rs' }],
    });
  });

  test('carry the replacement where editors look for quick fixes', () => {
    const sure = renderOne('cargo-codegen-units').children.at(-1);
    expect(sure.message).toBe('use one codegen unit');
    expect(sure.spans[0]).toMatchObject({
      suggested_replacement: '1',
      suggestion_applicability: 'MachineApplicable',
    });
    const unsure = renderOne('blocking-sleep-in-async').children.at(-1);
    expect(unsure.spans[0].suggestion_applicability).toBe('MaybeIncorrect');
  });

  test.each(['\n', '\r\n'])(
    'count bytes for offsets and characters for columns (line break %j)',
    (newline) => {
      const text = ['// 漢字 and 👍', 'let e\u0301 = "👍👍"; lock();', 'next();'].join(newline);
      const files = { 'src/a.rs': text };
      const line = 'let e\u0301 = "👍👍"; ';
      const place = {
        path: 'src/a.rs',
        line: 2,
        column: line.length + 1,
        endLine: 2,
        endColumn: line.length + 7,
      };
      const found = [finding('unbounded-channel', place, 'm')];
      const [span] = messages(renderCargoJson(report(found), context(found, files)))[0].message.spans;
      expect(Buffer.from(text).subarray(span.byte_start, span.byte_end).toString()).toBe('lock()');
      expect(span.column_start).toBe([...line].length + 1);
      expect(span.text).toEqual([
        { text: 'let e\u0301 = "👍👍"; lock();', highlight_start: 16, highlight_end: 22 },
      ]);
    },
  );

  test('offsets slice the marked text out of any file', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1, maxLength: 6 }), (parts) => {
        const files = { 'src/a.rs': `${parts.join('\n').replaceAll('\r', '')}\nMARKED();` };
        const found = [finding('unbounded-channel', at('src/a.rs', 'MARKED()', files), 'm')];
        const [span] = messages(renderCargoJson(report(found), context(found, files)))[0].message.spans;
        expect(Buffer.from(files['src/a.rs']).subarray(span.byte_start, span.byte_end).toString()).toBe(
          'MARKED()',
        );
      }),
    );
  });

  test('stay one object a line, and valid UTF-8, with hostile text', () => {
    fc.assert(
      fc.property(hostileWords, hostileText, (path, text) => {
        const place = { path, line: 1, column: 1, endLine: 1, endColumn: 2 };
        const found = [
          finding('unbounded-channel', place, text, { help: text, related: [{ ...place, message: text }] }),
        ];
        const written = renderCargoJson(report(found), context(found, { [path]: text }));
        expect(written.split('\n')).toHaveLength(3);
        expect(written).not.toMatch(/\\ud[89a-f]/i);
        expect(Buffer.from(written).toString()).toBe(written);
      }),
    );
  });
});

describe('the owner of a message', () => {
  const target = (kind: Target['kind'], path: string, crate: string): Target => ({
    kind,
    name: crate,
    crate,
    path,
    edition: '2024',
    procMacro: false,
    crateTypes: [kind === 'lib' ? 'lib' : 'bin'],
  });
  const base = { version: '1.2.3' };
  const project: Owners = {
    root: '/work/my chat',
    workspaces: [
      {
        packages: [
          {
            ...base,
            name: 'outer',
            manifest: 'Cargo.toml',
            dir: '',
            targets: [target('lib', 'src/lib.rs', 'outer')],
          },
          {
            ...base,
            name: 'chat-server',
            manifest: 'server/Cargo.toml',
            dir: 'server',
            targets: [
              target('bin', 'server/src/main.rs', 'chat_server'),
              target('lib', 'server/src/lib.rs', 'chat'),
              target('bin', 'server/src/bin/tool.rs', 'tool'),
            ],
          },
        ],
      },
    ],
  };
  const ownerOf = (path: string) => {
    const found = [finding('unbounded-channel', { ...at('Cargo.toml', 'edition'), path }, 'm')];
    return messages(renderCargoJson(report(found), context(found, FILES), { project }))[0];
  };

  test('is the innermost package and its nearest target', () => {
    const owner = ownerOf('server/src/rooms.rs');
    expect(owner.package_id).toBe('path+file:///work/my%20chat/server#chat-server@1.2.3');
    expect(owner.manifest_path).toBe('/work/my chat/server/Cargo.toml');
    expect(owner.target).toMatchObject({
      name: 'chat',
      kind: ['lib'],
      edition: '2024',
      src_path: '/work/my chat/server/src/lib.rs',
    });
  });

  test('is the target whose root file it is', () => {
    expect(ownerOf('server/src/main.rs').target.name).toBe('chat_server');
    expect(ownerOf('server/src/bin/tool.rs').target.name).toBe('tool');
    expect(ownerOf('src/other.rs').target.name).toBe('outer');
    expect(ownerOf('server/Cargo.toml').target.name).toBe('chat_server');
  });
});
