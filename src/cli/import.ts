/** `rustperf import`: what profiles say, alone. */
import { resolve } from 'node:path';
import { oneLine } from '../report/escape.js';
import { spotsAlone } from '../runtime/alone.js';
import type { Profile } from '../runtime/profile.js';
import { readProfile } from '../runtime/read.js';
import { stormsOf } from '../runtime/syscalls.js';
import type { Terminal } from './terminal.js';

const SHOWN = 10;

/** @throws SettingsError that names the file and what is wrong with it */
export function importProfiles(files: readonly string[], { cwd, out }: Terminal): void {
  const profiles = files.map((file) => ({ file, profile: readProfile(resolve(cwd, file), file) }));
  for (const { file, profile } of profiles) out.write(`${page(file, profile).join('\n')}\n\n`);
  const data = files.map((file) => `--profile-data ${oneLine(file)}`).join(' ');
  out.write(`\`rustperf check ${data}\` joins this to the findings of the code\n`);
}

function page(file: string, profile: Profile): string[] {
  const spots = spotsAlone(profile);
  const lead = profile.source.length + 2;
  const rest = spots.length - SHOWN;
  return [
    `${oneLine(file)}: ${profile.source}, ${spots.length === 1 ? '1 place' : `${spots.length} places`}`,
    ...spots
      .slice(0, SHOWN)
      .map(({ owner, message }) => `  ${oneLine(owner)}: ${oneLine(message.slice(lead))}`),
    ...(rest > 0 ? [`  … and ${rest} more`] : []),
    ...(profile.kind === 'syscall'
      ? stormsOf(profile).map(({ message }) => `  many: ${message.slice(lead)}`)
      : []),
  ];
}
