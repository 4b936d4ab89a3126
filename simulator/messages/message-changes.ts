import type { Message } from '../state/types.ts';
import type { World } from '../world.ts';
import { iso } from '../world.ts';
import { toEventJson } from './message-json.ts';

/** Puts a new message into the store and tells subscribers. */
export function addMessage(world: World, message: Message): void {
  world.state.messages.push(message);
  world.changed();
  publishStoreChange(world, message, { newMessageIds: [message.id], updatedCount: 0 });
  if (message.direction !== 'Inbound') return;
  if (message.type === 'SMS') {
    world.hub.publish(world, 'message-store/instant', (query) =>
      (query.get('type') ?? 'SMS') === 'SMS' ? toEventJson(world, message) : undefined,
    );
  }
  if (message.type === 'VoiceMail') {
    world.hub.publish(world, 'voicemail', () => toEventJson(world, message));
  }
}

/** Marks a message as changed now and tells subscribers. */
export function touchMessage(world: World, message: Message): void {
  message.modifiedAt = world.clock.now();
  world.changed();
  publishStoreChange(world, message, { newMessageIds: [], updatedCount: 1 });
}

/** Messages that were deleted long enough ago are purged; nobody is told. */
export function purgeDeleted(world: World): void {
  const now = world.clock.now();
  for (const message of world.state.messages) {
    if (message.availability !== 'Deleted') continue;
    if (now - message.modifiedAt < world.pace.deletedKept) continue;
    message.availability = 'Purged';
    message.modifiedAt = now;
    world.changed();
  }
}

type Change = { readonly newMessageIds: readonly number[]; readonly updatedCount: number };

/** The event only says what changed; clients sync to learn how (RingCentral's guide to SMS). */
function publishStoreChange(world: World, message: Message, change: Change): void {
  const { accountId, extensionId } = world.state.profile;
  world.hub.publish(world, 'message-store', (query) => {
    if ((query.get('type') ?? message.type) !== message.type) return undefined;
    if ((query.get('direction') ?? message.direction) !== message.direction) return undefined;
    return {
      accountId: String(accountId),
      extensionId: String(extensionId),
      lastUpdated: iso(world.clock.now()),
      changes: [
        {
          type: message.type,
          newCount: change.newMessageIds.length,
          updatedCount: change.updatedCount,
          newMessageIds: change.newMessageIds.map(String),
        },
      ],
    };
  });
}
