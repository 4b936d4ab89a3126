import type { Database } from 'better-sqlite3';
import { assertNever } from '../../../../shared/failure.ts';
import type { ClientId, MessageId, ThreadId } from '../../../../shared/model/ids.ts';
import type { Party } from '../../../../shared/model/people.ts';
import type { Excerpt, SearchHit } from '../../../../shared/model/search.ts';
import { toCallRow } from '../../calls/rows.ts';
import { toParty, type PartyRow } from '../../contacts/rows.ts';
import { failureFromText } from '../../db/failure-text.ts';
import { toId } from '../../db/row-id.ts';
import { listPartyRows } from '../../messages/rows.ts';
import type { MessageRow } from '../../messages/views.ts';
import { toNoteView } from '../../notes/rows.ts';
import { toVoicemailView } from '../../voicemail/rows.ts';
import { excerptOf } from '../excerpt.ts';
import type { Sought } from '../parse.ts';
import { sideExcerpt } from '../people/rank.ts';
import type { Hit } from './cursor.ts';
import { getCall, getMessage, getNote, getVoicemail } from './rows.ts';

/** Hits in the form a window shows; a page names few people many times, so they are kept. */
export function toHits(db: Database, hits: readonly Hit[], sought: Sought): readonly SearchHit[] {
  const known: Known = { sides: new Map(), threads: new Map() };
  return hits.flatMap((hit) => toHit(db, hit, sought, known) ?? []);
}

type Known = {
  readonly sides: Map<string, Party>;
  readonly threads: Map<number, readonly Party[]>;
};

function toHit(
  db: Database,
  { kind, id }: Hit,
  sought: Sought,
  known: Known,
): SearchHit | undefined {
  switch (kind) {
    case 'text': {
      const row = getMessage(db, id);
      return row && toTextHit(db, row, sought, known);
    }
    case 'call': {
      const row = getCall(db, id);
      const call = row && toCallRow(db, row);
      return call && { kind, call, excerpt: partyExcerpt(call.party, sought) };
    }
    case 'voicemail': {
      const row = getVoicemail(db, id);
      const voicemail = row && toVoicemailView(db, row);
      if (voicemail === undefined) return undefined;
      const excerpt = marked(voicemail.transcript, sought) ?? partyExcerpt(voicemail.from, sought);
      return { kind, voicemail, excerpt };
    }
    case 'note': {
      const row = getNote(db, id);
      const note = row && toNoteView(db, row);
      if (note === undefined) return undefined;
      const excerpt =
        marked(note.text, sought) ??
        marked(note.outcome, sought) ??
        partyExcerpt(note.party, sought);
      return { kind, note, excerpt };
    }
    default:
      return assertNever(kind);
  }
}

function toTextHit(db: Database, row: MessageRow, { words }: Sought, known: Known): SearchHit {
  const from: PartyRow = { number: row.from_number, extension_number: null, name: row.from_name };
  return {
    kind: 'text',
    message: {
      id: toId<MessageId>(row.id),
      threadId: toId<ThreadId>(row.thread_id),
      clientId: (row.client_id as ClientId | null) ?? undefined,
      direction: row.direction,
      from: partyOf(db, from, known),
      status: row.status,
      createdAt: row.created_at,
      isRead: row.is_read === 1,
      failure: failureFromText(row.failure),
    },
    parties: partiesOf(db, row.thread_id, known),
    excerpt: excerptOf(row.body, words),
  };
}

function partiesOf(db: Database, threadId: number, known: Known): readonly Party[] {
  const found = known.threads.get(threadId);
  if (found !== undefined) return found;
  const parties = listPartyRows(db, threadId).map((row) => partyOf(db, row, known));
  known.threads.set(threadId, parties);
  return parties;
}

function partyOf(db: Database, row: PartyRow, known: Known): Party {
  const key = `${row.number ?? ''} ${row.extension_number ?? ''} ${row.name ?? ''}`;
  const found = known.sides.get(key) ?? toParty(db, row);
  known.sides.set(key, found);
  return found;
}

/** The words where they are in a text; undefined when it was not the text that they are in. */
function marked(text: string | undefined, { words }: Sought): Excerpt | undefined {
  const excerpt = text === undefined ? undefined : excerptOf(text, words);
  return excerpt !== undefined && excerpt.marks.length > 0 ? excerpt : undefined;
}

function partyExcerpt(party: Party, { people }: Sought): Excerpt {
  const { name, company, number, extensionNumber } = party;
  return sideExcerpt(
    { name, company, email: undefined, number: number ?? extensionNumber },
    people,
  );
}
