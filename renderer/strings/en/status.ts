export const status = {
  label: 'Status',
  demo: 'Demo: nobody is really called',
  signedInAs: (name: string) => name,
  on: (server: string) => `on ${server}`,
  from: (number: string) => `from ${number}`,
  signedOut: 'Not signed in',
  expired: 'Signed out by RingCentral',
  online: 'Connected',
  connecting: 'Connecting',
  offline: {
    network: 'No network',
    server: 'RingCentral unreachable',
    maintenance: 'RingCentral maintenance',
  },
  paused: (time: string) => `Slowed down by RingCentral until ${time}`,
  banner: {
    network: 'There is no network connection',
    server: 'RingCentral cannot be reached',
    maintenance: 'RingCentral is being maintained',
    since: (time: string) => `Since ${time}.`,
    effect: 'Calls are off and texts wait here; history, contacts and search still work.',
    expired: 'Your sign-in has ended',
    expiredEffect: 'Calls and texts are off until you sign in again; your archive is still here.',
    signIn: 'Sign in again',
  },
  noticesLabel: 'Notices',
  notices: {
    'archive-damaged': {
      title: 'The archive was damaged and a new one was started',
      advice: (file: string) =>
        `Waiting texts were carried over where they could be read. The old file is kept as ${file}.`,
    },
    'archive-foreign': {
      title: 'The archive file belonged to another program and a new one was started',
      advice: (file: string) => `The old file is kept as ${file}.`,
    },
    'archive-newer': {
      title: 'The archive was written by a newer Sidetone and a new one was started',
      advice: (file: string) => `Update Sidetone to read it. The old file is kept as ${file}.`,
    },
    'settings-damaged': {
      title: 'Your settings could not be read and are back to their defaults',
      advice: (file: string) => `The old file is kept as ${file}.`,
    },
  },
  noticeFileUnknown: 'a copy beside it',
} as const;
