import type { Database } from 'better-sqlite3';
import { run } from '../db/statement.ts';

/** Notes what a program's request has become, in the transaction that makes it. */
export function noteRequestRow(
  db: Database,
  { id, rowId }: { readonly id: string; readonly rowId: number },
): void {
  run(db, 'UPDATE api_request SET row_id = ? WHERE id = ?', rowId, id);
}

/** Leads those who ask about a call to the call it is merged into; again changes nothing. */
export function moveRequestsOfCall(db: Database, fromCallId: number, toCallId: number): void {
  run(
    db,
    `UPDATE api_request SET row_id = ? WHERE row_id = ? AND kind = 'call'`,
    toCallId,
    fromCallId,
  );
}

/** Takes every token back, with what was asked by it. */
export function forgetPrograms(db: Database): void {
  run(db, 'DELETE FROM api_request');
  run(db, 'DELETE FROM api_program');
}
