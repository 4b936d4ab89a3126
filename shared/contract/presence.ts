import { z } from 'zod';
import { presenceStatuses, type PresenceView } from '../model/presence.ts';
import type { TrayView } from '../model/tray.ts';
import { call } from './define.ts';
import { nothing } from './fields.ts';

export const presenceContract = {
  'presence.get': call(nothing).returns<PresenceView>(),
  /** Resolves when RingCentral has it; fails without the permission. */
  'presence.set': call(
    z.strictObject({ status: z.enum(presenceStatuses) }),
  ).returns<PresenceView>(),
  /** All that the tray and the badge show, at once. */
  'tray.get': call(nothing).returns<TrayView>(),
};
