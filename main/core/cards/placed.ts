import { assertNever } from '../../../shared/failure.ts';
import type { ActiveCall, CallState } from '../../../shared/model/calls.ts';
import type { CallId, CardId } from '../../../shared/model/ids.ts';
import type { Clock } from '../ports.ts';
import type { Stack } from './stack.ts';

/** How long a card still says that the call is up, or that it was called off. */
const lingerMs = 3_000;

export type PlacedCards = {
  /** The card of what was proposed becomes that of its call. */
  follow(cardId: CardId, callId: CallId): void;
  /** Brings the cards up to their calls. */
  refresh(): void;
  stop(): void;
};

/** Cards that follow a call from its placing until it is up, or has failed and been dismissed. */
export function createPlacedCards(deps: {
  readonly clock: Clock;
  readonly stack: Stack;
  readonly listActive: () => readonly ActiveCall[];
}): PlacedCards {
  const { clock, stack } = deps;
  const leaving = new Map<CardId, () => void>();

  const leaveSoon = (id: CardId): void => {
    if (leaving.has(id)) return;
    const cancel = clock.schedule(lingerMs, () => {
      leaving.delete(id);
      stack.remove([id]);
    });
    leaving.set(id, cancel);
  };
  const show = (id: CardId, call: ActiveCall): void => {
    stack.change(id, { face: { kind: 'placed', call } });
    if (isSettled(call.state)) leaveSoon(id);
  };

  return {
    follow(cardId, callId) {
      const call = deps.listActive().find(({ id }) => id === callId);
      if (call !== undefined && stack.get(cardId) !== undefined) show(cardId, call);
    },
    refresh() {
      const active = deps.listActive();
      for (const { id, face } of stack.list()) {
        if (face?.kind !== 'placed') continue;
        const call = active.find((each) => each.id === face.call.id);
        if (call !== undefined) show(id, call);
        // It was dismissed in the main window, or left the bar by itself.
        else if (!leaving.has(id)) stack.remove([id]);
      }
    },
    stop: () => leaving.forEach((cancel) => cancel()),
  };
}

/** Whether nothing more is to be seen on the card: the call goes on in the bar, or is over. */
function isSettled(state: CallState): boolean {
  switch (state) {
    case 'connected':
    case 'ended':
    case 'cancelled':
    case 'handed-over':
      return true;
    case 'requesting':
    case 'ringing-you':
    case 'ringing-them':
      return false;
    // Both need words and a next step, until they are dismissed.
    case 'failed':
    case 'unknown':
      return false;
    default:
      return assertNever(state);
  }
}

/** Whether a card's call may still ring somewhere. */
export function isUnderWay({ state }: ActiveCall): boolean {
  return state === 'requesting' || state === 'ringing-you' || state === 'ringing-them';
}
