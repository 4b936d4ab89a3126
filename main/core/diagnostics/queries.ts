import type { Notice } from '../../../shared/model/app.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import { defineQuery } from '../db/define-query.ts';
import { allRows, getRow, run } from '../db/statement.ts';

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

/** What the archive holds and whether it can be read whole. */
export type ArchiveHealth = {
  readonly isSound: boolean;
  readonly sizeBytes: number;
  readonly calls: number;
  readonly texts: number;
  /** Records of RingCentral's that could not be read. */
  readonly quarantined: number;
  /** The latest of them, by RingCentral's id. */
  readonly setAside: readonly SetAside[];
};

/** A record that could not be read: which one, and what of it. */
export type SetAside = { readonly feed: string; readonly id: string; readonly reason: string };

/** As many as someone who helps would look at. */
const mostSetAside = 20;

/** Above this a check of every page would keep the window's own reads waiting, in bytes. */
const largestToCheck = 256 * 1024 * 1024;

/** Counts what is there; every page of a file of moderate size is looked at too. */
export const readHealth = defineQuery('diagnostics.read-health', (db): ArchiveHealth => {
  const count = (table: 'call' | 'message' | 'quarantine'): number =>
    getRow<{ count: number }>(db, `SELECT count(*) AS count FROM ${table}`)?.count ?? 0;
  const pragma = (name: string): unknown => db.pragma(name, { simple: true });
  const sizeBytes = Number(pragma('page_count')) * Number(pragma('page_size'));
  const isSound = sizeBytes > largestToCheck || pragma('quick_check(1)') === 'ok';
  return {
    isSound,
    sizeBytes,
    calls: count('call'),
    texts: count('message'),
    quarantined: count('quarantine'),
    setAside: allRows<SetAside>(
      db,
      `SELECT feed, server_id AS id, reason FROM quarantine ORDER BY at DESC, server_id LIMIT ?`,
      mostSetAside,
    ),
  };
});
