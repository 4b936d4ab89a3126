import type { JsonObject } from '../http/body.ts';
import { isObject, jsonObject, objectField, textField } from '../http/body.ts';
import { forbidden, invalidParameter, invalidValue } from '../http/errors.ts';
import { ok } from '../http/message.ts';
import type { Handler } from '../http/routes.ts';
import { conversationIdOf } from '../state/ids.ts';
import type { Colleague, Message, Party } from '../state/types.ts';
import type { World } from '../world.ts';
import { textAttachment } from './inbound-texts.ts';
import { addMessage } from './message-changes.ts';
import { toMessageJson } from './message-json.ts';

const MAX_TEXT_UNITS = 1_000;

/** POST company-pager: a text from extension to extension. There is no carrier, so it is Sent at once. */
export const postPager: Handler = (world, { request }) => {
  const body = jsonObject(request);
  const text = textField(body, 'text');
  if (text === undefined) throw invalidParameter('MSG-224', 'The message is empty', 'text');
  if (text.length > MAX_TEXT_UNITS) throw invalidValue('text');
  requireOwnSender(world, objectField(body, 'from'));
  const to = recipientsOf(world, body);
  const message = newPager(world, {
    direction: 'Outbound',
    from: ownExtension(world),
    to: to.map(extensionParty),
    others: to.map(({ extensionNumber }) => extensionNumber),
    text,
    toDepartment: to.some(({ type }) => type === 'Department'),
  });
  addMessage(world, message);
  return ok(toMessageJson(world, message));
};

/** A colleague, by extension number, writes to the user. */
export function receivePager(world: World, extensionNumber: string, text: string): Message {
  const sender = world.state.colleagues.find((one) => one.extensionNumber === extensionNumber);
  if (!sender) throw new Error(`Nobody has the extension ${extensionNumber}.`);
  const message = newPager(world, {
    direction: 'Inbound',
    from: extensionParty(sender),
    to: [ownExtension(world)],
    others: [extensionNumber],
    text,
    toDepartment: false,
  });
  addMessage(world, message);
  return message;
}

function requireOwnSender(world: World, from: JsonObject): void {
  const { extensionId, extensionNumber } = world.state.profile;
  const number = from['extensionNumber'] ?? extensionNumber;
  const id = from['extensionId'] ?? String(extensionId);
  if (number !== extensionNumber || id !== String(extensionId)) {
    throw forbidden('MSG-304', "Extension doesn't belong to the user");
  }
}

/** Named recipients, or everyone in the conversation that `replyOn` is part of. */
function recipientsOf(world: World, body: JsonObject): readonly Colleague[] {
  const { to, replyOn } = body;
  if (Array.isArray(to) && to.length > 0) {
    return (to as unknown[]).map((entry) => requireColleague(world, isObject(entry) ? entry : {}));
  }
  const answered = world.state.messages.find(({ id, type }) => id === replyOn && type === 'Pager');
  if (!answered) {
    const message = 'Parameter [to] is invalid. No recipients specified.';
    throw invalidParameter('MSG-219', message, 'to');
  }
  const parties = answered.direction === 'Inbound' ? [answered.from] : answered.to;
  return parties.map((party) => requireColleague(world, party));
}

function requireColleague(world: World, named: JsonObject | Party): Colleague {
  const { extensionId, extensionNumber } = named;
  const found = world.state.colleagues.find(
    (one) => one.id === extensionId || one.extensionNumber === extensionNumber,
  );
  if (found) return found;
  throw invalidParameter('CMN-102', 'Resource for parameter [to] is not found', 'to');
}

function extensionParty({ id, extensionNumber, name, firstName, lastName }: Colleague): Party {
  return { extensionNumber, extensionId: id, name: name ?? `${firstName} ${lastName}` };
}

function ownExtension({ state: { profile } }: World): Party {
  return {
    extensionNumber: profile.extensionNumber,
    extensionId: String(profile.extensionId),
    name: `${profile.firstName} ${profile.lastName}`,
  };
}

type NewPager = Pick<Message, 'direction' | 'from' | 'to'> & {
  readonly others: readonly string[];
  readonly text: string;
  readonly toDepartment: boolean;
};

function newPager(world: World, { others, text, ...parts }: NewPager): Message {
  const now = world.clock.now();
  const id = world.ids.message();
  const isInbound = parts.direction === 'Inbound';
  return {
    id,
    type: 'Pager',
    readStatus: isInbound ? 'Unread' : 'Read',
    status: isInbound ? 'Received' : 'Sent',
    availability: 'Alive',
    subject: text,
    createdAt: now,
    modifiedAt: now,
    conversationId: conversationIdOf(world.state.profile.extensionNumber, others),
    attachments: [textAttachment(id, text)],
    ...parts,
  };
}
