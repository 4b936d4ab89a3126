import { describe, expect, it } from 'vitest';
import { fuzzCalls, readers } from './all.ts';
import { fuzzApi } from './api/run.ts';
import { countFound } from './corpus.ts';
import { floodLinks } from './links.ts';

// The long version, 100,000 of each, is `npm run soak -- fuzz`.
const seed = 20_261_123;

describe('whatever comes from outside', { timeout: 60_000 }, () => {
  it.each(Object.keys(readers))('%s: nothing throws, and nothing else comes of it', (name) => {
    expect(readers[name]?.({ runs: 600, seed })).toBeGreaterThanOrEqual(600);
  });

  it('calls of the bridge: an answer to each, nothing dialled that was not asked for', async () => {
    const summary = await fuzzCalls({ runs: 250, seed });
    expect(summary.wrong).toEqual([]);
    expect(summary.calls).toBeGreaterThanOrEqual(250);
    // Both kinds, or it would have looked at one side of the handlers only.
    expect(Math.min(summary.answered, summary.refused)).toBeGreaterThan(30);
  });

  it('requests of the local API: an answer to each, and nothing dialled', async () => {
    const summary = await fuzzApi({ runs: 60, seed });
    expect(summary.wrong).toEqual([]);
    expect(Math.min(summary.answered, summary.refused)).toBeGreaterThan(2);
  });

  it('is judged by checks that can fail', async () => {
    expect(await floodLinks(3)).toBe(3);
    expect(countFound()).toBeGreaterThan(0);
  });
});
