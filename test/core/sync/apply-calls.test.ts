import { describe, expect, it } from 'vitest';
import { openInProcessArchive } from '../../db/in-process.ts';
import type { SyncedCallRecord } from '../../../main/core/sync/calls/mapping.ts';
import { applyCalls } from '../../../main/core/sync/calls/queries.ts';
import {
  ada,
  after,
  bob,
  inbound,
  insertLocal,
  me,
  ordersOf,
  outLeg,
  ownLeg,
  t0,
} from './call-records.ts';

const nothingElse = { deleted: [], unreadable: [], cursor: undefined, at: t0 };
const failed = '{"kind":"rejected","message":"call.outcome-unknown"}';

type Setup = (db: ReturnType<typeof openInProcessArchive>['db']) => unknown;

/** What the history shows after records have come, one sync each. */
async function historyOf(records: readonly SyncedCallRecord[], setUp: Setup = () => undefined) {
  const archive = openInProcessArchive();
  setUp(archive.db);
  for (const record of records) {
    await archive.write(applyCalls, { ...nothingElse, records: [record] });
  }
  const rows = archive.db
    .prepare(
      `SELECT local_id IS NOT NULL AS local, direction, outcome, number, name, duration_seconds
         AS seconds, (started_at - ?) / 1000 AS startedAt, id / 1024 = started_at AS inOrder,
         (SELECT group_concat(server_id, ' ') FROM (SELECT server_id FROM call_record
           WHERE call_id = call.id ORDER BY server_id)) AS records
       FROM call ORDER BY started_at, id`,
    )
    .all(t0) as readonly Record<string, unknown>[];
  return { archive, rows };
}

const oneCall = {
  local: 0,
  direction: 'outbound',
  outcome: 'connected',
  number: ada,
  name: 'Ada',
  seconds: 24,
  startedAt: 0,
  inOrder: 1,
  records: 'out-160004 own-161004',
};

describe('the two records of a RingOut', () => {
  const crosswise = [ownLeg(161_004, 0), outLeg(160_004, 14)];
  const same = [
    ownLeg(161_004, 0, {
      from: { number: me, extensionNumber: undefined, name: 'Dana' },
      to: { number: ada, extensionNumber: undefined, name: 'Ada' },
    }),
    outLeg(160_004, 14, { from: { number: me, extensionNumber: undefined, name: 'Dana' } }),
  ];

  it.each([
    ['crosswise', crosswise],
    ['with the same numbers', same],
  ])('%s are one call, whichever comes first', async (_, records) => {
    for (const order of ordersOf(records)) {
      expect((await historyOf(order)).rows).toEqual([oneCall]);
    }
  });

  it('are one call with the row that was written when it was placed', async () => {
    for (const order of ordersOf(crosswise)) {
      const { rows } = await historyOf(order, (db) => insertLocal(db, -1));
      expect(rows).toEqual([{ ...oneCall, local: 1, startedAt: -1 }]);
    }
  });

  it('can be one record only', async () => {
    const { rows } = await historyOf([outLeg(160_004, 2)], (db) => insertLocal(db, 0));
    expect(rows).toEqual([{ ...oneCall, local: 1, name: null, records: 'out-160004' }]);
  });

  it('are two calls when their sessions are not beside each other', async () => {
    const { rows } = await historyOf([ownLeg(169_004, 0), outLeg(160_004, 14)]);
    expect(rows).toHaveLength(2);
  });

  it('are two calls when the numbers are others', async () => {
    const { rows } = await historyOf([ownLeg(161_004, 0, { callee: bob }), outLeg(160_004, 14)]);
    expect(rows).toHaveLength(2);
  });
});

describe('calls to the same number seconds apart', () => {
  /** Busy at first, then tried again: sessions so close that every leg could be any other’s. */
  const records = [
    ownLeg(161_004, 0),
    outLeg(160_004, 8, { result: 'Busy', durationSeconds: 0 }),
    ownLeg(163_004, 15),
    outLeg(162_004, 22),
  ];
  const both = [
    { records: 'out-160004 own-161004', startedAt: 0 },
    { records: 'out-162004 own-163004', startedAt: 15 },
  ];

  it('stay two in whatever order their four records come', async () => {
    for (const order of ordersOf(records)) {
      expect((await historyOf(order)).rows).toMatchObject([
        { ...both[0], outcome: 'busy' },
        { ...both[1], outcome: 'connected' },
      ]);
    }
  });

  it('find the rows they were placed with', async () => {
    for (const order of ordersOf(records)) {
      const { rows } = await historyOf(order, (db) => {
        insertLocal(db, 0, { outcome: 'busy' });
        insertLocal(db, 15);
      });
      expect(rows).toMatchObject([
        { ...both[0], local: 1, outcome: 'busy' },
        { ...both[1], local: 1, outcome: 'connected' },
      ]);
      expect(rows).toHaveLength(2);
    }
  });

  it('are told from a call back', async () => {
    for (const order of ordersOf([ownLeg(161_004, 0), outLeg(160_004, 5), inbound(190_004, 40)])) {
      const { rows } = await historyOf(order, (db) => insertLocal(db, 0));
      expect(rows).toMatchObject([
        { direction: 'outbound', records: 'out-160004 own-161004', local: 1 },
        { direction: 'inbound', records: 'in-190004', outcome: 'missed', local: 0 },
      ]);
    }
  });
});

describe('a call placed here', () => {
  const call = [ownLeg(161_004, 1), outLeg(160_004, 9)];

  it('whose outcome nobody knew learns it from its record', async () => {
    const { rows, archive } = await historyOf(call, (db) =>
      insertLocal(db, 0, { outcome: 'unknown', ringOutId: null, failure: failed }),
    );
    expect(rows).toMatchObject([{ local: 1, outcome: 'connected', seconds: 24 }]);
    expect(archive.db.prepare('SELECT failure FROM call').pluck().get()).toBeNull();
    await archive.write(applyCalls, { ...nothingElse, records: call });
    expect(archive.db.prepare('SELECT count(*) FROM call').pluck().get()).toBe(1);
  });

  it('that was cancelled here stays cancelled', async () => {
    const { rows } = await historyOf(
      [ownLeg(161_004, 1, { result: 'Missed' }), outLeg(160_004, 2, { result: 'Hang Up' })],
      (db) => insertLocal(db, 0, { outcome: 'cancelled' }),
    );
    expect(rows).toMatchObject([{ local: 1, outcome: 'cancelled', seconds: null }]);
  });

  it('that is still running is not ended by a record that is', async () => {
    const { rows } = await historyOf([outLeg(160_004, 1, { result: 'In Progress' })], (db) =>
      insertLocal(db, 0, { outcome: 'in-progress' }),
    );
    expect(rows).toMatchObject([{ local: 1, outcome: 'in-progress' }]);
  });

  it('is recognised by a computer whose clock is minutes off', async () => {
    for (const order of ordersOf(call)) {
      const { rows } = await historyOf(order, (db) => insertLocal(db, 200));
      expect(rows).toMatchObject([{ local: 1, records: 'out-160004 own-161004' }]);
    }
  });

  it.each([
    ['was refused', { outcome: 'failed', ringOutId: null }],
    ['was handed to another program', { outcome: 'handed-over', ringOutId: null }],
    ['went to someone else', { number: bob }],
  ])('is not taken for one that %s', async (_, more) => {
    const { rows } = await historyOf(call, (db) => insertLocal(db, 0, more));
    expect(rows.map(({ local }) => local)).toEqual([1, 0]);
  });
});

describe('a call record', () => {
  it('is brought up to date by the same one', async () => {
    const running = inbound(100_004, 0, { result: undefined, durationSeconds: undefined });
    const { rows } = await historyOf([running, inbound(100_004, 0, { result: 'Voicemail' })]);
    expect(rows).toMatchObject([
      { outcome: 'voicemail', direction: 'inbound', records: 'in-100004' },
    ]);
  });

  it('without a number, or with a word for one, is kept', async () => {
    const nobody = { number: undefined, extensionNumber: undefined, name: undefined };
    const { archive } = await historyOf([
      inbound(1, 0, { from: nobody }),
      inbound(200_001, 60, { from: { ...nobody, number: 'anonymous' } }),
      inbound(400_001, 120, { from: { ...nobody, extensionNumber: '102', name: 'Ty' } }),
    ]);
    const rows = archive.db.prepare('SELECT number, typed, extension_number, name FROM call').all();
    expect(rows).toEqual([
      { number: null, typed: null, extension_number: null, name: null },
      { number: null, typed: 'anonymous', extension_number: null, name: null },
      { number: null, typed: null, extension_number: '102', name: 'Ty' },
    ]);
  });

  it('deleted on the server is marked, when all of the call is', async () => {
    const { archive } = await historyOf([ownLeg(161_004, 0), outLeg(160_004, 14)]);
    const isDeleted = () => archive.db.prepare('SELECT is_deleted FROM call').pluck().all();
    const remove = (id: string) =>
      archive.write(applyCalls, {
        ...nothingElse,
        records: [],
        deleted: [{ id, availability: 'Deleted' }],
      });
    await remove('out-160004');
    expect(isDeleted()).toEqual([0]);
    await remove('own-161004');
    await remove('never-heard-of');
    expect(isDeleted()).toEqual([1]);
  });

  it('that cannot be read is set aside, and let go when it can', async () => {
    const archive = openInProcessArchive();
    const list = () => archive.db.prepare('SELECT feed, server_id, reason FROM quarantine').all();
    const unreadable = [{ id: 'in-7', reason: 'startTime: custom' }];
    const cursor = { feed: 'calls', token: 'next', at: t0 } as const;
    await archive.write(applyCalls, { ...nothingElse, records: [], unreadable, cursor });
    expect(list()).toEqual([{ feed: 'calls', server_id: 'in-7', reason: 'startTime: custom' }]);
    expect(archive.db.prepare('SELECT token FROM sync_cursor').pluck().get()).toBe('next');
    await archive.write(applyCalls, { ...nothingElse, records: [inbound(7, 0)] });
    expect(list()).toEqual([]);
  });

  it('counts as new once', async () => {
    const archive = openInProcessArchive();
    const records = [inbound(7, 0), inbound(200_007, after(0) - t0 + 600)];
    expect(await archive.write(applyCalls, { ...nothingElse, records })).toBe(2);
    expect(await archive.write(applyCalls, { ...nothingElse, records })).toBe(0);
  });
});
