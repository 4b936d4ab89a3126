import { failure } from '../../../shared/failure.ts';
import type { CallerIdChoice, PhoneChoice } from '../../../shared/model/calls.ts';
import type { E164, PhoneId } from '../../../shared/model/ids.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';

/**
 * The phone to ring first: the one asked for, which must be there; else the user's usual one; else
 * the default.
 */
export function choosePhone(
  phones: readonly PhoneChoice[],
  wanted: PhoneId | undefined,
  usual: string | undefined,
): Result<PhoneChoice> {
  if (wanted !== undefined) {
    const found = phones.find(({ id }) => id === wanted);
    return found === undefined
      ? fail(failure('invalid', 'call.phone-unknown', { field: 'phoneId' }))
      : ok(found);
  }
  const chosen =
    phones.find(({ id }) => id === usual) ?? phones.find(({ isDefault }) => isDefault) ?? phones[0];
  return chosen === undefined
    ? fail(failure('rejected', 'call.no-phone', { field: 'phoneId', retry: 'user' }))
    : ok(chosen);
}

/** The number to show, where one was asked for: only one of those that may be shown. */
export function judgeCallerId(
  callerIds: readonly CallerIdChoice[],
  wanted: E164 | undefined,
): Result<E164 | undefined> {
  if (wanted === undefined || callerIds.some(({ number }) => number === wanted)) return ok(wanted);
  return fail(failure('invalid', 'call.caller-id-refused', { field: 'callerId' }));
}
