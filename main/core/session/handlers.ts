import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../rpc/router.ts';
import type { Session } from './service.ts';

type SessionCall =
  | 'session.get'
  | 'session.sign-in'
  | 'session.sign-out'
  | 'session.start-demo'
  | 'session.leave-demo'
  | 'session.retry';

/** The session's part of the contract. */
export function createSessionHandlers(session: Session): Handlers<SessionCall> {
  return {
    'session.get': () => session.requireView(),
    'session.sign-in': ({ clientSecret, ...given }) => session.signIn({ ...given, clientSecret }),
    'session.sign-out': async () => {
      await session.signOut();
      return ok();
    },
    'session.start-demo': () => session.startDemo(),
    'session.leave-demo': () => session.leaveDemo(),
    'session.retry': () => {
      session.resume();
      return ok();
    },
  };
}
