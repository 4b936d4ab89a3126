import { onTestFinished } from 'vitest';
import type { ActiveCall } from '../../../shared/model/calls.ts';
import type { IncomingCall } from '../../../shared/model/cards.ts';
import type { CallId, CountryCode, E164 } from '../../../shared/model/ids.ts';
import type { LiveCall, LiveChange } from '../../../main/core/calls/live/live-call.ts';
import { createEvents } from '../../../main/core/events.ts';
import { createIncoming, type Incoming } from '../../../main/core/incoming/service.ts';
import { openInProcessArchive, type InProcessArchive } from '../../db/in-process.ts';
import { ManualClock, settled } from '../support/manual-clock.ts';
import { createMemoryLog, type MemoryLog } from '../support/memory-log.ts';

export const me = '+15125550123' as E164;
export const ada = '+12125550142' as E164;
export const bob = '+12125550143' as E164;

/** Incoming calls on an archive in memory, with cards and live calls of the test's own. */
export type IncomingHarness = {
  readonly archive: InProcessArchive;
  readonly clock: ManualClock;
  readonly log: MemoryLog;
  readonly incoming: Incoming;
  /** The cards that stand now, by their call. */
  readonly cards: Map<CallId, IncomingCall>;
  /** What each card said, in order. */
  readonly states: string[];
  readonly settings: { showIncoming: boolean };
  active: readonly ActiveCall[];
  expected: number;
  /** Something becomes of a call; what is left out is as it was. */
  hear(sessionId: string, news: Partial<LiveCall>): Promise<void>;
  tellOfCalls(): Promise<void>;
  rows(): readonly Record<string, unknown>[];
};

export function openIncoming(): IncomingHarness {
  const archive = openInProcessArchive();
  const clock = new ManualClock();
  const log = createMemoryLog();
  const events = createEvents(clock);
  const cards = new Map<CallId, IncomingCall>();
  const states: string[] = [];
  const settings = { showIncoming: true };
  const known = new Map<string, LiveCall>();
  let listener: ((change: LiveChange) => void) | undefined;
  const harness = { active: [] as readonly ActiveCall[], expected: 0 };
  const incoming = createIncoming({
    archive,
    clock,
    log,
    events,
    live: {
      onChange(hears) {
        listener = hears;
        return () => (listener = undefined);
      },
    },
    cards: {
      putIncoming(call) {
        cards.set(call.callId, call);
        states.push(call.state);
      },
      dropIncoming: (callId) => void cards.delete(callId),
    },
    calls: { listActive: () => harness.active },
    session: { homeCountry: () => 'US' as CountryCode },
    settings: () => settings,
    getClockAheadMs: () => 0,
    expectCallLog: () => void (harness.expected += 1),
  });
  incoming.start();
  onTestFinished(() => incoming.stop());
  return Object.assign(harness, {
    archive,
    clock,
    log,
    incoming,
    cards,
    states,
    settings,
    async hear(sessionId: string, news: Partial<LiveCall>) {
      const before = known.get(sessionId);
      const call = { ...(before ?? ringing(sessionId, clock.now())), ...news };
      known.set(sessionId, call);
      listener?.({ call, before });
      await settled();
    },
    async tellOfCalls() {
      events.changed({ area: 'calls' });
      await clock.advance(100);
      await settled();
    },
    rows: () =>
      archive.db.prepare('SELECT * FROM call ORDER BY id').all() as Record<string, unknown>[],
  });
}

function ringing(telephonySessionId: string, at: number): LiveCall {
  const nobody = { phoneNumber: undefined, extensionNumber: undefined, name: undefined };
  return {
    telephonySessionId,
    sessionId: undefined,
    partyId: undefined,
    direction: 'Inbound',
    from: { ...nobody, phoneNumber: ada },
    to: { ...nobody, phoneNumber: me },
    status: 'ringing',
    reason: undefined,
    isMissed: false,
    isMuted: undefined,
    isRingOut: false,
    queue: undefined,
    startedAt: at,
    answeredAt: undefined,
    endedAt: undefined,
  };
}

/** A call that is being placed from here. */
export function placing(id: string, number: E164, at: number): ActiveCall {
  return {
    id: id as CallId,
    state: 'ringing-you',
    party: {
      contactId: undefined,
      name: undefined,
      company: undefined,
      number,
      extensionNumber: undefined,
    },
    typed: number,
    keyIn: undefined,
    phone: { label: 'Desk', number: me },
    yourLeg: 'ringing',
    theirLeg: 'waiting',
    startedAt: at,
    connectedAt: undefined,
    endedAt: undefined,
    canCancel: true,
    isCancelling: false,
    actions: [],
    isOnHold: false,
    isMuted: false,
    callerId: undefined,
    failure: undefined,
  };
}
