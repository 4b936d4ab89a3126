import { useQuery } from '@tanstack/react-query';
import { useLayoutEffect, useState } from 'react';
import { ask } from '../../app/bridge.ts';
import { Composer } from '../../app/composer/composer.tsx';
import { changeWriting, readWriting } from '../../app/composer/store.ts';
import { useRecipientTrouble } from '../../app/composer/use-recipient-trouble.ts';
import { DiagnosticsLink } from '../../app/diagnostics-link.tsx';
import { partiesTitle, usePartyWords } from '../../app/party.ts';
import { Recipients } from '../../app/recipients/recipients.tsx';
import {
  openThread,
  setRecipients,
  takeComposeBody,
  useUi,
  type Recipient,
} from '../../app/ui-store.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Empty } from '../../ui/empty.tsx';
import { MessageSquarePlus } from '../../ui/icons.ts';
import { PaneHead } from '../../ui/panes.tsx';
import { MessageList } from './message-list.tsx';
import { SendAs } from './separate/send-as.tsx';
import { writeToEach } from './separate/write-to-each.ts';
import { useDraftRecipients } from './use-draft-recipients.ts';

/** A text to someone: who first, then what; the conversation there already is stands between. */
export function ComposePane(props: {
  readonly recipients: readonly Recipient[];
  readonly onBack: () => void;
}) {
  const { recipients } = props;
  const [typed, setTyped] = useState('');
  const [isListed, setIsListed] = useState(false);
  useBody();
  useDraftRecipients(recipients);
  const words = usePartyWords();
  const numbers = recipients.map(({ number }) => number);
  const existing = useExistingThread(numbers);
  const trouble = useRecipientTrouble('new', numbers);
  const all = typed.trim() === '' ? numbers : [...numbers, typed.trim()];

  return (
    <>
      <PaneHead onBack={props.onBack}>
        <h2>{strings.messages.newText}</h2>
      </PaneHead>
      <Recipients
        recipients={recipients}
        typed={typed}
        failure={trouble}
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
          <Empty icon={<MessageSquarePlus />}>
            {recipients.length > 0 ? strings.messages.emptyThread : strings.messages.emptyCompose}
          </Empty>
        ))}
      <Composer
        draftKey="new"
        to={{ numbers: all }}
        waitsForRecipient={recipients.length === 0}
        help={<DiagnosticsLink isReasonKnown />}
        usualFrom={undefined}
        onSent={openThread}
        onEach={() => writeToEach(all)}
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
