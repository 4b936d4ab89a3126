import type { MessageStatus } from '../../../shared/model/messages.ts';
import { strings } from '../../../shared/strings/strings.ts';

export type StatusTone = 'plain' | 'good' | 'waiting' | 'bad';

const tones: Readonly<Record<MessageStatus, StatusTone>> = {
  queued: 'waiting',
  sending: 'waiting',
  sent: 'plain',
  delivered: 'good',
  failed: 'bad',
  unknown: 'waiting',
  received: 'plain',
};

/** How far a text has come: word and tone. */
export function statusOf(status: MessageStatus): {
  readonly text: string;
  readonly tone: StatusTone;
} {
  return { text: strings.messages.status[status], tone: tones[status] };
}

/** Whether a text did not go, or may not have. */
export function isTrouble(status: MessageStatus | undefined): status is 'failed' | 'unknown' {
  return status === 'failed' || status === 'unknown';
}
