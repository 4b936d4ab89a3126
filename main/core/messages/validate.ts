import { failure, type Failure, type FailureMessage } from '../../../shared/failure.ts';
import type { CountryCode, E164 } from '../../../shared/model/ids.ts';
import type { SenderChoice } from '../../../shared/model/messages.ts';
import { parseDialable } from '../../../shared/phone/parse.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { longestText, mostRecipients } from '../../../shared/text-limits.ts';
import { isEmergency } from '../numbers/emergency.ts';

/** Checks what is to be said; a file may go without words. */
export function checkText(text: string, files = 0): Failure | undefined {
  if (text.trim() === '' && files === 0) return failure('invalid', 'text.empty', { field: 'text' });
  if (text.length <= longestText) return undefined;
  const params = { length: text.length, limit: longestText };
  return failure('invalid', 'text.too-long', { field: 'text', params });
}

/** Reads the numbers a text is for: each dialable, none twice, none that takes no texts. */
export function parseRecipients(
  typed: readonly string[],
  country: CountryCode,
): Result<readonly E164[]> {
  const named = typed.filter((number) => number.trim() !== '');
  if (named.length === 0) return refuse('text.no-recipient');
  const numbers: E164[] = [];
  for (const text of named) {
    const number = parseRecipient(text, country);
    if (!number.ok) return number;
    if (!numbers.includes(number.value)) numbers.push(number.value);
  }
  if (numbers.length > mostRecipients) {
    return refuse('text.too-many-recipients', { limit: mostRecipients });
  }
  return ok(numbers);
}

function parseRecipient(typed: string, country: CountryCode): Result<E164> {
  if (isEmergency(typed, country)) return refuse('number.emergency');
  const target = parseDialable(typed, country);
  if (target.ok) {
    // A text reaches a number, not the extension behind it.
    return target.value.keyIn === undefined
      ? ok(target.value.number)
      : refuse('text.extension-number');
  }
  if (target.failure.message === 'number.short') return refuse('text.short-number');
  return fail({ ...target.failure, field: 'to' });
}

/** The number a text goes out from: the one asked for, which must be able to, else the default. */
export function chooseSender(
  senders: readonly SenderChoice[],
  wanted: E164 | undefined,
  usual: string | undefined,
): Result<E164> {
  if (senders.length === 0) return fail(failure('rejected', 'text.no-sender', { field: 'from' }));
  if (wanted !== undefined) {
    return senders.some(({ number }) => number === wanted)
      ? ok(wanted)
      : fail(failure('invalid', 'text.sender-refused', { field: 'from' }));
  }
  const chosen =
    senders.find(({ number }) => number === usual) ??
    senders.find(({ isDefault }) => isDefault) ??
    senders[0];
  return chosen === undefined ? fail(failure('rejected', 'text.no-sender')) : ok(chosen.number);
}

function refuse(
  message: FailureMessage,
  params?: Readonly<Record<string, number>>,
): ReturnType<typeof fail> {
  return fail(failure('invalid', message, { field: 'to', ...(params && { params }) }));
}
