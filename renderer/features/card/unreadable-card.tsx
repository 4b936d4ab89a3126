import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { CircleHelp, X } from '../../ui/icons.ts';
import { CardFrame } from './card-frame.tsx';
import styles from './card.module.css';
import { RepeatLine } from './repeat-line.tsx';
import { dismissCard } from './use-card-keys.ts';
import type { Unreadable } from './view-model.ts';

/** A link or text without a number: what came, why it is none, and what to do. */
export function UnreadableCard({ card }: { readonly card: Unreadable }) {
  const { title, advice } = strings.failures(card.failure);
  return (
    <CardFrame card={card} from={strings.cards.from[card.source]}>
      <div className={styles.who}>
        <span className={styles.question}>
          <CircleHelp aria-hidden="true" />
        </span>
        <div className={styles.words}>
          <h1 className={styles.title}>{title}</h1>
          <p className={styles.soft}>{advice}</p>
        </div>
      </div>
      {card.typed !== '' && <p className={styles.typed}>{card.typed}</p>}
      <RepeatLine card={card} />
      <div className={styles.actions}>
        <Button
          data-first
          className={styles.first}
          icon={<X />}
          onClick={() => dismissCard(card.id)}
        >
          {strings.cards.dismiss}
          <kbd className={styles.key}>{strings.cards.escape}</kbd>
        </Button>
      </div>
    </CardFrame>
  );
}
