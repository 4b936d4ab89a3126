import type { RingCentralApi, SyncFrom } from './api.ts';
import type { Lane, Outcome } from './outcome.ts';
import type { SyncPage } from './records.ts';
import type { ApiRequest, Requester } from './requester.ts';
import {
  deviceReader,
  forwardingNumberReader,
  phoneNumberReader,
  readDefaultCallerId,
  readExtension,
  readUserPermissions,
} from './schemas-account.ts';
import { directoryReader, personalContactReader } from './schemas-contacts.ts';
import { callReader, messageReader, readRingOutStatus } from './schemas-records.ts';
import { hasNextPage, readList, readSyncPage, type List, type RecordReader } from './schemas.ts';

const account = '/restapi/v1.0/account/~';
const extension = `${account}/extension/~`;

export const paths = { account, extension } as const;

/** RingOut is answered when the phone is told to ring; a longer wait is of no use to a caller. */
const callTimeoutMs = 20_000;
/** As many records of a list as RingCentral gives in one page (FACTS 8: directory at most 2000). */
const perPage = 1_000;
/** More pages than any account has, so that a server that never ends does not hold us for ever. */
const mostPages = 50;

/** The endpoints in use, each with its lane and area. */
export function createApi(send: Requester): RingCentralApi {
  return {
    ringOut: createRingOut(send),
    messages: createMessages(send),
    callLog: {
      sync: (from, lane = 'sync') =>
        sync(
          send,
          'call-log-sync',
          { ...syncQuery(from), view: 'Simple', showDeleted: hasToken(from) },
          lane,
          callReader,
        ),
    },
    addressBook: {
      sync: ({ syncToken, pageId }) =>
        sync(
          send,
          'address-book-sync',
          {
            syncType: syncToken === undefined ? 'FSync' : 'ISync',
            syncToken,
            pageId,
            perPage: 250,
          },
          'backfill',
          personalContactReader,
        ),
    },
    directory: { list: () => listDirectory(send) },
    account: createAccount(send),
  };
}

function createRingOut(send: Requester): RingCentralApi['ringOut'] {
  const timeoutMs = callTimeoutMs;
  const one = (id: string): string => `${extension}/ring-out/${encodeURIComponent(id)}`;
  return {
    place: ({ from, to, callerId }, givenUp) =>
      send({
        method: 'POST',
        path: `${extension}/ring-out`,
        body: {
          from: { phoneNumber: from },
          to: { phoneNumber: to },
          ...(callerId !== undefined && { callerId: { phoneNumber: callerId } }),
          playPrompt: false,
        },
        lane: 'call',
        area: 'call',
        timeoutMs,
        givenUp,
        parse: readRingOutStatus,
      }),
    getStatus: (id) =>
      send({
        method: 'GET',
        path: one(id),
        lane: 'call',
        area: 'call-status',
        timeoutMs,
        parse: readRingOutStatus,
      }),
    cancel: (id) =>
      send({
        method: 'DELETE',
        path: one(id),
        lane: 'call',
        area: 'call-status',
        timeoutMs,
        parse: nothing,
      }),
  };
}

function createMessages(send: Requester): RingCentralApi['messages'] {
  return {
    send: ({ from, to, text }) =>
      send({
        method: 'POST',
        path: `${extension}/sms`,
        body: {
          from: { phoneNumber: from },
          to: to.map((phoneNumber) => ({ phoneNumber })),
          text,
        },
        lane: 'outbox',
        area: 'text',
        parse: messageReader.read,
      }),
    sync: (from, lane = 'sync') =>
      sync(
        send,
        'message-sync',
        { ...syncQuery(from), messageType: hasToken(from) ? undefined : ['SMS'] },
        lane,
        messageReader,
      ),
    async setRead(ids, isRead) {
      for (const id of ids) {
        const outcome = await send({
          method: 'PUT',
          path: `${extension}/message-store/${encodeURIComponent(id)}`,
          body: { readStatus: isRead ? 'Read' : 'Unread' },
          // Texts share the Medium group and go first.
          lane: 'sync',
          area: 'other',
          parse: nothing,
        });
        const isGone = outcome.kind === 'refused' && outcome.status === 404;
        if (outcome.kind !== 'ok' && !isGone) return outcome;
      }
      return { kind: 'ok', value: undefined };
    },
  };
}

function createAccount(send: Requester): RingCentralApi['account'] {
  const get = <T>(path: string, parse: (answer: unknown) => T): Promise<Outcome<T>> =>
    send({ method: 'GET', path, lane: 'user', area: 'other', parse });
  const list = async <T>(name: string, reader: RecordReader<T>): Promise<Outcome<readonly T[]>> => {
    const pages = await listAll(send, { path: `${extension}/${name}`, lane: 'user', reader });
    return pages.kind === 'ok' ? { kind: 'ok', value: pages.value.records } : pages;
  };
  return {
    getExtension: () => get(extension, readExtension),
    listPhoneNumbers: () => list('phone-number', phoneNumberReader),
    listForwardingNumbers: () => list('forwarding-number', forwardingNumberReader),
    listDevices: () => list('device', deviceReader),
    getDefaultCallerId: () => get(`${extension}/caller-id`, readDefaultCallerId),
    listUserPermissions: () => get(`${extension}/authz-profile`, readUserPermissions),
  };
}

function listDirectory(send: Requester): ReturnType<RingCentralApi['directory']['list']> {
  return listAll(send, {
    path: `${account}/directory/entries`,
    lane: 'backfill',
    reader: directoryReader,
  });
}

async function listAll<T>(
  send: Requester,
  {
    path,
    lane,
    reader,
  }: { readonly path: string; readonly lane: Lane; readonly reader: RecordReader<T> },
): Promise<Outcome<SyncPage<T>>> {
  const pages: List<T>[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const outcome = await send({
      method: 'GET',
      path,
      query: { page, perPage },
      lane,
      area: 'other',
      parse: (answer) => ({ list: readList(answer, reader), more: hasNextPage(answer) }),
    });
    if (outcome.kind !== 'ok') return outcome;
    pages.push(outcome.value.list);
    if (!outcome.value.more) break;
  }
  const value = {
    records: pages.flatMap(({ records }) => records),
    deleted: pages.flatMap(({ deleted }) => deleted),
    unreadable: pages.flatMap(({ unreadable }) => unreadable),
    syncToken: undefined,
    nextPageId: undefined,
  };
  return { kind: 'ok', value };
}

function sync<T>(
  send: Requester,
  name: 'message-sync' | 'call-log-sync' | 'address-book-sync',
  query: NonNullable<ApiRequest<T>['query']>,
  lane: Lane,
  reader: RecordReader<T>,
): Promise<Outcome<SyncPage<T>>> {
  return send({
    method: 'GET',
    path: `${extension}/${name}`,
    query,
    lane,
    area: 'other',
    parse: (answer) => readSyncPage(answer, reader),
  });
}

function hasToken(from: SyncFrom): from is { readonly syncToken: string } {
  return 'syncToken' in from;
}

/** The date is always sent: what is taken without one differs between RingCentral's own pages. */
function syncQuery(from: SyncFrom): NonNullable<ApiRequest<unknown>['query']> {
  if (hasToken(from)) return { syncType: 'ISync', syncToken: from.syncToken };
  return {
    syncType: 'FSync',
    dateFrom: new Date(from.dateFrom).toISOString(),
    recordCount: from.recordCount,
  };
}

const nothing = (): void => undefined;
