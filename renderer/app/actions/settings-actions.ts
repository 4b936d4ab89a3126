import { strings } from '../../../shared/strings/strings.ts';
import { call } from '../bridge.ts';
import { settingsCards } from '../settings-index.ts';
import { openSettingsAt } from '../ui-store.ts';
import type { Action } from './action.ts';
import { tellOutcome } from './news.ts';

/** Every card of the settings, and what is done with all of them. */
export function settingsActions(): readonly Action[] {
  return [...fileActions(), ...cardActions()];
}

function fileActions(): readonly Action[] {
  const words = strings.settingsPage.file;
  const one = (id: string, label: string, run: () => void): Action => ({
    id: `all-settings-${id}`,
    group: 'settings',
    label,
    keywords: strings.actions.keywords.settingsFile,
    run,
  });
  const exportAll = (): void =>
    void tellOutcome(call('settings.export', undefined), {
      done: (file) => file && words.exported(file.fileName),
    });
  // What would change is shown there, before it does.
  const show = (): void => openSettingsAt('settings-file');
  return [
    one('export', words.export, exportAll),
    one('import', words.import, show),
    one('reset', words.resetAll, show),
  ];
}

function cardActions(): readonly Action[] {
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
