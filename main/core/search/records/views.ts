import type { Database } from 'better-sqlite3';
import { assertNever } from '../../../../shared/failure.ts';
import type { ClientId, MessageId, ThreadId } from '../../../../shared/model/ids.ts';
import type { Party } from '../../../../shared/model/people.ts';
import type { Excerpt, SearchHit } from '../../../../shared/model/search.ts';
import { toCallRow } from '../../calls/rows.ts';
import { readParties, type PartyRow } from '../../contacts/rows.ts';
import { failureFromText } from '../../db/failure-text.ts';
import { toId } from '../../db/row-id.ts';
import type { MessageRow } from '../../messages/views.ts';
import { toNoteView } from '../../notes/rows.ts';
import { toVoicemailView } from '../../voicemail/rows.ts';
import { excerptOf } from '../excerpt.ts';
import type { Sought } from '../parse.ts';
import { sideExcerpt } from '../people/rank.ts';
import type { Hit } from './cursor.ts';
import { getCall, getMessages, getNote, getThreadParties, getVoicemail } from './rows.ts';

/** Hits in the form a window shows, in their order. */
export function toHits(db: Database, hits: readonly Hit[], sought: Sought): readonly SearchHit[] {
  const texts = readTexts(
    db,
    hits.filter(({ kind }) => kind === 'text'),
  );
  return hits.flatMap((hit) => toHit(db, hit, sought, texts) ?? []);
}

/**
 * What the texts of a page need, each table looked into once. Hits of one thread share its parties:
 * what is shared crosses to the main thread once.
 */
type Texts = {
  readonly rows: ReadonlyMap<number, MessageRow>;
  readonly parties: ReadonlyMap<number, readonly Party[]>;
  readonly toParty: (row: PartyRow) => Party;
};

function readTexts(db: Database, hits: readonly Hit[]): Texts | undefined {
  if (hits.length === 0) return undefined;
  const known = hits.flatMap(({ text }) => text ?? []);
  const unread = hits.flatMap(({ id, text }) => (text === undefined ? id : []));
  const rows = new Map(known.map((row) => [row.id, row]));
  if (unread.length > 0) for (const row of getMessages(db, unread)) rows.set(row.id, row);
  const sides = getThreadParties(
    db,
    Array.from(rows.values(), (row) => row.thread_id),
  );
  const numbers = [
    ...Array.from(rows.values(), (row) => row.from_number),
    ...Array.from(sides.values(), (all) => all.map(({ number }) => number)).flat(),
  ];
  const toParty = onceForEach(readParties(db, numbers));
  const parties = new Map(Array.from(sides, ([id, all]) => [id, all.map(toParty)]));
  return { rows, parties, toParty };
}

/** One party for each number and name. */
function onceForEach(toParty: (row: PartyRow) => Party): (row: PartyRow) => Party {
  const made = new Map<string, Party>();
  return (row) => {
    const key = `${row.number ?? row.extension_number ?? ''} ${row.name ?? ''}`;
    const known = made.get(key) ?? toParty(row);
    made.set(key, known);
    return known;
  };
}

function toHit(
  db: Database,
  { kind, id }: Hit,
  sought: Sought,
  texts: Texts | undefined,
): SearchHit | undefined {
  switch (kind) {
    case 'text': {
      const row = texts?.rows.get(id);
      return row && texts && toTextHit(row, sought, texts);
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

function toTextHit(row: MessageRow, { words }: Sought, texts: Texts): SearchHit {
  const from: PartyRow = { number: row.from_number, extension_number: null, name: row.from_name };
  return {
    kind: 'text',
    message: {
      id: toId<MessageId>(row.id),
      threadId: toId<ThreadId>(row.thread_id),
      clientId: (row.client_id as ClientId | null) ?? undefined,
      direction: row.direction,
      from: texts.toParty(from),
      status: row.status,
      createdAt: row.created_at,
      isRead: row.is_read === 1,
      failure: failureFromText(row.failure),
    },
    parties: texts.parties.get(row.thread_id) ?? [],
    excerpt: excerptOf(row.body, words),
  };
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
