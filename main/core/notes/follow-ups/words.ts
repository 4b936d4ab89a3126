import type { CountryCode } from '../../../../shared/model/ids.ts';
import type { FollowUpView } from '../../../../shared/model/notes.ts';
import type { Party } from '../../../../shared/model/people.ts';
import { formatNumber } from '../../../../shared/phone/format.ts';
import { strings } from '../../../../shared/strings/strings.ts';

const words = strings.followUps.reminder;

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
    return { title: words.one(names.join('')), body: only.text || words.oneBody };
  }
  return {
    title: words.several(due.length),
    body: words.names(names.slice(0, mostNamed), names.length - mostNamed),
  };
}

function nameOf({ name, number, extensionNumber }: Party, home: CountryCode): string {
  if (name !== undefined) return name;
  if (number !== undefined) return formatNumber(number, home);
  return extensionNumber === undefined ? words.someone : words.extension(extensionNumber);
}
