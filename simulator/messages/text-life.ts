import { isOptedOut } from '../account/consents.ts';
import type { TextPersona } from '../personas.ts';
import { textPersona } from '../personas.ts';
import type { Message, MessageStatus, Recipient } from '../state/types.ts';
import type { World } from '../world.ts';
import { touchMessage } from './message-changes.ts';
import { planReply } from './replies.ts';

/**
 * Takes an accepted text through its life: Queued, Sent, Delivered or failed (RingCentral's guide
 * to SMS).
 */
export function startTextLife(world: World, message: Message): void {
  const personas = message.to.map(({ phoneNumber }) => personaOf(world, message, phoneNumber));
  if (message.status === 'Queued') {
    world.clock.schedule(world.pace.textSent, () => {
      settle(message, personas, sentStatus);
      touchMessage(world, message);
      if (message.status === 'Sent') planDelivery(world, message, personas);
    });
  } else if (message.status === 'Sent') planDelivery(world, message, personas);
}

/** Whoever has ended texts gets none, whatever else becomes of texts to that number. */
function personaOf(world: World, message: Message, to: string | undefined): TextPersona {
  const from = message.from.phoneNumber;
  const isOut = from !== undefined && to !== undefined && isOptedOut(world, from, to);
  return isOut ? { kind: 'sending-fails', code: 'SMS-RC-413' } : textPersona(to ?? '');
}

/** Goes on with the texts that were on their way when the server stopped. */
export function resumeTexts(world: World): void {
  for (const message of world.state.messages) {
    if (message.direction === 'Outbound' && message.type === 'SMS') startTextLife(world, message);
  }
}

function planDelivery(world: World, message: Message, personas: readonly TextPersona[]): void {
  if (personas.every(({ kind }) => kind === 'never-confirmed')) return;
  world.clock.schedule(world.pace.textDelivered, () => {
    settle(message, personas, deliveredStatus);
    if (message.status === 'Delivered') message.deliveredAt = world.clock.now();
    touchMessage(world, message);
    for (const [index, persona] of personas.entries()) {
      const sender = message.to[index]?.phoneNumber;
      const replies = persona.kind === 'receives' && persona.replies;
      if (replies && sender !== undefined) planReply(world, message, sender);
    }
  });
}

function sentStatus(persona: TextPersona): MessageStatus {
  return persona.kind === 'sending-fails' ? 'SendingFailed' : 'Sent';
}

function deliveredStatus(persona: TextPersona): MessageStatus {
  switch (persona.kind) {
    case 'receives':
      return 'Delivered';
    case 'delivery-fails':
      return 'DeliveryFailed';
    case 'sending-fails':
      return 'SendingFailed';
    case 'never-confirmed':
      return 'Sent';
  }
}

/** Each recipient has a state of its own; the message fails as a whole only when all of them do. */
function settle(
  message: Message,
  personas: readonly TextPersona[],
  statusOf: (persona: TextPersona) => MessageStatus,
): void {
  const statuses = personas.map(statusOf);
  message.to.forEach((recipient: Recipient, index) => {
    const status = statuses[index];
    if (status !== undefined) recipient.messageStatus = status;
  });
  const working = statuses.find((status) => !status.endsWith('Failed'));
  message.status = working ?? statuses[0] ?? 'SendingFailed';
  const failed = personas.find((persona) => 'code' in persona);
  if (!working && failed && 'code' in failed) message.deliveryErrorCode = failed.code;
}
