import type { EpochMs } from '../../../shared/model/ids.ts';
import type { MessageView } from '../../../shared/model/messages.ts';
import { strings } from '../../../shared/strings/strings.ts';

/** How long *Sent* is seen before the window goes, in milliseconds. */
export const seenMs = 1_200;

/** The last two, the latest at the end, whatever order a page has them in. */
export function lastTexts(page: readonly MessageView[]): readonly MessageView[] {
  return [...page].sort((one, other) => one.createdAt - other.createdAt).slice(-2);
}

/** What became of a text, as far as it is known while the window still stands. */
export type SentState = {
  readonly text: string;
  /** It can still be taken back. */
  readonly canUndo: boolean;
  readonly hasFailed: boolean;
  /** When the window goes by itself; undefined: it waits for the user. */
  readonly closesAt: EpochMs | undefined;
};

/** `sentAt`: when main took it. Undefined stands for a text that is for later, or not read yet. */
export function sentState(
  text: Pick<MessageView, 'status' | 'waiting'> | undefined,
  sentAt: EpochMs,
  now: EpochMs,
): SentState {
  const soon = sentAt + seenMs;
  const plain = { canUndo: false, hasFailed: false };
  if (text === undefined) return { ...plain, text: strings.quick.scheduled, closesAt: soon };
  if (text.status === 'failed') {
    return { ...plain, text: strings.quick.notSent, hasFailed: true, closesAt: undefined };
  }
  const { waiting } = text;
  if (waiting?.for === 'hold' && waiting.until > now) {
    const seconds = Math.ceil((waiting.until - now) / 1000);
    const closesAt = waiting.until + seenMs;
    return { ...plain, text: strings.quick.held(seconds), canUndo: true, closesAt };
  }
  const closesAt = Math.max(soon, waiting?.for === 'hold' ? waiting.until + seenMs : soon);
  const isOut = text.status === 'sent' || text.status === 'delivered';
  return { ...plain, text: isOut ? strings.quick.sent : strings.quick.waiting, closesAt };
}
