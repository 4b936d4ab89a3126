import { call } from './bridge.ts';
import { openCompose, openThread, type Recipient } from './ui-store.ts';

/** Opens the conversation with someone, or begins one. */
export async function startText(recipient: Recipient): Promise<void> {
  const found = await call('messages.find-thread', { to: [recipient.number] });
  if (found.ok && found.value) openThread(found.value.id);
  else openCompose([recipient]);
}
