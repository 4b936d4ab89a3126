import { useEffect, useRef } from 'react';
import type { CardView } from '../../../shared/model/cards.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MessageSquareReply, PhoneCall, X } from '../../ui/icons.ts';
import { useOffer } from '../actions/offers.ts';
import { announce } from '../announce/announce.ts';
import { call } from '../bridge.ts';
import { usePartyWords } from '../party.ts';
import { useCards } from '../queries.ts';
import { startText } from '../start-text.ts';
import { openCall } from '../ui-store.ts';
import styles from './incoming-bar.module.css';

const words = strings.incoming;

type IncomingView = Extract<CardView, { kind: 'incoming' }>;

/** Who is ringing right now, in the main window; the card says the rest. */
export function IncomingBar() {
  const ringing = (useCards().data?.cards ?? []).filter(
    (card): card is IncomingView => card.kind === 'incoming' && card.call.state === 'ringing',
  );
  useRingingAloud(ringing);
  if (ringing.length === 0) return null;
  return (
    <section className={styles.bar} aria-label={words.bar}>
      <ul>
        {ringing.map((card) => (
          <Ringing key={card.id} card={card} />
        ))}
      </ul>
    </section>
  );
}

/** Tells readers at once who has begun to ring; the window that has the keyboard says it. */
function useRingingAloud(ringing: readonly IncomingView[]): void {
  const party = usePartyWords();
  const told = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    for (const { call: incoming } of ringing) {
      const isNews = !told.current.has(incoming.callId) && document.hasFocus();
      if (isNews) announce(words.told.ringing(party.title(incoming.party)), 'assertive');
    }
    told.current = new Set(ringing.map((card) => card.call.callId));
  });
}

function Ringing({ card }: { readonly card: IncomingView }) {
  const { callId, party, queue } = card.call;
  const partyWords = usePartyWords();
  const who = partyWords.title(party);
  const { number } = party;
  const dismiss = (): void => void call('cards.dismiss', { cardId: card.id });
  useOffer(() => [
    ...(number === undefined
      ? []
      : [
          {
            id: `incoming.text:${callId}`,
            group: 'here',
            label: words.textBack.actionFor(who),
            run: () => void startText({ number, party }),
          } as const,
        ]),
    {
      id: `incoming.open:${callId}`,
      group: 'here',
      label: strings.actions.ofCall(words.state.ringing, who),
      run: () => openCall(callId),
    },
    {
      id: `incoming.dismiss:${callId}`,
      group: 'here',
      label: strings.actions.ofCall(strings.app.dismiss, who),
      run: dismiss,
    },
  ]);
  return (
    <li className={styles.line}>
      <PhoneCall aria-hidden="true" />
      <button type="button" className={styles.who} onClick={() => openCall(callId)}>
        <strong className="figures">{who}</strong>
        <span className={styles.soft}>
          {queue === undefined ? words.state.ringing : words.queue(queue)}
        </span>
      </button>
      {number !== undefined && (
        <Button
          icon={<MessageSquareReply />}
          aria-label={words.textBack.actionFor(who)}
          onClick={() => void startText({ number, party })}
        >
          {words.textBack.action}
        </Button>
      )}
      <IconButton label={strings.app.dismiss} icon={<X />} onClick={dismiss} />
    </li>
  );
}
