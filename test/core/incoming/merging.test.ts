import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallId, E164 } from '../../../shared/model/ids.ts';
import { toId } from '../../../main/core/db/row-id.ts';
import { beginIncoming, settleIncoming } from '../../../main/core/incoming/queries.ts';
import { recoverCalls } from '../../../main/core/calls/queries.ts';
import { markCallsSeen } from '../../../main/core/calls/history/queries.ts';
import { addNote } from '../../../main/core/notes/queries.ts';
import type { SyncedCallRecord } from '../../../main/core/sync/calls/mapping.ts';
import { applyCalls } from '../../../main/core/sync/calls/queries.ts';
import { applyTexts } from '../../../main/core/sync/messages/queries.ts';
import { openInProcessArchive, type InProcessArchive } from '../../db/in-process.ts';
import { ada, after, inbound, insertLocal, outLeg, ownLeg, t0 } from '../sync/call-records.ts';

const nothingElse = { deleted: [], unreadable: [], cursor: undefined, at: t0 };
type Step = (archive: InProcessArchive) => Promise<unknown>;

const apply =
  (records: readonly SyncedCallRecord[], clockAheadMs = 0): Step =>
  (archive) =>
    archive.write(applyCalls, { ...nothingElse, records, clockAheadMs });

/** One call as it is seen here: a row at the first ring, a note while it runs, its end. */
function seen(
  session: string,
  seconds: number,
  end: { outcome: 'missed' | 'connected' | 'voicemail'; clockAheadMs?: number; number?: string },
): readonly Step[] {
  const { outcome, clockAheadMs = 0, number = ada } = end;
  const at = after(seconds) + clockAheadMs;
  let id = 0;
  return [
    async (archive) => {
      ({ id } = await archive.write(beginIncoming, {
        telephonySessionId: session,
        number,
        extensionNumber: undefined,
        name: 'ADA BROOK',
        queue: 'New loans',
        startedAt: at,
        clockAheadMs,
      }));
    },
    (archive) =>
      archive.write(addNote, {
        about: { callId: toId<CallId>(id) },
        text: `about ${session}`,
        outcome: undefined,
        at: at + 1_000,
      }),
    (archive) =>
      archive.write(settleIncoming, {
        id,
        outcome,
        answeredAt: outcome === 'connected' ? at + 5_000 : undefined,
        endedAt: at + 20_000,
      }),
  ];
}

/** All that a user sees of the calls there are, with the notes that hang on each. */
function shown(archive: InProcessArchive): readonly unknown[] {
  return archive.db
    .prepare(
      `SELECT direction, outcome, number, name, queue, duration_seconds, voicemail_server_id,
         is_new, (SELECT group_concat(body, '|') FROM note WHERE call_id = call.id) AS notes,
         (SELECT count(*) FROM call_record WHERE call_id = call.id) AS records
       FROM call ORDER BY telephony_session_id, started_at`,
    )
    .all();
}

async function play(steps: readonly Step[]): Promise<readonly unknown[]> {
  const archive = openInProcessArchive();
  const cursor = { feed: 'calls', token: 'first', at: t0, knownUntil: after(-3_600) } as const;
  await archive.write(applyCalls, { ...nothingElse, records: [], cursor });
  for (const step of steps) await step(archive);
  const rows = shown(archive);
  archive.db.close();
  return rows;
}

/** Any way to put sequences together that keeps the order within each. */
function interleavings(make: () => readonly (readonly Step[])[]): fc.Arbitrary<readonly Step[]> {
  const turns = make().flatMap((steps, index) => steps.map(() => index));
  return fc.shuffledSubarray(turns, { minLength: turns.length }).map((order) => {
    const left = make().map((steps) => steps.slice());
    return order.flatMap((index) => left[index]?.shift() ?? []);
  });
}

/** Plays a call in every order, and once with all events before all records. */
async function agree(make: () => readonly (readonly Step[])[]): Promise<readonly unknown[]> {
  const expected = await play(make().flat());
  await fc.assert(
    fc.asyncProperty(interleavings(make), async (steps) => {
      expect(await play(steps)).toEqual(expected);
    }),
    { numRuns: 40 },
  );
  return expected;
}

const session = 's-a01';
const named = { telephonySessionId: session } as const;

describe('a call that was seen ringing and its records', () => {
  it('are one row in whatever order the record, the voicemail and the events come', async () => {
    const record = inbound(161_004, 0, { ...named, result: 'Voicemail', voicemailId: '77' });
    const voicemail: Step = (archive) =>
      archive.write(applyTexts, {
        texts: [],
        deleted: [],
        unreadable: [],
        cursor: undefined,
        at: t0,
        voicemails: [
          {
            serverId: '77',
            number: ada as E164,
            extensionNumber: undefined,
            name: undefined,
            createdAt: after(20),
            modifiedAt: after(20),
            durationSeconds: 12,
            isRead: false,
            audio: undefined,
            transcriptState: 'none',
            transcriptUri: undefined,
          },
        ],
      });
    const rows = await agree(() => [
      seen(session, 0, { outcome: 'missed' }),
      [apply([{ ...record, result: 'In Progress', durationSeconds: undefined }]), apply([record])],
      [voicemail],
    ]);
    expect(rows).toEqual([
      {
        direction: 'inbound',
        outcome: 'voicemail',
        number: ada,
        name: 'Ada',
        queue: 'New loans',
        duration_seconds: 38,
        voicemail_server_id: '77',
        is_new: 1,
        notes: `about ${session}`,
        records: 1,
      },
    ]);
  });

  it.each([
    ['missed', 'Missed', 1],
    ['connected', 'Accepted', 0],
  ] as const)('that names no session, when it was %s', async (outcome, result, isNew) => {
    for (const aheadMs of [0, 90_000, -40 * 60_000]) {
      const record = inbound(161_004, 2, { telephonySessionId: undefined, result });
      const rows = await agree(() => [
        seen(session, 0, { outcome, clockAheadMs: aheadMs }),
        [apply([record], aheadMs)],
      ]);
      expect(rows).toMatchObject([{ outcome, is_new: isNew, notes: `about ${session}` }]);
    }
  });

  it('are told apart when the same number calls twice in a minute', async () => {
    const rows = await agree(() => [
      [...seen('s-1', 0, { outcome: 'missed' }), ...seen('s-2', 40, { outcome: 'connected' })],
      [
        apply([inbound(1_001, 0, { telephonySessionId: 's-1', durationSeconds: 20 })]),
        apply([inbound(9_001, 40, { telephonySessionId: 's-2', result: 'Accepted' })]),
      ],
    ]);
    expect(rows).toMatchObject([
      { outcome: 'missed', notes: 'about s-1', records: 1 },
      { outcome: 'connected', notes: 'about s-2', records: 1 },
    ]);
  });

  it('are two when another session is named', async () => {
    const record = inbound(161_004, 5, { telephonySessionId: 's-other' });
    const rows = await agree(() => [seen(session, 0, { outcome: 'missed' }), [apply([record])]]);
    expect(rows).toHaveLength(2);
  });
});

describe('a row of a call that was seen', () => {
  it('is as new as it was left: a record does not tell once more of a missed call', async () => {
    for (const telephonySessionId of [session, undefined]) {
      const archive = openInProcessArchive();
      const cursor = { feed: 'calls', token: 'first', at: t0, knownUntil: after(-3_600) } as const;
      await archive.write(applyCalls, { ...nothingElse, records: [], cursor });
      for (const step of seen(session, 0, { outcome: 'missed' })) await step(archive);
      expect(await archive.write(markCallsSeen, undefined)).toBe(1);
      await apply([inbound(161_004, 0, { telephonySessionId })])(archive);
      expect(shown(archive)).toMatchObject([{ is_new: 0, records: 1 }]);
    }
  });

  it('becomes unknown at the next start, and what its record says after that', async () => {
    const archive = openInProcessArchive();
    const [begin, note] = seen(session, 0, { outcome: 'missed' });
    await begin?.(archive);
    await note?.(archive);
    expect(await archive.write(recoverCalls, { now: after(60) })).toBe(1);
    const row = () => archive.db.prepare('SELECT outcome, failure FROM call').all();
    expect(row()).toEqual([{ outcome: 'unknown', failure: null }]);
    await apply([inbound(161_004, 0, { ...named, result: 'Accepted' })])(archive);
    expect(row()).toEqual([{ outcome: 'connected', failure: null }]);
    expect(shown(archive)).toMatchObject([{ notes: `about ${session}` }]);
  });

  it('goes on after a start in the middle of the call', async () => {
    const archive = openInProcessArchive();
    const steps = seen(session, 0, { outcome: 'connected' });
    await steps[0]?.(archive);
    await archive.write(recoverCalls, { now: after(3) });
    for (const step of steps) await step(archive);
    expect(shown(archive)).toMatchObject([{ outcome: 'connected', duration_seconds: 15 }]);
  });

  it('goes into the call placed here whose own leg it turns out to be', async () => {
    const archive = openInProcessArchive();
    const local = insertLocal(archive.db, -1);
    for (const step of seen('s-own', 0, { outcome: 'connected' })) await step(archive);
    const own = ownLeg(161_004, 0, { telephonySessionId: 's-own' });
    await apply([own, outLeg(160_004, 9)])(archive);
    expect(archive.db.prepare('SELECT id FROM call').pluck().all()).toEqual([local]);
    expect(shown(archive)).toMatchObject([{ notes: 'about s-own', records: 2 }]);
  });

  it('of somebody who withholds the number takes only a record that withholds it too', async () => {
    const archive = openInProcessArchive();
    const nobody = { number: undefined, extensionNumber: undefined, name: undefined };
    const hidden = inbound(9_001, 8, { telephonySessionId: undefined, from: nobody });
    await archive.write(beginIncoming, {
      telephonySessionId: session,
      ...nobody,
      queue: undefined,
      startedAt: after(0),
      clockAheadMs: 0,
    });
    await apply([inbound(1_001, 1, { telephonySessionId: undefined }), hidden])(archive);
    expect(shown(archive)).toMatchObject([
      { number: ada, records: 1 },
      { number: null, records: 1 },
    ]);
  });
});
