import { failure } from './failure.ts';
import { fail, ok, type Result } from './result.ts';

/** What an address of a CRM can name of a person. */
export type CrmValues = {
  readonly number: string | undefined;
  readonly name: string | undefined;
  readonly email: string | undefined;
};

const placeholder = /\{(number|name|email)\}/g;
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
 * The page of one person, each value percent-encoded. Undefined where a value that the address
 * names is not known, or is nothing but dots, which would lead up the path.
 */
export function fillCrmAddress(address: string, values: CrmValues): string | undefined {
  let isMissing = false;
  const filled = address.replace(placeholder, (_, name: keyof CrmValues) => {
    const value = values[name]?.trim().toWellFormed() ?? '';
    if (/^\.*$/.test(value)) isMissing = true;
    return encodeURIComponent(value);
  });
  return isMissing ? undefined : filled;
}
