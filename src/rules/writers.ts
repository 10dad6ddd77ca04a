/** What is known of the thing that bytes are written to or read from. */
import type { Program } from '../program/program.js';
import { argumentOf } from '../program/types.js';
import type { Ty } from '../summaries/ty.js';

const FILES = new Set(['std::fs::File', 'tokio::fs::File', 'async_std::fs::File', 'async_fs::File']);
const SOCKETS = new Set([
  'std::net::TcpStream',
  'std::os::unix::net::UnixStream',
  'tokio::net::TcpStream',
  'tokio::net::UnixStream',
  'tokio::net::unix::UnixStream',
  'tokio::net::tcp::OwnedWriteHalf',
  'tokio::net::tcp::WriteHalf',
  'tokio::net::unix::OwnedWriteHalf',
  'tokio::net::unix::WriteHalf',
  'async_std::net::TcpStream',
  'async_net::TcpStream',
  'async_net::unix::UnixStream',
]);
const PIPES = new Set(['std::process::ChildStdin', 'tokio::process::ChildStdin']);
const HALVES = new Set([
  'tokio::io::WriteHalf',
  'tokio::io::split::WriteHalf',
  'futures_util::io::WriteHalf',
]);
const TLS = /^(?:tokio_rustls|tokio_native_tls|rustls|native_tls|async_tls)::.*(?:TlsStream|Stream)$/;
const BUFFERED = new Set([
  'std::io::BufWriter',
  'std::io::LineWriter',
  'tokio::io::BufWriter',
  'tokio::io::BufStream',
  'futures_util::io::BufWriter',
  'async_std::io::BufWriter',
]);

export type WriterKind = 'file' | 'socket' | 'pipe' | 'tls' | 'buffered' | null;

/** @returns null for what is not known, and for writers in memory. */
export function writerKind(program: Program, file: string, ty: Ty): WriterKind {
  const settled = program.types.peel(program.settle(file, ty));
  if (settled === null || !('p' in settled)) return null;
  const { p } = settled;
  if (FILES.has(p)) return 'file';
  if (SOCKETS.has(p)) return 'socket';
  if (PIPES.has(p)) return 'pipe';
  if (TLS.test(p)) return 'tls';
  if (BUFFERED.has(p)) return 'buffered';
  if (HALVES.has(p)) return writerKind(program, file, argumentOf(settled, 0));
  return null;
}

/** Under a `BufWriter`: what it writes to. */
export function bufferedOver(program: Program, file: string, ty: Ty): WriterKind {
  const settled = program.types.peel(program.settle(file, ty));
  return settled !== null && 'p' in settled && BUFFERED.has(settled.p)
    ? writerKind(program, file, argumentOf(settled, 0))
    : null;
}

/** The last segments of the type for a message: `File`, `TcpStream`. */
export function shownType(program: Program, file: string, ty: Ty): string {
  const head = program.headPath(file, ty) ?? '';
  return head.split('::').pop() ?? head;
}
