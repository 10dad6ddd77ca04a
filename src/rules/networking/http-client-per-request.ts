/** HTTP clients made anew for each request, with an empty pool and a TLS set-up of their own. */
import type { FnNode } from '../../program/graph.js';
import type { Program, Sighting } from '../../program/program.js';
import { onCall, onMethod } from '../../summaries/collector.js';
import type { Expr } from '../../syntax/ast.js';
import { lastName, lastSegment } from '../../syntax/walk.js';
import { callsOn } from '../builder-chain.js';
import { type Kept, keptOf, oftenRun } from '../per-request.js';
import type { Rule } from '../rule.js';

type Seen = Made | Singled;

interface Made {
  readonly path: string;
  readonly kept: Kept;
}
/** A builder is told what holds for one client alone. */
interface Singled {
  readonly path: null;
}

const MAKERS: ReadonlySet<string> = new Set([
  ...['reqwest::Client', 'reqwest::blocking::Client'].flatMap((owner) =>
    ['new', 'default', 'builder'].map((name) => `${owner}::${name}`),
  ),
  'reqwest::ClientBuilder::new',
  'reqwest::ClientBuilder::default',
  'reqwest::blocking::ClientBuilder::new',
  'reqwest::blocking::ClientBuilder::default',
  'reqwest::get',
  'reqwest::blocking::get',
  'awc::Client::default',
  'awc::Client::new',
  'awc::Client::builder',
  'awc::ClientBuilder::new',
  'hyper_util::client::legacy::Client::builder',
  'hyper::Client::new',
  'hyper::Client::builder',
  'hyper::client::Client::new',
  'hyper::client::Client::builder',
  'isahc::HttpClient::new',
  'isahc::HttpClient::builder',
  'aws_config::load_from_env',
  'aws_config::load_defaults',
  'aws_config::from_env',
  'aws_config::defaults',
  'octocrab::Octocrab::builder',
  'octocrab::OctocrabBuilder::new',
]);
const OWNERS = /(?:Client|ClientBuilder|reqwest|blocking|Octocrab|OctocrabBuilder|aws_config)::\w+$/;
/** A client of its own for each tenant, address or session. */
const INDIVIDUAL = new Set(
  `proxy identity identity_from_pem add_root_certificate resolve resolve_to_addrs local_address interface cookie_provider
   cookie_store use_preconfigured_tls personal_token user_access_token danger_accept_invalid_certs`.split(
    /\s+/,
  ),
);

/** `reqwest::get` gives out a response; its client is gone. */
const NOT_KEPT = { stored: false, returned: false, cached: false };

export const rule: Rule = {
  id: 'http-client-per-request',
  collect: [
    onCall([...new Set([...MAKERS].map((path) => lastSegment(path)))], (node, view) => {
      const path = view.calledPath(node);
      if (path === null || !OWNERS.test(path) || view.isOpaque(node)) return;
      if (callsOn(node).calls.some((call) => INDIVIDUAL.has(call.name) && !call.args.every(isFixed))) return;
      view.emit(node, {
        path,
        kept: path.endsWith('::get') ? { ...keptOf(node, view), ...NOT_KEPT } : keptOf(node, view),
      } satisfies Seen);
    }),
    onMethod([...INDIVIDUAL], (node, view) => {
      if (node.args.length > 0 && !node.args.every(isFixed)) view.emit(node, { path: null } satisfies Seen);
    }),
  ],
  *judge({ program, candidates }) {
    const singling = new Set(candidates.filter(isSingled).map((sighting) => program.node(sighting)));
    for (const sighting of candidates) {
      const seen: Seen = sighting.data;
      if (seen.path === null || isFinishedSingly(program, sighting, seen.kept, singling)) continue;
      const path = program.canonical(sighting.path, seen.path);
      if (!MAKERS.has(path)) continue;
      const often = oftenRun(program, sighting, seen.kept);
      if (often === null) continue;
      // What a command does for its own user, a few times in a row, is worth a thought.
      const alone =
        often.because === 'loop' && program.onMainLine(program.node(sighting), sighting.at, sighting.context);
      yield {
        rule: 'http-client-per-request',
        at: { path: sighting.path, ...sighting.at },
        params: {
          made: path,
          when: often.because === 'handler' ? 'for each request' : 'in each turn of the loop',
        },
        ...(alone ? { severity: 'suggestion' as const } : {}),
        ...(often.related.length === 0 ? {} : { related: often.related, confidence: 'medium' as const }),
      };
    }
  },
};

function isSingled({ data }: Sighting): boolean {
  const seen: Seen = data;
  return seen.path === null;
}

/** The function gives out a builder, and each caller makes a client of its own kind with it. */
function isFinishedSingly(
  program: Program,
  sighting: Sighting,
  { returned }: Kept,
  singling: ReadonlySet<FnNode | null>,
): boolean {
  const callers = program.node(sighting)?.callers ?? [];
  return returned && callers.length > 0 && callers.every(({ from }) => singling.has(from));
}

/** The same for every client that the line makes. */
function isFixed(arg: Expr): boolean {
  if (arg.kind === 'method') return /^(?:to_string|to_owned|into)$/.test(arg.name) && isFixed(arg.receiver);
  if (arg.kind === 'path') return /^[A-Z][A-Z\d_]+$/.test(lastName(arg));
  return arg.kind === 'literal';
}
