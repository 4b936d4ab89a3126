import { useEffect, useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import type { CardsView } from '../../../shared/model/cards.ts';
import type { CardId } from '../../../shared/model/ids.ts';
import { call } from '../../app/bridge.ts';
import { neighbour } from './view-model.ts';

/** An Enter that was pressed for another program and reaches a card that has just come up. */
const settleMs = 250;

const typing = 'input, textarea, select, [contenteditable]';

/** Puts a card away. */
export function dismissCard(cardId: CardId): void {
  void call('cards.dismiss', { cardId });
}

/**
 * The keyboard of the cards: Enter is the first button of the card in hand, Esc puts it away, arrows
 * go to the next. A key that is held down acts once, and one that was held before a card came never.
 */
export function useCardKeys(stack: RefObject<HTMLElement | null>, view: CardsView) {
  const top = view.cards[0]?.id;
  const shownAt = useRef(0);

  useLayoutEffect(() => {
    shownAt.current = performance.now();
    const { activeElement } = document;
    // Whoever writes a reason on another card goes on writing.
    if (stack.current?.contains(activeElement) && activeElement?.matches(typing)) return;
    if (top) focusCard(stack.current, top);
  }, [top, stack]);

  // A key pressed while nothing has the focus is meant for the card on top.
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.target !== document.body || top === undefined) return;
      if (event.key === 'Escape') dismissCard(top);
      else focusCard(stack.current, top);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [top, stack]);

  return {
    onKeyDownCapture(event: KeyboardEvent) {
      if (event.key !== 'Enter') return;
      // Whoever is writing means what is being written.
      const isTyping = (event.target as HTMLElement).matches(typing);
      const isEarly = !isTyping && performance.now() - shownAt.current < settleMs;
      if (!event.repeat && !isEarly) return;
      event.preventDefault();
      event.stopPropagation();
    },
    onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented) return;
      const target = event.target as HTMLElement;
      const inHand = target.closest<HTMLElement>('[data-card]')?.dataset['card'] as CardId;
      if (event.key === 'Escape') {
        event.preventDefault();
        const id = inHand ?? top;
        if (id) dismissCard(id);
      }
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined;
      if (step === undefined || target.closest(`${typing}, [role="menu"]`)) return;
      event.preventDefault();
      const next = neighbour(view, inHand, step);
      if (next !== inHand && next) focusCard(stack.current, next);
    },
  };
}

/** Puts the keyboard on what Enter is to do for a card. */
function focusCard(stack: HTMLElement | null, id: CardId): void {
  const card = stack?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`);
  (card?.querySelector<HTMLElement>('[data-first]') ?? card)?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: 'nearest' });
}
