import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../rpc/router.ts';
import type { Shortcut } from './keys.ts';

/** Answers the contract's `shortcut.*`. */
export function createShortcutHandlers(
  shortcut: Pick<Shortcut, 'get' | 'set'>,
): Handlers<'shortcut.get' | 'shortcut.set'> {
  return {
    'shortcut.get': () => ok(shortcut.get()),
    'shortcut.set': ({ accelerator }) => shortcut.set(accelerator ?? undefined),
  };
}
