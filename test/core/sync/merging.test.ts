import { describe, expect, it } from 'vitest';
import { openInProcessArchive, type InProcessArchive } from '../../db/in-process.ts';
import type { SyncedCallRecord } from '../../../main/core/sync/calls/mapping.ts';
import { applyCalls, type CallsToApply } from '../../../main/core/sync/calls/queries.ts';
import {
  ada,
  after,
  bob,
  inbound,
  insertLocal,
  ordersOf,
  outLeg,
  ownLeg,
  t0,
} from './call-records.ts';

const nothingElse = { deleted: [], unreadable: [], cursor: undefined, at: t0 };
const nobody = { number: undefined, extensionNumber: undefined, name: undefined };
const minute = 60;

const apply = (
  archive: InProcessArchive,
  records: readonly SyncedCallRecord[],
  more: Partial<CallsToApply> = {},
) => archive.write(applyCalls, { ...nothingElse, records, ...more });
const list = (archive: InProcessArchive, sql: string): unknown[] =>
  archive.db.prepare(sql).pluck().all();

/** An archive in which calls have been synced once, `seconds` after the start of the test. */
async function openSynced(seconds = -3_600): Promise<InProcessArchive> {
  const archive = openInProcessArchive();
  const cursor = { feed: 'calls', token: 'first', at: t0, knownUntil: after(seconds) } as const;
  await apply(archive, [], { cursor });
  return archive;
}

describe('a placed call and its records, with a clock that is off', () => {
  const call = [ownLeg(161_004, 0), outLeg(160_004, 9)];

  it.each([
    ['12 minutes ahead', 12 * minute],
    ['a day ahead', 24 * 60 * minute],
    ['3 hours behind', -180 * minute],
  ])('%s are one, whichever comes first', async (_, ahead) => {
    for (const order of ordersOf(call)) {
      const archive = openInProcessArchive();
      insertLocal(archive.db, ahead - 1);
      for (const record of order) await apply(archive, [record], { clockAheadMs: ahead * 1_000 });
      expect(list(archive, 'SELECT count(*) FROM call')).toEqual([1]);
      expect(list(archive, 'SELECT count(DISTINCT call_id) FROM call_record')).toEqual([1]);
    }
  });

  it('stay one when the clock has been put right before the records came', async () => {
    const archive = openInProcessArchive();
    insertLocal(archive.db, -1);
    await apply(archive, call, { clockAheadMs: 20 * minute * 1_000 });
    expect(list(archive, 'SELECT count(*) FROM call')).toEqual([1]);
  });

  it('are told from a second call to the same number seconds later', async () => {
    const ahead = 9 * minute;
    const second = [ownLeg(191_004, 20), outLeg(190_004, 26)];
    for (const order of ordersOf([...call, ...second])) {
      const archive = openInProcessArchive();
      const ids = [insertLocal(archive.db, ahead - 1), insertLocal(archive.db, ahead + 19)];
      for (const record of order) await apply(archive, [record], { clockAheadMs: ahead * 1_000 });
      expect(list(archive, 'SELECT count(*) FROM call')).toEqual([2]);
      const home = (id: string) =>
        list(archive, `SELECT call_id FROM call_record WHERE server_id = '${id}'`)[0];
      expect([home('own-161004'), home('out-160004')]).toEqual([ids[0], ids[0]]);
      expect([home('own-191004'), home('out-190004')]).toEqual([ids[1], ids[1]]);
    }
  });
});

describe('records that leave something out', () => {
  it('are one call when neither names a number', async () => {
    const archive = openInProcessArchive();
    const id = insertLocal(archive.db, -1);
    const parts = { from: nobody, to: nobody };
    await apply(archive, [ownLeg(161_004, 0, parts), outLeg(160_004, 9, parts)]);
    expect(list(archive, 'SELECT id FROM call')).toEqual([id]);
  });

  it('find the call whose RingOut names their session, whatever the time', async () => {
    const archive = openInProcessArchive();
    const wrong = insertLocal(archive.db, -2);
    const right = insertLocal(archive.db, -50, {
      ringOutId: Buffer.from('cs@160004@127.0.0.1').toString('base64url'),
    });
    await apply(archive, [outLeg(160_004, 0)]);
    expect(list(archive, 'SELECT call_id FROM call_record')).toEqual([right]);
    expect(list(archive, 'SELECT id FROM call ORDER BY id')).toEqual([right, wrong]);
  });
});

describe('what hangs on a call', () => {
  const write = (archive: InProcessArchive, callId: unknown): void => {
    archive.db
      .prepare(
        `INSERT INTO note (id, call_id, body, created_at, modified_at) VALUES (1, ?, '', 1, 1)`,
      )
      .run(callId);
    archive.db
      .prepare(`INSERT INTO follow_up (id, call_id, due_at, created_at) VALUES (1, ?, 1, 1)`)
      .run(callId);
  };

  it('goes along when its row becomes one with another', async () => {
    const archive = openInProcessArchive();
    await apply(archive, [outLeg(160_004, 9)]);
    const [alone] = list(archive, 'SELECT id FROM call');
    write(archive, alone);
    await apply(archive, [ownLeg(161_004, 0)]);
    const [merged, ...others] = list(archive, 'SELECT id FROM call');
    expect(others).toEqual([]);
    expect(merged).not.toBe(alone);
    expect(
      list(archive, 'SELECT call_id FROM note UNION ALL SELECT call_id FROM follow_up'),
    ).toEqual([merged, merged]);
  });

  it('is its recording and its voicemail, and neither is lost again', async () => {
    const archive = openInProcessArchive();
    const recording = { id: '7', uri: 'https://media.ringcentral.com/recording/7' };
    await apply(archive, [outLeg(160_004, 9, { recording }), ownLeg(161_004, 0)]);
    await apply(archive, [outLeg(160_004, 9)]);
    await apply(archive, [inbound(400_004, 900, { result: 'Voicemail', voicemailId: '55' })]);
    expect(
      archive.db
        .prepare('SELECT recording_record_id AS record, voicemail_server_id AS voicemail FROM call')
        .all(),
    ).toEqual([
      { record: 'out-160004', voicemail: null },
      { record: null, voicemail: '55' },
    ]);
  });
});

describe('a missed call', () => {
  const isNew = (archive: InProcessArchive) => list(archive, 'SELECT is_new FROM call ORDER BY id');

  it('is new when it came after the first sync, and not when it came before', async () => {
    const archive = await openSynced(0);
    await apply(archive, [
      inbound(1_004, -500),
      inbound(200_004, 100),
      inbound(300_004, 900, { result: 'Voicemail' }),
      inbound(400_004, 1_700, { result: 'Accepted' }),
    ]);
    expect(isNew(archive)).toEqual([0, 1, 1, 0]);
  });

  it('is no news in a first sync or a backfill', async () => {
    const archive = openInProcessArchive();
    await apply(archive, [inbound(1_004, 0)]);
    expect(isNew(archive)).toEqual([0]);
  });

  it('that has been looked at does not become new again, also when its time is corrected', async () => {
    const archive = await openSynced();
    await apply(archive, [inbound(1_004, 0)]);
    archive.db.exec('UPDATE call SET is_new = 0');
    await apply(archive, [inbound(1_004, 0)]);
    await apply(archive, [inbound(1_004, 3)]);
    expect(isNew(archive)).toEqual([0]);
  });

  it('is none when it turns out to be a leg of the user’s own call', async () => {
    const archive = await openSynced();
    await apply(archive, [ownLeg(161_004, 0, { result: 'Missed' })]);
    expect(isNew(archive)).toEqual([1]);
    await apply(archive, [outLeg(160_004, 2, { result: 'Hang Up' })]);
    expect(isNew(archive)).toEqual([0]);
  });

  it('stays one beside a call to another number at the same time', async () => {
    const archive = await openSynced();
    await apply(archive, [inbound(161_004, 0), outLeg(160_004, 2, { callee: bob })]);
    expect(
      archive.db.prepare('SELECT number, is_new FROM call ORDER BY started_at').raw().all(),
    ).toEqual([
      [ada, 1],
      [bob, 0],
    ]);
  });
});
