/** What rules suspect meets what a profiler measured: findings become surer and worse, or milder, and measurements that no rule explains become findings. */
import type { Draft, Evidence, Location, Note, Severity } from '../findings/finding.js';
import { SEVERITIES } from '../findings/finding.js';
import type { FnNode } from '../program/graph.js';
import type { Program } from '../program/program.js';
import type { RuleSpec } from '../rules/rule.js';
import { attributor, type Place } from './place.js';
import type { Profile } from './profile.js';
import { readProfile } from './read.js';
import { MEANINGS } from './relevance.js';
import { shortVectors } from './short-vectors.js';
import { percent, type Spot, spotsOf } from './spots.js';
import { stormsOf } from './syscalls.js';

/** Lines that a finding and a measurement of it may be apart. */
const NEAR = 2;
/** Samples from which a profile can also say that code is cold, and the share below which it is. */
const ENOUGH_SAMPLES = 1000;
const COLD = 0.001;
/** Calls followed from where a task was spawned. */
const MAX_DEPTH = 8;

export interface Joined {
  readonly drafts: readonly Draft[];
  readonly notes: readonly Note[];
}

/**
 * @param profileData absolute paths of profiles
 * @param rules every rule by id
 * @throws SettingsError for a file that is no profile
 */
export function joinProfiles(
  drafts: readonly Draft[],
  profileData: readonly string[],
  program: Program,
  rules: ReadonlyMap<string, RuleSpec>,
): Joined {
  const joined = [...drafts];
  const notes: Note[] = [];
  for (const file of profileData) {
    const profile = readProfile(
      file,
      file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1),
    );
    const added = joinEvidence(joined, profile, program, (rule) => rules.get(rule));
    joined.splice(0, joined.length, ...added.drafts);
    notes.push(...added.notes);
  }
  return { drafts: joined, notes };
}

function joinEvidence(
  drafts: readonly Draft[],
  profile: Profile,
  program: Program,
  specOf: (rule: string) => RuleSpec | undefined,
): Joined {
  if (profile.kind === 'syscall') return joinStorms(drafts, profile, program, specOf);
  const attribute = attributor(program, profile.kind);
  const spots = spotsOf(profile, attribute);
  if (spots.length === 0) return { drafts, notes: [strangerNote(profile)] };
  const joined = [...drafts];
  const alone: Draft[] = [];
  const vectors = shortVectors(profile, program, attribute);
  for (const spot of spots) {
    const { isHot, speaksOf, alone: standing } = MEANINGS[spot.kind];
    if (!isHot(spot)) continue;
    const matches = matching(spot, joined, program, (rule) => {
      const spec = specOf(rule);
      return spec !== undefined && spec.tier === 2 && speaksOf(spec);
    });
    for (const index of matches) {
      const draft = joined[index];
      const spec = draft && specOf(draft.rule);
      if (draft && spec) joined[index] = raised(draft, spec, spot);
    }
    const isKnown = matches.length > 0 || vectors.some((draft) => speaksFor(draft, spot.owner));
    if (!isKnown && standing?.isStrong(spot)) alone.push(draftOf(standing.rule, spot));
  }
  const cooled = profile.kind === 'cpu' ? coldOf(joined, profile, program, specOf) : joined;
  return { drafts: [...cooled, ...vectors, ...alone], notes: [] };
}

/** The finding's vector allocates in the measured function. */
function speaksFor({ at }: Draft, { node }: Place): boolean {
  return isIn(at, { path: node.file, ...node.fn.span });
}

/** Indices of the drafts that the spot speaks of: those at its line, else those in its function. */
function matching(
  { owner, kind }: Spot<Place>,
  drafts: readonly Draft[],
  program: Program,
  isRelevant: (rule: string) => boolean,
): number[] {
  const { node, line } = owner;
  const places = drafts.map((draft) => (isRelevant(draft.rule) ? [draft.at, ...(draft.related ?? [])] : []));
  const where = (test: (place: Location) => boolean) =>
    places.flatMap((list, index) => (list.some(test) ? [index] : []));
  if (kind === 'poll') {
    const reached = [...reachedFrom(owner)];
    return where((place) => reached.some((one) => isIn(place, one)));
  }
  if (line !== null) {
    const near = where(
      (place) => place.path === node.file && place.line - NEAR <= line && line <= place.endLine + NEAR,
    );
    if (near.length > 0) return near;
  }
  return where(
    (place) => isIn(place, { path: node.file, ...node.fn.span }) && innermost(program, place) === node,
  );
}

/** The function itself from the line on where the task starts, and what it calls from there. */
function reachedFrom({ node, line }: Place): Set<Location> {
  const task = spawnedAt(node, line);
  const found = new Set<Location>([task]);
  const seen = new Set<FnNode>([node]);
  let next = node.callees.filter((edge) => isIn(edge.at, task)).map(({ to }) => to);
  for (let depth = 0; depth < MAX_DEPTH && next.length > 0; depth++) {
    const fresh = next.filter((one) => !seen.has(one));
    for (const one of fresh) {
      seen.add(one);
      found.add({ path: one.file, ...one.fn.span });
    }
    next = fresh.flatMap((one) => one.callees.map(({ to }) => to));
  }
  return found;
}

/** The largest call that starts on the line: `tokio::spawn(async move { … })`. */
function spawnedAt({ file, fn }: FnNode, line: number | null): Location {
  const calls = fn.calls.filter(({ at }) => at.line === line).sort((a, b) => b.at.endLine - a.at.endLine);
  return { path: file, ...(calls[0]?.at ?? fn.span) };
}

function innermost(program: Program, place: Location): FnNode | null {
  const around = (program.graph.nodes.get(place.path) ?? []).filter((node) =>
    isIn(place, { path: node.file, ...node.fn.span }),
  );
  return around.sort((a, b) => b.fn.span.line - a.fn.span.line)[0] ?? null;
}

function isIn(place: Location, outer: Location): boolean {
  return place.path === outer.path && outer.line <= place.line && place.line <= outer.endLine;
}

function raised(draft: Draft, spec: RuleSpec, spot: Spot<unknown>): Draft {
  const before = draft.severity ?? spec.severity;
  // Two profiles that agree make it surer, not worse again.
  const isRaised = (draft.evidence ?? []).length > 0;
  const worse = isRaised ? before : shifted(before, -1);
  // How much code a function became is no weight at run time.
  const severity = spot.kind === 'code' && worse === 'critical' ? before : worse;
  return {
    ...draft,
    severity,
    confidence: 'high',
    hot: true,
    evidence: [...(draft.evidence ?? []), evidenceOf(spot)],
  };
}

function shifted(severity: Severity, by: number): Severity {
  const index = SEVERITIES.indexOf(severity) + by;
  return SEVERITIES[Math.min(Math.max(index, 0), SEVERITIES.length - 1)] ?? severity;
}

function evidenceOf({ source, message, weight, unit }: Spot<unknown>): Evidence {
  return { source, message, weight: Math.round(weight), unit };
}

function draftOf(rule: string, spot: Spot<Place>): Draft {
  const { node, line } = spot.owner;
  const measured = spot.message.slice(spot.source.length + 2);
  return {
    rule,
    at: { path: node.file, ...spanOf(node, line) },
    params: { function: node.fn.name, measured, share: percent(spot.share) },
    item: node.fn.path.replace(/^(?:self|super|crate)::/, ''),
    hot: true,
    evidence: [evidenceOf(spot)],
  };
}

/** The first call on the measured line, or the function's name. */
function spanOf({ fn }: FnNode, line: number | null): Omit<Location, 'path'> {
  const call = fn.calls.find(({ at }) => at.line === line);
  return call?.at ?? fn.nameSpan;
}

/** A function that ran, and took next to no time, is no place for advice on time. Never hides what may block. */
function coldOf(
  drafts: readonly Draft[],
  profile: Profile,
  program: Program,
  specOf: (rule: string) => RuleSpec | undefined,
): readonly Draft[] {
  if (profile.total < ENOUGH_SAMPLES) return drafts;
  const inclusive = new Map<FnNode, number>();
  const attribute = attributor(program, profile.kind);
  for (const { frames, weight } of profile.samples) {
    const nodes = new Set(
      frames.flatMap((frame) => attribute({ frames: [frame], weight: 0 })?.owner.node ?? []),
    );
    for (const node of nodes) inclusive.set(node, (inclusive.get(node) ?? 0) + weight);
  }
  return drafts.map((draft) => {
    const spec = specOf(draft.rule);
    // Evidence would switch on a rule that is off by default.
    if (spec === undefined || spec.tier !== 2 || spec.default !== 'on' || !MEANINGS.cpu.speaksOf(spec))
      return draft;
    const severity = draft.severity ?? spec.severity;
    const node = innermost(program, draft.at);
    const weight = node === null ? undefined : inclusive.get(node);
    if (severity === 'critical' || weight === undefined || (draft.evidence ?? []).length > 0) return draft;
    const share = weight / profile.total;
    if (share >= COLD) return draft;
    const message = `${profile.source}: measured cold, ${percent(share)} of ${profile.total} samples`;
    return {
      ...draft,
      severity: shifted(severity, 1),
      evidence: [{ source: profile.source, message, weight, unit: profile.unit }],
    };
  });
}

/** Of the whole process: said beside the findings that explain it, or at `main` where none does. */
function joinStorms(
  drafts: readonly Draft[],
  profile: Profile,
  program: Program,
  specOf: (rule: string) => RuleSpec | undefined,
): Joined {
  const joined = [...drafts];
  const notes: Note[] = [];
  const alone: Draft[] = [];
  for (const storm of stormsOf(profile)) {
    const { source } = profile;
    const evidence: Evidence = { source, message: storm.message, weight: storm.calls, unit: profile.unit };
    let explained = false;
    for (const [index, draft] of joined.entries()) {
      if (!storm.explainedBy.test(draft.rule) || specOf(draft.rule)?.default !== 'on') continue;
      joined[index] = { ...draft, evidence: [...(draft.evidence ?? []), evidence] };
      explained = true;
    }
    if (explained) continue;
    const main = program.graph.all.find(
      ({ fn }) => fn.name === 'main' && fn.path === 'self::main' && !fn.test,
    );
    const measured = storm.message.slice(source.length + 2);
    if (main === undefined) notes.push({ kind: 'info', message: `${source}: ${measured}` });
    else
      alone.push({
        rule: 'syscall-storm',
        at: { path: main.file, ...main.fn.nameSpan },
        params: { measured },
        item: 'main',
        hot: true,
        evidence: [evidence],
      });
  }
  return { drafts: [...joined, ...alone], notes };
}

function strangerNote({ source, samples }: Profile): Note {
  return {
    kind: 'info',
    message: `${source}: none of its ${samples.length} entries is in a function of this code: is it of another program, or without symbols?`,
  };
}
