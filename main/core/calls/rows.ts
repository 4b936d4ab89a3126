import type { Database } from 'better-sqlite3';
import {
  callQuestions,
  type CallDecision,
  type CallOutcome,
  type CallRow,
} from '../../../shared/model/calls.ts';
import type { CallId, EpochMs, VoicemailId } from '../../../shared/model/ids.ts';
import { toParty, type PartyRow } from '../contacts/rows.ts';
import { failureFromText } from '../db/failure-text.ts';
import { toId } from '../db/row-id.ts';
import { run } from '../db/statement.ts';

/** What `callColumns` selects. */
export type CallTableRow = PartyRow & {
  readonly id: number;
  readonly direction: CallRow['direction'];
  readonly outcome: CallOutcome;
  readonly started_at: number;
  readonly duration_seconds: number | null;
  readonly failure: string | null;
  readonly key_in: string | null;
  readonly is_new: number;
  readonly is_deleted: number;
  readonly recording_record_id: string | null;
  readonly recording_seconds: number | null;
  readonly voicemail_id: number | null;
  readonly note_outcome: string | null;
  readonly detail: string | null;
};

/** Calls that nobody took, voicemail or not: the words of the index `call_missed`. */
export const missedSql = `direction = 'inbound'
  AND outcome IN ('missed', 'voicemail', 'no-answer', 'busy', 'cancelled')`;
/** Calls that did not go through, or may not have: the words of the index `call_failed`. */
export const failedSql = `outcome IN ('failed', 'unknown')`;

/** The select list of a call, for `FROM call`; what hangs on it is looked up for each row drawn. */
export const callColumns = `call.id, call.direction, call.outcome, call.number,
  call.extension_number, call.name, call.started_at, call.duration_seconds, call.failure,
  call.key_in, call.is_new, call.is_deleted, call.recording_record_id,
  (SELECT duration_seconds FROM call_record
    WHERE server_id = call.recording_record_id) AS recording_seconds,
  (SELECT id FROM voicemail WHERE server_id = call.voicemail_server_id) AS voicemail_id,
  (SELECT outcome FROM note WHERE call_id = call.id AND outcome IS NOT NULL
    ORDER BY id DESC LIMIT 1) AS note_outcome,
  CASE WHEN call.local_id IS NOT NULL THEN (SELECT detail FROM activity
    WHERE subject = 'call:' || call.id AND kind = 'call' LIMIT 1) END AS detail`;

/** Writes when both sides were connected, once and while the call runs. */
export function writeConnected(
  db: Database,
  call: { readonly id: number; readonly at: EpochMs },
): void {
  run(
    db,
    `UPDATE call SET connected_at = ?
     WHERE id = ? AND outcome = 'in-progress' AND connected_at IS NULL`,
    call.at,
    call.id,
  );
}

/** A call row in the form a window shows. */
export function toCallRow(db: Database, row: CallTableRow): CallRow {
  const { recording_record_id: recordId } = row;
  return {
    id: toId<CallId>(row.id),
    direction: row.direction,
    outcome: row.outcome,
    party: toParty(db, row),
    startedAt: row.started_at,
    durationSeconds: row.duration_seconds ?? undefined,
    failure: failureFromText(row.failure),
    keyIn: row.key_in ?? undefined,
    isNew: row.is_new === 1,
    ...(row.is_deleted === 1 && { isDeleted: true }),
    voicemailId: row.voicemail_id === null ? undefined : toId<VoicemailId>(row.voicemail_id),
    recording:
      recordId === null
        ? undefined
        : {
            id: `recording-${recordId}`,
            contentType: 'audio/mpeg',
            durationSeconds: row.recording_seconds ?? undefined,
          },
    noteOutcome: row.note_outcome ?? undefined,
    ...readDetail(row.detail),
  };
}

type CallDetail = Partial<CallDecision> & { readonly program?: string };

/** What the activity of a call tells of how it came about; most were simply placed. */
function readDetail(detail: string | null): Pick<CallRow, 'decision' | 'askedBy'> {
  if (detail === null || detail === '{}') return {};
  const told = JSON.parse(detail) as CallDetail;
  const decision = toDecision(told);
  return {
    ...(decision && { decision }),
    ...(told.program !== undefined && { askedBy: told.program }),
  };
}

function toDecision(told: CallDetail): CallDecision | undefined {
  const { questions, reason, zone, clockTime } = told;
  const known = questions?.filter((question) => callQuestions.includes(question)) ?? [];
  if (known.length === 0) return undefined;
  return { questions: known, reason, ...(zone && clockTime && { zone, clockTime }) };
}
