import { createContext, use, useEffect, useRef, type ReactNode } from 'react';
import { settingsCard, type SettingsPlace } from '../../app/settings-index.ts';
import { takeSettingsPlace, useUi } from '../../app/ui-store.ts';
import { ResetCard } from './reset-card.tsx';
import styles from './settings.module.css';

/** The cards that the search has found; undefined while nothing is searched for. */
export const FoundCards = createContext<ReadonlySet<SettingsPlace> | undefined>(undefined);

/** A card of the settings: its name, what it does in a sentence, and its choices. */
export function Card(props: {
  readonly place: SettingsPlace;
  /** Instead of the sentence of the index, where it depends on the computer or the account. */
  readonly sentence?: string;
  readonly isBusy?: boolean;
  readonly children?: ReactNode;
}) {
  const { place } = props;
  const id = `setting-${place}`;
  const found = use(FoundCards);
  const heading = useArrival(place);
  const card = settingsCard(place);
  return (
    // Hidden and not taken away: what is half written in a card outlives a search.
    <section
      className={styles.card}
      aria-labelledby={id}
      aria-busy={props.isBusy}
      hidden={found !== undefined && !found.has(place)}
    >
      <div className={styles.name}>
        <div className={styles.line}>
          <h2 id={id} ref={heading} tabIndex={-1}>
            {card.title}
          </h2>
          <ResetCard card={card} onDone={() => heading.current?.focus()} />
        </div>
        <p className={styles.advice}>{props.sentence ?? card.sentence}</p>
      </div>
      {props.children}
    </section>
  );
}

/** Brings a card that another screen leads to into sight, with the keyboard at its name. */
function useArrival(place: SettingsPlace) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isWanted = useUi((ui) => ui.settingsPlace === place);
  useEffect(() => {
    if (!isWanted) return;
    takeSettingsPlace();
    heading.current?.scrollIntoView({ block: 'start' });
    heading.current?.focus({ preventScroll: true });
  }, [isWanted]);
  return heading;
}
