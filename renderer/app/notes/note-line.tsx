import { useState, type KeyboardEvent } from 'react';
import type { NoteId } from '../../../shared/model/ids.ts';
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
import { useNoteEdit, writeNoteEdit, type NoteEdit } from './drafts.ts';
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
  const edit = useNoteEdit(note.id);
  /** Where the keyboard goes: into an editing that begins here, and back from one that ends. */
  const [focus, setFocus] = useState<'editor' | 'pencil'>();
  const [isAsking, setIsAsking] = useState(false);
  const { failure, tell } = useTelling();
  if (edit) {
    return (
      <NoteEditor
        noteId={note.id}
        edit={edit}
        takesFocus={focus === 'editor'}
        onEnd={() => {
          setFocus('pencil');
          writeNoteEdit(note.id, undefined);
        }}
      />
    );
  }
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
          ref={focus === 'pencil' ? takeFocus : undefined}
          tabIndex={props.tabIndex}
          onClick={() => {
            setFocus('editor');
            writeNoteEdit(note.id, { text: note.text, outcome: note.outcome });
          }}
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

function NoteEditor(props: {
  readonly noteId: NoteId;
  readonly edit: NoteEdit;
  readonly takesFocus: boolean;
  readonly onEnd: () => void;
}) {
  const { noteId, edit, onEnd } = props;
  const { text, outcome } = edit;
  const { failure, tell } = useTelling();
  const write = (change: Partial<NoteEdit>): void => writeNoteEdit(noteId, { ...edit, ...change });
  const save = async (): Promise<void> => {
    const saved = await tell(call('notes.change', { noteId, ...edit }));
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
        // One that comes back into view is not what the keyboard was for.
        ref={props.takesFocus ? takeFocus : undefined}
        onKeyDown={onKeyDown}
        onChange={(event) => write({ text: event.target.value })}
      />
      <OutcomeChips
        chosen={outcome}
        onChoose={(chosen) => write({ outcome: chosen === outcome ? undefined : chosen })}
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
