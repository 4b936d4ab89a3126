import type { Notice } from '../../../shared/model/app.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import { defineQuery } from '../db/define-query.ts';
import { allRows, run } from '../db/statement.ts';

type NoticeRow = {
  readonly id: string;
  readonly at: number;
  readonly message: Notice['message'];
  readonly params: string;
};

/** Notices not yet dismissed, newest first. */
export const listNotices = defineQuery('diagnostics.list-notices', (db): readonly Notice[] =>
  allRows<NoticeRow>(
    db,
    'SELECT id, at, message, params FROM notice WHERE dismissed_at IS NULL ORDER BY at DESC',
  ).map(({ id, at, message, params }) => ({
    id,
    at,
    message,
    params: JSON.parse(params) as Notice['params'],
  })),
);

/** Keeps a notice until it is dismissed; the same id is kept once. */
export const addNotice = defineQuery(
  'diagnostics.add-notice',
  (db, { id, at, message, params }: Notice): void => {
    run(
      db,
      `INSERT INTO notice (id, at, message, params) VALUES (?, ?, ?, ?)
       ON CONFLICT (id) DO NOTHING`,
      id,
      at,
      message,
      JSON.stringify(params),
    );
  },
);

export const dismissNotice = defineQuery(
  'diagnostics.dismiss-notice',
  (db, input: { readonly id: string; readonly at: EpochMs }): void => {
    run(db, 'UPDATE notice SET dismissed_at = ? WHERE id = ?', input.at, input.id);
  },
);
