import { useRef, useState } from 'react';
import { strings } from '../../../shared/strings/strings.ts';
import { useSession } from '../../app/queries.ts';
import { settingsGroups } from '../../app/settings-entries/entry.ts';
import { settingsCards, type SettingsCard } from '../../app/settings-index.ts';
import { useUi } from '../../app/ui-store.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Search } from '../../ui/icons.ts';
import { FoundCards } from './card.tsx';
import { Group, GroupLinks } from './groups.tsx';
import { findCards } from './search.ts';
import styles from './settings.module.css';
import { SettingsSearch } from './settings-search.tsx';
import { views } from './views.tsx';

const words = strings.settingsPage.search;

/** What the user has chosen, in one page that is searched; every choice applies at once. */
export function SettingsView() {
  const page = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const cards = useCards();
  const { query, setQuery } = useQuery();
  const search = (next: string): void => {
    setQuery(next);
    // What is found stands at the top, wherever the page was.
    page.current?.scrollTo({ top: 0 });
  };
  const found = findCards(query, cards);
  const isShown = (group: string): boolean =>
    cards.some((card) => card.group === group && found?.has(card.place) !== false);
  return (
    <div ref={page} className={styles.page}>
      <div className={styles.head}>
        <h1 className={styles.title} tabIndex={-1} data-screen-focus>
          {strings.settings.title}
        </h1>
        <SettingsSearch field={field} query={query} found={found?.size} onQuery={search} />
      </div>
      <GroupLinks groups={settingsGroups.filter(isShown)} page={page} />
      <div className={styles.column}>
        {found?.size === 0 && <NoneFound onShowAll={() => (search(''), field.current?.focus())} />}
        <FoundCards value={found}>
          {settingsGroups.map((group) => (
            <Group key={group} group={group} isHidden={!isShown(group)}>
              {cards
                .filter((card) => card.group === group)
                .map(({ place }) => {
                  const View = views[place];
                  return <View key={place} />;
                })}
            </Group>
          ))}
        </FoundCards>
      </div>
    </div>
  );
}

/** The cards that this account has. */
function useCards(): readonly SettingsCard[] {
  const isDemo = useSession().data?.demo;
  return settingsCards().filter(({ place }) => place !== 'browser-sign-in' || isDemo === false);
}

/** What is looked for; a card that another screen leads to is shown whatever it was. */
function useQuery() {
  const [query, setQuery] = useState('');
  const isLedTo = useUi((ui) => ui.settingsPlace !== undefined);
  if (isLedTo && query !== '') setQuery('');
  return { query, setQuery };
}

function NoneFound(props: { readonly onShowAll: () => void }) {
  return (
    <Empty icon={<Search />} action={<Button onClick={props.onShowAll}>{words.showAll}</Button>}>
      {words.none}. {words.noneAdvice}
    </Empty>
  );
}
