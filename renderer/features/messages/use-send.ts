import { useQueryClient } from '@tanstack/react-query';
import type { MessageId } from '../../../shared/model/ids.ts';
import { call } from '../../app/bridge.ts';
import { newClientId, sendText } from '../../app/send-text.ts';
import { openThread } from '../../app/ui-store.ts';
import {
  addPending,
  movePending,
  takeBack,
  tellFailure,
  type PendingText,
  type ThreadKey,
} from './store.ts';

/** Sends a text: the bubble stands at once, and what main refuses returns to the draft. */
export function useSend(): (
  thread: ThreadKey,
  text: string,
  numbers?: readonly string[],
) => Promise<void> {
  const client = useQueryClient();
  return async (thread, text, numbers = []) => {
    const pending: PendingText = {
      clientId: newClientId(),
      thread,
      text,
      at: Date.now(),
    };
    addPending(pending);
    const result = await sendText({
      clientId: pending.clientId,
      to: thread === 'new' ? { numbers } : { threadId: thread },
      text,
    });
    if (!result.ok) return takeBack(pending, result.failure);
    const { threadId } = result.value;
    if (thread === 'new') {
      movePending(pending.clientId, threadId);
      openThread(threadId);
    }
    void client.invalidateQueries({ queryKey: ['threads'] });
    void client.invalidateQueries({ queryKey: ['messages', threadId] });
  };
}

/** What can be done with a text that did not go: send it once more, or drop it. */
export function useSettle(thread: ThreadKey) {
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
