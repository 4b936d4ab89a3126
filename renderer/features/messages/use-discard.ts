import { useQueryClient } from '@tanstack/react-query';
import type { MessageId, ThreadId } from '../../../shared/model/ids.ts';
import { announce } from '../../app/announce/announce.ts';
import { call } from '../../app/bridge.ts';
import { focusField } from '../../app/composer/field.tsx';
import { tellFailure } from '../../app/composer/store.ts';
import { strings } from '../../../shared/strings/strings.ts';

/** Drops a text that did not go. */
export function useDiscard(thread: ThreadId): (id: MessageId) => void {
  const client = useQueryClient();
  const discard = async (messageId: MessageId): Promise<void> => {
    const result = await call('messages.discard', { messageId });
    if (!result.ok) tellFailure(thread, result.failure);
    else {
      announce(strings.sending.discarded);
      focusField(thread);
    }
    await client.invalidateQueries({ queryKey: ['messages', thread] });
    await client.invalidateQueries({ queryKey: ['threads'] });
  };
  return (id) => void discard(id);
}
