import type { Failure } from '../../../shared/failure.ts';
import { failure } from '../../../shared/failure.ts';
import type { CallDecision, CallOutcome } from '../../../shared/model/calls.ts';
import type { E164, EpochMs } from '../../../shared/model/ids.ts';
import type { Party } from '../../../shared/model/people.ts';
import { toParty } from '../contacts/rows.ts';
import { beginActivity, recordActivity, settleActivity } from '../db/activity.ts';
import { defineQuery } from '../db/define-query.ts';
import { failureToText } from '../db/failure-text.ts';
import { nextRowId } from '../db/row-id.ts';
import { allRows, insert, run } from '../db/statement.ts';
import type { Asker } from '../local-api/asker.ts';
import { noteRequestRow } from '../local-api/rows.ts';
import { writeConnected } from './rows.ts';

/** A call as it is written down before its request leaves. */
export type CallAttempt = {
  readonly localId: string;
  readonly outcome: Extract<CallOutcome, 'in-progress' | 'handed-over'>;
  readonly typed: string;
  /** Who it is, where the archive knows no name for the number. */
  readonly name?: string | undefined;
  /** Missing for a short number, which is no E.164. */
  readonly number: E164 | undefined;
  readonly shortNumber: string | undefined;
  /** Digits that the user keys in once connected. */
  readonly keyIn: string | undefined;
  readonly phone: { readonly label: string; readonly number: E164 } | undefined;
  readonly callerId: E164 | undefined;
  /** What the user was asked first, and said. */
  readonly decision?: CallDecision | undefined;
  readonly asker?: Asker | undefined;
  readonly at: EpochMs;
};

/** Writes the attempt and its activity; answers the row's id and who it is for. */
export const beginCall = defineQuery(
  'calls.begin',
  (db, attempt: CallAttempt): { readonly id: number; readonly party: Party } => {
    const id = nextRowId(db, 'call', attempt.at);
    const isOver = attempt.outcome === 'handed-over';
    insert(
      db,
      `INSERT INTO call (id, local_id, direction, outcome, number, extension_number, typed,
         name, key_in, phone_label, phone_number, caller_id, started_at, ended_at)
       VALUES (?, ?, 'outbound', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      attempt.localId,
      attempt.outcome,
      attempt.number,
      attempt.shortNumber,
      attempt.typed,
      attempt.name || undefined,
      attempt.keyIn,
      attempt.phone?.label,
      attempt.phone?.number,
      attempt.callerId,
      attempt.at,
      isOver ? attempt.at : undefined,
    );
    const number = attempt.number ?? attempt.shortNumber;
    const subject = `call:${id}`;
    const { asker } = attempt;
    const detail = { ...attempt.decision, ...(asker && { program: asker.program }) };
    if (asker !== undefined) noteRequestRow(db, { id: asker.requestId, rowId: id });
    const activity = { kind: 'call', subject, detail, number, at: attempt.at } as const;
    if (isOver) recordActivity(db, activity, attempt.outcome);
    else beginActivity(db, activity);
    const party = toParty(db, {
      number: attempt.number ?? null,
      extension_number: attempt.shortNumber ?? null,
      name: attempt.name ?? null,
    });
    return { id, party };
  },
);

/** Writes down that a number was refused before any request, or asked about; there is no call to show. */
export const recordRefusal = defineQuery(
  'calls.record-refusal',
  (
    db,
    input: {
      readonly kind: 'call-refused' | 'call-asked';
      readonly typed: string;
      /** E.164, or the digits of a short number; missing for what is no number at all. */
      readonly number: string | undefined;
      readonly code: string;
      readonly at: EpochMs;
    },
  ) => {
    const { kind, typed, number, code, at } = input;
    const detail = { typed, code };
    recordActivity(db, { kind, subject: '', detail, number, at }, 'refused');
  },
);

/** Keeps RingCentral's id of a call that it has taken. */
export const setRingOutId = defineQuery(
  'calls.set-ring-out-id',
  (db, input: { readonly id: number; readonly ringOutId: string }) => {
    run(db, 'UPDATE call SET ringout_id = ? WHERE id = ?', input.ringOutId, input.id);
  },
);

/** Writes when both sides were connected, once; how it ended is written when it has. */
export const noteConnected = defineQuery(
  'calls.note-connected',
  (db, input: { readonly id: number; readonly at: EpochMs }): void => writeConnected(db, input),
);

/** Writes how a call ended, unless its record in the call log was quicker and knows better. */
export const settleCall = defineQuery(
  'calls.settle',
  (
    db,
    input: {
      readonly id: number;
      readonly outcome: CallOutcome;
      readonly connectedAt: EpochMs | undefined;
      readonly endedAt: EpochMs;
      readonly failure: Failure | undefined;
    },
  ) => {
    const { id, outcome, connectedAt, endedAt } = input;
    const seconds = connectedAt && Math.max(0, Math.round((endedAt - connectedAt) / 1000));
    run(
      db,
      `UPDATE call SET outcome = ?, connected_at = ?, ended_at = ?, duration_seconds = ?,
         failure = ?
       WHERE id = ? AND outcome = 'in-progress'`,
      outcome,
      connectedAt,
      endedAt,
      seconds,
      failureToText(input.failure),
      id,
    );
    settleActivity(db, { subject: `call:${id}`, outcome, at: endedAt });
  },
);

/**
 * After a start: calls that were being placed or running when Sidetone stopped. What became of them
 * is not known until the call log tells.
 */
export const recoverCalls = defineQuery(
  'calls.recover',
  (db, input: { readonly now: EpochMs }): number => {
    const open = allRows<{ id: number }>(
      db,
      `SELECT id FROM call WHERE id IN (
         SELECT CAST(substr(subject, 6) AS INTEGER) FROM activity
         WHERE settled_at IS NULL AND kind = 'call'
       ) AND outcome = 'in-progress'`,
    );
    const unknown = failure('rejected', 'call.outcome-unknown', { retry: 'never' });
    for (const { id } of open) {
      run(
        db,
        // Nothing went wrong with a call that came in: its record tells how it ended.
        `UPDATE call SET outcome = 'unknown', failure = iif(direction = 'outbound', ?, NULL)
         WHERE id = ?`,
        failureToText(unknown),
        id,
      );
      settleActivity(db, { subject: `call:${id}`, outcome: 'unknown', at: input.now });
    }
    return open.length;
  },
);
