/** Links small programs written in a test, without a disk. */
import { Program } from '../../src/program/program.js';
import type { Edition, Project, Target } from '../../src/project/project.js';
import { CollectorTable, collectFile } from '../../src/summaries/collect.js';
import { type Collector, onCall, onMethod } from '../../src/summaries/collector.js';
import type { FileSummary } from '../../src/summaries/summary.js';
import { engineBytes } from '../../src/summaries/threads.js';
import type { Ty } from '../../src/summaries/ty.js';
import { RustParser } from '../../src/syntax/parse.js';

const parser = await RustParser.start(engineBytes());

export interface Crate {
  readonly name: string;
  readonly root: string;
  readonly kind?: Target['kind'];
  /** Name in code → package. */
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** `probe(x)` records the type of `x`; `mark()` and `.mark()` record where they stand. */
const PROBES: Collector = [
  onCall(['probe'], (node, view) => {
    const [argument] = node.args;
    if (argument !== undefined) view.emit(node, { ty: view.typeOf(argument) });
  }),
  onCall(['mark'], (node, view) => view.emit(node, { path: view.calledPath(node) })),
  onMethod(['mark'], (node, view) => view.emit(node, { path: null })),
];

export function linked(
  files: Readonly<Record<string, string>>,
  crates: readonly Crate[] = [{ name: 'app', root: 'src/lib.rs' }],
): Program {
  const table = new CollectorTable([{ id: 'probe', collect: PROBES }]);
  const summaries = new Map<string, FileSummary>();
  for (const [path, text] of Object.entries(files)) {
    summaries.set(path, collectFile(parser.parse(text), table, { tests: false }).summary);
  }
  const project = {
    root: '/none',
    workspaces: [
      {
        packages: crates.map((crate) => ({
          name: crate.name,
          version: null,
          manifest: `${crate.root}/Cargo.toml`,
          dir: '',
          edition: '2021' as Edition,
          rustVersion: null,
          targets: [
            {
              kind: crate.kind ?? 'lib',
              crate: crate.name,
              path: crate.root,
              edition: '2021' as Edition,
              procMacro: false,
              crateTypes: ['lib'],
            },
          ],
          dependencies: Object.entries(crate.dependencies ?? {}).map(([name, pkg]) => ({
            crate: name,
            package: pkg,
          })),
          features: {},
        })),
      },
    ],
    sources: [],
    notes: [],
  };
  return new Program(project as unknown as Project, summaries);
}

/** The settled types of all `probe(…)` arguments, in order, as short text. */
export function probed(
  files: Readonly<Record<string, string>> | string,
  crates?: readonly Crate[],
): string[] {
  const program = linked(typeof files === 'string' ? { 'src/lib.rs': files } : files, crates);
  return program.candidates('probe').map((s) => show(program.settle(s.path, s.data.ty)));
}

function show(ty: Ty): string {
  if (ty === null) return '?';
  if ('p' in ty) {
    const args = [
      ...(ty.a ?? []).map(show),
      ...Object.entries(ty.b ?? {}).map(([k, v]) => `${k}=${show(v)}`),
    ];
    const name = ty.p.replace(/^std::(?:\w+::)*(?=[A-Z])/, '');
    return args.length === 0 ? name : `${name}<${args.join(', ')}>`;
  }
  if ('ref' in ty) return `&${ty.mut === 1 ? 'mut ' : ''}${show(ty.ref)}`;
  if ('tuple' in ty) return `(${ty.tuple.map(show).join(', ')})`;
  if ('array' in ty) return `[${show(ty.array)}; ${ty.len}]`;
  if ('slice' in ty) return `[${show(ty.slice)}]`;
  if ('fn' in ty) return `fn(${ty.fn.map(show).join(', ')}) -> ${show(ty.ret)}`;
  if ('param' in ty) return ty.param;
  if ('bounds' in ty) return ty.bounds.map(show).join(' + ');
  return JSON.stringify(ty);
}
