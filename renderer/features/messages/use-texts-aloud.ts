import { useEffect, useRef } from 'react';
import { announce } from '../../app/announce/announce.ts';
import { usePartyWords } from '../../app/party.ts';
import { newsOfTexts, toldOf, type Told } from './news-of-texts.ts';
import type { Bubble } from './view-model.ts';

/**
 * Tells readers what happens in the thread that is open. Away from its end nothing is told: what is
 * read on there is not new, and what is new is counted at the end.
 */
export function useTextsAloud(bubbles: readonly Bubble[], isAtEnd: boolean): void {
  const party = usePartyWords();
  const before = useRef<Told>(undefined);
  useEffect(() => {
    if (before.current !== undefined && isAtEnd) {
      for (const words of newsOfTexts(before.current, bubbles, (from) => party.title(from))) {
        announce(words);
      }
    }
    before.current = isAtEnd ? toldOf(bubbles) : undefined;
    // The names are those of the moment.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [bubbles, isAtEnd]);
}
