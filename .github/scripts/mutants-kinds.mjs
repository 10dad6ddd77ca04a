/** The problems that are seeded: each kind finds its places in a file and says how to write the problem there. */

/**
 * @typedef {import('./mutants-text.mjs').RustText} RustText
 * @typedef {object} Site
 * @property {{start: number, end: number, text: string}[]} edits non-overlapping
 * @property {number} at offset in the original whose new text holds the problem
 * @property {number} [span] further lines below it that count as the place
 * @property {string} [append] goes to the end of the file
 */

/**
 * @typedef {object} Kind
 * @property {string} name
 * @property {string[]} rules any of these is the right answer
 * @property {boolean} [isHotOnly] the rules speak by default only where code is hot, which no mutant can know:
 *   what counts is `--pedantic`
 * @property {(rust: RustText, pick: (choices: readonly string[]) => string) => Site[]} sites
 */

const SEEDED = 'Seeded';

/** Every match of a pattern in code (never in strings or comments), with its context. */
function matches(rust, pattern, accept = () => true) {
  const found = [];
  for (const match of rust.code.matchAll(pattern)) {
    const context = rust.context(match.index);
    if (context && accept(context, match)) found.push({ match, context });
  }
  return found;
}

const isAsync = (context) => context.isAsync;

/** End of the argument list that opens at `open`, just behind its `)`. */
function behindCall(rust, open) {
  const close = rust.partner.get(open);
  return close === undefined ? undefined : close + 1;
}

/** `CALL(ARGS).await` becomes `NEW(ARGS)`. */
function unawaited(rust, pattern, rename) {
  const sites = [];
  for (const { match } of matches(rust, pattern, isAsync)) {
    const open = match.index + match[0].length - 1;
    const end = behindCall(rust, open);
    const rest = end === undefined ? null : /^\s*\.await\b/u.exec(rust.code.slice(end));
    if (end === undefined || !rest) continue;
    sites.push({
      at: match.index,
      edits: [
        { start: match.index, end: open, text: rename(match) },
        { start: end, end: end + rest[0].length, text: '' },
      ],
    });
  }
  return sites;
}

function indentOf(rust, at) {
  const line = rust.text.lastIndexOf('\n', at - 1) + 1;
  return /^[ \t]*/u.exec(rust.text.slice(line))?.[0] ?? '';
}

/** Statements at the start of every block that `open` lists. */
function atBlockStarts(rust, opens, code) {
  return opens.map((open) => {
    const indent = `${indentOf(rust, open)}    `;
    const text = code()
      .map((line) => `\n${indent}${line}`)
      .join('');
    return { at: open, span: text.split('\n').length, edits: [{ start: open + 1, end: open + 1, text }] };
  });
}

const asyncFns = (rust) =>
  rust.fns.filter((fn) => fn.isAsync && rust.context(fn.open + 1)?.fn === fn).map((fn) => fn.open);

/** Loops over data, in functions of the asked colour; not `loop {}`, which may be a retry. */
function loops(rust, colour) {
  return rust
    .loops()
    .filter(({ open, head }) => {
      const context = rust.context(open + 1);
      return (
        context &&
        (colour === undefined || context.isAsync === colour) &&
        /^(?:'\w+:\s*)?(?:for\s+\w|while let)/u.test(rust.code.slice(head, open))
      );
    })
    .filter(({ open, head }) => !/\b0\s*\.\.=?\s*[0-4]\b|\[[^\]]*\]\s*$/u.test(rust.code.slice(head, open)))
    .map((loop) => ({ ...loop, isPlain: rust.statementStart(loop.head) === loop.head }));
}

/** Statements with an `.await`, in a block that holds statements; the place before them takes a guard. */
function awaitStatements(rust) {
  const found = [];
  for (const { match, context } of matches(rust, /\.await\b\??;/gu, isAsync)) {
    const start = rust.statementStart(match.index);
    if (start === undefined || !context.isStatement) continue;
    if (rust.context(start)?.fn !== context.fn || !rust.context(start)?.isAsync) continue;
    if (/\breturn\b/u.test(rust.code.slice(start, match.index))) continue;
    found.push({ start, end: match.index + match[0].length, context });
  }
  return found;
}

/**
 * Some branch of the `select!` that opens at `open`, other than the one at `own`, stays in the loop: only then is
 * lost what the cancelled branch had read.
 */
function goesRound(rust, open, own) {
  const close = rust.partner.get(open) ?? rust.code.length;
  const arrows = [...rust.code.slice(open, close).matchAll(/=>/gu)]
    .map((match) => open + match.index)
    .filter((at) => rust.openersBetween(open, at).length === 0);
  const mine = arrows.find((at) => at > own);
  return arrows.some((at, index) => {
    if (at === mine) return false;
    const handler = rust.code.slice(at + 2, arrows[index + 1] ?? close);
    const head = rust.code.slice(index === 0 ? open : arrows[index - 1], at);
    const isElse = /(?:^|[\s,}])else\s*$/u.test(head);
    const isPlain = !/\b(?:if|match)\b/u.test(handler);
    return !isElse && !(isPlain && /\b(?:break|return)\b/u.test(handler));
  });
}

/** `let (tx, rx) = channel(…)`, and `tx` goes nowhere but into an `Option` that is handed out. */
function isGivenAway(rust, at) {
  const [, name] = /let\s*\(\s*(?:mut\s+)?(\w+)\s*,[^=]*=\s*$/u.exec(rust.code.slice(0, at)) ?? [];
  const rest = rust.code.slice(at, rust.context(at)?.fn?.close);
  const uses = name === undefined ? [] : [...rest.matchAll(new RegExp(`\\b${name}\\b`, 'gu'))];
  return uses.length > 0 && uses.every((use) => /\bSome\(\s*$/u.test(rest.slice(0, use.index)));
}

/** @type {Kind[]} */
export const KINDS = [
  {
    name: 'tokio::fs to std::fs',
    rules: ['blocking-fs-in-async'],
    sites: (rust) => [
      ...unawaited(rust, /\btokio::fs::([a-z_]+)\(/gu, (match) => `std::fs::${match[1]}`),
      ...unawaited(rust, /\btokio::fs::(File::\w+)\(/gu, (match) => `std::fs::${match[1]}`),
      ...(/\buse tokio::(?:fs\b|\{[^}]*\bfs\b)/u.test(rust.code)
        ? unawaited(rust, /(?<![:\w])fs::([a-z_]+)\(/gu, (match) => `std::fs::${match[1]}`)
        : []),
    ],
  },
  {
    name: 'tokio sleep to thread::sleep',
    rules: ['blocking-sleep-in-async'],
    sites: (rust) => [
      ...unawaited(rust, /\b(?:tokio::)?time::sleep\(/gu, () => 'std::thread::sleep'),
      ...(/\btime::(?:\{[^}]*)?\bsleep\b/u.test(rust.code)
        ? unawaited(rust, /(?<![:\w.])sleep\(/gu, () => 'std::thread::sleep')
        : []),
    ],
  },
  {
    name: 'synchronous name resolution',
    rules: ['blocking-dns-in-async'],
    sites: (rust, pick) =>
      atBlockStarts(rust, asyncFns(rust), () => [
        'use std::net::ToSocketAddrs as _;',
        pick([
          'let resolved = ("collector.internal", 4317).to_socket_addrs();',
          'let resolved = "collector.internal:4317".to_socket_addrs();',
          'let resolved = std::net::ToSocketAddrs::to_socket_addrs("collector.internal:4317");',
        ]),
        'drop(resolved);',
      ]),
  },
  {
    name: 'bounded channel to unbounded',
    rules: ['unbounded-channel'],
    sites: (rust) =>
      matches(rust, /(?<![\w:])(?:tokio::sync::)?(mpsc::)channel(::<[^;()]*>)?\(/gu, (context, match) => {
        const line = rust.code.slice(rust.code.lastIndexOf('\n', match.index), match.index);
        return !/shutdown|signal|cancel|ctrl|quit|stop|exit|done|close|once/iu.test(line + context.fn.name);
      }).flatMap(({ match }) => {
        const open = match.index + match[0].length - 1;
        const end = behindCall(rust, open);
        const size = end === undefined ? '' : rust.code.slice(open + 1, end - 1).trim();
        if (end === undefined || size === '' || size === '1' || !/\btokio\b/u.test(rust.code)) return [];
        // As many messages as there are elements: the queue had a bound that nothing could reach.
        if (/\.len\(\)$/u.test(size)) return [];
        // Users of the library get the sender, and nobody here is seen to send.
        if (isGivenAway(rust, match.index)) return [];
        return [
          {
            at: match.index,
            edits: [
              { start: match.index, end, text: `tokio::sync::mpsc::unbounded_channel${match[2] ?? ''}()` },
            ],
          },
        ];
      }),
  },
  {
    name: 'serde(untagged) added',
    rules: ['serde-untagged'],
    sites: (rust) => {
      const sites = [];
      for (const match of rust.code.matchAll(
        /#\[derive\([^\]]*\bDeserialize\b[^\]]*\)\]((?:\s*#\[[^\]]*\])*\s*)(pub(?:\([^)]*\))?\s+)?enum\s+\w+[^{;]*\{/gu,
      )) {
        const open = match.index + match[0].length - 1;
        const close = rust.partner.get(open);
        if (close === undefined || rust.skipped.some(([from, to]) => match.index >= from && match.index < to))
          continue;
        const body = rust.code.slice(open + 1, close);
        const variants = body.match(/(?:^|[,}])\s*(?:#\[[^\]]*\]\s*)*[A-Z]\w*/gu)?.length ?? 0;
        if (
          variants < 3 ||
          !/[({]/u.test(body.replace(/#\[[^\]]*\]/gu, '')) ||
          /serde\([^)]*\b(?:untagged|tag|try_from|from)\b/u.test(match[0])
        )
          continue;
        const at = match.index + match[0].lastIndexOf(match[2] ?? 'enum');
        const start = match.index + match[0].search(/\b(?:pub(?:\([^)]*\))?\s+)?enum\s/u);
        sites.push({ at: Math.min(at, start), edits: [{ start, end: start, text: '#[serde(untagged)]\n' }] });
      }
      return sites;
    },
  },
  {
    name: 'Relaxed counter to SeqCst',
    rules: ['seqcst-ordering'],
    sites: (rust) =>
      matches(rust, /\.fetch_(?:add|sub)\([^;()]*,\s*((?:\w+::)*Relaxed)\)/gu, (context) => {
        const body = rust.code.slice(context.fn.open, context.fn.close);
        return !/SeqCst|compare_exchange/u.test(body);
      }).map(({ match }) => {
        const start = match.index + match[0].lastIndexOf(match[1] ?? '');
        return {
          at: match.index,
          edits: [
            { start, end: start + (match[1] ?? '').length, text: 'std::sync::atomic::Ordering::SeqCst' },
          ],
        };
      }),
  },
  {
    name: 'regex compiled in a loop',
    rules: ['regex-compiled-hot'],
    sites: (rust, pick) =>
      atBlockStarts(
        rust,
        loops(rust).map(({ open }) => open),
        () => [
          pick([
            'let word = regex::Regex::new(r"^[a-z]+-[0-9]+$").unwrap();',
            'let word = regex::Regex::new("^(GET|PUT) ").expect("a pattern");',
            'let word = regex::RegexBuilder::new("^x+$").case_insensitive(true).build().unwrap();',
          ]),
          'if word.is_match("release-12") { tracing::debug!("matched"); }',
        ],
      ),
  },
  {
    name: 'with_context to context(format!)',
    rules: ['eager-error-format'],
    sites: (rust) =>
      matches(rust, /\.(?:with_context|wrap_err_with)\(\s*\|\|\s*(?=format!\()/gu).map(({ match }) => ({
        at: match.index,
        edits: [
          {
            start: match.index,
            end: match.index + match[0].length,
            text: match[0].startsWith('.wrap') ? '.wrap_err(' : '.context(',
          },
        ],
      })),
  },
  {
    name: 'ok_or_else to ok_or(format!)',
    rules: ['eager-error-format', 'or-fun-call'],
    sites: (rust) =>
      matches(rust, /\.ok_or_else\(\s*\|\|\s*(?=(?:\w+::)?(?:format|anyhow|eyre)!\()/gu).map(({ match }) => ({
        at: match.index,
        edits: [{ start: match.index, end: match.index + match[0].length, text: '.ok_or(' }],
      })),
  },
  {
    name: 'unwrap_or_else to unwrap_or(call)',
    rules: ['or-fun-call'],
    sites: (rust) =>
      matches(rust, /\.unwrap_or_else\(\s*\|\|\s*(?=(?:format!\(|String::from\(|vec!\[)\s*)/gu)
        // The copy of a literal is some tens of nanoseconds: nobody would write a closure for that.
        .filter(({ match }) => !/^String::from\("/u.test(rust.text.slice(match.index + match[0].length)))
        .map(({ match }) => ({
          at: match.index,
          edits: [{ start: match.index, end: match.index + match[0].length, text: '.unwrap_or(' }],
        })),
  },
  {
    name: 'std guard held across an await',
    rules: ['sync-guard-across-await'],
    sites: (rust, pick) =>
      awaitStatements(rust).map(({ start }) => {
        const name = `SEEDED_${start}`;
        const indent = indentOf(rust, start);
        const [declared, lock] = pick([
          `static ${name}: std::sync::Mutex<u64> = std::sync::Mutex::new(0);|${name}.lock().unwrap()`,
          `static ${name}: std::sync::RwLock<u64> = std::sync::RwLock::new(0);|${name}.write().unwrap()`,
          `static ${name}: parking_lot::Mutex<u64> = parking_lot::Mutex::new(0);|${name}.lock()`,
        ]).split('|');
        return {
          at: start,
          span: 1,
          append: declared,
          edits: [{ start, end: start, text: `let mut calls = ${lock};\n${indent}*calls += 1;\n${indent}` }],
        };
      }),
  },
  {
    name: 'dashmap reference held across an await',
    rules: ['dashmap-ref-across-await'],
    sites: (rust, pick) =>
      awaitStatements(rust).map(({ start }) => {
        const name = `SEEDED_MAP_${start}`;
        const indent = indentOf(rust, start);
        const take = pick([
          `let Some(mut calls) = ${name}.get_mut(&7) else { panic!("never empty") };`,
          `let mut calls = ${name}.entry(7).or_insert(0);`,
        ]);
        return {
          at: start,
          span: 1,
          append: `static ${name}: std::sync::LazyLock<dashmap::DashMap<u32, u64>> = std::sync::LazyLock::new(dashmap::DashMap::new);`,
          edits: [{ start, end: start, text: `${take}\n${indent}*calls += 1;\n${indent}` }],
        };
      }),
  },
  {
    name: 'client wrapped in a mutex',
    rules: ['http-client-in-mutex'],
    sites: (rust, pick) => {
      const sites = [];
      for (const match of rust.code.matchAll(
        /\bstruct\s+[A-Z]\w*[^;{()]*\{(?=\s*(?:#\[[^\]]*\]\s*)*(?:pub(?:\([^)]*\))?\s+)?\w+\s*:)/gu,
      )) {
        const open = match.index + match[0].length - 1;
        if (
          rust.skipped.some(([from, to]) => open >= from && open < to) ||
          rust.fns.some((fn) => fn.open < open && open < fn.close)
        )
          continue;
        const type = pick([
          'std::sync::Arc<tokio::sync::Mutex<reqwest::Client>>',
          'std::sync::Mutex<reqwest::Client>',
          'std::sync::Arc<tokio::sync::RwLock<reqwest::Client>>',
        ]);
        sites.push({
          at: open,
          span: 1,
          edits: [{ start: open + 1, end: open + 1, text: `\n    metadata_client: ${type},` }],
        });
      }
      return sites;
    },
  },
  {
    name: 'client built in a loop',
    rules: ['http-client-per-request'],
    sites: (rust, pick) =>
      atBlockStarts(
        rust,
        loops(rust, true).map(({ open }) => open),
        () => [
          pick([
            'let http = reqwest::Client::new();',
            'let http = reqwest::Client::builder().gzip(true).build().unwrap();',
            'let http = reqwest::ClientBuilder::new().build().unwrap();',
          ]),
          'let _ = http.get("http://metrics.internal/ping").send().await;',
        ],
      ),
  },
  {
    name: 'with_capacity removed',
    isHotOnly: true,
    rules: ['collection-no-capacity'],
    sites: (rust) =>
      matches(
        rust,
        /\blet mut (\w+)(?:\s*:[^=;]+)?\s*=\s*(?:\w+::)*(Vec|String|HashMap|HashSet|VecDeque)(?:::<[^;()]*>)?::(with_capacity)\(([^;]*)\);\s*for\s+([^;{}]+?)\s+in\s+([^;{}]+?)\s*\{/gu,
        (_, match) => {
          const open = match.index + match[0].length - 1;
          const body = rust.code.slice(open + 1, rust.partner.get(open));
          const isPlainIterable =
            /^(?:&?[\w.]+|&?[\w.]+\.(?:iter|into_iter|keys|values)\(\)(?:\.enumerate\(\))?|0\.\.[\w.()]+)$/u.test(
              match[6].trim(),
            );
          const filled = new RegExp(`\\b${match[1]}\\s*\\.(?:push|insert|push_back|push_str)\\(`, 'u').exec(
            body,
          );
          const head = filled ? body.slice(0, filled.index) : '';
          // In a list of what went wrong, or beside an allocation for each element, growing shows nowhere.
          if (/err(?:or)?s?(?:_|$)/iu.test(match[1]) || /\.(?:clone|to_\w+)\(\)|\bformat!/u.test(body))
            return false;
          // Done once: `cell.get_or_init(|| { … })`.
          if (/get_or_(?:try_)?init\(\s*\|\|\s*\{[^{}]*$/u.test(rust.code.slice(0, match.index)))
            return false;
          return (
            isPlainIterable &&
            filled !== null &&
            !/\b(?:if|match|continue|break|return|while|for)\b|\{/u.test(head) &&
            !/^\s*[0-8]\s*$/u.test(match[4])
          );
        },
      ).map(({ match }) => {
        const start = match.index + match[0].indexOf('with_capacity(');
        const end = behindCall(rust, start + 'with_capacity'.length) ?? start;
        return { at: match.index, edits: [{ start, end, text: 'new()' }] };
      }),
  },
  {
    name: 'block_on in async',
    rules: ['block-on-in-async'],
    sites: (rust, pick) =>
      matches(rust, /(?<=[=\s])((?:self\.|\w+::|\w+\.)*\w+)\(/gu, isAsync).flatMap(({ match }) => {
        if (
          !/=\s*$/u.test(rust.code.slice(0, match.index)) ||
          /^(?:if|match|while|Some|Ok|Err)$/u.test(match[1])
        )
          return [];
        const end = behindCall(rust, match.index + match[0].length - 1);
        const rest = end === undefined ? null : /^\.await\b/u.exec(rust.code.slice(end));
        if (end === undefined || !rest) return [];
        const runner = pick([
          'futures::executor::block_on',
          'tokio::runtime::Handle::current().block_on',
          'pollster::block_on',
        ]);
        return [
          {
            at: match.index,
            edits: [
              { start: match.index, end: match.index, text: `${runner}(` },
              { start: end, end: end + rest[0].length, text: ')' },
            ],
          },
        ];
      }),
  },
  {
    name: 'set_nodelay removed',
    rules: ['tcp-nodelay-missing', 'server-nodelay-missing'],
    sites: (rust) =>
      matches(rust, /\.set_nodelay\(true\)/gu).flatMap(({ match, context }) => {
        const start = rust.statementStart(match.index);
        const end = rust.code.indexOf(';', match.index) + 1;
        const body = rust.code.slice(context.fn.open, context.fn.close);
        const made = body.search(/TcpStream::(?:connect|from_std)|\.accept\(\)|\.connect\(/u);
        if (start === undefined || end === 0 || made === -1 || made + context.fn.open > start) return [];
        if (
          /^(?:if|match|while)\b/u.test(rust.code.slice(start)) ||
          (body.match(/set_nodelay/gu)?.length ?? 0) > 1
        )
          return [];
        const lines = rust.code.slice(made + context.fn.open, start).split('\n').length;
        return [{ at: made + context.fn.open, span: lines, edits: [{ start, end, text: '' }] }];
      }),
  },
  {
    name: 'accepted stream without nodelay',
    rules: ['tcp-nodelay-missing'],
    sites: (rust) =>
      asyncFns(rust)
        .slice(0, 1)
        .map((open) => ({
          at: rust.text.length,
          span: 14,
          anchor: open,
          edits: [
            {
              start: rust.text.length,
              end: rust.text.length,
              text: `
pub async fn answer_probes(listener: tokio::net::TcpListener) -> std::io::Result<()> {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    loop {
        let (mut stream, peer) = listener.accept().await?;
        tokio::spawn(async move {
            let mut request = [0u8; 512];
            while let Ok(read) = stream.read(&mut request).await {
                if read == 0 || stream.write_all(b"alive ").await.is_err() || stream.write_all(peer.to_string().as_bytes()).await.is_err() {
                    break;
                }
            }
        });
    }
}
`,
            },
          ],
        })),
  },
  {
    name: 'read_line in select!',
    rules: ['cancel-unsafe-select'],
    sites: (rust, pick) =>
      matches(
        rust,
        /=\s*((?:self\.|\w+\.)*\w+\.(?:recv|next|tick|accept|changed)\(\))(?=\s*(?:,\s*if[^=]*)?=>)/gu,
        (context, match) => {
          const openers = rust.openersBetween(context.fn.open, match.index);
          return (
            context.isAsync &&
            context.isLoop &&
            /\btokio::select!\s*$|\bselect!\s*$/u.test(rust.code.slice(0, openers[0])) &&
            goesRound(rust, openers[0], match.index)
          );
        },
      ).map(({ match }) => {
        const start = match.index + match[0].indexOf(match[1]);
        const call = pick([
          'socket.read_exact(&mut frame)',
          'reader.read_line(&mut line)',
          'socket.write_all(&frame)',
        ]);
        return { at: start, edits: [{ start, end: start + match[1].length, text: call }] };
      }),
  },
  {
    name: 'thread joined or process awaited in async',
    rules: ['blocking-wait-in-async'],
    sites: (rust, pick) =>
      atBlockStarts(rust, asyncFns(rust), () =>
        pick([
          'let worker = std::thread::spawn(move || 40 + 2);¦let _ = worker.join();',
          'let version = std::process::Command::new("git").arg("--version").output();¦drop(version);',
          'let mut child = std::process::Command::new("true").spawn().unwrap();¦let _ = child.wait();',
          'let (seeded_tx, seeded_rx) = std::sync::mpsc::sync_channel::<u8>(1);¦drop(seeded_tx);¦let _ = seeded_rx.recv();',
        ]).split('¦'),
      ),
  },
  {
    name: 'spawn_blocking removed',
    rules: [
      'blocking-fs-in-async',
      'blocking-wait-in-async',
      'blocking-io-trait-in-async',
      'blocking-dns-in-async',
      'blocking-sleep-in-async',
      'cpu-heavy-in-async',
      'blocking-client-in-async',
    ],
    sites: (rust) =>
      matches(rust, /(?:\w+::)*spawn_blocking\(\s*(?:move\s*)?\|\|\s*/gu, isAsync).flatMap(({ match }) => {
        const open = match.index + match[0].indexOf('(');
        const end = behindCall(rust, open);
        const rest =
          end === undefined
            ? null
            : /^\s*\.await\b\s*(?:\?|\.(?:unwrap|expect)\([^)]*\))?/u.exec(rust.code.slice(end));
        if (end === undefined || !rest) return [];
        const bodyStart = match.index + match[0].length;
        const body = rust.code
          .slice(bodyStart, end - 1)
          .trim()
          .replace(/,$/u, '');
        const isBlocking =
          /\bstd::fs::\w+\(|\bstd::thread::sleep\(|\bto_socket_addrs\(\)|\bstd::process::Command\b/u.test(
            body,
          ) ||
          (/\buse std::(?:\{[^;]*)?\bfs\b/u.test(rust.code) && /(?<![:\w])fs::\w+\(/u.test(body));
        if (!isBlocking) return [];
        const text = rust.text.slice(
          bodyStart,
          bodyStart +
            rust.code
              .slice(bodyStart, end - 1)
              .trimEnd()
              .replace(/,$/u, '').length,
        );
        return [
          {
            at: match.index,
            span: text.split('\n').length,
            edits: [
              {
                start: match.index,
                end: end + rest[0].length,
                text: text.startsWith('{') ? text : `{ ${text} }`,
              },
            ],
          },
        ];
      }),
  },
  {
    name: 'BufWriter not flushed',
    rules: ['async-bufwriter-no-flush'],
    sites: (rust, pick) =>
      atBlockStarts(rust, asyncFns(rust), () => [
        'if let Ok(journal) = tokio::fs::File::create("journal.log").await {',
        `    let mut journal = ${pick(['tokio::io::BufWriter::new(journal)', 'tokio::io::BufWriter::with_capacity(1 << 16, journal)'])};`,
        '    let _ = tokio::io::AsyncWriteExt::write_all(&mut journal, b"started\\n").await;',
        '}',
      ]),
  },
  {
    name: 'BufWriter removed around a file',
    rules: ['unbuffered-file-io'],
    sites: (rust, pick) =>
      loops(rust, false)
        .filter(({ isPlain }) => isPlain)
        .map(({ open, head }) => {
          const indent = indentOf(rust, head);
          const write = pick([
            'let _ = writeln!(dump, "{} {}", 1, "x");',
            'let _ = dump.write_all(b"x\\n");',
            'let _ = write!(dump, "{};", 1);',
          ]);
          return {
            at: open,
            span: 2,
            edits: [
              {
                start: head,
                end: head,
                text: `use std::io::Write as _;\n${indent}let mut dump = std::fs::File::create("dump.txt").unwrap();\n${indent}`,
              },
              { start: open + 1, end: open + 1, text: `\n${indent}    ${write}` },
            ],
          };
        }),
  },
  {
    name: 'format! appended in a loop',
    rules: ['format-in-loop'],
    sites: (rust, pick) =>
      loops(rust)
        .filter(({ isPlain }) => isPlain)
        // Beside what each round waits for, a short string shows nowhere.
        .filter(({ open }) => !/\.await\b/u.test(rust.code.slice(open, rust.partner.get(open))))
        .map(({ open, head }) => {
          const indent = indentOf(rust, head);
          const grow = pick([
            'listing.push_str(&format!("{};", listing.len()));',
            'listing += &format!("{};", listing.len());',
          ]);
          return {
            at: open,
            span: 2,
            edits: [
              { start: head, end: head, text: `let mut listing = String::new();\n${indent}` },
              { start: open + 1, end: open + 1, text: `\n${indent}    ${grow}` },
            ],
          };
        }),
  },
  {
    name: 'string rebuilt in a loop',
    rules: ['quadratic-string'],
    sites: (rust, pick) =>
      loops(rust)
        .filter(({ isPlain }) => isPlain)
        .map(({ open, head }) => {
          const indent = indentOf(rust, head);
          const grow = pick([
            'listing = format!("{listing},");',
            'listing = format!("{},{}", listing, 1);',
            'listing = listing.clone() + ",";',
          ]);
          return {
            at: open,
            span: 2,
            edits: [
              { start: head, end: head, text: `let mut listing = String::new();\n${indent}` },
              { start: open + 1, end: open + 1, text: `\n${indent}    ${grow}` },
            ],
          };
        }),
  },
  {
    name: 'clone only to borrow',
    rules: ['clone-passed-as-ref', 'unnecessary-to-owned'],
    sites: (rust) =>
      matches(
        rust,
        /\blet (?:mut )?(\w+)\s*(?::\s*String\s*)?=\s*(?:format!\(|String::from\(|[^;{}]*\.(?:to_string|to_owned)\(\);)/gu,
      ).flatMap(({ match, context }) => {
        const from = match.index + match[0].length;
        const use = new RegExp(`[(,]\\s*(&${match[1]})(?=[,)])`, 'gu');
        const body = rust.code.slice(from, context.fn.close);
        for (const found of body.matchAll(use)) {
          const at = from + found.index + found[0].indexOf('&');
          const inner = rust.context(at);
          const opener = inner ? rust.openersBetween(inner.fn.open, at)[0] : undefined;
          const callee = opener === undefined ? '' : rust.code.slice(0, opener);
          if (!inner || inner.fn !== context.fn || /!$/u.test(callee) || !/\w$/u.test(callee)) continue;
          return [
            { at, edits: [{ start: at + found[1].length, end: at + found[1].length, text: '.clone()' }] },
          ];
        }
        return [];
      }),
  },
  {
    name: 'collected only to be counted',
    rules: ['needless-collect'],
    sites: (rust) =>
      matches(
        rust,
        /\.count\(\)/gu,
        (_, match) =>
          /\)\s*$/u.test(rust.code.slice(0, match.index)) &&
          /\.(?:filter|map|chars|iter|split\w*|lines)\([^;]*$/u.test(
            rust.code.slice(Math.max(0, match.index - 200), match.index),
          ),
      ).map(({ match }) => ({
        at: match.index,
        edits: [
          { start: match.index, end: match.index + match[0].length, text: '.collect::<Vec<_>>().len()' },
        ],
      })),
  },
  {
    name: 'expect with a formatted message',
    rules: ['expect-fun-call'],
    sites: (rust) =>
      matches(rust, /\.expect\((?=\s*\))/gu).flatMap(({ match }) => {
        const open = match.index + match[0].length - 1;
        const end = behindCall(rust, open);
        if (end === undefined || !/^\s*"/u.test(rust.text.slice(open + 1))) return [];
        return [
          {
            at: match.index,
            edits: [{ start: open + 1, end: end - 1, text: '&format!("step {} must hold", 1 + 1)' }],
          },
        ];
      }),
  },
  {
    name: 'password hashed in async',
    rules: ['cpu-heavy-in-async'],
    sites: (rust, pick) =>
      atBlockStarts(rust, asyncFns(rust), () => [
        pick([
          'let matched = bcrypt::verify("secret", "$2b$12$abc");',
          'let matched = bcrypt::hash("secret", 12);',
          'let matched = zstd::encode_all(&b"payload"[..], 19);',
        ]),
        'drop(matched);',
      ]),
  },
  {
    name: 'recv loop to try_recv loop',
    rules: ['busy-poll'],
    sites: (rust) =>
      matches(
        rust,
        /\bwhile let Some\(([^()]*)\)\s*=\s*((?:self\.|\w+\.)*\w+)\.recv\(\)\.await\s*\{/gu,
        isAsync,
      ).map(({ match }) => ({
        at: match.index,
        span: 1,
        edits: [
          {
            start: match.index,
            end: match.index + match[0].length,
            text: `loop {\n let Ok(${match[1]}) = ${match[2]}.try_recv() else { continue };`,
          },
        ],
      })),
  },
  {
    name: 'query per element',
    rules: ['query-in-loop'],
    sites: (rust, pick) =>
      loops(rust, true)
        .filter(
          ({ head, open }) =>
            /^(?:'\w+:\s*)?for\b/u.test(rust.code.slice(head, open)) &&
            !/chunks|attempt|retry|page/u.test(rust.code.slice(head, open)),
        )
        .map(({ open, head }) => ({
          at: open,
          span: 2,
          edits: [
            {
              start: open + 1,
              end: open + 1,
              text: `\n${indentOf(rust, head)}    ${pick(['let _ = sqlx::query("SELECT 1 FROM hosts WHERE id = $1").bind(7).fetch_one(&pool).await;', 'let _ = sqlx::query("DELETE FROM hosts WHERE id = $1").bind(7).execute(&pool).await;'])}`,
            },
          ],
        })),
  },
  {
    name: 'runtime built in a loop',
    rules: ['runtime-per-call'],
    sites: (rust, pick) =>
      atBlockStarts(
        rust,
        loops(rust, false).map(({ open }) => open),
        () => [
          pick([
            'let runtime = tokio::runtime::Runtime::new().unwrap();',
            'let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();',
          ]),
          'runtime.block_on(async {});',
        ],
      ),
  },
  {
    name: 'map behind one lock',
    rules: ['locked-map'],
    sites: (rust, pick) =>
      asyncFns(rust).map((open) => {
        const name = `SEEDED_${open}`;
        const type = pick([
          'std::sync::Mutex<std::collections::HashMap<String, u64>>',
          'std::sync::RwLock<std::collections::HashMap<String, u64>>',
        ]);
        const lock = type.includes('RwLock') ? 'write' : 'lock';
        return {
          at: rust.text.length,
          anchor: open,
          append: `static ${name}: std::sync::LazyLock<${type}> = std::sync::LazyLock::new(Default::default);`,
          isAppended: true,
          edits: [
            {
              start: open + 1,
              end: open + 1,
              text: `\n${indentOf(rust, open)}    *${name}.${lock}().unwrap().entry("calls".to_owned()).or_default() += 1;`,
            },
          ],
        };
      }),
  },
  {
    name: 'spawned only to be awaited',
    rules: ['spawn-then-await'],
    sites: (rust) =>
      matches(rust, /(?<=[=\s])((?:self\.|\w+::|\w+\.)*\w+)\(/gu, isAsync).flatMap(({ match }) => {
        if (
          !/=\s*$/u.test(rust.code.slice(0, match.index)) ||
          /^(?:if|match|while|Some|Ok|Err)$/u.test(match[1])
        )
          return [];
        if (/spawn|timeout|sleep|join|recv|select/u.test(match[1])) return [];
        const end = behindCall(rust, match.index + match[0].length - 1);
        const rest = end === undefined ? null : /^\.await\b/u.exec(rust.code.slice(end));
        if (end === undefined || !rest) return [];
        return [
          {
            at: match.index,
            edits: [
              { start: match.index, end: match.index, text: 'tokio::spawn(' },
              { start: end, end: end + rest[0].length, text: ').await.unwrap()' },
            ],
          },
        ];
      }),
  },
  {
    name: 'blocking call through a helper',
    rules: ['blocking-fs-in-async', 'blocking-sleep-in-async', 'blocking-dns-in-async'],
    sites: (rust, pick) =>
      asyncFns(rust).map((open) => {
        const name = `${SEEDED.toLowerCase()}_helper_${open}`;
        const body = pick([
          'std::fs::read_to_string("/etc/hostname").unwrap_or_default()',
          '{ std::thread::sleep(std::time::Duration::from_secs(1)); String::new() }',
        ]);
        return {
          at: open,
          span: 1,
          append: `fn ${name}() -> String { ${body} }`,
          edits: [{ start: open + 1, end: open + 1, text: `\n${indentOf(rust, open)}    drop(${name}());` }],
        };
      }),
  },
];
