import type { Failure } from '../../../shared/failure.ts';
import type { EpochMs, MessageId } from '../../../shared/model/ids.ts';
import type {
  AttachmentView,
  MessageStatus,
  MessageView,
  MessageWaiting,
} from '../../../shared/model/messages.ts';
import type { Party } from '../../../shared/model/people.ts';
import { dayHeading, dayOf } from '../../app/format.ts';
import { strings } from '../../../shared/strings/strings.ts';
import type { PendingText } from '../../app/composer/store.ts';

/** A text as it is drawn, whether main has shown it back yet or not. */
export type Bubble = {
  /** The same before and after main shows the text back, so that it is drawn once and stays. */
  readonly key: string;
  readonly id: MessageId | undefined;
  readonly direction: 'inbound' | 'outbound';
  readonly from: Party | undefined;
  readonly text: string;
  readonly status: MessageStatus;
  readonly at: EpochMs;
  readonly attachments: readonly AttachmentView[];
  readonly failure: Failure | undefined;
  readonly waiting: MessageWaiting | undefined;
};

/** The thread oldest first: what main knows, then what it has not shown back. */
export function mergeThread(
  newestFirst: readonly MessageView[],
  pending: readonly PendingText[],
): readonly Bubble[] {
  const known = new Set(newestFirst.map(({ clientId }) => clientId));
  const waiting = pending.filter(({ clientId }) => !known.has(clientId));
  return [...newestFirst.toReversed().map(toBubble), ...waiting.map(pendingBubble)];
}

/** A text that has not changed stays the same bubble, which is not drawn again. */
const drawn = new WeakMap<MessageView, Bubble>();

function toBubble(message: MessageView): Bubble {
  const known = drawn.get(message);
  if (known !== undefined) return known;
  const bubble = makeBubble(message);
  drawn.set(message, bubble);
  return bubble;
}

function makeBubble(message: MessageView): Bubble {
  const { id, clientId, createdAt, ...rest } = message;
  return {
    key: clientId ?? id,
    id,
    at: createdAt,
    direction: rest.direction,
    from: rest.from,
    text: rest.text,
    status: rest.status,
    attachments: rest.attachments,
    failure: rest.failure,
    waiting: rest.waiting,
  };
}

function pendingBubble({ clientId, text, at }: PendingText): Bubble {
  return {
    key: clientId,
    id: undefined,
    direction: 'outbound',
    from: undefined,
    text,
    status: 'queued',
    at,
    attachments: [],
    failure: undefined,
    waiting: undefined,
  };
}

export type ThreadItem =
  | { readonly kind: 'day'; readonly key: string; readonly heading: string }
  /** The line above what was new when the thread was opened. */
  | { readonly kind: 'new'; readonly key: string }
  | {
      readonly kind: 'bubble';
      readonly key: string;
      readonly bubble: Bubble;
      /** The first of several by the same person in a row; in a group it carries the name. */
      readonly startsRun: boolean;
      readonly endsRun: boolean;
    };

/** Puts a separator before each day and joins neighbours by the same person into runs. */
export function groupThread(
  bubbles: readonly Bubble[],
  now: EpochMs,
  firstNewId?: MessageId,
): readonly ThreadItem[] {
  const items: ThreadItem[] = [];
  bubbles.forEach((bubble, index) => {
    const before = bubbles[index - 1];
    const after = bubbles[index + 1];
    const isNewDay = before === undefined || dayOf(before.at) !== dayOf(bubble.at);
    if (isNewDay) {
      const day = dayOf(bubble.at);
      items.push({ kind: 'day', key: `day:${day}`, heading: dayHeading(day, now) });
    }
    const isFirstNew = firstNewId !== undefined && bubble.id === firstNewId;
    if (isFirstNew) items.push({ kind: 'new', key: 'new' });
    items.push({
      kind: 'bubble',
      key: bubble.key,
      bubble,
      startsRun: isNewDay || isFirstNew || !isSameSender(before, bubble),
      endsRun:
        after === undefined ||
        after.id === firstNewId ||
        dayOf(after.at) !== dayOf(bubble.at) ||
        !isSameSender(bubble, after),
    });
  });
  return items;
}

/** The day of an item whose heading stands above it; undefined of a heading. */
export function dayAt(items: readonly ThreadItem[], index: number): string | undefined {
  if (items[index]?.kind === 'day') return undefined;
  const day = items.slice(0, index).findLast(({ kind }) => kind === 'day');
  return day?.kind === 'day' ? day.heading : undefined;
}

/** When the newest text of a thread was made; 0 without one. */
export function newestAt(items: readonly ThreadItem[]): EpochMs {
  const newest = items.findLast(({ kind }) => kind === 'bubble');
  return newest?.kind === 'bubble' ? newest.bubble.at : 0;
}

/** How many texts have come in that were made later than that. */
export function arrivedSince(items: readonly ThreadItem[], seenAt: EpochMs): number {
  const isNew = (item: ThreadItem): boolean =>
    item.kind === 'bubble' && item.bubble.direction === 'inbound' && item.bubble.at > seenAt;
  return items.filter(isNew).length;
}

function isSameSender(one: Bubble, other: Bubble): boolean {
  if (one.direction !== other.direction) return false;
  return one.direction === 'outbound' || one.from?.number === other.from?.number;
}

export type TextTrouble = {
  readonly advice: string | undefined;
  /** Whether it is for the user to send it again or drop it. */
  readonly canSettle: boolean;
};

/**
 * What to say under a text that did not go, or may not have. While an unsure one is still being
 * looked up nothing is offered: sent again now, it could arrive twice.
 */
export function troubleOf({ status, failure }: Bubble): TextTrouble | undefined {
  if (status === 'failed') {
    const words = failure && strings.failures(failure);
    // Sent again, it would come twice to those who have it.
    const canSettle = failure?.message !== 'text.not-to-all';
    return { advice: words && `${words.title}. ${words.advice}`, canSettle };
  }
  if (status !== 'unknown') return undefined;
  return failure?.retry === 'user'
    ? { advice: strings.messages.notFound, canSettle: true }
    : { advice: strings.messages.lookingUp, canSettle: false };
}
