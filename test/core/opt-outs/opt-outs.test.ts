import { describe, expect, it, onTestFinished } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import type { E164 } from '../../../shared/model/ids.ts';
import { createOptOuts } from '../../../main/core/opt-outs/service.ts';
import { noteStop, readOptOut } from '../../../main/core/opt-outs/rows.ts';
import type { Outcome } from '../../../main/core/ringcentral/outcome.ts';
import type { ServerConsent } from '../../../main/core/ringcentral/records.ts';
import { openInProcessArchive } from '../../db/in-process.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { createMemoryLog } from '../support/memory-log.ts';
import { ada, bob, createFakeSession, mainNumber, secondNumber } from '../support/session.ts';

type Change = Pick<ServerConsent, 'ownNumber' | 'number' | 'isOptedOut'>;
const day = 24 * 60 * 60_000;

function makeOptOuts() {
  const archive = openInProcessArchive();
  const clock = new ManualClock();
  const session = createFakeSession();
  const listeners = new Set<() => void>();
  const changed: string[] = [];
  const server = {
    asked: 0,
    told: [] as Change[],
    list: { kind: 'ok', value: [] } as Outcome<readonly ServerConsent[]>,
    set: { kind: 'ok', value: undefined } as Outcome<void>,
  };
  const optOuts = createOptOuts({
    archive,
    clock,
    log: createMemoryLog(),
    events: { changed: (...topics) => void changed.push(...topics.map(({ area }) => area)) },
    session: {
      requireSignedIn: session.requireSignedIn,
      onSignedIn(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    api: {
      consents: {
        list() {
          server.asked += 1;
          return Promise.resolve(server.list);
        },
        set(changes) {
          server.told.push(
            ...changes.map(({ ownNumber, number, isOptedOut }) => ({
              ownNumber,
              number,
              isOptedOut,
            })),
          );
          return Promise.resolve(server.set);
        },
      },
    },
  });
  onTestFinished(() => optOuts.stop());
  const optOut = (ownNumber: E164 = mainNumber, number: E164 = ada) =>
    readOptOut(archive.db, { ownNumber, number });
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
  };
  const signIn = (): void => listeners.forEach((listener) => listener());
  return { archive, clock, session, server, changed, optOuts, optOut, settle, signIn };
}

const consent = (more: Partial<ServerConsent> = {}): ServerConsent => ({
  ownNumber: mainNumber,
  number: ada,
  isOptedOut: true,
  at: 1_000,
  ...more,
});

describe('who wants no texts', () => {
  it('is noted and lifted by hand, logged with the reason, whatever the clocks say', async () => {
    const { archive, clock, optOuts, optOut, changed } = makeOptOuts();
    const pair = { ownNumber: mainNumber, number: ada };
    const at = clock.now() + 5 * 60_000;
    noteStop(archive.db, pair, { at, source: 'answer', word: 'STOP' });
    await optOuts.set({ ...pair, isOptedOut: false, reason: 'They called' });
    expect(optOut()).toBeUndefined();
    await optOuts.set({ ...pair, isOptedOut: true, reason: 'They called again' });
    expect(optOut()).toMatchObject({ source: 'user' });
    await optOuts.set({ ...pair, isOptedOut: true, reason: 'Once more' });
    const log = archive.db.prepare('SELECT kind, number, detail, outcome FROM activity').all();
    expect(log).toEqual([
      {
        kind: 'opt-out',
        number: ada,
        detail: JSON.stringify({ ownNumber: mainNumber, isOptedOut: false, reason: 'They called' }),
        outcome: 'lifted',
      },
      expect.objectContaining({ outcome: 'noted' }),
    ]);
    expect(changed).toEqual(['opt-outs', 'opt-outs']);
  });

  it('may be noted for all numbers of the user, and lifted for one of them', async () => {
    const { optOuts, optOut } = makeOptOuts();
    await optOuts.set({ number: ada, isOptedOut: true, reason: 'By post' });
    expect(optOut(secondNumber)).toBeDefined();
    await optOuts.set({ number: ada, ownNumber: mainNumber, isOptedOut: false, reason: 'Again' });
    expect(optOut(mainNumber)).toBeUndefined();
    expect(optOut(secondNumber)).toBeDefined();
    expect((await optOuts.list({ limit: 10 })).items).toMatchObject([
      { number: ada, ownNumber: undefined, source: 'user' },
    ]);
  });

  it('is read page by page, the latest first, each once', async () => {
    const { archive, optOuts } = makeOptOuts();
    const numbers = Array.from({ length: 9 }, (_, index) => `+1212555014${index}` as E164);
    for (const [index, number] of numbers.entries()) {
      const stop = { at: 1_000 + Math.floor(index / 4), source: 'answer', word: 'STOP' } as const;
      noteStop(archive.db, { ownNumber: mainNumber, number }, stop);
      noteStop(archive.db, { ownNumber: secondNumber, number }, stop);
    }
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await optOuts.list({ limit: 4, ...(after !== undefined && { after }) });
      seen.push(...page.items.map(({ number, ownNumber }) => `${number} ${ownNumber ?? ''}`));
      after = page.next;
    } while (after !== undefined);
    expect(new Set(seen).size).toBe(18);
    expect(seen).toHaveLength(18);
    expect(seen[0]).toBe(`+12125550148 ${mainNumber}`);
  });
});

describe('RingCentral’s consent records', () => {
  it('are merged by their times, after signing in and once a day', async () => {
    const { server, clock, session, optOuts, optOut, settle, signIn, changed } = makeOptOuts();
    session.isSignedIn = false;
    server.list = { kind: 'ok', value: [consent(), consent({ number: bob, isOptedOut: false })] };
    optOuts.start();
    await settle();
    expect(server.asked).toBe(0);
    session.isSignedIn = true;
    signIn();
    await settle();
    expect(optOut()).toEqual({ at: 1_000, source: 'consents', word: undefined });
    expect(optOut(mainNumber, bob)).toBeUndefined();
    expect(changed).toEqual(['opt-outs']);
    server.list = { kind: 'ok', value: [consent({ isOptedOut: false, at: 2_000 })] };
    await clock.advance(day);
    await settle();
    expect(server.asked).toBe(2);
    expect(optOut()).toBeUndefined();
    await clock.advance(day);
    await settle();
    // Nothing new is nothing to tell.
    expect(changed).toEqual(['opt-outs', 'opt-outs']);
  });

  it('are told what was changed by hand, again after trouble, and hold it against older ones', async () => {
    const { server, clock, optOuts, optOut, settle } = makeOptOuts();
    const notSent = { kind: 'not-sent', failure: failure('offline', 'network.offline') } as const;
    server.set = notSent;
    optOuts.start();
    await settle();
    await optOuts.set({ number: ada, ownNumber: mainNumber, isOptedOut: true, reason: 'Asked' });
    await settle();
    server.list = { kind: 'ok', value: [consent({ isOptedOut: false, at: clock.now() + day })] };
    expect(server.told).toHaveLength(1);
    expect(optOut()).toBeDefined();
    server.set = { kind: 'ok', value: undefined };
    server.list = { kind: 'ok', value: [] };
    await clock.advance(15 * 60_000);
    await settle();
    expect(server.told).toEqual([
      { ownNumber: mainNumber, number: ada, isOptedOut: true },
      { ownNumber: mainNumber, number: ada, isOptedOut: true },
    ]);
    await clock.advance(day);
    await settle();
    expect(server.told).toHaveLength(2);
  });

  it.each([403, 404])(
    'may not be there at all (%i): then nothing is said of it',
    async (status) => {
      const { server, clock, optOuts, optOut, settle, changed } = makeOptOuts();
      const reason = failure('rejected', 'server.refused');
      server.list = server.set = { kind: 'refused', status, failure: reason };
      optOuts.start();
      await settle();
      await optOuts.set({ number: ada, ownNumber: mainNumber, isOptedOut: true, reason: 'Asked' });
      await settle();
      expect(optOut()).toBeDefined();
      expect(changed).toEqual(['opt-outs']);
      await clock.advance(60 * 60_000);
      await settle();
      // The change is not told time and again.
      expect(server.told).toHaveLength(1);
    },
  );
});
