import type { Topic } from '../../shared/contract/index.ts';

/** How long changes are gathered after some have been applied, in milliseconds. */
const restMs = 150;
/** One answer that never comes must not keep the window from all others, in milliseconds. */
const longestMs = 1_000;

/**
 * Applies what main tells, the first at once. While a backfill tells of change after change, those
 * that come meanwhile are applied together, and never before what was read for the last is there.
 */
export function gatherChanges(
  apply: (topics: readonly Topic[]) => Promise<unknown>,
): (topics: readonly Topic[]) => void {
  const waiting = new Map<string, Topic>();
  let isBusy = false;

  const run = async (): Promise<void> => {
    isBusy = true;
    while (waiting.size > 0) {
      const topics = [...waiting.values()];
      waiting.clear();
      await Promise.race([apply(topics), pause(longestMs)]);
      await pause(restMs);
    }
    isBusy = false;
  };
  return (topics) => {
    for (const topic of topics) waiting.set(`${topic.area}:${topic.key ?? ''}`, topic);
    if (!isBusy) void run();
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
