import type { PolicyFlaw } from '../../model/settings.ts';
import { plural } from '../plural.ts';

const policyFlaws: Readonly<Record<PolicyFlaw, string>> = {
  'not-a-file': 'They are not in a plain file.',
  'not-administrators': 'The file can be written by others than the administrator.',
  'too-large': 'The file is too large.',
  unreadable: 'The file cannot be read.',
  'not-json': 'The file is not JSON.',
  'other-version': 'The file is of another version.',
};

export const status = {
  label: 'Status',
  demo: 'Demo: nobody is really called',
  demoShort: 'Demo',
  signedInAs: (name: string) => name,
  on: (server: string) => `on ${server}`,
  onDemo: 'on the demo server',
  from: (number: string) => `from ${number}`,
  signedOut: 'Not signed in',
  expired: 'Sign-in has ended',
  online: 'Connected',
  connecting: 'Connecting',
  offline: {
    network: 'RingCentral unreachable',
    server: 'RingCentral not answering',
    maintenance: 'RingCentral maintenance',
  },
  polling: 'Checking for news every 20 s',
  openDiagnostics: 'Status: open Diagnostics',
  paused: (time: string) => `Slowed down by RingCentral until ${time}`,
  banner: {
    network: 'RingCentral cannot be reached',
    server: 'RingCentral is not answering',
    maintenance: 'RingCentral is being maintained',
    since: (time: string) => `Since ${time}.`,
    effect: 'Calls are off and texts wait here; history, contacts and search still work.',
    reconnect: 'Reconnect',
    expired: 'Your sign-in has ended',
    expiredEffect: 'Calls and texts are off until you sign in again; your archive is still here.',
    memoryOnly: 'Without a key ring on this computer, a sign-in ends when Sidetone closes.',
    signIn: 'Sign in again',
    clock: (length: string, isAhead: boolean) =>
      `This computer’s clock is ${length} ${isAhead ? 'ahead' : 'behind'}`,
    clockAdvice:
      'Set it to the right time in the system’s settings: signing in and the order of texts depend on it.',
  },
  cannotRead: {
    canReadTexts: 'Your texts cannot be read from RingCentral',
    canReadCalls: 'Your calls cannot be read from RingCentral',
    canReadContacts: 'Your address book cannot be read from RingCentral',
  },
  noticesLabel: 'Notices',
  notices: {
    'archive-damaged': {
      title: 'The archive was damaged and a new one was started',
      advice: (file: string, carriedOver: number) =>
        `${carriedOver === 0 ? 'No waiting texts were found in it.' : `${plural(carriedOver, 'waiting text', 'waiting texts')} carried over.`} The old file is kept as ${file}.`,
    },
    'archive-foreign': {
      title: 'The archive file belonged to another program and a new one was started',
      advice: (file: string) => `The old file is kept as ${file}.`,
    },
    'settings-damaged': {
      title: 'Your settings could not be read and are back to their defaults',
      advice: (file: string) => `The old file is kept as ${file}.`,
    },
    'policy-ignored': {
      title: 'Your administrator’s settings are not in force',
      advice: (file: string, because: PolicyFlaw) =>
        `${policyFlaws[because]} Nothing in ${file} is used until that is fixed and Sidetone starts again.`,
    },
    'policy-partly': {
      title: 'Some of your administrator’s settings are not in force',
      advice: (file: string, fields: string) =>
        `These make no sense and are left out: ${fields}. The rest of ${file} is in force.`,
    },
    'backup-failed': {
      title: 'The archive could not be backed up',
      advice: () =>
        'Sidetone tries again every hour. Settings, under Backups, says why and where to change the folder.',
    },
    'archive-restored': {
      title: 'The archive was restored from a backup',
      advice: (file: string, carriedOver: number) =>
        `${carriedOver === 0 ? '' : `${plural(carriedOver, 'waiting text', 'waiting texts')} carried over. `}What came in since is being fetched. The archive from before is kept as ${file}.`,
    },
    'caller-id-gone': {
      title: 'A number you had chosen to show is no longer yours',
      advice: (number: string) =>
        `Calls that were to show ${number} show your default number until you choose another.`,
    },
  },
  noticeFileUnknown: 'a separate file',
} as const;
