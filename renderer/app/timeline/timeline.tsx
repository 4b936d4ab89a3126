import { useState } from 'react';
import type { TimelineHead, Whose } from '../../../shared/model/history.ts';
import type { CallId } from '../../../shared/model/ids.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Chips } from '../../ui/chips.tsx';
import { cx } from '../../ui/class-names.ts';
import { Empty } from '../../ui/empty.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { History } from '../../ui/icons.ts';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { VirtualList, type RowProps } from '../../ui/virtual-list.tsx';
import { failureOf } from '../bridge.ts';
import { CannotReadNote, useUnreadable } from '../cannot-read.tsx';
import { whoseKey } from '../notes/drafts.ts';
import { FollowUpLine } from '../notes/follow-up-line.tsx';
import { NoteComposer } from '../notes/note-composer.tsx';
import { useNotesOfCall, useOpenFollowUps } from '../notes/use-notes.ts';
import { isWith } from '../notes/view-model.ts';
import { usePartyWords, whoseOf } from '../party.ts';
import { openPerson } from '../ui-store.ts';
import { TimelineEntry } from './timeline-entry.tsx';
import styles from './timeline.module.css';
import { useTimeline, useTimelineHead } from './use-timeline.ts';
import { chipsOf, type TimelineLine, type TimelineShow } from './view-model.ts';

const words = strings.timeline;
const headingHeight = 36;
const entryHeight = 48;

type TimelineProps = {
  readonly whose: Whose;
  /** It stands below this call, whose notes and follow-up are above it. */
  readonly below?: CallId;
};

/**
 * Everything with someone, across all their numbers: calls, texts, voicemails, notes and what came
 * to nothing, by day; a note is added on top. It fills the column it stands in.
 */
export function Timeline(props: TimelineProps) {
  // Someone else's begins at its top, with everything shown.
  return <OneTimeline key={whoseKey(props.whose)} {...props} />;
}

function OneTimeline({ whose, below }: TimelineProps) {
  const [show, setShow] = useState<TimelineShow>('all');
  const head = useTimelineHead(whose).data;
  const toldNotes = useNotesOfCall(below).data?.length ?? 0;
  const party = usePartyWords();
  const top = useKeptFocus<HTMLDivElement>();
  const [first] = head?.people ?? [];
  const who = first === undefined ? strings.app.unknownParty : party.title(first);
  return (
    <div className={styles.timeline}>
      <div ref={top} className={cx(styles.top, below !== undefined && styles.part)}>
        {head && head.people.length > 1 && <SharedBy head={head} />}
        {head && <Waiting head={head} whose={whose} but={below} />}
        {below === undefined && <NoteComposer whose={whose} who={who} />}
        <Chips
          label={words.show}
          value={show}
          options={chipsOf(head, toldNotes)}
          onChange={setShow}
        />
      </div>
      <Unreadable />
      <Lines whose={whose} show={show} who={who} below={below} />
    </div>
  );
}

function Lines(props: {
  readonly whose: Whose;
  readonly show: TimelineShow;
  readonly who: string;
  readonly below: CallId | undefined;
}) {
  const { pages, lines, now, readOn } = useTimeline(props.whose, props.show, props.below);
  if (pages.isPending) return <SkeletonRows rows={6} />;
  if (pages.isError) {
    return <FailureState failure={failureOf(pages.error)} onRetry={() => void pages.refetch()} />;
  }
  if (lines.length === 0) return <Empty icon={<History />}>{words.empty[props.show]}</Empty>;
  const renderRow = (line: TimelineLine, row: RowProps) =>
    line.kind === 'day' ? (
      <h3 className={styles.day}>{line.heading}</h3>
    ) : (
      <TimelineEntry item={line.item} now={now} row={row} />
    );
  return (
    <VirtualList
      label={words.label(props.who)}
      items={lines}
      keyOf={(line) => line.key}
      estimate={(line) => (line.kind === 'day' ? headingHeight : entryHeight)}
      isRow={(line) => line.kind === 'entry'}
      renderRow={renderRow}
      onNearEnd={readOn}
    />
  );
}

/** Whoever else has the number: what stands below may have been with them. */
function SharedBy({ head }: { readonly head: TimelineHead }) {
  const party = usePartyWords();
  return (
    <p className={styles.shared}>
      {words.sharedBy}{' '}
      {head.people.slice(1).map((person) => {
        const whose = whoseOf(person);
        const who = party.title(person);
        return (
          <button
            key={person.contactId ?? who}
            type="button"
            className={styles.person}
            aria-label={words.openPerson(who)}
            onClick={() => whose && openPerson(whose)}
          >
            {who}
          </button>
        );
      })}
    </p>
  );
}

/** When the user meant to get back to them. */
function Waiting(props: {
  readonly head: TimelineHead;
  readonly whose: Whose;
  readonly but: CallId | undefined;
}) {
  const { head, whose, but } = props;
  // Of a person those who share a number are others; of a bare number nobody is.
  const people = 'contactId' in whose ? head.people.slice(0, 1) : head.people;
  const { numbers, extensionNumbers } = head;
  const contactIds = people.flatMap(({ contactId }) => contactId ?? []);
  const open = useOpenFollowUps(
    (followUp) =>
      (but === undefined || followUp.callId !== but) &&
      isWith(followUp, { contactIds, numbers, extensionNumbers }),
  );
  return open.map((followUp) => <FollowUpLine key={followUp.id} followUp={followUp} />);
}

/** What RingCentral does not let us read is missing below, whatever else is there. */
function Unreadable() {
  const calls = useUnreadable('canReadCalls');
  const texts = useUnreadable('canReadTexts');
  return [calls, texts].map(
    (unreadable) => unreadable && <CannotReadNote key={unreadable.what} {...unreadable} />,
  );
}
