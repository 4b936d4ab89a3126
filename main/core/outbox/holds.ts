import type { EpochMs, ThreadId } from '../../../shared/model/ids.ts';
import type { OutboxView } from '../../../shared/model/messages.ts';
import type { Archive } from '../db/define-query.ts';
import type { Clock, Log } from '../ports.ts';
import { longestHoldMs } from './put-back/rows.ts';
import { countWaiting, endHolds, recoverHeld, type HoldsEnded } from './queries.ts';

/** A hold that was over so long before a start, or before the computer woke up, has missed its time. */
const askAfterMs = 10 * 60_000;

/** Texts that can still be taken back. */
export type Holds = {
  /** After a start: holds anew what was held; answers the threads of texts that ask instead. */
  recover(): Promise<readonly ThreadId[]>;
  /** A text has been accepted that is held until then. */
  expect(until: EpochMs): void;
  /** Ends the holds that are over, whether texts may go or not. */
  endOver(): Promise<void>;
  count(): Promise<Pick<OutboxView, 'waitingCount' | 'heldCount'>>;
  /** Says that what is held is kept, when Sidetone ends. */
  tellKept(): Promise<void>;
  stop(): void;
};

export function createHolds(
  deps: {
    readonly archive: Archive;
    readonly clock: Clock;
    readonly log: Log;
    readonly holdMs: () => number;
    readonly tellMissed: (threads: readonly ThreadId[]) => void;
    readonly tellKept: (held: number) => void;
  },
  on: { readonly tell: (threads: readonly ThreadId[]) => void; readonly wake: () => void },
): Holds {
  const { archive, clock, log } = deps;
  let nextEndAt = Infinity;
  let isStopped = false;
  let cancel = (): void => undefined;

  const expect = (until: EpochMs): void => {
    if (until >= nextEndAt) return;
    nextEndAt = until;
    cancel();
    if (!isStopped) cancel = clock.schedule(Math.max(0, until - clock.now()), end);
  };

  /** A timer may come a moment early, and the clock may be put back meanwhile. */
  const end = (): void => {
    const until = nextEndAt;
    if (until > clock.now()) {
      nextEndAt = Infinity;
      expect(until);
    }
    on.wake();
  };

  const endThose = (now: EpochMs): Promise<HoldsEnded> =>
    archive.write(endHolds, { now, askBefore: now - askAfterMs });

  return {
    async recover() {
      const now = clock.now();
      const input = { now, holdMs: deps.holdMs(), askBefore: now - askAfterMs };
      const { heldUntil, missed } = await archive.write(recoverHeld, input);
      if (heldUntil !== undefined) expect(heldUntil);
      return missed;
    },
    expect,
    async endOver() {
      const now = clock.now();
      const over = nextEndAt;
      // More than any hold is left of a clock that was put back.
      const isPutBack = over !== Infinity && over > now + longestHoldMs;
      if (now < over && !isPutBack) return;
      // Before the archive is asked: what is accepted meanwhile says when its own hold ends.
      nextEndAt = Infinity;
      const ended = await endThose(now).catch((error: unknown) => {
        nextEndAt = over;
        throw error;
      });
      if (ended.nextAt !== undefined) expect(ended.nextAt);
      on.tell(ended.threads);
      if (ended.missed.length > 0) deps.tellMissed(ended.missed);
    },
    async count() {
      const { waiting, held } = await archive.read(countWaiting, undefined);
      return { waitingCount: waiting, heldCount: held };
    },
    async tellKept() {
      try {
        const { held } = await archive.read(countWaiting, undefined);
        if (held > 0) deps.tellKept(held);
      } catch (error) {
        log.error('the user could not be told of texts that are kept', error);
      }
    },
    stop() {
      isStopped = true;
      cancel();
    },
  };
}
