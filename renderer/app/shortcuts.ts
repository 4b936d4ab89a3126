import { useEffect } from 'react';
import { keysPressed, writes, type KeyPress, type ShortcutId } from '../../shared/shortcuts.ts';
import { openPart } from './actions/store.ts';
import { closeDetail, focusDialer, openCompose, openSearch, useUi } from './ui-store.ts';

/** The shortcuts of the window that the page itself runs; the others are the menu bar's or a part's. */
export const windowDeeds = {
  palette: () => openPart('palette'),
  shortcuts: () => openPart('shortcuts'),
  dialer: focusDialer,
  'new-text': () => openCompose(),
  search: openSearch,
  calls: () => useUi.setState({ screen: 'calls' }),
  messages: () => useUi.setState({ screen: 'messages' }),
  voicemail: () => useUi.setState({ screen: 'voicemail' }),
  contacts: () => useUi.setState({ screen: 'contacts' }),
  'follow-ups': () => useUi.setState({ screen: 'follow-ups' }),
  settings: () => useUi.setState({ screen: 'settings' }),
  'close-detail': closeDetail,
} as const satisfies Partial<Readonly<Record<ShortcutId, () => void>>>;

type WindowShortcut = keyof typeof windowDeeds;

const ids = Object.keys(windowDeeds) as readonly WindowShortcut[];

/** What a key does anywhere in the window; undefined when it is not ours. */
export function shortcutOf(event: KeyPress, isTyping: boolean): (() => void) | undefined {
  const id = ids.find((each) => {
    const keys = keysPressed(each, event);
    return keys !== undefined && !(isTyping && writes(keys));
  });
  return id && windowDeeds[id];
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
