import { hearAnswer } from '../account/consents.ts';
import { outsideParty, ownParty } from '../telephony/call-parties.ts';
import { conversationIdOf } from '../state/ids.ts';
import type { Attachment, Message } from '../state/types.ts';
import type { World } from '../world.ts';
import { addMessage } from './message-changes.ts';
import { sentFile, type SentFileName } from './sent-files.ts';

export type InboundText = {
  /** E.164. */
  readonly from: string;
  /** One of the user's numbers; the first that can text when absent. */
  readonly to?: string;
  readonly text: string;
  /** The other people of a group text. */
  readonly others?: readonly string[];
  /** What comes with it, in this order. */
  readonly files?: readonly SentFileName[];
};

/** Somebody texts the user. */
export function receiveText(world: World, inbound: InboundText): Message {
  const now = world.clock.now();
  const to = inbound.to ?? defaultTextNumber(world);
  const id = world.ids.message();
  const others = inbound.others ?? [];
  const message: Message = {
    id,
    type: 'SMS',
    direction: 'Inbound',
    readStatus: 'Unread',
    status: 'Received',
    availability: 'Alive',
    subject: inbound.text,
    createdAt: now,
    modifiedAt: now,
    from: outsideParty(inbound.from),
    to: [{ ...ownParty(world, to), target: true }, ...others.map(outsideParty)],
    conversationId: conversationIdOf(to, [inbound.from, ...others]),
    attachments: [
      ...(inbound.text === '' ? [] : [textAttachment(id, inbound.text)]),
      ...(inbound.files ?? []).map((name, index) => sentFile(id + 1 + index, name)),
    ],
  };
  if (others.length === 0) hearAnswer(world, to, inbound.from, inbound.text);
  addMessage(world, message);
  return message;
}

export function textAttachment(id: number, text: string): Attachment {
  return { id, type: 'Text', contentType: 'text/plain', media: { kind: 'text', text } };
}

export function defaultTextNumber(world: World): string {
  const number = world.state.profile.numbers.find(({ features }) => features.includes('SmsSender'));
  if (!number) throw new Error('The account has no number that can text.');
  return number.phoneNumber;
}
