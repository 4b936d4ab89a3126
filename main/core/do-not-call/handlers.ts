import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../rpc/router.ts';
import type { DoNotCall } from './service.ts';

/** Answers the contract's `do-not-call.*`. */
export function createDoNotCallHandlers(
  doNotCall: DoNotCall,
): Handlers<'do-not-call.list' | 'do-not-call.add' | 'do-not-call.remove' | 'do-not-call.has'> {
  return {
    'do-not-call.list': async (page) => ok(await doNotCall.list(page)),
    'do-not-call.add': ({ numbers, reason }) => doNotCall.add(numbers, reason),
    'do-not-call.remove': async ({ number }) => {
      await doNotCall.remove(number);
      return ok();
    },
    'do-not-call.has': async ({ number }) => ok(await doNotCall.has(number)),
  };
}
