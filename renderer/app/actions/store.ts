import { create } from 'zustand';
import type { WindowPart } from '../../../shared/contract/index.ts';

type Over = {
  readonly part: WindowPart | undefined;
  /** Where the keyboard was when it opened, and goes back to. */
  readonly returnTo: HTMLElement | undefined;
};

/** What stands over the screen: the commands, or the sheet of keys. */
export const useOver = create<Over>()(() => ({ part: undefined, returnTo: undefined }));

/**
 * Shows the commands or the sheet; one of them takes the place of the other. A question that has been
 * asked is answered first.
 */
export function openPart(part: WindowPart): void {
  const isOver = useOver.getState().part !== undefined;
  if (!isOver && document.querySelector('[role="dialog"],[role="alertdialog"]')) return;
  const { activeElement } = document;
  useOver.setState((over) => ({
    part,
    returnTo:
      over.part === undefined && activeElement instanceof HTMLElement
        ? activeElement
        : over.returnTo,
  }));
}

/** Puts it away; `returnFocus` gives the keyboard back. */
export function closePart(): void {
  useOver.setState({ part: undefined });
}

/** Gives the keyboard back to what had it, if that is still there. */
export function returnFocus(): void {
  const { returnTo } = useOver.getState();
  useOver.setState({ returnTo: undefined });
  if (returnTo?.isConnected === true) returnTo.focus({ preventScroll: true });
}
