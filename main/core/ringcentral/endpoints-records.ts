import type { RingCentralApi } from './api.ts';
import { hasToken, listPage, syncPage, syncQuery, windowQuery } from './listing.ts';
import { toMultipart } from './multipart.ts';
import { extension } from './paths.ts';
import type { ServerMessage } from './records.ts';
import type { ApiRequest, Requester } from './requester.ts';
import { callReader, messageReader } from './schemas-records.ts';

/** What is kept of the message store: faxes and internal pages are not. */
const messageTypes: readonly string[] = ['SMS', 'VoiceMail'];

/** As many ids as one request may name (RingCentral's guide to the message store). */
const idsPerRequest = 50;
/** For 1.5 MB: a line of 100 kbit/s takes two minutes. */
const uploadMs = 150_000;
const bulkJson = 'application/vnd.ringcentral.multipart+json';

export function createMessages(send: Requester): RingCentralApi['messages'] {
  return {
    send: (text) => send(textRequest(text)),
    sync: (from, lane = 'sync') =>
      syncPage(
        send,
        'message-sync',
        // A token holds the filters it was made with.
        { ...syncQuery(from), messageType: hasToken(from) ? undefined : messageTypes },
        lane,
        messageReader,
      ),
    async setRead(ids, isRead) {
      for (let at = 0; at < ids.length; at += idsPerRequest) {
        const outcome = await send(readRequest(ids.slice(at, at + idsPerRequest), isRead));
        // One that is alone and gone is answered like this; among others it has a status of its own.
        const isGone = outcome.kind === 'refused' && outcome.status === 404;
        if (outcome.kind !== 'ok' && !isGone) return outcome;
      }
      return { kind: 'ok', value: undefined };
    },
    list: (window) =>
      listPage(send, {
        path: `${extension}/message-store`,
        query: { ...windowQuery(window), messageType: messageTypes },
        lane: 'backfill',
        reader: messageReader,
      }),
    get: (id) =>
      send({
        method: 'GET',
        path: `${extension}/message-store/${encodeURIComponent(id)}`,
        lane: 'backfill',
        area: 'other',
        parse: messageReader.read,
      }),
  };
}

/** Sending a text; one with files goes as a whole body of bytes, and slow lines take their time. */
function textRequest({
  from,
  to,
  text,
  files = [],
}: Parameters<RingCentralApi['messages']['send']>[0]): ApiRequest<ServerMessage> {
  const json = {
    from: { phoneNumber: from },
    to: to.map((phoneNumber) => ({ phoneNumber })),
    text,
  };
  const rest = {
    method: 'POST',
    path: `${extension}/sms`,
    lane: 'outbox',
    area: 'text',
    parse: messageReader.read,
  } as const;
  if (files.length === 0) return { ...rest, body: json };
  const { bytes, contentType } = toMultipart(json, files);
  return { ...rest, body: bytes, headers: { 'Content-Type': contentType }, timeoutMs: uploadMs };
}

/**
 * Several at once have a body each; of what is gone among them nothing is said (RingCentral's guide
 * to the message store).
 */
function readRequest(ids: readonly string[], isRead: boolean): ApiRequest<void> {
  const body = { readStatus: isRead ? 'Read' : 'Unread' };
  const path = `${extension}/message-store/${ids.map(encodeURIComponent).join(',')}`;
  // Texts share the Medium group and go first.
  const rest = { method: 'PUT', path, lane: 'sync', area: 'other', parse: nothing } as const;
  if (ids.length === 1) return { ...rest, body };
  return {
    ...rest,
    body: JSON.stringify(ids.map((resourceId) => ({ resourceId, body }))),
    headers: { 'Content-Type': bulkJson, Accept: bulkJson },
  };
}

export function createCallLog(send: Requester): RingCentralApi['callLog'] {
  return {
    sync: (from, lane = 'sync') =>
      syncPage(
        send,
        'call-log-sync',
        { ...syncQuery(from), view: 'Simple', showDeleted: hasToken(from) },
        lane,
        callReader,
      ),
    list: (window) =>
      listPage(send, {
        path: `${extension}/call-log`,
        query: { ...windowQuery(window), view: 'Simple' },
        lane: 'backfill',
        reader: callReader,
      }),
    get: (id) =>
      send({
        method: 'GET',
        path: `${extension}/call-log/${encodeURIComponent(id)}`,
        lane: 'backfill',
        area: 'other',
        parse: callReader.read,
      }),
  };
}

const nothing = (): void => undefined;
