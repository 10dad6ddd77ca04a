/** The measurement cannot start or cannot be read: wrong option, no Cargo, failing build, foreign file. */

/** The message says what, where and what to try. */
export class BenchError extends Error {
  override readonly name = 'BenchError';
}
