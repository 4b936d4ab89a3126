import type { Failure } from '../failure.ts';
import type { ClientId, E164, EpochMs, MessageId, ThreadId } from './ids.ts';
import type { Party } from './people.ts';

/**
 * How far a text has come. `queued` to `sent` are ours, the rest follows RingCentral's
 * `messageStatus` (FACTS 3.6); `unknown` means the request went out and no answer came back.
 */
export type MessageStatus =
  'queued' | 'sending' | 'sent' | 'delivered' | 'failed' | 'unknown' | 'received';

export type AttachmentView = {
  readonly id: string;
  readonly contentType: string;
  readonly fileName: string | undefined;
  readonly sizeBytes: number | undefined;
};

export type MessageView = {
  readonly id: MessageId;
  readonly threadId: ThreadId;
  readonly clientId: ClientId | undefined;
  readonly direction: 'inbound' | 'outbound';
  readonly from: Party;
  readonly text: string;
  readonly status: MessageStatus;
  readonly createdAt: EpochMs;
  readonly isRead: boolean;
  readonly attachments: readonly AttachmentView[];
  /** Why it was not sent or delivered. */
  readonly failure: Failure | undefined;
};

export type ThreadView = {
  readonly id: ThreadId;
  /** Everyone but the user; several for a group. */
  readonly parties: readonly Party[];
  /** The user's number that this thread belongs to. */
  readonly ownNumber: E164;
  readonly lastMessage:
    | (Pick<MessageView, 'direction' | 'text' | 'status' | 'createdAt'> & {
        hasAttachment: boolean;
      })
    | undefined;
  readonly unreadCount: number;
};

/** A number of the user's that may send texts: one with RingCentral's SmsSender feature. */
export type SenderChoice = {
  readonly number: E164;
  readonly label: string | undefined;
  readonly isDefault: boolean;
};
