import { useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * Keeps the keyboard with a question while it is asked: on none of its buttons, so that no Enter,
 * however often pressed, answers it unread. Afterwards it is back on what Enter did before.
 */
export function useQuestionFocus(question: string | undefined): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (question !== undefined) place.current?.focus();
    else if (before.current !== undefined) {
      place.current?.querySelector<HTMLElement>('[data-first]')?.focus();
    }
    before.current = question;
  }, [question]);
  return place;
}
