import { useEffect, useRef, type RefObject } from 'react';

const reachable = 'button, input, textarea, select, a[href], [tabindex]';

/**
 * Keeps the keyboard in a part of the window when what had it goes: it moves to what has come into
 * its place, or else to the last thing there is. Parts within parts look after their own.
 */
export function useKeptFocus<T extends HTMLElement>(): RefObject<T | null> {
  const ref = useRef<T>(null);
  useEffect(() => {
    const part = ref.current;
    if (part === null) return undefined;
    part.dataset['keepsFocus'] = '';
    let last: { element: Element; keeper: Element | null; place: number } | undefined;

    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement) || !part.contains(target)) last = undefined;
      else {
        const keeper = target.closest('[data-keeps-focus]');
        last = { element: target, keeper, place: reachableIn(part).indexOf(target) };
      }
    };
    // Whoever has pressed elsewhere has left.
    const onPress = ({ target }: PointerEvent): void => {
      if (!(target instanceof Node) || !part.contains(target)) last = undefined;
    };
    const observer = new MutationObserver(() => {
      if (last === undefined || last.element.isConnected) return;
      if (last.keeper !== part && last.keeper?.isConnected === true) return;
      const { place } = last;
      last = undefined;
      if (document.activeElement !== document.body) return;
      const choice = reachableIn(part);
      (choice[place] ?? choice.at(-1))?.focus({ preventScroll: true });
    });
    observer.observe(part, { childList: true, subtree: true });
    document.addEventListener('focusin', onFocus);
    document.addEventListener('pointerdown', onPress);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('pointerdown', onPress);
    };
  }, []);
  return ref;
}

function reachableIn(part: HTMLElement): readonly HTMLElement[] {
  return [...part.querySelectorAll<HTMLElement>(reachable)].filter(
    (element) =>
      element.tabIndex >= 0 &&
      !element.matches(':disabled, [inert] *') &&
      element.checkVisibility(),
  );
}
