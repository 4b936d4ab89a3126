import type { ActiveCall } from '../../../shared/model/calls.ts';
import type { OutboxView } from '../../../shared/model/messages.ts';
import type { UpdateObstacle } from '../../../shared/model/updates.ts';
import type { LiveCall } from '../calls/live/live-call.ts';

/** What a restart would cut off: a call that is followed, or texts that go out or are held. */
export async function findObstacle(parts: {
  readonly listActive: () => readonly Pick<ActiveCall, 'endedAt'>[];
  readonly listLive: () => readonly Pick<LiveCall, 'endedAt'>[];
  readonly getOutbox: () => Promise<OutboxView>;
}): Promise<UpdateObstacle | undefined> {
  const calls = [...parts.listActive(), ...parts.listLive()];
  if (calls.some(({ endedAt }) => endedAt === undefined)) return 'call';
  const { state, waitingCount, heldCount } = await parts.getOutbox();
  // Texts that wait for the network or a sign-in wait as well while Sidetone starts anew.
  return heldCount > 0 || (state === 'sending' && waitingCount > 0) ? 'texts' : undefined;
}
