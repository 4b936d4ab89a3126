import type { E164, EpochMs } from '../../../shared/model/ids.ts';
import type { SyncedText } from '../../../main/core/sync/messages/mapping.ts';
import { mainNumber } from '../support/session.ts';

/** A record of a text with one person, as sync writes it: one that came in, unread. */
export function recordOf(text: {
  readonly serverId: string;
  readonly number: E164;
  readonly at: EpochMs;
  readonly modifiedAt?: EpochMs;
  readonly isRead?: boolean;
  readonly direction?: SyncedText['direction'];
  readonly status?: SyncedText['status'];
}): SyncedText {
  const { serverId, number, at, direction = 'inbound', status = 'received' } = text;
  return {
    serverId,
    direction,
    status,
    failure: undefined,
    body: serverId,
    ownNumber: mainNumber,
    parties: [{ number, extensionNumber: undefined, name: undefined }],
    fromNumber: direction === 'inbound' ? number : mainNumber,
    fromName: undefined,
    conversationId: undefined,
    createdAt: at,
    modifiedAt: text.modifiedAt ?? at,
    isRead: text.isRead ?? direction === 'outbound',
    attachments: [],
  };
}
