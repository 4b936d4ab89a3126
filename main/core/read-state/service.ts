import type { EpochMs } from '../../../shared/model/ids.ts';
import { backoffMs } from '../backoff.ts';
import type { Archive } from '../db/define-query.ts';
import type { Clock, Log, Random } from '../ports.ts';
import type { RingCentralApi } from '../ringcentral/api.ts';
import { isBarring, permissionMs } from '../sync/retry.ts';
import { listUntold, settleTold } from './queries.ts';

/** Ids that one request may change (RingCentral's guide to the message store). */
const mostIdsAtOnce = 50;

/** Tells RingCentral what has been marked read or unread here. */
export type ReadState = {
  /** Now, by RingCentral's clock: marks here and there are compared by it. */
  now(): EpochMs;
  /** There may be something to tell; while a permission is missing it waits. */
  wake(): void;
  /** Someone has signed in: a permission that was missing may be there now. */
  resume(): void;
  stop(): void;
};

export type ReadStateDeps = {
  readonly archive: Archive;
  readonly api: { readonly messages: Pick<RingCentralApi['messages'], 'setRead'> };
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly isSignedIn: () => boolean;
  readonly getClockAheadMs: () => number | undefined;
};

/**
 * Marks of texts and voicemails wait in the archive until RingCentral has taken them, over restarts
 * and however long it is out of reach. What it refuses for good is not told again; that something
 * is gone there counts as told. What needs a permission that is missing waits for it.
 */
export function createReadState(deps: ReadStateDeps): ReadState {
  const { archive, api, clock, random, log } = deps;
  // Wanted: there may be more than what was there when telling began.
  const state = { isTelling: false, isWanted: false, isBarred: false, isStopped: false };
  let attempts = 0;
  let cancelRetry = (): void => undefined;

  const now = (): EpochMs => clock.now() - (deps.getClockAheadMs() ?? 0);

  /** Tells some; answers whether there may be more of them that can be told now. */
  const tellSome = async (isRead: boolean): Promise<boolean> => {
    const serverIds = await archive.read(listUntold, { isRead, limit: mostIdsAtOnce });
    if (serverIds.length === 0 || state.isStopped) return false;
    const outcome = await api.messages.setRead(serverIds, isRead);
    const isFinal = outcome.kind === 'refused' && outcome.failure.retry === 'never';
    if (outcome.kind === 'ok' || isFinal) {
      if (isFinal) log.warn('read marks were refused', { code: outcome.failure.code });
      await archive.write(settleTold, { serverIds, isRead, at: now() }, 'background');
      attempts = 0;
      return serverIds.length === mostIdsAtOnce;
    }
    // Being away for a day is worth one line.
    if (attempts === 0) log.warn('read marks could not be told', { code: outcome.failure.code });
    state.isBarred = isBarring(outcome.failure);
    // Signing in wakes it.
    if (deps.isSignedIn()) retryLater();
    return false;
  };

  const retryLater = (): void => {
    cancelRetry();
    attempts += 1;
    const ms = state.isBarred ? permissionMs : backoffMs(attempts, random.fraction());
    cancelRetry = clock.schedule(ms, tryAgain);
  };

  const tellAll = async (): Promise<void> => {
    try {
      do {
        state.isWanted = false;
        for (const isRead of [true, false]) {
          while (!state.isStopped && !state.isBarred && (await tellSome(isRead)));
        }
      } while (state.isWanted && !state.isStopped);
    } catch (error) {
      if (state.isStopped) return;
      log.error('read marks could not be told', error);
      retryLater();
    } finally {
      state.isTelling = false;
    }
  };

  function wake(): void {
    state.isWanted = true;
    if (state.isTelling || state.isBarred || state.isStopped) return;
    state.isTelling = true;
    cancelRetry();
    void tellAll();
  }

  function tryAgain(): void {
    state.isBarred = false;
    wake();
  }

  return {
    now,
    wake,
    resume: tryAgain,
    stop() {
      state.isStopped = true;
      cancelRetry();
    },
  };
}
