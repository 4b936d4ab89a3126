import type { VoicemailId } from '../../../shared/model/ids.ts';
import type { VoicemailView } from '../../../shared/model/voicemail.ts';
import { useOffer } from '../../app/actions/offers.ts';
import { personActions } from '../../app/actions/person-actions.ts';
import { failureOf } from '../../app/bridge.ts';
import { dayAndTime, duration, fullTime } from '../../app/format.ts';
import { markListened } from '../../app/media/mark-listened.ts';
import { Player } from '../../app/media/player.tsx';
import { usePartyWords, whoseOf } from '../../app/party.ts';
import { PersonHead } from '../../app/person-head.tsx';
import { PhoneText } from '../../app/phone/phone-text.tsx';
import { openPerson } from '../../app/ui-store.ts';
import { useNow } from '../../app/use-now.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Facts } from '../../ui/facts.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { User, Voicemail } from '../../ui/icons.ts';
import { PaneHead } from '../../ui/panes.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { markRead, useReadWhenOpen, useVoicemail } from './use-voicemail.ts';
import { transcriptOf } from './view-model.ts';
import styles from './voicemail.module.css';

const words = strings.voicemail;

/** One voicemail: who left it, the recording, and what was said. */
export function VoicemailDetail(props: {
  readonly voicemailId: VoicemailId;
  readonly onBack: () => void;
}) {
  const query = useVoicemail(props.voicemailId);
  if (query.data) return <OpenVoicemail voicemail={query.data} onBack={props.onBack} />;
  return (
    <>
      <PaneHead onBack={props.onBack}>
        <span className={styles.title}>{words.title}</span>
      </PaneHead>
      {query.isPending && <SkeletonRows rows={3} />}
      {query.isError && (
        <FailureState failure={failureOf(query.error)} onRetry={() => void query.refetch()} />
      )}
      {query.data === null && <Empty icon={<Voicemail />}>{words.gone}</Empty>}
    </>
  );
}

function OpenVoicemail(props: { readonly voicemail: VoicemailView; readonly onBack: () => void }) {
  const { voicemail } = props;
  const { from, media, isRead, createdAt, durationSeconds } = voicemail;
  const party = usePartyWords();
  const now = useNow();
  useReadWhenOpen(voicemail);
  const whose = whoseOf(from);
  useOffer((facts, say) => [
    ...personActions({ party: from, callAs: 'back' }, facts, say),
    {
      id: 'voicemail.read',
      group: 'here',
      label: isRead ? words.markUnread : words.markRead,
      run: () => markRead(voicemail.id, !isRead),
    },
  ]);
  return (
    <>
      <PaneHead
        onBack={props.onBack}
        actions={
          <Button variant="quiet" onClick={() => markRead(voicemail.id, !isRead)}>
            {isRead ? words.markUnread : words.markRead}
          </Button>
        }
      >
        <span className={styles.title}>{words.title}</span>
      </PaneHead>
      <div className={styles.page}>
        <PersonHead party={from} callAs="back" />
        {media ? (
          <Player
            media={media}
            label={words.from(party.title(from))}
            onStart={() => markListened(voicemail)}
          />
        ) : (
          <p className={styles.note}>{words.noAudio}</p>
        )}
        <Transcript voicemail={voicemail} />
        <Facts
          facts={[
            [
              words.received,
              <time key="received" title={fullTime(createdAt)}>
                {dayAndTime(createdAt, now)}
              </time>,
            ],
            // The player tells it where there is one.
            [words.length, media || durationSeconds === undefined ? '' : duration(durationSeconds)],
          ]}
        />
        {whose && (
          <div>
            <Button icon={<User />} onClick={() => openPerson(whose)}>
              {words.openPerson}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}

function Transcript({ voicemail }: { readonly voicemail: VoicemailView }) {
  const { text, note } = transcriptOf(voicemail);
  return (
    <section className={styles.transcript} aria-label={words.transcript}>
      <h3>{words.transcript}</h3>
      {text !== undefined && (
        <p className={styles.said} dir="auto">
          <PhoneText text={text} />
        </p>
      )}
      {note !== undefined && <p className={styles.note}>{note}</p>}
    </section>
  );
}
