import type { EpochMs } from '../../../shared/model/ids.ts';
import type { OutboxView } from '../../../shared/model/messages.ts';
import type { Events } from '../events.ts';
import type { Clock } from '../ports.ts';
import type { RingCentralClient } from '../ringcentral/api.ts';

/** Why every text waits, beside having been told so by RingCentral or the network itself. */
type PauseReason = Exclude<OutboxView['state'], 'sending'>;

/** Whether texts go out as a whole, and why not. */
export type Standing = {
  get(): Pick<OutboxView, 'state' | 'resumesAt'>;
  /** The end of a pause of ours or of RingCentral's; a time that has passed when there is none. */
  resumesAt(): EpochMs;
  /** Nothing is tried for so long. */
  pause(reason: PauseReason, ms: number): void;
  /** What was waited for has come. */
  goOn(): void;
  /** Says that it has changed, if it has. */
  tell(): void;
};

/** A pause of so long, which is over at that time. */
type Pause = { readonly reason: PauseReason; readonly until: EpochMs; readonly ms: number };

const nothing: Pause = { reason: 'paused', until: 0, ms: 0 };

export function createStanding(deps: {
  readonly client: Pick<RingCentralClient, 'getConnection' | 'getPausedGroups'>;
  readonly clock: Clock;
  readonly events: Pick<Events, 'changed'>;
  readonly isSignedIn: () => boolean;
}): Standing {
  const { client, clock } = deps;
  let own = nothing;
  let told: string | undefined;

  const penaltyEnd = (): EpochMs =>
    client.getPausedGroups().find(({ group }) => group === 'medium')?.resumesAt ?? 0;
  /** A clock that was put back would hold it up until it catches up. */
  const ownEnd = (): EpochMs => {
    own = { ...own, until: Math.min(own.until, clock.now() + own.ms) };
    return own.until;
  };
  const resumesAt = (): EpochMs => Math.max(ownEnd(), penaltyEnd());

  const get: Standing['get'] = () => {
    const isPaused = resumesAt() > clock.now();
    if (!deps.isSignedIn()) return { state: 'signed-out', resumesAt: undefined };
    if (client.getConnection().state === 'offline') {
      return { state: 'offline', resumesAt: undefined };
    }
    if (!isPaused) return { state: 'sending', resumesAt: undefined };
    const reason = ownEnd() >= penaltyEnd() ? own.reason : 'paused';
    return { state: reason, resumesAt: reason === 'paused' ? resumesAt() : undefined };
  };

  return {
    get,
    resumesAt,
    pause(reason, ms) {
      const until = clock.now() + ms;
      if (until > ownEnd()) own = { reason, until, ms };
    },
    goOn() {
      own = nothing;
    },
    tell() {
      const now = JSON.stringify(get());
      if (told !== undefined && told !== now) deps.events.changed({ area: 'outbox' });
      told = now;
    },
  };
}
