/** gRPC channels opened for each call: an HTTP/2 connection, with its handshakes, for one RPC. */
import { onCall, onMethod } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import { originOf } from '../builder-chain.js';
import { type Kept, keptOf, oftenRun } from '../per-request.js';
import type { Rule } from '../rule.js';

type Seen =
  | { readonly path: string; readonly kept: Kept }
  | { readonly method: string; readonly on: Ty; readonly origin: string | null; readonly kept: Kept };

const ENDPOINT = /^tonic::transport::(?:channel::)?(?:Endpoint|Channel)(?:::|$)/;

export const rule: Rule = {
  id: 'tonic-connect-per-request',
  collect: [
    onCall(['connect'], (node, view) => {
      const path = view.calledPath(node);
      if (path === null || !/Client::connect$/.test(path) || node.args.length !== 1 || view.isOpaque(node))
        return;
      view.emit(node, { path, kept: keptOf(node, view) } satisfies Seen);
    }),
    onMethod(
      ['connect', 'connect_lazy', 'connect_with_connector', 'connect_with_connector_lazy'],
      (node, view) => {
        if (view.isOpaque(node)) return;
        const origin = originOf(node.receiver);
        const seen: Seen = {
          method: node.name,
          on: view.typeOf(node.receiver),
          origin: origin.kind === 'call' ? view.calledPath(origin) : null,
          kept: keptOf(node, view),
        };
        view.emit(node, seen, view.methodSpan(node));
      },
    ),
  ],
  *judge({ program, project, candidates }) {
    const usesTonic = project.workspaces.some(({ packages }) =>
      packages.some((pkg) => pkg.dependencies.some((dependency) => dependency.package === 'tonic')),
    );
    for (const sighting of candidates) {
      const seen: Seen = sighting.data;
      let what: string;
      if ('path' in seen) {
        const path = program.canonical(sighting.path, seen.path);
        // Somebody's own client with an own `connect`.
        if (!usesTonic || program.index.fns.has(path)) continue;
        if (
          !/_client::\w+Client::connect$/.test(path) &&
          /^(?:std|tokio|mongodb|async_nats|sqlx)::/.test(path)
        )
          continue;
        const generated = /_client::\w+Client::connect$/.test(path);
        const known = program.index.types.has(path.slice(0, path.lastIndexOf('::')));
        if (
          !generated &&
          (known || !/(?:^|::)(?:proto|pb|rpc|grpc|api|v\d\w*|\w*_proto|\w*_pb|\w*_rpc)::/.test(path))
        )
          continue;
        what = path.split('::').slice(-2).join('::');
      } else {
        const head = program.headPath(sighting.path, seen.on);
        const origin = seen.origin === null ? null : program.canonical(sighting.path, seen.origin);
        if (
          !(head !== null && /^tonic::transport::(?:channel::)?Endpoint$/.test(head)) &&
          !(origin !== null && ENDPOINT.test(origin))
        )
          continue;
        what = `Endpoint::${seen.method}`;
      }
      const often = oftenRun(program, sighting, seen.kept);
      if (often === null) continue;
      yield {
        rule: 'tonic-connect-per-request',
        at: { path: sighting.path, ...sighting.at },
        params: {
          made: what,
          when: often.because === 'handler' ? 'for each request' : 'in each turn of the loop',
        },
        ...(often.related.length === 0 ? {} : { related: often.related, confidence: 'medium' as const }),
      };
    }
  },
};
