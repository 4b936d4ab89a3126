import type { CallName } from '../../../shared/contract/index.ts';
import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../rpc/router.ts';
import type { Session } from './service.ts';

type SessionCall = Extract<CallName, `session.${string}`>;

/** The session's part of the contract; `resume` has everything tried again that waits. */
export function createSessionHandlers(session: Session, resume: () => void): Handlers<SessionCall> {
  return {
    'session.get': () => session.requireView(),
    'session.status': () => session.requireStatus(),
    'session.sign-in': (typed) => session.signIn(typed),
    'session.sign-in-again': () => session.signInAgain(),
    'session.cancel-sign-in': async () => {
      await session.cancelSignIn();
      return ok();
    },
    'session.open-sign-in-page': () => session.openSignInPage(),
    'session.read-import': ({ text }) => session.readImport(text),
    'session.find-import': () => ok(session.findImport()),
    'session.use-import': ({ id, allowOtherHost }) => session.useImport(id, allowOtherHost),
    'session.sign-out': (options) => session.signOut(options),
    'session.start-demo': () => session.startDemo(),
    'session.leave-demo': () => session.leaveDemo(),
    'session.retry': () => {
      resume();
      return ok();
    },
  };
}
