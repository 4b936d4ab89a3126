import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../rpc/router.ts';
import type { Voicemail } from './service.ts';

type VoicemailCall =
  'voicemail.list' | 'voicemail.get' | 'voicemail.set-read' | 'voicemail.count-unread';

/** Answers the contract's `voicemail.*`. */
export function createVoicemailHandlers(voicemail: Voicemail): Handlers<VoicemailCall> {
  return {
    'voicemail.list': async ({ after, limit, show }) =>
      ok(await voicemail.list({ after, limit, show })),
    'voicemail.get': async ({ voicemailId }) => ok(await voicemail.get(voicemailId)),
    'voicemail.set-read': ({ voicemailId, isRead }) => voicemail.setRead(voicemailId, isRead),
    'voicemail.count-unread': async () => ok(await voicemail.countUnread()),
  };
}
