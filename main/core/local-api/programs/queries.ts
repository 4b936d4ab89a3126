import type { EpochMs } from '../../../../shared/model/ids.ts';
import { apiScopes, type ApiProgram, type ApiScope } from '../../../../shared/model/local-api.ts';
import { recordActivity } from '../../db/activity.ts';
import { defineQuery } from '../../db/define-query.ts';
import { allRows, getRow, insert, run } from '../../db/statement.ts';

/** A program with what is kept of its token; it stays in the core. */
export type KeptProgram = ApiProgram & { readonly hash: string };

type ProgramRow = {
  readonly id: string;
  readonly name: string;
  readonly hash: string;
  readonly hint: string;
  readonly scopes: string;
  readonly calls_at_once: number;
  readonly created_at: number;
  readonly last_used_at: number | null;
};

/** Every program that has a token, the newest first. */
export const listPrograms = defineQuery('local-api.list-programs', (db): readonly KeptProgram[] =>
  allRows<ProgramRow>(db, 'SELECT * FROM api_program ORDER BY created_at DESC, id').map(toProgram),
);

/** Writes a program down, and that it was let in; answers false when there are `most` already. */
export const addProgram = defineQuery(
  'local-api.add-program',
  (db, input: { readonly program: KeptProgram; readonly most: number }): boolean => {
    const { program, most } = input;
    const row = getRow<{ count: number }>(db, 'SELECT count(*) AS count FROM api_program');
    if ((row?.count ?? 0) >= most) return false;
    const { id, name, hash, hint, scopes, callsAtOnce, createdAt: at } = program;
    insert(
      db,
      `INSERT INTO api_program (id, name, hash, hint, scopes, calls_at_once, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      id,
      name,
      hash,
      hint,
      JSON.stringify(scopes),
      callsAtOnce ? 1 : 0,
      at,
    );
    const detail = { program: name, scopes, callsAtOnce };
    recordActivity(db, { kind: 'program', subject: `program:${id}`, detail, at }, 'let-in');
    return true;
  },
);

/** Takes a program's token back, for good; answers false when it had none. */
export const removeProgram = defineQuery(
  'local-api.remove-program',
  (db, input: { readonly id: string; readonly at: EpochMs }): boolean => {
    const { id, at } = input;
    const row = getRow<ProgramRow>(db, 'SELECT * FROM api_program WHERE id = ?', id);
    if (row === undefined) return false;
    run(db, 'DELETE FROM api_program WHERE id = ?', id);
    const detail = { program: row.name };
    recordActivity(db, { kind: 'program', subject: `program:${id}`, detail, at }, 'revoked');
    return true;
  },
);

/** Notes when a program last asked. */
export const noteUse = defineQuery(
  'local-api.note-use',
  (db, input: { readonly id: string; readonly at: EpochMs }): void => {
    run(db, 'UPDATE api_program SET last_used_at = ? WHERE id = ?', input.at, input.id);
  },
);

function toProgram(row: ProgramRow): KeptProgram {
  const scopes = JSON.parse(row.scopes) as readonly string[];
  return {
    id: row.id,
    name: row.name,
    hash: row.hash,
    hint: row.hint,
    scopes: scopes.filter((scope): scope is ApiScope => apiScopes.some((each) => each === scope)),
    callsAtOnce: row.calls_at_once === 1,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at ?? undefined,
  };
}
