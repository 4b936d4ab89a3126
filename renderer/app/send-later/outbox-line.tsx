import { Banner } from '../../ui/banner.tsx';
import { outboxWords } from './outbox-words.ts';
import { useOutbox } from './use-scheduled.ts';

/** Why texts wait as a whole, and until when; nothing while they go or none waits. */
export function OutboxLine() {
  const outbox = useOutbox();
  const line = outbox && outboxWords(outbox);
  return (
    <div role="status">{line !== undefined && <Banner tone="info" title={line} isFlush />}</div>
  );
}
