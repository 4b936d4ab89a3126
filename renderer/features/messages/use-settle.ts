import { useQueryClient } from '@tanstack/react-query';
import type { MessageId, ThreadId } from '../../../shared/model/ids.ts';
import { call } from '../../app/bridge.ts';
import { tellFailure } from '../../app/composer/store.ts';

/** What can be done with a text that did not go: send it once more, or drop it. */
export function useSettle(thread: ThreadId) {
  const client = useQueryClient();
  const ask = async (
    name: 'messages.send-again' | 'messages.discard',
    messageId: MessageId,
  ): Promise<void> => {
    const result = await call(name, { messageId });
    if (!result.ok) tellFailure(thread, result.failure);
    await client.invalidateQueries({ queryKey: ['messages', thread] });
    await client.invalidateQueries({ queryKey: ['threads'] });
  };
  return {
    sendAgain: (id: MessageId) => void ask('messages.send-again', id),
    discard: (id: MessageId) => void ask('messages.discard', id),
  };
}
