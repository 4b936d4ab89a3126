import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { TextQuestion } from '../../../shared/model/drafts.ts';
import type { MessageId, ThreadId } from '../../../shared/model/ids.ts';
import { announce } from '../../app/announce/announce.ts';
import { call } from '../../app/bridge.ts';
import { focusField } from '../../app/composer/field.tsx';
import { tellFailure } from '../../app/composer/store.ts';
import { noAnswers, withYes, type Answers } from '../../app/text-rules/store.ts';
import { textQuestionOf } from '../../app/text-rules/view-model.ts';
import { strings } from '../../../shared/strings/strings.ts';

type Asked = { readonly question: TextQuestion; readonly answers: Answers };

/** Sends a text that did not go once more. What has to be asked first is asked at the text itself. */
export function useSendAgain(thread: ThreadId, messageId: MessageId) {
  const client = useQueryClient();
  const [asked, setAsked] = useState<Asked>();
  const send = async (answers: Answers): Promise<void> => {
    const { confirmed, reason } = answers;
    const said = { confirmed: [...confirmed], reason: reason || undefined };
    const result = await call('messages.send-again', { messageId, ...said });
    const question = result.ok ? undefined : textQuestionOf(result.failure);
    setAsked(question && { question, answers });
    if (result.ok) {
      announce(strings.composer.accepted);
      focusField(thread);
    } else if (question === undefined) tellFailure(thread, result.failure);
    await client.invalidateQueries({ queryKey: ['messages', thread] });
    await client.invalidateQueries({ queryKey: ['threads'] });
  };
  return {
    question: asked?.question,
    send: () => void send(noAnswers),
    sayYes(reason: string) {
      if (asked !== undefined) void send(withYes(asked.answers, asked.question, reason));
    },
    sayNo() {
      setAsked(undefined);
      focusField(thread);
    },
  };
}
