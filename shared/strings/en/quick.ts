/** The small window for a text. */
export const quick = {
  title: 'Quick text',
  replyTo: (who: string) => `Reply to ${who}`,
  close: 'Close, and keep what is written',
  openInSidetone: 'Open in Sidetone',
  last: 'The last texts',
  you: 'You',
  file: 'A file',
  threadFailed: 'This conversation could not be read',
  held: (seconds: number) => `Goes out in ${seconds} s`,
  sent: 'Sent',
  waiting: 'On its way: it goes out as soon as it can',
  scheduled: 'It goes out at its time',
  notSent: 'It was not sent',
  undo: 'Undo',
  shortcut: {
    title: 'Quick text',
    advice:
      'These keys open a small window for a text from any program, as a click on Sidetone’s icon in the tray does.',
    choose: 'Choose keys for texts…',
    change: 'Change keys for texts…',
    clear: 'Turn off keys for texts',
    unsupported:
      'This desktop (Wayland) keeps global shortcuts for itself. The icon in the tray opens the window, too.',
  },
} as const;
