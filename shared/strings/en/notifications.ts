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
    body: 'Nobody took it.',
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
    body: 'This is how a text is told of.',
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
    untilOff: 'Quiet until you switch it off',
    server: 'Quiet: do-not-disturb is on at RingCentral',
    serverAdvice: 'It is switched off where it was switched on, in RingCentral.',
    menu: 'Do not disturb',
    halfHour: 'For 30 minutes',
    hour: 'For 1 hour',
    tomorrow: (time: string) => `Until tomorrow ${time}`,
    always: 'Until I switch it off',
    end: 'Tell me again',
    failed: 'That could not be switched',
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
    hideAdvice: 'Hidden, a notification names nobody and quotes nothing, so no one can read along.',
    shown: 'Show',
    hiddenChoice: 'Hide',
    sound: 'Sound',
    soundAdvice: 'The system decides which one it is.',
    repeat: 'Tell again',
    repeatAdvice: 'What is still unread is told once more after so long, until you have read it.',
    never: 'Never',
    minutes: (count: number) => `Every ${plural(count, 'minute', 'minutes')}`,
    on: 'On',
    off: 'Off',
    test: 'Show a test notification',
    testAdvice:
      'Nothing to see? Your system may have notifications of Sidetone switched off, or be in a do-not-disturb of its own.',
  },
} as const;
