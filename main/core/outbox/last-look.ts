import type { Database } from 'better-sqlite3';
import type { TextDecision } from '../../../shared/model/drafts.ts';
import type { E164, EpochMs } from '../../../shared/model/ids.ts';
import { getOpenActivity, type OpenActivity } from '../db/activity.ts';
import { allRows } from '../db/statement.ts';
import { readOptOut } from '../opt-outs/rows.ts';

/** A text that has waited for so long does not go without a word of the user's. */
export const askAfterMs = 24 * 60 * 60_000;
/** In its thread, what was written so long ago asks along with it: it may lean on it. */
const askAlongMs = 10 * 60_000;

/** What stands against a text when its turn has come. */
export type Obstacle = 'opted-out' | 'too-late';

/**
 * A last look at a text before it leaves: it was judged when it was accepted, and may have waited
 * for long since, or is sent once more. Call it in the transaction that takes the text out.
 */
export function findObstacle(
  db: Database,
  text: {
    readonly id: number;
    readonly from: E164;
    readonly to: readonly E164[];
    readonly now: EpochMs;
  },
): Obstacle | undefined {
  const { id, from, to, now } = text;
  const accepted = getAccepted(db, id);
  if (accepted !== undefined && accepted.began_at < now - askAfterMs) return 'too-late';
  const isOut = to.some((number) => readOptOut(db, { ownNumber: from, number }) !== undefined);
  return isOut && !wasConfirmed(accepted) ? 'opted-out' : undefined;
}

/** Texts of a thread that have waited too long, and those that ask along; when each was accepted. */
export function listTooLate(
  db: Database,
  threadId: number,
  now: EpochMs,
): readonly { readonly id: number; readonly at: EpochMs }[] {
  const waiting = allRows<{ id: number }>(
    db,
    `SELECT message_id AS id FROM outbox WHERE thread_id = ? AND lease_until IS NULL
     ORDER BY message_id`,
    threadId,
  );
  return waiting.flatMap(({ id }) => {
    const at = getAccepted(db, id)?.began_at ?? now;
    return at < now - askAlongMs ? [{ id, at }] : [];
  });
}

/** The activity that was begun when the text was put in line, which may be for the second time. */
function getAccepted(db: Database, id: number): OpenActivity | undefined {
  return getOpenActivity(db, `message:${id}`);
}

/** The user has said why it may go to someone who wants no texts. */
function wasConfirmed(accepted: OpenActivity | undefined): boolean {
  if (accepted === undefined) return false;
  const { decision } = JSON.parse(accepted.detail) as { readonly decision?: TextDecision };
  return decision?.questions.includes('opted-out') === true;
}
