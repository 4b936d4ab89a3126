import { describe, expect, it } from 'vitest';
import { createLifecycle, type Parts } from '../../main/core/lifecycle.ts';
import { parsePolicy } from '../../main/core/settings/policy.ts';
import { ManualClock } from './support/manual-clock.ts';
import { createMemoryLog } from './support/memory-log.ts';

const nothing = (): void => undefined;
const done = (): Promise<void> => Promise.resolve();

describe('a start', () => {
  it('signs in although the user cannot be told of damaged settings', async () => {
    const log = createMemoryLog();
    const begun: string[] = [];
    // Only what a start uses is there.
    const parts = {
      ports: { clock: new ManualClock(), log },
      archive: { open: done },
      calls: { start: done },
      outbox: { start: done, resume: nothing },
      contacts: { start: done },
      client: { onStatus: nothing },
      files: { start: done },
      optOuts: { start: nothing },
      readState: { wake: nothing },
      scheduled: { start: done, resume: nothing },
      media: { start: nothing },
      incoming: { start: nothing },
      shortcut: { start: nothing },
      notifying: { start: done },
      cards: { start: nothing },
      live: { start: nothing },
      followUps: { start: async () => void begun.push('follow-ups') },
      keeping: { start: nothing },
      updates: { start: nothing },
      telling: { start: done },
      localApi: { start: done },
      settings: { damagedKeptAs: 'settings-damaged.json', policy: parsePolicy({ state: 'none' }) },
      diagnostics: { add: () => Promise.reject(new Error('no room for a notice')) },
      sync: { start: () => void begun.push('sync') },
      session: { onSignedIn: nothing, start: async () => void begun.push('session') },
    } as unknown as Parts;
    await createLifecycle(parts).start();
    expect(begun).toEqual(['sync', 'session', 'follow-ups']);
    expect(log.lines.filter(({ level }) => level === 'error')).toMatchObject([
      { message: 'the user could not be told of damaged settings' },
    ]);
  });
});
