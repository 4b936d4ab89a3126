import type { EpochMs } from '../../../../shared/model/ids.ts';
import type { MessageStatus, OutboxView, ThreadView } from '../../../../shared/model/messages.ts';
import { plainLine } from '../../../../shared/plain-line.ts';
import { strings } from '../../../../shared/strings/strings.ts';
import {
  dayAndTime,
  dayHeading,
  isWithinWeek,
  monthHeading,
  shortWhen,
  timeOfDay,
} from '../../../app/format.ts';
import { isTrouble } from '../../../app/messages/status.ts';
import { partiesTitle, type PartyWords } from '../../../app/party.ts';

/** The line under a name in the list of conversations. */
export function previewOf(thread: ThreadView): string {
  const last = thread.lastMessage;
  if (last === undefined) return strings.messages.noText;
  const text =
    plainLine(last.text) ||
    (strings.attachments.summary(last.attachments) ?? strings.messages.noText);
  return last.direction === 'outbound' ? strings.messages.youSaid(text) : text;
}

/** What a conversation stands under in the list: pinned, unread, the day within a week, the month. */
export function threadGroup(thread: ThreadView, now: EpochMs, unreadFirst = false): string {
  if (thread.isPinned) return strings.threads.pinned;
  if (unreadFirst && thread.unreadCount > 0) return strings.threads.unread;
  const at = thread.lastMessage?.createdAt;
  if (at === undefined) return strings.history.earlier;
  return isWithinWeek(at, now) ? dayHeading(at, now) : monthHeading(at);
}

/** When, at the end of a conversation's row: what its group has not said already. */
export function threadWhen(at: EpochMs, now: EpochMs): string {
  return isWithinWeek(at, now) ? timeOfDay(at) : shortWhen(at, now);
}

/** A status the list shows, because the user may have to do something. */
export function listStatus(thread: ThreadView): MessageStatus | undefined {
  const last = thread.lastMessage;
  if (last?.direction !== 'outbound') return undefined;
  return ['failed', 'unknown', 'queued', 'sending'].includes(last.status) ? last.status : undefined;
}

/**
 * What stands in the list in place of what was said: that it did not go, or may not have, or waits
 * with all others. One that is merely on its way is as good as said.
 */
export function standingStatus(
  thread: ThreadView,
  outbox: Pick<OutboxView, 'state'> | undefined,
): MessageStatus | undefined {
  const status = listStatus(thread);
  const isStuck = outbox !== undefined && outbox.state !== 'sending';
  return isTrouble(status) || (status === 'queued' && isStuck) ? status : undefined;
}

/** A conversation as one sentence, for readers. */
export function threadSentence(thread: ThreadView, words: PartyWords, now: EpochMs): string {
  const status = listStatus(thread);
  return [
    partiesTitle(thread.parties, words),
    thread.isPinned && strings.threads.pinned,
    thread.isMuted && strings.threads.muted,
    thread.unreadCount > 0 && strings.messages.unread(thread.unreadCount),
    thread.draft === undefined
      ? previewOf(thread)
      : strings.threads.draftSaid(plainLine(thread.draft)),
    thread.scheduledCount > 0 && strings.threads.scheduled(thread.scheduledCount),
    status && strings.messages.status[status],
    thread.lastMessage && dayAndTime(thread.lastMessage.createdAt, now),
  ]
    .filter(Boolean)
    .join(', ');
}
