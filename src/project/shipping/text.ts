/** Any build file's text becomes the places that name a musl target, a CPU, Clippy or a profile-guided build. */
import type { Location } from '../../findings/finding.js';
import { lineLocation, type Mention } from './builds.js';

export interface TextFacts {
  readonly musl: readonly Mention[];
  readonly targetCpus: readonly Mention[];
  readonly clippy: readonly Location[];
  readonly pgo: readonly Location[];
}

// Part of a path or of a download's name, it says nothing about what is built here.
const MUSL =
  /(?<![\w./-])(?:x86_64|aarch64|arm\w*|i[3-6]86|mips\w*|powerpc\w*|riscv\w*|s390x|loongarch64|thumb\w*)-(?:unknown|alpine|openwrt)-linux-musl[a-z0-9]*(?![\w.-]*\.(?:tgz|tar|t?[gx]z|zip|zst))\b/gu;
const TARGET_CPU = /target-cpu[= ]([\w.-]+)/gu;
// A step named after it is enough: many projects hide the command in a script.
const CLIPPY = /\bclippy\b/giu;
const PGO = /\b(?:cargo[ -]pgo|profile-generate|profile-use|llvm-profdata|llvm-bolt|cargo pgo)\b/gu;

/** Comments do not count: `#` starts one in every format read here. */
export function scanText(path: string, text: string): TextFacts {
  const musl: Mention[] = [];
  const targetCpus: Mention[] = [];
  const clippy: Location[] = [];
  const pgo: Location[] = [];
  text.split('\n').forEach((raw, index) => {
    const line = withoutComment(raw);
    const at = (match: RegExpMatchArray): Location =>
      lineLocation(path, index + 1, (match.index ?? 0) + 1, match[0].length);
    for (const match of line.matchAll(MUSL)) musl.push({ value: match[0], at: at(match) });
    for (const match of line.matchAll(TARGET_CPU)) targetCpus.push({ value: match[1] ?? '', at: at(match) });
    for (const match of line.matchAll(CLIPPY)) clippy.push(at(match));
    for (const match of line.matchAll(PGO)) pgo.push(at(match));
  });
  return { musl, targetCpus, clippy, pgo };
}

function withoutComment(line: string): string {
  const start = /(?:^|\s)#/u.exec(line);
  return start ? line.slice(0, start.index) : line;
}
