import type { Settings } from '../../../shared/model/app.ts';
import type { E164 } from '../../../shared/model/ids.ts';
import type { ImportedNumber } from '../../../shared/model/session.ts';
import { toE164 } from '../../../shared/phone/parse.ts';
import type { Result } from '../../../shared/result.ts';
import { toHomeCountry, toPhones, toSenders, type AccountFacts } from './facts.ts';

/** Where the user's defaults are kept. */
export type NumberSettings = { set(patch: Partial<Settings>): Result<Settings> };

/**
 * Makes an imported number the default of what it is able to: texts when it has RingCentral's
 * SmsSender feature, calls when RingOut can ring it. One that can neither changes nothing.
 */
export function takeNumber(
  given: string | undefined,
  facts: AccountFacts,
  settings: NumberSettings,
): ImportedNumber {
  if (given === undefined) return { kind: 'none' };
  const number = toE164(given, toHomeCountry(facts));
  const senders = toSenders(facts);
  const phones = toPhones(facts);
  const phone = phones.find((each) => each.number === number);
  const canText = senders.some((each) => each.number === number);
  if (number === undefined || (!phone && !canText)) return refused(given, [...phones, ...senders]);
  const patch = { ...(phone && { callFrom: phone.id }), ...(canText && { smsFrom: number }) };
  if (!settings.set(patch).ok) return refused(given, [...phones, ...senders]);
  return {
    kind: 'taken',
    number,
    as: [...(phone ? (['call-from'] as const) : []), ...(canText ? (['text-from'] as const) : [])],
  };
}

function refused(given: string, able: readonly { readonly number: E164 }[]): ImportedNumber {
  return { kind: 'refused', given, usable: [...new Set(able.map(({ number }) => number))] };
}
