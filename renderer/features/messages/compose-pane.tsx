import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AsideLine } from '../../app/begun-text/aside-line.tsx';
import { ask } from '../../app/bridge.ts';
import { Composer } from '../../app/composer/composer.tsx';
import { useRecipientTrouble } from '../../app/composer/use-recipient-trouble.ts';
import { DiagnosticsLink } from '../../app/diagnostics-link.tsx';
import { partiesTitle, usePartyWords } from '../../app/party.ts';
import { Recipients } from '../../app/recipients/recipients.tsx';
import { openThread, setRecipients, type Recipient } from '../../app/ui-store.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Empty } from '../../ui/empty.tsx';
import { MessageSquarePlus } from '../../ui/icons.ts';
import { PaneHead } from '../../ui/panes.tsx';
import { MessageList } from './message-list.tsx';
import { SendAs } from './separate/send-as.tsx';
import { writeToEach } from './separate/write-to-each.ts';
import { goBackInPane, useBeginning } from './use-beginning.ts';

/** A text to someone: who first, then what; the conversation there already is stands between. */
export function ComposePane(props: {
  readonly recipients: readonly Recipient[];
  readonly onBack: () => void;
}) {
  const { recipients } = props;
  const [typed, setTyped] = useState('');
  const [isListed, setIsListed] = useState(false);
  useBeginning(() => setTyped(''));
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
      <AsideLine
        of="new"
        onGoBack={() => {
          setTyped('');
          goBackInPane();
        }}
      />
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

/** The thread with exactly these people, if there is one. */
function useExistingThread(numbers: readonly string[]) {
  const query = useQuery({
    queryKey: ['threads', 'find', ...numbers],
    queryFn: async () => (await ask('messages.find-thread', { to: [...numbers] })) ?? null,
    enabled: numbers.length > 0,
  });
  return numbers.length > 0 ? (query.data ?? undefined) : undefined;
}
