import type { IncomingCall } from '../../../shared/model/cards.ts';
import type { CallId, CardId } from '../../../shared/model/ids.ts';
import type { CardsDeps } from './deps.ts';
import { lookUpBrief } from './look-up.ts';
import type { Stack } from './stack.ts';

/** So many dismissed calls are remembered: more do not ring at once. */
const mostDismissed = 50;

export type IncomingCards = {
  put(call: IncomingCall): void;
  drop(callId: CallId): void;
  /** The user does not want to see this call's card any more, whatever becomes of it. */
  noteDismissed(callId: CallId): void;
};

/** Cards of calls that come in: one for each, from the first ring until it is dismissed. */
export function createIncomingCards(
  deps: Pick<CardsDeps, 'clock' | 'random' | 'log' | 'window' | 'briefs'>,
  stack: Stack,
): IncomingCards {
  /** As each call stands, also while what is known of its caller is being read. */
  const latest = new Map<CallId, IncomingCall>();
  const dismissed = new Set<CallId>();

  const open = async (id: CardId, call: IncomingCall): Promise<void> => {
    const brief = await lookUpBrief(deps, call);
    const now = latest.get(call.callId);
    if (now === undefined || !stack.change(id, { face: { kind: 'incoming', call: now, brief } })) {
      return;
    }
    // Whoever is typing elsewhere goes on typing.
    deps.window.show({ takeFocus: false });
  };

  return {
    put(call) {
      const { callId } = call;
      if (dismissed.has(callId)) return;
      latest.set(callId, call);
      const standing = stack.list().find(({ key }) => key === keyOf(callId));
      if (standing === undefined) {
        const id = deps.random.uuid() as CardId;
        const common = { source: undefined, proposed: undefined, repeats: 0, face: undefined };
        stack.put({ id, at: deps.clock.now(), key: keyOf(callId), ...common });
        void open(id, call);
      } else if (standing.face?.kind === 'incoming') {
        stack.change(standing.id, { face: { ...standing.face, call } });
      }
    },
    drop(callId) {
      latest.delete(callId);
      // One that follows the call back stays as long as that one.
      const gone = stack
        .list()
        .filter(({ key, face }) => key === keyOf(callId) && face?.kind !== 'placed');
      stack.remove(gone.map(({ id }) => id));
    },
    noteDismissed(callId) {
      latest.delete(callId);
      dismissed.add(callId);
      const [oldest] = dismissed;
      if (dismissed.size > mostDismissed && oldest !== undefined) dismissed.delete(oldest);
    },
  };
}

function keyOf(callId: CallId): string {
  return `incoming\n${callId}`;
}
