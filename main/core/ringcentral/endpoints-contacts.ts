import type { RingCentralApi } from './api.ts';
import { listAll, syncPage } from './listing.ts';
import { account, extension } from './paths.ts';
import type { Requester } from './requester.ts';
import { directoryReader, personalContactReader, toContactBody } from './schemas-contacts.ts';

export function createAddressBook(send: Requester): RingCentralApi['addressBook'] {
  const contact = `${extension}/address-book/contact`;
  const common = { lane: 'user', area: 'other' } as const;
  return {
    sync: ({ syncToken, pageId }) =>
      syncPage(
        send,
        'address-book-sync',
        { syncType: syncToken === undefined ? 'FSync' : 'ISync', syncToken, pageId, perPage: 250 },
        'backfill',
        personalContactReader,
      ),
    create: (fields) =>
      send({
        ...common,
        method: 'POST',
        path: contact,
        body: withoutEmpty(toContactBody(fields)),
        parse: personalContactReader.read,
      }),
    // PATCH: a PUT would clear what is not shown here, birthdays and addresses.
    change: (id, fields) =>
      send({
        ...common,
        method: 'PATCH',
        path: `${contact}/${encodeURIComponent(id)}`,
        body: toContactBody(fields),
        parse: personalContactReader.read,
      }),
    remove: (id) =>
      send({
        ...common,
        method: 'DELETE',
        path: `${contact}/${encodeURIComponent(id)}`,
        parse: () => undefined,
      }),
  };
}

export function listDirectory(send: Requester): ReturnType<RingCentralApi['directory']['list']> {
  return listAll(send, {
    path: `${account}/directory/entries`,
    lane: 'backfill',
    reader: directoryReader,
  });
}

function withoutEmpty(body: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== ''));
}
