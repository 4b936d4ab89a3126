import type { ReactNode } from 'react';
import { acceleratorOf } from '../../shared/shortcuts.ts';
import { strings } from '../../shared/strings/strings.ts';
import {
  BellRing,
  Command,
  MessageSquare,
  Phone,
  Search,
  Settings,
  Users,
  Voicemail,
} from '../ui/icons.ts';
import { ariaKeysOf, keysInWords } from './actions/key-caps.ts';
import { openPart } from './actions/store.ts';
import styles from './navigation.module.css';
import { useBadgeCounts } from './queries.ts';
import {
  isTool,
  openScreen,
  openSearch,
  screens,
  useUi,
  type MainScreen,
  type Screen,
} from './ui-store.ts';

const icons: Readonly<Record<MainScreen, ReactNode>> = {
  calls: <Phone />,
  messages: <MessageSquare />,
  voicemail: <Voicemail />,
  contacts: <Users />,
  'follow-ups': <BellRing />,
  settings: <Settings />,
};

const mostShown = 99;

/** What stands at the top of the rail, or in a line above all where there is little room. */
export function NavigationTop(props: { readonly screen: Screen }) {
  return (
    <div className={styles.top}>
      <SearchButton screen={props.screen} />
      <CommandsButton />
    </div>
  );
}

/** The way into the search. */
function SearchButton(props: { readonly screen: Screen }) {
  return (
    <search aria-label={strings.search.open} className={styles.search}>
      <button
        type="button"
        className={styles.item}
        aria-label={strings.search.open}
        aria-current={props.screen === 'search' ? 'page' : undefined}
        aria-keyshortcuts={ariaKeysOf(acceleratorOf('search'))}
        title={strings.search.open}
        onClick={openSearch}
      >
        <span className={styles.icon}>
          <Search />
        </span>
        <span className={styles.short}>{strings.search.title}</span>
        <span className={styles.long}>{strings.search.open}</span>
      </button>
    </search>
  );
}

/** The way to the commands for who does not know their keys, which it tells. */
function CommandsButton() {
  const label = strings.palette.title;
  return (
    <button
      type="button"
      className={styles.item}
      aria-label={label}
      aria-haspopup="dialog"
      aria-keyshortcuts={ariaKeysOf(acceleratorOf('palette'))}
      title={strings.palette.titleAndKeys(keysInWords('palette'))}
      onClick={() => openPart('palette')}
    >
      <span className={styles.icon}>
        <Command />
      </span>
      <span className={styles.short}>{label}</span>
    </button>
  );
}

/** The way to the screens: a rail, or a bar below where there is little room. */
export function Navigation(props: { readonly screen: Screen }) {
  const counts = useBadgeCounts();
  const cameFrom = useUi((ui) => ui.cameFrom);
  const within = isTool(props.screen) && props.screen !== 'search' ? cameFrom : undefined;
  return (
    <nav aria-label={strings.app.navigation} className={styles.navigation}>
      {screens.map((screen) => {
        const count = counts[screen] ?? 0;
        return (
          <button
            key={screen}
            type="button"
            className={styles.item}
            aria-label={strings.app.screens[screen]}
            aria-current={screen === props.screen ? 'page' : screen === within ? 'true' : undefined}
            aria-keyshortcuts={ariaKeysOf(acceleratorOf(screen))}
            aria-describedby={count > 0 ? `count-${screen}` : undefined}
            onClick={() => openScreen(screen)}
          >
            {/* The count is drawn by the style sheet and told by the description, not by the name. */}
            <span className={styles.icon} data-count={badgeOf(count)}>
              {icons[screen]}
            </span>
            <span className={styles.label} data-label={strings.app.screens[screen]}>
              {strings.app.screens[screen]}
            </span>
            {count > 0 && (
              <span id={`count-${screen}`} hidden>
                {strings.app.counts[screen]?.(count)}
              </span>
            )}
          </button>
        );
      })}
    </nav>
  );
}

function badgeOf(count: number): string | undefined {
  if (count === 0) return undefined;
  return count > mostShown ? `${mostShown}+` : String(count);
}
