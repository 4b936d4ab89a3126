import { useState } from 'react';
import type { CardView } from '../../../shared/model/cards.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { ExternalLink, MessageSquareReply, Phone, Smartphone } from '../../ui/icons.ts';
import { call } from '../bridge.ts';
import { TroubleLine } from '../notes/trouble-line.tsx';
import { useTelling } from '../notes/use-notes.ts';
import { usePartyWords } from '../party.ts';
import { useCallParty } from '../use-dial.ts';
import { IncomingHead } from './incoming-head.tsx';
import styles from './incoming.module.css';
import { OutcomeField } from './outcome-field.tsx';
import { PersonBriefView } from './person-brief.tsx';
import { TextBack } from './text-back.tsx';
import { useTouch } from './use-touch.ts';
import { callBackTo, isWithheld, withoutCall } from './view-model.ts';

const words = strings.incoming;

type IncomingView = Extract<CardView, { kind: 'incoming' }>;

/** Somebody is calling: who it is, what to know before picking up, and afterwards what came of it. */
export function IncomingCard({ card }: { readonly card: IncomingView }) {
  const { call: incoming, brief } = card;
  const who = usePartyWords().title(incoming.party);
  const touch = useTouch(incoming);
  const isTalking = incoming.state === 'answered' || incoming.state === 'on-hold';
  return (
    <div className={styles.card}>
      {/* An alert is read when it appears, which a status is not. */}
      <p role="alert" className="read-only-aloud">
        {words.told[incoming.state](who)}
      </p>
      <IncomingHead call={incoming} />
      {isWithheld(incoming) ? (
        <p className={styles.advice}>{words.withheld}</p>
      ) : (
        <PersonBriefView brief={withoutCall(brief, incoming.callId)} party={incoming.party} />
      )}
      {incoming.state === 'ringing' && (
        <p className={styles.answer}>
          <Smartphone aria-hidden="true" />
          {words.answer}
        </p>
      )}
      {(isTalking || incoming.endedAt !== undefined) && (
        <OutcomeField call={incoming} onTouch={touch} />
      )}
      <Actions card={card} who={who} onTouch={touch} />
    </div>
  );
}

function Actions(props: {
  readonly card: IncomingView;
  readonly who: string;
  readonly onTouch: () => void;
}) {
  const { card, who, onTouch } = props;
  const { id: cardId, call: incoming, brief } = card;
  const [isTexting, setIsTexting] = useState(false);
  const { failure, tell } = useTelling();
  const callParty = useCallParty();
  const { number } = incoming.party;
  const toCallBack = callBackTo(incoming);
  const isTalking = incoming.state === 'answered' || incoming.state === 'on-hold';
  const isOver = incoming.endedAt !== undefined;
  return (
    <>
      {isTexting && number !== undefined && (
        <TextBack number={number} who={who} onTouch={onTouch} onClose={() => setIsTexting(false)} />
      )}
      <TroubleLine failure={failure} />
      <div className={styles.deeds}>
        {toCallBack !== undefined && (
          <Button
            variant="primary"
            icon={<Phone />}
            aria-label={strings.phone.callingParty.back(who)}
            onClick={() => {
              onTouch();
              callParty({ number: toCallBack, who, cardId });
            }}
          >
            {strings.phone.calling.back}
          </Button>
        )}
        {number !== undefined && !isTalking && !isTexting && (
          <Button
            icon={<MessageSquareReply />}
            aria-label={words.textBack.actionFor(who)}
            onClick={() => {
              onTouch();
              setIsTexting(true);
            }}
          >
            {words.textBack.action}
          </Button>
        )}
        {brief.hasCrmPage && (
          <Button
            icon={<ExternalLink />}
            onClick={() => void tell(call('cards.open-crm', { cardId }))}
          >
            {words.crm}
          </Button>
        )}
        <Button
          variant="quiet"
          className={styles.last}
          onClick={() => void tell(call('cards.dismiss', { cardId }))}
        >
          {isOver ? words.done : strings.app.dismiss}
        </Button>
      </div>
    </>
  );
}
