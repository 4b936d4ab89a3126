import type { RefObject } from 'react';
import type { DraftKey } from '../../../shared/model/drafts.ts';
import { strings } from '../../../shared/strings/strings.ts';
import styles from './composer.module.css';
import { keepNow } from './keep.ts';
import { changeWriting, useWriting } from './store.ts';

/** What is written, and nothing else: with every letter this alone is drawn anew. */
export function Field(props: {
  readonly draftKey: DraftKey;
  readonly ref: RefObject<HTMLTextAreaElement | null>;
  readonly describedBy: string;
  readonly placeholder: string;
  readonly onSend: () => void;
}) {
  const { draftKey, onSend, ref } = props;
  const { text } = useWriting(draftKey);
  return (
    <textarea
      ref={ref}
      className={styles.field}
      rows={1}
      data-draft={draftKey}
      aria-label={strings.messages.composer}
      aria-describedby={props.describedBy}
      placeholder={props.placeholder}
      value={text}
      onChange={(event) => changeWriting(draftKey, { text: event.target.value })}
      onBlur={() => void keepNow(draftKey)}
      onKeyDown={(event) => {
        if (event.defaultPrevented || !isSending(event)) return;
        event.preventDefault();
        onSend();
      }}
    />
  );
}

/** Enter, alone or with Ctrl or Cmd; with Shift it is a new line, and while composing it picks. */
function isSending(event: React.KeyboardEvent): boolean {
  // Some input methods end with a key 229 that is no longer part of the composition.
  const isComposing = event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229;
  return event.key === 'Enter' && !event.shiftKey && !event.altKey && !isComposing;
}

/** Puts the caret where a thread's texts are written: a button that was pressed went with its text. */
export function focusField(draftKey: DraftKey): void {
  document
    .querySelector<HTMLTextAreaElement>(`textarea[data-draft="${CSS.escape(draftKey)}"]`)
    ?.focus();
}

/** Types text into the field as the user would, so that it can be undone. */
export function insertInto(field: HTMLTextAreaElement | null, text: string): void {
  if (field === null) return;
  field.focus();
  // The only way to write into a field that the browser can undo; the others forget what was before.
  document.execCommand('insertText', false, text);
}

/** The same in place of everything; the caret stays near where it was. */
export function replaceIn(field: HTMLTextAreaElement | null, text: string): void {
  if (field === null) return;
  const fromEnd = field.value.length - field.selectionEnd;
  field.select();
  insertInto(field, text);
  const caret = Math.max(0, text.length - fromEnd);
  field.setSelectionRange(caret, caret);
}
