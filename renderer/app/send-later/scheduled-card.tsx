import { useState, type ReactNode } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import type { ScheduledText } from '../../../shared/model/drafts.ts';
import type { Result } from '../../../shared/result.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { CalendarClock, TriangleAlert } from '../../ui/icons.ts';
import { TextArea } from '../../ui/text-area.tsx';
import { takeFocus } from '../take-focus.ts';
import { useEscape } from '../use-escape.ts';
import { useNow } from '../use-now.ts';
import styles from './send-later.module.css';
import { useScheduledDeeds } from './use-scheduled.ts';
import { refusalLine, scheduledWords } from './view-model.ts';
import { WhenDialog } from './when-dialog.tsx';

const words = strings.sending;

/** A text for later: what it says, when it goes, and what can be done with it meanwhile. */
export function ScheduledCard(props: {
  readonly text: ScheduledText;
  /** Whom it is for, where that is not said around it. */
  readonly head?: ReactNode;
}) {
  const { text } = props;
  const now = useNow();
  const deeds = useScheduledDeeds();
  const [isChoosing, setIsChoosing] = useState(false);
  const [isWriting, setIsWriting] = useState<boolean>();
  const [refusal, setRefusal] = useState<Failure>();
  const { title, lines, asks } = scheduledWords(text, now);
  const [party, ...others] = text.parties;
  const settle = (deed: Promise<Result<void>>): void =>
    void deed.then((result) => setRefusal(result.ok ? undefined : result.failure));
  return (
    <li className={cx(styles.card, asks && styles.asks)}>
      {props.head}
      <p className={styles.title}>
        {asks ? <TriangleAlert aria-hidden="true" /> : <CalendarClock aria-hidden="true" />}
        <strong>{title}</strong>
      </p>
      {isWriting === true ? (
        <Reword
          text={text.text}
          onSave={(written) => {
            setIsWriting(false);
            settle(deeds.change(text.id, { text: written }));
          }}
          onCancel={() => setIsWriting(false)}
        />
      ) : (
        <p className={styles.text} dir="auto">
          {text.text}
        </p>
      )}
      {text.files.length > 0 && <p className={styles.line}>{words.files(text.files.length)}</p>}
      {lines.map((line) => (
        <p key={line} className={styles.line}>
          {line}
        </p>
      ))}
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
            onClick={() => setIsWriting(true)}
          >
            {words.change}
          </Button>
        )}
        <Button
          variant="quiet"
          aria-label={words.of(words.discard, text.text)}
          onClick={() => settle(deeds.discard(text.id))}
        >
          {words.discard}
        </Button>
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
    </li>
  );
}

function Reword(props: {
  readonly text: string;
  readonly onSave: (text: string) => void;
  readonly onCancel: () => void;
}) {
  const [text, setText] = useState(props.text);
  const form = useEscape(() => {
    props.onCancel();
    return true;
  });
  return (
    <form
      ref={form}
      className={styles.reword}
      aria-label={words.changeTitle}
      onSubmit={(event) => {
        event.preventDefault();
        props.onSave(text);
      }}
    >
      <TextArea
        ref={takeFocus}
        label={words.text}
        rows={3}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={styles.actions}>
        <Button type="submit" variant="primary" disabled={text.trim() === ''}>
          {words.save}
        </Button>
        <Button variant="quiet" onClick={props.onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
