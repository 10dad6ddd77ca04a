/** What fixtures cannot say: which of the findings are sure enough to be shown unasked. */
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.js';
import { loadSettings } from '../../src/settings/load.js';
import { folderWith } from '../settings/folder.js';

const DEPENDENCIES = '[dependencies]\ntokio = "1"\naxum = "0.8"\nfutures = "0.3"\n';
const PRIVATE = `[package]\nname = "app"\nversion = "0.1.0"\nedition = "2021"\n${DEPENDENCIES}`;
const PUBLISHED = PRIVATE.replace('[dependencies]', 'description = "app"\nlicense = "MIT"\n[dependencies]');
const TOOL = PRIVATE.replace('[dependencies]', '[dependencies]\nclap = "4"');

/** Findings of one rule in one file, as `line severity confidence`, low confidence too. */
async function weights(rule: string, manifest: string, code: string): Promise<readonly string[]> {
  const root = folderWith({ 'Cargo.toml': manifest, 'src/lib.rs': code });
  const told = { path: root, only: [rule], cache: false, jobs: '1', minConfidence: 'low' };
  const clippy = { lints: [], complete: false, notes: [] };
  const { report } = await audit(await loadSettings(told, { cwd: root }), { changes: null, clippy });
  return report.findings.map(({ line, severity, confidence }) => `${line} ${severity} ${confidence}`);
}

describe('unbounded-channel', () => {
  const stored = `use tokio::sync::mpsc::*;
pub struct Log { tx: UnboundedSender<String> }
impl Log {
    pub fn open() -> Log { let (tx, rx) = unbounded_channel(); keep(rx); Log { tx } }
    pub fn note(&self, line: String) { let _ = self.tx.send(line); }
}
fn keep(_: UnboundedReceiver<String>) {}
`;
  const reading = `use tokio::sync::mpsc::*;
pub async fn serve(listener: tokio::net::TcpListener) {
    let (tx, rx) = unbounded_channel();
    tokio::spawn(work(rx));
    loop {
        let (stream, _) = listener.accept().await.unwrap();
        let _ = tx.send(stream);
    }
}
async fn work(_: UnboundedReceiver<tokio::net::TcpStream>) {}
`;
  const broadcast = `use tokio::sync::mpsc::*;
use std::collections::HashMap;
pub struct Room { listeners: HashMap<u64, UnboundedSender<String>> }
impl Room {
    pub fn join(&mut self, id: u64) -> UnboundedReceiver<String> {
        let (tx, rx) = unbounded_channel();
        self.listeners.insert(id, tx);
        rx
    }
    pub fn publish(&mut self, line: &str) { self.listeners.retain(|_, tx| tx.send(line.to_owned()).is_ok()); }
}
`;
  const piped = `use tokio::sync::mpsc::*;
pub async fn pipe(upstream: &mut Upstream) {
    let (tx, rx) = unbounded_channel();
    tokio::spawn(work(rx));
    while let Some(chunk) = upstream.read_response_body().await { let _ = tx.send(chunk); }
}
pub struct Upstream;
impl Upstream { pub async fn read_response_body(&mut self) -> Option<Vec<u8>> { None } }
async fn work(_: UnboundedReceiver<Vec<u8>>) {}
`;
  const ordered = (order: string): string => `use tokio::sync::mpsc::*;
pub struct Tiers { orders: UnboundedSender<String> }
pub fn make() -> Tiers { let (tx, rx) = unbounded_channel(); keep(rx); Tiers { orders: tx } }
fn keep(_: UnboundedReceiver<String>) {}
impl Tiers { pub fn ${order}(&self, name: String) { let _ = self.orders.send(name); } }
pub async fn act(tiers: axum::extract::State<Tiers>, name: axum::Json<String>) { tiers.0.${order}(name.0); }
pub async fn run(l: tokio::net::TcpListener) { axum::serve(l, axum::Router::new()).await.unwrap(); }
`;
  const offering = PUBLISHED.replace('[dependencies]', '[dependencies]\nclap = "4"');
  it.each([
    ['stored in a program', PRIVATE, stored, '4 warning medium'],
    ['filled with what a peer sends', PUBLISHED, piped, '3 warning medium'],
    ['of a library that offers options too', offering, piped, '3 warning medium'],
    ['stored in a library for strangers', PUBLISHED, stored, '4 suggestion low'],
    ['filled by a listener', PUBLISHED, reading, '3 critical high'],
    ['filled by requests', PRIVATE, ordered('note'), '3 critical high'],
    ['filled by orders to end something', PRIVATE, ordered('delete_tier'), '3 warning medium'],
    ['of each of many subscribers', PRIVATE, broadcast, '6 warning medium'],
    [
      'whose messages ask for an answer',
      PRIVATE,
      stored.replaceAll('String', 'Ask').concat('pub struct Ask { reply: tokio::sync::oneshot::Sender<u8> }'),
      '4 suggestion low',
    ],
    [
      'whose limit a comment gives',
      PRIVATE,
      stored.replace('{ let (tx', '{\n // bounded by the connection limit\n let (tx'),
      '6 suggestion low',
    ],
    [
      'whose maker collects what its threads find',
      PRIVATE,
      `pub fn all(paths: Vec<String>) -> Vec<usize> {
    let (tx, rx) = std::sync::mpsc::channel();
    for path in paths { let tx = tx.clone(); std::thread::spawn(move || tx.send(path.len())); }
    drop(tx);
    rx.iter().collect()
}`,
      '2 suggestion low',
    ],
    [
      'in a tool for the command line',
      TOOL,
      `pub fn walk(lines: Vec<String>) {
    let (tx, rx) = std::sync::mpsc::channel();
    std::thread::spawn(move || for line in rx { println!("{line}") });
    for line in lines { tx.send(line).unwrap(); }
}`,
      '2 suggestion low',
    ],
  ])('%s', async (_, manifest, code, weight) => {
    expect(await weights('unbounded-channel', manifest, code)).toEqual([weight]);
  });

  it('follows the sender through parameters and fields to the loop that reads', async () => {
    const code = `use tokio::sync::mpsc::*;
pub struct Session { jobs: UnboundedSender<Vec<u8>> }
pub fn start(socket: tokio::net::UdpSocket) { let (tx, rx) = unbounded_channel(); Session::run(tx, socket); drop(rx); }
impl Session {
    fn run(jobs: UnboundedSender<Vec<u8>>, socket: tokio::net::UdpSocket) {
        let session = Session { jobs };
        tokio::spawn(async move {
            let mut buffer = [0; 1500];
            loop { let (n, _) = socket.recv_from(&mut buffer).await.unwrap(); session.take(&buffer[..n]); }
        });
    }
    fn take(&self, packet: &[u8]) { let _ = self.jobs.send(packet.to_vec()); }
}
`;
    const [weight] = await weights('unbounded-channel', PUBLISHED, code);
    expect(weight).toMatch(/^3 (?:critical high|warning medium)$/);
  });
});

describe('locked-map', () => {
  const handler = `use std::{collections::HashMap, sync::{Arc, Mutex}};
pub struct App { hits: Arc<Mutex<HashMap<String, u64>>> }
pub async fn hit(axum::extract::State(app): axum::extract::State<Arc<App>>) {
    *app.hits.lock().unwrap().entry("a".into()).or_default() += 1;
}
`;
  const boards = (
    write: string,
    field: string,
  ): string => `use std::{collections::HashMap, sync::{Arc, RwLock}};
pub struct App { ${field}: Arc<RwLock<HashMap<String, u64>>> }
pub async fn show(axum::extract::State(app): axum::extract::State<Arc<App>>) {
    let _ = app.${field}.read().unwrap().get("a");
}
pub async fn ${write}(axum::extract::State(app): axum::extract::State<Arc<App>>) {
    app.${field}.write().unwrap().insert("a".into(), 1);
}
`;
  const registry = `use std::{collections::HashMap, sync::{Arc, RwLock}};
#[derive(Clone)]
pub struct Tokenizers { all: Arc<RwLock<HashMap<String, u64>>> }
impl Tokenizers {
    pub async fn get(&self, name: &str) -> Option<u64> { self.all.read().unwrap().get(name).copied() }
    pub async fn register(&self, name: String) { self.all.write().unwrap().insert(name, 1); }
}
`;
  const wills = (write: string): string => `use std::{collections::HashMap, sync::{Arc, Mutex}};
type Wills = Arc<Mutex<HashMap<u64, u64>>>;
pub async fn run(listener: tokio::net::TcpListener, wills: Wills) {
    loop {
        let (stream, _) = listener.accept().await.unwrap();
        tokio::spawn(remote(stream, wills.clone()));
    }
}
async fn remote(stream: tokio::net::TcpStream, wills: Wills) {
    ${write}
    drop(stream);
}
`;
  const put = 'wills.lock().unwrap().insert(1, 1);';
  it.each([
    ['that each request writes', PUBLISHED, handler, '2 warning medium'],
    ['that each connection writes once', PRIVATE, wills(put), '2 suggestion medium'],
    [
      'that each message writes',
      PRIVATE,
      wills(`loop { stream.readable().await.unwrap(); ${put} }`),
      '2 warning medium',
    ],
    ['of a program', PRIVATE, registry, '3 suggestion medium'],
    ['that is a registry of a library', PUBLISHED, registry, '3 suggestion low'],
    [
      'that requests read, and settings change',
      PRIVATE,
      boards('update_board', 'boards'),
      '2 suggestion medium',
    ],
    ['that requests read and fill', PRIVATE, boards('fetch_board', 'boards'), '2 warning medium'],
    ['of what passes', PRIVATE, boards('update_session', 'sessions'), '2 warning medium'],
  ])('%s', async (_, manifest, code, weight) => {
    expect(await weights('locked-map', manifest, code)).toEqual([weight]);
  });
});

describe('seqcst-ordering', () => {
  const flag = `use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
pub struct Server { stopped: AtomicBool }
impl Server {
    pub fn stop(&self) { self.stopped.store(true, SeqCst); }
    pub fn is_stopped(&self) -> bool { self.stopped.load(SeqCst) }
}
`;
  const turns = `${flag}impl Server { pub fn run(&self) { for n in 0..99 { if self.stopped.load(SeqCst) { break } print(n) } } }\nfn print(_: u8) {}\n`;
  const waits = `${flag}impl Server { pub fn run(&self) { while !self.stopped.load(SeqCst) { std::thread::park() } } }`;
  const counter = `use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
static NEXT: AtomicU64 = AtomicU64::new(0);
pub fn next() -> u64 { NEXT.fetch_add(1, SeqCst) }
`;
  it.each([
    ['a counter', PUBLISHED, counter, '3 suggestion medium'],
    [
      'a count that admits',
      PRIVATE,
      counter.replace('u64 { NEXT.fetch_add(1, SeqCst) }', 'bool { NEXT.fetch_add(1, SeqCst) < 8 }'),
      '3 suggestion low',
    ],
    ['a flag of a program', PRIVATE, flag, '4 suggestion medium'],
    ['a flag that a library sets at the end', PUBLISHED, flag, '4 suggestion low'],
    ['a flag that a loop looks at', PUBLISHED, turns, '4 suggestion medium'],
    ['a flag that a loop looks at between waits', PUBLISHED, waits, '4 suggestion low'],
  ])('%s', async (_, manifest, code, weight) => {
    expect(await weights('seqcst-ordering', manifest, code)).toEqual([weight]);
  });
});

describe('unbounded-spawn', () => {
  const packets = `pub async fn serve(socket: tokio::net::UdpSocket) {
    let mut buffer = [0; 1500];
    while let Ok((size, _)) = socket.recv_from(&mut buffer).await {
        let packet = buffer[..size].to_vec();
        tokio::spawn(async move { drop(packet) });
    }
}
`;
  const items = `pub async fn all(urls: Vec<String>) {
    for url in urls { tokio::spawn(async move { drop(url) }); }
}
`;
  const asked = `pub async fn run(mut rx: tokio::sync::mpsc::Receiver<(u8, tokio::sync::oneshot::Sender<u8>)>) {
    while let Some((n, reply)) = rx.recv().await { tokio::spawn(async move { reply.send(n) }); }
}
`;
  it.each([
    ['of what a socket brings', PUBLISHED, packets, '5 warning medium'],
    ['of a collection in a program', PRIVATE, items, '2 warning medium'],
    ['of a collection in a library', PUBLISHED, items, '2 suggestion low'],
    ['of a collection in a tool', TOOL, items, '2 suggestion low'],
    ['of questions whose askers wait', PRIVATE, asked, '2 suggestion low'],
  ])('%s', async (_, manifest, code, weight) => {
    expect(await weights('unbounded-spawn', manifest, code)).toEqual([weight]);
  });
});

describe('linear-lookup-in-loop', () => {
  const search = (list: string): string =>
    `pub async fn find(axum::Json(ids): axum::Json<Vec<String>>, ${list}: Vec<String>) -> bool {
    ids.iter().any(|id| ${list}.contains(id))
}`;
  it.each([
    ['a list of any length', 'known', '2 warning medium'],
    ['a list that somebody wrote by hand', 'alert_tags', '2 warning low'],
    ['a list of what a caller may see', 'authorized_tables', '2 warning low'],
  ])('%s', async (_, list, weight) => {
    expect(await weights('linear-lookup-in-loop', PRIVATE, search(list))).toEqual([weight]);
  });
});

describe('query-in-loop', () => {
  const saving = (around: string): string => `impl Store {
    async fn save_message(&self, id: i64) { sqlx::query("INSERT INTO m VALUES (1)").bind(id).execute(&self.pool).await.unwrap(); }
    pub async fn ${around}(&self, ids: &[i64]) {
        for id in ids { self.save_message(*id).await; }
    }
}
pub struct Store { pool: sqlx::PgPool }`;
  const manifest = PRIVATE.concat('sqlx = { version = "0.8", features = ["postgres"] }\n');
  it.each([
    ['a batch that is written one by one', 'save_messages', '4 warning medium'],
    ['writes with a reason of their own', 'repair', '4 warning low'],
  ])('%s', async (_, around, weight) => {
    expect(await weights('query-in-loop', manifest, saving(around))).toEqual([weight]);
  });
});

describe('what blocks', () => {
  const weigh = (manifest: string, code: string) => weights('blocking-fs-in-async', manifest, code);
  const read = 'let _ = std::fs::read("a");';
  it.each([
    ['in a handler', PRIVATE, `async fn show(_: axum::Json<u8>) { ${read} }`, '1 critical high'],
    ['in a function that anyone may call', PRIVATE, `pub async fn show() { ${read} }`, '1 critical high'],
    [
      'behind a plain function',
      PRIVATE,
      `fn load() { ${read} }\npub async fn show() { load() }`,
      '2 critical medium',
    ],
    ['in code that starts things up', PRIVATE, `pub async fn load_config() { ${read} }`, '1 suggestion low'],
    [
      'in what a loop without end sets up anew',
      PRIVATE,
      `pub async fn start() { 'again: loop { connect().await; if idle().await { continue 'again; } } }
async fn connect() { ${read} }
async fn idle() -> bool { true }`,
      '2 critical high',
    ],
    [
      'in what a start tries a few times',
      PRIVATE,
      `pub async fn start() { loop { if connect().await { break; } } }\nasync fn connect() -> bool { ${read} true }`,
      '2 suggestion low',
    ],
    [
      'in what a loop does between two pauses',
      PRIVATE,
      `pub async fn run() { loop { renew().await; tokio::time::sleep(std::time::Duration::from_secs(60)).await; } }
async fn renew() { ${read} }`,
      '2 warning high',
    ],
    [
      'in what a loop does between two pauses, and a handler too',
      PRIVATE,
      `pub async fn run() { loop { renew().await; tokio::time::sleep(std::time::Duration::from_secs(60)).await; } }
async fn renew() { ${read} }
async fn now(_: axum::Json<u8>) { renew().await }`,
      '2 critical high',
    ],
    ['at the start of each session', PRIVATE, `pub async fn start_session() { ${read} }`, '1 critical high'],
    [
      'in a future that its own thread waits for',
      PRIVATE,
      `pub fn get(rt: tokio::runtime::Runtime) { rt.block_on(async { ${read} }) }`,
      '1 suggestion high',
    ],
    [
      'in a function that only such a future awaits',
      PRIVATE,
      `pub fn get(rt: tokio::runtime::Runtime) { rt.block_on(show()) }\nasync fn show() { ${read} }`,
      '2 suggestion high',
    ],
    [
      'a look in passing in a library for strangers',
      PUBLISHED,
      'async fn has(p: &std::path::Path) -> bool { look(p) }\nfn look(p: &std::path::Path) -> bool { p.exists() }',
      '1 suggestion low',
    ],
    [
      'a look of a library itself',
      PUBLISHED,
      'pub async fn has(p: &std::path::Path) -> bool { p.exists() }',
      '1 suggestion medium',
    ],
    [
      'files of a value that is made',
      PUBLISHED,
      `pub async fn open() { Cache::new() }\nstruct Cache;\nimpl Cache { fn new() { ${read} } }`,
      '1 suggestion low',
    ],
    [
      'a look in passing',
      PRIVATE,
      'pub async fn has(p: &std::path::Path) -> bool { p.exists() }',
      '1 suggestion medium',
    ],
    [
      'before a spawned server serves',
      PRIVATE,
      `pub async fn go() { tokio::spawn(control()); }
fn control() -> impl std::future::Future {
    ${read}
    tonic::transport::Server::builder().serve(addr())
}`,
      '1 suggestion low',
    ],
    [
      'before a task of its own serves',
      PRIVATE,
      `pub async fn go() { tokio::spawn(metrics()); }
async fn metrics() {
    ${read}
    axum::serve(listener(), router()).await.unwrap();
}`,
      '3 suggestion low',
    ],
    [
      'before each connection is served',
      PRIVATE,
      `pub async fn go(l: tokio::net::TcpListener) { loop {
    let (s, _) = l.accept().await.unwrap();
    tokio::spawn(each(s)); } }
async fn each(s: tokio::net::TcpStream) {
    ${read}
    http1::Builder::new().serve_connection(s, service()).await.unwrap();
}`,
      '5 critical high',
    ],
    [
      'in what only the end comes to',
      PRIVATE,
      `pub async fn shutdown() { flush().await; flush().await }
async fn flush() { save().await }
async fn save() { ${read} }`,
      '3 suggestion low',
    ],
    [
      'in what others come to as well as the end',
      PRIVATE,
      `pub async fn shutdown() { save().await }
pub async fn apply() { save().await }
async fn save() { ${read} }`,
      '3 critical high',
    ],
    [
      'a look for each of many',
      PRIVATE,
      'pub async fn has(all: &[std::path::PathBuf]) { for p in all { let _ = p.exists(); } }',
      '1 warning medium',
    ],
  ])('%s', async (_, manifest, code, expected) => {
    expect(await weigh(manifest, code)).toEqual([expected]);
  });

  it('is a warning in what answers probes', async () => {
    const root = folderWith({
      'Cargo.toml': PRIVATE,
      'src/lib.rs': 'mod health;',
      'src/health.rs': `pub async fn show(_: axum::Json<u8>) { ${read} }`,
    });
    const told = { path: root, only: ['blocking-fs-in-async'], cache: false, jobs: '1' };
    const { report } = await audit(await loadSettings(told, { cwd: root }));
    expect(report.findings.map(({ severity }) => severity)).toEqual(['warning']);
  });

  it('weighs the same anywhere when it panics', async () => {
    const code = 'pub async fn load_config(rt: tokio::runtime::Runtime) { rt.block_on(async {}) }';
    expect(await weights('block-on-in-async', TOOL, code)).toEqual(['1 critical high']);
  });

  it('is a doubt where a tool waits for its user', async () => {
    const code = `pub fn run(rt: tokio::runtime::Runtime) { rt.block_on(ask()) }
async fn ask() { let mut line = String::new(); std::io::stdin().read_line(&mut line).unwrap(); }`;
    expect(await weights('blocking-wait-in-async', TOOL, code)).toEqual(['2 suggestion low']);
    expect(await weights('blocking-wait-in-async', PRIVATE, code)).toEqual(['2 suggestion medium']);
  });
});

describe('spawn-then-await', () => {
  const code = (task: string) => `pub async fn answer() -> Result<(), Box<dyn std::error::Error>> {
    ${task}
    Ok(())
}
async fn delete_snapshot() {}
async fn count() {}
`;
  it('is unsure where work that changes something passes its panics on', async () => {
    const on = (task: string) => weights('spawn-then-await', PRIVATE, code(task));
    expect(await on('tokio::spawn(async move { delete_snapshot().await }).await?;')).toEqual([
      '2 warning low',
    ]);
    expect(await on('tokio::spawn(delete_snapshot()).await.unwrap();')).toEqual(['2 warning high']);
    expect(await on('tokio::spawn(count()).await?;')).toEqual(['2 warning high']);
  });
});

describe('blocking-fs-in-async', () => {
  it('weighs less between rounds that sleep, unless a request waits', async () => {
    const on = (code: string) => weights('blocking-fs-in-async', PRIVATE, code);
    const save = 'std::fs::write("state.json", "{}").unwrap();';
    const task = (round: string) => `pub fn start() { tokio::spawn(async { loop { ${round} } }); }`;
    expect(await on(task(`tokio::time::sleep(EVERY).await;\n ${save}`))).toEqual(['2 warning high']);
    expect(await on(task(`queue().recv().await;\n ${save}`))).toEqual(['2 critical high']);
  });
});

describe('blocking-sleep-in-async', () => {
  it('is no pause between rounds', async () => {
    const code = 'pub fn start() { tokio::spawn(async { loop { std::thread::sleep(EVERY); } }); }';
    expect(await weights('blocking-sleep-in-async', PRIVATE, code)).toEqual(['1 critical high']);
  });
});

describe('json-value-known-schema', () => {
  const reading = (keys: string) => `pub fn read(text: &str) -> Option<String> {
    let value: serde_json::Value = serde_json::from_str(text).ok()?;
    ${keys}
}
`;
  it('weighs little what an error says', async () => {
    const on = (keys: string) =>
      weights('json-value-known-schema', `${PRIVATE}serde_json = "1"\n`, reading(keys));
    expect(await on('Some(value["error"]["message"].as_str()?.to_owned())')).toEqual(['2 warning low']);
    expect(await on('Some(value["name"].as_str()?.to_owned())')).toEqual(['2 warning medium']);
  });
});
