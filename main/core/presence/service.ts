import type { PresenceStatus, PresenceView } from '../../../shared/model/presence.ts';
import type { SessionView } from '../../../shared/model/session.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Events } from '../events.ts';
import type { Clock, Log } from '../ports.ts';
import type { RingCentralClient } from '../ringcentral/api.ts';
import type { ServerPresence } from '../ringcentral/records.ts';

/** How often presence is asked for while push does not tell of it. */
const pollMs = 60_000;

/** What the user is for others, and whether calls reach them: RingCentral's, followed and changed. */
export type Presence = {
  start(): void;
  stop(): void;
  get(): PresenceView;
  /** Whether the extension takes no calls at all. */
  isDoNotDisturb(): boolean;
  onDoNotDisturb(listener: () => void): () => void;
  /** Resolves when RingCentral has it; fails with what stands in the way. */
  set(status: PresenceStatus): Promise<Result<PresenceView>>;
};

export type PresenceDeps = {
  readonly clock: Clock;
  readonly log: Log;
  readonly events: Pick<Events, 'changed'>;
  readonly client: Pick<RingCentralClient, 'api' | 'push' | 'getConnection'>;
  readonly session: {
    isSignedIn(): boolean;
    onSignedIn(listener: () => void): () => void;
    getView(): Pick<SessionView, 'canSetPresence'>;
  };
};

/** Builds it; nothing is asked before `start`. */
export function createPresence(deps: PresenceDeps): Presence {
  const { clock, client, events, log, session } = deps;
  const { telephony } = client.api;
  const stopListening: (() => void)[] = [];
  const listeners = new Set<() => void>();
  let known: ServerPresence = { status: undefined, isDnd: undefined };
  /** Counts what was heard: an answer to an older question is no news. */
  let heard = 0;
  let isRunning = false;
  let isRefused = false;
  let cancelPoll = (): void => undefined;

  const view = (): PresenceView => ({
    status: session.isSignedIn() ? known.status : undefined,
    canSet: session.getView().canSetPresence,
  });

  const hear = ({ status, isDnd }: ServerPresence): void => {
    heard += 1;
    const before = known;
    known = { status: status ?? before.status, isDnd: isDnd ?? before.isDnd };
    if (known.status !== before.status) events.changed({ area: 'presence' });
    if ((known.isDnd ?? false) === (before.isDnd ?? false)) return;
    for (const listener of listeners) listener();
  };

  const ask = async (): Promise<void> => {
    cancelPoll();
    if (!isRunning || isRefused || !session.isSignedIn()) return;
    if (client.getConnection().state !== 'offline') {
      const since = heard;
      const outcome = await telephony.getPresence();
      if (outcome.kind === 'ok' && heard === since) hear(outcome.value);
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
    start() {
      isRunning = true;
      stopListening.push(
        client.push.onHint((hint) => {
          if (hint.kind === 'gap') void ask();
          else if ('presence' in hint && hint.presence !== undefined) hear(hint.presence);
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
      cancelPoll();
      for (const stopOne of stopListening.splice(0)) stopOne();
    },
    get: view,
    isDoNotDisturb: () => known.isDnd === true,
    onDoNotDisturb(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async set(status) {
      const { canSetPresence } = session.getView();
      if (!canSetPresence.can) return fail(canSetPresence.failure);
      const outcome = await telephony.setPresence(status);
      if (outcome.kind === 'ok') {
        hear(outcome.value);
        return ok(view());
      }
      // It may have been done all the same.
      if (outcome.kind === 'unknown') void ask();
      return fail(outcome.failure);
    },
  };
}
