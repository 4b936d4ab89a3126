import type { ReactNode } from 'react';
import type { CardView } from '../../../shared/model/cards.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { usePartyWords } from '../../app/party.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { X } from '../../ui/icons.ts';
import styles from './card.module.css';
import { dismissCard } from './use-card-keys.ts';
import { nameOf } from './view-model.ts';

/** What every card has: where it came from, a handle to move the window by, and a way to be gone. */
export function CardFrame(props: {
  readonly card: CardView;
  readonly from: string;
  readonly children: ReactNode;
}) {
  const { card } = props;
  const name = nameOf(card, usePartyWords());
  return (
    <article className={styles.card} data-card={card.id} aria-label={name} tabIndex={-1}>
      <header className={styles.head}>
        <span className={styles.from}>{props.from}</span>
        <IconButton
          label={strings.cards.close(name)}
          hint={false}
          className={styles.close}
          icon={<X />}
          onClick={() => dismissCard(card.id)}
        />
      </header>
      {props.children}
    </article>
  );
}
