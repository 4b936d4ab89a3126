import type { CountryCode } from '../../../../shared/model/ids.ts';
import { createLookout } from '../../lookout.ts';
import type { Archive } from '../../db/define-query.ts';
import type { Events } from '../../events.ts';
import type { Clock, Log, Notifier } from '../../ports.ts';
import { nextUntold, takeUntold } from './queries.ts';
import { reminderWords } from './words.ts';

/** A clock may be put forward while a timer runs; so late at most is that noticed. */
const longestWaitMs = 10 * 60_000;

/** Tells of each follow-up once when its time has come. */
export type Reminder = {
  /** Tells of all that fell due before, and begins to wait for the next one. */
  start(): Promise<void>;
  /** Follow-ups have changed, or time has passed unnoticed: looks what is due. */
  look(): void;
  /** Tells of nothing more; resolves when the archive is left alone. */
  stop(): Promise<void>;
};

/** Builds the reminder; it does nothing before `start`. */
export function createReminder(deps: {
  readonly archive: Archive;
  readonly clock: Clock;
  readonly log: Log;
  readonly events: Pick<Events, 'changed'>;
  readonly notifier: Pick<Notifier, 'show'>;
  readonly homeCountry: () => CountryCode;
}): Reminder {
  const { archive, clock } = deps;

  const tellDue = async (): Promise<void> => {
    // Noted as told before it is shown: a crash in between costs a notification, never repeats one.
    const due = await archive.write(takeUntold, { now: clock.now() });
    if (due.length === 0) return;
    // What is due is counted by the time, which no write of ours announces.
    deps.events.changed({ area: 'follow-ups' });
    deps.notifier.show({
      ...reminderWords(due, deps.homeCountry()),
      to: { screen: 'follow-ups' },
    });
  };

  const lookOnce = async (): Promise<void> => {
    let dueAt = await archive.read(nextUntold, undefined);
    if (dueAt !== undefined && dueAt <= clock.now() && lookout.isRunning()) {
      await tellDue();
      dueAt = await archive.read(nextUntold, undefined);
    }
    if (dueAt !== undefined) lookout.wait(Math.min(dueAt - clock.now(), longestWaitMs));
  };

  const lookout = createLookout({ ...deps, lookOnce, trouble: 'follow-ups could not be read' });

  return { start: lookout.start, look: lookout.look, stop: lookout.stop };
}
