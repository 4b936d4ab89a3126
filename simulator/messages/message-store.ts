import { isObject, jsonBody } from '../http/body.ts';
import { bulkAnswer, bulkBodies, bulkIds } from '../http/bulk.ts';
import { invalidValue, resourceNotFound } from '../http/errors.ts';
import type { Answer, Incoming } from '../http/message.ts';
import { noContent, ok } from '../http/message.ts';
import { pageOf } from '../http/paging.ts';
import { flagOf, listOf, oneOf, timeOf } from '../http/query.ts';
import type { Handler } from '../http/routes.ts';
import type { Message } from '../state/types.ts';
import type { World } from '../world.ts';
import { extensionUri } from '../world.ts';
import { purgeDeleted, touchMessage } from './message-changes.ts';
import {
  distinctConversations,
  matchesFilter,
  messageFilterOf,
  newestFirst,
  timeRangeOf,
} from './message-filters.ts';
import { toMessageJson } from './message-json.ts';

export const getMessages: Handler = (world, { request }) => {
  purgeDeleted(world);
  const { query } = request;
  const { dateFrom, dateTo } = timeRangeOf(world, query);
  const filter = messageFilterOf(query);
  const availability = listOf(query, 'availability', ['Alive', 'Deleted', 'Purged']);
  const wanted: readonly string[] = availability.length > 0 ? availability : ['Alive'];
  const readStatus = listOf(query, 'readStatus', ['Read', 'Unread']);
  const number = query.get('phoneNumber')?.replace(/\D/g, '');
  const found = newestFirst(world.state.messages).filter(
    (message) =>
      message.createdAt >= dateFrom &&
      message.createdAt <= dateTo &&
      wanted.includes(message.availability) &&
      (readStatus.length === 0 || readStatus.includes(message.readStatus)) &&
      (number === undefined || involves(message, number)) &&
      matchesFilter(message, filter),
  );
  const distinct = flagOf(query, 'distinctConversations', false);
  return ok(
    pageOf(
      distinct ? distinctConversations(found) : found,
      `${extensionUri(world)}/message-store`,
      query,
      (message) => toMessageJson(world, message),
    ),
  );
};

function involves({ from, to }: Message, digits: string): boolean {
  return [from, ...to].some(({ phoneNumber }) => phoneNumber?.slice(1) === digits);
}

/** One id gives the message, several give 207 with one entry each. */
export const getMessage: Handler = (world, { request, params }) => {
  const ids = idsIn(params);
  const read = (id: string): object => toMessageJson(world, requireMessage(world, id));
  if (ids.length === 1) return ok(read(ids[0] ?? ''));
  return bulkAnswer(world, { request, ids, address: storeUri(world) }, read);
};

export const putMessage: Handler = (world, { request, params }) =>
  changeEach(world, request, idsIn(params), setReadStatus);

/**
 * PATCH takes `availability: Alive` too: it restores a deleted message (RingCentral's guide to the
 * message store).
 */
export const patchMessage: Handler = (world, { request, params }) =>
  changeEach(world, request, idsIn(params), patch);

function idsIn(params: Readonly<Record<string, string>>): readonly string[] {
  return bulkIds(params['messageId'], 'messageId');
}

function storeUri(world: World): string {
  return `${extensionUri(world)}/message-store`;
}

function changeEach(
  world: World,
  request: Incoming,
  ids: readonly string[],
  change: (world: World, id: string, body: unknown) => object,
): Answer {
  if (ids.length === 1) return ok(change(world, ids[0] ?? '', jsonBody(request)));
  const bodies = bulkBodies(request, ids);
  return bulkAnswer(world, { request, ids, address: storeUri(world) }, (id, index) =>
    change(world, id, bodies[index]),
  );
}

function setReadStatus(world: World, id: string, body: unknown): object {
  const message = requireMessage(world, id);
  const readStatus = isObject(body) ? body['readStatus'] : undefined;
  if (readStatus !== 'Read' && readStatus !== 'Unread') throw invalidValue('readStatus');
  message.readStatus = readStatus;
  touchMessage(world, message);
  return toMessageJson(world, message);
}

function patch(world: World, id: string, body: unknown): object {
  const message = requireMessage(world, id);
  const { availability, readStatus } = isObject(body) ? body : {};
  if (availability !== undefined && availability !== 'Alive') throw invalidValue('availability');
  if (availability === 'Alive') message.availability = 'Alive';
  if (readStatus !== undefined) return setReadStatus(world, id, body);
  touchMessage(world, message);
  return toMessageJson(world, message);
}

/** The first delete moves a message to Deleted, the second or `purge` to Purged. */
export const deleteMessage: Handler = (world, { request, params }) => {
  const ids = idsIn(params);
  const purge = flagOf(request.query, 'purge', false);
  const removeOne = (id: string): undefined => remove(world, requireMessage(world, id), purge);
  if (ids.length > 1) {
    return bulkAnswer(world, { request, ids, address: storeUri(world) }, removeOne);
  }
  removeOne(ids[0] ?? '');
  return noContent;
};

/**
 * DELETE message-store: whole conversations, or everything when none is named (RingCentral's guide
 * to the message store).
 */
export const deleteMessages: Handler = (world, { request }) => {
  const { query } = request;
  const conversations = query.getAll('conversationId').flatMap((ids) => ids.split(','));
  const dateTo = timeOf(query, 'dateTo') ?? world.clock.now();
  const kinds = ['All', 'Fax', 'SMS', 'VoiceMail', 'Pager', 'Text'] as const;
  const type = oneOf(query, 'type', kinds, 'All');
  const purge = flagOf(query, 'purge', false);
  for (const message of world.state.messages) {
    const named =
      conversations.length === 0 || conversations.includes(message.conversationId ?? '');
    const chosen = named && message.createdAt <= dateTo && message.availability === 'Alive';
    if (chosen && (type === 'All' || type === message.type)) remove(world, message, purge);
  }
  return noContent;
};

function remove(world: World, message: Message, purge: boolean): undefined {
  message.availability = purge || message.availability === 'Deleted' ? 'Purged' : 'Deleted';
  touchMessage(world, message);
  return undefined;
}

export function requireMessage(world: World, id: string): Message {
  purgeDeleted(world);
  const message = world.state.messages.find((entry) => String(entry.id) === id);
  if (!message || message.availability === 'Purged') throw resourceNotFound('messageId');
  return message;
}
