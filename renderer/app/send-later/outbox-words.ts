import { en } from '../../../shared/strings/en.ts';
import type { OutboxView } from '../../../shared/model/messages.ts';
import { timeOfDay } from '../format.ts';

/** What is said of an outbox that does not send. */
export function outboxWords(outbox: OutboxView): string | undefined {
  const { state, waitingCount: count, resumesAt } = outbox;
  if (count === 0 || state === 'sending') return undefined;
  if (state === 'offline') return en.sending.offline(count);
  if (state === 'signed-out') return en.sending.signedOut(count);
  return en.sending.paused(count, resumesAt === undefined ? '' : timeOfDay(resumesAt));
}
