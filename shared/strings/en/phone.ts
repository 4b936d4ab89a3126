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
  keyIn: (digits: string) => `then key in ${digits}`,
  shortCannotText: 'Short numbers cannot be texted from here',
  notCopied: 'The clipboard did not take it',
} as const;
