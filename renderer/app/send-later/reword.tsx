import { useId, useState } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import type { ScheduledText } from '../../../shared/model/drafts.ts';
import type { Result } from '../../../shared/result.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { TextArea } from '../../ui/text-area.tsx';
import { countOf } from '../composer/count.ts';
import { TroubleLine } from '../notes/trouble-line.tsx';
import { takeFocus } from '../take-focus.ts';
import { useEscape } from '../use-escape.ts';
import styles from './send-later.module.css';

const words = strings.sending;

/** The words of a text for later, to be changed; what is refused stays here with the reason. */
export function Reword(props: {
  readonly text: ScheduledText;
  /** Why it can no longer be changed. */
  readonly obstacle: Failure | undefined;
  readonly onSave: (text: string) => Promise<Result<void>>;
  readonly onEnd: () => void;
}) {
  const { obstacle, onEnd } = props;
  const fileCount = props.text.files.length;
  const [text, setText] = useState(props.text.text);
  const [failure, setFailure] = useState<Failure>();
  const [isSaving, setIsSaving] = useState(false);
  const countId = useId();
  const count = countOf(text, fileCount);
  const isEmpty = text.trim() === '' && fileCount === 0;
  const canSave = !isEmpty && count?.isOver !== true && obstacle === undefined;
  const form = useEscape(() => {
    onEnd();
    return true;
  });
  const save = async (): Promise<void> => {
    if (!canSave || isSaving) return;
    setIsSaving(true);
    const result = await props.onSave(text);
    setIsSaving(false);
    if (result.ok) onEnd();
    else setFailure(result.failure);
  };
  return (
    <form
      ref={form}
      className={styles.reword}
      aria-label={words.changeTitle}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextArea
        ref={takeFocus}
        label={words.text}
        rows={3}
        value={text}
        // What is being saved is what is shown.
        readOnly={isSaving}
        aria-describedby={countId}
        onChange={(event) => setText(event.target.value)}
      />
      <p id={countId} className={cx(styles.line, count?.isOver && styles.over)}>
        {count?.text}
      </p>
      <TroubleLine failure={obstacle ?? failure} />
      <div className={styles.actions}>
        <Button type="submit" variant="primary" disabled={!canSave}>
          {words.save}
        </Button>
        <Button variant="quiet" onClick={onEnd}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
