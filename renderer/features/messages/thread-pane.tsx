import { useId, useState } from 'react';
import type { ThreadId } from '../../../shared/model/ids.ts';
import type { ThreadView } from '../../../shared/model/messages.ts';
import { failureOf } from '../../app/bridge.ts';
import { Composer } from '../../app/composer/composer.tsx';
import { DiagnosticsLink } from '../../app/diagnostics-link.tsx';
import { partiesTitle, usePartyWords, whoseOf } from '../../app/party.ts';
import { PartyDetail, PartyTitle } from '../../app/phone/party-phone.tsx';
import { PhoneText } from '../../app/phone/phone-text.tsx';
import { ThreadScheduled } from '../../app/send-later/thread-scheduled.tsx';
import { openPerson, openThread } from '../../app/ui-store.ts';
import { useCallParty } from '../../app/use-dial.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MessageSquare, Phone, User, Users } from '../../ui/icons.ts';
import { PaneHead } from '../../ui/panes.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { MessageList } from './message-list.tsx';
import styles from './messages.module.css';
import { PeoplePanel } from './people-panel.tsx';
import { ThreadMenuButton } from './list/thread-menu.tsx';
import { useOpening } from './use-opening.ts';
import { useThreadOffers } from './use-thread-offers.ts';
import { useMarkRead, useThread } from './use-thread.ts';

/** One conversation: who with, the texts, and a place to answer. */
export function ThreadPane(props: { readonly threadId: ThreadId; readonly onBack: () => void }) {
  const query = useThread(props.threadId);
  const waiting = <PaneHead onBack={props.onBack}>{strings.messages.title}</PaneHead>;
  if (query.isPending) {
    return (
      <>
        {waiting}
        <SkeletonRows rows={4} />
      </>
    );
  }
  if (query.isError) {
    return (
      <>
        {waiting}
        <FailureState failure={failureOf(query.error)} onRetry={() => void query.refetch()} />
      </>
    );
  }
  if (query.data === null) {
    return (
      <>
        {waiting}
        <Empty icon={<MessageSquare />}>{strings.messages.gone}</Empty>
      </>
    );
  }
  return <OpenThread thread={query.data} onBack={props.onBack} />;
}

function OpenThread(props: { readonly thread: ThreadView; readonly onBack: () => void }) {
  const { thread } = props;
  const words = usePartyWords();
  const opening = useOpening(thread);
  const panelId = useId();
  const [isPanelOpen, setIsPanelOpen] = useState(false);
  useMarkRead(thread.id, thread.unreadCount);
  useThreadOffers(thread, () => setIsPanelOpen(true));
  const isGroup = thread.parties.length > 1;
  const who = partiesTitle(thread.parties, words);
  return (
    <>
      <PaneHead
        onBack={props.onBack}
        actions={
          <>
            <TheirPage thread={thread} who={who} />
            <CallThem thread={thread} who={who} />
            {isGroup && (
              <IconButton
                label={isPanelOpen ? strings.threads.hidePeople : strings.threads.showPeople}
                icon={<Users />}
                aria-expanded={isPanelOpen}
                aria-controls={panelId}
                onClick={() => setIsPanelOpen((isOpen) => !isOpen)}
              />
            )}
            <ThreadMenuButton thread={thread} />
          </>
        }
      >
        <div className={styles.person}>
          <Avatar name={thread.parties[0]?.name} isGroup={isGroup} />
          <div className={styles.personWords}>
            <Names thread={thread} who={who} />
          </div>
        </div>
      </PaneHead>
      {isGroup && isPanelOpen && <PeoplePanel id={panelId} parties={thread.parties} />}
      <MessageList
        // Opened at another text it begins anew, there.
        key={opening.anchor?.id ?? 'end'}
        threadId={thread.id}
        opening={opening}
        who={who}
        isGroup={isGroup}
      />
      <ThreadScheduled threadId={thread.id} />
      <Composer
        draftKey={thread.id}
        to={{ threadId: thread.id }}
        help={<DiagnosticsLink isReasonKnown />}
        usualFrom={thread.ownNumber}
        onSent={(id) => id !== thread.id && openThread(id)}
      />
    </>
  );
}

/** One person with their number, or everyone by name; each number can be pressed. */
function Names(props: { readonly thread: ThreadView; readonly who: string }) {
  const [party, ...others] = props.thread.parties;
  const words = usePartyWords();
  if (party !== undefined && others.length === 0) {
    return (
      <>
        <h2 className="figures">
          <PartyTitle party={party} />
        </h2>
        <p className="figures">
          <PartyDetail party={party} />
        </p>
      </>
    );
  }
  const everyone = strings.app.group(props.thread.parties.map(words.title));
  return (
    <>
      <h2 className="figures">
        <PhoneText text={props.who} />
      </h2>
      <p className="figures">
        {everyone === props.who ? (
          strings.threads.people(props.thread.parties.length)
        ) : (
          <PhoneText text={everyone} />
        )}
      </p>
    </>
  );
}

/** Everything with the person of the conversation. */
function TheirPage(props: { readonly thread: ThreadView; readonly who: string }) {
  const [party, ...others] = props.thread.parties;
  const whose = party && others.length === 0 ? whoseOf(party) : undefined;
  if (whose === undefined) return null;
  return (
    <IconButton
      label={strings.messages.person(props.who)}
      icon={<User />}
      onClick={() => openPerson(whose)}
    />
  );
}

function CallThem(props: { readonly thread: ThreadView; readonly who: string }) {
  const callParty = useCallParty();
  const [party, ...others] = props.thread.parties;
  const number = party?.number;
  if (number === undefined || others.length > 0) return null;
  return (
    <Button
      icon={<Phone />}
      aria-label={strings.app.callParty(props.who)}
      onClick={() => callParty({ number, who: props.who })}
    >
      {strings.app.call}
    </Button>
  );
}
