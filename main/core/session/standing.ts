import { failure, type Failure } from '../../../shared/failure.ts';
import type { SessionState, SignInStep } from '../../../shared/model/session.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Events } from '../events.ts';

/** Whether someone is signed in, and what a sign-in under way waits for. */
export type Standing = {
  readonly state: SessionState;
  /** Set while `state` is `signing-in`. */
  readonly step: SignInStep | undefined;
  become(state: Exclude<SessionState, 'signing-in'>): void;
  /** A sign-in is under way and waits for this. */
  waitFor(step: SignInStep): void;
  /** RingCentral has ended the session; kept until someone is signed in. */
  noteEnd(reason: Failure): void;
  /** Fails with why nobody is signed in. */
  require(): Result<void>;
};

/** Starts with nobody signed in. */
export function createStanding(events: Pick<Events, 'changed'>): Standing {
  let state: SessionState = 'signed-out';
  let step: SignInStep | undefined;
  let endedBy: Failure | undefined;

  const move = (nextState: SessionState, nextStep: SignInStep | undefined): void => {
    state = nextState;
    step = nextStep;
    events.changed({ area: 'session' });
  };

  return {
    get state() {
      return state;
    },
    get step() {
      return step;
    },
    become(next) {
      if (next !== 'expired') endedBy = undefined;
      move(next, undefined);
    },
    waitFor: (next) => move('signing-in', next),
    noteEnd(reason) {
      endedBy = reason;
    },
    require() {
      if (state === 'signed-in') return ok();
      return fail(toReason(state, endedBy));
    },
  };
}

function toReason(state: SessionState, endedBy: Failure | undefined): Failure {
  if (state === 'signing-in') return failure('auth', 'session.still-signing-in');
  if (state === 'signed-out') return failure('auth', 'session.signed-out');
  // A restricted account or a disabled extension is said so; the rest are the ends of a sign-in.
  if (endedBy?.message.startsWith('session.')) return endedBy;
  return failure('auth', 'session.expired', endedBy && { code: endedBy.code });
}
