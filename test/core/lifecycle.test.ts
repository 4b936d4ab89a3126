import { describe, expect, it } from 'vitest';
import { createLifecycle, type Parts } from '../../main/core/lifecycle.ts';
import { parsePolicy } from '../../main/core/settings/policy.ts';
import { ManualClock } from './support/manual-clock.ts';
import { createMemoryLog } from './support/memory-log.ts';
import { createCountingRandom } from './support/session.ts';

const nothing = (): void => undefined;
const done = (): Promise<void> => Promise.resolve();

/** Only what a start and a stop use is there; what was begun is noted. */
function makeParts(more: object = {}) {
  const clock = new ManualClock();
  const log = createMemoryLog();
  const begun: string[] = [];
  const note = (name: string) => async () => void begun.push(name);
  const quiet = { start: nothing, stop: nothing };
  const silent = { start: done, stop: done, resume: nothing };
  const parts = {
    ports: { clock, log, random: createCountingRandom() },
    archive: { open: done, close: done },
    calls: silent,
    outbox: silent,
    contacts: silent,
    client: { onStatus: nothing, stop: nothing },
    files: silent,
    optOuts: quiet,
    readState: { wake: nothing, resume: nothing, stop: nothing },
    scheduled: silent,
    media: silent,
    incoming: silent,
    shortcut: quiet,
    notifying: { steps: [{ name: 'quiet', begin: note('quiet') }], stop: done },
    cards: quiet,
    live: quiet,
    followUps: { ...silent, start: note('follow-ups') },
    keeping: quiet,
    updates: quiet,
    telling: { ...silent, start: note('telling') },
    localApi: { ...silent, start: note('local-api') },
    settings: { damagedKeptAs: undefined, policy: parsePolicy({ state: 'none' }) },
    diagnostics: { add: done },
    sync: { start: () => void begun.push('sync'), stop: nothing },
    session: { onSignedIn: nothing, start: note('session'), stop: nothing },
    contactImports: quiet,
    callLists: quiet,
    commands: quiet,
    places: quiet,
    transcripts: quiet,
    separate: silent,
    ...more,
  };
  return { lifecycle: createLifecycle(parts as unknown as Parts), clock, log, begun };
}

const inOrder = ['sync', 'session', 'follow-ups', 'quiet', 'telling', 'local-api'];

describe('a start', () => {
  it('signs in although the user cannot be told of damaged settings', async () => {
    const { lifecycle, begun, log } = makeParts({
      settings: { damagedKeptAs: 'settings-damaged.json', policy: parsePolicy({ state: 'none' }) },
      diagnostics: { add: () => Promise.reject(new Error('no room for a notice')) },
    });
    await lifecycle.start();
    expect(begun).toEqual(inOrder);
    expect(log.lines.filter(({ level }) => level === 'error')).toMatchObject([
      { message: 'the user could not be told of damaged settings' },
    ]);
  });

  it('begins what comes after a part that fails, and that one a little later', async () => {
    let failures = 3;
    const begin = (): Promise<void> => {
      failures -= 1;
      return failures < 0 ? Promise.resolve() : Promise.reject(new Error('the disk is busy'));
    };
    const { lifecycle, begun, log, clock } = makeParts({
      notifying: { steps: [{ name: 'quiet', begin }], stop: done },
    });
    await lifecycle.start();
    expect(begun).toEqual(inOrder.filter((name) => name !== 'quiet'));
    await clock.advance(60_000);
    expect(failures).toBe(-1);
    expect(log.lines.map(({ message, fields }) => [message, fields])).toEqual(
      [1, 2, 3].map((attempts) => [
        'a part of the core could not begin',
        { part: 'quiet', attempts },
      ]),
    );
    expect(clock.waiting).toBe(0);
  });

  it('begins nothing any more once it has been stopped', async () => {
    let attempts = 0;
    const start = (): Promise<void> => {
      attempts += 1;
      return Promise.reject(new Error('the disk is busy'));
    };
    const { lifecycle, clock } = makeParts({ telling: { start, stop: done, resume: nothing } });
    await lifecycle.start();
    await lifecycle.stop();
    await clock.advance(600_000);
    expect(attempts).toBe(1);
  });
});
