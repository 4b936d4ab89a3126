import type { Database } from 'better-sqlite3';
import type { EpochMs } from '../../../shared/model/ids.ts';
import { getRow, insert, run } from './statement.ts';

/** What the activity log keeps: what was tried or refused, for whom, and how it ended. */
export type Activity = {
  readonly kind:
    | 'call'
    | 'text'
    | 'call-refused'
    | 'call-asked'
    | 'text-discarded'
    /** It was quiet there, and the text waits for the day. */
    | 'text-put-off'
    | 'opt-out'
    | 'note'
    | 'contact'
    | 'erasure'
    /** Another program, and what it did beside calls and texts. */
    | 'program';
  /** What it is about: `call:<row id>`, `note:<row id>`, …, or nothing when nothing came of it. */
  readonly subject: string;
  readonly detail?: Readonly<Record<string, unknown>>;
  /** Whom it concerns: E.164, or the digits of a short number; it is found by it in a timeline. */
  readonly number?: string | undefined;
  readonly at: EpochMs;
};

/** Writes an activity ahead of the request it stands for. */
export function beginActivity(db: Database, activity: Activity): void {
  const { kind, subject, detail = {}, number, at } = activity;
  insert(
    db,
    'INSERT INTO activity (kind, subject, detail, number, began_at) VALUES (?, ?, ?, ?, ?)',
    kind,
    subject,
    JSON.stringify(detail),
    number,
    at,
  );
}

/** When it was begun, and with what detail, as JSON. */
export type OpenActivity = { readonly began_at: EpochMs; readonly detail: string };

/** The one of a subject that was begun last, and has not been settled. */
export function getOpenActivity(db: Database, subject: string): OpenActivity | undefined {
  return getRow<OpenActivity>(
    db,
    `SELECT began_at, detail FROM activity WHERE subject = ? AND settled_at IS NULL
     ORDER BY id DESC LIMIT 1`,
    subject,
  );
}

/** Settles every open activity of a subject; doing it again changes nothing. */
export function settleActivity(
  db: Database,
  { subject, outcome, at }: { subject: string; outcome: string; at: EpochMs },
): void {
  run(
    db,
    'UPDATE activity SET settled_at = ?, outcome = ? WHERE subject = ? AND settled_at IS NULL',
    at,
    outcome,
    subject,
  );
}

/** Writes down something that was refused before any request: begun and settled at once. */
export function recordActivity(db: Database, activity: Activity, outcome: string): void {
  insert(
    db,
    `INSERT INTO activity (kind, subject, detail, number, began_at, settled_at, outcome)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    activity.kind,
    activity.subject,
    JSON.stringify(activity.detail ?? {}),
    activity.number,
    activity.at,
    activity.at,
    outcome,
  );
}
