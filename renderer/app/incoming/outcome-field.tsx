import type { IncomingCall } from '../../../shared/model/cards.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { TextField } from '../../ui/text-field.tsx';
import { callKey, useDraft, writeDraft } from '../notes/drafts.ts';
import { longestNote } from '../notes/note-line.tsx';
import { OutcomeChips } from '../notes/outcome-chips.tsx';
import { TroubleLine } from '../notes/trouble-line.tsx';
import { useCallNote, useNotesOfCall } from '../notes/use-notes.ts';
import { usePartyWords } from '../party.ts';
import styles from './incoming.module.css';

/** What came of the call: an outcome with one click, and a line. Kept with the call. */
export function OutcomeField(props: {
  readonly call: IncomingCall;
  /** Somebody is busy here; with an outcome chosen, mostly done. */
  readonly onTouch: (isNoted?: boolean) => void;
}) {
  const { call, onTouch } = props;
  const { callId, party, endedAt } = call;
  const who = usePartyWords().title(party);
  const key = callKey(callId);
  const text = useDraft(key);
  const notes = useNotesOfCall(callId).data ?? [];
  const { failure, saveText, choose } = useCallNote(callId);
  const latest = notes.at(-1);
  return (
    <div className={styles.outcome}>
      {endedAt !== undefined && (
        <OutcomeChips
          chosen={latest?.outcome}
          onChoose={(outcome) => {
            choose(outcome);
            onTouch(outcome !== latest?.outcome);
          }}
        />
      )}
      {latest !== undefined && latest.text !== '' && <p className={styles.noted}>{latest.text}</p>}
      <TextField
        label={strings.incoming.noteFor(who)}
        isLabelHidden
        placeholder={strings.incoming.notePlaceholder}
        value={text}
        maxLength={longestNote}
        spellCheck
        onFocus={() => onTouch()}
        onChange={(event) => {
          writeDraft(key, event.target.value);
          onTouch();
        }}
        onBlur={saveText}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          saveText();
        }}
      />
      <TroubleLine failure={failure} />
    </div>
  );
}
