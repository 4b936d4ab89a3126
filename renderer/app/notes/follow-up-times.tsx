import { useState } from 'react';
import type { EpochMs } from '../../../shared/model/ids.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useNow } from '../use-now.ts';
import styles from './notes.module.css';
import { takeFocus } from '../take-focus.ts';
import { fromLocalInput, quickTimes, toLocalInput } from './view-model.ts';

const words = strings.followUps;

/** When to get back to someone: one click for the usual times, a field for any other. */
export function FollowUpTimes(props: {
  /** What the field begins with. */
  readonly start?: EpochMs;
  readonly onChoose: (at: EpochMs) => void;
}) {
  const now = useNow();
  const [other, setOther] = useState<string>();
  const times = quickTimes(now);
  const begin = props.start !== undefined && props.start > now ? props.start : times[1]?.at;
  const at = other === undefined ? undefined : fromLocalInput(other);
  return (
    <div role="group" aria-label={words.when} className={styles.chips}>
      {times.map((time) => (
        <Button key={time.label} className={styles.time} onClick={() => props.onChoose(time.at)}>
          {time.label}
        </Button>
      ))}
      {other === undefined ? (
        <Button
          variant="quiet"
          className={styles.time}
          onClick={() => setOther(toLocalInput(begin ?? now))}
        >
          {words.otherTime}
        </Button>
      ) : (
        <form
          className={styles.other}
          onSubmit={(event) => {
            event.preventDefault();
            if (at !== undefined) props.onChoose(at);
          }}
        >
          <TextField
            type="datetime-local"
            label={words.dateAndTime}
            isLabelHidden
            ref={takeFocus}
            value={other}
            min={toLocalInput(now)}
            onChange={(event) => setOther(event.target.value)}
          />
          <Button type="submit" disabled={at === undefined}>
            {words.set}
          </Button>
        </form>
      )}
    </div>
  );
}
