import type { Density, Theme } from '../../../shared/model/app.ts';
import type { LanguageChoice } from '../../../shared/strings/language.ts';
import { strings } from '../../../shared/strings/strings.ts';
import type { Action, Facts } from './action.ts';

const words = strings.actions;
const { keywords } = words;

const themes: readonly Theme[] = ['system', 'light', 'dark'];
const densities: readonly Density[] = ['comfortable', 'compact'];
/** Each in its own language, so that whoever cannot read the present one finds it. */
const languageNames: readonly (readonly [LanguageChoice, string | undefined])[] = [
  ['system', undefined],
  ['en', 'English'],
  ['es', 'Español'],
];

/** How the window looks and speaks. */
export function lookActions({ settings, isDark }: Facts): readonly Action[] {
  return [
    {
      id: 'toggle-theme',
      group: 'look',
      label: words.toggleTheme,
      keywords: keywords.look,
      run: ({ save }) => save({ theme: isDark ? 'light' : 'dark' }),
    },
    ...themes.map((theme): Action => ({
      id: `theme-${theme}`,
      group: 'look',
      label: words.theme(strings.settings.themes[theme]),
      keywords: keywords.look,
      isChosen: settings?.theme === theme,
      run: ({ save }) => save({ theme }),
    })),
    ...densities.map((density): Action => ({
      id: `density-${density}`,
      group: 'look',
      label: words.density(strings.settings.densities[density]),
      keywords: keywords.density,
      isChosen: settings?.density === density,
      run: ({ save }) => save({ density }),
    })),
    ...languageNames.map(([language, name]): Action => ({
      id: `language-${language}`,
      group: 'look',
      label: words.language(name ?? words.systemLanguage),
      keywords: keywords.language,
      isChosen: settings?.language === language,
      run: ({ save }) => save({ language }),
    })),
  ];
}
