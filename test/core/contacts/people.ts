import type { ContactId } from '../../../shared/model/ids.ts';
import { toPattern } from '../../../main/core/contacts/pattern.ts';
import {
  getContact,
  listContacts,
  suggest as suggestQuery,
  type Shown,
} from '../../../main/core/contacts/queries.ts';
import { toParty } from '../../../main/core/contacts/rows.ts';
import { openInProcessArchive } from '../../db/in-process.ts';
import { addPeople, type Person } from './entries.ts';

/** An archive with these people, and what is asked of it. */
export function make(people: readonly Person[]) {
  const archive = openInProcessArchive();
  const ids = addPeople(archive, people);
  const { db } = archive;
  const list = (query = '', more: { after?: string; limit?: number; show?: Shown } = {}) =>
    archive.read(listContacts, {
      after: more.after,
      limit: more.limit ?? 50,
      show: more.show ?? 'all',
      pattern: toPattern(query),
    });
  return {
    db,
    archive,
    ids,
    list,
    async names(query?: string, show?: Shown) {
      const { items } = await list(query, { ...(show && { show }) });
      return items.map(({ name }) => name);
    },
    async suggest(text: string, limit = 8) {
      const found = await archive.read(suggestQuery, { pattern: toPattern(text), limit });
      return found.map(
        ({ source, party }) => `${source}: ${party.name ?? '-'} ${party.number ?? '-'}`,
      );
    },
    get: (id: string) => archive.read(getContact, { contactId: id as ContactId }),
    party: (number: string) => toParty(db, { number, extension_number: null, name: null }),
    addCall(number: string, at: number) {
      db.prepare(
        `INSERT INTO call (id, direction, outcome, number, started_at)
         VALUES (?, 'outbound', 'connected', ?, ?)`,
      ).run(at * 1024, number, at);
    },
    addThread(number: string, at: number) {
      const { lastInsertRowid } = db
        .prepare(
          `INSERT INTO thread (own_number, party_key, last_at) VALUES ('+12125550100', ?, ?)`,
        )
        .run(number, at);
      db.prepare('INSERT INTO thread_party (thread_id, position, number) VALUES (?, 0, ?)').run(
        lastInsertRowid,
        number,
      );
    },
  };
}

export const ada: Person = { name: 'Ada Byron', company: 'Engines Ltd', numbers: ['+12125550142'] };
export const bob: Person = { name: 'bob Stone', numbers: ['+13105550143', '+13105550144'] };
export const cyrus: Person = { name: 'Cyrus 100%_sure\\', source: 'company', numbers: ['102'] };
export const elif: Person = {
  name: 'Élif Çelik',
  company: 'Łódź Mühle',
  email: 'elif@example.com',
};
export const people = [cyrus, bob, elif, ada];
