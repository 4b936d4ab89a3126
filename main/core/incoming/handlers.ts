import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../rpc/router.ts';
import type { Incoming } from './service.ts';

/** Answers what the card of an incoming call asks. */
export function createIncomingHandlers(
  incoming: Pick<Incoming, 'touch'>,
): Handlers<'incoming.touch'> {
  return {
    'incoming.touch': ({ callId, isNoted }) => {
      incoming.touch(callId, isNoted);
      return ok();
    },
  };
}
