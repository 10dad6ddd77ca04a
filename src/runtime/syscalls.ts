/** What a process asked of the kernel, told by families of calls. It has no place in the code, only rules that explain it. */
import type { Profile } from './profile.js';
import { number, percent } from './spots.js';

export interface Storm {
  readonly family: string;
  readonly calls: number;
  /** Of all calls, between 0 and 1. */
  readonly share: number;
  readonly message: string;
  /** Rules whose findings would explain it. */
  readonly explainedBy: RegExp;
}

interface Family {
  readonly name: string;
  readonly calls: RegExp;
  readonly explainedBy: RegExp;
  readonly isStorm: (calls: number, share: number, time: number) => boolean;
}

/** Fewer calls are the start of a program. */
const FEW = 1000;

const families: readonly Family[] = [
  {
    name: 'writes',
    calls: /^(?:p?writev?2?|pwrite64|send(?:to|msg|mmsg)|fsync|fdatasync)$/,
    explainedBy: /^(?:unbuffered-|flush-in-loop$|sequential-writes$|blocking-io)/,
    isStorm: (calls, share) => calls >= FEW && share >= 0.5,
  },
  {
    name: 'reads',
    calls: /^(?:p?readv?2?|pread64|recv(?:from|msg|mmsg))$/,
    explainedBy: /^(?:unbuffered-|blocking-io|json-reader-slow$)/,
    isStorm: (calls, share) => calls >= FEW && share >= 0.5,
  },
  {
    name: 'waits for locks',
    calls: /^futex(?:_wait|_wake|_waitv)?$/,
    explainedBy: /^(?:locked-map|http-client-in-mutex|musl-default-allocator|async-mutex-unneeded)$/,
    isStorm: (calls, _, time) => calls >= FEW && time >= 0.2,
  },
  {
    name: 'connections',
    calls: /^connect$/,
    explainedBy: /connect-per-request|http-client-per-request/,
    isStorm: (calls, share) => calls >= 100 && share >= 0.05,
  },
  {
    name: 'files opened or looked up',
    calls: /^(?:open(?:at2?)?|(?:new)?f?stat(?:at|x)?(?:64)?|statx|access|faccessat2?)$/,
    explainedBy: /^(?:blocking-fs-in-async|regex-compiled-hot)$/,
    isStorm: (calls, share) => calls >= FEW && share >= 0.5,
  },
];

export function stormsOf(profile: Profile): Storm[] {
  return families.flatMap(({ name, calls: pattern, explainedBy, isStorm }) => {
    const samples = profile.samples.filter(({ frames }) => pattern.test(frames[0]?.symbol ?? ''));
    const calls = samples.reduce((all, { weight }) => all + weight, 0);
    const time = samples.reduce((all, { second = 0 }) => all + second, 0) / 100;
    const share = profile.total === 0 ? 0 : calls / profile.total;
    if (!isStorm(calls, share, time)) return [];
    const message = `${profile.source}: ${number(calls)} ${name}, ${percent(share)} of all system calls and ${percent(time)} of their time`;
    return [{ family: name, calls, share, message, explainedBy }];
  });
}
