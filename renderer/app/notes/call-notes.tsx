import { useId, useRef, useState } from 'react';
import type { CallId, EpochMs } from '../../../shared/model/ids.ts';
import type { Party } from '../../../shared/model/people.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { CalendarClock } from '../../ui/icons.ts';
import { TextArea } from '../../ui/text-area.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { failureOf } from '../bridge.ts';
import { dayAndTime } from '../format.ts';
import { usePartyWords } from '../party.ts';
import { useNow } from '../use-now.ts';
import { callKey, useDraft, writeDraft } from './drafts.ts';
import { FollowUpLine } from './follow-up-line.tsx';
import { FollowUpTimes } from './follow-up-times.tsx';
import { longestNote, NoteLine, savesNote } from './note-line.tsx';
import styles from './notes.module.css';
import { OutcomeChips } from './outcome-chips.tsx';
import { TroubleLine } from './trouble-line.tsx';
import { useNoteOffers } from './use-note-offers.ts';
import { useCallNote, useNotesOfCall, useOpenFollowUps } from './use-notes.ts';
import { asksForTime } from './view-model.ts';

const words = strings.notes;

/** What came of a call: an outcome with one click, notes, and when to get back to them. */
export function CallNotes(props: { readonly callId: CallId; readonly party: Party }) {
  const { callId } = props;
  const id = useId();
  const part = useKeptFocus<HTMLElement>();
  const notes = useNotesOfCall(callId);
  return (
    <section ref={part} className={styles.section} aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        {words.title}
      </h3>
      {notes.isError ? (
        <FailureState failure={failureOf(notes.error)} onRetry={() => void notes.refetch()} />
      ) : (
        // Another call begins with a clean slate.
        <Writing key={callId} {...props} notes={notes.data ?? []} />
      )}
    </section>
  );
}

function Writing(props: {
  readonly callId: CallId;
  readonly party: Party;
  readonly notes: NonNullable<ReturnType<typeof useNotesOfCall>['data']>;
}) {
  const { callId, notes } = props;
  const key = callKey(callId);
  const text = useDraft(key);
  const now = useNow();
  const [asksTime, setAsksTime] = useState(false);
  const { failure, saveText, choose, followUp } = useCallNote(callId);
  const chosen = notes.at(-1)?.outcome;
  const field = useRef<HTMLTextAreaElement>(null);
  const chooseAndAsk = (outcome: string): void => {
    choose(outcome);
    if (outcome !== chosen) setAsksTime(asksForTime(outcome));
  };
  useNoteOffers(callId, { chosen, choose: chooseAndAsk, write: () => field.current?.focus() });
  return (
    <>
      <OutcomeChips chosen={chosen} onChoose={chooseAndAsk} />
      <TextArea
        ref={field}
        label={words.addTo(usePartyWords().title(props.party))}
        placeholder={words.placeholder}
        title={words.hint}
        value={text}
        maxLength={longestNote}
        rows={2}
        spellCheck
        onChange={(event) => writeDraft(key, event.target.value)}
        onBlur={saveText}
        onKeyDown={(event) => {
          if (!savesNote(event)) return;
          event.preventDefault();
          saveText();
        }}
      />
      <TroubleLine failure={failure} />
      <CallFollowUp callId={callId} isAsking={asksTime} onAsk={setAsksTime} onAdd={followUp} />
      {notes.length > 0 && (
        <ul className={styles.list}>
          {notes.toReversed().map((note) => (
            <li key={note.id}>
              <NoteLine note={note} when={dayAndTime(note.createdAt, now)} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function CallFollowUp(props: {
  readonly callId: CallId;
  readonly isAsking: boolean;
  readonly onAsk: (isAsking: boolean) => void;
  /** Answers whether there is one now. */
  readonly onAdd: (dueAt: EpochMs) => Promise<boolean>;
}) {
  const { callId, isAsking, onAsk, onAdd } = props;
  const open = useOpenFollowUps((followUp) => followUp.callId === callId);
  const add = async (dueAt: EpochMs): Promise<void> => {
    if (await onAdd(dueAt)) onAsk(false);
  };
  return (
    <>
      {open.map((followUp) => (
        <FollowUpLine key={followUp.id} followUp={followUp} />
      ))}
      {isAsking ? (
        <FollowUpTimes onChoose={(at) => void add(at)} />
      ) : (
        open.length === 0 && (
          <Button
            variant="quiet"
            className={styles.begin}
            icon={<CalendarClock />}
            onClick={() => onAsk(true)}
          >
            {strings.followUps.add}
          </Button>
        )
      )}
    </>
  );
}
