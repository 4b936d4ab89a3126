import { assertNever, failure } from './failure.ts';
import { nationalDigits } from './phone/format.ts';
import { fail, ok, type Result } from './result.ts';

/** What is known of someone, and of the call with them, when their page of a CRM is opened. */
export type CrmValues = {
  /** E.164. */
  readonly number: string | undefined;
  readonly name: string | undefined;
  readonly email: string | undefined;
  /** Of a colleague. */
  readonly extension?: string | undefined;
  /** As the local API knows the call. */
  readonly callId?: string | undefined;
};

/** What an address of a CRM can name; `number` is `e164` by its first name. */
export const crmPlaceholders = [
  'number',
  'e164',
  'national',
  'digits',
  'name',
  'email',
  'ext',
  'call_id',
] as const;
type CrmPlaceholder = (typeof crmPlaceholders)[number];

/** Nobody: a number and an address that are kept for examples. */
export const crmExample: Required<CrmValues> = {
  number: '+12125550142',
  name: 'Ada Brook',
  email: 'ada@example.com',
  extension: '104',
  callId: '1024',
};

const placeholder = new RegExp(`\\{(${crmPlaceholders.join('|')})\\}`, 'g');
/** A host and no more: nobody's name decides where the address leads, and no user name hides it. */
const begin = /^https:\/\/[^\s/?#@\\{}%<>"]+(?=[/?#])/i;

/** Whether an address leads to a person's page: `https:`, and a placeholder after the host. */
export function checkCrmAddress(address: string): Result<void> {
  const rest = address.replace(begin, '');
  const isWhole =
    rest !== address &&
    rest.search(placeholder) >= 0 &&
    !/[\s\\{}\p{Cc}]/u.test(rest.replace(placeholder, ''));
  return isWhole ? ok() : fail(failure('invalid', 'crm.address-invalid', { field: 'crmAddress' }));
}

/**
 * The page of one person, each value percent-encoded. Undefined where a value in the path is not
 * known, or is nothing but dots, which would lead up; what is asked for after `?` or `#` may be
 * empty, as long as something of it is known: a new caller has a number and no name.
 */
export function fillCrmAddress(address: string, values: CrmValues): string | undefined {
  const pathEnd = address.search(/[?#]/);
  let isMissing = false;
  let isKnown = false;
  const filled = address.replace(placeholder, (_, name: CrmPlaceholder, at: number) => {
    const value = valueOf(name, values)?.trim().toWellFormed() ?? '';
    const isUseless = /^\.*$/.test(value);
    isKnown ||= !isUseless;
    isMissing ||= isUseless && (pathEnd < 0 || at < pathEnd);
    return encodeURIComponent(isUseless ? '' : value);
  });
  return isMissing || !isKnown ? undefined : filled;
}

function valueOf(name: CrmPlaceholder, values: CrmValues): string | undefined {
  const { number } = values;
  switch (name) {
    case 'number':
    case 'e164':
      return number;
    case 'national':
      return number && nationalDigits(number);
    case 'digits':
      return number?.replace(/\D/g, '');
    case 'name':
      return values.name;
    case 'email':
      return values.email;
    case 'ext':
      return values.extension;
    case 'call_id':
      return values.callId;
    default:
      return assertNever(name);
  }
}
