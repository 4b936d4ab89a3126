import { z } from 'zod';
import type { SessionView } from '../model/session.ts';
import { call } from './define.ts';
import { nothing } from './fields.ts';

export const sessionContract = {
  'session.get': call(nothing).returns<SessionView>(),
  /** Signs in to RingCentral with a JWT; settled when the account has been read. */
  'session.sign-in': call(
    z.strictObject({
      serverUrl: z.string().trim().max(300),
      clientId: z.string().trim().min(1).max(200),
      clientSecret: z.string().trim().min(1).max(200).optional(),
      jwt: z.string().trim().min(1).max(8000),
    }),
  ).returns<SessionView>(),
  'session.sign-out': call(nothing).returns<void>(),
  /** Opens the demo account, in a profile of its own. */
  'session.start-demo': call(nothing).returns<void>(),
  /** Goes back from the demo account to the user's own profile. */
  'session.leave-demo': call(nothing).returns<void>(),
  /** Tries to reach RingCentral now instead of waiting for the next attempt. */
  'session.retry': call(nothing).returns<void>(),
};
