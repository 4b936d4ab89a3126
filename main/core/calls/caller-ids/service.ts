import { failure } from '../../../../shared/failure.ts';
import type { Notice } from '../../../../shared/model/app.ts';
import type {
  CallerIdChoice,
  ChosenCallerId,
  CountryCallerId,
} from '../../../../shared/model/calls.ts';
import type { CountryCode, E164 } from '../../../../shared/model/ids.ts';
import type { Party } from '../../../../shared/model/people.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { countryOf } from '../../../../shared/phone/country.ts';
import { formatNumber } from '../../../../shared/phone/format.ts';
import { parseDialable, parseShort } from '../../../../shared/phone/parse.ts';
import type { Archive } from '../../db/define-query.ts';
import type { Events } from '../../events.ts';
import type { Clock, Log } from '../../ports.ts';
import {
  forgetCallerId,
  listCountryCallerIds,
  readCalledParty,
  readCallerIds,
  rememberCallerId,
  type CallerIdScope,
} from './queries.ts';

/** What is called, as it is dialled. */
type Target = { readonly number: E164 };

/** Which number the other side sees. */
export type CallerIds = {
  /** What was chosen for them, else for their country, else the default. */
  choose(target: Target, party: Party): Promise<ChosenCallerId>;
  /** Keeps what a call was placed with, for the next one to the same person or country. */
  remember(target: Target, party: Party, callerId: E164): Promise<void>;
  /**
   * As `remember`, by what was typed; undefined forgets the choice. Fails for a number that may not
   * be shown or that is none.
   */
  set(typed: string, callerId: E164 | undefined): Promise<Result<ChosenCallerId>>;
  /** What calls to whole countries show. */
  listCountries(): Promise<readonly CountryCallerId[]>;
  /** Calls to a country show the default again. */
  forgetCountry(country: CountryCode): Promise<void>;
};

export type CallerIdDeps = {
  readonly archive: Archive;
  readonly clock: Clock;
  readonly log: Log;
  readonly events: Pick<Events, 'changed'>;
  readonly session: {
    homeCountry(): CountryCode;
    listCallerIds(): Promise<readonly CallerIdChoice[]>;
  };
  /** Tells the user until they dismiss it. */
  readonly tell: (notice: Notice) => Promise<void>;
};

/** Builds the choice of caller IDs; only numbers with RingCentral's CallerId feature come out of it. */
export function createCallerIds(deps: CallerIdDeps): CallerIds {
  const { archive, clock, session } = deps;

  const scopeOf = ({ number }: Target, party: Party): CallerIdScope => ({
    contactId: party.contactId,
    country: countryOf(number, session.homeCountry()),
  });

  const changed = (): void => deps.events.changed({ area: 'phones' }, { area: 'active-calls' });

  /** A number that the account has lost is chosen no more, and the user hears so once. */
  const forget = async (callerId: E164): Promise<void> => {
    await archive.write(forgetCallerId, callerId);
    deps.log.info('a chosen caller ID is no longer the user’s');
    await deps.tell({
      id: `caller-id-gone:${callerId}:${clock.now()}`,
      at: clock.now(),
      message: 'caller-id-gone',
      params: { number: formatNumber(callerId, session.homeCountry()) },
    });
    changed();
  };

  const choose = async (target: Target, party: Party): Promise<ChosenCallerId> => {
    const allowed = await session.listCallerIds();
    const usual = allowed.find(({ isDefault }) => isDefault)?.number;
    // Before the account has been read nothing is known to be lost.
    if (allowed.length === 0) return { number: undefined, because: 'default' };
    const remembered = await archive.read(readCallerIds, scopeOf(target, party));
    const isAllowed = (number: E164): boolean => allowed.some((each) => each.number === number);
    const { contact, country } = remembered;
    const chosen = [contact, country].filter((number) => number !== undefined);
    for (const lost of new Set(chosen.filter((number) => !isAllowed(number)))) await forget(lost);
    if (contact !== undefined && isAllowed(contact)) return { number: contact, because: 'contact' };
    if (country !== undefined && isAllowed(country)) return { number: country, because: 'country' };
    return { number: usual, because: 'default' };
  };

  const write = async (target: Target, party: Party, callerId: E164 | undefined): Promise<void> => {
    const scope = scopeOf(target, party);
    const { hasChanged } = await archive.write(rememberCallerId, { scope, callerId });
    if (hasChanged) changed();
  };

  return {
    choose,
    remember: write,
    listCountries: () => archive.read(listCountryCallerIds, undefined),
    async forgetCountry(country) {
      const scope = { contactId: undefined, country };
      const { hasChanged } = await archive.write(rememberCallerId, { scope, callerId: undefined });
      if (hasChanged) changed();
    },
    async set(typed, callerId) {
      const read = parseDialable(typed, session.homeCountry());
      const number = read.ok ? read.value.number : parseShort(typed)?.number;
      if (number === undefined) return read.ok ? fail(failure('invalid', 'number.empty')) : read;
      const allowed = await session.listCallerIds();
      if (callerId !== undefined && !allowed.some((each) => each.number === callerId))
        return fail(failure('invalid', 'call.caller-id-refused', { field: 'callerId' }));
      const party = await archive.read(readCalledParty, number);
      await write({ number }, party, callerId);
      return ok(await choose({ number }, party));
    },
  };
}
