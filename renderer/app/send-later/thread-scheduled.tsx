import type { ThreadId } from '../../../shared/model/ids.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { ScheduledCard } from './scheduled-card.tsx';
import styles from './send-later.module.css';
import { useHeldTexts } from './use-held-texts.ts';
import { useScheduled } from './use-scheduled.ts';

/** The texts for later of a conversation, below its last text; nothing where there are none. */
export function ThreadScheduled({ threadId }: { readonly threadId: ThreadId }) {
  const { texts, hold } = useHeldTexts(useScheduled(threadId).data ?? []);
  if (texts.length === 0) return null;
  return (
    <section className={styles.inThread} aria-label={strings.sending.scheduledTitle}>
      <ul className={styles.list}>
        {texts.map((held) => (
          <ScheduledCard key={held.text.id} held={held} onHold={hold} />
        ))}
      </ul>
    </section>
  );
}
