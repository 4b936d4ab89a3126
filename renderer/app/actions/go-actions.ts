import { strings } from '../../../shared/strings/strings.ts';
import { call } from '../bridge.ts';
import {
  clearCallForm,
  clearThreadForm,
  setCallForm,
  setThreadForm,
  setUnreadFirst,
  useFilters,
} from '../history-filter/store.ts';
import {
  closeDetail,
  hasDetail,
  openCallLists,
  openDiagnostics,
  openSearch,
  openSettingsAt,
  screens,
  useUi,
  type MainScreen,
} from '../ui-store.ts';
import type { Action, Facts } from './action.ts';
import { tellOutcome } from './news.ts';
import { openPart } from './store.ts';

const words = strings.actions;

/** Where one can go, and what the lists there are narrowed to. */
export function goActions(_facts: Facts): readonly Action[] {
  return [...screenActions(), ...filterActions(), ...helpActions()];
}

function screenActions(): readonly Action[] {
  return [
    ...screens.map((screen): Action => ({
      id: `go-${screen}`,
      group: 'go',
      label: strings.app.screens[screen],
      shortcut: screen,
      run: () => show(screen),
    })),
    {
      id: 'go-search',
      group: 'go',
      label: strings.search.open,
      shortcut: 'search',
      run: openSearch,
    },
    ...(hasDetail() ? [closing()] : []),
    {
      id: 'go-call-lists',
      group: 'go',
      label: strings.app.screens['call-lists'],
      run: () => openCallLists(),
    },
  ];
}

function closing(): Action {
  return {
    id: 'close-detail',
    group: 'go',
    label: words.back,
    shortcut: 'close-detail',
    run: closeDetail,
  };
}

function filterActions(): readonly Action[] {
  const { unreadFirst } = useFilters.getState();
  return [
    {
      id: 'only-missed',
      group: 'go',
      label: words.onlyMissed,
      keywords: words.keywords.onlyMissed,
      run: () => {
        clearCallForm();
        setCallForm({ show: 'missed' });
        show('calls');
      },
    },
    {
      id: 'only-unread',
      group: 'go',
      label: words.onlyUnread,
      keywords: words.keywords.onlyUnread,
      run: () => {
        clearThreadForm();
        setThreadForm({ show: 'unread' });
        show('messages');
      },
    },
    {
      id: 'unread-first',
      group: 'go',
      label: words.unreadFirst,
      isChosen: unreadFirst,
      run: () => {
        setUnreadFirst(!unreadFirst);
        show('messages');
      },
    },
    {
      id: 'clear-filters',
      group: 'go',
      label: words.clearFilters,
      run: () => {
        clearCallForm();
        clearThreadForm();
      },
    },
    {
      id: 'seen',
      group: 'go',
      label: words.seen,
      keywords: words.keywords.seen,
      run: ({ client }) =>
        void tellOutcome(call('calls.mark-seen', undefined), {}).then(() =>
          client.invalidateQueries({ queryKey: ['calls'] }),
        ),
    },
  ];
}

function helpActions(): readonly Action[] {
  return [
    {
      id: 'diagnostics',
      group: 'help',
      label: words.diagnostics,
      keywords: words.keywords.diagnostics,
      run: ({ client }) => {
        openDiagnostics();
        // Asked for where the page is open already, it runs once more.
        void client.invalidateQueries({ queryKey: ['diagnostics'] });
      },
    },
    {
      id: 'check-updates',
      group: 'help',
      label: words.checkForUpdates,
      keywords: words.keywords.update,
      run: ({ client }) => {
        openSettingsAt('updates');
        void tellOutcome(call('updates.check', undefined), {}).then(() =>
          client.invalidateQueries({ queryKey: ['updates'] }),
        );
      },
    },
    {
      id: 'shortcuts',
      group: 'help',
      label: words.shortcuts,
      keywords: words.keywords.shortcuts,
      shortcut: 'shortcuts',
      run: () => openPart('shortcuts'),
    },
  ];
}

function show(screen: MainScreen): void {
  useUi.setState({ screen });
}
