import { plural } from '../plural.ts';

/** What stands around the windows: menu bar, tray, task bar, dialogs of the system. */
export const desktop = {
  /** `&` stands before the letter that Alt reaches on Windows and Linux. */
  menu: {
    file: '&File',
    edit: '&Edit',
    view: '&View',
    window: '&Window',
    help: '&Help',
    settings: 'Settings…',
    quit: 'Quit',
    quitNamed: 'Quit Sidetone',
    newCall: 'New call…',
    newText: 'New text…',
    developerConsole: 'RingCentral developer console',
    serviceStatus: 'RingCentral service status',
    roles: {
      about: 'About Sidetone',
      services: 'Services',
      hide: 'Hide Sidetone',
      hideOthers: 'Hide others',
      unhide: 'Show all',
      close: 'Close window',
      undo: 'Undo',
      redo: 'Redo',
      cut: 'Cut',
      copy: 'Copy',
      paste: 'Paste',
      delete: 'Delete',
      selectAll: 'Select all',
      resetZoom: 'Actual size',
      zoomIn: 'Zoom in',
      zoomOut: 'Zoom out',
      togglefullscreen: 'Full screen',
      minimize: 'Minimize',
      zoom: 'Zoom',
      front: 'Bring all to front',
    },
  },
  tray: {
    open: 'Open Sidetone',
    call: 'Call…',
    text: 'Text…',
    callNumber: (number: string) => `Call ${number}`,
    textNumber: (number: string) => `Text ${number}`,
    presence: 'Your status',
    presenceIs: (status: string) => `Your status: ${status}`,
    statuses: { available: 'Available', busy: 'Busy', invisible: 'Invisible' },
    settings: 'Settings…',
    quit: 'Quit Sidetone',
    keepsRunning: 'Sidetone keeps running',
    keepsRunningBody: 'Calls and texts still come in. Quit it from its icon in the tray.',
    demoFailed: 'The demo account did not open',
    demoFailedBody:
      'This is your own account instead. Sidetone tries the demo again at its next start.',
  },
  /** Said when one points at the icon, and by readers. */
  told: {
    signedOut: 'Sidetone: signed out',
    offline: 'Sidetone: offline',
    nothing: 'Sidetone: nothing new',
    news: (parts: readonly string[]) => `Sidetone: ${parts.join(', ')}`,
    texts: (count: number) => plural(count, 'unread text', 'unread texts'),
    calls: (count: number) => plural(count, 'missed call', 'missed calls'),
    voicemails: (count: number) => plural(count, 'new voicemail', 'new voicemails'),
    quiet: 'do not disturb is on',
    waiting: (count: number) => `${count} waiting`,
  },
  /** The desktop's own list of what starts with it. */
  startsAtLogin: 'Starts in the tray when you sign in to this computer',
  crashed: {
    title: 'This window keeps breaking',
    detail:
      'It was opened again several times and broke each time. Calls, texts and what you had begun to write are safe.',
    again: 'Open again',
    quit: 'Quit Sidetone',
  },
  stuck: {
    title: 'This window is not responding',
    detail:
      'It may come back by itself. Opened again, it loses nothing but what you typed in the last second.',
    wait: 'Wait',
    again: 'Open again',
  },
  gaveUp: {
    title: 'Sidetone has to close',
    detail:
      'Something went wrong that it cannot fix by itself. Calls and texts that it had accepted are safe in its archive.',
  },
} as const;
