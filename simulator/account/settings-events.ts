import type { World } from '../world.ts';

/** Tells who subscribed to the extension itself that its settings changed, and in which area. */
export function publishSettings(world: World, hint: 'AnsweringRules' | 'ExtensionInfo'): void {
  const extensionId = String(world.state.profile.extensionId);
  world.hub.publish(world, 'extension', () => ({
    extensionId,
    eventType: 'Update',
    hints: [hint],
    ownerId: extensionId,
  }));
}
