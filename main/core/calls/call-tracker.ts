import { failure } from '../../../shared/failure.ts';
import type { CallAction, CallDecision, PhoneChoice } from '../../../shared/model/calls.ts';
import type { CallId, CountryCode, E164, EpochMs } from '../../../shared/model/ids.ts';
import type { DialTarget } from '../../../shared/phone/types.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { toId } from '../db/row-id.ts';
import type { Asker } from '../local-api/asker.ts';
import type { Random } from '../ports.ts';
import type { RingCentralClient } from '../ringcentral/api.ts';
import type { RingOutStatus } from '../ringcentral/records.ts';
import { isRunning, toRunningCall, type RunningCall } from './active-calls.ts';
import { createCallBoard, type CallBoardDeps } from './call-board.ts';
import { createCallControl } from './call-control.ts';
import type { LiveCalls } from './live/live-call.ts';
import { createLegWatch } from './live/leg-watch.ts';
import { applyReading, endingOfGone, type Progress } from './progress.ts';
import { beginCall, setRingOutId } from './queries.ts';
import { cancelledEnding, readRingOut, type Ending } from './ring-out.ts';
import { createStatusPolls } from './status-polls.ts';

/**
 * The official client asks every 2.5 s (RingCentral's guide to RingOut); once connected only the
 * end is of interest, and while push tells of the call's own sessions asking only confirms it.
 */
const pollMs = { ringing: 2_500, connected: 5_000, pushed: 5_000 } as const;
/** Without an answer for so long nobody knows what the call does. */
const silentForMs = 5 * 60_000;

/** What a call is placed with. */
export type Placement = DialTarget & {
  readonly typed: string;
  /** Who it is, where the archive knows no name for the number. */
  readonly name?: string | undefined;
  readonly phone: PhoneChoice;
  readonly callerId: E164 | undefined;
  /** What the user was asked first, and said. */
  readonly decision?: CallDecision | undefined;
  /** Of a program that asked for it. */
  readonly asker?: Asker | undefined;
};

/** The calls of the bar: each is placed once, then followed by its status and its live sessions. */
export type CallTracker = {
  /** Resolves when the attempt is on disk; RingCentral is asked after that. */
  place(placement: Placement): Promise<CallId>;
  cancel(rowId: number): Promise<Result<void>>;
  control(rowId: number, action: CallAction): Promise<Result<void>>;
  forget(rowId: number): void;
  get(rowId: number | undefined): RunningCall | undefined;
  list(): readonly RunningCall[];
  /** Stops following; resolves when what has been learned is on disk. */
  stop(): Promise<void>;
};

export type CallTrackerDeps = CallBoardDeps & {
  readonly client: Pick<RingCentralClient, 'api' | 'push'>;
  readonly random: Random;
  readonly live: Pick<LiveCalls, 'onChange'>;
  readonly session: { homeCountry(): CountryCode };
};

/** Builds the tracker; it holds no timer while there is no call. */
export function createCallTracker(deps: CallTrackerDeps): CallTracker {
  const { archive, clock } = deps;
  const { ringOut, telephony } = deps.client.api;
  const board = createCallBoard(deps);
  /** Requests that are out or wait to leave. */
  const requests = new Map<number, AbortController>();
  /** When RingCentral last told how a call stands. */
  const heardAt = new Map<number, EpochMs>();
  let isStopped = false;

  const end = (call: RunningCall, ending: Ending): void => {
    polls.forget(call.rowId);
    heardAt.delete(call.rowId);
    board.end(call, ending);
  };

  const take = ({ call, ending }: Progress): void => {
    if (ending === undefined) board.put(call);
    else end(call, ending);
  };

  const pollLater = (call: RunningCall): void => {
    const isPushed =
      deps.client.push.getState().state === 'connected' && (call.legs.own ?? call.legs.other);
    const pace = call.state === 'connected' ? 'connected' : isPushed ? 'pushed' : 'ringing';
    polls.later(call.rowId, pollMs[pace]);
  };

  const applyStatus = (call: RunningCall, status: RingOutStatus): void => {
    heardAt.set(call.rowId, clock.now());
    const progress = applyReading(call, readRingOut(status), clock.now());
    take(progress);
    if (progress.ending === undefined) pollLater(progress.call);
  };

  const polls = createStatusPolls(clock, async (rowId) => {
    const asked = board.get(rowId);
    if (asked?.ringOutId === undefined || !isRunning(asked)) return;
    const outcome = await ringOut.getStatus(asked.ringOutId);
    const call = board.get(rowId);
    // Push may have told of the end while the question was out.
    if (call === undefined || !isRunning(call) || isStopped) return;
    if (outcome.kind === 'ok') return applyStatus(call, outcome.value);
    if (outcome.kind === 'refused' && outcome.status === 404) return end(call, endingOfGone(call));
    const silentMs = clock.now() - (heardAt.get(rowId) ?? call.startedAt);
    if (silentMs >= silentForMs) return end(call, unknownEnding(call));
    polls.later(rowId, pollMs.connected);
  });

  const watch = createLegWatch({
    ...deps,
    board,
    take(progress) {
      heardAt.set(progress.call.rowId, clock.now());
      take(progress);
      // What push told, the status confirms, and it knows why a call ended where push did not say.
      if (progress.ending === undefined) polls.hurry(progress.call.rowId);
    },
  });

  const control = createCallControl({
    telephony,
    board,
    end,
    confirm: polls.hurry,
  });

  const request = async (call: RunningCall): Promise<void> => {
    const { phone, to, callerId, rowId: id } = call;
    const waiting = new AbortController();
    requests.set(id, waiting);
    const outcome = await ringOut
      .place({ from: phone.number, to, callerId }, waiting.signal)
      .finally(() => requests.delete(id));
    const now = board.get(id) ?? call;
    if (outcome.kind === 'ok') board.keep(keepRingOutId(id, outcome.value.id));
    // Push was quicker with the end than the answer with the beginning.
    if (!isRunning(now)) return;
    switch (outcome.kind) {
      case 'ok':
        applyStatus({ ...now, ringOutId: outcome.value.id }, outcome.value);
        if (now.isCancelWanted) await cancelNow(id);
        return;
      case 'not-sent':
        if (now.isCancelWanted) return end(now, cancelledEnding);
        return end(now, { state: 'failed', outcome: 'failed', failure: outcome.failure });
      case 'refused':
        return end(now, { state: 'failed', outcome: 'failed', failure: outcome.failure });
      case 'unknown':
        // It may ring all the same, so it is never asked for again: push tells, or the call log.
        if (now.state === 'requesting') end(now, unknownEnding(now));
    }
  };

  const keepRingOutId = (id: number, ringOutId: string): Promise<void> =>
    archive.write(setRingOutId, { id, ringOutId });

  const cancelNow = async (rowId: number): Promise<Result<void>> => {
    const asked = board.get(rowId);
    if (asked?.ringOutId === undefined || !isRunning(asked)) return ok();
    const outcome = await ringOut.cancel(asked.ringOutId);
    const call = board.get(rowId);
    if (call === undefined || !isRunning(call)) return ok();
    if (outcome.kind === 'ok') return confirmCancel(rowId, asked.ringOutId);
    if (outcome.kind === 'refused' && outcome.status === 404) {
      end(call, endingOfGone(call));
      return ok();
    }
    board.put({ ...call, isCancelWanted: false });
    return outcome.kind === 'refused' && outcome.failure.kind !== 'rate-limited'
      ? fail(failure('conflict', 'call.cannot-cancel', { code: outcome.failure.code }))
      : fail(outcome.failure);
  };

  /** RingCentral also says yes to cancelling a call that was just answered, and lets it go on. */
  const confirmCancel = async (rowId: number, ringOutId: string): Promise<Result<void>> => {
    const outcome = await ringOut.getStatus(ringOutId);
    const call = board.get(rowId);
    if (call === undefined || !isRunning(call)) return ok();
    const reading = outcome.kind === 'ok' ? readRingOut(outcome.value) : undefined;
    const wasAnswered = reading?.outcome === undefined && reading?.yourLeg === 'answered';
    if (outcome.kind === 'ok' && (wasAnswered || call.yourLeg === 'answered')) {
      applyStatus(call, outcome.value);
      const goesOn = board.get(rowId);
      return goesOn && isRunning(goesOn) ? fail(failure('conflict', 'call.cannot-cancel')) : ok();
    }
    end(call, cancelledEnding);
    return ok();
  };

  return {
    async place(placement) {
      const { typed, name, number, keyIn, phone, callerId, decision, asker } = placement;
      const at = clock.now();
      const isE164 = number.startsWith('+');
      const { id, party } = await archive.write(beginCall, {
        localId: deps.random.uuid(),
        outcome: 'in-progress',
        typed,
        name,
        number: isE164 ? number : undefined,
        shortNumber: isE164 ? undefined : number,
        keyIn,
        phone: { label: phone.label, number: phone.number },
        callerId,
        decision,
        asker: asker && { requestId: asker.requestId, program: asker.program },
        at,
      });
      const call = board.put(
        toRunningCall(
          { rowId: id, party, startedAt: at },
          { typed, keyIn, phone, to: number, callerId },
        ),
      );
      deps.events.changed({ area: 'calls' });
      // Stopped meanwhile: a call that nobody could follow or cancel is not placed.
      if (!isStopped) board.keep(request(call));
      return toId<CallId>(id);
    },
    async cancel(rowId) {
      const call = board.get(rowId);
      if (call === undefined) return ok();
      board.put({ ...call, isCancelWanted: true });
      // What still waits, for a new token perhaps, must not ring a phone any more.
      requests.get(rowId)?.abort();
      return call.ringOutId === undefined ? ok() : cancelNow(rowId);
    },
    control,
    forget(rowId) {
      polls.forget(rowId);
      board.forget(rowId);
    },
    get: board.get,
    list: board.list,
    async stop() {
      isStopped = true;
      watch.stop();
      polls.stop();
      await board.stop();
    },
  };
}

/** Nobody answers what became of it. */
function unknownEnding(call: RunningCall): Ending {
  const message = call.isCancelWanted ? 'call.cancel-unknown' : 'call.outcome-unknown';
  const reason = failure('rejected', message, { retry: 'never' });
  return { state: 'unknown', outcome: 'unknown', failure: reason };
}
