import type { Failure } from '../failure.ts';
import type { ClientId, E164, EpochMs, MessageId, ThreadId } from './ids.ts';
import type { ContactDraft, Party } from './people.ts';

/**
 * How far a text has come. `queued` to `sent` are ours, the rest follows RingCentral's
 * `messageStatus` (its guide to the message store); `unknown` means the request went out and no
 * answer came back.
 */
export type MessageStatus =
  'queued' | 'sending' | 'sent' | 'delivered' | 'failed' | 'unknown' | 'received';

export type AttachmentView = {
  readonly id: string;
  /** What the media calls and `/media/<id>` know it by. */
  readonly mediaId: string;
  readonly contentType: string;
  readonly fileName: string | undefined;
  readonly sizeBytes: number | undefined;
  /** In pixels, where that is known. */
  readonly size: { readonly width: number; readonly height: number } | undefined;
};

/** The people of a vCard that somebody sent: the first of them, and how many there are. */
export type SentContacts = { readonly people: readonly ContactDraft[]; readonly count: number };

/** What a list says of a file. */
export type AttachmentSummary = Pick<AttachmentView, 'contentType' | 'fileName'>;

/** What a text that is `queued` waits for, as far as it is its own; the rest is the outbox's. */
export type MessageWaiting =
  /** The undo-send hold. */
  | { readonly for: 'hold'; readonly until: EpochMs }
  /** RingCentral put it off; it is tried again. */
  | { readonly for: 'retry'; readonly at: EpochMs }
  /** The text before it in this thread. */
  | { readonly for: 'turn' };

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
  /** Set while it is `queued`, unless it may go at once. */
  readonly waiting: MessageWaiting | undefined;
};

export type ThreadView = {
  readonly id: ThreadId;
  /** Everyone but the user; several for a group. */
  readonly parties: readonly Party[];
  /** The user's number that this thread belongs to. */
  readonly ownNumber: E164;
  readonly lastMessage:
    | (Pick<MessageView, 'direction' | 'text' | 'status' | 'createdAt'> & {
        readonly attachments: readonly AttachmentSummary[];
      })
    | undefined;
  readonly unreadCount: number;
  /** The first of what is unread; of a thread that is asked for by itself, not of one in a list. */
  readonly firstUnreadId?: MessageId | undefined;
  readonly isPinned: boolean;
  /** Nothing is told of it. */
  readonly isMuted: boolean;
  /** Put away until something comes in. */
  readonly isDone: boolean;
  /** The beginning of what was written and not sent. */
  readonly draft: string | undefined;
  /** Texts that wait for their time. */
  readonly scheduledCount: number;
};

/** A number of the user's that may send texts: one with RingCentral's SmsSender feature. */
export type SenderChoice = {
  readonly number: E164;
  readonly label: string | undefined;
  readonly isDefault: boolean;
};

/** Any number of the user's, and whether texts go out from it. */
export type SenderView = SenderChoice & {
  /** Toll-free numbers never have RingCentral's MmsSender feature (its guide to SMS). */
  readonly canSendMedia: boolean;
  /** Why not, and what the administrator has to do. */
  readonly obstacle: Failure | undefined;
};

/** How the outbox as a whole stands. */
export type OutboxView = {
  readonly state: 'sending' | 'offline' | 'signed-out' | 'paused';
  /** Of a pause: when RingCentral takes texts again. */
  readonly resumesAt: EpochMs | undefined;
  /** Texts that have not gone, held ones among them. */
  readonly waitingCount: number;
  readonly heldCount: number;
};
