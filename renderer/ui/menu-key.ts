import type { KeyboardEvent, MouseEvent } from 'react';

/** Where a menu without a button of its own opens: at an element, where the pointer is, or at a box. */
export type MenuAnchor = Element | { readonly x: number; readonly y: number } | DOMRectReadOnly;

/** Where a menu opens, and where the keyboard goes when it closes. */
export type MenuOpening = {
  readonly anchor: MenuAnchor;
  readonly returnTo: HTMLElement | null;
  /** Opened by a key: the first line is at hand at once. */
  readonly isByKeys: boolean;
};

/** Whether a key asks for the menu of what it is pressed on: Menu, or Shift+F10. */
export function asksForMenu(event: Pick<KeyboardEvent, 'key' | 'shiftKey'>): boolean {
  return event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
}

/** Where the menu that a press of the right button asks for opens. */
export function openingAtPointer(event: MouseEvent, returnTo: HTMLElement | null): MenuOpening {
  return { anchor: { x: event.clientX, y: event.clientY }, returnTo, isByKeys: false };
}

/** What a row puts on itself to have a menu: the right button anywhere on it, a key on its button. */
export function menuEvents(onMenu: ((at: MenuOpening) => void) | undefined) {
  return {
    onContextMenu: (event: MouseEvent<HTMLElement>): void => {
      if (onMenu === undefined || event.defaultPrevented) return;
      event.preventDefault();
      onMenu(openingAtPointer(event, event.currentTarget.querySelector<HTMLElement>('[data-row]')));
    },
    /** Answers whether the key was for the menu. */
    onMenuKey: (event: KeyboardEvent<HTMLElement>): boolean => {
      if (onMenu === undefined || !asksForMenu(event)) return false;
      event.preventDefault();
      onMenu({ anchor: event.currentTarget, returnTo: event.currentTarget, isByKeys: true });
      return true;
    },
  };
}
