import type { World } from '../world.ts';

const COUNTRY_IDS: Readonly<Record<string, string>> = {
  US: '1',
  CA: '39',
  GB: '224',
  AU: '16',
  IE: '102',
  FR: '75',
  DE: '82',
  MX: '139',
  IN: '96',
};

/** A country as the dictionary names it; ids of countries the simulator has no use for are 0. */
export function countryJson(world: World, isoCode: string, name: string): object {
  const id = COUNTRY_IDS[isoCode] ?? '0';
  return { uri: `${world.addresses.api}/restapi/v1.0/dictionary/country/${id}`, id, name };
}

export function homeCountryJson(world: World): object {
  return { ...countryJson(world, 'US', 'United States'), isoCode: 'US', callingCode: '1' };
}

export function regionalSettingsJson(world: World): object {
  const language = { id: '1033', name: 'English (United States)', localeCode: 'en-US' };
  return {
    homeCountry: homeCountryJson(world),
    timezone: {
      uri: `${world.addresses.api}/restapi/v1.0/dictionary/timezone/59`,
      id: '59',
      name: world.state.profile.timeZone,
      description: 'Central Time (US & Canada)',
      bias: '-360',
    },
    language,
    greetingLanguage: language,
    formattingLocale: language,
    timeFormat: '12h',
  };
}
