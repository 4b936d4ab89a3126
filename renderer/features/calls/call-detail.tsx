import type { CallRow } from '../../../shared/model/calls.ts';
import { useOffer } from '../../app/actions/offers.ts';
import { personActions } from '../../app/actions/person-actions.ts';
import { OutcomeLine } from '../../app/calls/outcome-line.tsx';
import { dayAndTime, fullTime } from '../../app/format.ts';
import { decisionWords } from '../../app/calls/decision.ts';
import { Player } from '../../app/media/player.tsx';
import { CallNotes } from '../../app/notes/call-notes.tsx';
import { usePartyWords, whoseOf } from '../../app/party.ts';
import { PersonHead } from '../../app/person-head.tsx';
import { callAsOf } from '../../app/phone/view-model.ts';
import { Timeline } from '../../app/timeline/timeline.tsx';
import { openPerson, openVoicemail } from '../../app/ui-store.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { User, Voicemail } from '../../ui/icons.ts';
import { PaneHead } from '../../ui/panes.tsx';
import styles from './call-detail.module.css';

const { detail } = strings.calls;

/** One call: who it was with, what became of it, what was said, and everything else with them. */
export function CallDetail(props: {
  readonly call: CallRow;
  readonly now: number;
  readonly onBack: () => void;
}) {
  const { call, now } = props;
  const { voicemailId } = call;
  const whose = whoseOf(call.party);
  const who = usePartyWords().title(call.party);
  const reason = call.failure && strings.failures(call.failure);
  useOffer((facts, say) => {
    const someone = { party: call.party, callAs: callAsOf(call), keyIn: call.keyIn };
    return [
      ...personActions(someone, facts, say),
      ...(voicemailId === undefined
        ? []
        : [
            {
              id: 'call.voicemail',
              group: 'here',
              label: detail.openVoicemail,
              run: () => openVoicemail(voicemailId),
            } as const,
          ]),
    ];
  });
  return (
    <>
      <PaneHead
        onBack={props.onBack}
        actions={
          whose && (
            <Button variant="quiet" icon={<User />} onClick={() => openPerson(whose)}>
              {detail.person}
            </Button>
          )
        }
      >
        <span className={styles.title}>{detail.title}</span>
      </PaneHead>
      <div className={styles.page}>
        <PersonHead
          party={call.party}
          callAs={callAsOf(call)}
          keyIn={call.keyIn}
          callId={call.id}
        />
        <Facts
          title={detail.facts}
          facts={[
            [detail.outcome, <OutcomeLine key="outcome" call={call} />],
            [
              detail.started,
              <time key="started" title={fullTime(call.startedAt)}>
                {dayAndTime(call.startedAt, now)}
              </time>,
            ],
            [detail.reason, reason && `${reason.title}. ${reason.advice}`],
            [detail.keyIn, call.keyIn],
            [strings.guards.decided.title, call.decision && decisionWords(call.decision)],
            [detail.askedBy, call.askedBy],
            [detail.company, call.party.company],
            [detail.kept, call.isDeleted ? detail.keptWhy : undefined],
          ]}
        />
        {voicemailId !== undefined && (
          <div>
            <Button icon={<Voicemail />} onClick={() => openVoicemail(voicemailId)}>
              {detail.openVoicemail}
            </Button>
          </div>
        )}
        {call.recording && <Player media={call.recording} label={detail.recording(who)} />}
        <CallNotes callId={call.id} party={call.party} />
        {whose && (
          <section className={styles.history} aria-label={detail.history(who)}>
            <h3 className={styles.heading}>{detail.historyTitle}</h3>
            <Timeline whose={whose} below={call.id} />
          </section>
        )}
      </div>
    </>
  );
}
