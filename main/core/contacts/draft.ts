import { failure } from '../../../shared/failure.ts';
import type { CountryCode } from '../../../shared/model/ids.ts';
import type { ContactDraft } from '../../../shared/model/people.ts';
import { parseDialable, parseShort } from '../../../shared/phone/parse.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { ContactFields } from '../ringcentral/api.ts';
import type { Entry, EntryNumber } from './entries/rows.ts';

/** What someone entered, judged: every number read, and something to call the contact by. */
export type JudgedDraft = Omit<Entry, 'source' | 'serverId'>;

/**
 * Reads what was entered, national numbers in `country`. Fails with the sentence that belongs to
 * the field: `contact.empty`, `contact.number-invalid` or `contact.label-twice`.
 */
export function judgeDraft(draft: ContactDraft, country: CountryCode): Result<JudgedDraft> {
  const numbers: EntryNumber[] = [];
  for (const [index, { label, typed }] of draft.numbers.entries()) {
    if (typed.trim() === '') continue;
    const field = `numbers.${index}`;
    if (numbers.some((number) => number.label === label)) {
      return fail(failure('invalid', 'contact.label-twice', { field }));
    }
    const number = readNumber(label, typed, country);
    if (number === undefined) {
      const params = { number: typed.trim() };
      return fail(failure('invalid', 'contact.number-invalid', { field, params }));
    }
    numbers.push(number);
  }
  const judged = { ...toTexts(draft), numbers };
  const name = displayName(judged);
  return name === ''
    ? fail(failure('invalid', 'contact.empty', { field: 'firstName' }))
    : ok({ ...judged, name });
}

/** A number as it was typed and in E.164; a short one has the typed form alone. */
export function readNumber(
  label: string,
  typed: string,
  country: CountryCode,
): EntryNumber | undefined {
  const text = typed.trim();
  const parsed = parseDialable(text, country);
  if (!parsed.ok && parseShort(text) === undefined) return undefined;
  const number = parsed.ok ? parsed.value.number : undefined;
  return { label, typed: text, number, extensionNumber: undefined };
}

/** What to call someone: the name, else the company, the address or the number. */
export function displayName(
  entry: Pick<Entry, 'firstName' | 'lastName' | 'company' | 'email' | 'numbers'>,
): string {
  const full = [entry.firstName, entry.lastName].filter(Boolean).join(' ');
  return full || entry.company || entry.email || entry.numbers[0]?.typed || '';
}

/** As RingCentral takes it: numbers in E.164, or as typed where digits follow or it is short. */
export function toContactFields(judged: JudgedDraft, country: CountryCode): ContactFields {
  const { firstName = '', lastName = '', company = '', jobTitle = '', email = '' } = judged;
  const numbers = judged.numbers.map(({ label, typed, number }) => {
    const parsed = parseDialable(typed, country);
    const isWhole = parsed.ok && parsed.value.keyIn === undefined;
    return [label, isWhole ? (number ?? typed) : typed] as const;
  });
  return {
    firstName,
    lastName,
    company,
    jobTitle,
    email,
    remarks: judged.remarks ?? '',
    numbers: Object.fromEntries(numbers),
  };
}

function toTexts(draft: ContactDraft): Omit<JudgedDraft, 'name' | 'numbers'> {
  const text = (value: string): string | undefined => value.trim() || undefined;
  return {
    firstName: text(draft.firstName),
    lastName: text(draft.lastName),
    company: text(draft.company),
    jobTitle: text(draft.jobTitle),
    email: text(draft.email),
    remarks: text(draft.remarks),
  };
}
