import type { LiveChange } from '../../../main/core/calls/live/live-call.ts';
import { createLiveCalls } from '../../../main/core/calls/live/service.ts';
import type { Outcome } from '../../../main/core/ringcentral/outcome.ts';
import type { LiveCallStatus, ServerLiveCall } from '../../../main/core/ringcentral/records.ts';
import { createFakePush } from '../support/fake-push.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { createMemoryLog } from '../support/memory-log.ts';

export const nobody = { phoneNumber: undefined, extensionNumber: undefined, name: undefined };
/** A caller with a name. */
export const ada = { ...nobody, phoneNumber: '+15125550142', name: 'Ada Brook' };

/** A call of one session, from Ada Brook. */
export function call(status: LiveCallStatus, more: Partial<ServerLiveCall> = {}): ServerLiveCall {
  return {
    telephonySessionId: 's-1',
    sessionId: '1',
    partyId: 'p-1',
    direction: 'Inbound',
    from: ada,
    to: { ...nobody, phoneNumber: '+15125550100' },
    status,
    reason: undefined,
    isMissed: false,
    isMuted: undefined,
    isRingOut: false,
    queue: undefined,
    startedAt: 1_000,
    ...more,
  };
}

/** Live calls with a push channel and a presence that tests turn by hand. */
export function start(
  options: { readonly isPushed?: boolean; readonly clockAheadMs?: number } = {},
) {
  const clock = new ManualClock();
  const push = createFakePush();
  const connected = (): void => push.become({ state: 'connected', sinceAt: clock.now() });
  if (options.isPushed !== false) connected();
  const presence: {
    calls: readonly ServerLiveCall[];
    asked: number;
    outcome?: Outcome<never>;
    hold?: Promise<void>;
  } = {
    calls: [],
    asked: 0,
  };
  const client = {
    push,
    getClockAheadMs: () => options.clockAheadMs,
    getConnection: () => ({ state: 'online' as const }),
    api: {
      telephony: {
        listLive: async () => {
          presence.asked += 1;
          await presence.hold;
          return presence.outcome ?? { kind: 'ok' as const, value: presence.calls };
        },
      },
    },
  };
  const live = createLiveCalls({
    client: client as unknown as Parameters<typeof createLiveCalls>[0]['client'],
    clock,
    log: createMemoryLog(),
    session: { isSignedIn: () => true, onSignedIn: () => () => undefined },
  });
  const changes: LiveChange[] = [];
  live.onChange((change) => changes.push(change));
  const session = (...calls: ServerLiveCall[]): void =>
    push.hint({ kind: 'telephony', isIdle: false, news: { of: 'session', calls } });
  const all = (...calls: ServerLiveCall[]): void =>
    push.hint({ kind: 'telephony', isIdle: calls.length === 0, news: { of: 'all', calls } });
  live.start();
  return { clock, push, connected, presence, live, changes, session, all };
}

export const states = (changes: readonly LiveChange[]): readonly LiveCallStatus[] =>
  changes.map((change) => change.call.status);
