import { useQueryClient } from '@tanstack/react-query';
import type { MessageId, ThreadId } from '../../../shared/model/ids.ts';
import { announce } from '../../app/announce/announce.ts';
import { call } from '../../app/bridge.ts';
import { focusField } from '../../app/composer/field.tsx';
import { takeUpDraft } from '../../app/composer/keep.ts';
import { tellFailure } from '../../app/composer/store.ts';
import { strings } from '../../../shared/strings/strings.ts';

/** What can be done with a text that has not gone: write on it, or let it go at once. */
export function useTakeBack(thread: ThreadId) {
  const client = useQueryClient();
  const refresh = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: ['messages', thread] });
    await client.invalidateQueries({ queryKey: ['threads'] });
    await client.invalidateQueries({ queryKey: ['outbox'] });
  };
  const takeBack = async (messageId: MessageId): Promise<void> => {
    const result = await call('messages.undo', { messageId });
    if (!result.ok) tellFailure(thread, result.failure);
    else {
      // Main has made it the draft as well, and may have said so already.
      takeUpDraft(thread, result.value);
      announce(strings.sending.takenBack);
      focusField(thread);
    }
    await refresh();
  };
  const sendNow = async (messageId: MessageId): Promise<void> => {
    const result = await call('messages.send-now', { messageId });
    if (!result.ok) tellFailure(thread, result.failure);
    else {
      announce(strings.sending.letGo);
      focusField(thread);
    }
    await refresh();
  };
  return {
    takeBack: (id: MessageId) => void takeBack(id),
    sendNow: (id: MessageId) => void sendNow(id),
  };
}
