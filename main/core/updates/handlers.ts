import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../rpc/router.ts';
import type { Updates } from './service.ts';

export type UpdateCall =
  'updates.get' | 'updates.check' | 'updates.install' | 'updates.postpone' | 'updates.go-back';

/** Answers the contract's `updates.*`. */
export function createUpdateHandlers(updates: Updates): Handlers<UpdateCall> {
  return {
    'updates.get': async () => ok(await updates.getView()),
    'updates.check': () => updates.check(),
    'updates.install': () => updates.install(),
    'updates.postpone': async () => ok(await updates.postpone()),
    'updates.go-back': () => updates.goBack(),
  };
}
