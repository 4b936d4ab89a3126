import type { EpochMs } from '../../../../shared/model/ids.ts';
import type { Clock, Log } from '../../ports.ts';
import type { RingCentralClient } from '../../ringcentral/api.ts';
import type { LiveNews, ServerLiveCall } from '../../ringcentral/records.ts';
import type { LiveCall, LiveCalls, LiveChange } from './live-call.ts';
import { canFollow, toLiveCall, withParty, type Parties } from './merge.ts';

/** A call that is over is remembered so long: late news of it must not bring it back. */
const rememberedMs = 2 * 60_000;
/** How often presence is asked while push does not tell; ten of the fifty Light requests a minute. */
const pollMs = 6_000;
/** Presence is asked again so soon after news that told nothing. */
const soonMs = 300;
/** So long a call runs on push alone: an end that push has lost is missed no longer. */
const confirmMs = 60_000;
/** Presence lists no call that leaves a message; no greeting and message take longer. */
const longestVoicemailMs = 10 * 60_000;

export type LiveCallsDeps = {
  readonly client: Pick<RingCentralClient, 'api' | 'push' | 'getClockAheadMs' | 'getConnection'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly session: {
    isSignedIn(): boolean;
    onSignedIn(listener: () => void): () => void;
  };
};

type Session = {
  readonly parties: Parties;
  readonly call: LiveCall;
  /** Presence has listed it: when it no longer does, it is over. */
  readonly isListed: boolean;
  readonly heardAt: EpochMs;
};

/**
 * Follows the user's calls by what push tells, and by asking presence where it does not: without a
 * connection, after a gap, and when news could not be read. A call never goes back to an earlier
 * state, in whatever order the news come. Times are this computer's.
 */
export function createLiveCalls(deps: LiveCallsDeps): LiveCalls {
  const { client, clock, log, session } = deps;
  const sessions = new Map<string, Session>();
  const listeners = new Set<(change: LiveChange) => void>();
  const stopListening: (() => void)[] = [];
  /** What forgets a call that is over. */
  const forgetting = new Map<string, () => void>();
  let callOff = (): void => undefined;
  let callOffConfirming: (() => void) | undefined;
  let isAsking = false;
  /** Something happened while presence was being asked: its answer may be from before. */
  let isAskedAgain = false;
  let isRefused = false;
  let isRunning = false;

  const isPushed = (): boolean => client.push.getState().state === 'connected';

  const put = (id: string, next: Session, before: LiveCall | undefined): void => {
    sessions.set(id, next);
    confirmLater();
    if (before !== undefined && isSame(before, next.call)) return;
    if (next.call.status === 'ended' && !forgetting.has(id))
      forgetting.set(
        id,
        clock.schedule(rememberedMs, () => forget(id)),
      );
    const change: LiveChange = { call: next.call, before };
    for (const listener of listeners) listener(change);
  };

  const forget = (id: string): void => {
    forgetting.delete(id);
    sessions.delete(id);
  };

  const hearParty = (news: ServerLiveCall, isListed: boolean): void => {
    const id = news.telephonySessionId;
    const known = sessions.get(id);
    // What is over when it is first heard of was nobody's business here.
    if (known === undefined && news.status === 'ended') return;
    const aheadMs = client.getClockAheadMs() ?? 0;
    const local =
      news.startedAt === undefined ? news : { ...news, startedAt: news.startedAt + aheadMs };
    const before = known?.parties ?? new Map<string, ServerLiveCall>();
    const parties = withParty(before, local);
    const call = toLiveCall(parties, known?.call, clock.now());
    // A phone that is told of late does not make a call ring that has been taken or is over.
    if (known !== undefined && !canFollow(known.call.status, call.status)) return;
    const next: Session = {
      parties,
      call,
      isListed: isListed || known?.isListed === true,
      heardAt: clock.now(),
    };
    put(id, next, known?.call);
  };

  /** Presence lists what there is: what it has listed before and lists no more is over. */
  const hearAll = (calls: readonly ServerLiveCall[], askedAt: EpochMs | undefined): void => {
    const listed = new Set(calls.map((call) => call.telephonySessionId));
    for (const call of calls) hearParty(call, true);
    for (const [id, known] of sessions) {
      if (listed.has(id) || known.call.status === 'ended') continue;
      const isOnMessage = (askedAt ?? known.heardAt) - known.heardAt < longestVoicemailMs;
      if (known.call.status === 'voicemail' && isOnMessage) continue;
      // An answer knows all that was before its question; an event only what presence had.
      if (known.isListed || (askedAt !== undefined && known.heardAt < askedAt)) endSession(known);
    }
  };

  const endSession = (known: Session): void => {
    for (const party of known.parties.values())
      hearParty({ ...party, startedAt: undefined, status: 'ended' }, true);
  };

  const hear = (news: LiveNews): void => {
    if (news.of === 'all') hearAll(news.calls, undefined);
    else if (news.of === 'session') for (const call of news.calls) hearParty(call, false);
    else ask(soonMs);
  };

  const ask = (delayMs: number): void => {
    callOff();
    callOff = clock.schedule(delayMs, () => void askNow());
  };

  const hasCalls = (): boolean =>
    [...sessions.values()].some(({ call }) => call.status !== 'ended');

  /** Asks now and then while there is a call. */
  const confirmLater = (): void => {
    if (!isRunning || !hasCalls()) return;
    callOffConfirming ??= clock.schedule(confirmMs, () => {
      callOffConfirming = undefined;
      if (!hasCalls()) return;
      confirmLater();
      void askNow();
    });
  };

  const askNow = async (): Promise<void> => {
    if (isAsking) {
      isAskedAgain = true;
      return;
    }
    if (!isRunning || isRefused || !session.isSignedIn()) return pace();
    if (client.getConnection().state === 'offline') return pace();
    isAsking = true;
    const askedAt = clock.now();
    const outcome = await client.api.telephony.listLive(hasCalls() ? 'call' : 'sync');
    isAsking = false;
    if (!isRunning) return;
    if (outcome.kind === 'ok') hearAll(outcome.value, askedAt);
    // Without the permission it would only be refused again; signing in asks anew.
    else if (outcome.kind === 'refused' && outcome.status === 403) {
      isRefused = true;
      log.info('presence is not to be had', { code: outcome.failure.code });
    }
    pace();
    if (isAskedAgain && !isRefused) ask(0);
    isAskedAgain = false;
  };

  /** Asks on while nobody tells. */
  const pace = (): void => {
    callOff();
    if (isRunning && !isPushed() && !isRefused && session.isSignedIn()) ask(pollMs);
  };

  return {
    start() {
      isRunning = true;
      stopListening.push(
        client.push.onHint((hint) => {
          if (hint.kind === 'telephony') hear(hint.news);
          else if (hint.kind === 'gap') ask(0);
        }),
        client.push.onChange(pace),
        session.onSignedIn(() => {
          isRefused = false;
          ask(0);
        }),
      );
      if (session.isSignedIn()) ask(0);
    },
    stop() {
      isRunning = false;
      callOff();
      callOffConfirming?.();
      callOffConfirming = undefined;
      for (const stopOne of [...stopListening.splice(0), ...forgetting.values()]) stopOne();
      forgetting.clear();
    },
    list: () => [...sessions.values()].map(({ call }) => call),
    get: (id) => sessions.get(id)?.call,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh: () => ask(0),
  };
}

/** Whether two states would be shown alike. */
function isSame(one: LiveCall, other: LiveCall): boolean {
  return (Object.keys(other) as (keyof LiveCall)[]).every(
    (key) => JSON.stringify(one[key]) === JSON.stringify(other[key]),
  );
}
