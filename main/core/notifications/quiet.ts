import type { EpochMs } from '../../../shared/model/ids.ts';
import type { QuietView } from '../../../shared/model/notifications.ts';
import type { Archive } from '../db/define-query.ts';
import type { Events } from '../events.ts';
import type { Clock, Log } from '../ports.ts';
import type { RingCentralClient } from '../ringcentral/api.ts';
import { readQuiet, writeQuiet, type OwnQuiet } from './queries.ts';

/** How often RingCentral's do-not-disturb is asked for while push does not tell of it. */
const pollMs = 60_000;

/** Whether notifications keep quiet: by the user's switch, or by RingCentral's do-not-disturb. */
export type Quiet = {
  /** Reads the switch, and begins to follow RingCentral's. */
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
  readonly log: Log;
  readonly events: Pick<Events, 'changed'>;
  readonly client: Pick<RingCentralClient, 'api' | 'push' | 'getConnection'>;
  readonly session: {
    isSignedIn(): boolean;
    onSignedIn(listener: () => void): () => void;
  };
};

/** Builds it; nothing is read or asked before `start`. */
export function createQuiet(deps: QuietDeps): Quiet {
  const { archive, clock, client, events, log, session } = deps;
  const stopListening: (() => void)[] = [];
  let own: OwnQuiet;
  let server = false;
  let isRunning = false;
  let isRefused = false;
  let cancelEnd = (): void => undefined;
  let cancelPoll = (): void => undefined;

  const isOwnOn = (): boolean =>
    own !== undefined && (own.until === undefined || own.until > clock.now());
  const view = (): QuietView => ({ own: isOwnOn() ? own : undefined, server });
  const changed = (): void => events.changed({ area: 'quiet' });

  const waitForEnd = (): void => {
    cancelEnd();
    if (own?.until === undefined || !isRunning) return;
    // A timer holds no longer than 24.8 days, and none runs while the computer sleeps.
    const ms = Math.min(Math.max(own.until - clock.now(), 0), 24 * 60 * 60_000);
    cancelEnd = clock.schedule(ms, () => (isOwnOn() ? waitForEnd() : changed()));
  };

  const hear = (isOn: boolean): void => {
    if (isOn === server) return;
    server = isOn;
    changed();
  };

  const ask = async (): Promise<void> => {
    cancelPoll();
    if (!isRunning || isRefused || !session.isSignedIn()) return;
    if (client.getConnection().state !== 'offline') {
      const outcome = await client.api.telephony.getDoNotDisturb();
      if (outcome.kind === 'ok') hear(outcome.value);
      else if (outcome.kind === 'refused' && outcome.status === 403) isRefused = true;
      if (isRefused) log.info('presence is not to be had, nor do-not-disturb');
    }
    pollOn();
  };

  const pollOn = (): void => {
    cancelPoll();
    if (!isRunning || isRefused || client.push.getState().state === 'connected') return;
    cancelPoll = clock.schedule(pollMs, () => void ask());
  };

  return {
    async start() {
      isRunning = true;
      own = await archive.read(readQuiet, undefined);
      waitForEnd();
      stopListening.push(
        client.push.onHint((hint) => {
          if (hint.kind === 'gap') void ask();
          else if ('isDnd' in hint && hint.isDnd !== undefined) hear(hint.isDnd);
        }),
        client.push.onChange(pollOn),
        session.onSignedIn(() => {
          isRefused = false;
          void ask();
        }),
      );
      void ask();
    },
    stop() {
      isRunning = false;
      cancelEnd();
      cancelPoll();
      for (const stopOne of stopListening.splice(0)) stopOne();
    },
    get: view,
    isQuiet: () => isOwnOn() || server,
    async set(until) {
      own = until === undefined ? undefined : { until: until ?? undefined };
      await archive.write(writeQuiet, { quiet: own });
      waitForEnd();
      changed();
      return view();
    },
  };
}
