import { useState } from 'react';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CalendarClock } from '../../ui/icons.ts';
import { partiesTitle, usePartyWords } from '../party.ts';
import { openThread } from '../ui-store.ts';
import { ScheduledCard } from './scheduled-card.tsx';
import styles from './send-later.module.css';
import { useHeldTexts } from './use-held-texts.ts';
import { useScheduled } from './use-scheduled.ts';

const words = strings.sending;

/** Above the conversations, while texts wait for their time: the way to all of them. */
export function AllScheduled() {
  const [isOpen, setIsOpen] = useState(false);
  const names = usePartyWords();
  const waiting = useScheduled().data ?? [];
  const { texts, hold } = useHeldTexts(waiting);
  const asking = waiting.filter(({ state }) => state !== 'waiting').length;
  if (texts.length === 0 && !isOpen) return null;
  const count = words.scheduledCount(waiting.length);
  return (
    <>
      <Button
        variant="quiet"
        className={styles.entry}
        icon={<CalendarClock />}
        onClick={() => setIsOpen(true)}
      >
        {asking > 0 ? `${count}, ${words.asking(asking)}` : count}
      </Button>
      <Dialog title={words.scheduledTitle} isOpen={isOpen} onClose={() => setIsOpen(false)}>
        {texts.length === 0 ? (
          <>
            <p>{words.noneScheduled}</p>
            <p className={styles.line}>{words.noneScheduledAdvice}</p>
          </>
        ) : (
          <ul className={styles.all}>
            {texts.map((held) => (
              <ScheduledCard
                key={held.text.id}
                held={held}
                onHold={hold}
                head={
                  <p className={styles.head}>
                    <span className="figures">
                      {words.to(partiesTitle(held.text.parties, names))}
                    </span>
                    <Button
                      variant="quiet"
                      onClick={() => {
                        setIsOpen(false);
                        openThread(held.text.threadId);
                      }}
                    >
                      {words.open}
                    </Button>
                  </p>
                }
              />
            ))}
          </ul>
        )}
      </Dialog>
    </>
  );
}
