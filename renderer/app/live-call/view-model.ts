import { assertNever, type FailureMessage } from '../../../shared/failure.ts';
import type { ActiveCall, CallAction, PhoneChoice } from '../../../shared/model/calls.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { duration } from '../format.ts';
import { isToldAbove } from '../trouble.ts';

export type BarTone = 'waiting' | 'live' | 'over' | 'failed' | 'unsure';

export type BarWords = {
  readonly tone: BarTone;
  /** What is going on, in one sentence; does not change from second to second. */
  readonly state: string;
  readonly advice: string | undefined;
};

/** What a person keys in themselves: how to say it, and the digits with their pauses. */
export type KeyIn = { readonly label: string; readonly digits: string };

/** A button that switches something: it stays pressed while that is so, or says what it does next. */
export type Toggle = {
  readonly id: 'mute' | 'hold';
  readonly label: string;
  /** Undefined where its words change instead. */
  readonly isPressed: boolean | undefined;
  /** The call waits for it: nobody hears anybody until it is pressed. */
  readonly isAwaited: boolean;
  /** What pressing it asks for. */
  readonly action: CallAction;
};

const { bar } = strings.calls;

/** How far a call has come, in words; its length as its record has it, once that is known. */
export function barWords(call: ActiveCall, who: string, recordedSeconds?: number): BarWords {
  const trouble = call.failure && strings.failures(call.failure);
  switch (call.state) {
    case 'requesting':
      return { tone: 'waiting', state: bar.state.requesting, advice: undefined };
    case 'ringing-you':
      return {
        tone: 'waiting',
        state: bar.state.ringingYou(call.phone.label, who),
        advice: undefined,
      };
    case 'ringing-them':
      return { tone: 'waiting', state: bar.state.ringingThem(who), advice: undefined };
    case 'connected':
      return { tone: call.isOnHold ? 'waiting' : 'live', state: talking(call), advice: undefined };
    case 'ended':
      return { tone: 'over', state: endedWords(call, recordedSeconds), advice: undefined };
    case 'cancelled':
      return {
        tone: 'over',
        state: trouble?.title ?? bar.state.cancelled,
        advice: trouble?.advice,
      };
    case 'failed':
      return {
        tone: 'failed',
        state: trouble?.title ?? bar.state.failed,
        advice: trouble?.advice,
      };
    case 'unknown':
      return { tone: 'unsure', state: bar.state.unknown, advice: trouble?.advice };
    case 'handed-over':
      return { tone: 'over', state: bar.state.handedOver, advice: undefined };
    default:
      return assertNever(call.state);
  }
}

/** Both sides of a running call: *You: answered · Ada Brook: ringing*; nothing once it is over. */
export function legWords(call: ActiveCall, who: string): string | undefined {
  if (isOver(call)) return undefined;
  return `${bar.you}: ${bar.leg[call.yourLeg]} · ${who}: ${bar.leg[call.theirLeg]}`;
}

/** How long both sides have been talking: a clock while they are, nothing before. */
export function talkClock(call: ActiveCall, now: EpochMs): string | undefined {
  if (call.state !== 'connected' || call.connectedAt === undefined) return undefined;
  return duration((now - call.connectedAt) / 1000);
}

/** The digits RingOut could not send, from the first ring until the call is over. */
export function keyInOf(call: ActiveCall): KeyIn | undefined {
  if (call.keyIn === undefined || isOver(call)) return undefined;
  const label = call.state === 'connected' ? bar.keyInNow : bar.keyInLabel;
  return { label, digits: call.keyIn.replace(/,+/g, ' … ') };
}

/** Hold and mute, as far as they can be pressed now. */
export function togglesOf({ actions, isOnHold, isMuted }: ActiveCall): readonly Toggle[] {
  const toggles: readonly Toggle[] = [
    {
      id: 'mute',
      label: bar.control.mute,
      isPressed: isMuted,
      isAwaited: false,
      action: isMuted ? 'unmute' : 'mute',
    },
    {
      id: 'hold',
      label: isOnHold ? bar.control.resume : bar.control.hold,
      isPressed: undefined,
      isAwaited: isOnHold,
      action: isOnHold ? 'resume' : 'hold',
    },
  ];
  return toggles.filter(({ action }) => actions.includes(action));
}

/** A phone to try instead, where it was the user's own that could not be rung. */
export function phoneInstead(
  call: ActiveCall,
  phones: readonly PhoneChoice[],
): PhoneChoice | undefined {
  if (call.failure === undefined || !isOfOwnPhone(call.failure.message)) return undefined;
  return phones.find(({ number, status }) => number !== call.phone.number && status !== 'offline');
}

export function isOver(call: ActiveCall): boolean {
  return ['ended', 'cancelled', 'failed', 'unknown', 'handed-over'].includes(call.state);
}

/**
 * Whether they were rung and did not come to the phone: a text may reach them. The reason tells it
 * whoever told of the end; a leg may still stand as it was last heard of.
 */
export function mayText({ state, failure }: ActiveCall): boolean {
  if (state !== 'failed' || failure === undefined) return false;
  return ['call.busy', 'call.no-answer', 'call.rejected'].includes(failure.message);
}

/**
 * Whether trying again is for the user to decide: never offered while the outcome is open, nor where the
 * same call can only fail again.
 */
export function canTryAgain({ state, failure }: ActiveCall): boolean {
  if (state === 'cancelled') return true;
  return state === 'failed' && failure?.retry !== 'never';
}

/** What can be done about a call that came to nothing: the user's other phone, a text, … */
export type WayOn = 'phone' | 'text' | 'again' | 'device';

/** What is offered of a call that is over, the best first. */
export function waysOn(call: ActiveCall, instead: PhoneChoice | undefined): readonly WayOn[] {
  const { state, failure, party } = call;
  const isFailed = state === 'failed';
  // While RingCentral is away another phone is the way that works.
  const isAway = failure !== undefined && isToldAbove(failure);
  const ways: readonly (WayOn | false)[] = [
    instead !== undefined && 'phone',
    mayText(call) && party.number !== undefined && 'text',
    isFailed && isAway && 'device',
    canTryAgain(call) && 'again',
    isFailed && !isAway && 'device',
  ];
  return ways.filter((way) => way !== false);
}

/** Whether the reason lies with the phone that is rung first. */
function isOfOwnPhone(message: FailureMessage): boolean {
  return message === 'call.from-refused' || message.startsWith('call.you-');
}

function talking(call: ActiveCall): string {
  if (call.isOnHold) return bar.state.onHold;
  return call.isMuted ? bar.state.muted : bar.state.connected;
}

function endedWords(call: ActiveCall, recordedSeconds: number | undefined): string {
  if (call.connectedAt === undefined || call.endedAt === undefined) return bar.state.ended;
  // Rounded as in the history, where the call is written down with whole seconds.
  const seconds = recordedSeconds ?? Math.round((call.endedAt - call.connectedAt) / 1000);
  return bar.state.endedAfter(duration(seconds));
}
