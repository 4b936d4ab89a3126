import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ActiveCall } from '../../../shared/model/calls.ts';
import { call as callBridge } from '../../app/bridge.ts';
import { usePartyWords } from '../../app/party.ts';
import { useActiveCalls } from '../../app/queries.ts';
import { openCall, showTrouble, useUi } from '../../app/ui-store.ts';
import { callWithDevice, useCallParty } from '../../app/use-dial.ts';
import { en } from '../../../shared/strings/en.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { StickyNote } from '../../ui/icons.ts';
import styles from './call-bar.module.css';
import { TalkClock } from './talk-clock.tsx';
import { TroubleBar } from './trouble-bar.tsx';
import { barWords, canTryAgain, isOver, legWords } from './view-model.ts';

const { bar } = en.calls;

/** The call being placed, running, or just over, and what became of the last attempt. */
export function CallBar() {
  const calls = useActiveCalls().data ?? [];
  const trouble = useUi((ui) => ui.callTrouble);
  const words = usePartyWords();
  const newest = calls[0];
  return (
    <>
      {/* Always there, so that readers hear the first change too. */}
      <div role="status" className="read-only-aloud">
        {newest && barWords(newest, words.title(newest.party)).state}
      </div>
      {(trouble ?? newest) !== undefined && (
        <section aria-label={bar.label} className={styles.place}>
          {trouble && <TroubleBar trouble={trouble} />}
          {calls.map((call) => (
            <OneCall key={call.id} call={call} />
          ))}
        </section>
      )}
    </>
  );
}

function OneCall({ call }: { readonly call: ActiveCall }) {
  const party = usePartyWords();
  const who = party.title(call.party);
  const words = barWords(call, who);
  return (
    <div className={cx(styles.bar, styles[words.tone])}>
      <span className={styles.picture}>
        <Avatar name={call.party.name} />
      </span>
      <div className={styles.who}>
        <strong className={styles.name}>{who}</strong>
        <span className={cx(styles.number, 'figures')}>{party.detail(call.party)}</span>
      </div>
      <div className={styles.state}>
        <span className={styles.sentence}>
          {words.state} <TalkClock call={call} />
        </span>
        {words.advice === undefined ? (
          <span className={styles.legs}>{legWords(call, who)}</span>
        ) : (
          <span className={styles.advice}>{words.advice}</span>
        )}
      </div>
      <div className={styles.actions}>
        <CallActions call={call} who={who} />
      </div>
    </div>
  );
}

function CallActions({ call, who }: { readonly call: ActiveCall; readonly who: string }) {
  const client = useQueryClient();
  const callParty = useCallParty();
  const [isCancelling, setIsCancelling] = useState(false);
  const number = call.party.number ?? call.typed;
  const refresh = () => client.invalidateQueries({ queryKey: ['active-calls'] });

  const cancel = async (): Promise<void> => {
    if (isCancelling) return;
    setIsCancelling(true);
    const result = await callBridge('calls.cancel', { callId: call.id });
    if (!result.ok) showTrouble({ number, who, failure: result.failure });
    await refresh();
    setIsCancelling(false);
  };
  const dismiss = async (): Promise<void> => {
    await callBridge('calls.dismiss', { callId: call.id });
    await refresh();
  };

  if (!isOver(call)) {
    if (!call.canCancel) return <span className={styles.hint}>{bar.hangUp}</span>;
    return (
      <Button variant="danger" aria-disabled={isCancelling} onClick={() => void cancel()}>
        {bar.cancel}
      </Button>
    );
  }
  return (
    <>
      {call.state === 'failed' && (
        <Button onClick={() => void callWithDevice({ number, who })}>{bar.withDevice}</Button>
      )}
      <Button
        icon={<StickyNote />}
        aria-label={en.notes.afterCallWith(who)}
        onClick={() => openCall(call.id)}
      >
        {en.notes.afterCall}
      </Button>
      {canTryAgain(call) && (
        <Button
          onClick={() => {
            void dismiss();
            callParty({ number: call.typed, who });
          }}
        >
          {bar.again}
        </Button>
      )}
      <Button variant="quiet" onClick={() => void dismiss()}>
        {bar.dismiss}
      </Button>
    </>
  );
}
