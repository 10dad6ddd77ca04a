import { join } from 'node:path';

/** In CI, a JSON report beside the usual output, for the closing count of both suites. */
export function reporting(name: string) {
  const folder = process.env.VITEST_JSON_DIR;
  return folder === undefined
    ? {}
    : { reporters: ['default', 'json'], outputFile: { json: join(folder, `${name}.json`) } };
}
