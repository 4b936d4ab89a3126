import { strings } from '../../../shared/strings/strings.ts';
import { settingsCards } from '../settings-index.ts';
import { openSettingsAt } from '../ui-store.ts';
import type { Action } from './action.ts';

/** Every card of the settings. */
export function settingsActions(): readonly Action[] {
  return settingsCards().map(({ place, title, sentence, also, keywords }) => ({
    id: `settings-${place}`,
    group: 'settings',
    label: strings.actions.settings(title),
    keywords: [keywords, ...also.filter((each) => each.length <= longestLabel), sentence].join(' '),
    run: () => openSettingsAt(place),
  }));
}

/** Longer texts of a card are advice, in which every word would be found. */
const longestLabel = 40;
