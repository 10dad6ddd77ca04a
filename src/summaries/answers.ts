/** Which functions and closures a server calls for each request: those that are given to a router or a service. */
import type { Call, Expr, MethodCall } from '../syntax/ast.js';
import { calleeName, lastName } from '../syntax/walk.js';
import { bindingOf } from './bindings.js';
import type { FileScope } from './scope.js';

/** Functions and methods of routers that take what answers. */
const TAKES = new Set(
  `get post put delete patch head options trace connect any on to fallback method_not_allowed_fallback service_fn handler_fn
   from_fn from_fn_with_state`.split(/\s+/),
);
/** In warp every step of a filter is one. */
const STEPS = new Set('and_then then map or_else recover untuple_one'.split(' '));
const ROUTERS =
  /^(?:axum(?:_extra)?|actix_web|warp|poem|salvo|tide|ntex|hyper(?:_util)?|tower|lambda_runtime|lambda_http|lambda_http::tower)(?:::|$)/;
const WARP = /^warp(?:::|$)/;
/** They open a connection with the service that they are given. */
const CONNECTS = /^(?:connect_with_connector(?:_lazy)?|connector)$/;
/** `let`s and links of a chain that are followed to where a router comes from. */
const MAX_HOPS = 40;

/** `get(|| async { … })`, `web::post().to(form)`, `service_fn(move |req| …)`: what it is given answers requests. */
export function takesAnswers(call: Call | MethodCall, scope: FileScope): boolean {
  if (call.kind === 'call')
    return (
      TAKES.has(calleeName(call)) &&
      call.callee.kind === 'path' &&
      ROUTERS.test(scope.resolve(call.callee)) &&
      !isConnector(call)
    );
  const step = STEPS.has(call.name);
  if (!step && !TAKES.has(call.name)) return false;
  const root = rootOf(call.receiver, scope);
  return root !== null && (step ? WARP : ROUTERS).test(root);
}

/** `service_fn(|_: Uri| TcpStream::connect(path))`: a service too, which is asked for connections. */
function isConnector(call: Call): boolean {
  const [closure] = call.args;
  const param = closure?.kind === 'closure' ? closure.params[0] : undefined;
  if (param?.type?.kind === 'tyPath' && lastName(param.type.path) === 'Uri') return true;
  return call.parent?.kind === 'method' && CONNECTS.test(call.parent.name);
}

/** The resolved path of the call that a chain begins with. */
function rootOf(chain: Expr, scope: FileScope): string | null {
  let value: Expr | null = chain;
  for (let hops = 0; hops < MAX_HOPS && value !== null; hops++) {
    if (value.kind === 'method') value = value.receiver;
    else if (value.kind === 'call') return value.callee.kind === 'path' ? scope.resolve(value.callee) : null;
    else if (value.kind === 'macro') return scope.resolveNames(value.name.split('::'), value);
    else value = value.kind === 'path' ? boundTo(value) : null;
  }
  return null;
}

function boundTo(path: Expr): Expr | null {
  const owner = bindingOf(path)?.owner;
  return owner?.kind === 'let' ? owner.init : null;
}
