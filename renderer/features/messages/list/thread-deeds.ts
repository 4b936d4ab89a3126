import type { ThreadView } from '../../../../shared/model/messages.ts';
import { acceleratorOf, isPressed, type KeyPress } from '../../../../shared/shortcuts.ts';
import { strings } from '../../../../shared/strings/strings.ts';

/** What can be done with a conversation as a whole. */
export type ThreadDeed =
  'pin' | 'unpin' | 'mute' | 'unmute' | 'mark-unread' | 'mark-read' | 'done' | 'put-back';

const words = strings.threads;

/** The shortcuts that do it on a conversation of the list. */
const threadShortcuts = ['thread-done', 'thread-pin', 'thread-mute', 'thread-unread'] as const;

export type ThreadChoice = {
  readonly deed: ThreadDeed;
  readonly shortcut: (typeof threadShortcuts)[number];
  /** As it is on the keyboard. */
  readonly key: string;
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
  return threadShortcuts.map((shortcut, index) => {
    const deed = deeds[index] ?? 'done';
    return {
      deed,
      shortcut,
      key: acceleratorOf(shortcut),
      label: words.deeds[deed],
      why: whyOf(deed),
    };
  });
}

/** What a key does with a conversation; undefined of keys that do nothing, or belong to the system. */
export function deedOfKey(
  thread: ThreadView,
  event: Omit<KeyPress, 'shiftKey'>,
): ThreadDeed | undefined {
  // A letter is the same one with Shift.
  const press = { ...event, shiftKey: false };
  return threadChoices(thread).find(({ shortcut }) => isPressed(shortcut, press))?.deed;
}
