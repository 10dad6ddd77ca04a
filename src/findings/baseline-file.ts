/** Reads and writes the baseline where the user keeps it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { SettingsError } from '../settings/settings.js';
import { type Baseline, formatBaseline, parseBaseline } from './baseline.js';
import type { Finding } from './finding.js';

/** @throws SettingsError when the file cannot be read or is none of ours */
export function readBaseline(file: string | null): Baseline | null {
  if (file === null) return null;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new SettingsError(
      `the baseline \`${file}\` cannot be read (${reason(error)}); write one with \`--write-baseline ${file}\``,
    );
  }
  return parseBaseline(text, file);
}

/** @throws SettingsError when the file cannot be written */
export function writeBaseline(file: string, findings: readonly Finding[]): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, formatBaseline(findings));
  } catch (error) {
    throw new SettingsError(`the baseline \`${file}\` cannot be written (${reason(error)})`);
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
