import { useState, type KeyboardEvent } from 'react';
import type { NoteView } from '../../../shared/model/notes.ts';
import { isPressed } from '../../../shared/shortcuts.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Pencil, Trash2 } from '../../ui/icons.ts';
import { TextArea } from '../../ui/text-area.tsx';
import { call } from '../bridge.ts';
import { PhoneText } from '../phone/phone-text.tsx';
import styles from './notes.module.css';
import { OutcomeChips } from './outcome-chips.tsx';
import { takeFocus } from '../take-focus.ts';
import { TroubleLine } from './trouble-line.tsx';
import { useTelling } from './use-notes.ts';
import { isEdited } from './view-model.ts';

const words = strings.notes;

/** A note with its outcome; it is changed where it stands. */
export function NoteLine(props: {
  readonly note: NoteView;
  /** When it was written, as the place shows times. */
  readonly when: string;
  readonly tabIndex?: 0 | -1;
}) {
  const { note } = props;
  const [isEditing, setIsEditing] = useState<boolean>();
  const [isAsking, setIsAsking] = useState(false);
  const { failure, tell } = useTelling();
  if (isEditing) return <NoteEditor note={note} onEnd={() => setIsEditing(false)} />;
  const remove = async (): Promise<void> => {
    setIsAsking(false);
    await tell(call('notes.remove', { noteId: note.id }));
  };
  return (
    <div className={styles.note}>
      <div className={styles.noteBody}>
        {note.outcome !== undefined && <span className={styles.outcome}>{note.outcome}</span>}
        {note.text !== '' && (
          <p className={styles.noteText}>
            <PhoneText text={note.text} tabIndex={props.tabIndex} />
          </p>
        )}
        <TroubleLine failure={failure} />
      </div>
      <span className={styles.when}>
        {props.when}
        {isEdited(note) && ` · ${words.edited}`}
      </span>
      <span className={styles.noteActions}>
        <IconButton
          label={words.edit}
          icon={<Pencil />}
          // Back to where the editing began, once it has ended.
          ref={isEditing === false ? takeFocus : undefined}
          tabIndex={props.tabIndex}
          onClick={() => setIsEditing(true)}
        />
        <IconButton
          label={words.remove}
          icon={<Trash2 />}
          tabIndex={props.tabIndex}
          onClick={() => setIsAsking(true)}
        />
      </span>
      <Confirm
        title={words.removeQuestion}
        advice={words.removeAdvice}
        confirm={words.remove}
        decline={words.keep}
        isOpen={isAsking}
        onConfirm={() => void remove()}
        onClose={() => setIsAsking(false)}
      />
    </div>
  );
}

function NoteEditor({ note, onEnd }: { readonly note: NoteView; readonly onEnd: () => void }) {
  const [text, setText] = useState(note.text);
  const [outcome, setOutcome] = useState(note.outcome);
  const { failure, tell } = useTelling();
  const save = async (): Promise<void> => {
    const saved = await tell(call('notes.change', { noteId: note.id, text, outcome }));
    if (saved.ok) onEnd();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (savesNote(event)) void save();
    else if (event.key === 'Escape') onEnd();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.editor}>
      <TextArea
        label={words.field}
        value={text}
        maxLength={longestNote}
        rows={3}
        spellCheck
        ref={takeFocus}
        onKeyDown={onKeyDown}
        onChange={(event) => setText(event.target.value)}
      />
      <OutcomeChips
        chosen={outcome}
        onChoose={(chosen) => setOutcome(chosen === outcome ? undefined : chosen)}
      />
      <TroubleLine failure={failure} />
      <div className={styles.actions}>
        <Button variant="primary" onClick={() => void save()}>
          {words.save}
        </Button>
        <Button variant="quiet" onClick={onEnd}>
          {words.cancel}
        </Button>
      </div>
    </div>
  );
}

/** As long as a note can be. */
export const longestNote = 10_000;

/** Ctrl+Enter, or ⌘+Enter, stores what is being written. */
export function savesNote(event: KeyboardEvent): boolean {
  return isPressed('save-note', event) && !event.nativeEvent.isComposing;
}
