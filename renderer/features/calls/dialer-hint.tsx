import { LocalTimeLine } from '../../app/local-time/local-time-line.tsx';
import styles from './dialer.module.css';
import type { useDialerActions } from './use-dialer.ts';

/** The number as it will be dialled, whose it is, and what time it is for them. */
export function DialerHint(
  props: Pick<ReturnType<typeof useDialerActions>, 'hint' | 'known'> & {
    readonly id: string;
    /** A question tells the time already. */
    readonly isTimeAsked: boolean;
  },
) {
  const { hint, known } = props;
  const line = [hint, known?.who].filter((part) => part !== undefined).join(' · ');
  if (line === '' && known === undefined) return null;
  return (
    <div id={props.id} className={styles.hint}>
      {line !== '' && <span className="figures">{line}</span>}
      {known && !props.isTimeAsked && (
        <LocalTimeLine localTime={known.localTime} place={known.place} />
      )}
    </div>
  );
}
