import type { Database } from 'better-sqlite3';
import type { Whose } from '../../../../shared/model/history.ts';
import type { EpochMs } from '../../../../shared/model/ids.ts';
import type { ErasedView } from '../../../../shared/model/keeping.ts';
import { beginActivity } from '../../db/activity.ts';
import { defineQuery, defineUpkeep } from '../../db/define-query.ts';
import { allRows, getRow, run } from '../../db/statement.ts';
import { eraseAllOptOuts } from '../../opt-outs/rows.ts';
import { believedMs } from '../believed.ts';
import { rememberParties } from '../erased-parties/rows.ts';
import { raiseFloor } from '../rows.ts';
import { countOf, findOf, idsOf, removeTraces, scopeOf, type Scope } from './person/rows.ts';
import {
  addRemoved,
  deleteForGood,
  listIndexes,
  removeCalls,
  removeNotes,
  removeTexts,
  removeVoicemails,
  type Removed,
} from './rows.ts';

/** Rows of each kind that one transaction removes: what a user writes meanwhile hardly waits. */
const rowsAtOnce = 50;

export const findScope = defineQuery('erasure.find-scope', (db, whose: Whose): Scope =>
  scopeOf(db, whose),
);

/** What an erasure removes. */
export type ErasureWhat = 'person' | 'everything';

/** An erasure that was begun and did not come to its end; no scope when all rows are gone. */
export type LeftErasure = { readonly what: ErasureWhat; readonly scope: Scope | undefined };

const unfinished = `kind = 'erasure' AND settled_at IS NULL`;
const detailOf = (scope: Scope): { readonly scope: Scope } => ({ scope });

/**
 * Begins to erase someone: whose rows these are is remembered until they are gone, for a crash, and
 * what has not come yet is kept from coming. `before` is by RingCentral's clock.
 */
export const beginErasure = defineQuery(
  'erasure.begin',
  (db, input: { readonly scope: Scope; readonly at: EpochMs; readonly before: EpochMs }): void => {
    const { scope, at, before } = input;
    rememberParties(db, scope, before);
    const subject = 'person' satisfies ErasureWhat;
    beginActivity(db, { kind: 'erasure', subject, detail: detailOf(scope), at });
  },
);

export const listLeftErasures = defineQuery('erasure.list-left', (db): readonly LeftErasure[] =>
  allRows<{ subject: ErasureWhat; detail: string }>(
    db,
    `SELECT subject, detail FROM activity WHERE ${unfinished} ORDER BY id`,
  ).map(({ subject, detail }) => ({
    what: subject,
    scope: (JSON.parse(detail) as { readonly scope?: Scope }).scope,
  })),
);

/** All that was begun has come to its end. The log keeps what it was, and not of whom. */
export const finishErasures = defineQuery(
  'erasure.finish',
  (db, input: { readonly at: EpochMs }): void => {
    run(
      db,
      `UPDATE activity SET outcome = subject, subject = '', detail = '{}', settled_at = ?
       WHERE ${unfinished}`,
      input.at,
    );
  },
);

/** What there is of someone, or of everyone. */
export const countErasable = defineQuery(
  'erasure.count',
  (db, input: { readonly whose: Whose | undefined }): ErasedView => {
    if (input.whose !== undefined) {
      const found = findOf(scopeOf(db, input.whose));
      return {
        texts: countOf(db, found.texts),
        calls: countOf(db, found.calls),
        voicemails: countOf(db, found.voicemails),
        notes: countOf(db, found.notes),
      };
    }
    const all = (table: string): number =>
      getRow<{ count: number }>(db, `SELECT count(*) AS count FROM ${table}`)?.count ?? 0;
    return {
      texts: all('message'),
      calls: all('call'),
      voicemails: all('voicemail'),
      notes: all('note'),
    };
  },
);

/** Removes the next rows of someone; `isDone` when there are no more, and no trace of a name either. */
export const eraseSome = defineQuery(
  'erasure.erase-some',
  (db, scope: Scope): { readonly removed: Removed; readonly isDone: boolean } => {
    deleteForGood(db);
    const found = findOf(scope);
    const voicemails = idsOf(db, found.voicemails, rowsAtOnce);
    const texts = idsOf(db, found.texts, rowsAtOnce);
    const calls = idsOf(db, found.calls, rowsAtOnce);
    const notes = calls.length > 0 ? [] : idsOf(db, found.notes, rowsAtOnce);
    const removed = [
      removeVoicemails(db, voicemails, true),
      removeTexts(db, texts, true),
      removeCalls(db, calls, true),
      removeNotes(db, notes),
    ].reduce(addRemoved);
    const isDone = voicemails.length + texts.length + calls.length + notes.length === 0;
    if (isDone) {
      removeTraces(db, scope);
      const begun = JSON.stringify(detailOf(scope));
      run(db, `UPDATE activity SET detail = '{}' WHERE ${unfinished} AND detail = ?`, begun);
    }
    return { removed, isDone };
  },
);

/**
 * Who is signed in, and where the feeds go on, so that nothing erased comes back; and, as digests, who
 * wants no texts.
 */
const lasting: ReadonlySet<string> = new Set([
  'account_fact',
  'archive_floor',
  'backfill',
  'opt_out',
  'sync_cursor',
  'sync_mark',
]);

/** A clock that has jumped years ahead must not keep everything out for years. */
function latestBelievable(db: Database): EpochMs {
  const known = getRow<{ at: number | null }>(
    db,
    `SELECT max(CAST(position AS INTEGER)) AS at FROM sync_cursor WHERE feed IN ('messages', 'calls')`,
  );
  return known?.at === undefined || known.at === null ? Infinity : known.at + believedMs;
}

type SchemaRow = { readonly name: string; readonly sql: string };

/**
 * Empties every table but those that tell who is signed in, in one transaction, and takes note that
 * nothing from before is wanted. Triggers are put aside meanwhile: the indexes are emptied whole.
 */
export const eraseAll = defineUpkeep(
  'erasure.erase-all',
  (
    db,
    input: {
      readonly at: EpochMs;
      /** By RingCentral's clock. */
      readonly before: EpochMs;
    },
  ): void => {
    const indexes = listIndexes(db);
    const isShadow = (name: string): boolean =>
      indexes.some((index) => name === index || name.startsWith(`${index}_`));
    const tables = allRows<SchemaRow>(
      db,
      `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
    ).filter(({ name }) => !isShadow(name) && !lasting.has(name));
    const triggers = allRows<SchemaRow>(
      db,
      `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`,
    );
    db.pragma('secure_delete = ON');
    db.pragma('foreign_keys = OFF');
    try {
      const erase = db.transaction(() => {
        for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
        for (const index of indexes) {
          db.exec(`INSERT INTO ${index} (${index}) VALUES ('delete-all')`);
        }
        for (const { name } of tables) db.exec(`DELETE FROM ${name}`);
        eraseAllOptOuts(db);
        for (const { sql } of triggers) db.exec(sql);
        // Contacts are RingCentral's and come back; texts and calls from before do not.
        run(db, `UPDATE sync_cursor SET token = NULL WHERE feed IN ('contacts', 'directory')`);
        raiseFloor(db, Math.min(input.before, latestBelievable(db)));
        const subject = 'everything' satisfies ErasureWhat;
        beginActivity(db, { kind: 'erasure', subject, at: input.at });
      });
      erase.immediate();
    } finally {
      db.pragma('foreign_keys = ON');
    }
  },
);
