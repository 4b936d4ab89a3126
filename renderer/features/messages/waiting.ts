import type { EpochMs } from '../../../shared/model/ids.ts';
import type { MessageWaiting, OutboxView } from '../../../shared/model/messages.ts';
import { timeOfDay } from '../../app/format.ts';
import { strings } from '../../../shared/strings/strings.ts';

const words = strings.sending;

/** Whole seconds that a text is still held; 0 when it is not. */
export function heldSeconds(waiting: MessageWaiting | undefined, now: EpochMs): number {
  return waiting?.for === 'hold' ? Math.max(0, Math.ceil((waiting.until - now) / 1000)) : 0;
}

/**
 * What a text that is queued waits for: its own hold, retry or turn, else what all texts wait for.
 * Undefined when it may go at once.
 */
export function waitingWords(
  waiting: MessageWaiting | undefined,
  outbox: OutboxView | undefined,
  now: EpochMs,
): string | undefined {
  const held = heldSeconds(waiting, now);
  if (held > 0) return words.held(held);
  if (waiting?.for === 'turn') return words.waitsForTurn;
  switch (outbox?.state) {
    case 'offline':
      return words.waitsForNetwork;
    case 'signed-out':
      return words.waitsForSignIn;
    case 'paused':
      if (outbox.resumesAt !== undefined) {
        return words.waitsForPause(timeOfDay(outbox.resumesAt));
      }
      break;
    case 'sending':
    case undefined:
  }
  const isLater = waiting?.for === 'retry' && waiting.at > now;
  return isLater ? words.waitsForRetry(timeOfDay(waiting.at)) : undefined;
}
