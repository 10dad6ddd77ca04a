import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.js';
import { run } from '../../src/cli/program.js';
import { fakeTerminal } from '../cli/terminal.js';
import { folderWith } from '../settings/folder.js';

const manifest =
  '[package]\nname = "shop"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\nanyhow = "1"\n';
const line = (number: number) =>
  `    let f${number} = std::fs::read(&path).context(format!("reading {path} {number}"))?;\n`;
const code = (lines: string) =>
  `use anyhow::Context;\n\npub fn stock(path: String, number: u8) -> anyhow::Result<()> {\n${lines}    Ok(())\n}\n`;
const many = [1, 2, 3, 4, 5, 6].map(line).join('');

describe('with the rules themselves', () => {
  it('fixes what the report folds into one finding, and then finds nothing more', async () => {
    const root = folderWith({ 'Cargo.toml': manifest, 'src/lib.rs': code(many) });
    const fix = async () => {
      const terminal = fakeTerminal({ cwd: root });
      const status = await run(
        ['fix', '--only', 'eager-error-format', '--jobs', '1', '--no-cache'],
        audit,
        terminal,
      );
      return { status, ...terminal.written };
    };
    const first = await fix();
    expect(first.out).toMatch(/^6 fixes in 1 file applied$/m);
    expect(first.status).toBe(0);
    expect(readFileSync(join(root, 'src/lib.rs'), 'utf8')).toBe(
      code(many.replaceAll('.context(format!', '.with_context(|| format!')),
    );
    expect((await fix()).out).toBe('no fix to apply\n');
  });
});
