import type { CallId } from '../../shared/model/ids.ts';
import type { Party } from '../../shared/model/people.ts';
import { strings } from '../../shared/strings/strings.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { MessageSquare, Phone } from '../ui/icons.ts';
import { OpenCrm } from './crm/open-crm.tsx';
import styles from './person-head.module.css';
import { DoNotCallMark } from './do-not-call/do-not-call-choice.tsx';
import { LocalTimeLine } from './local-time/local-time-line.tsx';
import { usePartyWords } from './party.ts';
import { PartyDetail, PartyTitle } from './phone/party-phone.tsx';
import { writtenTarget, type CallAs } from './phone/view-model.ts';
import { startText } from './start-text.ts';
import { useCallParty } from './use-dial.ts';
import { useOutlook } from './use-outlook.ts';

/** Someone, large: picture, name, number, and the two things to do. */
export function PersonHead(props: {
  readonly party: Party;
  readonly about?: string | undefined;
  /** What calling them is here: once more, or back. */
  readonly callAs?: CallAs;
  /** What was keyed in once the last call was up. */
  readonly keyIn?: string | undefined;
  /** The call that is looked at, for the page of a CRM. */
  readonly callId?: CallId | undefined;
}) {
  const { party, about, callAs = 'first', keyIn, callId } = props;
  const { number } = party;
  const words = usePartyWords();
  const callParty = useCallParty();
  const who = words.title(party);
  const detail = words.detail(party);
  return (
    <div className={styles.person}>
      <Avatar name={party.name} size="large" />
      <div className={styles.words}>
        <h2 className="figures">
          <PartyTitle party={party} />
        </h2>
        <p>
          {about}
          {about && detail && ' · '}
          <span className="figures">
            <PartyDetail party={party} />
          </span>
        </p>
        <PersonHour number={number} />
      </div>
      <div className={styles.actions}>
        {number !== undefined && (
          <>
            <Button
              variant="primary"
              icon={<Phone />}
              aria-label={strings.phone.callingParty[callAs](who)}
              onClick={() => callParty({ number: writtenTarget({ number, keyIn }), who })}
            >
              {strings.phone.calling[callAs]}
            </Button>
            <Button
              icon={<MessageSquare />}
              aria-label={strings.app.textParty(who)}
              onClick={() => void startText({ number, party })}
            >
              {strings.app.text}
            </Button>
          </>
        )}
        <OpenCrm party={party} callId={callId} />
      </div>
    </div>
  );
}

/** What to know before calling: where they are, what time it is there, and whether they want no calls. */
function PersonHour({ number }: { readonly number: Party['number'] }) {
  const outlook = useOutlook(number);
  if (outlook === undefined) return null;
  return (
    <p className={styles.hour}>
      <LocalTimeLine localTime={outlook.localTime} place={outlook.place} />
      {outlook.questions.includes('do-not-call') && <DoNotCallMark />}
    </p>
  );
}
