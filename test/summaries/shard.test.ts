import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.js';
import { run } from '../../src/cli/program.js';
import { fakeTerminal } from '../cli/terminal.js';
import { folderWith } from '../settings/folder.js';

const project = resolve(import.meta.dirname, '..', 'projects', 'chat-server');

async function rustperf(cwd: string, ...args: string[]) {
  const terminal = fakeTerminal({ cwd });
  const status = await run(args, audit, terminal);
  return { status, ...terminal.written };
}

/** A checkout whose `count` shards were collected into `1.summaries`, `2.summaries`, … */
async function sharded(count: number): Promise<{ root: string; files: string[] }> {
  const root = folderWith({});
  cpSync(project, join(root, 'src'), { recursive: true, filter: (path) => !/[\\/]target$/.test(path) });
  const files: string[] = [];
  for (let index = 1; index <= count; index++) {
    const file = `${index}.summaries`;
    const { status } = await rustperf(
      root,
      'check',
      'src',
      '--shard',
      `${index}/${count}`,
      '--output',
      file,
      '--jobs',
      '1',
    );
    expect(status).toBe(0);
    files.push(file);
  }
  return { root, files };
}

function withoutTime(json: string) {
  const { stats, ...report } = JSON.parse(json);
  return { ...report, stats: { ...stats, durationMs: 0 } };
}

describe('an audit in parts', () => {
  it('reports what an audit in one piece does', async () => {
    const { root, files } = await sharded(3);
    const options = ['--format', 'json', '--jobs', '1', '--no-cache', '--pedantic'];
    const whole = await rustperf(root, 'check', 'src', ...options);
    const parts = await rustperf(root, 'merge', ...[...files].reverse(), '--path', 'src', ...options);
    expect(parts.status).toBe(whole.status);
    expect(JSON.parse(whole.out).findings.length).toBeGreaterThan(20);
    expect(withoutTime(parts.out)).toEqual(withoutTime(whole.out));
    expect(JSON.stringify(JSON.parse(parts.out).findings)).toBe(
      JSON.stringify(JSON.parse(whole.out).findings),
    );
  });

  it('is refused when it does not fit', async () => {
    const { root, files } = await sharded(2);
    const merge = (...args: string[]) => rustperf(root, 'merge', ...args, '--jobs', '1');
    const [first = '', second = ''] = files;
    const text = readFileSync(join(root, first), 'utf8');
    writeFileSync(join(root, 'cut'), text.slice(0, -200));
    writeFileSync(join(root, 'other'), text.replace('"made":"', '"made":"0.'));
    writeFileSync(join(root, 'prose'), 'Dear diary\n');

    const cases: [readonly string[], RegExp][] = [
      [[first, '--path', 'src'], /^error: parts are missing: 2\/2$/m],
      [[first, first, second, '--path', 'src'], /^error: part 1\/2 was given twice$/m],
      [['cut', second, '--path', 'src'], /^error: `cut` is not whole/],
      [['other', second, '--path', 'src'], /made by another version/],
      [['prose', second, '--path', 'src'], /^error: `prose` holds no summaries/],
      [['nowhere', '--path', 'src'], /^error: `nowhere` cannot be read/],
      [
        [...files, '--path', 'src', '--all-targets'],
        /^error: (`--all-targets` must be the same|the summaries speak of)/,
      ],
    ];
    for (const [args, words] of cases) {
      const { status, out, err } = await merge(...args);
      expect({ args, status, out }).toEqual({ args, status: 2, out: '' });
      expect(err).toMatch(words);
    }

    writeFileSync(join(root, 'src/src/main.rs'), 'fn main() {}\n');
    expect((await merge(...files, '--path', 'src')).err).toMatch(
      /^error: `src\/main\.rs` is not the file that was summarised/,
    );
  });

  it('takes one output, and a part that exists', async () => {
    const root = folderWith({ 'a.rs': 'fn main() {}\n' });
    expect((await rustperf(root, 'check', '--shard', '3/2')).status).toBe(2);
    expect((await rustperf(root, 'check', '--shard', '1/2', '--output', 'json=x')).err).toMatch(
      /takes one file/,
    );
    const { out } = await rustperf(root, 'check', '--shard', '1/1');
    expect(JSON.parse(out.split('\n')[0] ?? '')).toMatchObject({ rustperf: 'summaries', index: 1, count: 1 });
  });
});
