import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../rpc/router.ts';
import type { Scheduled } from './service.ts';

type ScheduledCall =
  | 'scheduled.list'
  | 'scheduled.change'
  | 'scheduled.send-now'
  | 'scheduled.discard'
  | 'scheduled.count-asking';

/** Answers the contract's `scheduled.*`. */
export function createScheduledHandlers(scheduled: Scheduled): Handlers<ScheduledCall> {
  return {
    'scheduled.list': async ({ threadId }) => ok(await scheduled.list(threadId)),
    'scheduled.change': ({ scheduledId, ...change }) => scheduled.change(scheduledId, change),
    'scheduled.send-now': ({ scheduledId }) => scheduled.sendNow(scheduledId),
    'scheduled.discard': ({ scheduledId }) => scheduled.discard(scheduledId),
    'scheduled.count-asking': async () => ok(await scheduled.countAsking()),
  };
}
