import { failure, type Failure } from '../../../../shared/failure.ts';
import type { Result } from '../../../../shared/result.ts';
import type { Clock } from '../../ports.ts';
import type { RingCentralClient } from '../../ringcentral/api.ts';

export type ObstacleDeps = {
  readonly client: Pick<RingCentralClient, 'getPausedGroups' | 'getConnection'>;
  readonly clock: Clock;
  readonly session: { requireCanCall(): Result<void> };
};

/** Why RingCentral would take no call now, whatever the number: nobody signed in, a pause, … */
export function findObstacle({ client, clock, session }: ObstacleDeps): Failure | undefined {
  const allowed = session.requireCanCall();
  if (!allowed.ok) return allowed.failure;
  const paused = client.getPausedGroups().find(({ group }) => group === 'heavy');
  if (paused === undefined) return undefined;
  const { resumesAt } = paused;
  const retry = { afterMs: Math.max(0, resumesAt - clock.now()) };
  return failure('rate-limited', 'call.paused', { retry, params: { resumesAt } });
}

/**
 * Why a call would not get through just now. Being offline is told, and yet a call is tried when the
 * user wants it: what was last known of the network may be a moment old, and trying tells.
 */
export function foresee(deps: ObstacleDeps): Failure | undefined {
  const obstacle = findObstacle(deps);
  if (obstacle !== undefined) return obstacle;
  const isOffline = deps.client.getConnection().state === 'offline';
  return isOffline ? failure('offline', 'network.offline') : undefined;
}
