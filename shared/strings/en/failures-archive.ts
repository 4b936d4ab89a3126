import type { FailureMessage } from '../../failure.ts';
import { says, type Sentence } from '../sentence.ts';

type Area =
  'note' | 'follow-up' | 'contact' | 'contact-import' | 'media' | 'backup' | 'export' | 'erasure';
type Keys = Extract<FailureMessage, `${Area}.${string}`>;

export const archiveFailures: Readonly<Record<Keys, Sentence>> = {
  'note.empty': says('The note is empty', 'Write something, or choose an outcome.'),
  'note.gone': says('This note is no longer there', 'It has been removed in the meantime.'),
  'follow-up.past': says('That time has passed', 'Choose a time that is still to come.'),
  'follow-up.gone': says(
    'This follow-up is no longer there',
    'It has been removed in the meantime.',
  ),

  'contact.empty': says(
    'Nothing is entered yet',
    'Enter a name, a company, an email address or a number.',
  ),
  'contact.number-invalid': ({ text }) => ({
    title: text('number')
      ? `${text('number')} is not a phone number`
      : 'That is not a phone number',
    advice: 'Enter it with its area code, or with + and the country code.',
  }),
  'contact.label-twice': says(
    'Two numbers have the same label',
    'RingCentral keeps one number for each label; choose another for one of them.',
  ),
  'contact.not-editable': says(
    'This contact comes from the company directory',
    'Your administrator changes it. You can add a contact of your own for the same person.',
  ),
  'contact.gone': says('This contact is no longer there', 'It has been removed in the meantime.'),
  'contact.account-full': says(
    'RingCentral’s address book is full',
    'Keep the contact on this computer, or remove others first.',
  ),

  'contact-import.unreadable': says(
    'The file could not be read',
    'Check that it is still there and can be opened, then choose it again.',
  ),
  'contact-import.not-text': says(
    'This is not a CSV or vCard file',
    'Export the contacts as CSV or as vCard (.vcf), then choose that file.',
  ),
  'contact-import.malformed': ({ text }) => ({
    title: `Line ${text('line') ?? '1'} cannot be read`,
    advice: `${malformedWords(text('detail'))} Nothing was imported. Fix the file, then choose it again.`,
  }),
  'contact-import.too-large': says(
    'The file is too large',
    'Up to 20 MB and 50,000 contacts can be imported at once; split the file.',
  ),
  'contact-import.nothing-found': says(
    'There are no contacts in this file',
    'Check that it is the right one.',
  ),
  'contact-import.no-columns': says(
    'No column of this file is a name or a number',
    'The first line must name the columns, such as First name, Last name, Company, Mobile.',
  ),
  'contact-import.entry-empty': says(
    'No name and no number',
    'There is nothing to store of this entry.',
  ),
  'contact-import.number-invalid': says('Not a phone number', 'It is left out.'),
  'contact-import.gone': says('This import is no longer there', 'Choose the file again.'),

  'media.gone': says(
    'RingCentral no longer has this recording',
    'It was deleted there, and no copy is kept on this computer.',
  ),
  'media.expired': says(
    'This recording has expired',
    'RingCentral keeps recordings for a limited time; no copy is kept on this computer.',
  ),
  'media.not-ready': says('The recording is not ready yet', 'Try again in a minute.'),
  'media.offline': says(
    'This recording is not on this computer yet',
    'It can be played when RingCentral can be reached again.',
  ),
  'media.unreadable': says(
    'This recording cannot be played',
    'Save it, and open it with another program.',
  ),
  'media.not-saved': says('The file could not be saved', 'Choose another folder, then try again.'),

  'backup.folder-unusable': says(
    'The backup folder cannot be written to',
    'Connect the drive, or choose another folder.',
  ),
  'backup.not-written': says('The backup could not be written', 'Check the disk, then try again.'),
  'backup.no-room': says(
    'There is not enough space for the backup',
    'Free some space, or choose another folder.',
  ),
  'backup.damaged': says(
    'The backup is damaged',
    'It cannot be restored; choose another one. Nothing was changed.',
  ),
  'backup.gone': says('This backup is no longer there', 'Choose another one.'),
  'backup.newer': says(
    'This backup was made by a newer Sidetone',
    'Update Sidetone to use it; nothing was changed.',
  ),
  'backup.foreign': says(
    'This file is not from Sidetone',
    'Choose a file that “Move to another computer” or a backup has written.',
  ),
  'backup.other-account': says(
    'This archive belongs to another account',
    'Sign in with that account first; nothing was changed.',
  ),
  'backup.not-restored': says(
    'The backup could not be restored',
    'Your archive is as it was. Check the disk, then try again.',
  ),
  'backup.already-running': says('A backup is being made', 'Wait until it is done.'),

  'export.not-written': says(
    'The file could not be written',
    'Choose another folder, then try again.',
  ),
  'export.no-room': says('The disk is full', 'Free some space, then export again.'),
  'export.already-running': says('An export is running', 'Wait for it, or cancel it first.'),

  'erasure.failed': says(
    'Not everything could be erased',
    'Try again. What is left is still shown.',
  ),
};

/** What is wrong with a line of a file, as `contacts/import` names it. */
const malformedDetails: Readonly<Record<string, string>> = {
  'quote-not-closed': 'A quotation mark is opened there and never closed.',
  'quote-inside': 'There is text right after a closing quotation mark.',
  'too-many-fields': 'It has more fields than there are columns.',
  'no-begin': 'It stands outside of BEGIN:VCARD and END:VCARD.',
  'no-end': 'The card that begins there has no END:VCARD.',
  'no-property': 'It is no property of a card: a colon is missing.',
  version: 'The card is of a vCard version that is not known.',
  encoding: 'Its character set is not known.',
};

function malformedWords(detail = ''): string {
  return malformedDetails[detail] ?? 'It is not what such a file has there.';
}
