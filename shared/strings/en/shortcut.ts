export const shortcut = {
  title: 'Call from any program',
  advice: {
    selection:
      'Select a number anywhere, or copy it, and press these keys. Sidetone shows it on a card and waits for your yes.',
    clipboard:
      'Copy a number anywhere and press these keys. Sidetone shows it on a card and waits for your yes.',
  },
  keys: 'Keys',
  none: 'None yet',
  choose: 'Choose keys…',
  change: 'Change…',
  recording: 'Press the keys…',
  recordingAdvice:
    'Hold Ctrl, Alt or Shift and press a letter, a digit or F1 to F24. Esc leaves it.',
  recordingAdviceMac: 'Hold ⌘, ⌃, ⌥ or ⇧ and press a letter, a digit or F1 to F24. Esc leaves it.',
  notThese: (keys: string) => `${keys} cannot be used: other programs need them.`,
  clear: 'Switch off',
  saving: 'Asking the system for these keys…',
  standings: {
    off: 'Off. Nothing is read until you choose keys and press them.',
    on: 'On. These keys work in every program.',
    taken: 'Another program has these keys, so they do nothing here. Choose others.',
    unsupported:
      'This desktop (Wayland) lets no program have keys of its own. Make a shortcut in the desktop’s keyboard settings that runs the command below: it proposes the number you have copied.',
  },
  command: 'Command for the desktop’s shortcut',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'Select it and copy it by hand',
  unreadable: 'The keys cannot be shown',
  /** What stands on the keys; those of a Mac have signs. */
  names: {
    CommandOrControl: 'Ctrl',
    Control: 'Ctrl',
    Command: 'Cmd',
    Super: 'Super',
    Alt: 'Alt',
    Shift: 'Shift',
    PageUp: 'Page Up',
    PageDown: 'Page Down',
    Up: '↑',
    Down: '↓',
    Left: '←',
    Right: '→',
  },
  macNames: {
    CommandOrControl: '⌘',
    Control: '⌃',
    Command: '⌘',
    Super: '⌘',
    Alt: '⌥',
    Shift: '⇧',
  },
  windowsKey: 'Win',
} as const;
