import type { ThreadView } from '../../../../shared/model/messages.ts';
import { strings } from '../../../../shared/strings/strings.ts';

/** What can be done with a conversation as a whole. */
export type ThreadDeed =
  'pin' | 'unpin' | 'mute' | 'unmute' | 'mark-unread' | 'mark-read' | 'done' | 'put-back';

const words = strings.threads;

/** The keys that do it on a conversation of the list, as they are on the keyboard. */
const keys = ['E', 'P', 'M', 'U'] as const;

export type ThreadChoice = {
  readonly deed: ThreadDeed;
  readonly key: (typeof keys)[number];
  readonly label: string;
  readonly why: string | undefined;
};

function whyOf(deed: ThreadDeed): string | undefined {
  const { pin, mute, done } = words.why;
  return ({ pin, mute, done } as Partial<Record<ThreadDeed, string>>)[deed];
}

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
    return { deed, key, label: words.deeds[deed], why: whyOf(deed) };
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
