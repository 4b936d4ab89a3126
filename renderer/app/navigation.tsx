import type { ReactNode } from 'react';
import { en } from '../strings/en.ts';
import { MessageSquare, Phone, Settings, Users } from '../ui/icons.ts';
import styles from './navigation.module.css';
import { useUnreadCount } from './queries.ts';
import { openScreen, screens, useUi, type MainScreen, type Screen } from './ui-store.ts';

const icons: Readonly<Record<MainScreen, ReactNode>> = {
  calls: <Phone />,
  messages: <MessageSquare />,
  contacts: <Users />,
  settings: <Settings />,
};

const mostShown = 99;

/** The way to the screens: a rail, or a bar below where there is little room. */
export function Navigation(props: { readonly screen: Screen }) {
  const unread = useUnreadCount();
  const cameFrom = useUi((ui) => ui.cameFrom);
  const within = props.screen === 'diagnostics' ? cameFrom : undefined;
  const badge = unread === 0 ? undefined : unread > mostShown ? `${mostShown}+` : unread;
  return (
    <nav aria-label={en.app.navigation} className={styles.navigation}>
      {screens.map((screen) => (
        <button
          key={screen}
          type="button"
          className={styles.item}
          aria-label={en.app.screens[screen]}
          aria-current={screen === props.screen ? 'page' : screen === within ? 'true' : undefined}
          aria-describedby={screen === 'messages' && unread > 0 ? 'unread-count' : undefined}
          onClick={() => openScreen(screen)}
        >
          {/* The count is drawn by the style sheet and told by the description, not by the name. */}
          <span className={styles.icon} data-count={screen === 'messages' ? badge : undefined}>
            {icons[screen]}
          </span>
          <span>{en.app.screens[screen]}</span>
        </button>
      ))}
      {unread > 0 && (
        <span id="unread-count" hidden>
          {en.app.unread(unread)}
        </span>
      )}
    </nav>
  );
}
