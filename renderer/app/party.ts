import { formatNumber } from '../../shared/phone/format.ts';
import type { CountryCode, E164 } from '../../shared/model/ids.ts';
import type { Whose } from '../../shared/model/history.ts';
import type { Party } from '../../shared/model/people.ts';
import { plainLine } from '../../shared/plain-line.ts';
import { strings } from '../../shared/strings/strings.ts';
import { useHomeCountry } from './queries.ts';

/** How to write a person and their number. */
export type PartyWords = {
  /** The name, else the number, else the extension. Never empty. */
  readonly title: (party: Party) => string;
  /** The number where the title is a name; the company where there is no number. */
  readonly detail: (party: Party) => string | undefined;
  readonly number: (number: E164) => string;
};

export function partyWords(home: CountryCode): PartyWords {
  const number = (value: E164): string => formatNumber(value, home);
  const reach = (party: Party): string | undefined => {
    if (party.number !== undefined) return number(party.number);
    if (party.extensionNumber !== undefined) return strings.app.extension(party.extensionNumber);
    return undefined;
  };
  return {
    number,
    title: (party) => cleanName(party.name) ?? reach(party) ?? strings.app.unknownParty,
    detail: (party) =>
      cleanName(party.name) === undefined ? cleanName(party.company) : reach(party),
  };
}

export function usePartyWords(): PartyWords {
  return partyWords(useHomeCountry());
}

/** The people of a group text, shortened after the second. */
export function partiesTitle(parties: readonly Party[], words: PartyWords): string {
  const [first, second, ...more] = parties.map(words.title);
  if (first === undefined) return strings.app.unknownParty;
  if (second === undefined) return first;
  return more.length === 0
    ? strings.app.group([first, second])
    : strings.app.groupShort(first, more.length + 1);
}

/** Whose history leads to that of a party: the person's, else the number's; none of a blocked one. */
export function whoseOf({ contactId, number, extensionNumber }: Party): Whose | undefined {
  if (contactId !== undefined) return { contactId };
  if (number !== undefined) return { number };
  return extensionNumber === undefined ? undefined : { extensionNumber };
}

function cleanName(name: string | undefined): string | undefined {
  // A name must not rearrange what is around it.
  return plainLine(name ?? '') || undefined;
}
