/** Tries one way of publishing: what goes wrong is said, never thrown, and never takes longer than it may. */

export interface Outcome {
  /** For example `comment`. */
  readonly name: string;
  readonly done: boolean;
  /** One clause: what was done, or why not. */
  readonly detail: string;
}

/** `run` says in one clause what it did; `reason` turns what it throws into one clause. */
export async function attempt(
  name: string,
  run: () => Promise<string>,
  options: { readonly reason: (error: unknown) => string; readonly timeout?: number },
): Promise<Outcome> {
  const { reason, timeout = 120_000 } = options;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve({ name, done: false, detail: 'it took too long' }), timeout);
    timer.unref();
  });
  const work = run().then(
    (detail): Outcome => ({ name, done: true, detail }),
    (error: unknown): Outcome => ({ name, done: false, detail: reason(error) }),
  );
  const outcome = await Promise.race([work, late]);
  clearTimeout(timer);
  return outcome;
}
