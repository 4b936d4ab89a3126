import type { EpochMs } from '../../../shared/model/ids.ts';
import type { QuietView } from '../../../shared/model/notifications.ts';
import type { Archive } from '../db/define-query.ts';
import type { Events } from '../events.ts';
import type { Clock } from '../ports.ts';
import type { Presence } from '../presence/service.ts';
import { readQuiet, writeQuiet, type OwnQuiet } from './queries.ts';

/** Whether notifications keep quiet: by the user's switch, or by RingCentral's do-not-disturb. */
export type Quiet = {
  /** Reads the switch. */
  start(): Promise<void>;
  stop(): void;
  get(): QuietView;
  isQuiet(): boolean;
  /** `null`: until it is switched off; undefined: no longer. */
  set(until: EpochMs | null | undefined): Promise<QuietView>;
};

export type QuietDeps = {
  readonly archive: Archive;
  readonly clock: Clock;
  readonly events: Pick<Events, 'changed'>;
  readonly presence: Pick<Presence, 'isDoNotDisturb' | 'onDoNotDisturb'>;
};

/** Builds it; nothing is read before `start`. */
export function createQuiet(deps: QuietDeps): Quiet {
  const { archive, clock, events, presence } = deps;
  let stopListening = (): void => undefined;
  let own: OwnQuiet;
  let isRunning = false;
  let cancelEnd = (): void => undefined;

  const isOwnOn = (): boolean =>
    own !== undefined && (own.until === undefined || own.until > clock.now());
  const view = (): QuietView => ({
    own: isOwnOn() ? own : undefined,
    server: presence.isDoNotDisturb(),
  });
  const changed = (): void => events.changed({ area: 'quiet' });

  const waitForEnd = (): void => {
    cancelEnd();
    if (own?.until === undefined || !isRunning) return;
    // A timer holds no longer than 24.8 days, and none runs while the computer sleeps.
    const ms = Math.min(Math.max(own.until - clock.now(), 0), 24 * 60 * 60_000);
    cancelEnd = clock.schedule(ms, () => (isOwnOn() ? waitForEnd() : changed()));
  };

  return {
    async start() {
      isRunning = true;
      own = await archive.read(readQuiet, undefined);
      waitForEnd();
      stopListening = presence.onDoNotDisturb(changed);
    },
    stop() {
      isRunning = false;
      cancelEnd();
      stopListening();
    },
    get: view,
    isQuiet: () => isOwnOn() || presence.isDoNotDisturb(),
    async set(until) {
      own = until === undefined ? undefined : { until: until ?? undefined };
      await archive.write(writeQuiet, { quiet: own });
      waitForEnd();
      changed();
      return view();
    },
  };
}
