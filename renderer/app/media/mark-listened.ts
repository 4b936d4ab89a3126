import type { VoicemailView } from '../../../shared/model/voicemail.ts';
import { call } from '../bridge.ts';

/** Someone is listening to a voicemail: wherever that is, it is not new any more. */
export function markListened({ id, isRead }: VoicemailView): void {
  if (!isRead) void call('voicemail.set-read', { voicemailId: id, isRead: true });
}
