import type { Database } from 'better-sqlite3';
import { failure } from '../../../shared/failure.ts';
import { failureToText } from './failure-text.ts';
import { attempt, fromFile } from './other-file.ts';
import { allRows, insert, run } from './statement.ts';

type BatchRow = {
  readonly id: string;
  readonly title: string;
  readonly from_number: string | null;
  readonly created_at: number;
};

type TextRow = {
  readonly position: number;
  readonly number: string;
  readonly name: string | null;
  readonly text: string;
  readonly send_at: number | null;
  readonly zone: string | null;
  readonly is_quiet_confirmed: number;
  readonly state: string;
  readonly failure: string | null;
};

/** Texts of one template to several people, some of which were not handed over yet. */
export type CarriedBatch = { readonly batch: BatchRow; readonly texts: readonly TextRow[] };

/** Reads what can be read of the batches in a damaged or replaced archive that are not done. */
export function readBatches(file: string): readonly CarriedBatch[] {
  return fromFile(file, (db) =>
    allRows<BatchRow>(
      db,
      `SELECT id, title, from_number, created_at FROM text_batch WHERE id IN (
         SELECT batch_id FROM text_batch_row WHERE state <> 'accepted'
       ) ORDER BY id`,
    ).flatMap((batch) => {
      const texts = attempt(() =>
        allRows<TextRow>(
          db,
          `SELECT position, number, name, text, send_at, zone, is_quiet_confirmed, state, failure
           FROM text_batch_row WHERE batch_id = ? ORDER BY position`,
          batch.id,
        ),
      );
      return texts === undefined ? [] : [{ batch, texts }];
    }),
  );
}

/**
 * Puts batches into an archive, in the place of those it knows: what waited may have been accepted
 * just before, so it goes only when the user has looked and says so.
 */
export function writeBatches(db: Database, batches: readonly CarriedBatch[]): void {
  const outdated = failureToText(failure('conflict', 'separate.outdated'));
  for (const { batch, texts } of batches) {
    run(db, 'DELETE FROM text_batch WHERE id = ?', batch.id);
    insert(
      db,
      'INSERT INTO text_batch (id, title, from_number, created_at) VALUES (?, ?, ?, ?)',
      batch.id,
      batch.title,
      batch.from_number,
      batch.created_at,
    );
    for (const text of texts) {
      const isWaiting = text.state === 'waiting';
      insert(
        db,
        `INSERT INTO text_batch_row (batch_id, position, number, name, text, send_at, zone,
           is_quiet_confirmed, state, failure) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        batch.id,
        text.position,
        text.number,
        text.name,
        text.text,
        text.send_at,
        text.zone,
        text.is_quiet_confirmed,
        isWaiting ? 'refused' : text.state,
        isWaiting ? outdated : text.failure,
      );
    }
  }
}
