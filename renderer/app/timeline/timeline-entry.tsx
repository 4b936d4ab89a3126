import type { ReactNode } from 'react';
import { assertNever } from '../../../shared/failure.ts';
import type { AttemptView, TimelineItem } from '../../../shared/model/history.ts';
import type { CallRow } from '../../../shared/model/calls.ts';
import type { MessageView } from '../../../shared/model/messages.ts';
import type { NoteView } from '../../../shared/model/notes.ts';
import type { VoicemailView } from '../../../shared/model/voicemail.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { cx } from '../../ui/class-names.ts';
import { Ban, MessageSquare, Paperclip, StickyNote, Voicemail } from '../../ui/icons.ts';
import { menuEvents } from '../../ui/menu-key.ts';
import type { RowProps } from '../../ui/virtual-list.tsx';
import { decisionWords } from '../calls/decision.ts';
import { OutcomeLine } from '../calls/outcome-line.tsx';
import { dayAndTime, fullTime, timeOfDay } from '../format.ts';
import { markListened } from '../media/mark-listened.ts';
import { Player } from '../media/player.tsx';
import { StatusMark } from '../messages/status-mark.tsx';
import { NoteLine } from '../notes/note-line.tsx';
import { phoneMenuOf } from '../phone/menu-store.ts';
import { PhoneText } from '../phone/phone-text.tsx';
import { usePartyWords } from '../party.ts';
import { openCall, openThread, openVoicemail } from '../ui-store.ts';
import styles from './timeline.module.css';
import {
  entrySentence,
  playWords,
  textWords,
  transcriptNote,
  voicemailWords,
} from './view-model.ts';

type EntryProps = {
  readonly item: TimelineItem;
  readonly now: number;
  readonly row: RowProps;
};

/** One entry of the timeline; pressing it leads to where it comes from. */
export function TimelineEntry(props: EntryProps) {
  const { item, now, row } = props;
  switch (item.kind) {
    case 'call':
      return (
        <Frame
          {...props}
          onOpen={() => openCall(item.call.id)}
          onMenu={phoneMenuOf(item.call.party, item.call.keyIn)}
        >
          <CallEntry call={item.call} now={now} tabIndex={row.tabIndex} />
        </Frame>
      );
    case 'text':
      return (
        <Frame
          {...props}
          onOpen={() => openThread(item.message.threadId, item.message.id)}
          onMenu={item.message.direction === 'inbound' ? phoneMenuOf(item.message.from) : undefined}
        >
          <TextEntry message={item.message} tabIndex={row.tabIndex} />
        </Frame>
      );
    case 'voicemail':
      return (
        <Frame
          {...props}
          onOpen={() => openVoicemail(item.voicemail.id)}
          onMenu={phoneMenuOf(item.voicemail.from)}
        >
          <VoicemailEntry voicemail={item.voicemail} now={now} tabIndex={row.tabIndex} />
        </Frame>
      );
    case 'note':
      return (
        <Frame {...props} isTimeInside>
          <NoteEntry note={item.note} tabIndex={row.tabIndex} />
        </Frame>
      );
    case 'attempt':
      return (
        <Frame {...props}>
          <AttemptEntry attempt={item.attempt} />
        </Frame>
      );
    default:
      return assertNever(item);
  }
}

/** What entries have in common: the place the keyboard moves to, the time, and where it leads. */
function Frame(
  props: EntryProps & {
    readonly isTimeInside?: boolean;
    readonly onOpen?: () => void;
    readonly onMenu?: ReturnType<typeof phoneMenuOf>;
    readonly children: ReactNode;
  },
) {
  const { item, now, row, onOpen } = props;
  const label = entrySentence(item, usePartyWords(), now);
  const { onContextMenu, onMenuKey } = menuEvents(props.onMenu);
  return (
    <div className={styles.entry} onContextMenu={onContextMenu}>
      {onOpen ? (
        <button
          type="button"
          className={styles.hit}
          aria-label={label}
          onClick={onOpen}
          {...row}
          onKeyDown={(event) => onMenuKey(event) || row.onKeyDown(event)}
        />
      ) : (
        <div role="note" className={styles.hit} aria-label={label} {...row} />
      )}
      <div className={styles.body}>{props.children}</div>
      {!props.isTimeInside && (
        <time className={styles.time} title={fullTime(item.at)} aria-hidden="true">
          {timeOfDay(item.at)}
        </time>
      )}
    </div>
  );
}

type Within = { readonly now: number; readonly tabIndex: 0 | -1 };

function CallEntry({ call, now, tabIndex }: Within & { readonly call: CallRow }) {
  return (
    <>
      <span aria-hidden="true">
        <OutcomeLine call={call} />
        {call.decision && <span className={styles.decision}>{decisionWords(call.decision)}</span>}
      </span>
      {call.recording && (
        <div className={styles.within}>
          <Player
            media={call.recording}
            label={strings.timeline.recording(dayAndTime(call.startedAt, now))}
            folded={playWords('call', call.recording)}
            tabIndex={tabIndex}
          />
        </div>
      )}
    </>
  );
}

function TextEntry(props: { readonly message: MessageView; readonly tabIndex: 0 | -1 }) {
  const { message } = props;
  const isOwn = message.direction === 'outbound';
  const isFailed = message.status === 'failed';
  return (
    <span className={cx(styles.text, isOwn && styles.own)}>
      <MessageSquare aria-hidden="true" />
      <span className={cx(styles.bubble, isFailed && styles.failed)} dir="auto">
        {/* The entry has said the words already. */}
        <PhoneText text={textWords(message)} isSilent tabIndex={props.tabIndex} />
      </span>
      {message.text !== '' && message.attachments.length > 0 && <Paperclip aria-hidden="true" />}
      {isOwn && (
        <span className={styles.state} aria-hidden="true">
          <StatusMark status={message.status} />
        </span>
      )}
    </span>
  );
}

function VoicemailEntry(props: Within & { readonly voicemail: VoicemailView }) {
  const { voicemail } = props;
  const note = transcriptNote(voicemail);
  return (
    <>
      <span className={cx(styles.line, !voicemail.isRead && styles.fresh)} aria-hidden="true">
        <Voicemail />
        {strings.timeline.voicemail} · {voicemailWords(voicemail)}
      </span>
      {voicemail.transcript !== undefined && (
        <p className={styles.transcript} dir="auto">
          <PhoneText text={voicemail.transcript} tabIndex={props.tabIndex} />
        </p>
      )}
      {note !== undefined && <p className={styles.soft}>{note}</p>}
      {voicemail.media && (
        <div className={styles.within}>
          <Player
            media={voicemail.media}
            label={strings.timeline.message(dayAndTime(voicemail.createdAt, props.now))}
            folded={playWords('voicemail', voicemail.media)}
            tabIndex={props.tabIndex}
            onStart={() => markListened(voicemail)}
          />
        </div>
      )}
    </>
  );
}

function NoteEntry({ note, tabIndex }: { readonly note: NoteView; readonly tabIndex: 0 | -1 }) {
  return (
    <div className={cx(styles.line, styles.noteLine)}>
      <StickyNote aria-hidden="true" />
      <div className={styles.within}>
        <NoteLine note={note} when={timeOfDay(note.createdAt)} tabIndex={tabIndex} />
      </div>
    </div>
  );
}

function AttemptEntry({ attempt }: { readonly attempt: AttemptView }) {
  return (
    <span className={styles.line} aria-hidden="true">
      <Ban />
      <span className={styles.clamped}>{strings.timeline.attempt[attempt.what](attempt.text)}</span>
    </span>
  );
}
