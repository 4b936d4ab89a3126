import { useState } from 'react';
import type { FollowUpView } from '../../../shared/model/notes.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { cx } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { BellRing, CalendarClock, Check } from '../../ui/icons.ts';
import { call } from '../bridge.ts';
import { fullTime } from '../format.ts';
import { usePartyWords } from '../party.ts';
import { PhoneText } from '../phone/phone-text.tsx';
import { useNow } from '../use-now.ts';
import { FollowUpTimes } from './follow-up-times.tsx';
import styles from './notes.module.css';
import { RemoveFollowUp } from './remove-follow-up.tsx';
import { TroubleLine } from './trouble-line.tsx';
import { useTelling } from './use-notes.ts';
import { whenInWords } from './view-model.ts';

const words = strings.followUps;

/** An open follow-up where it belongs: when it is due, and what can be done with it. */
export function FollowUpLine({ followUp }: { readonly followUp: FollowUpView }) {
  const { id: followUpId, dueAt, text } = followUp;
  const now = useNow();
  const who = usePartyWords().title(followUp.party);
  const [isMoving, setIsMoving] = useState(false);
  const { failure, tell } = useTelling();
  const isOverdue = dueAt <= now;
  const when = whenInWords(dueAt, now);
  return (
    <div className={styles.followUp}>
      <div className={cx(styles.followUpHead, isOverdue && styles.overdue)}>
        <BellRing aria-hidden="true" />
        <span className={styles.followUpWords}>
          <time title={fullTime(dueAt)}>{isOverdue ? words.overdue(when) : words.due(when)}</time>
          {text !== '' && (
            <span className={styles.soft}>
              {' · '}
              <PhoneText text={text} />
            </span>
          )}
        </span>
        <IconButton
          label={words.markDone(who)}
          hint={words.markDoneHint}
          icon={<Check />}
          onClick={() => void tell(call('follow-ups.set-done', { followUpId, isDone: true }))}
        />
        <IconButton
          label={words.changeTime(who)}
          hint={words.changeTimeHint}
          icon={<CalendarClock />}
          aria-expanded={isMoving}
          onClick={() => setIsMoving(!isMoving)}
        />
        <RemoveFollowUp
          who={who}
          onRemove={() => void tell(call('follow-ups.remove', { followUpId }))}
        />
      </div>
      {isMoving && (
        <FollowUpTimes
          start={dueAt}
          onChoose={(at) => {
            setIsMoving(false);
            void tell(call('follow-ups.change', { followUpId, dueAt: at, text }));
          }}
        />
      )}
      <TroubleLine failure={failure} />
    </div>
  );
}
