import { useQuery } from '@tanstack/react-query';
import { useLayoutEffect, useState } from 'react';
import { ask } from '../../app/bridge.ts';
import { Composer } from '../../app/composer/composer.tsx';
import { changeWriting, readWriting, useTexts } from '../../app/composer/store.ts';
import { isAboutRecipients } from '../../app/composer/view-model.ts';
import { partiesTitle, usePartyWords } from '../../app/party.ts';
import { useSession, useSettings } from '../../app/queries.ts';
import { Recipients } from '../../app/recipients/recipients.tsx';
import {
  openThread,
  setRecipients,
  takeComposeBody,
  useUi,
  type Recipient,
} from '../../app/ui-store.ts';
import type { E164 } from '../../../shared/model/ids.ts';
import { en } from '../../../shared/strings/en.ts';
import { Empty } from '../../ui/empty.tsx';
import { MessageSquarePlus } from '../../ui/icons.ts';
import { PaneHead } from '../../ui/panes.tsx';
import { MessageList } from './message-list.tsx';
import { SendAs } from './separate/send-as.tsx';

/** A text to someone: who first, then what; the conversation there already is stands between. */
export function ComposePane(props: {
  readonly recipients: readonly Recipient[];
  readonly onBack: () => void;
}) {
  const { recipients } = props;
  const [typed, setTyped] = useState('');
  const [isListed, setIsListed] = useState(false);
  useBody();
  const words = usePartyWords();
  const numbers = recipients.map(({ number }) => number);
  const existing = useExistingThread(numbers);
  const failure = useTexts((texts) => texts.failures.new);
  const sender = useSender();
  const all = typed.trim() === '' ? numbers : [...numbers, typed.trim()];

  return (
    <>
      <PaneHead onBack={props.onBack}>
        <h2>{en.messages.newText}</h2>
      </PaneHead>
      <Recipients
        recipients={recipients}
        typed={typed}
        failure={failure && isAboutRecipients(failure) ? failure : undefined}
        onType={setTyped}
        onList={setIsListed}
        onChange={setRecipients}
      />
      {!isListed && <SendAs numbers={typed.trim() === '' ? numbers : all} />}
      {!isListed &&
        (existing ? (
          <MessageList
            key={existing.id}
            threadId={existing.id}
            who={partiesTitle(existing.parties, words)}
            isGroup={existing.parties.length > 1}
          />
        ) : (
          <Empty icon={<MessageSquarePlus />}>{en.messages.emptyCompose}</Empty>
        ))}
      <Composer
        draftKey="new"
        to={{ numbers: all }}
        waitsForRecipient={recipients.length === 0}
        usualFrom={existing?.ownNumber ?? sender}
        onSent={openThread}
      />
    </>
  );
}

/** Takes what the text is to begin with into the draft; what was written there before stays above. */
function useBody(): void {
  const body = useUi((ui) => ui.composeBody);
  useLayoutEffect(() => {
    if (body === undefined || takeComposeBody() !== body) return;
    const { text } = readWriting('new');
    if (text !== body) changeWriting('new', { text: [text, body].filter(Boolean).join('\n') });
  }, [body]);
}

/** The thread with exactly these people, if there is one. */
function useExistingThread(numbers: readonly string[]) {
  const query = useQuery({
    queryKey: ['threads', 'find', ...numbers],
    queryFn: async () => (await ask('messages.find-thread', { to: [...numbers] })) ?? null,
    enabled: numbers.length > 0,
  });
  return numbers.length > 0 ? (query.data ?? undefined) : undefined;
}

function useSender(): E164 | undefined {
  const chosen = useSettings().data?.smsFrom as E164 | undefined;
  const usual = useSession().data?.fromNumber;
  return chosen ?? usual;
}
