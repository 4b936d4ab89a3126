import type { Database } from 'better-sqlite3';
import type { OptOut } from '../../../shared/model/drafts.ts';
import type { E164, ThreadId } from '../../../shared/model/ids.ts';
import type { Party } from '../../../shared/model/people.ts';
import { readTimeZone } from '../calls/outlook/rows.ts';
import { readParties } from '../contacts/rows.ts';
import { defineQuery } from '../db/define-query.ts';
import { failureFromText } from '../db/failure-text.ts';
import { toRowId } from '../db/row-id.ts';
import { allRows, getRow } from '../db/statement.ts';
import { isDoNotCall } from '../do-not-call/rows.ts';
import { findLatestThread, listPartyRows } from '../messages/rows.ts';
import { readOptOut } from '../opt-outs/rows.ts';

/** What the archive knows of someone who may be sent a text from one of the user's numbers. */
export type Addressee = {
  readonly number: E164;
  readonly party: Party;
  readonly optOut: Pick<OptOut, 'at' | 'source' | 'word'> | undefined;
  readonly isDoNotCall: boolean;
  /** Chosen by the user for this contact. */
  readonly zone: string | undefined;
  /** A text has gone to them from that number, or is on its way. */
  readonly hasHadText: boolean;
  /** The last text to them was refused because theirs is a landline. */
  readonly wasLandline: boolean;
};

/** What has to be known of everyone a text is for before it may go. */
export const readAddressees = defineQuery(
  'text-rules.read-addressees',
  (
    db,
    { from, numbers }: { readonly from: E164 | undefined; readonly numbers: readonly E164[] },
  ): readonly Addressee[] => {
    const partyOf = readParties(db, numbers);
    return numbers.map((number) => {
      const party = partyOf({ number, extension_number: null, name: null });
      return {
        number,
        party,
        optOut: from && readOptOut(db, { ownNumber: from, number }),
        isDoNotCall: isDoNotCall(db, number),
        zone: party.contactId && readTimeZone(db, party.contactId),
        hasHadText: from !== undefined && hasHadText(db, from, number),
        wasLandline: wasLandline(db, number),
      };
    });
  },
);

/** Which of the user's numbers wrote to exactly these people last; a new text goes on from it. */
export const readLastSender = defineQuery(
  'text-rules.read-last-sender',
  (
    db,
    { senders, to }: { readonly senders: readonly E164[]; readonly to: readonly E164[] },
  ): E164 | undefined => {
    const parties = to.map((number) => ({ number, extensionNumber: undefined, name: undefined }));
    return findLatestThread(db, senders, parties)?.ownNumber;
  },
);

/** Whom a thread is with, and the user's number it belongs to; undefined when it is not there. */
export const readThreadPeople = defineQuery(
  'text-rules.read-thread',
  (
    db,
    { threadId }: { readonly threadId: ThreadId },
  ):
    | {
        readonly ownNumber: E164;
        readonly people: readonly Pick<Party, 'number' | 'extensionNumber'>[];
      }
    | undefined => {
    const id = toRowId(threadId) ?? 0;
    const thread = getRow<{ own_number: E164 }>(
      db,
      'SELECT own_number FROM thread WHERE id = ?',
      id,
    );
    if (thread === undefined) return undefined;
    const people = listPartyRows(db, id).map((row) => ({
      number: (row.number as E164 | null) ?? undefined,
      extensionNumber: row.extension_number ?? undefined,
    }));
    return { ownNumber: thread.own_number, people };
  },
);

function hasHadText(db: Database, from: E164, number: E164): boolean {
  const threads = allRows<{ id: number }>(
    db,
    `SELECT DISTINCT thread.id FROM thread_party JOIN thread ON thread.id = thread_party.thread_id
     WHERE thread_party.number = ? AND thread.own_number = ?`,
    number,
    from,
  );
  return threads.some(
    ({ id }) =>
      getRow(
        db,
        `SELECT 1 FROM message WHERE thread_id = ? AND direction = 'outbound'
           AND status <> 'failed' AND (is_discarded = 0 OR status <> 'queued') LIMIT 1`,
        id,
      ) !== undefined,
  );
}

/** As the text that was settled last says, in a conversation of two. */
function wasLandline(db: Database, number: E164): boolean {
  const threads = allRows<{ id: number }>(
    db,
    `SELECT thread.id FROM thread_party JOIN thread ON thread.id = thread_party.thread_id
     WHERE thread_party.number = ? AND thread.party_key = thread_party.number`,
    number,
  );
  const lasts = threads.flatMap(
    ({ id }) =>
      getRow<{ id: number; failure: string | null }>(
        db,
        `SELECT id, failure FROM message WHERE thread_id = ? AND direction = 'outbound'
           AND status IN ('delivered', 'failed') ORDER BY id DESC LIMIT 1`,
        id,
      ) ?? [],
  );
  const [last] = lasts.toSorted((one, other) => other.id - one.id);
  return failureFromText(last?.failure ?? null)?.message === 'text.landline';
}
