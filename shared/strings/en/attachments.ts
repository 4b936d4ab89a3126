import type { AttachmentKind } from '../../attachments.ts';
import type { FailureMessage } from '../../failure.ts';
import { createAttachmentSummary } from '../attachment-summary.ts';
import { plural } from '../plural.ts';

const one: Readonly<Record<AttachmentKind, string>> = {
  picture: 'Picture',
  video: 'Video',
  audio: 'Voice message',
  contact: 'Contact',
  file: 'File',
};

const summary = createAttachmentSummary({
  one,
  several: {
    picture: ['picture', 'pictures'],
    video: ['video', 'videos'],
    audio: ['voice message', 'voice messages'],
    contact: ['contact', 'contacts'],
    file: ['file', 'files'],
  },
  mixed: ['attachment', 'attachments'],
  named: (name) => `File: ${name}`,
});

export const attachments = {
  summary,
  unnamed: 'File without a name',
  /** What something is, for readers: “Picture from Ada Brook, 2:02 PM”. */
  among: (label: string, place: number, of: number) => `${label}, ${place} of ${of}`,
  from: (kind: AttachmentKind, who: string | undefined, time: string) =>
    `${one[kind]} from ${who ?? 'you'}, ${time}`,
  view: (what: string) => `View: ${what}`,
  play: (what: string) => `Play: ${what}`,
  loading: 'Loading…',
  save: 'Save…',
  saveWhat: (what: string) => `Save ${what}`,
  saving: 'Saving…',
  saved: 'Saved',
  tryAgain: 'Try again',
  notShown: 'This is not the kind of file that its name says. You can save it.',
  notPlayed: 'This kind of file cannot be shown here. You can save it.',
  tooLarge: (size: string) => `Too large to show here (${size}).`,
  active:
    'Opening this file would run something on your computer. Save it only if you expected it from them.',
  unknownType: 'File',
  troubles: {
    'media.gone': 'RingCentral no longer has this file, and no copy is kept on this computer.',
    'media.expired': 'This file has expired at RingCentral, and no copy is kept on this computer.',
    'media.not-ready': 'This file is not ready yet. Try again in a minute.',
    'media.offline':
      'This file is not on this computer yet. Try again when RingCentral can be reached.',
    'media.unreadable':
      'This file cannot be shown here. Save it, and open it with another program.',
    'media.not-saved': 'The file could not be saved. Choose another folder.',
  } satisfies Partial<Record<FailureMessage, string>>,
  viewer: {
    title: 'Pictures',
    previous: 'Previous picture',
    next: 'Next picture',
    count: (at: number, of: number) => `${at} of ${of}`,
    fit: 'Fit to the window',
    actual: 'Actual size',
    close: 'Close',
  },
  contact: {
    reading: 'Reading the contact…',
    unnamed: 'Contact without a name',
    add: 'Add to contacts',
    more: (count: number) => `and ${plural(count, 'more contact', 'more contacts')} in this file`,
    noNumbers: 'No numbers in it.',
  },
} as const;

export const pageLinks = {
  title: 'Open this page in your browser?',
  leadsTo: 'The link leads to:',
  whole: 'Whole address',
  open: 'Open in browser',
  cancel: 'Cancel',
  copying: {
    copy: 'Copy',
    copied: 'Copied',
    notCopied: 'It could not be copied. Select the address and copy it yourself.',
  },
  failed: 'Your browser did not take that address. Copy it, and open it yourself if you trust it.',
  lookAlike:
    'It uses letters of another alphabet, which can look like others. Above it is spelled in plain letters.',
  userPart: 'What stands before the @ is not where it leads, and is left out.',
  ipHost: 'It leads to a computer by its number, not by a name.',
  plainHttp: 'It is not encrypted: others on the way can read what you enter there.',
} as const;
