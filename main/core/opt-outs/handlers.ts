import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../rpc/router.ts';
import type { OptOuts } from './service.ts';

/** Answers the contract's `opt-outs.*`. */
export function createOptOutHandlers(
  optOuts: Pick<OptOuts, 'list' | 'set'>,
): Handlers<'opt-outs.list' | 'opt-outs.set'> {
  return {
    'opt-outs.list': async (page) => ok(await optOuts.list(page)),
    'opt-outs.set': async (change) => {
      await optOuts.set(change);
      return ok();
    },
  };
}
