import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ThreadId } from '../../../shared/model/ids.ts';
import type { QuickText } from '../../../shared/model/notifications.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { AsideLine } from '../../app/begun-text/aside-line.tsx';
import { ask, failureOf } from '../../app/bridge.ts';
import { Composer } from '../../app/composer/composer.tsx';
import { useRecipientTrouble } from '../../app/composer/use-recipient-trouble.ts';
import { partiesTitle, usePartyWords } from '../../app/party.ts';
import { Recipients } from '../../app/recipients/recipients.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Frame } from './frame.tsx';
import { LastTexts } from './last-texts.tsx';
import { Sent } from './sent.tsx';
import { finish, goBackToAside, setTo, useQuick } from './store.ts';

const words = strings.quick;

/** A text, from whom to *Sent*; or an answer, below the last that was said. */
export function QuickTextForm({ quick }: { readonly quick: QuickText }) {
  const [sentTo, setSentTo] = useState<ThreadId>();
  const [threadId, setThreadId] = useState(quick.threadId);
  if (sentTo !== undefined) {
    return (
      <Sent
        threadId={sentTo}
        onUndone={() => {
          setThreadId(sentTo);
          setSentTo(undefined);
        }}
      />
    );
  }
  return threadId === undefined ? (
    <NewText onSent={setSentTo} />
  ) : (
    <Reply threadId={threadId} onSent={setSentTo} />
  );
}

type OnSent = (threadId: ThreadId) => void;

function NewText({ onSent }: { readonly onSent: OnSent }) {
  const [typed, setTyped] = useState('');
  const to = useQuick((state) => state.to);
  const numbers = to.map(({ number }) => number);
  const trouble = useRecipientTrouble('quick', numbers);
  const all = typed.trim() === '' ? numbers : [...numbers, typed.trim()];
  return (
    <Frame title={words.title}>
      <AsideLine
        of="quick"
        onGoBack={() => {
          setTyped('');
          goBackToAside();
        }}
      />
      <Recipients
        recipients={to}
        typed={typed}
        failure={trouble}
        onType={setTyped}
        onList={ignore}
        onChange={setTo}
      />
      <Composer
        draftKey="quick"
        to={{ numbers: all }}
        waitsForRecipient={to.length === 0}
        usualFrom={undefined}
        onSent={(threadId) => {
          finish();
          onSent(threadId);
        }}
      />
    </Frame>
  );
}

function Reply({ threadId, onSent }: { readonly threadId: ThreadId; readonly onSent: OnSent }) {
  const party = usePartyWords();
  const thread = useQuery({
    queryKey: ['threads', 'one', threadId],
    queryFn: async () => (await ask('messages.get-thread', { threadId })) ?? null,
  });
  const { data } = thread;
  const who = data ? partiesTitle(data.parties, party) : undefined;
  return (
    <Frame title={who === undefined ? words.title : words.replyTo(who)} threadId={threadId}>
      {thread.isPending && <SkeletonRows rows={2} />}
      {(thread.isError || data === null) && (
        <Banner
          tone="danger"
          role="alert"
          title={words.threadFailed}
          actions={<Button onClick={() => void thread.refetch()}>{strings.app.tryAgain}</Button>}
        >
          {thread.isError && strings.failures(failureOf(thread.error)).advice}
        </Banner>
      )}
      {data && (
        <>
          <LastTexts threadId={threadId} isGroup={data.parties.length > 1} />
          <Composer
            draftKey={threadId}
            to={{ threadId }}
            usualFrom={data.ownNumber}
            onSent={onSent}
          />
        </>
      )}
    </Frame>
  );
}

function ignore(): void {
  // Suggestions stand below the field, and the window grows with them.
}
