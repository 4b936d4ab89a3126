import { useDeferredValue, useMemo } from 'react';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { useSession, useSettings } from '../queries.ts';
import styles from './composer.module.css';
import type { Composing } from './composing.ts';
import { costOf, countOf, roomOf } from './count.ts';
import { useOfWriting, useWriting } from './store.ts';

/**
 * What the text comes to: messages, length, cost; and what makes it longer than it needs to be. It is
 * counted after the letter is drawn: a thousand characters take some milliseconds.
 */
export function Counter(props: { readonly id: string; readonly composing: Composing }) {
  const { composing } = props;
  const text = useDeferredValue(useWriting(composing.draftKey).text);
  const fileCount = useOfWriting(composing.draftKey, ({ files }) => files.length);
  const prices = useSettings().data?.textPrices;
  const { recipientCount } = composing;
  const standing = useStanding();
  const { count, cost } = useMemo(
    () => ({
      count: countOf(text, fileCount),
      cost: costOf({ text, fileCount }, recipientCount, prices),
    }),
    [text, fileCount, recipientCount, prices],
  );
  return (
    <div className={styles.notes}>
      <p id={props.id} className={cx(styles.note, count?.isOver && styles.over)}>
        {count ? [count.text, cost].filter(Boolean).join(' · ') : strings.messages.sendHint}
      </p>
      <Room composing={composing} text={text} fileCount={fileCount} />
      {count !== undefined && standing !== undefined && <p className={styles.note}>{standing}</p>}
    </div>
  );
}

function Room(props: {
  readonly composing: Composing;
  readonly text: string;
  readonly fileCount: number;
}) {
  const { text, fileCount, composing } = props;
  const room = useMemo(() => roomOf(text, fileCount), [text, fileCount]);
  if (room === undefined) return null;
  const { plain } = room;
  return (
    <p className={styles.note}>
      {room.text}{' '}
      {plain !== undefined && (
        <Button variant="quiet" className={styles.inNote} onClick={() => composing.replace(plain)}>
          {strings.composer.replace(room.count)}
        </Button>
      )}
    </p>
  );
}

/** What becomes of a text that is sent now, where that is not to go out: said once there is one. */
function useStanding(): string | undefined {
  const session = useSession().data;
  if (session === undefined || !session.canText.can) return undefined;
  if (session.state === 'signed-out' || session.state === 'expired')
    return strings.composer.signedOut;
  return session.connection.state === 'offline' ? strings.composer.offline : undefined;
}
