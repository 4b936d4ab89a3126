import { failure, type Failure } from '../../../shared/failure.ts';
import type { SessionView } from '../../../shared/model/session.ts';

/** Why no call can be made now, as far as is known: it is not allowed, or RingCentral is away. */
export function whyCallsAreOff(
  session: Pick<SessionView, 'canCall' | 'connection'> | undefined,
): Failure | undefined {
  if (session === undefined) return undefined;
  const { canCall, connection } = session;
  if (!canCall.can) return canCall.failure;
  return connection.state === 'offline' ? failure('offline', 'network.offline') : undefined;
}
