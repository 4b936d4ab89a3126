import { isObject } from '../http/body.ts';
import { invalidValue } from '../http/errors.ts';
import { ok } from '../http/message.ts';
import { integerOf, oneOf } from '../http/query.ts';
import type { Handler } from '../http/routes.ts';
import type { Contact } from '../state/types.ts';
import { makeSyncToken, OVERLAP_MS, readSyncToken } from '../sync-tokens.ts';
import type { World } from '../world.ts';
import { extensionUri, iso } from '../world.ts';
import { toContactJson } from './contacts.ts';

const MAX_PER_PAGE = 250;

/** GET address-book-sync: FSync in pages until nextPageId is missing, then ISync. */
export const getAddressBookSync: Handler = (world, { request }) => {
  const { query } = request;
  const syncType = oneOf(query, 'syncType', ['FSync', 'ISync'], 'FSync');
  const perPage = integerOf(query, 'perPage', { min: 1, max: MAX_PER_PAGE }) ?? MAX_PER_PAGE;
  const page = integerOf(query, 'pageId', { min: 1 }) ?? 1;
  const wanted = syncType === 'FSync' ? alive(world) : changedSince(world, query.get('syncToken'));
  const address = `${extensionUri(world)}/address-book-sync`;
  const next = wanted.length > page * perPage ? page + 1 : undefined;
  const token = query.get('syncToken');
  const tokenQuery = syncType === 'ISync' && token !== null ? `&syncToken=${token}` : '';
  return ok({
    uri: `${address}?syncType=${syncType}&perPage=${perPage}`,
    records: wanted
      .slice((page - 1) * perPage, page * perPage)
      .map((contact) => toContactJson(world, contact)),
    syncInfo: {
      syncType,
      syncToken: makeSyncToken(world, 'contacts', {}),
      syncTime: iso(world.clock.now()),
    },
    ...(next === undefined
      ? {}
      : {
          nextPageId: next,
          nextPageUri: `${address}?syncType=${syncType}&perPage=${perPage}&pageId=${next}${tokenQuery}`,
        }),
  });
};

function alive(world: World): readonly Contact[] {
  return world.state.contacts.filter(({ availability }) => availability === 'Alive');
}

function changedSince(world: World, text: string | null): readonly Contact[] {
  const token = readSyncToken(world, 'contacts', text, isObject);
  if (token.state !== 'good') throw invalidValue('syncToken');
  return world.state.contacts.filter(({ modifiedAt }) => modifiedAt >= token.time - OVERLAP_MS);
}
