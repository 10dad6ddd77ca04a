/** Releases with a known performance defect. To add one: package, range, what it costs, the way out, source, date. */

export interface SlowVersion {
  readonly package: string;
  /** As `semver` reads ranges; `||` between alternatives. */
  readonly range: string;
  /** What it costs, one clause, lower case. */
  readonly cost: string;
  /** The first good release, or what to use instead. */
  readonly fixedIn: string;
  readonly source: string;
  /** Year and month in which the source was read. */
  readonly checked: string;
}

export const SLOW_VERSIONS: readonly SlowVersion[] = [
  {
    package: 'tokio',
    range: '1.51.0 - 1.51.1 || 1.52.0 - 1.52.1',
    cost: 'its scheduler steals from the LIFO slot: up to 30 % slower in reported message workloads',
    fixedIn: '1.52.2',
    source: 'https://github.com/tokio-rs/tokio/issues/8065',
    checked: '2026-08',
  },
  {
    package: 'hyper',
    range: '1.8.0',
    cost: 'HTTP/1 connections use extra CPU time',
    fixedIn: '1.8.1',
    source: 'https://github.com/hyperium/hyper/releases',
    checked: '2026-08',
  },
  {
    package: 'hyper',
    range: '1.10.0',
    cost: 'a client connection spins when the peer half-closes it',
    fixedIn: '1.10.1',
    source: 'https://github.com/hyperium/hyper/issues/4085',
    checked: '2026-08',
  },
  {
    package: 'h2',
    range: '>=0.3.17 <0.3.26 || >=0.4.0 <0.4.4',
    cost: 'a flood of CONTINUATION frames burns CPU time (RUSTSEC-2024-0332)',
    fixedIn: '0.3.26 or 0.4.4',
    source: 'https://rustsec.org/advisories/RUSTSEC-2024-0332.html',
    checked: '2026-08',
  },
  {
    package: 'h2',
    range: '>=0.4.4 <0.4.16',
    cost: 'a peer can make it use resources without bound (RUSTSEC-2026-0258)',
    fixedIn: '0.4.19',
    source: 'https://rustsec.org/advisories/RUSTSEC-2026-0258.html',
    checked: '2026-08',
  },
  {
    package: 'h2',
    range: '0.4.16 - 0.4.18',
    cost: 'connections are closed by a GOAWAY that was not due, and every request behind it is sent again',
    fixedIn: '0.4.19',
    source: 'https://github.com/hyperium/h2/issues/939',
    checked: '2026-08',
  },
  {
    package: 'rustls',
    range: '<0.21.11 || >=0.22.0 <0.22.4 || >=0.23.0 <0.23.5',
    cost: 'a peer can keep a connection in an endless loop (RUSTSEC-2024-0336)',
    fixedIn: '0.21.11, 0.22.4 or 0.23.5',
    source: 'https://rustsec.org/advisories/RUSTSEC-2024-0336.html',
    checked: '2026-08',
  },
  {
    package: 'regex',
    range: '<1.5.5',
    cost: 'an untrusted pattern can take time without bound to compile (RUSTSEC-2022-0013)',
    fixedIn: '1.5.5',
    source: 'https://rustsec.org/advisories/RUSTSEC-2022-0013.html',
    checked: '2026-08',
  },
  {
    package: 'reqwest',
    range: '0.11.0',
    cost: 'connections are not reused as they should be',
    fixedIn: '0.11.1',
    source: 'https://github.com/seanmonstar/reqwest/issues/1162',
    checked: '2026-08',
  },
];

/** hyper 1.8.0 to 1.10.1, only where HTTP/2 CONNECT tunnels are served or used. */
export const HYPER_TUNNELS: SlowVersion = {
  package: 'hyper',
  range: '>=1.8.0 <1.11.0',
  cost: 'HTTP/2 CONNECT tunnels buffer without bound',
  fixedIn: '1.11.0',
  source: 'https://github.com/hyperium/hyper/issues/4049',
  checked: '2026-08',
};

/** Crates that nobody maintains any more, and what took their place. Reported for direct dependencies only. */
export interface UnmaintainedCrate {
  readonly package: string;
  readonly instead: string;
  readonly source: string;
  readonly checked: string;
}

export const UNMAINTAINED: readonly UnmaintainedCrate[] = [
  {
    package: 'bincode',
    instead: '`postcard`, `bitcode` or `rkyv`',
    source: 'https://rustsec.org/advisories/RUSTSEC-2025-0141.html',
    checked: '2026-08',
  },
  {
    package: 'fxhash',
    instead: '`rustc-hash`',
    source: 'https://rustsec.org/advisories/RUSTSEC-2025-0057.html',
    checked: '2026-08',
  },
  {
    package: 'async-std',
    instead: '`tokio` or `smol`',
    source: 'https://rustsec.org/advisories/RUSTSEC-2025-0052.html',
    checked: '2026-08',
  },
  {
    package: 'wee_alloc',
    instead: "the standard library's allocator",
    source: 'https://rustsec.org/advisories/RUSTSEC-2022-0054.html',
    checked: '2026-08',
  },
];

/** std channels are crossbeam's since 1.67, std locks futex-based since 1.62. */
export const SLOW_RUST = {
  before: '1.67.0',
  cost: 'standard channels and locks are the old, slower ones',
  source: 'https://blog.rust-lang.org/2023/01/26/Rust-1.67.0/',
  checked: '2026-08',
} as const;
