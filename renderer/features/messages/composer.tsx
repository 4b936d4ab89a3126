import { useEffect, useId, useRef } from 'react';
import { useSession } from '../../app/queries.ts';
import { en } from '../../../shared/strings/en.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { SendHorizontal } from '../../ui/icons.ts';
import styles from './composer.module.css';
import { setDraft, useTexts, type ThreadKey } from './store.ts';
import { countOf, isAboutRecipients, sendObstacle } from './view-model.ts';

/** Where a text is written. What is written stays when another thread is opened. */
export function Composer(props: {
  readonly thread: ThreadKey;
  readonly hasRecipient: boolean;
  readonly from: string | undefined;
  /** The caret starts in the recipients instead. */
  readonly waitsForRecipient?: boolean;
  readonly onSend: (text: string) => void;
}) {
  const { thread, onSend } = props;
  const noteId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const text = useTexts((texts) => texts.drafts[thread] ?? '');
  const failure = useTexts((texts) => texts.failures[thread]);
  const canText = useSession().data?.canText;
  const off = canText?.can === false ? canText.failure : undefined;
  const trouble = off ?? (failure && !isAboutRecipients(failure) ? failure : undefined);
  const words = trouble && en.failures(trouble);
  const obstacle = words?.title ?? sendObstacle(text, props.hasRecipient);
  const count = countOf(text);

  useEffect(() => {
    if (props.waitsForRecipient !== true) field.current?.focus();
  }, [props.waitsForRecipient]);

  const send = (): void => {
    if (off !== undefined || sendObstacle(text, props.hasRecipient) !== undefined) return;
    onSend(text.trim());
    field.current?.focus();
  };

  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {words && (
        <Banner tone="danger" title={words.title} role="alert">
          {words.advice}
        </Banner>
      )}
      <div className={styles.box}>
        <textarea
          ref={field}
          className={styles.field}
          rows={1}
          aria-label={en.messages.composer}
          aria-describedby={noteId}
          placeholder={en.messages.placeholder(props.from)}
          value={text}
          onChange={(event) => setDraft(thread, event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        <Button
          type="submit"
          variant="primary"
          icon={<SendHorizontal />}
          disabled={off !== undefined || sendObstacle(text, props.hasRecipient) !== undefined}
          title={obstacle}
        >
          {en.messages.send}
        </Button>
      </div>
      <p id={noteId} className={cx(styles.note, count?.isOver && styles.over)}>
        {count?.text ?? en.messages.sendHint}
      </p>
    </form>
  );
}
