import type { Settings } from '../../../shared/model/app.ts';
import type { ActiveCall } from '../../../shared/model/calls.ts';
import type { IncomingCall } from '../../../shared/model/cards.ts';
import type { CallId, CountryCode, EpochMs } from '../../../shared/model/ids.ts';
import type { LiveCall, LiveCalls, LiveChange } from '../calls/live/live-call.ts';
import type { Cards } from '../cards/service.ts';
import type { Archive } from '../db/define-query.ts';
import { toId, toRowId } from '../db/row-id.ts';
import type { Events } from '../events.ts';
import type { Clock, Log } from '../ports.ts';
import {
  corrected,
  findOwnRingOut,
  isNews,
  numberOf,
  outcomeOf,
  stateOf,
  wasTakenElsewhere,
} from './following.ts';
import { beginIncoming, noteAnswered, readOutcomes, settleIncoming } from './queries.ts';

/** How long a card that nobody touches stays after the end: time to write down what came of it. */
const lingerMs = 2 * 60_000;
/** One that was missed waits for somebody to come back to the desk. */
const missedLingerMs = 10 * 60_000;
/** With the outcome noted there is little left to do. */
const notedLingerMs = 15_000;

export type Incoming = {
  start(): void;
  /** Resolves when what has been seen is on disk. */
  stop(): Promise<void>;
  /** The user is busy with the card of a call that is over: it stays a while longer. */
  touch(callId: CallId, isNoted: boolean): void;
};

export type IncomingDeps = {
  readonly archive: Archive;
  readonly clock: Clock;
  readonly log: Log;
  readonly events: Pick<Events, 'changed' | 'on'>;
  readonly live: Pick<LiveCalls, 'onChange'>;
  readonly cards: Pick<Cards, 'putIncoming' | 'dropIncoming'>;
  /** The calls placed here, whose own legs come in as well. */
  readonly calls: { listActive(): readonly ActiveCall[] };
  readonly session: { homeCountry(): CountryCode };
  readonly settings: () => Pick<Settings, 'showIncoming'>;
  readonly getClockAheadMs: () => number | undefined;
  /** A call is over: its record will be in the call log soon. */
  readonly expectCallLog: () => void;
};

/** A call from its first ring until its card goes. */
type Entry = {
  readonly sessionId: string;
  /** Undefined until its row is on disk. */
  call: IncomingCall | undefined;
  isNoted: boolean;
  /** What is done about it, one thing after the other. */
  turn: Promise<void>;
  callOff: () => void;
};

/**
 * Calls that ring the user's phones: each gets a row before its card shows, so that notes can hang
 * on it, and both follow the call until it is over. Nothing is asked of RingCentral.
 */
export function createIncoming(deps: IncomingDeps): Incoming {
  const { archive, cards, clock, events, log } = deps;
  const entries = new Map<string, Entry>();
  /** Sessions that are the own legs of calls placed here. */
  const ownLegs = new Map<CallId, string>();
  const writes = new Set<Promise<void>>();
  const stopListening: (() => void)[] = [];
  let isStopped = false;

  const show = (entry: Entry, call: IncomingCall): void => {
    entry.call = call;
    // What was still being written when this stopped is written, and seen by nobody.
    if (isStopped) return;
    if (deps.settings().showIncoming) cards.putIncoming(call);
    else cards.dropIncoming(call.callId);
  };

  const forget = (entry: Entry): void => {
    entry.callOff();
    if (entry.call) cards.dropIncoming(entry.call.callId);
    entries.delete(entry.sessionId);
  };

  const linger = (entry: Entry): void => {
    const { call } = entry;
    if (call?.endedAt === undefined) return;
    const wasTaken = call.state === 'ended' || call.state === 'declined';
    const ms = entry.isNoted ? notedLingerMs : wasTaken ? lingerMs : missedLingerMs;
    entry.callOff();
    if (!isStopped) entry.callOff = clock.schedule(ms, () => forget(entry));
  };

  const begin = async (entry: Entry, live: LiveCall): Promise<void> => {
    const { from, to, telephonySessionId } = live;
    const home = deps.session.homeCountry();
    const startedAt = Math.min(live.startedAt ?? clock.now(), clock.now());
    const { id, party } = await archive.write(beginIncoming, {
      telephonySessionId,
      number: numberOf(from, home),
      extensionNumber: from.extensionNumber,
      name: from.name,
      queue: live.queue?.name,
      startedAt,
      clockAheadMs: deps.getClockAheadMs() ?? 0,
    });
    show(entry, {
      callId: toId<CallId>(id),
      state: stateOf(live, undefined),
      party,
      calledNumber: numberOf(to, home),
      queue: queueOf(live),
      startedAt,
      answeredAt: live.answeredAt,
      endedAt: undefined,
    });
    events.changed({ area: 'calls' });
  };

  const follow = async (entry: Entry, live: LiveCall): Promise<void> => {
    const before = entry.call;
    // Without a row there is nothing to follow: the archive could not be written.
    if (before === undefined || before.endedAt !== undefined) return;
    const endedAt = live.status === 'ended' ? (live.endedAt ?? clock.now()) : undefined;
    const call: IncomingCall = {
      ...before,
      state: stateOf(live, before.state),
      queue: queueOf(live) ?? before.queue,
      answeredAt: live.answeredAt,
      endedAt,
    };
    show(entry, call);
    if (before.answeredAt === undefined && call.answeredAt !== undefined && endedAt === undefined) {
      await archive.write(noteAnswered, { id: toRowId(call.callId) ?? 0, at: call.answeredAt });
      events.changed({ area: 'calls' });
    }
    if (endedAt === undefined) return;
    if (wasTakenElsewhere(live)) forget(entry);
    else linger(entry);
    await settle(call, endedAt);
  };

  const settle = async (call: IncomingCall, endedAt: EpochMs): Promise<void> => {
    await archive.write(settleIncoming, {
      id: toRowId(call.callId) ?? 0,
      outcome: outcomeOf(call.state),
      answeredAt: call.answeredAt,
      endedAt,
    });
    events.changed({ area: 'calls' });
    deps.expectCallLog();
  };

  const inTurn = (entry: Entry, work: () => Promise<void>): void => {
    const turn = entry.turn.then(work).catch((error: unknown) => {
      log.error('an incoming call could not be written down', error);
    });
    entry.turn = turn;
    writes.add(turn);
    void turn.finally(() => writes.delete(turn));
  };

  const hear = ({ call: live }: LiveChange): void => {
    const sessionId = live.telephonySessionId;
    const known = entries.get(sessionId);
    if (known) return inTurn(known, () => follow(known, live));
    if (!isNews(live, clock.now()) || isOwn(live)) return;
    const entry: Entry = {
      sessionId,
      call: undefined,
      isNoted: false,
      turn: Promise.resolve(),
      callOff: () => undefined,
    };
    entries.set(sessionId, entry);
    inTurn(entry, () => begin(entry, live));
  };

  /** One session for each call placed here: whoever calls meanwhile is somebody else. */
  const isOwn = (live: LiveCall): boolean => {
    if (live.isRingOut) return true;
    const { telephonySessionId: id } = live;
    const active = deps.calls.listActive();
    for (const callId of ownLegs.keys())
      if (!active.some((placed) => placed.id === callId)) ownLegs.delete(callId);
    const candidates = active.filter((placed) => (ownLegs.get(placed.id) ?? id) === id);
    const own = findOwnRingOut(live, candidates, deps.session.homeCountry(), clock.now());
    if (own) ownLegs.set(own.id, id);
    return own !== undefined;
  };

  /** A record knows what presence did not tell: that a caller left a voicemail, say. */
  const correct = async (): Promise<void> => {
    const over = [...entries.values()].filter(({ call }) => call?.endedAt !== undefined);
    if (over.length === 0) return;
    const ids = over.flatMap(({ call }) => (call && toRowId(call.callId)) ?? []);
    for (const { id, outcome } of await archive.read(readOutcomes, { ids })) {
      const entry = over.find(({ call }) => call?.callId === toId<CallId>(id));
      if (entry?.call === undefined || !entries.has(entry.sessionId)) continue;
      const call = corrected(entry.call, outcome);
      if (call === entry.call) continue;
      show(entry, call);
      linger(entry);
    }
  };

  return {
    start() {
      stopListening.push(
        deps.live.onChange(hear),
        events.on((event) => {
          if (event.name !== 'changed' || !event.topics.some(({ area }) => area === 'calls'))
            return;
          correct().catch((error: unknown) =>
            log.error('what became of incoming calls could not be read', error),
          );
        }),
      );
    },
    async stop() {
      isStopped = true;
      for (const stopOne of stopListening.splice(0)) stopOne();
      for (const entry of entries.values()) entry.callOff();
      await Promise.all(writes);
    },
    touch(callId, isNoted) {
      const entry = [...entries.values()].find(({ call }) => call?.callId === callId);
      if (entry === undefined) return;
      entry.isNoted = isNoted;
      linger(entry);
    },
  };
}

/** A queue whose name is not told is one all the same. */
function queueOf({ queue }: LiveCall): string | undefined {
  return queue && (queue.name ?? '');
}
