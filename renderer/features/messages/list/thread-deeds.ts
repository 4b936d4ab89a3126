import type { ThreadView } from '../../../../shared/model/messages.ts';
import { en } from '../../../../shared/strings/en.ts';

/** What can be done with a conversation as a whole. */
export type ThreadDeed =
  'pin' | 'unpin' | 'mute' | 'unmute' | 'mark-unread' | 'mark-read' | 'done' | 'put-back';

const words = en.threads;

const labels: Readonly<Record<ThreadDeed, string>> = {
  pin: words.pin,
  unpin: words.unpin,
  mute: words.mute,
  unmute: words.unmute,
  'mark-unread': words.markUnread,
  'mark-read': words.markRead,
  done: words.done,
  'put-back': words.putBack,
};

const whys: Readonly<Partial<Record<ThreadDeed, string>>> = {
  pin: words.why.pin,
  mute: words.why.mute,
  done: words.why.done,
};

/** The keys that do it on a conversation of the list, as they are on the keyboard. */
const keys = ['E', 'P', 'M', 'U'] as const;

export type ThreadChoice = {
  readonly deed: ThreadDeed;
  readonly key: (typeof keys)[number];
  readonly label: string;
  readonly why: string | undefined;
};

/** What can be done with a conversation as it stands, in the order of the menu. */
export function threadChoices(thread: ThreadView): readonly ThreadChoice[] {
  const deeds: readonly ThreadDeed[] = [
    thread.isDone ? 'put-back' : 'done',
    thread.isPinned ? 'unpin' : 'pin',
    thread.isMuted ? 'unmute' : 'mute',
    thread.unreadCount > 0 ? 'mark-read' : 'mark-unread',
  ];
  return keys.map((key, index) => {
    const deed = deeds[index] ?? 'done';
    return { deed, key, label: labels[deed], why: whys[deed] };
  });
}

/** What a key does with a conversation; undefined of keys that do nothing, or belong to the system. */
export function deedOfKey(
  thread: ThreadView,
  event: {
    readonly key: string;
    readonly ctrlKey: boolean;
    readonly metaKey: boolean;
    readonly altKey: boolean;
  },
): ThreadDeed | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const key = event.key.toUpperCase();
  return threadChoices(thread).find((choice) => choice.key === key)?.deed;
}
