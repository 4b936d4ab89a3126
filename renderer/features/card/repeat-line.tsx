import type { CardView } from '../../../shared/model/cards.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { call } from '../../app/bridge.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './card.module.css';
import { repeatWords } from './view-model.ts';

/** How often a card was asked for; of a page that fires links, the way to keep it quiet. */
export function RepeatLine(props: {
  readonly card: Extract<CardView, { readonly repeats: number }>;
}) {
  const told = repeatWords(props.card);
  if (told === undefined) return null;
  if (!told.isFlood) return <p className={styles.soft}>{told.words}</p>;
  return (
    <Banner
      tone="warning"
      role="status"
      title={told.words}
      actions={
        <Button onClick={() => void call('cards.silence-links', undefined)}>
          {strings.cards.silence}
        </Button>
      }
    >
      {strings.cards.floodAdvice}
    </Banner>
  );
}
