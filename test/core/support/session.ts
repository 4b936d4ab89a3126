import { failure } from '../../../shared/failure.ts';
import type { CallerIdChoice, PhoneChoice } from '../../../shared/model/calls.ts';
import type { CountryCode, E164, PhoneId } from '../../../shared/model/ids.ts';
import type { SenderChoice } from '../../../shared/model/messages.ts';
import type { Capability } from '../../../shared/model/session.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Random } from '../../../main/core/ports.ts';

export const mainNumber = '+12125550100' as E164;
export const secondNumber = '+12125550101' as E164;
export const ada = '+12125550142' as E164;
export const bob = '+12125550143' as E164;

/** A signed-in user with a desk phone, a mobile and two numbers, all of which a test may change. */
export type FakeSession = {
  isSignedIn: boolean;
  canCall: Capability;
  phones: readonly PhoneChoice[];
  callerIds: readonly CallerIdChoice[];
  senders: readonly SenderChoice[];
  homeCountry(): CountryCode;
  listPhones(): Promise<readonly PhoneChoice[]>;
  listCallerIds(): Promise<readonly CallerIdChoice[]>;
  listSenders(): Promise<readonly SenderChoice[]>;
  requireSignedIn(): Result<void>;
  requireCanCall(): Result<void>;
};

/** Starts one who is signed in. */
export function createFakeSession(): FakeSession {
  const session: FakeSession = {
    isSignedIn: true,
    canCall: { can: true },
    phones: [
      phone('desk', mainNumber, { label: 'Desk phone', isDefault: true }),
      phone('mobile', '+12125550199' as E164, { label: 'Mobile', isDefault: false }),
    ],
    callerIds: [{ number: mainNumber, label: undefined, isDefault: true }],
    senders: [
      { number: mainNumber, label: undefined, isDefault: true },
      { number: secondNumber, label: 'Second', isDefault: false },
    ],
    homeCountry: () => 'US' as CountryCode,
    listPhones: () => Promise.resolve(session.phones),
    listCallerIds: () => Promise.resolve(session.callerIds),
    listSenders: () => Promise.resolve(session.senders),
    requireSignedIn: () =>
      session.isSignedIn ? ok() : fail(failure('auth', 'session.signed-out')),
    requireCanCall() {
      if (!session.isSignedIn) return session.requireSignedIn();
      return session.canCall.can ? ok() : fail(session.canCall.failure);
    },
  };
  return session;
}

/** A Random that counts, and spreads nothing. */
export function createCountingRandom(): Random {
  let count = 0;
  return {
    uuid() {
      count += 1;
      return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
    },
    fraction: () => 0,
  };
}

function phone(
  id: string,
  number: E164,
  more: Pick<PhoneChoice, 'label' | 'isDefault'>,
): PhoneChoice {
  return { id: id as PhoneId, number, kind: 'desk', status: 'online', ...more };
}
