import { randomBytes } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../../simulator/server.ts';
import {
  archiveOf,
  makeCore,
  makeProfile,
  passUntil,
  startSignedIn,
  until,
} from '../support/core-world.ts';

describe('RingCentral is away', () => {
  it('and the app starts all the same, with the history, the phones and the texts it knows', async () => {
    const world = await startSignedIn();
    const known = await passUntil(world.clock, async () => {
      const { items } = await world.get('calls.list', { limit: 20 });
      const threads = await world.get('messages.list-threads', { limit: 20 });
      expect(items).toHaveLength(20);
      expect(threads.items).toHaveLength(20);
      return { items, threads };
    });
    await world.stop();
    await world.simulator.goDown();

    const next = makeCore(world.profile, world.clock);
    await next.core.start();
    expect((await next.get('calls.list', { limit: 20 })).items).toEqual(known.items);
    expect(await next.get('messages.list-threads', { limit: 20 })).toEqual(known.threads);
    expect((await next.get('calls.list-phones', undefined)).length).toBeGreaterThan(0);
    expect(await next.get('session.get', undefined)).toMatchObject({ state: 'signed-in' });
    await until(async () =>
      expect((await next.get('session.get', undefined)).connection).toMatchObject({
        state: 'offline',
      }),
    );
    const { callId } = await next.get('calls.dial', {
      number: '(907) 555-0141',
      confirmed: ['quiet-hours'],
    });
    await until(async () =>
      expect(await next.get('calls.list-active', undefined)).toMatchObject([
        {
          id: callId,
          state: 'failed',
          typed: '(907) 555-0141',
          failure: {
            kind: 'offline',
            message: 'network.offline',
          },
        },
      ]),
    );
    expect(await next.get('calls.call-with-device', { number: '(907) 555-0141' })).toEqual({
      outcome: 'show-number',
      number: '+19075550141',
    });
    expect(next.opened).toEqual(['+19075550141']);
  });
});

describe('nobody is signed in', () => {
  it('and calls and texts are refused with words', async () => {
    const sidetone = makeCore(makeProfile(), new ManualClock());
    await sidetone.core.start();
    expect(await sidetone.get('session.get', undefined)).toMatchObject({ state: 'signed-out' });
    expect(await sidetone.call('calls.dial', { number: '+19075550141' })).toMatchObject({
      failure: { kind: 'auth', message: 'session.signed-out' },
    });
    expect(
      await sidetone.call('messages.send', {
        clientId: 'x',
        to: { numbers: ['+19075550141'] },
        text: 'Hello',
      }),
    ).toMatchObject({ failure: { kind: 'auth', message: 'session.signed-out' } });
    expect(await sidetone.call('calls.dial', { number: '911' })).toMatchObject({
      failure: { message: 'number.emergency' },
    });
  });
});

describe('the archive', () => {
  it('held by another program keeps nothing from opening, and is taken up when it is free', async () => {
    const profile = makeProfile();
    const clock = new ManualClock();
    const first = makeCore(profile, clock);
    await first.core.start();
    await first.stop();
    const holder = new Sqlite(archiveOf(profile));
    holder.pragma('locking_mode = EXCLUSIVE');
    holder.exec(`INSERT INTO activity (kind, subject, began_at) VALUES ('held', '', 0)`);

    const sidetone = makeCore(profile, clock);
    await sidetone.core.start();
    expect(await sidetone.call('calls.list', {})).toMatchObject({
      ok: false,
      failure: { kind: 'internal', message: 'archive.locked', code: 'SQLITE_BUSY' },
    });
    expect(await sidetone.call('settings.get', undefined)).toMatchObject({ ok: true });
    expect(await sidetone.call('app.info', undefined)).toMatchObject({ ok: true });
    // Not "nobody is signed in": who it was stands in the archive.
    expect(await sidetone.call('session.get', undefined)).toMatchObject({
      ok: false,
      failure: { message: 'archive.locked' },
    });
    holder.close();
    await clock.advance(10_000);
    await until(async () =>
      expect(await sidetone.call('calls.list', {})).toMatchObject({ ok: true }),
    );
    await until(async () =>
      expect(await sidetone.call('session.get', undefined)).toMatchObject({ ok: true }),
    );
    await passUntil(clock, () =>
      expect(sidetone.events).toContainEqual(
        expect.objectContaining({
          topics: expect.arrayContaining([{ area: 'calls' }, { area: 'threads' }]) as unknown,
        }),
      ),
    );
  });

  it('of a newer Sidetone is left alone: the window opens and says so', async () => {
    const profile = makeProfile();
    const clock = new ManualClock();
    const first = makeCore(profile, clock);
    await first.core.start();
    await first.stop();
    const newer = new Sqlite(archiveOf(profile));
    const version = Number(newer.pragma('user_version', { simple: true }));
    newer.pragma('user_version = 999');

    const sidetone = makeCore(profile, clock);
    await sidetone.core.start();
    for (const name of ['calls.list', 'messages.list-threads'] as const) {
      expect(await sidetone.call(name, {})).toMatchObject({
        ok: false,
        failure: { kind: 'unsupported', message: 'archive.newer', retry: 'never' },
      });
    }
    expect(await sidetone.call('app.info', undefined)).toMatchObject({ ok: true });
    await sidetone.stop();
    expect(readdirSync(profile.folder).filter((name) => name.endsWith('.db'))).toEqual([
      'archive.db',
    ]);

    newer.pragma(`user_version = ${version}`);
    newer.close();
    const next = makeCore(profile, clock);
    await next.core.start();
    expect(await next.call('calls.list', {})).toMatchObject({ ok: true });
  });

  it('that is damaged is kept beside a fresh one, and the user is told until they have read it', async () => {
    const profile = makeProfile();
    const clock = new ManualClock();
    writeFileSync(archiveOf(profile), randomBytes(10_000));
    const sidetone = makeCore(profile, clock);
    await sidetone.core.start();
    const [notice] = await sidetone.get('app.list-notices', undefined);
    expect(notice).toMatchObject({
      message: 'archive-damaged',
      params: { keptAs: expect.stringMatching(/^archive-damaged-.*\.db$/), carriedOver: 0 },
    });
    expect(readdirSync(profile.folder)).toContain(notice?.params['keptAs']);
    await sidetone.stop();

    const next = makeCore(profile, clock);
    await next.core.start();
    expect(await next.get('app.list-notices', undefined)).toEqual([notice]);
    await next.get('app.dismiss-notice', { id: notice?.id ?? '' });
    expect(await next.get('app.list-notices', undefined)).toEqual([]);
  });
});

describe('a settings file that could not be read', () => {
  it('is told about, and stands for the defaults', async () => {
    const profile = makeProfile();
    profile.settings = undefined;
    profile.damagedSettings = { keptAs: 'settings-damaged.json' };
    const sidetone = makeCore(profile, new ManualClock());
    await sidetone.core.start();
    expect(await sidetone.get('settings.get', undefined)).toMatchObject({ theme: 'system' });
    expect(await sidetone.get('app.list-notices', undefined)).toMatchObject([
      { message: 'settings-damaged', params: { keptAs: 'settings-damaged.json' } },
    ]);
  });
});
