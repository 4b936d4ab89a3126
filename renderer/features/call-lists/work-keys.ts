import { useEffect, useRef, type RefObject } from 'react';
import { workKeyOf } from './view-model.ts';

/** Whoever has just come into sight is not called by an Enter that was meant for someone before. */
const settleMs = 400;

/** Listens for the keys of whoever is in hand, while the keyboard is in that part or nowhere. */
export function useWorkKeys(
  part: RefObject<HTMLElement | null>,
  work: { readonly call: () => void; readonly skip: () => void; readonly next: () => void },
): void {
  const latest = useRef(work);
  const since = useRef(0);
  useEffect(() => {
    latest.current = work;
  });
  useEffect(() => {
    since.current = performance.now();
  }, []);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const { target } = event;
      const isHere =
        target === document.body || (target instanceof Node && part.current?.contains(target));
      if (event.defaultPrevented || event.isComposing || !isHere) return;
      if (document.querySelector('[role="dialog"],[role="alertdialog"],[role="menu"]')) return;
      const key = workKeyOf(event);
      if (key === undefined) return;
      event.preventDefault();
      if (key === 'call' && performance.now() - since.current < settleMs) return;
      latest.current[key]();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [part]);
}
