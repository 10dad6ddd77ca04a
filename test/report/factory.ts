/** Reports as real audits give them, built from a small project in memory: the spans are found in its text. */
import type {
  Confidence,
  Finding,
  Fix,
  Location,
  Related,
  Severity,
  Tier,
} from '../../src/findings/finding.js';
import { compareFindings } from '../../src/findings/finding.js';
import type { Report, ReportContext, RuleWords, SuggestedProfile } from '../../src/report/report.js';

const SERVER = `use std::collections::HashMap;
use std::sync::{Arc, Mutex};

pub struct Rooms {
\tmembers: Arc<Mutex<HashMap<String, Vec<Member>>>>,
}

impl Rooms {
    pub async fn announce(&self, room: &str, text: &str) -> anyhow::Result<()> {
        let greeting = load_greeting(room)?;
        let members = self.members.lock().unwrap();
        for member in members.get(room).into_iter().flatten() {
            member.send(&greeting).await?;
        }
        std::thread::sleep(Duration::from_millis(50));
        let (sender, receiver) = tokio::sync::mpsc::unbounded_channel::<Message>();
        let report = fetch(
            &self.client,
            text,
        );
        Ok(())
    }
}
`;

const CONFIG = `use std::fs;

pub fn load_greeting(room: &str) -> anyhow::Result<String> {
    let text = fs::read_to_string(format!("greetings/{room}.txt"))?;
    Ok(text)
}
`;

const MANIFEST = `[package]
name = "chat-server"
version = "0.1.0"
edition = "2021"

[profile.release]
codegen-units = 16
`;

export const FILES: Readonly<Record<string, string>> = {
  'Cargo.toml': MANIFEST,
  'src/config.rs': CONFIG,
  'src/rooms.rs': SERVER,
};

/** The place of the `occurrence`-th (from 0) `snippet` in a file of `files`. */
export function at(path: string, snippet: string, files = FILES, occurrence = 0): Location {
  const text = files[path] ?? '';
  let start = -1;
  for (let seen = 0; seen <= occurrence; seen += 1) start = text.indexOf(snippet, start + 1);
  if (start === -1) throw new Error(`\`${snippet}\` is not in ${path}`);
  const [line, column] = position(text, start);
  const [endLine, endColumn] = position(text, start + snippet.length);
  return { path, line, column, endLine, endColumn };
}

function position(text: string, offset: number): readonly [number, number] {
  const before = text.slice(0, offset).split('\n');
  return [before.length, (before.at(-1)?.length ?? 0) + 1];
}

interface Kind {
  readonly severity: Severity;
  readonly confidence?: Confidence;
  readonly tier?: Tier;
  readonly area: string;
  readonly title: string;
  readonly why: string;
  readonly fix: string;
}

const KINDS: Readonly<Record<string, Kind>> = {
  'blocking-fs-in-async': {
    severity: 'critical',
    area: 'async',
    title: 'blocking file access on an async worker thread',
    why: 'A worker thread that waits for the disk runs no other task: with `n` workers, `n` slow reads stop the whole service. Under load every request waits behind the disk.',
    fix: 'Use `tokio::fs`, or move the work off the workers:\n\n```rust\nlet text = tokio::task::spawn_blocking(move || std::fs::read_to_string(path)).await??;\n```',
  },
  'blocking-sleep-in-async': {
    severity: 'critical',
    area: 'async',
    title: 'blocking sleep on an async worker thread',
    why: '`std::thread::sleep` stops the thread, not the task.',
    fix: 'Use `tokio::time::sleep(…).await`.',
  },
  'lock-across-await': {
    severity: 'critical',
    confidence: 'medium',
    area: 'concurrency',
    title: 'a `std` lock is held across an await',
    why: 'Every task that wants the lock blocks its thread until the holder is polled again.\n\n- it can deadlock\n- it serialises all rooms',
    fix: 'Copy what is needed out of the lock, then `drop` the guard.',
  },
  'unbounded-channel': {
    severity: 'warning',
    area: 'async',
    title: 'a channel without a bound',
    why: 'Nothing slows the sender down: a slow reader fills the memory.',
    fix: 'Use `mpsc::channel(n)` and let senders wait.',
  },
  'cargo-codegen-units': {
    severity: 'suggestion',
    tier: 1,
    area: 'cargo',
    title: 'many codegen units in the shipped profile',
    why: 'Each unit is optimised alone: inlining stops at its border.',
    fix: 'Set `codegen-units = 1` for the profile that ships.',
  },
};

export function words(rule: string): RuleWords {
  const kind = KINDS[rule];
  if (!kind) throw new Error(`no such rule: ${rule}`);
  const { area, title, severity, why, fix } = kind;
  const url = `https://github.com/rustperf/action/blob/v1/rules/README.md#${rule}`;
  return {
    id: rule,
    title,
    area,
    severity,
    confidence: kind.confidence ?? 'high',
    tier: kind.tier ?? 2,
    why,
    fix,
    url,
  };
}

export interface Extra {
  readonly help?: string;
  readonly related?: readonly Related[];
  readonly fix?: Fix;
  readonly changed?: boolean | null;
  readonly confidence?: Confidence;
  readonly fingerprint?: string;
  readonly evidence?: Finding['evidence'];
}

export function finding(rule: string, place: Location, message: string, extra: Extra = {}): Finding {
  const known = words(rule);
  const { help = '', related = [], evidence = [], changed = null, fix } = extra;
  return {
    rule,
    severity: known.severity,
    confidence: extra.confidence ?? known.confidence,
    tier: known.tier,
    ...place,
    message,
    help,
    url: known.url,
    fingerprint: extra.fingerprint ?? fingerprintOf(`${rule} ${place.path} ${place.line} ${place.column}`),
    changed,
    related,
    evidence,
    ...(fix && { fix }),
  };
}

function fingerprintOf(text: string): string {
  let hash = 0n;
  for (const character of text)
    hash = (hash * 1099511628211n + BigInt(character.codePointAt(0) ?? 0)) % (1n << 64n);
  return hash.toString(16).padStart(16, '0');
}

export const SAMPLE: readonly Finding[] = [
  finding(
    'cargo-codegen-units',
    at('Cargo.toml', 'codegen-units = 16'),
    '`release` splits each crate into 16 units',
    {
      help: 'set `codegen-units = 1`: builds take longer, code runs 5–15 % faster',
      changed: false,
      fix: {
        applicability: 'machine-applicable',
        title: 'use one codegen unit',
        edits: [{ ...at('Cargo.toml', '16'), newText: '1' }],
      },
    },
  ),
  finding(
    'blocking-fs-in-async',
    at('src/rooms.rs', 'load_greeting(room)'),
    '`load_greeting` reads a file on the async worker thread',
    {
      help: 'use `tokio::fs::read_to_string(…).await`, or move the call into `spawn_blocking`',
      changed: true,
      related: [
        {
          ...at('src/config.rs', 'fs::read_to_string(format!("greetings/{room}.txt"))'),
          message: '`std::fs::read_to_string` blocks here',
        },
      ],
      evidence: [{ source: 'perf.data', message: '12.4 % of all samples', weight: 12.4, unit: 'percent' }],
    },
  ),
  finding(
    'lock-across-await',
    at('src/rooms.rs', 'self.members.lock().unwrap()'),
    'the guard of `members` is held across an await',
    {
      help: 'copy the members out, then drop the guard',
      changed: false,
      related: [
        { ...at('src/rooms.rs', 'member.send(&greeting).await'), message: 'the await while it is held' },
      ],
    },
  ),
  finding(
    'blocking-sleep-in-async',
    at('src/rooms.rs', 'std::thread::sleep(Duration::from_millis(50))'),
    '`std::thread::sleep` stops the async worker thread',
    {
      help: 'use `tokio::time::sleep(…).await`',
      changed: true,
      fix: {
        applicability: 'maybe-incorrect',
        edits: [
          {
            ...at('src/rooms.rs', 'std::thread::sleep(Duration::from_millis(50))'),
            newText: 'tokio::time::sleep(Duration::from_millis(50)).await',
          },
        ],
      },
    },
  ),
  finding(
    'unbounded-channel',
    at('src/rooms.rs', 'tokio::sync::mpsc::unbounded_channel::<Message>()'),
    'a slow reader of this channel fills the memory',
    {
      help: 'give it a bound: `mpsc::channel(1024)`',
      changed: true,
    },
  ),
].sort(compareFindings);

export const PROFILE: SuggestedProfile = {
  manifest: 'Cargo.toml',
  profile: 'release',
  because: 'the Dockerfile builds with `--release`',
  settings: [
    {
      key: 'profile.release.lto',
      value: '"thin"',
      current: null,
      reason: 'inlines across crates, 3–10 % on hot paths',
      cost: '20–60 % longer release builds',
    },
    {
      key: 'profile.release.codegen-units',
      value: '1',
      current: '16',
      reason: 'lets the optimiser see the whole crate',
      cost: 'less parallel compilation',
    },
  ],
  toml: '[profile.release]\nlto = "thin"\ncodegen-units = 1\n',
};

export function report(findings: readonly Finding[], more: Partial<Report> = {}): Report {
  const count = (severity: Severity) => findings.filter((each) => each.severity === severity).length;
  return {
    schema: 1,
    tool: { name: 'rustperf', version: '0.1.0' },
    root: 'test/projects/chat-server',
    complete: true,
    summary: {
      critical: count('critical'),
      warning: count('warning'),
      suggestion: count('suggestion'),
      suppressed: 0,
      baselined: 0,
    },
    stats: { files: 42, bytes: 1_234_567, cached: 0, unparsedBytes: 0, durationMs: 812 },
    findings,
    notes: [],
    suggestedProfiles: [],
    ...more,
  };
}

export function context(
  findings: readonly Finding[],
  files: Readonly<Record<string, string>> = FILES,
  rules: ReadonlyMap<string, RuleWords> = new Map(Object.keys(KINDS).map((rule) => [rule, words(rule)])),
): ReportContext {
  return {
    rules,
    source: (path) => files[path],
    gate: findings.filter((each) => each.severity === 'critical' && each.confidence !== 'low'),
    failOn: 'critical',
  };
}

export interface Large {
  readonly findings: readonly Finding[];
  readonly files: Readonly<Record<string, string>>;
}

/** So many findings over copies of the sample's files, in crates and modules as a monorepo has them. */
export function large(number: number): Large {
  const files: Record<string, string> = {};
  const findings: Finding[] = [];
  for (let crate = 0; findings.length < number; crate += 1) {
    const dir = `crates/service-${String(crate % 40).padStart(2, '0')}/src/module_${Math.floor(crate / 40)}`;
    const moved = (path: string) => (path.startsWith('src/') ? `${dir}/${path.slice(4)}` : `${dir}/${path}`);
    for (const [path, text] of Object.entries(FILES)) files[moved(path)] = text;
    for (const each of SAMPLE) {
      if (findings.length === number) break;
      const place = { ...each, path: moved(each.path) };
      const related = each.related.map((other) => ({ ...other, path: moved(other.path) }));
      findings.push({
        ...place,
        related,
        fingerprint: fingerprintOf(`${each.fingerprint} ${crate}`),
        ...(each.fix && {
          fix: { ...each.fix, edits: each.fix.edits.map((edit) => ({ ...edit, path: moved(edit.path) })) },
        }),
      });
    }
  }
  return { findings: findings.sort(compareFindings), files };
}
