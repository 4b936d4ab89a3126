import type { FollowUpView } from '../../../shared/model/notes.ts';
import { fullTime } from '../../app/format.ts';
import { FollowUpTimes } from '../../app/notes/follow-up-times.tsx';
import { RemoveFollowUp } from '../../app/notes/remove-follow-up.tsx';
import { PartyActions } from '../../app/party-actions.tsx';
import { usePartyWords, whoseOf } from '../../app/party.ts';
import { phoneMenuOf } from '../../app/phone/menu-store.ts';
import { openCall, openPerson } from '../../app/ui-store.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { cx } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { CalendarClock, Check, Undo2 } from '../../ui/icons.ts';
import { Row } from '../../ui/row.tsx';
import type { RowProps } from '../../ui/virtual-list.tsx';
import styles from './follow-ups.module.css';
import type { useFollowUpActions } from './use-follow-ups.ts';
import { followUpSentence, whenOf } from './view-model.ts';

const words = strings.followUps;

type FollowUpRowProps = {
  readonly followUp: FollowUpView;
  readonly now: number;
  readonly row: RowProps;
  readonly actions: ReturnType<typeof useFollowUpActions>;
  readonly isMoving: boolean;
  readonly onMove: (isMoving: boolean) => void;
};

/** Someone to get back to: ticked off in front, reached at the end, their page behind it. */
export function FollowUpRow(props: FollowUpRowProps) {
  const { followUp, now, actions } = props;
  const party = usePartyWords();
  const isOverdue = followUp.doneAt === undefined && followUp.dueAt <= now;
  return (
    <>
      <Row
        label={followUpSentence(followUp, party, now)}
        isCurrent={false}
        row={props.row}
        picture={<Tick {...props} />}
        title={
          <>
            <span className="figures">{party.title(followUp.party)}</span>{' '}
            <span className={cx(styles.number, 'figures')}>{party.detail(followUp.party)}</span>
          </>
        }
        detail={
          <>
            <span
              className={cx(isOverdue && styles.overdue, 'figures')}
              title={fullTime(followUp.dueAt)}
            >
              {whenOf(followUp, now)}
            </span>
            {followUp.text !== '' && ` · ${followUp.text}`}
          </>
        }
        actions={<RowActions {...props} />}
        onMenu={phoneMenuOf(followUp.party)}
        onOpen={() => open(followUp)}
      />
      {props.isMoving && (
        <div className={styles.moving}>
          <FollowUpTimes
            start={followUp.dueAt}
            onChoose={(at) => {
              props.onMove(false);
              void actions.move(followUp, at);
            }}
          />
        </div>
      )}
    </>
  );
}

/** Where a follow-up leads: to whom it is with, else to the call it came from. */
function open({ party, callId }: FollowUpView): void {
  const whose = whoseOf(party);
  if (whose !== undefined) openPerson(whose);
  else if (callId !== undefined) openCall(callId);
}

function Tick({ followUp, row, actions }: FollowUpRowProps) {
  const who = usePartyWords().title(followUp.party);
  const isDone = followUp.doneAt !== undefined;
  return (
    <span className={styles.tick}>
      <IconButton
        label={isDone ? words.reopen(who) : words.markDone(who)}
        hint={isDone ? words.reopenHint : words.markDoneHint}
        icon={isDone ? <Undo2 /> : <Check />}
        className={cx(styles.tickButton, !isDone && styles.open)}
        tabIndex={row.tabIndex}
        onClick={() => void actions.setDone(followUp, !isDone)}
      />
    </span>
  );
}

function RowActions({ followUp, row, actions, isMoving, onMove }: FollowUpRowProps) {
  const who = usePartyWords().title(followUp.party);
  const { tabIndex } = row;
  return (
    <>
      <PartyActions party={followUp.party} tabIndex={tabIndex} />
      {followUp.doneAt === undefined && (
        <IconButton
          label={words.changeTime(who)}
          hint={words.changeTimeHint}
          icon={<CalendarClock />}
          tabIndex={tabIndex}
          aria-expanded={isMoving}
          onClick={() => onMove(!isMoving)}
        />
      )}
      <RemoveFollowUp
        who={who}
        tabIndex={tabIndex}
        onRemove={() => void actions.remove(followUp)}
      />
    </>
  );
}
