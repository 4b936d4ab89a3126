import type { ContactId, E164, EpochMs } from '../../../shared/model/ids.ts';
import type { TimelineItem, TimelineKind, Whose } from '../../../shared/model/history.ts';
import { recordActivity } from '../../../main/core/db/activity.ts';
import { nextRowId, toId } from '../../../main/core/db/row-id.ts';
import { findOrCreateThread, refreshThread } from '../../../main/core/messages/rows.ts';
import { listTimeline } from '../../../main/core/timeline/queries.ts';
import { openInProcessArchive, type InProcessArchive } from '../../db/in-process.ts';
import { mainNumber } from '../support/session.ts';

/** An archive into which a test puts what happened with whom, in whatever order. */
export type History = InProcessArchive & {
  /** A contact with these numbers, E.164 or extensions. */
  person(name: string, ...numbers: readonly string[]): ContactId;
  ring(withWhom: string | null, at: EpochMs, more?: { extension?: string; name?: string }): number;
  text(withWhom: readonly string[], at: EpochMs, body: string): number;
  discard(messageId: number): void;
  voicemail(from: string, at: EpochMs): number;
  note(at: EpochMs, about: { number?: string; contactId?: ContactId; body?: string }): number;
  refuse(number: string, at: EpochMs): void;
  /** A page, and where it goes on. */
  page(
    whose: Whose,
    more?: { after?: string; limit?: number; kinds?: TimelineKind[] },
  ): Promise<{ items: readonly TimelineItem[]; next: string | undefined }>;
  /** Every page one after the other. */
  all(whose: Whose, limit?: number, kinds?: TimelineKind[]): Promise<readonly string[]>;
};

/** Opens an empty one. */
export function openHistory(): History {
  const archive = openInProcessArchive();
  const { db } = archive;
  let serial = 0;
  const run = (sql: string, ...values: unknown[]): number =>
    Number(db.prepare(sql).run(...values).lastInsertRowid);
  const page: History['page'] = (whose, { after, limit = 50, kinds } = {}) =>
    archive.read(listTimeline, { whose, kinds, after, limit });
  return {
    ...archive,
    person(name, ...numbers) {
      const id = run(
        `INSERT INTO contact (source, server_id, name) VALUES ('personal', ?, ?)`,
        `server-${(serial += 1)}`,
        name,
      );
      for (const number of numbers) {
        const column = number.startsWith('+') ? 'number' : 'extension_number';
        run(
          `INSERT INTO contact_number (contact_id, label, typed, ${column}) VALUES (?, 'mobile', ?, ?)`,
          id,
          number,
          number,
        );
      }
      return toId<ContactId>(id);
    },
    ring: (number, at, more = {}) =>
      run(
        `INSERT INTO call (id, direction, outcome, number, extension_number, name, started_at)
         VALUES (?, 'inbound', 'missed', ?, ?, ?, ?)`,
        nextRowId(db, 'call', at),
        number,
        more.extension ?? null,
        more.name ?? null,
        at,
      ),
    text(numbers, at, body) {
      const parties = numbers.map((number) => ({
        number: number as E164,
        extensionNumber: undefined,
        name: undefined,
      }));
      const threadId = findOrCreateThread(db, { ownNumber: mainNumber, parties, at });
      const id = run(
        `INSERT INTO message (id, thread_id, direction, status, body, from_number, created_at,
           modified_at)
         VALUES (?, ?, 'inbound', 'received', ?, ?, ?, ?)`,
        nextRowId(db, 'message', at),
        threadId,
        body,
        numbers[0],
        at,
        at,
      );
      refreshThread(db, threadId);
      return id;
    },
    discard(messageId) {
      run('UPDATE message SET is_discarded = 1 WHERE id = ?', messageId);
      const threadId = db
        .prepare('SELECT thread_id FROM message WHERE id = ?')
        .pluck()
        .get(messageId) as number;
      refreshThread(db, threadId);
    },
    voicemail: (number, at) =>
      run(
        `INSERT INTO voicemail (id, server_id, number, created_at, modified_at)
         VALUES (?, ?, ?, ?, ?)`,
        nextRowId(db, 'voicemail', at),
        `voicemail-${(serial += 1)}`,
        number,
        at,
        at,
      ),
    note: (at, about) =>
      run(
        `INSERT INTO note (id, number, contact_id, body, created_at, modified_at)
         VALUES (?, ?, ?, ?, ?, ?)`,
        nextRowId(db, 'note', at),
        about.number ?? null,
        about.contactId === undefined ? null : Number(about.contactId),
        about.body ?? 'a note',
        at,
        at,
      ),
    refuse: (number, at) =>
      recordActivity(
        db,
        { kind: 'call-refused', subject: '', detail: { typed: number }, number, at },
        'refused',
      ),
    page,
    async all(whose, limit = 50, kinds) {
      const found: string[] = [];
      let after: string | undefined;
      do {
        const { items, next } = await page(whose, {
          limit,
          ...(after !== undefined && { after }),
          ...(kinds && { kinds }),
        });
        found.push(...items.map(nameOf));
        after = next;
      } while (after !== undefined);
      return found;
    },
  };
}

/** What tells entries apart in an expectation. */
export function nameOf(item: TimelineItem): string {
  switch (item.kind) {
    case 'call':
      return `call ${item.call.id}`;
    case 'text':
      return `text ${item.message.id}`;
    case 'voicemail':
      return `voicemail ${item.voicemail.id}`;
    case 'note':
      return `note ${item.note.id}`;
    case 'attempt':
      return `attempt ${item.attempt.id}`;
  }
}
