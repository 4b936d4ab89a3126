import { useQueryClient } from '@tanstack/react-query';
import type { MessageId, ThreadId } from '../../../shared/model/ids.ts';
import { announce } from '../../app/announce/announce.ts';
import { call } from '../../app/bridge.ts';
import { focusField } from '../../app/composer/field.tsx';
import { tellFailure } from '../../app/composer/store.ts';
import { strings } from '../../../shared/strings/strings.ts';

const words = strings.sending;
const said = {
  'messages.send-again': () => words.letGo,
  'messages.discard': () => words.discarded,
} as const;

/** What can be done with a text that did not go: send it once more, or drop it. */
export function useSettle(thread: ThreadId) {
  const client = useQueryClient();
  const ask = async (name: keyof typeof said, messageId: MessageId): Promise<void> => {
    const result = await call(name, { messageId });
    if (!result.ok) tellFailure(thread, result.failure);
    else {
      announce(said[name]());
      focusField(thread);
    }
    await client.invalidateQueries({ queryKey: ['messages', thread] });
    await client.invalidateQueries({ queryKey: ['threads'] });
  };
  return {
    sendAgain: (id: MessageId) => void ask('messages.send-again', id),
    discard: (id: MessageId) => void ask('messages.discard', id),
  };
}
