import { failure } from '../../../../shared/failure.ts';
import type { EpochMs } from '../../../../shared/model/ids.ts';
import type { ContactSource } from '../../../../shared/model/people.ts';
import type { ServerContact, SyncPage } from '../../ringcentral/records.ts';
import { toChunks } from '../chunks.ts';
import type { SyncDeps } from '../sync-deps.ts';
import type { FeedResult } from '../feed-runner.ts';
import { isTokenRefused } from '../sync-once.ts';
import { toSyncedContact } from './mapping.ts';
import { applyContacts, readContactsCursor, type ContactsToApply } from './queries.ts';

/** Pages after each other that bring nothing new and yet name a next one: they would never end. */
const mostPagesInVain = 2;
/** What has waited longer is read from the start: too much may have changed on earlier pages. */
const longestPauseMs = 60 * 60_000;

/** Brings the archive's people up to date with the address book and the company directory. */
export function createContactFeeds(deps: SyncDeps): {
  syncAddressBook(): Promise<FeedResult>;
  syncDirectory(): Promise<FeedResult>;
} {
  const { archive, client, events, session } = deps;
  const { clock } = deps.ports;

  /** Writes a page in transactions; what belongs to its end goes with the last one. */
  const apply = async (
    source: ContactSource,
    page: SyncPage<ServerContact>,
    end: Pick<ContactsToApply, 'cursor' | 'allIds' | 'page'>,
  ): Promise<void> => {
    const country = session.homeCountry();
    const records = page.records.map((record) => toSyncedContact(record, source, country));
    let changes = 0;
    for (const chunk of toChunks({ ...page, records })) {
      changes += await archive.write(
        applyContacts,
        {
          source,
          contacts: chunk.records,
          deleted: chunk.deleted,
          unreadable: chunk.unreadable,
          cursor: undefined,
          ...(chunk.isLast && end),
          at: clock.now(),
          version: deps.version,
        },
        'background',
      );
    }
    if (changes > 0) tellOfPeople(events);
  };

  /** Everything, page after page, from the first or where an earlier run stopped. */
  const readAll = async (from: string | undefined): Promise<FeedResult> => {
    const progress = watchProgress();
    let pageId = from;
    do {
      const outcome = await client.api.addressBook.sync({ syncToken: undefined, pageId });
      if (pageId !== undefined && pageId === from && isTokenRefused(outcome)) {
        return readAll(undefined);
      }
      if (outcome.kind !== 'ok') return outcome.failure;
      if (!session.isSignedIn()) return undefined;
      const page = outcome.value;
      const ids = idsOf(page);
      const { nextPageId } = page;
      if (progress.isInVain(ids) && nextPageId !== undefined) return endless();
      await apply('personal', page, {
        page: { isFirst: pageId === undefined, ids, nextPageId },
        cursor: nextPageId === undefined ? cursorOf(page, clock.now()) : undefined,
      });
      pageId = nextPageId;
    } while (pageId !== undefined);
    return undefined;
  };

  /** What has changed since a token. */
  const readChanges = async (syncToken: string): Promise<FeedResult> => {
    const progress = watchProgress();
    let pageId: string | undefined;
    do {
      const outcome = await client.api.addressBook.sync({ syncToken, pageId });
      if (isTokenRefused(outcome)) return readAll(undefined);
      if (outcome.kind !== 'ok') return outcome.failure;
      if (!session.isSignedIn()) return undefined;
      const page = outcome.value;
      const ids = [...idsOf(page), ...page.deleted.map(({ id }) => id)];
      if (progress.isInVain(ids) && page.nextPageId !== undefined) return endless();
      pageId = page.nextPageId;
      await apply('personal', page, {
        cursor: pageId === undefined ? cursorOf(page, clock.now()) : undefined,
      });
    } while (pageId !== undefined);
    return undefined;
  };

  return {
    async syncAddressBook() {
      const { token, place } = await archive.read(readContactsCursor, undefined);
      if (token !== undefined) return readChanges(token);
      const isFresh = place !== undefined && Math.abs(clock.now() - place.at) < longestPauseMs;
      return readAll(isFresh ? place.pageId : undefined);
    },
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

/** Threads and calls show the names of contacts. */
function tellOfPeople(events: SyncDeps['events']): void {
  events.changed({ area: 'contacts' }, { area: 'threads' }, { area: 'calls' });
}

function cursorOf(page: SyncPage<ServerContact>, at: EpochMs): ContactsToApply['cursor'] {
  return { feed: 'contacts', token: page.syncToken, at };
}

/** Tells pages that bring something new from those that repeat what was there. */
function watchProgress(): { isInVain(ids: readonly string[]): boolean } {
  const seen = new Set<string>();
  let inVain = 0;
  return {
    isInVain(ids) {
      const before = seen.size;
      for (const id of ids) seen.add(id);
      inVain = seen.size === before ? inVain + 1 : 0;
      return inVain >= mostPagesInVain;
    },
  };
}

function endless(): FeedResult {
  return failure('rejected', 'server.error', { code: 'endless-pages', retry: 'auto' });
}

/** Whoever the server still has; one that cannot be read is there all the same. */
function idsOf(page: SyncPage<ServerContact>): readonly string[] {
  return [...page.records, ...page.unreadable].map(({ id }) => id);
}
