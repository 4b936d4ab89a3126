import type { Handlers } from '../rpc/router.ts';
import { readTray, type TrayDeps } from './service.ts';

/** Answers the contract's `tray.get`. */
export function createTrayHandlers(deps: TrayDeps): Handlers<'tray.get'> {
  return { 'tray.get': () => readTray(deps) };
}
