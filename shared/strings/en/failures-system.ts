import type { FailureMessage } from '../../failure.ts';
import { permissionName } from '../permissions.ts';
import { says, type Sentence } from '../sentence.ts';

type Area =
  | 'number'
  | 'call'
  | 'text'
  | 'scheduled'
  | 'file'
  | 'session'
  | 'import'
  | 'note'
  | 'follow-up'
  | 'contact'
  | 'contact-import'
  | 'media'
  | 'backup'
  | 'export'
  | 'erasure'
  | 'link'
  | 'links'
  | 'shortcut'
  | 'crm'
  | 'card'
  | 'do-not-call'
  | 'call-list'
  | 'page'
  | 'template'
  | 'separate'
  | 'api'
  | 'webhook';
type Keys = Exclude<FailureMessage, `${Area}.${string}`>;

const broken = ({ incidentId }: { readonly incidentId: string | undefined }) => ({
  title: 'Something went wrong in Sidetone',
  advice: incidentId
    ? `Try again. If it keeps happening, report incident ${incidentId}.`
    : 'Try again. If it keeps happening, close and reopen Sidetone.',
});

export const systemFailures: Readonly<Record<Keys, Sentence>> = {
  'network.offline': says(
    'RingCentral cannot be reached',
    'Check your network connection, then try again.',
  ),
  'network.timeout': says('RingCentral did not answer in time', 'Try again in a moment.'),
  'network.not-ringcentral': says(
    'What answered was not RingCentral',
    'Check the server address, and whether a Wi-Fi sign-in page is in the way.',
  ),
  'network.certificate': says(
    'The connection could not be trusted',
    'The server’s certificate is not accepted. Check this computer’s clock, and whether a proxy is in between.',
  ),
  'push.refused': says(
    'RingCentral does not send live updates',
    'Sidetone checks for news more often instead.',
  ),
  'server.unavailable': says('RingCentral is not answering', 'Try again in a moment.'),
  'server.maintenance': says('RingCentral is being maintained', 'Try again in a while.'),
  'server.error': says('RingCentral had a problem', 'Try again in a moment.'),
  'server.refused': ({ code, text }) => ({
    title: 'RingCentral refused this',
    advice: text('serverMessage')
      ? `It says “${text('serverMessage')}” (${code}). Ask your RingCentral administrator.`
      : `Its reason is ${code}. Ask your RingCentral administrator.`,
  }),
  'rate.limited': ({ time }) => {
    const resumes = time('resumesAt');
    return {
      title: 'RingCentral asked for a pause',
      advice: resumes ? `Sidetone goes on at ${resumes}.` : 'Sidetone goes on in a minute.',
    };
  },
  'permission.app-missing': ({ text }) => ({
    title: 'Your RingCentral app lacks a permission',
    advice: text('permission')
      ? `Add “${permissionName(text('permission'))}” to it in the RingCentral developer console, then sign in again.`
      : 'Diagnostics shows which. Add it in the RingCentral developer console.',
  }),
  'permission.user-missing': ({ text }) => ({
    title: 'You lack a permission in RingCentral',
    advice: text('permission')
      ? `Ask your RingCentral administrator for “${permissionName(text('permission'))}”.`
      : 'Diagnostics shows which. Ask your RingCentral administrator for it.',
  }),
  'not-found': says('That is no longer here', 'It may have been removed.'),

  'archive.locked': says('Another program is using the archive', 'Close it, then try again.'),
  'archive.full': says('The disk is full', 'Free some space, then try again.'),
  'archive.failed': says(
    'The archive could not be read or written',
    'Check the disk, then try again.',
  ),
  'archive.newer': says(
    'This archive was written by a newer Sidetone',
    'Update Sidetone to open it; nothing was changed.',
  ),
  'archive.not-updated': says(
    'The archive could not be updated to this version',
    'It is as it was before the update. Install the version you had before, or a newer one.',
  ),
  'update.not-here': says(
    'This copy of Sidetone does not update itself',
    'It did not come from its installer. Update it the way you got it.',
  ),
  'update.not-reached': says(
    'Sidetone could not check for a newer version',
    'Check your internet connection, then try again.',
  ),
  'update.none-ready': says('No update is ready', 'Check for one first.'),
  'update.busy-call': says('A call is going on', 'Update Sidetone when it has ended.'),
  'update.busy-texts': says('Texts are going out', 'Update Sidetone when they have gone.'),
  'settings.not-saved': says('Your choice could not be saved', 'Check the disk, then try again.'),
  'settings.locked': says(
    'Your administrator has set this',
    'It cannot be changed here. Ask whoever looks after this computer.',
  ),
  'settings.file-not-written': says(
    'The settings could not be written there',
    'Choose another folder, or free some space on the disk.',
  ),
  'settings.file-unreadable': says(
    'That is not a file with settings',
    'Choose a file that Sidetone has exported.',
  ),
  'settings.file-gone': says(
    'That file is no longer open',
    'Choose it again; nothing has been changed.',
  ),

  'bridge.unknown-call': broken,
  'bridge.invalid-input': says(
    'That could not be used as it is',
    'It may be too long. Shorten it and try again.',
  ),
  'bridge.too-large': says('That is too much at once', 'Shorten it and try again.'),
  'bridge.foreign-sender': broken,
  unsupported: says('This is not possible here', 'Sidetone cannot do it with this account.'),
  internal: broken,
};
