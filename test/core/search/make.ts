import type { SearchHit, SearchPage } from '../../../shared/model/search.ts';
import { createSearchHandlers } from '../../../main/core/search/handlers.ts';
import { openInProcessArchive, type InProcessArchive } from '../../db/in-process.ts';

type Options = { readonly kind?: SearchKindName; readonly limit?: number } & {
  readonly from?: number;
  readonly until?: number;
  readonly after?: string;
};
type SearchKindName = 'all' | 'people' | 'texts' | 'calls' | 'voicemails' | 'notes';

/** An archive to put rows into, and the search over it. */
export function makeArchive() {
  const archive = openInProcessArchive();
  const handlers = createSearchHandlers(archive);
  const find = async (text: string, options: Options = {}): Promise<SearchPage> => {
    const { kind = 'all', limit = 50, from, until, after } = options;
    const answer = await handlers['search.find']({ text, kind, limit, from, until, after });
    if (!answer.ok) throw new Error(answer.failure.message);
    return answer.value;
  };
  return {
    db: archive.db,
    find,
    /** All pages, in the words of `told`. */
    async all(text: string, options: Options = {}): Promise<readonly string[]> {
      const told: string[] = [];
      let after: string | undefined;
      do {
        const page = await find(text, { ...options, ...(after !== undefined && { after }) });
        told.push(...page.items.map(tell));
        after = page.next;
      } while (after !== undefined);
      return told;
    },
    ...writers(archive),
  };
}

export type TestArchive = ReturnType<typeof makeArchive>;

/** A hit in one line. */
export function tell(hit: SearchHit): string {
  switch (hit.kind) {
    case 'person':
      return `person ${hit.party.name ?? hit.party.number ?? hit.party.extensionNumber ?? ''}`;
    case 'text':
      return `text ${hit.excerpt.text}`;
    case 'call':
      return `call ${hit.call.party.name ?? hit.call.party.number ?? ''} at ${hit.call.startedAt}`;
    case 'voicemail':
      return `voicemail ${hit.voicemail.transcript ?? ''}`;
    case 'note':
      return `note ${hit.note.text}`;
  }
}

/** The marked parts of a hit's excerpt. */
export function marked(hit: SearchHit | undefined): readonly string[] {
  const { text = '', marks = [] } = hit?.excerpt ?? {};
  return marks.map(({ start, end }) => text.slice(start, end));
}

function writers({ db }: InProcessArchive) {
  let last = 0;
  const next = (): number => (last += 1);
  return {
    /** Someone in the address book. */
    addPerson(
      name: string,
      numbers: readonly string[] = [],
      more: { company?: string; email?: string; availability?: string } = {},
    ): number {
      const id = next();
      db.prepare(
        `INSERT INTO contact (id, person_id, source, server_id, name, company, email, availability,
           sort_name)
         VALUES (?, ?, 'personal', ?, ?, ?, ?, ?, lower(?))`,
      ).run(
        id,
        id,
        String(id),
        name,
        more.company ?? null,
        more.email ?? null,
        more.availability ?? 'Alive',
        name,
      );
      for (const number of numbers) {
        const isE164 = number.startsWith('+');
        db.prepare(
          `INSERT INTO contact_number (contact_id, label, typed, number, extension_number)
           VALUES (?, 'mobile', ?, ?, ?)`,
        ).run(id, number, isE164 ? number : null, isE164 ? null : number);
      }
      return id;
    },
    /** A text in the thread with a number; row ids by time. */
    addText(
      body: string,
      {
        number = '+14155550199',
        at = next() * 1_000,
        isDiscarded = false,
        name = undefined as string | undefined,
        availability = 'Alive',
      } = {},
    ): number {
      const known = db.prepare('SELECT id FROM thread WHERE party_key = ?').pluck().get(number);
      let threadId = known as number | undefined;
      if (threadId === undefined) {
        const made = db
          .prepare(
            `INSERT INTO thread (own_number, party_key, last_at) VALUES ('+12125550100', ?, ?)`,
          )
          .run(number, at);
        threadId = Number(made.lastInsertRowid);
        db.prepare(
          'INSERT INTO thread_party (thread_id, position, number, name) VALUES (?, 0, ?, ?)',
        ).run(threadId, number, name ?? null);
      }
      const id = at * 1024;
      db.prepare(
        `INSERT INTO message (id, thread_id, direction, status, body, from_number, created_at,
           modified_at, is_discarded, availability)
         VALUES (?, ?, 'inbound', 'received', ?, ?, ?, ?, ?, ?)`,
      ).run(id, threadId, body, number, at, at, isDiscarded ? 1 : 0, availability);
      return id;
    },
    addCall(
      number: string | undefined,
      {
        at = next() * 1_000,
        name = undefined as string | undefined,
        extension = undefined as string | undefined,
        isDeleted = false,
      } = {},
    ): number {
      const id = at * 1024;
      db.prepare(
        `INSERT INTO call (id, direction, outcome, number, extension_number, name, started_at,
           is_deleted)
         VALUES (?, 'inbound', 'connected', ?, ?, ?, ?, ?)`,
      ).run(id, number ?? null, extension ?? null, name ?? null, at, isDeleted ? 1 : 0);
      return id;
    },
    addVoicemail(
      transcript: string | undefined,
      { number = '+14155550198', at = next() * 1_000 } = {},
    ): number {
      const id = at * 1024;
      db.prepare(
        `INSERT INTO voicemail (id, server_id, number, created_at, modified_at, transcript)
         VALUES (?, ?, ?, ?, ?, ?)`,
      ).run(id, String(id), number, at, at, transcript ?? null);
      return id;
    },
    addNote(
      body: string,
      {
        number = '+14155550197',
        outcome = undefined as string | undefined,
        at = next() * 1_000,
      } = {},
    ): number {
      const id = at * 1024;
      db.prepare(
        `INSERT INTO note (id, number, outcome, body, created_at, modified_at)
         VALUES (?, ?, ?, ?, ?, ?)`,
      ).run(id, number, outcome ?? null, body, at, at);
      return id;
    },
  };
}
