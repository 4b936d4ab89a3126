import type { ContactSource } from '../../../../shared/model/people.ts';
import type { ServerContact, SyncPage } from '../../ringcentral/records.ts';
import { toChunks } from '../chunks.ts';
import type { SyncDeps } from '../sync-deps.ts';
import type { FeedResult } from '../feed-runner.ts';
import { readToken } from '../queries.ts';
import type { Cursor } from '../rows.ts';
import { isTokenRefused } from '../sync-once.ts';
import { toSyncedContact } from './mapping.ts';
import { applyContacts } from './queries.ts';

/** Brings the archive's people up to date with the address book and the company directory. */
export function createContactFeeds(deps: SyncDeps): {
  syncAddressBook(): Promise<FeedResult>;
  syncDirectory(): Promise<FeedResult>;
} {
  const { archive, client, events, session } = deps;
  const { clock } = deps.ports;

  const apply = async (
    source: ContactSource,
    page: SyncPage<ServerContact>,
    end: { readonly cursor: Cursor | undefined; readonly allIds: readonly string[] | undefined },
  ): Promise<void> => {
    const country = session.homeCountry();
    const records = page.records.map((record) => toSyncedContact(record, source, country));
    for (const chunk of toChunks({ ...page, records })) {
      await archive.write(
        applyContacts,
        {
          source,
          contacts: chunk.records,
          deleted: chunk.deleted,
          unreadable: chunk.unreadable,
          allIds: chunk.isLast ? end.allIds : undefined,
          cursor: chunk.isLast ? end.cursor : undefined,
          at: clock.now(),
        },
        'background',
      );
    }
    if (page.records.length + page.deleted.length + (end.allIds?.length ?? 0) === 0) return;
    // Threads and calls show the names of contacts.
    events.changed({ area: 'contacts' }, { area: 'threads' }, { area: 'calls' });
  };

  /** Reads page after page; the cursor moves with the last (FACTS 8). */
  const readPages = async (syncToken: string | undefined): Promise<FeedResult> => {
    const seen: string[] = [];
    let pageId: string | undefined;
    do {
      const outcome = await client.api.addressBook.sync({ syncToken, pageId });
      if (syncToken !== undefined && isTokenRefused(outcome)) return readPages(undefined);
      if (outcome.kind !== 'ok') return outcome.failure;
      if (!session.isSignedIn()) return undefined;
      const page = outcome.value;
      seen.push(...idsOf(page));
      pageId = page.nextPageId;
      const isEnd = pageId === undefined;
      await apply('personal', page, {
        cursor: isEnd ? { feed: 'contacts', token: page.syncToken, at: clock.now() } : undefined,
        allIds: isEnd && syncToken === undefined ? seen : undefined,
      });
    } while (pageId !== undefined);
    return undefined;
  };

  return {
    syncAddressBook: async () => readPages(await archive.read(readToken, 'contacts')),
    async syncDirectory() {
      const outcome = await client.api.directory.list();
      if (outcome.kind !== 'ok') return outcome.failure;
      if (!session.isSignedIn()) return undefined;
      await apply('company', outcome.value, {
        cursor: { feed: 'directory', token: undefined, at: clock.now() },
        allIds: idsOf(outcome.value),
      });
      return undefined;
    },
  };
}

/** Whoever the server still has; one that cannot be read is there all the same. */
function idsOf(page: SyncPage<ServerContact>): readonly string[] {
  return [...page.records, ...page.unreadable].map(({ id }) => id);
}
