import { useState, type KeyboardEvent } from 'react';
import type { Whose } from '../../../shared/model/history.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { CalendarClock, Plus } from '../../ui/icons.ts';
import { TextArea } from '../../ui/text-area.tsx';
import { call } from '../bridge.ts';
import { useNow } from '../use-now.ts';
import { dropDraft, useDraft, whoseKey, writeDraft } from './drafts.ts';
import { FollowUpTimes } from './follow-up-times.tsx';
import { longestNote, savesNote } from './note-line.tsx';
import styles from './notes.module.css';
import { OutcomeChips } from './outcome-chips.tsx';
import { takeFocus } from '../take-focus.ts';
import { TroubleLine } from './trouble-line.tsx';
import { longestFollowUp, useTelling } from './use-notes.ts';
import { asksForTime, whenInWords } from './view-model.ts';

const words = strings.notes;

/** A note about someone, with an outcome and a time to get back to them; closed until it is wanted. */
export function NoteComposer(props: { readonly whose: Whose; readonly who: string }) {
  const draft = useDraft(whoseKey(props.whose));
  const [isOpen, setIsOpen] = useState<boolean | undefined>(draft === '' ? undefined : true);
  if (isOpen) return <OpenComposer {...props} onEnd={() => setIsOpen(false)} />;
  return (
    <Button
      className={styles.begin}
      icon={<Plus />}
      // Back to where the writing began, once it has ended.
      ref={isOpen === false ? takeFocus : undefined}
      onClick={() => setIsOpen(true)}
    >
      {words.add}
    </Button>
  );
}

function OpenComposer(props: {
  readonly whose: Whose;
  readonly who: string;
  readonly onEnd: () => void;
}) {
  const key = whoseKey(props.whose);
  const text = useDraft(key);
  const { isEmpty, outcome, dueAt, setDueAt, choose, save, failure } = usePersonNote(props);
  const [asksTime, setAsksTime] = useState(false);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (savesNote(event)) void save();
    else if (event.key === 'Escape') props.onEnd();
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.editor}>
      <TextArea
        label={words.addTo(props.who)}
        placeholder={words.placeholder}
        value={text}
        maxLength={longestNote}
        rows={2}
        spellCheck
        ref={takeFocus}
        onKeyDown={onKeyDown}
        onChange={(event) => writeDraft(key, event.target.value)}
      />
      <OutcomeChips
        chosen={outcome}
        onChoose={(chosen) => {
          choose(chosen);
          if (asksForTime(chosen) && chosen !== outcome) setAsksTime(true);
        }}
      />
      {dueAt !== undefined ? (
        <ChosenTime at={dueAt} onClear={() => setDueAt(undefined)} />
      ) : asksTime ? (
        <FollowUpTimes onChoose={setDueAt} />
      ) : null}
      <TroubleLine failure={failure} />
      <div className={styles.actions}>
        <Button variant="primary" disabled={isEmpty} onClick={() => void save()}>
          {words.save}
        </Button>
        {dueAt === undefined && !asksTime && (
          <Button icon={<CalendarClock />} onClick={() => setAsksTime(true)}>
            {strings.followUps.add}
          </Button>
        )}
        <Button variant="quiet" onClick={props.onEnd}>
          {words.cancel}
        </Button>
      </div>
    </div>
  );
}

/** The note as it is being written, and the way it is stored: first the note, then its follow-up. */
function usePersonNote({ whose, onEnd }: { readonly whose: Whose; readonly onEnd: () => void }) {
  const key = whoseKey(whose);
  const draft = useDraft(key);
  const [outcome, setOutcome] = useState<string>();
  const [dueAt, setDueAt] = useState<EpochMs>();
  const { failure, tell } = useTelling();
  const text = draft.trim();
  const saysSomething = text !== '' || outcome !== undefined;
  const isEmpty = !saysSomething && dueAt === undefined;

  const save = async (): Promise<void> => {
    if (isEmpty) return;
    const about = { whose };
    const note = saysSomething
      ? await tell(call('notes.add', { about, text, ...(outcome && { outcome }) }))
      : undefined;
    if (note?.ok === false) return;
    // From here on it is stored: a follow-up that is refused must not store it once more.
    dropDraft(key, draft);
    setOutcome(undefined);
    if (dueAt !== undefined) {
      const noteId = note?.value.id;
      const reminder = text.slice(0, longestFollowUp);
      const added = await tell(
        call('follow-ups.add', { about, dueAt, text: reminder, ...(noteId && { noteId }) }),
      );
      setDueAt(undefined);
      if (!added.ok) return;
    }
    onEnd();
  };

  const choose = (chosen: string): void => setOutcome(chosen === outcome ? undefined : chosen);
  return { isEmpty, outcome, dueAt, setDueAt, choose, save, failure };
}

function ChosenTime({ at, onClear }: { readonly at: EpochMs; readonly onClear: () => void }) {
  const now = useNow();
  return (
    <p className={styles.chosenTime}>
      <CalendarClock aria-hidden="true" />
      {strings.followUps.due(whenInWords(at, now))}
      <Button variant="quiet" onClick={onClear}>
        {strings.followUps.clear}
      </Button>
    </p>
  );
}
