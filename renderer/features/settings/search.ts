import { fold } from '../../../shared/fold.ts';
import { strings } from '../../../shared/strings/strings.ts';
import type { SettingsCard, SettingsPlace } from '../../app/settings-index.ts';

const groups = strings.keeping.groups;

/**
 * The cards that say every word looked for, somewhere: in their name, sentence, labels or choices, in
 * the name of their group, or in what people call them. Undefined where nothing is looked for.
 */
export function findCards(
  query: string,
  cards: readonly SettingsCard[],
): ReadonlySet<SettingsPlace> | undefined {
  const wanted = fold(query).split(' ').filter(Boolean);
  if (wanted.length === 0) return undefined;
  const found = cards.filter((card) => {
    const said = sayingOf(card);
    return wanted.every((word) => said.includes(word));
  });
  return new Set(found.map(({ place }) => place));
}

function sayingOf({ title, sentence, also, keywords, group }: SettingsCard): string {
  return fold([title, sentence, ...also, keywords, groups[group]].join('\n'));
}
