import { useLayoutEffect, useRef } from 'react';
import type { SessionView } from '../../shared/model/session.ts';
import { CallBar } from '../features/call-bar/call-bar.tsx';
import { CallListsView } from '../features/call-lists/call-lists-view.tsx';
import { CallsView } from '../features/calls/calls-view.tsx';
import { ContactsView } from '../features/contacts/contacts-view.tsx';
import { DiagnosticsView } from '../features/diagnostics/diagnostics-view.tsx';
import { MessagesView } from '../features/messages/messages-view.tsx';
import { FollowUpsView } from '../features/follow-ups/follow-ups-view.tsx';
import { SearchView } from '../features/search/search-view.tsx';
import { VoicemailView } from '../features/voicemail/voicemail-view.tsx';
import { SettingsView } from '../features/settings/settings-view.tsx';
import { Over } from '../features/palette/over.tsx';
import { Banners } from '../features/status/banners.tsx';
import { StatusLine } from '../features/status/status-line.tsx';
import { DeviceNumber } from '../features/call-bar/device-number.tsx';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { ActionNewsLine } from './actions/action-news.tsx';
import { Announcer } from './announce/announcer.tsx';
import { ExportProgress } from './export-progress.tsx';
import { ImportNote } from './import-note.tsx';
import { IncomingBar } from './incoming/incoming-bar.tsx';
import { Navigation, NavigationTop } from './navigation.tsx';
import styles from './shell.module.css';
import { PageLinkPlace } from './page-links/page-link-place.tsx';
import { PhoneMenuPlace } from './phone/phone-menu.tsx';
import { useShortcuts } from './shortcuts.ts';
import { SignOutQuestion } from './sign-out/sign-out-question.tsx';
import { useInFront } from './use-in-front.ts';
import { useNotedPlace } from './use-noted-place.ts';
import { useUi, type Screen } from './ui-store.ts';

const views: Readonly<Record<Screen, () => React.JSX.Element>> = {
  calls: CallsView,
  messages: MessagesView,
  voicemail: VoicemailView,
  contacts: ContactsView,
  'follow-ups': FollowUpsView,
  'call-lists': CallListsView,
  search: SearchView,
  settings: SettingsView,
  diagnostics: DiagnosticsView,
};

/** The app around its screens: where to go, what runs, how things stand. */
export function Shell(props: { readonly session: SessionView }) {
  useShortcuts();
  useInFront();
  useNotedPlace();
  const screen = useUi((ui) => ui.screen);
  const View = views[screen];
  const main = useRef<HTMLElement>(null);
  const shown = useRef<Screen>(undefined);
  // A banner put away, a list that has become empty: the keyboard goes to what follows.
  const stage = useKeptFocus<HTMLDivElement>();

  useLayoutEffect(() => {
    if (shown.current === screen) return;
    shown.current = screen;
    // A part that has taken the focus by itself keeps it.
    if (main.current?.contains(document.activeElement)) return;
    main.current?.querySelector<HTMLElement>('[data-screen-focus]')?.focus();
  }, [screen]);

  return (
    <div className={styles.shell}>
      <NavigationTop screen={screen} />
      <Navigation screen={screen} />
      <div ref={stage} className={styles.stage}>
        <Banners session={props.session} />
        <ImportNote session={props.session} />
        <ExportProgress />
        <ActionNewsLine />
        <main ref={main} className={styles.main}>
          <View />
        </main>
        <DeviceNumber />
        <IncomingBar />
        <CallBar />
      </div>
      <StatusLine session={props.session} />
      <Announcer />
      <PhoneMenuPlace />
      <PageLinkPlace />
      <SignOutQuestion />
      <Over />
    </div>
  );
}
