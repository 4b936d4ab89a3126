import type { Database } from 'better-sqlite3';
import type { ClientId } from '../../../../shared/model/ids.ts';
import type { ScheduledText } from '../../../../shared/model/drafts.ts';
import { timeOfRowId, toRowId } from '../../db/row-id.ts';
import { getRow } from '../../db/statement.ts';
import { findAccepted } from '../../messages/sending/rows.ts';
import { getScheduledRow, toScheduledText } from '../../scheduled/rows.ts';
import { readTextRecords, type TextRecordRow } from '../history/rows.ts';

/** What a text that a program asked for has become. */
export type TextOfRequest =
  | { readonly is: 'kept'; readonly record: TextRecordRow }
  /** It was accepted, and is not in the archive any more. */
  | { readonly is: 'gone'; readonly id: number };

/** What became of the text of a request; undefined when none was accepted. */
export function readTextOfRequest(db: Database, requestId: string): TextOfRequest | undefined {
  const firstId = getRow<{ row_id: number | null }>(
    db,
    `SELECT row_id FROM api_request WHERE id = ? AND kind = 'text'`,
    requestId,
  )?.row_id;
  const record = readRecord(db, requestId, firstId ?? undefined);
  if (record !== undefined) return { is: 'kept', record };
  return typeof firstId === 'number' ? { is: 'gone', id: firstId } : undefined;
}

/** The text that was accepted under this row id, which has another one or none since it missed its time. */
export function readMovedText(db: Database, id: number): TextRecordRow | undefined {
  const request = getRow<{ id: string }>(
    db,
    `SELECT id FROM api_request WHERE row_id = ? AND kind = 'text'`,
    id,
  );
  return request && readRecord(db, request.id, id);
}

/** A program's text has the id of its request as its client id, wherever it is kept. */
function readRecord(
  db: Database,
  requestId: string,
  firstId: number | undefined,
): TextRecordRow | undefined {
  const accepted = findAccepted(db, requestId as ClientId);
  if (accepted?.messageId !== undefined) {
    return readTextRecords(db, [toRowId(accepted.messageId) ?? 0])[0];
  }
  const row = accepted?.scheduledId && getScheduledRow(db, accepted.scheduledId);
  return row && toWaitingRecord(toScheduledText(db, row), firstId ?? row.id);
}

/** A text that missed its time, under the id that the program knows it by. */
function toWaitingRecord(waiting: ScheduledText, id: number): TextRecordRow {
  const { from: own, parties, text, failure, threadId } = waiting;
  return {
    id,
    threadId: toRowId(threadId) ?? 0,
    direction: 'outbound',
    status: 'waiting',
    own,
    from: undefined,
    others: parties.map(({ number, extensionNumber, name, contactId }) => ({
      number: number ?? extensionNumber,
      name,
      contactId,
    })),
    text,
    createdAt: timeOfRowId(id),
    isRead: true,
    files: [],
    failure,
  };
}
