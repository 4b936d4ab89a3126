import type { Settings } from '../../shared/model/app.ts';
import { strings } from '../../shared/strings/strings.ts';
import { aroundEntries } from './settings-entries/around.ts';
import type { Entry, Said, SettingsGroup } from './settings-entries/entry.ts';
import { workEntries } from './settings-entries/work.ts';

const page = strings.settingsPage;

/** Every card of the settings, in the order of the page. A new card is entered in one of these and in `views`. */
const entries = { ...workEntries, ...aroundEntries };

/** A card of the settings that other screens lead to. */
export type SettingsPlace = keyof typeof entries;

export const settingsPlaces = Object.keys(entries) as readonly SettingsPlace[];

/** A card as it is found: in the language spoken now. */
export type SettingsCard = Said & {
  readonly place: SettingsPlace;
  readonly group: SettingsGroup;
  readonly holds: readonly (keyof Settings)[];
  /** Words nobody sees, that people look for all the same. */
  readonly keywords: string;
};

export function settingsCard(place: SettingsPlace): SettingsCard {
  const { group, holds = [], say }: Entry = entries[place];
  return { place, group, holds, ...say(), keywords: page.keywords[place] };
}

/** Every card, in the order of the page. */
export function settingsCards(): readonly SettingsCard[] {
  return settingsPlaces.map(settingsCard);
}
