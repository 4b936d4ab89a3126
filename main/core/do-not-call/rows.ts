import type { Database } from 'better-sqlite3';
import type { E164 } from '../../../shared/model/ids.ts';
import { getRow } from '../db/statement.ts';

/** Whether the user has put a number on their do-not-call list. */
export function isDoNotCall(db: Database, number: E164): boolean {
  return getRow(db, 'SELECT 1 FROM do_not_call WHERE number = ?', number) !== undefined;
}
