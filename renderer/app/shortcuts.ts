import { useEffect } from 'react';
import { closeDetail, focusDialer, openCompose, openSearch, screens, useUi } from './ui-store.ts';

/** What a key does anywhere in the window; undefined when it is not ours. */
export function shortcutOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  isTyping: boolean,
): (() => void) | undefined {
  if (event.altKey) return undefined;
  if (event.ctrlKey || event.metaKey) {
    if (event.shiftKey) return undefined;
    // With Caps Lock on, keys are told as capitals.
    const key = event.key.toLowerCase();
    const screen = screens[Number(key) - 1];
    if (screen !== undefined) return () => useUi.setState({ screen });
    if (key === 'n') return () => openCompose();
    if (key === 'l') return focusDialer;
    if (key === 'f') return openSearch;
    return undefined;
  }
  if (event.key === '/' && !isTyping) return focusDialer;
  if (event.key === 'Escape') return closeDetail;
  return undefined;
}

/** Listens for the window's shortcuts; a part that has used a key itself has prevented it. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const run = shortcutOf(event, isTextField(event.target));
      if (run === undefined || document.querySelector('[role="dialog"],[role="alertdialog"]')) {
        return;
      }
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
