import type { EpochMs } from '../../../../shared/model/ids.ts';
import { defineQuery } from '../../db/define-query.ts';
import { recordActivity } from '../../db/activity.ts';
import { getRow, insert, run } from '../../db/statement.ts';
import { readCallRecords, type CallRecordRow } from '../history/rows.ts';
import { readTextOfRequest, type TextOfRequest } from './rows.ts';

/** What became of a text that a program asked for; undefined when none was accepted. */
export const getTextOfRequest = defineQuery(
  'local-api.get-text-of-request',
  (db, { id }: { readonly id: string }): TextOfRequest | undefined => readTextOfRequest(db, id),
);

/** How long a request can be asked about, and its key stands for it. */
const keptMs = 30 * 24 * 60 * 60_000;

/** What a program asks for, as it is written down before anything is done. */
export type AskedRequest = {
  readonly id: string;
  readonly programId: string;
  readonly kind: 'call' | 'text';
  /** Of the key that it is asked for under, where it has one. */
  readonly keyHash: string | undefined;
  readonly askedHash: string;
  readonly at: EpochMs;
};

/** Whether a request is new, the same as one before, or another one under the key of that. */
export type Begun = { readonly is: 'new' | 'same' | 'other'; readonly id: string };

/** Writes a request down, unless its key is known; drops those that are too old. */
export const beginRequest = defineQuery(
  'local-api.begin-request',
  (db, asked: AskedRequest): Begun => {
    const { id, programId, kind, keyHash, askedHash, at } = asked;
    run(db, 'DELETE FROM api_request WHERE at < ?', at - keptMs);
    const known = getRow<{ id: string; kind: string; asked_hash: string }>(
      db,
      'SELECT id, kind, asked_hash FROM api_request WHERE program_id = ? AND key_hash = ?',
      programId,
      keyHash ?? null,
    );
    if (known !== undefined) {
      const isSame = known.kind === kind && known.asked_hash === askedHash;
      return { is: isSame ? 'same' : 'other', id: known.id };
    }
    insert(
      db,
      `INSERT INTO api_request (id, program_id, kind, key_hash, asked_hash, at)
     VALUES (?, ?, ?, ?, ?, ?)`,
      id,
      programId,
      kind,
      keyHash,
      askedHash,
      at,
    );
    return { is: 'new', id };
  },
);

/** Forgets a request that came to nothing, so that its key may be used again; logs why. */
export const dropRequest = defineQuery(
  'local-api.drop-request',
  (
    db,
    input: {
      readonly id: string;
      readonly program: string;
      readonly kind: AskedRequest['kind'];
      readonly number: string | undefined;
      readonly code: string;
      readonly at: EpochMs;
    },
  ): void => {
    const { id, program, kind, number, code, at } = input;
    run(db, 'DELETE FROM api_request WHERE id = ? AND row_id IS NULL', id);
    const detail = { program, asked: kind, code };
    recordActivity(db, { kind: 'program', subject: '', detail, number, at }, 'refused');
  },
);

/** Forgets a request that another one stands for. */
export const forgetRequest = defineQuery(
  'local-api.forget-request',
  (db, { id }: { readonly id: string }): void => {
    run(db, 'DELETE FROM api_request WHERE id = ? AND row_id IS NULL', id);
  },
);

/** Logs that a card stands for a program's call. */
export const noteCard = defineQuery(
  'local-api.note-card',
  (
    db,
    input: {
      readonly program: string;
      readonly number: string | undefined;
      readonly at: EpochMs;
    },
  ): void => {
    const { program, number, at } = input;
    const detail = { program, asked: 'call' };
    recordActivity(db, { kind: 'program', subject: '', detail, number, at }, 'proposed');
  },
);

/** Gives a request the row that another one has: the same call, asked for twice in a moment. */
export const shareRow = defineQuery(
  'local-api.share-row',
  (db, input: { readonly id: string; readonly rowId: number }): void => {
    const { id, rowId } = input;
    run(db, 'UPDATE api_request SET row_id = ? WHERE id = ? AND row_id IS NULL', rowId, id);
  },
);

/** A call that a program asked for, and what it has become; undefined when it is not the program's. */
export const getCallRequest = defineQuery(
  'local-api.get-call-request',
  (
    db,
    input: { readonly id: string; readonly programId: string },
  ): { readonly call: CallRecordRow | undefined } | undefined => {
    const row = getRow<{ row_id: number | null }>(
      db,
      `SELECT row_id FROM api_request WHERE id = ? AND program_id = ? AND kind = 'call'`,
      input.id,
      input.programId,
    );
    if (row === undefined) return undefined;
    return { call: row.row_id === null ? undefined : readCallRecords(db, [row.row_id])[0] };
  },
);
