import { expect, it } from 'vitest';
import { runTexting } from './texting/run.ts';

// The long version, with 1,000 kills over 3,000 texts, is `npm run soak -- texting`.
const kills = 8;
const texts = 30;

it(
  `is killed ${kills} times while it sends ${texts} texts in foul weather: none is lost or doubled`,
  { timeout: 120_000 },
  async () => {
    const summary = await runTexting({ kills, texts, seed: 6 });
    expect(summary.wrong).toEqual([]);
    expect(summary.kills).toBe(kills);
    expect(summary.accepted).toBeGreaterThanOrEqual(texts);
    expect(summary.tally.there).toBeGreaterThan(0);
    expect(summary.tally.waiting).toBe(0);
  },
);
