import { beforeEach, describe, expect, it } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import type { Outcome } from '../../../main/core/ringcentral/outcome.ts';
import type { ServerContact, SyncPage } from '../../../main/core/ringcentral/records.ts';
import { createContactFeeds } from '../../../main/core/sync/contacts/feed.ts';
import type { SyncDeps } from '../../../main/core/sync/sync-deps.ts';
import { ManualClock } from '../../../simulator/server.ts';
import { openInProcessArchive, type InProcessArchive } from '../../db/in-process.ts';
import { createMemoryLog } from '../support/memory-log.ts';

type Asked = { readonly syncToken: string | undefined; readonly pageId: string | undefined };
type Page = Outcome<SyncPage<ServerContact>>;

const person = (id: number, changes: Partial<ServerContact> = {}): ServerContact => ({
  id: String(id),
  name: `Person ${id}`,
  firstName: 'Person',
  lastName: String(id),
  company: undefined,
  jobTitle: undefined,
  email: `p${id}@example.com`,
  remarks: undefined,
  availability: 'Alive',
  numbers: [],
  ...changes,
});
const page = (
  records: readonly ServerContact[],
  more: Partial<SyncPage<ServerContact>> = {},
): Page => ({
  kind: 'ok',
  value: {
    records,
    deleted: [],
    unreadable: [],
    syncToken: 'token',
    nextPageId: undefined,
    ...more,
  },
});
const away: Page = { kind: 'not-sent', failure: failure('offline', 'network.offline') };
const tokenRefused: Page = {
  kind: 'refused',
  status: 400,
  failure: failure('rejected', 'server.refused'),
};

let archive: InProcessArchive;
let clock: ManualClock;
let asked: Asked[];
let told: number;
let answer: (asked: Asked, nth: number) => Page;

beforeEach(() => {
  archive = openInProcessArchive();
  clock = new ManualClock();
  asked = [];
  told = 0;
});

/** The feeds as a start of the app makes them. */
function feeds() {
  const addressBook = {
    sync: (from: Asked) => {
      asked.push(from);
      return Promise.resolve(answer(from, asked.length));
    },
  };
  const directory = { list: () => Promise.resolve(answer(noPlace, 0)) };
  const deps = {
    archive,
    version: '1',
    ports: { clock, log: createMemoryLog() },
    client: { api: { addressBook, directory } },
    events: { changed: () => (told += 1) },
    session: { homeCountry: () => 'US', isSignedIn: () => true },
  };
  return createContactFeeds(deps as unknown as SyncDeps);
}

const noPlace: Asked = { syncToken: undefined, pageId: undefined };
const sync = () => feeds().syncAddressBook();
const alive = (): number =>
  archive.db
    .prepare(`SELECT count(*) FROM contact WHERE availability = 'Alive'`)
    .pluck()
    .get() as number;

/** A book of `count` people, 250 a page. */
function bookOf(count: number) {
  return ({ pageId = '1' }: Asked): Page => {
    const start = (Number(pageId) - 1) * 250;
    const records = Array.from({ length: Math.min(250, count - start) }, (_, n) =>
      person(start + n + 1),
    );
    const hasMore = start + 250 < count;
    return page(records, { nextPageId: hasMore ? String(Number(pageId) + 1) : undefined });
  };
}

describe('the address book', () => {
  it('is read whole, page after page, and then by its changes alone', async () => {
    answer = bookOf(600);
    expect(await sync()).toBeUndefined();
    expect(asked.map(({ pageId }) => pageId)).toEqual([undefined, '2', '3']);
    expect(alive()).toBe(600);
    answer = () =>
      page([person(1, { name: 'Ada' })], { deleted: [{ id: '2', availability: 'Deleted' }] });
    await sync();
    expect(asked.at(-1)).toEqual({ syncToken: 'token', pageId: undefined });
    expect(alive()).toBe(599);
  });

  it('of more than 10,000 people is read to its end', async () => {
    answer = bookOf(10_300);
    await sync();
    expect(alive()).toBe(10_300);
  }, 60_000);

  it('goes on at the page where it was interrupted, by another run, and forgets nobody', async () => {
    answer = bookOf(600);
    await sync();
    archive.db.exec(`UPDATE sync_cursor SET token = NULL`);
    asked = [];
    // Person 1 to 250 come with the first page, which is read before the interruption.
    answer = (from, nth) => (nth === 2 ? away : bookOf(600)(from));
    expect(await sync()).toMatchObject({ message: 'network.offline' });
    const answered = bookOf(600);
    answer = (from) => {
      const outcome = answered(from);
      if (outcome.kind !== 'ok') return outcome;
      const records = outcome.value.records.filter(({ id }) => id !== '400');
      return { ...outcome, value: { ...outcome.value, records } };
    };
    expect(await sync()).toBeUndefined();
    expect(asked.map(({ pageId }) => pageId)).toEqual([undefined, '2', '2', '3']);
    expect(alive()).toBe(599);
    expect(archive.db.prepare('SELECT count(*) FROM contact_seen').pluck().get()).toBe(0);
    await sync();
    expect(asked.at(-1)?.syncToken).toBe('token');
  });

  it('begins anew when the interruption was long, or its page is refused', async () => {
    answer = (from, nth) => (nth === 2 ? away : bookOf(600)(from));
    await sync();
    await clock.advance(2 * 60 * 60_000);
    answer = (from, nth) => (nth === 4 ? away : bookOf(600)(from));
    await sync();
    expect(asked.slice(2).map(({ pageId }) => pageId)).toEqual([undefined, '2']);
    answer = (from, nth) => (nth === 5 ? tokenRefused : bookOf(600)(from));
    expect(await sync()).toBeUndefined();
    expect(asked.slice(4).map(({ pageId }) => pageId)).toEqual(['2', undefined, '2', '3']);
    expect(alive()).toBe(600);
  });

  it('is read anew when the token is refused', async () => {
    answer = bookOf(10);
    await sync();
    answer = (from) => (from.syncToken === undefined ? bookOf(9)(from) : tokenRefused);
    expect(await sync()).toBeUndefined();
    expect(alive()).toBe(9);
  });

  it.each([undefined, 'token'])('whose page repeats for ever ends (token: %s)', async (token) => {
    if (token !== undefined) {
      answer = bookOf(5);
      await sync();
      asked = [];
    }
    answer = () => page([person(1), person(2)], { nextPageId: '2' });
    expect(await sync()).toMatchObject({ message: 'server.error' });
    expect(asked).toHaveLength(3);
    answer = bookOf(5);
    await clock.advance(2 * 60 * 60_000);
    await sync();
    expect(alive()).toBe(5);
  });

  it('tells of changes, and of nothing when there are none', async () => {
    answer = bookOf(3);
    await sync();
    expect(told).toBe(1);
    await sync();
    expect(told).toBe(1);
  });
});

describe('the company directory', () => {
  it('drops who can no longer be reached, and keeps aside what cannot be read', async () => {
    answer = () => page([person(1), person(2), person(3)]);
    await feeds().syncDirectory();
    answer = () =>
      page([person(1)], {
        deleted: [{ id: '2', availability: 'Disabled' }],
        unreadable: [{ id: '3', reason: 'name: odd' }],
      });
    expect(await feeds().syncDirectory()).toBeUndefined();
    const rows = archive.db
      .prepare('SELECT server_id, availability FROM contact ORDER BY server_id')
      .raw()
      .all();
    expect(rows).toEqual([
      ['1', 'Alive'],
      ['2', 'Disabled'],
      ['3', 'Alive'],
    ]);
    expect(archive.db.prepare('SELECT feed, server_id FROM quarantine').raw().all()).toEqual([
      ['directory', '3'],
    ]);
  });
});
