import type { Failure } from '../../../../shared/failure.ts';
import type { E164, EpochMs } from '../../../../shared/model/ids.ts';
import type { RefusedText, SeparateBatch } from '../../../../shared/model/separate.ts';
import { defineQuery } from '../../db/define-query.ts';
import { allRows, getRow, run } from '../../db/statement.ts';

/** A text of a batch as it is to be handed over. */
export type BatchRow = {
  readonly position: number;
  readonly number: E164;
  readonly text: string;
  readonly sendAt: { readonly at: EpochMs; readonly zone: string } | undefined;
  readonly isQuietConfirmed: boolean;
};
export type NewRow = Omit<BatchRow, 'position'> & { readonly name: string | undefined };

/** Keeps the texts of a batch; again under the same id it changes nothing. Those that are done go. */
export const beginBatch = defineQuery(
  'separate.begin',
  (
    db,
    input: {
      readonly batchId: string;
      readonly title: string;
      readonly from: E164 | undefined;
      readonly at: EpochMs;
      readonly rows: readonly NewRow[];
    },
  ): void => {
    const { batchId, title, from, at, rows } = input;
    if (getRow(db, 'SELECT 1 FROM text_batch WHERE id = ?', batchId) !== undefined) return;
    run(
      db,
      `DELETE FROM text_batch WHERE NOT EXISTS (
         SELECT 1 FROM text_batch_row WHERE batch_id = text_batch.id AND state <> 'accepted'
       )`,
    );
    run(
      db,
      'INSERT INTO text_batch (id, title, from_number, created_at) VALUES (?, ?, ?, ?)',
      batchId,
      title,
      from,
      at,
    );
    for (const [index, row] of rows.entries()) {
      run(
        db,
        `INSERT INTO text_batch_row
           (batch_id, position, number, name, text, send_at, zone, is_quiet_confirmed)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        batchId,
        index + 1,
        row.number,
        row.name,
        row.text,
        row.sendAt?.at,
        row.sendAt?.zone,
        row.isQuietConfirmed ? 1 : 0,
      );
    }
  },
);

type RowOfBatch = {
  readonly position: number;
  readonly number: E164;
  readonly text: string;
  readonly send_at: EpochMs | null;
  readonly zone: string | null;
  readonly is_quiet_confirmed: number;
  readonly from_number: E164 | null;
};

/** The next text of a batch that is not accepted yet. */
export const nextBatchRow = defineQuery(
  'separate.next',
  (db, batchId: string): (BatchRow & { readonly from: E164 | undefined }) | undefined => {
    const row = getRow<RowOfBatch>(
      db,
      `SELECT position, number, text, send_at, zone, is_quiet_confirmed, from_number
       FROM text_batch_row AS entry JOIN text_batch ON text_batch.id = entry.batch_id
       WHERE batch_id = ? AND state = 'waiting' ORDER BY position LIMIT 1`,
      batchId,
    );
    return (
      row && {
        position: row.position,
        number: row.number,
        text: row.text,
        sendAt:
          row.send_at === null || row.zone === null
            ? undefined
            : { at: row.send_at, zone: row.zone },
        isQuietConfirmed: row.is_quiet_confirmed === 1,
        from: row.from_number ?? undefined,
      }
    );
  },
);

/** Notes what became of a text: once it is accepted, its words are in the thread and not here. */
export const settleBatchRow = defineQuery(
  'separate.settle',
  (
    db,
    input: {
      readonly batchId: string;
      readonly position: number;
      readonly failure: Failure | undefined;
    },
  ): void => {
    const { batchId, position, failure } = input;
    run(
      db,
      `UPDATE text_batch_row SET state = ?, failure = ?, text = CASE WHEN ? THEN '' ELSE text END
       WHERE batch_id = ? AND position = ?`,
      failure === undefined ? 'accepted' : 'refused',
      failure && JSON.stringify(failure),
      failure === undefined ? 1 : 0,
      batchId,
      position,
    );
  },
);

/** Takes up what was refused; answers whether the batch is there. */
export const reopenBatch = defineQuery(
  'separate.reopen',
  (db, input: { readonly batchId: string; readonly refused: boolean }): boolean => {
    const { batchId, refused } = input;
    if (refused) {
      run(
        db,
        `UPDATE text_batch_row SET state = 'waiting', failure = NULL
         WHERE batch_id = ? AND state = 'refused'`,
        batchId,
      );
    }
    return getRow(db, 'SELECT 1 FROM text_batch WHERE id = ?', batchId) !== undefined;
  },
);

export const dropBatch = defineQuery('separate.drop', (db, batchId: string): void => {
  run(db, 'DELETE FROM text_batch WHERE id = ?', batchId);
});

type BatchHead = { readonly id: string; readonly title: string; readonly created_at: EpochMs };

/** Every batch that is kept, the newest first. */
export const listBatches = defineQuery(
  'separate.list',
  (db): readonly Omit<SeparateBatch, 'isRunning' | 'obstacle'>[] =>
    allRows<BatchHead>(
      db,
      'SELECT id, title, created_at FROM text_batch ORDER BY created_at DESC, id',
    ).map(({ id, title, created_at: createdAt }) => {
      const counts = allRows<{ state: string; count: number }>(
        db,
        'SELECT state, count(*) AS count FROM text_batch_row WHERE batch_id = ? GROUP BY state',
        id,
      );
      const of = (state: string): number => counts.find((row) => row.state === state)?.count ?? 0;
      const refused = allRows<RefusedRow>(
        db,
        `SELECT position, number, name, text, failure FROM text_batch_row
         WHERE batch_id = ? AND state = 'refused' ORDER BY position`,
        id,
      ).map(toRefused);
      return {
        id,
        title,
        createdAt,
        total: of('accepted') + of('waiting') + of('refused'),
        accepted: of('accepted'),
        waiting: of('waiting'),
        refused,
      };
    }),
);

type RefusedRow = {
  readonly position: number;
  readonly number: E164;
  readonly name: string | null;
  readonly text: string;
  readonly failure: string;
};

function toRefused({ name, failure, ...row }: RefusedRow): RefusedText {
  return { ...row, name: name ?? undefined, failure: JSON.parse(failure) as Failure };
}
