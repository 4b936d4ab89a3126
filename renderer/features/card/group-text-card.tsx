import { formatInternational } from '../../../shared/phone/format.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { usePartyWords } from '../../app/party.ts';
import { openCompose } from '../../app/ui-store.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { cx } from '../../ui/class-names.ts';
import { Button } from '../../ui/button.tsx';
import { MessageSquare, X } from '../../ui/icons.ts';
import { CardFrame } from './card-frame.tsx';
import styles from './card.module.css';
import { RepeatLine } from './repeat-line.tsx';
import { dismissCard } from './use-card-keys.ts';
import type { GroupText } from './view-model.ts';

/** A text to several people, which the composer of the main window takes over; nothing is sent. */
export function GroupTextCard({ card }: { readonly card: GroupText }) {
  const words = usePartyWords();
  const write = (): void => {
    openCompose(card.to, { body: card.body });
    dismissCard(card.id);
  };
  return (
    <CardFrame card={card} from={strings.cards.from[card.source]}>
      <div className={styles.who}>
        <Avatar name={undefined} isGroup size="large" />
        <div className={styles.words}>
          <h1 className={styles.title}>{strings.cards.groupTitle(card.to.length)}</h1>
          <ul className={styles.recipients}>
            {card.to.map(({ number, party }) => (
              <li key={number}>
                {party.name && `${words.title(party)} `}
                <span className="figures">{formatInternational(number)}</span>
              </li>
            ))}
          </ul>
        </div>
      </div>
      {card.body !== undefined && (
        <blockquote className={styles.body} aria-label={strings.cards.body}>
          {card.body}
        </blockquote>
      )}
      <RepeatLine card={card} />
      <div className={styles.actions}>
        <Button
          data-first
          variant="primary"
          className={styles.first}
          icon={<MessageSquare />}
          aria-keyshortcuts="Enter"
          onClick={write}
        >
          {strings.cards.group}
          <kbd className={styles.key}>{strings.cards.enter}</kbd>
        </Button>
        <Button
          variant="quiet"
          className={cx(styles.other, styles.cancel)}
          icon={<X />}
          onClick={() => dismissCard(card.id)}
        >
          {strings.phone.cancel}
          <kbd className={styles.key}>{strings.cards.escape}</kbd>
        </Button>
      </div>
    </CardFrame>
  );
}
