import { expect, it } from 'vitest';
import { runSoak } from './soak/run.ts';

// The long version, with at least 200 kills, is `npm run soak`.
const kills = 10;

it(
  `is killed ${kills} times while it syncs, fetches and writes: nothing is lost or doubled`,
  { timeout: 120_000 },
  async () => {
    const summary = await runSoak({ kills, seed: 4 });
    expect(summary.wrong).toEqual([]);
    expect(summary.kills).toBe(kills);
    expect(summary.accepted).toBeGreaterThan(0);
  },
);
