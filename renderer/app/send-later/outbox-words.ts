import { strings } from '../../../shared/strings/strings.ts';
import type { OutboxView } from '../../../shared/model/messages.ts';
import { timeOfDay } from '../format.ts';

/** What is said of an outbox that does not send. */
export function outboxWords(outbox: OutboxView): string | undefined {
  const { state, waitingCount: count, resumesAt } = outbox;
  if (count === 0 || state === 'sending') return undefined;
  if (state === 'offline') return strings.sending.offline(count);
  if (state === 'signed-out') return strings.sending.signedOut(count);
  return strings.sending.paused(count, resumesAt === undefined ? '' : timeOfDay(resumesAt));
}
