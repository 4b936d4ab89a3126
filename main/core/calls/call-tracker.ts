import { failure, type Failure } from '../../../shared/failure.ts';
import type {
  CallDecision,
  CallOutcome,
  CallState,
  PhoneChoice,
} from '../../../shared/model/calls.ts';
import type { CallId, E164, EpochMs } from '../../../shared/model/ids.ts';
import type { DialTarget } from '../../../shared/phone/types.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Archive } from '../db/define-query.ts';
import { toId } from '../db/row-id.ts';
import type { Events } from '../events.ts';
import type { Clock, Log, Random } from '../ports.ts';
import type { RingCentralClient } from '../ringcentral/api.ts';
import type { RingOutStatus } from '../ringcentral/records.ts';
import { applyReading, isRunning, toRunningCall, type RunningCall } from './active-calls.ts';
import { beginCall, setRingOutId, settleCall } from './queries.ts';
import { readRingOut } from './ring-out.ts';

/** The official client asks every 2.5 s (FACTS 2.3); once connected only the end is of interest. */
const pollMs = { ringing: 2_500, connected: 5_000 } as const;
/** Without an answer for so long nobody knows what the call does. */
const silentForMs = 5 * 60_000;
/** How long a call that is over stays in the bar. */
const lingerMs = 30_000;

/** What a call is placed with. */
export type Placement = DialTarget & {
  readonly typed: string;
  readonly phone: PhoneChoice;
  readonly callerId: E164 | undefined;
  /** What the user was asked first, and said. */
  readonly decision?: CallDecision | undefined;
};

/** The calls of the bar: each is placed once, then followed by its status until it is over. */
export type CallTracker = {
  /** Resolves when the attempt is on disk; RingCentral is asked after that. */
  place(placement: Placement): Promise<CallId>;
  cancel(rowId: number): Promise<Result<void>>;
  forget(rowId: number): void;
  get(rowId: number | undefined): RunningCall | undefined;
  list(): readonly RunningCall[];
  /** Stops following; resolves when what has been learned is on disk. */
  stop(): Promise<void>;
};

export type CallTrackerDeps = {
  readonly archive: Archive;
  readonly client: Pick<RingCentralClient, 'api'>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly events: Pick<Events, 'changed'>;
  readonly expectCallLog: () => void;
};

/** Builds the tracker; it holds no timer while there is no call. */
export function createCallTracker(deps: CallTrackerDeps): CallTracker {
  const { archive, clock, log } = deps;
  const { ringOut } = deps.client.api;
  const calls = new Map<number, RunningCall>();
  const timers = new Map<number, () => void>();
  /** Requests that are out or wait to leave. */
  const requests = new Map<number, AbortController>();
  const writes = new Set<Promise<void>>();
  let isStopped = false;

  const update = (call: RunningCall): RunningCall => {
    calls.set(call.rowId, call);
    deps.events.changed({ area: 'active-calls' });
    return call;
  };

  const later = (rowId: number, delayMs: number, work: () => void): void => {
    timers.get(rowId)?.();
    if (!isStopped) timers.set(rowId, clock.schedule(delayMs, work));
  };

  /** Writes in the background; a failed write is logged, the call goes on. */
  const write = (work: Promise<void>): void => {
    const logged = work
      .catch((error: unknown) => log.error('a call could not be written down', error))
      .finally(() => writes.delete(logged));
    writes.add(logged);
  };

  const forget = (rowId: number): void => {
    timers.get(rowId)?.();
    timers.delete(rowId);
    if (calls.delete(rowId)) deps.events.changed({ area: 'active-calls' });
  };

  const end = (call: RunningCall, outcome: CallOutcome): void => {
    const ended = update({ ...call, endedAt: call.endedAt ?? clock.now() });
    const { rowId: id, connectedAt, endedAt = clock.now() } = ended;
    write(
      archive
        .write(settleCall, { id, outcome, connectedAt, endedAt, failure: ended.failure })
        .then(() => deps.events.changed({ area: 'calls' })),
    );
    log.info('a call ended', { call: id, outcome });
    later(id, lingerMs, () => forget(id));
    deps.expectCallLog();
  };

  const endAs = (
    call: RunningCall,
    state: CallState,
    outcome: CallOutcome,
    reason?: Failure,
  ): void => end({ ...call, state, failure: reason }, outcome);

  /** RingCentral no longer knows the call, which means that it is over (FACTS 2.3). */
  const endGone = (call: RunningCall): void => {
    if (call.state === 'connected') endAs(call, 'ended', 'connected');
    else if (call.isCancelWanted) endAs(call, 'cancelled', 'cancelled');
    else endAs(call, 'ended', 'unknown');
  };

  const applyStatus = (call: RunningCall, status: RingOutStatus, heardAt: EpochMs): void => {
    const reading = readRingOut(status);
    const next = update(applyReading(call, reading, clock.now()));
    if (reading.outcome !== undefined) return end(next, reading.outcome);
    const delay = next.state === 'connected' ? pollMs.connected : pollMs.ringing;
    later(next.rowId, delay, () => void poll(next.rowId, heardAt));
  };

  const poll = async (rowId: number, heardAt: EpochMs): Promise<void> => {
    const asked = calls.get(rowId);
    if (asked?.ringOutId === undefined || !isRunning(asked)) return;
    const outcome = await ringOut.getStatus(asked.ringOutId);
    const call = calls.get(rowId);
    if (call === undefined || !isRunning(call) || isStopped) return;
    if (outcome.kind === 'ok') return applyStatus(call, outcome.value, clock.now());
    if (outcome.kind === 'refused' && outcome.status === 404) return endGone(call);
    if (clock.now() - heardAt >= silentForMs) return endUnknown(call);
    later(rowId, pollMs.connected, () => void poll(rowId, heardAt));
  };

  const endUnknown = (call: RunningCall): void => {
    const message = call.isCancelWanted ? 'call.cancel-unknown' : 'call.outcome-unknown';
    endAs(call, 'unknown', 'unknown', failure('rejected', message, { retry: 'never' }));
  };

  const request = async (call: RunningCall): Promise<void> => {
    const { phone, to, callerId, rowId: id } = call;
    const waiting = new AbortController();
    requests.set(id, waiting);
    const outcome = await ringOut
      .place({ from: phone.number, to, callerId }, waiting.signal)
      .finally(() => requests.delete(id));
    const now = calls.get(id) ?? call;
    switch (outcome.kind) {
      case 'ok': {
        const ringOutId = outcome.value.id;
        write(archive.write(setRingOutId, { id, ringOutId }));
        applyStatus({ ...now, ringOutId }, outcome.value, clock.now());
        if (now.isCancelWanted) await cancelNow(id);
        return;
      }
      case 'not-sent':
        if (now.isCancelWanted) return endAs(now, 'cancelled', 'cancelled');
        return endAs(now, 'failed', 'failed', outcome.failure);
      case 'refused':
        return endAs(now, 'failed', 'failed', outcome.failure);
      case 'unknown':
        // It may ring all the same, so it is never asked for again; the call log will tell.
        return endUnknown(now);
    }
  };

  const cancelNow = async (rowId: number): Promise<Result<void>> => {
    const asked = calls.get(rowId);
    if (asked?.ringOutId === undefined || !isRunning(asked)) return ok();
    const outcome = await ringOut.cancel(asked.ringOutId);
    const call = calls.get(rowId);
    if (call === undefined || !isRunning(call)) return ok();
    if (outcome.kind === 'ok') {
      endAs(call, 'cancelled', 'cancelled');
      return ok();
    }
    if (outcome.kind === 'refused' && outcome.status === 404) {
      endGone(call);
      return ok();
    }
    update({ ...call, isCancelWanted: false });
    return outcome.kind === 'refused' && outcome.failure.kind !== 'rate-limited'
      ? fail(failure('conflict', 'call.cannot-cancel', { code: outcome.failure.code }))
      : fail(outcome.failure);
  };

  return {
    async place(placement) {
      const { typed, number, keyIn, phone, callerId, decision } = placement;
      const at = clock.now();
      const isE164 = number.startsWith('+');
      const { id, party } = await archive.write(beginCall, {
        localId: deps.random.uuid(),
        outcome: 'in-progress',
        typed,
        number: isE164 ? number : undefined,
        shortNumber: isE164 ? undefined : number,
        keyIn,
        phone: { label: phone.label, number: phone.number },
        callerId,
        decision,
        at,
      });
      const call = update(
        toRunningCall(
          { rowId: id, party, startedAt: at },
          { typed, keyIn, phone, to: number, callerId },
        ),
      );
      deps.events.changed({ area: 'calls' });
      // Stopped meanwhile: a call that nobody could follow or cancel is not placed.
      if (!isStopped) write(request(call));
      return toId<CallId>(id);
    },
    async cancel(rowId) {
      const call = calls.get(rowId);
      if (call === undefined) return ok();
      update({ ...call, isCancelWanted: true });
      // What still waits, for a new token perhaps, must not ring a phone any more.
      requests.get(rowId)?.abort();
      return call.ringOutId === undefined ? ok() : cancelNow(rowId);
    },
    forget,
    get: (rowId) => (rowId === undefined ? undefined : calls.get(rowId)),
    list: () => [...calls.values()],
    async stop() {
      isStopped = true;
      for (const cancelTimer of timers.values()) cancelTimer();
      timers.clear();
      await Promise.allSettled(writes);
    },
  };
}
