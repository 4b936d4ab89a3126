import { plural } from '../plural.ts';

/** What is done with conversations, and how they are read. */
export const threads = {
  menu: (who: string) => `Conversation with ${who}`,
  more: 'More',
  deeds: {
    pin: 'Pin',
    unpin: 'Unpin',
    mute: 'Mute',
    unmute: 'Unmute',
    'mark-unread': 'Mark unread',
    'mark-read': 'Mark read',
    done: 'Done',
    'put-back': 'Put back',
  },
  number: (number: string) => `${number}…`,
  why: {
    pin: 'Stays on top of the list',
    mute: 'No notifications, and not in the count',
    done: 'Leaves the list until something comes in',
    number: 'Call, copy or save the number',
  },
  wasPutAway: (who: string) => `${who}: done`,
  undo: 'Undo',
  dismiss: 'Dismiss',
  pinned: 'Pinned',
  muted: 'Muted',
  unread: 'Unread',
  draft: 'Draft:',
  draftSaid: (text: string) => `Draft: ${text}`,
  scheduled: (count: number) => `${plural(count, 'text', 'texts')} to go out later`,
  unreadFirst: 'Unread first',
  newMessages: 'New messages',
  newCount: (count: number) => `${count} new`,
  people: (count: number) => plural(count, 'person', 'people'),
  showPeople: 'Who is in it',
  hidePeople: 'Hide who is in it',
} as const;
