import { en } from '../../../shared/strings/en.ts';
import type { OutboxView } from '../../../shared/model/messages.ts';
import { Banner } from '../../ui/banner.tsx';
import { timeOfDay } from '../format.ts';
import { useOutbox } from './use-scheduled.ts';

/** Why texts wait as a whole, and until when; nothing while they go or none waits. */
export function OutboxLine() {
  const outbox = useOutbox();
  const line = outbox && outboxWords(outbox);
  return (
    <div role="status">{line !== undefined && <Banner tone="info" title={line} isFlush />}</div>
  );
}

/** What is said of an outbox that does not send. */
export function outboxWords(outbox: OutboxView): string | undefined {
  const { state, waitingCount: count, resumesAt } = outbox;
  if (count === 0 || state === 'sending') return undefined;
  if (state === 'offline') return en.sending.offline(count);
  if (state === 'signed-out') return en.sending.signedOut(count);
  return en.sending.paused(count, resumesAt === undefined ? '' : timeOfDay(resumesAt));
}
