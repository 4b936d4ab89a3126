/** Where in the app keys work; in the order of the sheet that lists them. */
export const shortcutPlaces = [
  'window',
  'palette',
  'list',
  'threads',
  'composer',
  'recipients',
  'dialer',
  'search',
  'settings',
  'notes',
  'call-list',
  'sound',
  'pictures',
  'card',
  'quick-text',
] as const;
export type ShortcutPlace = (typeof shortcutPlaces)[number];

type Shortcut = {
  readonly place: ShortcutPlace;
  /**
   * Any of these: what is held, then the key as `KeyboardEvent.key` names it. The first is the one
   * that is shown beside a command and in the menu bar.
   */
  readonly keys: readonly [string, ...string[]];
};

/**
 * Every key that Sidetone knows, by what it does. The menu bar, the window, the palette and the sheet
 * under `?` all read it here, so that they cannot disagree.
 */
export const shortcuts = {
  palette: { place: 'window', keys: ['CmdOrCtrl+K'] },
  shortcuts: { place: 'window', keys: ['?'] },
  dialer: { place: 'window', keys: ['CmdOrCtrl+L', '/'] },
  'new-text': { place: 'window', keys: ['CmdOrCtrl+N'] },
  search: { place: 'window', keys: ['CmdOrCtrl+F'] },
  calls: { place: 'window', keys: ['CmdOrCtrl+1'] },
  messages: { place: 'window', keys: ['CmdOrCtrl+2'] },
  voicemail: { place: 'window', keys: ['CmdOrCtrl+3'] },
  contacts: { place: 'window', keys: ['CmdOrCtrl+4'] },
  'follow-ups': { place: 'window', keys: ['CmdOrCtrl+5'] },
  settings: { place: 'window', keys: ['CmdOrCtrl+,', 'CmdOrCtrl+6'] },
  'undo-send': { place: 'window', keys: ['CmdOrCtrl+Shift+Z'] },
  'close-detail': { place: 'window', keys: ['Escape'] },
  'zoom-in': { place: 'window', keys: ['CmdOrCtrl+Plus'] },
  'zoom-out': { place: 'window', keys: ['CmdOrCtrl+-'] },
  'zoom-reset': { place: 'window', keys: ['CmdOrCtrl+0'] },
  'close-window': { place: 'window', keys: ['CmdOrCtrl+W'] },
  quit: { place: 'window', keys: ['CmdOrCtrl+Q'] },

  'palette-move': { place: 'palette', keys: ['ArrowUp', 'ArrowDown'] },
  'palette-page': { place: 'palette', keys: ['PageUp', 'PageDown'] },
  'palette-ends': { place: 'palette', keys: ['Home', 'End'] },
  'palette-run': { place: 'palette', keys: ['Enter'] },
  'palette-back': { place: 'palette', keys: ['Backspace'] },
  'palette-close': { place: 'palette', keys: ['Escape'] },

  'row-move': { place: 'list', keys: ['ArrowUp', 'ArrowDown'] },
  'row-page': { place: 'list', keys: ['PageUp', 'PageDown'] },
  'row-ends': { place: 'list', keys: ['Home', 'End'] },
  'row-open': { place: 'list', keys: ['Enter'] },
  'row-menu': { place: 'list', keys: ['ContextMenu', 'Shift+F10'] },

  'thread-done': { place: 'threads', keys: ['E'] },
  'thread-pin': { place: 'threads', keys: ['P'] },
  'thread-mute': { place: 'threads', keys: ['M'] },
  'thread-unread': { place: 'threads', keys: ['U'] },

  send: { place: 'composer', keys: ['Enter', 'CmdOrCtrl+Enter'] },
  'new-line': { place: 'composer', keys: ['Shift+Enter'] },
  templates: { place: 'composer', keys: ['/'] },
  spelling: { place: 'composer', keys: ['CmdOrCtrl+.'] },

  'add-recipient': { place: 'recipients', keys: ['Enter', ','] },
  'drop-recipient': { place: 'recipients', keys: ['Backspace'] },

  dial: { place: 'dialer', keys: ['Enter'] },
  'clear-dialer': { place: 'dialer', keys: ['Escape'] },

  'walk-results': { place: 'search', keys: ['ArrowUp', 'ArrowDown'] },
  'page-results': { place: 'search', keys: ['PageUp', 'PageDown'] },
  'open-result': { place: 'search', keys: ['Enter'] },
  'result-menu': { place: 'search', keys: ['ContextMenu', 'Shift+F10'] },
  'clear-search': { place: 'search', keys: ['Escape'] },

  'find-setting': { place: 'settings', keys: ['CmdOrCtrl+F'] },
  'clear-settings': { place: 'settings', keys: ['Escape'] },

  'save-note': { place: 'notes', keys: ['CmdOrCtrl+Enter'] },
  'leave-note': { place: 'notes', keys: ['Escape'] },

  'work-call': { place: 'call-list', keys: ['Enter'] },
  'work-skip': { place: 'call-list', keys: ['S'] },
  'work-next': { place: 'call-list', keys: ['N', 'ArrowRight'] },

  seek: { place: 'sound', keys: ['ArrowLeft', 'ArrowRight'] },
  leap: { place: 'sound', keys: ['PageUp', 'PageDown'] },

  'other-picture': { place: 'pictures', keys: ['ArrowLeft', 'ArrowRight'] },
  'close-picture': { place: 'pictures', keys: ['Escape'] },

  'card-yes': { place: 'card', keys: ['Enter'] },
  'card-other': { place: 'card', keys: ['ArrowUp', 'ArrowDown'] },
  'card-away': { place: 'card', keys: ['Escape'] },

  'quick-send': { place: 'quick-text', keys: ['Enter'] },
  'quick-close': { place: 'quick-text', keys: ['Escape'] },
} as const satisfies Readonly<Record<string, Shortcut>>;

export type ShortcutId = keyof typeof shortcuts;

export const shortcutIds = Object.keys(shortcuts) as readonly ShortcutId[];

/** What of a press of keys decides; a `KeyboardEvent` and its like. */
export type KeyPress = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};

/** Whether these are the keys of a shortcut. */
export function isPressed(id: ShortcutId, event: KeyPress): boolean {
  return keysPressed(id, event) !== undefined;
}

/** Which of its keys a press is; undefined when it is none of them. */
export function keysPressed(id: ShortcutId, event: KeyPress): string | undefined {
  const { keys }: Shortcut = shortcuts[id];
  return keys.find((each) => isThat(each, event));
}

/** Whether keys mean what they write while somebody types. */
export function writes(keys: string): boolean {
  return keys.length === 1;
}

/** A shortcut as Electron's menus are told it. */
export function acceleratorOf(id: ShortcutId): string {
  return shortcuts[id].keys[0];
}

/** Keys one by one: what is held, then the key. */
export function keysOf(keys: string): readonly string[] {
  return keys.split('+');
}

function isThat(keys: string, event: KeyPress): boolean {
  const held = keysOf(keys);
  const key = held.at(-1) ?? '';
  if ((event.ctrlKey || event.metaKey) !== held.includes('CmdOrCtrl')) return false;
  if (event.altKey !== held.includes('Alt')) return false;
  // Which signs need Shift is the keyboard's business.
  const isSign = key.length === 1 && !/[a-z\d]/i.test(key);
  if (!isSign && event.shiftKey !== held.includes('Shift')) return false;
  // With Caps Lock on, letters are told as capitals.
  return event.key.toUpperCase() === key.toUpperCase();
}
