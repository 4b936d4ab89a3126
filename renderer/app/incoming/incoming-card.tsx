import type { CardView } from '../../../shared/model/cards.ts';
import { en } from '../../../shared/strings/en.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { usePartyWords } from '../party.ts';
import styles from './incoming.module.css';
import { PersonBriefView } from './person-brief.tsx';

/** Somebody is calling: who it is, and what there is to know before the phone is picked up. */
export function IncomingCard(props: { readonly card: Extract<CardView, { kind: 'incoming' }> }) {
  const { call, brief } = props.card;
  const who = usePartyWords().title(call.party);
  return (
    <article className={styles.card} aria-label={en.incoming.card(who)}>
      <div className={styles.head}>
        <Avatar name={call.party.name} size="large" />
        <div className={styles.words}>
          <p className={styles.state}>{en.incoming.state[call.state]}</p>
          <h2 className="figures">{who}</h2>
        </div>
      </div>
      <PersonBriefView brief={brief} party={call.party} />
    </article>
  );
}
