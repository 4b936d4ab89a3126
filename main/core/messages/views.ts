import type { Database } from 'better-sqlite3';
import type { E164, MessageId, ThreadId, ClientId } from '../../../shared/model/ids.ts';
import type {
  AttachmentSummary,
  AttachmentView,
  MessageView,
  ThreadView,
} from '../../../shared/model/messages.ts';
import { toParty, type PartyRow } from '../contacts/rows.ts';
import { failureFromText } from '../db/failure-text.ts';
import { toId } from '../db/row-id.ts';
import { waitingOf } from '../outbox/rows.ts';
import { listAttachmentRows, listPartyRows } from './rows.ts';
import { listFilesOf } from './sending/rows.ts';

export type MessageRow = {
  readonly id: number;
  readonly thread_id: number;
  readonly client_id: string | null;
  readonly direction: MessageView['direction'];
  readonly status: MessageView['status'];
  readonly body: string;
  readonly from_number: string | null;
  readonly from_name: string | null;
  readonly created_at: number;
  readonly is_read: number;
  readonly failure: string | null;
};

export type ThreadRow = {
  readonly id: number;
  readonly own_number: string;
  readonly last_at: number;
  readonly unread_count: number;
  readonly direction: MessageView['direction'] | null;
  readonly status: MessageView['status'];
  readonly body: string;
  readonly created_at: number;
  readonly last_message_id: number | null;
  readonly pinned_at: number | null;
  readonly muted_at: number | null;
  readonly done_at: number | null;
  readonly draft: string | null;
  readonly scheduled_count: number;
};

/** A message row in the form a window shows. */
export function toMessageView(db: Database, row: MessageRow): MessageView {
  const from: PartyRow = { number: row.from_number, extension_number: null, name: row.from_name };
  return {
    id: toId<MessageId>(row.id),
    threadId: toId<ThreadId>(row.thread_id),
    clientId: (row.client_id as ClientId | null) ?? undefined,
    direction: row.direction,
    from: toParty(db, from),
    text: row.body,
    status: row.status,
    createdAt: row.created_at,
    isRead: row.is_read === 1,
    attachments: listAttachmentViews(db, row.id),
    failure: failureFromText(row.failure),
    waiting: row.status === 'queued' ? waitingOf(db, row.id) : undefined,
  };
}

/** A thread row, joined with its last message, in the form a window shows. */
export function toThreadView(db: Database, row: ThreadRow): ThreadView {
  return {
    id: toId<ThreadId>(row.id),
    parties: listPartyRows(db, row.id).map((party) => toParty(db, party)),
    ownNumber: row.own_number as E164,
    lastMessage:
      row.direction === null
        ? undefined
        : {
            direction: row.direction,
            text: row.body,
            status: row.status,
            createdAt: row.created_at,
            attachments: listSummaries(db, row.last_message_id),
          },
    unreadCount: row.unread_count,
    isPinned: row.pinned_at !== null,
    isMuted: row.muted_at !== null,
    isDone: row.done_at !== null,
    draft: row.draft?.trim() || undefined,
    scheduledCount: row.scheduled_count,
  };
}

/** The pictures and files of a text in the form a window shows. */
export function listAttachmentViews(db: Database, messageId: number): readonly AttachmentView[] {
  const own = listFilesOf(db, { messageId });
  // RingCentral's copies of what went out from here are the same once more.
  if (own.length > 0) return own;
  return listAttachmentRows(db, messageId).map((row) => {
    const { server_id: id, width, height } = row;
    return {
      id,
      mediaId: `attachment-${messageId}-${id}`,
      contentType: row.content_type,
      fileName: row.file_name ?? undefined,
      sizeBytes: row.size_bytes ?? undefined,
      size: width === null || height === null ? undefined : { width, height },
    };
  });
}

function listSummaries(db: Database, messageId: number | null): readonly AttachmentSummary[] {
  if (messageId === null) return [];
  return listAttachmentViews(db, messageId).map(({ contentType, fileName }) => ({
    contentType,
    fileName,
  }));
}
