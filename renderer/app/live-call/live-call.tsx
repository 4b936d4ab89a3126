import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import type { ActiveCall } from '../../../shared/model/calls.ts';
import type { CallId } from '../../../shared/model/ids.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { cx } from '../../ui/class-names.ts';
import { ask } from '../bridge.ts';
import { usePartyWords } from '../party.ts';
import { LiveCallActions } from './live-call-actions.tsx';
import styles from './live-call.module.css';
import { TalkClock } from './talk-clock.tsx';
import { barWords, isOver, keyInOf, legWords } from './view-model.ts';

/**
 * A call being placed, running, or just over: with whom, how far it is, and what can be done. It
 * makes use of the width it is given: the bar of the main window, or the small one.
 */
export function LiveCall(props: {
  readonly call: ActiveCall;
  /** Leads to the call with its notes; in the main window unless told otherwise. */
  readonly onOpen?: (callId: CallId) => void;
}) {
  const { call } = props;
  const party = usePartyWords();
  const who = party.title(call.party);
  const words = barWords(call, who, useRecordedSeconds(call));
  // What was asked of this call and refused stands with it until something else is asked.
  const [refusal, setRefusal] = useState<Failure>();
  return (
    <div className={cx(styles.space, styles[words.tone])}>
      <div className={styles.call}>
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
          <Advice refusal={refusal} advice={words.advice} legs={legWords(call, who)} />
          <Digits call={call} />
        </div>
        <div className={cx(styles.actions, isOver(call) && styles.ways)}>
          <LiveCallActions call={call} who={who} onOpen={props.onOpen} onRefused={setRefusal} />
        </div>
      </div>
    </div>
  );
}

/** How long a call that has ended was, as the history tells it. */
function useRecordedSeconds({ id: callId, state }: ActiveCall): number | undefined {
  const record = useQuery({
    queryKey: ['calls', 'one', callId],
    queryFn: async () => (await ask('calls.get', { callId })) ?? null,
    enabled: state === 'ended',
  });
  return record.data?.durationSeconds;
}

function Advice(props: {
  readonly refusal: Failure | undefined;
  readonly advice: string | undefined;
  readonly legs: string | undefined;
}) {
  if (props.refusal !== undefined) {
    const { title, advice } = strings.failures(props.refusal);
    return <span role="alert" className={styles.advice}>{`${title}. ${advice}`}</span>;
  }
  if (props.advice !== undefined) return <span className={styles.advice}>{props.advice}</span>;
  return props.legs === undefined ? null : <span className={styles.legs}>{props.legs}</span>;
}

/** Large enough to key them in on a phone while looking at it. */
function Digits({ call }: { readonly call: ActiveCall }) {
  const keyIn = keyInOf(call);
  return (
    keyIn && (
      <span className={styles.keyIn}>
        {keyIn.label} <strong className={cx(styles.digits, 'figures')}>{keyIn.digits}</strong>
      </span>
    )
  );
}
