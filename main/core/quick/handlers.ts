import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../rpc/router.ts';
import type { Shortcut } from '../shortcut/keys.ts';
import type { Quick } from './service.ts';

export type QuickCall =
  | 'quick.get'
  | 'quick.open'
  | 'quick.close'
  | 'quick.fit'
  | 'quick.get-shortcut'
  | 'quick.set-shortcut';

/** Answers the contract's `quick.*`. */
export function createQuickHandlers(
  quick: Quick,
  shortcut: Pick<Shortcut, 'get' | 'set'>,
): Handlers<QuickCall> {
  return {
    'quick.get': () => ok(quick.get()),
    'quick.open': async (request) => {
      await quick.open(request);
      return ok();
    },
    'quick.close': () => {
      quick.close();
      return ok();
    },
    'quick.fit': ({ height }) => {
      quick.fit(height);
      return ok();
    },
    'quick.get-shortcut': () => ok(shortcut.get()),
    'quick.set-shortcut': ({ accelerator }) => shortcut.set(accelerator ?? undefined),
  };
}
