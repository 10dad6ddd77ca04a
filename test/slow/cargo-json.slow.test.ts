/** The `cargo_metadata` crate, which most tools read cargo's messages with, reads ours. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderCargoJson } from '../../src/report/cargo-json.js';
import { context, report, SAMPLE } from '../report/factory.js';

const MANIFEST = `[package]
name = "reader"
version = "0.0.0"
edition = "2021"

[dependencies]
cargo_metadata = "=0.19.2"
`;

/** Prints what it understood, one line a message; anything it does not understand ends it with a panic. */
const MAIN = `use cargo_metadata::{diagnostic::Applicability, Message};

fn main() {
    for message in Message::parse_stream(std::io::stdin().lock()) {
        match message.expect("cannot read the stream") {
            Message::CompilerMessage(message) => {
                let diagnostic = message.message;
                let code = diagnostic.code.expect("no code").code;
                let span = &diagnostic.spans[0];
                assert!(span.is_primary && diagnostic.rendered.is_some());
                let fixes = diagnostic
                    .children
                    .iter()
                    .flat_map(|child| &child.spans)
                    .filter(|span| span.suggested_replacement.is_some())
                    .map(|span| matches!(span.suggestion_applicability, Some(Applicability::MachineApplicable)))
                    .collect::<Vec<_>>();
                println!("{:?} {code} {}:{} {fixes:?}", diagnostic.level, span.file_name, span.line_start);
            }
            Message::BuildFinished(end) => println!("finished {}", end.success),
            Message::TextLine(line) => panic!("not a message: {line}"),
            other => panic!("unexpected: {other:?}"),
        }
    }
}
`;

let dir = '';

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'rustperf-cargo-json-'));
  mkdirSync(join(dir, 'src'));
  writeFileSync(join(dir, 'Cargo.toml'), MANIFEST);
  writeFileSync(join(dir, 'src/main.rs'), MAIN);
  execFileSync('cargo', ['build', '--quiet'], { cwd: dir, stdio: 'inherit' });
}, 600_000);

afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('every message is understood', () => {
  const stream = renderCargoJson(report(SAMPLE), context(SAMPLE));
  const understood = execFileSync(join(dir, 'target/debug/reader'), { input: stream, encoding: 'utf8' });
  expect(understood.trimEnd().split('\n')).toEqual([
    'Note rustperf::cargo-codegen-units Cargo.toml:7 [true]',
    'Error rustperf::blocking-fs-in-async src/rooms.rs:10 []',
    'Error rustperf::lock-across-await src/rooms.rs:11 []',
    'Error rustperf::blocking-sleep-in-async src/rooms.rs:15 [false]',
    'Warning rustperf::unbounded-channel src/rooms.rs:16 []',
    'finished false',
  ]);
});
