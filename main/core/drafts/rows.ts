import type { Database } from 'better-sqlite3';
import type { DraftKey, StagedFile } from '../../../shared/model/drafts.ts';
import type { E164, EpochMs, FileId } from '../../../shared/model/ids.ts';
import { allRows, getRow, run } from '../db/statement.ts';

/** What of a draft is a row of its own; its files point at it. */
export type DraftText = {
  readonly text: string;
  readonly to: readonly string[];
  readonly from: E164 | undefined;
};

type DraftRow = {
  readonly body: string;
  readonly recipients: string;
  readonly from_number: string | null;
};

export function readDraft(db: Database, key: DraftKey): DraftText | undefined {
  const row = getRow<DraftRow>(
    db,
    'SELECT body, recipients, from_number FROM draft WHERE key = ?',
    key,
  );
  if (row === undefined) return undefined;
  return {
    text: row.body,
    to: JSON.parse(row.recipients) as readonly string[],
    from: (row.from_number as E164 | null) ?? undefined,
  };
}

export function hasDraft(db: Database, key: DraftKey): boolean {
  return getRow(db, 'SELECT 1 FROM draft WHERE key = ?', key) !== undefined;
}

export function writeDraft(db: Database, key: DraftKey, draft: DraftText, at: EpochMs): void {
  run(
    db,
    `INSERT INTO draft (key, body, recipients, from_number, changed_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET body = excluded.body, recipients = excluded.recipients,
       from_number = excluded.from_number, changed_at = excluded.changed_at`,
    key,
    draft.text,
    JSON.stringify(draft.to),
    draft.from,
    at,
  );
}

/** Forgets what was written; its files belong to nothing any more. Answers whether there was one. */
export function removeDraft(db: Database, key: DraftKey): boolean {
  setDraftFiles(db, key, []);
  return run(db, 'DELETE FROM draft WHERE key = ?', key) > 0;
}

/** Erases what was written, its files too. */
export function eraseDraft(db: Database, key: DraftKey): void {
  run(db, 'DELETE FROM outgoing_file WHERE draft_key = ?', key);
  removeDraft(db, key);
}

/** What has become a text is no draft any more: in the same transaction, so that neither is both. */
export function settleDraft(db: Database, key: DraftKey, text: string): void {
  if (readDraft(db, key)?.text.trim() === text.trim()) {
    run(db, 'DELETE FROM draft WHERE key = ?', key);
  }
}

/** What of a file that goes with a text a window shows. */
export type FileRow = {
  readonly id: string;
  readonly file_name: string;
  readonly content_type: string;
  readonly size_bytes: number;
  readonly width: number | null;
  readonly height: number | null;
};

/** The files of a draft, in their order. */
export function listDraftFiles(db: Database, key: DraftKey): readonly StagedFile[] {
  return allRows<FileRow>(
    db,
    `SELECT id, file_name, content_type, size_bytes, width, height FROM outgoing_file
     WHERE draft_key = ? ORDER BY position, added_at, id`,
    key,
  ).map(toStagedFile);
}

/** Ties exactly these files to a draft; those that have become a text's meanwhile stay with it. */
export function setDraftFiles(db: Database, key: DraftKey, files: readonly FileId[]): void {
  run(
    db,
    `UPDATE outgoing_file SET draft_key = NULL
     WHERE draft_key = ? AND id NOT IN (SELECT value FROM json_each(?))`,
    key,
    JSON.stringify(files),
  );
  for (const [position, id] of files.entries()) {
    run(
      db,
      `UPDATE outgoing_file SET draft_key = ?, position = ?
       WHERE id = ? AND message_id IS NULL AND scheduled_id IS NULL`,
      key,
      position,
      id,
    );
  }
}

/** Drafts that a person is in: of threads with them alone, and of a text to them being begun. */
export function removeDraftsOf(db: Database, numbers: readonly string[]): void {
  const among = JSON.stringify(numbers);
  const keys = allRows<{ key: DraftKey }>(
    db,
    `SELECT key FROM draft WHERE EXISTS (
       SELECT 1 FROM json_each(draft.recipients) AS one
       WHERE one.value IN (SELECT value FROM json_each(?))
     ) OR key IN (
       SELECT CAST(thread_id AS TEXT) FROM thread_party
       GROUP BY thread_id
       HAVING sum(coalesce(number IN (SELECT value FROM json_each(?)), 0)) = count(*)
     )`,
    among,
    among,
  );
  for (const { key } of keys) eraseDraft(db, key);
}

/** A row of a file that goes with a text, in the form a window shows. */
export function toStagedFile(row: FileRow): StagedFile {
  const { id, width, height } = row;
  return {
    id: id as FileId,
    fileName: row.file_name,
    contentType: row.content_type,
    sizeBytes: row.size_bytes,
    size: width === null || height === null ? undefined : { width, height },
    mediaId: `outgoing-${id}`,
  };
}
