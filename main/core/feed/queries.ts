import type { Database } from 'better-sqlite3';
import { assertNever } from '../../../shared/failure.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import type { LocalEventType } from '../../../shared/model/local-events.ts';
import { defineQuery } from '../db/define-query.ts';
import { allRows, getRow, run } from '../db/statement.ts';
import { readCallRecords, readTextRecords } from '../local-api/history/rows.ts';
import { toVoicemailView, voicemailColumns, type VoicemailRow } from '../voicemail/rows.ts';
import { deliverTo } from '../webhooks/rows.ts';
import type { EventSubject, FeedStanding, LocalEvent } from './local-event.ts';
import { endFeed } from './rows.ts';

/** Events that one transaction takes in. */
const atOnce = 50;
/** So many are kept at the most, for a program that was away. */
const mostKept = 10_000;

/** Whether there is anything to tend: what is new, what is older than wanted, or the switch itself. */
export const needsTending = defineQuery(
  'feed.needs-tending',
  (
    db,
    input: {
      readonly isWanted: boolean;
      readonly since: EpochMs;
      readonly forgetBefore: EpochMs;
    },
  ): boolean => {
    const feed = getRow<{ since: number }>(db, 'SELECT since FROM event_feed');
    const isOn = feed !== undefined;
    if (isOn !== input.isWanted) return true;
    if (!isOn) return false;
    if (feed.since > input.since) return true;
    if (getRow(db, 'SELECT 1 FROM event WHERE at IS NULL LIMIT 1') !== undefined) return true;
    return listForgettable(db, input.forgetBefore, 1).length > 0;
  },
);

export type Tended = {
  /** Events that can be told of from now on. */
  readonly taken: number;
  /** There is more of either kind. */
  readonly hasMore: boolean;
};

/**
 * Takes in what was noted, with a delivery for every webhook that wants it, and forgets what nobody
 * waits for any more. `since` and `epoch` are of a feed that begins with this.
 */
export const tendFeed = defineQuery(
  'feed.tend',
  (
    db,
    input: {
      readonly now: EpochMs;
      readonly since: EpochMs;
      readonly epoch: string;
      readonly forgetBefore: EpochMs;
    },
  ): Tended => {
    const { now, since, epoch, forgetBefore } = input;
    run(
      db,
      'INSERT INTO event_feed (id, epoch, since) VALUES (1, ?, ?) ON CONFLICT DO NOTHING',
      epoch,
      since,
    );
    // It began while the clock was ahead of the time that it tells now: nothing would ever be news.
    run(db, 'UPDATE event_feed SET since = ? WHERE since > ?', since, since);
    const fresh = allRows<{ seq: number; type: LocalEventType }>(
      db,
      'SELECT seq, type FROM event WHERE at IS NULL ORDER BY seq LIMIT ?',
      atOnce,
    );
    for (const event of fresh) {
      run(db, 'UPDATE event SET at = ? WHERE seq = ?', now, event.seq);
      deliverTo(db, event, now);
    }
    const old = listForgettable(db, forgetBefore, atOnce);
    for (const seq of old) run(db, 'DELETE FROM event WHERE seq = ?', seq);
    return { taken: fresh.length, hasMore: fresh.length === atOnce || old.length === atOnce };
  },
);

/** Nobody is to be told of anything: nothing is noted any more, and what was is gone. */
export const stopFeed = defineQuery('feed.stop', (db): void => endFeed(db));

/** Told long ago to all who wanted it, or more than are kept. */
function listForgettable(db: Database, before: EpochMs, most: number): readonly number[] {
  const last = getRow<{ seq: number | null }>(db, 'SELECT max(seq) AS seq FROM event')?.seq ?? 0;
  return allRows<{ seq: number }>(
    db,
    `SELECT seq FROM (SELECT seq, at FROM event ORDER BY seq LIMIT ?)
     WHERE seq <= ? OR (at < ? AND NOT EXISTS (
       SELECT 1 FROM webhook_delivery WHERE event_seq = seq))`,
    most,
    last - mostKept,
    before,
  ).map(({ seq }) => seq);
}

export const readStanding = defineQuery('feed.read-standing', (db): FeedStanding | undefined => {
  const feed = getRow<{ epoch: string }>(db, 'SELECT epoch FROM event_feed');
  if (feed === undefined) return undefined;
  const kept = getRow<{ first: number | null; last: number | null }>(
    db,
    'SELECT min(seq) AS first, max(seq) FILTER (WHERE at IS NOT NULL) AS last FROM event',
  );
  const ever = getRow<{ seq: number }>(db, `SELECT seq FROM sqlite_sequence WHERE name = 'event'`);
  const hasNew = getRow(db, 'SELECT 1 FROM event WHERE at IS NULL LIMIT 1') !== undefined;
  // What is noted and not yet taken in comes after whoever joins now.
  const last = hasNew ? (kept?.last ?? (kept?.first ?? 1) - 1) : (ever?.seq ?? 0);
  return { epoch: feed.epoch, first: kept?.first ?? last + 1, last };
});

/** The events after one, the oldest first, and the epoch that they are of. */
export const listEvents = defineQuery(
  'feed.list',
  (
    db,
    input: { readonly after: number; readonly limit: number },
  ): { readonly epoch: string | undefined; readonly items: readonly LocalEvent[] } => {
    const feed = getRow<{ epoch: string }>(db, 'SELECT epoch FROM event_feed');
    const rows = allRows<EventRow>(
      db,
      `SELECT seq, type, subject, row_id, at FROM event
       WHERE seq > ? AND at IS NOT NULL ORDER BY seq LIMIT ?`,
      input.after,
      input.limit,
    );
    return { epoch: feed?.epoch, items: rows.flatMap((row) => toLocalEvent(db, row) ?? []) };
  },
);

/** One event; undefined when what it is about is gone. */
export const getEvent = defineQuery(
  'feed.get',
  (db, input: { readonly seq: number }): LocalEvent | undefined => {
    const row = getRow<EventRow>(
      db,
      'SELECT seq, type, subject, row_id, at FROM event WHERE seq = ? AND at IS NOT NULL',
      input.seq,
    );
    return row && toLocalEvent(db, row);
  },
);

type EventRow = {
  readonly seq: number;
  readonly type: LocalEventType;
  readonly subject: EventSubject['kind'];
  readonly row_id: number;
  readonly at: number;
};

function toLocalEvent(db: Database, row: EventRow): LocalEvent | undefined {
  const subject = readSubject(db, row);
  return subject && { seq: row.seq, type: row.type, at: row.at, subject };
}

function readSubject(db: Database, { subject, row_id: id }: EventRow): EventSubject | undefined {
  switch (subject) {
    case 'call': {
      const [call] = readCallRecords(db, [id]);
      return call && { kind: 'call', call };
    }
    case 'message': {
      const [message] = readTextRecords(db, [id]);
      return message && { kind: 'message', message };
    }
    case 'voicemail': {
      const sql = `SELECT ${voicemailColumns} FROM voicemail WHERE id = ?`;
      const row = getRow<VoicemailRow>(db, sql, id);
      return row && { kind: 'voicemail', voicemail: toVoicemailView(db, row) };
    }
    default:
      return assertNever(subject);
  }
}
