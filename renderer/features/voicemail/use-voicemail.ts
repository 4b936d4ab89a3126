import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { VoicemailId } from '../../../shared/model/ids.ts';
import type { VoicemailView } from '../../../shared/model/voicemail.ts';
import { ask, call } from '../../app/bridge.ts';
import { usePages } from '../../app/queries.ts';

/** How long one is open before it counts as read: who only walks past it has not. */
const readAfterMs = 5_000;

export type Show = 'all' | 'unread';

/** The voicemails as far as they have been read from the archive, newest first. */
export function useVoicemails(show: Show) {
  const { pages, rows, readOn } = usePages(['voicemail', 'list', show], (page) =>
    ask('voicemail.list', { ...page, show }),
  );
  return { pages, voicemails: rows, readOn };
}

export function useVoicemail(voicemailId: VoicemailId) {
  return useQuery({
    queryKey: ['voicemail', 'one', voicemailId],
    // A query may not answer undefined.
    queryFn: async () => (await ask('voicemail.get', { voicemailId })) ?? null,
  });
}

export function markRead(voicemailId: VoicemailId, isRead: boolean): void {
  void call('voicemail.set-read', { voicemailId, isRead });
}

/** Marks a new one as read once it has been open for a while; what is made new again stays new. */
export function useReadWhenOpen(voicemail: VoicemailView): void {
  const { id, isRead } = voicemail;
  const wasRead = useRef(false);
  useEffect(() => {
    if (isRead) wasRead.current = true;
    if (wasRead.current) return undefined;
    const timer = setTimeout(() => markRead(id, true), readAfterMs);
    return () => clearTimeout(timer);
  }, [id, isRead]);
}
