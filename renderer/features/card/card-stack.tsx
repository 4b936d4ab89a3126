import { useRef } from 'react';
import { assertNever } from '../../../shared/failure.ts';
import type { CardsView, CardView } from '../../../shared/model/cards.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { IncomingCard } from '../../app/incoming/incoming-card.tsx';
import { cardTitle } from '../../app/incoming/view-model.ts';
import { LiveCall } from '../../app/live-call/live-call.tsx';
import { CardFrame } from './card-frame.tsx';
import styles from './card.module.css';
import { GroupTextCard } from './group-text-card.tsx';
import { ProposalCard } from './proposal-card.tsx';
import { SilenceLine } from './silence-line.tsx';
import { UnreadableCard } from './unreadable-card.tsx';
import { useCardKeys } from './use-card-keys.ts';

/** What the small window shows: the newest card in full, those under it in short. */
export function CardStack({ view }: { readonly view: CardsView }) {
  const stack = useRef<HTMLElement>(null);
  const keys = useCardKeys(stack, view);
  return (
    <main ref={stack} className={styles.stack} {...keys}>
      {view.cards.map((card, index) => (
        <Card key={card.id} card={card} isShort={index > 0} />
      ))}
      {view.hiddenCount > 0 && (
        <p className={styles.note}>{strings.cards.hidden(view.hiddenCount)}</p>
      )}
      {view.silence && <SilenceLine silence={view.silence} />}
    </main>
  );
}

function Card({ card, isShort }: { readonly card: CardView; readonly isShort: boolean }) {
  switch (card.kind) {
    case 'proposal':
      return <ProposalCard card={card} isShort={isShort} />;
    case 'group-text':
      return <GroupTextCard card={card} />;
    case 'unreadable':
      return <UnreadableCard card={card} />;
    case 'incoming':
      return (
        <CardFrame card={card} from={cardTitle(card.call)}>
          <IncomingCard card={card} />
        </CardFrame>
      );
    case 'placed':
      return (
        <CardFrame card={card} from={strings.cards.placed}>
          <div className={styles.placed}>
            <LiveCall call={card.call} />
          </div>
        </CardFrame>
      );
    default:
      return assertNever(card);
  }
}
