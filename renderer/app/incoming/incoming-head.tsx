import { useQuery } from '@tanstack/react-query';
import type { IncomingCall } from '../../../shared/model/cards.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { cx } from '../../ui/class-names.ts';
import {
  Headset,
  Pause,
  Phone,
  PhoneCall,
  PhoneMissed,
  PhoneOff,
  Voicemail,
} from '../../ui/icons.ts';
import { ask } from '../bridge.ts';
import { duration } from '../format.ts';
import { usePartyWords } from '../party.ts';
import { ClickablePhone } from '../phone/clickable-phone.tsx';
import { useNow } from '../use-now.ts';
import styles from './incoming.module.css';
import { isWithheld, stateWords } from './view-model.ts';

const icons = {
  ringing: PhoneCall,
  answered: Phone,
  'on-hold': Pause,
  voicemail: Voicemail,
  missed: PhoneMissed,
  declined: PhoneOff,
  ended: PhoneOff,
} as const;

/** Who is calling, large, and how the call stands. */
export function IncomingHead({ call }: { readonly call: IncomingCall }) {
  const { party, state } = call;
  const words = usePartyWords();
  const Icon = icons[state];
  return (
    <div className={styles.head}>
      <Avatar name={isWithheld(call) ? undefined : party.name} size="large" />
      <div className={styles.words}>
        <p className={cx(styles.state, styles[state])}>
          <Icon aria-hidden="true" />
          {stateWords(call)}
          <Clock call={call} />
        </p>
        <h2 className="figures">{words.title(party)}</h2>
        <p className={styles.detail}>
          {party.number !== undefined && <ClickablePhone number={party.number} party={party} />}
          {party.number === undefined && party.extensionNumber !== undefined && (
            <span className="figures">{strings.app.extension(party.extensionNumber)}</span>
          )}
          {party.company !== undefined && <span>{party.company}</span>}
        </p>
        <WhichLine call={call} />
      </div>
    </div>
  );
}

/** What it came through, where that says something: a queue, one of several numbers. */
function WhichLine({ call }: { readonly call: IncomingCall }) {
  const { queue, calledNumber } = call;
  const words = usePartyWords();
  const own = useQuery({
    queryKey: ['phones', 'caller-ids'],
    queryFn: () => ask('calls.list-caller-ids', undefined),
  });
  const isTold = calledNumber !== undefined && (own.data?.length ?? 0) > 1;
  if (queue === undefined && !isTold) return null;
  return (
    <p className={styles.detail}>
      {queue !== undefined && (
        <span className={styles.queue}>
          <Headset aria-hidden="true" />
          {strings.incoming.queue(queue)}
        </span>
      )}
      {isTold && (
        <span className="figures">{strings.incoming.called(words.number(calledNumber))}</span>
      )}
    </p>
  );
}

/** How long they have been talking; outside what is read aloud. */
function Clock({ call }: { readonly call: IncomingCall }) {
  const { answeredAt, endedAt } = call;
  if (answeredAt === undefined) return null;
  return (
    <span role="timer" aria-live="off" className={styles.clock}>
      {endedAt === undefined ? (
        <Ticking since={answeredAt} />
      ) : (
        duration((endedAt - answeredAt) / 1_000)
      )}
    </span>
  );
}

function Ticking({ since }: { readonly since: EpochMs }) {
  return duration((useNow(500) - since) / 1_000);
}
