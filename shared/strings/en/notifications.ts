import { plural } from '../plural.ts';

/** What notifications say, and what is said of them. */
export const notifications = {
  someone: 'Someone',
  extension: (number: string) => `Extension ${number}`,
  /** Several people of a conversation: the first ones by name. */
  others: (names: string, count: number) => `${names} +${count}`,
  /** What stands for a person while names are hidden. */
  hidden: {
    text: (count: number) => (count === 1 ? 'New text' : `${count} new texts`),
    call: (count: number) => (count === 1 ? 'Missed call' : `${count} missed calls`),
    voicemail: 'New voicemail',
    body: 'Open Sidetone to see more.',
  },
  text: {
    title: (who: string, count: number) => (count === 1 ? who : `${who} (${count} new)`),
    /** In a group: who says it. */
    said: (who: string, text: string) => `${who}: ${text}`,
    files: (count: number) => (count === 1 ? 'Sent a file' : `Sent ${count} files`),
    empty: 'An empty text',
  },
  call: {
    title: (who: string, count: number) =>
      count === 1 ? `Missed call: ${who}` : `${count} missed calls: ${who}`,
    body: 'Nobody answered.',
  },
  voicemail: {
    title: (who: string) => `Voicemail: ${who}`,
    seconds: (seconds: number) => `${plural(seconds, 'second', 'seconds')} long`,
    body: 'It can be played in Sidetone.',
  },
  away: {
    title: 'While you were away',
    text: (count: number) => plural(count, 'text', 'texts'),
    call: (count: number) => plural(count, 'missed call', 'missed calls'),
    voicemail: (count: number) => plural(count, 'voicemail', 'voicemails'),
    join: (parts: readonly string[]) => parts.join(', '),
  },
  test: {
    title: 'Maria Example',
    body: 'This is how a new text looks.',
  },
  actions: {
    reply: 'Reply',
    replyPlaceholder: 'Write an answer',
    callBack: 'Call back',
    markRead: 'Mark read',
    text: 'Text back',
  },
  quiet: {
    title: 'Do not disturb',
    off: 'Notifications are on',
    on: 'Notifications are off',
    until: (when: string) => `Quiet until ${when}`,
    tomorrowAt: (time: string) => `tomorrow ${time}`,
    untilOff: 'Quiet until you turn it off',
    server: 'Quiet: do-not-disturb is on at RingCentral',
    serverAdvice: 'It was turned on in RingCentral, and is turned off there.',
    menu: 'Do not disturb',
    halfHour: 'For 30 minutes',
    hour: 'For 1 hour',
    tomorrow: (time: string) => `Until tomorrow ${time}`,
    always: 'Until I turn it off',
    end: 'Turn notifications on',
    failed: 'That could not be changed',
  },
  settings: {
    title: 'Notifications',
    texts: 'Texts',
    textsAdvice: 'Each conversation has one notification, which counts what is new in it.',
    missedCalls: 'Missed calls',
    missedCallsAdvice: 'Also calls that went to voicemail without a message.',
    voicemails: 'Voicemails',
    voicemailsAdvice: 'As soon as a message has been left for you.',
    hide: 'Names and words',
    hideAdvice: 'When hidden, a notification shows no names and no text, so nobody can read along.',
    shown: 'Show',
    hiddenChoice: 'Hide',
    sound: 'Sound',
    soundAdvice: 'The system decides which one it is.',
    repeat: 'Remind again',
    repeatAdvice:
      'You are notified again of what is still unread, this often, until you have read it.',
    never: 'Never',
    minutes: (count: number) => `Every ${plural(count, 'minute', 'minutes')}`,
    on: 'On',
    off: 'Off',
    test: 'Show a test notification',
    testAdvice:
      'Nothing to see? Notifications from Sidetone may be turned off in your system, or it may be in a do-not-disturb of its own.',
  },
} as const;
