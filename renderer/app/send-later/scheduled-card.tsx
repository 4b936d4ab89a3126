import { useEffect, useState, type ReactNode } from 'react';
import { failure, type Failure } from '../../../shared/failure.ts';
import type { ScheduledText } from '../../../shared/model/drafts.ts';
import type { Result } from '../../../shared/result.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { CalendarClock, TriangleAlert } from '../../ui/icons.ts';
import { takeFocus } from '../take-focus.ts';
import { useNow } from '../use-now.ts';
import { DiscardButton } from './discard-button.tsx';
import { Reword } from './reword.tsx';
import styles from './send-later.module.css';
import type { HeldText, HoldText } from './use-held-texts.ts';
import { useScheduledDeeds } from './use-scheduled.ts';
import { refusalLine, scheduledWords } from './view-model.ts';
import { WhenDialog } from './when-dialog.tsx';

const words = strings.sending;

/** A text for later: what it says, when it goes, and what can be done with it meanwhile. */
export function ScheduledCard(props: {
  readonly held: HeldText;
  readonly onHold: HoldText;
  /** Whom it is for, where that is not said around it. */
  readonly head?: ReactNode;
}) {
  const { text, isGone } = props.held;
  const deeds = useScheduledDeeds();
  const [isWriting, setIsWriting] = useHolding(text, props.onHold);
  const { title, lines, asks } = scheduledWords(text, useNow());
  return (
    <li className={cx(styles.card, asks && styles.asks)}>
      {props.head}
      <p className={styles.title}>
        {asks ? <TriangleAlert aria-hidden="true" /> : <CalendarClock aria-hidden="true" />}
        <strong>{title}</strong>
      </p>
      {isWriting === true ? (
        <Reword
          text={text}
          obstacle={isGone ? failure('not-found', 'scheduled.gone') : undefined}
          onSave={(written) => deeds.change(text.id, { text: written })}
          onEnd={() => setIsWriting(false)}
        />
      ) : (
        <p className={styles.text} dir="auto">
          {text.text}
        </p>
      )}
      {text.files.length > 0 && <p className={styles.line}>{words.files(text.files.length)}</p>}
      {!isGone &&
        lines.map((line) => (
          <p key={line} className={styles.line}>
            {line}
          </p>
        ))}
      {!isGone && <Deeds text={text} isWriting={isWriting} onWrite={() => setIsWriting(true)} />}
    </li>
  );
}

/** Whether the text is being reworded; undefined before it ever was. Meanwhile its list holds it. */
function useHolding(text: ScheduledText, onHold: HoldText) {
  const writing = useState<boolean>();
  const isWriting = writing[0] === true;
  useEffect(() => {
    if (!isWriting) return undefined;
    onHold(text.id, text);
    return () => onHold(text.id, undefined);
  }, [isWriting, text, onHold]);
  return writing;
}

/** What can be done with it, and what stood against what was tried. */
function Deeds(props: {
  readonly text: ScheduledText;
  readonly isWriting: boolean | undefined;
  readonly onWrite: () => void;
}) {
  const { text, isWriting } = props;
  const deeds = useScheduledDeeds();
  const [isChoosing, setIsChoosing] = useState(false);
  const [refusal, setRefusal] = useState<Failure>();
  const [party, ...others] = text.parties;
  const settle = (deed: Promise<Result<void>>): void =>
    void deed.then((result) => setRefusal(result.ok ? undefined : result.failure));
  return (
    <>
      <p className={styles.line} role="status">
        {refusal && refusalLine(refusal)}
      </p>
      <div className={styles.actions}>
        <Button
          aria-label={words.of(words.sendNow, text.text)}
          onClick={() => settle(deeds.sendNow(text.id))}
        >
          {words.sendNow}
        </Button>
        <Button aria-label={words.of(words.newTime, text.text)} onClick={() => setIsChoosing(true)}>
          {words.newTime}
        </Button>
        {isWriting !== true && (
          <Button
            ref={isWriting === false ? takeFocus : undefined}
            aria-label={words.of(words.change, text.text)}
            onClick={props.onWrite}
          >
            {words.change}
          </Button>
        )}
        <DiscardButton text={text} onDiscard={() => settle(deeds.discard(text.id))} />
      </div>
      <WhenDialog
        isOpen={isChoosing}
        to={others.length === 0 ? party?.number : undefined}
        start={text.time}
        onChoose={(time) => {
          setIsChoosing(false);
          settle(deeds.change(text.id, { time }));
        }}
        onClose={() => setIsChoosing(false)}
      />
    </>
  );
}
