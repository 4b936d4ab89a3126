import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Figure } from '../figures.ts';
import { openTexting, toText } from './open-texting.ts';

const texts = 10_000;
/** RingCentral's Medium group: requests in a minute (its guide to rate limits). */
const perMinute = 40;
/** Four hours of texts go through in two minutes. */
const speed = 120;
const firstMark = texts / 10;

/** Ten thousand texts that wait go out as fast as RingCentral lets them, and memory stays flat. */
export async function measureDrain(): Promise<readonly Figure[]> {
  const time = { shown: Date.UTC(2026, 2, 11, 15), from: Date.now(), speed };
  const world = await openTexting({ time, rateFactor: 1 });
  const { server } = world;
  const collect = exposeCollector();
  try {
    for (let n = 0; n < texts; n += 1) await world.ask('messages.send', toText(n));
    const before = await server.countTexts();
    const startedAt = Date.now();
    const usedAt = { first: 0, last: 0 };
    for (;;) {
      await sleep(250);
      const count = await server.countTexts();
      if (usedAt.first === 0 && count >= firstMark) usedAt.first = usedAfter(collect);
      if (count >= texts) break;
    }
    const minutes = ((Date.now() - startedAt) * speed) / 60_000;
    usedAt.last = usedAfter(collect);
    return [
      {
        name: `${texts.toLocaleString('en-US')} texts drained`,
        unit: 'minutes',
        ours: minutes,
        against: 'what the rate limit alone takes',
        other: (texts - before) / perMinute,
      },
      {
        name: 'Memory of the main process at the end of it',
        unit: 'MB',
        ours: usedAt.last,
        against: 'after the first tenth',
        other: usedAt.first,
      },
    ];
  } finally {
    await world.close();
  }
}

function usedAfter(collect: () => void): number {
  collect();
  return process.memoryUsage().heapUsed / 1024 ** 2;
}

/** A flag of this process alone: the bench is started without it. */
function exposeCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
