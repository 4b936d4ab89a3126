import { backoffMs } from '../backoff.ts';
import type { Archive } from '../db/define-query.ts';
import type { Clock, Log, Random } from '../ports.ts';
import type { RingCentralApi } from '../ringcentral/api.ts';
import { listReadToTell, setReadTold } from './reading/queries.ts';

/** Ids that one request may change (FACTS 3.8). */
const mostIdsAtOnce = 50;

/** Tells RingCentral what has been read here. */
export type ReadMarks = {
  /** There may be something to tell. */
  wake(): void;
  stop(): void;
};

export type ReadMarksDeps = {
  readonly archive: Archive;
  readonly api: Pick<RingCentralApi, 'messages'>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly isSignedIn: () => boolean;
};

/**
 * Read marks wait in the archive until RingCentral has taken them, over restarts and however long
 * it is out of reach. What it refuses for good is not told again.
 */
export function createReadMarks(deps: ReadMarksDeps): ReadMarks {
  const { archive, api, clock, random, log } = deps;
  // Wanted: there may be more than what was there when telling began.
  const state = { isTelling: false, isWanted: false, isStopped: false };
  let attempts = 0;
  let cancelRetry = (): void => undefined;

  /** Tells some; answers whether there may be more that can be told now. */
  const tellSome = async (): Promise<boolean> => {
    const ids = await archive.read(listReadToTell, { limit: mostIdsAtOnce });
    if (ids.length === 0 || state.isStopped) return false;
    const outcome = await api.messages.setRead(ids, true);
    const isFinal = outcome.kind === 'refused' && outcome.failure.retry === 'never';
    if (outcome.kind === 'ok' || isFinal) {
      if (isFinal) log.warn('texts were not marked read', { code: outcome.failure.code });
      await archive.write(setReadTold, { serverIds: ids, at: clock.now() }, 'background');
      attempts = 0;
      return ids.length === mostIdsAtOnce;
    }
    // Being away for a day is worth one line.
    if (attempts === 0) {
      log.warn('texts could not be marked read yet', { code: outcome.failure.code });
    }
    // Signing in wakes it.
    if (deps.isSignedIn()) retryLater();
    return false;
  };

  const retryLater = (): void => {
    attempts += 1;
    cancelRetry();
    cancelRetry = clock.schedule(backoffMs(attempts, random.fraction()), wake);
  };

  const tellAll = async (): Promise<void> => {
    try {
      do {
        state.isWanted = false;
        while (!state.isStopped && (await tellSome()));
      } while (state.isWanted && !state.isStopped);
    } catch (error) {
      if (state.isStopped) return;
      log.error('texts could not be marked read', error);
      retryLater();
    } finally {
      state.isTelling = false;
    }
  };

  function wake(): void {
    state.isWanted = true;
    if (state.isTelling || state.isStopped) return;
    state.isTelling = true;
    cancelRetry();
    void tellAll();
  }

  return {
    wake,
    stop() {
      state.isStopped = true;
      cancelRetry();
    },
  };
}
