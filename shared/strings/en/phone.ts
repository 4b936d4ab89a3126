/** The one menu of a number, wherever it stands. */
export const phone = {
  menu: (number: string) => `What to do with ${number}`,
  call: 'Call via RingCentral',
  text: 'Text via RingCentral',
  device: 'Call with this device',
  copy: 'Copy',
  add: 'Add to contacts',
  open: 'Open contact',
  cancel: 'Cancel',
  /** Calling someone for the first time from here, once more, or back. */
  calling: { first: 'Call', again: 'Call again', back: 'Call back' },
  callingParty: {
    first: (who: string) => `Call ${who}`,
    again: (who: string) => `Call again: ${who}`,
    back: (who: string) => `Call back ${who}`,
  },
  keyIn: (digits: string) => `then key in ${digits}`,
  shortCannotText: 'Short numbers cannot be texted from here',
  notCopied: 'The number could not be copied',
} as const;
