import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { DraftKey, SendTime, TextQuestion } from '../../../shared/model/drafts.ts';
import type { E164, ThreadId } from '../../../shared/model/ids.ts';
import { forgetAnswers, readAnswers } from '../text-rules/store.ts';
import { newClientId, sendText, type TextTo } from '../send-text.ts';
import { keepNow } from './keep.ts';
import { addPending, dropPending, movePending, readWriting } from './store.ts';
import { takeBack } from './take-back.ts';

/** What is said of a text when it is sent, besides what is written. */
export type SendMore = {
  readonly sendAt?: SendTime | undefined;
  readonly confirmed?: readonly TextQuestion[];
  readonly reason?: string | undefined;
};

/** Whom what is written goes to, from which number, and where it is told. */
export type Address = {
  readonly draftKey: DraftKey;
  readonly to: TextTo;
  readonly from: E164 | undefined;
  /** Main has it; the thread can be another one than was written in. */
  readonly onSent?: ((threadId: ThreadId, as: 'accepted' | 'scheduled') => void) | undefined;
};

/**
 * Sends what is written: the bubble stands at once, and what main refuses returns to where it was
 * written. A text for later has no bubble.
 */
export function useSend(): (address: Address, more?: SendMore) => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    async ({ draftKey, to, from, onSent }, more = {}) => {
      // The draft as it goes: main takes exactly that for what has become the text.
      void keepNow(draftKey);
      const { text, files, from: chosen, to: named } = readWriting(draftKey);
      const clientId = newClientId();
      const pending = {
        clientId,
        thread: draftKey,
        text: text.trim(),
        files,
        from: chosen,
        to: named,
        at: Date.now(),
        isAccepted: false,
      };
      addPending(pending);
      const ids = files.map(({ id }) => id);
      const answers = readAnswers({ to, from });
      const result = await sendText({
        clientId,
        to,
        from,
        text: pending.text,
        files: ids,
        confirmed: answers.confirmed,
        reason: answers.reason || undefined,
        ...more,
      });
      if (!result.ok) return takeBack(pending, result.failure);
      forgetAnswers({ to, from });
      const { threadId, scheduledId } = result.value;
      if (scheduledId !== undefined) dropPending([clientId]);
      else movePending(clientId, threadId);
      void keepNow(draftKey);
      onSent?.(threadId, scheduledId === undefined ? 'accepted' : 'scheduled');
      void client.invalidateQueries({ queryKey: ['threads'] });
      void client.invalidateQueries({ queryKey: ['messages', threadId] });
    },
    [client],
  );
}
