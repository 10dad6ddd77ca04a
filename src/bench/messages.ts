/** Cargo's JSON messages become the executables that a build made. */

export interface Artifact {
  readonly package: string;
  readonly target: string;
  /** `bench`, `bin`, `lib`… */
  readonly kinds: readonly string[];
  /** Built with the test harness or `cfg(test)`: something to run as a bench. */
  readonly test: boolean;
  readonly executable: string;
  /** The package's own directory, absolute. */
  readonly manifestPath: string;
}

/** Artifacts with an executable, in Cargo's order. Lines that are not such messages are passed over. */
export function readArtifacts(stdout: string): Artifact[] {
  return stdout.split(/\r?\n/).flatMap((line) => {
    if (!line.startsWith('{')) return [];
    const artifact = readArtifact(line);
    return artifact === null ? [] : [artifact];
  });
}

function readArtifact(line: string): Artifact | null {
  const message = parse(line);
  const target = field(message, 'target');
  const executable = field(message, 'executable');
  const kinds = field(target, 'kind');
  const name = field(target, 'name');
  const id = field(message, 'package_id');
  const manifestPath = field(message, 'manifest_path');
  if (field(message, 'reason') !== 'compiler-artifact' || !Array.isArray(kinds)) return null;
  if (typeof executable !== 'string' || typeof name !== 'string' || typeof manifestPath !== 'string')
    return null;
  return {
    package: packageName(typeof id === 'string' ? id : '', manifestPath),
    target: name,
    kinds: kinds.filter((kind) => typeof kind === 'string'),
    test: field(field(message, 'profile'), 'test') === true,
    executable,
    manifestPath,
  };
}

/** `path+file:///dir/name#0.1.0`, `…#name@0.1.0` or, before 1.77, `name 0.1.0 (path+file:///dir)`. */
function packageName(id: string, manifestPath: string): string {
  const old = /^(\S+) \S+ \(/.exec(id)?.[1];
  const named = /#([^@#]+)@[^@#]+$/.exec(id)?.[1];
  const directory = /([^/\\]+)[/\\][^/\\]+$/.exec(manifestPath)?.[1];
  return old ?? named ?? directory ?? '';
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // A build script or compiler may print a line that merely starts like an object.
    return null;
  }
}

function field(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}
