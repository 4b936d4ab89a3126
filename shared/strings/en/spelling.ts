/** The spelling of what is being written. */
export const spelling = {
  title: 'Spelling',
  on: 'On',
  off: 'Off',
  setting: 'Check spelling',
  settingAdvice:
    'Words of US English that Sidetone does not know are underlined. It is checked on this computer: nothing you write leaves it for that, and nothing is downloaded.',
  ownWords: 'Your own words',
  ownWordsAdvice: 'They are never underlined.',
  noWords: 'None yet. Right-click an underlined word to add it.',
  removeWord: (word: string) => `Remove ${word}`,
  menu: (word: string) => `Spelling of ${word}`,
  none: 'No suggestions',
  looking: 'Looking for suggestions…',
  add: (word: string) => `Add “${word}” to your words`,
  count: (count: number) =>
    count === 1
      ? '1 word may be misspelled. Ctrl+. on it for suggestions.'
      : `${count} words may be misspelled. Ctrl+. on one for suggestions.`,
} as const;
