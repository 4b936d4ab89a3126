import type { E164 } from '../../../shared/model/ids.ts';
import type { LiveCall, LiveCalls, LiveChange } from '../../../main/core/calls/live/live-call.ts';
import type { ServerParty } from '../../../main/core/ringcentral/records.ts';

/** The user's live calls as a test plays them. */
export type FakeLive = LiveCalls & {
  /** A call is new, or changed. */
  tell(call: LiveCall): void;
};

/** Starts one with no calls. */
export function createFakeLive(): FakeLive {
  const calls = new Map<string, LiveCall>();
  const listeners = new Set<(change: LiveChange) => void>();
  return {
    start: () => undefined,
    stop: () => undefined,
    list: () => [...calls.values()],
    get: (id) => calls.get(id),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh: () => undefined,
    tell(call) {
      const before = calls.get(call.telephonySessionId);
      calls.set(call.telephonySessionId, call);
      for (const listener of listeners) listener({ call, before });
    },
  };
}

/** A call to one number from another, answered and not over. */
export function liveCall(
  changes: Partial<LiveCall> & { readonly telephonySessionId: string },
): LiveCall {
  return {
    sessionId: undefined,
    partyId: `p-${changes.telephonySessionId}`,
    direction: 'Outbound',
    from: number(undefined),
    to: number(undefined),
    status: 'ringing',
    reason: undefined,
    isMissed: false,
    isMuted: false,
    isRingOut: true,
    queue: undefined,
    startedAt: undefined,
    answeredAt: undefined,
    endedAt: undefined,
    ...changes,
  };
}

/** A side of a call that is known by its number alone. */
export function number(phoneNumber: E164 | undefined): ServerParty {
  return { phoneNumber, extensionNumber: undefined, name: undefined };
}
