import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import type { ActiveCall, CallAction } from '../../../shared/model/calls.ts';
import type { CallId, PhoneId } from '../../../shared/model/ids.ts';
import type { Result } from '../../../shared/result.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { MessageSquare, PhoneOff, StickyNote } from '../../ui/icons.ts';
import type { Action } from '../actions/action.ts';
import { useOffer } from '../actions/offers.ts';
import { call } from '../bridge.ts';
import { usePhones } from '../queries.ts';
import { startText } from '../start-text.ts';
import { openCall } from '../ui-store.ts';
import { callWithDevice, useCallParty } from '../use-dial.ts';
import styles from './live-call.module.css';
import { isOver, phoneInstead, togglesOf, waysOn, type WayOn } from './view-model.ts';

const { bar } = strings.calls;

type Props = {
  readonly call: ActiveCall;
  readonly who: string;
  readonly onOpen: ((callId: CallId) => void) | undefined;
  /** Hears why the last thing asked was refused; undefined once something is asked anew. */
  readonly onRefused: (reason: Failure | undefined) => void;
};

/** Something that can be done with a call that is over. */
type Deed = {
  readonly label: string;
  /** What readers say in its place, where it has to name the person. */
  readonly spoken?: string;
  readonly icon?: ReactNode;
  readonly run: () => void;
};

/** What can be done with a call now. */
export function LiveCallActions(props: Props) {
  return isOver(props.call) ? <OverActions {...props} /> : <RunningActions {...props} />;
}

function RunningActions({ call: live, who, onRefused }: Props) {
  const client = useQueryClient();
  const doing = async (asking: Promise<Result<void>>): Promise<void> => {
    onRefused(undefined);
    const result = await asking;
    if (!result.ok) onRefused(result.failure);
    await client.invalidateQueries({ queryKey: ['active-calls'] });
  };
  const control = (action: CallAction): void =>
    void doing(call('calls.control', { callId: live.id, action }));
  const cancel = (): void => {
    if (!live.isCancelling) void doing(call('calls.cancel', { callId: live.id }));
  };
  const spoken = (what: string): string => bar.controlParty(what, who);
  const canHangUp = live.actions.includes('hang-up');
  useOffer(() => {
    const offer = (what: string, action: CallAction, isChosen = false): Action => ({
      id: `live.${action}:${live.id}`,
      group: 'here',
      label: strings.actions.ofCall(what, who),
      isChosen,
      run: () => control(action),
    });
    const cancelling: Action = {
      id: `live.cancel:${live.id}`,
      group: 'here',
      label: strings.actions.ofCall(bar.cancel, who),
      run: cancel,
    };
    return [
      ...(live.canCancel ? [cancelling] : []),
      ...(canHangUp ? [offer(bar.control['hang-up'], 'hang-up')] : []),
      ...togglesOf(live).map(({ label, isPressed, action }) => offer(label, action, isPressed)),
    ];
  });
  return (
    <>
      {togglesOf(live).map(({ id, label, isPressed, isAwaited, action }) => (
        <Button
          key={id}
          variant={isAwaited ? 'primary' : 'secondary'}
          aria-pressed={isPressed}
          aria-label={spoken(label)}
          onClick={() => control(action)}
        >
          {label}
        </Button>
      ))}
      {live.canCancel || live.isCancelling ? (
        <Button variant="danger" aria-disabled={live.isCancelling} onClick={cancel}>
          {live.isCancelling ? bar.cancelling : bar.cancel}
        </Button>
      ) : canHangUp ? (
        <Button
          variant="danger"
          icon={<PhoneOff />}
          aria-label={spoken(bar.control['hang-up'])}
          onClick={() => control('hang-up')}
        >
          {bar.control['hang-up']}
        </Button>
      ) : (
        <span className={styles.hint}>{bar.hangUp}</span>
      )}
    </>
  );
}

function OverActions({ call: live, who, onOpen }: Props) {
  const client = useQueryClient();
  const callParty = useCallParty();
  const instead = phoneInstead(live, usePhones().data ?? []);
  const number = live.party.number ?? live.typed;
  const ways = waysOn(live, instead);
  // A call that the user took back wants nothing more.
  const isFailed = live.state === 'failed' || live.failure !== undefined;
  const dismiss = async (): Promise<void> => {
    await call('calls.dismiss', { callId: live.id });
    await client.invalidateQueries({ queryKey: ['active-calls'] });
  };
  const again = (phoneId?: PhoneId): void => {
    void dismiss();
    callParty({ number: live.typed, who, phoneId });
  };
  const note = (): void => (onOpen ?? openCall)(live.id);
  const deeds: Readonly<Record<WayOn, Deed>> = {
    phone: {
      label: instead ? bar.fromPhone(instead.label) : '',
      run: () => again(instead?.id),
    },
    text: {
      label: strings.app.text,
      spoken: strings.app.textParty(who),
      icon: <MessageSquare />,
      run: () => void startText({ number, party: live.party }),
    },
    again: { label: bar.again, run: () => again() },
    device: { label: bar.withDevice, run: () => void callWithDevice({ number, who }) },
  };
  useOffer(() => {
    const offer = (id: string, what: string, run: () => void): Action => ({
      id: `live.${id}:${live.id}`,
      group: 'here',
      label: strings.actions.ofCall(what, who),
      run,
    });
    return [
      ...ways.map((way) => offer(way, deeds[way].label, deeds[way].run)),
      offer('notes', strings.notes.afterCall, note),
      offer('dismiss', bar.dismiss, () => void dismiss()),
    ];
  });
  return (
    <>
      {ways.map((way, index) => {
        const { label, spoken, icon, run } = deeds[way];
        return (
          <Button
            key={way}
            variant={index === 0 && isFailed ? 'primary' : 'secondary'}
            icon={icon}
            aria-label={spoken}
            onClick={run}
          >
            {label}
          </Button>
        );
      })}
      <Button icon={<StickyNote />} aria-label={strings.notes.afterCallWith(who)} onClick={note}>
        {strings.notes.afterCall}
      </Button>
      <Button variant="quiet" onClick={() => void dismiss()}>
        {bar.dismiss}
      </Button>
    </>
  );
}
