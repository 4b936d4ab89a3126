/**
 * Runs one task at a time, and of those that wait only the ones still wanted: what was asked for
 * letters that have been typed over since is not asked at all.
 */
export function createTurns(): <T>(signal: AbortSignal, task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (signal, task) => {
    const mine = last.then(() => {
      signal.throwIfAborted();
      return task();
    });
    last = mine.catch(() => undefined);
    return mine;
  };
}
