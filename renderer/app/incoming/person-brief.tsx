import type { PersonBrief } from '../../../shared/model/cards.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import type { FollowUpView, NoteView } from '../../../shared/model/notes.ts';
import type { Party } from '../../../shared/model/people.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { cx } from '../../ui/class-names.ts';
import { BellRing, History, StickyNote, Users } from '../../ui/icons.ts';
import { Parts } from '../../ui/parts.tsx';
import { fullTime, shortWhen } from '../format.ts';
import { whenInWords } from '../notes/view-model.ts';
import { usePartyWords } from '../party.ts';
import { useNow } from '../use-now.ts';
import styles from './person-brief.module.css';

const words = strings.incoming;

/** What to know about someone in one look: the last contact, what is open, what was noted. */
export function PersonBriefView(props: { readonly brief: PersonBrief; readonly party: Party }) {
  const { brief, party } = props;
  const now = useNow();
  const who = usePartyWords().title(party);
  if (party.number === undefined && party.extensionNumber === undefined) return null;
  const { lastContact, followUps, notes } = brief;
  return (
    <ul className={styles.brief} aria-label={words.brief(who)}>
      {party.sharedWith !== undefined && (
        <li className={styles.line}>
          <Users aria-hidden="true" />
          <span className={styles.soft}>
            {words.sharedWith(strings.app.group(party.sharedWith))}
          </span>
        </li>
      )}
      <li className={styles.line}>
        <History aria-hidden="true" />
        {lastContact === undefined ? (
          <span className={styles.soft}>{words.lastContact.none}</span>
        ) : (
          <time title={fullTime(lastContact.at)}>
            {words.lastContact[lastContact.kind](shortWhen(lastContact.at, now))}
          </time>
        )}
      </li>
      {followUps.map((followUp) => (
        <FollowUp key={followUp.id} followUp={followUp} now={now} />
      ))}
      {notes.map((note) => (
        <Note key={note.id} note={note} now={now} />
      ))}
    </ul>
  );
}

function FollowUp({ followUp, now }: { readonly followUp: FollowUpView; readonly now: EpochMs }) {
  const { dueAt, text } = followUp;
  const isOverdue = dueAt <= now;
  const when = whenInWords(dueAt, now);
  return (
    <li className={cx(styles.line, isOverdue && styles.overdue)}>
      <BellRing aria-hidden="true" />
      <Parts
        parts={[
          {
            key: 'when',
            part: (
              <time title={fullTime(dueAt)}>
                {isOverdue ? strings.followUps.overdue(when) : strings.followUps.due(when)}
              </time>
            ),
          },
          ...(text === ''
            ? []
            : [
                {
                  key: 'text',
                  part: <span className={cx(styles.clipped, styles.soft)}>{text}</span>,
                },
              ]),
        ]}
      />
    </li>
  );
}

function Note({ note, now }: { readonly note: NoteView; readonly now: EpochMs }) {
  return (
    <li className={styles.line}>
      <StickyNote aria-hidden="true" />
      <Parts
        parts={[
          ...(note.outcome === undefined
            ? []
            : [{ key: 'outcome', part: <strong>{note.outcome}</strong> }]),
          {
            key: 'when',
            part: (
              <time className={styles.soft} title={fullTime(note.createdAt)}>
                {shortWhen(note.createdAt, now)}
              </time>
            ),
          },
          ...(note.text === ''
            ? []
            : [{ key: 'text', part: <span className={styles.clipped}>{note.text}</span> }]),
        ]}
      />
    </li>
  );
}
