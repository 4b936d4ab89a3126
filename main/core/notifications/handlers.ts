import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../rpc/router.ts';
import type { Quiet } from './quiet.ts';
import type { Notifications } from './service.ts';

export type NotificationCall =
  | 'notifications.get-quiet'
  | 'notifications.set-quiet'
  | 'notifications.set-in-front'
  | 'notifications.test';

/** Answers the contract's `notifications.*`. */
export function createNotificationHandlers(
  notifications: Pick<Notifications, 'setInFront' | 'test'>,
  quiet: Pick<Quiet, 'get' | 'set'>,
): Handlers<NotificationCall> {
  return {
    'notifications.get-quiet': () => ok(quiet.get()),
    'notifications.set-quiet': async ({ until }) => ok(await quiet.set(until)),
    'notifications.set-in-front': ({ threadId }) => {
      notifications.setInFront(threadId);
      return ok();
    },
    'notifications.test': () => {
      notifications.test();
      return ok();
    },
  };
}
