/** Async locks whose guard never sees an await: a blocking lock does the same with less. */
import type { Draft } from '../../findings/finding.js';
import type { Program, Sighting } from '../../program/program.js';
import { argumentOf, pathOf } from '../../program/types.js';
import { onMethod, onNode } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { MethodCall } from '../../syntax/ast.js';
import { lastSegment } from '../../syntax/walk.js';
import { ASYNC_LOCKS, lockIn, namesOf } from '../locks.js';
import type { Rule } from '../rule.js';

const ID = 'async-mutex-unneeded';
const LOCKISH = /Mutex|RwLock|Lock/;
const TAKES = ['lock', 'read', 'write'];
/** Say nothing about the need for an async lock, unless their guard is held across an await. */
const TRIES = ['try_lock', 'try_read', 'try_write'];
/** Guards without a borrow, which a blocking lock cannot give. */
const OWNED = [
  'lock_owned',
  'read_owned',
  'write_owned',
  'lock_arc',
  'read_arc',
  'write_arc',
  'try_lock_owned',
  'try_read_owned',
  'try_write_owned',
  'try_lock_arc',
  'try_read_arc',
  'try_write_arc',
  'upgradable_read',
  'upgradable_read_arc',
  'read_with',
];

type Seen =
  | {
      readonly what: 'field';
      readonly ty: Ty;
      readonly owner: string;
      readonly name: string;
      readonly public: boolean;
    }
  | {
      readonly what: 'static';
      readonly ty: Ty;
      readonly path: string;
      readonly name: string;
      readonly public: boolean;
    }
  /** A local whose every use is seen: `names` are its own and its clones'. */
  | {
      readonly what: 'local';
      readonly ty: Ty;
      readonly name: string;
      readonly names: readonly string[];
      readonly public: false;
    }
  | {
      readonly what: 'site';
      readonly on: Ty;
      readonly field: string | null;
      readonly of: Ty;
      /** A static's path, or a local's name. */
      readonly value: string | null;
      /** The guard is gone before anything is awaited, and does not leave. */
      readonly short: boolean;
    };
type Declared = Exclude<Seen, { readonly what: 'site' }>;
type Site = Extract<Seen, { readonly what: 'site' }>;

export const rule: Rule = {
  id: ID,
  collect: [
    onNode('structDef', (node, view) => {
      for (const field of node.fields) {
        if (!LOCKISH.test(view.text(field.type))) continue;
        const owner = `${view.scope.moduleOf(node).path}::${node.name}`;
        const seen: Seen = {
          what: 'field',
          ty: view.tyOf(field.type),
          owner,
          name: field.name,
          public: field.public && node.public,
        };
        view.emit(field, seen, view.span(field.type));
      }
    }),
    onNode('static', (node, view) => {
      if (node.type === null || !LOCKISH.test(view.text(node.type))) return;
      const path = `${view.scope.moduleOf(node).path}::${node.name}`;
      const seen: Seen = {
        what: 'static',
        ty: view.tyOf(node.type),
        path,
        name: node.name,
        public: node.public,
      };
      view.emit(node, seen, view.span(node.type));
    }),
    onNode('let', (node, view) => {
      const { pattern, type, init } = node;
      if (pattern.kind !== 'patIdent' || init === null || !LOCKISH.test(view.text(type ?? init))) return;
      if (init.kind !== 'call') return;
      const names = namesOf({ name: pattern.name, ident: pattern, owner: node });
      if (names === null) return;
      const ty = type === null ? view.typeOf(init) : view.tyOf(type);
      const seen: Seen = { what: 'local', ty, name: pattern.name, names, public: false };
      view.emit(node, seen, view.span(type ?? init));
    }),
    onMethod([...TAKES, ...TRIES, ...OWNED], (node, view) => {
      if (node.args.length > 0) return;
      view.emit(node, siteOf(node, view));
    }),
  ],
  judge: ({ program }) => judge(program),
};

function siteOf(node: MethodCall, view: View): Site {
  let receiver = node.receiver;
  while (
    receiver.kind === 'ref' ||
    receiver.kind === 'unary' ||
    (receiver.kind === 'method' && /^(?:clone|as_ref)$/.test(receiver.name))
  )
    receiver = receiver.kind === 'method' ? receiver.receiver : receiver.operand;
  const field = receiver.kind === 'field' ? receiver : null;
  return {
    what: 'site',
    on: view.typeOf(node.receiver),
    field: field?.name ?? null,
    of: field === null ? null : view.typeOf(field.base),
    value:
      receiver.kind === 'path'
        ? view.binding(receiver) === null
          ? view.resolve(receiver)
          : view.text(receiver)
        : null,
    short: isShort(node, view),
  };
}

function isShort(node: MethodCall, view: View): boolean {
  if (OWNED.includes(node.name) || view.isOpaque(node)) return false;
  if (!TRIES.includes(node.name) && view.awaitOf(node)?.kind !== 'await') return false;
  const life = view.lifeOf(node, '2021');
  return life.awaits.length === 0 && !life.escapes;
}

function* judge(program: Program): Generator<Draft> {
  const sites: {
    readonly sighting: Sighting;
    readonly seen: Site;
    readonly owner: string | null;
    readonly lock: Ty;
  }[] = [];
  const declared: { readonly sighting: Sighting; readonly seen: Declared; readonly lock: Ty }[] = [];
  for (const sighting of program.candidates(ID)) {
    const seen: Seen = sighting.data;
    if (seen.what === 'site') {
      const owner = seen.field === null ? null : program.headPath(sighting.path, seen.of);
      sites.push({ sighting, seen, owner, lock: lockIn(program, sighting.path, seen.on) });
    } else {
      const lock = lockIn(program, sighting.path, seen.ty);
      if (ASYNC_LOCKS.has(pathOf(lock) ?? '')) declared.push({ sighting, seen, lock });
    }
  }
  for (const { sighting, seen, lock } of declared) {
    if (seen.public && program.isLibrary(sighting.path)) continue;
    const mine = sites.filter((site) => isSiteOf(program, seen, sighting, site));
    const own = mine.length;
    const needed = sites.some(
      (site) =>
        !site.seen.short && (mine.includes(site) || (seen.what !== 'local' && mayBe(seen, lock, site))),
    );
    if (needed || own === 0) continue;
    const often =
      own >= 3 ||
      mine.some(
        ({ sighting: at }) => program.inHandler(at) || (seen.what === 'local' && at.context.loops > 0),
      ) ||
      !program.isPublished(sighting.path);
    const path = pathOf(lock) ?? '';
    yield {
      rule: ID,
      at: { path: sighting.path, ...sighting.at },
      // In a library, a lock taken in one or two places is seldom taken often.
      ...(often ? {} : { confidence: 'low' as const }),
      params: {
        name: seen.name,
        lock: path,
        plain: `std::sync::${lastSegment(path)}`,
        count: String(own),
      },
      ...(own === 1
        ? {
            message: `\`${seen.name}\` is a \`${path}\`, but its only guard is dropped before anything is awaited: a blocking lock costs less`,
          }
        : {}),
    };
  }
}

function isSiteOf(
  program: Program,
  seen: Declared,
  { path, context }: Sighting,
  site: { readonly sighting: Sighting; readonly seen: Site; readonly owner: string | null },
): boolean {
  if (seen.what === 'static') {
    return (
      site.seen.value !== null &&
      program.canonical(site.sighting.path, site.seen.value) === program.canonical(path, seen.path)
    );
  }
  if (seen.what === 'local') {
    const { value } = site.seen;
    return (
      value !== null &&
      seen.names.includes(value) &&
      site.sighting.path === path &&
      site.sighting.context.fn === context.fn
    );
  }
  if (site.seen.field !== seen.name) return false;
  return site.owner === null || site.owner === program.canonical(path, seen.owner);
}

/** A guard taken through a local, a parameter or another name: it may be of this lock. */
function mayBe(
  seen: Declared,
  lock: Ty,
  site: { readonly seen: Site; readonly owner: string | null; readonly lock: Ty },
): boolean {
  if (site.seen.field !== null && site.owner !== null) return false;
  if (site.lock === null) return site.seen.value === seen.name;
  if (pathOf(site.lock) !== pathOf(lock)) return false;
  const [a, b] = [argumentOf(site.lock, 0), argumentOf(lock, 0)];
  return a === null || b === null || JSON.stringify(a) === JSON.stringify(b);
}
