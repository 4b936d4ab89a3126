import type { CountryCode } from '../../../../shared/model/ids.ts';
import type { FollowUpView } from '../../../../shared/model/notes.ts';
import type { Party } from '../../../../shared/model/people.ts';
import { formatNumber } from '../../../../shared/phone/format.ts';

/** How many people a notification of several names before it counts. */
const mostNamed = 3;

/** What a notification says of follow-ups that are due: one with its text, several by name. */
export function reminderWords(
  due: readonly FollowUpView[],
  home: CountryCode,
): { readonly title: string; readonly body: string } {
  const names = [...new Set(due.map(({ party }) => nameOf(party, home)))];
  const [only] = due;
  if (only !== undefined && due.length === 1) {
    return { title: `Follow up: ${names.join('')}`, body: only.text || 'It is time to get back.' };
  }
  const named = names.slice(0, mostNamed).join(', ');
  const others = names.length - mostNamed;
  return {
    title: `${due.length} follow-ups are due`,
    body: others > 0 ? `${named} and ${others} more` : named,
  };
}

function nameOf({ name, number, extensionNumber }: Party, home: CountryCode): string {
  if (name !== undefined) return name;
  if (number !== undefined) return formatNumber(number, home);
  return extensionNumber === undefined ? 'someone' : `extension ${extensionNumber}`;
}
