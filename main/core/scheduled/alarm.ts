import type { EpochMs } from '../../../shared/model/ids.ts';
import { createLookout } from '../lookout.ts';
import type { Archive } from '../db/define-query.ts';
import type { Clock, Log } from '../ports.ts';
import { listDue, nextScheduledAt, type DueText } from './queries.ts';

/** So late at most a text goes out without a word of the user's. */
export const latestMs = 5 * 60_000;
/** A clock may be put forward while a timer runs; so late at most is that noticed. */
const longestWaitMs = 10 * 60_000;
/** A text that an answer calls off goes only once the messages of this long before are known. */
const freshMs = 15_000;

/** Hears of each text for later when its time has come. */
export type Alarm = {
  start(): Promise<void>;
  /** They have changed, time has passed unnoticed, or what they waited for may have come. */
  look(): void;
  /** The messages known are those of now. */
  noteSynced(): void;
  stop(): Promise<void>;
};

/** Builds the alarm; it does nothing before `start`. */
export function createAlarm(deps: {
  readonly archive: Archive;
  readonly clock: Clock;
  readonly log: Log;
  readonly requestSync: () => void;
  readonly isReachable: () => boolean;
  readonly send: (due: DueText) => Promise<void>;
  /** Their time passed while nothing could be done. */
  readonly miss: (due: readonly DueText[]) => Promise<void>;
}): Alarm {
  const { archive, clock } = deps;
  let syncedAt: EpochMs = -Infinity;

  /** Whether an answer that came before its time would be known. */
  const isAnswerKnown = ({ time }: DueText): boolean =>
    !time.cancelOnReply || syncedAt >= time.at - freshMs;

  /** All whose time has come: hundreds can be for one and the same. */
  const listAllDue = async (now: EpochMs): Promise<readonly DueText[]> => {
    const due: DueText[] = [];
    for (;;) {
      const some = await archive.read(listDue, { now, after: due.at(-1) });
      if (some.length === 0) return due;
      due.push(...some);
    }
  };

  const lookOnce = async (): Promise<void> => {
    const now = clock.now();
    const due = await listAllDue(now);
    const late = due.filter(({ time }) => now - time.at > latestMs);
    if (late.length > 0) await deps.miss(late);
    let isWaiting = false;
    const inTime = due.filter(({ time }) => now - time.at <= latestMs);
    for (const text of inTime) {
      if (!lookout.isRunning()) return;
      if (!deps.isReachable()) isWaiting = true;
      else if (isAnswerKnown(text)) await deps.send(text);
      else {
        isWaiting = true;
        deps.requestSync();
      }
    }
    const next = await archive.read(nextScheduledAt, { after: now });
    // One that still waits is looked at again when it becomes too late.
    const [first] = inTime;
    const lateAt = isWaiting && first !== undefined ? first.time.at + latestMs + 1 : Infinity;
    const at = Math.min(next ?? Infinity, lateAt);
    if (at < Infinity) lookout.wait(Math.min(at - clock.now(), longestWaitMs));
  };

  const lookout = createLookout({
    ...deps,
    lookOnce,
    trouble: 'texts for later could not be read',
  });
  const { look } = lookout;

  return {
    start: lookout.start,
    look,
    noteSynced() {
      syncedAt = clock.now();
      look();
    },
    stop: lookout.stop,
  };
}
