import type { Page } from '../../../shared/model/app.ts';
import type { EpochMs, VoicemailId } from '../../../shared/model/ids.ts';
import type { VoicemailView } from '../../../shared/model/voicemail.ts';
import { defineQuery } from '../db/define-query.ts';
import { toId, toRowId } from '../db/row-id.ts';
import { allRows, getRow, run } from '../db/statement.ts';
import { toVoicemailView, voicemailColumns, type VoicemailRow } from './rows.ts';

const newest = Number.MAX_SAFE_INTEGER;

export type VoicemailPage = {
  readonly after: string | undefined;
  readonly limit: number;
  readonly show: 'all' | 'unread';
};

export const listVoicemailSql: Readonly<Record<VoicemailPage['show'], string>> = {
  all: `SELECT ${voicemailColumns} FROM voicemail WHERE id < ? ORDER BY id DESC LIMIT ?`,
  unread: `SELECT ${voicemailColumns} FROM voicemail WHERE is_read = 0 AND id < ?
    ORDER BY id DESC LIMIT ?`,
};

/** Voicemails, newest first; those that RingCentral has deleted are still here. */
export const listVoicemail = defineQuery(
  'voicemail.list',
  (db, { after, limit, show }: VoicemailPage): Page<VoicemailView> => {
    const before = after === undefined ? newest : (toRowId(after) ?? 0);
    const rows = allRows<VoicemailRow>(db, listVoicemailSql[show], before, limit);
    const last = rows.at(-1);
    return {
      items: rows.map((row) => toVoicemailView(db, row)),
      next: rows.length < limit || last === undefined ? undefined : String(last.id),
    };
  },
);

/** One voicemail. */
export const getVoicemail = defineQuery(
  'voicemail.get',
  (db, { voicemailId }: { readonly voicemailId: VoicemailId }): VoicemailView | undefined => {
    const row = getRow<VoicemailRow>(
      db,
      `SELECT ${voicemailColumns} FROM voicemail WHERE id = ?`,
      toRowId(voicemailId) ?? 0,
    );
    return row && toVoicemailView(db, row);
  },
);

/** How many wait to be listened to. */
export const countUnreadVoicemail = defineQuery(
  'voicemail.count-unread',
  (db) =>
    getRow<{ count: number }>(db, 'SELECT count(*) AS count FROM voicemail WHERE is_read = 0')
      ?.count ?? 0,
);

/** Marks one read or unread, to be told to RingCentral; answers whether that changed anything. */
export const setVoicemailRead = defineQuery(
  'voicemail.set-read',
  (
    db,
    input: {
      readonly voicemailId: VoicemailId;
      readonly isRead: boolean;
      /** By RingCentral's clock. */
      readonly at: EpochMs;
    },
  ): boolean =>
    run(
      db,
      `UPDATE voicemail SET is_read = ?, is_read_untold = 1, read_set_at = ?
       WHERE id = ? AND is_read <> ?`,
      Number(input.isRead),
      input.at,
      toRowId(input.voicemailId) ?? 0,
      Number(input.isRead),
    ) > 0,
);

export type DueTranscript = {
  readonly voicemailId: VoicemailId;
  readonly uri: string;
  readonly attempts: number;
};

export const dueTranscriptsSql = `
  SELECT id, transcript_uri AS uri, transcript_attempts AS attempts FROM voicemail
  WHERE transcript IS NULL AND transcript_uri IS NOT NULL
    AND transcript_state IN ('waiting', 'partial') AND transcript_due_at <= ?
  ORDER BY id DESC LIMIT ?`;

/** Transcripts that RingCentral has and we have not, newest first. */
export const listDueTranscripts = defineQuery(
  'voicemail.list-due-transcripts',
  (
    db,
    { now, limit }: { readonly now: EpochMs; readonly limit: number },
  ): readonly DueTranscript[] =>
    allRows<{ id: number; uri: string; attempts: number }>(db, dueTranscriptsSql, now, limit).map(
      ({ id, uri, attempts }) => ({ voicemailId: toId<VoicemailId>(id), uri, attempts }),
    ),
);

/** Keeps a transcript that was fetched from that address; one without a word counts as none. */
export const keepTranscript = defineQuery(
  'voicemail.keep-transcript',
  (
    db,
    input: { readonly voicemailId: VoicemailId; readonly uri: string; readonly text: string },
  ): void => {
    run(
      db,
      `UPDATE voicemail SET transcript = nullif(?, ''), transcript_state = CASE
         WHEN ? = '' THEN 'none' WHEN transcript_state = 'partial' THEN 'partial' ELSE 'there' END
       WHERE id = ? AND transcript_uri = ?`,
      input.text,
      input.text,
      toRowId(input.voicemailId) ?? 0,
      input.uri,
    );
  },
);

/** Notes that a transcript could not be fetched; without a time to try again it has failed. */
export const postponeTranscript = defineQuery(
  'voicemail.postpone-transcript',
  (db, input: { readonly voicemailId: VoicemailId; readonly dueAt: EpochMs | undefined }): void => {
    run(
      db,
      `UPDATE voicemail SET transcript_attempts = transcript_attempts + 1,
         transcript_due_at = coalesce(?, transcript_due_at),
         transcript_state = CASE WHEN ? IS NULL THEN 'failed' ELSE transcript_state END
       WHERE id = ?`,
      input.dueAt,
      input.dueAt,
      toRowId(input.voicemailId) ?? 0,
    );
  },
);
