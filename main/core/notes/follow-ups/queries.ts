import type { Database } from 'better-sqlite3';
import type { Page } from '../../../../shared/model/app.ts';
import type { EpochMs, FollowUpId, NoteId } from '../../../../shared/model/ids.ts';
import type { FollowUpView } from '../../../../shared/model/notes.ts';
import { defineQuery } from '../../db/define-query.ts';
import { toRowId } from '../../db/row-id.ts';
import { allRows, getRow, insert, run } from '../../db/statement.ts';
import {
  findWhom,
  followUpColumns,
  toFollowUpView,
  type About,
  type FollowUpRow,
} from '../rows.ts';

/** Writes a follow-up, of a note if that is still there; undefined without the call or person. */
export const addFollowUp = defineQuery(
  'follow-ups.add',
  (
    db,
    input: {
      readonly about: About;
      readonly noteId: NoteId | undefined;
      readonly text: string;
      readonly dueAt: EpochMs;
      readonly at: EpochMs;
    },
  ): FollowUpView | undefined => {
    const whom = findWhom(db, input.about);
    if (whom === undefined) return undefined;
    const id = insert(
      db,
      `INSERT INTO follow_up (note_id, call_id, contact_id, number, extension_number, name, body,
         due_at, created_at)
       VALUES ((SELECT id FROM note WHERE id = ?), ?, ?, ?, ?, ?, ?, ?, ?)`,
      toRowId(input.noteId ?? ''),
      whom.callId,
      whom.contactId,
      whom.number,
      whom.extensionNumber,
      whom.name,
      input.text,
      input.dueAt,
      input.at,
    );
    return getView(db, id);
  },
);

/** One follow-up as it stands. */
export const getFollowUp = defineQuery(
  'follow-ups.get',
  (db, input: { readonly followUpId: FollowUpId }): FollowUpView | undefined =>
    getView(db, toRowId(input.followUpId) ?? 0),
);

/** Changes text and time; another time is told of anew. */
export const changeFollowUp = defineQuery(
  'follow-ups.change',
  (
    db,
    input: { readonly followUpId: FollowUpId; readonly text: string; readonly dueAt: EpochMs },
  ): FollowUpView | undefined => {
    const id = toRowId(input.followUpId) ?? 0;
    run(
      db,
      `UPDATE follow_up SET body = ?, told_at = iif(due_at = ?, told_at, NULL), due_at = ?
       WHERE id = ?`,
      input.text,
      input.dueAt,
      input.dueAt,
      id,
    );
    return getView(db, id);
  },
);

/** Ticks a follow-up off, or opens it again; doing it again keeps the first time. */
export const setFollowUpDone = defineQuery(
  'follow-ups.set-done',
  (
    db,
    input: { readonly followUpId: FollowUpId; readonly doneAt: EpochMs | undefined },
  ): FollowUpView | undefined => {
    const id = toRowId(input.followUpId) ?? 0;
    const { doneAt } = input;
    run(
      db,
      'UPDATE follow_up SET done_at = iif(? IS NULL, NULL, coalesce(done_at, ?)) WHERE id = ?',
      doneAt,
      doneAt,
      id,
    );
    return getView(db, id);
  },
);

/** Removes a follow-up; removing it again changes nothing. */
export const removeFollowUp = defineQuery(
  'follow-ups.remove',
  (db, input: { readonly followUpId: FollowUpId }) => {
    run(db, 'DELETE FROM follow_up WHERE id = ?', toRowId(input.followUpId) ?? 0);
  },
);

export const listFollowUpsSql = {
  open: `SELECT ${followUpColumns} FROM follow_up
    WHERE done_at IS NULL AND (due_at, id) > (?, ?) ORDER BY due_at, id LIMIT ?`,
  done: `SELECT ${followUpColumns} FROM follow_up
    WHERE done_at IS NOT NULL AND (done_at, id) < (?, ?) ORDER BY done_at DESC, id DESC LIMIT ?`,
} as const;

/** Open ones the soonest first, done ones the latest first. */
export const listFollowUps = defineQuery(
  'follow-ups.list',
  (
    db,
    input: {
      readonly show: 'open' | 'done';
      readonly after: string | undefined;
      readonly limit: number;
    },
  ): Page<FollowUpView> => {
    const { show, limit } = input;
    const start = show === 'open' ? [-1, 0] : [Number.MAX_SAFE_INTEGER, 0];
    const after = input.after?.split('.').map((part) => toRowId(part) ?? 0) ?? start;
    const [at = 0, id = 0] = after;
    const rows = allRows<FollowUpRow>(db, listFollowUpsSql[show], at, id, limit);
    const last = rows.at(-1);
    const isLastPage = rows.length < limit || last === undefined;
    return {
      items: rows.map((row) => toFollowUpView(db, row)),
      next: isLastPage
        ? undefined
        : `${show === 'open' ? last.due_at : (last.done_at ?? 0)}.${last.id}`,
    };
  },
);

/** How many are open and due by then. */
export const countDue = defineQuery(
  'follow-ups.count-due',
  (db, input: { readonly now: EpochMs }): number =>
    getRow<{ count: number }>(
      db,
      'SELECT count(*) AS count FROM follow_up WHERE done_at IS NULL AND due_at <= ?',
      input.now,
    )?.count ?? 0,
);

const untold = 'done_at IS NULL AND told_at IS NULL';

export const nextUntoldSql = `SELECT min(due_at) AS due FROM follow_up WHERE ${untold}`;

/** When the next follow-up falls due that the user has not been told of. */
export const nextUntold = defineQuery(
  'follow-ups.next-untold',
  (db): EpochMs | undefined => getRow<{ due: number | null }>(db, nextUntoldSql)?.due ?? undefined,
);

/** Takes the follow-ups that are to be told of now, the first due first; each is taken once. */
export const takeUntold = defineQuery(
  'follow-ups.take-untold',
  (db, input: { readonly now: EpochMs }): readonly FollowUpView[] => {
    const rows = allRows<FollowUpRow>(
      db,
      `SELECT ${followUpColumns} FROM follow_up WHERE ${untold} AND due_at <= ? ORDER BY due_at, id`,
      input.now,
    );
    run(
      db,
      `UPDATE follow_up SET told_at = ? WHERE ${untold} AND due_at <= ?`,
      input.now,
      input.now,
    );
    return rows.map((row) => toFollowUpView(db, row));
  },
);

function getView(db: Database, id: number): FollowUpView | undefined {
  const sql = `SELECT ${followUpColumns} FROM follow_up WHERE follow_up.id = ?`;
  const row = getRow<FollowUpRow>(db, sql, id);
  return row && toFollowUpView(db, row);
}
