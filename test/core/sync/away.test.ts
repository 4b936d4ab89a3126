import { describe, expect, it } from 'vitest';
import { createAway } from '../../../main/core/sync/away/service.ts';
import { until } from '../support/core-world.ts';
import { settled } from '../support/manual-clock.ts';
import { callOf, dayMs, now, openBackfill, textOf } from './backfill/world.ts';

const minute = 60_000;
const ago = (ms: number) => ms / dayMs;

/** Both feeds were in step at the start of the test. */
async function openInStep() {
  const world = openBackfill();
  const away = createAway(world.deps);
  const sync = async (): Promise<void> => {
    away.noteSynced('messages', world.clock.now());
    away.noteSynced('calls', world.clock.now());
    await settled();
  };
  await sync();
  const put = async (options: { texts?: number; missed?: number; at: number }): Promise<void> => {
    const daysAgo = ago(now - options.at);
    const texts = Array.from({ length: options.texts ?? 0 }, (_, n) =>
      textOf(`t${options.at}-${n}`, daysAgo),
    );
    const calls = Array.from({ length: options.missed ?? 0 }, (_, n) =>
      callOf(`c${options.at}-${n}`, daysAgo),
    );
    await world.write.messages({ records: texts, deleted: [], unreadable: [] }, {});
    await world.write.calls({ records: calls, deleted: [], unreadable: [] }, {});
  };
  return { ...world, away, sync, put };
}

describe('what came in while nobody was there', () => {
  it('is counted when both texts and calls are known again', async () => {
    const { away, clock, put, sync, changes } = await openInStep();
    await clock.sleep(60 * minute);
    await put({ texts: 5, missed: 3, at: now + 20 * minute });
    away.noteSynced('messages', clock.now());
    await settled();
    expect(await away.get()).toBeUndefined();
    away.noteSynced('calls', clock.now());
    await until(async () => expect(await away.get()).toBeDefined());
    expect(await away.get()).toEqual({
      since: now,
      until: now + 60 * minute,
      missedCalls: 3,
      texts: 5,
      voicemails: 0,
    });
    expect(changes).toContain('away');
    // What comes in later is no part of it.
    await put({ texts: 1, at: now + 61 * minute });
    await clock.advance(2 * minute);
    await sync();
    expect(await away.get()).toMatchObject({ texts: 5 });
  });

  it('is not told of the minutes between two syncs, nor of an hour in which nothing came', async () => {
    const { away, clock, put, sync } = await openInStep();
    await put({ texts: 1, at: now + minute });
    await clock.advance(5 * minute);
    await sync();
    expect(await away.get()).toBeUndefined();
    await clock.sleep(60 * minute);
    await sync();
    expect(await away.get()).toBeUndefined();
  });

  it('stays until it is dismissed, over a restart and with a second absence', async () => {
    const { away, clock, deps, put, sync } = await openInStep();
    await clock.sleep(30 * minute);
    await put({ texts: 2, at: now + 10 * minute });
    await sync();
    await until(async () => expect(await away.get()).toMatchObject({ texts: 2 }));
    const next = createAway(deps);
    expect(await next.get()).toMatchObject({ texts: 2 });
    await clock.sleep(30 * minute);
    await put({ texts: 1, missed: 1, at: now + 45 * minute });
    next.noteSynced('messages', clock.now());
    next.noteSynced('calls', clock.now());
    await until(async () => expect(await next.get()).toMatchObject({ texts: 3, missedCalls: 1 }));
    await next.dismiss();
    expect(await next.get()).toBeUndefined();
  });

  it('is counted from RingCentral’s time, whatever this computer’s clock says', async () => {
    const { away, clock, client, put } = await openInStep();
    await clock.sleep(60 * minute);
    await put({ texts: 1, at: now + 30 * minute });
    // It has jumped a day ahead besides.
    client.clockAheadMs = dayMs;
    await clock.sleep(dayMs);
    away.noteSynced('messages', clock.now());
    away.noteSynced('calls', clock.now());
    await until(async () => expect(await away.get()).toBeDefined());
    expect(await away.get()).toMatchObject({ texts: 1, until: now + 60 * minute });
  });

  it('does not wait for calls that nobody may read', async () => {
    const { clock, deps, put } = await openInStep();
    const away = createAway({
      ...deps,
      session: {
        ...deps.session,
        getView: () => ({ ...deps.session.getView(), canReadCalls: { can: false } }) as never,
      },
    });
    await clock.sleep(60 * minute);
    await put({ texts: 4, at: now + 30 * minute });
    away.noteSynced('messages', clock.now());
    await until(async () => expect(await away.get()).toMatchObject({ texts: 4, missedCalls: 0 }));
  });
});
