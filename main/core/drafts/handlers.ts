import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../rpc/router.ts';
import type { Drafts } from './service.ts';

/** Answers the contract's `drafts.*`. */
export function createDraftHandlers(drafts: Drafts): Handlers<'drafts.get' | 'drafts.set'> {
  return {
    'drafts.get': async ({ key }) => ok(await drafts.get(key)),
    'drafts.set': async ({ from, ...change }) => ok(await drafts.set({ ...change, from })),
  };
}
