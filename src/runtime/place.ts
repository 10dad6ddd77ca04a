/** A profiler's frame becomes a function of the workspace, and its line where that can be trusted. */
import { compareText } from '../findings/finding.js';
import type { FnNode } from '../program/graph.js';
import type { Program } from '../program/program.js';
import type { Frame, Kind, Sample } from './profile.js';
import type { Attribution } from './spots.js';
import { pathsOf } from './symbol.js';

export interface Place {
  readonly node: FnNode;
  /** Inside the function; null where the profiler names none. */
  readonly line: number | null;
}

/** Sources of the toolchain and of dependencies: they may share the last parts of their paths with ours. */
const FOREIGN = /(?:^|\/)(?:rustc\/[0-9a-f]{40}|\.cargo\/(?:registry|git)|registry\/src)\/|^library\//;

/** Prefers the innermost frame of the workspace; inlined frames count. */
export function attributor(program: Program, kind: Kind): (sample: Sample) => Attribution<Place> | null {
  const find = finder(program, kind === 'size');
  return ({ frames }) => {
    for (const [depth, frame] of frames.entries()) {
      const place = find(frame);
      if (place === null) continue;
      const { node, line } = place;
      return { key: `${node.file}\0${node.fn.span.line}\0${line ?? ''}`, owner: place, depth };
    }
    return null;
  };
}

/** @param local Paths of the profile start inside their crate, as the compiler writes them. */
function finder(program: Program, local: boolean): (frame: Frame) => Place | null {
  const byPath = new Map<string, FnNode[]>();
  const byName = new Map<string, FnNode[]>();
  for (const node of program.graph.all) {
    // A binary's module paths tell it from the library of the same name.
    const path = node.path.replace('#bin', '');
    push(byPath, path, node);
    if (local) push(byPath, path.slice(path.indexOf('::') + 2), node);
    push(byName, node.fn.name, node);
  }
  const files = [...program.files.keys()].sort(compareText);
  const known = new Map<string, Place | null>();

  return (frame) => {
    const key = `${frame.symbol}\0${frame.file ?? ''}\0${frame.line ?? ''}`;
    let place = known.get(key);
    if (place === undefined) {
      place = find(frame);
      known.set(key, place);
    }
    return place;
  };

  function find(frame: Frame): Place | null {
    const file = frame.file?.replaceAll('\\', '/') ?? null;
    if (file !== null && FOREIGN.test(file)) return null;
    const paths = pathsOf(frame.symbol);
    const named = paths.flatMap((path) => (local || path.includes('::') ? (byPath.get(path) ?? []) : []));
    const node = only(named, file) ?? inlined(paths, file, frame.line) ?? around(file, frame);
    return node === null ? null : { node, line: lineIn(node, file, frame.line) };
  }

  /** Of functions under several `cfg`, the one in the file that the profiler names. */
  function only(nodes: readonly FnNode[], file: string | null): FnNode | null {
    const unique = [...new Set(nodes)];
    if (unique.length > 1 && file !== null) {
      const inFile = unique.filter((node) => basename(node.file) === basename(file));
      return inFile.length === 1 ? (inFile[0] ?? null) : null;
    }
    return unique.length === 1 ? (unique[0] ?? null) : null;
  }

  /** Of an inlined function debug information gives the bare name. */
  function inlined(paths: readonly string[], file: string | null, line: number | null): FnNode | null {
    if (file === null || line === null) return null;
    const nodes = paths.filter((path) => !path.includes('::')).flatMap((name) => byName.get(name) ?? []);
    const fitting = nodes.filter(
      (node) =>
        (isSuffix(file, node.file) || file === basename(node.file)) && lineIn(node, file, line) !== null,
    );
    return fitting.length === 1 ? (fitting[0] ?? null) : null;
  }

  /** Without a function that we know, a path of two parts or more and a line say where it is. */
  function around(file: string | null, { symbol, line }: Frame): FnNode | null {
    if (file === null || line === null || pathsOf(symbol).some((path) => path.includes('::'))) return null;
    const matching = files.filter((candidate) => isSuffix(file, candidate));
    if (matching.length !== 1) return null;
    const nodes = program.graph.nodes.get(matching[0] ?? '') ?? [];
    return (
      nodes
        .filter(({ fn: { span } }) => span.line <= line && line <= span.endLine)
        .sort((a, b) => b.fn.span.line - a.fn.span.line)[0] ?? null
    );
  }
}

function lineIn({ file, fn }: FnNode, named: string | null, line: number | null): number | null {
  if (named === null || line === null || basename(named) !== basename(file)) return null;
  return fn.span.line <= line && line <= fn.span.endLine ? line : null;
}

/** One path ends in the other, and they share two parts or more. */
function isSuffix(a: string, b: string): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  return short.includes('/') && (long === short || long.endsWith(`/${short}`));
}

function basename(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function push(map: Map<string, FnNode[]>, key: string, node: FnNode): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [node]);
  else list.push(node);
}
