import type { Database } from 'better-sqlite3';
import type { Page } from '../../../shared/model/app.ts';
import {
  timelineKinds,
  type TimelineItem,
  type TimelineKind,
  type Whose,
} from '../../../shared/model/history.ts';
import { whoseRows, type WhoseRows } from '../contacts/rows.ts';
import { defineQuery } from '../db/define-query.ts';
import { firstRowIdOf, timeOfRowId } from '../db/row-id.ts';
import { allRows } from '../db/statement.ts';
import { listThreadsOf, readItem } from './rows.ts';
import {
  addEntries,
  positionBefore,
  readCursor,
  toCursor,
  type Entry,
  type Newest,
} from './walk.ts';

const walk = (table: string, column: string, more = ''): string => `
  SELECT id FROM ${table} WHERE ${column} = ? AND id < ? AND id >= ?${more}
  ORDER BY id DESC LIMIT ?`;

/** One index each: a page reads as many rows of it as it shows, however long the history is. */
export const walkSql = {
  callByNumber: walk('call', 'number'),
  callByExtension: walk('call', 'extension_number'),
  textOfThread: walk('message', 'thread_id', ' AND is_discarded = 0'),
  voicemailByNumber: walk('voicemail', 'number'),
  voicemailByExtension: walk('voicemail', 'extension_number'),
  noteByNumber: walk('note', 'number'),
  noteByExtension: walk('note', 'extension_number'),
  noteByContact: walk('note', 'contact_id'),
} as const;

export const attemptsSql = `
  SELECT id, began_at FROM activity
  WHERE number = ? AND kind IN ('call-refused', 'text-discarded')
    AND (began_at, id) < (?, ?) AND began_at >= ?
  ORDER BY began_at DESC, id DESC LIMIT ?`;

/** A walk over one index: the entries before the page's beginning and not below the floor. */
type Walk = (db: Database, floor: number, limit: number) => readonly Entry[];

/**
 * Everything with someone, newest first: each index is walked by itself and the walks are merged,
 * each no further than what the others have found already.
 */
export const listTimeline = defineQuery(
  'timeline.list',
  (
    db,
    input: {
      readonly whose: Whose;
      readonly kinds: readonly TimelineKind[] | undefined;
      readonly after: string | undefined;
      readonly limit: number;
    },
  ): Page<TimelineItem> => {
    const { limit } = input;
    const after = input.after === undefined ? undefined : readCursor(input.after);
    if (input.after !== undefined && after === undefined) return { items: [], next: undefined };
    const kinds = new Set(input.kinds ?? timelineKinds);
    const rows = whoseRows(db, input.whose);
    // A bare number is no person: notes about one belong to it by number alone.
    const whose = 'contactId' in input.whose ? rows : { ...rows, contactIds: [] };
    const walks = timelineKinds
      .filter((kind) => kinds.has(kind))
      .flatMap((kind) => walksOf[kind](db, whose, after));
    // One more than asked for tells whether there is another page.
    const wanted = limit + 1;
    const { entries } = walks.reduce<Newest>(
      (newest, run) => addEntries(newest, run(db, newest.floor, wanted), wanted),
      { entries: [], floor: 0 },
    );
    const shown = entries.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map((entry) => readItem(db, entry)),
      next: entries.length <= limit || last === undefined ? undefined : toCursor(last),
    };
  },
);

type WalksOf = (db: Database, whose: WhoseRows, after: Entry | undefined) => readonly Walk[];

const walksOf: Readonly<Record<TimelineKind, WalksOf>> = {
  call: (_db, { numbers, extensionNumbers }, after) => [
    ...walkEach('call', walkSql.callByNumber, numbers, after),
    ...walkEach('call', walkSql.callByExtension, extensionNumbers, after),
  ],
  text: (db, whose, after) =>
    listThreadsOf(db, whose).flatMap(({ id, last_id: lastId }) =>
      walkEach('text', walkSql.textOfThread, [id], after).map(
        (walkOne): Walk =>
          (reader, floor, limit) =>
            // In a thread that has been quiet since, there is nothing to look for.
            lastId < floor ? [] : walkOne(reader, floor, limit),
      ),
    ),
  voicemail: (_db, { numbers, extensionNumbers }, after) => [
    ...walkEach('voicemail', walkSql.voicemailByNumber, numbers, after),
    ...walkEach('voicemail', walkSql.voicemailByExtension, extensionNumbers, after),
  ],
  note: (_db, { contactIds, numbers, extensionNumbers }, after) => [
    ...walkEach('note', walkSql.noteByNumber, numbers, after),
    ...walkEach('note', walkSql.noteByExtension, extensionNumbers, after),
    ...walkEach('note', walkSql.noteByContact, contactIds, after),
  ],
  attempt: (_db, { numbers, extensionNumbers }, after) =>
    [...numbers, ...extensionNumbers].map((number) => walkAttempts(number, after)),
};

function walkEach(
  kind: TimelineKind,
  sql: string,
  values: readonly (string | number)[],
  after: Entry | undefined,
): readonly Walk[] {
  const before = positionBefore(after, kind);
  return values.map(
    (value): Walk =>
      (db, floor, limit) =>
        allRows<{ id: number }>(db, sql, value, before, floor, limit).map(({ id }) => ({
          kind,
          position: id,
          id,
        })),
  );
}

/** Attempts have ids of their own: they are walked by the time they began at. */
function walkAttempts(number: string, after: Entry | undefined): Walk {
  const isSame = after?.kind === 'attempt';
  const beforeAt = timeOfRowId(after?.position ?? Number.MAX_SAFE_INTEGER) + (isSame ? 0 : 1);
  const beforeId = isSame ? after.id : 0;
  return (db, floor, limit) =>
    allRows<{ id: number; began_at: number }>(
      db,
      attemptsSql,
      number,
      beforeAt,
      beforeId,
      timeOfRowId(floor),
      limit,
    ).map(({ id, began_at: beganAt }) => ({
      kind: 'attempt',
      position: firstRowIdOf(beganAt),
      id,
    }));
}
